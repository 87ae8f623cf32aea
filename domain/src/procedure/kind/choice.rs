//! One of several options, or several of them.

use super::{
    Asked, Likely, Sample, Use, Written,
    way::{Opt, Way},
    yes_no::begun,
};
use crate::{
    code::OptionCode,
    phrase::{Part, Phrase},
    procedure::{
        accept::{Knowledge, Unfit, clean},
        answer::{Answer, Input},
        read::{bounds, keys::Keys},
    },
};

/// One of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceKind {
    pub options: Vec<Opt>,
}

/// Several of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoicesKind {
    pub options: Vec<Opt>,
    pub at_least: usize,
}

impl Written for ChoiceKind {
    const WORD: &'static str = "choice";
    const KEYS: &'static [&'static str] = &["options"];
    const USES: &'static [Use] = &[Use::Cell, Use::Remembered];
    const SAMPLES: &'static [Sample] = &[Sample {
        keys: "options = [{ code = \"satu\", label = \"Satu\" }, { code = \"dua\", label = \"Dua\", stops = true }]",
        takes: &["Satu", "2"],
        refuses: &["tiga", ""],
    }];

    fn read(keys: &Keys<'_>) -> ChoiceKind {
        ChoiceKind {
            options: options(keys),
        }
    }
}

impl Written for ChoicesKind {
    const WORD: &'static str = "choices";
    const KEYS: &'static [&'static str] = &["options", "at-least"];
    const SAMPLES: &'static [Sample] = &[Sample {
        keys: "options = [{ code = \"satu\", label = \"Satu\" }, { code = \"dua\", label = \"Dua\" }]\nat-least = 1",
        takes: &["satu, dua", "Dua"],
        refuses: &["satu, tiga"],
    }];

    fn read(keys: &Keys<'_>) -> ChoicesKind {
        ChoicesKind {
            options: options(keys),
            at_least: keys.within("at-least", bounds::CHOSEN).unwrap_or(1),
        }
    }
}

impl Asked for ChoiceKind {
    fn way(&self) -> Way<'_> {
        Way::One(&self.options)
    }

    fn typed(&self, typed: &str, _: &Knowledge<'_>) -> Result<Answer, Unfit> {
        typed_one(typed, &self.options)
    }

    fn given(&self, input: &Input, _: &Knowledge<'_>) -> Option<Result<Answer, Unfit>> {
        match input {
            Input::Options(codes) => Some(tapped_one(codes, &self.options)),
            _ => None,
        }
    }

    fn outline(&self) -> Phrase {
        Phrase::new("outline-kind-choice").with("options", offered(&self.options))
    }

    fn likely(&self, _: &Likely<'_>) -> Vec<String> {
        let on = self.options.iter().filter(|option| !option.stops);
        on.map(|option| option.label.id.clone()).collect()
    }
}

impl Asked for ChoicesKind {
    fn way(&self) -> Way<'_> {
        Way::Several {
            options: &self.options,
            at_least: self.at_least,
        }
    }

    fn typed(&self, typed: &str, _: &Knowledge<'_>) -> Result<Answer, Unfit> {
        typed_several(typed, &self.options, self.at_least)
    }

    fn given(&self, input: &Input, _: &Knowledge<'_>) -> Option<Result<Answer, Unfit>> {
        match input {
            Input::Options(codes) => Some(tapped_several(codes, &self.options, self.at_least)),
            _ => None,
        }
    }

    fn outline(&self) -> Phrase {
        Phrase::new("outline-kind-choices")
            .with("n", self.at_least)
            .with("options", offered(&self.options))
    }

    fn fault(&self) -> Option<String> {
        let (many, at_least) = (self.options.len(), self.at_least);
        (many > 0 && at_least > many)
            .then(|| format!("`at-least = {at_least}`, but there are {many} options."))
    }

    fn likely(&self, _: &Likely<'_>) -> Vec<String> {
        let labels: Vec<_> = self.options.iter().map(|it| it.label.id.as_str()).collect();
        vec![labels.join("; ")]
    }
}

fn options(keys: &Keys<'_>) -> Vec<Opt> {
    let options: Vec<Opt> = keys
        .blocks("options", "option")
        .into_iter()
        .map(option)
        .collect();
    if options.is_empty() && !keys.has("options") {
        keys.complaints.at(
            keys.line,
            "This question has no `options`; add them: [{ code = \"…\", label = \"…\" }, …].",
        );
    }
    options
}

fn option(keys: Keys<'_>) -> Opt {
    let option = Opt {
        code: OptionCode::new(keys.need_code("code", "a short name, e.g. `baru`")),
        label: keys.need_text("label", "what the button says"),
        stops: keys.boolean("stops").unwrap_or(false),
    };
    keys.finish();
    option
}

fn offered(options: &[Opt]) -> Part {
    let option = |option: &Opt| {
        let label = Part::from(option.label.clone());
        if option.stops {
            Phrase::new("outline-option-stops")
                .with("option", label)
                .into()
        } else {
            label
        }
    };
    Part::List(options.iter().map(option).collect(), " / ")
}

/// One option by its label in either language, its code, or its number in the list; or the only one that begins with the yes
/// or no that was typed.
fn typed_one(typed: &str, options: &[Opt]) -> Result<Answer, Unfit> {
    let line = clean::line(typed)?;
    let option = find(&line, options).or_else(|| begun(&line, options));
    let option = option.ok_or(Unfit::ChooseOne)?;
    Ok(Answer::Choice(option.code.clone()))
}

fn tapped_one(codes: &[OptionCode], options: &[Opt]) -> Result<Answer, Unfit> {
    match codes {
        [code] if options.iter().any(|option| option.code == *code) => {
            Ok(Answer::Choice(code.clone()))
        }
        _ => Err(Unfit::ChooseOne),
    }
}

/// Several options, divided by commas, semicolons or line breaks.
fn typed_several(typed: &str, options: &[Opt], at_least: usize) -> Result<Answer, Unfit> {
    let whole = clean::line(typed)?;
    // First of all as a whole: a label may hold a comma.
    let parts = match find(&whole, options) {
        Some(_) => vec![whole],
        None => clean::paragraph(typed)?
            .split([',', ';', '\n'])
            .filter_map(|part| clean::line(part).ok())
            .collect(),
    };
    let mut codes = Vec::new();
    for part in parts {
        match find(&part, options) {
            Some(option) => codes.push(option.code.clone()),
            None => return Err(Unfit::NotAnOption { found: part }),
        }
    }
    // Typed text that names nothing is not the same as confirming nothing.
    tapped_several(&codes, options, at_least.max(1))
}

/// Kept in the order of the file, each once.
fn tapped_several(codes: &[OptionCode], options: &[Opt], at_least: usize) -> Result<Answer, Unfit> {
    let known = codes
        .iter()
        .all(|code| options.iter().any(|option| option.code == *code));
    let chosen: Vec<OptionCode> = options
        .iter()
        .map(|option| &option.code)
        .filter(|code| codes.contains(code))
        .cloned()
        .collect();
    if !known || chosen.len() < at_least {
        return Err(Unfit::ChooseAtLeast { n: at_least.max(1) });
    }
    Ok(Answer::Choices(chosen))
}

fn find<'a>(text: &str, options: &'a [Opt]) -> Option<&'a Opt> {
    let labelled = || {
        options
            .iter()
            .find(|option| option.label.wordings().any(|label| same(label, text)))
    };
    let coded = || {
        options
            .iter()
            .find(|option| same(option.code.as_str(), text))
    };
    labelled()
        .or_else(coded)
        .or_else(|| numbered(text, options))
}

/// Where labels begin with figures (2 core, 4 core …), a typed figure would mean two things.
fn numbered<'a>(text: &str, options: &'a [Opt]) -> Option<&'a Opt> {
    let figure = |label: &str| label.starts_with(|c: char| c.is_ascii_digit());
    if options
        .iter()
        .any(|option| option.label.wordings().any(figure))
        || !figure(text)
    {
        return None;
    }
    let number: usize = text.trim_end_matches(['.', ')']).parse().ok()?;
    options.get(number.checked_sub(1)?)
}

/// Whether two lines are the same word, however they are written.
pub(super) fn same(one: &str, other: &str) -> bool {
    clean::line(one).is_ok_and(|one| one.to_lowercase() == other.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Language, Text,
        procedure::{
            accept::testing::{check, check_input},
            answer::Input,
        },
    };

    fn options(list: &[(&str, &str, &str)]) -> Vec<Opt> {
        list.iter()
            .map(|(code, id, en)| Opt {
                code: (*code).into(),
                label: Text::both(*id).and(Language::EN, *en),
                stops: false,
            })
            .collect()
    }

    fn sites() -> Vec<Opt> {
        options(&[
            ("website", "Situs web", "Website"),
            ("aplikasi", "Aplikasi", "Application"),
            ("lainnya", "Lainnya, sebutkan", "Other"),
        ])
    }

    fn tapped(codes: &[&str]) -> Input {
        Input::Options(codes.iter().map(|code| (*code).into()).collect())
    }

    #[test]
    fn one_of_several() {
        let kind = ChoiceKind { options: sites() };
        check(&kind, "situs WEB", "website");
        check(&kind, "Application", "aplikasi");
        check(&kind, "aplikasi", "aplikasi");
        check(&kind, "Lainnya,  sebutkan", "lainnya");
        check(&kind, "1", "website");
        check(&kind, "3.", "lainnya");
        check(&kind, "0", "ChooseOne");
        check(&kind, "4", "ChooseOne");
        check(&kind, "1, 2", "ChooseOne");
        check(&kind, "situs", "ChooseOne");
        check(&kind, "", "Empty");
        check_input(&kind, &tapped(&["aplikasi"]), "aplikasi");
        check_input(&kind, &tapped(&["hilang"]), "ChooseOne");
        check_input(&kind, &tapped(&[]), "ChooseOne");
        check_input(&kind, &tapped(&["website", "aplikasi"]), "ChooseOne");
    }

    /// Typing 4 must not give the fourth option where it may mean 4 cores.
    #[test]
    fn figures_in_labels_are_not_positions() {
        let bare = options(&[
            ("c1", "1", "1"),
            ("c2", "2", "2"),
            ("c4", "4", "4"),
            ("c8", "8", "8"),
        ]);
        check(
            &ChoiceKind {
                options: bare.clone(),
            },
            "4",
            "c4",
        );
        check(&ChoiceKind { options: bare }, "3", "ChooseOne");
        let units = options(&[("c2", "2 core", "2 cores"), ("c4", "4 core", "4 cores")]);
        check(
            &ChoiceKind {
                options: units.clone(),
            },
            "2",
            "ChooseOne",
        );
        check(&ChoiceKind { options: units }, "2 Cores", "c2");
    }

    #[test]
    fn several_at_once() {
        let kind = ChoicesKind {
            options: sites(),
            at_least: 2,
        };
        check(&kind, "2, 1", "website aplikasi");
        check(&kind, "aplikasi; Website\nAplikasi", "website aplikasi");
        check(&kind, "aplikasi", "ChooseAtLeast { n: 2 }");
        check(&kind, "Lainnya, sebutkan", "ChooseAtLeast { n: 2 }");
        check(&kind, "1, 9", r#"NotAnOption { found: "9" }"#);
        check(
            &kind,
            "website, aplikasi, lain lain",
            r#"NotAnOption { found: "lain lain" }"#,
        );
        check_input(&kind, &tapped(&["lainnya", "website"]), "website lainnya");
        check_input(
            &kind,
            &tapped(&["website", "website"]),
            "ChooseAtLeast { n: 2 }",
        );
        check_input(
            &kind,
            &tapped(&["website", "hilang"]),
            "ChooseAtLeast { n: 2 }",
        );

        let free = ChoicesKind {
            options: sites(),
            at_least: 0,
        };
        check(&free, "Lainnya, sebutkan", "lainnya");
        check(&free, ",", "ChooseAtLeast { n: 1 }");
        check_input(&free, &tapped(&[]), "");
        check_input(&free, &tapped(&["hilang"]), "ChooseAtLeast { n: 1 }");
    }
}
