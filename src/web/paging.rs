//! Long answers come in pages. One row more than a page holds is asked for, which tells whether there is another.

use maud::{Markup, html};

use super::address::Address;
use crate::query::Rows;

/// A stretch of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paging {
    page: u32,
    size: u32,
    has_more: bool,
}

impl Paging {
    /// The page that an address asks for, of so many rows.
    pub fn of(address: &Address, size: u32) -> Self {
        Self { page: address.page(), size, has_more: false }
    }

    /// How many rows come before it.
    pub fn offset(self) -> i64 {
        i64::from(self.page - 1) * i64::from(self.size)
    }

    /// How many rows to ask for: one more than are shown.
    pub fn limit(self) -> i64 {
        i64::from(self.size) + 1
    }

    /// Takes the row too many off the answer.
    pub fn cut(&mut self, rows: &mut Rows) {
        self.has_more = rows.rows.len() > self.size as usize;
        rows.rows.truncate(self.size as usize);
    }

    /// The same for an answer of which so many rows were found, the one too many among them.
    #[must_use]
    pub fn after(self, found: usize) -> Self {
        Self { has_more: found > self.size as usize, ..self }
    }

    /// Links to the page before and the one after; nothing where there is one page alone.
    pub fn links(self, address: &Address) -> Markup {
        let to = |page: u32| address.with("page", (page > 1).then(|| page.to_string()).as_deref());
        if self.page == 1 && !self.has_more {
            return html! {};
        }
        html! {
            nav.paging aria-label="Pages" {
                @if self.page > 1 { a href=(to(self.page - 1)) rel="prev" { "← Page " (self.page - 1) } }
                span { "Page " (self.page) }
                @if self.has_more { a href=(to(self.page + 1)) rel="next" { "Page " (self.page + 1) " →" } }
            }
        }
    }
}
