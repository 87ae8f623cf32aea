//! `loket procedures try`: walks a procedure on the terminal, without Telegram, people or a database.
//!
//! Answers come from the standard input, a line each, so that a walk can be kept in a file and told again.

mod asks;

use std::{io::BufRead, sync::Arc};

use chrono::Utc;
use domain::{
    Language, Refusal,
    procedure::Outcome,
    trial::{Followed, Trial},
};

use super::{
    CliError,
    files::{office, procedure},
    print,
};
use crate::text::{Words, outline::numbered, phrase::Saying, words::t};

/// What ends a walk before its end.
enum Stop {
    /// There are no more answers.
    NoMore,
    Wrong(CliError),
}

/// Which way is taken.
enum TrialTurn {
    Decided(Box<Outcome>),
    /// Nobody acts.
    ByItself,
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
        trial: Trial::new(procedure.clone(), office.clone(), Utc::now()),
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
        let mut refused = false;
        while let Some(step) = self.trial.step() {
            print(&format!("\n{}", self.saying.stands_at(step)));
            for (at, alarm) in self.trial.alarms() {
                print(&format!("  {}", self.saying.will_be_said(at, alarm)));
            }
            let followed = match self.chooses(refused)? {
                TrialTurn::ByItself => Some(self.nobody_acts()),
                TrialTurn::Decided(outcome) => self.decides(&outcome)?,
            };
            refused = matches!(followed, Some(Err(_)));
            match followed {
                Some(Ok(followed)) => self.tells(&followed),
                Some(Err(why)) => print(&self.saying.refuses(&why)),
                None => {}
            }
        }
        Ok(())
    }

    fn tells(&self, followed: &Followed) {
        for line in self.saying.follows(&self.trial, followed) {
            print(&format!("  {line}"));
        }
        if let Some(end) = self.saying.has_ended(&followed.change) {
            print(&format!("\n{end}"));
        }
    }

    fn nobody_acts(&mut self) -> Result<Followed, Refusal> {
        let followed = self.trial.nobody_acts();
        if followed.is_ok() {
            print(&self.saying.is_now(self.trial.now()));
        }
        followed
    }

    /// What follows from an outcome, once it can be chosen and what it asks is answered; nothing where someone goes back
    /// to choose another one.
    fn decides(&mut self, outcome: &Outcome) -> Result<Option<Result<Followed, Refusal>>, Stop> {
        if let Some(from) = self.trial.opens_at(outcome) {
            if let Some(way) = self.trial.clock_way().filter(|way| way.at <= from) {
                print(&self.saying.clock_is_first(way));
                return Ok(Some(Err(Refusal::NotYet { from })));
            }
            self.trial.passes_until(from);
            print(&self.saying.is_now(from));
        }
        let answers = self.fills(outcome)?;
        Ok(answers.map(|answers| self.trial.decide(&outcome.code, answers)))
    }

    fn reads(&mut self) -> Result<String, Stop> {
        let mut line = String::new();
        match self.lines.read_line(&mut line) {
            Ok(0) => Err(Stop::NoMore),
            Ok(_) => Ok(line.trim().to_owned()),
            Err(error) => Err(Stop::Wrong(CliError::Wrong(format!("loket: {error}")))),
        }
    }

    /// The way that is chosen; where there is one, nobody is asked, unless it was refused just now.
    fn chooses(&mut self, refused: bool) -> Result<TrialTurn, Stop> {
        let offered: Vec<_> = self.trial.offered().into_iter().cloned().collect();
        let choices = self.saying.decides(&offered, self.trial.clock_way());
        if let ([only], [_], false) = (offered.as_slice(), choices.as_slice(), refused) {
            return Ok(TrialTurn::Decided(Box::new(only.clone())));
        }
        print(&numbered(&choices).collect::<Vec<_>>().join("\n"));
        loop {
            let line = self.reads()?;
            if let Some(place) = chosen(&choices, &line) {
                let outcome = offered.get(place).cloned().map(Box::new);
                return Ok(outcome.map_or(TrialTurn::ByItself, TrialTurn::Decided));
            }
            print(&t!(plain self.saying.s, "trial-choose", most = choices.len()));
        }
    }
}

/// Which choice is meant: by its number, by what stands there, or by how only one of them begins.
fn chosen(choices: &[String], typed: &str) -> Option<usize> {
    let number = typed.parse::<usize>().ok();
    let numbered = number.and_then(|it| it.checked_sub(1).filter(|it| *it < choices.len()));
    let plain = |text: &str| text.trim_start_matches('(').to_lowercase();
    let typed = plain(typed);
    let whole = || choices.iter().position(|it| plain(it) == typed);
    let begun = || {
        let all = choices.iter().enumerate();
        let mut begun = all.filter(|(_, it)| plain(it).starts_with(&typed));
        let (place, _) = begun.next().filter(|_| !typed.is_empty())?;
        begun.next().is_none().then_some(place)
    };
    numbered.or_else(whole).or_else(begun)
}
