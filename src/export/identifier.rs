//! Names for what an export tells of, that stay the same over rebuilds, exports and archives: made of what a thing is, never
//! of the number of a row.

use crate::hash::Hash;
use crate::query::Record;

/// How many hexadecimal digits of the hash are enough.
const DIGITS: usize = 40;

/// What an export tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// One version of an article.
    Article,
    /// A claim.
    Claim,
    /// A person.
    Person,
    /// A body: an organisation, an authority.
    Body,
    /// A spelling of a name in an article.
    Mention,
    /// A place and time.
    Incident,
}

impl Thing {
    fn name(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Claim => "claim",
            Self::Person => "person",
            Self::Body => "body",
            Self::Mention => "mention",
            Self::Incident => "incident",
        }
    }
}

/// What tells one thing from all others of its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    thing: Thing,
    digits: String,
}

impl Identifier {
    /// The identifier of a thing by all that makes it one.
    pub fn new(thing: Thing, parts: &[&str]) -> Self {
        let mut whole = thing.name().as_bytes().to_vec();
        for part in parts {
            whole.push(0);
            whole.extend_from_slice(part.as_bytes());
        }
        let mut digits = Hash::of(&whole).to_hex();
        digits.truncate(DIGITS);
        Self { thing, digits }
    }

    /// The version of an article that a row has in `article`, `version` and `sha256`.
    pub fn article(record: &Record<'_>) -> Self {
        let version = record.integer("version").unwrap_or_default().to_string();
        Self::new(Thing::Article, &[text(record, "article"), &version, text(record, "sha256")])
    }

    /// The claim that a row has in `claim_key`, in the article of the row.
    pub fn claim(record: &Record<'_>) -> Self {
        Self::new(Thing::Claim, &[&Self::article(record).digits, text(record, "claim_key")])
    }

    /// A person or body; `None` for any other kind of name.
    pub fn named(kind: &str, name: &str) -> Option<Self> {
        match kind {
            "person" => Some(Self::new(Thing::Person, &[name])),
            "body" => Some(Self::new(Thing::Body, &[name])),
            _ => None,
        }
    }

    /// In letters, digits and hyphens.
    pub fn word(&self) -> String {
        format!("dossier-{}-{}", self.thing.name(), self.digits)
    }

    /// As a URN: a UUID of version 8, which is one that whoever makes it fills as he likes (RFC 9562).
    pub fn urn(&self) -> String {
        let part = |from: usize, to: usize| self.digits.get(from..to).unwrap_or_default();
        format!("urn:uuid:{}-{}-8{}-8{}-{}", part(0, 8), part(8, 12), part(12, 15), part(15, 18), part(18, 30))
    }
}

fn text<'a>(record: &Record<'a>, column: &str) -> &'a str {
    record.text(column).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_told_apart_by_kind_and_parts() {
        let one = Identifier::new(Thing::Person, &["Ada Ilves"]);
        assert_ne!(one.word(), Identifier::new(Thing::Body, &["Ada Ilves"]).word());
        assert_ne!(
            Identifier::new(Thing::Claim, &["a", "bc"]).word(),
            Identifier::new(Thing::Claim, &["ab", "c"]).word()
        );
        assert_eq!(one.word().len(), "dossier-person-".len() + DIGITS);
        let urn = one.urn();
        assert_eq!(urn.len(), "urn:uuid:".len() + 36, "{urn}");
        assert_eq!(urn.split('-').map(str::len).collect::<Vec<_>>(), [17, 4, 4, 4, 12]);
    }
}
