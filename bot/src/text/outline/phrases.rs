//! What the outline says about steps and their exits.

use domain::{
    Text,
    code::{FieldCode, RoleCode, StepCode},
    procedure::{
        End, EndKind, Inform, Informed, Outcome, ReasonRule, SpanPlan, StandardTime, Step, Target,
        Tone, form::REASON_LENGTH,
    },
};

use crate::text::{phrase::Saying, words::t};

impl Saying<'_> {
    pub(in crate::text) fn time(&self, time: StandardTime) -> String {
        let s = self.s;
        match time {
            StandardTime::Minutes(n) => t!(plain s, "outline-minutes", n = n),
            StandardTime::Hours(n) => t!(plain s, "outline-hours", n = n),
            StandardTime::Days(n) => t!(plain s, "outline-working-days", n = n),
            StandardTime::Tentative => t!(plain s, "outline-tentative"),
        }
    }

    /// What a question is called in summaries.
    pub(super) fn label(&self, field: &FieldCode) -> String {
        self.part(&field.clone().into())
    }

    pub(super) fn labels(&self, fields: &[FieldCode]) -> String {
        let labels: Vec<_> = fields.iter().map(|field| self.label(field)).collect();
        labels.join(", ")
    }

    pub fn role(&self, role: &RoleCode) -> String {
        self.part(&role.clone().into())
    }

    pub(super) fn roles(&self, roles: &[RoleCode]) -> String {
        let titles: Vec<_> = roles.iter().map(|role| self.role(role)).collect();
        titles.join(", ")
    }

    /// "Helpdesk, Kabid bila Serah terima = surat"
    pub(super) fn informed(&self, informs: &[Inform]) -> String {
        let s = self.s;
        let told = informs.iter().map(|inform| {
            let whom = match &inform.whom {
                Informed::Holders(role) => self.role(role),
                Informed::Named(field) => t!(plain s, "outline-named", field = self.label(field)),
                Informed::Deciders => t!(plain s, "outline-deciders"),
            };
            match &inform.when {
                Some(when) => format!("{whom} {}", self.condition(when)),
                None => whom,
            }
        });
        told.collect::<Vec<_>>().join(", ")
    }

    /// "no. 6 Analisis Teknis"
    pub(super) fn place(&self, step: &Step) -> String {
        let s = self.s;
        let title = s.text(&step.title);
        match step.row {
            Some(row) => t!(plain s, "outline-row", row = row, step = title),
            None if self.procedure.house => title.to_owned(),
            None => self.added(title),
        }
    }

    /// "Tarik Permohonan (ditambahkan)"
    fn added(&self, what: &str) -> String {
        format!("{what} {}", self.s.word("outline-added"))
    }

    /// What the holder's card says of the step itself.
    pub(super) fn step(&self, step: &Step) -> String {
        let s = self.s;
        let mut said = vec![format!("{} [{}]", s.text(&step.title), step.code)];
        let chosen = step.assigned.as_ref();
        if let Some(field) = chosen.and_then(|it| self.procedure.field(it)) {
            let who = s.text(&field.label).to_lowercase();
            said.push(t!(plain s, "outline-assigned", field = who));
        }
        if step.pauses {
            said.push(t!(plain s, "outline-pauses"));
        }
        if step.repairs {
            said.push(t!(plain s, "outline-repairs"));
        }
        if step.stays_open {
            said.push(t!(plain s, "outline-stays-open"));
        }
        if let Some(end) = step.expires.as_ref().and_then(|it| self.procedure.end(it)) {
            said.push(t!(plain s, "outline-expires", end = self.end(end)));
        } else if let Some(end) = self.procedure.lapses_at(step)
            && self.procedure.first() != Some(step)
        {
            said.push(t!(plain s, "outline-lapses", end = self.end(end)));
        }
        if !step.shows.is_empty() {
            let fields = self.labels(&step.shows);
            said.push(t!(plain s, "outline-shows", fields = fields));
        }
        if let Some(status) = &step.status {
            said.push(t!(plain s, "outline-status", status = s.text(status)));
        }
        if let Some(quorum) = &step.quorum {
            let (n, of) = (quorum.agree, quorum.of);
            said.push(if step.performer.is_shared() {
                t!(plain s, "outline-quorum-posts", n = n, of = of)
            } else {
                t!(plain s, "outline-quorum", n = n, of = of)
            });
        } else if step.performer.is_shared() {
            said.push(t!(plain s, "outline-side-by-side"));
        }
        if step.passes {
            said.push(t!(plain s, "outline-passes"));
        }
        if !step.takeover.is_empty() {
            let roles = self.roles(&step.takeover);
            said.push(t!(plain s, "outline-takeover", roles = roles));
        }
        said.extend(self.by_itself(step));
        said.join("; ")
    }

    /// "YA: Setujui → no. 8 Laksanakan Hosting; memberi tahu Koordinator"
    pub(super) fn exit(&self, step: &Step, outcome: &Outcome) -> String {
        let s = self.s;
        let mut label = s.text(&outcome.label).to_owned();
        if outcome.added {
            label = self.added(&label);
        }
        let answer = match outcome.tone {
            _ if step.outcomes.len() == 1 => label,
            Tone::Yes => t!(plain s, "outline-exit-yes", outcome = label),
            Tone::No => t!(plain s, "outline-exit-no", outcome = label),
            Tone::Return => t!(plain s, "outline-exit-return", outcome = label),
            Tone::Plain => label,
        };
        let mut said = vec![format!("{answer} → {}", self.target(&outcome.to))];
        said.extend(self.remarks(step, outcome));
        said.join("; ")
    }

    fn target(&self, target: &Target) -> String {
        let found = match target {
            Target::Step(code) => self.procedure.step(code).map(|step| self.place(step)),
            Target::End(code) => self.procedure.end(code).map(|end| self.end(end)),
            Target::Resume => Some(self.s.word("outline-returned-from").into_owned()),
        };
        found.unwrap_or_else(|| "?".to_owned())
    }

    /// When it is offered, and where else it leads.
    fn ways(&self, outcome: &Outcome) -> Vec<String> {
        let s = self.s;
        let mut ways = Vec::new();
        for branch in &outcome.branch {
            let to = self.target(&branch.to);
            ways.push(format!("{} → {to}", self.condition(&branch.when)));
        }
        if let Some(when) = &outcome.when {
            ways.push(t!(plain s, "outline-only", condition = self.condition(when)));
        }
        if !outcome.from.is_empty() {
            let moment = self.moments(&outcome.from);
            ways.push(t!(plain s, "outline-from-moment", moment = moment));
        }
        if outcome.anew {
            ways.push(t!(plain s, "outline-anew"));
        }
        if outcome.by_clock {
            ways.push(t!(plain s, "outline-by-clock"));
        }
        for must in &outcome.must {
            let condition = self.bare_condition(&must.holds);
            ways.push(t!(plain s, "outline-must", condition = condition));
        }
        if let Some(voices) = outcome.voices {
            ways.push(t!(plain s, "outline-voices", n = voices));
        }
        if let Some(most) = outcome.at_most {
            ways.push(t!(plain s, "outline-at-most", n = most));
        }
        if let Some(then) = &outcome.then {
            let to = self.target(&Target::Step(then.clone()));
            ways.push(t!(plain s, "outline-from-then-on", step = to));
        }
        ways
    }

    /// Which questions come first, where the outcomes of a step differ in that.
    fn asks(&self, step: &Step, outcome: &Outcome) -> Option<String> {
        let s = self.s;
        if step.fields.is_empty() || step.outcomes.iter().all(|it| it.asks == outcome.asks) {
            return None;
        }
        if outcome.asks.len() == step.fields.len() {
            return Some(t!(plain s, "outline-asks-all"));
        }
        let asked = step.fields.iter();
        let asked = asked.filter(|field| outcome.asks.contains(&field.code));
        let labels: Vec<&str> = asked.map(|field| s.text(&field.label)).collect();
        match (labels.is_empty(), outcome.reason) {
            (false, _) => Some(t!(plain s, "outline-asks", fields = labels.join(", "))),
            (true, ReasonRule::None) => Some(t!(plain s, "outline-one-tap")),
            (true, _) => None,
        }
    }

    /// Ready reasons, one after the other.
    pub(super) fn reasons(&self, reasons: &[Text]) -> String {
        let reasons = reasons.iter().map(|it| self.s.text(it));
        reasons.collect::<Vec<_>>().join(" / ")
    }

    fn remarks(&self, step: &Step, outcome: &Outcome) -> Vec<String> {
        let s = self.s;
        let mut remarks = self.ways(outcome);
        remarks.extend(self.asks(step, outcome));
        remarks.extend(match outcome.reason {
            ReasonRule::Required => Some(t!(plain s, "outline-reason-required")),
            ReasonRule::Optional => Some(t!(plain s, "outline-reason-optional")),
            ReasonRule::None => None,
        });
        if outcome.reason_length != REASON_LENGTH {
            let (min, max) = outcome.reason_length;
            remarks.push(t!(plain s, "outline-reason-length", min = min, max = max));
        }
        if !outcome.usual.is_empty() {
            let reasons = self.reasons(&outcome.usual);
            remarks.push(t!(plain s, "outline-usual", reasons = reasons));
        }
        if outcome.together {
            remarks.push(t!(plain s, "outline-together"));
        }
        if outcome.marks {
            remarks.push(t!(plain s, "outline-marks"));
        }
        if !outcome.markable.is_empty() {
            let fields = self.labels(&outcome.markable);
            remarks.push(t!(plain s, "outline-marks-only", fields = fields));
        }
        remarks.extend(self.effects(outcome));
        remarks.extend(outcome.prolongs.as_ref().map(|it| self.prolongs(it)));
        if !outcome.inform.is_empty() {
            let roles = self.informed(&outcome.inform);
            remarks.push(t!(plain s, "outline-informs", roles = roles));
        }
        if outcome.tell.is_some() {
            remarks.push(t!(plain s, "outline-tells"));
        }
        remarks
    }

    /// "Persetujuan: dari no. 2 Periksa sampai no. 4 Setujui bersama-sama 2 hari kerja"
    pub(super) fn span(&self, span: &SpanPlan) -> String {
        let place = |code: &StepCode| {
            let step = self.procedure.step(code);
            step.map_or_else(|| code.to_string(), |step| self.place(step))
        };
        let title = self.s.text(&span.title);
        let (from, until) = (place(&span.from), place(&span.until));
        t!(plain self.s, "outline-span", title = title, from = from, until = until, time = self.time(span.time))
    }

    /// "Ditarik pemohon (ditarik)"
    pub(super) fn end(&self, end: &End) -> String {
        let kind = self.s.word(match end.kind {
            EndKind::Done => "outline-end-done",
            EndKind::Rejected => "outline-end-rejected",
            EndKind::Withdrawn => "outline-end-withdrawn",
            EndKind::Lapsed => "outline-end-lapsed",
        });
        let label = self.s.text(&end.label);
        if label.to_lowercase() == kind {
            return label.to_owned();
        }
        format!("{label} ({kind})")
    }
}
