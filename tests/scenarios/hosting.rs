//! Hosting a website, from the first question to the last acknowledgement.

use insta::assert_snapshot;
use tests::{
    play_on_both,
    stage::hosting::{Office, submit},
};

play_on_both! {
    /// Everyone says yes, and the bot is killed in the middle.
    async fn a_request_goes_from_a_phone_to_its_completion(world) {
        let Office { sari, hana, arif, dewi, rudi, toni } = Office::opens(world).await;
        submit(&sari).await;

        arif.taps("Disposisikan").await;
        dewi.taps("Disposisikan").await;
        rudi.taps("Lengkap, Disposisikan").await;
        world.restart_bot().await;
        hana.taps("Catat + Nomor/Petugas").await;
        hana.says("AG-2026-0041").await;
        hana.taps("Lewati").await;
        hana.taps("Catat + Nomor/Petugas").await;
        toni.taps("Dapat dilaksanakan").await;
        toni.says("Kapasitas server mencukupi dan versi PHP tersedia.").await;
        toni.taps("Kirim ke Koordinator").await;
        rudi.taps("Teruskan").await;
        dewi.taps("Setujui").await;
        assert!(!sari.sees_button("Tarik Permohonan"), "the work has started");
        toni.taps("Selesai, Lapor Helpdesk").await;
        toni.says("203.0.113.20").await;
        toni.says("vm-web-11").await;
        toni.says("Website dapat diakses dengan HTTPS.").await;
        toni.taps("Selesai, Lapor Helpdesk").await;
        hana.taps("Teruskan ke Koordinator").await;
        rudi.taps("Laporkan").await;
        dewi.taps("Sampaikan").await;
        arif.taps("Laporan Diterima").await;
        sari.taps("Riwayat").await;

        assert_snapshot!("hosting_to_the_end_sari", sari.chat());
        assert_snapshot!("hosting_to_the_end_rudi", rudi.chat());
        assert_snapshot!("hosting_to_the_end_hana", hana.chat());
    }
}
