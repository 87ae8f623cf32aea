//! All ways through a procedure, as its file has them: whatever anybody can choose is on one of them.

use std::collections::VecDeque;

use super::{
    condition::Condition,
    step::{End, Outcome, Procedure, Step, Target, Tone},
};
use crate::code::StepCode;

/// From the first step to where it ends, or goes back to where it has been.
#[derive(Debug, Clone)]
pub struct SopWay<'p> {
    pub turns: Vec<WayTurn<'p>>,
    pub leads: WayEnd<'p>,
}

/// Something that is chosen on the way.
#[derive(Debug, Clone, Copy)]
pub struct WayTurn<'p> {
    pub step: &'p Step,
    pub outcome: &'p Outcome,
    pub why: TurnReason<'p>,
}

/// Why it leads there and not elsewhere.
#[derive(Debug, Clone, Copy)]
pub enum TurnReason<'p> {
    /// Nothing else holds.
    Straight,
    /// This holds.
    Branch(&'p Condition),
    /// It was chosen as often as it can be.
    TooOften,
}

#[derive(Debug, Clone, Copy)]
pub enum WayEnd<'p> {
    End(&'p End),
    /// To a step at which it has been on this way.
    Back(&'p Step),
    /// To the desk that returned it.
    Resumes,
}

/// A turn by its place: of the step, of the outcome, and which of its targets.
type TurnPlace = (usize, usize, usize);

impl Procedure {
    /// Ways that together take every outcome each way it can lead, in the order of the file.
    pub fn ways(&self) -> Vec<SopWay<'_>> {
        let all: Vec<TurnPlace> = self
            .steps
            .iter()
            .enumerate()
            .flat_map(|(at, step)| {
                let outcomes = step.outcomes.iter().enumerate();
                outcomes.flat_map(move |(chosen, outcome)| {
                    (0..outcome.targets().count()).map(move |turn| (at, chosen, turn))
                })
            })
            // The first step is sent, and nothing else.
            .filter(|(at, chosen, _)| *at > 0 || *chosen == 0)
            .collect();
        let mut taken: Vec<TurnPlace> = Vec::new();
        let mut ways = Vec::new();
        for turn in &all {
            if taken.contains(turn) {
                continue;
            }
            let Some(mut way) = self.shortest_to(turn.0) else {
                continue;
            };
            way.push(*turn);
            let leads = loop {
                let Some(last) = way.last().copied() else {
                    break WayEnd::Resumes;
                };
                match self.leads_to(last) {
                    Some(Target::End(end)) => match self.end(&end) {
                        Some(end) => break WayEnd::End(end),
                        None => break WayEnd::Resumes,
                    },
                    Some(Target::Step(code)) => {
                        let Some(next) = self.place(&code) else {
                            break WayEnd::Resumes;
                        };
                        if way.iter().any(|(at, ..)| *at == next) {
                            break WayEnd::Back(&self.steps[next]);
                        }
                        match self.on_from(next, &taken, &way) {
                            Some(on) => way.push(on),
                            None => break WayEnd::Back(&self.steps[next]),
                        }
                    }
                    _ => break WayEnd::Resumes,
                }
            };
            taken.extend(&way);
            ways.push(SopWay {
                turns: way.into_iter().filter_map(|turn| self.turn(turn)).collect(),
                leads,
            });
        }
        ways
    }

    /// The turns by which one comes from the first step to another soonest.
    fn shortest_to(&self, to: usize) -> Option<Vec<TurnPlace>> {
        let mut seen = vec![0];
        let mut open = VecDeque::from([(0, Vec::new())]);
        while let Some((at, way)) = open.pop_front() {
            if at == to {
                return Some(way);
            }
            for (chosen, outcome) in self.steps[at].outcomes.iter().enumerate() {
                for (turn, target) in outcome.targets().enumerate() {
                    let Target::Step(code) = target else {
                        continue;
                    };
                    if let Some(next) = self.place(&code).filter(|next| !seen.contains(next)) {
                        seen.push(next);
                        let mut way: Vec<TurnPlace> = way.clone();
                        way.push((at, chosen, turn));
                        open.push_back((next, way));
                    }
                }
            }
        }
        None
    }

    /// What is chosen next: what has not been yet, and of that what goes on.
    fn on_from(&self, at: usize, taken: &[TurnPlace], way: &[TurnPlace]) -> Option<TurnPlace> {
        let outcomes = self.steps[at].outcomes.iter().enumerate();
        let turns = outcomes.flat_map(|(chosen, outcome)| {
            let goes_on = matches!(outcome.tone, Tone::Yes | Tone::Plain);
            (0..outcome.targets().count()).map(move |turn| ((at, chosen, turn), goes_on))
        });
        turns
            .min_by_key(|(turn, goes_on)| (!goes_on, taken.contains(turn) || way.contains(turn)))
            .map(|(turn, _)| turn)
    }

    fn place(&self, code: &StepCode) -> Option<usize> {
        self.steps.iter().position(|step| &step.code == code)
    }

    fn leads_to(&self, (at, chosen, turn): TurnPlace) -> Option<Target> {
        self.steps[at].outcomes[chosen].targets().nth(turn)
    }

    fn turn(&self, (at, chosen, turn): TurnPlace) -> Option<WayTurn<'_>> {
        let step = self.steps.get(at)?;
        let outcome = step.outcomes.get(chosen)?;
        let branch = turn.checked_sub(1).map(|turn| outcome.branch.get(turn));
        Some(WayTurn {
            step,
            outcome,
            why: match branch {
                None => TurnReason::Straight,
                Some(Some(branch)) => TurnReason::Branch(&branch.when),
                Some(None) => TurnReason::TooOften,
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::{office::Office, procedure::Catalogue};

    use super::{TurnReason, WayEnd};

    /// Every outcome of every shipped procedure is on some way, each begins at the first step, follows itself and stops
    /// where it ends or has been.
    #[test]
    fn all_that_can_be_chosen_is_on_a_way() {
        let office = Office::built_in().unwrap();
        for procedure in Catalogue::built_in(&office).unwrap().iter() {
            let ways = procedure.ways();
            let mut taken = BTreeSet::new();
            for way in &ways {
                assert_eq!(way.turns[0].step.code, procedure.steps[0].code);
                for pair in way.turns.windows(2) {
                    let next = pair[1].step.code.clone();
                    let mut targets = pair[0].outcome.targets();
                    assert!(targets.any(|to| to == crate::procedure::Target::Step(next.clone())));
                }
                if let WayEnd::Back(to) = way.leads {
                    assert!(way.turns.iter().any(|turn| turn.step.code == to.code));
                }
                for turn in &way.turns {
                    let branch = match turn.why {
                        TurnReason::Straight => "",
                        TurnReason::Branch(_) => "branch",
                        TurnReason::TooOften => "then",
                    };
                    taken.insert((turn.step.code.as_str(), turn.outcome.code.as_str(), branch));
                }
            }
            for step in &procedure.steps {
                for outcome in &step.outcomes {
                    let code = (step.code.as_str(), outcome.code.as_str());
                    assert!(taken.contains(&(code.0, code.1, "")), "{code:?}");
                    let branch = taken.contains(&(code.0, code.1, "branch"));
                    assert!(outcome.branch.is_empty() || branch, "{code:?}");
                }
            }
            assert!(ways.len() <= taken.len(), "{}", procedure.code);
        }
    }
}
