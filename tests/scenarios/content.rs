//! What one person writes reaches those it is for.

use std::collections::BTreeSet;

use domain::{office::Office, procedure::Catalogue};
use insta::assert_snapshot;
use tests::{
    World, cast, papers, play_on_both,
    stage::{
        hosting::{Office as HostingOffice, fill_in_as, submit, submit_to_analysis},
        walk::{
            Company,
            paths::{reasoned, wordy},
        },
    },
};

use crate::versions::{changed, restart_with};

/// Who reads what officials write in a procedure, and where the request stands then. What stands in the table came
/// to lie in that person's chat by itself; the applicant has also opened everything that can be opened.
async fn who_reads(world: &World, code: &str) {
    let office = Office::built_in().unwrap();
    let catalogue = Catalogue::built_in(&office).unwrap();
    let procedure = catalogue.get(&code.into()).expect("a procedure");
    let mut company = Company::gathers(world, procedure).await;
    let mut tables = Vec::new();
    for path in wordy(procedure) {
        tables.push(Box::pin(company.who_reads(&path)).await);
    }
    assert_snapshot!(format!("who_reads_{code}"), tables.join("\n"));
    company.gives_reasons = true;
    let (mut tables, mut told) = (Vec::new(), BTreeSet::new());
    for path in reasoned(procedure) {
        tables.push(Box::pin(company.who_reads_why(&path, &mut told)).await);
    }
    tables.retain(|table| !table.is_empty());
    assert_snapshot!(format!("who_reads_why_{code}"), tables.join("\n"));
}

play_on_both! {
    /// Twelve rows: an instruction, an analysis, an opinion, a result, a report.
    async fn everything_written_in_hosting_is_read(world) {
        Box::pin(who_reads(world, "hosting")).await;
    }
}

play_on_both! {
    /// A name that is agreed, made, and received.
    async fn everything_written_in_subdomain_is_read(world) {
        Box::pin(who_reads(world, "subdomain")).await;
    }
}

play_on_both! {
    /// A security test whose findings are the office's alone.
    async fn everything_written_in_application_upload_is_read(world) {
        Box::pin(who_reads(world, "application-upload")).await;
    }
}

play_on_both! {
    /// An approval on conditions, which whoever installs the server must know.
    async fn everything_written_in_colocation_is_read(world) {
        Box::pin(who_reads(world, "colocation")).await;
    }
}

play_on_both! {
    /// Who comes in, with what, and who was with them.
    async fn everything_written_in_a_visit_is_read(world) {
        Box::pin(who_reads(world, "datacenter-visit")).await;
    }
}

play_on_both! {
    /// What is too long for a card is a tap away, as whole as it was written, and the card says so. Whoever does not sit
    /// at that desk any more has no such button.
    async fn what_is_long_is_read_in_full(world) {
        let office = HostingOffice::opens(world).await;
        submit_to_analysis(&office).await;
        let HostingOffice { toni, rudi, dewi, .. } = &office;
        let long = |words: &str, end: &str, most: usize| {
            let room = most - end.chars().count();
            let words: String = words.chars().cycle().take(room).collect();
            format!("{words}{end}")
        };
        let findings = long("Kapasitas diperiksa. ", "Demikian analisisnya.", 1_500);
        let opinion = long("Pendapat kami setuju. ", "Demikian pendapatnya.", 500);
        toni.taps("Dapat dilaksanakan").await;
        toni.says(&findings).await;
        toni.taps("Kirim ke Koordinator").await;

        assert!(!rudi.screen().contains("Demikian analisisnya."), "{}", rudi.screen());
        let whole = rudi.button("Selengkapnya");
        rudi.taps("Selengkapnya").await;
        assert!(rudi.screen().contains(&findings), "{}", rudi.screen());
        rudi.taps("Teruskan dengan Pendapat").await;
        rudi.says(&opinion).await;
        rudi.taps("Teruskan dengan Pendapat").await;
        dewi.taps("Selengkapnya").await;
        for said in [&findings, &opinion] {
            assert!(dewi.screen().contains(said.as_str()), "{}", dewi.screen());
        }

        // Nothing is cut in the history, whoever reads it.
        let then = rudi.now();
        rudi.says("HWA-2026-0001").await;
        rudi.taps("Riwayat").await;
        for said in [&findings, &opinion] {
            assert!(rudi.chat_since(then).contains(said.as_str()), "{}", rudi.chat_since(then));
        }

        assert!(!rudi.sees_button("Selengkapnya"), "{}", rudi.screen());
        rudi.taps_old(&whole).await;
        assert!(rudi.toast().contains("tidak dikenal"), "{}", rudi.toast());
    }
}

play_on_both! {
    /// A letter that was sent anew: which of both counts, which it has replaced, and for which time something was sent.
    async fn files_say_what_they_replaced(world) {
        let [sari, arif] = world.gathers("id", [cast::SARI, cast::ARIF]).await;
        submit(&sari).await;
        for name in ["surat-kedua.pdf", "surat-ketiga.pdf"] {
            arif.taps("Kembalikan untuk Dilengkapi").await;
            arif.taps("Surat permintaan").await;
            arif.taps("Selesai Memilih").await;
            arif.taps("Surat belum ditandatangani").await;
            arif.taps("Kembalikan untuk Dilengkapi").await;
            sari.taps("Lengkapi Sekarang").await;
            sari.sends(name, papers::letter()).await;
            sari.taps("Kirim").await;
        }
        let mut said = Vec::new();
        for (who, language) in [(&sari, "Bahasa Indonesia"), (&arif, "English")] {
            who.says("/bahasa").await;
            who.taps(language).await;
            who.says("HWA-2026-0001").await;
            let then = who.now();
            who.taps(if language == "English" { "Files" } else { "Berkas" }).await;
            said.push(who.chat_since(then));
        }
        assert_snapshot!("files_say_what_they_replaced", said.join("\n"));
    }
}

play_on_both! {
    /// Whoever is only informed opens what they hear of: all of it as is usual, and the facts alone where the file says
    /// so, in the news as in the request.
    async fn who_is_informed_reads_what_the_file_says(world) {
        let [sari, arif, joko] = world.gathers("id", [cast::SARI, cast::ARIF, cast::JOKO]).await;
        let folder = tempfile::tempdir().unwrap();
        let asks = "asks = [\"instruksi\", \"catatan-kadis\"]\n";
        let informs = format!("{asks}inform = [\"section-network\"]\n");
        let at_end = "inform-at-end = [\"helpdesk\"]\n";
        let facts_only = format!("{at_end}facts-only = [\"section-network\"]\n");
        let note = "Mohon jangan disampaikan keluar.";
        for (version, reads_all, ticket) in [(100, true, "HWA-2026-0001"), (101, false, "HWA-2026-0002")] {
            let at_end_says = if reads_all { at_end } else { &facts_only };
            let changes = [(asks, informs.as_str()), (at_end, at_end_says)];
            changed(folder.path(), "hosting", version, &changes);
            restart_with(world, folder.path()).await;
            fill_in_as(&sari, &format!("nama-{version}")).await;
            sari.taps("Kirim Permohonan").await;
            let then = joko.now();
            arif.taps("Disposisi + Instruksi").await;
            arif.taps("Koordinasi").await;
            arif.taps("Selesai Memilih (1)").await;
            arif.says(note).await;
            arif.taps("Disposisi + Instruksi").await;
            for language in ["Bahasa Indonesia", "English"] {
                joko.says("/bahasa").await;
                joko.taps(language).await;
                let [answers, history] = match language {
                    "English" => ["Answers", "History"],
                    _ => ["Data", "Riwayat"],
                };
                for view in [answers, history] {
                    joko.says(ticket).await;
                    joko.taps(view).await;
                }
            }
            let read = joko.chat_since(then);
            assert!(read.contains("Portal Bantuan Sosial"), "{read}");
            assert!(read.contains("didisposisikan kepada Kabid dengan instruksi"), "{read}");
            assert_eq!(read.contains(note), reads_all, "{read}");
            // No fact, but the applicant's own words.
            assert_eq!(read.contains("Rani Contoh"), reads_all, "{read}");
        }
    }
}
