//! Steps, what can be decided at them, and ends: `[[step]]`, `[[step.outcome]]`, `[[end]]`.

use super::{
    admission::admission,
    alone::{alarm, alone, moments, prolongs},
    bounds,
    condition::{condition, must},
    field::{READERS, field},
    keys::{Either, Keys},
    record::{amend, fill},
    target::{elsewhere, target},
};
use crate::{
    code::{EndCode, FieldCode, LineStateCode, OutcomeCode, RoleCode, StepCode},
    procedure::{
        Quorum, StandardTime, TimeInCase,
        field::Field,
        form::REASON_LENGTH,
        readers::{Inform, Informed, Tell},
        record::Retire,
        step::{Branch, End, EndKind, Lasts, Outcome, ReasonRule, Reserve, Step, Tone},
    },
};

const TONES: [(&str, Tone); 4] = [
    ("yes", Tone::Yes),
    ("no", Tone::No),
    ("return", Tone::Return),
    ("plain", Tone::Plain),
];

const REASONS: [(&str, ReasonRule); 3] = [
    ("required", ReasonRule::Required),
    ("optional", ReasonRule::Optional),
    ("none", ReasonRule::None),
];

/// Who takes an outcome, where that is not whoever holds the step.
const DECIDERS: [(&str, bool); 1] = [("clock", true)];

pub(super) const ENDS: [(&str, EndKind); 4] = [
    ("done", EndKind::Done),
    ("rejected", EndKind::Rejected),
    ("withdrawn", EndKind::Withdrawn),
    ("lapsed", EndKind::Lapsed),
];

pub(super) fn step(keys: Keys<'_>) -> Step {
    let fields: Vec<Field> = keys
        .blocks("field", "question")
        .into_iter()
        .map(field)
        .collect();
    let outcomes = keys
        .blocks("outcome", "outcome")
        .into_iter()
        .map(|keys| outcome(keys, &fields))
        .collect();
    let step = Step {
        code: StepCode::new(keys.need_code("code", "a short name, e.g. `disposisi-kadis`")),
        row: keys.within("row", bounds::COUNT),
        title: keys.need_text("title", "a few words for the card"),
        instruction: keys.text("instruction"),
        activity: keys.need_text("activity", "what is done, as in the SOP (Kegiatan)"),
        performer: keys.need_roles("performer", "the role that does it (Pelaksana)"),
        quorum: keys.block("quorum", "quorum").map(quorum),
        assigned: keys.code("assigned").map(FieldCode::new),
        needs: keys.text("needs"),
        time: time(&keys),
        times: keys
            .blocks("time-when", "time in a case")
            .into_iter()
            .filter_map(time_in_case)
            .collect(),
        output: keys.text("output"),
        remark: keys.text("remark"),
        reading: keys.text("reading"),
        pauses: keys.boolean("pauses").unwrap_or(false),
        status: keys.text("status"),
        shows: questions(&keys, "shows"),
        repairs: keys.boolean("repairs").unwrap_or(false),
        stays_open: keys.boolean("stays-open").unwrap_or(false),
        expires: keys.block("expires", "expiry").map(expiry),
        passes: keys.boolean("passes").unwrap_or(false),
        takeover: keys.roles("takeover"),
        rests: moments(&keys, "rests"),
        alone: keys.block("alone", "going on").map(alone),
        alarms: keys
            .blocks("alarm", "alarm")
            .into_iter()
            .map(alarm)
            .collect(),
        at_once: questions(&keys, "at-once"),
        fields: fields.into(),
        outcomes,
        line: keys.line,
    };
    keys.finish();
    step
}

fn time(keys: &Keys<'_>) -> Option<StandardTime> {
    let text = keys.string("time")?;
    let time = StandardTime::parse(&text);
    if time.is_none() {
        keys.at(
            "time",
            format!(
                "`time` cannot be `{text}`; write e.g. 15 menit, 2 jam, 1 hari kerja, tentatif.{}",
                StandardTime::bounds(&text)
            ),
        );
    }
    time
}

/// `quorum = { agree = 2, of = 3 }`.
fn quorum(keys: Keys<'_>) -> Quorum {
    for key in ["agree", "of"] {
        if !keys.has(key) {
            let what = "A quorum says how many must `agree`, and `of` how many; write e.g. { agree = 2, of = 3 }.";
            keys.complaints.at(keys.line, what);
        }
    }
    let quorum = Quorum {
        agree: keys.within("agree", bounds::COUNT).unwrap_or(2),
        of: keys.within("of", bounds::COUNT).unwrap_or(u32::MAX),
        line: keys.line,
    };
    keys.finish();
    quorum
}

/// `{ when = { field = "ukuran", is = "besar" }, time = "3 hari kerja" }`.
fn time_in_case(keys: Keys<'_>) -> Option<TimeInCase> {
    let when = keys.block("when", "condition").and_then(condition);
    let time = time(&keys);
    if !(keys.has("when") && keys.has("time")) {
        let what = "A time in some cases has a `when` and a `time`; write e.g. { when = { field = \"ukuran\", is = \"besar\" }, time = \"3 hari kerja\" }.";
        keys.complaints.at(keys.line, what);
    }
    let line = keys.line;
    keys.finish();
    Some(TimeInCase {
        when: when?,
        time: time?,
        line,
    })
}

fn outcome(keys: Keys<'_>, fields: &[Field]) -> Outcome {
    let label = keys.need_text("label", "what the button says");
    let reason = keys.word("reason", &REASONS).unwrap_or(ReasonRule::None);
    let asks = keys.codes("asks").map_or_else(
        || match reason {
            ReasonRule::Required => Vec::new(),
            _ => fields.iter().map(|field| field.code.clone()).collect(),
        },
        |codes| in_the_order_of(fields, codes),
    );
    let (marks, markable) = keys.switch_or_codes("marks");
    let outcome = Outcome {
        code: OutcomeCode::new(keys.need_code("code", "a short name, e.g. `setujui`")),
        past: keys.text("past").unwrap_or_else(|| label.clone()),
        label,
        tone: keys.word("tone", &TONES).unwrap_or(Tone::Plain),
        voices: keys.within("voices", bounds::COUNT),
        when: keys.block("when", "condition").and_then(condition),
        from: moments(&keys, "from"),
        by_clock: keys.word("by", &DECIDERS).unwrap_or(false),
        to: target(&keys),
        branch: keys
            .blocks("branch", "branch")
            .into_iter()
            .filter_map(branch)
            .collect(),
        anew: keys.boolean("anew").unwrap_or(false),
        at_most: at_most(&keys),
        then: keys.code("then").map(StepCode::new),
        asks,
        chosen_by: keys.code("chosen-by").map(FieldCode::new),
        must: keys
            .blocks("must", "demand")
            .into_iter()
            .filter_map(must)
            .collect(),
        reason,
        reason_length: reason_length(&keys),
        usual: keys.texts("usual"),
        marks,
        markable: markable.into_iter().map(FieldCode::new).collect(),
        together: keys.boolean("together").unwrap_or(false),
        added: keys.boolean("added").unwrap_or(false),
        readers: keys.word("readers", &READERS),
        tell: keys.block("tell", "message").map(tell),
        inform: keys.mixed("inform", "notice", informed),
        reserve: keys.block("reserve", "reservation").map(reserve),
        release: questions(&keys, "release"),
        stays: questions(&keys, "stays"),
        retire: keys.block("retire", "retirement").map(retire),
        amend: keys.block("amend", "amendment").map(amend),
        prolongs: keys.block("prolongs", "prolongation").map(prolongs),
        admits: keys.block("admits", "admission").map(admission),
        line: keys.line,
    };
    keys.finish();
    outcome
}

/// How long a reason is, where the file says something else than is usual.
fn reason_length(keys: &Keys<'_>) -> (usize, usize) {
    let (min, max) = REASON_LENGTH;
    (
        keys.within("reason-min", bounds::LENGTH).unwrap_or(min),
        keys.within("reason-max", bounds::LENGTH).unwrap_or(max),
    )
}

fn questions(keys: &Keys<'_>, key: &'static str) -> Vec<FieldCode> {
    let codes = keys.codes(key).unwrap_or_default();
    codes.into_iter().map(FieldCode::new).collect()
}

/// A role; or at more length a role, whom an answer names, or all who have decided before, also in some cases only:
/// `{ role = "helpdesk", when = { … } }`.
pub(super) fn informed(told: Either<'_>) -> Inform {
    let keys = match told {
        Either::Text(role) => {
            return Inform {
                whom: Informed::Holders(RoleCode::new(role)),
                when: None,
                // What stands there alone is complained about where the list stands.
                line: 0,
            };
        }
        Either::Block(keys) => keys,
    };
    let (role, named) = (keys.code("role"), keys.code("named"));
    let deciders = keys.boolean("deciders");
    let said = ["role", "named", "deciders"].into_iter();
    if said.filter(|key| keys.has(key)).count() != 1 && !keys.is_sketch() {
        let what = "This notice is for one audience; give it either `role`, `named` (the question that names a person) or `deciders = true`.";
        keys.complaints.at(keys.line, what);
    }
    if deciders == Some(false) {
        keys.at("deciders", "`deciders = false` tells nobody; remove it.");
    }
    let inform = Inform {
        whom: match (role, named, deciders) {
            (None, Some(field), _) => Informed::Named(FieldCode::new(field)),
            (None, None, Some(_)) => Informed::Deciders,
            // An empty code stands for "already complained about".
            (role, ..) => Informed::Holders(RoleCode::new(role.unwrap_or_default())),
        },
        when: keys.block("when", "condition").and_then(condition),
        line: keys.line,
    };
    keys.finish();
    inform
}

fn tell(keys: Keys<'_>) -> Tell {
    let tell = Tell {
        say: keys.text("say"),
        facts: questions(&keys, "facts"),
        contact: keys.boolean("contact").unwrap_or(false),
    };
    keys.finish();
    tell
}

fn expiry(keys: Keys<'_>) -> EndCode {
    let end = EndCode::new(keys.need_code("ends", "the end of what has run out"));
    keys.finish();
    end
}

fn branch(keys: Keys<'_>) -> Option<Branch> {
    let when = keys.block("when", "condition").and_then(condition);
    if !keys.has("when") {
        keys.complaints.at(
            keys.line,
            "This branch has no `when`; say in which case it leads elsewhere.",
        );
    }
    let to = elsewhere(&keys);
    keys.finish();
    when.map(|when| Branch { when, to })
}

fn at_most(keys: &Keys<'_>) -> Option<u32> {
    let most = keys.within("at-most", bounds::COUNT)?;
    if most == 0 {
        keys.at(
            "at-most",
            "`at-most = 0` could never be chosen; remove the outcome.",
        );
    }
    Some(most)
}

fn reserve(keys: Keys<'_>) -> Reserve {
    let for_good = keys.boolean("lasting").unwrap_or(false);
    let lasts = match keys.within("days", bounds::DAYS) {
        Some(_) if for_good => {
            keys.at(
                "days",
                "What is reserved for good has no `days`; remove one of the two.",
            );
            Lasts::ForGood
        }
        Some(days) => Lasts::Days(days),
        None if for_good => Lasts::ForGood,
        None => Lasts::Usual,
    };
    let names = keys.codes("names").unwrap_or_default().into_iter();
    let reserve = Reserve {
        names: names.map(FieldCode::new).collect(),
        capacity: keys.boolean("capacity").unwrap_or(false),
        lasts,
    };
    keys.finish();
    reserve
}

fn retire(keys: Keys<'_>) -> Retire {
    let retire = Retire {
        entry: FieldCode::new(keys.need_code("entry", "the question that chose the line")),
        blocked: keys.within("blocked", bounds::DAYS_OR_NONE),
        fill: fill(&keys),
        state: keys.code("state").map(LineStateCode::new),
    };
    keys.finish();
    retire
}

/// Questions are asked in the step's order, whatever the order of `asks`; unknown ones stay, for the checks.
fn in_the_order_of(fields: &[Field], codes: Vec<String>) -> Vec<FieldCode> {
    let mut codes: Vec<FieldCode> = codes.into_iter().map(FieldCode::new).collect();
    codes.sort_by_key(|code| fields.iter().position(|field| &field.code == code));
    codes
}

pub(super) fn end(keys: Keys<'_>) -> End {
    if !keys.has("kind") {
        keys.complaints.at(
            keys.line,
            "This end has no `kind`; add it: done, rejected, withdrawn or lapsed.",
        );
    }
    let end = End {
        code: EndCode::new(keys.need_code("code", "a short name, e.g. `selesai`")),
        label: keys.need_text("label", "the status people read"),
        kind: keys.word("kind", &ENDS).unwrap_or(EndKind::Done),
        line: keys.line,
    };
    keys.finish();
    end
}
