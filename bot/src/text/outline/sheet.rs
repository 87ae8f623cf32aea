//! The head of the sheet above the table.

use super::table::{width, wrap};
use crate::text::{phrase::Saying, sop_head};

/// How far the words of the head are moved in.
const LABEL: usize = 26;

/// Label and words beside each other, a list numbered; nothing where the file has no sheet.
pub(super) fn sheet(saying: &Saying<'_>) -> Vec<String> {
    let Some(head) = &saying.procedure.sop else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    for (label, words) in sop_head::facts(saying.s, saying.office, head) {
        beside(&label, &words, &mut lines);
    }
    for (heading, points) in sop_head::lists(saying.s, saying.procedure, head) {
        if points.is_empty() {
            beside(&heading, "–", &mut lines);
        }
        let several = points.len() > 1;
        for (place, point) in points.iter().enumerate() {
            let label = if place == 0 { &heading } else { "" };
            let number = if several {
                format!("{}. ", place + 1)
            } else {
                String::new()
            };
            beside(label, &format!("{number}{point}"), &mut lines);
        }
    }
    lines
}

fn beside(label: &str, words: &str, lines: &mut Vec<String>) {
    for (place, line) in wrap(words, width() - LABEL).into_iter().enumerate() {
        let label = if place == 0 { label } else { "" };
        lines.push(format!("{label:LABEL$}{line}").trim_end().to_owned());
    }
}
