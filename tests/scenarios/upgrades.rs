//! Databases of earlier programs, with requests half-way: each is brought up to date, and the office goes on where it stood.
//!
//! `upgraded/mNN.sql` are the rows of an office as a program left them whose newest migration was that one; the tables are
//! made by the migrations up to it, which never change (`migration/released.txt`). There is one for whichever program
//! could still be run when this was begun: none is older than `m20`.

use std::{collections::BTreeMap, fs, path::PathBuf};

use domain::{
    fingerprint::fingerprint,
    query::{Break, audit},
};
use migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, DbBackend};
use tests::{Engine, Player, World};

/// By the newest migration of the program that wrote it.
const OFFICES: [(&str, &str); 5] = [
    ("m20", include_str!("../upgraded/m20.sql")),
    ("m23", include_str!("../upgraded/m23.sql")),
    ("m29", include_str!("../upgraded/m29.sql")),
    ("m35", include_str!("../upgraded/m35.sql")),
    ("m41", include_str!("../upgraded/m41.sql")),
];
/// Who came in, in this order, under the accounts that the stage gives.
const PEOPLE: [&str; 4] = ["Ade", "Sari", "Hana", "Dewi"];

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/upgraded"))
}

/// The database that a program left: its tables, and its rows.
async fn left_by(
    engine: Engine,
    (newest, rows): (&str, &str),
    folder: &tempfile::TempDir,
) -> String {
    let address = engine.nothing(folder.path()).await;
    let db = migration::connect(&address).await.unwrap();
    let names = Migrator::migrations();
    let steps = names.iter().position(|it| it.name().starts_with(newest));
    let steps = u32::try_from(steps.unwrap()).unwrap() + 1;
    Migrator::up(&db, Some(steps)).await.unwrap();
    // Rows stand by table, and refer to each other.
    let (any_order, back) = match db.get_database_backend() {
        DbBackend::Sqlite => ("PRAGMA foreign_keys = OFF", "PRAGMA foreign_keys = ON"),
        _ => (
            "SET session_replication_role = replica",
            "SET session_replication_role = origin",
        ),
    };
    for sql in [any_order, rows, back] {
        db.execute_unprepared(sql).await.unwrap();
    }
    if db.get_database_backend() == DbBackend::Postgres {
        db.execute_unprepared(NUMBERS_GO_ON).await.unwrap();
    }
    db.close().await.unwrap();
    address
}

/// Rows that were put in with their numbers count; and where the chain ends, which SQLite reads from the chain itself.
const NUMBERS_GO_ON: &str = "DO $$ DECLARE it record; newest bigint; BEGIN
    FOR it IN SELECT table_name FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name = 'id' AND pg_get_serial_sequence(table_name::text, 'id') IS NOT NULL
    LOOP
        EXECUTE format('SELECT max(id) FROM %I', it.table_name) INTO newest;
        IF newest IS NOT NULL THEN
            PERFORM setval(pg_get_serial_sequence(it.table_name::text, 'id'), newest);
        END IF;
    END LOOP;
    IF to_regclass('chain') IS NOT NULL THEN
        UPDATE chain SET (place, hash) = (SELECT place, hash FROM link ORDER BY place DESC LIMIT 1);
    END IF; END $$";

/// The office opens on what a program left, on the next morning.
async fn opens_on(engine: Engine, left: (&str, &str)) -> (World, [Player; 4], tempfile::TempDir) {
    let place = tempfile::tempdir().unwrap();
    let address = left_by(engine, left, &place).await;
    let world = World::with(engine, |_| {}).await;
    let people = PEOPLE.map(|name| world.stranger(name, "id"));
    // Only those to whom one has written can be written to.
    for person in &people {
        person.says("Halo").await;
    }
    world.becomes("2026-12-01 09.00");
    world
        .restart_with(|settings| {
            settings.database_url = address;
            settings.office = Some(folder().join("kantor-lama.toml"));
            settings.procedures = Some(place.path().join("sop"));
            fs::create_dir(place.path().join("sop")).unwrap();
            let file = "pinjam-alat.toml";
            fs::copy(folder().join(file), place.path().join("sop").join(file)).unwrap();
        })
        .await;
    (world, people, place)
}

/// All that waited goes on: what was sent back is corrected, what lies at a desk is decided, a half-filled form is sent, and
/// what was finished is found and checked.
async fn goes_on(engine: Engine, left: (&str, &str)) {
    let (world, [_, sari, hana, dewi], _place) = opens_on(engine, left).await;
    let found = audit(&world.counter(), None).await.unwrap();
    assert_eq!(found.breaks, Vec::<Break>::new(), "{}", left.0);
    world.history_folds_to_the_stored_state().await;

    dewi.says("/tugas").await;
    dewi.taps("PAL-2026-0003").await;
    dewi.taps("Izinkan").await;
    hana.says("/tugas").await;
    hana.taps("PAL-2026-0004").await;
    hana.taps("Teruskan").await;
    sari.says("/permohonan").await;
    sari.taps("PAL-2026-0002").await;
    sari.taps("Lengkapi Sekarang").await;
    sari.says("Siaran rapat kedua, diperbaiki").await;
    sari.taps("Kirim").await;
    sari.says("/menu").await;
    sari.taps("Lanjutkan Draf").await;
    sari.sends("surat.pdf", tests::papers::letter()).await;
    sari.taps("Kirim Permohonan").await;

    let stands: BTreeMap<_, _> = world
        .requests()
        .await
        .into_iter()
        .map(|it| (it.ticket.clone(), format!("{:?}", it.state.standing)))
        .collect();
    let expected = [
        ("PAL-2026-0001", "selesai"),
        ("PAL-2026-0002", "periksa"),
        ("PAL-2026-0003", "selesai"),
        ("PAL-2026-0004", "izin"),
        ("PAL-2026-0005", "periksa"),
    ];
    assert_eq!(stands.len(), expected.len(), "{stands:?}");
    for (ticket, at) in expected {
        assert!(
            stands[ticket].contains(at),
            "{}: {ticket}: {stands:?}",
            left.0
        );
    }
    let mut numbers = Vec::new();
    for request in world.requests().await {
        let issued = world.counter().db.issued_of(request.id).await.unwrap();
        numbers.extend(issued.into_iter().filter_map(|it| it.number));
    }
    let expected = ["500.12/001/Diskominfo/2026", "500.12/002/Diskominfo/2026"];
    assert_eq!(numbers, expected, "{}: the series goes on", left.0);
    // Not `finish`: the cards of that time are in no chat of this stage, so they are drawn anew.
    world.settle().await;
    world.history_folds_to_the_stored_state().await;
    world.stop_bot().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn every_earlier_office_goes_on_on_sqlite() {
    for left in OFFICES {
        Box::pin(goes_on(Engine::Sqlite, left)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn every_earlier_office_goes_on_on_postgres() {
    let Some(engine) = Engine::postgres().await else {
        return;
    };
    for left in OFFICES {
        Box::pin(goes_on(engine, left)).await;
    }
}

/// A migration that has landed never changes: databases know it by its name alone.
#[test]
fn no_migration_has_changed() {
    let home = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../migration"));
    let released = fs::read_to_string(home.join("released.txt")).unwrap();
    let lines = released.lines().filter(|it| !it.starts_with('#'));
    let mut released: BTreeMap<_, _> = lines.filter_map(|it| it.split_once(' ')).collect();
    let mut wrong = Vec::new();
    for migration in Migrator::migrations() {
        let name = migration.name().to_owned();
        let file = home.join("src").join(&name).with_extension("rs");
        let print = fingerprint(&fs::read(file).unwrap());
        if released.remove(name.as_str()) != Some(print.as_str()) {
            wrong.push(format!("{name} {print}"));
        }
    }
    assert_eq!(
        wrong,
        Vec::<String>::new(),
        "lines of migration/released.txt"
    );
    assert!(released.is_empty(), "{released:?}");
}
