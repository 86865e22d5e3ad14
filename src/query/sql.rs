//! `query sql`: a SELECT of the user's own, on a connection that cannot change anything.

use std::time::{Duration, Instant};

use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::{Connection, ErrorCode};

use super::Sink;
use crate::error::Doing as _;
use crate::{Error, Result};

/// How many steps of SQLite's machine pass between two looks at the time.
const STEPS_BETWEEN_LOOKS: i32 = 10_000;
const ONLY_SELECT: &str = "only SELECT is allowed; an archive is never changed by a query";

/// Runs one SELECT for at most `limit`.
///
/// # Errors
/// [`Error::QueryRefused`] for anything but one SELECT, for SQL that is wrong, and where time runs out.
pub fn ask(connection: &mut Connection, sql: &str, limit: Duration, sink: &mut dyn Sink) -> Result<()> {
    let operation = "set the limits of a query";
    let started = Instant::now();
    connection.authorizer(Some(|context: AuthContext<'_>| only_reading(&context.action))).doing(operation)?;
    connection.progress_handler(STEPS_BETWEEN_LOOKS, Some(move || started.elapsed() > limit)).doing(operation)?;
    let result = run(connection, sql, limit, sink);
    connection.progress_handler(0, None::<fn() -> bool>).doing(operation)?;
    connection.authorizer(None::<fn(AuthContext<'_>) -> Authorization>).doing(operation)?;
    result
}

fn run(connection: &Connection, sql: &str, limit: Duration, sink: &mut dyn Sink) -> Result<()> {
    let refused = |error: rusqlite::Error| Error::QueryRefused { reason: reason(&error, limit) };
    let mut statement = connection.prepare(sql).map_err(refused)?;
    if statement.column_count() == 0 {
        return Err(Error::QueryRefused { reason: ONLY_SELECT.to_owned() });
    }
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let width = columns.len();
    let mut rows = statement.query([]).map_err(refused)?;
    sink.columns(columns)?;
    while let Some(row) = rows.next().map_err(refused)? {
        let values = (0..width).map(|column| row.get_ref(column).map(Into::into));
        sink.row(values.collect::<rusqlite::Result<_>>().map_err(refused)?)?;
    }
    Ok(())
}

fn only_reading(action: &AuthAction<'_>) -> Authorization {
    match action {
        // The full-text index asks whether the archive was changed; the answer is a number.
        AuthAction::Select
        | AuthAction::Read { .. }
        | AuthAction::Recursive
        | AuthAction::Pragma { pragma_name: "data_version", pragma_value: None } => Authorization::Allow,
        // Loading code is the one function that is more than a computation.
        AuthAction::Function { function_name } if !function_name.eq_ignore_ascii_case("load_extension") => {
            Authorization::Allow
        }
        _ => Authorization::Deny,
    }
}

fn reason(error: &rusqlite::Error, limit: Duration) -> String {
    match error.sqlite_error_code() {
        Some(ErrorCode::AuthorizationForStatementDenied) => ONLY_SELECT.to_owned(),
        Some(ErrorCode::OperationInterrupted) => {
            format!("it took longer than {} seconds; narrow it down or give it more with --timeout", limit.as_secs())
        }
        _ => match error {
            rusqlite::Error::MultipleStatement => "it is more than one statement".to_owned(),
            rusqlite::Error::SqliteFailure(_, Some(message)) | rusqlite::Error::SqlInputError { msg: message, .. } => {
                message.clone()
            }
            error => error.to_string(),
        },
    }
}
