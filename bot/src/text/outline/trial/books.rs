//! What a trial does to the office's books: lines of registers, and what is reserved and given back.

use domain::{
    code::{ColumnCode, FieldCode, LineStateCode, RegisterCode},
    procedure::{Answer, Booking, Kind, Outcome},
    register::{Cell, Cells, LastWords, Line, Writing},
    reservation::{Reservation, Thing, Wanted},
    trial::{Followed, Trial},
};

use crate::text::{
    moment::{last_day, moment},
    phrase::Saying,
    register::{called, value},
    schedule::slot,
    words::t,
};

impl Saying<'_> {
    /// What is written, amended, closed, reserved and given back.
    pub(super) fn books(
        &self,
        trial: &Trial,
        outcome: Option<&Outcome>,
        followed: &Followed,
    ) -> Vec<String> {
        let effects = &followed.change.effects;
        let written = effects.lines.iter().zip(&followed.lines);
        let mut said: Vec<String> = written
            .map(|(writing, line)| self.written(trial, writing, line))
            .collect();
        said.extend(outcome.and_then(|outcome| self.retired(trial, outcome, followed)));
        said.extend(outcome.and_then(|outcome| self.amended(trial, outcome, followed)));
        let reserved = effects.demands.wanted.iter();
        let reserved = reserved.map(|wanted| {
            let thing = self.wanted(wanted);
            t!(plain self.s, "trial-reserves", thing = thing)
        });
        let free = followed.free_again.iter();
        let free = free.map(|held| {
            let thing = self.held(held);
            t!(plain self.s, "trial-gives-back", thing = thing)
        });
        for line in reserved.chain(free) {
            if !said.contains(&line) {
                said.push(line);
            }
        }
        said
    }

    /// Which line it is, how it stands now, and what is written into it.
    fn written(&self, trial: &Trial, writing: &Writing, line: &Line) -> String {
        let s = self.s;
        let (register, name) = (self.part(&line.register.clone().into()), &line.name);
        let cells = self.cells(trial, &line.register, &writing.cells);
        let known = self.office.register(&line.register);
        let state = known.map_or("", |it| s.text(called(it, line, line.changed_at)));
        if writing.closes {
            t!(plain s, "trial-writes-closes", register = register, name = name, state = state, cells = cells)
        } else {
            t!(plain s, "trial-writes", register = register, name = name, state = state, cells = cells)
        }
    }

    /// The line that was chosen is closed.
    fn retired(&self, trial: &Trial, outcome: &Outcome, followed: &Followed) -> Option<String> {
        let (s, effects) = (self.s, &followed.change.effects);
        let (_, until) = effects.demands.retire?;
        let kept = until.map(|until| moment(s, self.office, until));
        let said = match kept {
            Some(until) => t!(plain s, "trial-retires-until", until = until),
            None => t!(plain s, "trial-retires"),
        };
        let entry = &outcome.retire.as_ref()?.entry;
        let LastWords { cells, stands } = &effects.last_words;
        let written = (stands.as_ref(), cells);
        Some(said + &self.of_chosen(trial, entry, followed, written))
    }

    /// The line that was chosen says something else from now on.
    fn amended(&self, trial: &Trial, outcome: &Outcome, followed: &Followed) -> Option<String> {
        let s = self.s;
        let amending = followed.change.effects.amends.as_ref()?;
        let until = amending.until.map(|until| {
            let until = until.moment(&self.office.calendar);
            last_day(s, self.office, until)
        });
        let said = match until {
            Some(until) => t!(plain s, "trial-renews", until = until),
            None => t!(plain s, "trial-amends"),
        };
        let entry = &outcome.amend.as_ref()?.entry;
        let written = (amending.stands.as_ref(), &amending.cells);
        Some(said + &self.of_chosen(trial, entry, followed, written))
    }

    /// ": Izin 7 · Dicabut (Dicabut pada = …)"
    fn of_chosen(
        &self,
        trial: &Trial,
        entry: &FieldCode,
        followed: &Followed,
        (stands, cells): (Option<&LineStateCode>, &Cells),
    ) -> String {
        let answers = &followed.change.request.state.answers;
        let name = match answers.get(entry) {
            Some(Answer::Entry { name, .. }) => name.as_str(),
            _ => "",
        };
        let register = self.register_of(entry);
        let known = register.as_ref().and_then(|it| self.office.register(it));
        let state = stands.and_then(|code| known?.state(code));
        let state = state.map(|state| self.s.text(&state.label));
        let said = [Some(name).filter(|it| !it.is_empty()), state];
        let said: Vec<&str> = said.into_iter().flatten().collect();
        let cells = register.map(|register| self.cells(trial, &register, cells));
        let cells = cells.unwrap_or_default();
        if said.is_empty() {
            return cells;
        }
        format!(": {}{cells}", said.join(" · "))
    }

    fn register_of(&self, entry: &FieldCode) -> Option<RegisterCode> {
        match &self.procedure.field(entry)?.kind {
            Kind::Entry(kind) => Some(kind.register.clone()),
            _ => None,
        }
    }

    /// " (Barang = Proyektor, Keluar = …)"; nothing where nothing is written.
    fn cells(&self, trial: &Trial, register: &RegisterCode, cells: &Cells) -> String {
        if cells.is_empty() {
            return String::new();
        }
        let known = self.office.register(register);
        let label = |code: &ColumnCode| {
            let column = known.and_then(|it| it.columns.iter().find(|it| it.code == *code));
            column.map_or_else(|| code.to_string(), |it| self.s.text(&it.label).to_owned())
        };
        let cells = cells.iter();
        let cells =
            cells.map(|(code, cell)| format!("{} = {}", label(code), self.cell(trial, cell)));
        format!(" ({})", cells.collect::<Vec<_>>().join(", "))
    }

    /// Nobody has a name in a trial: whoever has none stands there by the post.
    fn cell(&self, trial: &Trial, cell: &Cell) -> String {
        match &cell.value {
            Answer::Person { id, name } if name.is_empty() && cell.post.is_none() => {
                let post = trial.post(*id);
                post.map(|role| self.role(role)).unwrap_or_default()
            }
            _ => value(self.s, self.office, cell),
        }
    }

    fn wanted(&self, wanted: &Wanted) -> String {
        self.thing(&wanted.thing, wanted.amount, wanted.window)
    }

    fn held(&self, held: &Reservation) -> String {
        self.thing(&held.thing, held.amount, held.window)
    }

    /// "PRY-1 (Senin, 14 Desember 2026, 11.00 WIB – 15.00)": as long as it is nobody else's.
    fn thing(&self, thing: &Thing, amount: i64, window: Option<Booking>) -> String {
        let s = self.s;
        let thing = match thing {
            Thing::Name(_, name) | Thing::Number(_, name) => name.clone(),
            Thing::Share(resource) => {
                let known = self.office.resource(resource);
                let title = known.map_or(resource.as_str(), |it| s.text(&it.title));
                format!("{title} {amount}")
            }
        };
        match window {
            Some(window) => format!("{thing} ({})", slot(s, self.office, window.taken())),
            None => thing,
        }
    }
}
