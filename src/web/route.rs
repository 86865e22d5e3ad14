//! From an address to its page.

use super::address::Address;
use super::answer::Answer;
use super::desk::Desk;
use super::request::Request;
use super::{assets, page};
use crate::Result;
use crate::archive::Archive;

/// The answer to a request that the guard let through.
///
/// # Errors
/// Those of the page's questions; [`page::failure`] makes a page of them.
pub fn answer(archive: &Archive, request: &Request, desk: Option<&Desk>) -> Result<Answer> {
    let address = Address::of(request);
    match address.parts().as_slice() {
        [] => page::overview::answer(archive, &address, desk.is_some()),
        ["incident", name] => page::incident::answer(archive, &address, name, desk),
        ["articles"] => page::articles::answer(archive, &address),
        ["article", sha256] => page::article::answer(archive, sha256, desk.is_some()),
        ["article", sha256, "original"] => page::original::answer(archive, sha256),
        ["change", before, after] => page::change::answer(archive, before, after),
        ["timeline"] => page::timeline::answer(archive, &address),
        ["undated"] => page::undated::answer(archive, &address),
        ["names"] => page::names::answer(archive, &address),
        ["name", kind, name] => page::name::answer(archive, &address, kind, name, desk),
        ["sources"] => page::sources::answer(archive, &address),
        ["source"] => page::source::answer(archive, &address),
        ["search"] => page::search::answer(archive, &address),
        ["integrity"] => page::integrity::answer(archive, &address),
        ["review", rest @ ..] => match desk {
            Some(desk) => page::review::answer(archive, &address, rest, desk),
            None => Ok(page::failure::missing()),
        },
        [asset] => Ok(assets::answer(asset).unwrap_or_else(page::failure::missing)),
        _ => Ok(page::failure::missing()),
    }
}
