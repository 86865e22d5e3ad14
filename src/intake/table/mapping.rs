//! Which column of a table holds what. Dumps name their columns as they like; the names that are met most are known, and
//! the user may name others: `text=body,title=headline`.

/// What a column may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The article's text.
    Text,
    /// Its title.
    Title,
    /// Its author.
    Author,
    /// Its publisher.
    Publisher,
    /// The day it was published.
    Date,
    /// Its address.
    Url,
    /// Its language.
    Language,
    /// The name of the row.
    Identifier,
}

/// What is known of a table's columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping([Option<usize>; 8]);

impl Field {
    const ALL: [Self; 8] = [
        Self::Text,
        Self::Title,
        Self::Author,
        Self::Publisher,
        Self::Date,
        Self::Url,
        Self::Language,
        Self::Identifier,
    ];
    /// What is said of the article in schema.org terms.
    pub const SAID: [Self; 6] = [Self::Title, Self::Author, Self::Publisher, Self::Date, Self::Url, Self::Language];

    /// Its name in schema.org terms.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "articleBody",
            Self::Title => "headline",
            Self::Author => "author",
            Self::Publisher => "publisher",
            Self::Date => "datePublished",
            Self::Url => "url",
            Self::Language => "inLanguage",
            Self::Identifier => "identifier",
        }
    }

    /// The words by which the user and the tables name it, small letters without signs; the likeliest first.
    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Text => &[
                "text",
                "articlebody",
                "body",
                "fulltext",
                "maintext",
                "bodytext",
                "articletext",
                "content",
                "article",
                "story",
            ],
            Self::Title => &["title", "headline", "head"],
            Self::Author => &["author", "authors", "byline", "creator"],
            Self::Publisher => &[
                "publisher",
                "outlet",
                "newspaper",
                "publication",
                "sitename",
                "source",
                "sourcename",
                "domain",
                "sourcedomain",
            ],
            Self::Date => &[
                "datepublished",
                "publishedat",
                "publisheddate",
                "publishdate",
                "pubdate",
                "datepublish",
                "publishedon",
                "published",
                "date",
            ],
            Self::Url => &["url", "link", "address", "canonicalurl", "sourceurl"],
            Self::Language => &["language", "inlanguage", "lang"],
            Self::Identifier => &["identifier", "id", "guid", "uuid"],
        }
    }

    fn index(self) -> usize {
        Self::ALL.iter().position(|field| *field == self).unwrap_or_default()
    }
}

impl Mapping {
    /// For a table with these columns; what the user `said` wins over what the names suggest.
    ///
    /// # Errors
    /// A sentence that says what is missing.
    pub fn of(names: &[String], said: &str) -> Result<Self, String> {
        let plain =
            |name: &str| name.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_lowercase();
        let columns: Vec<String> = names.iter().map(|name| plain(name)).collect();
        let mut mapping = Self::default();
        for field in Field::ALL {
            mapping.0[field.index()] =
                field.words().iter().find_map(|word| columns.iter().position(|name| name == word));
        }
        for pair in said.split(',').map(str::trim).filter(|pair| !pair.is_empty()) {
            let (field, name) = parse(pair)?;
            let column = names
                .iter()
                .position(|column| column.trim() == name)
                .or_else(|| columns.iter().position(|column| *column == plain(name)));
            let column = column.ok_or_else(|| format!("it has no column {name:?}, only {}", names.join(", ")))?;
            mapping.0[field.index()] = Some(column);
        }
        if mapping.column(Field::Text).is_none() {
            return Err(format!(
                "none of its columns ({}) is known to hold texts: name it with --columns text=NAME",
                names.join(", ")
            ));
        }
        Ok(mapping)
    }

    /// The column of a field, counted from 0.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.0.get(field.index()).copied().flatten()
    }
}

/// One pair of what the user says.
///
/// # Errors
/// A sentence that says what is wrong with it.
pub fn parse(pair: &str) -> Result<(Field, &str), String> {
    let (word, name) = pair.split_once('=').ok_or_else(|| format!("{pair:?} is not FIELD=COLUMN"))?;
    let wanted = word.trim().to_lowercase().replace(['_', '-'], "");
    let field = Field::ALL.into_iter().find(|field| field.words().contains(&wanted.as_str()));
    let field =
        field.ok_or_else(|| format!("{word:?} is none of text, title, author, publisher, date, url, language, id"))?;
    Ok((field, name.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_by_name_and_by_word() {
        let names = ["ID", "Pub_Date", "Head-line", "content", "Notes"].map(str::to_owned);
        let mapping = Mapping::of(&names, "").unwrap();
        let columns =
            |mapping: &Mapping| [Field::Text, Field::Title, Field::Date, Field::Url].map(|field| mapping.column(field));
        assert_eq!(columns(&mapping), [Some(3), Some(2), Some(1), None]);
        assert_eq!(columns(&Mapping::of(&names, "text=Notes, url=id").unwrap()), [Some(4), Some(2), Some(1), Some(0)]);
        assert!(Mapping::of(&names, "text=story").unwrap_err().contains("no column \"story\""));
        assert!(Mapping::of(&names[..2], "").unwrap_err().contains("--columns"));
        assert!(parse("text").is_err() && parse("colour=red").is_err());
    }
}
