//! Questions: `[[step.field]]`.

use super::{
    condition::condition, keys::Keys, sentences::no_such_word, sketch::KeySort, spelling::nearest,
};
use crate::{
    Text,
    code::{AlikeCode, FieldCode, MemoryCode, ShelfCode},
    procedure::{
        blank_form::{BlankForm, ENDINGS},
        date_limit::DateLimit,
        field::{AlikeBy, Field, FreeIn, Once, SkipMeaning},
        kind::{KINDS, Kind, Way, choice::ChoiceKind},
        readers::Readers,
        ready::Ready,
    },
};

/// Who may read an answer or a reason.
pub(super) const READERS: [(&str, Readers); 2] =
    [("office", Readers::Office), ("all", Readers::Everyone)];

/// Behind `once`: within a year.
const IN_A_YEAR: &str = "year";

/// The word that passes a question over.
const PASSED_OVER: &str = "@none";
const OFFERED: &str = "@default";

pub(super) fn field(keys: Keys<'_>) -> Field {
    let named = kind_named(&keys);
    let mut kind = kind_of(&named, &keys);
    comes_after(&keys, &mut kind);
    let unknown = keys.boolean("unknown").unwrap_or(false);
    let field = Field {
        code: FieldCode::new(keys.need_code("code", "a short name, e.g. `nomor-surat`")),
        label: keys.need_text("label", "two or three words for summaries"),
        ask: keys.need_text("ask", "the question as a sentence"),
        example: example(&keys, &kind),
        ready: ready(&keys, &kind),
        blank_form: blank_form(&keys, &kind),
        kind,
        required: required(&keys, unknown),
        passing: if unknown {
            SkipMeaning::Unknown
        } else {
            SkipMeaning::Skipped
        },
        explain: keys.text("explain"),
        when: keys.block("when", "condition").and_then(condition),
        suggest: keys.texts("suggest"),
        usual: keys.texts("usual"),
        default: default(&keys),
        free_in: free_in(&keys),
        unique: false,
        alike: alike(&keys),
        readers: keys.word("readers", &READERS),
        remember: remember(&keys),
        look: keys.boolean("look").unwrap_or(false),
        line: keys.line,
    };
    keys.finish_with(|key| match key {
        "unique" => Some("Only a column of a table is unique; remove `unique`.".to_owned()),
        key => no_such_limit(&named, key),
    });
    field
}

/// Where not to know is an answer, the question is optional by that.
fn required(keys: &Keys<'_>, unknown: bool) -> bool {
    let said = keys.boolean("required");
    if unknown && said.is_some() {
        let what = "Where `unknown` is an answer, nobody has to know it; remove `required`.";
        keys.at("required", what);
    }
    said.unwrap_or(!unknown)
}

/// The bot makes the examples of days itself, from their limits and the day that it is. Files from before it did have
/// some, and are read all the same.
fn example(keys: &Keys<'_>, kind: &Kind) -> Option<Text> {
    let example = keys.text("example");
    example.filter(|_| kind.day_limits().is_none())
}

/// `blank-form = "surat-permintaan.docx"`: what is to be filled in, signed and sent as the answer.
fn blank_form(keys: &Keys<'_>, kind: &Kind) -> Option<BlankForm> {
    let name = keys.string("blank-form")?;
    if !matches!(kind.way(), Way::Paper { .. }) {
        let what = "Only a paper is filled in elsewhere and sent; remove `blank-form`, or ask for a `document`.";
        keys.at("blank-form", what);
    }
    let form = BlankForm::parse(&name);
    if form.is_none() {
        let (last, others) = ENDINGS.split_last().unwrap_or((&"pdf", &[]));
        let what = format!(
            "`blank-form` is no name of a form; write a file beside this one, of plain letters, digits and hyphens, that ends in .{} or .{last}, e.g. \"surat-permintaan.docx\".",
            others.join(", .")
        );
        keys.at("blank-form", what);
    }
    form
}

/// `default = "mulai + 3 hari"`, or `default = "hp"`.
fn default(keys: &Keys<'_>) -> Option<DateLimit> {
    let text = keys.string("default")?;
    let default = DateLimit::parse(&text);
    if default.is_none() {
        let what = format!(
            "`default` cannot be `{text}`; name an earlier question, or say how far a day is from one: \"mulai + 3 hari\"."
        );
        keys.at("default", what);
    }
    default
}

/// `after = "mulai"`: the plainest limit of a day or a moment.
fn comes_after(keys: &Keys<'_>, kind: &mut Kind) {
    let Some(after) = keys.code("after").map(FieldCode::new) else {
        return;
    };
    match kind {
        Kind::Date(day) => day.limits.come_after(after),
        Kind::DateTime(moment) => moment.limits.come_after(after),
        _ => keys.at(
            "after",
            "Only a day or a moment comes after another; remove `after`.",
        ),
    }
}

/// `alike = "pendamping"`, and beside it `alike-with = ["rencana-masuk"]`.
fn alike(keys: &Keys<'_>) -> Option<AlikeBy> {
    let with = keys.codes("alike-with").unwrap_or_default();
    let Some(word) = keys.code("alike").map(AlikeCode::new) else {
        if !with.is_empty() {
            keys.at(
                "alike-with",
                "What is compared together needs a word, e.g. `alike = \"pendamping\"`.",
            );
        }
        return None;
    };
    let with = with.into_iter().map(FieldCode::new).collect();
    Some(AlikeBy { word, with })
}

/// `ready = "domain"`: what that question was answered. One of its own options is meant where it has one of that name.
fn ready(keys: &Keys<'_>, kind: &Kind) -> Option<Ready> {
    let word = keys.string("ready")?;
    let way = kind.way();
    let mut options = way.options().iter();
    Some(if word == PASSED_OVER {
        Ready::PassedOver
    } else if word == OFFERED {
        Ready::Offered
    } else if let Some(option) = options.find(|it| it.code.as_str() == word) {
        Ready::Option(option.code.clone())
    } else {
        Ready::Answer(FieldCode::new(word.as_str()))
    })
}

fn remember(keys: &Keys<'_>) -> Vec<MemoryCode> {
    let words = keys.one_or_more("remember").unwrap_or_default();
    words.into_iter().map(MemoryCode::new).collect()
}

/// A column of a table: a question that is asked by its label.
pub(crate) fn column(keys: Keys<'_>) -> Field {
    let named = kind_named(&keys);
    let kind = kind_of(&named, &keys);
    let label = keys.need_text("label", "one or two words that stand above the column");
    let column = Field {
        code: FieldCode::new(keys.need_code("code", "a short name, e.g. `nomor-seri`")),
        ask: label.clone(),
        label,
        example: example(&keys, &kind),
        kind,
        required: keys.boolean("required").unwrap_or(true),
        passing: SkipMeaning::Skipped,
        explain: None,
        blank_form: None,
        when: keys.block("when", "condition").and_then(condition),
        suggest: Vec::new(),
        usual: Vec::new(),
        default: None,
        free_in: free_in(&keys),
        unique: keys.boolean("unique").unwrap_or(false),
        alike: keys.code("alike").map(AlikeCode::new).map(AlikeBy::itself),
        readers: None,
        remember: Vec::new(),
        ready: None,
        look: false,
        line: keys.line,
    };
    keys.finish_with(|key| no_such_limit(&named, key));
    column
}

fn no_such_limit(kind: &str, key: &str) -> Option<String> {
    let hint = format!("A question of kind `{kind}` has no `{key}`; remove it or change the kind.");
    let of_another = KINDS.iter().any(|kind| kind.keys.contains(&key));
    of_another.then_some(hint)
}

fn free_in(keys: &Keys<'_>) -> Option<FreeIn> {
    let or_own = keys.boolean("or-own");
    let once = once(keys);
    let shelf = keys.code("free-in").map(ShelfCode::new);
    for key in ["or-own", "once"] {
        if keys.has(key) && shelf.is_none() && !keys.has("free-in") {
            let what = format!("`{key}` goes with `free-in`; add it or remove `{key}`.");
            keys.at(key, what);
        }
    }
    if or_own == Some(true) && once.is_some() {
        keys.at(
            "once",
            "What is given once is no agency's to use again; remove `once` or `or-own`.",
        );
    }
    shelf.map(|shelf| FreeIn {
        shelf,
        or_own: or_own.unwrap_or(false),
        once,
    })
}

/// `once = true`, or `once = "year"`: each year anew.
fn once(keys: &Keys<'_>) -> Option<Once> {
    if keys.is_text("once", IN_A_YEAR) {
        return Some(Once::InYear);
    }
    let ever = keys.boolean_or("once", IN_A_YEAR);
    (ever == Some(true)).then_some(Once::Ever)
}

/// The word for its kind; an editor is offered all of them.
fn kind_named(keys: &Keys<'_>) -> String {
    let why = "what kind of answer it takes, e.g. `text`";
    if keys.is_sketch() {
        return String::new();
    }
    keys.need_string("kind", why)
}

fn kind_of(named: &str, keys: &Keys<'_>) -> Kind {
    let words = || KINDS.iter().map(|kind| kind.word);
    if keys.is_sketch() {
        keys.note("kind", KeySort::Word(words().map(str::to_owned).collect()));
        for kind in KINDS {
            (kind.read)(keys);
        }
    }
    if let Some(kind) = KINDS.iter().find(|kind| kind.word == named) {
        return (kind.read)(keys);
    }
    for kind in KINDS {
        keys.pass_over(kind.keys);
    }
    if !named.is_empty() {
        keys.at("kind", no_such_word("kind", named, words()));
    }
    match nearest(named, words()) {
        Some(meant) => kind_of(meant, keys),
        // A choice without options stands for "already complained about".
        None => Kind::Choice(ChoiceKind {
            options: Vec::new(),
        }),
    }
}
