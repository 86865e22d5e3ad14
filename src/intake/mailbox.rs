//! Mailboxes (mbox): messages one after the other, each behind a line that begins with "From ". The bytes of a message are
//! those between two such lines, as they stand there.

use std::io::{BufRead, Read as _};

use super::container::{Place, Stop, Walk, reason};
use super::too_large;
use crate::capture::MediaType;
use crate::document::mail;

/// How a message is parted from the one before.
const MARK: &[u8] = b"From ";

/// Reads all messages.
pub fn read(mut reader: &mut dyn BufRead, place: &Place, walk: &mut Walk<'_>) -> Result<(), Stop> {
    let (mut message, mut line) = (Vec::new(), Vec::new());
    let (mut number, mut is_blank, mut is_too_large) = (0, true, false);
    loop {
        line.clear();
        // A line without end is taken in pieces.
        let read = (&mut reader).take(1 << 20).read_until(b'\n', &mut line);
        let ended = match read {
            Ok(length) => length == 0,
            Err(error) => return walk.refuse(&place.origin, reason(&error)),
        };
        if ended || is_blank && line.starts_with(MARK) {
            if number > 0 {
                let content = std::mem::take(&mut message);
                take(content, number, is_too_large, place, walk)?;
            }
            if ended {
                return Ok(());
            }
            number += 1;
            is_too_large = false;
            is_blank = false;
            continue;
        }
        is_blank = line.iter().all(u8::is_ascii_whitespace);
        is_too_large |= (message.len() + line.len()) as u64 > walk.largest;
        if !is_too_large && number > 0 {
            message.extend_from_slice(&line);
        }
    }
}

fn take(mut message: Vec<u8>, number: u64, is_too_large: bool, place: &Place, walk: &mut Walk<'_>) -> Result<(), Stop> {
    walk.count()?;
    if is_too_large {
        return walk.refuse(&place.record(&number.to_string()).origin, too_large(walk.largest));
    }
    // The empty line before the next message belongs to the mailbox.
    if message.ends_with(b"\r\n\r\n") {
        message.truncate(message.len() - 2);
    } else if message.ends_with(b"\n\n") {
        message.truncate(message.len() - 1);
    }
    let record = mail::record(&message, "message");
    let name = record.as_ref().and_then(|record| record.id.clone()).filter(|name| walk.is_new(name));
    let mut inside = place.record(&name.unwrap_or_else(|| number.to_string()));
    inside.record = record.and_then(|record| record.to_json());
    walk.capture(MediaType::Email, message, &inside)
}
