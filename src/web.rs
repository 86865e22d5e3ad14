//! `dossier serve`: the archive as pages for people who would rather look than read a terminal. Local, and read-only unless people are to review: it
//! listens on 127.0.0.1 alone, and reads through the same questions as the command line, so that both tell the
//! same. Everything that stands in the archive is untrusted: it reaches a page escaped, and the pages may load nothing but
//! this program's own style and script.

pub mod address;
pub mod answer;
pub mod assets;
pub mod chart;
pub mod desk;
pub mod guard;
pub mod layout;
pub mod links;
pub mod page;
pub mod pages;
pub mod paging;
pub mod report;
pub mod request;
pub mod route;
pub mod server;
pub mod shown;

pub use desk::Desk;
pub use server::Server;
