//! Kinds of source, brought together into the few that the eye can tell apart. Each has a colour and also a shape.

use maud::{Markup, html};

/// A group of kinds of source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Government, police, prosecutors.
    State,
    /// Opposition, activists, organisations outside government, unions.
    Civil,
    /// Witnesses, hospitals and rescue services.
    Witness,
    /// Other media.
    Media,
    /// Companies, documents, single persons, sources that are not named.
    Other,
    /// The article in its own voice.
    Own,
}

impl Family {
    /// All, in the order of the legend.
    pub const ALL: [Self; 6] = [Self::State, Self::Civil, Self::Witness, Self::Media, Self::Other, Self::Own];

    /// The family of a kind of source; `via` is the outlet through which a claim came.
    pub fn of(source_type: Option<&str>, via: Option<&str>) -> Self {
        match (source_type, via) {
            (Some("official" | "police" | "prosecutor"), _) => Self::State,
            (Some("opposition" | "activist" | "ngo" | "union"), _) => Self::Civil,
            (Some("witness" | "hospital"), _) => Self::Witness,
            (Some("media"), _) | (None, Some(_)) => Self::Media,
            (Some(_), _) => Self::Other,
            (None, None) => Self::Own,
        }
    }

    /// What the legend says.
    pub fn name(self) -> &'static str {
        match self {
            Self::State => "officials, police, prosecutors",
            Self::Civil => "opposition, activists, unions, human-rights groups",
            Self::Witness => "witnesses, hospitals",
            Self::Media => "other media",
            Self::Other => "companies, documents, persons, unnamed sources",
            Self::Own => "the article itself",
        }
    }

    /// The class by which the style gives it its colour.
    pub fn class(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Civil => "civil",
            Self::Witness => "witness",
            Self::Media => "media",
            Self::Other => "other",
            Self::Own => "own",
        }
    }

    /// Its shape around 0,0: square, triangle, diamond, plus, hexagon, disc.
    fn path(self) -> &'static str {
        match self {
            Self::State => "M-5-5H5V5H-5Z",
            Self::Civil => "M0-6.5L6.5 5H-6.5Z",
            Self::Witness => "M0-7L7 0L0 7L-7 0Z",
            Self::Media => "M-2.2-6.5H2.2V-2.2H6.5V2.2H2.2V6.5H-2.2V2.2H-6.5V-2.2H-2.2Z",
            Self::Other => "M-3.5-6H3.5L7 0L3.5 6H-3.5L-7 0Z",
            Self::Own => "M-5.8 0A5.8 5.8 0 1 1 5.8 0A5.8 5.8 0 1 1-5.8 0Z",
        }
    }

    /// Its mark at a place in a picture; hollow for a figure that is put softly.
    pub fn mark(self, x: &str, y: i32, is_soft: bool) -> Markup {
        let class = if is_soft { format!("mark {} soft", self.class()) } else { format!("mark {}", self.class()) };
        html! { svg x=(x) y=(y) overflow="visible" { path class=(class) d=(self.path()) {} } }
    }
}

/// What the colours and shapes mean, for the families that a picture shows; in a chart of intervals also what lines and hollow
/// marks mean.
pub fn legend(families: &[Family], has_intervals: bool) -> Markup {
    let symbol = |content: Markup| html! { svg.symbol width="26" height="18" aria-hidden="true" { (content) } };
    html! {
        ul.legend aria-label="Legend" {
            @for family in Family::ALL.into_iter().filter(|family| families.contains(family)) {
                li { (symbol(family.mark("13", 9, false))) (family.name()) }
            }
            @if has_intervals {
                li { (symbol(Family::Own.mark("13", 9, true))) "hollow: put softly (over, about, dozens)" }
                li {
                    (symbol(html! { line.reach.own x1="3" x2="21" y1="9" y2="9" {} path.arrow.own d="M17 4L25 9L17 14Z" {} }))
                    "no upper end"
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_without_a_kind_have_a_family() {
        for (source_type, via, expected) in [
            (Some("police"), None, Family::State),
            (Some("union"), Some("The Lantern"), Family::Civil),
            (None, Some("The Lantern"), Family::Media),
            (None, None, Family::Own),
            (Some("a kind of later days"), None, Family::Other),
        ] {
            assert_eq!(Family::of(source_type, via), expected, "{source_type:?} {via:?}");
        }
    }
}
