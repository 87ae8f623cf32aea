//! Applicants who never answer, and come back after all.

use chrono::{DateTime, Utc};

use super::{answers::Dice, world::World};
use crate::{
    id::PersonId,
    request::{Change, reopen::wanted_again},
    reservation::Reservation,
};

impl World<'_> {
    /// One of the requests that wait for their applicant ends by itself, where its file lets it.
    pub(super) fn fall_silent(&mut self, dice: &mut Dice) {
        let index = dice.below(self.runs.len());
        let Some(run) = self.runs.get(index) else {
            return;
        };
        let task = run.task.clone();
        let (request, now) = (run.request.clone(), self.now);
        if let Some(change) = Change::expired(&run.procedure, request, PersonId(0), now, task) {
            self.record(index, change, "silent").unwrap();
        }
    }

    /// Somebody opens one again: it stands where it stood, and has what is free of what it had.
    pub(super) fn reopen(&mut self, dice: &mut Dice) {
        let lapsed = |index: &usize| self.runs[*index].request.state.lapsed.is_some();
        let lapsed: Vec<usize> = (0..self.runs.len()).filter(lapsed).collect();
        let Some(&index) = dice.pick(&lapsed) else {
            return;
        };
        let run = &self.runs[index];
        let (procedure, request) = (run.procedure.clone(), run.request.clone());
        let before = request.state.lapsed.clone().unwrap();
        let given_back = self.given_back_after(&request, before.since);
        let wanted = wanted_again(&procedure, self.office, &request, &given_back, self.now);
        let again = self
            .ledger
            .free_again(self.office, &request, wanted, self.now);
        let by = request.applicant;
        let change = Change::reopened(&procedure, request, by, self.now, again);
        self.record(index, change.unwrap(), "reopened").unwrap();
        let state = &self.runs[index].request.state;
        assert_eq!(self.runs[index].request.step(), Some(&before.at));
        assert_eq!(state.reason, before.reason);
        assert_eq!(
            state.returned.as_ref().map(|it| &it.by),
            before.returned.as_ref().map(|it| &it.by)
        );
    }

    fn given_back_after(
        &self,
        request: &crate::request::Request,
        after: DateTime<Utc>,
    ) -> Vec<Reservation> {
        let own = self.given_back.iter();
        let own = own.filter(|(at, held)| held.request == request.id && *at > after);
        own.map(|(_, held)| held.clone()).collect()
    }

    /// Some of what is reserved is free from now on.
    pub(super) fn gives_back(&mut self, which: impl Fn(&Reservation) -> bool) {
        let now = self.now;
        let (gone, live) = self.ledger.live.drain(..).partition(which);
        self.ledger.live = live;
        let gone: Vec<Reservation> = gone;
        let free = gone.into_iter().filter(|held| held.line.is_none());
        self.given_back.extend(free.map(|held| (now, held)));
    }
}
