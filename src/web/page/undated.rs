//! Claims for which no day is told: no incident has them, so they are reached here.

use maud::html;

use crate::Result;
use crate::archive::Archive;
use crate::query::claims as questions;
use crate::web::address::Address;
use crate::web::answer::Answer;
use crate::web::layout;
use crate::web::links::Links;
use crate::web::page::incident::claims;
use crate::web::paging::Paging;

/// Claims on a page.
const SIZE: u32 = 50;

/// The page.
pub fn answer(archive: &Archive, address: &Address) -> Result<Answer> {
    let mut paging = Paging::of(address, SIZE);
    let mut rows = archive.read(|connection| questions::undated(connection, paging.limit(), paging.offset()))?;
    paging.cut(&mut rows);
    let content = html! {
        h1 { "Claims without a date" }
        p { "Of these counts and events the articles do not tell the day. They are in no incident and are compared with nothing; "
            a href="/" { "the incidents" } " have the others." }
        (claims::table(&rows, Links::Served))
        (paging.links(address))
    };
    Ok(Answer::page(200, layout::page("Claims without a date", "/", &content)))
}
