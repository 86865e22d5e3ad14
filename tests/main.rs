//! One binary for all integration tests. Each scenario is told with [`test::Test`] and ends with `verify`.

mod corruption;
mod explain;
mod ingest;
mod query;
mod test;
mod tidy;
