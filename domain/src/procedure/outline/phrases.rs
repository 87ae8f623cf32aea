//! What the outline says about steps and their exits, in both languages.

use std::fmt::Write;

use crate::{
    Language, Text,
    code::{FieldCode, RoleCode},
    office::Office,
    procedure::StandardTime,
    procedure::step::{End, EndKind, Outcome, Procedure, ReasonRule, Step, Target, Tone},
};

pub(super) struct Phrases<'a> {
    pub(super) procedure: &'a Procedure,
    pub(super) office: &'a Office,
    pub(super) language: Language,
}

impl Phrases<'_> {
    pub(super) fn say(&self, id: &'static str, en: &'static str) -> &'static str {
        if self.language == Language::EN {
            en
        } else {
            id
        }
    }

    pub(super) fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.language)
    }

    pub(super) fn added(&self) -> &'static str {
        self.say("(ditambahkan)", "(added)")
    }

    pub(super) fn time(&self, time: StandardTime) -> String {
        let (count, id, en) = match time {
            StandardTime::Minutes(count) => (count, "menit", "minute"),
            StandardTime::Hours(count) => (count, "jam", "hour"),
            StandardTime::Days(count) => (count, "hari kerja", "working day"),
            StandardTime::Tentative => return self.say("Tentatif", "Tentative").to_owned(),
        };
        let plural = if count > 1 && self.language == Language::EN {
            "s"
        } else {
            ""
        };
        format!("{count} {}{plural}", self.say(id, en))
    }

    pub(super) fn working_days(&self, days: u32) -> String {
        self.time(StandardTime::Days(days))
    }

    /// What a question is called in summaries.
    pub(super) fn label(&self, field: &FieldCode) -> String {
        let found = self.procedure.field(field);
        found.map_or(field.to_string(), |it| self.text(&it.label).to_owned())
    }

    pub(super) fn roles(&self, roles: &[RoleCode]) -> String {
        let title = |role| self.text(&self.office.title(role)).to_owned();
        roles.iter().map(title).collect::<Vec<_>>().join(", ")
    }

    /// "no. 6 Analisis Teknis"
    pub(super) fn place(&self, step: &Step) -> String {
        let title = self.text(&step.title);
        match step.row {
            Some(row) => format!("{} {row} {title}", self.say("no.", "row")),
            None if self.procedure.house => title.to_owned(),
            None => format!("{title} {}", self.added()),
        }
    }

    /// What the holder's card says of the step itself.
    pub(super) fn step(&self, step: &Step) -> String {
        let mut said = format!("{} [{}]", self.text(&step.title), step.code);
        let chosen = step
            .assigned
            .as_ref()
            .and_then(|it| self.procedure.field(it));
        if let Some(field) = chosen {
            let who = self.text(&field.label).to_lowercase();
            let _ = write!(
                said,
                "; {} \"{who}\"",
                self.say("untuk yang dipilih pada", "for the one chosen as")
            );
        }
        if step.pauses {
            said += self.say("; waktu dihentikan sementara", "; the clock stands still");
        }
        if step.repairs {
            said += self.say(
                "; menanyakan kembali isian yang ditandai",
                "; asks again the answers that were marked",
            );
        }
        if let Some(end) = step.expires.as_ref().and_then(|it| self.procedure.end(it)) {
            let out = self.say(
                "bila waktu cadangan habis",
                "if what is reserved runs out meanwhile",
            );
            let _ = write!(said, "; {out} → {}", self.end(end));
        } else if let Some(end) = self.procedure.lapses_at(step)
            && self.procedure.first() != Some(step)
        {
            let out = self.say("bila tidak dijawab", "if it is not answered");
            let _ = write!(said, "; {out} → {}", self.end(end));
        }
        if step.passes {
            said += self.say(
                "; dapat diteruskan otomatis dengan pelimpahan",
                "; passes by itself under a standing delegation",
            );
        }
        if !step.takeover.is_empty() {
            let out = self.say("dapat diambil alih", "may be taken over by");
            let _ = write!(said, "; {out} {}", self.roles(&step.takeover));
        }
        said += &self.by_itself(step);
        said
    }

    /// "YA: Setujui → no. 8 Laksanakan Hosting; memberi tahu Koordinator"
    pub(super) fn exit(&self, step: &Step, outcome: &Outcome) -> String {
        let answer = match outcome.tone {
            _ if step.outcomes.len() == 1 => "",
            Tone::Yes => self.say("YA: ", "YES: "),
            Tone::No => self.say("TIDAK: ", "NO: "),
            Tone::Return => self.say("KEMBALI: ", "RETURN: "),
            Tone::Plain => "",
        };
        let label = self.text(&outcome.label);
        let added = if outcome.added {
            format!(" {}", self.added())
        } else {
            String::new()
        };
        let target = self.target(&outcome.to);
        let mut said = format!("{answer}{label}{added} → {target}");
        for remark in self.remarks(step, outcome) {
            let _ = write!(said, "; {remark}");
        }
        said
    }

    fn target(&self, target: &Target) -> String {
        let found = match target {
            Target::Step(code) => self.procedure.step(code).map(|step| self.place(step)),
            Target::End(code) => self.procedure.end(code).map(|end| self.end(end)),
            Target::Resume => Some(
                self.say("langkah yang mengembalikan", "the step that returned it")
                    .to_owned(),
            ),
        };
        found.unwrap_or_else(|| "?".to_owned())
    }

    /// When it is offered, and where else it leads.
    fn ways(&self, outcome: &Outcome) -> Vec<String> {
        let mut ways = Vec::new();
        for branch in &outcome.branch {
            let to = self.target(&branch.to);
            ways.push(format!("{} → {to}", self.condition(&branch.when)));
        }
        if let Some(when) = &outcome.when {
            let offered = self.say("hanya", "only");
            ways.push(format!("{offered} {}", self.condition(when)));
        }
        if let Some(most) = outcome.at_most {
            let (at_most, times) = (self.say("paling banyak", "at most"), self.times(most));
            ways.push(format!("{at_most} {times}"));
        }
        if let Some(then) = &outcome.then {
            let to = self.target(&Target::Step(then.clone()));
            ways.push(format!("{} → {to}", self.say("selebihnya", "from then on")));
        }
        ways
    }

    fn times(&self, count: u32) -> String {
        match (self.language, count) {
            (Language::ID, _) => format!("{count} kali"),
            (_, 1) => "once".to_owned(),
            (_, 2) => "twice".to_owned(),
            (_, _) => format!("{count} times"),
        }
    }

    /// Which questions come first, where the outcomes of a step differ in that.
    fn asks(&self, step: &Step, outcome: &Outcome) -> Option<String> {
        if step.fields.is_empty() || step.outcomes.iter().all(|it| it.asks == outcome.asks) {
            return None;
        }
        if outcome.asks.len() == step.fields.len() {
            return Some(
                self.say("menanyakan semuanya", "asks everything")
                    .to_owned(),
            );
        }
        let asked = step
            .fields
            .iter()
            .filter(|field| outcome.asks.contains(&field.code));
        let labels: Vec<&str> = asked.map(|field| self.text(&field.label)).collect();
        match (labels.is_empty(), outcome.reason) {
            (false, _) => Some(format!(
                "{} {}",
                self.say("menanyakan", "asks"),
                labels.join(", ")
            )),
            (true, ReasonRule::None) => Some(self.say("satu ketukan", "one tap").to_owned()),
            (true, _) => None,
        }
    }

    fn remarks(&self, step: &Step, outcome: &Outcome) -> Vec<String> {
        let mut remarks = self.ways(outcome);
        remarks.extend(self.asks(step, outcome));
        match outcome.reason {
            ReasonRule::Required => {
                remarks.push(self.say("alasan wajib", "a reason is required").to_owned());
            }
            ReasonRule::Optional => {
                remarks.push(
                    self.say("alasan boleh diberikan", "a reason may be given")
                        .to_owned(),
                );
            }
            ReasonRule::None => {}
        }
        if outcome.together {
            let what = self.say(
                "beberapa permohonan dapat diputuskan sekaligus",
                "several requests can be decided in one go",
            );
            remarks.push(what.to_owned());
        }
        if outcome.marks {
            let what = self.say(
                "menandai isian yang perlu diperbaiki",
                "marks the answers to repair",
            );
            remarks.push(what.to_owned());
        }
        remarks.extend(self.effects(outcome));
        remarks.extend(outcome.prolongs.as_ref().map(|it| self.prolongs(it)));
        if !outcome.inform.is_empty() {
            let whom = self.roles(&outcome.inform);
            remarks.push(format!("{} {whom}", self.say("memberi tahu", "informs")));
        }
        remarks
    }

    /// "Ditarik pemohon (ditarik)"
    pub(super) fn end(&self, end: &End) -> String {
        let kind = match end.kind {
            EndKind::Done => self.say("selesai", "done"),
            EndKind::Rejected => self.say("ditolak", "rejected"),
            EndKind::Withdrawn => self.say("ditarik", "withdrawn"),
            EndKind::Lapsed => self.say("berakhir sendiri", "lapsed"),
        };
        let label = self.text(&end.label);
        if label.to_lowercase() == kind {
            return label.to_owned();
        }
        format!("{label} ({kind})")
    }
}
