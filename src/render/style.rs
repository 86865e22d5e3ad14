//! The few styles of the terminal output. Everything stays readable without them.

use std::fmt::Display;

use anstyle::{AnsiColor, Style};

/// Headings.
pub const STRONG: Style = Style::new().bold();
/// What is only there for completeness.
pub const FAINT: Style = Style::new().dimmed();
/// What contradicts.
pub const CONFLICT: Style = AnsiColor::Red.on_default().bold();
/// What hardly fits.
pub const TENSION: Style = AnsiColor::Yellow.on_default();
/// Marks.
pub const MARK: Style = AnsiColor::Cyan.on_default();

/// `text` in a style; nothing at all for empty text.
pub fn styled(style: Style, text: impl Display) -> String {
    let text = text.to_string();
    if text.trim().is_empty() { text } else { format!("{style}{text}{style:#}") }
}
