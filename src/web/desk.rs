//! The desk at which people decide about claims in a browser. A form is taken only with the token of this run, which no other
//! site's page can read, and then goes the same way as a command.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use std::hint::black_box;
use std::path::Path;

use super::address::{Address, link};
use super::answer::Answer;
use super::links::{self, claim_id};
use super::request::Request;
use crate::archive::Archive;
use crate::review::identity::{self, Kind, Pair};
use crate::review::{self, Assignment, By, Decision, Missed, proposed};
use crate::{Error, Result};

/// Bytes of a token.
const TOKEN: usize = 32;

/// The desk of one run of the server.
pub struct Desk {
    token: String,
    /// Who signs where a form gives no other name.
    pub reviewer: String,
    now: fn() -> String,
}

impl Desk {
    /// A desk with a token of its own. `now` gives the time (UTC).
    ///
    /// # Errors
    /// [`Error::NoRandomness`] where there is nothing to make a token of.
    pub fn new(reviewer: String, now: fn() -> String) -> Result<Self> {
        let mut bytes = [0; TOKEN];
        getrandom::fill(&mut bytes).map_err(|error| Error::NoRandomness { reason: error.to_string() })?;
        let token = URL_SAFE_NO_PAD.encode(bytes);
        Ok(Self { token, reviewer, now })
    }

    /// What every form of this run carries.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// Whether this is the token; how long the comparison takes does not tell how much of it is right.
    fn has_token(&self, given: &str) -> bool {
        let differs = self.token.bytes().zip(given.bytes()).fold(0, |differs, (one, other)| differs | (one ^ other));
        given.len() == self.token.len() && black_box(differs) == 0
    }

    /// Takes a form.
    ///
    /// # Errors
    /// As the command that does the same.
    pub fn take(&self, path: &Path, request: &Request) -> Result<Answer> {
        let (address, form) = (Address::of(request), Address::of_form(request));
        if !self.has_token(form.parameter("token").unwrap_or_default()) {
            return Ok(Answer::refusal(403, "this form is not of this run of the server: load its page again"));
        }
        let by = By {
            reviewer: form.owned("reviewer").unwrap_or_else(|| self.reviewer.clone()),
            note: form.owned("note"),
            now: (self.now)(),
        };
        let mut archive = Archive::open_to_write(path)?;
        let reviewed = match address.parts().as_slice() {
            ["review", "claim", key] => {
                let name = form.parameter("decision").unwrap_or_default();
                let decision = Decision::ALL.into_iter().find(|known| known.name() == name && *known != Decision::Add);
                let decision =
                    decision.ok_or_else(|| Error::Usage { what: format!("{name:?} is no decision about a claim") })?;
                let values = if decision == Decision::Correct { values(&form)? } else { Vec::new() };
                review::decide(&mut archive, key, decision, &values, form.parameter("as"), &by)?
            }
            ["review", "add", sha256] => {
                let at = form.parameter("at").map(str::parse).transpose();
                let at = at.map_err(|_| Error::Usage {
                    what: "the place of the quote is a number of characters".to_owned(),
                })?;
                // Browsers send line breaks as CR LF.
                let quote = form.parameter("quote").unwrap_or_default().replace("\r\n", "\n");
                let given = values(&form)?.into_iter().filter(|value| !value.value.is_empty()).collect();
                let missed = Missed { article: (*sha256).to_owned(), quote, at, values: given };
                review::add(&mut archive, &missed, &by)?
            }
            ["review", "proposal", proposal] => {
                let proposal = proposal.parse().map_err(|what| Error::Usage { what })?;
                proposed::accept(&mut archive, proposal, Vec::new(), &by)?
            }
            ["review", "same", kind] => return same(&mut archive, kind, &form, &by),
            _ => return Ok(super::page::failure::missing()),
        };
        let back = match form.parameter("back") {
            Some("list") => link(&["review"], &[("by", &by.reviewer)]),
            _ => format!("{}#{}", link(&["article", &reviewed.sha256], &[]), claim_id(&reviewed.claim_key)),
        };
        Ok(Answer::redirection(&back))
    }
}

/// Takes a decision about what is one and what is not, and leads back to what stays.
fn same(archive: &mut Archive, kind: &str, form: &Address, by: &By) -> Result<Answer> {
    let Some(kind) = Kind::ALL.into_iter().find(|known| known.name() == kind) else {
        return Ok(super::page::failure::missing());
    };
    let word = form.parameter("decision").unwrap_or_default();
    let decisions = [identity::Decision::Merge, identity::Decision::Split, identity::Decision::Withdraw];
    let decision = decisions.into_iter().find(|known| known.name() == word);
    let decision = decision.ok_or_else(|| Error::Usage { what: format!("{word:?} is no decision about two names") })?;
    let given = |field| form.owned(field).unwrap_or_default();
    let pair = Pair { kind, name: given("name"), other: given("other") };
    identity::decide(archive, &pair, decision, by)?;
    Ok(Answer::redirection(&match kind {
        Kind::Incident => links::incident(&pair.name),
        _ => links::name(kind.name(), &pair.name),
    }))
}

/// The values of a claim among the fields of a form.
fn values(form: &Address) -> Result<Vec<Assignment>> {
    let given = form.parameters().filter_map(|(name, value)| Some((name.strip_prefix("value-")?, value)));
    given.map(|(name, value)| format!("{name}={value}").parse().map_err(|what| Error::Usage { what })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_whole_token_is_the_token() {
        let desk = Desk::new(String::new(), String::new).unwrap();
        let token = desk.token().to_owned();
        assert_eq!(token.len(), (4 * TOKEN).div_ceil(3));
        assert_ne!(Desk::new(String::new(), String::new).unwrap().token(), token);
        assert!(desk.has_token(&token));
        let flipped: String = token.chars().rev().collect();
        for wrong in ["", &token[1..], &format!("{token}0"), &flipped] {
            assert!(!desk.has_token(wrong) || wrong == token, "{wrong}");
        }
    }
}
