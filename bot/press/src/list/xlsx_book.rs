//! A workbook that is written while it is filled.

use std::io::{Seek, Write};

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook,
    Worksheet, utility::column_number_to_name,
};

use super::{ColumnKind, Datum, ListFault, ListPlan};
use crate::sheet::Tongue;

/// What Excel takes in one cell.
const CELL: usize = 32_767;
/// What Excel takes on a tab.
const TAB: usize = 31;
/// Beyond this a number in Excel is no longer exact.
const EXACT: u64 = 1 << 53;
const WIDEST: usize = 60;

/// Lists for Excel, each on a sheet of its own. Only the line that is being written is held in memory; the rest
/// waits in a temporary file.
pub struct XlsxBook {
    book: Workbook,
    formats: Formats,
    names: Vec<String>,
    open: Option<OpenList>,
}

/// The list that is being written.
struct OpenList {
    plan: ListPlan,
    /// The number of its last line; the heading is line 0.
    line: u32,
    /// The longest text of each column so far.
    widths: Vec<usize>,
    /// What each column adds up to so far, for programs that do not calculate.
    sums: Vec<f64>,
}

struct Formats {
    heading: Format,
    text: Format,
    whole: Format,
    decimal: Format,
    date: Format,
    moment: Format,
    sum: Format,
}

impl Formats {
    fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        Self {
            heading: Format::new()
                .set_bold()
                .set_background_color(Color::RGB(0x00EE_EEEE))
                .set_border_bottom(FormatBorder::Thin)
                .set_align(FormatAlign::VerticalCenter),
            text: top().set_num_format("@"),
            whole: top().set_num_format("0"),
            decimal: top().set_num_format("#,##0.00"),
            date: top().set_num_format("dd/mm/yyyy"),
            moment: top().set_num_format("dd/mm/yyyy hh:mm"),
            sum: Format::new().set_bold().set_border_top(FormatBorder::Thin),
        }
    }

    fn of(&self, holds: ColumnKind) -> &Format {
        match holds {
            ColumnKind::Text | ColumnKind::YesNo => &self.text,
            ColumnKind::Whole => &self.whole,
            ColumnKind::Decimal => &self.decimal,
            ColumnKind::Date => &self.date,
            ColumnKind::Moment => &self.moment,
        }
    }
}

impl XlsxBook {
    /// `made` stands in the properties of the file; the same lists made at the same time are the same bytes.
    pub fn new(title: &str, made: DateTime<Utc>) -> Self {
        let mut book = Workbook::new();
        let made = ExcelDateTime::from_timestamp(made.timestamp()).unwrap_or_default();
        book.set_properties(
            &DocProperties::new()
                .set_title(title)
                .set_creation_datetime(&made),
        );
        Self {
            book,
            formats: Formats::new(),
            names: Vec::new(),
            open: None,
        }
    }

    /// Begins the next list.
    pub fn list(&mut self, plan: ListPlan) -> Result<(), ListFault> {
        self.close()?;
        let name = tab(&plan.name, &self.names);
        let sheet = self.book.add_worksheet_with_constant_memory()?;
        sheet
            .set_name(&name)?
            .set_freeze_panes(1, 0)?
            .set_landscape()
            .set_paper_size(9);
        sheet.set_repeat_rows(0, 0)?.set_print_fit_to_pages(1, 0);
        for (at, column) in (0..).zip(&plan.columns) {
            sheet.set_column_format(at, self.formats.of(column.holds))?;
            sheet.write_string_with_format(0, at, &column.heading, &self.formats.heading)?;
        }
        let widths = plan
            .columns
            .iter()
            .map(|column| column.heading.chars().count() + 3)
            .collect();
        self.names.push(name);
        let sums = vec![0.0; plan.columns.len()];
        self.open = Some(OpenList {
            plan,
            line: 0,
            widths,
            sums,
        });
        Ok(())
    }

    pub fn line(&mut self, cells: &[Datum]) -> Result<(), ListFault> {
        let open = self.open.as_mut().ok_or(ListFault::NoList)?;
        open.line += 1;
        open.plan.even(open.line, cells)?;
        let sheet = self
            .book
            .worksheet_from_name(&self.names[self.names.len() - 1])?;
        let columns = open.widths.iter_mut().zip(&mut open.sums);
        for (at, (cell, (width, sum))) in (0..).zip(cells.iter().zip(columns)) {
            let shown = write(
                sheet,
                (open.line, at),
                cell,
                open.plan.tongue,
                &self.formats,
            )?;
            *width = shown.min(WIDEST).max(*width);
            *sum += figure(cell).unwrap_or_default();
        }
        Ok(())
    }

    /// The list that was begun first becomes the last of the book: what is counted of it is known once it is written,
    /// and stands before it all the same.
    pub fn first_list_last(&mut self) {
        let sheets = self.book.worksheets_mut();
        let by = 1.min(sheets.len());
        sheets.rotate_left(by);
    }

    /// Writes the file.
    pub fn finish(mut self, to: impl Write + Seek + Send) -> Result<(), ListFault> {
        self.close()?;
        Ok(self.book.save_to_writer(to)?)
    }

    /// What can only be said of a list when all its lines are there.
    fn close(&mut self) -> Result<(), ListFault> {
        let Some(OpenList {
            plan,
            line,
            widths,
            sums,
        }) = self.open.take()
        else {
            return Ok(());
        };
        let sheet = self
            .book
            .worksheet_from_name(&self.names[self.names.len() - 1])?;
        let columns = (0..).zip(&plan.columns);
        if let Some((last, _)) = columns.clone().last() {
            sheet.autofilter(0, 0, line, last)?;
        }
        if let Some((first, _)) = columns.clone().find(|(_, column)| column.sum) {
            let label = if plan.tongue == Tongue::En {
                "Total"
            } else {
                "Jumlah"
            };
            for (at, column) in columns {
                let cell = (line + 1, at);
                if column.sum {
                    sum(sheet, cell, sums[usize::from(at)], &self.formats)?;
                } else if at + 1 == first {
                    sheet.write_string_with_format(cell.0, at, label, &self.formats.sum)?;
                } else {
                    sheet.write_blank(cell.0, at, &self.formats.sum)?;
                }
            }
        }
        for (at, width) in (0..).zip(widths) {
            sheet.set_column_width(at, u32::try_from(width).unwrap_or_default() + 2)?;
        }
        Ok(())
    }
}

/// The sum of the column above. Only what the filter leaves is counted, as one expects of a filtered list.
fn sum(
    sheet: &mut Worksheet,
    (line, at): (u32, u16),
    sum: f64,
    formats: &Formats,
) -> Result<(), ListFault> {
    if line == 1 {
        // There is nothing above but the heading.
        sheet.write_number_with_format(line, at, 0.0, &formats.sum)?;
        return Ok(());
    }
    let name = column_number_to_name(at);
    let formula = Formula::new(format!("=SUBTOTAL(109,{name}2:{name}{line})"));
    let formula = formula.set_result(sum.to_string());
    sheet.write_formula_with_format(line, at, formula, &formats.sum)?;
    Ok(())
}

/// The number that Excel holds for a cell, if it holds one.
#[expect(
    clippy::cast_precision_loss,
    reason = "what would lose precision is not held as a number"
)]
fn figure(cell: &Datum) -> Option<f64> {
    match cell {
        Datum::Whole(whole) => (whole.unsigned_abs() <= EXACT).then_some(*whole as f64),
        Datum::Decimal(decimal) => decimal.is_finite().then_some(*decimal),
        _ => None,
    }
}

/// Writes one cell and says how many letters wide it is. What Excel would change is written as text.
fn write(
    sheet: &mut Worksheet,
    (line, at): (u32, u16),
    cell: &Datum,
    tongue: Tongue,
    formats: &Formats,
) -> Result<usize, ListFault> {
    // Excel knows no day before 1900, and until March 1900 it is a day off.
    let dated = |date: NaiveDate| date.num_days_from_ce() >= 693_655 && date.year() <= 9999;
    match (cell, figure(cell)) {
        (Datum::Empty, _) => return Ok(0),
        (Datum::Whole(_), Some(whole)) => {
            sheet.write_number_with_format(line, at, whole, &formats.whole)?;
        }
        (Datum::Decimal(_), Some(decimal)) => {
            sheet.write_number_with_format(line, at, decimal, &formats.decimal)?;
        }
        (Datum::Date(date), _) if dated(*date) => {
            sheet.write_datetime_with_format(line, at, date, &formats.date)?;
        }
        (Datum::Moment(moment), _) if dated(moment.date()) => {
            sheet.write_datetime_with_format(line, at, moment, &formats.moment)?;
        }
        _ => {
            let text = cut(cell.written(tongue));
            sheet.write_string_with_format(line, at, &text, &formats.text)?;
        }
    }
    let widest = |text: String| text.lines().map(|line| line.chars().count()).max();
    Ok(widest(cell.written(tongue)).unwrap_or_default())
}

/// The text as far as Excel takes it.
fn cut(text: String) -> String {
    if text.encode_utf16().count() <= CELL {
        return text;
    }
    leading(&text, CELL - 1) + "…"
}

/// The name as Excel takes it on a tab: without its forbidden signs, short enough, and not there yet.
fn tab(name: &str, taken: &[String]) -> String {
    let allowed = |c: char| {
        if "[]:*?/\\".contains(c) || c.is_control() {
            '-'
        } else {
            c
        }
    };
    let clean: String = name.chars().map(allowed).collect();
    let clean = match clean.trim_matches(['\'', ' ']) {
        "" => "Daftar",
        // Excel keeps this name for itself.
        reserved if reserved.eq_ignore_ascii_case("history") => "History-",
        clean => clean,
    };
    let fits = |ending: &str| {
        let short = leading(clean, TAB - ending.len());
        format!("{}{ending}", short.trim_end_matches(['\'', ' ']))
    };
    let is_new = |tab: &String| {
        !taken
            .iter()
            .any(|taken| taken.to_lowercase() == tab.to_lowercase())
    };
    let numbered = (2..).map(|n| fits(&format!(" ({n})")));
    [fits("")]
        .into_iter()
        .chain(numbered)
        .find(is_new)
        .unwrap_or_default()
}

/// The beginning of the text, as Excel counts letters.
fn leading(text: &str, mut room: usize) -> String {
    let fits = |c: &char| {
        let fits = c.len_utf16() <= room;
        room = if fits { room - c.len_utf16() } else { 0 };
        fits
    };
    text.chars().take_while(fits).collect()
}
