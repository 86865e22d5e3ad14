//! What a site asks of robots (RFC 9309): groups of rules for named robots, of which the longest that fits a path decides.

use std::time::Duration;

use url::Url;

/// The name by which robots.txt speaks of dossier.
const NAME: &str = "dossier";

/// The rules that hold for dossier; none allow everything.
#[derive(Clone, Debug, Default)]
pub struct Robots {
    rules: Vec<Rule>,
    delay: Option<Duration>,
}

#[derive(Clone, Debug)]
struct Rule {
    allows: bool,
    pattern: String,
}

/// The rules of one group, and whom it speaks of.
#[derive(Default)]
struct Group {
    names: Vec<String>,
    robots: Robots,
}

impl Robots {
    /// Reads a robots.txt: the groups that name dossier, and where none does those for everybody.
    pub fn read(text: &str) -> Self {
        let groups = groups(text);
        let naming = |name: &str| -> Vec<&Group> {
            groups.iter().filter(|group| group.names.iter().any(|named| named == name)).collect()
        };
        let mut own = naming(NAME);
        if own.is_empty() {
            own = naming("*");
        }
        let mut together = Self::default();
        for group in own {
            together.rules.extend(group.robots.rules.iter().cloned());
            together.delay = together.delay.max(group.robots.delay);
        }
        together
    }

    /// Whether an address may be read. The longest rule that fits decides; of two that are as long, the one that allows.
    pub fn allow(&self, url: &Url) -> bool {
        let path = match url.query() {
            Some(query) => format!("{}?{query}", url.path()),
            None => url.path().to_owned(),
        };
        let fitting = self.rules.iter().filter(|rule| fits(&rule.pattern, &path));
        fitting.max_by_key(|rule| (rule.pattern.len(), rule.allows)).is_none_or(|rule| rule.allows)
    }

    /// The pause between two requests that is asked for.
    pub fn delay(&self) -> Option<Duration> {
        self.delay
    }
}

fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut in_names = false;
    for line in text.trim_start_matches('\u{FEFF}').lines() {
        let line = line.split('#').next().unwrap_or_default();
        let Some((key, value)) = line.split_once(':') else { continue };
        let (key, value) = (key.trim().to_ascii_lowercase(), value.trim());
        if key == "user-agent" {
            if !in_names {
                groups.push(Group::default());
            }
            in_names = true;
            // "dossier/1.0" means the same robot as "dossier".
            let name = value.split('/').next().unwrap_or_default().trim().to_ascii_lowercase();
            groups.last_mut().into_iter().for_each(|group| group.names.push(name.clone()));
            continue;
        }
        let Some(group) = groups.last_mut() else { continue };
        match key.as_str() {
            "allow" | "disallow" => {
                in_names = false;
                if !value.is_empty() {
                    group.robots.rules.push(Rule { allows: key == "allow", pattern: value.to_owned() });
                }
            }
            "crawl-delay" => {
                in_names = false;
                let seconds = value.parse::<f64>().ok().filter(|seconds| (0.0..86_400.0).contains(seconds));
                group.robots.delay = seconds.map(Duration::from_secs_f64);
            }
            _ => {}
        }
    }
    groups
}

/// Whether a pattern fits the beginning of a path: `*` is any number of characters, `$` at the end is the path's end.
fn fits(pattern: &str, path: &str) -> bool {
    let (pattern, to_the_end) = pattern.strip_suffix('$').map_or((pattern, false), |pattern| (pattern, true));
    let mut parts = pattern.split('*');
    let Some(mut rest) = path.strip_prefix(parts.next().unwrap_or_default()) else { return false };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return !to_the_end || rest.is_empty();
    }
    while let Some(part) = parts.next() {
        if parts.peek().is_none() && to_the_end {
            return rest.ends_with(part);
        }
        match rest.find(part) {
            Some(place) => rest = rest.get(place + part.len()..).unwrap_or_default(),
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allows(robots: &str, path: &str) -> bool {
        Robots::read(robots).allow(&Url::parse(&format!("http://news.example{path}")).unwrap())
    }

    #[test]
    fn the_longest_rule_decides() {
        let site =
            "User-agent: *\nDisallow: /private\nAllow: /private/press\nDisallow: /*.pdf$\nDisallow: /search?q=\n";
        for (path, expected) in [
            ("/", true),
            ("/private", false),
            ("/private/diary", false),
            ("/private/press/1", true),
            ("/report.pdf", false),
            ("/report.pdf.html", true),
            ("/search?q=a", false),
            ("/search", true),
        ] {
            assert_eq!(allows(site, path), expected, "{path}");
        }
    }

    #[test]
    fn the_group_that_names_us_wins() {
        let site = "User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: Dossier\nCrawl-delay: 2.5\nDisallow: /no # why\n";
        assert!(allows(site, "/yes") && !allows(site, "/no"));
        assert_eq!(Robots::read(site).delay(), Some(Duration::from_millis(2_500)));
    }

    #[test]
    fn what_says_nothing_allows_all() {
        for site in [
            "",
            "<html>not found</html>",
            "Disallow: /",
            "User-agent: *\nDisallow:\n",
            "User-agent: other\nDisallow: /",
        ] {
            assert!(allows(site, "/a"), "{site}");
        }
        assert!(!allows("\u{FEFF}user-agent: *\r\ndisallow: /\r\n", "/a"));
    }
}
