//! Subdomains: made, renamed and removed.

use chrono::TimeDelta;
use insta::assert_snapshot;
use tests::{
    cast, play, play_on_both,
    stage::subdomain::{Office, ask_for_a_new_one, fill_in, send_the_letter},
};

use crate::papers::{holds, reads};

play_on_both! {
    /// The name is talked over, the panel does not work at first, and the line stands in the register.
    async fn a_name_is_talked_over_and_stands_in_the_register(world) {
        let office = Office::opens(world).await;
        let Office { sari, hana, lina, nina, .. } = &office;
        fill_in(sari, "bansos").await;
        sari.taps("Kirim Permohonan").await;
        office.pass_on().await;

        lina.taps("Minta Konfirmasi OPD").await;
        lina.taps("Nama diminta terlalu umum").await;
        lina.taps("Minta Konfirmasi OPD").await;
        sari.taps("Kirim Konfirmasi").await;
        sari.says("bansos-dinsos").await;
        sari.taps("Kirim").await;
        lina.taps("Nama Final, Lanjutkan").await;
        lina.taps("bansos-dinsos").await;
        lina.taps("Nama Final, Lanjutkan").await;

        nina.taps("Serahkan ke PK&AI").await;
        nina.says("192.168.300.1").await;
        nina.says("203.0.113.20").await;
        nina.says("https://panel.serunikota.go.id").await;
        nina.says("bansos").await;
        nina.taps("Amplop tertutup").await;
        nina.taps("Serahkan ke PK&AI").await;
        lina.taps("Selesai, Beri Tahu OPD").await;
        lina.taps("bansos-dinsos.serunikota.go.id").await;
        lina.says("hari ini").await;
        lina.taps("Ya").await;
        lina.taps("Selesai, Beri Tahu OPD").await;

        sari.taps("Belum Bisa Diakses").await;
        sari.taps("Panel/login belum bisa").await;
        sari.taps("Muncul pesan kesalahan").await;
        sari.taps("Kirim").await;
        assert!(!lina.sees_button("Selesai, Beri Tahu OPD"));
        nina.taps("Serahkan ke PK&AI").await;
        nina.taps("Tetap Pakai").await;
        nina.taps("Tetap Pakai").await;
        nina.says("dinsos").await;
        nina.taps("Tetap Pakai").await;
        nina.taps("Serahkan ke PK&AI").await;
        lina.taps("Selesai, Beri Tahu OPD").await;
        lina.taps("Tetap Pakai").await;
        lina.taps("Tetap Pakai").await;
        lina.taps("Tetap Pakai").await;
        lina.taps("Selesai, Beri Tahu OPD").await;
        sari.taps("Sudah Saya Terima").await;
        sari.taps("Riwayat").await;

        hana.says("/menu").await;
        hana.taps("Register").await;
        hana.taps("Register Subdomain").await;
        hana.taps("bansos-dinsos").await;
        hana.taps("Lihat Permohonan").await;
        hana.says("bansos").await;

        assert_snapshot!("a_subdomain_sari", sari.chat());
        assert_snapshot!("a_subdomain_lina", lina.chat());
        assert_snapshot!("a_subdomain_nina", nina.chat());
        assert_snapshot!("a_subdomain_hana", hana.chat());
    }
}

play! {
    /// A name that cannot be given is refused with a letter, which says why.
    async fn a_name_is_refused(world) {
        let office = Office::opens(world).await;
        let Office { sari, lina, .. } = &office;
        fill_in(sari, "bansos").await;
        sari.taps("Kirim Permohonan").await;
        office.pass_on().await;
        lina.taps("Tolak Permohonan").await;
        lina.taps("Nama itu milik instansi lain").await;
        lina.taps("Ya, Tolak Permohonan").await;
        let letter = reads(sari, "Surat Penolakan.pdf");
        holds(&letter, &["Penolakan Permohonan Subdomain", "Nama itu milik instansi lain.", "Lina"]);
    }
}

play_on_both! {
    /// A new name for what is there: the old one leads on for a while, and nobody else gets it.
    async fn a_name_is_changed(world) {
        let office = Office::opens(world).await;
        let Office { sari, hana, lina, .. } = &office;
        office.give("bansos").await;

        let then = sari.now();
        sari.says("/ajukan").await;
        sari.taps("Subdomain").await;
        sari.taps("Perubahan nama subdomain").await;
        sari.taps("bansos.serunikota.go.id").await;
        sari.says("bansos").await;
        assert!(sari.last().contains("sudah dipakai atau diajukan oleh OPD"), "{}", sari.last());
        sari.says("perlinsos").await;
        sari.taps("Lewati").await;
        sari.taps("Nama aplikasi berubah").await;
        sari.taps("Tautan/surel lama berhenti").await;
        sari.taps("Selesai Memilih").await;
        assert!(sari.last().contains("paling sedikit 2"), "{}", sari.last());
        sari.taps("Nama lama ditahan 365 hari").await;
        sari.taps("Selesai Memilih").await;
        sari.taps("Data center pemerintah daerah").await;
        sari.taps("Rani Contoh, S.Kom.").await;
        sari.taps("0812-0000-0000").await;
        send_the_letter(sari).await;
        assert_snapshot!("a_name_is_changed", sari.chat_since(then));
        sari.taps("Kirim Permohonan").await;

        office.pass_on().await;
        lina.taps("Nama Final, Lanjutkan").await;
        lina.taps("perlinsos").await;
        lina.taps("Nama Final, Lanjutkan").await;
        office.prepare("203.0.113.20").await;
        lina.taps("Selesai, Beri Tahu OPD").await;
        lina.taps("perlinsos.serunikota.go.id").await;
        lina.says("hari ini").await;
        lina.taps("Ya").await;
        let then = lina.now();
        lina.says("besok").await;
        lina.says("23 Mei 2027").await;
        assert_snapshot!("until_when_the_old_name_leads_on", lina.chat_since(then));
        lina.taps("Selesai, Beri Tahu OPD").await;
        sari.taps("Sudah Saya Terima").await;

        let then = hana.now();
        hana.says("bansos").await;
        hana.taps("bansos").await;
        hana.says("perlinsos").await;
        hana.taps("perlinsos").await;
        assert_snapshot!("both_lines_of_a_changed_name", hana.chat_since(then));

        let yudi = world.person(cast::YUDI).await;
        ask_for_a_new_one(&yudi).await;
        yudi.says("bansos").await;
        assert!(yudi.last().contains("belum dapat dipakai sampai"), "{}", yudi.last());
        yudi.taps("Batal").await;
        yudi.taps("Hapus Isian").await;
        world.time_passes(TimeDelta::days(366));
        ask_for_a_new_one(&yudi).await;
        yudi.says("bansos").await;
        assert!(yudi.last().contains("bansos.serunikota.go.id tersedia"), "{}", yudi.last());
    }
}

play_on_both! {
    /// Who gives a name back answers seven questions; the office says yes with a tap each.
    async fn a_name_is_given_back(world) {
        let office = Office::opens(world).await;
        let Office { sari, hana, lina, nina, .. } = &office;
        office.give("bansos").await;

        let then = (sari.now(), lina.now());
        sari.says("/ajukan").await;
        sari.taps("Subdomain").await;
        sari.taps("Penghapusan subdomain").await;
        sari.taps("bansos.serunikota.go.id").await;
        sari.taps("Situs atau aplikasi tidak dipakai lagi").await;
        sari.taps("Tautan/surel lama berhenti").await;
        sari.taps("Nama lama ditahan 365 hari").await;
        sari.taps("Selesai Memilih").await;
        send_the_letter(sari).await;
        sari.taps("Kirim Permohonan").await;
        office.pass_on().await;
        lina.taps("Lanjutkan Penghapusan").await;
        // What ends is told in the language that is spoken then.
        sari.speaks("English").await;
        lina.taps("Subdomain Sudah Dihapus").await;
        sari.speaks("Bahasa Indonesia").await;
        assert_snapshot!("a_name_is_given_back_sari", sari.chat_since(then.0));
        assert_snapshot!("a_name_is_given_back_lina", lina.chat_since(then.1));
        assert!(nina.last().contains("subdomain dihapus"), "{}", nina.last());
        assert_eq!(world.stands().await.0, "selesai");

        hana.says("bansos").await;
        hana.taps("bansos").await;
        assert!(hana.last().contains("Status: Nonaktif"), "{}", hana.last());

        // What is gone can be neither changed nor removed again.
        sari.says("/ajukan").await;
        sari.taps("Subdomain").await;
        sari.taps("Penghapusan subdomain").await;
        assert!(sari.last().contains("Belum ada yang dapat dipilih"), "{}", sari.last());
    }
}

play_on_both! {
    /// A server elsewhere has a public address; nobody types it twice. What is wrong with the name goes
    /// back to those who made it.
    async fn a_server_elsewhere(world) {
        let office = Office::opens(world).await;
        let Office { sari, lina, nina, .. } = &office;
        fill_in(sari, "bansos").await;
        sari.taps("Ubah Isian").await;
        sari.taps("Lokasi server").await;
        sari.taps("Penyedia lain di Indonesia").await;
        sari.says("192.168.1.5").await;
        assert!(sari.last().contains("tulis alamat IP publik"), "{}", sari.last());
        sari.says("198.51.100.7").await;
        sari.taps("Kirim Permohonan").await;
        office.pass_on().await;
        lina.taps("Nama Final, Lanjutkan").await;
        lina.taps("bansos").await;
        lina.taps("Nama Final, Lanjutkan").await;
        nina.taps("Serahkan ke PK&AI").await;
        nina.taps("198.51.100.7").await;
        nina.taps("Lewati").await;
        nina.taps("Lewati").await;
        nina.taps("Tidak ada kata sandi").await;
        nina.taps("Serahkan ke PK&AI").await;
        office.make_live("bansos").await;

        sari.taps("Belum Bisa Diakses").await;
        sari.taps("HTTPS bermasalah").await;
        sari.taps("Sudah dicoba dari jaringan lain").await;
        sari.taps("Kirim").await;
        assert!(lina.last().contains("Kendala dilaporkan: HTTPS bermasalah"), "{}", lina.last());
        lina.taps("Kembalikan ke SPTIK").await;
        lina.taps("Alamat IP belum dapat dijangkau").await;
        lina.taps("Kembalikan ke SPTIK").await;
        assert!(nina.last().contains("Dikembalikan karena: Alamat IP belum dapat dijangkau"), "{}", nina.last());
    }
}
