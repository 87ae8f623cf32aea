//! Choosing one who holds a role: page by page, by part of the name, of one agency, and where nobody does.

use std::fs;

use insta::assert_snapshot;
use tests::{
    World, cast, play_on_both,
    stage::{Role, hosting::submit},
};

fn coordinator(name: &'static str) -> Role {
    Role { name, ..cast::RUDI }
}

play_on_both! {
    /// Eight coordinators are two pages. A part of a name, in any case, makes the list short, and of one who is left
    /// the name is tapped, never guessed; a whole name is an answer.
    async fn one_of_many_is_found(world) {
        let [sari, arif, dewi] = world.gathers("id", [cast::SARI, cast::ARIF, cast::DEWI]).await;
        let names = [
            "Rudi Hartono", "Wati Lestari", "Bima Sakti", "Citra Lestari", "Dodi Hartono", "Endang Sari", "Fajar",
            "Galih",
        ];
        for name in names {
            world.person(coordinator(name)).await;
        }
        submit(&sari).await;
        arif.taps("Disposisikan").await;
        let then = dewi.now();
        dewi.taps("Pilih Koordinator").await;
        dewi.taps("›").await;
        dewi.says("LESTARI").await;
        dewi.says("rani").await;
        dewi.says("hart dod").await;
        dewi.taps("Semua Nama").await;
        dewi.says("wati lestari").await;
        assert_snapshot!("one_of_many_is_found", dewi.chat_since(then));
        dewi.taps("Kembali").await;
        dewi.says("galih").await;
        assert!(dewi.last().contains("· 50%"), "{}", dewi.last());
    }
}

play_on_both! {
    /// Nobody holds the role: who can be asked for it, and how to go on.
    async fn nobody_can_be_chosen(world) {
        let [sari, arif, dewi] = world.gathers("id", [cast::SARI, cast::ARIF, cast::DEWI]).await;
        submit(&sari).await;
        arif.taps("Disposisikan").await;
        let then = dewi.now();
        dewi.taps("Pilih Koordinator").await;
        world.person(cast::HANA).await;
        dewi.says("Rudi").await;
        world.person(cast::RUDI).await;
        dewi.says("Rudi").await;
        assert_snapshot!("nobody_can_be_chosen", dewi.chat_since(then));
    }
}

play_on_both! {
    /// The same in English.
    async fn people_are_chosen_in_english(world) {
        let [sari, arif] = world.gathers("id", [cast::SARI, cast::ARIF]).await;
        let dewi = world.person_speaking(cast::DEWI, "en").await;
        world.person(cast::HANA).await;
        submit(&sari).await;
        arif.taps("Disposisikan").await;
        let then = dewi.now();
        dewi.taps("Choose a Coordinator").await;
        for name in ["Rudi", "Wati", "Bima", "Citra", "Dodi", "Endang", "Fajar"] {
            world.person(coordinator(name)).await;
        }
        dewi.says("d").await;
        dewi.taps("All Names").await;
        dewi.says("Sari").await;
        assert_snapshot!("people_are_chosen_in_english", dewi.chat_since(then));
    }
}

const PROCEDURE: &str = r#"
code = "titip-surat"
version = 1
prefix = "TTP"
title = { id = "Titip Surat", en = "Leave a Letter" }
about = "Menitipkan surat kepada rekan."
source = "SOP contoh, tanpa nomor"
opens = "pic"
on-behalf = ["helpdesk"]
agency-from = "opd"
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
activity = "Menitipkan surat"
performer = "pic"

[[step.field]]
code = "opd"
label = "OPD"
ask = "OPD mana?"
kind = "agency"

[[step.field]]
code = "rekan"
label = "Rekan"
ask = { id = "Siapa yang menerima suratnya?", en = "Who takes the letter?" }
kind = "person"
role = "pic"
of-agency = true

[[step.outcome]]
code = "kirim"
label = "Kirim"
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

/// The small office with a second and a third agency, and with this procedure alone.
async fn opens(world: &World) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let office = include_str!("../procedures/office/kantor-kecil.toml");
    let opens = r#"open = ["pinjam-ruang", "antar-barang", "lapor-situs"]"#;
    let office = office.replace(opens, r#"open = ["titip-surat"]"#);
    let others = "\n[[agency]]\ncode = \"dishub\"\nname = \"Dinas Perhubungan\"\n\n[[agency]]\ncode = \"setda\"\nname = \"Sekretariat Daerah\"\n";
    let path = folder.path().join("kantor-kecil.toml");
    fs::write(&path, office + others).unwrap();
    let procedures = folder.path().join("procedures");
    fs::create_dir(&procedures).unwrap();
    fs::write(procedures.join("titip-surat.toml"), PROCEDURE).unwrap();
    let settings = |settings: &mut bot::Settings| {
        settings.office = Some(path);
        settings.procedures = Some(procedures);
    };
    world.restart_with(settings).await;
    folder
}

play_on_both! {
    /// Where the file says so, only those of the request's agency can be chosen, by button or by name.
    async fn only_people_of_the_agency(world) {
        let _folder = opens(world).await;
        let rina = Role { name: "Rina", ..cast::SARI };
        let [sari, ..] = world.gathers("id", [cast::SARI, rina, cast::YUDI, cast::HANA]).await;
        sari.says("/ajukan").await;
        sari.taps("Titip Surat").await;
        let then = sari.now();
        sari.taps("Sekretariat Daerah").await;
        sari.says("Yudi").await;
        sari.taps("Kembali").await;
        sari.taps("Dinas Sosial").await;
        sari.says("Yudi").await;
        sari.says("rin").await;
        sari.taps("Rina").await;
        assert_snapshot!("only_people_of_the_agency", sari.chat_since(then));
        sari.taps("Ubah Isian").await;
        sari.taps("Rekan").await;
        sari.speaks("English").await;
        sari.taps("Continue Draft").await;
        sari.says("Yudi").await;
        assert!(sari.last().contains("Nobody of that name holds this role"), "{}", sari.last());
    }
}
