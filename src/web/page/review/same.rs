//! Forms for what is one and what is not: two names, two incidents, a claim and the incident that it was put into.

use maud::{Markup, html};

use super::signed;
use crate::review::identity::Kind;
use crate::web::address::link;
use crate::web::desk::Desk;

/// Merging a name with another, and splitting a spelling off it.
pub fn of_name(desk: &Desk, kind: &str, name: &str) -> Markup {
    html! {
        @if Kind::ALL.iter().any(|known| known.name() == kind && *known != Kind::Incident) {
            (forms(desk, kind, name, "The other name, which is the same", "The spelling that is another name"))
        }
    }
}

/// Merging an incident with another, and taking a claim out of it.
pub fn of_incident(desk: &Desk, name: &str) -> Markup {
    forms(
        desk,
        Kind::Incident.name(),
        name,
        "The other incident, which is the same",
        "The key of the claim that is not about it",
    )
}

fn forms(desk: &Desk, kind: &str, name: &str, merged: &str, split: &str) -> Markup {
    html! {
        section aria-labelledby="same" {
            h2 id="same" { "What is one, and what is not" }
            @for (decision, label, button) in [("merge", merged, "They are one"), ("split", split, "It is another")] {
                form.review-form method="post" action=(link(&["review", "same", kind], &[])) {
                    (signed(desk, &desk.reviewer))
                    input type="hidden" name="name" value=(name);
                    label { (label) input name="other" required autocomplete="off"; }
                    label { "Why" input name="note" maxlength="2000"; }
                    div.keys {
                        button name="decision" value=(decision) type="submit" { (button) }
                        button name="decision" value="withdraw" type="submit" { "Take back what I decided" }
                    }
                }
            }
        }
    }
}
