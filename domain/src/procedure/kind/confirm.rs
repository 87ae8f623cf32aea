//! A sentence that must be answered with yes.

use super::{Asked, Likely, Sample, Way, Written, yes_no};
use crate::{
    Text,
    phrase::Phrase,
    procedure::{
        accept::{Knowledge, Unfit},
        answer::{Answer, Input},
        read::keys::Keys,
    },
};

/// A sentence that must be answered with yes. Whoever says no reads why it cannot go on; the form stays
/// open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfirmKind {
    /// Why it cannot go on without, in the file's own words.
    pub otherwise: Option<Text>,
}

impl ConfirmKind {
    fn judge(&self, yes: bool) -> Result<Answer, Unfit> {
        if yes {
            return Ok(Answer::YesNo(true));
        }
        Err(Unfit::Kind(match &self.otherwise {
            Some(why) => Phrase::new("unfit-confirm-otherwise").with("why", why.clone()),
            None => Phrase::new("unfit-confirm"),
        }))
    }
}

impl Written for ConfirmKind {
    const WORD: &'static str = "confirm";
    const KEYS: &'static [&'static str] = &["otherwise"];
    const SAMPLES: &'static [Sample] = &[
        Sample {
            keys: "",
            takes: &["ya", "Ya."],
            refuses: &["tidak", "mungkin"],
        },
        Sample {
            keys: "otherwise = \"Tanpa izin atasan tidak ada yang dipinjamkan.\"",
            takes: &["iya"],
            refuses: &["tidak"],
        },
    ];

    fn read(keys: &Keys<'_>) -> ConfirmKind {
        ConfirmKind {
            otherwise: keys.text("otherwise"),
        }
    }
}

impl Asked for ConfirmKind {
    fn way(&self) -> Way<'_> {
        Way::YesNo(&[true])
    }

    fn typed(&self, typed: &str, _: &Knowledge<'_>) -> Result<Answer, Unfit> {
        self.judge(yes_no::said(typed)?)
    }

    fn given(&self, input: &Input, _: &Knowledge<'_>) -> Option<Result<Answer, Unfit>> {
        match input {
            Input::YesNo(yes) => Some(self.judge(*yes)),
            _ => None,
        }
    }

    fn outline(&self) -> Phrase {
        Phrase::new("outline-kind-confirm")
    }

    fn likely(&self, _: &Likely<'_>) -> Vec<String> {
        vec!["ya".to_owned()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::accept::testing::{check, check_input};

    #[test]
    fn only_yes_goes_on() {
        let plain = ConfirmKind { otherwise: None };
        let no = "Kind(Phrase { key: \"unfit-confirm\", with: [] })";
        check(&plain, "ya", "true");
        check(&plain, "Tidak", no);
        check(&plain, "nanti", "SayYesOrNo");
        check_input(&plain, &Input::YesNo(true), "true");
        check_input(&plain, &Input::YesNo(false), no);
        check_input(&plain, &Input::Options(vec!["ya".into()]), "NeedsButton");
        let told = ConfirmKind {
            otherwise: Some(Text::both("Harus ada izin.")),
        };
        let Err(Unfit::Kind(why)) = told.judge(false) else {
            panic!("no was accepted");
        };
        assert_eq!(why.key, "unfit-confirm-otherwise");
    }
}
