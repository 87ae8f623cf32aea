//! A table that goes on with the rows of an earlier one, in the laboratory: each sample that was sent gets its result.

use domain::{id::RequestId, register::Line};
use tests::{Player, World, cast::Role, play, stage::office_file::in_office};

const fn role(name: &'static str, role: &'static str, agency: Option<&'static str>) -> Role {
    Role {
        name,
        role,
        agency,
        title: name,
    }
}

/// Who sends samples, who measures them, and who confirms what was measured.
async fn opens(world: &World) -> [Player; 3] {
    in_office(world, "kantor-laboratorium", "laboratorium").await;
    let people = [
        role("Sari", "pic", Some("dlh")),
        role("Ani", "analyst", None),
        role("Joko", "lab-head", None),
    ];
    world.gathers("id", people).await
}

/// The results that stand in the book, and how the line of each sample stands.
async fn book(world: &World) -> Vec<String> {
    let lines = world.counter().db.lines_of(RequestId(1)).await.unwrap();
    let says = |line: Line| {
        let result = line.cells.get("hasil").map(|cell| cell.value.plain());
        let stands = line.stands.map(|it| it.to_string());
        format!(
            "{} {} {}",
            line.name,
            result.unwrap_or_default(),
            stands.unwrap_or_default()
        )
    };
    lines.into_iter().map(says).collect()
}

play! {
    /// What a row says already stands beside the question and is asked of nobody; one row is answered cell by cell and the
    /// next as a line, and each goes into the line of its own sample.
    async fn each_sample_gets_its_result(world) {
        let [sari, ani, joko] = opens(world).await;
        sari.says("/ajukan").await;
        sari.taps("Uji Sampel Air").await;
        sari.says("Pemantauan sungai").await;
        sari.says("2").await;
        sari.says("A-01; Hulu\nA-02; Hilir").await;
        sari.taps("Kirim Permohonan").await;
        ani.taps("Diterima Baik").await;
        world.settle().await;
        ani.taps("Selesai Diuji").await;
        let asked = ani.last();
        assert!(asked.contains("1) A-01 · Hulu") && asked.contains("Baris 1 dari 2 · pH"), "{asked}");
        assert!(!asked.contains("A-02"), "{asked}");
        ani.says("7,2").await;
        ani.taps("Ya").await;
        assert!(ani.last().contains("2) A-02 · Hilir"), "{}", ani.last());
        ani.says("15; tidak").await;
        assert!(ani.screen().contains("pH"), "no such value: {}", ani.screen());
        ani.says("9,9; tidak").await;
        assert!(ani.screen().contains("9,9"), "the review holds what was carried and added: {}", ani.screen());
        ani.taps("Selesai Diuji").await;
        assert_eq!(book(world).await, ["A-01 7.2 diukur", "A-02 9.9 diukur"]);
        assert!(joko.sees_button("Sahkan"), "{}", joko.screen());
    }
}
