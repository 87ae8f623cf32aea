//! `loket procedures try`: walks a procedure on the terminal, without Telegram, people or a database.
//!
//! Answers come from the standard input, a line each, so that a walk can be kept in a file and told again.

use std::{io::BufRead, sync::Arc};

use chrono::Utc;
use domain::{
    Language, Text,
    code::FieldCode,
    id::{LineId, PaperId},
    procedure::{
        Answer, Answers, Field, Filling, Form, Input, Kind, Opt, Outcome, Paper, Way,
        accept::{Earlier, Knowledge, Unfit, accept_further, accept_rows},
        condition::{Condition, column_of},
    },
    trial::Trial,
};

use super::{
    CliError,
    files::{office, procedure},
    print,
};
use crate::text::{Words, phrase::Saying, value::value, words::t};

/// A phone that nobody has.
const PHONE: &str = "+6281200000000";
/// As many rows as a table takes.
const ROWS: usize = 50;

/// What ends a walk before its end.
enum Stop {
    /// There are no more answers.
    NoMore,
    Wrong(CliError),
}

/// Walks a procedure by what is typed, or prints all ways through it.
pub(super) fn run(named: &str, language: Option<Language>, all: bool) -> Result<(), CliError> {
    let office = Arc::new(office()?);
    let procedure = procedure(named, &office)?;
    let speech = Words::load().speech(language.unwrap_or_default());
    let saying = Saying {
        s: &speech,
        office: &office,
        procedure: &procedure,
    };
    let title = speech.text(&procedure.title).to_uppercase();
    if all {
        print(&format!("{title}\n{}", saying.all_ways()));
        return Ok(());
    }
    print(&format!("{title}\n{}", t!(plain saying.s, "trial-how")));
    let mut terminal = Terminal {
        saying,
        lines: std::io::stdin().lock(),
        trial: Trial::new(procedure.clone(), office.clone()),
    };
    match terminal.walks() {
        Ok(()) => Ok(()),
        Err(Stop::NoMore) => {
            print(&t!(plain saying.s, "trial-stopped"));
            Ok(())
        }
        Err(Stop::Wrong(error)) => Err(error),
    }
}

struct Terminal<'a, R> {
    saying: Saying<'a>,
    lines: R,
    trial: Trial,
}

impl<R: BufRead> Terminal<'_, R> {
    fn walks(&mut self) -> Result<(), Stop> {
        while let Some(step) = self.trial.step() {
            print(&format!("\n{}", self.saying.stands_at(step)));
            let outcome = self.chooses()?;
            let Some(answers) = self.fills(&outcome)? else {
                continue;
            };
            let change = self.trial.decide(&outcome.code, answers, Utc::now());
            let change = match change {
                Ok(change) => change,
                Err(refusal) => {
                    let error = format!("loket: {refusal}");
                    return Err(Stop::Wrong(CliError::Wrong(error)));
                }
            };
            for line in self.saying.follows(&outcome, &change) {
                print(&format!("  {line}"));
            }
            if let Some(end) = self.saying.has_ended(&change) {
                print(&format!("\n{end}"));
            }
        }
        Ok(())
    }

    fn reads(&mut self) -> Result<String, Stop> {
        let mut line = String::new();
        match self.lines.read_line(&mut line) {
            Ok(0) => Err(Stop::NoMore),
            Ok(_) => Ok(line.trim().to_owned()),
            Err(error) => Err(Stop::Wrong(CliError::Wrong(format!("loket: {error}")))),
        }
    }

    /// The outcome that is chosen; where there is one, nobody is asked.
    fn chooses(&mut self) -> Result<Outcome, Stop> {
        let offered: Vec<_> = self.trial.offered().into_iter().cloned().collect();
        if let [only] = offered.as_slice() {
            return Ok(only.clone());
        }
        print(&self.saying.decides(&offered.iter().collect::<Vec<_>>()));
        loop {
            let line = self.reads()?;
            let number = line.parse::<usize>().ok();
            let chosen = number.and_then(|number| offered.get(number.checked_sub(1)?));
            let label = |it: &&Outcome| self.saying.s.text(&it.label).eq_ignore_ascii_case(&line);
            if let Some(chosen) = chosen.or_else(|| offered.iter().find(label)) {
                return Ok(chosen.clone());
            }
            print(&t!(plain self.saying.s, "trial-choose", most = offered.len()));
        }
    }

    /// The answers to what an outcome asks; none where someone goes back to choose another one.
    fn fills(&mut self, outcome: &Outcome) -> Result<Option<Answers>, Stop> {
        let (mut form, mut filling) = self.trial.form(outcome, Utc::now());
        // Nobody has written a line, so it says what the question that is compared with it has as its example.
        for (entry, column) in form.columns().collect::<Vec<_>>() {
            let says = self.compared_with(&form, &entry, &column);
            form.knows_column(&entry, &column, says);
        }
        loop {
            let missing = match filling.finish(&form) {
                Ok(answers) => return Ok(Some(answers)),
                Err(missing) => missing,
            };
            let Some(field) = form.field(&missing).cloned() else {
                return Ok(Some(Answers::new()));
            };
            let field = self.worded(field);
            let choices = self.choices(&field);
            filling.keep_share(&form);
            print(&self.saying.puts(&field, filling.share(&form), &choices));
            if let Some(offered) = field.offers(&self.knowledge(&filling, &[])) {
                let (s, office) = (self.saying.s, self.saying.office);
                let offered = value(s, office, &field, &offered);
                print(&format!(
                    "  {}",
                    t!(plain s, "trial-offers", answer = offered)
                ));
            }
            let line = match &field.kind {
                Kind::Rows(_) => self.reads_rows()?,
                _ => self.reads()?,
            };
            if line == "<" {
                return Ok(None);
            }
            match self.judge(&form, &filling, &field, &line) {
                Ok(answer) => {
                    let mut tried = filling.clone();
                    tried.take(field.code.clone(), answer);
                    match tried.clash(&form, &field) {
                        None => filling = tried,
                        Some(why) => print(&self.saying.objects(&why)),
                    }
                }
                Err(why) => print(&self.saying.objects(&why)),
            }
        }
    }

    fn compared_with(&self, form: &Form, entry: &FieldCode, column: &str) -> Option<String> {
        let this = column_of(entry, column);
        let demands = form.must().iter().flat_map(|must| must.holds.simple());
        let mut compared = demands.filter_map(|demand| match demand {
            Condition::Compares { field, with, .. } if with.questions().contains(&this) => {
                form.field(field)
            }
            _ => None,
        });
        let example = compared.find_map(|field| field.example.as_ref())?;
        Some(self.saying.s.text(example).to_owned())
    }

    /// Rows until an empty line.
    fn reads_rows(&mut self) -> Result<String, Stop> {
        let mut rows = Vec::new();
        loop {
            match self.reads() {
                Ok(line) if line.is_empty() || line == "<" => {
                    return Ok(if line == "<" { line } else { rows.join("\n") });
                }
                Ok(line) => rows.push(line),
                Err(Stop::NoMore) if !rows.is_empty() => return Ok(rows.join("\n")),
                Err(stop) => return Err(stop),
            }
        }
    }

    /// Our own questions have no words in the file.
    fn worded(&self, mut field: Field) -> Field {
        if field.ask.id.is_empty() {
            let key = match field.kind.way() {
                Way::Several { .. } => "trial-marks",
                _ => "trial-reason",
            };
            field.ask = Text::both(self.saying.s.word(key).as_ref());
        }
        field
    }

    /// What can be chosen by its number.
    fn choices(&self, field: &Field) -> Vec<String> {
        let s = self.saying.s;
        let labels = |options: &[Opt]| {
            let labels = options
                .iter()
                .map(|option| s.text(&option.label).to_owned());
            labels.collect()
        };
        match field.kind.way() {
            Way::One(options) | Way::Several { options, .. } => labels(options),
            Way::YesNo(_) => vec![t!(plain s, "yes"), t!(plain s, "no")],
            Way::Items { .. } => self.items(field),
            _ if !field.suggest.is_empty() => {
                let ready = field.suggest.iter().map(|text| s.text(text).to_owned());
                ready.collect()
            }
            _ => Vec::new(),
        }
    }

    fn items(&self, field: &Field) -> Vec<String> {
        match &field.kind {
            Kind::Items(items) => {
                let pool = self.saying.office.pool(&items.pool);
                pool.map(|pool| pool.items.clone()).unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }

    fn knowledge<'k>(&'k self, filling: &'k Filling, items: &'k [String]) -> Knowledge<'k> {
        let request = self.trial.request().map(|request| &request.state.answers);
        Knowledge {
            now: Utc::now(),
            office: self.saying.office,
            holders: &[],
            entries: &[],
            items,
            closed: &[],
            earlier: Earlier([Some(&filling.answers), Some(&filling.old), request]),
        }
    }

    fn judge(
        &self,
        form: &Form,
        filling: &Filling,
        field: &Field,
        line: &str,
    ) -> Result<Answer, Unfit> {
        let items = self.items(field);
        let knowledge = self.knowledge(filling, &items);
        if line.is_empty() {
            match field.offers(&knowledge) {
                Some(offered) => return Ok(offered),
                None if !field.required => return Ok(Answer::Skipped),
                None => {}
            }
        }
        let chosen = |options: &[Opt]| -> Vec<_> {
            let numbers = line
                .split([',', ' '])
                .filter_map(|it| it.parse::<usize>().ok());
            let options = numbers.filter_map(|it| options.get(it.checked_sub(1)?));
            options.map(|option| option.code.clone()).collect()
        };
        match field.kind.way() {
            Way::One(options) | Way::Several { options, .. } if !chosen(options).is_empty() => {
                field.accept(&Input::Options(chosen(options)), &knowledge)
            }
            Way::YesNo(_) if line == "1" || line == "2" => {
                field.accept(&Input::YesNo(line == "1"), &knowledge)
            }
            Way::Items { .. } => {
                let numbers = line
                    .split([',', ' '])
                    .filter_map(|it| it.parse::<usize>().ok());
                let named = numbers.filter_map(|it| items.get(it.checked_sub(1)?));
                let named = named.map(|item| item.as_str().into()).collect();
                field.accept(&Input::Options(named), &knowledge)
            }
            Way::Person => {
                let Kind::Person(person) = &field.kind else {
                    return Err(Unfit::NotHolder);
                };
                let own = self.trial.decider(Utc::now()).filter(|_| person.not_self);
                let named = person
                    .unlike
                    .iter()
                    .filter_map(|code| knowledge.earlier.get(code));
                let named = named.filter_map(|it| match it {
                    Answer::Person { id, .. } => Some(*id),
                    _ => None,
                });
                let except: Vec<_> = own.into_iter().chain(named).collect();
                let id = self.trial.holder(&person.role, &except);
                let id = id.ok_or(Unfit::NotHolder)?;
                let name = line.to_owned();
                Ok(Answer::Person { id, name })
            }
            Way::Line => Ok(Answer::Entry {
                id: LineId(1),
                name: line.to_owned(),
            }),
            Way::Contact => Ok(Answer::Phone(PHONE.to_owned())),
            Way::Paper { .. } => Ok(Answer::Paper(paper(line))),
            Way::Rows => {
                let limits = field.row_limits(|code| {
                    let given = || form.given(code);
                    filling.answers.get(code).or_else(given)
                });
                let most = limits.max.min(ROWS);
                let rows = match field.extends() {
                    Some(_) => accept_further(field, line, (0, most), &knowledge)?,
                    None => accept_rows(field.columns(), line, most, &knowledge)?,
                };
                limits.check(rows.len())?;
                Ok(Answer::Rows(rows))
            }
            _ => {
                let number = line.parse::<usize>().ok();
                let ready = number.and_then(|number| field.suggest.get(number.checked_sub(1)?));
                let typed = ready.map_or(line, |ready| self.saying.s.text(ready));
                field.accept(&Input::Text(typed.to_owned()), &knowledge)
            }
        }
    }
}

/// A letter that nobody has sent.
fn paper(name: &str) -> Paper {
    Paper {
        id: PaperId(1),
        name: if name.is_empty() { "surat.pdf" } else { name }.to_owned(),
        media: "application/pdf".to_owned(),
        size: 1,
        sha256: String::new(),
        pages: Vec::new(),
    }
}
