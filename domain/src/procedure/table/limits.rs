//! What a table may hold.

use crate::{
    code::FieldCode,
    procedure::{
        accept::rows_twice,
        answer::Answer,
        field::Field,
        kind::{Kind, rows::RowLimits},
    },
};

impl Field {
    /// The columns of a table; of any other question none.
    pub fn columns(&self) -> &[Field] {
        match &self.kind {
            Kind::Rows(rows) => &rows.columns,
            _ => &[],
        }
    }

    pub fn is_table(&self) -> bool {
        matches!(self.kind, Kind::Rows(_))
    }

    /// How many rows a table takes, given where an answer is to be found.
    pub fn row_limits<'a>(
        &self,
        answer: impl FnOnce(&FieldCode) -> Option<&'a Answer>,
    ) -> RowLimits {
        match &self.kind {
            Kind::Rows(rows) => rows.limits(answer),
            _ => RowLimits { min: 0, max: 0 },
        }
    }

    /// Whether an answer still holds where other answers may have changed since: the rows of a
    /// table are as many as the question that counts them says. No two of them say the same where none may. Nobody is
    /// named who was named where another one is asked for.
    pub fn still_holds<'a>(
        &self,
        answer: &Answer,
        other: impl Fn(&FieldCode) -> Option<&'a Answer>,
    ) -> bool {
        if let (Kind::Person(kind), Answer::Person { id, .. }) = (&self.kind, answer) {
            return kind.named_already(other).all(|named| named != *id);
        }
        let (Kind::Rows(table), Answer::Rows(rows)) = (&self.kind, answer) else {
            return true;
        };
        let counted = table.counted(&other);
        counted.is_none_or(|counted| counted == rows.len())
            && table.goes_on(rows, other)
            && rows_twice(&table.columns, rows).is_none()
    }
}
