//! Items of a pool.

use chrono::TimeDelta;

use super::{Asked, Sample, Way, Written, choice::same};
use crate::{
    code::{FieldCode, OptionCode, PoolCode},
    office::Office,
    phrase::{Part, Phrase},
    procedure::{
        accept::{Knowledge, Unfit, clean},
        answer::{Answer, Input},
        read::{bounds, keys::Keys, unknown, window},
        window::Window,
    },
};

/// Free items of a pool of the office, chosen by button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemsKind {
    pub pool: PoolCode,
    pub at_least: usize,
    /// Instead of free items, those that this earlier question was answered with.
    pub among: Option<FieldCode>,
    /// They are reserved for this time, and only those can be chosen that are free then.
    pub window: Option<Window>,
}

impl ItemsKind {
    /// The items of an earlier answer, where it is chosen among those; none where it is chosen from the pool.
    pub fn named_before<'a>(
        &self,
        answer: impl FnOnce(&FieldCode) -> Option<&'a Answer>,
    ) -> Option<Vec<String>> {
        Some(match answer(self.among.as_ref()?) {
            Some(Answer::Items(items)) => items.clone(),
            _ => Vec::new(),
        })
    }
}

impl Written for ItemsKind {
    const WORD: &'static str = "items";
    const KEYS: &'static [&'static str] = &["pool", "at-least", "among", "window"];
    const SAMPLES: &'static [Sample] = &[
        Sample {
            keys: "pool = \"badge\"\nat-least = 2",
            takes: &["DC-01, dc-03"],
            refuses: &["DC-01", "DC-01, DC-09"],
        },
        Sample {
            keys: "pool = \"badge\"\namong = \"badge\"",
            takes: &["DC-02"],
            refuses: &["DC-09"],
        },
        Sample {
            keys: "pool = \"badge\"\nwindow = { from = \"mulai\", until = \"selesai\", before = \"30 menit\" }",
            takes: &["DC-01"],
            refuses: &["DC-09"],
        },
    ];

    fn read(keys: &Keys<'_>) -> ItemsKind {
        ItemsKind {
            pool: PoolCode::new(keys.need_code("pool", "whose items can be chosen")),
            at_least: keys.within("at-least", bounds::CHOSEN).unwrap_or(1),
            among: keys.code("among").map(FieldCode::new),
            window: keys.block("window", "window").map(window),
        }
    }
}

impl Asked for ItemsKind {
    fn way(&self) -> Way<'_> {
        Way::Items {
            at_least: self.at_least,
        }
    }

    fn typed(&self, typed: &str, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
        typed_items(typed, self.at_least, knowledge)
    }

    fn given(&self, input: &Input, knowledge: &Knowledge<'_>) -> Option<Result<Answer, Unfit>> {
        match input {
            Input::Options(codes) => Some(tapped_items(codes, self.at_least, knowledge)),
            _ => None,
        }
    }

    fn outline(&self) -> Phrase {
        match (&self.among, &self.window) {
            (Some(among), _) => Phrase::new("outline-kind-items-among")
                .with("n", self.at_least)
                .with("field", among.clone()),
            (None, Some(window)) => Phrase::new("outline-kind-items-window")
                .with("n", self.at_least)
                .with("pool", self.pool.clone())
                .with("from", either(&window.from))
                .with("until", either(&window.until))
                .with("before", minutes(window.before))
                .with("after", minutes(window.after)),
            (None, None) => Phrase::new("outline-kind-items")
                .with("n", self.at_least)
                .with("pool", self.pool.clone()),
        }
    }

    fn unknown(&self, office: &Office) -> Option<String> {
        let pool = self.pool.as_str();
        let known = office.pools.iter().map(|it| it.code.as_str());
        (!pool.is_empty() && office.pool(&self.pool).is_none())
            .then(|| unknown("pool of the office called", pool, known))
    }
}

/// The first of several questions that is answered.
fn either(fields: &[FieldCode]) -> Part {
    Part::List(fields.iter().cloned().map(Part::from).collect(), " / ")
}

fn minutes(gap: TimeDelta) -> i64 {
    gap.num_minutes()
}

/// Free items of a pool, ticked and confirmed.
fn tapped_items(
    codes: &[OptionCode],
    at_least: usize,
    knowledge: &Knowledge<'_>,
) -> Result<Answer, Unfit> {
    let chosen = |item: &&String| codes.iter().any(|code| code.as_str() == item.as_str());
    let items: Vec<String> = knowledge.items.iter().filter(chosen).cloned().collect();
    match codes
        .iter()
        .find(|code| !items.iter().any(|item| item == code.as_str()))
    {
        Some(gone) => Err(Unfit::ItemTaken {
            item: gone.to_string(),
        }),
        None if items.len() < at_least.max(1) => Err(Unfit::ChooseAtLeast { n: at_least.max(1) }),
        None => Ok(Answer::Items(items)),
    }
}

/// Free items of a pool, typed with commas between them.
fn typed_items(typed: &str, at_least: usize, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
    let text = clean::line(typed)?;
    let mut codes = Vec::new();
    for part in text
        .split([',', ';'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
    {
        let found = knowledge.items.iter().find(|item| same(item, part));
        let item = found.ok_or_else(|| Unfit::ItemTaken {
            item: part.to_owned(),
        })?;
        codes.push(OptionCode::new(item.as_str()));
    }
    tapped_items(&codes, at_least, knowledge)
}
