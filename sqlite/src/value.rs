//! Values as SQLite keeps them.
//!
//! SQLite knows five kinds of value; what a column holds beyond that stands in the type it was declared
//! with, which is how sea-query writes it (`timestamp_with_timezone_text`, `json_text`, …).

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, TimeZone, Utc};
use rusqlite::types::{ToSqlOutput, Value as Kept, ValueRef};
use sea_orm::{DbErr, RuntimeErr, Value};

/// What a column holds, by its declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Bool,
    Date,
    Time,
    DateTime,
    /// A moment, in UTC.
    Moment,
    Json,
    /// As SQLite keeps it. Whole numbers are `i64`, whatever they were declared as.
    Plain,
}

impl Kind {
    /// An expression has no declaration.
    pub(crate) fn of(declared: Option<&str>) -> Kind {
        match declared {
            Some("boolean") => Kind::Bool,
            Some("date_text") => Kind::Date,
            Some("time_text") => Kind::Time,
            Some("datetime_text") => Kind::DateTime,
            Some("timestamp_text" | "timestamp_with_timezone_text") => Kind::Moment,
            Some("json_text" | "jsonb_text") => Kind::Json,
            _ => Kind::Plain,
        }
    }
}

/// A value of a statement, as SQLite takes it.
pub(crate) fn bound(value: &Value) -> Result<ToSqlOutput<'_>, DbErr> {
    let kept = match value {
        Value::Bool(value) => value.map(|value| Kept::Integer(value.into())),
        Value::TinyInt(value) => value.map(|value| Kept::Integer(value.into())),
        Value::SmallInt(value) => value.map(|value| Kept::Integer(value.into())),
        Value::Int(value) => value.map(|value| Kept::Integer(value.into())),
        Value::BigInt(value) => value.map(Kept::Integer),
        Value::TinyUnsigned(value) => value.map(|value| Kept::Integer(value.into())),
        Value::SmallUnsigned(value) => value.map(|value| Kept::Integer(value.into())),
        Value::Unsigned(value) => value.map(|value| Kept::Integer(value.into())),
        Value::BigUnsigned(value) => value
            .map(|value| i64::try_from(value).map(Kept::Integer))
            .transpose()
            .map_err(|_| DbErr::Type("a number too great for SQLite".to_owned()))?,
        Value::Float(value) => value.map(|value| Kept::Real(value.into())),
        Value::Double(value) => value.map(Kept::Real),
        Value::String(Some(value)) => {
            return Ok(ToSqlOutput::Borrowed(ValueRef::Text(value.as_bytes())));
        }
        Value::Bytes(Some(value)) => return Ok(ToSqlOutput::Borrowed(ValueRef::Blob(value))),
        Value::String(None) | Value::Bytes(None) => None,
        Value::Char(value) => value.map(|value| Kept::Text(value.into())),
        Value::Json(value) => value.as_ref().map(|value| Kept::Text(value.to_string())),
        Value::ChronoDate(value) => value.map(|value| Kept::Text(value.format("%F").to_string())),
        Value::ChronoTime(value) => {
            value.map(|value| Kept::Text(value.format("%T%.f").to_string()))
        }
        Value::ChronoDateTime(value) => {
            value.map(|value| Kept::Text(value.format("%F %T%.f").to_string()))
        }
        Value::ChronoDateTimeUtc(value) => value.map(moment),
        Value::ChronoDateTimeLocal(value) => value.map(moment),
        Value::ChronoDateTimeWithTimeZone(value) => value.map(moment),
        _ => return Err(DbErr::Type("a kind of value that is not stored".to_owned())),
    };
    Ok(ToSqlOutput::Owned(kept.unwrap_or(Kept::Null)))
}

fn moment<Zone: TimeZone>(value: DateTime<Zone>) -> Kept
where
    Zone::Offset: std::fmt::Display,
{
    Kept::Text(value.to_rfc3339_opts(SecondsFormat::AutoSi, false))
}

/// A value of a row. sea-orm takes a value of another type than it asks for to be NULL, so what does not
/// read as its column says is an error here.
pub(crate) fn read(kept: ValueRef<'_>, kind: Kind) -> Result<Value, DbErr> {
    match (kind, kept) {
        (Kind::Bool, ValueRef::Integer(value)) => Ok(Value::Bool(Some(value != 0))),
        (Kind::Date, ValueRef::Text(text)) => parsed(text, date).map(|value| Some(value).into()),
        (Kind::Time, ValueRef::Text(text)) => parsed(text, time).map(|value| Some(value).into()),
        (Kind::DateTime, ValueRef::Text(text)) => {
            parsed(text, date_time).map(|value| Some(value).into())
        }
        (Kind::Moment, ValueRef::Text(text)) => parsed(text, utc).map(|value| Some(value).into()),
        (Kind::Json, ValueRef::Text(text)) => serde_json::from_slice(text)
            .map(|value| Value::Json(Some(Box::new(value))))
            .map_err(|error| DbErr::Json(error.to_string())),
        (Kind::Plain, ValueRef::Integer(value)) => Ok(Value::BigInt(Some(value))),
        (Kind::Plain, ValueRef::Real(value)) => Ok(Value::Double(Some(value))),
        (Kind::Plain, ValueRef::Text(text)) => {
            parsed(text, |text| Some(text.to_owned())).map(|value| Some(value).into())
        }
        (Kind::Plain, ValueRef::Blob(bytes)) => Ok(Value::Bytes(Some(bytes.to_vec()))),
        // Any NULL does: it is of no type that is asked for.
        (_, ValueRef::Null) => Ok(Value::BigInt(None)),
        (kind, kept) => Err(DbErr::Type(format!(
            "{} where a column says {kind:?}",
            kept.data_type()
        ))),
    }
}

fn parsed<T>(text: &[u8], read: impl FnOnce(&str) -> Option<T>) -> Result<T, DbErr> {
    std::str::from_utf8(text)
        .ok()
        .and_then(read)
        .ok_or_else(|| DbErr::Type("a text that its column cannot hold".to_owned()))
}

fn date(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%F").ok()
}

fn time(text: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(text, "%T%.f").ok()
}

fn date_time(text: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text, "%F %T%.f").ok()
}

/// As it is written above, or as others write it: SQLite's own functions, sea-query in a text, people.
/// sea-orm's own driver reads the same.
fn utc(text: &str) -> Option<DateTime<Utc>> {
    const ZONED: [&str; 4] = ["%F %T%.f%:z", "%F %R%:z", "%FT%T%.f%:z", "%FT%R%:z"];
    const UTC: [&str; 8] = [
        "%F %T%.f",
        "%F %R",
        "%F %T%.fZ",
        "%F %RZ",
        "%FT%T%.f",
        "%FT%R",
        "%FT%T%.fZ",
        "%FT%RZ",
    ];
    let zoned = |format: &&str| DateTime::parse_from_str(text, format).ok();
    let naive = |format: &&str| NaiveDateTime::parse_from_str(text, format).ok();
    let written = DateTime::parse_from_rfc3339(text).ok();
    written
        .or_else(|| ZONED.iter().find_map(zoned))
        .map(|moment| moment.to_utc())
        .or_else(|| Some(UTC.iter().find_map(naive)?.and_utc()))
}

/// No connection, or none to be had now.
pub(crate) fn connection_error(says: String) -> DbErr {
    DbErr::Conn(RuntimeErr::Internal(says))
}

/// What SQLite says of a statement. That another holds the database, or the disk takes nothing, is said as if there
/// were no connection to be had: the same may go well later.
pub(crate) fn statement_error(error: rusqlite::Error) -> DbErr {
    use rusqlite::ErrorCode::{
        CannotOpen, DatabaseBusy, DatabaseLocked, DiskFull, ReadOnly, SystemIoFailure,
    };
    match error.sqlite_error_code() {
        Some(
            DatabaseBusy | DatabaseLocked | DiskFull | ReadOnly | SystemIoFailure | CannotOpen,
        ) => connection_error(error.to_string()),
        _ => DbErr::Query(RuntimeErr::Internal(error.to_string())),
    }
}
