//! Spelling variants of one place, person or body.
