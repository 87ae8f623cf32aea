//! Yes or no.

use super::{
    Asked, Likely, Sample, Use, Written,
    way::{Opt, Way},
};
use crate::{
    phrase::Phrase,
    procedure::{
        accept::{Knowledge, Unfit, clean},
        answer::{Answer, Input},
        read::keys::Keys,
    },
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YesNoKind;

impl Written for YesNoKind {
    const WORD: &'static str = "yes-no";
    const USES: &'static [Use] = &[Use::Cell];
    const SAMPLES: &'static [Sample] = &[Sample {
        keys: "",
        takes: &["ya", "Tidak."],
        refuses: &["mungkin"],
    }];

    fn read(_: &Keys<'_>) -> YesNoKind {
        YesNoKind
    }
}

impl Asked for YesNoKind {
    fn way(&self) -> Way<'_> {
        Way::YesNo(&[true, false])
    }

    fn typed(&self, typed: &str, _: &Knowledge<'_>) -> Result<Answer, Unfit> {
        said(typed).map(Answer::YesNo)
    }

    fn given(&self, input: &Input, _: &Knowledge<'_>) -> Option<Result<Answer, Unfit>> {
        match input {
            Input::YesNo(yes) => Some(Ok(Answer::YesNo(*yes))),
            _ => None,
        }
    }

    fn outline(&self) -> Phrase {
        Phrase::new("outline-kind-yes-no")
    }

    fn likely(&self, _: &Likely<'_>) -> Vec<String> {
        vec!["ya".to_owned(), "tidak".to_owned()]
    }
}

/// What people type for yes.
pub const YES: [&str; 4] = ["ya", "yes", "iya", "y"];

/// How people say yes and no, each in both languages: the first two are the words with which labels begin.
const SAID: [(bool, &[&str]); 4] = [
    (true, &YES),
    (true, &["sudah", "already", "sdh"]),
    (false, &["tidak", "no", "tdk", "t", "n"]),
    (false, &["belum", "not yet", "blm"]),
];

/// What was typed, as yes or no.
pub(super) fn said(typed: &str) -> Result<bool, Unfit> {
    match word_of(typed)? {
        Some((yes, _)) => Ok(yes),
        None => Err(Unfit::SayYesOrNo),
    }
}

/// The one option that begins with the yes or no that was typed, in either language; none where several do, or where it is
/// neither.
pub(super) fn begun<'a>(typed: &str, options: &'a [Opt]) -> Option<&'a Opt> {
    let words = beginnings(typed);
    let begins = |label: &str| {
        let label = label.to_lowercase();
        let mut rest = words.iter().filter_map(|word| label.strip_prefix(word));
        rest.any(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let mut fitting = options
        .iter()
        .filter(|option| option.label.wordings().any(begins));
    fitting.next().filter(|_| fitting.next().is_none())
}

/// The words with which a label begins that says the same as what was typed; none where that is neither yes nor no.
fn beginnings(typed: &str) -> &'static [&'static str] {
    let word = word_of(typed).ok().flatten();
    word.map_or(&[], |(_, words)| &words[..2])
}

fn word_of(typed: &str) -> Result<Option<(bool, &'static [&'static str])>, Unfit> {
    let word = clean::line(typed)?.to_lowercase();
    let word = word.trim_end_matches(['.', '!', ',']);
    let mut all = SAID.into_iter();
    Ok(all.find(|(_, words)| words.contains(&word)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Language, Text,
        procedure::{
            accept::testing::{check, check_input},
            kind::choice::ChoiceKind,
        },
    };

    #[test]
    fn yes_or_no() {
        for yes in ["ya", "Ya.", "IYA", "y", "yes", "Sudah."] {
            check(&YesNoKind, yes, "true");
        }
        for no in [
            "tidak", "Tidak!", "tdk", "t", "no", "N", "belum", "Not yet.",
        ] {
            check(&YesNoKind, no, "false");
        }
        check(&YesNoKind, "mungkin", "SayYesOrNo");
        check(&YesNoKind, "ya tidak", "SayYesOrNo");
        check(&YesNoKind, " ", "Empty");
        check_input(&YesNoKind, &Input::YesNo(false), "false");
    }

    /// A bare yes or no is the one option that begins so, and none where two do.
    #[test]
    fn a_yes_or_no_among_options() {
        let option = |(code, id, en): (&str, &str, &str)| Opt {
            code: code.into(),
            label: Text::both(id).and(Language::EN, en),
            stops: false,
        };
        let options = [
            ("memuat", "Ya, memuat data pribadi", "Yes, it does"),
            ("tanpa", "Tidak memuat", "No personal data"),
            ("nanti", "Belum tahu", "Not yet known"),
            ("noda", "Noda", "Stains"),
        ];
        let kind = ChoiceKind {
            options: options.map(option).to_vec(),
        };
        for (typed, code) in [
            ("ya", "memuat"),
            ("Yes.", "memuat"),
            ("tidak", "tanpa"),
            ("tdk", "tanpa"),
            ("no", "tanpa"),
            ("belum", "nanti"),
            ("not yet", "nanti"),
        ] {
            check(&kind, typed, code);
        }
        check(&kind, "sudah", "ChooseOne");
        check(&kind, "mungkin", "ChooseOne");
        let options = [
            ("a", "Tidak, kembalikan", "No, return"),
            ("b", "Tidak, tolak", "No, refuse"),
        ];
        let kind = ChoiceKind {
            options: options.map(option).to_vec(),
        };
        check(&kind, "tidak", "ChooseOne");
        check(&kind, "ya", "ChooseOne");
    }
}
