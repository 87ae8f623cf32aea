//! Answers by dice: few different ones, so that people want the same things.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::{
    code::{FieldCode, RegisterCode},
    id::{LineId, PaperId, PersonId},
    office::Office,
    procedure::{
        Answer, Answers, Field, Input, Kind, Way,
        accept::{Earlier, Knowledge},
        answer::Paper,
        form::{Filling, Form},
        kind::{
            Likely, entry::EntryKind, items::ItemsKind, number::NumberKind, person::PersonKind,
        },
    },
};

/// The same numbers for the same seed.
#[derive(Debug, Clone)]
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    /// A number below `sides`; 0 where there is none.
    pub(super) fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let mixed = mixed ^ (mixed >> 31);
        usize::try_from(mixed % (sides.max(1) as u64)).unwrap()
    }

    pub(super) fn pick<'a, T>(&mut self, things: &'a [T]) -> Option<&'a T> {
        things.get(self.below(things.len()))
    }
}

/// What answers depend on beside the question.
pub(super) struct Scene<'a> {
    pub office: &'a Office,
    /// Who can be chosen for each role.
    pub holder: &'a dyn Fn(&str) -> Option<PersonId>,
    /// The open lines of the agency.
    pub lines: &'a dyn Fn(&RegisterCode) -> Vec<LineId>,
    pub now: DateTime<Utc>,
}

/// A form filled to its end; none where something that must be answered cannot be. What is said of how much is done
/// never falls, and comes to its end with the form.
pub(super) fn filled(
    form: &Form,
    mut filling: Filling,
    scene: &Scene<'_>,
    dice: &mut Dice,
) -> Option<Answers> {
    let mut said = 0;
    for _ in 0..200 {
        let share = filling.share(form);
        let missing = match filling.finish(form) {
            Ok(answers) => {
                nothing_stands_twice(form, &answers);
                assert!(share.is_none_or(|share| share == 100), "{share:?}");
                return Some(answers);
            }
            Err(missing) => missing,
        };
        if let Some(share) = share {
            assert!(said <= share, "{said} % is followed by {share} %");
            said = share;
        }
        let field = form.field(&missing)?;
        let known = |code: &FieldCode| {
            let old = || filling.old.get(code).or_else(|| form.given(code));
            filling.answers.get(code).or_else(old).cloned()
        };
        let earlier = Earlier([Some(&filling.answers), Some(&filling.old), None]);
        let answer = answer(field, (&known, earlier), scene, dice)?;
        filling.take(missing, answer);
        filling.keep_share(form);
    }
    None
}

/// Thought through a second time: where each row is to say something of its own, each does.
fn nothing_stands_twice(form: &Form, answers: &Answers) {
    for field in form.fields() {
        let Some(Answer::Rows(rows)) = answers.get(&field.code) else {
            continue;
        };
        for column in field.columns().iter().filter(|column| column.unique) {
            let cells = rows.iter().filter_map(|row| row.get(&column.code));
            let said: Vec<_> = cells.map(|cell| cell.plain().to_lowercase()).collect();
            let different: BTreeSet<_> = said.iter().collect();
            assert_eq!(different.len(), said.len(), "{}: {said:?}", column.code);
        }
    }
}

/// What is known by now: every answer, and those that limits rest on.
type KnownAnswers<'a> = (&'a dyn Fn(&FieldCode) -> Option<Answer>, Earlier<'a>);

fn answer(
    field: &Field,
    known: KnownAnswers<'_>,
    scene: &Scene<'_>,
    dice: &mut Dice,
) -> Option<Answer> {
    if !field.required && dice.below(3) == 0 {
        return Some(Answer::Skipped);
    }
    let name = *dice.pick(&["satu", "dua", "tiga"])?;
    let answer = match field.kind.way() {
        Way::Typed => return typed(field, name, (scene, known.1), dice),
        Way::YesNo(accepted) => Answer::YesNo(*dice.pick(accepted)?),
        Way::One(options) => Answer::Choice(dice.pick(options)?.code.clone()),
        Way::Several { options, at_least } => {
            let first = dice.below((options.len() + 1).saturating_sub(at_least));
            let chosen = options.iter().skip(first).take(at_least.max(1));
            Answer::Choices(chosen.map(|option| option.code.clone()).collect())
        }
        Way::Agency => Answer::Agency("dinsos".into()),
        Way::Contact => Answer::Phone("+6281200000000".to_owned()),
        Way::Paper { .. } => Answer::Paper(paper()),
        Way::Person | Way::Line | Way::Items { .. } | Way::Rows => {
            return chosen(field, known, scene, dice);
        }
    };
    Some(answer)
}

/// One of the words that are likely for the kind; numbers at their limits more often than not.
fn typed(
    field: &Field,
    name: &str,
    (scene, earlier): (&Scene<'_>, Earlier<'_>),
    dice: &mut Dice,
) -> Option<Answer> {
    if let Kind::Number(NumberKind { min, max, .. }) = &field.kind {
        let min = min.unwrap_or(0);
        let room = usize::try_from(max.unwrap_or(min + 9) - min + 1).ok()?;
        let more = match dice.below(4) {
            0 | 1 => 0,
            2 => room - 1,
            _ => dice.below(room),
        };
        return Some(Answer::Number(min + i64::try_from(more).ok()?));
    }
    let office = scene.office;
    let knowledge = Knowledge {
        now: scene.now,
        office,
        holders: &[],
        entries: &[],
        items: &[],
        closed: &[],
        earlier,
    };
    let likely = Likely {
        knowledge: &knowledge,
        name,
    };
    let words = field.kind.likely(&likely);
    let fitting = words
        .iter()
        .filter_map(|words| field.accept(&Input::Text(words.clone()), &knowledge).ok());
    let fitting: Vec<Answer> = fitting.collect();
    let chosen = match &field.kind {
        // Times meet each other, or do not.
        Kind::DateTime(_) => dice.pick(&fitting),
        _ => fitting.first(),
    };
    let chosen = chosen.unwrap_or_else(|| panic!("{words:?} fit no `{}`", field.code));
    Some(chosen.clone())
}

/// What is chosen among what the office has.
fn chosen(
    field: &Field,
    (known, earlier): KnownAnswers<'_>,
    scene: &Scene<'_>,
    dice: &mut Dice,
) -> Option<Answer> {
    let answer = match &field.kind {
        Kind::Person(PersonKind { role, .. }) => Answer::Person {
            id: (scene.holder)(role.as_str())?,
            name: String::new(),
        },
        Kind::Entry(EntryKind { register, .. }) => {
            let lines = (scene.lines)(register);
            match dice.pick(&lines) {
                Some(id) => Answer::Entry {
                    id: *id,
                    name: String::new(),
                },
                None if field.required => return None,
                None => Answer::Skipped,
            }
        }
        Kind::Items(ItemsKind {
            pool,
            at_least,
            among,
            window: _,
        }) => {
            if let Some(Answer::Items(held)) = among.as_ref().and_then(known) {
                return Some(Answer::Items(held.into_iter().take(*at_least).collect()));
            }
            // Nobody wants the last ones, so that the first are wanted often.
            let items = scene.office.pool(pool)?.items.iter().cloned();
            let first = dice.below(3);
            Answer::Items(items.skip(first).take(*at_least).collect())
        }
        Kind::Rows(table) => {
            let counted = table.count.as_ref().and_then(known);
            let carried = match table.extends.as_ref().and_then(known) {
                Some(Answer::Rows(rows)) => rows,
                _ => Vec::new(),
            };
            let rows = match counted {
                _ if table.extends.is_some() => carried.len(),
                Some(Answer::Number(rows)) => usize::try_from(rows).ok()?,
                _ => table.min,
            };
            // Now and then somebody says the same twice where nobody may, and is asked again.
            let is_careless = dice.below(4) == 0;
            let mut row = |place: usize| {
                let mut row = carried.get(place).cloned().unwrap_or_default();
                for column in table.own() {
                    if !column.is_asked(&row) {
                        row.set(column.code.clone(), Answer::Skipped);
                        continue;
                    }
                    let cell = answer(column, (known, earlier), scene, dice)?;
                    let own = column.unique && !is_careless;
                    let cell = if own { its_own(cell, place) } else { cell };
                    row.set(column.code.clone(), cell);
                }
                Some(row)
            };
            Answer::Rows((0..rows).map(&mut row).collect::<Option<_>>()?)
        }
        other => panic!("{other:?} is not chosen among what the office has"),
    };
    Some(answer)
}

/// What no other row says.
fn its_own(cell: Answer, place: usize) -> Answer {
    match cell {
        Answer::Text(text) => Answer::Text(format!("{text} {place}")),
        // What is passed over may be passed over in every row.
        Answer::Skipped => Answer::Skipped,
        other => panic!("{other:?} is not made unique here"),
    }
}

fn paper() -> Paper {
    Paper {
        id: PaperId(1),
        name: "surat.pdf".to_owned(),
        media: "application/pdf".to_owned(),
        size: 1,
        sha256: String::new(),
        pages: Vec::new(),
    }
}
