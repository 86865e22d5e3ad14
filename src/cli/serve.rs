//! `dossier serve`.

use std::path::Path;
use std::process::ExitCode;

use clap::Args;

use super::{clock, output};
use crate::web::{Desk, Server};
use crate::{Error, Result};

/// Show the archive as pages in a browser on this machine
///
/// Incidents with all accounts on one scale, articles with their claims marked, a timeline, names, sources, search, the state
/// of integrity. It listens on 127.0.0.1 alone, answers only to requests for localhost, and changes nothing unless --review lets people decide
/// about claims; no page loads anything from elsewhere. It ends with Ctrl-C.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dossier serve\n  dossier serve --review --by 'Anna Kovac'\n  dossier --archive floods.db serve --port 0\n  ssh -L 7600:127.0.0.1:7600 archive.example.org      then open http://localhost:7600 here"
)]
pub struct Serve {
    /// The port; 0 takes any that is free
    #[arg(long, short, value_name = "NUMBER", default_value_t = 7600)]
    port: u16,
    /// Let people decide about claims on the pages: accept, reject, correct, add. Whoever can open them on this machine can
    #[arg(long)]
    review: bool,
    /// The name that the forms are signed with unless another is given there
    #[arg(long, value_name = "NAME", env = "DOSSIER_REVIEWER", hide_env_values = true)]
    by: Option<String>,
}

impl Serve {
    /// Runs it, until the process is ended.
    pub fn run(self, path: &Path) -> Result<ExitCode> {
        let desk = self.review.then(|| Desk::new(self.by.unwrap_or_default(), clock::now)).transpose()?;
        let server = Server::bind(path, self.port, desk)?;
        output::write(|out| writeln!(out, "{}", server.url()).map_err(Error::Write))?;
        if self.review {
            anstream::eprintln!("for this machine alone; {}review is where to decide; Ctrl-C ends it", server.url());
        } else {
            anstream::eprintln!("read-only, for this machine alone; Ctrl-C ends it");
        }
        server.run();
        Ok(ExitCode::SUCCESS)
    }
}
