//! One binary for all integration tests. Each scenario is told with [`test::Test`] and ends with `verify`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod backup;
mod bad_input;
mod browser;
mod checkpoint;
mod copies;
mod corruption;
mod example;
mod explain;
mod export;
mod hostile;
mod ingest;
mod inputs;
mod merkle;
mod proposals;
mod prove;
mod query;
mod reingest;
mod review;
mod schedule;
mod schema;
mod serve;
mod takedown;
mod terminal;
mod test;
mod tidy;
mod verify;
mod vocabulary;
mod web;
