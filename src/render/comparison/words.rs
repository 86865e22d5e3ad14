//! Counts and their contradictions in words.

use crate::query::compare::{Account, Disagreement};
use crate::render::bar::with_separators;
use crate::render::days;
use crate::render::layout::one_line;

/// A count in words: "13", "at least 14", "more than 70", "dozens".
pub fn figure(account: &Account) -> String {
    let number = |bound: Option<i64>| with_separators(bound.or(account.low).or(account.high).unwrap_or(0));
    match account.qualifier.as_str() {
        "exact" => number(account.low),
        "at_least" => format!("at least {}", number(account.low)),
        "more_than" => format!("more than {}", number(account.low)),
        "up_to" => format!("up to {}", number(account.high)),
        "less_than" => format!("fewer than {}", number(account.high)),
        "about" => format!("about {}", number(account.low)),
        "nearly" => format!("nearly {}", number(account.high)),
        "range" => format!("{} to {}", number(account.low), number(account.high)),
        _ => account.figure.clone(),
    }
}

/// On whose word, and what was decided about it: "officials", "– via the Evening Post", "officials, corrected", "–".
pub fn source(account: &Account) -> String {
    let source = account.source.as_deref().map_or_else(|| "–".to_owned(), one_line);
    let doubt = match account.modality.as_str() {
        "alleged" => ", alleged",
        "possible" => ", possible",
        _ => "",
    };
    let via = account.via.as_deref().map_or_else(String::new, |via| format!(" via {}", one_line(via)));
    let review = account.review.as_deref().map_or_else(String::new, |review| format!(", {review}"));
    format!("{source}{doubt}{via}{review}")
}

/// Who published it: the publisher, or the article where none is known.
pub fn publisher(account: &Account) -> String {
    one_line(account.publisher.as_deref().or(account.title.as_deref()).unwrap_or("–"))
}

/// Why a count is not compared with the others.
pub fn why_apart(account: &Account) -> &'static str {
    match (account.polarity.as_str(), account.modality.as_str(), account.relation.as_deref()) {
        ("denied", ..) => "denied",
        (_, "unreal", _) => "not happened",
        (_, _, Some("subset")) => "a part",
        (_, _, Some("additional")) => "on top",
        _ => "a single case",
    }
}

/// Both sides of a disagreement. "13 (officials) against more than 70 (other sources), Evening Post 19 Dec" where one
/// article gives both; otherwise each side has its own publisher.
pub fn disagreement(pair: &Disagreement, known_year: Option<&str>) -> String {
    let issue = |account: &Account| {
        let day = account.published_on.as_deref().map(|day| days::short(day, known_year));
        [Some(publisher(account)), day].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    let named_source = |account: &Account| {
        let has_none = account.source.is_none() && account.via.is_none();
        (!has_none).then(|| source(account).trim_start_matches("– ").to_owned())
    };
    let others = match pair.others {
        0 => String::new(),
        1 => ", and 1 more pair".to_owned(),
        others => format!(", and {others} more pairs"),
    };
    let others = if pair.edited { format!(", copies of one text{others}") } else { others };
    let (smaller, greater) = (&pair.smaller, &pair.greater);
    if pair.is_in_one_article() {
        let side = |account| {
            let who = named_source(account).unwrap_or_else(|| "in its own voice".to_owned());
            format!("{} ({who})", figure(account))
        };
        return format!("{} against {}, {}{others}", side(smaller), side(greater), issue(smaller));
    }
    let side = |account: &Account| {
        let who: Vec<String> = [named_source(account), Some(issue(account))].into_iter().flatten().collect();
        format!("{} ({})", figure(account), who.join(", "))
    };
    format!("{} against {}{others}", side(smaller), side(greater))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collation::comparison::Agreement;

    fn account(article_id: i64, figure: &str, low: i64, qualifier: &str, source: Option<&str>) -> Account {
        Account {
            article_id,
            figure: figure.to_owned(),
            low: Some(low),
            high: (qualifier == "exact").then_some(low),
            qualifier: qualifier.to_owned(),
            source: source.map(str::to_owned),
            publisher: Some(format!("Paper {article_id}")),
            published_on: Some("1997-03-05".to_owned()),
            ..Account::default()
        }
    }

    #[test]
    fn contradictions_in_words() {
        let nine = account(1, "9", 9, "exact", Some("the harbour office"));
        let forty = |article| account(article, ">40", 40, "more_than", None);
        let pair = |greater, others| Disagreement {
            agreement: Agreement::Conflict,
            edited: false,
            smaller: nine.clone(),
            greater,
            others,
        };
        assert_eq!(
            disagreement(&pair(forty(1), 0), Some("1997")),
            "9 (the harbour office) against more than 40 (in its own voice), Paper 1 5 Mar"
        );
        assert_eq!(
            disagreement(&pair(forty(2), 2), None),
            "9 (the harbour office, Paper 1 5 Mar 1997) against more than 40 (Paper 2 5 Mar 1997), and 2 more pairs"
        );
    }
}
