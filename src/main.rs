//! The program: arguments, one library call, an exit code.

use std::process::ExitCode;

use clap::Parser as _;
use dossier::cli::{Arguments, report_error};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match dossier::cli::run(arguments) {
        Ok(code) => code,
        Err(error) => report_error(&error),
    }
}
