//! What an administrator does to the calendar, decided purely: from the calendar as it is and what is
//! wanted come the entries that are written.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Calendar, DayEntry, DayOff, Hours, Overlay, TermEntry, TermTag, import::Different};
use crate::Refusal;

/// One thing that can be done to the calendar, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CalendarAct {
    /// A day off that is new, or that replaces the one at another or the same day.
    SetDay {
        off: DayOff,
        instead_of: Option<NaiveDate>,
    },
    RemoveDay(NaiveDate),
    /// What was removed is there again, as it was.
    RestoreDay(NaiveDate),
    ConfirmDay(NaiveDate),
    /// Every day off of a year that nobody has confirmed yet.
    ConfirmYear(i32),
    /// A term that is new, or that replaces another.
    SetTerm {
        hours: Hours,
        instead_of: Option<TermTag>,
    },
    RemoveTerm(TermTag),
    RestoreTerm(TermTag),
    /// A term begins a day later than planned.
    BeginLater(TermTag),
    /// A term ends a day later than planned.
    EndLater(TermTag),
    /// The days of a file; what is the same already, or better known, stays untouched.
    Import(Vec<DayOff>),
}

/// What is written in the history of the calendar: what is so from now on. Never deleted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Changed {
    Day {
        day: DayOff,
        removed: bool,
    },
    Term {
        name: String,
        from: Option<NaiveDate>,
        until: Option<NaiveDate>,
        week: String,
        removed: bool,
    },
}

/// What follows from an act.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entries {
    pub days: Vec<DayEntry>,
    pub terms: Vec<TermEntry>,
}

impl Entries {
    pub fn is_empty(&self) -> bool {
        self.days.is_empty() && self.terms.is_empty()
    }

    /// Everything that is changed, for the history.
    pub fn told(&self) -> Vec<Changed> {
        let days = self.days.iter().map(|entry| Changed::Day {
            day: entry.off.clone(),
            removed: entry.removed,
        });
        let terms = self.terms.iter().map(|entry| Changed::Term {
            name: entry.hours.name.clone(),
            from: entry.hours.from,
            until: entry.hours.until,
            week: entry.hours.week.to_string(),
            removed: entry.removed,
        });
        days.chain(terms).collect()
    }

    fn day(mut self, off: DayOff, removed: bool) -> Entries {
        self.days.push(DayEntry { off, removed });
        self
    }

    fn term(mut self, hours: Hours, removed: bool) -> Entries {
        self.terms.push(TermEntry { hours, removed });
        self
    }
}

impl Calendar {
    /// What is to be written so that an act is done; nothing where it is so already. `overlay` is what
    /// was entered before: what was removed is found there.
    pub fn plan(&self, overlay: &Overlay, act: &CalendarAct) -> Result<Entries, Refusal> {
        let entries = Entries::default();
        Ok(match act {
            CalendarAct::SetDay { off, instead_of } => self.set_day(off, *instead_of)?,
            CalendarAct::RemoveDay(day) => entries.day(self.known_day(*day)?.clone(), true),
            CalendarAct::RestoreDay(day) => {
                let mut removed = overlay.days.iter().filter(|entry| entry.removed);
                let entry = removed.find(|entry| entry.off.day == *day);
                let entry = entry.ok_or(Refusal::NoSuchDayOff { day: *day })?;
                entries.day(entry.off.clone(), false)
            }
            CalendarAct::ConfirmDay(day) => confirmed([self.known_day(*day)?]),
            CalendarAct::ConfirmYear(year) => confirmed(self.days_of(*year)),
            CalendarAct::SetTerm { hours, instead_of } => {
                self.set_term(hours, instead_of.as_ref())?
            }
            CalendarAct::RemoveTerm(tag) => {
                let hours = self.known_term(tag)?;
                if hours.is_usual() && self.hours.iter().filter(|it| it.is_usual()).count() < 2 {
                    return Err(Refusal::UsualHoursStay);
                }
                entries.term(hours.clone(), true)
            }
            CalendarAct::RestoreTerm(tag) => {
                let mut removed = overlay.terms.iter().filter(|entry| entry.removed);
                let entry = removed.find(|entry| entry.hours.tag() == *tag);
                let entry = entry.ok_or(Refusal::NoSuchTerm)?;
                entries.term(entry.hours.clone(), false)
            }
            CalendarAct::BeginLater(tag) => {
                let mut hours = self.known_term(tag)?.clone();
                hours.from = hours.from.and_then(|from| from.succ_opt());
                if hours.until.is_some() && hours.until < hours.from {
                    return Err(Refusal::EndsBeforeItBegins);
                }
                entries.term(hours, false)
            }
            CalendarAct::EndLater(tag) => {
                let mut hours = self.known_term(tag)?.clone();
                hours.until = hours.until.and_then(|until| until.succ_opt());
                entries.term(hours, false)
            }
            CalendarAct::Import(days) => Entries {
                days: {
                    let compared = self.compare(days);
                    let told = compared.different.iter().map(Different::as_told);
                    let entered = compared.new.into_iter().chain(compared.changed).chain(told);
                    let entry = |off| DayEntry {
                        off,
                        removed: false,
                    };
                    entered.map(entry).collect()
                },
                ..entries
            },
        })
    }

    /// The days off of a year.
    pub fn days_of(&self, year: i32) -> impl Iterator<Item = &DayOff> {
        let days = self.days_off.values();
        days.filter(move |off| off.day.year() == year)
    }

    fn known_day(&self, day: NaiveDate) -> Result<&DayOff, Refusal> {
        let found = self.days_off.get(&day);
        found.ok_or(Refusal::NoSuchDayOff { day })
    }

    fn known_term(&self, tag: &TermTag) -> Result<&Hours, Refusal> {
        self.term(tag).ok_or(Refusal::NoSuchTerm)
    }

    fn set_day(&self, off: &DayOff, instead_of: Option<NaiveDate>) -> Result<Entries, Refusal> {
        let mut entries = Entries::default();
        if let Some(there) = self.days_off.get(&off.day) {
            if instead_of != Some(off.day) {
                return Err(Refusal::DayOffThere {
                    day: off.day,
                    name: there.name.clone(),
                });
            }
            if there == off {
                return Ok(entries);
            }
        }
        if let Some(before) = instead_of.filter(|before| *before != off.day) {
            entries = entries.day(self.known_day(before)?.clone(), true);
        }
        Ok(entries.day(off.clone(), false))
    }

    fn set_term(&self, hours: &Hours, instead_of: Option<&TermTag>) -> Result<Entries, Refusal> {
        let mut entries = Entries::default();
        if hours.until.is_some() && hours.until < hours.from {
            return Err(Refusal::EndsBeforeItBegins);
        }
        let tag = hours.tag();
        if let Some(there) = self.term(&tag) {
            if instead_of != Some(&tag) {
                return Err(Refusal::TermThere {
                    name: there.name.clone(),
                });
            }
            if there == hours {
                return Ok(entries);
            }
        }
        if let Some(before) = instead_of.filter(|before| **before != tag) {
            entries = entries.term(self.known_term(before)?.clone(), true);
        }
        Ok(entries.term(hours.clone(), false))
    }
}

/// The days that nobody has confirmed, confirmed.
fn confirmed<'a>(days: impl IntoIterator<Item = &'a DayOff>) -> Entries {
    let expected = days.into_iter().filter(|off| off.expected);
    let firm = expected.map(|off| DayOff {
        expected: false,
        ..off.clone()
    });
    firm.fold(Entries::default(), |entries, off| entries.day(off, false))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{CalendarAct, Entries};
    use crate::{
        Refusal,
        calendar::{Calendar, DayKind, DayOff, Hours, Overlay, TermTag},
        office::Office,
    };

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn off(text: &str) -> DayOff {
        DayOff {
            day: day(text),
            name: "Hari Jadi Kota".to_owned(),
            kind: DayKind::Local,
            source: String::new(),
            expected: false,
        }
    }

    fn ramadan(from: &str, until: &str) -> Hours {
        Hours {
            name: "Ramadan 2027".to_owned(),
            from: Some(day(from)),
            until: Some(day(until)),
            week: "senin-kamis 08.00-12.00, 12.30-15.00".parse().unwrap(),
        }
    }

    /// Does acts one after the other, as the database would.
    fn after(acts: &[CalendarAct]) -> Result<Calendar, Refusal> {
        let written = Office::built_in().unwrap().calendar;
        let mut overlay = Overlay::default();
        for act in acts {
            let Entries { days, terms } = written.changed(&overlay).plan(&overlay, act)?;
            for entry in days {
                overlay.days.retain(|it| it.off.day != entry.off.day);
                overlay.days.push(entry);
            }
            for entry in terms {
                overlay.terms.retain(|it| it.hours.name != entry.hours.name);
                overlay.terms.push(entry);
            }
        }
        Ok(written.changed(&overlay))
    }

    #[test]
    fn days_come_move_go_and_come_back() {
        let add = CalendarAct::SetDay {
            off: off("2026-12-01"),
            instead_of: None,
        };
        let calendar = after(std::slice::from_ref(&add)).unwrap();
        assert!(!calendar.is_working_day(day("2026-12-01")));
        let there = after(&[add.clone(), add.clone()]).unwrap_err();
        assert!(matches!(there, Refusal::DayOffThere { .. }));

        let moved = CalendarAct::SetDay {
            off: off("2026-12-02"),
            instead_of: Some(day("2026-12-01")),
        };
        let calendar = after(&[add, moved]).unwrap();
        assert!(calendar.is_working_day(day("2026-12-01")));
        assert!(!calendar.is_working_day(day("2026-12-02")));

        let natal = day("2026-12-25");
        let calendar = after(&[CalendarAct::RemoveDay(natal)]).unwrap();
        assert!(calendar.is_working_day(natal));
        let again = after(&[
            CalendarAct::RemoveDay(natal),
            CalendarAct::RestoreDay(natal),
        ])
        .unwrap();
        assert_eq!(again, after(&[]).unwrap());
        assert!(after(&[CalendarAct::RestoreDay(natal)]).is_err());
    }

    #[test]
    fn a_year_is_confirmed_at_once() {
        let expected =
            |calendar: &Calendar| calendar.days_of(2027).filter(|it| it.expected).count();
        assert!(expected(&after(&[]).unwrap()) > 1);
        assert_eq!(
            expected(&after(&[CalendarAct::ConfirmYear(2027)]).unwrap()),
            0
        );
        let one = CalendarAct::ConfirmDay(day("2027-05-17"));
        let before = expected(&after(&[]).unwrap());
        assert_eq!(expected(&after(&[one]).unwrap()), before - 1);
    }

    #[test]
    fn a_term_begins_and_ends_later() {
        let add = CalendarAct::SetTerm {
            hours: ramadan("2027-02-08", "2027-03-09"),
            instead_of: None,
        };
        let tag = TermTag::of("Ramadan 2027");
        let later = [
            add.clone(),
            CalendarAct::BeginLater(tag.clone()),
            CalendarAct::EndLater(tag.clone()),
        ];
        let calendar = after(&later).unwrap();
        let expected = ramadan("2027-02-09", "2027-03-10");
        assert_eq!(calendar.term(&tag), Some(&expected));
        assert_eq!(calendar.hours_on(day("2027-02-09")), Some(&expected));
        assert!(calendar.hours_on(day("2027-02-08")).unwrap().is_usual());
        assert!(matches!(
            after(&[add.clone(), add.clone()]),
            Err(Refusal::TermThere { .. })
        ));
        let gone = after(&[add.clone(), CalendarAct::RemoveTerm(tag.clone())]).unwrap();
        assert_eq!(gone.term(&tag), None);
        let back = [
            add,
            CalendarAct::RemoveTerm(tag.clone()),
            CalendarAct::RestoreTerm(tag.clone()),
        ];
        assert!(after(&back).unwrap().term(&tag).is_some());
    }

    #[test]
    fn the_usual_hours_stay() {
        let calendar = after(&[]).unwrap();
        let usual = calendar.hours.iter().find(|it| it.is_usual()).unwrap();
        let removed = after(&[CalendarAct::RemoveTerm(usual.tag())]);
        assert_eq!(removed, Err(Refusal::UsualHoursStay));
        let hours = Hours {
            week: "senin-jumat 08.00-16.00".parse().unwrap(),
            ..usual.clone()
        };
        let changed = CalendarAct::SetTerm {
            instead_of: Some(hours.tag()),
            hours: hours.clone(),
        };
        assert!(after(&[changed]).unwrap().hours.contains(&hours));
    }
}
