//! A decision that can be taken back for some time by whoever made it. An act takes a minute on the stage, so these
//! offices hold decisions for longer than twenty seconds where somebody acts meanwhile.

use chrono::TimeDelta;
use domain::{
    Error, Refusal,
    command::{
        self,
        people::{PeopleAct, carry_out},
    },
};
use insta::assert_snapshot;
use sea_orm::{ConnectionTrait, Statement};
use tests::{
    Engine, Player, World, cast, play, play_on_both,
    stage::{
        colocation,
        hosting::{Office, submit, submit_to_analysis},
        office_file::with_hold,
        outside,
    },
};

/// Long enough for four acts.
const LONG: u32 = 300;

/// So much time passes, and what happens by itself until then has happened.
async fn seconds_pass(world: &World, seconds: i64) {
    world.time_passes(TimeDelta::seconds(seconds));
    world.settle().await;
}

/// Where the request stands, by the code of its step.
async fn step(world: &World) -> String {
    world.stands().await.0
}

/// How many events the only request has.
async fn events(world: &World) -> i64 {
    world.stands().await.1
}

/// A request lies at a step that two coordinators may decide.
async fn two_coordinators(world: &World) -> (Office, Player) {
    let office = Office::opens(world).await;
    let wati = world.person(cast::WATI).await;
    submit(&office.sari).await;
    office.arif.taps("Disposisikan").await;
    office.dewi.taps("Disposisikan").await;
    (office, wati)
}

play_on_both! {
    /// Until the time is over nobody knows of it, and taking it back leaves nothing behind. Then it is recorded as if it
    /// had been tapped at that moment.
    async fn a_decision_is_taken_back(world) {
        let Office { sari, arif, dewi, .. } = Office::opens(world).await;
        submit(&sari).await;
        let _folder = with_hold(world, LONG).await;
        let (then, others) = (arif.now(), (sari.now(), dewi.now()));
        arif.taps("Disposisikan").await;
        assert_eq!(arif.toast(), "Tercatat dalam 300 detik. Ketuk Batalkan di kartunya bila keliru.");
        assert!(!arif.sees_button("Disposisikan"), "{}", arif.screen());
        arif.taps("Batalkan").await;
        assert!(arif.sees_button("Disposisikan") && !arif.sees_button("Batalkan"), "{}", arif.screen());
        seconds_pass(world, 600).await;
        assert_eq!((step(world).await.as_str(), events(world).await), ("disposisi-kadis", 1));
        assert_eq!((sari.chat_since(others.0), dewi.chat_since(others.1)), (String::new(), String::new()));
        assert!(world.drafts(&arif).await.is_empty());

        arif.taps("Disposisikan").await;
        seconds_pass(world, 299).await;
        assert_eq!((events(world).await, dewi.chat_since(others.1)), (1, String::new()));
        seconds_pass(world, 1).await;
        assert_eq!((step(world).await.as_str(), events(world).await), ("disposisi-kabid", 2));
        assert!(dewi.sees_button("Disposisikan"), "{}", dewi.screen());
        assert_snapshot!("a_decision_taken_back", arif.chat_since(then));
        assert!(world.drafts(&arif).await.is_empty());
    }
}

play_on_both! {
    /// It is recorded at its second, also where the bot dies meanwhile, and once.
    async fn a_held_decision_outlives_the_bot(world) {
        let Office { sari, arif, dewi, .. } = Office::opens(world).await;
        submit(&sari).await;
        let _folder = with_hold(world, 20).await;
        arif.taps("Disposisikan").await;
        world.restart_bot().await;
        assert_eq!(events(world).await, 1);
        seconds_pass(world, 19).await;
        assert_eq!(events(world).await, 1);
        seconds_pass(world, 1).await;
        assert_eq!(events(world).await, 2);
        dewi.taps("Disposisikan").await;
        world.kill_bot().await;
        world.time_passes(TimeDelta::days(3));
        world.start_bot().await;
        assert_eq!((step(world).await.as_str(), events(world).await), ("verifikasi", 3));
        seconds_pass(world, 3_600).await;
        assert_eq!(events(world).await, 3);
    }
}

play_on_both! {
    /// Of two who decide within that time, the one who tapped first is recorded, and the other is told who it was.
    async fn of_two_who_decide_the_first_that_is_recorded_counts(world) {
        let (office, wati) = two_coordinators(world).await;
        let _folder = with_hold(world, LONG).await;
        office.rudi.taps("Lengkap, Disposisikan").await;
        let then = wati.now();
        wati.taps("Lengkap, Disposisikan").await;
        seconds_pass(world, 600).await;
        assert_eq!(step(world).await, "catat");
        assert_snapshot!("a_colleague_was_faster", wati.chat_since(then));
        assert_eq!(office.rudi.messages_with("Tidak tercatat"), 0);
        assert!(world.drafts(&wati).await.is_empty());
    }
}

play! {
    /// A form is sent from its review, so it is recorded at once and counts before a decision that is still held.
    async fn what_was_looked_over_is_recorded_at_once(world) {
        let (office, wati) = two_coordinators(world).await;
        let _folder = with_hold(world, 600).await;
        office.rudi.taps("Lengkap, Disposisikan").await;
        wati.taps("Minta Dilengkapi").await;
        wati.taps("Nama domain diminta").await;
        wati.taps("Selesai Memilih").await;
        wati.taps("Surat belum ditandatangani").await;
        wati.taps("Minta Dilengkapi").await;
        assert_eq!(step(world).await, "lengkapi");
        seconds_pass(world, 600).await;
        assert_eq!(step(world).await, "lengkapi");
        assert_eq!(office.rudi.messages_with("Tidak tercatat: Lengkap, Disposisikan"), 1);
    }
}

play! {
    /// Who taps twice has decided once; another decision waits until the first is taken back; an undo that comes too late
    /// says what stands.
    async fn one_decision_is_held_at_a_time(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        submit(&sari).await;
        let _folder = with_hold(world, LONG).await;
        let (yes, back) = (arif.button("Disposisikan"), arif.button("Kembalikan untuk Dilengkapi"));
        arif.taps_old(&yes).await;
        arif.taps_old(&yes).await;
        assert!(arif.toast().starts_with("Tercatat dalam"), "{}", arif.toast());
        arif.taps_old(&back).await;
        assert!(arif.toast().contains("Ketuk Batalkan"), "{}", arif.toast());
        assert_eq!(world.drafts(&arif).await.len(), 1);
        let undo = arif.button("Batalkan");
        arif.taps_old(&undo).await;
        arif.taps_old(&undo).await;
        arif.taps("Kembalikan untuk Dilengkapi").await;
        assert!(arif.last().contains("Kembalikan untuk Dilengkapi"), "{}", arif.last());
        arif.taps("Batal").await;
        arif.taps_old(&yes).await;
        seconds_pass(world, 600).await;
        assert_eq!(step(world).await, "disposisi-kabid");
        arif.taps_old(&undo).await;
        assert!(arif.toast().contains("Sudah Bapak/Ibu selesaikan"), "{}", arif.toast());
    }
}

play! {
    /// A step to which nothing is entered can be taken back as well, from its form and from its card.
    async fn a_form_that_is_passed_over_is_held(world) {
        let office = Office::opens(world).await;
        let Office { sari, arif, dewi, rudi, hana, .. } = &office;
        submit(sari).await;
        arif.taps("Disposisikan").await;
        dewi.taps("Disposisikan").await;
        rudi.taps("Lengkap, Disposisikan").await;
        let _folder = with_hold(world, LONG).await;
        let then = hana.now();
        hana.taps("Catat + Nomor/Petugas").await;
        hana.taps("Lewati").await;
        hana.taps("Lewati").await;
        let undo = hana.button("Batalkan");
        hana.taps("Batalkan").await;
        assert!(hana.sees_button("Catat + Nomor/Petugas"), "{}", hana.screen());
        hana.taps("Catat + Nomor/Petugas").await;
        hana.taps("Lewati").await;
        hana.taps("Lewati").await;
        assert_snapshot!("a_form_passed_over", hana.chat_since(then));
        seconds_pass(world, 600).await;
        assert_eq!(step(world).await, "analisis");
        hana.taps_old(&undo).await;
        assert_eq!(step(world).await, "analisis");
    }
}

play_on_both! {
    /// Two consecutive steps in one go are taken back in one go, and recorded one by one.
    async fn steps_in_a_row_are_held_together(world) {
        let office = Office::opens(world).await;
        let Office { sari, arif, dewi, hana, .. } = &office;
        hana.says("/orang").await;
        hana.taps("Pegawai").await;
        hana.taps("Dewi").await;
        hana.taps("Beri Jabatan").await;
        hana.taps("Koordinator").await;
        hana.taps("Ya, Lanjutkan").await;
        submit(sari).await;
        arif.taps("Disposisikan").await;
        let _folder = with_hold(world, LONG).await;
        dewi.taps("2 Langkah Sekaligus").await;
        assert!(dewi.screen().contains("⏳ Disposisikan + Lengkap, Disposisikan"), "{}", dewi.screen());
        dewi.taps("Batalkan").await;
        assert_eq!(step(world).await, "disposisi-kabid");
        dewi.taps("2 Langkah Sekaligus").await;
        seconds_pass(world, 300).await;
        assert_eq!((step(world).await.as_str(), events(world).await), ("catat", 4));
    }
}

play_on_both! {
    /// What has been decided and not recorded ends with the right to decide, and whoever decided it is told.
    async fn a_held_decision_ends_with_the_right(world) {
        let (office, wati) = two_coordinators(world).await;
        let hana = &office.hana;
        let _folder = with_hold(world, LONG).await;
        wati.taps("Lengkap, Disposisikan").await;
        let (person, by) = (world.known(&wati).await.id, world.known(hana).await);
        let role = "coordinator".into();
        let then = wati.now();
        carry_out(&world.counter(), &by, &PeopleAct::Take { person, role }).await.unwrap();
        assert!(world.drafts(&wati).await.is_empty());
        seconds_pass(world, 600).await;
        assert_eq!(step(world).await, "verifikasi");
        assert_eq!(wati.messages_with("Tidak tercatat: Lengkap, Disposisikan"), 1);
        assert!(wati.chat_since(then).contains("hanya untuk Koordinator"), "{}", wati.chat_since(then));
        assert!(!wati.chat_since(then).contains("putuskan kembali"), "{}", wati.chat_since(then));
        office.rudi.taps("Lengkap, Disposisikan").await;
        seconds_pass(world, 600).await;
        assert_eq!(step(world).await, "catat");
    }
}

play_on_both! {
    /// So does what someone has decided for the agency that they leave.
    async fn a_held_answer_ends_with_the_agency(world) {
        let office = colocation::Office::opens(world).await;
        office.prepares_one().await;
        office.dewi.taps("Setujui").await;
        colocation::install(&office.eko).await;
        let ade = world.person(cast::ADE).await;
        let (sari, before) = (&office.sari, step(world).await);
        let _folder = with_hold(world, LONG).await;
        sari.taps("Sesuai, Kami Terima").await;
        assert_eq!(world.drafts(sari).await.len(), 1);
        let (person, by) = (world.known(sari).await.id, world.known(&ade).await);
        let agency = "dinkes".into();
        carry_out(&world.counter(), &by, &PeopleAct::Move { person, agency }).await.unwrap();
        seconds_pass(world, 600).await;
        assert_eq!(step(world).await, before);
        assert_eq!(sari.messages_with("Tidak tercatat: Sesuai, Kami Terima"), 1);
    }
}

play! {
    /// The same in English; a request that is withdrawn meanwhile is not decided, and what was decided is said to be for
    /// nothing.
    async fn a_decision_is_taken_back_in_english(world) {
        let sari = world.person(cast::SARI).await;
        let arif = world.person_speaking(cast::ARIF, "en").await;
        submit(&sari).await;
        let _folder = with_hold(world, LONG).await;
        let then = arif.now();
        arif.taps("Pass On").await;
        arif.taps("Undo").await;
        arif.taps("Pass On").await;
        sari.taps("Tarik Permohonan").await;
        sari.taps("Ya, Tarik").await;
        seconds_pass(world, 600).await;
        assert_snapshot!("a_decision_taken_back_in_english", arif.chat_since(then));
    }
}

play! {
    /// A clock that may be wrong ends nothing by itself, but what somebody has decided is no such thing.
    async fn a_date_that_may_be_wrong_holds_up_no_decision(world) {
        world.asked.log.brings_about("the date may be wrong");
        let Office { sari, arif, .. } = Office::opens(world).await;
        let _ade = world.person(cast::ADE).await;
        submit(&sari).await;
        let _folder = with_hold(world, LONG).await;
        world.clock.advance(TimeDelta::days(5 * 365));
        world.settle().await;
        world.restart_bot().await;
        arif.taps("Disposisikan").await;
        seconds_pass(world, 300).await;
        assert_eq!(step(world).await, "disposisi-kabid");
    }
}

play! {
    /// Where an office records at once, what was held before is recorded when the bot is started.
    async fn an_office_stops_holding(world) {
        let office = Office::opens(world).await;
        submit_to_analysis(&office).await;
        office.toni.taps("Dapat dilaksanakan").await;
        office.toni.says("Kapasitas server mencukupi.").await;
        office.toni.taps("Kirim ke Koordinator").await;
        let _folder = with_hold(world, LONG).await;
        let opinion = office.rudi.button("Teruskan dengan Pendapat");
        office.rudi.taps("Teruskan").await;
        assert!(office.rudi.sees_button("Batalkan"));
        let _at_once = with_hold(world, 0).await;
        // A form that is begun beside it is no reason to lose it.
        office.rudi.taps_old(&opinion).await;
        assert_eq!(world.drafts(&office.rudi).await.len(), 2);
        seconds_pass(world, 300).await;
        assert_eq!(step(world).await, "keputusan");
        office.dewi.taps("Setujui").await;
        assert_eq!(step(world).await, "laksanakan");
    }
}

/// What is recorded at the moment at which its maker takes it back by the form counts, and they are told so. Only
/// PostgreSQL lets both go on at once.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn what_is_recorded_at_this_moment_is_not_said_to_be_taken_back() {
    let Some(engine) = Engine::postgres().await else {
        return;
    };
    let world = World::open(engine).await;
    let Office { sari, arif, .. } = Office::opens(&world).await;
    submit(&sari).await;
    let _folder = with_hold(&world, LONG).await;
    arif.taps("Disposisikan").await;
    let (counter, by) = (world.counter(), world.known(&arif).await);
    let draft = world.drafts(&arif).await.remove(0);
    let (task, outcome) = draft.purpose.decides().unwrap();

    // The clock has its row, and has not recorded it yet.
    let tx = counter.db.begin().await.unwrap();
    let open = tx.lock_task(task).await.unwrap().unwrap();
    assert!(tx.drop_draft(draft.id).await.unwrap());
    let drops = tokio::spawn({
        let (counter, by, token) = (counter.clone(), by.clone(), draft.token.clone());
        async move { command::drop_draft(&counter, &by, &token).await }
    });
    let rows = migration::connect(&world.settings().database_url).await;
    let rows = rows.unwrap();
    let waits = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let waits = Statement::from_string(rows.get_database_backend(), waits);
    outside::found(async || rows.query_one_raw(waits.clone()).await.unwrap()).await;
    let procedure = counter.procedure_of(&open.request).await.unwrap();
    let with = (&*procedure, &*counter.office);
    let nothing = domain::procedure::Answers::new();
    let now = counter.now();
    let change = open
        .task
        .decide(open.request, with, &by, outcome, nothing, now);
    tx.record(&counter.office, change.unwrap()).await.unwrap();

    let refused = drops.await.unwrap().unwrap_err();
    let is_said = |refused: &Error| {
        matches!(
            refused,
            Error::Refused(Refusal::AlreadyDecided { by_you: true, .. })
        )
    };
    assert!(is_said(&refused), "{refused}");
    assert_eq!(step(&world).await, "disposisi-kabid");
    rows.close().await.unwrap();
    world.finish().await;
}
