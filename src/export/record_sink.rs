//! A sink that hands each row on as a record, read by column name.

use crate::Result;
use crate::query::{Rows, Sink, Value};

/// Calls a function with each row; nothing is kept.
pub struct Each<F> {
    rows: Rows,
    take: F,
}

impl<F: FnMut(&crate::query::Record<'_>) -> Result<()>> Each<F> {
    /// A sink over `take`.
    pub fn new(take: F) -> Self {
        Self { rows: Rows::default(), take }
    }
}

impl<F: FnMut(&crate::query::Record<'_>) -> Result<()>> Sink for Each<F> {
    fn columns(&mut self, columns: Vec<String>) -> Result<()> {
        self.rows.columns = columns;
        Ok(())
    }

    fn row(&mut self, values: Vec<Value>) -> Result<()> {
        self.rows.rows = vec![values];
        self.rows.records().try_for_each(|record| (self.take)(&record))
    }
}
