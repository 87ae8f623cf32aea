//! Compares the books with what they must be.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    Counter,
    code::ColumnCode,
    office::Office,
    procedure::{Answer, Procedure},
    register::Line,
    request::Request,
    reservation::{Reservation, Thing},
};

use super::ledger::{Books, Held, Place, Retired};

/// Compares the books with what they must be after all that has happened to a request, and the whole
/// office's with what it has.
pub(super) async fn books_are_true(counter: &Counter, procedure: &Procedure, request: &Request) {
    let history = counter.db.history(request.id).await.expect("its history");
    let books = Books::of(procedure, &counter.office, request, &history);
    let lines = counter.db.lines_of(request.id).await.expect("its lines");
    let reserved = counter.db.reserved_by(request.id).await;
    let reserved = reserved.expect("its reservations");
    let now = counter.now();
    let counts = |held: &Held| held.line.is_some() || held.until.is_none_or(|it| it > now);
    let mut must: Vec<Held> = books.held.iter().filter(|it| counts(it)).cloned().collect();
    let mut is: Vec<Held> = reserved.iter().map(|it| held(it, &lines)).collect();
    is.retain(counts);
    must.sort();
    is.sort();
    assert_eq!(is, must, "{} holds what it must", request.ticket);
    assert!(
        reserved.iter().all(|held| held.agency == request.agency),
        "what it holds is its agency's"
    );
    books.lines_are_true(request, &lines);
    let all = counter.db.all_reserved().await.expect("reservations").live;
    for (id, Retired { noted, until }) in &books.retired {
        let line = counter.db.line(*id).await.expect("lines");
        let line = line.expect("the line that was chosen");
        assert!(line.closed_at.is_some(), "{} is closed", line.name);
        for (column, must) in noted {
            is_said(&line, column, must);
        }
        let kept = all.iter().filter(|held| held.line == Some(*id));
        let kept: Vec<_> = kept.map(|held| held.until).collect();
        assert!(
            until.is_some() || kept.is_empty(),
            "what {} kept is free at once",
            line.name
        );
        assert!(
            kept.iter().all(|it| it == until),
            "what {} kept is blocked",
            line.name
        );
    }
    for (id, (noted, until, stands)) in &books.amended {
        let line = counter.db.line(*id).await.expect("lines");
        let line = line.expect("the line that was chosen");
        assert!(line.closed_at.is_none(), "{} goes on", line.name);
        for (column, must) in noted {
            is_said(&line, column, must);
        }
        assert!(
            until.is_none() || line.expires_at == *until,
            "{} lasts",
            line.name
        );
        assert!(
            stands.is_none() || line.stands == *stands,
            "{} stands",
            line.name
        );
    }
    nothing_is_given_twice(&counter.office, &all, now);
}

/// No name has two holders, and of nothing more is reserved than there is.
fn nothing_is_given_twice(office: &Office, all: &[Reservation], now: DateTime<Utc>) {
    let mut holders = BTreeMap::new();
    let mut shares: BTreeMap<_, i64> = BTreeMap::new();
    for held in all {
        if held.until.is_some_and(|until| until <= now) {
            continue;
        }
        match &held.thing {
            Thing::Name(..) | Thing::Number(..) => {
                let before = holders.insert(&held.thing, held.request);
                assert_eq!(before, None, "{:?} is held twice", held.thing);
            }
            Thing::Share(resource) => *shares.entry(resource).or_default() += held.amount,
        }
    }
    for (resource, taken) in shares {
        let total = office.resource(resource).expect("a resource").total;
        assert!(taken <= total, "{taken} of {total} {resource} are taken");
    }
}

fn held(reservation: &Reservation, lines: &[Line]) -> Held {
    let line = reservation.line.map(|id| {
        let line = lines.iter().find(|line| line.id == id);
        let line = line.expect("a line of the request itself");
        (line.register.clone(), line.part)
    });
    Held {
        thing: reservation.thing.clone(),
        amount: reservation.amount,
        part: reservation.part,
        line,
        until: reservation.until,
    }
}

impl Books {
    /// The lines of the request are exactly these, each with what it must say.
    fn lines_are_true(&self, request: &Request, lines: &[Line]) {
        let place = |line: &Line| (line.register.clone(), line.part);
        let mut there: Vec<Place> = lines.iter().map(place).collect();
        there.sort();
        let must: Vec<Place> = self.lines.keys().cloned().collect();
        assert_eq!(there, must, "{} has written its lines", request.ticket);
        for line in lines {
            let must = &self.lines[&place(line)];
            assert_eq!(line.agency, request.agency);
            assert_eq!(line.closed_at.is_none(), must.open, "{} is open", line.name);
            assert_eq!(line.expires_at, must.until, "{} lasts", line.name);
            assert_eq!(line.stands, must.stands, "{} stands", line.name);
            if let Some(name) = &must.name {
                assert_eq!(&line.name, name);
            }
            let columns: Vec<_> = line.cells.keys().collect();
            assert_eq!(columns, must.cells.keys().collect::<Vec<_>>());
            for (column, must) in &must.cells {
                is_said(line, column, must);
            }
        }
    }
}

/// What stands in a column of a line.
fn is_said(line: &Line, column: &ColumnCode, must: &Answer) {
    match (&line.cells[column].value, must) {
        (Answer::Person { id, name }, Answer::Person { id: must, .. }) => {
            assert_eq!(id, must);
            assert_ne!(name, "", "whoever stands in {column} has a name");
        }
        (is, must) => assert_eq!(is, must, "in {column} of {}", line.name),
    }
}
