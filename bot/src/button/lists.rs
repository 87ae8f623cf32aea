//! Buttons of lists: one's own requests, what waits for one, and going through it.

use domain::id::TaskId;

use super::part::{ButtonPart, press};

press! {
    pub enum ListsPress {
        /// A page of one's own requests.
        Mine(page: u64) = "mine:",
        /// A page of what waits for one.
        Tasks(page: u64) = "tasks:",
        /// A page of what one has decided.
        Decided(page: u64) = "decided:",
        /// The first task of one's list.
        First = "work",
        /// The task after one that has just been decided.
        Next(after: TaskId) = "next:",
        /// Shows which tasks of the kind of this one there are.
        Together(task: TaskId) = "t:?",
        /// Decides these in one go. The button carries the very tasks that were shown, so it can never
        /// decide more.
        TogetherSurely(tasks: Several) = "t:!",
        TogetherNot = "t:-",
    }
}

/// Several tasks, as many as a button carries, in the order of their numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Several(Vec<TaskId>);

/// Numbers are written with few characters.
const RADIX: u32 = 36;

impl Several {
    /// The first of these, as many as there is room for.
    pub fn first_of(tasks: &[TaskId]) -> Several {
        let mut many = tasks.len();
        loop {
            let mut ids = tasks[..many].to_vec();
            ids.sort_unstable();
            let several = Several(ids);
            // One number always has room.
            if many < 2 || several.written().len() <= Several::MOST {
                return several;
            }
            many -= 1;
        }
    }

    pub fn tasks(&self) -> &[TaskId] {
        &self.0
    }

    /// The first number, then how much each of the others is greater than the one before.
    fn written(&self) -> String {
        let mut before = 0;
        let steps = self.0.iter().map(|task| {
            let step = task.0.saturating_sub(before);
            before = task.0;
            digits(step)
        });
        steps.collect::<Vec<_>>().join(".")
    }
}

impl ButtonPart for Several {
    const MOST: usize = 61;

    fn write(&self, data: &mut String) {
        data.push_str(&self.written());
    }

    fn read(data: &str) -> Option<Several> {
        let mut number = 0_i64;
        let tasks = data.split('.').map(|step| {
            let step = i64::from_str_radix(step, RADIX).ok()?;
            number = number.checked_add(step).filter(|_| step > 0)?;
            Some(TaskId(number))
        });
        tasks.collect::<Option<_>>().map(Several)
    }
}

fn digits(mut number: i64) -> String {
    let mut digits = Vec::new();
    while number > 0 {
        let digit = u32::try_from(number % i64::from(RADIX)).unwrap_or(0);
        digits.extend(char::from_digit(digit, RADIX));
        number /= i64::from(RADIX);
    }
    digits.iter().rev().collect()
}
