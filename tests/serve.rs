//! The web application, asked as a browser asks it: a plain connection to the program that `dossier serve` runs.

mod accounts;
pub mod browser;
mod crawl;
mod guard;
mod hostile;
mod original;
mod pages;
mod report;
