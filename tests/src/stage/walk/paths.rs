//! Ways through a procedure from its opening to an end, which together take all that its file offers.

use std::collections::{BTreeSet, VecDeque};

use domain::{
    code::{EndCode, FieldCode, RegisterCode, RoleCode},
    procedure::{EndKind, Field, Kind, Procedure, ReasonRule, Tone, condition::OPENED_BY},
};

use super::{
    place::{At, Move, Opening, Place, Taken, Turn, falls_silent, openings, writes},
    said::{deciding, holds, sayings},
};

/// From the opening to an end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    pub opening: Opening,
    pub moves: Vec<Move>,
}

/// A path that has come somewhere.
#[derive(Debug, Clone)]
struct Walk {
    path: Path,
    place: Place,
    /// What the last move took.
    taken: Vec<Taken>,
}

impl Walk {
    fn has_ended(&self) -> bool {
        matches!(self.place.at, At::End(_))
    }

    fn last(&self) -> Option<&Move> {
        self.path.moves.last()
    }
}

/// Paths that together take every outcome of every step, each way it can lead, every answer on which
/// a way depends, every role that may enter a request, and every expiry. Each leads to an end; what
/// was taken already is taken again only where there is no other way on.
pub fn covering(procedure: &Procedure) -> Vec<Path> {
    taking(procedure, everything(procedure))
}

/// The shortest path of a procedure to an end from which another one can be begun.
pub fn leading_to(origin: &Procedure, next: &Procedure) -> Option<Path> {
    let kind = next.follows.as_ref()?.end;
    let is_begun_from = |path: &Path| {
        let ends = ends_of(origin, std::slice::from_ref(path));
        let mut ends = ends.iter().filter_map(|end| origin.end(end));
        ends.any(|end| end.kind == kind)
    };
    let mut paths = covering(origin);
    paths.retain(|path| path.opening.role == origin.opens);
    let paths = paths.into_iter().filter(is_begun_from);
    paths.min_by_key(|path| path.moves.len())
}

/// Paths that together take every outcome with which an official can give a reason.
pub fn reasoned(procedure: &Procedure) -> Vec<Path> {
    let mut open = BTreeSet::new();
    for step in procedure
        .steps
        .iter()
        .filter(|it| !procedure.is_applicants(it))
    {
        for outcome in step
            .outcomes
            .iter()
            .filter(|it| it.reason != ReasonRule::None)
        {
            let (step, outcome) = (step.code.clone(), outcome.code.clone());
            open.insert(Taken::Outcome(step, outcome, Turn::Straight));
        }
    }
    taking(procedure, open)
}

fn taking(procedure: &Procedure, mut open: BTreeSet<Taken>) -> Vec<Path> {
    let mut paths = Vec::new();
    while !open.is_empty() {
        let before = open.len();
        let is_new = |open: &BTreeSet<Taken>, walk: &Walk| {
            walk.taken.iter().any(|taken| open.contains(taken))
        };
        let starts = starts(procedure);
        let mut walk = starts
            .iter()
            .find(|walk| is_new(&open, walk))
            .cloned()
            .or_else(|| nearest(procedure, &starts, |walk| is_new(&open, walk)))
            .unwrap_or_else(|| panic!("{}: no way leads to {open:?}", procedure.code));
        take(procedure, &mut open, &walk);
        while !walk.has_ended() {
            let here = std::slice::from_ref(&walk);
            let on = nearest(procedure, here, |to| is_new(&open, to) && !to.has_ended())
                .or_else(|| nearest(procedure, here, |to| is_new(&open, to)))
                .or_else(|| nearest(procedure, here, ends_by_hand))
                .expect("every request can end");
            take(procedure, &mut open, &on);
            walk = on;
        }
        assert!(open.len() < before, "no way leads to {open:?}");
        paths.push(walk.path);
    }
    paths
}

/// The ways on which everybody who says yes writes as much as they are asked, one for each way to open a request
/// with which other desks are come to.
pub fn wordy(procedure: &Procedure) -> Vec<Path> {
    let mut paths: Vec<Path> = Vec::new();
    let mut known: Vec<Vec<At>> = Vec::new();
    for mut walk in starts(procedure) {
        let mut places = Vec::new();
        while !walk.has_ended() {
            let moves = walk.place.moves(procedure).into_iter();
            let step = walk.place.step(procedure).expect("it has not ended");
            let words = |chosen: &Move| match chosen {
                Move::Decide { outcome, .. } => {
                    let outcome = step.outcome(outcome).expect("its outcome");
                    let yes = outcome.tone == Tone::Yes;
                    yes.then_some(outcome.asks.len())
                }
                _ => None,
            };
            let wordiest = moves
                .filter_map(|(chosen, place, taken)| Some((words(&chosen)?, chosen, place, taken)))
                .reduce(|best, other| if other.0 > best.0 { other } else { best });
            let (_, chosen, place, taken) = wordiest.expect("somebody can say yes");
            walk.path.moves.push(chosen);
            places.push(place.at.clone());
            walk = Walk {
                place,
                taken,
                ..walk
            };
        }
        if !known.contains(&places) {
            known.push(places);
            paths.push(walk.path);
        }
    }
    paths
}

/// For every step at which a request can be taken back, the shortest path that takes it back there.
pub fn withdrawals(procedure: &Procedure) -> Vec<Path> {
    let mut paths = Vec::new();
    for step in &procedure.steps[1..] {
        let here = |walk: &Walk| {
            walk.place.at == At::Step(step.code.clone()) && walk.place.can_be_withdrawn(procedure)
        };
        let starts = starts(procedure);
        let start = starts.iter().find(|walk| here(walk)).cloned();
        if let Some(mut walk) = start.or_else(|| nearest(procedure, &starts, here)) {
            walk.path.moves.push(Move::Withdraw(step.code.clone()));
            paths.push(walk.path);
        }
    }
    paths
}

/// A path, entered in this role, after which an open line stands in a register.
pub fn writing(procedure: &Procedure, register: &RegisterCode, role: &RoleCode) -> Path {
    let needs_none = |walk: &Walk| {
        let first = procedure.first().expect("a first step");
        walk.path.opening.role == *role
            && !first
                .fields
                .iter()
                .any(|field| chooses(field) == Some(register) && is_asked(field, &walk.place))
    };
    let mut starts = starts(procedure);
    starts.retain(needs_none);
    let writes = |walk: &Walk| {
        let mut entries = procedure.registers.iter();
        let chosen = walk.last();
        entries.any(|entry| {
            entry.register == *register
                && !entry.closes
                && chosen.is_some_and(|chosen| writes(entry, chosen))
        })
    };
    let written = nearest(procedure, &starts, writes);
    let written = written.unwrap_or_else(|| panic!("nothing writes into {register}"));
    if written.has_ended() {
        return written.path;
    }
    let done = |walk: &Walk| match &walk.place.at {
        At::End(end) => procedure.end(end).expect("an end").kind == EndKind::Done,
        At::Step(_) => false,
    };
    let done = nearest(procedure, &[written], done);
    done.expect("what was written is done").path
}

/// The registers of which a path must choose an open line.
pub fn lines_needed<'a>(procedure: &'a Procedure, path: &Path) -> BTreeSet<&'a RegisterCode> {
    let mut place = Place::first(procedure, &path.opening);
    let first = procedure.first().expect("a first step");
    let mut needed: BTreeSet<_> = needed(first.fields.iter(), &place).collect();
    for chosen in &path.moves {
        let step = place.step(procedure).expect("a step");
        place = place.after(procedure, chosen);
        if let Move::Decide { outcome, .. } = chosen {
            let asks = &step.outcome(outcome).expect("its outcome").asks;
            let fields = step.fields.iter().filter(|it| asks.contains(&it.code));
            needed.extend(self::needed(fields, &place));
        }
    }
    needed
}

fn needed<'a>(
    fields: impl Iterator<Item = &'a Field>,
    place: &Place,
) -> impl Iterator<Item = &'a RegisterCode> {
    fields
        .filter(|field| is_asked(field, place))
        .filter_map(chooses)
}

fn is_asked(field: &Field, place: &Place) -> bool {
    holds(field.when.as_ref(), &place.said)
}

fn chooses(field: &Field) -> Option<&RegisterCode> {
    match &field.kind {
        Kind::Entry(line) => Some(&line.register),
        _ => None,
    }
}

/// All ends that some path of `paths` reaches.
pub fn ends_of(procedure: &Procedure, paths: &[Path]) -> BTreeSet<EndCode> {
    let end = |path: &Path| {
        let first = Place::first(procedure, &path.opening);
        let follow = |place: Place, chosen: &Move| place.after(procedure, chosen);
        match path.moves.iter().fold(first, follow).at {
            At::End(end) => end,
            At::Step(step) => panic!("a path stops at {step}"),
        }
    };
    paths.iter().map(end).collect()
}

/// All that a file offers.
fn everything(procedure: &Procedure) -> BTreeSet<Taken> {
    let roles = std::iter::once(&procedure.opens).chain(&procedure.on_behalf);
    let mut all: BTreeSet<Taken> = roles.cloned().map(Taken::EnteredBy).collect();
    for step in &procedure.steps {
        for outcome in &step.outcomes {
            let branches = (0..outcome.branch.len()).map(Turn::Branch);
            let then = outcome.then.iter().map(|_| Turn::Then);
            let turns = std::iter::once(Turn::Straight).chain(branches).chain(then);
            let took = |turn| Taken::Outcome(step.code.clone(), outcome.code.clone(), turn);
            all.extend(turns.map(took));
        }
        if step.expires.is_some() || falls_silent(procedure) == Some(step) {
            all.insert(Taken::Expired(step.code.clone()));
        }
    }
    let opened_by = FieldCode::new(OPENED_BY);
    for code in deciding(procedure).iter().filter(|it| **it != opened_by) {
        let field = procedure.field(code).expect("a question");
        let said = sayings(procedure, field).into_iter();
        all.extend(said.map(|chosen| Taken::Said(code.clone(), chosen)));
    }
    all
}

fn starts(procedure: &Procedure) -> Vec<Walk> {
    openings(procedure)
        .into_iter()
        .map(|(opening, taken)| Walk {
            place: Place::first(procedure, &opening),
            path: Path {
                opening,
                moves: Vec::new(),
            },
            taken,
        })
        .collect()
}

/// Strikes out what the moves of a walk have taken.
fn take(procedure: &Procedure, open: &mut BTreeSet<Taken>, walk: &Walk) {
    let start = starts(procedure)
        .into_iter()
        .find(|start| start.path.opening == walk.path.opening);
    let start = start.expect("an opening");
    let mut place = start.place;
    open.retain(|left| !start.taken.contains(left));
    for chosen in &walk.path.moves {
        let moves = place.moves(procedure);
        let step = moves.into_iter().find(|(known, ..)| known == chosen);
        let (_, to, taken) = step.expect("a move that can be made");
        open.retain(|left| !taken.contains(left));
        place = to;
    }
}

/// It has ended, and not by waiting.
fn ends_by_hand(walk: &Walk) -> bool {
    walk.has_ended() && !matches!(walk.last(), Some(Move::Expire(_)))
}

/// The shortest walk on from one of these whose last move is wanted.
fn nearest(procedure: &Procedure, from: &[Walk], wanted: impl Fn(&Walk) -> bool) -> Option<Walk> {
    let mut seen: BTreeSet<Place> = from.iter().map(|walk| walk.place.clone()).collect();
    let mut ahead: VecDeque<Walk> = from.iter().cloned().collect();
    while let Some(walk) = ahead.pop_front() {
        for (chosen, place, taken) in walk.place.moves(procedure) {
            let mut path = walk.path.clone();
            path.moves.push(chosen);
            let longer = Walk {
                path,
                place: place.clone(),
                taken,
            };
            if wanted(&longer) {
                return Some(longer);
            }
            if seen.insert(place) {
                ahead.push_back(longer);
            }
        }
    }
    None
}
