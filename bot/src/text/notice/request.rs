//! What happened to a request.

use domain::{
    Counter, Refusal, Text,
    office::Office,
    person::Person,
    procedure::{EndKind, Field, Lasts, Reader, Tone},
    query::{Dossier, FollowUp, Happened, HistoryEntry, notice::AboutRequest},
    request::Passage,
    reservation::Thing,
};

use super::{
    super::{
        Html, Key, Screen, Speech,
        extent::Extent,
        group, issued,
        moment::{day as written_day, moment},
        newcomer, passage,
        refusal::refusal,
        request, request_keys, survey,
        word::told_word,
        words::t,
    },
    done::done,
};
use crate::button::RequestPress;

pub(super) fn screen(
    s: &Speech,
    counter: &Counter,
    to: &Person,
    dossier: &Dossier,
    about: &AboutRequest,
) -> Screen {
    let office = &counter.office;
    match about {
        AboutRequest::Informed {
            step,
            past,
            passage,
        } => informed(s, office, dossier, (step, past), passage.as_deref(), to),
        AboutRequest::Issued(paper) => {
            Screen::new(issued::caption(s, dossier, (&paper.0, &paper.1)))
        }
        AboutRequest::Word(entry) => word(s, office, dossier, dossier.reader(to), entry),
        AboutRequest::Decided(passage, _) => decided(s, office, dossier, passage),
        AboutRequest::NotRecorded { label, why } => {
            not_recorded(s, office, dossier, label, why.as_deref())
        }
        AboutRequest::Expiring => expiring(s, office, dossier),
        // A group reads nothing that an applicant has written, and no reason.
        AboutRequest::Ended { .. } if to.is_group() => group::ended(s, office, dossier),
        AboutRequest::Ended {
            to_applicant: true,
            last,
            papers,
        } if dossier.end().is_some_and(|end| end.kind == EndKind::Done) => {
            done(s, office, dossier, last.as_deref(), papers)
        }
        AboutRequest::Ended {
            to_applicant, last, ..
        } => ended(s, office, dossier, (to, *to_applicant), last.as_deref()),
        AboutRequest::Admitted(home) => newcomer::admitted(s, counter, dossier, to, home),
        AboutRequest::Survey(asked) => survey::begins(s, dossier, asked),
        AboutRequest::Reopened { lost } => reopened(s, office, dossier, dossier.reader(to), lost),
    }
}

/// What its reader decided was not recorded: why, or that it is to be decided anew.
fn not_recorded(
    s: &Speech,
    office: &Office,
    dossier: &Dossier,
    label: &Text,
    why: Option<&Refusal>,
) -> Screen {
    let mut text = t!(s, "told-not-recorded", label = s.text(label));
    text.line(request::heading(s, dossier));
    match why {
        Some(why) => text.line(refusal(s, office, why)),
        None => text.line(t!(s, "told-not-recorded-again")),
    };
    Screen::new(text)
}

/// The request has ended: to those the SOP wants told, or to its applicant, with the words that came
/// with the last decision.
fn ended(
    s: &Speech,
    office: &Office,
    dossier: &Dossier,
    (to, to_applicant): (&Person, bool),
    last: Option<&Passage>,
) -> Screen {
    let at = moment(s, office, dossier.request.state.since);
    let ticket = dossier.request.ticket.as_str();
    let kind = dossier.end().map(|end| end.kind);
    let mut text = match (kind, to_applicant) {
        (Some(EndKind::Rejected), true) => t!(s, "told-rejected", ticket = ticket),
        (Some(EndKind::Withdrawn), true) => t!(s, "told-withdrawn", ticket = ticket),
        (Some(EndKind::Lapsed), true) if let Some(until) = dossier.reopens_until => t!(
            s,
            "told-lapsed-silent",
            ticket = ticket,
            status = request::status(s, dossier),
            day = written_day(s, office.calendar.day_of(until))
        ),
        (Some(EndKind::Lapsed), true) => t!(
            s,
            "told-lapsed",
            ticket = ticket,
            status = request::status(s, dossier)
        ),
        _ => t!(
            s,
            "told-ended",
            ticket = ticket,
            procedure = s.text(&dossier.procedure.title),
            agency = s.text(&dossier.agency),
            status = request::status(s, dossier),
            at = at
        ),
    };
    let own = last.and_then(|last| last.step(&dossier.procedure));
    let own = own.is_some_and(|step| dossier.procedure.is_applicants(step));
    match last {
        Some(last) if to_applicant && !own => {
            text.line(passage::told(s, office, dossier, last));
        }
        Some(last) if !to_applicant => {
            text.line(passage::quoted(passage::words(
                s,
                office,
                &dossier.procedure,
                last,
            )));
        }
        _ => {}
    }
    if let (Some(EndKind::Rejected), true) = (kind, to_applicant) {
        text.line(t!(s, "told-rejected-next"));
        if let Some(found) = &dossier.follow_up {
            text.line(follow_up(s, office, found));
        }
    }
    let mut screen = Screen::new(text);
    if to_applicant {
        screen.keys = beneath_end(s, dossier);
    } else {
        request::views(s, &mut screen, dossier, dossier.reader(to));
    }
    screen
}

/// What can be begun from the end: in which way, with whom, and until when.
fn follow_up(s: &Speech, office: &Office, found: &FollowUp) -> Html {
    let role = found.desk().map(|role| office.title(role));
    t!(
        s,
        "told-follow-up",
        what = s.text(&found.procedure.title),
        role = role.as_ref().map_or("", |role| s.text(role)),
        button = found.follows().map_or("", |it| s.text(&it.button)),
        day = written_day(s, office.calendar.day_of(found.until))
    )
}

/// The buttons beneath the word to its applicant that a request has ended without being done, as they are now.
pub fn beneath_end(s: &Speech, dossier: &Dossier) -> Vec<Vec<Key>> {
    let mut screen = Screen::default();
    request::views(s, &mut screen, dossier, Reader::Agency);
    request_keys::reopening(s, &mut screen, dossier);
    request_keys::again(s, &mut screen, dossier);
    request_keys::follow_up(s, &mut screen, dossier);
    screen.keys
}

/// What the request has reserved runs out soon: is it still needed?
fn expiring(s: &Speech, office: &Office, dossier: &Dossier) -> Screen {
    let until = dossier.reserved_until;
    let until = until.map_or_else(String::new, |until| moment(s, office, until));
    let mut text = t!(
        s,
        "told-expiring",
        ticket = &dossier.request.ticket,
        procedure = s.text(&dossier.procedure.title),
        until = until
    );
    let state = &dossier.request.state;
    let prolongs = dossier.step().is_some_and(|step| {
        let offered = step.outcomes.iter().filter(|it| state.offers(step, it));
        // What is reserved for good is a step ahead, and no prolonging.
        let mut reserved = offered.filter_map(|outcome| outcome.reserve.as_ref());
        reserved.any(|reserve| reserve.lasts != Lasts::ForGood)
    });
    text.line(if prolongs {
        t!(s, "told-expiring-next")
    } else {
        t!(s, "told-expiring-last")
    });
    let mut screen = Screen::new(text);
    let show = request_keys::button(dossier, RequestPress::Show);
    screen.row(Key::new(t!(plain s, "button-show"), show));
    screen
}

/// Someone has written to the desk: what, and the way to answer.
fn word(
    s: &Speech,
    office: &Office,
    dossier: &Dossier,
    reader: Reader,
    entry: &HistoryEntry,
) -> Screen {
    let mut text = t!(s, "told-word");
    text.line(request::heading(s, dossier));
    if let Happened::Wrote(said) = &entry.happened {
        text.line(told_word(s, office, entry, said));
    }
    let mut screen = Screen::new(text);
    if dossier.request.ended().is_none() {
        let answer = request_keys::button(dossier, RequestPress::Write);
        screen.row(Key::new(t!(plain s, "button-answer"), answer));
    }
    request::views(s, &mut screen, dossier, reader);
    screen
}

/// To the applicant: something has been decided, and it goes on.
fn decided(s: &Speech, office: &Office, dossier: &Dossier, passage: &Passage) -> Screen {
    let outcome = passage.outcome(&dossier.procedure);
    let tone = outcome.map_or(Tone::Plain, |outcome| outcome.tone);
    let past = outcome.map_or("", |outcome| s.text(&outcome.past));
    let said = outcome.and_then(|outcome| outcome.tell.as_ref()?.say.as_ref());
    let heading = (&dossier.request.ticket, s.text(&dossier.procedure.title));
    let mut text = t!(
        s,
        "told-news",
        mark = request::tone_before(tone),
        ticket = heading.0,
        procedure = heading.1
    );
    if said.is_none() {
        text.line(t!(s, "told-news-past", past = past));
        if tone == Tone::Return {
            text.line(t!(s, "told-taken-back"));
        }
    }
    text.line(passage::told(s, office, dossier, passage));
    let mut screen = Screen::new(text);
    request::views(s, &mut screen, dossier, Reader::Agency);
    screen
}

/// A step that the SOP wants these people to hear of: what was decided and written, and the facts.
fn informed(
    s: &Speech,
    office: &Office,
    dossier: &Dossier,
    (step, past): (&Text, &Text),
    passage: Option<&Passage>,
    to: &Person,
) -> Screen {
    let mut text = t!(
        s,
        "told-informed",
        ticket = &dossier.request.ticket,
        procedure = s.text(&dossier.procedure.title),
        agency = s.text(&dossier.agency)
    );
    text.line(t!(
        s,
        "told-informed-step",
        step = s.text(step),
        past = s.text(past)
    ));
    let reader = dossier.reader(to);
    if !to.is_group() {
        let words = passage.map(|it| passage::words(s, office, &dossier.procedure, it));
        text.line(passage::quoted(words.unwrap_or_default()));
        let told = |field: &Field| passage.is_some_and(|it| it.decision.answers.has(&field.code));
        let mut facts = dossier.facts(reader, None);
        facts.retain(|(field, _)| !told(field));
        let (facts, _) = Extent::Whole.answers(s, office, &facts);
        text.line(facts.quoted(true));
    }
    let mut screen = Screen::new(text);
    request::views(s, &mut screen, dossier, reader);
    screen
}

/// A request that had ended by itself goes on; what of its reservations is another's now.
fn reopened(
    s: &Speech,
    office: &Office,
    dossier: &Dossier,
    reader: Reader,
    lost: &[Thing],
) -> Screen {
    let mut text = t!(
        s,
        "told-reopened",
        ticket = &dossier.request.ticket,
        procedure = s.text(&dossier.procedure.title),
        agency = s.text(&dossier.agency)
    );
    if !lost.is_empty() {
        text.gap().line(t!(s, "told-reopened-lost"));
        for thing in distinct(s, office, lost) {
            text.line(t!(s, "told-reopened-thing", thing = thing));
        }
        let marked = dossier.request.state.returned.as_ref();
        text.line(if marked.is_some_and(|it| !it.marked.is_empty()) {
            t!(s, "told-reopened-repair")
        } else {
            t!(s, "told-reopened-later")
        });
    }
    let mut screen = Screen::new(text);
    request::views(s, &mut screen, dossier, reader);
    screen
}

/// Names as they are, and each resource once with all that was asked of it.
fn distinct(s: &Speech, office: &Office, lost: &[Thing]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for thing in lost {
        let words = match thing {
            Thing::Name(_, name) | Thing::Number(_, name) => name.clone(),
            Thing::Share(code) => {
                let resource = office.resource(code);
                resource.map_or(code.to_string(), |it| s.text(&it.title).to_owned())
            }
        };
        if !all.contains(&words) {
            all.push(words);
        }
    }
    all
}
