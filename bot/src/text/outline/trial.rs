//! What someone reads on a terminal who tries a procedure: what is asked, what was decided, and what follows from it.

mod books;

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    notice::{Audience, What},
    procedure::{
        Alarm, Field, Outcome, Step,
        accept::{Unfit, WrongRow},
    },
    request::{Change, Decision, Event},
    trial::{ClockLeads, ClockWay, Followed, Trial},
};

use crate::text::{moment::moment, phrase::Saying, refusal::refusal, unfit::unfit, words::t};

impl Saying<'_> {
    /// "── no. 2 Periksa Peminjaman · Kepala Bidang · 15 menit"
    pub fn stands_at(&self, step: &Step) -> String {
        let mut said = vec![self.place(step), self.role(&step.performer)];
        said.extend(self.times(step));
        format!("── {}", said.join(" · "))
    }

    /// "🔔 Senin, 14 Desember 2026, 11.00 WIB: Barang dikembalikan dua jam lagi. (pemohon, Gudang)"
    pub fn will_be_said(&self, at: DateTime<Utc>, alarm: &Alarm) -> String {
        let s = self.s;
        let (at, say) = (moment(s, self.office, at), s.text(&alarm.say));
        format!("🔔 {at}: {say} ({})", self.told_by(alarm))
    }

    /// Time has passed.
    pub fn is_now(&self, at: DateTime<Utc>) -> String {
        format!("⏩ {}", moment(self.s, self.office, at))
    }

    /// The question, what it takes, and what can be chosen by its number.
    pub fn puts(&self, field: &Field, share: Option<u8>, choices: &[String]) -> String {
        let s = self.s;
        let share = share.map_or_else(String::new, |share| format!("{share}% · "));
        let mut said = vec![format!("{share}{}", s.text(&field.ask))];
        let mut takes = self.plain(&field.kind.outline());
        if let Some(example) = &field.example {
            let example = s.text(example).to_owned();
            takes = format!(
                "{takes}; {}",
                t!(plain s, "trial-example", example = example)
            );
        }
        if choices.is_empty() {
            said.push(format!("    ({takes})"));
        }
        said.extend(numbered(choices));
        if !field.required {
            said.push(format!("    {}", t!(plain s, "trial-skip")));
        }
        said.join("\n")
    }

    /// What a row says that is to be written again.
    pub fn row_again(&self, field: &Field, wrong: &WrongRow) -> String {
        let (row, cells) = (wrong.row, wrong.cells.join("; "));
        let columns = field.columns().iter();
        let columns: Vec<&str> = columns.map(|it| self.s.text(&it.label)).collect();
        let columns = columns.join("; ");
        t!(plain self.s, "trial-row", row = row, cells = cells, columns = columns)
    }

    /// What can be decided, and what the clock decides, by its number.
    pub fn decides(&self, outcomes: &[Outcome], clock: Option<ClockWay<'_>>) -> Vec<String> {
        let labels = outcomes.iter().map(|it| self.s.text(&it.label).to_owned());
        labels.chain(clock.map(|way| self.by_clock(way))).collect()
    }

    /// "(waktu berlalu: Waktu Habis, Senin, 14 Desember 2026, 11.00 WIB)"
    fn by_clock(&self, way: ClockWay<'_>) -> String {
        let (at, leads) = (moment(self.s, self.office, way.at), self.leads(way));
        t!(plain self.s, "trial-clock", leads = leads, at = at)
    }

    /// What the clock does before something else could be done.
    pub fn clock_is_first(&self, way: ClockWay<'_>) -> String {
        let (at, leads) = (moment(self.s, self.office, way.at), self.leads(way));
        t!(plain self.s, "trial-clock-first", leads = leads, at = at)
    }

    fn leads(&self, way: ClockWay<'_>) -> String {
        match way.leads {
            ClockLeads::On(outcome) => self.s.text(&outcome.label).to_owned(),
            ClockLeads::Ends(end) => self.end(end),
        }
    }

    /// Why it was not done.
    pub fn refuses(&self, why: &Refusal) -> String {
        format!("⚠️ {}", refusal(self.s, self.office, why))
    }

    /// Which one of these is meant.
    pub fn which(&self, names: &[String]) -> String {
        t!(self.s, "unfit-choose-among", options = names.join(" · ")).bare()
    }

    /// Why an answer does not fit.
    pub fn objects(&self, why: &Unfit) -> String {
        unfit(self, why).bare()
    }

    /// What follows from a decision, or from nobody's acting: who is told, what is written, reserved and issued, and where
    /// it leads.
    pub fn follows(&self, trial: &Trial, followed: &Followed) -> Vec<String> {
        let (s, change) = (self.s, &followed.change);
        let outcome = self.decided(change);
        let past = outcome.map(|outcome| format!("→ {}", s.text(&outcome.past)));
        let mut said = Vec::from_iter(past);
        if let Event::Decided(Decision {
            voice: Some(voice), ..
        }) = &change.event
        {
            let (n, of) = (voice.nth, voice.of);
            said.push(t!(plain s, "trial-voice", n = n, of = of));
        }
        let roles = change.tell.iter().filter_map(|(to, _)| match to {
            Audience::Holders(role) => Some(self.role(role)),
            Audience::Official(_) => Some(t!(plain s, "trial-named")),
            Audience::Deciders => Some(t!(plain s, "outline-deciders")),
            Audience::Person(_) => None,
        });
        let roles: Vec<String> = roles.collect();
        if !roles.is_empty() {
            said.push(t!(plain s, "outline-informs", roles = roles.join(", ")));
        }
        let to_applicant = |what: &What| matches!(what, What::Decided { .. } | What::Ended { .. });
        let step = match &change.event {
            Event::Decided(decision) => self.procedure.step(&decision.step),
            _ => None,
        };
        let with_its_paper = change.hands_over(self.procedure)
            && step
                .zip(outcome)
                .is_some_and(|(step, outcome)| change.is_news(self.procedure, step, outcome));
        if with_its_paper || change.tell.iter().any(|(_, what)| to_applicant(what)) {
            let tell = outcome.and_then(|outcome| outcome.tell.as_ref()?.say.as_ref());
            let end = || Some(&self.procedure.end(change.request.ended()?)?.label);
            let past = || outcome.map(|outcome| &outcome.past).or_else(end);
            let news = tell.or_else(past).map_or("", |news| s.text(news));
            said.push(t!(plain s, "trial-tells", news = news));
        }
        said.extend(self.books(trial, outcome, followed));
        let effects = &change.effects;
        let papers = effects.papers.iter();
        said.extend(papers.filter_map(|paper| {
            let issue = self.procedure.paper(&paper.paper)?;
            Some(t!(plain s, "trial-issues", title = s.text(&issue.title)))
        }));
        if effects.admits.is_some() {
            said.push(t!(plain s, "trial-admits"));
        }
        said
    }

    /// The outcome that was decided: what is sent first is the only one of its step.
    fn decided(&self, change: &Change) -> Option<&Outcome> {
        match &change.event {
            Event::Opened { .. } => self.procedure.first()?.outcomes.first(),
            Event::Decided(decision) => {
                let step = self.procedure.step(&decision.step)?;
                step.outcome(&decision.outcome)
            }
            _ => None,
        }
    }

    /// The end at which a request has come.
    pub fn has_ended(&self, change: &Change) -> Option<String> {
        let end = self.procedure.end(change.request.ended()?)?;
        Some(format!("══ {}", self.end(end)))
    }
}

/// What can be chosen, by its number.
pub fn numbered(choices: &[String]) -> impl Iterator<Item = String> {
    let choices = (1..).zip(choices);
    choices.map(|(number, choice)| format!("    {number}. {choice}"))
}
