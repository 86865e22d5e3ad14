//! `extract`: articles in, claims out, one JSON object a line; touches no archive.
