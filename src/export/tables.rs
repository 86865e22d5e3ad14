//! The tables of an export.

mod claims;
mod decisions;

use super::table::Kind::{Boolean, Day, Hash, Integer, PartialDay, Text, Time};
use super::table::{Column, ForeignKey, Table};
use crate::query::export;

/// All of them; one that leads to others stands after them.
pub const TABLES: &[&Table] = &[
    &ARTICLES,
    &TEXTS,
    &claims::CLAIMS,
    &INCIDENTS,
    &INCIDENT_CLAIMS,
    &CONFLICTS,
    &NAMES,
    &MENTIONS,
    &COPIES,
    &decisions::REVIEWS,
    &decisions::IDENTITY_REVIEWS,
    &decisions::PROPOSALS,
];

const ARTICLES: Table = Table {
    name: "articles",
    description: "One version of an article: which bytes were found, where and when, and what stands about them",
    question: &export::ARTICLES,
    columns: &[
        Column::new("capture_id", Integer, "the number of this version in the archive"),
        Column::new("article_id", Integer, "the number of the article; versions of one article share it"),
        Column::new("version", Integer, "counted from 1 for each article"),
        Column::new("is_latest", Boolean, "whether this is the newest version"),
        Column::new("article", Text, "its canonical address, or the path where it was found"),
        Column::optional("url", Text, "its canonical address"),
        Column::optional("publisher", Text, "who published it"),
        Column::optional("published_on", Day, "the day of publication"),
        Column::optional("title", Text, "its title"),
        Column::optional("byline", Text, "who wrote it, as worded"),
        Column::optional("language", Text, "BCP 47 tag"),
        Column::new("origin", Text, "where these bytes were found: a path or an address"),
        Column::new("retrieved_at", Time, "when they were read"),
        Column::new("media_type", Text, "how the bytes are read"),
        Column::new("byte_length", Integer, "how many bytes; 0 where they were taken down"),
        Column::new("sha256", Hash, "SHA-256 of the bytes exactly as they were found"),
        Column::optional("text_length", Integer, "how many code points its text has; empty where it was taken down"),
        Column::optional("text_sha256", Hash, "SHA-256 of the text in UTF-8; empty where it was taken down"),
        Column::optional("not_analysed", Text, "why no claims were looked for in it: no text, or language"),
        Column::new("claims", Integer, "how many claims it makes"),
        Column::optional("container", Text, "the file that it was read out of"),
        Column::optional("container_sha256", Hash, "SHA-256 of that file"),
        Column::optional("taken_down_at", Time, "when bytes and text were erased by order; empty where they were not"),
        Column::new("tool", Text, "the program that stored it, with its version"),
        Column::optional("extractor", Text, "the program and the hash of the words that read its claims"),
    ],
    primary_key: &["capture_id"],
    foreign_keys: &[],
};

const TEXTS: Table = Table {
    name: "texts",
    description: "The text of one version of an article; all offsets count its code points from 0",
    question: &export::TEXTS,
    columns: &[
        Column::new("capture_id", Integer, "the version, a row of articles"),
        Column::new("sha256", Hash, "SHA-256 of the bytes that it was read from"),
        Column::new("text_sha256", Hash, "SHA-256 of the text in UTF-8"),
        Column::optional("text", Text, "the text; empty for a scan"),
    ],
    primary_key: &["capture_id"],
    foreign_keys: &[CAPTURE],
};

const INCIDENTS: Table = Table {
    name: "incidents",
    description: "One place and time that claims are about, found from the claims themselves",
    question: &export::INCIDENTS,
    columns: &[
        Column::new("incident", Text, "its name, made of place and first day"),
        Column::new("place", Text, "the name of the place"),
        Column::new("date_from", PartialDay, "the first day, month or year that its claims give"),
        Column::optional("date_to", PartialDay, "the last one; empty where it is open"),
    ],
    primary_key: &["incident"],
    foreign_keys: &[],
};

const INCIDENT_CLAIMS: Table = Table {
    name: "incident_claims",
    description: "One claim that is about one incident",
    question: &export::INCIDENT_CLAIMS,
    columns: &[
        Column::new("incident", Text, "a row of incidents"),
        Column::new("claim_id", Integer, "a row of claims"),
    ],
    primary_key: &["incident", "claim_id"],
    foreign_keys: &[INCIDENT, ForeignKey { columns: &["claim_id"], table: "claims", named: &["claim_id"] }],
};

const CONFLICTS: Table = Table {
    name: "conflicts",
    description: "Two counts of the same thing in one incident, in the latest versions, that cannot both be right, or hardly so",
    question: &export::CONFLICTS,
    columns: &[
        Column::new("incident", Text, "a row of incidents"),
        Column::new("claim_id", Integer, "the smaller count, a row of claims"),
        Column::new("other_claim_id", Integer, "the greater count, a row of claims"),
        Column::new("agreement", Text, "conflict, tension, or edited where the two stand in copies of one text"),
        Column::new("measure", Text, "what both count"),
        Column::optional("unit", Text, "of both"),
        Column::new("figure", Text, "the smaller count in one word"),
        Column::new("other_figure", Text, "the greater count in one word"),
    ],
    primary_key: &["incident", "claim_id", "other_claim_id"],
    foreign_keys: &[
        INCIDENT,
        ForeignKey { columns: &["claim_id"], table: "claims", named: &["claim_id"] },
        ForeignKey { columns: &["other_claim_id"], table: "claims", named: &["claim_id"] },
    ],
};

const NAMES: Table = Table {
    name: "names",
    description: "One spelling of a place, person or body, and the name that stands for all of its spellings",
    question: &export::NAMES,
    columns: &[
        Column::new("name_kind", Text, "place, person or body"),
        Column::new("spelling", Text, "as written"),
        Column::new("name", Text, "the name that it is a spelling of"),
        Column::new("occurrences", Integer, "how often it stands in all texts"),
    ],
    primary_key: &["name_kind", "spelling"],
    foreign_keys: &[],
};

const MENTIONS: Table = Table {
    name: "mentions",
    description: "One spelling of a name in one version of an article",
    question: &export::MENTIONS,
    columns: &[
        Column::new("capture_id", Integer, "the version, a row of articles"),
        Column::new("name_kind", Text, "place, person or body"),
        Column::new("spelling", Text, "as written"),
        Column::new("first_offset", Integer, "code points of the text before its first occurrence"),
        Column::new("occurrences", Integer, "how often it stands there"),
    ],
    primary_key: &["capture_id", "name_kind", "spelling"],
    foreign_keys: &[
        CAPTURE,
        ForeignKey { columns: &["name_kind", "spelling"], table: "names", named: &["name_kind", "spelling"] },
    ],
};

const COPIES: Table = Table {
    name: "copies",
    description: "One version of an article whose text is a copy of another's",
    question: &export::COPIES,
    columns: &[
        Column::new("capture_id", Integer, "the copy, a row of articles"),
        Column::new("original_capture_id", Integer, "what it is a copy of, a row of articles"),
        Column::new("first_capture_id", Integer, "where following originals leads, a row of articles"),
        Column::new("kind", Text, "same_bytes, same_text or near_duplicate"),
        Column::new("percent", Integer, "how much of the shorter of the two texts the other has too"),
    ],
    primary_key: &["capture_id"],
    foreign_keys: &[
        CAPTURE,
        ForeignKey { columns: &["original_capture_id"], table: "articles", named: &["capture_id"] },
        ForeignKey { columns: &["first_capture_id"], table: "articles", named: &["capture_id"] },
    ],
};

const CAPTURE: ForeignKey = ForeignKey { columns: &["capture_id"], table: "articles", named: &["capture_id"] };
const INCIDENT: ForeignKey = ForeignKey { columns: &["incident"], table: "incidents", named: &["incident"] };

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::Archive;
    use crate::query::Rows;

    #[test]
    fn every_table_has_the_columns_of_its_question_and_its_keys_lead_somewhere() {
        let archive = Archive::in_memory().unwrap();
        for (index, table) in TABLES.iter().enumerate() {
            let mut rows = Rows::default();
            let parameters = export::parameters(true);
            archive.read(|connection| table.question.ask(connection, &parameters, &mut rows)).unwrap();
            let columns: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
            assert_eq!(rows.columns, columns, "{}", table.name);
            assert!(table.primary_key.iter().all(|key| columns.contains(key)), "{}", table.name);
            for key in table.foreign_keys {
                assert!(key.columns.iter().all(|column| columns.contains(column)), "{} {key:?}", table.name);
                let other = TABLES[..index].iter().find(|other| other.name == key.table).unwrap();
                assert!(key.named.iter().all(|named| other.columns.iter().any(|column| column.name == *named)));
            }
        }
    }
}
