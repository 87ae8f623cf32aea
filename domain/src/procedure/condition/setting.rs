//! What a comparison rests on beside answers.

use chrono_tz::Tz;

use crate::{calendar::Calendar, office::Office};

/// What the office knows by which one answer is held against another: where its clock stands, and beneath which domains
/// its names are.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    pub zone: Tz,
    /// None where no office is known: then a label is whatever name begins with it.
    pub domains: Option<&'a [String]>,
    /// When it works. None where no office is known: then what was noted counts.
    pub calendar: Option<&'a Calendar>,
}

impl Setting<'_> {
    /// Where no office is known: what decides the way of a request is judged by its answers alone.
    pub const NOWHERE: Setting<'static> = Setting {
        zone: Tz::UTC,
        domains: None,
        calendar: None,
    };
}

impl<'a> From<&'a Office> for Setting<'a> {
    fn from(office: &'a Office) -> Setting<'a> {
        Setting {
            zone: office.zone,
            domains: Some(&office.domains),
            calendar: Some(&office.calendar),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Setting;
    use crate::procedure::{
        Answer, Answers, Condition,
        condition::{Comparison, With},
    };

    #[test]
    fn the_office_knows_its_day_and_its_names() {
        let domains = ["kota-contoh.go.id".to_owned(), "contoh.desa.id".to_owned()];
        let setting = Setting {
            zone: chrono_tz::Asia::Jakarta,
            domains: Some(&domains),
            calendar: None,
        };
        let moment = |text: &str| Answer::Moment(text.parse().unwrap());
        let name = |name: &str| Answer::Hostname(name.into());
        let day = Answer::Date(chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap());
        // In Jakarta it is seven hours later.
        let evening = moment("2026-11-24T16:59:00Z");
        let midnight = moment("2026-11-24T17:00:00Z");
        let morning = moment("2026-11-23T17:00:00Z");
        let label = Answer::Label("dinsos".into());
        for (how, said, other, holds) in [
            (Comparison::SameDay, &evening, &day, true),
            (Comparison::SameDay, &morning, &day, true),
            (Comparison::SameDay, &midnight, &day, false),
            (Comparison::SameDay, &day, &evening, true),
            (Comparison::SameDay, &morning, &evening, true),
            (Comparison::SameDay, &evening, &midnight, false),
            (Comparison::SameDay, &label, &day, false),
            (
                Comparison::Equals,
                &name("dinsos.kota-contoh.go.id"),
                &label,
                true,
            ),
            (
                Comparison::Equals,
                &label,
                &name("dinsos.contoh.desa.id"),
                true,
            ),
            (
                Comparison::Equals,
                &name("dinsos.bkd.kota-contoh.go.id"),
                &label,
                false,
            ),
            (
                Comparison::Equals,
                &name("dinsos.example.com"),
                &label,
                false,
            ),
            (Comparison::Equals, &name("dinsos"), &label, false),
        ] {
            let mut given = Answers::new();
            given.set("a".into(), said.clone());
            given.set("b".into(), other.clone());
            let with = With::First {
                of: vec!["b".into()],
                plus: 0,
            };
            let field = "a".into();
            let condition = Condition::Compares { field, how, with };
            assert_eq!(
                condition.holds_at(setting, |field| given.get(field)),
                holds,
                "{said:?} {how:?} {other:?}"
            );
        }
    }
}
