//! The page for what is not there or could not be done: what went wrong, and where to go from here.

use maud::{Markup, html};

use crate::Error;
use crate::web::answer::Answer;
use crate::web::layout;
use crate::web::shown::shown;

/// The page for an address that means nothing.
pub fn missing() -> Answer {
    told(404, "There is no such page", &html! { p { "The address may be mistyped, or come from another archive." } })
}

/// The page for an error.
pub fn answer(error: &Error) -> Answer {
    if error.is_interrupted() {
        let advice = html! { p { "Narrow the question down, or ask it with " code { "dossier query" } ", which has all the time it needs." } };
        return told(503, "This took too long", &advice);
    }
    let (status, title) = match error {
        Error::NotFound { .. } => (404, "This is not in the archive"),
        Error::Ambiguous { .. } => (404, "This fits more than one"),
        Error::TakenDown { .. } => (410, "This was taken down"),
        Error::Usage { .. } => (400, "This cannot be asked"),
        _ => (500, "This could not be done"),
    };
    let mut causes = Vec::new();
    let mut cause = std::error::Error::source(error);
    while let Some(known) = cause {
        causes.push(known.to_string());
        cause = known.source();
    }
    let content = html! {
        p { (shown(&error.to_string())) }
        @for cause in &causes { p { "because " (shown(cause)) } }
        @if let Some(hint) = error.hint() { p.hint { (shown(&hint)) } }
    };
    told(status, title, &content)
}

fn told(status: u16, title: &str, content: &Markup) -> Answer {
    let content = html! {
        h1 { (title) }
        (content)
        p { "From here: " a href="/" { "the incidents" } ", " a href="/articles" { "the articles" } ", "
            a href="/names" { "the names" } ", or search for words above." }
    };
    Answer::page(status, layout::page(title, "", &content))
}
