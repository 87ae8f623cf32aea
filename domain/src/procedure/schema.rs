//! What editors are told of the files: a JSON schema for procedures and one for offices. Their keys are those that the
//! readers ask for, and their explanations those of the guide.

use serde_json::Value;

use super::{kind::KINDS, read::sketch, reference::page};

/// The guide for those who write files.
const GUIDE: &str = include_str!("../../procedures/README.md");

/// Behind which words of the guide the tables of a block's keys stand; the first that knows a key explains it.
const TABLES: [(&str, &str); 17] = [
    ("procedure", "## 1. The head"),
    ("procedure", "What stands above the table on the sheet"),
    ("table of the SOP's sheet", "| Key of `[sop]` |"),
    ("table of the report", "| Key of `[report]` |"),
    ("table of what it is begun from", "| Key of `[follows]` |"),
    ("step", "Beyond the SOP's columns, a step has:"),
    ("question", "A question (`[[step.field]]`) has:"),
    ("outcome", "An outcome (`[[step.outcome]]`) has:"),
    ("step", "## 6. Reserving"),
    ("outcome", "## 6. Reserving"),
    ("window", "| Key of `window` |"),
    ("going on", "| Key of `alone` |"),
    (
        "register",
        "A later block of the same register amends the line",
    ),
    ("amendment", "| Key of `amend` |"),
    ("paper", "What the SOP's column *Output* calls"),
    ("condition", CONDITIONS),
    ("demand", CONDITIONS),
];
const CONDITIONS: &str = "One language says when a question is asked";

/// Blocks of few keys, by the key behind which they stand; their keys stand together in one table of the guide.
const SMALL: [(&str, &str); 19] = [
    ("table of stages", "stages"),
    ("capacity", "capacity"),
    ("end", "end"),
    ("quorum", "quorum"),
    ("time in a case", "time-when"),
    ("expiry", "expires"),
    ("column", "column"),
    ("option", "options"),
    ("branch", "branch"),
    ("demand", "must"),
    ("notice", "inform"),
    ("message", "tell"),
    ("retirement", "retire"),
    ("prolongation", "prolongs"),
    ("admission", "admits"),
    ("alarm", "alarm"),
    ("pair of columns", "pair"),
    ("span", "span"),
    ("reservation", "reserve"),
];
/// Where that table stands.
const SMALL_BLOCKS: &str = "## Keys of small blocks";

/// The schema of a procedure's file.
pub fn schema() -> Value {
    sketch().schema("procedure", &|block, key| {
        let mut small = SMALL.iter().filter(|(of, _)| *of == block);
        let small = small.find_map(|(_, at)| explained(SMALL_BLOCKS, &format!("{at}.{key}")));
        let mut tables = TABLES.iter().filter(|(of, _)| *of == block);
        let large = || tables.find_map(|(_, behind)| explained(behind, key));
        small.or_else(large).or_else(|| match block {
            "step" => column_of_the_sop(key),
            "question" | "column" => of_kinds(key),
            _ => None,
        })
    })
}

/// All keys with what stands behind them, as a page.
pub fn reference() -> String {
    page(&schema(), "procedure")
}

/// What the first table behind some words of the guide says of a key: in the row that names it, or that shows how it
/// is written.
pub(crate) fn explained(behind: &str, key: &str) -> Option<String> {
    let (_, rest) = GUIDE.split_once(behind)?;
    let rest = format!("{behind}{rest}");
    let is_row = |line: &&str| line.starts_with('|');
    let rows: Vec<&str> = rest
        .lines()
        .skip_while(|line| !is_row(line))
        .take_while(is_row)
        .collect();
    let named = [
        format!("`{key}`"),
        format!("`[{key}]`"),
        format!("`[[{key}]]`"),
        format!("`[[step.{key}]]`"),
    ];
    let written = format!("{key} = ");
    let cells = || {
        rows.iter()
            .filter_map(|row| row.trim_matches('|').split_once(" | "))
    };
    let is_named = |keys: &str| {
        keys.split(',')
            .any(|it| named.iter().any(|named| it.trim() == named))
    };
    let by_name = cells().find(|(keys, _)| is_named(keys));
    if let Some((_, meaning)) = by_name {
        return Some(meaning.trim().to_owned());
    }
    let shows = |keys: &str| {
        let mut places = keys.match_indices(&written);
        places.any(|(at, _)| !keys[..at].ends_with(|it: char| it.is_alphanumeric() || it == '-'))
    };
    let (how, meaning) = cells().find(|(keys, _)| shows(keys))?;
    Some(format!("{}: {}", how.trim(), meaning.trim()))
}

/// Which column of the SOP's table a key is.
fn column_of_the_sop(key: &str) -> Option<String> {
    let (_, rest) = GUIDE.split_once("| SOP (")?;
    let named = format!("`{key}`");
    let row = rest
        .lines()
        .skip(1)
        .take_while(|line| line.starts_with('|'));
    row.filter_map(|row| {
        let mut cells = row.trim_matches('|').split(" | ");
        Some((cells.next()?.trim(), cells.next()?, cells.next()?.trim()))
    })
    .find(|(_, keys, _)| keys.split(',').any(|it| it.trim() == named))
    .map(|(column, _, example)| {
        format!(
            "The SOP's column *{column}*: {}",
            example.trim_end_matches('|').trim()
        )
    })
}

/// Of which kinds of questions a key is.
fn of_kinds(key: &str) -> Option<String> {
    let of = KINDS.iter().filter(|kind| kind.keys.contains(&key));
    let words: Vec<String> = of.map(|kind| format!("`{}`", kind.word)).collect();
    (!words.is_empty()).then(|| format!("Of {}; see *Kinds of questions*.", words.join(", ")))
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use serde_json::Value;

    use super::{super::read::sketch::A_DAY_OR_TIME, reference, schema};
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
                let begins_with_a_figure = text.starts_with(|it: char| it.is_ascii_digit());
                match schema["pattern"].as_str() {
                    None => true,
                    Some(A_DAY_OR_TIME) => begins_with_a_figure,
                    Some(_) => crate::code::is_code(text),
                }
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

    /// JSON knows no days and times.
    fn as_editors_read(value: toml::Value) -> Value {
        match value {
            toml::Value::Datetime(written) => written.to_string().into(),
            toml::Value::Array(items) => items.into_iter().map(as_editors_read).collect(),
            toml::Value::Table(table) => {
                let pairs = table.into_iter();
                pairs.map(|(key, it)| (key, as_editors_read(it))).collect()
            }
            other => serde_json::to_value(other).unwrap(),
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
                let value = as_editors_read(toml::from_str(&text).unwrap());
                let why = wrong(&value, &schema, &schema, "");
                assert_eq!(why, None, "{}", file.display());
            }
        }
    }

    /// Whoever has changed what is read, or the guide, writes the page anew, as snapshots are.
    #[test]
    fn the_page_of_all_keys_is_current() {
        let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("procedures/reference.md");
        let page = reference();
        if std::env::var("INSTA_UPDATE").as_deref() == Ok("always") {
            fs::write(&kept, &page).unwrap();
        }
        assert!(
            fs::read_to_string(&kept).unwrap() == page,
            "domain/procedures/reference.md is not what is read; write it anew: loket procedures schema --page > domain/procedures/reference.md"
        );
    }

    /// No key is without its meaning in the guide.
    #[test]
    fn every_key_is_explained() {
        let schema = schema();
        let blocks = schema["$defs"].as_object().unwrap();
        let unexplained: Vec<String> = blocks
            .iter()
            .flat_map(|(block, holds)| {
                let keys = holds["properties"].as_object().unwrap().iter();
                let bare = keys.filter(|(_, value)| !value["description"].is_string());
                bare.map(move |(key, _)| format!("{block} {key}"))
            })
            .collect();
        assert_eq!(unexplained, [""; 0]);
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
