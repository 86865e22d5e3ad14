//! Outlets (`publishers.tsv`): told apart from sources, because an outlet that passes something on vouches for nothing.

use std::sync::OnceLock;

use foldhash::HashMap;
use serde::Deserialize;

use super::rows;

/// One outlet.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Publisher {
    /// Its usual name, without "the".
    #[serde(rename = "publisher")]
    pub name: String,
    /// The end of the host name of its pages.
    pub domain: String,
    /// `agency`, `newspaper`, `broadcaster`, `magazine`, `site` or `encyclopaedia`.
    pub kind: String,
    /// The country where it is.
    pub country: String,
    /// Other names, separated by `|`.
    aliases: String,
}

/// All outlets, by name.
pub struct Publishers {
    publishers: Vec<Publisher>,
    by_name: HashMap<String, usize>,
}

/// The built-in outlets; they are read on first use.
pub fn get() -> &'static Publishers {
    static BUILT_IN: OnceLock<Publishers> = OnceLock::new();
    BUILT_IN.get_or_init(Publishers::built_in)
}

impl Publishers {
    fn built_in() -> Self {
        let publishers: Vec<Publisher> = rows("publishers");
        let mut by_name = HashMap::default();
        for (index, publisher) in publishers.iter().enumerate() {
            let aliases = publisher.aliases.split('|').filter(|alias| !alias.is_empty());
            for name in std::iter::once(publisher.name.as_str()).chain(aliases) {
                by_name.entry(bare(name).to_owned()).or_insert(index);
            }
        }
        Self { publishers, by_name }
    }

    /// The outlet called `name`, with or without "the"; capitals count ("Time", "time").
    pub fn named(&self, name: &str) -> Option<&Publisher> {
        self.publishers.get(*self.by_name.get(bare(name))?)
    }

    /// The outlet whose pages `host` serves.
    pub fn of_host(&self, host: &str) -> Option<&Publisher> {
        self.publishers.iter().find(|publisher| {
            host.strip_suffix(publisher.domain.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        })
    }

    /// Whether two names mean one outlet.
    pub fn same(&self, one: &str, other: &str) -> bool {
        bare(one).eq_ignore_ascii_case(bare(other))
            || matches!((self.named(one), self.named(other)), (Some(one), Some(other)) if one.name == other.name)
    }
}

/// `name` without its article.
pub fn bare(name: &str) -> &str {
    name.strip_prefix("The ").or_else(|| name.strip_prefix("the ")).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outlets_are_known_by_their_aliases_and_hosts() {
        let publishers = get();
        let name = |found: Option<&Publisher>| found.map(|publisher| publisher.name.clone());
        assert_eq!(name(publishers.named("the AP")).as_deref(), Some("Associated Press"));
        assert_eq!(name(publishers.of_host("www.bbc.com")).as_deref(), Some("BBC"));
        assert_eq!(name(publishers.of_host("notbbc.com")), None);
        assert!(publishers.same("AFP", "Agence France-Presse"));
        assert!(!publishers.same("AFP", "Reuters"));
    }
}
