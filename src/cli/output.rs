//! Standard output: buffered, and without colour where nobody sees it.

use std::io::{self, BufWriter, Write};

use crate::{Error, Result};

/// Columns where there is no terminal and `COLUMNS` says nothing.
const USUAL_WIDTH: usize = 100;

/// How many columns there are to write on: those of the terminal, otherwise what `COLUMNS` says, otherwise 100.
pub fn width() -> usize {
    let terminal = terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0));
    let given = || std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    terminal.or_else(given).unwrap_or(USUAL_WIDTH).clamp(40, 1000)
}

/// Runs a writer on standard output, and hands on all that it wrote.
pub fn write<T>(writer: impl FnOnce(&mut dyn Write) -> Result<T>) -> Result<T> {
    let mut out = BufWriter::new(anstream::AutoStream::auto(io::stdout().lock()));
    let result = writer(&mut out)?;
    out.flush().map_err(Error::Write)?;
    Ok(result)
}
