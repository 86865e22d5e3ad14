//! The widths of letters in fonts with many: a PDF may give them one by one or for a range. The library that reads PDF
//! takes a range for something else, so that ranges are written out before it sees the file.

use pdf_extract::{Document, Object};

/// No font has more letters.
const MOST_LETTERS: i64 = 65_536;

/// The document with all ranges of widths written out.
pub fn written_out(document: &mut Document) {
    let ids: Vec<_> = document.objects.keys().copied().collect();
    for id in ids {
        let Ok(font) = document.get_dictionary(id) else { continue };
        let Ok(widths) = font.get(b"W").and_then(|widths| document.dereference(widths)) else { continue };
        let Some(widths) = widths.1.as_array().ok().and_then(|widths| listed(widths)) else { continue };
        if let Ok(font) = document.get_dictionary_mut(id) {
            font.set("W", widths);
        }
    }
}

/// The same as lists; `None` where these are no widths.
fn listed(widths: &[Object]) -> Option<Vec<Object>> {
    let mut listed = Vec::with_capacity(widths.len());
    let mut rest = widths;
    loop {
        match rest {
            [] => return Some(listed),
            [first @ Object::Integer(_), list @ Object::Array(_), after @ ..] => {
                listed.extend([first.clone(), list.clone()]);
                rest = after;
            }
            [Object::Integer(first), Object::Integer(last), width, after @ ..]
                if (0..MOST_LETTERS).contains(&(last - first)) =>
            {
                let count = (last - first + 1) as usize;
                listed.extend([Object::Integer(*first), Object::Array(vec![width.clone(); count])]);
                rest = after;
            }
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_become_lists() {
        let numbers = |numbers: &[i64]| numbers.iter().map(|number| Object::Integer(*number)).collect::<Vec<_>>();
        let mixed = [numbers(&[3, 5, 250, 9]), vec![Object::Array(numbers(&[600, 610]))]].concat();
        let expected = vec![
            Object::Integer(3),
            Object::Array(numbers(&[250, 250, 250])),
            Object::Integer(9),
            Object::Array(numbers(&[600, 610])),
        ];
        assert_eq!(listed(&mixed), Some(expected));
        assert_eq!(listed(&numbers(&[5, 3, 250])), None);
        assert_eq!(listed(&numbers(&[5])), None);
    }
}
