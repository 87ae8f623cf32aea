//! A form on the screen: the question, the review, and the ways out.

use domain::{
    Counter,
    command::{FormPage, Remark},
    draft::Purpose,
    house::Chosen,
    procedure::{
        Answer, Field, Kind, Readers, SkipMeaning,
        form::{MARKED, Now, REASON, table_of},
    },
};

use super::{
    Html, Key, KeyStyle, Screen, Speech,
    choices::{Past, QuestionKeys, choices},
    form_keys::{LABEL, key},
    hint::{choosing as choosing_from, of_kind},
    home,
    html::shortened,
    moment::{day as full_day, moment},
    pages,
    phrase::Saying,
    review::{self, asks_a_question, label, title},
    standard, table,
    unfit::unfit,
    value::{short, value},
    windows,
    words::t,
};
use crate::{
    button::{Button, ButtonText, FormPress, Mark, MenuPress, OpeningPress},
    shown::QuestionName,
};

/// Longest present answer beneath a question.
const SHORT: usize = 300;

/// What a person is asked now.
pub fn form(s: &Speech, counter: &Counter, page: &FormPage) -> Screen {
    if page.is_stopped() {
        return stopped(s);
    }
    let now = page.draft.filling.now(&page.form);
    let is_review = now == Now::Review;
    let mut screen = match now {
        Now::Question(field) => question(s, counter, page, field),
        Now::Review => review::review(s, counter, page),
        Now::Choosing => choosing(s, page),
        Now::Leaving => leaving(s, counter, page),
    };
    screen.asks = Some(QuestionName::of(page));
    match page.remark.as_deref() {
        // The review says it itself, unless it is folded there.
        Some(Remark::Understood { .. })
            if is_review && !review::answers(s, counter, page).ends_folded() =>
        {
            screen
        }
        Some(Remark::NameFree { name }) => screen.after(t!(s, "form-name-free", name = name)),
        Some(Remark::JustSent { ticket, minutes }) => {
            screen.after(t!(s, "form-just-sent", ticket = ticket, minutes = *minutes))
        }
        Some(Remark::Understood { label, answer }) => {
            let day = understood(s, counter, answer);
            screen.after(t!(s, "form-understood", label = s.text(label), day = day))
        }
        None => screen,
    }
}

/// A day or a moment with its weekday, so that a slip is seen at once.
fn understood(s: &Speech, counter: &Counter, answer: &Answer) -> String {
    match answer {
        Answer::Date(day) => full_day(s, *day),
        Answer::Moment(at) => moment(s, &counter.office, *at),
        _ => String::new(),
    }
}

/// An answer has ended the form.
fn stopped(s: &Speech) -> Screen {
    let mut screen = Screen::new(t!(s, "form-stopped"));
    screen.row(Key::new(t!(plain s, "button-menu"), MenuPress::Home));
    screen
}

/// A decision to which nothing was entered: when it is recorded, unless it is taken back.
pub fn held(s: &Speech, page: &FormPage) -> Screen {
    let mut text = title(s, page);
    let seconds = page.draft.seconds_held().unwrap_or_default();
    text.line(t!(s, "form-held", n = seconds));
    let mut screen = Screen::new(text);
    let back = t!(plain s, "button-take-back");
    screen.row(key(page, back, FormPress::Drop));
    screen
}

/// What somebody asked for instead of going on, beneath the question whether they do: the form waits. It stands nowhere
/// else on that screen.
pub fn set_aside(s: &Speech, counter: &Counter, page: &FormPage, mut shown: Screen) -> Screen {
    let resume = Button::from(OpeningPress::Resume(page.draft.token.clone()));
    for row in &mut shown.keys {
        row.retain(|key| key.button != resume);
    }
    shown.keys.retain(|row| !row.is_empty());
    let go_on = Key::new(t!(plain s, "button-continue"), resume);
    let drop = key(page, t!(plain s, "button-drop"), FormPress::Drop);
    let keys = vec![
        go_on.styled(KeyStyle::Primary),
        drop.styled(KeyStyle::Danger),
    ];
    shown.keys.insert(0, keys);
    let mut form = title(s, page);
    if let Purpose::House(_) = page.draft.purpose {
        let chosen = Chosen::of(&page.draft.filling.old);
        let about = home::subject(s, &counter.office, &chosen, None);
        form.push(about.map_or_else(String::new, |about| format!(" · {about}")));
    }
    form.push(done(s, page));
    shown.after(t!(s, "form-set-aside", form = form))
}

/// How much of it is done.
fn done(s: &Speech, page: &FormPage) -> Html {
    let share = page.draft.filling.share(&page.form);
    share.map_or_else(Html::new, |share| {
        t!(s, "form-share", share = u32::from(share))
    })
}

fn question(s: &Speech, counter: &Counter, page: &FormPage, field: &Field) -> Screen {
    let filling = &page.draft.filling;
    let mut text = title(s, page);
    text.push(done(s, page));
    text.line(to_prepare(s, page));
    // A quotation stands apart by itself.
    if !text.ends_folded() {
        text.gap();
    }
    text.line(ask(s, page, field));
    if field.is_table() {
        if let Some(readers) = readers(s, page, field) {
            text.line(readers);
        }
        return table::question(s, counter, page, field, text);
    }
    if pages::are_added(page, field) {
        return pages::next(s, page, field, text);
    }
    if let Some(example) = &field.example {
        text.line(t!(s, "example", example = s.text(example)));
    }
    if let Some(hint) = of_kind(s, counter, page, field) {
        text.line(hint);
    }
    let known = filling
        .answers
        .get(&field.code)
        .or_else(|| filling.old.get(&field.code))
        .or_else(|| page.form.offered(&field.code));
    // An answer that another one has made wrong is asked again, and it is said why.
    if let Some(why) = filling.clash(&page.form, field) {
        let saying = Saying {
            s,
            office: &counter.office,
            procedure: &page.procedure,
        };
        text.line(unfit(&saying, &why));
    }
    if let Some(known) = known {
        let shown = short(s, &counter.office, field, known, SHORT);
        text.line(t!(s, "form-present-answer", answer = shown));
    }
    if let Some(hint) = choosing_from(s, counter, page, field) {
        text.line(hint);
    }
    if windows::concerns(&field.kind.way(), page)
        && let Some(hint) = windows::hint(s, counter, page)
    {
        text.line(hint);
    }
    let at_once: Vec<&str> = page.at_once().iter().map(|it| s.text(&it.label)).collect();
    if !at_once.is_empty() {
        text.line(t!(s, "form-at-once", labels = at_once.join(", ")));
    }
    if !field.required && field.passing == SkipMeaning::Skipped {
        text.line(t!(s, "form-optional"));
    }
    if let Some(readers) = readers(s, page, field) {
        text.line(readers);
    }
    let mut screen = Screen::new(text);
    windows::keys(s, counter, page, &mut screen);
    choices(s, page, field, &mut screen);
    known_answers(s, counter, page, field, &mut screen);
    pages::more(s, page, &mut screen);
    let keys = QuestionKeys {
        keep: known.is_some_and(|known| {
            *known != Answer::Skipped && filling.can_keep(&page.form, field, known)
        }),
        past: match field {
            Field { required: true, .. } => Past::No,
            Field {
                passing: SkipMeaning::Unknown,
                ..
            } => Past::Unknown,
            _ => Past::Skip,
        },
        explained: field.explain.is_some(),
        back: !filling.is_first(&page.form, &field.code),
    };
    keys.show(s, page, &mut screen);
    screen
}

/// What is to be at hand, before the first question of a request is answered: nobody should find out in the middle that
/// the letter is not signed yet. Telegram shows its first lines.
fn to_prepare(s: &Speech, page: &FormPage) -> Html {
    let filling = &page.draft.filling;
    let begins = page.draft.purpose == Purpose::Open && !filling.is_begun();
    if !begins || page.procedure.house {
        return Html::new();
    }
    let mut text = Html::new();
    let questions = filling.asked(&page.form).count();
    // What is answered first may ask for more.
    text.line(if questions < page.form.fields().len() {
        t!(s, "form-prepare-least", n = questions)
    } else {
        t!(s, "form-prepare", n = questions)
    });
    for requirement in standard::requirements(s, &page.procedure) {
        text.line(format!("• {requirement}").as_str());
    }
    text.quoted(true)
}

/// What the person answered to such a question before, and what was put into words for them.
fn known_answers(
    s: &Speech,
    counter: &Counter,
    page: &FormPage,
    field: &Field,
    screen: &mut Screen,
) {
    for known in &page.choices.known {
        let shown = value(s, &counter.office, field, known);
        let press = FormPress::Known(Mark::of(known));
        screen.row(key(page, shortened(&shown, LABEL), press));
    }
}

/// Words that a tap says for the person: names that are free.
pub fn offer(s: &Speech, page: &FormPage, names: &[String], screen: &mut Screen) {
    // A name that is too long for a button is typed.
    let keys = names.iter().filter_map(|name| {
        let label = t!(plain s, "button-offer", name = name);
        Some(vec![key(
            page,
            label,
            FormPress::Say(ButtonText::new(name)?),
        )])
    });
    let mut rows: Vec<_> = keys.collect();
    rows.append(&mut screen.keys);
    screen.keys = rows;
}

fn choosing(s: &Speech, page: &FormPage) -> Screen {
    let mut text = title(s, page);
    text.gap().line(t!(s, "form-choose"));
    let mut screen = Screen::new(text);
    let fields = page.form.fields();
    let asked: Vec<_> = page
        .draft
        .filling
        .asked(&page.form)
        .map(|field| &field.code)
        .collect();
    let keys = fields
        .iter()
        .enumerate()
        .filter(|(_, field)| asked.contains(&&field.code));
    screen.options(keys.map(|(place, field)| {
        key(
            page,
            shortened(&label(s, page, field), LABEL),
            FormPress::Change(place),
        )
    }));
    screen.row(key(page, t!(plain s, "button-back"), FormPress::Return));
    screen
}

fn leaving(s: &Speech, counter: &Counter, page: &FormPage) -> Screen {
    let mut text = title(s, page);
    let at = moment(s, &counter.office, page.draft.changed_at);
    text.gap().line(t!(s, "form-leave", at = at));
    let mut screen = Screen::new(text);
    screen.row(key(page, t!(plain s, "button-go-on"), FormPress::Return));
    if page.outcome().is_none() {
        screen.row(key(page, t!(plain s, "button-park"), FormPress::Park));
    }
    let drop = key(page, t!(plain s, "button-drop"), FormPress::Drop);
    screen.row(drop.styled(KeyStyle::Danger));
    screen
}

/// Who will read the answer, where that is not plain: to an official, who writes for the office, where it is words or a
/// paper, or where the applicant reads it; to an applicant, whose answers the agency reads, where only the office does.
fn readers(s: &Speech, page: &FormPage, field: &Field) -> Option<Html> {
    let procedure = &page.procedure;
    if matches!(page.draft.purpose, Purpose::House(_)) {
        return None;
    }
    let step = page.step()?;
    let readers = match (field.code.as_str(), page.outcome()) {
        (MARKED, _) | (REASON, None) => return None,
        _ if table_of(&field.code).is_some() => return None,
        (REASON, Some(outcome)) => procedure.readers_of_reason(step, outcome),
        _ => procedure.readers(field),
    };
    let is_free = matches!(field.kind, Kind::Paragraph(_) | Kind::Text(_)) || field.is_paper();
    match (procedure.is_applicants(step), readers) {
        (true, Readers::Everyone) => None,
        (false, Readers::Office) if !is_free => None,
        (_, Readers::Office) => Some(t!(s, "form-read-by-office")),
        (false, Readers::Everyone) => Some(t!(s, "form-read-by-all")),
    }
}

/// The words of a question; the questions for reasons and repairs are ours, all others the file's.
fn ask(s: &Speech, page: &FormPage, field: &Field) -> Html {
    match field.code.as_str() {
        REASON if asks_a_question(page) => t!(s, "ask-question"),
        REASON if field.suggest.is_empty() => t!(s, "ask-reason"),
        REASON => t!(s, "ask-reason-usual"),
        MARKED if field.suggest.is_empty() => t!(s, "ask-marked"),
        MARKED => t!(s, "ask-marked-usual"),
        _ if table_of(&field.code).is_some() => {
            t!(s, "ask-marked-rows", table = s.text(&field.label))
        }
        _ if page.draft.filling.old.has(&field.code) => {
            let mut html = t!(s, "ask-again");
            html.line(s.text(&field.ask));
            html
        }
        _ => Html::text(s.text(&field.ask)),
    }
}
