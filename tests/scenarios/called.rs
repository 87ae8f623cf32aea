//! What people are called: on the card as on the paper, as they wrote it.

use tests::{
    play,
    stage::visiting::{self, Office},
    telegram::{Attachment, Author},
};

use crate::papers::reader;

/// One short name and many titles, brackets, ampersands, and the longest there is.
fn names() -> Vec<String> {
    let long = "Raden Ayu Contoh Panjang ".repeat(8);
    let names = [
        "Al",
        "Dr. H. Ma'ruf Al-Amin, S.Kom., M.T.",
        "dr. Made Contoh, Sp.PK(K)",
        "Rani & Budi",
        long.trim(),
    ];
    names.map(str::to_owned).into()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

play! {
    /// Visitors of a data centre: in the review, on the officer's card, and on the permit.
    async fn names_are_alike_everywhere(world) {
        let office = Office::opens(world).await;
        let Office { sari, joko, .. } = &office;
        sari.says("/ajukan").await;
        sari.taps("Kunjungan Ruang Data Center").await;
        sari.taps("Penyedia/vendor").await;
        sari.says("Sukarno").await;
        sari.says("021-3456789").await;
        assert!(sari.last().contains("bukan nomor HP"), "{}", sari.last());
        sari.says("WA 81200000000").await;
        sari.says("PT Contoh & Rekan").await;
        let rows: Vec<_> = names().iter().map(|name| format!("{name}\tPT Contoh & Rekan")).collect();
        sari.says(&format!("Nama\tInstansi\n{}", rows.join("\n"))).await;
        sari.taps("Selesai (5)").await;
        sari.taps("Perbaikan").await;
        sari.says("Mengganti diska server OPD di rak 3.").await;
        sari.says("besok pukul 09.00").await;
        sari.says("besok pukul 11.00").await;
        visiting::end(sari).await;
        let called: Vec<_> = names().into_iter().chain(["Sukarno".to_owned(), "PT Contoh & Rekan".to_owned()]).collect();
        joko.taps("Data").await;
        for name in &called {
            assert!(one_line(&joko.last()).contains(name), "{name}: {}", joko.last());
        }
        office.allows().await;
        let files = world.telegram.look(sari.user, |chat| {
            let own = chat.visible().filter(|it| it.from == Author::Bot);
            let files = own.filter_map(|message| match message.attachment.as_ref()? {
                Attachment::Document(file) => Some(file.id.clone()),
                _ => None,
            });
            files.collect::<Vec<_>>()
        });
        let papers: Vec<_> = files
            .iter()
            .map(|file| one_line(&reader::text(&world.telegram.file_bytes(file).unwrap())))
            .collect();
        for name in &called {
            assert!(papers.iter().any(|paper| paper.contains(name)), "{name}: {papers:?}");
        }
    }
}
