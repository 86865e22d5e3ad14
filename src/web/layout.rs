//! What all pages share: the head, the way to the other pages, the foot.

use maud::{DOCTYPE, Markup, html};

use crate::TOOL;

/// The sections between which a reader moves.
const SECTIONS: [(&str, &str); 6] = [
    ("/", "Overview"),
    ("/articles", "Articles"),
    ("/timeline", "Timeline"),
    ("/names", "Names"),
    ("/sources", "Sources"),
    ("/integrity", "Integrity"),
];

/// A page of the server. `section` is the address of the section that it belongs to; empty where it belongs to none.
pub fn page(title: &str, section: &str, content: &Markup) -> Markup {
    page_with_search(title, section, "", content)
}

/// The same with words in the field for searching.
pub fn page_with_search(title: &str, section: &str, words: &str, content: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " · dossier" }
                link rel="icon" href="/icon.svg" type="image/svg+xml";
                link rel="stylesheet" href="/style.css";
                script src="/script.js" defer {}
            }
            body {
                a.skip href="#content" { "Skip to the content" }
                header.top {
                    a.mark href="/" { "dossier" }
                    nav aria-label="Sections" {
                        ul {
                            @for (address, name) in SECTIONS {
                                li {
                                    @if address == section { a href=(address) aria-current="page" { (name) } }
                                    @else { a href=(address) { (name) } }
                                }
                            }
                        }
                    }
                    form.search action="/search" role="search" {
                        label.hidden for="words" { "Words to search for" }
                        input id="words" name="q" type="search" value=(words) placeholder="Search the articles";
                        button type="submit" { "Search" }
                    }
                }
                main id="content" tabindex="-1" { (content) }
                (foot())
            }
        }
    }
}

/// What a reader has to know of every page and every report.
pub fn foot() -> Markup {
    html! {
        footer {
            p { "Claims, not truths: the archive shows who said what in which words, and never decides who is right. Claims are "
                "found by rules and can be wrong; read the quote before you cite a figure." }
            p { (TOOL) "." }
        }
    }
}

/// A time of the archive, `2020-01-02T03:04:05Z`, for people: "2 January 2020, 03:04 UTC".
pub fn moment(time: &str) -> String {
    match (time.get(..10), time.get(11..16)) {
        (Some(day), Some(minute)) => format!("{}, {minute} UTC", crate::render::days::long(day)),
        _ => time.to_owned(),
    }
}

/// "1 claim", "2,000 claims".
pub fn number_of(number: i64, thing: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{} {thing}{ending}", crate::render::bar::with_separators(number))
}

/// The same for what was counted here.
pub fn count_of(number: usize, thing: &str) -> String {
    number_of(i64::try_from(number).unwrap_or(i64::MAX), thing)
}

/// A word of the archive for people: `on_strike` is "on strike".
pub fn word(word: &str) -> String {
    word.replace('_', " ")
}
