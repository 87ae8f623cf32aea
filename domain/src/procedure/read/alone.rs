//! What happens by itself: `alone`, `[[step.alarm]]`, `prolongs`.

use chrono::TimeDelta;

use super::keys::Keys;
use crate::{
    code::{FieldCode, OutcomeCode},
    procedure::{
        StandardTime,
        alone::{Alarm, Alone, Prolongs, plain_time},
    },
};

pub(super) fn alone(keys: Keys<'_>) -> Alone {
    let text = keys.need_string("after", "how long nobody has to act, e.g. `3 hari kerja`");
    let after = StandardTime::parse(&text).filter(|time| *time != StandardTime::Tentative);
    if after.is_none() && !text.is_empty() {
        let what = format!(
            "`after` cannot be `{text}`; write e.g. 3 hari kerja, 2 jam.{}",
            StandardTime::bounds(&text)
        );
        keys.at("after", what);
    }
    let alone = Alone {
        // Stands for "already complained about".
        after: after.unwrap_or(StandardTime::Tentative),
        from: from(&keys),
        outcome: OutcomeCode::new(keys.need_code("outcome", "what is decided then")),
        reason: keys.text("reason"),
        line: keys.line,
    };
    keys.finish();
    alone
}

pub(super) fn alarm(keys: Keys<'_>) -> Alarm {
    let alarm = Alarm {
        from: from(&keys),
        after: plain(&keys, "after"),
        tell: keys.roles("tell"),
        say: keys.need_text("say", "what they are told"),
        line: keys.line,
    };
    keys.finish();
    alarm
}

pub(super) fn prolongs(keys: Keys<'_>) -> Prolongs {
    let prolongs = Prolongs {
        field: FieldCode::new(
            keys.need_code("field", "the question whose answer the new moment is"),
        ),
        from: from(&keys),
        by: plain(&keys, "by"),
    };
    keys.finish();
    prolongs
}

fn from(keys: &Keys<'_>) -> Vec<FieldCode> {
    let codes = keys.one_or_more("from").unwrap_or_default();
    codes.into_iter().map(FieldCode::new).collect()
}

fn plain(keys: &Keys<'_>, key: &'static str) -> TimeDelta {
    let text = keys.need_string(key, "e.g. `30 menit`");
    let time = plain_time(&text);
    if time.is_none() && !text.is_empty() {
        keys.at(
            key,
            format!(
                "`{key}` cannot be `{text}`; write e.g. 0 menit, 30 menit, 2 jam.{}",
                StandardTime::bounds(&text)
            ),
        );
    }
    time.unwrap_or_default()
}
