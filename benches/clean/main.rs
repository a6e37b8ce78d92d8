//! `cutline clean` as a filter over records that all differ, beside what a user would take instead.
//!
//! `cargo bench --bench clean`. In one run, round by round: the work that no filter of this kind can do
//! without (parse each line with `serde_json`, hash it with SHA-256, write it again), `cutline clean`,
//! and, where the machine has them, `jq -c .` and a Python script that looks for credits with a
//! regular expression. Ratios of medians are what to quote; the figures alone say something of the
//! machine only.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a benchmark stops where it cannot measure, and prints"
)]

mod records;

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use sha2::{Digest, Sha256};

/// Records in the file, about 3 kB each.
const RECORDS: u64 = 12_000;
/// Rounds; the median counts.
const ROUNDS: usize = 5;
/// What somebody writes who has no Cutline.
const SCRIPT: &str = r#"
import json, re, sys
credit = re.compile(r"(?:\(([^()]{2,80}(?:/|Photo|via)[^()]{0,80})\)|(?:Photo|Credit|Image)(?: by)?: ?([^\n]{2,80}))")
for line in sys.stdin:
    record = json.loads(line)
    record["credits"] = ["".join(found) for found in credit.findall(record["text"])]
    sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
"#;

fn main() {
    let folder = tempfile::tempdir().expect("a folder for the records");
    let path = folder.path().join("records.jsonl");
    let mut file = BufWriter::new(File::create(&path).expect("the file of records"));
    for number in 0..RECORDS {
        writeln!(file, "{}", records::record(number)).expect("a record is written");
    }
    file.flush().expect("the records are written");
    let size = path.metadata().expect("the file is there").len();
    let cutline = env!("CARGO_BIN_EXE_cutline");
    let peers: [(&str, &str, &[&str]); 4] = [
        ("cutline clean", cutline, &["clean", "-"]),
        ("cutline clean --as-is", cutline, &["clean", "--as-is", "-"]),
        ("jq -c .", "jq", &["-c", "."]),
        ("python3 re", "python3", &["-c", SCRIPT]),
    ];
    let there: Vec<_> = peers
        .iter()
        .filter(|(_, program, _)| is_there(program))
        .collect();
    let runs: Vec<&str> = std::iter::once("parse, hash, write")
        .chain(there.iter().map(|(name, ..)| *name))
        .collect();
    let mut times: Vec<Vec<Duration>> = vec![Vec::new(); runs.len()];
    for _ in 0..ROUNDS {
        let (own, others) = times.split_first_mut().expect("the first run");
        own.push(timed(|| floor(&path)));
        for ((_, program, arguments), times) in there.iter().zip(others) {
            times.push(timed(|| process(program, arguments, &path)));
        }
    }
    println!(
        "{RECORDS} records that all differ, {:.1} MB",
        size as f64 / 1e6
    );
    let medians: Vec<f64> = times.iter_mut().map(|times| median(times)).collect();
    let floor = medians.first().copied().unwrap_or(1.0);
    for (name, median) in runs.iter().zip(&medians) {
        println!(
            "{name:<22} {:>7.1} MB/s   {:>5.2} of parse, hash, write",
            size as f64 / 1e6 / median,
            floor / median
        );
    }
}

fn timed(run: impl FnOnce()) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed()
}

fn median(times: &mut [Duration]) -> f64 {
    times.sort_unstable();
    times
        .get(times.len() / 2)
        .map_or(f64::NAN, Duration::as_secs_f64)
}

/// Parses each line, hashes it and writes it, one line in memory at a time.
fn floor(path: &Path) {
    let mut input = BufReader::with_capacity(1 << 16, File::open(path).expect("the records"));
    let null = File::create(if cfg!(windows) { "NUL" } else { "/dev/null" });
    let mut output = BufWriter::new(null.expect("somewhere to write to"));
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line).expect("a line") > 0 {
        let record: serde_json::Value = serde_json::from_slice(&line).expect("a record");
        let hash = Sha256::digest(&line);
        output.write_all(hash.as_slice()).expect("written");
        serde_json::to_writer(&mut output, &record).expect("written");
        output.write_all(b"\n").expect("written");
        line.clear();
    }
}

/// Runs a filter over the records.
fn process(program: &str, arguments: &[&str], path: &Path) {
    let status = Command::new(program)
        .args(arguments)
        .stdin(File::open(path).expect("the records"))
        .stdout(Stdio::null())
        .status();
    assert!(
        status.is_ok_and(|status| status.success()),
        "{program} failed"
    );
}

fn is_there(program: &str) -> bool {
    let version = Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    version.is_ok_and(|status| status.success())
}
