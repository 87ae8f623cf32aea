//! Laws over several requests that want the same things: whatever people do, in whatever order, there
//! is always a way on, nothing is sold twice, and no name is given to two.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, LazyLock},
};

use proptest::{prelude::*, sample::subsequence, test_runner::TestCaseError};

use super::{
    OFFICE, SHIPPED,
    answers::Dice,
    passages::{agencies_read_what_is_theirs, what_was_written_reaches_the_next_desk},
    random::{plan, scarce},
    world::{Move, Run, World},
};
use crate::{
    office::Office,
    procedure::{EndKind, Outcome, Procedure, Target},
    request::change::fold,
    reservation::{Reservation, Thing},
};

/// The example office with so little that a few requests take it all.
static POOR: LazyLock<Office> = LazyLock::new(|| {
    let mut office = OFFICE.clone();
    for resource in &mut office.resources {
        resource.total = resource.total.min(30);
    }
    office
});

fn acts(most: usize) -> impl Strategy<Value = Vec<Move>> {
    let wait = (0..15_u8, any::<bool>()).prop_map(|(days, looked)| Move::Wait { days, looked });
    let act = prop_oneof![
        4 => Just(Move::Open),
        16 => Just(Move::Decide),
        1 => Just(Move::Withdraw),
        2 => Just(Move::FallSilent),
        2 => Just(Move::Reopen),
        4 => wait,
    ];
    proptest::collection::vec(act, 0..most)
}

/// Plays the acts and looks at everything after each.
fn play(
    office: &Office,
    procedures: &[Arc<Procedure>],
    acts: &[Move],
    seed: u64,
) -> Result<(), TestCaseError> {
    let mut world = World::new(office, procedures);
    let mut dice = Dice::new(seed);
    for act in acts {
        world.act(*act, &mut dice);
        if let Err(broken) = laws(&world) {
            return Err(TestCaseError::fail(format!("{broken}\n\n{}", world.story)));
        }
    }
    for run in &world.runs {
        let folded = fold(&run.procedure, run.history.clone());
        prop_assert_eq!(folded, Ok(Some(run.request.state.clone())));
    }
    Ok(())
}

/// What must be true at any time.
fn laws(world: &World<'_>) -> Result<(), String> {
    for run in &world.runs {
        there_is_a_way_on(world, run)?;
        what_has_ended_gives_back(world, run)?;
        what_was_written_reaches_the_next_desk(run)?;
        agencies_read_what_is_theirs(run)?;
    }
    no_name_has_two_holders(world)?;
    nothing_is_oversold(world)?;
    lines_keep_what_they_say(world)
}

/// A running request waits at one step, where somebody can choose something, and from where an end
/// can be reached.
fn there_is_a_way_on(world: &World<'_>, run: &Run) -> Result<(), String> {
    let number = run.request.id.0;
    let Some(task) = &run.task else {
        let ended = run.request.ended().is_some();
        return ended
            .then_some(())
            .ok_or(format!("{number} waits at no desk"));
    };
    if Some(&task.step) != run.request.step() {
        return Err(format!("{number} waits at the desk of another step"));
    }
    let (step, offered) = run.offered();
    let somebody = world.people.iter().any(|person| {
        let may = task.may_be_decided(&run.request, &run.procedure, person, world.now);
        may.is_ok()
    });
    if !somebody {
        return Err(format!("nobody may decide {number} at {}", step.code));
    }
    if offered.is_empty() {
        return Err(format!(
            "nothing can be chosen for {number} at {}",
            step.code
        ));
    }
    let out = ways_out(&run.procedure);
    let leads_out = |target: &Target| match target {
        Target::End(_) => true,
        Target::Step(code) => out.contains(code.as_str()),
        Target::Resume => run.request.state.returned.is_some(),
    };
    let mut targets = offered.iter().flat_map(|outcome| outcome.targets());
    if !targets.any(|target| leads_out(&target)) {
        return Err(format!("no way leads {number} out of {}", step.code));
    }
    Ok(())
}

/// The steps from which an end can be reached without going back to whoever returned it.
fn ways_out(procedure: &Procedure) -> BTreeSet<&str> {
    let mut out = BTreeSet::new();
    loop {
        let before = out.len();
        for step in &procedure.steps {
            let mut targets = step.outcomes.iter().flat_map(Outcome::targets);
            let leads_out = targets.any(|target| match &target {
                Target::End(_) | Target::Resume => true,
                Target::Step(code) => out.contains(code.as_str()),
            });
            if leads_out {
                out.insert(step.code.as_str());
            }
        }
        if out.len() == before {
            return out;
        }
    }
}

/// A request that ended without being done holds nothing any more, beside what lines keep and the numbers that it was
/// given; and whatever its end, no window of time.
fn what_has_ended_gives_back(world: &World<'_>, run: &Run) -> Result<(), String> {
    let Some(end) = run.request.ended() else {
        return Ok(());
    };
    let is_done = run.procedure.end(end).unwrap().kind == EndKind::Done;
    let held = world.ledger.live.iter().find(|held| {
        let is_number = matches!(held.thing, Thing::Number(..));
        let is_its_own = held.request == run.request.id && held.line.is_none();
        is_its_own && !is_number && held.counts(world.now)
    });
    match held.filter(|held| !is_done || held.window.is_some()) {
        Some(held) => Err(format!(
            "{} ended as {end} and holds {held:?}",
            run.request.id.0
        )),
        None => Ok(()),
    }
}

fn no_name_has_two_holders(world: &World<'_>) -> Result<(), String> {
    let mut holders: BTreeMap<&Thing, Vec<&Reservation>> = BTreeMap::new();
    let counting = world.ledger.live.iter().filter(|it| it.counts(world.now));
    for held in counting {
        if let Thing::Share(_) = held.thing {
            continue;
        }
        let others = holders.entry(&held.thing).or_default();
        let meets = |other: &&&Reservation| match &held.window {
            Some(window) => other.is_in_the_way(Some(window), world.now),
            None => true,
        };
        if let Some(other) = others.iter().find(meets) {
            return Err(format!("two hold one name at once: {other:?} and {held:?}"));
        }
        others.push(held);
    }
    Ok(())
}

fn nothing_is_oversold(world: &World<'_>) -> Result<(), String> {
    for resource in &world.office.resources {
        let taken = world.ledger.taken(&resource.code, world.now);
        if taken > resource.total {
            let (code, total) = (&resource.code, resource.total);
            return Err(format!("{taken} of {total} {code} are taken"));
        }
    }
    Ok(())
}

/// A request has one line per part in a register, and what an open line keeps, it keeps for good.
fn lines_keep_what_they_say(world: &World<'_>) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    for line in &world.lines {
        if !seen.insert((&line.register, line.request, line.part)) {
            return Err(format!(
                "{} has two lines in {}",
                line.request.0, line.register
            ));
        }
        let lost = world.ledger.live.iter().find(|held| {
            held.line == Some(line.id) && line.closed_by.is_none() && held.until.is_some()
        });
        if let Some(lost) = lost {
            return Err(format!("an open line loses {lost:?}"));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn agencies_together_in_the_shipped_procedures(
        which in subsequence((0..SHIPPED.len()).collect::<Vec<_>>(), 1..=2),
        acts in acts(150),
        seed in any::<u64>(),
    ) {
        let procedures: Vec<_> = which.into_iter().map(|place| SHIPPED[place].clone()).collect();
        play(&OFFICE, &procedures, &acts, seed)?;
    }

    #[test]
    fn agencies_together_in_any_procedure(plan in plan(), acts in acts(90), seed in any::<u64>()) {
        play(&POOR, std::slice::from_ref(&plan.procedure), &acts, seed)?;
    }

    #[test]
    fn agencies_together_where_things_are_scarce(plan in scarce(), acts in acts(90), seed in any::<u64>()) {
        play(&POOR, std::slice::from_ref(&plan.procedure), &acts, seed)?;
    }
}

/// What the laws are about does happen in such plays.
#[test]
fn plays_come_far() {
    let mut told = String::new();
    for seed in 0..50 {
        let mut dice = Dice::new(seed);
        let two = [dice.below(SHIPPED.len()), dice.below(SHIPPED.len())];
        let two = two.map(|place| SHIPPED[place].clone());
        let mut world = World::new(&OFFICE, &two);
        for number in 0..150 {
            let act = match number % 9 {
                _ if number % 20 == 13 && (10..40).contains(&seed) => Move::FallSilent,
                _ if number % 20 == 17 && (10..40).contains(&seed) => Move::Reopen,
                0 | 5 => Move::Open,
                8 => Move::Wait {
                    days: if seed % 5 == 0 { 60 } else { 3 },
                    looked: number % 2 == 0,
                },
                _ => Move::Decide,
            };
            world.act(act, &mut dice);
        }
        told += &world.story;
        let kept = world.ledger.live.iter().filter(|it| it.line.is_some());
        told += &"kept by a line\n".repeat(kept.count());
        let retired = world.lines.iter().filter(|it| it.closed_by.is_some());
        told += &"line retired\n".repeat(retired.count());
    }
    let never = |what: &&str| !told.contains(*what);
    let missing: Vec<_> = [
        "selesai",
        "ditolak",
        "expired",
        "silent",
        "reopened",
        "does not fit",
        "are free",
        "kept by a line",
        "line retired",
    ]
    .into_iter()
    .filter(never)
    .collect();
    assert_eq!(missing, [""; 0], "{told}");
}
