//! Every kind of question in the chat, as its own samples have it: a new kind is asked here as well.

use std::{fmt::Write, fs};

use domain::{
    Language,
    procedure::{
        Procedure, Way,
        kind::{KINDS, Sample},
        read::read,
    },
};
use tests::{World, cast, play_on_both};

const HEAD: &str = r#"
code = "semua-jenis"
version = 1
prefix = "SJE"
title = { id = "Semua Jenis", en = "All Kinds" }
about = "Semua jenis isian."
source = "SOP contoh, tanpa nomor"
opens = "pic"
work-starts = "terima"

[[end]]
code = "selesai"
label = "Selesai"
kind = "done"

[[end]]
code = "ditarik"
label = "Ditarik"
kind = "withdrawn"

[[step]]
code = "ajukan"
row = 1
title = "Ajukan"
activity = "Mengajukan"
performer = "pic"
"#;

const FOOT: &str = r#"
[[step.outcome]]
code = "kirim"
label = { id = "Kirim", en = "Send" }
to = "terima"

[[step]]
code = "terima"
row = 2
title = "Terima"
activity = "Menerima"
performer = "helpdesk"

[[step.outcome]]
code = "terima"
label = "Terima"
ends = "selesai"
"#;

/// A sample as a question, with an example where one is needed.
fn question(number: usize, word: &str, sample: &Sample) -> String {
    let keys = sample.keys;
    let mut text = format!(
        "\n[[step.field]]\ncode = \"isian-{number}\"\nlabel = \"Isian {number}\"\nask = \"Isian {number}?\"\nkind = \"{word}\"\n{keys}\n"
    );
    // Days make their own examples.
    let says = keys.contains("example = ") || word.starts_with("date");
    let typed = sample.takes.first().filter(|_| !says);
    if let Some(typed) = typed {
        writeln!(text, "example = '''{typed}'''").unwrap();
    }
    text
}

fn procedure(questions: &[String]) -> (String, Procedure) {
    let text = format!("{HEAD}{}{FOOT}", questions.concat());
    let procedure = read("semua-jenis.toml", &text);
    let procedure = procedure.unwrap_or_else(|complaints| panic!("{complaints:?}\n{text}"));
    (text, procedure)
}

/// The samples that are answered by typing, and their questions in one procedure.
fn asked() -> (String, Vec<&'static Sample>) {
    let all = KINDS.iter();
    let all = all.flat_map(|kind| kind.samples.iter().map(|sample| (kind.word, sample)));
    let typed = all.filter(|(word, sample)| {
        let (_, alone) = procedure(&[question(0, word, sample)]);
        let way = alone.steps[0].fields[0].kind.way();
        matches!(
            way,
            Way::Typed | Way::YesNo(_) | Way::One(_) | Way::Several { .. }
        )
    });
    let (questions, samples): (Vec<_>, Vec<_>) = (1..)
        .zip(typed)
        .map(|(number, (word, sample))| (question(number, word, sample), sample))
        .unzip();
    (procedure(&questions).0, samples)
}

/// The small office, which opens this procedure and no other. Its files lie in the folder.
async fn opens(world: &World, text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let office = include_str!("../procedures/office/kantor-kecil.toml");
    let office: Vec<_> = office
        .lines()
        .map(|line| match line.strip_prefix("open = ") {
            Some(_) => "open = [\"semua-jenis\"]",
            None if line.starts_with("domains = ") => {
                "domains = [\"kota-contoh.go.id\", \"contoh.desa.id\"]\nnetworks = [\"203.0.113.0/24\", \"10.0.0.0/8\"]"
            }
            None => line,
        })
        .collect();
    let path = folder.path().join("kantor-kecil.toml");
    fs::write(&path, office.join("\n")).unwrap();
    let procedures = folder.path().join("procedures");
    fs::create_dir(&procedures).unwrap();
    fs::write(procedures.join("semua-jenis.toml"), text).unwrap();
    world
        .restart_with(|settings| {
            settings.office = Some(path);
            settings.procedures = Some(procedures);
        })
        .await;
    folder
}

/// What does not fit is told with a sentence and asked again; what fits leads to the next question.
async fn every_sample_is_answered(world: &World, language: Language, service: &str) {
    let (text, samples) = asked();
    let _folder = opens(world, &text).await;
    let sari = world.person_speaking(cast::SARI, language.code()).await;
    sari.says("/ajukan").await;
    sari.taps(service).await;
    for (number, sample) in (1..).zip(&samples) {
        let here = format!("Isian {number}?");
        for typed in sample.refuses.iter().filter(|typed| !typed.is_empty()) {
            sari.says(typed).await;
            let said = sari.last();
            assert!(
                said.contains("⚠️") && said.contains(&here),
                "{typed:?}: {said}"
            );
            assert!(!said.contains("unfit-"), "{said}");
        }
        let said = sari.last();
        assert!(said.contains(&here) && !said.contains("form-"), "{said}");
        sari.says(sample.takes[0]).await;
        let said = sari.last();
        assert!(!said.contains("⚠️"), "{:?}: {said}", sample.takes[0]);
    }
    let last = sari.last();
    assert!(last.contains(&format!("Isian {}", samples.len())), "{last}");
}

play_on_both! {
    /// In Indonesian.
    async fn every_kind_is_answered(world) {
        every_sample_is_answered(world, Language::ID, "Semua Jenis").await;
    }
}

play_on_both! {
    /// In English.
    async fn every_kind_is_answered_in_english(world) {
        every_sample_is_answered(world, Language::EN, "All Kinds").await;
    }
}
