//! The style, the script and the icon, built into the program: nothing is fetched from elsewhere.

use super::answer::Answer;

/// The style of all pages and of reports.
pub const STYLE: &str = include_str!("assets/style.css");
/// What the script adds: a claim and its words light up together. All pages are whole without it.
pub const SCRIPT: &str = include_str!("assets/script.js");
/// The icon.
pub const ICON: &str = include_str!("assets/icon.svg");

/// The asset with this name.
pub fn answer(name: &str) -> Option<Answer> {
    match name {
        "style.css" => Some(Answer::asset("text/css; charset=utf-8", STYLE.as_bytes())),
        "script.js" => Some(Answer::asset("text/javascript; charset=utf-8", SCRIPT.as_bytes())),
        "icon.svg" => Some(Answer::asset("image/svg+xml", ICON.as_bytes())),
        _ => None,
    }
}
