//! The first hundred bytes of the file.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};

use super::{number, short};
use crate::archive::schema;

/// How many bytes the header has.
pub const LENGTH: usize = 100;

/// The header, as far as the walk needs it, and its bytes.
pub struct Header {
    /// How many bytes a page has.
    pub page_size: u32,
    /// The first page of the list of free pages; 0 where there is none.
    pub first_free_page: u32,
    /// How many free pages there are.
    pub free_pages: u32,
    bytes: Vec<u8>,
}

/// Offset, what should be there, what is.
pub type Field = (usize, String, String);

impl Header {
    /// `None` where it is none.
    pub fn read(file: &mut File) -> io::Result<Option<Self>> {
        let mut bytes = Vec::with_capacity(LENGTH);
        file.seek(SeekFrom::Start(0))?;
        file.take(LENGTH as u64).read_to_end(&mut bytes)?;
        let page_size = match short(&bytes, 16) {
            1 => 65_536,
            size => size as u32,
        };
        let is_header = bytes.len() == LENGTH && page_size.is_power_of_two() && page_size >= 512;
        let (first_free_page, free_pages) = (number(&bytes, 32), number(&bytes, 36));
        Ok(is_header.then_some(Self { page_size, first_free_page, free_pages, bytes }))
    }

    /// How many bytes of a page hold content.
    pub fn usable(&self) -> usize {
        let reserved = self.bytes.get(20).copied().unwrap_or_default();
        self.page_size as usize - usize::from(reserved)
    }

    /// The fields that are not as they are in every archive of `pages` pages. Free to change are only the counter of
    /// changes (which stands there twice), the counter of changes to the schema, and the version of SQLite that wrote last.
    pub fn wrong(&self, pages: u64) -> Vec<Field> {
        let at = |offset| u64::from(number(&self.bytes, offset));
        // Write and read version 1: a rollback journal. No reserved bytes. Fractions of a page as the format demands.
        let mut fields = vec![
            (18, 0x0101_0040, at(18)),
            (22, 0x2020, at(22) >> 16),
            (28, pages, at(28)),
            (44, 4, at(44)),                                      // format of the schema
            (48, 0, at(48)),                                      // size of the page cache
            (52, 0, at(52)),                                      // vacuum by itself
            (56, 1, at(56)),                                      // UTF-8
            (60, schema::version().cast_unsigned(), at(60)),      // user_version
            (64, 0, at(64)),                                      // vacuum step by step
            (68, schema::APPLICATION_ID.cast_unsigned(), at(68)), // application_id
            (92, at(24), at(92)),                                 // the counter of changes, once more
        ];
        fields.extend((72..92).step_by(4).map(|offset| (offset, 0, at(offset))));
        let wrong = fields.into_iter().filter(|(_, expected, actual)| expected != actual);
        wrong.map(|(offset, expected, actual)| (offset, expected.to_string(), actual.to_string())).collect()
    }
}
