//! One vocabulary file made of a built-in one and a user's rows. A user's rows stand first, because in files of senses the
//! first row that fits decides; built-in rows with the same key give way to them.

use std::borrow::Cow;
use std::collections::HashSet;

use super::key::key;
use super::{VocabularyFile, reader};

/// The built-in file with the rows of `added`, a file with the same columns.
pub fn merge(built_in: &VocabularyFile, added: &str) -> VocabularyFile {
    let key = key(built_in.name);
    let mut content = heading(&built_in.content);
    let mut keys = HashSet::new();
    for row in reader(added).records().flatten() {
        keys.insert(key.of(&row));
        push(&mut content, &row);
    }
    for row in reader(&built_in.content).records().flatten() {
        if !keys.contains(&key.of(&row)) {
            push(&mut content, &row);
        }
    }
    VocabularyFile { name: built_in.name, content: Cow::Owned(content) }
}

fn heading(content: &str) -> String {
    let mut heading = String::new();
    if let Ok(columns) = reader(content).headers() {
        push(&mut heading, columns);
    }
    heading
}

fn push(content: &mut String, row: &csv::StringRecord) {
    for (index, cell) in row.iter().enumerate() {
        if index > 0 {
            content.push('\t');
        }
        content.push_str(cell);
    }
    content.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_added_in_front_and_take_the_place_of_others() {
        let file = |name, content| VocabularyFile { name, content: Cow::Borrowed(content) };
        let measures = file("measures", "# What.\nmeasure\tmeaning\nkilled\tdeaths\nhurt\tinjuries\n");
        let added = "measure\tmeaning\nhurt\tpeople hurt\nflooded\thomes under water\n";
        assert_eq!(
            merge(&measures, added).content,
            "measure\tmeaning\nhurt\tpeople hurt\nflooded\thomes under water\nkilled\tdeaths\n"
        );
        let verbs = file("event_verbs", "lemma\tforms\trole\tparticle\nset\tset\toccur\tin\nset\tset\tdo\tup\n");
        let added = "# Mine.\nlemma\tforms\trole\tparticle\r\nset\tset|sets\toccur\t\r\n";
        assert_eq!(
            merge(&verbs, added).content,
            "lemma\tforms\trole\tparticle\nset\tset|sets\toccur\t\nset\tset\tdo\tup\n"
        );
    }
}
