//! What someone reads on a terminal who tries a procedure: what is asked, what was decided, and what follows from it.

use domain::{
    notice::{Audience, What},
    procedure::{Field, Outcome, Step, accept::Unfit},
    register::{Cell, Cells, Writing},
    request::{Change, Decision, Event},
    reservation::{Demands, Thing},
};

use crate::text::{
    moment::{last_day, moment},
    phrase::Saying,
    register::value,
    unfit::unfit,
    words::t,
};

impl Saying<'_> {
    /// "── no. 2 Periksa Peminjaman · Kepala Bidang · 15 menit"
    pub fn stands_at(&self, step: &Step) -> String {
        let mut said = vec![self.place(step), self.role(&step.performer)];
        said.extend(self.times(step));
        format!("── {}", said.join(" · "))
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

    /// What can be decided, by its number.
    pub fn decides(&self, outcomes: &[&Outcome]) -> String {
        let labels: Vec<String> = outcomes
            .iter()
            .map(|outcome| self.s.text(&outcome.label).to_owned())
            .collect();
        numbered(&labels).collect::<Vec<_>>().join("\n")
    }

    /// Why an answer does not fit.
    pub fn objects(&self, why: &Unfit) -> String {
        unfit(self, why).bare()
    }

    /// What follows from a decision: who is told, what is written, reserved and issued, and where it leads.
    pub fn follows(&self, outcome: &Outcome, change: &Change) -> Vec<String> {
        let s = self.s;
        let mut said = vec![format!("→ {}", s.text(&outcome.past))];
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
            && step.is_some_and(|step| change.is_news(self.procedure, step, outcome));
        if with_its_paper || change.tell.iter().any(|(_, what)| to_applicant(what)) {
            let tell = outcome.tell.as_ref().and_then(|tell| tell.say.as_ref());
            let news = tell.map_or_else(|| s.text(&outcome.past), |say| s.text(say));
            said.push(t!(plain s, "trial-tells", news = news));
        }
        let effects = &change.effects;
        said.extend(effects.lines.iter().map(|line| self.written(line)));
        if let Some((_, until)) = effects.demands.retire {
            let kept = until.map(|until| moment(s, self.office, until));
            said.push(match kept {
                Some(until) => t!(plain s, "trial-retires-until", until = until),
                None => t!(plain s, "trial-retires"),
            });
        }
        if let Some(amending) = &effects.amends {
            let until = amending.until.map(|until| {
                let until = until.moment(&self.office.calendar);
                last_day(s, self.office, until)
            });
            said.push(match until {
                Some(until) => t!(plain s, "trial-renews", until = until),
                None => t!(plain s, "trial-amends"),
            });
        }
        said.extend(self.reserved(&effects.demands));
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

    /// The end at which a request has come.
    pub fn has_ended(&self, change: &Change) -> Option<String> {
        let end = self.procedure.end(change.request.ended()?)?;
        Some(format!("══ {}", self.end(end)))
    }

    fn written(&self, line: &Writing) -> String {
        let register = self.part(&line.register.clone().into());
        let known = self.office.register(&line.register);
        let label = |code: &domain::code::ColumnCode| {
            let column = known.and_then(|it| it.columns.iter().find(|it| it.code == *code));
            column.map_or_else(|| code.to_string(), |it| self.s.text(&it.label).to_owned())
        };
        let cells = |cells: &Cells| {
            let cells = cells.iter();
            let words = |cell: &Cell| match &cell.words {
                Some(words) => self.s.text(words).to_owned(),
                None => value(self.s, self.office, cell),
            };
            let cells = cells.map(|(code, cell)| format!("{} = {}", label(code), words(cell)));
            cells.collect::<Vec<_>>().join(", ")
        };
        let name = line.name.clone();
        t!(
            plain self.s,
            "trial-writes",
            register = register,
            name = name,
            cells = cells(&line.cells)
        )
    }

    fn reserved(&self, demands: &Demands) -> Vec<String> {
        let s = self.s;
        let name = |thing: &Thing| match thing {
            Thing::Name(_, name) | Thing::Number(_, name) => name.clone(),
            Thing::Share(resource) => {
                let known = self.office.resource(resource);
                known.map_or_else(|| resource.to_string(), |it| s.text(&it.title).to_owned())
            }
        };
        let mut said: Vec<String> = Vec::new();
        for wanted in &demands.wanted {
            let thing = name(&wanted.thing);
            let thing = match wanted.thing {
                Thing::Name(..) | Thing::Number(..) => thing,
                Thing::Share(_) => format!("{thing} {}", wanted.amount),
            };
            let line = t!(plain s, "trial-reserves", thing = thing);
            if !said.contains(&line) {
                said.push(line);
            }
        }
        said
    }
}

fn numbered(choices: &[String]) -> impl Iterator<Item = String> {
    let choices = (1..).zip(choices);
    choices.map(|(number, choice)| format!("    {number}. {choice}"))
}
