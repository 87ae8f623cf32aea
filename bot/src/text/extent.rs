//! How much of what people write is shown: the one place that leaves something of it out.
//!
//! A message of its own carries all of it, and so does whatever somebody asks to see: it becomes as many messages as
//! Telegram takes it in ([`Screen::messages`](super::Screen::messages)). A card is one message, which is drawn again
//! where it lies; what it leaves out is a tap away (*Selengkapnya*), and it says so.

use domain::{
    office::Office,
    procedure::{Answer, Field},
};

use super::{
    Html, Speech,
    value::{short, value},
    words::t,
};

/// Longest answer among others.
const ANSWER: usize = 160;
/// Longest of what one person wrote in one go.
const WRITTEN: usize = 600;
/// So many words to the desk stand on a card: the newest.
const MOST_WORDS: usize = 3;

/// Whether all of it is shown. What shows something says beside it whether something was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    OnACard,
    Whole,
}

impl Extent {
    /// What one person wrote in one go.
    pub fn written(self, words: Html) -> (Html, bool) {
        if self == Extent::Whole {
            return (words, false);
        }
        let (mut shown, rest) = words.first_page(WRITTEN);
        if rest.is_some() {
            shown.push("…");
        }
        (shown, rest.is_some())
    }

    /// Of so many words to the desk, how many of the oldest are left out.
    pub fn earlier(self, words: usize) -> usize {
        match self {
            Extent::OnACard => words.saturating_sub(MOST_WORDS),
            Extent::Whole => 0,
        }
    }

    /// One answer.
    pub fn answer(self, s: &Speech, office: &Office, fact: (&Field, &Answer)) -> (String, bool) {
        self.within(s, office, fact, ANSWER)
    }

    /// Answers with their labels.
    pub fn answers(self, s: &Speech, office: &Office, facts: &[(&Field, &Answer)]) -> (Html, bool) {
        self.listed(s, office, facts, ANSWER)
    }

    /// The same of what a step must see, at greater length.
    pub fn must_see(
        self,
        s: &Speech,
        office: &Office,
        facts: &[(&Field, &Answer)],
    ) -> (Html, bool) {
        self.listed(s, office, facts, 2 * ANSWER)
    }

    fn listed(
        self,
        s: &Speech,
        office: &Office,
        facts: &[(&Field, &Answer)],
        most: usize,
    ) -> (Html, bool) {
        let (mut html, mut is_cut) = (Html::new(), false);
        for (field, answer) in facts {
            let (shown, cut) = self.within(s, office, (field, answer), most);
            html.line(t!(s, "fact", label = s.text(&field.label), value = shown));
            is_cut |= cut;
        }
        (html, is_cut)
    }

    fn within(
        self,
        s: &Speech,
        office: &Office,
        (field, answer): (&Field, &Answer),
        most: usize,
    ) -> (String, bool) {
        let whole = value(s, office, field, answer);
        if self == Extent::Whole || whole.chars().count() <= most {
            return (whole, false);
        }
        (short(s, office, field, answer, most), true)
    }
}
