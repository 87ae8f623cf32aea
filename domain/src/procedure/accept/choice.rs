//! Choices: by button, and typed as people type them.

use super::{Knowledge, Unfit, clean};
use crate::{
    code::OptionCode,
    id::{LineId, PersonId},
    procedure::{answer::Answer, field::Opt},
};

/// One option by its label in either language, its code, or its number in the list.
pub(super) fn typed_one(typed: &str, options: &[Opt]) -> Result<Answer, Unfit> {
    let option = find(&clean::line(typed)?, options).ok_or(Unfit::ChooseOne)?;
    Ok(Answer::Choice(option.code.clone()))
}

pub(super) fn tapped_one(codes: &[OptionCode], options: &[Opt]) -> Result<Answer, Unfit> {
    match codes {
        [code] if options.iter().any(|option| option.code == *code) => {
            Ok(Answer::Choice(code.clone()))
        }
        _ => Err(Unfit::ChooseOne),
    }
}

/// Several options, divided by commas, semicolons or line breaks.
pub(super) fn typed_several(
    typed: &str,
    options: &[Opt],
    at_least: usize,
) -> Result<Answer, Unfit> {
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
pub(super) fn tapped_several(
    codes: &[OptionCode],
    options: &[Opt],
    at_least: usize,
) -> Result<Answer, Unfit> {
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

pub(super) fn yes_no(typed: &str) -> Result<Answer, Unfit> {
    let word = clean::line(typed)?.to_lowercase();
    match word.trim_end_matches(['.', '!']) {
        "ya" | "iya" | "y" | "yes" => Ok(Answer::YesNo(true)),
        "tidak" | "tdk" | "t" | "no" | "n" => Ok(Answer::YesNo(false)),
        _ => Err(Unfit::SayYesOrNo),
    }
}

/// A holder of the role, chosen by button.
pub(super) fn tapped_person(id: PersonId, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
    let holder = knowledge
        .holders
        .iter()
        .find(|(holder, _)| *holder == id)
        .ok_or(Unfit::NotHolder)?;
    Ok(Answer::Person {
        id,
        name: holder.1.clone(),
    })
}

/// A holder of the role by full name. Of two with one name, the button tells who is meant.
pub(super) fn typed_person(typed: &str, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
    let name = clean::line(typed)?;
    let mut named = knowledge
        .holders
        .iter()
        .filter(|(_, holder)| same(holder, &name));
    match (named.next(), named.next()) {
        (Some((id, name)), None) => Ok(Answer::Person {
            id: *id,
            name: name.clone(),
        }),
        (Some(_), Some(_)) => Err(Unfit::ChooseOne),
        (None, _) => Err(Unfit::NotHolder),
    }
}

/// A line of a register, chosen by button.
pub(super) fn tapped_entry(id: LineId, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
    let entry = knowledge.entries.iter().find(|(entry, _)| *entry == id);
    let (id, name) = entry.ok_or(Unfit::NotAnEntry)?.clone();
    Ok(Answer::Entry { id, name })
}

/// A line of a register by its name, or by a part of it that only one line has.
pub(super) fn typed_entry(typed: &str, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
    let text = clean::line(typed)?.to_lowercase();
    let entries = || knowledge.entries.iter();
    let whole = entries().find(|(_, name)| same(name, &text));
    let mut parts = entries().filter(|(_, name)| name.to_lowercase().contains(&text));
    let entry = match (whole, parts.next(), parts.next()) {
        (Some(entry), ..) | (None, Some(entry), None) => entry.clone(),
        (None, Some(_), Some(_)) => return Err(Unfit::ChooseOne),
        (None, None, _) => return Err(Unfit::NotAnEntry),
    };
    let (id, name) = entry;
    Ok(Answer::Entry { id, name })
}

/// Free items of a pool, ticked and confirmed.
pub(super) fn tapped_items(
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
pub(super) fn typed_items(
    typed: &str,
    at_least: usize,
    knowledge: &Knowledge<'_>,
) -> Result<Answer, Unfit> {
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

fn same(one: &str, other: &str) -> bool {
    clean::line(one).is_ok_and(|one| one.to_lowercase() == other.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Language, Text,
        code::RoleCode,
        procedure::{
            accept::testing::{check, check_input},
            field::{Input, Kind},
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
        let kind = Kind::Choice { options: sites() };
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
            &Kind::Choice {
                options: bare.clone(),
            },
            "4",
            "c4",
        );
        check(&Kind::Choice { options: bare }, "3", "ChooseOne");
        let units = options(&[("c2", "2 core", "2 cores"), ("c4", "4 core", "4 cores")]);
        check(
            &Kind::Choice {
                options: units.clone(),
            },
            "2",
            "ChooseOne",
        );
        check(&Kind::Choice { options: units }, "2 Cores", "c2");
    }

    #[test]
    fn several_at_once() {
        let kind = Kind::Choices {
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

        let free = Kind::Choices {
            options: sites(),
            at_least: 0,
        };
        check(&free, "Lainnya, sebutkan", "lainnya");
        check(&free, ",", "ChooseAtLeast { n: 1 }");
        check_input(&free, &tapped(&[]), "");
        check_input(&free, &tapped(&["hilang"]), "ChooseAtLeast { n: 1 }");
    }

    #[test]
    fn yes_or_no() {
        for yes in ["ya", "Ya.", "IYA", "y", "yes"] {
            check(&Kind::YesNo, yes, "true");
        }
        for no in ["tidak", "Tidak!", "tdk", "t", "no", "N"] {
            check(&Kind::YesNo, no, "false");
        }
        check(&Kind::YesNo, "mungkin", "SayYesOrNo");
        check(&Kind::YesNo, "ya tidak", "SayYesOrNo");
        check(&Kind::YesNo, " ", "Empty");
        check_input(&Kind::YesNo, &Input::YesNo(false), "false");
    }

    /// The tests' office has Sari, Hadi, and two people named Budi.
    #[test]
    fn persons() {
        let kind = Kind::Person {
            role: RoleCode::new("tim-teknis"),
        };
        check_input(&kind, &Input::Person(PersonId(2)), "Hadi Wijaya");
        check_input(&kind, &Input::Person(PersonId(99)), "NotHolder");
        check(&kind, "sari  DEWI", "Sari Dewi");
        check(&kind, "Sari", "NotHolder");
        check(&kind, "Budi", "ChooseOne");
        check(&kind, "", "Empty");
    }
}
