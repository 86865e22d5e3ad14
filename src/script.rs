//! Scripts whose words are not parted by spaces: where a word begins and ends, only a dictionary of the language could say.

/// Whether this is a sign of Thai, Lao, Burmese, Khmer, Japanese or Chinese.
pub fn is_unspaced(character: char) -> bool {
    matches!(character, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether words with this sign are searched for by their parts: Korean has spaces, and writes "of" and "in" to the word's end.
pub fn is_searched_in_parts(character: char) -> bool {
    is_unspaced(character) || matches!(character, '\u{ac00}'..='\u{d7a3}')
}

/// Whether a text has such a sign.
pub fn has_parts(text: &str) -> bool {
    // All of these signs begin with such a byte, and most texts have few of them.
    let highest = |chunk: &[u8]| chunk.iter().fold(0, |highest: u8, byte| highest.max(*byte));
    text.as_bytes().chunks(64).any(|chunk| highest(chunk) >= 0xe0) && text.chars().any(is_searched_in_parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_with_signs() {
        for text in ["矿工罢工", "地震で三人が死亡", "쏟아진", "ไฟไหม้", "ໄຟໄໝ້", "မီးလောင်", "ភ្លើង", "a lamp (灯)", "𠮷"]
        {
            assert!(has_parts(text), "{text}");
        }
        for text in ["", "a “lamp” – €5", "Пожар", "حريق", "आग", "ẞ ﬁre"] {
            assert!(!has_parts(text), "{text}");
        }
    }
}
