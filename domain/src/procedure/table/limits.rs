//! What a table may hold.

use crate::{
    code::FieldCode,
    procedure::{
        accept::Unfit,
        answer::Answer,
        field::{Field, Kind},
    },
};

/// How many rows a table takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowLimits {
    pub min: usize,
    pub max: usize,
}

impl RowLimits {
    /// Whether a table with so many rows is complete.
    pub fn check(self, has: usize) -> Result<(), Unfit> {
        if has < self.min {
            return Err(Unfit::RowsMissing {
                needs: self.min,
                has,
            });
        }
        if has > self.max {
            return Err(Unfit::TooManyRows { max: self.max, has });
        }
        Ok(())
    }
}

impl Field {
    /// The columns of a table; of any other question none.
    pub fn columns(&self) -> &[Field] {
        match &self.kind {
            Kind::Rows { columns, .. } => columns,
            _ => &[],
        }
    }

    pub fn is_table(&self) -> bool {
        matches!(self.kind, Kind::Rows { .. })
    }

    /// How many rows a table takes, given where an answer is to be found.
    pub fn row_limits<'a>(
        &self,
        answer: impl FnOnce(&FieldCode) -> Option<&'a Answer>,
    ) -> RowLimits {
        let Kind::Rows {
            min, max, count, ..
        } = &self.kind
        else {
            return RowLimits { min: 0, max: 0 };
        };
        match counted(count.as_ref().and_then(answer)) {
            Some(rows) => RowLimits {
                min: rows,
                max: rows,
            },
            None => RowLimits {
                min: *min,
                max: *max,
            },
        }
    }

    /// Whether an answer still holds where other answers may have changed since: the rows of a
    /// table are as many as the question that counts them says.
    pub fn still_holds<'a>(
        &self,
        answer: &Answer,
        other: impl FnOnce(&FieldCode) -> Option<&'a Answer>,
    ) -> bool {
        let (Kind::Rows { count, .. }, Answer::Rows(rows)) = (&self.kind, answer) else {
            return true;
        };
        let counted = counted(count.as_ref().and_then(other));
        counted.is_none_or(|counted| counted == rows.len())
    }
}

fn counted(answer: Option<&Answer>) -> Option<usize> {
    match answer {
        Some(Answer::Number(number)) => usize::try_from(*number).ok(),
        _ => None,
    }
}
