//! Notices as they stand in outboxes.

use super::*;

/// Rows as they stand in outboxes today, one of each kind. They are read for
/// ever, and written in the same way.
const ROWS: &str = r#"
    {"kind":"card","card":1}
    {"kind":"moved","from":2}
    {"kind":"informed","request":3,"step":"catat","outcome":"teruskan"}
    {"kind":"expiring","request":3}
    {"kind":"ended","request":3}
    {"kind":"admitted","request":3}
    {"kind":"guessing","tries":5}
    {"kind":"unreachable","person":4}
    {"kind":"reachable","person":4}
    {"kind":"stranded","task":6}
    {"kind":"welcomed"}
    {"kind":"farewell"}
    {"kind":"deputy","mandate":7}
    {"kind":"reminder","task":6,"stage":"first"}
    {"kind":"waiting","day":"2026-11-24"}
    {"kind":"passed","day":"2026-11-24"}
    {"kind":"calendar-empty","year":2027}
    {"kind":"group-found","group":8}
    {"kind":"group-lost","group":8}
    {"kind":"group-bound"}
    {"kind":"group-released"}
    {"kind":"silent","task":6,"nth":1}
    {"kind":"reopened","request":3}
    {"kind":"nudged","task":6}
    {"kind":"announced","task":6}
    {"kind":"alarm","task":6,"nth":0,"planned":"2026-11-24T03:00:00Z"}
    {"kind":"still-open","register":"buku-tamu","day":"2026-11-24"}
    {"kind":"deputy-ends","mandate":7}
    {"kind":"link-ends","link":"abc","over":true}
    {"kind":"draft-ends","draft":9}
    {"kind":"decided","request":3,"seq":5}
    {"kind":"word","request":3,"seq":6}
    {"kind":"paper-lost","paper":7,"altered":true}
    {"kind":"link-over","link":"abc"}
    {"kind":"start-link","link":"abc","note":"def"}
    {"kind":"left-undone","of":"notice"}
    {"kind":"date-asked","day":"2031-01-01","since":"2026-11-24T03:00:00Z"}
    {"kind":"issued","paper":10}
    {"kind":"stranded-at","role":"coordinator","day":"2026-11-24"}
    {"kind":"restored","copied_at":"2026-11-24T03:00:00Z","left_out":100}
    {"kind":"anchor","day":"2026-11-24","anchor":"7:0123-4567-89ab"}
    {"kind":"late","task":6}
    {"kind":"line","line":11,"news":"closed","until":"2026-11-24T03:00:00Z","decided":[3,5]}
    {"kind":"survey","survey":"abc"}
    {"kind":"not-recorded","task":6,"outcome":"setuju"}
    {"kind":"signed","paper":10}
    {"kind":"gathered","day":"2026-11-24","pieces":[{"request":3,"step":"catat","outcome":"teruskan"}]}
    {"kind":"offer-ends","request":3,"from":2}
    {"kind":"pin"}
    {"kind":"unpin","from":2}
"#;

/// The place of a kind among the rows. A new kind does not compile until it has a place, and so a row.
fn place(what: &What) -> usize {
    match what {
        What::Card { .. } => 0,
        What::Moved { .. } => 1,
        What::Informed { .. } => 2,
        What::Expiring { .. } => 3,
        What::Ended { .. } => 4,
        What::Admitted { .. } => 5,
        What::Guessing { .. } => 6,
        What::Unreachable { .. } => 7,
        What::Reachable { .. } => 8,
        What::Stranded { .. } => 9,
        What::Welcomed => 10,
        What::Farewell => 11,
        What::Deputy { .. } => 12,
        What::Reminder { .. } => 13,
        What::Waiting { .. } => 14,
        What::Passed { .. } => 15,
        What::CalendarEmpty { .. } => 16,
        What::GroupFound { .. } => 17,
        What::GroupLost { .. } => 18,
        What::GroupBound => 19,
        What::GroupReleased => 20,
        What::Silent { .. } => 21,
        What::Reopened { .. } => 22,
        What::Nudged { .. } => 23,
        What::Announced { .. } => 24,
        What::Alarm { .. } => 25,
        What::StillOpen { .. } => 26,
        What::DeputyEnds { .. } => 27,
        What::LinkEnds { .. } => 28,
        What::DraftEnds { .. } => 29,
        What::Decided { .. } => 30,
        What::Word { .. } => 31,
        What::PaperLost { .. } => 32,
        What::LinkOver { .. } => 33,
        What::StartLink { .. } => 34,
        What::LeftUndone { .. } => 35,
        What::DateAsked { .. } => 36,
        What::Issued { .. } => 37,
        What::StrandedAt { .. } => 38,
        What::Restored { .. } => 39,
        What::Anchor { .. } => 40,
        What::Late { .. } => 41,
        What::Line { .. } => 42,
        What::Survey { .. } => 43,
        What::NotRecorded { .. } => 44,
        What::Signed { .. } => 45,
        What::Gathered { .. } => 46,
        What::OfferEnds { .. } => 47,
        What::Pin => 48,
        What::Unpin { .. } => 49,
    }
}

#[test]
fn a_row_of_every_kind_is_read_and_written_as_it_stands() {
    let rows = ROWS.lines().map(str::trim).filter(|row| !row.is_empty());
    let mut places = Vec::new();
    for row in rows {
        let what: What = serde_json::from_str(row).unwrap_or_else(|error| panic!("{row}: {error}"));
        assert_eq!(serde_json::to_string(&what).unwrap(), row);
        places.push(place(&what));
    }
    assert_eq!(places, (0..50).collect::<Vec<_>>());
}
