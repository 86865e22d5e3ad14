//! The terminal as a desk: keys without Enter, lines with it. All on standard error, so that nothing of it lands in a pipe.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};

use console::{Key, Term};

use super::walk::Desk;

/// The terminal that the program runs in.
pub struct Terminal(Term);

impl Terminal {
    /// The terminal; `None` where standard input or standard error is none.
    pub fn new() -> Option<Self> {
        (io::stdin().is_terminal() && io::stderr().is_terminal()).then(|| Self(Term::stderr()))
    }
}

impl Desk for Terminal {
    fn show(&mut self, text: &str) -> io::Result<()> {
        anstream::eprint!("{text}");
        anstream::stderr().flush()
    }

    fn key(&mut self) -> io::Result<Option<char>> {
        loop {
            match self.0.read_key() {
                Ok(Key::Char(letter)) => return Ok(Some(letter.to_ascii_lowercase())),
                Ok(Key::Escape | Key::CtrlC) => return Ok(None),
                Ok(_) => {}
                Err(error) if matches!(error.kind(), io::ErrorKind::Interrupted | io::ErrorKind::NotConnected) => {
                    return Ok(None);
                }
                Err(error) => return Err(error),
            }
        }
    }

    fn line(&mut self, question: &str) -> io::Result<Option<String>> {
        self.show(question)?;
        let mut line = String::new();
        let read = io::stdin().lock().read_line(&mut line)?;
        Ok((read > 0).then_some(line))
    }
}
