//! An application is uploaded, once there is room for it.

use insta::assert_snapshot;
use tests::{
    papers, play_on_both,
    stage::application_upload::{Office, says_no, sends_again, submit},
};

play_on_both! {
    /// Twice there is no room and the files are checked again; the third time the head of division
    /// decides, and the agency makes them smaller.
    async fn there_is_room_at_the_third_try(world) {
        let office = Office::opens_in(world, "id").await;
        let Office { sari, hana, dewi, lina, bayu, nina } = &office;
        submit(sari).await;
        lina.taps("Lengkap, Teruskan ke PKS").await;
        bayu.taps("Serahkan ke SPTIK").await;
        bayu.taps("Layak bersyarat").await;
        bayu.says("Unggah berkas oleh pengguna dimatikan sampai versi berikutnya.").await;
        bayu.says("VA-2026-014").await;
        bayu.taps("Serahkan ke SPTIK").await;
        nina.taps("Lanjut Cek Kapasitas").await;
        nina.says("srv-web-02").await;
        nina.taps("Lanjut Cek Kapasitas").await;

        says_no(nina, "1,5").await;
        sends_again(bayu, "Berkas sudah diperkecil").await;
        says_no(nina, "1,5").await;
        sends_again(bayu, "Mohon tambah penyimpanan").await;
        says_no(nina, "1").await;
        assert_eq!(world.stands().await.0, "putusan-kabid");
        dewi.taps("Minta OPD Memperkecil").await;
        dewi.taps("Penyimpanan belum dapat ditambah").await;
        dewi.taps("Minta OPD Memperkecil").await;
        sari.taps("Sudah Diperkecil").await;
        sari.says("0,8 GB").await;
        sari.taps("Kirim").await;
        sends_again(bayu, "Berkas sudah diperkecil").await;

        nina.taps("YA, Sudah Diunggah").await;
        nina.says("https://bansos.serunikota.go.id").await;
        nina.taps("YA, Sudah Diunggah").await;
        nina.taps("Laporkan ke PK&AI").await;
        nina.says("1").await;
        nina.taps("Lewati").await;
        nina.taps("Laporkan ke PK&AI").await;

        let then = hana.now();
        hana.says("sistem bantuan").await;
        hana.taps("Sistem Bantuan Sosial").await;
        assert_snapshot!("an_upload_hana", hana.chat_since(then));
        sari.taps("Riwayat").await;
        assert_snapshot!("an_upload_sari", sari.chat());
        assert_snapshot!("an_upload_bayu", bayu.chat());
        assert_snapshot!("an_upload_nina", nina.chat());
        assert_snapshot!("an_upload_dewi", dewi.chat());
    }
}

play_on_both! {
    /// The same in English, with what is missing sent in later.
    async fn an_upload_in_english(world) {
        let office = Office::opens_in(world, "en").await;
        let Office { sari, hana, lina, bayu, nina, .. } = &office;
        sari.says("/new").await;
        sari.taps("Application Upload").await;
        sari.taps("A new application").await;
        sari.says("Social Assistance System").await;
        sari.taps("Public service").await;
        sari.says("Residents apply for social assistance online.").await;
        sari.says("bansos").await;
        sari.says("PHP 8.3, Laravel 11").await;
        sari.says("MySQL 8.0").await;
        sari.says("lots").await;
        sari.says("2.5").await;
        sari.taps("Not Known Yet").await;
        sari.taps("Yes, general data").await;
        sari.taps("A third party").await;
        sari.says("PT Contoh Perangkat Lunak").await;
        sari.taps("Internal assessment").await;
        sari.taps("Internal repository").await;
        sari.says("Rani Contoh").await;
        sari.says("0812 0000 0000").await;
        sari.says("500.12/88/Dinsos/2026").await;
        sari.says("17 November 2026").await;
        sari.sends("letter.pdf", papers::letter()).await;
        sari.taps("Send Request").await;

        lina.taps("Return for Completion").await;
        lina.taps("Letter of request").await;
        lina.taps("Done").await;
        lina.taps("The letter is not signed").await;
        lina.taps("Return for Completion").await;
        sari.taps("Complete Now").await;
        sari.sends("letter-signed.pdf", papers::large(400)).await;
        sari.taps("Send").await;
        lina.taps("Complete, On to Security").await;
        bayu.taps("Hand to Infrastructure").await;
        bayu.taps("Fit").await;
        bayu.taps("Skip").await;
        bayu.taps("Hand to Infrastructure").await;
        nina.taps("On to the Storage").await;
        nina.says("srv-web-02").await;
        nina.taps("On to the Storage").await;
        nina.taps("NO, Check Again").await;
        nina.says("1.5").await;
        nina.taps("There is not enough storage left").await;
        nina.taps("NO, Check Again").await;
        bayu.taps("Send to Infrastructure").await;
        bayu.taps("Files made smaller").await;
        bayu.taps("Send to Infrastructure").await;
        nina.taps("YES, Uploaded").await;
        nina.says("bansos.serunikota.go.id").await;
        nina.taps("YES, Uploaded").await;
        nina.taps("Report to Applications").await;
        nina.says("1").await;
        nina.says("Daily backups run.").await;
        nina.taps("Report to Applications").await;
        sari.taps("History").await;

        let then = hana.now();
        hana.says("/menu").await;
        hana.taps("Registers").await;
        hana.taps("Hosting Register").await;
        hana.taps("Social Assistance System").await;
        assert_snapshot!("an_upload_in_english_sari", sari.chat());
        assert_snapshot!("an_upload_in_english_bayu", bayu.chat());
        assert_snapshot!("an_upload_in_english_nina", nina.chat());
        assert_snapshot!("an_upload_in_english_hana", hana.chat_since(then));
    }
}
