//! Places in racks (R-RAK): "Rak 3, U12-U13; Rak 4, U1". A rack, and units of it counted from below.

use crate::procedure::accept::Unfit;

/// As high as racks are built.
const HIGHEST: u32 = 60;

/// So many units from one to another.
type Span = (u32, u32);

/// The place, written in one way.
pub(super) fn rack_units(written: &str) -> Result<String, Unfit> {
    let racks = read(written).ok_or(Unfit::NotRackUnits)?;
    let racks = racks.iter().map(|(rack, spans)| {
        let spans = spans.iter().map(|(from, to)| {
            if from == to {
                format!("U{from}")
            } else {
                format!("U{from}-U{to}")
            }
        });
        format!("{rack}, {}", spans.collect::<Vec<_>>().join(", "))
    });
    Ok(racks.collect::<Vec<_>>().join("; "))
}

/// Each unit by a name of its own, whatever capitals and signs its rack was written with.
pub(crate) fn units(place: &str) -> Vec<String> {
    let racks = read(place).unwrap_or_default();
    let named = racks.into_iter().flat_map(|(rack, spans)| {
        let letters = rack.chars().filter(|it| it.is_alphanumeric());
        let rack: String = letters.flat_map(char::to_lowercase).collect();
        let units = spans.into_iter().flat_map(|(from, to)| from..=to);
        units.map(move |unit| format!("{rack} u{unit}"))
    });
    let mut units: Vec<String> = Vec::new();
    for unit in named {
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    units
}

/// Each rack with its units; none where something stands without its rack or a rack without units.
fn read(written: &str) -> Option<Vec<(String, Vec<Span>)>> {
    let mut racks: Vec<(String, Vec<Span>)> = Vec::new();
    for piece in written.split([';', ',']).map(str::trim) {
        let (rack, units) = apart(piece);
        if !rack.is_empty() {
            if racks.last().is_some_and(|(_, spans)| spans.is_empty()) {
                return None;
            }
            racks.push((rack.to_owned(), Vec::new()));
        }
        if let Some(units) = units {
            let (_, spans) = racks.last_mut()?;
            spans.push(span(units)?);
        } else if rack.is_empty() {
            return None;
        }
    }
    let is_whole = racks.iter().all(|(_, spans)| !spans.is_empty());
    (is_whole && !racks.is_empty()).then_some(racks)
}

/// The rack before its units, which begin with a word such as `U12`.
fn apart(piece: &str) -> (&str, Option<&str>) {
    let begins = |at: usize| {
        let is_word = piece[..at].chars().next_back().is_none_or(|it| it == ' ');
        let mut rest = piece[at..].chars();
        is_word
            && rest.next().is_some_and(|it| matches!(it, 'u' | 'U'))
            && rest.next().is_some_and(|it| it.is_ascii_digit())
    };
    let at = piece
        .char_indices()
        .map(|(at, _)| at)
        .find(|at| begins(*at));
    match at {
        Some(at) => (piece[..at].trim(), Some(&piece[at..])),
        None => (piece, None),
    }
}

/// `U12`, `U12-U13`, `U12-13`, `u12 – u13`.
fn span(units: &str) -> Option<Span> {
    let number = |unit: &str| {
        let unit = unit.trim();
        let digits = unit.strip_prefix(['u', 'U']).unwrap_or(unit);
        let number: u32 = digits.parse().ok()?;
        (1..=HIGHEST).contains(&number).then_some(number)
    };
    let (from, to) = match units.split_once(['-', '–']) {
        Some((from, to)) => (number(from)?, number(to)?),
        None => (number(units)?, number(units)?),
    };
    (from <= to).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::{rack_units, units};
    use crate::procedure::accept::Unfit;

    #[test]
    fn a_place_is_written_in_one_way() {
        for (written, expected) in [
            ("Rak 3, U12-U13", "Rak 3, U12-U13"),
            ("rak-3 u12 – 13", "rak-3, U12-U13"),
            (
                "Rak 3, U12-U13, U20; Rak 4 U1",
                "Rak 3, U12-U13, U20; Rak 4, U1",
            ),
            ("A1 U7", "A1, U7"),
        ] {
            assert_eq!(rack_units(written).unwrap(), expected, "{written}");
            assert_eq!(rack_units(expected).unwrap(), expected, "accepted again");
        }
        for written in [
            "",
            "Rak 3",
            "U12",
            "Rak 3, U13-U12",
            "Rak 3, U61",
            "Rak 3, U0",
            "Rak 3; Rak 4, U1",
            "Rak 3, U1-",
            "Rak 3, U1; Rak 4",
        ] {
            assert_eq!(rack_units(written), Err(Unfit::NotRackUnits), "{written}");
        }
    }

    #[test]
    fn every_unit_is_a_name() {
        assert_eq!(units("Rak 3, U12-U13"), ["rak3 u12", "rak3 u13"]);
        assert_eq!(units("RAK-3 u13; Rak 4, U1"), ["rak3 u13", "rak4 u1"]);
        assert_eq!(units("di lantai"), Vec::<String>::new());
    }
}
