//! Evidence packages: an article or one of its claims, with all that a third party needs to check it without dossier and
//! without the archive. A package is a BagIt bag in a zip file.
//!
//! [`gather`] reads what is to be proved from an archive and refuses what is not as the log says; [`package`] lays it out
//! as files; [`check`] takes a package from anywhere and tells what of it holds.

pub mod bag;
pub mod check;
pub mod container;
pub mod find;
pub mod gather;
pub mod index;
pub mod package;
pub mod readme;
pub mod rows;

pub use check::{Report, State};
pub use find::Asked;
pub use gather::Evidence;
