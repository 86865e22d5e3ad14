//! Pictures, drawn as SVG in Rust. Each stands beside text that says the same, since not everybody sees pictures; positions
//! are shares of the width, so that a picture fits a phone and a sheet of paper without a script.

pub mod axis;
pub mod family;
pub mod interval;
pub mod reliance;
pub mod row;

pub use family::Family;
