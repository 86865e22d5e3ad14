//! Verify: ingest run again on the stored bytes, and compared.
