//! When something is asked, offered, led elsewhere, written down or demanded: one language for all of it.

mod compare;
mod setting;

pub(crate) use compare::place_of;
pub use setting::Setting;

use super::answer::{Answer, Answers};
use crate::{
    Text,
    code::{FieldCode, OptionCode, OutcomeCode, RoleCode, StepCode},
};

/// Stands among answers for the role in which a request was entered. No file can hold this code, so it never
/// clashes; files write `opened-by`.
pub const OPENED_BY: &str = ":opened-by";

/// What a file asks of answers and decisions. A question without an answer fulfils nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    /// The answer is one of these options; `yes` and `no` for a yes-no question.
    Is {
        field: FieldCode,
        is: Vec<OptionCode>,
    },
    /// It was answered, and not passed over.
    Answered(FieldCode),
    /// The answer compares so with something else.
    Compares {
        field: FieldCode,
        how: Comparison,
        with: With,
    },
    /// Someone in one of these roles entered the request.
    EnteredBy(Vec<RoleCode>),
    /// At this step it was last decided so.
    Decided {
        step: StepCode,
        outcomes: Vec<OutcomeCode>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// A day or moment later than the other.
    After,
    /// A day or moment earlier than the other.
    Before,
    /// Not farther from it than so many minutes.
    Near(i64),
    /// On the office's day on which the other is, of days and moments alike. Only `must` asks for it.
    SameDay,
    /// The same; words are the same whatever their capitals, spaces and signs.
    Equals,
    /// Of numbers, or of how many rows, items or options there are.
    AtLeast,
    AtMost,
    /// Each row of a table says in this column what a row of another says in that one, and no two rows the same.
    Among,
}

/// What an answer is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum With {
    /// The first of these that was answered, and so many more.
    First {
        of: Vec<FieldCode>,
        plus: i64,
    },
    Number(i64),
}

/// What must hold before an outcome can be recorded; whoever's answer breaks it reads why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Must {
    pub holds: Condition,
    /// What is said instead, in the file's own words.
    pub otherwise: Text,
    pub line: usize,
}

/// Stands among answers for what was last decided at a step. No file can hold this code, so it never clashes.
pub fn decided_at(step: &StepCode) -> FieldCode {
    FieldCode::new(format!(":decided:{step}"))
}

/// Stands among answers for what a column of the line says that a question has chosen.
pub fn column_of(entry: &FieldCode, column: &str) -> FieldCode {
    FieldCode::new(format!("{entry}.{column}"))
}

impl Condition {
    /// Whether it holds among these answers.
    pub fn holds_in(&self, answers: &Answers) -> bool {
        self.holds_where(|field| answers.get(field))
    }

    /// Whether it holds, given where an answer is to be found.
    pub fn holds_where<'a>(&self, answer: impl Fn(&FieldCode) -> Option<&'a Answer>) -> bool {
        self.holds_at(Setting::NOWHERE, answer)
    }

    /// The same as it is judged at the office's desk: by its day, and by the names beneath its domains.
    // Why not everywhere: an office's file can change, and the way that a request has gone must not.
    pub fn holds_at<'a>(
        &self,
        setting: Setting<'_>,
        answer: impl Fn(&FieldCode) -> Option<&'a Answer>,
    ) -> bool {
        self.holds_if(&|simple| simple.is_fulfilled(setting, &answer))
    }

    /// Whether it holds, given which of the simple conditions in it do.
    pub fn holds_if(&self, simple: &dyn Fn(&Condition) -> bool) -> bool {
        match self {
            Condition::All(all) => all.iter().all(|it| it.holds_if(simple)),
            Condition::Any(any) => any.iter().any(|it| it.holds_if(simple)),
            Condition::Not(not) => !not.holds_if(simple),
            itself => simple(itself),
        }
    }

    /// The simple conditions of which it is made.
    pub fn simple(&self) -> Vec<&Condition> {
        match self {
            Condition::All(several) | Condition::Any(several) => {
                several.iter().flat_map(Condition::simple).collect()
            }
            Condition::Not(not) => not.simple(),
            itself => vec![itself],
        }
    }

    /// The questions whose answers it looks at; of a line's column, the question that chose the line.
    pub fn questions(&self) -> Vec<FieldCode> {
        let questions = self.simple().into_iter().flat_map(|it| match it {
            Condition::Is { field, .. } | Condition::Answered(field) => vec![field.clone()],
            Condition::Compares { field, with, .. } => {
                let asked = |code: &FieldCode| match column(code) {
                    Some((question, _)) => question,
                    None => code.clone(),
                };
                let others = with.questions().iter().map(asked);
                std::iter::once(asked(field)).chain(others).collect()
            }
            _ => Vec::new(),
        });
        questions.collect()
    }

    /// The columns of chosen lines that it looks at: the question that chose the line, and the column.
    pub fn columns(&self) -> Vec<(FieldCode, String)> {
        let compared = self.simple().into_iter().filter_map(|it| match it {
            Condition::Compares {
                how: Comparison::Among,
                ..
            } => None,
            Condition::Compares { with, .. } => Some(with.questions()),
            _ => None,
        });
        compared.flatten().filter_map(column).collect()
    }

    /// Whether it looks at what was decided at a step.
    pub fn looks_at(&self, step: &StepCode) -> bool {
        let looks =
            |it: &Condition| matches!(it, Condition::Decided { step: at, .. } if at == step);
        self.simple().into_iter().any(looks)
    }

    fn is_fulfilled<'a>(
        &self,
        setting: Setting<'_>,
        answer: &impl Fn(&FieldCode) -> Option<&'a Answer>,
    ) -> bool {
        match self {
            Condition::Is { field, is } => match answer(field) {
                Some(Answer::Choice(code)) => is.contains(code),
                Some(Answer::Choices(codes)) => codes.iter().any(|code| is.contains(code)),
                Some(Answer::YesNo(yes)) => {
                    let said = if *yes { "yes" } else { "no" };
                    is.iter().any(|code| code.as_str() == said)
                }
                _ => false,
            },
            Condition::Answered(field) => answer(field).is_some_and(|it| *it != Answer::Skipped),
            Condition::Compares {
                field,
                how: Comparison::Among,
                with,
            } => compare::rows_are_among(field, with, answer),
            Condition::Compares { field, how, with } => answer(field)
                .filter(|it| **it != Answer::Skipped)
                .is_some_and(|said| how.holds(setting, said, with, answer)),
            Condition::EnteredBy(roles) => match answer(&OPENED_BY.into()) {
                Some(Answer::Choice(by)) => roles.iter().any(|role| role.as_str() == by.as_str()),
                _ => false,
            },
            Condition::Decided { step, outcomes } => match answer(&decided_at(step)) {
                Some(Answer::Choice(chosen)) => {
                    outcomes.iter().any(|it| it.as_str() == chosen.as_str())
                }
                _ => false,
            },
            Condition::All(_) | Condition::Any(_) | Condition::Not(_) => false,
        }
    }
}

impl With {
    /// The questions whose answers it may be.
    pub fn questions(&self) -> &[FieldCode] {
        match self {
            With::First { of, .. } => of,
            With::Number(_) => &[],
        }
    }
}

/// `unit-diambil.serial`: a question of kind `entry` and a column of its register, or one of kind `rows` and a column
/// of its own.
pub(crate) fn column(code: &FieldCode) -> Option<(FieldCode, String)> {
    let (entry, column) = code.as_str().split_once('.')?;
    Some((FieldCode::new(entry), column.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(all: &[(&str, Answer)]) -> Answers {
        let mut answers = Answers::new();
        for (code, answer) in all {
            answers.set((*code).into(), answer.clone());
        }
        answers
    }

    fn is(field: &str, is: &str) -> Condition {
        Condition::Is {
            field: field.into(),
            is: vec![is.into()],
        }
    }

    fn compares(how: Comparison, with: With) -> Condition {
        Condition::Compares {
            field: "a".into(),
            how,
            with,
        }
    }

    fn other(plus: i64) -> With {
        With::First {
            of: vec!["new".into(), "b".into()],
            plus,
        }
    }

    #[test]
    fn and_or_not() {
        let given = answers(&[
            ("a", Answer::Choice("x".into())),
            ("b", Answer::YesNo(false)),
        ]);
        let all = |second| Condition::All(vec![is("a", "x"), is("b", second)]);
        assert!(all("no").holds_in(&given));
        assert!(!all("yes").holds_in(&given));
        assert!(Condition::Any(vec![is("a", "y"), is("b", "no")]).holds_in(&given));
        assert!(!Condition::Any(vec![is("a", "y"), is("c", "no")]).holds_in(&given));
        assert!(Condition::Not(Box::new(is("c", "x"))).holds_in(&given));
        assert_eq!(all("no").questions(), ["a".into(), "b".into()]);
    }

    #[test]
    fn numbers_and_how_many() {
        let three = Answer::Items(vec!["1".into(), "2".into(), "3".into()]);
        let rows = |many| Answer::Rows(vec![Answers::new(); many]);
        let at_least = compares(Comparison::AtLeast, other(1));
        for (many, holds) in [(1, true), (2, true), (3, false)] {
            let given = answers(&[("a", three.clone()), ("b", rows(many))]);
            assert_eq!(at_least.holds_in(&given), holds, "{many}");
        }
        assert!(at_least.holds_in(&answers(&[("a", three.clone())])));
        assert!(!at_least.holds_in(&answers(&[("a", Answer::Skipped)])));
        let limit = |how| compares(how, With::Number(2));
        for (said, least, most) in [
            (Answer::Number(2), true, true),
            (Answer::Number(1), false, true),
            (Answer::Decimal("2.5".into()), true, false),
            (Answer::Decimal("-2.5".into()), false, true),
            (Answer::Decimal("2.0".into()), true, true),
            (Answer::Text("2".into()), false, false),
        ] {
            let given = answers(&[("a", said)]);
            assert_eq!(limit(Comparison::AtLeast).holds_in(&given), least);
            assert_eq!(limit(Comparison::AtMost).holds_in(&given), most);
        }
    }

    #[test]
    fn days_and_moments() {
        let day = |day| Answer::Date(chrono::NaiveDate::from_ymd_opt(2026, 11, day).unwrap());
        let holds = |how, then| {
            let given = answers(&[("a", day(then)), ("b", day(10))]);
            compares(how, other(0)).holds_in(&given)
        };
        assert!(holds(Comparison::After, 11) && !holds(Comparison::After, 10));
        assert!(holds(Comparison::Before, 9) && !holds(Comparison::Before, 10));
        let near = Comparison::Near(24 * 60);
        assert!(holds(near, 9) && holds(near, 11) && !holds(near, 12));
        let given = answers(&[("a", day(9)), ("b", day(9)), ("new", day(10))]);
        assert!(
            !compares(Comparison::Equals, other(0)).holds_in(&given),
            "the first counts"
        );
    }

    #[test]
    fn words_are_the_same_whatever_their_signs() {
        let same = |one: &str, two: &str| {
            let text = |text: &str| Answer::Text(text.into());
            let given = answers(&[("a", text(one)), ("b", text(two))]);
            compares(Comparison::Equals, other(0)).holds_in(&given)
        };
        assert!(same("SN-01 / a", "sn01A"));
        assert!(!same("SN-01", "SN-02"));
        assert!(!same("-", "/"), "nothing is like nothing");
    }

    #[test]
    fn rows_are_found_again_by_what_they_say() {
        let rows = |serials: &[&str]| {
            let row = |serial: &&str| answers(&[("serial", Answer::Text((*serial).into()))]);
            Answer::Rows(serials.iter().map(row).collect())
        };
        let among = Condition::Compares {
            field: "kembali.serial".into(),
            how: Comparison::Among,
            with: With::First {
                of: vec!["serah.serial".into()],
                plus: 0,
            },
        };
        for (back, holds) in [
            (&["sn 2", "SN-1"][..], true),
            (&["SN-1"], true),
            (&["SN-3"], false),
            (&["SN-1", "sn1"], false),
        ] {
            let given = [("serah", rows(&["SN-1", "SN-2"])), ("kembali", rows(back))];
            assert_eq!(among.holds_in(&answers(&given)), holds, "{back:?}");
        }
        let none = [("serah", rows(&["SN-1"])), ("kembali", Answer::Skipped)];
        assert!(among.holds_in(&answers(&none)), "no row is none of them");
        assert_eq!(among.questions(), ["kembali".into(), "serah".into()]);
        assert!(among.columns().is_empty());
    }

    #[test]
    fn decisions_and_columns_stand_among_answers() {
        let decided = Condition::Decided {
            step: "periksa".into(),
            outcomes: vec!["ya".into()],
        };
        let mut given = Answers::new();
        assert!(!decided.holds_in(&given));
        given.set(decided_at(&"periksa".into()), Answer::Choice("ya".into()));
        assert!(decided.holds_in(&given) && decided.looks_at(&"periksa".into()));
        let column = compares(
            Comparison::Equals,
            With::First {
                of: vec![column_of(&"unit".into(), "serial")],
                plus: 0,
            },
        );
        assert_eq!(column.columns(), [("unit".into(), "serial".to_owned())]);
        assert_eq!(column.questions(), ["a".into(), "unit".into()]);
    }
}
