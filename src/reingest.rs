//! Reading every origin again: what was silently edited becomes a new version beside the old one, what is gone or cannot
//! be read is told and recorded. Failure to read is never deletion, and nothing that is held is ever removed.

pub mod record;
