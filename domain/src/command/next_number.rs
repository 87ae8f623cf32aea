//! The number after the last one that was given: agendas, files and labels are counted on, and nobody should have to look
//! up how far.

use chrono::Datelike;

use super::{form_page::FormPage, free_names::is_free};
use crate::{
    Counter, Error, Refusal,
    procedure::{Answer, Field, Input},
    request::names::{is_spelled, spelled},
    store::Conn,
};

/// What a question offers whose answers are numbers that are given once. Nothing where it cannot be known: no number was
/// given lately, the last one is of another year, or somebody has the next one.
pub(super) async fn next_number(
    counter: &Counter,
    conn: &Conn,
    page: &FormPage,
    field: &Field,
) -> Result<Option<Answer>, Error> {
    let free = field.free_in.as_ref().filter(|free| free.once.is_some());
    let Some(free) = free.filter(|_| is_spelled(field)) else {
        return Ok(None);
    };
    let last = conn.newest_beside(&free.thing(String::new())).await?;
    let Some(last) = last.filter(|it| it.counts(counter.now())) else {
        return Ok(None);
    };
    // It is reserved as it is compared, and it was written otherwise.
    let Some(request) = conn.request(last.request).await? else {
        return Ok(None);
    };
    let written = request
        .state
        .answers
        .iter()
        .find_map(|(_, answer)| match answer {
            Answer::Text(text) if spelled(text) == last.thing.name() => Some(text),
            _ => None,
        });
    let Some(next) = written.and_then(|text| after(text, counter.today().year())) else {
        return Ok(None);
    };
    let answer = Input::Known(Answer::Text(next));
    let Ok(answer) = field.accept(&answer, &page.knowledge(counter)) else {
        return Ok(None);
    };
    match is_free(counter, page, field, field, &answer).await {
        Ok(()) => Ok(Some(answer)),
        Err(Error::Refused(Refusal::Unfit { .. })) => Ok(None),
        Err(error) => Err(error),
    }
}

/// `AG-2026-0042` after `AG-2026-0041`, `8/AG/2026` after `7/AG/2026`. None after one of another year, or without figures.
fn after(number: &str, year: i32) -> Option<String> {
    let is_figure = |byte: &u8| byte.is_ascii_digit();
    let mut runs = Vec::new();
    let mut at = 0;
    for run in number
        .as_bytes()
        .chunk_by(|a, b| is_figure(a) == is_figure(b))
    {
        if run.first().is_some_and(is_figure) {
            runs.push(at..at + run.len());
        }
        at += run.len();
    }
    let is_year =
        |run: &std::ops::Range<usize>| run.len() == 4 && number[run.clone()].starts_with("20");
    let year = year.to_string();
    if runs
        .iter()
        .any(|run| is_year(run) && number[run.clone()] != year)
    {
        return None;
    }
    let counts = runs.into_iter().rfind(|run| !is_year(run))?;
    let next: u64 = number[counts.clone()].parse::<u64>().ok()?.checked_add(1)?;
    let next = format!("{next:0width$}", width = counts.len());
    Some(format!(
        "{}{next}{}",
        &number[..counts.start],
        &number[counts.end..]
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_counted_on() {
        for (last, next) in [
            ("AG-2026-0041", Some("AG-2026-0042")),
            ("041/AG/XI/2026", Some("042/AG/XI/2026")),
            ("7", Some("8")),
            ("AG 99", Some("AG 100")),
            ("AG-2025-0999", None),
            ("2026", None),
            ("tanpa nomor", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(after(last, 2026).as_deref(), next, "{last}");
        }
    }
}
