//! Decisions that two names or two incidents are one or are not.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser as _};

use crate::archive::Archive;
use crate::cli::output;
use crate::review::By;
use crate::review::identity::{self, Decision, Kind, Pair};
use crate::{Error, Result};

/// Say that two names, or two incidents, are one
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dossier review merge place Zhanaozen Janaozen --by 'Anna Kovac' --note 'one town'\n  dossier review merge incident aktau-2011-12-16 aktau-2011-12-18 --by 'Anna Kovac' --note 'one strike'"
)]
pub struct Merge {
    #[command(flatten)]
    two: Two,
}

/// Say that two spellings are of different names, or that a claim is not about an incident
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dossier review split person 'Anna Kovac' Kovac --by 'Anna Kovac' --note 'her brother'\n  dossier review split incident aktau-2011-12-16 4be21c --by 'Anna Kovac' --note 'about the trial'"
)]
pub struct Split {
    #[command(flatten)]
    two: Two,
}

/// The two.
#[derive(Debug, Args)]
struct Two {
    /// What they are: place, person, body or incident
    #[arg(value_parser = PossibleValuesParser::new(Kind::ALL.map(Kind::name)).map(|word| kind(&word)))]
    kind: Kind,
    /// A spelling of the name that stays; or the incident
    name: String,
    /// A spelling of the other; or the other incident; to split an incident, the key of a claim that is not about it
    other: String,
    /// Take back what you decided about the two
    #[arg(long)]
    withdraw: bool,
}

fn kind(word: &str) -> Kind {
    Kind::ALL.into_iter().find(|kind| kind.name() == word).unwrap_or(Kind::Place)
}

impl Merge {
    pub(super) fn run(self, archive: &mut Archive, by: &By) -> Result<()> {
        self.two.decide(archive, Decision::Merge, "merged", by)
    }
}

impl Split {
    pub(super) fn run(self, archive: &mut Archive, by: &By) -> Result<()> {
        self.two.decide(archive, Decision::Split, "split", by)
    }
}

impl Two {
    fn decide(self, archive: &mut Archive, decision: Decision, done: &str, by: &By) -> Result<()> {
        let (decision, done) = if self.withdraw { (Decision::Withdraw, "withdrawn") } else { (decision, done) };
        let pair = Pair { kind: self.kind, name: self.name, other: self.other };
        identity::decide(archive, &pair, decision, by)?;
        let Pair { kind, name, other } = pair;
        output::write(|out| {
            writeln!(out, "{done:<10} the {} {name:?} and {other:?}", kind.name()).map_err(Error::Write)
        })
    }
}
