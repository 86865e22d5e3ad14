//! One page of words of FTS5, as far as to its first word: two numbers of two bytes, of which the second tells where the list
//! of the words' places begins; the first of these places; and there the word, with its length before it.

/// The first word that begins on the page, as it is stored; `None` where none does.
pub fn first_word(page: &[u8]) -> Option<&[u8]> {
    let places = usize::from(u16::from_be_bytes(*page.get(2..)?.first_chunk()?));
    let (place, _) = number(page.get(places..)?)?;
    let (length, word) = number(page.get(place..places)?)?;
    word.get(..length)
}

/// A number of seven bits in each byte, the highest first; those that need more than four bytes are on no page.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0;
    for (index, byte) in bytes.iter().take(4).enumerate() {
        value = value << 7 | usize::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(index + 1..)?));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_word_of_a_page() {
        // Four bytes of head, "0dam" at 4 with one posting behind it, and the list of places at 10.
        let page = b"\0\0\0\x0a\x040dam\x01\x04";
        assert_eq!(first_word(page), Some(&b"0dam"[..]));
        assert_eq!(first_word(b"\0\0\0\x06\x01\x02"), None, "a page that only goes on with a word");
        for length in 0..page.len() {
            assert_eq!(first_word(&page[..length]), None, "cut off at {length}");
        }
        assert_eq!(number(&[0x81, 0x00, 7]), Some((128, &[7][..])));
        assert_eq!(number(&[0xff; 9]), None);
    }
}
