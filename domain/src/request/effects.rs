//! What follows from a decision beside the request itself: what is reserved and given back, and what
//! is written into the registers.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};

use super::{
    Request, Standing,
    alike::AlikeAnswers,
    names::{above, names},
};
use crate::{
    clock::days_later,
    code::{AgencyCode, PaperCode, RoleCode},
    id::PersonId,
    office::Office,
    procedure::{
        Admission, Answer, Answers, EndKind, Entry, Field, Issue, Lasts, Numbering, Once, Outcome,
        Procedure, Reserve, Step,
    },
    register::{self, LastWords, LineAmending, Occasion, Writing, writings},
    reservation::{Demands, Thing, Wanted},
};

/// What a decision does to the office's books.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Effects {
    pub demands: Demands,
    /// What is noted in the line that the demands retire.
    pub last_words: LastWords,
    pub lines: Vec<Writing>,
    /// The line of an earlier request that is amended.
    pub amends: Option<LineAmending>,
    /// Which papers are issued.
    pub papers: Vec<Issuing>,
    /// By what it is compared with others from now on.
    pub compared: AlikeAnswers,
    /// Who is let in.
    pub admits: Option<Admitted>,
    /// The lines that were closed when the request ended, at this moment, are open again.
    pub reopens: Option<DateTime<Utc>>,
}

/// A paper is issued; its number is given by the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issuing {
    pub paper: PaperCode,
    /// How its number is written; none: it has none of a series.
    pub series: Option<String>,
    /// The number that an official has given it.
    pub given: Option<String>,
}

/// Someone is let in: what they are from now on.
#[derive(Debug, Clone, PartialEq)]
pub struct Admitted {
    pub person: PersonId,
    pub role: RoleCode,
    pub agency: AgencyCode,
    pub name: String,
}

impl Effects {
    /// What an outcome does, given the request as it is afterwards.
    pub fn of(
        procedure: &Procedure,
        office: &Office,
        request: &Request,
        (step, outcome): (&Step, &Outcome),
        occasion: &Occasion<'_>,
    ) -> Effects {
        let answers = &request.state.answers;
        let mut demands = Demands::default();
        let mut last_words = LastWords::default();
        for field in &outcome.release {
            let named = procedure.field(field).into_iter().flat_map(Field::named);
            demands.release.extend(named.filter_map(Field::shelf));
        }
        for code in &outcome.stays {
            if let (Some(field), Some(answer)) = (procedure.field(code), answers.get(code)) {
                let names = names(office, field, answer).into_iter();
                demands
                    .stays
                    .extend(names.filter_map(|name| field.thing(name)));
            }
        }
        if let Some(retire) = &outcome.retire
            && let Some(Answer::Entry { id, .. }) = answers.get(&retire.entry)
        {
            let blocked = retire.blocked.filter(|days| *days > 0);
            let until = blocked.map(|days| days_later(occasion.at, days));
            demands.retire = Some((*id, until));
            last_words = register::last_words(procedure, retire, answers, occasion);
        }
        if let Some(reserve) = &outcome.reserve {
            let until = until(office, reserve.lasts, occasion.at);
            let times = (occasion.at, until);
            reserve_names(procedure, office, reserve, request, times, &mut demands);
            if reserve.capacity {
                demands.release_shares = true;
                demands.wanted.extend(shares(procedure, answers, until));
            }
        }
        let amend = outcome.amend.as_ref();
        let amends = amend.and_then(|it| register::amending(procedure, it, answers, occasion));
        demands.release_all = gives_up(procedure, request);
        demands.release_windows = is_over(procedure, request);
        let admits = outcome.admits.as_ref();
        let ended = request.ended().is_some();
        let lines = lines(procedure, answers, occasion, |entry| {
            entry.is_written(&step.code, &outcome.code) || (ended && entry.at.is_none())
        });
        let papers = papers(procedure, request, |paper| {
            paper.is_issued(&step.code, &outcome.code)
        });
        Effects {
            demands,
            last_words,
            lines,
            amends,
            papers,
            compared: AlikeAnswers::default(),
            admits: admits.and_then(|admission| admitted(admission, request)),
            reopens: None,
        }
    }

    /// What an end does that no outcome led to.
    pub fn of_end(procedure: &Procedure, request: &Request, occasion: &Occasion<'_>) -> Effects {
        let answers = &request.state.answers;
        Effects {
            demands: Demands {
                release_all: gives_up(procedure, request),
                release_windows: is_over(procedure, request),
                ..Demands::default()
            },
            last_words: LastWords::default(),
            lines: lines(procedure, answers, occasion, |entry| entry.at.is_none()),
            amends: None,
            papers: papers(procedure, request, |_| false),
            compared: AlikeAnswers::default(),
            admits: None,
            reopens: None,
        }
    }
}

fn admitted(admission: &Admission, request: &Request) -> Option<Admitted> {
    let answers = &request.state.answers;
    match (
        answers.get(&admission.agency)?,
        answers.get(&admission.name)?,
    ) {
        (Answer::Agency(agency), Answer::Text(name)) => Some(Admitted {
            person: request.applicant,
            role: admission.role.clone(),
            agency: agency.clone(),
            name: name.clone(),
        }),
        _ => None,
    }
}

fn lines(
    procedure: &Procedure,
    answers: &Answers,
    occasion: &Occasion<'_>,
    is_written: impl Fn(&Entry) -> bool,
) -> Vec<Writing> {
    procedure
        .registers
        .iter()
        .filter(|entry| is_written(entry))
        .filter(|entry| {
            entry
                .when
                .as_ref()
                .is_none_or(|when| when.holds_in(answers))
        })
        .flat_map(|entry| writings(procedure, entry, answers, occasion))
        .collect()
}

/// The papers that a decision issues, and those of the end to which it has led.
fn papers(
    procedure: &Procedure,
    request: &Request,
    is_issued: impl Fn(&Issue) -> bool,
) -> Vec<Issuing> {
    let answers = &request.state.answers;
    let at_end = |paper: &Issue| request.ended().is_some_and(|end| paper.is_issued_at(end));
    let issued = procedure.papers.iter();
    issued
        .filter(|paper| is_issued(paper) || at_end(paper))
        .filter(|paper| {
            let when = paper.when.as_ref();
            when.is_none_or(|when| when.holds_in(answers))
        })
        .map(|paper| Issuing {
            paper: paper.code.clone(),
            series: match &paper.number {
                Numbering::Series(pattern) => Some(pattern.clone()),
                _ => None,
            },
            given: match &paper.number {
                Numbering::Given(field) => answers.get(field).map(Answer::plain),
                _ => None,
            },
        })
        .collect()
}

/// Whether the request has ended, and may have something that was reserved for a window of time.
fn is_over(procedure: &Procedure, request: &Request) -> bool {
    request.ended().is_some() && procedure.books_windows()
}

/// Whether the request has ended without being done.
fn gives_up(procedure: &Procedure, request: &Request) -> bool {
    match &request.state.standing {
        Standing::At(_) => false,
        Standing::Ended(end) => {
            let kind = procedure.end(end).map(|end| end.kind);
            kind != Some(EndKind::Done)
        }
    }
}

fn until(office: &Office, lasts: Lasts, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    match lasts {
        Lasts::Usual => Some(office.working_days_after(at, office.hold_days)),
        Lasts::Days(days) => Some(office.working_days_after(at, days)),
        Lasts::ForGood => None,
    }
}

fn reserve_names(
    procedure: &Procedure,
    office: &Office,
    reserve: &Reserve,
    request: &Request,
    (at, until): (DateTime<Utc>, Option<DateTime<Utc>>),
    demands: &mut Demands,
) {
    let answers = &request.state.answers;
    for code in &reserve.names {
        let Some(field) = procedure.field(code) else {
            continue;
        };
        let Some(answer) = answers.get(code) else {
            continue;
        };
        // With its request a window is over.
        if field.window().is_some() && request.ended().is_some() {
            continue;
        }
        let window = field.window();
        let window = window.and_then(|window| window.booking(|field| answers.get(field)));
        for wanted in named(office, field, answer) {
            let until = match wanted.thing {
                Thing::Number(..) if wanted.in_year => Some(year_ends(office, at)),
                Thing::Number(..) => None,
                _ => until,
            };
            let until = window.map_or(until, |window| Some(window.taken().until));
            demands.wanted.push(Wanted {
                until,
                window,
                ..wanted
            });
        }
        let shelves = field.named().filter_map(Field::shelf);
        match reserve.lasts {
            Lasts::ForGood => demands.release.extend(shelves),
            Lasts::Usual | Lasts::Days(_) => demands.renew.extend(shelves),
        }
    }
}

/// When the office's year is over.
fn year_ends(office: &Office, at: DateTime<Utc>) -> DateTime<Utc> {
    let calendar = &office.calendar;
    let next = NaiveDate::from_ymd_opt(calendar.day_of(at).year() + 1, 1, 1);
    next.map_or(at, |next| calendar.moment(next, NaiveTime::MIN))
}

/// The names for which an answer stands, for good; of a table those in its cells, each for its row.
pub fn named(office: &Office, field: &Field, answer: &Answer) -> Vec<Wanted> {
    let mut wanted = Vec::new();
    let mut want = |of: &Field, part, answer: &Answer| {
        for name in names(office, of, answer) {
            let Some(thing) = of.thing(name) else {
                continue;
            };
            wanted.push(Wanted {
                said: match answer {
                    Answer::Text(text) if !text.contains([';', ',']) => text.clone(),
                    _ => thing.name().to_owned(),
                },
                what: (!of.is_chosen_freely()).then(|| of.label.clone()),
                thing,
                amount: 1,
                part,
                field: field.code.clone(),
                above: above(office, answer),
                hosts: matches!(answer, Answer::Hostname(_) | Answer::Label(_)),
                or_own: of.free_in.as_ref().is_some_and(|free| free.or_own),
                in_year: of
                    .free_in
                    .as_ref()
                    .is_some_and(|free| free.once == Some(Once::InYear)),
                until: None,
                window: None,
            });
        }
    };
    if let Answer::Rows(rows) = answer {
        for (part, row) in (1..).zip(rows) {
            for column in field.named() {
                if let Some(cell) = row.get(&column.code) {
                    want(column, part, cell);
                }
            }
        }
    } else {
        want(field, 0, answer);
    }
    wanted
}

/// The shares of the office's capacity that a request asks for, unit by unit.
pub fn shares(
    procedure: &Procedure,
    answers: &Answers,
    until: Option<DateTime<Utc>>,
) -> Vec<Wanted> {
    let mut wanted = Vec::new();
    for demand in &procedure.capacity {
        let (amount, times) = procedure.asked_of(demand, answers);
        let first = u32::from(demand.times.is_some());
        let parts = (first..).take(times as usize).filter(|_| amount > 0);
        wanted.extend(parts.map(|part| Wanted {
            thing: Thing::Share(demand.resource.clone()),
            amount,
            part,
            field: demand.field.clone(),
            said: String::new(),
            what: None,
            above: Vec::new(),
            hosts: false,
            or_own: false,
            in_year: false,
            until,
            window: None,
        }));
    }
    wanted
}
