//! Answers as people read them.

use domain::{
    Text,
    office::Office,
    procedure::{
        Answer, Answers, Field, Kind, SkipMeaning,
        kind::{
            number::{DecimalKind, NumberKind},
            phone::is_mobile_number,
        },
    },
};

use super::{Speech, html::shortened, moment, words::t};

/// An answer in one piece of text, without markup.
pub fn value(speech: &Speech, office: &Office, field: &Field, answer: &Answer) -> String {
    match answer {
        Answer::Number(_) | Answer::Decimal(_) => {
            with_unit(speech, field, bare(speech, office, answer))
        }
        Answer::Choice(code) => option(speech, field, code),
        Answer::Choices(codes) => codes
            .iter()
            .map(|code| option(speech, field, code))
            .collect::<Vec<_>>()
            .join(", "),
        Answer::Rows(rows) => numbered(speech, office, field, rows)
            .collect::<Vec<_>>()
            .join("; "),
        Answer::Text(text) => ready(speech, &field.suggest, text).to_owned(),
        Answer::Skipped if field.is_table() => t!(plain speech, "none"),
        Answer::Skipped if field.passing == SkipMeaning::Unknown => t!(plain speech, "unknown"),
        answer => bare(speech, office, answer),
    }
}

/// Words that were tapped are stored in Indonesian; everyone reads them in their own language.
pub fn ready<'a>(
    speech: &Speech,
    ready: impl IntoIterator<Item = &'a Text>,
    text: &'a str,
) -> &'a str {
    let mut ready = ready.into_iter();
    let tapped = ready.find(|ready| ready.id == text);
    tapped.map_or(text, |tapped| speech.text(tapped))
}

/// An answer as far as it can be read without its question.
pub fn bare(speech: &Speech, office: &Office, answer: &Answer) -> String {
    match answer {
        Answer::Text(text)
        | Answer::Written(text)
        | Answer::Email(text)
        | Answer::Hostname(text)
        | Answer::Label(text) => text.clone(),
        Answer::Number(number) => grouped(speech, *number),
        Answer::Decimal(digits) => decimal(speech, digits),
        Answer::YesNo(true) => t!(plain speech, "yes"),
        Answer::YesNo(false) => t!(plain speech, "no"),
        Answer::Date(day) => moment::day(speech, *day),
        Answer::Moment(at) => moment::moment(speech, office, *at),
        Answer::Phone(number) if number.starts_with("+62") && !is_mobile_number(number) => {
            t!(plain speech, "landline", number = landline(number))
        }
        Answer::Phone(number) => phone(number),
        Answer::Nip(nip) => nip_groups(nip),
        Answer::Ip(ip) => ip.to_string(),
        Answer::Person { name, .. } | Answer::Entry { name, .. } => name.clone(),
        Answer::Items(items) => items.join(", "),
        Answer::Agency(code) => speech.text(&office.agency_name(code)).to_owned(),
        Answer::Paper(paper) => format!("{} ({})", paper.name, size(paper.size)),
        Answer::Choice(_) | Answer::Choices(_) | Answer::Rows(_) => answer.plain(),
        Answer::Skipped => t!(plain speech, "skipped"),
        Answer::Removed => t!(plain speech, "removed"),
    }
}

/// An answer in at most so many characters. Of a table whole rows are shown, and how many there are.
pub fn short(
    speech: &Speech,
    office: &Office,
    field: &Field,
    answer: &Answer,
    max: usize,
) -> String {
    let whole = value(speech, office, field, answer);
    let Answer::Rows(rows) = answer else {
        return shortened(&whole, max);
    };
    if whole.chars().count() <= max {
        return whole;
    }
    let all = t!(plain speech, "table-rows", n = rows.len());
    let room = max.saturating_sub(all.chars().count() + 3);
    let mut shown = String::new();
    for row in numbered(speech, office, field, rows) {
        let mark = if shown.is_empty() { "" } else { "; " };
        if shown.chars().count() + mark.len() + row.chars().count() > room {
            break;
        }
        shown = shown + mark + &row;
    }
    if shown.is_empty() {
        shown = numbered(speech, office, field, rows)
            .next()
            .map_or(shown, |first| shortened(&first, room));
    }
    format!("{shown} … {all}")
}

/// The rows of a table, each with its number: `1) Contoso R450 · ABC123 · 2`.
pub fn numbered(
    speech: &Speech,
    office: &Office,
    field: &Field,
    rows: &[Answers],
) -> impl Iterator<Item = String> {
    rows.iter()
        .enumerate()
        .map(|(place, cells)| format!("{}) {}", place + 1, row(speech, office, field, cells)))
}

/// The cells of one row, in the order of the columns; those without an answer are left out at the end.
pub fn row(speech: &Speech, office: &Office, field: &Field, cells: &Answers) -> String {
    let columns = field.columns().iter();
    let shown = columns.filter_map(|column| {
        Some(match cells.get(&column.code)? {
            Answer::Skipped => "–".to_owned(),
            cell => value(speech, office, column, cell),
        })
    });
    shown.collect::<Vec<_>>().join(" · ")
}

/// A size as people say it: `482 kB`, `1,2 MB`.
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", bytes / 1_000),
        _ => format!("{},{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

fn option(speech: &Speech, field: &Field, code: &domain::code::OptionCode) -> String {
    let known = field
        .kind
        .way()
        .options()
        .iter()
        .find(|option| &option.code == code);
    known.map_or_else(
        || code.to_string(),
        |option| speech.text(&option.label).to_owned(),
    )
}

fn with_unit(speech: &Speech, field: &Field, number: String) -> String {
    match &field.kind {
        Kind::Number(NumberKind {
            unit: Some(unit), ..
        })
        | Kind::Decimal(DecimalKind {
            unit: Some(unit), ..
        }) => {
            format!("{number} {}", speech.text(unit))
        }
        _ => number,
    }
}

/// A decimal number with the comma of Indonesian or the point of English.
pub fn decimal(speech: &Speech, digits: &str) -> String {
    digits.replace('.', &speech.word("decimal-mark"))
}

/// `1.250` for 1250 in Indonesian, `1,250` in English.
pub fn grouped(speech: &Speech, number: i64) -> String {
    speech.grouped(number)
}

/// `0812-3456-7890` for +6281234567890.
pub fn phone(number: &str) -> String {
    let Some(rest) = number.strip_prefix("+62") else {
        return number.to_owned();
    };
    let local: Vec<char> = format!("0{rest}").chars().collect();
    local
        .chunks(4)
        .map(|group| group.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join("-")
}

/// `(0561) 736541` for +62561736541. The largest towns have codes of two digits, all others of three.
fn landline(number: &str) -> String {
    const SHORT: [&str; 5] = ["21", "22", "24", "31", "61"];
    let rest = number.trim_start_matches("+62");
    let code = if SHORT.iter().any(|code| rest.starts_with(code)) {
        2
    } else {
        3
    };
    match rest.split_at_checked(code) {
        Some((code, own)) => format!("(0{code}) {own}"),
        None => number.to_owned(),
    }
}

/// `19900101 201503 1 001`.
fn nip_groups(nip: &str) -> String {
    match (nip.get(..8), nip.get(8..14), nip.get(14..15), nip.get(15..)) {
        (Some(birth), Some(since), Some(sex), Some(number)) => {
            format!("{birth} {since} {sex} {number}")
        }
        _ => nip.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use domain::{
        Language,
        procedure::kind::{
            rows::RowsKind,
            text::{TextKind, TextRule},
        },
    };

    use super::*;

    #[test]
    fn numbers_are_written_as_their_readers_write_them() {
        let words = crate::text::Words::load();
        let (id, en) = (words.speech(Language::ID), words.speech(Language::EN));
        assert_eq!(grouped(&id, 0), "0");
        assert_eq!(grouped(&id, -1250), "-1.250");
        assert_eq!(grouped(&en, 1_000_000), "1,000,000");
        assert_eq!(decimal(&id, "2.5"), "2,5");
        assert_eq!(decimal(&en, "2.5"), "2.5");
        assert_eq!(phone("+6281234567890"), "0812-3456-7890");
        assert_eq!(nip_groups("199001012015031001"), "19900101 201503 1 001");
        assert_eq!(size(999), "999 B");
        assert_eq!(size(12_345), "12 kB");
        assert_eq!(size(1_250_000), "1,2 MB");
    }

    /// As letterheads have it, the code of the town in brackets; that it is no mobile is said.
    #[test]
    fn a_landline_is_shown_as_one() {
        let words = crate::text::Words::load();
        let office = Office::built_in().unwrap();
        for (number, id, en) in [
            (
                "+62213456789",
                "(021) 3456789, telepon kantor atau rumah",
                "(021) 3456789, a landline",
            ),
            (
                "+62274512345",
                "(0274) 512345, telepon kantor atau rumah",
                "(0274) 512345, a landline",
            ),
            ("+6281200000000", "0812-0000-0000", "0812-0000-0000"),
        ] {
            let phone = Answer::Phone(number.to_owned());
            for (language, said) in [(Language::ID, id), (Language::EN, en)] {
                assert_eq!(bare(&words.speech(language), &office, &phone), said);
            }
        }
    }

    /// Whole rows, and how many there are; never half a cell where a row fits.
    #[test]
    fn a_long_table_is_shortened_between_rows() {
        let column = |code: &str, kind| Field {
            code: code.into(),
            kind,
            ..table(Vec::new())
        };
        let text = Kind::from(TextKind {
            min: 1,
            max: 9,
            rule: TextRule::Any,
        });
        let unit = Some(domain::Text::both("U"));
        let height = Kind::from(NumberKind {
            min: None,
            max: None,
            unit,
        });
        let field = table(vec![column("merek", text), column("tinggi", height)]);
        let rows = ["R450", "R650", "R750"].map(|name| {
            let name = ("merek".into(), Answer::Text(name.to_owned()));
            let height = ("tinggi".into(), Answer::Number(2));
            [name, height].into_iter().collect::<Answers>()
        });
        let rows = Answer::Rows(rows.to_vec());
        let speech = crate::text::Words::load().speech(domain::Language::ID);
        let office = Office::built_in().unwrap();
        let shown = |max| short(&speech, &office, &field, &rows, max);
        let whole = "1) R450 · 2 U; 2) R650 · 2 U; 3) R750 · 2 U";
        assert_eq!(shown(80), whole);
        assert_eq!(value(&speech, &office, &field, &rows), whole);
        assert_eq!(shown(42), "1) R450 · 2 U; 2) R650 · 2 U … (3 baris)");
        assert_eq!(shown(20), "1) R450… … (3 baris)");
    }

    fn table(columns: Vec<Field>) -> Field {
        Field {
            code: "perangkat".into(),
            label: domain::Text::default(),
            ask: domain::Text::default(),
            example: None,
            kind: Kind::from(RowsKind {
                columns: columns.into(),
                min: 1,
                max: 20,
                count: None,
                extends: None,
                carried: 0,
                begun: Vec::new().into(),
            }),
            required: true,
            passing: SkipMeaning::Skipped,
            explain: None,
            blank_form: None,
            when: None,
            suggest: Vec::new(),
            usual: Vec::new(),
            default: None,
            free_in: None,
            unique: false,
            alike: None,
            readers: None,
            ready: None,
            remember: Vec::new(),
            look: false,
            line: 0,
        }
    }
}
