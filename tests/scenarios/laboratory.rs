//! A laboratory's measurement: rows that are judged one by one, a loop, and a time that depends on how many there are.

use domain::{id::RequestId, procedure::StandardTime, request::Task};
use tests::{Player, World, cast::Role, play_on_both, stage::office_file::in_office};

const SARI: Role = Role {
    name: "Sari",
    role: "pic",
    agency: Some("dlh"),
    title: "Pengirim Sampel",
};
const LINA: Role = Role {
    name: "Lina",
    role: "analyst",
    agency: None,
    title: "Analis",
};
const JOKO: Role = Role {
    name: "Joko",
    role: "lab-head",
    agency: None,
    title: "Kepala Laboratorium",
};

const MIRA: Role = Role {
    name: "Mira",
    role: "quality-manager",
    agency: None,
    title: "Manajer Mutu",
};

async fn opens(world: &World) -> [Player; 4] {
    in_office(world, "kantor-laboratorium", "laboratorium").await;
    world.gathers("id", [SARI, LINA, JOKO, MIRA]).await
}

/// So many samples, numbered, with something behind each number.
fn rows(count: u32, cells: &str) -> String {
    let rows = (1..=count).map(|number| format!("A-{number:02}; {cells}"));
    rows.collect::<Vec<_>>().join("\n")
}

/// The same result of so many samples; their numbers stand in the table already.
fn results(count: u32, cells: &str) -> String {
    (0..count).map(|_| cells).collect::<Vec<_>>().join("\n")
}

async fn are_sent([sari, lina, ..]: &[Player; 4], count: u32) {
    sari.says("/ajukan").await;
    sari.taps("Uji Sampel Air").await;
    sari.says("Pemantauan sungai").await;
    sari.says(&count.to_string()).await;
    sari.says(&rows(count, "Hulu")).await;
    sari.taps("Kirim Permohonan").await;
    lina.taps("Diterima Baik").await;
}

async fn waits(world: &World, request: i64) -> Task {
    let task = world.counter().db.open_task_of(RequestId(request)).await;
    task.unwrap().unwrap()
}

play_on_both! {
    /// A few samples take a day and many take three, on the way back as well.
    async fn many_samples_take_longer(world) {
        let people = opens(world).await;
        let [_, lina, joko, mira] = &people;
        for (request, count, days) in [(1, 3, 1), (2, 12, 3)] {
            are_sent(&people, count).await;
            let task = waits(world, request).await;
            assert_eq!((task.step.as_str(), task.timing.standard), ("uji", Some(StandardTime::Days(days))));
            let due = world.counter().office.calendar.due(task.opened_at, StandardTime::Days(days));
            assert_eq!(task.due_at, due);
            lina.taps("Selesai Diuji").await;
            lina.says(&results(count, "7,2; ya")).await;
            lina.taps("Selesai Diuji").await;
            let task = waits(world, request).await;
            let hours = if days == 1 { StandardTime::Hours(2) } else { StandardTime::Days(1) };
            assert_eq!((task.step.as_str(), task.timing.standard), ("nilai", Some(hours)));
            joko.taps("Uji Ulang").await;
            joko.says("Alat belum dikalibrasi").await;
            joko.taps("Uji Ulang").await;
            assert_eq!(waits(world, request).await.step.as_str(), "uji");
            lina.taps("Selesai Diuji").await;
            lina.says(&results(count, "6,9; tidak")).await;
            lina.taps("Selesai Diuji").await;
            mira.taps("Sahkan").await;
            joko.taps("Sahkan").await;
            assert_eq!(waits(world, request).await.step.as_str(), "serahkan");
            let lines = world.counter().db.lines_of(RequestId(request)).await.unwrap();
            assert_eq!(lines.len(), usize::try_from(count).unwrap());
            assert!(lines.iter().all(|line| line.closed_at.is_some()));
        }
    }
}
