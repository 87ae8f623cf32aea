//! The way to those who sit at a desk: with a file, and when all is done.

use insta::assert_snapshot;
use tests::{
    papers, play_on_both,
    stage::{
        hosting::{Office, submit},
        subdomain,
    },
};

play_on_both! {
    /// A file that nobody has asked for goes to the desk of the one request that is under way; a reply to a card with a
    /// file goes to that card's, and what was written beneath the file is what is said. Several photos are one paper.
    async fn a_file_reaches_the_desk(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        submit(&sari).await;
        let then = sari.now();
        sari.sends("denah.pdf", papers::letter()).await;
        sari.says("Ini denah yang kemarin ditanyakan.").await;
        sari.taps("Sampaikan").await;
        assert!(arif.last().contains("denah.pdf"), "{}", arif.last());
        assert!(arif.last().contains("yang kemarin ditanyakan"), "{}", arif.last());

        let status = sari.button("Tarik Permohonan").0;
        sari.does(|telegram, user| {
            telegram.replies_with(user, status, "surat-2.pdf", papers::letter(), Some("Ini surat penggantinya."))
        }).await;
        assert_snapshot!("a_file_reaches_the_desk", sari.chat_since(then));
        sari.taps("Sampaikan").await;
        assert!(arif.last().contains("Ini surat penggantinya."), "{}", arif.last());
        assert!(arif.last().contains("surat-2.pdf"), "{}", arif.last());

        let card = arif.button("Disposisikan").0;
        arif.does(|telegram, user| telegram.replies_with(user, card, "catatan.pdf", papers::letter(), None)).await;
        arif.says("Mohon dipelajari.").await;
        arif.taps("OPD juga").await;
        arif.taps("Sampaikan").await;
        assert!(sari.last().contains("Mohon dipelajari."), "{}", sari.last());
        assert!(arif.sees_button("Berkas (4)"), "{}", arif.screen());
    }
}

play_on_both! {
    /// When a request is done, its last message leads to those who can be asked if something is wrong.
    async fn something_is_wrong_afterwards(world) {
        let office = subdomain::Office::opens(world).await;
        office.give("bansos").await;
        let sari = &office.sari;
        sari.taps("Ada Masalah?").await;
        assert!(sari.last().contains("Ada masalah dengan SUB-2026-0001?"), "{}", sari.last());
        assert!(sari.last().contains("Jam layanan"), "{}", sari.last());
        sari.says("/bahasa").await;
        sari.taps("English").await;
        sari.taps("Ada Masalah?").await;
        assert!(sari.last().contains("Is something wrong with SUB-2026-0001?"), "{}", sari.last());
        sari.says("/help").await;
        assert!(sari.last().contains("Address: "), "{}", sari.last());
    }
}
