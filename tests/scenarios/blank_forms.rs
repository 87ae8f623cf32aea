//! Forms that are fetched, filled in, signed and sent back: files of an office beside its procedures.

use std::{fs, path::Path};

use domain::{office::Office, procedure::Catalogue};
use tests::{
    Player, World,
    cast::Role,
    papers, play_on_both,
    stage::office_file::{in_files, own_files},
};

const FORM: &str = "surat-rekomendasi.rtf";
const SARI: Role = Role {
    name: "Sari",
    role: "pic",
    agency: Some("dukcapil"),
    title: "Pengelola Sertifikat OPD",
};
const MARY: Role = Role {
    name: "Mary",
    ..SARI
};

/// The office that gives out certificates, with its own copy of its files in the folder.
async fn opens(world: &World, folder: &Path) {
    let shipped = own_files();
    for entry in fs::read_dir(shipped.join("sertifikat")).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
    }
    let office = shipped.join("office/kantor-sertifikat.toml");
    in_files(world, office, folder.to_owned()).await;
}

fn is_shipped(files: &[(String, String, Vec<u8>)], beneath: &str) -> bool {
    let shipped = fs::read(own_files().join("sertifikat").join(FORM)).unwrap();
    let (name, said, bytes) = files.last().expect("a file came");
    name == FORM && said.contains(beneath) && *bytes == shipped
}

async fn begins(who: &Player, command: &str, service: &str) {
    who.says(command).await;
    who.taps(service).await;
}

play_on_both! {
    /// A signature takes days: the form lies at the first question already, and at its own. It comes by a tap or by its
    /// button's words, nothing else changes, and what is sent is the answer.
    async fn a_form_is_fetched_filled_in_and_sent(world) {
        let folder = tempfile::tempdir().unwrap();
        opens(world, folder.path()).await;
        let [sari] = world.gathers("id", [SARI]).await;
        begins(&sari, "/ajukan", "Terbitkan Sertifikat").await;
        assert!(sari.last().contains("Surat rekomendasi (formulirnya dapat diunduh)"), "{}", sari.last());
        let asked = sari.last();
        sari.taps("Unduh Formulir: Surat rekomendasi").await;
        let files = sari.files();
        assert!(is_shipped(&files, "Kirim hasilnya di sini sebagai jawaban."), "{}", sari.screen());
        sari.says("Rani Contoh").await;
        assert!(sari.last().contains("jabatannya"), "{asked} was asked: {}", sari.last());
        assert!(!sari.sees_button("Unduh Formulir: Surat rekomendasi"), "not at every question");
        sari.says("Kepala Seksi Pelayanan").await;
        sari.says("rani@kantorsertifikat.go.id").await;
        sari.says("unduh formulir: surat rekomendasi").await;
        let files = sari.files();
        assert!(files.len() == 2 && is_shipped(&files, "Formulir untuk diisi"), "{}", sari.screen());
        sari.sends("rekomendasi.pdf", papers::letter()).await;
        sari.taps("Kirim Permohonan").await;
        assert!(sari.screen().contains("Diterima"), "{}", sari.screen());

        let mary = world.person_speaking(MARY, "en").await;
        begins(&mary, "/new", "Issue a Certificate").await;
        assert!(mary.last().contains("(its form can be downloaded)"), "{}", mary.last());
        mary.taps("Download Form: Recommendation").await;
        assert!(is_shipped(&mary.files(), "Send it back here as the answer."), "{}", mary.screen());
    }
}

play_on_both! {
    /// What lies in the folder is what people get, while the bot runs; what is gone is said, and the question goes on.
    async fn an_office_mends_its_form_while_the_bot_runs(world) {
        world.asked.log.brings_about("a form beside the procedures cannot be read");
        let folder = tempfile::tempdir().unwrap();
        opens(world, folder.path()).await;
        let [sari] = world.gathers("id", [SARI]).await;
        let mary = world.person_speaking(MARY, "en").await;
        begins(&sari, "/ajukan", "Terbitkan Sertifikat").await;
        begins(&mary, "/new", "Issue a Certificate").await;
        let form = folder.path().join(FORM);
        fs::write(&form, "{\\rtf1 Formulir baru}").unwrap();
        sari.taps("Unduh Formulir: Surat rekomendasi").await;
        assert_eq!(sari.files().last().unwrap().2, b"{\\rtf1 Formulir baru}");
        fs::remove_file(&form).unwrap();
        sari.taps("Unduh Formulir: Surat rekomendasi").await;
        assert!(sari.toast().contains("surat yang disusun sendiri"), "{}", sari.toast());
        mary.taps("Download Form: Recommendation").await;
        assert!(mary.toast().contains("a letter of your own"), "{}", mary.toast());
        assert_eq!((sari.files().len(), mary.files().len()), (1, 0));
        sari.says("Rani Contoh").await;
        assert!(sari.last().contains("jabatannya"), "{}", sari.last());
    }
}

/// What a file names has to be there before anybody is asked, and has to be worth fetching.
#[test]
fn a_form_that_is_not_there_is_a_complaint() {
    let folder = tempfile::tempdir().unwrap();
    let shipped = own_files().join("sertifikat");
    for file in [
        "terbit-sertifikat.toml",
        "perpanjang-sertifikat.toml",
        "cabut-sertifikat.toml",
    ] {
        fs::copy(shipped.join(file), folder.path().join(file)).unwrap();
    }
    let office = Office::read_file(own_files().join("office/kantor-sertifikat.toml")).unwrap();
    let said = || {
        let complaints = Catalogue::read_dir(folder.path(), &office)
            .err()
            .unwrap_or_default();
        let said: Vec<_> = complaints.into_iter().map(|it| it.what).collect();
        said.join("\n")
    };
    let form = folder.path().join(FORM);
    assert_eq!(
        said(),
        "There is no file surat-rekomendasi.rtf beside this one; add it, or remove `blank-form`."
    );
    fs::write(&form, "").unwrap();
    assert_eq!(
        said(),
        "The file surat-rekomendasi.rtf beside this one is empty; write the form into it."
    );
    fs::write(&form, vec![b' '; 5_000_001]).unwrap();
    assert_eq!(
        said(),
        "The file surat-rekomendasi.rtf beside this one is larger than 5 MB; people fetch it over a mobile line."
    );
    fs::write(&form, vec![b' '; 5_000_000]).unwrap();
    assert_eq!(said(), "");
}
