//! A table that goes on with the rows of an earlier one: its columns stand in front, and only further ones are asked.

use std::sync::Arc;

use crate::{
    code::FieldCode,
    procedure::{
        answer::{Answer, Answers},
        field::Field,
        kind::{Kind, rows::RowsKind},
        step::Step,
    },
};

/// Puts the columns of the tables that are extended in front of those that are added.
pub(in crate::procedure) fn extend_tables(steps: &mut [Step]) {
    let mut known: Vec<(FieldCode, Arc<[Field]>)> = Vec::new();
    for step in steps {
        if step.fields.iter().any(|field| field.extends().is_some()) {
            let fields = step.fields.iter().cloned();
            step.fields = fields.map(|field| extended(field, &known)).collect();
        }
        let tables = step.fields.iter().filter_map(|field| match &field.kind {
            Kind::Rows(rows) => Some((field.code.clone(), rows.columns.clone())),
            _ => None,
        });
        known.extend(tables);
    }
}

fn extended(mut field: Field, known: &[(FieldCode, Arc<[Field]>)]) -> Field {
    if let Kind::Rows(rows) = &mut field.kind
        && let Some(table) = &rows.extends
        && let Some((_, columns)) = known.iter().find(|(code, _)| code == table)
    {
        let carried = columns.iter().map(carried);
        let all: Vec<Field> = carried.chain(rows.columns.iter().cloned()).collect();
        rows.carried = columns.len();
        rows.columns = all.into();
    }
    field
}

/// What was asked there is neither compared nor reserved a second time.
fn carried(column: &Field) -> Field {
    Field {
        free_in: None,
        alike: None,
        unique: false,
        when: None,
        ..column.clone()
    }
}

impl Field {
    /// The table whose rows it goes on with.
    pub fn extends(&self) -> Option<&FieldCode> {
        match &self.kind {
            Kind::Rows(rows) => rows.extends.as_ref(),
            _ => None,
        }
    }

    /// The columns that are asked here.
    pub fn own_columns(&self) -> &[Field] {
        match &self.kind {
            Kind::Rows(rows) => rows.own(),
            _ => &[],
        }
    }

    /// The same question in a form about a request: its rows say what they say in the table that it extends.
    #[must_use]
    pub(in crate::procedure) fn begun_with(&self, given: &Answers) -> Field {
        let mut field = self.clone();
        if let Kind::Rows(rows) = &mut field.kind
            && let Some(Answer::Rows(others)) = rows.extends.as_ref().and_then(|it| given.get(it))
        {
            rows.begun = others.iter().map(|row| begun(rows, row)).collect();
        }
        field
    }

    /// What a row says before anybody fills it.
    pub fn begun_row(&self, place: usize) -> Answers {
        match &self.kind {
            Kind::Rows(rows) => rows.begun.get(place).cloned().unwrap_or_default(),
            _ => Answers::new(),
        }
    }
}

fn begun(rows: &RowsKind, row: &Answers) -> Answers {
    let carried = rows.columns.iter().take(rows.carried);
    let cells =
        carried.filter_map(|column| Some((column.code.clone(), row.get(&column.code)?.clone())));
    cells.collect()
}

impl RowsKind {
    /// Whether these rows still say what the table says whose rows they are.
    pub(super) fn goes_on<'a>(
        &self,
        rows: &[Answers],
        other: impl FnOnce(&FieldCode) -> Option<&'a Answer>,
    ) -> bool {
        let Some(Answer::Rows(others)) = self.extends.as_ref().and_then(other) else {
            return true;
        };
        let same = |(row, other): (&Answers, &Answers)| {
            let carried = self.columns.iter().take(self.carried);
            let mut cells = carried.map(|column| &column.code);
            cells.all(|column| row.get(column) == other.get(column))
        };
        rows.iter().zip(others).all(same)
    }
}
