//! The answer that a question offers before all others: what another one was answered with, or so far from it.

use super::{
    accept::Knowledge,
    answer::{Answer, Input},
    date_limit::LimitMeant,
    field::Field,
    kind::Kind,
};

impl Field {
    /// What it offers, as things stand; nothing where that is no answer to it.
    pub fn offers(&self, knowledge: &Knowledge<'_>) -> Option<Answer> {
        let default = self.default.as_ref()?;
        let offered = match (&self.kind, default.rests_on()) {
            (Kind::Date(_), _) => Answer::Date(knowledge.meant(default)?.day(knowledge.calendar())),
            (Kind::DateTime(_), _) => match knowledge.meant(default)? {
                LimitMeant::Moment(at) => Answer::Moment(at),
                LimitMeant::Day(_) => return None,
            },
            (_, Some(other)) => knowledge.earlier.get(other)?.clone(),
            (_, None) => return None,
        };
        self.accept(&Input::Known(offered), knowledge).ok()
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        office::Office,
        procedure::{
            Answer, Answers,
            accept::{Earlier, Knowledge},
            read::read_form,
        },
    };

    #[test]
    fn what_was_answered_is_offered_again() {
        let office = Office::built_in().unwrap();
        let question = |code: &str, kind: &str| {
            format!("[[field]]\ncode = \"{code}\"\nlabel = \"L\"\nask = \"A?\"\nkind = {kind}\n")
        };
        let text = [
            "title = \"Contoh\"\n".to_owned(),
            question("mulai", "\"date\""),
            question(
                "kembali",
                "\"date\"\ndefault = \"mulai + 3 hari kerja\"\nuntil = \"mulai + 10 hari\"",
            ),
            question("jam", "\"date-time\"\ndefault = \"kapan + 2 jam\""),
            question(
                "lain",
                "\"email\"\ndefault = \"surel\"\nendings = [\"go.id\"]",
            ),
            question("nama", "\"hostname\"\ndefault = \"label\""),
        ]
        .concat();
        let form = read_form("contoh", &text).unwrap();
        let offered = |code: &str, given: &[(&str, Answer)]| {
            let given: Answers = given
                .iter()
                .map(|(code, it)| ((*code).into(), it.clone()))
                .collect();
            let knowledge = Knowledge {
                now: "2026-11-24T03:00:00Z".parse().unwrap(),
                office: &office,
                holders: &[],
                entries: &[],
                items: &[],
                closed: &[],
                earlier: Earlier([Some(&given), None, None]),
            };
            form.field(&code.into()).unwrap().offers(&knowledge)
        };
        let day = |day| Answer::Date(chrono::NaiveDate::from_ymd_opt(2026, 11, day).unwrap());
        assert_eq!(offered("kembali", &[("mulai", day(19))]), Some(day(24)));
        assert_eq!(offered("kembali", &[]), None, "nobody has answered");
        let at = |text: &str| Answer::Moment(text.parse().unwrap());
        assert_eq!(
            offered("jam", &[("kapan", at("2026-11-24T03:00:00Z"))]),
            Some(at("2026-11-24T05:00:00Z"))
        );
        let mail = |address: &str| Answer::Email(address.to_owned());
        assert_eq!(
            offered("lain", &[("surel", mail("a@b.go.id"))]),
            Some(mail("a@b.go.id"))
        );
        assert_eq!(
            offered("lain", &[("surel", mail("a@b.com"))]),
            None,
            "it would be refused"
        );
        let label = Answer::Label("dishub".to_owned());
        assert_eq!(
            offered("nama", &[("label", label)]),
            Some(Answer::Hostname(format!("dishub.{}", office.domains[0])))
        );
    }
}
