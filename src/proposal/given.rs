//! A line of an import: an article with its claims, or one claim with its article.

use serde_json::{Map, Value};

/// What a line gives.
#[derive(Debug, PartialEq)]
pub struct Given {
    /// What it calls the article.
    pub article: String,
    /// The claims, each as the object that it was given as.
    pub claims: Vec<Map<String, Value>>,
}

/// Reads a line.
///
/// # Errors
/// Words that say what it is not.
pub fn read(line: &[u8]) -> Result<Given, String> {
    let mut object = match serde_json::from_slice(line) {
        Ok(Value::Object(object)) => object,
        Ok(_) => return Err("it is no JSON object".to_owned()),
        Err(error) => return Err(format!("it is no JSON: {error}")),
    };
    let article = match object.remove("article") {
        Some(Value::String(article)) if !article.trim().is_empty() => article,
        _ => return Err("it names no article; `article` is its address, path or SHA-256".to_owned()),
    };
    let claims = match object.remove("claims") {
        None => vec![object],
        Some(Value::Array(claims)) => {
            let claims: Option<Vec<_>> = claims
                .into_iter()
                .map(|claim| match claim {
                    Value::Object(claim) => Some(claim),
                    _ => None,
                })
                .collect();
            claims.ok_or("`claims` is no list of objects")?
        }
        Some(_) => return Err("`claims` is no list of objects".to_owned()),
    };
    Ok(Given { article, claims })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_read() {
        for (line, claims) in [
            (r#"{"article": "a.txt", "claims": [{"kind": "count"}, {"kind": "event"}], "dates": []}"#, Ok(2)),
            (r#"{"article": "a.txt", "claims": []}"#, Ok(0)),
            (r#"{"article": "a.txt", "kind": "event"}"#, Ok(1)),
            (r#"{"kind": "event"}"#, Err("names no article")),
            (r#"{"article": "a.txt", "claims": [3]}"#, Err("no list of objects")),
            ("[]", Err("no JSON object")),
            ("{", Err("no JSON")),
        ] {
            match (read(line.as_bytes()), claims) {
                (Ok(given), Ok(claims)) => assert_eq!(given.claims.len(), claims, "{line}"),
                (Err(reason), Err(words)) => assert!(reason.contains(words), "{line}: {reason}"),
                (found, _) => panic!("{line}: {found:?}"),
            }
        }
    }
}
