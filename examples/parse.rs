//! Reads JSON lines `{"id","raw"}` and prints what was read, for scoring.

use std::io::{BufRead, Write};

use cutline::credit::{Confidence, Lexicon, Reading, read};
use serde_json::{Value, json};

fn main() -> std::io::Result<()> {
    let lexicon = Lexicon::built_in();
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let item: Value = serde_json::from_str(&line).unwrap_or_else(|_| json!({"raw": line}));
        let raw = item.get("raw").and_then(Value::as_str).unwrap_or_default();
        writeln!(out, "{}", answer(item.get("id"), &read(raw, &lexicon)))?;
    }
    Ok(())
}

fn answer(id: Option<&Value>, reading: &Reading<'_>) -> Value {
    let confidence = match reading.confidence {
        Confidence::Certain => "certain",
        Confidence::Likely => "likely",
        Confidence::Unsure => "unsure",
    };
    let sources: Vec<Value> = reading.sources.iter().map(|source| json!({"name": source.name, "role": source.role.word()})).collect();
    let spans: Vec<Value> = reading
        .parts
        .iter()
        .map(|part| json!({"kind": format!("{:?}", part.kind), "start": part.span.start, "end": part.span.end}))
        .collect();
    json!({
        "id": id, "caption": reading.caption(), "credit_line": reading.credit_line(),
        "credit_as_printed": reading.credit_as_printed(), "creators": reading.creators, "sources": sources,
        "usage_terms": reading.usage_terms(), "qualifiers": reading.qualifiers, "duplicated": reading.is_duplicated(),
        "conflict": reading.conflict, "confidence": confidence, "spans": spans,
    })
}
