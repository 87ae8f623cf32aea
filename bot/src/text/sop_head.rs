//! The head of an SOP's sheet, line by line: for the terminal, the chat and paper alike.

use chrono::Datelike;
use domain::{
    office::Office,
    procedure::{Procedure, SheetDate, SheetList, SopHead},
};

use super::{Speech, moment::month, words::t};

/// What stands in one line each: label and words.
pub fn facts(s: &Speech, office: &Office, head: &SopHead) -> Vec<(String, String)> {
    let date = |date: Option<SheetDate>| date.map_or_else(|| "–".to_owned(), |it| written(s, it));
    let signed = head.signed_by.as_ref().map(|role| office.title(role));
    let unit = head.unit.as_ref();
    let number = head.number.clone();
    vec![
        (
            t!(plain s, "sop-number"),
            number.unwrap_or_else(|| t!(plain s, "sop-without-number")),
        ),
        (t!(plain s, "sop-name"), s.text(&head.name).to_owned()),
        (
            t!(plain s, "sop-unit"),
            unit.map_or("–", |unit| s.text(unit)).to_owned(),
        ),
        (t!(plain s, "sop-made"), date(head.made)),
        (t!(plain s, "sop-revised"), date(head.revised)),
        (t!(plain s, "sop-effective"), date(head.effective)),
        (
            t!(plain s, "sop-signed-by"),
            signed.map_or_else(|| "–".to_owned(), |it| s.text(&it).to_owned()),
        ),
    ]
}

/// What is listed, in the order of the sheet; the last is what is recorded.
pub fn lists(s: &Speech, procedure: &Procedure, head: &SopHead) -> Vec<(String, Vec<String>)> {
    let heading = |list| match list {
        SheetList::LegalBasis => t!(plain s, "sop-legal-basis"),
        SheetList::Qualification => t!(plain s, "sop-qualification"),
        SheetList::Related => t!(plain s, "sop-related"),
        SheetList::Equipment => t!(plain s, "sop-equipment"),
        SheetList::Warning => t!(plain s, "sop-warning"),
    };
    let lists = head.lists().into_iter().map(|(list, texts)| {
        let texts = texts.iter().map(|text| s.text(text).to_owned());
        (heading(list), texts.collect())
    });
    let records = procedure.records.iter();
    let records = records.map(|text| s.text(text).to_owned()).collect();
    lists
        .chain([(t!(plain s, "sop-records"), records)])
        .collect()
}

/// `2 Januari 2022`, or a year alone.
fn written(s: &Speech, date: SheetDate) -> String {
    match date {
        SheetDate::Day(day) => format!("{} {}", day.day(), month(s, day)),
        SheetDate::Year(year) => year.to_string(),
    }
}
