//! Ids, codes and kinds as the database keeps them: a number, a text, a word. With this an entity's
//! columns have the types that everything else has, and the number of one thing is never looked for
//! among those of another.
//!
//! `sea_orm` derives the same where a type is written down; it stands here so that the types do not
//! know the database.

use sea_orm::{
    ColIdx, DbErr, QueryResult, TryFromU64, TryGetError, TryGetable, Value,
    sea_query::{ArrayType, ColumnType, Nullable, ValueType, ValueTypeErr},
};

use crate::{
    calendar::DayKind,
    code::{
        AgencyCode, AlikeCode, EndCode, FieldCode, LineStateCode, MemoryCode, OutcomeCode,
        PaperCode, ProcedureCode, RegisterCode, RoleCode, StepCode,
    },
    id::{
        AccountId, CardId, DraftId, IssuedId, LineId, MandateId, MessageId, NoticeId, NumberedId,
        PaperId, PersonId, RequestId, ReservationId, TaskId, TimerId, UpdateId,
    },
    mandate::MandateKind,
    notice::Urgency,
    request::Phase,
};

/// `$inner` is what the column holds; one function makes it of a value, the other reads the value in
/// it, and finds none where no version of this program has written it.
macro_rules! kept_as {
    ($inner:ty, $name:ident, $keep:expr, $read:expr) => {
        impl From<$name> for Value {
            fn from(value: $name) -> Value {
                (&value).into()
            }
        }

        impl From<&$name> for Value {
            fn from(value: &$name) -> Value {
                let keep: fn(&$name) -> $inner = $keep;
                keep(value).into()
            }
        }

        impl TryGetable for $name {
            fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<$name, TryGetError> {
                <$inner>::try_get_by(row, index).and_then(|kept| {
                    $read(kept).ok_or_else(|| DbErr::Type(Self::type_name()).into())
                })
            }
        }

        impl ValueType for $name {
            fn try_from(value: Value) -> Result<$name, ValueTypeErr> {
                <$inner as ValueType>::try_from(value)
                    .and_then(|kept| $read(kept).ok_or(ValueTypeErr))
            }

            fn type_name() -> String {
                stringify!($name).to_owned()
            }

            fn array_type() -> ArrayType {
                <$inner>::array_type()
            }

            fn column_type() -> ColumnType {
                <$inner>::column_type()
            }
        }

        impl Nullable for $name {
            fn null() -> Value {
                <$inner>::null()
            }
        }

        impl TryFromU64 for $name {
            fn try_from_u64(number: u64) -> Result<$name, DbErr> {
                <$inner>::try_from_u64(number)
                    .and_then(|kept| $read(kept).ok_or_else(|| DbErr::Type(Self::type_name())))
            }
        }
    };
}

macro_rules! ids {
    ($($name:ident),* $(,)?) => {$(kept_as!(i64, $name, |id| id.0, |number| Some($name(number)));)*};
}

macro_rules! codes {
    ($($name:ident),* $(,)?) => {$(
        kept_as!(String, $name, |code| code.as_str().to_owned(), |text| Some($name::new(text)));
    )*};
}

macro_rules! words {
    ($($name:ident),* $(,)?) => {$(
        kept_as!(String, $name, |word| word.as_str().to_owned(), |text: String| {
            $name::ALL.into_iter().find(|word| word.as_str() == text)
        });
    )*};
}

ids!(
    AccountId,
    CardId,
    DraftId,
    IssuedId,
    NumberedId,
    LineId,
    MandateId,
    MessageId,
    NoticeId,
    PaperId,
    PersonId,
    RequestId,
    ReservationId,
    TaskId,
    TimerId,
    UpdateId,
);

codes!(
    AgencyCode,
    AlikeCode,
    EndCode,
    FieldCode,
    LineStateCode,
    MemoryCode,
    OutcomeCode,
    PaperCode,
    ProcedureCode,
    RegisterCode,
    RoleCode,
    StepCode,
);

kept_as!(i64, Urgency, |urgency| *urgency as i64, |number| {
    [Urgency::Act, Urgency::Routine]
        .into_iter()
        .find(|urgency| *urgency as i64 == number)
});

words!(DayKind, MandateKind, Phase);
