//! What the tests of the command line share.

use assert_cmd::Command;
use std::path::Path;

/// An article in the shape of a crawl.
pub(crate) const FERRY: &str = " date 2026-11-16 The ferry came back to Torvik on Monday after four days of storm, carrying flour.\n\n\
Associated Press writer Lena Holm in Torvik contributed to this report.\n\n\
Families wait for the first ferry after the storm, in Torvik, Monday, Nov. 16, 2026. (AP Photo/Ana Maric) \
Credit: Ana Maric Credit: Ana Maric\n\n";

/// The program, without the settings of whoever runs the tests.
pub(crate) fn cutline() -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("cutline"));
    command.env("CUTLINE_CONFIG", "");
    command
}

/// A new folder with one file in it.
pub(crate) fn folder_with(name: &str, bytes: &[u8]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(name), bytes).unwrap();
    folder
}

/// The names in a folder, sorted.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// What a run printed, and how it ended.
pub(crate) fn ran(command: &mut Command) -> (String, String, i32) {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        text(output.stdout),
        text(output.stderr),
        output.status.code().unwrap_or(-1),
    )
}
