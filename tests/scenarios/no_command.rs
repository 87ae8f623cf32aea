//! What looks like a command and is none: it is an answer like any other, and the bot shows none by accident.

use tests::{cast, play, stage::colocation::Office};

play! {
    /// The refusal of an address names a network whose end, tapped, is sent as a command. It is not shown as one
    /// (every play holds that at its end), and whoever sends it is asked again: the form stands.
    async fn a_network_sets_no_form_aside(world) {
        let office = Office::opens(world).await;
        let Office { dewi, eko, .. } = &office;
        office.prepares_one().await;
        dewi.taps("Setujui").await;
        eko.taps("Terpasang, BAST Dibuat").await;
        eko.says("Rak 3, U12-U15").await;
        eko.says("8.8.8.8").await;
        assert!(eko.last().contains("2001:db8:20::/48"), "{}", eko.last());
        eko.says("/48").await;
        assert!(eko.last().contains("⚠️ Alamat IP"), "{}", eko.last());
        eko.says("203.0.113.30").await;
        assert!(eko.last().contains("· 40%"), "{}", eko.last());
    }
}

play! {
    /// The name of an office after a slash answers a question that takes words, and where a button is asked for
    /// the question stands.
    async fn a_word_after_a_slash_is_an_answer(world) {
        let sari = world.person(cast::SARI).await;
        sari.says("/ajukan").await;
        sari.taps("Hosting Website/Aplikasi").await;
        sari.says("/BKPSDM").await;
        assert!(sari.last().contains("⚠️") && sari.last().contains("· 0%"), "{}", sari.last());
        sari.taps("Website").await;
        sari.says("/BKPSDM").await;
        assert!(sari.last().contains("· 14%"), "{}", sari.last());
        sari.taps("Kembali").await;
        assert!(sari.last().contains("Jawaban sekarang: /BKPSDM"), "{}", sari.last());
        // A command of ours is one, in a form as anywhere.
        sari.says("/menu").await;
        assert!(sari.sees_button("Lanjutkan Draf"), "{}", sari.screen());
    }
}

play! {
    /// With no form open, whoever tries a command that is not there is helped.
    async fn an_unknown_command_is_helped(world) {
        let [sari, hana] = world.gathers("id", [cast::SARI, cast::HANA]).await;
        for who in [&sari, &hana] {
            who.says("/selesai").await;
            assert!(who.last().contains("Bantuan"), "{}", who.last());
        }
    }
}
