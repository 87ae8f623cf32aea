//! A procedure changes while requests are under way: each keeps the version it was opened with.

use std::{fs, path::Path};

use domain::id::AccountId;
use sea_orm::{ConnectionTrait, Statement};
use tests::{
    World, cast, play, play_on_both,
    stage::hosting::{Office, submit},
};

use crate::people::RINA;

/// The shipped files, one of them as another version with changes.
pub(crate) fn changed(folder: &Path, code: &str, version: u32, changes: &[(&str, &str)]) {
    let shipped = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../domain/procedures"));
    for file in fs::read_dir(shipped).unwrap() {
        let file = file.unwrap().path();
        let there = folder.join(file.file_name().unwrap());
        if file.extension().is_some_and(|it| it == "toml") && !there.exists() {
            fs::copy(&file, there).unwrap();
        }
    }
    let file = format!("{code}.toml");
    let text = fs::read_to_string(shipped.join(&file)).unwrap();
    let lines = text
        .lines()
        .map(|line| match line.strip_prefix("version = ") {
            Some(_) => format!("version = {version}\n"),
            None => format!("{line}\n"),
        });
    let mut text: String = lines.collect();
    for (old, new) in changes {
        assert!(text.contains(old), "the file has no {old}");
        text = text.replacen(old, new, 1);
    }
    fs::write(folder.join(file), text).unwrap();
}

/// The shipped files, that for hosting in its next version.
fn hosting(folder: &Path, changes: &[(&str, &str)]) {
    changed(folder, "hosting", SHIPPED + 1, changes);
}

/// The version of hosting that is shipped.
const SHIPPED: u32 = 13;
const HOSTING: &str = "code = 'hosting'";

/// Another label at the first desk, and helpdesk's record before the coordinator is left out.
const SECOND: [(&str, &str); 2] = [
    (
        "label = { id = \"Disposisikan\", en = \"Pass On\" }",
        "label = { id = \"Teruskan ke Kabid\", en = \"Pass On\" }",
    ),
    ("to = \"verifikasi\"", "to = \"catat\""),
];

pub(crate) async fn restart_with(world: &World, folder: &Path) {
    let folder = folder.to_owned();
    world
        .restart_with(|settings| settings.procedures = Some(folder))
        .await;
}

play_on_both! {
    /// What is under way goes on by the old file, what comes after it by the new one.
    async fn running_requests_keep_their_version(world) {
        let folder = tempfile::tempdir().unwrap();
        let Office { sari, hana, arif, dewi, rudi, .. } = Office::opens(world).await;
        submit(&sari).await;

        hosting(folder.path(), &SECOND);
        restart_with(world, folder.path()).await;
        arif.taps("Disposisikan").await;
        dewi.taps("Disposisikan").await;
        assert!(rudi.sees_button("Lengkap, Disposisikan"), "the old way leads to the coordinator");
        assert!(!hana.sees_button("Catat & Teruskan"));

        submit(&sari).await;
        assert!(!arif.sees_button("Disposisikan"), "the new file has another word for it");
        arif.taps("Teruskan ke Kabid").await;
        dewi.taps("Disposisikan").await;
        assert!(hana.sees_button("Catat & Teruskan"), "the new way leads to helpdesk at once");
        rudi.taps("Lengkap, Disposisikan").await;

        let db = world.counter().db;
        for (id, version) in [(1, SHIPPED), (2, SHIPPED + 1)] {
            let request = db.request(domain::id::RequestId(id)).await.unwrap().unwrap();
            assert_eq!(request.procedure_version, version, "{}", request.ticket);
        }
    }
}

play! {
    /// A half-filled form goes on with the questions it began with.
    async fn a_draft_keeps_its_version(world) {
        let folder = tempfile::tempdir().unwrap();
        let Office { sari, .. } = Office::opens(world).await;
        sari.says("/ajukan").await;
        sari.taps("Hosting Website/Aplikasi").await;

        let question = ("Apa nama website atau aplikasinya?", "Apa namanya?");
        hosting(folder.path(), &[question]);
        restart_with(world, folder.path()).await;
        sari.taps("Website").await;
        assert!(sari.last().contains(question.0), "{}", sari.last());
    }
}

play! {
    /// The bot does not start with a file that changed without a higher version, and says which.
    async fn a_change_needs_a_higher_version(world) {
        let folder = tempfile::tempdir().unwrap();
        changed(folder.path(), "hosting", SHIPPED, &SECOND[..1]);
        world.kill_bot().await;
        let mut settings = world.settings();
        settings.procedures = Some(folder.path().to_owned());
        let refused = bot::start(settings).await.err().expect("the bot does not start");
        let said = format!("{refused:#}");
        let still = format!("still says version {SHIPPED}");
        let next = format!("`version = {}`", SHIPPED + 1);
        for word in ["hosting.toml", &still, &next] {
            assert!(said.contains(word), "{said}");
        }
        world.start_bot().await;
    }
}

/// Another program has become stricter, or the row was spoiled: the version in which requests were opened no longer
/// reads. Returns what it was.
async fn spoil(world: &World) -> String {
    let db = migration::connect(&world.settings().database_url)
        .await
        .unwrap();
    let asked =
        format!("SELECT source FROM procedure_version WHERE {HOSTING} AND version = {SHIPPED}");
    let asked = Statement::from_string(db.get_database_backend(), asked);
    let row = db.query_one_raw(asked).await.unwrap().unwrap();
    let spoiled = format!(
        "UPDATE procedure_version SET source = 'code = [' WHERE {HOSTING} AND version = {SHIPPED}"
    );
    db.close().await.unwrap();
    world.runs(&spoiled).await;
    row.try_get("", "source").unwrap()
}

async fn mend(world: &World, source: &str) {
    let source = source.replace('\'', "''");
    let mended = format!(
        "UPDATE procedure_version SET source = '{source}' WHERE {HOSTING} AND version = {SHIPPED}"
    );
    world.runs(&mended).await;
}

play_on_both! {
    /// A version that no longer reads keeps nobody from anything else: the counter opens, whoever touches what is
    /// under it is told so, people leave, new requests go their way, and what the old ones hold is kept until a
    /// program reads it again.
    async fn a_version_that_no_longer_reads_holds_up_nobody_else(world) {
        const LOST: &str = "tidak terbaca oleh Loket";
        world.asked.log.brings_about("a stored version of a procedure no longer reads");
        let folder = tempfile::tempdir().unwrap();
        let Office { sari, hana, arif, dewi, rudi, .. } = Office::opens(world).await;
        let yudi = world.person(cast::YUDI).await;
        let putri = world.person(cast::PUTRI).await;
        submit(&sari).await;
        submit(&putri).await;
        arif.taps("Kembalikan untuk Dilengkapi").await;
        arif.taps("Nama website/aplikasi").await;
        arif.taps("Selesai Memilih").await;
        arif.says("Mohon tulis nama resmi aplikasinya.").await;
        arif.taps("Kembalikan untuk Dilengkapi").await;
        yudi.says("/ajukan").await;
        yudi.taps("Hosting Website/Aplikasi").await;
        let old = arif.button("Disposisikan");

        hosting(folder.path(), &SECOND);
        let source = spoil(world).await;
        restart_with(world, folder.path()).await;
        arif.taps_old(&old).await;
        assert!(arif.toast().contains(LOST), "{}", arif.toast());
        sari.taps("Riwayat").await;
        assert!(sari.toast().contains(LOST), "{}", sari.toast());
        yudi.says("Portal").await;
        assert!(yudi.last().contains(LOST), "{}", yudi.last());
        yudi.says("Portal").await;
        assert!(!yudi.last().contains(LOST), "only once: {}", yudi.last());
        for official in [&arif, &hana, &dewi] {
            official.says("/tugas").await;
            official.says("/start").await;
            assert!(!official.last().contains("terganggu"), "{}", official.last());
        }
        hana.says("/permohonan").await;
        assert!(!hana.last().contains("terganggu"), "{}", hana.last());
        domain::command::clock::calendar_changed(&world.counter()).await.unwrap();
        world.time_passes(chrono::TimeDelta::days(3));
        world.settle().await;

        submit(&yudi).await;
        arif.taps("Teruskan ke Kabid").await;
        assert!(dewi.sees_button("Disposisikan"), "what is new goes its way");
        for (name, toast) in [("Putri", false), ("Sari", false), ("Arif", false)] {
            hana.says("/orang").await;
            hana.taps(if name == "Arif" { "Pegawai" } else { "Semua Orang" }).await;
            hana.taps(name).await;
            hana.taps("Keluar").await;
            hana.taps("Ya, Lanjutkan").await;
            assert_eq!(hana.toast().contains("terganggu"), toast, "{}", hana.screen());
        }
        for gone in [&putri, &sari, &arif] {
            assert!(world.counter().db.person_of(AccountId(gone.user.0)).await.unwrap().is_none());
        }
        let rina = world.person(RINA).await;

        mend(world, &source).await;
        restart_with(world, folder.path()).await;
        let _ = rudi;
        let db = world.counter().db;
        let heir = world.known(&rina).await.id;
        let mut requests = world.requests().await;
        requests.retain(|request| request.agency.as_str() == "dinsos");
        assert_eq!(requests[0].applicant, heir);
        let task = db.open_task_of(requests[0].id).await.unwrap().unwrap();
        assert!(task.assigned.is_none_or(|it| it == heir), "{task:?}");
    }
}

play_on_both! {
    /// A file from before `rests` and `exact` means what it meant, also where nobody has changed it; its next version says
    /// what it means itself.
    async fn an_old_file_means_what_it_meant(world) {
        const RESTS: &str = "rests = [\"masuk-baru\", \"rencana-masuk\"]\n";
        let folder = tempfile::tempdir().unwrap();
        let old = [(RESTS, ""), ("exact = true, ", "")];
        let arrives = async |version| {
            let counter = world.counter();
            let procedure = counter.procedure(&"datacenter-visit".into(), version).await.unwrap();
            let step = procedure.step(&"tiba".into()).unwrap();
            (step.rests.len(), step.alone.as_ref().unwrap().exact)
        };
        changed(folder.path(), "datacenter-visit", 100, &old);
        restart_with(world, folder.path()).await;
        assert_eq!(arrives(100).await, (0, false), "a file of today says what it means");

        world.runs("DELETE FROM mark WHERE name = 'rests'").await;
        restart_with(world, folder.path()).await;
        assert_eq!(arrives(100).await, (2, true), "one that was there before");

        changed(folder.path(), "datacenter-visit", 101, &old);
        restart_with(world, folder.path()).await;
        assert_eq!(arrives(100).await, (2, true));
        assert_eq!(arrives(101).await, (0, false));
    }
}
