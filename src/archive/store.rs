//! Storing one article: capture, derived rows, log entries.
