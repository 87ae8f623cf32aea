//! A situation in which there is more to do than at the beginning, and what those can do who could not before.

use chrono::{NaiveDate, TimeDelta};
use domain::{
    calendar::{DayKind, DayOff, import::Imported},
    command::{self, calendar, decide_in_a_row, recall, trust},
    id::{IssuedId, MandateId},
};
use tests::{
    Engine, Player, World, cast,
    stage::{Role, hosting},
};

use super::super::{
    Actor, Situation,
    commands::{Later, Things, Try, commands},
};

type Doing = (&'static str, &'static [&'static str], Try);

/// What can be done now, and by whom.
fn doings() -> [Doing; 5] {
    let doings: [(&str, Try); 5] = commands! {
        "open what silence ended" => |c, by, t| command::reopen(c, by, &later(t).silent);
        "take back what has passed" => |c, by, t| recall(c, by, &later(t).passed);
        "decide two consecutive steps" => |c, by, t| decide_in_a_row(c, by, later(t).first_of_two, 2);
        "save a list of days off" => |c, by, t| calendar::save_import(c, by, &later(t).list);
        "say that the date is right" => |c, by, t| trust::date_is_right(c, by, later(t).day);
    };
    let [reopen, recalled, row, list, date] = doings;
    [
        (reopen.0, &["Sari", "Rina"], reopen.1),
        (recalled.0, &["Arif"], recalled.1),
        (row.0, &["Dewi"], row.1),
        (list.0, &["Ade"], list.1),
        (date.0, &["Ade"], date.1),
    ]
}

pub(super) fn allowed(actor: &str) -> Vec<(&'static str, Try)> {
    let theirs = doings()
        .into_iter()
        .filter(|(_, who, _)| who.contains(&actor));
    theirs.map(|(name, _, attempt)| (name, attempt)).collect()
}

fn later(things: &Things) -> &Later {
    things.later.as_ref().unwrap()
}

async fn days_pass(world: &World, days: u32) {
    for _ in 0..days {
        world.time_passes(TimeDelta::days(1));
        world.settle().await;
    }
}

/// The coordinator asks for a better letter, and nobody answers.
async fn falls_silent(world: &World, rudi: &Player) {
    rudi.taps("Minta Dilengkapi").await;
    rudi.taps("Surat permintaan").await;
    rudi.taps("Selesai Memilih").await;
    rudi.taps("Surat belum ditandatangani").await;
    rudi.taps("Minta Dilengkapi").await;
    days_pass(world, 21).await;
}

async fn submit(by: &Player, name: &str) {
    hosting::fill_in_as(by, name).await;
    by.taps("Kirim Permohonan").await;
}

async fn gives_post(hana: &Player, to: &str, post: &str) {
    hana.says("/orang").await;
    hana.taps("Pegawai").await;
    hana.taps(to).await;
    hana.taps("Beri Jabatan").await;
    hana.taps(post).await;
    hana.taps("Ya, Lanjutkan").await;
}

pub(super) async fn situation(engine: Engine) -> (Situation, Things) {
    let world = World::open(engine).await;
    let rina = Role {
        name: "Rina",
        ..cast::SARI
    };
    let people = [
        (cast::SARI, "the applicant"),
        (rina, "another contact person of the same agency"),
        (cast::HANA, "helpdesk"),
        (cast::ADE, "the administrator"),
        (cast::ARIF, "the head, whose first disposition passes"),
        (cast::DEWI, "head of division and coordinator"),
        (cast::RUDI, "a coordinator"),
        (cast::LINA, "section-applications"),
        (cast::TONI, "technical-team"),
    ];
    let mut actors = Vec::new();
    for (person, who) in people {
        let player = world.person(person).await;
        let name = person.name;
        actors.push(Actor { name, who, player });
    }
    let player = |name: &str| &actors.iter().find(|it| it.name == name).unwrap().player;
    let (sari, arif, dewi) = (player("Sari"), player("Arif"), player("Dewi"));
    submit(sari, "Satu").await;
    arif.taps("Disposisikan").await;
    dewi.taps("Disposisikan").await;
    falls_silent(&world, player("Rudi")).await;
    gives_post(player("Hana"), "Dewi", "Koordinator").await;
    arif.says("/orang").await;
    arif.taps("Jabatan & Pengganti Saya").await;
    arif.taps("Limpahkan Disposisi Pertama").await;
    arif.says("800/45/KOMINFO/2026").await;
    arif.taps("Simpan").await;
    submit(sari, "Dua").await;
    submit(sari, "Tiga").await;
    let situation = Situation { world, actors };
    let counter = situation.world.counter();
    let requests = situation.world.requests().await;
    let [silent, passed, row] = &requests[..] else {
        panic!("three requests: {requests:?}");
    };
    assert!(silent.ended().is_some(), "{silent:?}");
    let open = counter.db.open_task_of(row.id).await.unwrap().unwrap();
    let ade = situation.person(&counter, "Ade").await;
    let day = NaiveDate::from_ymd_opt(2026, 12, 31).unwrap();
    let off = DayOff {
        day,
        name: "Hari jadi kota".to_owned(),
        kind: DayKind::Local,
        source: String::new(),
        expected: false,
    };
    let days = Imported {
        days: vec![off],
        ..Imported::default()
    };
    let list = calendar::keep_import(&counter, &ade, &days).await.unwrap();
    let later = Later {
        silent: silent.token.clone(),
        passed: passed.token.clone(),
        first_of_two: open.id,
        list,
        day: counter.today(),
    };
    asks_about_the_date(&situation.world).await;
    let id = async |name: &str| situation.person(&counter, name).await.id;
    let things = Things {
        token: passed.token.clone(),
        task: open.id,
        disposition: open.id,
        mandate: MandateId(0),
        rudi: id("Rudi").await,
        wati: id("Rina").await,
        toni: id("Toni").await,
        yudi: id("Sari").await,
        arif: id("Arif").await,
        lina: id("Lina").await,
        group: id("Ade").await,
        receipt: IssuedId(0),
        survey: String::new(),
        later: Some(later),
    };
    (situation, things)
}

/// As if the clock had jumped to the moment at which it stands.
async fn asks_about_the_date(world: &World) {
    let asked = world.clock.now().format("%Y-%m-%d %H:%M:%S+00:00");
    let asked = format!("INSERT INTO mark (name, at) VALUES ('date-asked', '{asked}')");
    world.runs(&asked).await;
}
