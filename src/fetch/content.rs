//! How the bytes of an answer are to be read, by what the server says of them and otherwise by how they begin.

use crate::capture::MediaType;
use crate::intake::InputType;

/// The type that a `Content-Type` names; found out from the first bytes where the server says nothing or only "bytes".
///
/// # Errors
/// The type, where it is none of an article.
pub fn media_type(content_type: Option<&str>, bytes: &[u8]) -> Result<MediaType, String> {
    let named = content_type.and_then(|value| value.split(';').next()).unwrap_or_default().trim().to_ascii_lowercase();
    match named.as_str() {
        "application/json" => Ok(MediaType::Json),
        "" | "application/octet-stream" => Ok(InputType::of(bytes).media_type().unwrap_or(MediaType::Json)),
        _ => MediaType::from_content_type(&named).ok_or(named),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_server_is_believed_where_it_says_something() {
        let table = [
            (Some("text/html; charset=utf-8"), "x", Ok(MediaType::Html)),
            (Some("Text/Plain"), "<html>", Ok(MediaType::PlainText)),
            (None, "<!doctype html>", Ok(MediaType::Html)),
            (Some("application/octet-stream"), "Two trams met.", Ok(MediaType::PlainText)),
            (Some("application/pdf"), "%PDF", Ok(MediaType::Pdf)),
            (Some("image/png"), "x", Err("image/png".to_owned())),
        ];
        for (content_type, bytes, expected) in table {
            assert_eq!(media_type(content_type, bytes.as_bytes()), expected, "{content_type:?}");
        }
    }
}
