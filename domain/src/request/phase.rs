//! How a request stands, seen from a list of all of them, and what it is found by. Pure.

use super::{Request, State};
use crate::procedure::{Answer, Answers, EndKind, Procedure};

/// What a list of all requests tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// The office is to act.
    Running,
    /// It waits for its applicant.
    Applicant,
    Done,
    Rejected,
    /// Withdrawn, or ended by itself.
    Dropped,
}

impl Phase {
    pub const ALL: [Phase; 5] = [
        Phase::Running,
        Phase::Applicant,
        Phase::Done,
        Phase::Rejected,
        Phase::Dropped,
    ];

    pub fn of(procedure: &Procedure, state: &State) -> Phase {
        match &state.standing {
            super::Standing::At(step) => {
                let step = procedure.step(step);
                if step.is_some_and(|step| procedure.is_applicants(step)) {
                    Phase::Applicant
                } else {
                    Phase::Running
                }
            }
            super::Standing::Ended(end) => match procedure.end(end).map(|end| end.kind) {
                Some(EndKind::Done) | None => Phase::Done,
                Some(EndKind::Rejected) => Phase::Rejected,
                Some(EndKind::Withdrawn | EndKind::Lapsed) => Phase::Dropped,
            },
        }
    }

    pub fn as_str(self) -> &'static str {
        match self {
            Phase::Running => "running",
            Phase::Applicant => "applicant",
            Phase::Done => "done",
            Phase::Rejected => "rejected",
            Phase::Dropped => "dropped",
        }
    }

    /// The phase of that name.
    pub fn read(name: &str) -> Option<Phase> {
        Phase::ALL.into_iter().find(|phase| phase.as_str() == name)
    }

    pub fn is_end(self) -> bool {
        !matches!(self, Phase::Running | Phase::Applicant)
    }
}

impl Request {
    /// What a search finds the request by, in lower case: its ticket, and what was answered in words.
    /// Telephone numbers, addresses and personnel numbers are left out. Agencies and people are found
    /// by the names they have today, so their names are not among it.
    pub fn found_by(&self) -> String {
        let mut words = vec![self.ticket.to_lowercase()];
        gather(&self.state.answers, &mut words);
        words.join("\n")
    }
}

fn gather(answers: &Answers, words: &mut Vec<String>) {
    for (_, answer) in answers.iter() {
        match answer {
            Answer::Text(_)
            | Answer::Hostname(_)
            | Answer::Label(_)
            | Answer::Ip(_)
            | Answer::Entry { .. }
            | Answer::Items(_) => words.push(answer.plain().to_lowercase()),
            Answer::Rows(rows) => {
                for row in rows {
                    gather(row, words);
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{TimeZone, Utc};

    use super::{Answer, Answers, Phase};
    use crate::request::{Request, State};

    fn request(answers: Answers) -> Request {
        let since = Utc.with_ymd_and_hms(2026, 11, 24, 2, 30, 0).unwrap();
        Request {
            id: crate::id::RequestId(1),
            token: "t".into(),
            ticket: "CLO-2026-0001".into(),
            procedure: "colocation".into(),
            procedure_version: 1,
            agency: "dinsos".into(),
            applicant: crate::id::PersonId(1),
            opened_at: since,
            version: 1,
            alike: Vec::new(),
            nudged_until: None,
            state: State::begins("ajukan".into(), answers, since),
        }
    }

    #[test]
    fn personal_numbers_are_not_searched() {
        let row: Answers = [("seri".into(), Answer::Text("SN-Dell-77".into()))]
            .into_iter()
            .collect();
        let answers = [
            ("nama".into(), Answer::Text("Portal Bansos".into())),
            ("hp".into(), Answer::Phone("+628120000000".into())),
            ("surel".into(), Answer::Email("rani@dinsos.go.id".into())),
            ("nip".into(), Answer::Nip("199001012015031001".into())),
            ("perangkat".into(), Answer::Rows(vec![row])),
        ];
        let found_by = request(answers.into_iter().collect()).found_by();
        assert_eq!(found_by, "clo-2026-0001\nportal bansos\nsn-dell-77");
    }

    #[test]
    fn phases_are_written_and_read() {
        for phase in Phase::ALL {
            assert_eq!(Phase::read(phase.as_str()), Some(phase));
        }
        assert_eq!(Phase::read("waiting"), None);
    }
}
