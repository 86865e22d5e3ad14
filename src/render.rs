//! Rows to table, JSON, JSON Lines, CSV or Markdown. Knows no SQL.
