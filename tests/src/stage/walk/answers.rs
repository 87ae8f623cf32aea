//! A good answer to any question, found from the question itself.

use bot::button::FormPress;
use bytes::Bytes;
use chrono::{Days, NaiveDate};
use domain::{
    Counter,
    command::Page,
    procedure::{
        Field, Input, Kind,
        field::{Day, TextRule},
    },
};

use crate::papers;

/// How a question is answered.
pub(super) enum Reply {
    Says(String),
    Presses(FormPress),
    Sends(&'static str, Bytes),
}

/// An answer that fits. `turn` varies what is chosen, and whether optional questions are passed over.
pub(super) fn reply(counter: &Counter, page: &Page, field: &Field, turn: usize) -> Reply {
    if field.is_table() {
        return row(counter, page, field, turn);
    }
    if !field.required && turn.is_multiple_of(2) {
        return Reply::Presses(FormPress::Skip);
    }
    match &field.kind {
        Kind::YesNo if turn.is_multiple_of(2) => Reply::Presses(FormPress::Yes),
        Kind::YesNo => Reply::Presses(FormPress::No),
        Kind::Choice { options } => Reply::Presses(FormPress::Option(turn % options.len())),
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
            let (entry, _) = entries[turn % entries.len()];
            Reply::Presses(FormPress::Entry(entry))
        }
        Kind::Items { at_least, .. } => {
            let ticked = &page.draft.filling.ticked;
            let free = |item: &&String| ticked.iter().all(|it| it.as_str() != item.as_str());
            let open = page.offers.items.iter().position(|item| free(&item));
            match open {
                Some(place) if ticked.len() < *at_least.max(&1) => {
                    Reply::Presses(FormPress::Tick(place))
                }
                _ => Reply::Presses(FormPress::Confirm),
            }
        }
        Kind::Document { .. } => Reply::Sends("surat.pdf", papers::letter()),
        Kind::Photo { .. } => Reply::Sends("foto.jpg", papers::photo()),
        _ if !field.suggest.is_empty() => {
            Reply::Presses(FormPress::Suggestion(turn % field.suggest.len()))
        }
        _ => Reply::Says(words(counter, page, field)),
    }
}

/// The next answer in a table: a cell, a whole row at once, or that it is complete.
fn row(counter: &Counter, page: &Page, field: &Field, turn: usize) -> Reply {
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
            _ => words(counter, page, column),
        });
        return Reply::Says(cells.collect::<Vec<_>>().join("; "));
    }
    reply(counter, page, cell, turn)
}

/// Words that the question accepts: its own example, or something made from its limits.
fn words(counter: &Counter, page: &Page, field: &Field) -> String {
    let mut tried: Vec<String> = field.example.iter().map(|text| text.id.clone()).collect();
    tried.extend(made(&field.kind, counter.today(), &counter.office.domains));
    let fits = |words: &String| {
        let input = Input::Text(words.clone());
        field.accept(&input, &page.knowledge(counter)).is_ok()
    };
    let none = || panic!("`{}` accepts none of {tried:?}", field.code);
    tried
        .iter()
        .find(|words| fits(words))
        .cloned()
        .unwrap_or_else(none)
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
        Kind::Phone => vec!["0812-0000-0000".to_owned()],
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
