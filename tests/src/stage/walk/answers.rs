//! A good answer to any question, found from the question itself.

use bot::button::{FormPress, Mark};
use bytes::Bytes;
use chrono::{Days, NaiveDate};
use domain::{
    Counter,
    code::{FieldCode, OptionCode, ShelfCode},
    command::Page,
    procedure::{
        Answer, Field, Input, Kind,
        field::{Day, Opt, TextRule},
    },
};

use super::said::Said;
use crate::papers;

/// As many agencies as the first page of them shows.
const AGENCIES: usize = 6;
/// As many lines of a register as are offered by button at least.
const LINES: usize = 5;

/// How a question is answered.
pub(super) enum Reply {
    Says(String),
    Presses(FormPress),
    Sends(&'static str, Bytes),
    /// Shares their own phone number.
    Shares(&'static str),
}

/// What an answer depends on beside its question.
#[derive(Clone, Copy)]
pub(super) struct Hints<'a> {
    /// Varies what is chosen, and whether optional questions are passed over.
    pub turn: usize,
    /// What must be said so that the request goes the way it shall.
    pub says: &'a Said,
    /// Makes a name that nobody has had yet.
    pub fresh: usize,
    /// The names that the request holds already.
    pub held: &'a [(ShelfCode, String)],
}

/// An answer that fits.
pub(super) fn reply(counter: &Counter, page: &Page, field: &Field, hints: Hints<'_>) -> Reply {
    let turn = hints.turn;
    if field.is_table() {
        return row(counter, page, field, hints);
    }
    if let Some(chosen) = hints.says.get(&field.code) {
        return said(page, field, chosen);
    }
    let filling = &page.draft.filling;
    if turn % 3 == 2 && filling.old.has(&field.code) && !filling.answers.has(&field.code) {
        return Reply::Presses(FormPress::Keep);
    }
    if !field.required && turn.is_multiple_of(2) {
        return Reply::Presses(FormPress::Skip);
    }
    if field.free_in.is_some() {
        return Reply::Says(name(counter, page, field, hints));
    }
    if !turn.is_multiple_of(2) && !page.offers.known.is_empty() {
        return Reply::Presses(FormPress::Known(Mark::of(&page.offers.known[0])));
    }
    match &field.kind {
        Kind::YesNo if turn.is_multiple_of(2) => Reply::Presses(FormPress::Yes),
        Kind::YesNo => Reply::Presses(FormPress::No),
        Kind::Choice { options } => {
            let go_on = (0..options.len()).filter(|place| !options[*place].stops);
            let go_on: Vec<usize> = go_on.collect();
            Reply::Presses(FormPress::Option(go_on[turn % go_on.len()]))
        }
        Kind::Phone { own: true } => Reply::Shares("+6281200000000"),
        Kind::Agency => {
            let (agency, _) = &page.offers.agencies[turn % AGENCIES];
            Reply::Presses(FormPress::Agency(Mark::of(agency)))
        }
        Kind::Choices { options, at_least } => {
            let ticked = &page.draft.filling.ticked;
            let open = (0..options.len())
                .map(|place| (turn + place) % options.len())
                .find(|place| !ticked.contains(&options[*place].code));
            match open {
                Some(place) if ticked.len() < *at_least.max(&1) => {
                    Reply::Presses(FormPress::Tick(place))
                }
                _ => Reply::Presses(FormPress::Confirm),
            }
        }
        Kind::Person { .. } => {
            let holders = &page.offers.holders;
            let (person, _) = holders[turn % holders.len()];
            Reply::Presses(FormPress::Person(person))
        }
        Kind::Entry { .. } => {
            let entries = &page.offers.entries;
            assert!(!entries.is_empty(), "no line for `{}`", field.code);
            let (entry, _) = entries[turn % entries.len().min(LINES)];
            Reply::Presses(FormPress::Entry(entry))
        }
        Kind::Items { at_least, .. } => {
            let ticked = &page.draft.filling.ticked;
            let free = |item: &&String| ticked.iter().all(|it| it.as_str() != item.as_str());
            match page.offers.items.iter().find(free) {
                Some(item) if ticked.len() < *at_least.max(&1) => {
                    Reply::Presses(FormPress::Item(Mark::of(item)))
                }
                _ => Reply::Presses(FormPress::Confirm),
            }
        }
        Kind::Document { .. } => Reply::Sends("surat.pdf", papers::letter()),
        Kind::Photo { .. } => Reply::Sends("foto.jpg", papers::photo()),
        _ if !field.suggest.is_empty() => {
            Reply::Presses(FormPress::Suggestion(turn % field.suggest.len()))
        }
        Kind::DateTime { from, until }
            if turn % 3 == 1
                && *until == Some(Day::Now)
                && *from != Some(Day::Now)
                && fits(counter, page, field, "sekarang") =>
        {
            Reply::Presses(FormPress::Now)
        }
        _ => Reply::Says(words(counter, page, field, turn)),
    }
}

/// What the path wants said.
fn said(page: &Page, field: &Field, chosen: &[OptionCode]) -> Reply {
    let place = |options: &[Opt], code: &OptionCode| {
        let place = options.iter().position(|option| option.code == *code);
        place.expect("an option of the question")
    };
    Reply::Presses(match (&field.kind, chosen) {
        (_, []) => FormPress::Skip,
        (Kind::YesNo, [code, ..]) if code.as_str() == "yes" => FormPress::Yes,
        (Kind::YesNo, _) => FormPress::No,
        (Kind::Choice { options }, [code, ..]) => FormPress::Option(place(options, code)),
        (Kind::Choices { options, .. }, _) => {
            let ticked = &page.draft.filling.ticked;
            match chosen.iter().find(|code| !ticked.contains(code)) {
                Some(code) => FormPress::Tick(place(options, code)),
                None => FormPress::Confirm,
            }
        }
        (other, _) => panic!("conditions cannot look at {other:?}"),
    })
}

/// A name that is free: one that the request holds already, or one that nobody has had yet.
fn name(counter: &Counter, page: &Page, field: &Field, hints: Hints<'_>) -> String {
    let domain = counter.office.domains.first();
    let domain = domain.map_or("go.id", String::as_str);
    let mine = |(shelf, _): &&(ShelfCode, String)| Some(shelf) == field.shelf().as_ref();
    let held = hints.held.iter().find(mine).map(|(_, name)| name);
    let held = held.filter(|_| !hints.turn.is_multiple_of(2));
    let prefix = page.procedure.prefix.to_lowercase();
    let label = format!("contoh-{prefix}-{}", hints.fresh);
    match (&field.kind, held) {
        (Kind::SubdomainLabel, Some(held)) => match held.strip_suffix(&format!(".{domain}")) {
            Some(label) => label.to_owned(),
            None => held.clone(),
        },
        (_, Some(held)) => held.clone(),
        (Kind::SubdomainLabel, None) => label,
        (Kind::Hostname, None) => format!("{label}.{domain}"),
        (Kind::Text { .. }, None) => format!("Nama {label}"),
        (other, None) => panic!("names are not of kind {other:?}"),
    }
}

/// The next answer in a table: a cell, a whole row at once, or that it is complete.
fn row(counter: &Counter, page: &Page, field: &Field, hints: Hints<'_>) -> Reply {
    let turn = hints.turn;
    let filling = &page.draft.filling;
    let table = filling.table(&field.code);
    let limits = field.row_limits(|code| page.earlier().get(code));
    let has = table.rows.len();
    let Some(cell) = table.cell(field.columns()) else {
        return Reply::Presses(match has {
            _ if has < limits.min => FormPress::AddRow,
            _ if has > limits.max => FormPress::RemoveRow,
            _ if filling.table_is_as_before(&field.code) => FormPress::Keep,
            _ if has < limits.max && has < turn % 3 => FormPress::AddRow,
            _ => FormPress::ConfirmRows,
        });
    };
    let first = !table.is_within_a_row();
    if first && has == 0 && !field.required && turn.is_multiple_of(2) {
        return Reply::Presses(FormPress::Skip);
    }
    if first && turn % 3 == 1 && field.columns().len() > 1 {
        let cells = field.columns().iter().map(|column| match &column.kind {
            Kind::YesNo => "ya".to_owned(),
            Kind::Choice { options } => options[0].label.id.clone(),
            _ => words(counter, page, column, turn),
        });
        return Reply::Says(cells.collect::<Vec<_>>().join("; "));
    }
    let says = &Said::new();
    reply(counter, page, cell, Hints { says, ..hints })
}

/// Words that the question accepts: its own example, or something made from its limits.
fn words(counter: &Counter, page: &Page, field: &Field, turn: usize) -> String {
    let mut tried = few(page, field, turn);
    tried.extend(field.example.iter().map(|text| text.id.clone()));
    tried.extend(made(&field.kind, counter.today(), &counter.office.domains));
    tried.extend(earlier(counter, page, field));
    let none = || panic!("`{}` accepts none of {tried:?}", field.code);
    tried
        .iter()
        .find(|words| fits(counter, page, field, words))
        .cloned()
        .unwrap_or_else(none)
}

/// Whether a question accepts these words, given what was answered before.
fn fits(counter: &Counter, page: &Page, field: &Field, words: &str) -> bool {
    let input = Input::Text(words.to_owned());
    let Ok(answer) = field.accept(&input, &page.knowledge(counter)) else {
        return false;
    };
    let before = field.after.as_ref().and_then(|it| page.earlier().get(it));
    match (before, answer) {
        (Some(Answer::Moment(first)), Answer::Moment(then)) => then >= *first,
        (Some(Answer::Date(first)), Answer::Date(then)) => then >= *first,
        _ => true,
    }
}

/// Of what the office has only so much, and of what is counted, little is asked for: it must do for
/// many requests.
fn few(page: &Page, field: &Field, turn: usize) -> Vec<String> {
    let Kind::Number { min, .. } = &field.kind else {
        return Vec::new();
    };
    let code = &field.code;
    let asks = |of: &FieldCode, times: Option<&FieldCode>| of == code || times == Some(code);
    let mut demands = page.procedure.capacity.iter();
    let is_share = demands.any(|demand| asks(&demand.field, demand.times.as_ref()));
    let steps = page.procedure.steps.iter();
    let mut fields = steps.flat_map(|step| step.fields.iter());
    let is_count = fields
        .any(|field| matches!(&field.kind, Kind::Rows { count: Some(count), .. } if count == code));
    let least = min.unwrap_or(0);
    let more = i64::from(!turn.is_multiple_of(2));
    (is_share || is_count)
        .then(|| (least + more).to_string())
        .into_iter()
        .collect()
}

/// The moment or day before which the answer must not be.
fn earlier(counter: &Counter, page: &Page, field: &Field) -> Option<String> {
    match page.earlier().get(field.after.as_ref()?)? {
        Answer::Moment(at) => {
            let at = at.with_timezone(&counter.office.zone);
            Some(at.format("%d-%m-%Y %H.%M").to_string())
        }
        Answer::Date(day) => Some(day.format("%d-%m-%Y").to_string()),
        _ => None,
    }
}

fn made(kind: &Kind, today: NaiveDate, domains: &[String]) -> Vec<String> {
    let domain = domains.first().map_or("go.id", String::as_str);
    let day = |limit: &Option<Day>| match limit {
        Some(Day::Today { plus }) => today
            .checked_add_signed(chrono::TimeDelta::days(*plus))
            .expect("a day"),
        Some(Day::On(day)) => *day,
        Some(Day::Now) | None => today,
    };
    let days = |from: &Option<Day>, until: &Option<Day>| {
        [day(from), day(until), today, day(from) + Days::new(1)]
            .map(|day| day.format("%d-%m-%Y").to_string())
    };
    match kind {
        Kind::Text { min, max, rule } => vec![match rule {
            TextRule::Any => long("Keterangan contoh ", *min, *max),
            TextRule::Name => long("Rani Contoh ", *min, *max),
            TextRule::WorkingHours => "senin-jumat 08.00-16.00".to_owned(),
            TextRule::LetterNumber => long("500.12/88/2026/", *min, *max),
        }],
        Kind::Paragraph { min, max } => vec![long("Keterangan contoh. ", *min, *max)],
        Kind::Number { min, max, .. } => vec![min.or(*max).unwrap_or(1).max(1).to_string()],
        Kind::Decimal { min, max, .. } => vec![
            min.or(*max)
                .unwrap_or(1.0)
                .max(1.0)
                .to_string()
                .replace('.', ","),
        ],
        Kind::Date { from, until } => days(from, until).to_vec(),
        Kind::DateTime { from, until } => {
            let mut moments = days(from, until).map(|day| format!("{day} 23.30")).to_vec();
            moments.push("sekarang".to_owned());
            moments
        }
        Kind::Phone { .. } => vec!["0812-0000-0000".to_owned()],
        Kind::Email => vec![format!("rani@{domain}")],
        Kind::Nip => vec!["199001012015031001".to_owned()],
        Kind::Url => vec![format!("https://contoh.{domain}")],
        Kind::Ip { .. } => vec!["203.0.113.20".to_owned()],
        Kind::SubdomainLabel => vec!["contoh".to_owned()],
        Kind::Hostname => vec![format!("contoh.{domain}")],
        _ => Vec::new(),
    }
}

/// These words again and again, within the limits.
fn long(words: &str, min: usize, max: usize) -> String {
    let most = max.min(min.max(words.len()));
    let text: String = words.chars().cycle().take(most).collect();
    match text.strip_suffix(' ') {
        Some(short) => format!("{short}x"),
        None => text,
    }
}
