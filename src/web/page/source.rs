//! What one source is relied on for: its claims.

use maud::html;

use crate::Result;
use crate::archive::Archive;
use crate::query::sources;
use crate::web::address::Address;
use crate::web::answer::Answer;
use crate::web::layout;
use crate::web::links::Links;
use crate::web::page::incident::claims;
use crate::web::paging::Paging;
use crate::web::shown::line;

/// Claims on a page.
const SIZE: u32 = 50;

/// The page.
pub fn answer(archive: &Archive, address: &Address) -> Result<Answer> {
    let Some(name) = address.parameter("name") else { return Ok(super::failure::missing()) };
    let mut paging = Paging::of(address, SIZE);
    let mut rows = archive.read(|connection| sources::claims(connection, name, paging.limit(), paging.offset()))?;
    paging.cut(&mut rows);
    let title = line(name);
    let content = html! {
        h1 { "On the word of " bdi { (title) } }
        (claims::table(&rows, Links::Served))
        (paging.links(address))
    };
    Ok(Answer::page(200, layout::page(&title, "/sources", &content)))
}
