//! The head of the sheet and the report: `[sop]` and `[report]`.

use super::keys::Keys;
use crate::{
    code::{FieldCode, RoleCode, StepCode},
    procedure::{
        StandardTime,
        sop::{ReportPlan, SheetDate, SopHead, SpanPlan},
    },
};

pub(super) fn sop(keys: Keys<'_>) -> SopHead {
    let head = SopHead {
        name: keys.need_text("name", "what the sheet is called, in full"),
        unit: keys.text("unit"),
        number: keys.string("number"),
        made: date(&keys, "made"),
        revised: date(&keys, "revised"),
        effective: date(&keys, "effective"),
        signed_by: keys.code("signed-by").map(RoleCode::new),
        legal_basis: keys.texts("legal-basis"),
        qualification: keys.texts("qualification"),
        related: keys.texts("related"),
        equipment: keys.texts("equipment"),
        warning: keys.texts("warning"),
        line: keys.line,
    };
    for (list, texts) in head.lists() {
        // What does not read has been complained about.
        if texts.is_empty() && keys.is_empty_list(list.key()) {
            let key = list.key();
            keys.at(
                key,
                format!("`{key}` lists nothing; write what the sheet says there, or remove it."),
            );
        }
    }
    keys.finish();
    head
}

fn date(keys: &Keys<'_>, key: &'static str) -> Option<SheetDate> {
    let text = keys.string(key)?;
    let date = SheetDate::parse(&text);
    if date.is_none() {
        keys.at(
            key,
            format!("`{text}` is no date; write it as in \"2026-01-31\", or the year alone as in \"2026\"."),
        );
    }
    date
}

pub(super) fn report(keys: Keys<'_>) -> ReportPlan {
    let fields = |key| {
        let codes = keys.codes(key).unwrap_or_default().into_iter();
        codes.map(FieldCode::new).collect()
    };
    let plan = ReportPlan {
        title: keys.text("title"),
        by: fields("by"),
        list: fields("list"),
        spans: keys.blocks("span", "span").into_iter().map(span).collect(),
        line: keys.line,
    };
    keys.finish();
    plan
}

/// Several rows that have a time of their own together.
fn span(keys: Keys<'_>) -> SpanPlan {
    let text = keys.need_string("time", "how long they take together, e.g. `5 hari kerja`");
    let time = StandardTime::parse(&text).filter(|time| *time != StandardTime::Tentative);
    if time.is_none() && !text.is_empty() {
        let what = format!(
            "`time` cannot be `{text}`; write e.g. 15 menit, 2 jam, 5 hari kerja.{}",
            StandardTime::bounds(&text)
        );
        keys.at("time", what);
    }
    let span = SpanPlan {
        title: keys.need_text("title", "what the report calls these rows"),
        from: StepCode::new(keys.need_code("from", "the step with which they begin")),
        until: StepCode::new(keys.need_code("until", "the step with which they end")),
        // Stands for "already complained about".
        time: time.unwrap_or(StandardTime::Tentative),
        line: keys.line,
    };
    keys.finish();
    span
}
