//! Several tasks in one button: it carries the very tasks that were shown, so it can never decide more.

use domain::id::TaskId;

/// Buttons about several tasks of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TogetherPress {
    /// Shows which tasks of the kind of this one there are.
    Ask(TaskId),
    /// Decides these, in the order of their numbers.
    Sure(Vec<TaskId>),
    Not,
}

/// Numbers are written with few characters.
const RADIX: u32 = 36;

impl TogetherPress {
    /// The first number, then how much each of the others is greater than the one before.
    pub(super) fn encode(&self) -> String {
        match self {
            TogetherPress::Ask(task) => format!("?{task}"),
            TogetherPress::Not => "-".to_owned(),
            TogetherPress::Sure(tasks) => {
                let mut before = 0;
                let steps = tasks.iter().map(|task| {
                    let step = task.0.saturating_sub(before);
                    before = task.0;
                    written(step)
                });
                format!("!{}", steps.collect::<Vec<_>>().join("."))
            }
        }
    }

    pub(super) fn decode(press: &str) -> Option<TogetherPress> {
        if press == "-" {
            return Some(TogetherPress::Not);
        }
        let rest = press.get(1..)?;
        match press.get(..1)? {
            "?" => Some(TogetherPress::Ask(TaskId(rest.parse().ok()?))),
            "!" => {
                let mut number = 0_i64;
                let tasks = rest.split('.').map(|step| {
                    let step = i64::from_str_radix(step, RADIX).ok()?;
                    number = number.checked_add(step).filter(|_| step > 0)?;
                    Some(TaskId(number))
                });
                Some(TogetherPress::Sure(tasks.collect::<Option<_>>()?))
            }
            _ => None,
        }
    }
}

fn written(mut number: i64) -> String {
    let mut digits = Vec::new();
    while number > 0 {
        let digit = u32::try_from(number % i64::from(RADIX)).unwrap_or(0);
        digits.extend(char::from_digit(digit, RADIX));
        number /= i64::from(RADIX);
    }
    digits.iter().rev().collect()
}
