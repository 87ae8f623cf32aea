//! Dates in a text, which every phone shows in its own zone (`<tg-time>`, Bot API 9.5).

use super::super::chat::Entity;

/// The moment and the format of a date, or why it is none.
pub(super) fn read(unix: Option<&str>, format: Option<&str>) -> Result<(i64, String), String> {
    let unix = unix.ok_or("there is no time in the tag \"tg-time\"")?;
    let moment: i32 = unix
        .parse()
        .ok()
        .filter(|moment| *moment > 0)
        .ok_or_else(|| format!("the time \"{unix}\" in the tag \"tg-time\" is invalid"))?;
    let format = format.unwrap_or_default();
    if !is_format(format) {
        return Err(format!(
            "the format \"{format}\" in the tag \"tg-time\" is invalid"
        ));
    }
    Ok((moment.into(), format.to_owned()))
}

/// `r` stands alone; a weekday, one of the two dates and one of the two times come in any order.
fn is_format(format: &str) -> bool {
    let count = |letters: &str| format.chars().filter(|c| letters.contains(*c)).count();
    format == "r"
        || (format.chars().all(|c| "wdDtT".contains(c))
            && ["w", "dD", "tT"].iter().all(|letters| count(letters) <= 1))
}

/// Telegram: a date is neither bold nor italic nor hidden; what says so is cut away over it.
pub(super) fn bare_dates(entities: Vec<Entity>) -> Vec<Entity> {
    let dates: Vec<(usize, usize)> = entities
        .iter()
        .filter(|entity| entity.kind == "date_time")
        .map(|entity| (entity.offset, entity.offset + entity.length))
        .collect();
    let cut = |entity: Entity| {
        let mut pieces = vec![(entity.offset, entity.offset + entity.length)];
        if ["bold", "italic", "spoiler"].contains(&entity.kind) {
            for (from, to) in &dates {
                let left =
                    |(start, end): (usize, usize)| [(start, end.min(*from)), (start.max(*to), end)];
                pieces = pieces.into_iter().flat_map(left).collect();
                pieces.retain(|(start, end)| start < end);
            }
        }
        let piece = move |(start, end): (usize, usize)| Entity {
            offset: start,
            length: end - start,
            ..entity.clone()
        };
        pieces.into_iter().map(piece).collect::<Vec<_>>()
    };
    entities.into_iter().flat_map(cut).collect()
}

#[cfg(test)]
mod tests {
    use super::is_format;

    #[test]
    fn formats() {
        for good in ["", "r", "w", "D", "wDt", "tDw", "dT"] {
            assert!(is_format(good), "{good}");
        }
        for bad in ["rt", "x", "dD", "tT", "ww", "d t"] {
            assert!(!is_format(bad), "{bad}");
        }
    }
}
