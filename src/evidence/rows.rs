//! Derived rows in the form over which their digest is: what a package carries beside a logged digest, so that the rows
//! can be read and the digest computed by anybody.

use std::collections::BTreeMap;

use crate::archive::derived::TABLES;

/// One row: its columns that are not NULL, with their values as text.
pub type Row = BTreeMap<String, String>;

/// Reads rows, each with the name of its table; `None` where the bytes are not of this form.
pub fn parse(mut bytes: &[u8]) -> Option<Vec<(String, Row)>> {
    let mut parts = Vec::new();
    while let Some((length, rest)) = bytes.split_first_chunk::<8>() {
        let length = usize::try_from(u64::from_be_bytes(*length)).ok()?;
        let (part, rest) = rest.split_at_checked(length)?;
        parts.push(std::str::from_utf8(part).ok()?);
        bytes = rest;
    }
    if !bytes.is_empty() {
        return None;
    }
    let is_table = |part: &str| TABLES.iter().any(|table| table.name == part);
    let mut rows: Vec<(String, Row)> = Vec::new();
    let mut parts = parts.into_iter();
    while let Some(part) = parts.next() {
        // No column is called as a table is.
        if is_table(part) {
            rows.push((part.to_owned(), Row::new()));
        } else {
            let value = parts.next()?;
            rows.last_mut()?.1.insert(part.to_owned(), value.to_owned());
        }
    }
    Some(rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::derivation::derive;
    use crate::capture::{Capture, MediaType};

    #[test]
    fn rows_are_read_as_they_are_digested() {
        let text = b"Two miners were killed in Elmas on 3 May 2019, officials said.".to_vec();
        let derivation = derive(&Capture::new("a.txt", MediaType::PlainText, text, None)).unwrap();
        let (rows, mut bytes) = (derivation.rows(), Vec::new());
        rows.digested(&mut |part| bytes.extend_from_slice(part));
        assert_eq!(crate::hash::Hash::of(&bytes), rows.digest());
        let read = parse(&bytes).unwrap();
        let claims: Vec<&Row> = read.iter().filter(|(table, _)| table == "claims").map(|(_, row)| row).collect();
        assert_eq!(claims.len(), derivation.analysis.claims.len());
        assert!(claims.iter().any(|claim| claim["quote"].contains("miners")), "{claims:?}");
        for cut in 0..bytes.len() {
            // Where a row ends by chance, what is left is rows too.
            assert!(parse(&bytes[..cut]).is_none_or(|rows| rows.len() <= read.len()));
        }
        assert_eq!(parse(b"anything else"), None);
    }
}
