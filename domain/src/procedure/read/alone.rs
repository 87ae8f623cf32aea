//! What happens by itself: `alone`, `[[step.alarm]]`, `prolongs`.

use chrono::TimeDelta;

use super::{keys::Keys, sentences::not_a_code};
use crate::{
    code::{FieldCode, OutcomeCode, RoleCode, is_code},
    procedure::{
        StandardTime,
        alone::{Alarm, Alone, Prolongs, plain_time},
        date_limit::LimitShift,
        window::Window,
    },
};

/// Who is told beside roles.
const APPLICANT: &str = "@applicant";

pub(super) fn alone(keys: Keys<'_>) -> Alone {
    let text = keys.need_string("after", "how long nobody has to act, e.g. `3 hari kerja`");
    let after = match text.trim() {
        "0 menit" => Some(StandardTime::Minutes(0)),
        text => StandardTime::parse(text).filter(|time| *time != StandardTime::Tentative),
    };
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
        exact: keys.boolean("exact").unwrap_or(false),
        reason: keys.text("reason"),
        line: keys.line,
    };
    keys.finish();
    alone
}

pub(super) fn alarm(keys: Keys<'_>) -> Alarm {
    let told = keys.strings("tell").unwrap_or_default();
    let (applicant, roles): (Vec<String>, Vec<String>) =
        told.into_iter().partition(|told| told == APPLICANT);
    for role in roles.iter().filter(|role| !is_code(role)) {
        keys.at("tell", not_a_code(role));
    }
    let alarm = Alarm {
        from: from(&keys),
        shift: shift(&keys),
        tell: roles.into_iter().map(RoleCode::new).collect(),
        tell_applicant: !applicant.is_empty(),
        say: keys.need_text("say", "what they are told"),
        line: keys.line,
    };
    keys.finish();
    alarm
}

/// How far from its moment an alarm rings: after it or before it.
fn shift(keys: &Keys<'_>) -> LimitShift {
    let (after, before) = (keys.string("after"), keys.string("before"));
    if keys.has("after") == keys.has("before") {
        keys.complaints.at(
            keys.line,
            "An alarm rings so long after its moment or so long before it; give it one of the two, `after = \"30 menit\"` or `before = \"10 hari\"`.",
        );
    }
    let (key, text, sign) = match (after, before) {
        (Some(text), _) => ("after", text, 1),
        (None, Some(text)) => ("before", text, -1),
        (None, None) => return LimitShift::Minutes(0),
    };
    let shift = LimitShift::parse(&text, sign);
    if shift.is_none() {
        let what = format!(
            "`{key}` cannot be `{text}`; write e.g. 0 menit, 30 menit, 2 jam, 10 hari, 3 hari kerja."
        );
        keys.at(key, what);
    }
    shift.unwrap_or(LimitShift::Minutes(0))
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

/// From when until when things are reserved.
pub(in crate::procedure) fn window(keys: Keys<'_>) -> Window {
    let gap = |key| {
        if keys.has(key) {
            plain(&keys, key)
        } else {
            TimeDelta::zero()
        }
    };
    let window = Window {
        from: moments(&keys, "from"),
        until: moments(&keys, "until"),
        before: gap("before"),
        after: gap("after"),
    };
    keys.finish();
    window
}

fn from(keys: &Keys<'_>) -> Vec<FieldCode> {
    moments(keys, "from")
}

/// One question for a moment, or several, of which the first that has an answer counts.
pub(super) fn moments(keys: &Keys<'_>, key: &'static str) -> Vec<FieldCode> {
    let codes = keys.one_or_more(key).unwrap_or_default();
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
