//! Things that are reserved for a window of time, and what depends on planned moments, in the office that lends
//! vehicles by the hour.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Counter, Error, Refusal,
    code::OutcomeCode,
    command::{self, FormAct, Sent},
    id::{RequestId, TaskId},
    person::Person,
    procedure::{
        Booking, Input,
        accept::{Taken, Unfit},
    },
};
use insta::assert_snapshot;
use tests::{Player, World, cast::Role, play, play_on_both, stage::office_file::in_office};

const SARI: Role = Role {
    name: "Sari",
    role: "pic",
    agency: Some("kesra"),
    title: "Peminjam",
};
const YUDI: Role = Role {
    name: "Yudi",
    role: "pic",
    agency: Some("umum"),
    title: "Peminjam",
};
const JOKO: Role = Role {
    name: "Joko",
    role: "fleet-head",
    agency: None,
    title: "Kepala Armada",
};
const EKO: Role = Role {
    name: "Eko",
    role: "fleet-officer",
    agency: None,
    title: "Petugas Armada",
};

/// The clock of this office is an hour ahead of the one that plays begin by: it is 10.30.
async fn opens(world: &World) -> [Player; 4] {
    in_office(world, "kantor-armada", "kendaraan").await;
    world.gathers("id", [SARI, YUDI, JOKO, EKO]).await
}

/// A vehicle is asked for, up to the question which.
async fn begins(player: &Player, from: &str, until: &str) {
    player.says("/ajukan").await;
    player.taps("Pakai Kendaraan").await;
    player.says("Kunjungan lapangan").await;
    player.says(from).await;
    player.says(until).await;
}

async fn chooses(player: &Player, vehicle: &str) {
    player.taps(vehicle).await;
    player.taps("Selesai Memilih (1)").await;
    player.taps("Kirim Permohonan").await;
}

play! {
    /// Who asks second is offered what is free, reads until when the rest is taken and not whose it is, and moves to
    /// another time by a tap. Officials read whose it is, on the day's list and the week's.
    async fn a_vehicle_is_taken_for_some_hours(world) {
        let [sari, yudi, joko, eko] = opens(world).await;
        begins(&sari, "25-11-2026 08.00", "25-11-2026 12.00").await;
        chooses(&sari, "Bus 1").await;
        joko.taps("Setujui").await;
        for vehicle in ["Bus 2", "Hilux 1"] {
            begins(&sari, "25-11-2026 09.00", "25-11-2026 11.00").await;
            assert!(!sari.sees_button("☐ Bus 1"), "{}", sari.screen());
            chooses(&sari, vehicle).await;
            joko.taps("Setujui").await;
        }
        let then = yudi.now();
        begins(&yudi, "25-11-2026 10.00", "25-11-2026 12.00").await;
        yudi.says("Bus 1").await;
        assert!(!yudi.screen().contains("PKK-2026-0001"), "{}", yudi.screen());
        yudi.taps("Rab 25 Nov 12.30–14.30").await;
        assert!(yudi.sees_button("☐ Bus 2") && !yudi.sees_button("☐ Bus 1"), "{}", yudi.screen());
        chooses(&yudi, "Bus 2").await;
        assert_snapshot!("a_vehicle_yudi", yudi.chat_since(then));
        joko.taps("Setujui").await;
        eko.says("/menu").await;
        eko.taps("Jadwal Pemakaian").await;
        eko.taps("Kendaraan operasional").await;
        let then = eko.now();
        eko.taps("Rab 25 Nov ›").await;
        eko.taps("Seminggu").await;
        assert_snapshot!("a_vehicle_schedule", eko.chat_since(then));
        assert!(!yudi.sees_button("Jadwal Pemakaian"), "{}", yudi.screen());
    }
}

play! {
    /// Two ask for the same before either is promised it: the second yes is refused, and the official reads whose it is.
    async fn the_second_yes_reads_whose_it_is(world) {
        let [sari, yudi, joko, _] = opens(world).await;
        for asks in [&sari, &yudi] {
            begins(asks, "25-11-2026 08.00", "25-11-2026 12.00").await;
            chooses(asks, "Bus 1").await;
        }
        joko.taps("Setujui").await;
        joko.taps("Setujui").await;
        assert!(joko.toast().contains("PKK-2026-0002, Bagian Umum"), "{}", joko.toast());
    }
}

play! {
    /// Where a yes can be taken back, what is promised already is refused when it is tapped. What two are promised within
    /// that time, the second is told when it comes to be recorded.
    async fn the_second_yes_that_is_held_is_refused(world) {
        let [sari, yudi, joko, _] = opens(world).await;
        for asks in [&sari, &yudi] {
            begins(asks, "25-11-2026 08.00", "25-11-2026 12.00").await;
            chooses(asks, "Bus 1").await;
        }
        world.restart_with(|settings| settings.holds = true).await;
        let then = joko.now();
        joko.taps("Setujui").await;
        joko.taps("Setujui").await;
        assert!(joko.toast().contains("300 detik"), "{}", joko.toast());
        world.time_passes(chrono::TimeDelta::minutes(10));
        world.settle().await;
        assert_eq!(joko.messages_with("Tidak tercatat: Setujui"), 1, "{}", joko.screen());
        joko.taps("Setujui").await;
        assert!(joko.toast().contains("PKK-2026-000"), "{}", joko.toast());
        assert_snapshot!("a_yes_that_could_not_be_recorded", joko.chat_since(then));
    }
}

play! {
    /// A task that lies until its hour is not late before, and nobody is reminded of it. An hour before both are told.
    /// The key is handed over from that hour on and not earlier; what ends at 18.00 ends at 18.00, and then the vehicle
    /// is free.
    async fn what_is_planned_happens_at_its_time(world) {
        let [sari, _, joko, eko] = opens(world).await;
        begins(&sari, "27-11-2026 14.00", "27-11-2026 18.00").await;
        chooses(&sari, "Bus 1").await;
        joko.taps("Setujui").await;
        let then = (sari.now(), eko.now());
        world.waits_until("2026-11-27 12.55").await;
        assert_eq!(eko.messages_with("Pengingat"), 0, "{}", eko.screen());
        assert_eq!(eko.messages_with("Satu jam lagi"), 0);
        eko.taps("Kunci Diserahkan").await;
        assert!(eko.toast().contains("14.00"), "{}", eko.toast());
        world.waits_until("2026-11-27 13.05").await;
        assert_eq!((eko.messages_with("Satu jam lagi"), sari.messages_with("Satu jam lagi")), (1, 1));
        world.waits_until("2026-11-27 14.01").await;
        let task = world.counter().db.open_task_of(RequestId(1)).await.unwrap().unwrap();
        let due = task.due_at.unwrap().with_timezone(&world.counter().office.zone);
        assert_eq!(due.format("%d-%m %H.%M").to_string(), "27-11 14.15");
        eko.taps("Kunci Diserahkan").await;
        eko.says("1").await;
        eko.taps("Penuh").await;
        eko.says("45210").await;
        eko.taps("Kunci Diserahkan").await;
        world.waits_until("2026-11-27 17.25").await;
        assert_eq!(sari.messages_with("Bila tidak ada tindakan"), 0);
        sari.taps("Perpanjang Satu Jam").await;
        world.waits_until("2026-11-27 18.29").await;
        assert_eq!(world.stands().await.0, "pakai");
        world.waits_until("2026-11-27 18.31").await;
        assert_eq!(sari.messages_with("Bila tidak ada tindakan"), 1, "{}", sari.screen());
        world.waits_until("2026-11-27 18.59").await;
        assert_eq!(world.stands().await.0, "pakai");
        world.waits_until("2026-11-27 19.00").await;
        assert_eq!(world.stands().await.0, "periksa");
        assert_snapshot!("planned_sari", sari.chat_since(then.0));
        assert_snapshot!("planned_eko", eko.chat_since(then.1));
    }
}

play_on_both! {
    /// Nobody comes: an hour later the clock says so, which nobody else can say, and the vehicle is free at once.
    async fn who_does_not_come_lets_the_vehicle_go(world) {
        let [sari, _, joko, eko] = opens(world).await;
        begins(&sari, "25-11-2026 08.00", "25-11-2026 12.00").await;
        chooses(&sari, "Bus 1").await;
        joko.taps("Setujui").await;
        assert!(!eko.sees_button("Tidak Datang"), "{}", eko.screen());
        world.waits_until("2026-11-25 08.59").await;
        assert_eq!(world.stands().await.0, "serahkan");
        world.waits_until("2026-11-25 09.00").await;
        assert_eq!(world.stands().await.0, "tidak-diambil");
        let held = world.counter().db.all_reserved().await.unwrap();
        assert_eq!(held.live, [], "{}", sari.screen());
    }
}

/// A request for a vehicle, sent by the office's own commands; the task at which it waits.
async fn asks(counter: &Counter, by: &Person, slot: [DateTime<Utc>; 2], vehicle: &str) -> TaskId {
    let zone = counter.office.zone;
    let said = slot.map(|at| at.with_timezone(&zone).format("%d-%m-%Y %H.%M").to_string());
    let mut page = command::begin(counter, by, &"pakai-kendaraan".into())
        .await
        .unwrap();
    for words in ["Kunjungan lapangan", &said[0], &said[1], vehicle] {
        let act = FormAct::Answer(Input::Text(words.to_owned()));
        page = command::fill(counter, by, page, act).await.unwrap();
    }
    let Sent::Request(request) = command::send(counter, by, page).await.unwrap() else {
        panic!("a request was sent");
    };
    let task = counter.db.open_task_of(request.id).await.unwrap();
    task.unwrap().id
}

play_on_both! {
    /// Many windows of one vehicle are promised in the same instant: whoever was first has it, and nobody gets a window
    /// that meets one that was promised. The database itself says the same.
    async fn two_never_have_one_vehicle_at_once(world) {
        let [sari, _, joko, _] = opens(world).await;
        let counter = world.counter();
        let (sari, joko) = (world.known(&sari).await, world.known(&joko).await);
        let morning = world.clock.now();
        let mut dice: u64 = 42;
        let mut below = |sides: i64| {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            i64::try_from(dice >> 33).unwrap() % sides
        };
        for day in 1..=4 {
            let mut tasks = Vec::new();
            for _ in 0..6 {
                let from = morning + TimeDelta::days(day) + TimeDelta::minutes(30 * below(12));
                let until = from + TimeDelta::minutes(60 + 30 * below(6));
                tasks.push(asks(&counter, &sari, [from, until], "Bus 1").await);
            }
            let yes = |task| {
                let (counter, joko) = (counter.clone(), joko.clone());
                tokio::spawn(async move {
                    let yes = OutcomeCode::new("setujui");
                    command::decide(&counter, &joko, task, |step| step.outcome(&yes)).await.map(drop)
                })
            };
            let said: Vec<_> = tasks.iter().map(|task| yes(*task)).collect();
            let mut refused = Vec::new();
            for (task, said) in tasks.iter().zip(said) {
                match said.await.unwrap() {
                    Ok(()) => {}
                    Err(Error::Refused(Refusal::Unfit {
                        unfit: Unfit::NameTaken { by: Taken::Booked { .. }, .. },
                        ..
                    })) => refused.push(*task),
                    Err(error) => panic!("{error}"),
                }
            }
            let live = counter.db.all_reserved().await.unwrap().live;
            let promised: Vec<(RequestId, Booking)> =
                live.iter().map(|held| (held.request, held.window.unwrap())).collect();
            for (place, (_, one)) in promised.iter().enumerate() {
                for (_, other) in &promised[place + 1..] {
                    assert!(!one.taken().overlaps(&other.taken()), "{one:?} meets {other:?}");
                }
            }
            assert!(!refused.is_empty(), "six windows in a morning meet");
            for task in refused {
                let task = counter.db.task(task).await.unwrap().unwrap();
                let request = counter.db.request(task.request).await.unwrap().unwrap();
                let procedure = counter.open_procedure(&"pakai-kendaraan".into()).unwrap().clone();
                let field = procedure.field(&"kendaraan".into()).unwrap();
                let answers = &request.state.answers;
                let wanted = field.window().unwrap().booking(|code| answers.get(code)).unwrap();
                let meets = |(_, held): &(RequestId, Booking)| held.taken().overlaps(&wanted.taken());
                assert!(promised.iter().any(meets), "{wanted:?} was free");
            }
        }
        // Whatever the program believes.
        let rows = migration::connect(&world.settings().database_url).await.unwrap();
        let twice = "INSERT INTO reservation (shelf, name, amount, request_id, agency, part, at, from_at, until) \
             SELECT shelf, name, amount, request_id, agency, part, at, from_at, until FROM reservation \
             WHERE released_at IS NULL AND from_at IS NOT NULL LIMIT 1";
        let refused = sea_orm::ConnectionTrait::execute_unprepared(&rows, twice).await.unwrap_err();
        assert!(refused.to_string().contains("reserved for two at once"), "{refused}");
        rows.close().await.unwrap();
    }
}
