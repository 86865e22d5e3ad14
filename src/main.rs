//! The program: arguments, one library call, an exit code.

use std::process::ExitCode;

use clap::Parser as _;
use dossier::cli::{Arguments, report_error};

/// Reading an article takes many small pieces of memory that another thread gives back, which this one is made for.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match dossier::cli::run(arguments) {
        Ok(code) => code,
        Err(error) => report_error(&error),
    }
}
