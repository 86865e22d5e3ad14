//! Characters as they were meant. Text that was decoded with the wrong table holds "â€œ" for an opening quotation mark;
//! the lexer reads such a group as the one character that it stands for, while spans keep to the text as it is.

/// The character that begins at byte `at`, and how many bytes it takes; `None` at the end.
pub fn at(source: &str, at: usize) -> Option<(char, usize)> {
    let &byte = source.as_bytes().get(at)?;
    if byte.is_ascii() {
        return Some((char::from(byte), 1));
    }
    let rest = source.get(at..)?;
    let character = rest.chars().next()?;
    match character {
        'â' => Some(misread(rest).unwrap_or((character, character.len_utf8()))),
        '\u{91}' | '\u{92}' | '\u{93}' | '\u{94}' | '\u{96}' | '\u{97}' => Some((windows(character), 2)),
        _ => Some((character, character.len_utf8())),
    }
}

/// The character that ends before byte `at`, as it stands; `None` at the beginning.
pub fn before(source: &str, at: usize) -> Option<char> {
    source.get(..at)?.chars().next_back()
}

/// Punctuation in UTF-8 (E2 80 xx) that was read as Windows-1252 or as Latin-1.
fn misread(rest: &str) -> Option<(char, usize)> {
    let mut characters = rest.chars();
    let first = characters.next()?;
    let second = characters.next().filter(|second| matches!(second, '€' | '\u{80}'))?;
    let third = characters.next();
    let meant = match third {
        Some('œ' | '\u{9c}') => '“',
        Some('\u{9d}') => '”',
        Some('˜' | '\u{98}') => '‘',
        Some('™' | '\u{99}') => '’',
        // The mark whose last byte is a dash or a quotation mark in the wrong table.
        Some('“' | '\u{93}') => '–',
        Some('”' | '\u{94}') => '—',
        Some('¦') => '…',
        // The last byte of a closing mark has no character in Windows-1252 and is often lost.
        _ if second == '€' => return Some(('”', first.len_utf8() + second.len_utf8())),
        _ => return None,
    };
    Some((meant, first.len_utf8() + second.len_utf8() + third.map_or(0, char::len_utf8)))
}

/// Windows-1252 read as Latin-1: its punctuation comes out as control characters.
fn windows(character: char) -> char {
    match character {
        '\u{91}' => '‘',
        '\u{92}' => '’',
        '\u{93}' => '“',
        '\u{94}' => '”',
        '\u{96}' => '–',
        _ => '—',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misread_marks_are_read_as_meant() {
        for (text, meant) in [
            ("â€œGo", '“'),
            ("â€\u{9d} he", '”'),
            ("â€ he", '”'),
            ("â€™t", '’'),
            ("\u{93}Go", '“'),
            ("â\u{80}\u{94}", '—'),
        ] {
            assert_eq!(at(text, 0).map(|(character, _)| character), Some(meant), "{text:?}");
        }
        assert_eq!(at("âme", 0), Some(('â', 2)));
    }
}
