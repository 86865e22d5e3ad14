//! Addresses of pages: taken apart where they come in, put together where pages link to each other.

use std::fmt::Write as _;

use super::request::Request;

/// More parameters are passed over.
const MOST_PARAMETERS: usize = 64;

/// A path in its parts, and its parameters; both percent-decoded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    parts: Vec<String>,
    parameters: Vec<(String, String)>,
}

impl Address {
    /// The address that a request asks for.
    pub fn of(request: &Request) -> Self {
        let target = request.target.split('#').next().unwrap_or_default();
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let parts = path.split('/').filter(|part| !part.is_empty()).map(|part| decoded(part, false)).collect();
        Self { parts, parameters: parameters(query) }
    }

    /// The fields of a form that was sent.
    pub fn of_form(request: &Request) -> Self {
        Self { parts: Vec::new(), parameters: parameters(&String::from_utf8_lossy(&request.body)) }
    }

    /// All parameters, empty ones too.
    pub fn parameters(&self) -> impl Iterator<Item = (&str, &str)> {
        self.parameters.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The parts of the path.
    pub fn parts(&self) -> Vec<&str> {
        self.parts.iter().map(String::as_str).collect()
    }

    /// A parameter; `None` where it is not given or empty, as a form sends fields that were left empty.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let (_, value) = self.parameters.iter().find(|(known, _)| known == name)?;
        let value = value.trim();
        (!value.is_empty()).then_some(value)
    }

    /// The same as a string of its own.
    pub fn owned(&self, name: &str) -> Option<String> {
        self.parameter(name).map(str::to_owned)
    }

    /// The page of a long answer, counted from 1.
    pub fn page(&self) -> u32 {
        self.parameter("page").and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, 1_000_000)
    }

    /// The same address without one parameter.
    #[must_use]
    pub fn without(&self, name: &str) -> Self {
        let others = self.parameters.iter().filter(|(known, _)| known != name);
        Self { parts: self.parts.clone(), parameters: others.cloned().collect() }
    }

    /// The same address with another value of one parameter; without it where that is `None`.
    pub fn with(&self, name: &str, value: Option<&str>) -> String {
        let others = self.parameters.iter().filter(|(known, _)| known != name);
        let others = others.map(|(name, value)| (name.as_str(), value.as_str()));
        let path: Vec<&str> = self.parts();
        link(&path, &others.chain(value.map(|value| (name, value))).collect::<Vec<_>>())
    }
}

fn parameters(query: &str) -> Vec<(String, String)> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty()).take(MOST_PARAMETERS);
    let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    pairs.map(|(name, value)| (decoded(name, true), decoded(value, true))).collect()
}

/// The address with these parts and parameters.
pub fn link(parts: &[&str], parameters: &[(&str, &str)]) -> String {
    let mut address = String::new();
    for part in parts {
        address.push('/');
        encode(part, &mut address);
    }
    if address.is_empty() {
        address.push('/');
    }
    for (index, (name, value)) in parameters.iter().enumerate() {
        address.push(if index == 0 { '?' } else { '&' });
        encode(name, &mut address);
        address.push('=');
        encode(value, &mut address);
    }
    address
}

fn encode(text: &str, address: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_~".contains(&byte) || (byte == b'.' && text != "." && text != "..") {
            address.push(char::from(byte));
        } else {
            let _ = write!(address, "%{byte:02X}");
        }
    }
}

/// `%41` is A, and in a parameter `+` is a space. What is no such code is taken as it stands.
fn decoded(text: &str, is_parameter: bool) -> String {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        let mut ahead = bytes.clone();
        let code = match (byte, ahead.next().and_then(digit), ahead.next().and_then(digit)) {
            (b'%', Some(high), Some(low)) => Some(high * 16 + low),
            _ => None,
        };
        match code {
            Some(code) => {
                bytes = ahead;
                decoded.push(code);
            }
            None => decoded.push(if is_parameter && byte == b'+' { b' ' } else { byte }),
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(target: &str) -> Address {
        Address::of(&Request { target: target.to_owned(), ..Request::default() })
    }

    #[test]
    fn what_is_linked_is_what_comes_in() {
        for text in ["a", "a b", "a/b", "é%41+&=?#", "..", ".", "\u{202e}x", "100 %", "%zz"] {
            let found = address(&link(&["name", text], &[("q", text)]));
            assert_eq!(found.parts(), ["name", text]);
            assert_eq!(found.owned("q"), Some(text.to_owned()));
        }
    }

    #[test]
    fn broken_codes_stay_as_they_are() {
        let found = address("/a%2/%f/%?x=%+1&&=&y=%ff");
        assert_eq!(found.parts(), ["a%2", "%f", "%"]);
        assert_eq!((found.parameter("x"), found.parameter("y")), (Some("% 1"), Some("\u{fffd}")));
    }

    #[test]
    fn pages_are_numbers_from_one() {
        for (target, expected) in
            [("/", 1), ("/?page=3", 3), ("/?page=0", 1), ("/?page=-1", 1), ("/?page=99999999999", 1)]
        {
            assert_eq!(address(target).page(), expected, "{target}");
        }
        assert_eq!(address("/names?kind=place&page=3").with("page", Some("4")), "/names?kind=place&page=4");
        assert_eq!(address("/names?kind=place").with("kind", None), "/names");
    }
}
