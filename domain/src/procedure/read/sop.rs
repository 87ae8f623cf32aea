//! The head of the sheet and the report: `[sop]` and `[report]`.

use super::keys::Keys;
use crate::{
    code::{FieldCode, RoleCode},
    procedure::sop::{ReportPlan, SheetDate, SopHead},
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
        line: keys.line,
    };
    keys.finish();
    plan
}
