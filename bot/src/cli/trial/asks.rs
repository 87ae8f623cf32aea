//! What an outcome asks, question by question.

use std::io::BufRead;

use domain::{
    Text,
    code::FieldCode,
    id::{LineId, PaperId},
    procedure::{
        Answer, Answers, Field, Filling, Form, Input, Kind, Opt, Outcome, Paper, Seek, Way,
        accept::{Earlier, Knowledge, Unfit, accept_further, accept_rows},
        condition::{Condition, column_of},
        form::table_of,
    },
};

use super::{Stop, Terminal, print};
use crate::text::{value::value, words::t};

/// A phone that nobody has.
const PHONE: &str = "+6281200000000";
/// As many rows as a table takes.
const ROWS: usize = 50;

impl<R: BufRead> Terminal<'_, R> {
    /// The answers to what an outcome asks; none where someone goes back to choose another one.
    pub(super) fn fills(&mut self, outcome: &Outcome) -> Result<Option<Answers>, Stop> {
        let (mut form, mut filling) = self.trial.form(outcome);
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
            let choices = self.choices(&field, &filling);
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
            let one_row = self.asks_a_row(&field, &filling);
            let line = if field.is_table() && !one_row {
                self.reads_rows()?
            } else {
                self.reads()?
            };
            if line == "<" {
                return Ok(None);
            }
            match self.takes(&form, &filling, &field, (&line, &choices)) {
                Ok(taken) => filling = taken,
                Err(why) => print(&self.objects(&field, &why, (&line, &choices))),
            }
            if filling.stopped(&form).is_some() {
                print(&t!(plain self.saying.s, "form-stopped"));
                filling.answers.remove(&field.code);
            }
        }
    }

    /// Says which row of a table is to be repaired, where not all of it is, and what is still wrong with it.
    fn asks_a_row(&self, field: &Field, filling: &Filling) -> bool {
        if !field.is_table() {
            return false;
        }
        let table = filling.table(&field.code);
        let Some(row) = table.wrong.first() else {
            return false;
        };
        print(&format!("    {}", self.saying.row_again(field, row)));
        let knowledge = self.knowledge(filling, &[]);
        let why = row.why(field.columns(), &table.rows, &knowledge);
        if let Some(why) = why.filter(|_| !row.returned) {
            print(&self.saying.objects(&why));
        }
        true
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
        let s = self.saying.s;
        if table_of(&field.code).is_some() {
            let table = s.text(&field.label);
            let ask = t!(s, "ask-marked-rows", table = table).bare();
            field.ask = Text::both(ask);
        } else if field.ask.id.is_empty() {
            let key = match field.kind.way() {
                Way::Several { .. } => "trial-marks",
                _ => "trial-reason",
            };
            field.ask = Text::both(s.word(key).as_ref());
        }
        field
    }

    /// What can be chosen by its number.
    fn choices(&self, field: &Field, filling: &Filling) -> Vec<String> {
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
            Way::Items { .. } => self.items(field, filling),
            _ if !field.suggest.is_empty() => {
                let ready = field.suggest.iter().map(|text| s.text(text).to_owned());
                ready.collect()
            }
            _ => Vec::new(),
        }
    }

    fn items(&self, field: &Field, filling: &Filling) -> Vec<String> {
        let Kind::Items(kind) = &field.kind else {
            return Vec::new();
        };
        let earlier = self.earlier(filling);
        let named = kind.named_before(|code| earlier.get(code));
        let pool = || self.saying.office.pool(&kind.pool);
        let all = || pool().map(|pool| pool.items.clone()).unwrap_or_default();
        named.unwrap_or_else(all)
    }

    fn earlier<'k>(&'k self, filling: &'k Filling) -> Earlier<'k> {
        let request = self.trial.request().map(|request| &request.state.answers);
        Earlier([Some(&filling.answers), Some(&filling.old), request])
    }

    fn knowledge<'k>(&'k self, filling: &'k Filling, items: &'k [String]) -> Knowledge<'k> {
        Knowledge {
            now: self.trial.now(),
            office: self.saying.office,
            holders: &[],
            entries: &[],
            items,
            closed: &[],
            earlier: self.earlier(filling),
        }
    }

    /// The form with what was typed, or why it does not fit.
    fn takes(
        &self,
        form: &Form,
        filling: &Filling,
        field: &Field,
        said: (&str, &[String]),
    ) -> Result<Filling, Unfit> {
        let mut taken = filling.clone();
        let mut table = filling.table(&field.code);
        if field.is_table() && !table.wrong.is_empty() {
            let knowledge = self.knowledge(filling, &[]);
            table.correct(field.columns(), said.0, &knowledge)?;
            let earlier = self.earlier(filling);
            taken.take_corrected(field, table, field.row_limits(|code| earlier.get(code)));
        } else {
            let answer = self.judge(form, filling, field, said)?;
            taken.take(field.code.clone(), answer);
        }
        match taken.clash(form, field) {
            None => Ok(taken),
            Some(why) => Err(why),
        }
    }

    fn judge(
        &self,
        form: &Form,
        filling: &Filling,
        field: &Field,
        (line, choices): (&str, &[String]),
    ) -> Result<Answer, Unfit> {
        let items = self.items(field, filling);
        let knowledge = self.knowledge(filling, &items);
        if line.is_empty() {
            match field.offers(&knowledge) {
                Some(offered) => return Ok(offered),
                None if !field.required => return Ok(Answer::Skipped),
                None => {}
            }
        }
        let typed = || field.accept(&Input::Text(line.to_owned()), &knowledge);
        match field.kind.way() {
            Way::Person => self.names(field, line, &knowledge),
            Way::Line => Ok(Answer::Entry {
                id: LineId(1),
                name: line.to_owned(),
            }),
            Way::Contact => Ok(Answer::Phone(PHONE.to_owned())),
            Way::Paper { .. } => Ok(Answer::Paper(paper(line))),
            Way::Agency => match (typed(), self.sought(line).as_slice()) {
                (Err(Unfit::ChooseOne), [one]) => {
                    field.accept(&Input::Agency(one.code.clone()), &knowledge)
                }
                (judged, _) => judged,
            },
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
            way => match pointed(way, line, choices) {
                // A ready answer stands for itself, and what can be chosen is first of all called by its name.
                Some(input) if way == Way::Typed => field.accept(&input, &knowledge),
                Some(input) => typed().or_else(|_| field.accept(&input, &knowledge)),
                None => typed(),
            },
        }
    }

    /// Somebody who holds the role, whatever they are called; without a name by the post.
    fn names(&self, field: &Field, line: &str, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
        let Kind::Person(person) = &field.kind else {
            return Err(Unfit::NotHolder);
        };
        let own = self.trial.decider().filter(|_| person.not_self);
        let named = person.named_already(|code| knowledge.earlier.get(code));
        let except: Vec<_> = own.into_iter().chain(named).collect();
        let id = self.trial.holder(&person.role, &except);
        let id = id.ok_or(Unfit::NotHolder)?;
        let post = || self.saying.role(&person.role);
        let name = Some(line.to_owned()).filter(|it| !it.is_empty());
        let name = name.unwrap_or_else(post);
        Ok(Answer::Person { id, name })
    }

    /// The agencies whose names hold what was typed.
    fn sought(&self, line: &str) -> Vec<&domain::office::Agency> {
        let words = line.to_owned();
        self.saying.office.sought(&Seek { words, page: 0 })
    }

    /// Why it does not fit. There are no buttons: what can be chosen is named.
    fn objects(&self, field: &Field, why: &Unfit, (line, choices): (&str, &[String])) -> String {
        let s = self.saying.s;
        match (why, field.kind.way()) {
            (Unfit::ChooseOne, Way::Agency) => {
                let sought = self.sought(line).into_iter();
                let names: Vec<_> = sought.map(|it| s.text(&it.name).to_owned()).collect();
                self.saying.which(&names)
            }
            (Unfit::ChooseOne | Unfit::ItemTaken { .. }, _) if !choices.is_empty() => {
                t!(plain s, "trial-choose", most = choices.len())
            }
            _ => self.saying.objects(why),
        }
    }
}

/// What is chosen by numbers; none where it is not numbers of choices that were typed.
fn pointed(way: Way<'_>, line: &str, choices: &[String]) -> Option<Input> {
    let numbers = line.split([',', ';', ' ']).filter(|it| !it.is_empty());
    let places: Option<Vec<usize>> = numbers
        .map(|number| {
            let number: usize = number.trim_end_matches(['.', ')']).parse().ok()?;
            number.checked_sub(1).filter(|it| *it < choices.len())
        })
        .collect();
    let places = places.filter(|places| !places.is_empty())?;
    Some(match way {
        Way::One(options) | Way::Several { options, .. } => {
            let chosen = places.iter().filter_map(|it| options.get(*it));
            Input::Options(chosen.map(|it| it.code.clone()).collect())
        }
        Way::Items { .. } => {
            let chosen = places.iter().filter_map(|it| choices.get(*it));
            Input::Options(chosen.map(|it| it.as_str().into()).collect())
        }
        Way::YesNo(_) => Input::YesNo(places == [0]),
        _ => {
            let [place] = places.as_slice() else {
                return None;
            };
            Input::Text(choices.get(*place)?.clone())
        }
    })
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
