//! Entering a number that was written on paper while Loket stood still.

use chrono::{Datelike, NaiveDate};

use crate::{
    Counter, Error, Refusal,
    act::NumberOnPaper,
    draft::Draft,
    id::RequestId,
    person::Person,
    procedure::{
        accept::Unfit,
        number_pattern::{NumberPattern, plain_number},
    },
    query::{meant_series, read_ticket},
    rights::may_enter_numbers,
    store::{NewNumbered, NumberedPaper, Tx, series_name},
};

/// How far beyond the next number one is still told that others come before it; beyond that it reads as none.
const BEYOND: i64 = 500;

/// Enters a number with its own date, and links it like what is issued. Only the next number of its series, so that the
/// series has no gaps, or one that was left out when the office went on from a backup.
///
/// Refused unless they may enter numbers, and where another paper bears it.
pub async fn enter_number(
    counter: &Counter,
    by: &Person,
    draft: &Draft,
    new: &NumberOnPaper,
) -> Result<NumberedPaper, Error> {
    let mut tx = counter.db.begin().await?;
    let by = tx.actor(by).await?;
    may_enter_numbers(&by)?;
    tx.use_up(draft, by.id).await?;
    let served = counter.office.serves(&new.agency).map_err(Refusal::from)?;
    let agency = served.code.clone();
    let pattern = meant_series(counter, &new.procedure, &new.paper)?;
    let request = match &new.ticket {
        Some(ticket) => Some(request_of(counter, &tx, ticket).await?),
        None => None,
    };
    let (series, year) = (series_name(&new.paper), new.day.year());
    let next = tx.last_number(&series, year).await? + 1;
    let words = &counter.office.letters.words;
    let number = |place| pattern.number(place, new.day, words);
    let place = meant(&new.written, next, &number)?;
    let given = || {
        unfit(
            "nomor",
            Unfit::NumberGiven {
                number: number(place),
            },
        )
    };
    if place == next {
        // Whoever decides at the same moment may have taken it.
        if tx.next_number(&series, year).await? != place {
            return Err(given());
        }
    } else if is_given(counter, &tx, new, &pattern, (place, next - 1)).await? {
        return Err(given());
    }
    let entered = NewNumbered {
        procedure: &new.procedure,
        paper: &new.paper,
        year,
        place,
        number: &number(place),
        day: new.day,
        agency: &agency,
        subject: &new.subject,
        request,
        by: by.id,
    };
    let entered = tx.add_numbered(&entered).await?.ok_or_else(given)?;
    tx.commit().await?;
    Ok(entered)
}

/// The place in the series that somebody means who wrote a number, or its place alone.
fn meant(written: &str, next: i64, number: &impl Fn(i64) -> String) -> Result<i64, Error> {
    let written = written.trim();
    let found = match written.parse::<i64>() {
        Ok(place) if written.bytes().all(|it| it.is_ascii_digit()) => Some(place),
        _ => (1..=next + BEYOND)
            .rev()
            .find(|place| number(*place).eq_ignore_ascii_case(written)),
    };
    match found {
        None | Some(..=0) => Err(unfit("nomor", Unfit::UnlikeNumber { like: number(next) })),
        Some(place) if place > next => {
            Err(unfit("nomor", Unfit::NotNextNumber { next: number(next) }))
        }
        Some(place) => Ok(place),
    }
}

/// Whether a paper bears a place of the series that is behind its end. Where as many papers are known as numbers were
/// given, none was left out.
async fn is_given(
    counter: &Counter,
    tx: &Tx,
    new: &NumberOnPaper,
    pattern: &NumberPattern,
    (place, last): (i64, i64),
) -> Result<bool, Error> {
    let (issued, written) = tx.numbers_given(&new.paper, new.day.year()).await?;
    let known = i64::try_from(issued.len() + written.len()).unwrap_or(i64::MAX);
    let bears = |number: &str, day: NaiveDate| {
        number == pattern.number(place, day, &counter.office.letters.words)
            || number == plain_number(place, day)
    };
    let mut issued = issued.into_iter();
    Ok(known >= last
        || written.contains(&place)
        || issued.any(|(number, at)| bears(&number, counter.office.calendar.day_of(at))))
}

async fn request_of(counter: &Counter, tx: &Tx, ticket: &str) -> Result<RequestId, Error> {
    let nobody = || unfit("tiket", Unfit::NoSuchTicket);
    let typed = read_ticket(counter, ticket).ok_or_else(nobody)?;
    let found = tx.requests_of_ticket(&typed).await?;
    found.first().map(|request| request.id).ok_or_else(nobody)
}

fn unfit(field: &str, unfit: Unfit) -> Error {
    Refusal::Unfit {
        field: field.into(),
        unfit,
    }
    .into()
}

#[cfg(test)]
mod tests {
    use super::meant;
    use crate::{Refusal, procedure::accept::Unfit};

    #[test]
    fn a_number_is_meant_however_it_is_written() {
        let number = |place: i64| format!("500.12/{place:03}/LHH/2026");
        let check = |written: &str, expected: Result<i64, &str>| {
            let said = meant(written, 8, &number).map_err(|error| match error.refusal() {
                Some(Refusal::Unfit {
                    unfit: Unfit::NotNextNumber { .. },
                    ..
                }) => "not next",
                Some(Refusal::Unfit {
                    unfit: Unfit::UnlikeNumber { like },
                    ..
                }) if *like == number(8) => "unlike",
                other => panic!("{other:?}"),
            });
            assert_eq!(said, expected, "{written}");
        };
        check("8", Ok(8));
        check(" 008 ", Ok(8));
        check("500.12/008/lhh/2026", Ok(8));
        check("500.12/003/LHH/2026", Ok(3));
        check("9", Err("not next"));
        check("500.12/010/LHH/2026", Err("not next"));
        check("0", Err("unlike"));
        check("-1", Err("unlike"));
        check("500.12/008/LAT/2026", Err("unlike"));
        check("99999999999999999999", Err("unlike"));
    }
}
