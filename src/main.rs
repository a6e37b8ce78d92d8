//! Parses the arguments and picks a face: the window or the command line.

#![forbid(unsafe_code)]

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
#[cfg(feature = "window")]
use cutline::app::Surroundings;
use cutline::bundle::{self, UserSettings};
use cutline::cli::{self, Arguments, Outcome, Output};
use cutline::lint::House;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut output = Output::new(arguments.color, arguments.quiet);
    let settings = UserSettings::named(std::env::var_os(bundle::CONFIG));
    let house = match bundle::house(&settings) {
        Ok(house) => house,
        Err(why) => {
            output.complain(format_args!("{why}"));
            return Outcome::Usage.into();
        }
    };
    match &arguments.command {
        Some(command) => cli::run(command, &house, &mut output).into(),
        None => window(&arguments.paths, &house, &mut output),
    }
}

/// Opens the window; where there is no display, prints what it would show.
fn window(paths: &[PathBuf], house: &House, output: &mut Output) -> ExitCode {
    #[cfg(feature = "window")]
    let why = match cutline::app::run(paths.to_vec(), Surroundings::of_user(house.clone())) {
        Ok(()) => return ExitCode::SUCCESS,
        Err(why) => format!("no window, as {why}"),
    };
    #[cfg(not(feature = "window"))]
    let why = "this build has no window";
    output.note(format_args!(
        "cutline: {why}; this is what it would show, and `cutline --help` lists what can be done"
    ));
    match cli::show(paths, house, output) {
        Ok(outcome) => outcome.into(),
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(_) => Outcome::Io.into(),
    }
}
