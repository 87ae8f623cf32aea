//! What people enter as it stands on paper, in either language; and the table of what they enter (`tests/INPUTS.md`): each
//! play that it names is told on both databases, and what is read in either language is read in it.

use std::{collections::BTreeSet, fs, path::Path};

use chrono::TimeDelta;
use tests::{
    papers, play_on_both,
    stage::{
        hosting::{Office, fill_in},
        visiting,
    },
};

/// A play as it is told on both databases, with its transcripts.
fn told(scenarios: &Path, named: &str) -> String {
    let (file, play) = named.split_once("::").expect(named);
    let plays = fs::read_to_string(scenarios.join(file).with_extension("rs")).expect(named);
    let (before, told) = plays.split_once(&format!("async fn {play}(")).expect(named);
    let (_, before) = before.rsplit_once("\nplay").expect(named);
    assert!(
        before.starts_with("_on_both!"),
        "{named} is told on SQLite alone"
    );
    let mut told = told.split("\n}\n").next().unwrap().to_owned();
    let transcripts = format!("scenarios__{file}__{play}");
    for entry in fs::read_dir(scenarios.join("snapshots")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        let rest = name.strip_prefix(&transcripts).unwrap_or_default();
        if rest == ".snap" || rest.starts_with("__") {
            told += &fs::read_to_string(&path).unwrap();
        }
    }
    told
}

#[test]
fn every_input_is_played_on_both_databases_in_both_languages() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = fs::read_to_string(here.join("INPUTS.md")).unwrap();
    let rows = table.lines().filter(|line| line.starts_with("| "));
    let (mut parts, mut inputs) = (BTreeSet::new(), BTreeSet::new());
    for row in rows.skip(1) {
        let cells: Vec<_> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [part, input, indonesian, english, plays] = cells[..] else {
            panic!("{row}");
        };
        parts.insert(part);
        assert!(inputs.insert(input), "{input} stands there twice");
        let named = plays.split(", ").map(|play| play.trim_matches('`'));
        let told: String = named
            .map(|play| told(&here.join("scenarios"), play))
            .collect();
        for words in [indonesian, english] {
            assert!(
                !words.is_empty() && told.contains(words),
                "{input}: nobody reads “{words}” in {plays}"
            );
        }
    }
    assert!(
        parts.len() > 7 && inputs.len() > 60,
        "{} in {}",
        inputs.len(),
        parts.len()
    );
}

play_on_both! {
    /// Numbers of letters as they stand on paper are taken: of two offices, secret, with the word before them, and longer
    /// than sixty signs. Where a sign is refused, it is named.
    async fn letter_numbers_as_they_stand_on_paper(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        let long = "800.1.11.1/88, 89 & 90/BKPSDM-DISKOMINFO/SETDA-KOTA/XI/2026 (Rhs)";
        assert!(long.chars().count() > 60);
        fill_in(&sari).await;
        let words = [
            ("Ubah Isian", "Nomor surat", "Tanda “#” tidak dipakai dalam nomor surat"),
            ("Change an Answer", "Letter number", "The sign “#” is not used in numbers of letters"),
        ];
        for (change, label, sign) in words {
            if change == "Change an Answer" {
                sari.speaks("English").await;
                sari.taps("Continue Draft").await;
            }
            for (written, taken) in [
                ("045/12 (Rhs)", "045/12 (Rhs)"),
                ("12/BAPPEDA & LITBANG/XI/2026", "12/BAPPEDA & LITBANG/XI/2026"),
                ("No. B-12/UM.01, UM.02/2026", "B-12/UM.01, UM.02/2026"),
                (&format!("Nomor: {long}"), long),
            ] {
                sari.taps(change).await;
                sari.taps(label).await;
                sari.says("12#4").await;
                assert!(sari.last().contains(sign), "{}", sari.last());
                sari.says(written).await;
                assert!(sari.last().contains(&format!("{label}: {taken}\n")), "{}", sari.last());
            }
        }
        sari.taps("Send Request").await;
        arif.taps("Data").await;
        assert!(arif.screen().contains(&format!("Nomor surat: {long}\n")), "{}", arif.screen());
    }
}

play_on_both! {
    /// House rules that somebody does not agree to, and devices that do not match: a no is read what follows from it, in
    /// either language, and passes nowhere. An identity that is not left wants a reason, which the section reads.
    async fn a_no_where_a_yes_is_demanded(world) {
        let office = visiting::Office::opens(world).await;
        let visiting::Office { sari, joko, gita } = &office;
        visiting::begin(sari).await;
        sari.says("besok pukul 09.00").await;
        sari.says("besok pukul 11.00").await;
        sari.taps("Tidak Ada").await;
        sari.sends("surat-tugas.pdf", papers::letter()).await;
        sari.says("Tidak").await;
        assert!(sari.last().contains("Tanpa menyetujui tata tertib, kunjungan tidak dapat diajukan"), "{}", sari.last());
        sari.speaks("English").await;
        sari.taps("Continue Draft").await;
        sari.says("no").await;
        assert!(sari.last().contains("Without agreeing to the house rules"), "{}", sari.last());
        assert!(!sari.sees_button("Send Request"), "{}", sari.screen());
        sari.taps("Yes").await;
        sari.taps("Send Request").await;

        office.allows().await;
        world.time_passes(TimeDelta::hours(23));
        gita.taps("Masuk, Badge Diserahkan").await;
        gita.taps("Kartu pegawai").await;
        gita.taps("Tidak").await;
        assert!(gita.screen().contains("Mengapa tanda pengenal tidak dititipkan?"), "{}", gita.screen());
        gita.speaks("English").await;
        gita.taps("Enters, Badge Handed Out").await;
        assert!(gita.screen().contains("Why is the identity document not left here?"), "{}", gita.screen());
        gita.says("Diperlukan di gedung lain.").await;
        gita.says("no").await;
        assert!(gita.screen().contains("Equipment that is not on the list cannot be brought in"), "{}", gita.screen());
        gita.speaks("Bahasa Indonesia").await;
        gita.taps("Masuk, Badge Diserahkan").await;
        gita.says("tidak").await;
        assert!(gita.screen().contains("Perangkat di luar daftar tidak dapat dibawa masuk"), "{}", gita.screen());
        assert_eq!(world.stands().await.0, "tiba");
        gita.taps("Ya").await;
        gita.taps("DC-01").await;
        gita.taps("DC-02").await;
        gita.taps("Selesai Memilih (2)").await;
        gita.taps("Sekarang").await;
        let then = joko.now();
        gita.taps("Masuk, Badge Diserahkan").await;
        let heard = joko.chat_since(then);
        assert!(heard.contains("Diperlukan di gedung lain."), "{heard}");
        assert_eq!(world.stands().await.0, "di-dalam");
    }
}
