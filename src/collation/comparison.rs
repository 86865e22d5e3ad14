//! How two counts of the same thing stand to each other.
