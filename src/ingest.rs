//! Ingest: intake → capture → document → analysis → archive, in batches, each article all or nothing.
