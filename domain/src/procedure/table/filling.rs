//! A form whose question is a table: cells and rows are taken into it.

use super::{RowLimits, Table};
use crate::{
    code::FieldCode,
    procedure::{
        accept::{SortedRows, Unfit},
        answer::{Answer, Answers},
        field::Field,
        form::Filling,
    },
};

impl Filling {
    /// The table of a question as it stands: what was begun, or the rows of an earlier answer.
    pub fn table(&self, field: &FieldCode) -> Table {
        if self.table.field.as_ref() == Some(field) {
            return self.table.clone();
        }
        let known = self.answers.get(field).or_else(|| self.old.get(field));
        let rows = match known {
            Some(Answer::Rows(rows)) => rows.clone(),
            _ => Vec::new(),
        };
        let wrong = self
            .returned
            .get(field)
            .filter(|_| !self.answers.has(field));
        let wrong = wrong.cloned().unwrap_or_default();
        let stays = |at: &usize| wrong.iter().all(|row| row.at != *at);
        let rows = rows.into_iter().enumerate();
        Table {
            field: Some(field.clone()),
            rows: rows
                .filter(|(at, _)| stays(at))
                .map(|(_, row)| row)
                .collect(),
            row: None,
            wrong,
        }
    }

    /// Whether the table is exactly what was answered before.
    pub fn table_is_as_before(&self, field: &FieldCode) -> bool {
        let known = self.answers.get(field).or_else(|| self.old.get(field));
        let table = self.table(field);
        let same = |rows: &Vec<Answers>| *rows == table.rows && table.row.is_none();
        matches!(known, Some(Answer::Rows(rows)) if table.wrong.is_empty() && same(rows))
    }

    /// Takes a cell, and with the last one perhaps the whole table.
    pub fn take_cell(
        &mut self,
        field: &Field,
        column: FieldCode,
        answer: Answer,
        limits: RowLimits,
    ) {
        let mut table = self.table(&field.code);
        table.take(column, answer, field);
        let complete = table.row.is_none();
        self.put(field, table, limits, complete);
    }

    /// Takes rows that came together, in place of a row that was begun. Those that do not fit are asked for, one after
    /// the other.
    pub fn take_rows(&mut self, field: &Field, sorted: SortedRows, limits: RowLimits) {
        let mut table = self.table(&field.code);
        table.row = None;
        table.rows.extend(sorted.rows);
        table.wrong = sorted.wrong;
        self.take_corrected(field, table, limits);
    }

    /// Takes a table in which something was corrected.
    pub fn take_corrected(&mut self, field: &Field, table: Table, limits: RowLimits) {
        if table.wrong.is_empty() {
            self.put(field, table, limits, true);
        } else {
            self.table = table;
        }
    }

    /// Lets the row go that was to be corrected, and says whether there was one.
    pub fn pass_wrong_row(&mut self, field: &Field, limits: RowLimits) -> bool {
        let mut table = self.table(&field.code);
        let passed = table.pass_wrong();
        if passed {
            self.take_corrected(field, table, limits);
        }
        passed
    }

    /// A full table is answered; one that needs more rows asks the next at once; in between the
    /// person says whether there are more.
    fn put(&mut self, field: &Field, mut table: Table, limits: RowLimits, row_ended: bool) {
        let has = table.rows.len();
        // Whoever was asked for some rows only is asked for no others.
        let repaired = self.returned.contains_key(&field.code) && limits.check(has).is_ok();
        if row_ended && (has == limits.max || repaired) {
            self.take(field.code.clone(), Answer::Rows(table.rows));
            return;
        }
        if row_ended && has < limits.min {
            table.row = Some(field.begun_row(has));
        }
        self.table = table;
    }

    /// Begins a further row, if the table takes one.
    pub fn add_row(&mut self, field: &Field, limits: RowLimits) -> Result<(), Unfit> {
        let mut table = self.table(&field.code);
        let has = table.rows.len() + 1;
        if has > limits.max {
            return Err(Unfit::TooManyRows {
                max: limits.max,
                has,
            });
        }
        if table.row.is_none() {
            table.row = Some(field.begun_row(table.rows.len()));
        }
        self.table = table;
        Ok(())
    }

    /// Takes the last complete row away, and says whether there was one.
    pub fn remove_row(&mut self, field: &Field) -> bool {
        let mut table = self.table(&field.code);
        let removed = !table.is_within_a_row(field) && table.rows.pop().is_some();
        if removed {
            table.row = None;
            self.table = table;
        }
        removed
    }

    /// Confirms the rows so far. A row that is only begun does not count.
    pub fn confirm_rows(&mut self, field: &Field, limits: RowLimits) -> Result<(), Unfit> {
        let table = self.table(&field.code);
        if !table.wrong.is_empty() {
            return Err(Unfit::NeedsText);
        }
        limits.check(table.rows.len())?;
        self.take(field.code.clone(), Answer::Rows(table.rows));
        Ok(())
    }

    /// One step back within a table, and whether there was one.
    pub(in crate::procedure) fn back_within(&mut self, field: &Field) -> bool {
        let mut table = self.table(&field.code);
        let moved = table.back(field);
        if moved {
            self.table = table;
        }
        moved
    }
}
