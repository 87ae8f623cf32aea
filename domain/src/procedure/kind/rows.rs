//! A small table, filled row by row.

use std::sync::Arc;

use super::{Asked, Likely, Sample, Way, Written};
use crate::{
    code::FieldCode,
    phrase::{Part, Phrase},
    procedure::{
        accept::{Knowledge, Unfit, accept_rows},
        answer::{Answer, Answers},
        field::Field,
        read::{bounds, column, keys::Keys},
    },
};

/// Where a file names no number of rows.
const USUAL: (usize, usize) = (1, 20);

/// A small table.
#[derive(Debug, Clone, PartialEq)]
pub struct RowsKind {
    /// Questions of their own kind each; what is answered in one row.
    pub columns: Arc<[Field]>,
    pub min: usize,
    pub max: usize,
    /// The question whose answer is the number of rows; the limits count where it has none.
    pub count: Option<FieldCode>,
    /// The table of an earlier step whose rows these are; its columns stand in front, and are not asked again.
    pub extends: Option<FieldCode>,
    /// How many columns these are.
    pub carried: usize,
    /// What each row says before it is filled, in a form.
    pub begun: Arc<[Answers]>,
}

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

impl RowsKind {
    /// How many rows it takes, given where an answer is to be found.
    pub fn limits<'a>(&self, answer: impl FnOnce(&FieldCode) -> Option<&'a Answer>) -> RowLimits {
        match self.counted(answer) {
            Some(rows) => RowLimits {
                min: rows,
                max: rows,
            },
            None => RowLimits {
                min: self.min,
                max: self.max,
            },
        }
    }

    /// The columns that are asked here.
    pub fn own(&self) -> &[Field] {
        self.columns.get(self.carried..).unwrap_or_default()
    }

    /// How many rows the question that counts them says, or the table has whose rows they are.
    pub fn counted<'a>(
        &self,
        answer: impl FnOnce(&FieldCode) -> Option<&'a Answer>,
    ) -> Option<usize> {
        match self
            .count
            .as_ref()
            .or(self.extends.as_ref())
            .and_then(answer)
        {
            Some(Answer::Number(number)) => usize::try_from(*number).ok(),
            Some(Answer::Rows(rows)) => Some(rows.len()),
            _ => None,
        }
    }
}

impl Written for RowsKind {
    const WORD: &'static str = "rows";
    const KEYS: &'static [&'static str] = &["column", "min", "max", "count", "extends"];
    const SAMPLES: &'static [Sample] = &[Sample {
        keys: "max = 3\ncolumn = [\
            { code = \"barang\", label = \"Barang\", kind = \"text\", max = 20, example = \"Meja\" }, \
            { code = \"jumlah\", label = \"Jumlah\", kind = \"number\", example = \"2\", required = false }]",
        takes: &["Meja; 2", "Meja; 2\nKursi"],
        refuses: &["Meja; dua", "a\nb\nc\nd"],
    }];

    fn read(keys: &Keys<'_>) -> RowsKind {
        RowsKind {
            columns: columns(keys),
            min: keys.within("min", bounds::ROWS).unwrap_or(USUAL.0),
            max: keys.within("max", bounds::ROWS).unwrap_or(USUAL.1),
            count: keys.code("count").map(FieldCode::new),
            extends: extends(keys),
            carried: 0,
            begun: Arc::default(),
        }
    }
}

impl Asked for RowsKind {
    fn way(&self) -> Way<'_> {
        Way::Rows
    }

    fn typed(&self, typed: &str, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
        let limits = self.limits(|field| knowledge.earlier.get(field));
        let rows = accept_rows(&self.columns, typed, limits.max, knowledge)?;
        limits.check(rows.len()).map(|()| Answer::Rows(rows))
    }

    fn outline(&self) -> Phrase {
        let rows = match (&self.count, &self.extends) {
            (Some(count), _) => {
                Phrase::new("outline-kind-rows-counted").with("count", count.clone())
            }
            (_, Some(table)) => {
                Phrase::new("outline-kind-rows-extended").with("table", table.clone())
            }
            (None, None) => Phrase::new("outline-kind-rows")
                .with("min", self.min)
                .with("max", self.max),
        };
        let columns = self.own().iter().map(said).collect();
        rows.with("columns", Part::List(columns, " · "))
    }

    fn likely(&self, of: &Likely<'_>) -> Vec<String> {
        let cell = |column: &Field| {
            column
                .kind
                .likely(of)
                .into_iter()
                .next()
                .unwrap_or_default()
        };
        let row: Vec<_> = self.own().iter().map(cell).collect();
        vec![vec![row.join("; "); self.min.max(1)].join("\n")]
    }
}

/// "Jumlah (bilangan bulat; boleh kosong)"
fn said(column: &Field) -> Part {
    let mut said = vec![column.kind.outline().into()];
    if !column.required {
        said.push(Phrase::new("outline-may-be-empty").into());
    }
    if column.unique {
        said.push(Phrase::new("outline-unique").into());
    }
    let phrase = Phrase::new("outline-column")
        .with("column", column.label.clone())
        .with("kind", Part::List(said, "; "));
    phrase.into()
}

/// `extends = "sampel"`: how many rows there are is that table's to say.
fn extends(keys: &Keys<'_>) -> Option<FieldCode> {
    let table = keys.code("extends")?;
    for key in ["min", "max", "count"] {
        if keys.has(key) {
            let what = format!("There are as many rows as in `{table}`; remove `{key}`.");
            keys.at(key, what);
        }
    }
    Some(FieldCode::new(table))
}

fn columns(keys: &Keys<'_>) -> Arc<[Field]> {
    let blocks = keys.blocks("column", "column").into_iter();
    let columns: Vec<Field> = blocks.map(column).collect();
    if columns.is_empty() {
        keys.complaints.at(
            keys.line,
            "This table has no columns; add [[step.field.column]] blocks beneath it.",
        );
    }
    columns.into()
}
