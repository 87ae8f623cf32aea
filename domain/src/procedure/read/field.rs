//! Questions: `[[step.field]]`.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{keys::Keys, near::nearest, sentences::no_such_word};
use crate::{
    code::{FieldCode, MemoryCode, OptionCode, PoolCode, RegisterCode, RoleCode, ShelfCode},
    procedure::field::{
        Condition, Day, Field, FreeIn, Kind, OPENED_BY, Opt, PaperType, TextRule, Within,
    },
};

/// What an office can ask for. `kind_of` has one arm for each.
const KINDS: [&str; 23] = [
    "text",
    "paragraph",
    "number",
    "decimal",
    "yes-no",
    "choice",
    "choices",
    "date",
    "date-time",
    "phone",
    "email",
    "nip",
    "url",
    "ip",
    "subdomain-label",
    "hostname",
    "person",
    "document",
    "photo",
    "entry",
    "items",
    "agency",
    "rows",
];

/// The keys that belong to some kinds only.
const LIMITS: [&str; 18] = [
    "min", "max", "rule", "options", "at-least", "unit", "from", "until", "role", "types",
    "max-mb", "within", "register", "pool", "among", "count", "column", "own",
];

const RULES: [(&str, TextRule); 3] = [
    ("name", TextRule::Name),
    ("letter-number", TextRule::LetterNumber),
    ("working-hours", TextRule::WorkingHours),
];

const WITHIN: [(&str, Within); 2] = [("public", Within::Public), ("office", Within::Office)];

const PAPERS: [(&str, PaperType); 3] = [
    ("pdf", PaperType::Pdf),
    ("jpg", PaperType::Jpeg),
    ("png", PaperType::Png),
];

/// Where a file names no number of rows.
const USUAL_ROWS: (usize, usize) = (1, 20);

/// Where a file names no size, in millions of bytes.
const USUAL_MB: u64 = 10;

pub(super) fn field(keys: Keys<'_>) -> Field {
    let named = keys.need_string("kind", "what kind of answer it takes, e.g. `text`");
    let kind = kind_of(&named, &keys);
    let field = Field {
        code: FieldCode::new(keys.need_code("code", "a short name, e.g. `nomor-surat`")),
        label: keys.need_text("label", "two or three words for summaries"),
        ask: keys.need_text("ask", "the question as a sentence"),
        example: keys.text("example"),
        kind,
        required: keys.boolean("required").unwrap_or(true),
        when: keys.block("when", "condition").and_then(condition),
        suggest: keys.texts("suggest"),
        free_in: free_in(&keys),
        remember: remember(&keys),
        after: keys.code("after").map(FieldCode::new),
        look: keys.boolean("look").unwrap_or(false),
        line: keys.line,
    };
    keys.finish_with(|key| no_such_limit(&named, key));
    field
}

fn remember(keys: &Keys<'_>) -> Vec<MemoryCode> {
    let words = keys.one_or_more("remember").unwrap_or_default();
    words.into_iter().map(MemoryCode::new).collect()
}

/// A column of a table: a question that is asked by its label.
fn column(keys: Keys<'_>) -> Field {
    let named = keys.need_string("kind", "what kind of answer it takes, e.g. `text`");
    let label = keys.need_text("label", "one or two words that stand above the column");
    let column = Field {
        code: FieldCode::new(keys.need_code("code", "a short name, e.g. `nomor-seri`")),
        ask: label.clone(),
        label,
        example: keys.text("example"),
        kind: kind_of(&named, &keys),
        required: keys.boolean("required").unwrap_or(true),
        when: None,
        suggest: Vec::new(),
        free_in: None,
        remember: Vec::new(),
        after: None,
        look: false,
        line: keys.line,
    };
    keys.finish_with(|key| no_such_limit(&named, key));
    column
}

fn no_such_limit(kind: &str, key: &str) -> Option<String> {
    let hint = format!("A question of kind `{kind}` has no `{key}`; remove it or change the kind.");
    LIMITS.contains(&key).then_some(hint)
}

fn free_in(keys: &Keys<'_>) -> Option<FreeIn> {
    let or_own = keys.boolean("or-own");
    let shelf = keys.code("free-in").map(ShelfCode::new);
    if or_own.is_some() && shelf.is_none() && !keys.has("free-in") {
        keys.at(
            "or-own",
            "`or-own` goes with `free-in`; add it or remove `or-own`.",
        );
    }
    shelf.map(|shelf| FreeIn {
        shelf,
        or_own: or_own.unwrap_or(false),
    })
}

/// `{ field = "jenis", is = "baru" }`, `{ field = "jam-keluar", after = "rencana-keluar" }`, or `{ opened-by = "pic" }`.
pub(super) fn condition(keys: Keys<'_>) -> Option<Condition> {
    if keys.has("opened-by") {
        let roles = keys.one_or_more("opened-by").unwrap_or_default();
        keys.finish();
        return Some(Condition {
            field: FieldCode::new(OPENED_BY),
            is: roles.into_iter().map(OptionCode::new).collect(),
            after: Vec::new(),
        });
    }
    let field = keys.need_code("field", "the question it depends on");
    let is = keys.one_or_more("is");
    let after = keys.one_or_more("after").unwrap_or_default().into_iter();
    let after: Vec<FieldCode> = after.map(FieldCode::new).collect();
    if !keys.has("is") && !keys.has("after") {
        keys.complaints.at(
            keys.line,
            "This condition has no `is`; add the option it asks for, or `after` with an earlier date.",
        );
    }
    let is: Vec<OptionCode> = is
        .unwrap_or_default()
        .into_iter()
        .map(OptionCode::new)
        .collect();
    keys.finish();
    (!field.is_empty() && (!is.is_empty() || !after.is_empty())).then(|| Condition {
        field: FieldCode::new(field),
        is,
        after,
    })
}

fn kind_of(named: &str, keys: &Keys<'_>) -> Kind {
    match named {
        "text" => {
            let rule = keys.word("rule", &RULES).unwrap_or(TextRule::Any);
            let (min, max) = match rule {
                TextRule::Any => (1, 200),
                TextRule::Name => (3, 100),
                TextRule::LetterNumber => (3, 60),
                TextRule::WorkingHours => (5, 300),
            };
            let min = keys.count("min").unwrap_or(min);
            Kind::Text {
                min,
                max: keys.count("max").unwrap_or(max),
                rule,
            }
        }
        "paragraph" => Kind::Paragraph {
            min: keys.count("min").unwrap_or(1),
            max: keys.count("max").unwrap_or(1000),
        },
        "number" => Kind::Number {
            min: keys.whole("min"),
            max: keys.whole("max"),
            unit: keys.text("unit"),
        },
        "decimal" => Kind::Decimal {
            min: keys.decimal("min"),
            max: keys.decimal("max"),
            unit: keys.text("unit"),
        },
        "yes-no" => Kind::YesNo,
        "choice" => Kind::Choice {
            options: options(keys),
        },
        "choices" => Kind::Choices {
            options: options(keys),
            at_least: keys.count("at-least").unwrap_or(1),
        },
        "date" => Kind::Date {
            from: day(keys, "from"),
            until: day(keys, "until"),
        },
        "date-time" => Kind::DateTime {
            from: day(keys, "from"),
            until: day(keys, "until"),
        },
        "phone" => Kind::Phone {
            own: keys.boolean("own").unwrap_or(false),
        },
        "agency" => Kind::Agency,
        "email" => Kind::Email,
        "nip" => Kind::Nip,
        "url" => Kind::Url,
        "ip" => Kind::Ip {
            within: keys.word("within", &WITHIN).unwrap_or(Within::Anywhere),
        },
        "subdomain-label" => Kind::SubdomainLabel,
        "hostname" => Kind::Hostname,
        "person" => {
            let role = keys.need_code("role", "whose holders can be chosen");
            Kind::Person {
                role: RoleCode::new(role),
            }
        }
        "document" => Kind::Document {
            types: papers(keys),
            max_mb: max_mb(keys),
        },
        "photo" => Kind::Photo {
            max_mb: max_mb(keys),
        },
        "entry" => Kind::Entry {
            register: RegisterCode::new(keys.need_code("register", "whose lines can be chosen")),
        },
        "items" => Kind::Items {
            pool: PoolCode::new(keys.need_code("pool", "whose items can be chosen")),
            at_least: keys.count("at-least").unwrap_or(1),
            among: keys.code("among").map(FieldCode::new),
        },
        "rows" => Kind::Rows {
            columns: columns(keys),
            min: keys.count("min").unwrap_or(USUAL_ROWS.0),
            max: keys.count("max").unwrap_or(USUAL_ROWS.1),
            count: keys.code("count").map(FieldCode::new),
        },
        mistyped => {
            keys.pass_over(&LIMITS);
            if !mistyped.is_empty() {
                keys.at("kind", no_such_word("kind", mistyped, KINDS));
            }
            nearest(mistyped, KINDS)
                // A choice without options stands for "already complained about".
                .map_or(
                    Kind::Choice {
                        options: Vec::new(),
                    },
                    |meant| kind_of(meant, keys),
                )
        }
    }
}

fn columns(keys: &Keys<'_>) -> Arc<[Field]> {
    let blocks = keys.blocks("column", "column").into_iter();
    let columns: Vec<Field> = blocks.map(column).collect();
    if columns.is_empty() {
        keys.complaints.at(
            keys.line,
            "This table has no columns; add [[step.field.column]] blocks beneath it.",
        );
    }
    columns.into()
}

fn options(keys: &Keys<'_>) -> Vec<Opt> {
    let options: Vec<Opt> = keys
        .blocks("options", "option")
        .into_iter()
        .map(option)
        .collect();
    if options.is_empty() && !keys.has("options") {
        keys.complaints.at(
            keys.line,
            "This question has no `options`; add them: [{ code = \"…\", label = \"…\" }, …].",
        );
    }
    options
}

fn option(keys: Keys<'_>) -> Opt {
    let option = Opt {
        code: OptionCode::new(keys.need_code("code", "a short name, e.g. `baru`")),
        label: keys.need_text("label", "what the button says"),
        stops: keys.boolean("stops").unwrap_or(false),
    };
    keys.finish();
    option
}

fn papers(keys: &Keys<'_>) -> Vec<PaperType> {
    let Some(names) = keys.strings("types") else {
        return PAPERS.iter().map(|(_, paper)| *paper).collect();
    };
    if names.is_empty() {
        keys.at(
            "types",
            "`types` lists no kind of file; write e.g. types = [\"pdf\"].",
        );
    }
    let meaning = |name: String| {
        let found = PAPERS.iter().find(|(known, _)| *known == name);
        if found.is_none() {
            keys.at(
                "types",
                no_such_word("types", &name, PAPERS.map(|(known, _)| known)),
            );
        }
        found.map(|(_, paper)| *paper)
    };
    names.into_iter().filter_map(meaning).collect()
}

fn max_mb(keys: &Keys<'_>) -> u64 {
    keys.count("max-mb").unwrap_or(USUAL_MB)
}

fn day(keys: &Keys<'_>, key: &'static str) -> Option<Day> {
    let text = keys.string(key)?;
    let day = parse_day(&text);
    if day.is_none() {
        keys.at(
            key,
            format!(
                "`{key}` cannot be `{text}`; write today, today+30, today-7, now or 2026-01-31."
            ),
        );
    }
    day
}

/// Reads `today`, `today+30`, `today-7`, `2026-01-31`, `now`.
fn parse_day(text: &str) -> Option<Day> {
    if text == "now" {
        return Some(Day::Now);
    }
    let Some(plus) = text.strip_prefix("today") else {
        return NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .ok()
            .map(Day::On);
    };
    let plus = match plus {
        "" => 0,
        // `parse` takes the sign itself; without one, `today5` would pass.
        signed if signed.starts_with(['+', '-']) => signed.parse().ok()?,
        _ => return None,
    };
    Some(Day::Today { plus })
}

#[cfg(test)]
mod tests {
    use super::{Day, NaiveDate, parse_day};

    #[test]
    fn days_are_counted_from_today_or_named() {
        assert_eq!(parse_day("today"), Some(Day::Today { plus: 0 }));
        assert_eq!(parse_day("today+30"), Some(Day::Today { plus: 30 }));
        assert_eq!(parse_day("today-7"), Some(Day::Today { plus: -7 }));
        assert_eq!(
            parse_day("2026-01-31"),
            NaiveDate::from_ymd_opt(2026, 1, 31).map(Day::On)
        );
        for wrong in [
            "today5",
            "today+",
            "tomorrow",
            "2026-02-30",
            "31-01-2026",
            "",
        ] {
            assert_eq!(parse_day(wrong), None, "{wrong}");
        }
    }
}
