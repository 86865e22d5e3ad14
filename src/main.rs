//! The program: arguments, one library call, an exit code.

use std::process::ExitCode;

use clap::Parser as _;
use dossier::cli::{Arguments, report_error};
use mimalloc::MiMalloc;

/// Claims are many short texts that live as long as one article.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match dossier::cli::run(arguments) {
        Ok(code) => code,
        Err(error) => report_error(&error),
    }
}
