//! Who relies on whom, as lines from publishers to the sources and outlets that they cite; the more claims, the thicker.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::Family;
use crate::web::shown::excerpt;

/// More on either side cannot be told apart.
const MOST: usize = 14;
/// Height of a line of text, and where the two columns are.
const STEP: usize = 26;
const LEFT: usize = 250;
const RIGHT: usize = 470;
const WIDTH: usize = 760;

/// One publisher that relies on one source.
#[derive(Clone, Debug)]
pub struct Reliance {
    /// The publisher.
    pub publisher: String,
    /// The source or outlet.
    pub source: String,
    /// What kind it is.
    pub family: Family,
    /// For how many claims.
    pub claims: i64,
}

/// The picture; nothing where nobody relies on anybody.
pub fn picture(reliances: &[Reliance]) -> Markup {
    let publishers = heaviest(reliances, |reliance| &reliance.publisher);
    let sources = heaviest(reliances, |reliance| &reliance.source);
    let most = reliances.iter().map(|reliance| reliance.claims).max().unwrap_or(1).max(1);
    if publishers.is_empty() || sources.is_empty() {
        return html! {};
    }
    let height = publishers.len().max(sources.len()) * STEP + 8;
    let middle = |place: usize, count: usize| place * STEP + STEP / 2 + (height - count * STEP) / 2;
    let lines = reliances.iter().filter_map(|reliance| {
        let from = middle(publishers.iter().position(|name| *name == reliance.publisher)?, publishers.len());
        let to = middle(sources.iter().position(|name| *name == reliance.source)?, sources.len());
        let width = 1.0 + 7.0 * (reliance.claims as f64 / most as f64).sqrt();
        let half = usize::midpoint(LEFT, RIGHT);
        let path = format!("M{} {from}C{half} {from} {half} {to} {} {to}", LEFT + 6, RIGHT - 18);
        Some((path, format!("{width:.1}"), reliance))
    });
    let family = |source: &str| {
        reliances.iter().find(|reliance| reliance.source == source).map_or(Family::Other, |reliance| reliance.family)
    };
    html! {
        figure.reliance {
            div.wide tabindex="0" role="group" aria-label="Who relies on whom, as a picture" {
                svg viewBox=(format!("0 0 {WIDTH} {height}")) width=(WIDTH) height=(height) role="img" aria-labelledby="reliance" {
                    title id="reliance" { "Lines from publishers on the left to the sources on the right that they rely on; the table below tells the same" }
                    @for (path, width, reliance) in lines {
                        path class=(format!("tie {}", reliance.family.class())) d=(path) stroke-width=(width) {
                            title { (reliance.publisher) " relies on " (reliance.source) ": " (reliance.claims) }
                        }
                    }
                    @for (place, publisher) in publishers.iter().enumerate() {
                        text x=(LEFT) y=(middle(place, publishers.len()) + 5) text-anchor="end" { (excerpt(publisher, 34)) }
                    }
                    @for (place, source) in sources.iter().enumerate() {
                        (family(source).mark(&(RIGHT - 8).to_string(), i32::try_from(middle(place, sources.len())).unwrap_or(0), false))
                        text x=(RIGHT + 6) y=(middle(place, sources.len()) + 5) { (excerpt(source, 38)) }
                    }
                }
            }
        }
    }
}

/// Those with most claims, the heaviest first.
fn heaviest(reliances: &[Reliance], name: fn(&Reliance) -> &str) -> Vec<&str> {
    let mut weights: BTreeMap<&str, i64> = BTreeMap::new();
    for reliance in reliances {
        *weights.entry(name(reliance)).or_default() += reliance.claims;
    }
    let mut names: Vec<(&str, i64)> = weights.into_iter().collect();
    names.sort_by_key(|(name, weight)| (std::cmp::Reverse(*weight), *name));
    names.into_iter().take(MOST).map(|(name, _)| name).collect()
}
