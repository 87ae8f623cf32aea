//! What is kept, and for how long: years go by, and what tells of people goes with them.

use chrono::TimeDelta;
use domain::{command, id::AccountId, procedure::Answer, request::Event};
use sea_orm::{ConnectionTrait, Statement};
use tests::{
    Player, World, cast, papers, play_on_both,
    stage::{dump, hosting, visiting},
};

/// What Sari and her agency wrote into a request for hosting.
const WRITTEN: [&str; 6] = [
    "Rani Contoh",
    "6281200000000",
    "500.12/88/Dinsos/2026",
    "Menyajikan informasi",
    "surat.pdf",
    "Laravel",
];

/// Goes by, and the daily removal with it.
async fn years_pass(world: &World) {
    world.time_passes(TimeDelta::days(5 * 365 + 10));
    world.settle().await;
}

/// How many times something was removed, of all kinds.
async fn removals(world: &World) -> Vec<String> {
    let rows = dump::without(world, &["procedure_version"]).await;
    let noted = rows.lines().filter(|row| row.starts_with("removal:"));
    noted.map(str::to_owned).collect()
}

async fn sends_and_withdraws(who: &Player) {
    hosting::submit(who).await;
    who.taps("Tarik Permohonan").await;
    who.taps("Ya, Tarik").await;
}

/// The fingerprint of the newest letter.
async fn letter(world: &World) -> String {
    let request = world.requests().await.pop().unwrap();
    let mut papers = request.state.answers.papers();
    papers.next().unwrap().1.sha256.clone()
}

play_on_both! {
    /// Five years after its end a request keeps what was chosen and decided, and when; what was
    /// written is gone from every table, and its letter from the archive as soon as nobody needs it.
    async fn what_was_written_goes_and_what_was_decided_stays(world) {
        let sari = world.person(cast::SARI).await;
        let yudi = world.person(cast::YUDI).await;
        sends_and_withdraws(&sari).await;
        let letter = letter(world).await;
        let before = world.requests().await;
        let history = world.counter().db.history(before[0].id).await.unwrap();
        world.time_passes(TimeDelta::days(400));
        sends_and_withdraws(&yudi).await;

        world.time_passes(TimeDelta::days(5 * 365 - 395));
        world.settle().await;
        let [old, young] = <[_; 2]>::try_from(world.requests().await).unwrap();
        assert_eq!(old.state.reason, None);
        assert_eq!(old.state.standing, before[0].state.standing);
        assert_eq!(old.state.answers.get(&"jenis".into()), Some(&Answer::Choice("website".into())));
        assert_eq!(old.state.answers.get(&"pj-teknis-nama".into()), Some(&Answer::Removed));
        assert_eq!(young.state.answers.papers().count(), 1, "the younger one is whole");
        assert!(world.counter().archive.has(&letter).await.unwrap(), "it has the same letter");
        let left = world.counter().db.history(old.id).await.unwrap();
        let course = |history: &[domain::request::RecordedEvent]| -> Vec<_> {
            history.iter().map(|it| (it.seq, it.at, it.by, it.event.clone().redacted())).collect()
        };
        assert_eq!(course(&left), course(&history), "who did what when stays");
        assert!(matches!(left[0].event, Event::Opened { .. }));

        sari.says("/permohonan").await;
        sari.taps("HWA-2026-0001").await;
        sari.taps("Data").await;
        assert!(sari.last().contains("(dihapus sesuai masa simpan)"), "{}", sari.last());

        // The machine stops in the middle of it, and goes on.
        world.time_passes(TimeDelta::days(400));
        world.restart_bot().await;
        world.settle().await;
        let rows = dump::without(world, &["procedure_version"]).await;
        for written in WRITTEN {
            let found: Vec<_> = rows.lines().filter(|row| row.contains(written)).collect();
            assert!(found.is_empty(), "{written}: {found:#?}");
        }
        assert!(!world.counter().archive.has(&letter).await.unwrap(), "nobody needs it");

        let noted = removals(world).await;
        assert!(!noted.is_empty());
        assert_eq!(command::apply_retention(&world.counter()).await.unwrap(), command::Removed::default());
        assert_eq!(removals(world).await, noted, "a second run finds nothing");
    }
}

play_on_both! {
    /// A register says how many came and when, but no longer who.
    async fn the_register_of_visitors_forgets_who_came(world) {
        let office = visiting::Office::opens(world).await;
        visiting::book(&office.sari).await;
        office.allows().await;
        world.time_passes(TimeDelta::hours(23));
        visiting::let_in(&office.gita, &["DC-01", "DC-02"]).await;
        office.gita.taps("Kunjungan Selesai").await;
        office.gita.taps("Keluar, Badge Kembali").await;
        visiting::answer_on_leaving(&office.gita).await;
        office.gita.taps("Keluar, Badge Kembali").await;
        office.gita.taps("Arsipkan Formulir").await;
        let request = world.requests().await.pop().unwrap();
        assert!(request.ended().is_some(), "{}", office.gita.screen());

        years_pass(world).await;
        let rows = dump::without(world, &["procedure_version"]).await;
        for written in ["Rani Contoh", "Budi Contoh", "PT Contoh Data", "SN-CONTOH", "surat-tugas.pdf"] {
            let found: Vec<_> = rows.to_lowercase().lines()
                .filter(|row| row.contains(&written.to_lowercase())).map(str::to_owned).collect();
            assert!(found.is_empty(), "{written}: {found:#?}");
        }
        let [line] = <[_; 1]>::try_from(world.counter().db.lines_of(request.id).await.unwrap()).unwrap();
        assert_eq!(line.name, request.ticket);
        assert_eq!(line.cells["nama"].value, Answer::Removed);
        assert!(matches!(line.cells["masuk"].value, Answer::Moment(_)));
        office.gita.says("/register").await;
        office.gita.taps("Register Kunjungan").await;
        office.gita.taps(&request.ticket).await;
        assert!(office.gita.last().contains("(dihapus sesuai masa simpan)"), "{}", office.gita.last());
    }
}

play_on_both! {
    /// What is in use stays in the register, however old its request: the name still points there.
    async fn a_line_that_is_in_use_keeps_its_words(world) {
        let office = hosting::Office::opens(world).await;
        hosting::submit_to_analysis(&office).await;
        hosting::analyse(&office).await;
        let hosting::Office { sari, arif, .. } = &office;
        hosting::carry_out(&office).await;
        arif.taps("Laporan Diterima").await;
        let request = world.requests().await.pop().unwrap();
        assert!(request.ended().is_some(), "{}", sari.screen());

        years_pass(world).await;
        let lines = world.counter().db.lines_of(request.id).await.unwrap();
        let line = |register: &str| lines.iter().find(|line| line.register.as_str() == register).unwrap();
        assert_eq!(line("hosting").name, "Portal Bantuan Sosial");
        assert_eq!(line("agenda").cells["hal"].value, Answer::Removed);
        let request = world.requests().await.pop().unwrap();
        assert_eq!(request.state.answers.get(&"pj-teknis-nama".into()), Some(&Answer::Removed));
        sari.says("/data").await;
        assert!(sari.last().contains("Tidak ada jawaban yang diingat"), "{}", sari.last());
    }
}

play_on_both! {
    /// A form nobody goes on with is thrown away after ninety days, with the letter in it; one that is
    /// thrown away by hand at once.
    async fn half_filled_forms_are_thrown_away(world) {
        let sari = world.person(cast::SARI).await;
        hosting::fill_in(&sari).await;
        let draft = world.drafts(&sari).await.pop().unwrap();
        let letter = draft.filling.answers.papers().next().unwrap().1.sha256.clone();
        let archive = world.counter().archive;
        world.time_passes(TimeDelta::days(89));
        world.settle().await;
        assert_eq!(world.drafts(&sari).await.len(), 1);
        assert!(archive.has(&letter).await.unwrap());
        world.time_passes(TimeDelta::days(2));
        world.settle().await;
        assert!(world.drafts(&sari).await.is_empty());
        assert!(!archive.has(&letter).await.unwrap());
        sari.says("Rani").await;
        assert!(sari.sees_button("Ajukan Permohonan"), "{}", sari.last());

        hosting::fill_in(&sari).await;
        assert!(archive.has(&letter).await.unwrap(), "the same letter came in again");
        sari.taps("Batal").await;
        sari.taps("Hapus Isian").await;
        world.time_passes(TimeDelta::days(1));
        world.settle().await;
        assert!(!archive.has(&letter).await.unwrap());
    }
}

play_on_both! {
    /// A letter that was sent by mistake and replaced does not stay in the archive.
    async fn a_replaced_letter_leaves_the_archive(world) {
        let sari = world.person(cast::SARI).await;
        hosting::fill_in(&sari).await;
        let letter = |draft: &domain::draft::Draft| {
            draft.filling.answers.papers().next().unwrap().1.sha256.clone()
        };
        let wrong = letter(&world.drafts(&sari).await[0]);
        sari.taps("Ubah Isian").await;
        sari.taps("Surat permintaan").await;
        sari.sends("surat-benar.pdf", papers::large(2_000)).await;
        let right = letter(&world.drafts(&sari).await[0]);
        world.time_passes(TimeDelta::days(1));
        world.settle().await;
        let archive = world.counter().archive;
        assert!(!archive.has(&wrong).await.unwrap());
        assert!(archive.has(&right).await.unwrap());
        sari.taps("Kirim Permohonan").await;
        assert_eq!(world.requests().await.len(), 1);
    }
}

play_on_both! {
    /// Someone who has left, and of whose requests nothing is left, is a number. Whoever is still
    /// there keeps their name.
    async fn whoever_has_left_loses_the_name(world) {
        let sari = world.person(cast::SARI).await;
        let yudi = world.person(cast::YUDI).await;
        sends_and_withdraws(&sari).await;
        sends_and_withdraws(&yudi).await;
        let person = world.known(&sari).await;
        leaves(world, &sari).await;
        world.time_passes(TimeDelta::days(2));
        world.settle().await;
        let named = world.counter().db.person(person.id).await.unwrap().unwrap();
        assert_eq!(named.name, "Sari", "as long as her request is there");
        years_pass(world).await;
        let nameless = world.counter().db.person(person.id).await.unwrap().unwrap();
        assert_eq!((nameless.name.as_str(), nameless.agency), ("(dihapus)", None));
        assert_eq!(world.known(&yudi).await.name, "Yudi");
    }
}

/// What becomes of the row of someone who leaves.
async fn leaves(world: &World, who: &Player) {
    let id = world.known(who).await.id;
    let db = migration::connect(&world.settings().database_url)
        .await
        .unwrap();
    let sql = format!(
        "UPDATE person SET account = NULL WHERE id = {id}; DELETE FROM holding WHERE person_id = {id}"
    );
    db.execute_unprepared(&sql).await.unwrap();
    db.close().await.unwrap();
    let account = AccountId(who.user.0);
    assert!(
        world
            .counter()
            .db
            .person_of(account)
            .await
            .unwrap()
            .is_none()
    );
}

/// A number that the database is asked for as `n`.
async fn number(world: &World, question: String) -> i64 {
    let db = migration::connect(&world.settings().database_url).await;
    let db = db.unwrap();
    let asked = Statement::from_string(db.get_database_backend(), question);
    let found = db.query_one_raw(asked).await.unwrap().unwrap();
    db.close().await.unwrap();
    found.try_get("", "n").unwrap()
}

play_on_both! {
    /// What was told is forgotten after a month; what someone has missed waits for them, however long.
    async fn what_was_told_is_forgotten_and_what_was_missed_is_not(world) {
        world.asked.log.brings_about("bot was blocked by the user");
        let hosting::Office { sari, arif, .. } = hosting::Office::opens(world).await;
        hosting::submit(&sari).await;
        sari.does(tests::telegram::Telegram::blocks).await;
        arif.taps("Disposisikan").await;
        let last = number(world, "SELECT MAX(id) AS n FROM outbox".to_owned()).await;
        let old = async |failure| {
            let old = format!("SELECT COUNT(*) AS n FROM outbox WHERE id <= {last} AND failure IS {failure}");
            number(world, old).await
        };
        let missed = old("NOT NULL").await;
        assert!(missed > 0);

        world.time_passes(TimeDelta::days(29));
        world.settle().await;
        assert!(old("NULL").await > 0, "someone may still ask what they were told");
        world.time_passes(TimeDelta::days(2));
        world.settle().await;
        assert_eq!((old("NULL").await, old("NOT NULL").await), (0, missed));

        world.time_passes(TimeDelta::days(100));
        world.settle().await;
        assert!(!sari.screen().contains("Sedang di: Kepala Bidang"), "{}", sari.screen());
        sari.says("/start").await;
        assert!(sari.screen().contains("Sedang di: Kepala Bidang"), "{}", sari.screen());
        world.time_passes(TimeDelta::days(2));
        world.settle().await;
        assert_eq!(old("NOT NULL").await, 0, "nobody misses it any more");
    }
}

play_on_both! {
    /// A row that no longer reads holds up the removal of nothing else: the others go, it stays, and administrators hear
    /// of it. Once it reads again, it goes as well.
    async fn what_does_not_read_holds_up_nothing_else(world) {
        world.asked.log.brings_about("what is kept too long could not be removed");
        let sari = world.person(cast::SARI).await;
        let yudi = world.person(cast::YUDI).await;
        let ade = world.person(cast::ADE).await;
        sends_and_withdraws(&sari).await;
        sends_and_withdraws(&yudi).await;
        let rows = migration::connect(&world.settings().database_url).await.unwrap();
        let spoils = "CREATE TABLE kept AS SELECT * FROM event WHERE request_id = 1 AND seq = 1;
            UPDATE event SET body = '{\"kind\":\"dance\"}' WHERE request_id = 1 AND seq = 1";
        rows.execute_unprepared(spoils).await.unwrap();
        let removed = async || number(world, "SELECT COUNT(*) AS n FROM request WHERE removed_at IS NOT NULL".to_owned()).await;
        years_pass(world).await;
        assert_eq!(removed().await, 1, "the one behind it");
        assert_eq!(ade.messages_with("gagal dijalankan"), 1, "{}", ade.screen());

        let mends = "UPDATE event SET body = (SELECT body FROM kept) WHERE request_id = 1 AND seq = 1; DROP TABLE kept";
        rows.execute_unprepared(mends).await.unwrap();
        rows.close().await.unwrap();
        world.time_passes(TimeDelta::days(2));
        world.settle().await;
        assert_eq!(removed().await, 2);
    }
}
