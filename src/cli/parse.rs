//! `cutline parse`: captions, one a line, to what is caption and what credit.

use std::io::{self, BufRead, BufReader};

use serde_json::{Map, Value, json};

use super::Outcome;
use super::print::Output;
use crate::credit::{self, Confidence, PartKind, Reading};
use crate::lint::House;

/// Reads JSONL `{"id","raw"}` (or plain lines) from stdin and writes one answer a line.
pub(super) fn run(house: &House, output: &mut Output) -> io::Result<Outcome> {
    let mut input = BufReader::new(io::stdin());
    let mut line = Vec::new();
    while {
        line.clear();
        input.read_until(b'\n', &mut line)? > 0
    } {
        let text = String::from_utf8_lossy(&line);
        let text = text.trim_end_matches(['\n', '\r']);
        if text.trim().is_empty() {
            output.text("\n")?;
            continue;
        }
        let (id, raw) = asked(text);
        let reading = credit::read(&raw, &house.lexicon);
        output.line(answer(id, &reading))?;
    }
    Ok(Outcome::Done)
}

/// The id and the raw caption of a line; a line that is no such record is the caption itself.
fn asked(line: &str) -> (Value, String) {
    if let Ok(Value::Object(mut record)) = serde_json::from_str::<Value>(line)
        && let Some(Value::String(raw)) = record.shift_remove("raw")
    {
        return (record.shift_remove("id").unwrap_or(Value::Null), raw);
    }
    (Value::Null, line.to_owned())
}

fn answer(id: Value, reading: &Reading<'_>) -> Value {
    let said = |text: String| {
        if text.is_empty() {
            Value::Null
        } else {
            Value::from(text)
        }
    };
    let sources: Vec<Value> = reading
        .sources
        .iter()
        .map(|source| json!({ "name": source.name, "role": source.role.word() }))
        .collect();
    let spans: Vec<Value> = reading
        .parts
        .iter()
        .map(|part| json!({ "kind": kind(part.kind), "start": part.span.start, "end": part.span.end }))
        .collect();
    let mut answer = Map::new();
    let members = [
        ("id", id),
        ("caption", said(reading.caption())),
        (
            "credit_line",
            reading
                .credit_line()
                .map_or(Value::Null, |line| Value::from(line.into_owned())),
        ),
        ("credit_as_printed", said(reading.credit_as_printed())),
        ("creators", json!(reading.creators)),
        ("sources", Value::Array(sources)),
        ("usage_terms", said(reading.usage_terms())),
        ("instructions", said(reading.instructions())),
        ("qualifiers", json!(reading.qualifiers)),
        ("duplicated", Value::from(reading.is_duplicated())),
        ("conflict", json!(reading.conflict)),
        ("confidence", Value::from(confidence(reading.confidence))),
        ("spans", Value::Array(spans)),
    ];
    answer.extend(members.map(|(member, value)| (member.to_owned(), value)));
    Value::Object(answer)
}

fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Certain => "certain",
        Confidence::Likely => "likely",
        Confidence::Unsure => "unsure",
    }
}

fn kind(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Caption => "caption",
        PartKind::CaptionAgain => "caption-again",
        PartKind::Credit => "credit",
        PartKind::Usage => "usage",
        PartKind::Furniture => "furniture",
    }
}
