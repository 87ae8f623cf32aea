//! What editors are told of the files: a JSON schema for procedures and one for offices. Their keys are those that the
//! readers ask for, and their explanations those of the guide.

use serde_json::Value;

use super::read::sketch;

/// The guide for those who write files.
const GUIDE: &str = include_str!("../../procedures/README.md");

/// Behind which words of the guide the table of a block's keys stands.
const TABLES: [(&str, &str); 10] = [
    ("procedure", "## 1. The head"),
    ("step", "Beyond the SOP's columns, a step has:"),
    ("question", "A question (`[[step.field]]`) has:"),
    ("outcome", "An outcome (`[[step.outcome]]`) has:"),
    ("reservation", "## 6. Reserving"),
    ("window", "| Key of `window` | Meaning |"),
    ("amendment", "| Key of `amend` | Meaning |"),
    ("going on", "| Key of `alone` | Meaning |"),
    (
        "register",
        "A later block of the same register amends the line",
    ),
    ("paper", "What the SOP's column *Output* calls"),
];

/// The schema of a procedure's file.
pub fn schema() -> Value {
    sketch().schema("procedure", &|block, key| {
        let (_, behind) = TABLES.iter().find(|(of, _)| *of == block)?;
        explained(behind, key)
    })
}

/// What the first table behind some words of the guide says of a key.
pub(crate) fn explained(behind: &str, key: &str) -> Option<String> {
    let (_, rest) = GUIDE.split_once(behind)?;
    let is_row = |line: &&str| line.starts_with('|');
    let mut rows = rest
        .lines()
        .skip_while(|line| !is_row(line))
        .take_while(is_row);
    let named = format!("`{key}`");
    rows.find_map(|row| {
        let (keys, meaning) = row.trim_matches('|').split_once(" | ")?;
        let is_it = keys.split(',').any(|it| it.trim() == named);
        is_it.then(|| meaning.trim().to_owned())
    })
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use serde_json::Value;

    use super::schema;
    use crate::office::Office;

    /// What is wrong with a value, by as much of JSON schema as ours need.
    fn wrong(value: &Value, schema: &Value, root: &Value, at: &str) -> Option<String> {
        if let Some(name) = schema["$ref"].as_str() {
            let name = name.strip_prefix("#/$defs/").unwrap();
            return wrong(value, &root["$defs"][name], root, at);
        }
        if let Some(any) = schema["anyOf"].as_array() {
            let mut all = any.iter().map(|one| wrong(value, one, root, at));
            let first = all.next().flatten()?;
            return all.all(|it| it.is_some()).then_some(first);
        }
        if let Some(words) = schema["enum"].as_array() {
            return (!words.contains(value)).then(|| format!("{at}: {value} is none of {words:?}"));
        }
        let fits = match schema["type"].as_str() {
            Some("string") => value.as_str().is_some_and(|text| {
                let is_code = |text: &str| crate::code::is_code(text);
                schema["pattern"].is_null() || is_code(text)
            }),
            Some("boolean") => value.is_boolean(),
            Some("integer") => value.as_i64().is_some_and(|number| {
                let above = schema["minimum"]
                    .as_i64()
                    .is_none_or(|least| number >= least);
                above && schema["maximum"].as_i64().is_none_or(|most| number <= most)
            }),
            Some("number") => value.is_number(),
            Some("array") => {
                let mut items = value.as_array().into_iter().flatten();
                let wrong = items.find_map(|item| wrong(item, &schema["items"], root, at));
                return match wrong {
                    Some(why) => Some(why),
                    None => (!value.is_array()).then(|| format!("{at} is no list")),
                };
            }
            Some("object") => {
                let Some(table) = value.as_object() else {
                    return Some(format!("{at} is no table"));
                };
                return table.iter().find_map(|(key, value)| {
                    let at = format!("{at}.{key}");
                    match (&schema["properties"][key], &schema["additionalProperties"]) {
                        (Value::Null, Value::Bool(false)) => Some(format!("{at} is not known")),
                        (Value::Null, others) => wrong(value, others, root, &at),
                        (known, _) => wrong(value, known, root, &at),
                    }
                });
            }
            other => panic!("{at}: {other:?}"),
        };
        (!fits).then(|| format!("{at}: {value} does not fit {schema}"))
    }

    fn files(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                files(&path, found);
            } else if path.extension().is_some_and(|it| it == "toml") {
                found.push(path);
            }
        }
    }

    /// Whatever is written today is what an editor is told.
    #[test]
    fn every_file_fits_its_schema() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut found = Vec::new();
        for folder in ["procedures", "house", "../tests/procedures"] {
            files(&here.join(folder), &mut found);
        }
        let is_office = |path: &Path| path.components().any(|it| it.as_os_str() == "office");
        let (mut offices, procedures): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|path| is_office(path));
        files(&here.join("offices"), &mut offices);
        assert!(offices.len() > 3 && procedures.len() > 10);
        for (schema, files) in [(schema(), procedures), (Office::schema(), offices)] {
            for file in files {
                let text = fs::read_to_string(&file).unwrap();
                // Forms of the house have no head.
                if file.components().any(|it| it.as_os_str() == "house") {
                    continue;
                }
                let value: Value = toml::from_str(&text).unwrap();
                let why = wrong(&value, &schema, &schema, "");
                assert_eq!(why, None, "{}", file.display());
            }
        }
    }

    /// And what is no key is none for it either.
    #[test]
    fn what_is_no_key_does_not_fit() {
        let schema = schema();
        for (text, place) in [
            ("cod = \"hosting\"", ".cod "),
            (
                "[[step]]\n[[step.field]]\nkindd = \"text\"",
                ".step.field.kindd",
            ),
            (
                "[[step]]\n[[step.outcome]]\ntone = \"maybe\"",
                ".step.outcome.tone",
            ),
            (
                "[[step]]\n[[step.outcome]]\nbranch = [{ when = { fild = \"a\" }, to = \"b\" }]",
                ".when.fild",
            ),
            ("version = \"satu\"", ".version"),
        ] {
            let value: Value = toml::from_str(text).unwrap();
            let why = wrong(&value, &schema, &schema, "").unwrap_or_default();
            assert!(why.contains(place), "{text}: {why}");
        }
    }

    /// The tables of the guide are found, and a key is explained by them.
    #[test]
    fn keys_are_explained() {
        let schema = schema();
        for (block, key) in [
            ("procedure", "prefix"),
            ("step", "rests"),
            ("question", "remember"),
            ("outcome", "anew"),
            ("reservation", "days"),
            ("window", "before"),
            ("amendment", "expires"),
            ("going-on", "exact"),
            ("register", "keeps"),
            ("paper", "holds-at"),
        ] {
            let why = &schema["$defs"][block]["properties"][key]["description"];
            assert!(why.is_string(), "{block} {key}: {why}");
        }
        assert!(
            Office::schema()["$defs"]["office"]["properties"]["hold-days"]["description"]
                .is_string()
        );
    }
}
