//! dossier: an archive for news reports of contested events.
//!
//! Every table and every function is *ground* (it keeps what cannot be made again: bytes, decisions, the log) or *derived*
//! (it can be made again from ground by pure functions). Data flows one way:
//! [`capture`] → [`document`] → [`analysis`] → [`archive`] → [`query`] → [`render`]; [`cli`] parses arguments and calls one
//! library function for each subcommand.

pub mod analysis;
pub mod archive;
pub mod backup;
pub mod capture;
pub mod checkpoint;
pub mod cli;
pub mod collation;
pub mod document;
pub mod error;
pub mod evidence;
pub mod explain;
pub mod export;
pub mod extract;
pub mod fetch;
pub mod folder;
pub mod hash;
pub mod ingest;
pub mod intake;
pub mod log;
pub mod note;
pub mod parallel;
pub mod proposal;
pub mod query;
pub mod quiet;
pub mod reingest;
pub mod render;
pub mod review;
pub mod schedule;
pub mod script;
pub mod span;
pub mod takedown;
pub mod timestamp;
pub mod verify;
pub mod vocabulary;
pub mod web;

pub use error::{Error, Result};

/// This program and its version, as stored with what it does.
pub const TOOL: &str = concat!("dossier ", env!("CARGO_PKG_VERSION"));
