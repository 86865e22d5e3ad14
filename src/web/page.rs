//! The pages, one file each: a question to the archive, and its answer as HTML.

pub mod article;
pub mod articles;
pub mod change;
pub mod failure;
pub mod incident;
pub mod integrity;
pub mod name;
pub mod names;
pub mod original;
pub mod overview;
pub mod review;
pub mod search;
pub mod source;
pub mod sources;
pub mod timeline;
pub mod undated;
