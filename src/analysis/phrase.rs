//! Noun groups and verb groups around a token.
