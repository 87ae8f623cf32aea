//! Papers: what is shown is what was sent, what is gone is said, and none stays that nobody names.

use std::{fs, path::PathBuf};

use bytes::Bytes;
use chrono::TimeDelta;
use domain::{archive::Held, command, id::PersonId};
use tests::{
    Player, World, cast, papers, play_on_both,
    stage::hosting::{self, Office},
};

/// The fingerprint of the letter in someone's form.
async fn letter_of(world: &World, who: &Player) -> String {
    let draft = world.drafts(who).await.pop().unwrap();
    let (_, paper) = draft.filling.answers.papers().next().unwrap();
    paper.sha256.clone()
}

/// Where the archive keeps the bytes.
fn file(world: &World, sha256: &str) -> PathBuf {
    let (folder, rest) = sha256.split_at(2);
    world.settings().archive.join(folder).join(rest)
}

async fn days_pass(world: &World, days: i64) {
    for _ in 0..days {
        world.time_passes(TimeDelta::days(1));
        world.settle().await;
    }
}

/// Helpdesk looks someone up.
async fn looks_up(helpdesk: &Player, name: &str) {
    helpdesk.says("/orang").await;
    helpdesk.taps("Semua Orang").await;
    helpdesk.taps(name).await;
}

play_on_both! {
    /// An altered byte is shown to nobody, and a lost file is not passed over in silence: whoever asks is told,
    /// and the administrators hear of each once, however often it is asked for. What is put back is shown again.
    async fn a_letter_that_is_altered_or_lost_is_said(world) {
        world.asked.log.brings_about("a paper is not in the archive as it was sent");
        let Office { sari, arif, .. } = Office::opens(world).await;
        let ade = world.person(cast::ADE).await;
        hosting::submit(&sari).await;
        let request = world.requests().await.pop().unwrap();
        let (_, paper) = request.state.answers.papers().next().unwrap();
        let file = file(world, &paper.sha256);
        // Telegram's handle is worth nothing with another bot's token.
        world.runs("UPDATE paper SET handle = NULL").await;

        let whole = fs::read(&file).unwrap();
        let mut altered = whole.clone();
        altered[7] ^= 1;
        for (bytes, says) in [(Some(altered), "isinya berubah"), (None, "tidak ditemukan")] {
            match bytes {
                Some(bytes) => fs::write(&file, bytes).unwrap(),
                None => fs::remove_file(&file).unwrap(),
            }
            let before = ade.messages_with("Berkas “surat.pdf”");
            for _ in 0..2 {
                arif.taps("Berkas (1)").await;
                assert!(arif.last().contains("tidak dapat dibuka dari arsip"), "{}", arif.last());
            }
            assert_eq!(ade.messages_with("Berkas “surat.pdf”"), before + 1, "{}", ade.screen());
            let told = ade.last();
            assert!(told.contains(says) && told.contains(&request.ticket), "{told}");
            assert!(told.contains(&paper.sha256[2..]), "which file is to be put back: {told}");

            fs::write(&file, &whole).unwrap();
            arif.taps("Berkas (1)").await;
            assert_eq!(arif.last(), format!("{} · Surat permintaan", request.ticket));
        }
    }
}

play_on_both! {
    /// Whoever leaves or moves takes their half-filled form with them, and the letter in it goes a day later. The
    /// same letter stays where a request has it.
    async fn a_letter_leaves_with_the_form_it_was_sent_for(world) {
        let Office { sari, hana, .. } = Office::opens(world).await;
        let yudi = world.person(cast::YUDI).await;
        hosting::fill_in(&sari).await;
        let sent = letter_of(world, &sari).await;
        sari.taps("Ubah Isian").await;
        sari.taps("Surat permintaan").await;
        sari.sends("lain.pdf", papers::large(3_000)).await;
        let other = letter_of(world, &sari).await;
        hosting::submit(&yudi).await;
        let archive = world.counter().archive;

        looks_up(&hana, "Sari").await;
        hana.taps("Keluar").await;
        hana.taps("Ya, Lanjutkan").await;
        assert!(archive.has(&other).await.unwrap(), "nothing is taken at once");
        days_pass(world, 2).await;
        assert!(!archive.has(&other).await.unwrap(), "nobody names it");
        assert!(archive.has(&sent).await.unwrap(), "a request has the same");

        hosting::fill_in(&yudi).await;
        yudi.taps("Ubah Isian").await;
        yudi.taps("Surat permintaan").await;
        yudi.sends("lain.pdf", papers::large(4_000)).await;
        let moved = letter_of(world, &yudi).await;
        looks_up(&hana, "Yudi").await;
        hana.taps("Pindah OPD").await;
        hana.taps("Dinas Kesehatan").await;
        hana.taps("Ya, Lanjutkan").await;
        days_pass(world, 2).await;
        assert!(!archive.has(&moved).await.unwrap(), "nobody names it");
        assert!(archive.has(&sent).await.unwrap(), "a request has the same");
    }
}

play_on_both! {
    /// A letter in a form stays as long as the form does, a letter in a request as long as the request; what a
    /// crash left in the archive goes.
    async fn what_is_named_stays_and_what_is_not_goes(world) {
        let Office { sari, .. } = Office::opens(world).await;
        let yudi = world.person(cast::YUDI).await;
        hosting::submit(&yudi).await;
        hosting::fill_in(&sari).await;
        sari.taps("Ubah Isian").await;
        sari.taps("Surat permintaan").await;
        sari.sends("lain.pdf", papers::large(3_000)).await;
        let kept = letter_of(world, &sari).await;
        let archive = world.counter().archive;
        // Killed between the bytes and the row, and between the row and the answer.
        let no_row = archive.keep(Bytes::from_static(b"no row")).await.unwrap();
        let no_answer = archive.keep(Bytes::from_static(b"no answer")).await.unwrap();
        let tx = world.counter().db.begin().await.unwrap();
        tx.add_paper(PersonId(1), "n.pdf", "application/pdf", 9, &no_answer, None).await.unwrap();
        tx.commit().await.unwrap();

        command::apply_retention(&world.counter()).await.unwrap();
        for sha256 in [&no_row, &no_answer] {
            assert!(archive.has(sha256).await.unwrap(), "it may just be coming in");
        }
        days_pass(world, 3).await;
        for sha256 in [&no_row, &no_answer] {
            assert!(!archive.has(sha256).await.unwrap(), "nothing names it");
        }
        assert!(archive.has(&kept).await.unwrap(), "a form has it");
        let request = world.requests().await.pop().unwrap();
        let (_, paper) = request.state.answers.papers().next().unwrap();
        assert!(matches!(archive.fetch(&paper.sha256).await.unwrap(), Held::Whole(_)));
        sari.taps("Kirim Permohonan").await;
        days_pass(world, 2).await;
        assert!(archive.has(&kept).await.unwrap(), "a request has it");
    }
}

play_on_both! {
    /// A letter that was on its way out comes in again at that moment, again and again: it is there whenever
    /// its sender has heard that it is.
    async fn a_letter_that_comes_in_again_stays(world) {
        let Office { sari, .. } = Office::opens(world).await;
        sari.says("/ajukan").await;
        sari.taps("Hosting Website/Aplikasi").await;
        let counter = world.counter();
        let person = world.known(&sari).await;
        let page = command::listening(&counter, &person).await.unwrap().unwrap();
        let letter = papers::letter();
        for _ in 0..50 {
            let kept = command::keep_paper(&counter, &person, &page, "surat.pdf", letter.clone(), None);
            let (kept, removed) = tokio::join!(kept, command::apply_retention(&counter));
            removed.unwrap();
            let paper = kept.unwrap();
            assert!(counter.archive.has(&paper.sha256).await.unwrap());
            // And out again.
            world.runs(&format!(
                "DELETE FROM paper; DELETE FROM shredding; INSERT INTO shredding VALUES ('{}', '2020-01-01 00:00:00+00:00')",
                paper.sha256,
            )).await;
        }
        sari.taps("Batal").await;
        sari.taps("Hapus Isian").await;
    }
}
