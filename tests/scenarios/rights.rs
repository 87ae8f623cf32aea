//! Who may do what: every command, tried by everyone, in one table that a person can read. What the
//! table does not allow is refused.

mod commands;
mod late;
mod race;

use std::{
    fmt::Write,
    path::{Path, PathBuf},
};

use commands::{COMMANDS, Things};
use domain::{
    Counter, Error, Refusal, archive::Archive, id::AccountId, office::Office, person::Person,
    procedure::Catalogue, store::Db,
};
use insta::assert_snapshot;
use late::{Late, Lost, links};
use tests::{
    Engine, World, cast,
    stage::{Player, hosting},
};

/// Someone who tries everything.
struct Actor {
    /// Five letters at most, above a column.
    name: &'static str,
    who: &'static str,
    player: Player,
}

/// The survey that the applicant was asked.
const SURVEY: &str = "survey-of-sari";

/// The request waits for a coordinator. One coordinator is at work, one is away and has a deputy, one
/// was coordinator before.
struct Situation {
    world: World,
    actors: Vec<Actor>,
}

/// What the table says about an attempt: few letters. A plain no is a dot.
fn cell(tried: &Result<(), Error>) -> String {
    let refusal = match tried {
        Ok(()) => return "YES".to_owned(),
        Err(Error::Refused(refusal)) => refusal,
        Err(error) => return error.to_string(),
    };
    let word = match refusal {
        Refusal::OwnRequest => "own",
        Refusal::StoodIn { .. } => "away",
        Refusal::NotOneself => "self",
        Refusal::NotOffered => "one",
        Refusal::TooLateToRecall => "late",
        Refusal::NotReopened => "runs",
        Refusal::NoDeputyFor { .. } => "none",
        Refusal::NoChains => "chain",
        Refusal::DraftGone => "empty",
        Refusal::Stranger => "gone",
        Refusal::NotYours { .. }
        | Refusal::MayNotManage
        | Refusal::MayNotNumber
        | Refusal::MayNotSee
        | Refusal::MayNotSeeFigures
        | Refusal::MayNotReport
        | Refusal::MayNotRead { .. }
        | Refusal::MayNotOpen { .. }
        | Refusal::NotApplicant
        | Refusal::NotColleague
        | Refusal::NoSuchButton
        | Refusal::OnlyAdministrator
        | Refusal::OnlyHolder { .. } => "·",
        other => return format!("{other:?}"),
    };
    word.to_owned()
}

/// Everyone comes in, a request comes to the coordinators, and one of them is away.
async fn situation(engine: Engine) -> Situation {
    let world = World::open(engine).await;
    let mut actors = Vec::new();
    let rina = cast::Role {
        name: "Rina",
        ..cast::SARI
    };
    let budi = cast::Role {
        name: "Budi",
        ..cast::RUDI
    };
    let people = [
        (cast::SARI, "the applicant"),
        (rina, "another contact person of the same agency"),
        (cast::YUDI, "a contact person of another agency"),
        (cast::HANA, "helpdesk"),
        (cast::ADE, "the administrator"),
        (cast::ARIF, "the head (agency-head)"),
        (
            cast::DEWI,
            "the head of division (division-head), the coordinators' superior",
        ),
        (cast::RUDI, "a coordinator at work"),
        (cast::WATI, "a coordinator who is away"),
        (
            cast::BAYU,
            "the deputy of the coordinator who is away (section-security)",
        ),
        (budi, "a former coordinator"),
        (cast::TONI, "technical-team"),
        (cast::LINA, "section-applications"),
        (cast::NINA, "section-infrastructure"),
        (cast::JOKO, "section-network"),
        (cast::MAYA, "section-telematics"),
        (cast::EKO, "operator"),
        (cast::GITA, "datacenter-officer"),
    ];
    for (person, who) in people {
        let player = world.person(person).await;
        actors.push(Actor {
            name: person.name,
            who,
            player,
        });
    }
    let player = |name: &str| &actors.iter().find(|it| it.name == name).unwrap().player;
    hosting::submit(player("Sari")).await;
    player("Arif").taps("Disposisikan").await;
    player("Dewi").taps("Disposisikan").await;
    let ade = player("Ade");
    ade.says("/orang").await;
    ade.taps("Pegawai").await;
    ade.taps("Budi").await;
    ade.taps("Cabut Jabatan").await;
    ade.taps("Koordinator").await;
    ade.taps("Ya, Lanjutkan").await;
    ade.does(|telegram, ade| telegram.group("Koordinator", &[ade]))
        .await;
    hosting::fill_in_as(player("Sari"), "Bantuan").await;
    player("Sari").taps("Kirim Permohonan").await;
    // Two have filled in what they have not sent.
    hosting::fill_in_as(player("Rina"), "Sosial").await;
    let rudi = player("Rudi");
    rudi.taps("Minta Dilengkapi").await;
    rudi.taps("Surat permintaan").await;
    rudi.taps("Selesai Memilih").await;
    rudi.taps("Surat belum ditandatangani").await;
    let wati = player("Wati");
    wati.says("/orang").await;
    wati.taps("Jabatan & Pengganti Saya").await;
    wati.taps("Tunjuk Pengganti").await;
    wati.taps("Bayu").await;
    wati.taps("Plh.").await;
    wati.says("hari ini").await;
    wati.says("27-11-2026").await;
    wati.says("800/123/2026").await;
    wati.taps("Simpan").await;
    let asked = format!(
        "INSERT INTO survey (token, person_id, request_id, procedure, quarter, asks, behind, asked_at)
         SELECT '{SURVEY}', applicant_id, id, procedure, 8106, 'time', 0, opened_at FROM request WHERE ticket = 'HWA-2026-0001'"
    );
    world.runs(&asked).await;
    Situation { world, actors }
}

impl Situation {
    async fn person(&self, counter: &Counter, name: &str) -> Person {
        self.present(counter, name).await.unwrap()
    }

    /// Someone, if they are still there.
    async fn present(&self, counter: &Counter, name: &str) -> Option<Person> {
        let actor = self.actors.iter().find(|it| it.name == name).unwrap();
        let account = AccountId(actor.player.user.0);
        counter.db.person_of(account).await.unwrap()
    }

    async fn things(&self, counter: &Counter) -> Things {
        let requests = self.world.requests().await;
        let at = |step: &str| {
            let mut found = requests.iter();
            let step = step.into();
            found.find(|it| it.step() == Some(&step)).unwrap()
        };
        let request = at("verifikasi");
        let other = counter.db.open_task_of(at("disposisi-kadis").id).await;
        let wati = self.person(counter, "Wati").await;
        Things {
            token: request.token.clone(),
            task: counter
                .db
                .open_task_of(request.id)
                .await
                .unwrap()
                .unwrap()
                .id,
            disposition: other.unwrap().unwrap().id,
            mandate: wati.absences[0].id,
            rudi: self.person(counter, "Rudi").await.id,
            wati: wati.id,
            toni: self.person(counter, "Toni").await.id,
            yudi: self.person(counter, "Yudi").await.id,
            arif: self.person(counter, "Arif").await.id,
            lina: self.person(counter, "Lina").await.id,
            group: counter.db.groups().await.unwrap()[0].id,
            receipt: counter.db.issued_of(request.id).await.unwrap()[0].id,
            survey: SURVEY.to_owned(),
            later: None,
        }
    }
}

/// A counter over a copy of a database, for one attempt.
async fn copy(of: &Path, folder: &Path, number: usize, world: &World) -> Counter {
    let file = folder.join(format!("{number}.db"));
    std::fs::copy(of, &file).unwrap();
    // What was written last may lie beside the file still.
    let beside = |file: &Path| PathBuf::from(format!("{}-wal", file.display()));
    if beside(of).exists() {
        std::fs::copy(beside(of), beside(&file)).unwrap();
    }
    let url = format!("sqlite://{}", file.display());
    let db = Db::open(&url, world.clock.clone());
    let office = Office::built_in().unwrap();
    let catalogue = Catalogue::built_in(&office).unwrap();
    let archive = Archive::folder(&world.settings().archive).unwrap();
    let db = db.await.unwrap();
    Counter::open(db, world.clock.clone(), office, catalogue, archive)
        .await
        .unwrap()
}

/// Counters over copies of a database to which nobody writes, each for one attempt.
struct Copies<'a> {
    of: PathBuf,
    folder: tempfile::TempDir,
    made: usize,
    world: &'a World,
}

impl Copies<'_> {
    fn of(world: &World) -> Copies<'_> {
        let url = world.settings().database_url;
        let (_, file) = url.split_once("sqlite://").unwrap();
        Copies {
            of: PathBuf::from(file.split('?').next().unwrap()),
            folder: tempfile::tempdir().unwrap(),
            made: 0,
            world,
        }
    }

    async fn next(&mut self) -> Counter {
        self.made += 1;
        copy(&self.of, self.folder.path(), self.made, self.world).await
    }
}

/// What only shows something, to whoever was let in a moment ago.
const LOOKS: [&str; 15] = [
    "see the request",
    "fetch the receipt",
    "see all requests",
    "look for a request",
    "see how long steps take",
    "read the register of subdomains",
    "take the register of subdomains along",
    "have the report on subdomains",
    "see the numbers on paper",
    "see everyone",
    "see the staff",
    "see the file of the technician",
    "see the file of the coordinator",
    "look at the calendar",
    "see the groups",
];

/// Every post and every mandate is taken from someone.
async fn strip(counter: &Counter, person: &Person) {
    let tx = counter.db.begin().await.unwrap();
    for role in &person.roles {
        tx.take_role(person.id, role).await.unwrap();
    }
    for mandate in person.mandates.iter().chain(&person.absences) {
        tx.end_mandate(mandate.id).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// Between the tap and the commit someone loses everything they held: they may do no more than whoever
/// held nothing when they tapped.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_taken_a_moment_ago_allows_nothing() {
    let situation = situation(Engine::Sqlite).await;
    let things = situation.things(&situation.world.counter()).await;
    situation.world.kill_bot().await;
    let mut copies = Copies::of(&situation.world);
    let (mut tried, mut wrong) = (0, Vec::new());
    for actor in &situation.actors {
        let mut stripped = None;
        for (name, attempt) in COMMANDS.iter().filter(|(name, _)| !LOOKS.contains(name)) {
            let (counter, before) = if let Some(stripped) = stripped.take() {
                stripped
            } else {
                let counter = copies.next().await;
                let before = situation.person(&counter, actor.name).await;
                strip(&counter, &before).await;
                (counter, before)
            };
            let now = situation.person(&counter, actor.name).await;
            let of_before = attempt(&counter, &before, &things).await;
            tried += 1;
            if of_before.is_err() {
                stripped = Some((counter, before));
                continue;
            }
            let counter = copies.next().await;
            strip(&counter, &before).await;
            if attempt(&counter, &now, &things).await.is_err() {
                wrong.push(format!("{}: {name}", actor.name));
            }
        }
    }
    assert!(tried > 500, "{tried}");
    assert_eq!(wrong, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_do_what() {
    let situation = situation(Engine::Sqlite).await;
    let things = situation.things(&situation.world.counter()).await;
    // Nobody writes while it is copied.
    situation.world.kill_bot().await;
    let mut copies = Copies::of(&situation.world);
    let mut counter = copies.next().await;
    let mut late = Late::default();
    let mut table = String::new();
    let width = COMMANDS.iter().map(|(name, _)| name.len()).max().unwrap();
    let _ = write!(table, "{:width$}", "");
    for actor in &situation.actors {
        let _ = write!(table, " {:>5}", actor.name);
    }
    table += "  race  left";
    for (name, attempt) in COMMANDS {
        let _ = write!(table, "\n{name:width$}");
        let mut allowed = Vec::new();
        for actor in &situation.actors {
            let by = situation.person(&counter, actor.name).await;
            let tried = attempt(&counter, &by, &things).await;
            let _ = write!(table, " {:>5}", cell(&tried));
            if tried.is_ok() {
                // What was allowed has changed something: the next one finds everything as it was.
                counter = copies.next().await;
                allowed.push(actor.name);
            }
        }
        if LOOKS.contains(name) {
            continue;
        }
        for lost in [Lost::Posts, Lost::Place] {
            let who = (allowed.as_slice(), *attempt);
            let said = late.cell((&situation, &things), &mut copies, who, lost);
            let _ = write!(table, " {:>5}", said.await);
        }
    }
    table += "\n\n";
    table += &links(&situation, &things, &mut copies).await;
    table += "\n";
    for actor in &situation.actors {
        let _ = write!(table, "\n{:5} {}", actor.name, actor.who);
    }
    table += "\n\nYES it is done · nothing but a refusal own: their own request away: a deputy fills the post\n\
        self: not to oneself one: there is only one step late: nothing to take back none: no deputies for this post\n\
        empty: they have filled in nothing gone: they have left\n\
        runs: it would be allowed, but the request has not ended\n\
        chain: the deputy chosen is a deputy's or away\n\
        race: what those read who could, and have lost every post and mandate a moment ago\n\
        left: what those read who could, and have left\n\
        link: what the start links give that they make; under race and left, what they still give then";
    assert_snapshot!("who_may_do_what", table);
    assert_ne!(things.wati, things.rudi);
}
