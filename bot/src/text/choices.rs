//! The buttons by which a question is answered, and those that lead on other than answering it.

use domain::{
    code::FieldCode,
    command::FormPage,
    procedure::{Field, Kind, Opt, Way},
};

use super::{
    Key, Screen, Speech, agency, day_choices,
    form_keys::{LABEL, key},
    hint::ENTRIES,
    html::shortened,
    person,
    words::t,
};
use crate::button::{FormPress, Mark};

/// More options than these stand two in a row where they are short.
const ONE_BELOW_THE_OTHER: usize = 8;

/// The keys that lead on from a question other than by answering it.
pub(super) struct QuestionKeys {
    pub keep: bool,
    pub past: Past,
    /// Whether the file says what is asked in other words.
    pub explained: bool,
    pub back: bool,
}

/// Whether a question can be passed over.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Past {
    No,
    Skip,
    /// Not to know it yet is an answer.
    Unknown,
    /// There is nothing to write into this table.
    Nothing,
}

impl QuestionKeys {
    pub(super) fn show(&self, s: &Speech, page: &FormPage, screen: &mut Screen) {
        for blank_form in blank_forms(s, page) {
            screen.row(blank_form);
        }
        let mut keys = Vec::new();
        if self.keep {
            keys.push(key(page, t!(plain s, "button-keep"), FormPress::Keep));
        }
        match self.past {
            Past::No => {}
            Past::Skip => {
                // Where nothing is entered at all, there is nothing to be looked over.
                let label = if page.is_sent_empty() {
                    t!(plain s, "button-skip-send")
                } else {
                    t!(plain s, "button-skip")
                };
                keys.push(key(page, label, FormPress::Skip));
            }
            Past::Unknown => {
                keys.push(key(page, t!(plain s, "button-unknown"), FormPress::Skip));
            }
            Past::Nothing => keys.push(key(page, t!(plain s, "button-none"), FormPress::Skip)),
        }
        if self.explained {
            keys.push(key(page, t!(plain s, "button-explain"), FormPress::Explain));
        }
        screen.keys(keys);
        let mut keys = Vec::new();
        if self.back {
            keys.push(key(page, t!(plain s, "button-back"), FormPress::Back));
        }
        keys.push(key(page, t!(plain s, "button-cancel"), FormPress::Leave));
        screen.keys(keys);
    }
}

/// The form that is the answer, filled in; at the first question those of all papers that are asked for, because getting
/// a signature takes days.
fn blank_forms(s: &Speech, page: &FormPage) -> Vec<Key> {
    let filling = &page.draft.filling;
    let Some(field) = filling.question(&page.form) else {
        return Vec::new();
    };
    let begins = filling.is_first(&page.form, &field.code);
    let is_asked = |code: &FieldCode| filling.asked(&page.form).any(|it| it.code == *code);
    let fields = page.form.fields().iter().enumerate();
    let fetched = fields.filter(|(_, it)| {
        it.blank_form.is_some() && (it.code == field.code || begins && is_asked(&it.code))
    });
    let keys = fetched.map(|(place, it)| {
        let label = t!(plain s, "button-blank-form", paper = s.text(&it.label));
        key(page, shortened(&label, LABEL), FormPress::BlankForm(place))
    });
    keys.collect()
}

/// The buttons by which a question is answered.
pub(super) fn choices(s: &Speech, page: &FormPage, field: &Field, screen: &mut Screen) {
    match field.kind.way() {
        Way::YesNo(_) => {
            screen.keys([
                key(page, t!(plain s, "yes"), FormPress::Yes),
                key(page, t!(plain s, "no"), FormPress::No),
            ]);
        }
        Way::One(options) => {
            let keys = options.iter().enumerate();
            screen.options(
                keys.map(|(place, option)| {
                    key(page, s.text(&option.label), FormPress::Option(place))
                }),
            );
        }
        Way::Several { options, .. } => {
            for (place, reason) in field.suggest.iter().enumerate() {
                screen.row(key(page, s.text(reason), FormPress::Suggestion(place)));
            }
            let ticked = |option: &Opt| page.draft.filling.ticked.contains(&option.code);
            let boxes = options.iter().enumerate().map(|(place, option)| {
                let mark = if ticked(option) { "☑" } else { "☐" };
                let label = shortened(&format!("{mark} {}", s.text(&option.label)), LABEL);
                key(page, label, FormPress::Tick(place))
            });
            if options.len() > ONE_BELOW_THE_OTHER {
                screen.packed(boxes);
            } else {
                for one in boxes {
                    screen.row(one);
                }
            }
            let n = options.iter().filter(|option| ticked(option)).count();
            screen.row(key(
                page,
                t!(plain s, "button-confirm", n = n),
                FormPress::Confirm,
            ));
        }
        Way::Person => person::choices(s, page, screen),
        Way::Line => {
            for (entry, name) in page.choices.entries.iter().take(ENTRIES) {
                screen.row(key(page, shortened(name, LABEL), FormPress::Entry(*entry)));
            }
        }
        Way::Items { .. } => {
            let ticked = |item: &str| {
                let ticked = &page.draft.filling.ticked;
                ticked.iter().any(|option| option.as_str() == item)
            };
            // What was ticked and is taken by now still stands here, to be let go.
            let free = &page.choices.items;
            let taken = page.draft.filling.ticked.iter().map(ToString::to_string);
            let taken = taken.filter(|item| !free.contains(item));
            let items: Vec<String> = free.iter().cloned().chain(taken).collect();
            screen.options(items.iter().map(|item| {
                let mark = if ticked(item) { "☑" } else { "☐" };
                let press = FormPress::Item(Mark::of(item));
                key(page, format!("{mark} {item}"), press)
            }));
            let n = items.iter().filter(|item| ticked(item)).count();
            screen.row(key(
                page,
                t!(plain s, "button-confirm", n = n),
                FormPress::Confirm,
            ));
        }
        Way::Agency => agency::choices(s, page, screen),
        Way::Typed | Way::Paper { .. } | Way::Contact | Way::Rows => {
            let any_day = page.draft.filling.calendar.is_none();
            if matches!(&field.kind, Kind::DateTime(moment) if moment.takes_now() && any_day) {
                screen.row(key(page, t!(plain s, "button-now"), FormPress::Now));
            }
            day_choices::keys(s, page, screen);
            for (place, ready) in field.suggest.iter().enumerate() {
                screen.row(key(page, s.text(ready), FormPress::Suggestion(place)));
            }
        }
    }
}
