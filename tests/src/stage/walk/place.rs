//! Where a request stands and where it can go, thought through from its procedure's file alone. What
//! follows an outcome is written down here a second time, apart from the machine, so that the two
//! can be compared.

use std::collections::BTreeMap;

use domain::{
    code::{EndCode, FieldCode, OptionCode, OutcomeCode, RoleCode, StepCode},
    procedure::{
        Entry, Outcome, Procedure, Step, Target, Tone,
        condition::{chosen_at, decided_at},
    },
};

use super::said::{Said, after_form, entered_by, holds};

/// More rounds than conditions of the files ask for make no difference.
const MOST_ROUNDS: u32 = 3;

/// One move on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Move {
    Decide {
        step: StepCode,
        outcome: OutcomeCode,
        /// What has been said to questions on which the way depends, once this is decided.
        says: Said,
    },
    /// The applicant takes the request back while it waits at this step.
    Withdraw(StepCode),
    /// Nobody comes to this step until what is reserved runs out, or the office waits no longer.
    Expire(StepCode),
}

/// Who enters a request, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    pub role: RoleCode,
    pub says: Said,
}

/// Something a file offers, which some path must take.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Taken {
    EnteredBy(RoleCode),
    Outcome(StepCode, OutcomeCode, Turn),
    Said(FieldCode, Vec<OptionCode>),
    Expired(StepCode),
}

/// Which way an outcome leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    Straight,
    Branch(usize),
    /// It was chosen too often.
    Then,
}

/// Where a request stands, as far as the way ahead depends on it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub at: At,
    pub started: bool,
    pub reconsidered: bool,
    pub said: Said,
    /// Who sent it back, while it is with the applicant, and whether it was marked what to repair.
    sender: Option<(StepCode, bool)>,
    /// How often outcomes were chosen that can be chosen only so often.
    chosen: BTreeMap<(StepCode, OutcomeCode), u32>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum At {
    Step(StepCode),
    End(EndCode),
}

/// All ways to open a request.
pub fn openings(procedure: &Procedure) -> Vec<(Opening, Vec<Taken>)> {
    let first = procedure.first().expect("a first step");
    let roles = std::iter::once(&procedure.opens).chain(&procedure.on_behalf);
    roles
        .flat_map(|role| {
            let all = after_form(procedure, first.fields.iter(), &entered_by(role));
            all.into_iter().map(|says| {
                let (turn, _) = turn(&first.outcomes[0], &says, 0);
                let mut taken = news(&Said::new(), &says);
                taken.push(Taken::EnteredBy(role.clone()));
                taken.push(Taken::Outcome(
                    first.code.clone(),
                    first.outcomes[0].code.clone(),
                    turn,
                ));
                let role = role.clone();
                (Opening { role, says }, taken)
            })
        })
        .collect()
}

impl Place {
    /// Where a request stands when it has just been sent.
    pub fn first(procedure: &Procedure, opening: &Opening) -> Place {
        let first = procedure.first().expect("a first step");
        let nowhere = Place {
            at: At::Step(first.code.clone()),
            started: false,
            reconsidered: false,
            said: opening.says.clone(),
            sender: None,
            chosen: BTreeMap::new(),
        };
        let sent = nowhere.follow(procedure, &first.outcomes[0], opening.says.clone());
        Place {
            sender: None,
            ..sent
        }
    }

    /// The step it waits at; none when it has ended.
    pub fn step<'a>(&self, procedure: &'a Procedure) -> Option<&'a Step> {
        match &self.at {
            At::Step(step) => procedure.step(step),
            At::End(_) => None,
        }
    }

    /// Whether its applicant can take it back.
    pub fn can_be_withdrawn(&self, procedure: &Procedure) -> bool {
        matches!(self.at, At::Step(_))
            && (!self.started || self.reconsidered)
            && procedure.withdrawn().is_some()
    }

    /// The outcomes that can be chosen, by their places in the file.
    pub fn offered(&self, procedure: &Procedure) -> Vec<usize> {
        let Some(step) = self.step(procedure) else {
            return Vec::new();
        };
        let is_offered = |outcome: &Outcome| {
            let again = outcome.then.is_some()
                || outcome
                    .at_most
                    .is_none_or(|most| self.often(step, outcome) < most);
            again && holds(outcome.when.as_ref(), &self.said)
        };
        let places = 0..step.outcomes.len();
        places
            .filter(|it| is_offered(&step.outcomes[*it]))
            .collect()
    }

    fn often(&self, step: &Step, outcome: &Outcome) -> u32 {
        let key = (step.code.clone(), outcome.code.clone());
        self.chosen.get(&key).copied().unwrap_or(0)
    }

    /// Where a move leads.
    #[must_use]
    pub fn after(&self, procedure: &Procedure, chosen: &Move) -> Place {
        let ended = |end: &EndCode| Place {
            at: At::End(end.clone()),
            sender: None,
            ..self.clone()
        };
        match chosen {
            Move::Decide {
                step,
                outcome,
                says,
            } => {
                let step = procedure.step(step).expect("a step of the procedure");
                let outcome = step.outcome(outcome).expect("its outcome");
                self.follow(procedure, outcome, says.clone())
            }
            Move::Withdraw(_) => ended(&procedure.withdrawn().expect("an end").code),
            Move::Expire(step) => {
                let step = procedure.step(step).expect("a step of the procedure");
                ended(&procedure.lapses_at(step).expect("it ends there").code)
            }
        }
    }

    fn follow(&self, procedure: &Procedure, outcome: &Outcome, mut said: Said) -> Place {
        let here = self.step(procedure).expect("nothing follows an end");
        let often = self.often(here, outcome);
        if procedure.looks_at(&here.code) {
            let chosen = OptionCode::new(outcome.code.as_str());
            said.insert(decided_at(&here.code), vec![chosen]);
        }
        if procedure.counts(&here.code) {
            let round = chosen_at(&here.code, &outcome.code);
            let before = said
                .get(&round)
                .and_then(|it| it.first()?.as_str().parse().ok());
            let now = (before.unwrap_or(0) + 1).min(MOST_ROUNDS);
            said.insert(round, vec![OptionCode::new(now.to_string())]);
        }
        let (_, to) = turn(outcome, &said, often);
        let at = match to {
            Target::Step(step) => At::Step(step),
            Target::End(end) => At::End(end),
            Target::Resume => At::Step(self.sender.clone().expect("someone returned it").0),
        };
        let mut place = Place {
            at,
            started: self.started,
            reconsidered: self.reconsidered,
            said,
            sender: None,
            chosen: self.chosen.clone(),
        };
        if let Some(most) = outcome.at_most {
            // Beyond the limit it makes no difference how often.
            let key = (here.code.clone(), outcome.code.clone());
            place.chosen.insert(key, (often + 1).min(most));
        }
        if let Some(step) = place.step(procedure) {
            let works = procedure.is_at_work(&step.code);
            place.started |= works;
            // Where an official sends it back before the work, that is reconsidered.
            if outcome.tone == Tone::Return && step.performer != procedure.opens {
                place.reconsidered = place.started;
            }
            place.reconsidered &= !works;
            if step.performer == procedure.opens {
                place.sender = if step.code == here.code {
                    self.sender.clone()
                } else {
                    Some((here.code.clone(), outcome.marks))
                };
            }
        }
        place
    }

    /// Every move from here, where it leads, and what of the file it takes.
    pub fn moves(&self, procedure: &Procedure) -> Vec<(Move, Place, Vec<Taken>)> {
        let Some(step) = self.step(procedure) else {
            return Vec::new();
        };
        let mut moves = Vec::new();
        for place in self.offered(procedure) {
            let outcome = &step.outcomes[place];
            for says in self.says_at(procedure, step, outcome) {
                let (turn, _) = turn(outcome, &says, self.often(step, outcome));
                let mut taken = news(&self.said, &says);
                taken.push(Taken::Outcome(
                    step.code.clone(),
                    outcome.code.clone(),
                    turn,
                ));
                let to = self.follow(procedure, outcome, says.clone());
                let chosen = Move::Decide {
                    step: step.code.clone(),
                    outcome: outcome.code.clone(),
                    says,
                };
                moves.push((chosen, to, taken));
            }
        }
        if step.expires.is_some() || falls_silent(procedure) == Some(step) {
            let chosen = Move::Expire(step.code.clone());
            let to = self.after(procedure, &chosen);
            moves.push((chosen, to, vec![Taken::Expired(step.code.clone())]));
        }
        moves
    }

    /// What can have been said after an outcome's form. Whoever repairs what was marked says what was
    /// said before.
    fn says_at(&self, procedure: &Procedure, step: &Step, outcome: &Outcome) -> Vec<Said> {
        let asked = |code: &FieldCode| {
            let is_repaired = matches!(self.sender, Some((_, true)));
            outcome.asks.contains(code) && !(is_repaired && self.said.contains_key(code))
        };
        let fields = step.fields.iter().filter(|field| asked(&field.code));
        after_form(procedure, fields, &self.said)
    }
}

/// The step of the applicant's at which walks show what becomes of a request that nobody answers. One
/// is enough: everywhere else the same happens.
pub fn falls_silent(procedure: &Procedure) -> Option<&Step> {
    let mut later = procedure.steps.iter().skip(1);
    later.find(|step| step.expires.is_none() && procedure.lapses_at(step).is_some())
}

/// Which way an outcome leads, given what was said and how often it was chosen before.
fn turn(outcome: &Outcome, said: &Said, often: u32) -> (Turn, Target) {
    if let (Some(most), Some(then)) = (outcome.at_most, &outcome.then)
        && often >= most
    {
        return (Turn::Then, Target::Step(then.clone()));
    }
    let mut branches = outcome.branch.iter().enumerate();
    match branches.find(|(_, branch)| holds(Some(&branch.when), said)) {
        Some((place, branch)) => (Turn::Branch(place), branch.to.clone()),
        None => (Turn::Straight, outcome.to.clone()),
    }
}

/// What was said that had not been said so before.
fn news(before: &Said, after: &Said) -> Vec<Taken> {
    after
        .iter()
        .filter(|(code, chosen)| before.get(*code) != Some(*chosen))
        .map(|(code, chosen)| Taken::Said(code.clone(), chosen.clone()))
        .collect()
}

/// Whether a move writes this line of a register.
pub fn writes(entry: &Entry, chosen: &Move) -> bool {
    match chosen {
        Move::Decide {
            step,
            outcome,
            says,
        } => {
            entry.at.as_ref() == Some(step)
                && (entry.on.is_empty() || entry.on.contains(outcome))
                && holds(entry.when.as_ref(), says)
        }
        Move::Withdraw(_) | Move::Expire(_) => false,
    }
}
