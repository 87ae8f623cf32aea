//! Tables on a phone: by cells, pasted, counted, put right, and again after a return.

use std::path::{Path, PathBuf};

use insta::assert_snapshot;
use tests::{
    Player, World, cast, play, play_on_both,
    stage::walk::{Company, Way, paths::covering},
};

/// An office where goods are brought.
pub(crate) async fn small_office(world: &World) {
    let procedures = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/procedures"));
    world
        .restart_with(|settings| {
            settings.office = Some(procedures.join(Path::new("office/kantor-kecil.toml")));
            settings.procedures = Some(procedures);
        })
        .await;
}

async fn begins(world: &World) -> Player {
    small_office(world).await;
    let sari = world.person(cast::SARI).await;
    sari.says("/ajukan").await;
    sari.taps("Antar Barang").await;
    sari
}

/// A row of goods without a remark.
async fn fills_row(sari: &Player, name: &str, number: &str) {
    sari.says(name).await;
    sari.says(number).await;
    sari.taps("Baru").await;
    sari.taps("Lewati").await;
}

/// From the first table to the review: two things, one car, nobody comes along.
async fn fills_in(sari: &Player) {
    sari.says("Meja lipat; 4; Bekas; Mudah pecah\nKursi; 10; Baru")
        .await;
    sari.taps("Selesai (2)").await;
    sari.says("1").await;
    sari.says("AB 1234 CD; 081200000000; besok; tidak").await;
    sari.says("Tidak Ada").await;
}

play! {
    /// Row by row: cells by typing and tapping, one cell back, a wrong cell, a row too many.
    async fn a_table_is_filled_by_cells(world) {
        let sari = begins(world).await;
        sari.says("Meja lipat").await;
        sari.says("banyak").await;
        sari.taps("Kembali").await;
        sari.says("Meja tulis").await;
        sari.says("4").await;
        sari.taps("Bekas").await;
        sari.says("Mudah pecah").await;
        sari.says("sebentar").await;
        sari.taps("Tambah Baris").await;
        fills_row(&sari, "Kursi", "10").await;
        sari.taps("Tambah Baris").await;
        fills_row(&sari, "Kursi", "10").await;
        sari.taps("Hapus Baris Terakhir").await;
        sari.taps("Selesai (2)").await;
        assert_snapshot!("a_table_by_cells", sari.chat());
    }
}

play! {
    /// Where none of many rows fits, or they are too many, none is taken, and what is wrong is named.
    async fn rows_are_pasted(world) {
        let sari = begins(world).await;
        let then = sari.now();
        sari.says("Meja lipat; empat; Bekas\nKursi; banyak; Baru\nLampu").await;
        sari.says("Meja lipat\nKursi").await;
        let many: Vec<_> = (1..=200).map(|n| format!("Kursi {n};1;1")).collect();
        sari.says(&many.join("\n")).await;
        let drafts = world.drafts(&sari).await;
        assert!(!drafts[0].filling.is_begun(), "nothing of it was taken");
        sari.says("Meja lipat; 4; Bekas; Mudah pecah\n\nKursi;10;baru\nLampu\t3\tBaru\t-").await;
        sari.taps("Selesai (3)").await;
        let chat = sari.chat_since(then);
        let hidden = |line: &&str| line.contains(";1;1") && !line.contains("Kursi 1;");
        let shown: Vec<_> = chat.lines().filter(|line| !hidden(line)).collect();
        assert_snapshot!("rows_are_pasted", shown.join("\n"));
    }
}

play_on_both! {
    /// Rows that fit stay, and each that does not is corrected alone: by its wrong cell, as a whole row, or left out;
    /// also after the program was begun anew.
    async fn a_wrong_row_is_corrected_alone(world) {
        let sari = begins(world).await;
        let then = sari.now();
        sari.says("Nama;Jumlah;Keadaan\nMeja lipat; 4; Bekas\nKursi; banyak; rusak\nLampu\nRak; 2; Baru\nRak; 2; Baru").await;
        sari.says("sekali").await;
        sari.says("10").await;
        world.restart_bot().await;
        sari.says("Baru").await;
        sari.says("Lampu; 3; Baru\nRak besar; 1; Baru\nMeja; 1; Baru").await;
        sari.says("Lampu; 3; Baru; mudah pecah").await;
        sari.taps("Lewati Baris Ini").await;
        assert_snapshot!("a_wrong_row_is_corrected_alone", sari.chat_since(then));
        sari.taps("Selesai (4)").await;
        let table = world.drafts(&sari).await.swap_remove(0).filling.answers;
        let table = table.iter().next().unwrap().1.plain();
        let places: Vec<_> = ["Meja lipat", "Kursi", "Lampu", "Rak"].map(|it| table.find(it).unwrap()).into();
        assert!(places.is_sorted(), "in the order in which they came: {table}");
    }
}

play! {
    /// The same in English, two at once.
    async fn wrong_rows_in_english(world) {
        let sari = begins(world).await;
        sari.says("/bahasa").await;
        sari.taps("English").await;
        sari.says("/ajukan").await;
        sari.taps("Bringing Goods").await;
        let then = sari.now();
        sari.says("Desk; 4; 1\nChair; many; 1\nLamp\nShelf; 1; 1").await;
        sari.says("Chair; 10; 1\nLamp; 3; 1").await;
        assert_snapshot!("wrong_rows_in_english", sari.chat_since(then));
    }
}

play! {
    /// The number of cars says how many rows are asked; a changed number asks again.
    async fn rows_are_counted(world) {
        let sari = begins(world).await;
        sari.says("Meja lipat; 4; Bekas\nKursi; 10; Baru").await;
        sari.taps("Selesai (2)").await;
        let then = sari.now();
        sari.says("2").await;
        sari.says("AB 1234 CD").await;
        sari.says("0812 0000 0000").await;
        sari.says("besok").await;
        sari.taps("Tidak").await;
        sari.says("AB 5678 EF; 081200000001; besok; ya").await;
        sari.says("Rani Contoh\nBudi Contoh").await;
        sari.taps("Selesai (2)").await;
        sari.taps("Ubah Isian").await;
        sari.taps("Jumlah mobil").await;
        sari.says("1").await;
        sari.taps("Hapus Baris Terakhir").await;
        sari.taps("Selesai (1)").await;
        assert_snapshot!("rows_are_counted", sari.chat_since(then));
        sari.taps("Kirim Permohonan").await;
        assert!(sari.screen().contains("ABR-2026-0001"), "{}", sari.screen());
    }
}

play! {
    /// A returned table comes back with its rows: one is taken away, or all are kept.
    async fn a_table_is_repaired(world) {
        let sari = begins(world).await;
        let hana = world.person(cast::HANA).await;
        fills_in(&sari).await;
        sari.taps("Kirim Permohonan").await;
        let then = hana.now();
        hana.taps("Data").await;
        hana.taps("Kembalikan").await;
        hana.taps("Barang").await;
        hana.taps("Jumlah mobil").await;
        hana.taps("Selesai Memilih").await;
        hana.taps("Lewati").await;
        hana.taps("Daftar barang belum lengkap").await;
        hana.taps("Kembalikan").await;
        assert_snapshot!("a_table_on_cards", hana.chat_since(then));
        let then = sari.now();
        sari.taps("Kirim Perbaikan").await;
        sari.taps("Hapus Baris Terakhir").await;
        sari.says("Lampu; 3; Baru").await;
        sari.taps("Selesai (2)").await;
        sari.says("2").await;
        sari.taps("Tambah Baris").await;
        sari.says("AB 5678 EF; 081200000001; lusa; ya").await;
        sari.taps("Ubah Isian").await;
        sari.taps("Barang").await;
        sari.taps("Tetap Pakai").await;
        assert_snapshot!("a_table_is_repaired", sari.chat_since(then));
        sari.taps("Kirim").await;
        let then = hana.now();
        hana.taps("Barang Diterima").await;
        hana.says("7; 8; 9").await;
        hana.says("7; 8").await;
        assert_snapshot!("a_table_of_a_decision", hana.chat_since(then));
        hana.taps("Barang Diterima").await;
        assert_eq!(world.stands().await.0, "selesai");
    }
}

/// From a list of goods to the table of cars, each of which has a plate of its own.
async fn brings_three_cars(sari: &Player) {
    sari.says("Meja lipat; 4; Bekas").await;
    sari.taps("Selesai (1)").await;
    sari.says("3").await;
}

play_on_both! {
    /// What no two rows may say is refused where it is typed, pasted and corrected, and both rows are named; and when
    /// the table comes back. A landline is shown as one.
    async fn no_two_cars_have_one_plate(world) {
        let sari = begins(world).await;
        let hana = world.person(cast::HANA).await;
        brings_three_cars(&sari).await;
        let then = sari.now();
        sari.says("AB 1234 CD; 081200000000; besok; tidak").await;
        sari.says("ab 1234 cd").await;
        sari.says("ab 1234  CD; 081200000001; besok; ya\nAB 5678 EF; 0274 512345; besok; ya").await;
        sari.says("AB 5678 EF").await;
        sari.says("AB 9012 GH").await;
        sari.taps("Tidak Ada").await;
        sari.taps("Kirim Permohonan").await;
        assert_snapshot!("no_two_cars_have_one_plate", sari.chat_since(then));
        hana.taps("Kembalikan").await;
        hana.taps("Jumlah mobil").await;
        hana.taps("Selesai Memilih").await;
        hana.taps("Daftar barang belum lengkap").await;
        hana.taps("Kembalikan").await;
        sari.taps("Kirim Perbaikan").await;
        sari.says("4").await;
        sari.taps("Tambah Baris").await;
        let then = sari.now();
        sari.says("AB 9012 GH").await;
        sari.says("AB 9012 gh; 081200000003; lusa; ya").await;
        sari.says("AB 3456 IJ; 081200000003; lusa; ya").await;
        assert_snapshot!("no_two_cars_in_a_repair", sari.chat_since(then));
        sari.taps("Kirim").await;
    }
}

play! {
    /// The same in English.
    async fn one_plate_in_english(world) {
        let sari = begins(world).await;
        brings_three_cars(&sari).await;
        sari.says("/bahasa").await;
        sari.taps("English").await;
        sari.taps("Continue").await;
        let then = sari.now();
        sari.says("AB 1234 CD; 081200000000; 1-12-2026; no").await;
        sari.says("ab 1234 cd").await;
        sari.says("ab 1234 cd; 081200000001; 1-12-2026; no\nAB 5678 EF; 0274 512345; 1-12-2026; no").await;
        assert_snapshot!("one_plate_in_english", sari.chat_since(then));
    }
}

play! {
    /// A table that is half filled waits with its begun row, over a restart and an interruption.
    async fn a_half_filled_table_waits(world) {
        let sari = begins(world).await;
        fills_row(&sari, "Meja", "4").await;
        sari.taps("Tambah Baris").await;
        sari.says("Kursi").await;
        world.restart_bot().await;
        sari.taps("Batal").await;
        sari.taps("Simpan Draf").await;
        sari.taps("Lanjutkan Draf").await;
        let last = sari.last();
        assert!(last.contains("1) Meja") && last.contains("Baris 2 · Jumlah"), "{last}");
        sari.says("10").await;
        sari.taps("Baru").await;
        sari.taps("Lewati").await;
        assert!(sari.sees_button("Selesai (2)"));
    }
}

play! {
    /// The whole table in English.
    async fn a_table_in_english(world) {
        small_office(world).await;
        let sari = world.person_speaking(cast::SARI, "en").await;
        sari.says("/new").await;
        sari.taps("Bringing Goods").await;
        let then = sari.now();
        sari.says("Table; many; New").await;
        sari.says("Table; 4; New").await;
        sari.taps("Add a Row").await;
        sari.taps("Back").await;
        sari.taps("Done (1)").await;
        assert_snapshot!("a_table_in_english", sari.chat_since(then));
    }
}

play_on_both! {
    /// Tables are answered from their questions alone, on phones and by command.
    async fn a_procedure_with_tables_is_walked(world) {
        small_office(world).await;
        let procedure = world.counter().open_procedure(&"antar-barang".into()).unwrap().clone();
        let company = Company::gathers(world, &procedure).await;
        for (turn, path) in covering(&procedure).iter().enumerate() {
            company.walks(path, turn, Way::Chat, Way::Chat).await;
            company.walks(path, turn + 1, Way::Command, Way::Command).await;
        }
    }
}
