//! What must become of lines that a request has chosen: closed, or amended; and until when lines last.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use domain::{
    code::{FieldCode, OptionCode},
    office::Office,
    procedure::{
        Answer, Answers, Outcome, Procedure, RowPair,
        condition::{chosen_at, decided_at},
    },
    request::{Decision, RecordedEvent, Request},
};

use super::ledger::{Books, Retired};

impl Books {
    /// What conditions look at of a decision: what it was, and how often it was decided so.
    pub(super) fn notes(&mut self, procedure: &Procedure, decision: &Decision) {
        let (step, outcome) = (&decision.step, &decision.outcome);
        if procedure.looks_at(step) {
            let chosen = OptionCode::new(outcome.as_str());
            self.answers.set(decided_at(step), Answer::Choice(chosen));
        }
        if procedure.counts(step) {
            let round = chosen_at(step, outcome);
            let before = self.number(&round);
            self.answers.set(round, Answer::Number(before + 1));
        }
    }

    pub(super) fn retires(
        &mut self,
        outcome: &Outcome,
        request: &Request,
        recorded: &RecordedEvent,
    ) {
        let Some(retire) = &outcome.retire else {
            return;
        };
        if let Some(Answer::Entry { id, .. }) = self.answers.get(&retire.entry) {
            let days = retire.blocked.filter(|days| *days > 0);
            let until = days.map(|days| recorded.at + TimeDelta::days(days.into()));
            let noted = self.filled(&retire.fill, &Answers::new(), request, recorded);
            self.retired.insert(*id, Retired { noted, until });
        }
    }

    pub(super) fn amends(
        &mut self,
        office: &Office,
        outcome: &Outcome,
        request: &Request,
        recorded: &RecordedEvent,
    ) {
        let Some(amend) = &outcome.amend else {
            return;
        };
        if let Some(Answer::Entry { id, .. }) = self.answers.get(&amend.entry) {
            let noted = self.filled(&amend.fill, &Answers::new(), request, recorded);
            let until = self.lasts(office, &amend.expires);
            self.amended
                .insert(*id, (noted, until, amend.state.clone()));
        }
    }

    /// Until when a line lasts: a day, to its end.
    pub(super) fn lasts(&self, office: &Office, fields: &[FieldCode]) -> Option<DateTime<Utc>> {
        let answer = fields.iter().find_map(|code| self.answers.get(code))?;
        match answer {
            Answer::Moment(at) => Some(*at),
            Answer::Date(day) => {
                let next = day.succ_opt().expect("a next day");
                Some(office.calendar.moment(next, NaiveTime::MIN))
            }
            _ => None,
        }
    }

    /// Which line a row tells of, where rows are paired.
    pub(super) fn part_of(&self, row: &Answers, pair: &RowPair) -> u32 {
        let column = |cell: &FieldCode| cell.as_str().split_once('.').map(|(_, it)| it.to_owned());
        let (table, with) = pair.with.as_str().split_once('.').expect("a column");
        let Some(Answer::Rows(opened)) = self.answers.get(&FieldCode::new(table)) else {
            panic!("`{table}` has no rows");
        };
        let said = row.get(&FieldCode::new(column(&pair.cell).expect("a column")));
        let same = |row: &Answers| row.get(&FieldCode::new(with)) == said;
        let place = opened
            .iter()
            .position(same)
            .expect("a row of the other table");
        u32::try_from(place).expect("few rows") + 1
    }
}
