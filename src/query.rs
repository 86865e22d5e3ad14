//! Questions to the archive. Each is one `.sql` file beside the Rust that runs it; all read the views that people see too.

pub mod filter;
pub mod rows;

pub use filter::Filter;
pub use rows::{Rows, Value};
