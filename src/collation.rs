//! What only the articles together show: which spellings are one name, which claims are about one incident, and how two
//! counts of the same thing stand to each other. Pure, and the same whatever the order in which articles came.

pub mod change;
pub mod comparison;
pub mod copies;
pub mod incidents;
pub mod names;
