//! The standards of the services: what citizens are told beforehand, in the chat and on paper.

use insta::assert_snapshot;
use tests::{cast, play};

use crate::{
    extracts::received_as,
    papers::{holds, reader},
};

play! {
    /// What a service asks for, how it goes, how long it takes in plain words, what it costs, and where people complain.
    async fn a_citizen_reads_the_standard(world) {
        let sari = world.person(cast::SARI).await;
        sari.says("/standar").await;
        let then = sari.now();
        sari.taps("Hosting Website/Aplikasi").await;
        sari.taps("Langkah-Langkah").await;
        sari.taps("Dasar Hukum dan Lembar SOP").await;
        assert_snapshot!("the_standard_of_hosting", sari.chat_since(then));
        assert!(!sari.screen().contains("baku"), "nobody outside the office knows that word: {}", sari.screen());
        sari.taps("PDF").await;
        let (_, paper) = received_as(&sari, "Standar Pelayanan Hosting Website-Aplikasi.pdf");
        let paper = reader::text(&paper).replace('|', " ").split_whitespace().collect::<Vec<_>>().join(" ");
        holds(&paper, &[
            "STANDAR PELAYANAN",
            "555/129/Dikominfotik-2021",
            "2 Januari 2022",
            "Tidak dipungut biaya",
            "Petugas membutuhkan 2 hari kerja 57 menit",
            "Undang-Undang Nomor 14 Tahun 2008",
            "SP4N-LAPOR!",
            "Kepala Dinas",
        ]);
    }
}

play! {
    /// Whoever the office does not know reads it all the same, one paper a minute, and stays a stranger. A letter that
    /// says no is no product.
    async fn a_stranger_reads_the_standard(world) {
        let other = world.stranger("Other", "id");
        other.says("/standar").await;
        assert!(other.sees_button("Daftar sebagai PIC"), "{}", other.screen());
        other.taps("Hosting Website/Aplikasi").await;
        assert!(other.screen().contains("Laporan Hasil Hosting"), "{}", other.screen());
        assert!(!other.screen().contains("Surat Penolakan"), "{}", other.screen());
        other.taps("Langkah-Langkah").await;
        other.taps("PDF").await;
        received_as(&other, "Standar Pelayanan Hosting Website-Aplikasi.pdf");
        other.forges(None, "new:hosting").await;
        assert!(!other.toast().is_empty());
    }
}

play! {
    /// It is reached from help, in English too; every service has one, and each part fits what it is shown in.
    async fn every_service_has_its_standard(world) {
        let sari = world.person_speaking(cast::SARI, "en").await;
        for service in [
            "Website/Application Hosting",
            "Subdomain",
            "Application Upload",
            "Server Co-Location",
            "Data Centre Visit",
        ] {
            sari.says("/help").await;
            sari.taps("Service Standards").await;
            sari.taps(service).await;
            for words in ["Free of charge", "How long it takes", "If you are not content"] {
                assert!(sari.screen().contains(words), "{service}: {}", sari.screen());
            }
            sari.taps("The Steps").await;
            sari.taps("Legal Basis and SOP Sheet").await;
            assert!(sari.screen().contains("Head of Agency"), "{}", sari.screen());
        }
        for forged in ["standard:registration:all", "standard:tidak-ada:sop", "standardpdf:tidak-ada", "standard:hosting:x"] {
            sari.forges(None, forged).await;
            assert!(!sari.toast().is_empty(), "{forged}");
        }
    }
}
