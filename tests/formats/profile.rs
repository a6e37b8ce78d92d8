//! The normalized form against its schemas.

use cutline::formats::ninjs;
use serde_json::Value;

use crate::support::{cleaned, read, shared};

const ARTICLE: &str = " date 2026-11-16 The ferry came back on Monday.\n\nAssociated Press writer Lena Holm in Torvik \
contributed to this report.\n\nA ferry leaves Torvik, Monday, Nov. 16, 2026. (AP Photo/Ana Maric) Credit: Ana Maric \
Credit: Ana Maric\n";

/// Makes a good item a bad one.
type Break = fn(&mut Value);

#[test]
fn the_schema_of_the_profile_accepts_what_is_written() {
    let schema: Value = serde_json::from_str(ninjs::SCHEMA).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let item: Value = serde_json::from_str(&cleaned(read("ferry.txt", ARTICLE))).unwrap();
    let errors: Vec<_> = validator
        .iter_errors(&item)
        .map(|error| error.to_string())
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert_eq!(item["associations"].as_array().map(Vec::len), Some(1));
}

#[test]
fn the_schema_of_the_profile_refuses_what_is_never_written() {
    let schema: Value = serde_json::from_str(ninjs::SCHEMA).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let good: Value = serde_json::from_str(&cleaned(read("ferry.txt", ARTICLE))).unwrap();
    let broken: [(&str, Break); 5] = [
        ("an empty value", |item| item["by"] = "".into()),
        ("an unknown member", |item| {
            item["caption"] = "A ferry.".into();
        }),
        ("another profile", |item| item["profile"] = "other".into()),
        ("no identity", |item| {
            drop(item.as_object_mut().unwrap().remove("uri"));
        }),
        ("a caption in HTML", |item| {
            item["associations"][0]["descriptions"][0]["contentType"] = "text/html".into();
        }),
    ];
    for (what, break_it) in broken {
        let mut item = good.clone();
        break_it(&mut item);
        assert!(!validator.is_valid(&item), "{what} is refused");
    }
}

#[test]
#[ignore = "needs CUTLINE_SHARED, the shared material"]
fn ninjs_3_1_accepts_what_is_written() {
    let folder = shared().join("schema");
    let load = |name: &str| -> Value {
        serde_json::from_str(&std::fs::read_to_string(folder.join(name)).unwrap()).unwrap()
    };
    let geo = load("GeoJSON-schema.json");
    let schema = load("ninjs-schema_3.1.json");
    let registry = jsonschema::Registry::new()
        .add("https://geojson.org/schema/GeoJSON.json", &geo)
        .expect("a resource");
    let registry = registry.prepare().expect("a registry");
    let validator = jsonschema::options()
        .with_registry(&registry)
        .build(&schema)
        .expect("a schema");
    let seed = shared().join("seed/000_933da9a8bfff539f.txt");
    for text in [ARTICLE.to_owned(), std::fs::read_to_string(seed).unwrap()] {
        let item: Value = serde_json::from_str(&cleaned(read("a.txt", &text))).unwrap();
        let errors: Vec<_> = validator
            .iter_errors(&item)
            .map(|error| error.to_string())
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
}
