//! The values of one column that wait for their row group.

use chrono::{DateTime, NaiveDate};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, Int32Type, Int64Type};
use parquet::errors::Result;
use parquet::file::writer::SerializedColumnWriter;

use super::super::table::Kind;
use crate::query::Value;

/// The values, and for each row whether it has one.
pub struct Buffer {
    kind: Kind,
    values: Values,
    /// 1 for a row with a value, 0 for one without; none where every row has one.
    levels: Option<Vec<i16>>,
}

enum Values {
    Texts(Vec<ByteArray>),
    Integers(Vec<i64>),
    Days(Vec<i32>),
    Booleans(Vec<bool>),
}

impl Buffer {
    /// A buffer for a column.
    pub fn new(kind: Kind, required: bool) -> Self {
        let values = match kind {
            Kind::Text | Kind::PartialDay | Kind::Hash => Values::Texts(Vec::new()),
            Kind::Integer | Kind::Time => Values::Integers(Vec::new()),
            Kind::Day => Values::Days(Vec::new()),
            Kind::Boolean => Values::Booleans(Vec::new()),
        };
        Self { kind, values, levels: (!required).then(Vec::new) }
    }

    /// Takes the value of one row.
    ///
    /// # Errors
    /// Words that say what the value is not.
    pub fn push(&mut self, value: &Value) -> std::result::Result<(), String> {
        let is_there = *value != Value::Null;
        match &mut self.levels {
            Some(levels) => levels.push(i16::from(is_there)),
            None if !is_there => return Err(format!("a {:?} has no value where each row needs one", self.kind)),
            None => {}
        }
        if !is_there {
            return Ok(());
        }
        let unfit = || format!("{value:?} is no {:?}", self.kind);
        match (&mut self.values, value, self.kind) {
            (Values::Texts(texts), Value::Text(text), _) => texts.push(ByteArray::from(text.as_str())),
            (Values::Booleans(booleans), Value::Integer(number), _) => booleans.push(*number != 0),
            (Values::Integers(numbers), Value::Integer(number), Kind::Integer) => numbers.push(*number),
            (Values::Integers(numbers), Value::Text(text), Kind::Time) => {
                numbers.push(DateTime::parse_from_rfc3339(text).map_err(|_| unfit())?.timestamp_millis());
            }
            (Values::Days(days), Value::Text(text), _) => {
                let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| unfit())?;
                days.push((day - NaiveDate::default()).num_days() as i32);
            }
            _ => return Err(unfit()),
        }
        Ok(())
    }

    /// Writes what waits, and is empty afterwards.
    pub fn write(&mut self, column: &mut SerializedColumnWriter<'_>) -> Result<()> {
        let levels = self.levels.as_mut().map(std::mem::take);
        let levels = levels.as_deref();
        match &mut self.values {
            Values::Texts(values) => column.typed::<ByteArrayType>().write_batch(&std::mem::take(values), levels, None),
            Values::Integers(values) => column.typed::<Int64Type>().write_batch(&std::mem::take(values), levels, None),
            Values::Days(values) => column.typed::<Int32Type>().write_batch(&std::mem::take(values), levels, None),
            Values::Booleans(values) => column.typed::<BoolType>().write_batch(&std::mem::take(values), levels, None),
        }
        .map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_has_to_be_what_its_column_says() {
        let text = |text: &str| Value::Text(text.to_owned());
        for (kind, value, fits) in [
            (Kind::Day, text("1970-01-02"), true),
            (Kind::Day, text("1970-02-30"), false),
            (Kind::Time, text("1970-01-01T00:00:01Z"), true),
            (Kind::Time, text("yesterday"), false),
            (Kind::Integer, Value::Integer(7), true),
            (Kind::Integer, text("7"), false),
            (Kind::Text, Value::Null, false),
        ] {
            assert_eq!(Buffer::new(kind, true).push(&value).is_ok(), fits, "{kind:?} {value:?}");
        }
        assert!(Buffer::new(Kind::Text, false).push(&Value::Null).is_ok());
    }
}
