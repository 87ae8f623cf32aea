//! What people enter as it stands on paper, in either language.

use chrono::TimeDelta;
use tests::{
    papers, play_on_both,
    stage::{
        hosting::{Office, fill_in},
        visiting,
    },
};

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
                sari.says("/bahasa").await;
                sari.taps("English").await;
                sari.says("/new").await;
                sari.taps("Continue draft").await;
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
    /// either language, and passes nowhere.
    async fn a_no_where_a_yes_is_demanded(world) {
        let office = visiting::Office::opens(world).await;
        let visiting::Office { sari, gita, .. } = &office;
        visiting::begin(sari).await;
        sari.says("besok pukul 09.00").await;
        sari.says("besok pukul 11.00").await;
        sari.taps("Tidak Ada").await;
        sari.sends("surat-tugas.pdf", papers::letter()).await;
        sari.says("Tidak").await;
        assert!(sari.last().contains("Tanpa menyetujui tata tertib, kunjungan tidak dapat diajukan"), "{}", sari.last());
        sari.says("/bahasa").await;
        sari.taps("English").await;
        sari.says("/new").await;
        sari.taps("Continue draft").await;
        sari.says("no").await;
        assert!(sari.last().contains("Without agreeing to the house rules"), "{}", sari.last());
        assert!(!sari.sees_button("Send Request"), "{}", sari.screen());
        sari.taps("Yes").await;
        sari.taps("Send Request").await;

        office.allows().await;
        world.time_passes(TimeDelta::hours(23));
        gita.taps("Masuk, Badge Diserahkan").await;
        gita.taps("Kartu pegawai").await;
        gita.taps("Ya").await;
        gita.says("tidak").await;
        assert!(gita.last().contains("Perangkat di luar daftar tidak dapat dibawa masuk"), "{}", gita.last());
        gita.says("/bahasa").await;
        gita.taps("English").await;
        gita.taps("Enters, Badge Handed Out").await;
        gita.says("no").await;
        assert!(gita.last().contains("Equipment that is not on the list cannot be brought in"), "{}", gita.last());
        assert_eq!(world.stands().await.0, "tiba");
    }
}
