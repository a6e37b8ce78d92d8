//! What the README shows is what the program prints.
#![cfg(unix)]

use std::process::Command;

const README: &str = include_str!("../../README.md");
const SAMPLE: &str = include_str!("../../assets/sample/harbour-day.txt");

/// The commands of the README's console blocks, each with the output below it.
fn examples() -> Vec<(&'static str, &'static str)> {
    let blocks = README.split("```console\n").skip(1);
    blocks
        .map(|block| {
            let block = block.split("\n```").next().expect("the block ends");
            let (command, output) = block.split_once('\n').expect("a command and its output");
            (
                command.strip_prefix("$ ").expect("a command begins with $"),
                output,
            )
        })
        .collect()
}

#[test]
fn its_examples_print_what_it_shows() {
    let folder = crate::support::folder_with("harbour-day.txt", SAMPLE.as_bytes());
    let program = assert_cmd::cargo::cargo_bin!("cutline");
    let beside = program.parent().expect("the program lies in a folder");
    let path = std::env::var("PATH").unwrap_or_default();
    let examples = examples();
    assert!(examples.len() >= 4, "the README has examples");
    for (command, shown) in examples {
        let ran = Command::new("sh")
            .args(["-c", command])
            .current_dir(folder.path())
            .env("PATH", format!("{}:{path}", beside.display()))
            .output()
            .unwrap();
        let printed = String::from_utf8(ran.stdout).unwrap();
        assert_eq!(printed.trim_end(), shown, "{command}");
    }
}

#[test]
fn the_count_of_rules_is_true_wherever_it_is_said() {
    let count = cutline::lint::RULES.len();
    assert!(README.contains(&format!("There are {count} rules.")));
    let changes = include_str!("../../CHANGELOG.md");
    assert!(changes.contains(&format!("({count} rules)")));
}
