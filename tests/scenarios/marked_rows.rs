//! A return that marks single rows of a table: its applicant is asked about just those.

use domain::{
    id::RequestId,
    procedure::{Answer, Answers},
};
use tests::{Player, World, cast, play, play_on_both};

use crate::tables::small_office;

/// A request for three things in one car, sent, and the helpdesk at whose desk it lies.
async fn is_sent(world: &World) -> (Player, Player) {
    small_office(world).await;
    let sari = world.person(cast::SARI).await;
    let hana = world.person(cast::HANA).await;
    sari.says("/ajukan").await;
    sari.taps("Antar Barang").await;
    sari.says("Meja lipat; 4; Bekas; Mudah pecah\nKursi; 10; Baru\nLampu; 3; Baru")
        .await;
    sari.taps("Selesai (3)").await;
    sari.says("1").await;
    sari.says("AB 1234 CD; 081200000000; besok; tidak").await;
    sari.taps("Tidak Ada").await;
    sari.taps("Kirim Permohonan").await;
    (sari, hana)
}

/// The helpdesk returns it for these rows of the goods.
async fn returns(hana: &Player, rows: &[&str]) {
    hana.taps("Kembalikan").await;
    hana.taps("Barang").await;
    hana.taps("Selesai Memilih").await;
    assert!(
        hana.last().contains("Baris mana dari Barang"),
        "{}",
        hana.last()
    );
    for row in rows {
        hana.taps(row).await;
    }
    hana.taps("Selesai Memilih").await;
    hana.taps("Daftar barang belum lengkap").await;
    hana.taps("Kembalikan").await;
}

/// What the request says of its goods, a row each.
async fn goods(world: &World) -> Vec<String> {
    let request = world
        .counter()
        .db
        .request(RequestId(1))
        .await
        .unwrap()
        .unwrap();
    let Some(Answer::Rows(rows)) = request.state.answers.get(&"barang".into()) else {
        panic!("there are goods");
    };
    let cell = |row: &Answers, column: &str| row.get(&column.into()).unwrap().plain();
    rows.iter()
        .map(|row| format!("{} {}", cell(row, "nama"), cell(row, "jumlah")))
        .collect()
}

play_on_both! {
    /// The first and the third row: each is asked alone, what it said before stands there, and the second one stays. The
    /// card, the news of the return and the history say which.
    async fn only_marked_rows_are_asked_again(world) {
        let (sari, hana) = is_sent(world).await;
        returns(&hana, &["1) Meja", "3) Lampu"]).await;
        assert!(sari.screen().contains("Barang (baris 1, 3)"), "{}", sari.screen());
        sari.taps("Kirim Perbaikan").await;
        let asked = sari.last();
        assert!(asked.contains("Baris ke-1 perlu diperbaiki") && asked.contains("Meja lipat"), "{asked}");
        assert!(asked.contains("1 baris lagi"), "{asked}");
        sari.says("Meja lipat; banyak; Bekas").await;
        assert!(sari.last().contains("Jumlah"), "one wrong cell is asked alone: {}", sari.last());
        sari.says("5").await;
        world.restart_bot().await;
        assert!(sari.last().contains("Baris ke-3 perlu diperbaiki"), "{}", sari.last());
        sari.says("Lampu besar; 3; Baru").await;
        sari.taps("Kirim").await;
        assert_eq!(world.stands().await.0, "terima", "{}", sari.screen());
        assert_eq!(goods(world).await, ["Meja lipat 5", "Kursi 10", "Lampu besar 3"]);
        world.history_folds_to_the_stored_state().await;
        hana.taps("Data").await;
        hana.taps("Riwayat").await;
        assert!(hana.screen().contains("Barang (baris 1, 3)"), "{}", hana.screen());
    }
}

play! {
    /// A row that was marked can be left out; and where nobody names a row, all of the table is asked again.
    async fn a_marked_row_is_left_out(world) {
        let (sari, hana) = is_sent(world).await;
        returns(&hana, &["2) Kursi"]).await;
        sari.taps("Kirim Perbaikan").await;
        sari.taps("Lewati Baris Ini").await;
        sari.taps("Kirim").await;
        assert_eq!(goods(world).await, ["Meja lipat 4", "Lampu 3"]);
        hana.taps("Kembalikan").await;
        hana.taps("Barang").await;
        hana.taps("Selesai Memilih").await;
        hana.taps("Lewati").await;
        hana.taps("Daftar barang belum lengkap").await;
        hana.taps("Kembalikan").await;
        assert!(!sari.screen().contains("(baris"), "{}", sari.screen());
        sari.taps("Kirim Perbaikan").await;
        assert!(sari.sees_button("Tetap Pakai") && sari.sees_button("Tambah Baris"), "{}", sari.screen());
    }
}

play! {
    /// The same in English.
    async fn marked_rows_in_english(world) {
        let (sari, hana) = is_sent(world).await;
        sari.says("/bahasa").await;
        sari.taps("English").await;
        returns(&hana, &["2) Kursi"]).await;
        assert!(sari.screen().contains("Goods (rows 2)"), "{}", sari.screen());
        sari.taps("Kirim Perbaikan").await;
        assert!(sari.last().contains("Row 2 is to be corrected"), "{}", sari.last());
    }
}
