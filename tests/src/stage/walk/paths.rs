//! Ways through a procedure, thought through from its file alone. What follows an outcome is
//! written down here a second time, apart from the machine, so that the two can be compared.

use std::collections::{BTreeSet, VecDeque};

use domain::{
    code::{EndCode, OutcomeCode, StepCode},
    procedure::{Outcome, Procedure, Step, Target},
};

/// One move on the way.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Move {
    Decide(StepCode, OutcomeCode),
    /// The applicant takes the request back while it waits at this step.
    Withdraw(StepCode),
}

/// From the desk after the first step to an end.
pub type Path = Vec<Move>;

/// Where a request stands, as far as the way ahead depends on it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub at: At,
    /// Who sent it back, while it is with the applicant.
    sender: Option<StepCode>,
    pub started: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum At {
    Step(StepCode),
    End(EndCode),
}

impl Place {
    /// Where a request stands when it has just been sent.
    pub fn first(procedure: &Procedure) -> Place {
        let first = procedure.first().expect("a first step");
        let nowhere = Place {
            at: At::Step(first.code.clone()),
            sender: None,
            started: false,
        };
        Place {
            sender: None,
            ..nowhere.follow(procedure, &first.outcomes[0])
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
        matches!(self.at, At::Step(_)) && !self.started && procedure.withdrawn().is_some()
    }

    /// Where a move leads.
    #[must_use]
    pub fn after(&self, procedure: &Procedure, chosen: &Move) -> Place {
        match chosen {
            Move::Decide(step, outcome) => {
                let step = procedure.step(step).expect("a step of the procedure");
                self.follow(procedure, step.outcome(outcome).expect("its outcome"))
            }
            Move::Withdraw(_) => Place {
                at: At::End(procedure.withdrawn().expect("an end").code.clone()),
                sender: None,
                started: self.started,
            },
        }
    }

    fn follow(&self, procedure: &Procedure, outcome: &Outcome) -> Place {
        let At::Step(here) = &self.at else {
            panic!("nothing follows an end");
        };
        let at = match &outcome.to {
            Target::Step(step) => At::Step(step.clone()),
            Target::End(end) => At::End(end.clone()),
            Target::Resume => At::Step(self.sender.clone().expect("someone returned it")),
        };
        let mut place = Place {
            sender: None,
            started: self.started,
            at,
        };
        if let Some(step) = place.step(procedure) {
            place.started |= procedure.work_starts.as_ref() == Some(&step.code);
            place.sender = (step.performer == procedure.opens).then(|| here.clone());
        }
        place
    }

    fn moves<'a>(&'a self, procedure: &'a Procedure) -> impl Iterator<Item = (Move, Place)> + 'a {
        let step = self.step(procedure);
        let outcomes = step.into_iter().flat_map(|step| &step.outcomes);
        outcomes.map(move |outcome| {
            let step = step.expect("outcomes belong to a step");
            let chosen = Move::Decide(step.code.clone(), outcome.code.clone());
            (chosen, self.follow(procedure, outcome))
        })
    }
}

/// Paths that together take every outcome of every step. Each leads to an end; what was taken
/// already is taken again only where there is no other way on.
pub fn covering(procedure: &Procedure) -> Vec<Path> {
    let first = Place::first(procedure);
    let mut open: BTreeSet<Move> = procedure.steps[1..]
        .iter()
        .flat_map(|step| {
            let outcomes = step.outcomes.iter();
            outcomes.map(|outcome| Move::Decide(step.code.clone(), outcome.code.clone()))
        })
        .collect();
    let mut paths = Vec::new();
    while !open.is_empty() {
        let (mut path, mut place) = (Path::new(), first.clone());
        let before = open.len();
        while let At::Step(_) = place.at {
            let ends = |to: &Place| matches!(to.at, At::End(_));
            let (way, there) = way(procedure, &place, |m, to| open.contains(m) && !ends(to))
                .or_else(|| way(procedure, &place, |m, _| open.contains(m)))
                .or_else(|| way(procedure, &place, |_, to| ends(to)))
                .expect("every request can end");
            open.retain(|left| !way.contains(left));
            path.extend(way);
            place = there;
        }
        assert!(open.len() < before, "no way leads to {open:?}");
        paths.push(path);
    }
    paths
}

/// For every step at which a request can be taken back, the shortest path that takes it back there.
pub fn withdrawals(procedure: &Procedure) -> Vec<Path> {
    let mut paths = Vec::new();
    for step in &procedure.steps[1..] {
        let first = Place::first(procedure);
        let here = |place: &Place| {
            place.at == At::Step(step.code.clone()) && place.can_be_withdrawn(procedure)
        };
        let way = if here(&first) {
            Some((Path::new(), first))
        } else {
            way(procedure, &first, |_, to| here(to))
        };
        if let Some((mut path, _)) = way {
            path.push(Move::Withdraw(step.code.clone()));
            paths.push(path);
        }
    }
    paths
}

/// All ends that some path of `paths` reaches.
pub fn ends_of(procedure: &Procedure, paths: &[Path]) -> BTreeSet<EndCode> {
    let end = |path: &Path| {
        let place = path.iter().fold(Place::first(procedure), |place, chosen| {
            place.after(procedure, chosen)
        });
        match place.at {
            At::End(end) => end,
            At::Step(step) => panic!("a path stops at {step}"),
        }
    };
    paths.iter().map(end).collect()
}

/// The shortest way whose last move is wanted, and where it leads.
fn way(
    procedure: &Procedure,
    from: &Place,
    wanted: impl Fn(&Move, &Place) -> bool,
) -> Option<(Path, Place)> {
    let mut seen = BTreeSet::from([from.clone()]);
    let mut ahead = VecDeque::from([(Path::new(), from.clone())]);
    while let Some((path, place)) = ahead.pop_front() {
        for (chosen, to) in place.moves(procedure) {
            let mut longer = path.clone();
            longer.push(chosen);
            if wanted(&longer[longer.len() - 1], &to) {
                return Some((longer, to));
            }
            if seen.insert(to.clone()) {
                ahead.push_back((longer, to));
            }
        }
    }
    None
}
