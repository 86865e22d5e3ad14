//! One measure of one incident: the chart, and what contradicts what in words.

use maud::{Markup, html};

use crate::query::compare::{Comparison, Disagreement, Incident};
use crate::render::comparison::words;
use crate::render::days;
use crate::web::chart::interval;
use crate::web::layout::{count_of, word};
use crate::web::links::Links;
use crate::web::shown::line;

/// So many pairs are put into words.
const MOST: usize = 8;

/// The section.
pub fn section(comparison: &Comparison, name: &str, links: Links) -> Markup {
    let measure = &comparison.measure;
    let id = match links {
        Links::Served => format!("measure-{measure}"),
        Links::Report(_) => format!("measure-{measure}-{name}"),
    };
    html! {
        @for incident in &comparison.incidents {
            section.measure aria-labelledby=(id) {
                h3 id=(id) { (word(measure)) " " span.day { (tally(incident)) } }
                (interval::chart(measure, incident, links))
                (disagreements(measure, incident, name))
            }
        }
    }
}

fn tally(incident: &Incident) -> String {
    let claims = count_of(incident.accounts.len(), "claim");
    let independent = incident.independent();
    match incident.publishers() {
        0 => format!("{claims}, {independent} independent"),
        publishers => format!("{claims} by {}, {independent} independent", count_of(publishers, "publisher")),
    }
}

/// The pairs that cannot both be right, and those that hardly can.
fn disagreements(measure: &str, incident: &Incident, name: &str) -> Markup {
    let year = incident.date_from.as_deref().map(days::year);
    let pairs: Vec<&Disagreement> = incident.disagreements.iter().collect();
    html! {
        @if !pairs.is_empty() {
            ul.disagreements {
                @for pair in pairs.iter().take(MOST) {
                    @let class = if pair.name() == "conflict" { "conflict" } else { "tension" };
                    li { span class=(format!("odds {class}")) { (pair.name()) } " " (line(&words::disagreement(pair, year))) }
                }
            }
            @if pairs.len() > MOST {
                p.hint { (pairs.len() - MOST) " more: " code { "dossier query conflicts --incident " (name) " --measure " (measure) } }
            }
        }
    }
}
