//! How much work a request is for each of those through whose hands it goes: taps, typed answers, messages and lines,
//! counted from stories in which everyone says yes and enters what must be entered. The table stands in the README of
//! the tests; what is promised about hosting is a ceiling.

use std::fmt::Write;

use chrono::TimeDelta;
use tests::{
    Engine, Player, World,
    stage::{application_upload, colocation, hosting, papers, subdomain, visiting},
    telegram::tally::Tally,
};

/// Someone whose acts are counted, by what they are in the table, from a place of their chat on.
struct Counted {
    role: &'static str,
    player: Player,
    since: usize,
}

/// A story that is counted.
struct Story {
    procedure: &'static str,
    people: Vec<Counted>,
}

impl Story {
    fn begins(procedure: &'static str, people: &[(&'static str, &Player)]) -> Story {
        let counted = |(role, player): &(&'static str, &Player)| Counted {
            role,
            player: (*player).clone(),
            since: player.now(),
        };
        Story {
            procedure,
            people: people.iter().map(counted).collect(),
        }
    }

    /// The applicant stands first.
    fn applicant(&self) -> Tally {
        self.people[0].tally()
    }

    fn officials(&self) -> Tally {
        let tallies = self.people[1..].iter().map(Counted::tally);
        tallies.fold(Tally::default(), Tally::and)
    }

    /// The lines of the table.
    fn rows(&self) -> String {
        let mut rows = String::new();
        for counted in &self.people {
            rows += &row(self.procedure, counted.role, counted.tally());
        }
        rows + &row(self.procedure, "all officials", self.officials())
    }

    /// Which screens are taller than a phone shows without scrolling.
    fn taller_than(&self, most: usize) -> String {
        let mut tall = String::new();
        for counted in &self.people {
            let telegram = &counted.player.world().telegram;
            let shown = telegram.taller_screens(counted.player.user, counted.since, most);
            for (lines, text) in shown {
                write!(tall, "{}, {lines} lines:\n{text}\n\n", counted.role).unwrap();
            }
        }
        tall
    }
}

impl Counted {
    fn tally(&self) -> Tally {
        let telegram = &self.player.world().telegram;
        telegram.tally(self.player.user, self.since)
    }
}

fn row(procedure: &str, role: &str, tally: Tally) -> String {
    let Tally {
        taps,
        typed,
        files,
        messages,
        sounds,
        lines,
        tallest,
    } = tally;
    format!(
        "| {procedure} | {role} | {taps} | {typed} | {files} | {messages} | {sounds} | {lines} | {tallest} |\n"
    )
}

/// An office that tells once a day what asks nothing, as offices do where they say nothing else.
async fn opened() -> World {
    World::with(Engine::Sqlite, |settings| settings.gathers = true).await
}

/// An applicant who knows what is to be entered, and whose letter was written yesterday.
async fn answers_for_hosting(sari: &Player) {
    hosting::answer_up_to_the_name(sari).await;
    sari.says("Bansos").await;
    hosting::answer_after_the_name(sari).await;
    sari.says("500.12/88/Dinsos/2026").await;
    sari.taps("Kemarin").await;
    sari.sends("surat.pdf", papers::letter()).await;
}

/// From the menu to the last acknowledgement, and how many messages were new from the moment at which it was sent.
async fn hosting(world: &World) -> (Story, usize) {
    let office = hosting::Office::opens(world).await;
    let hosting::Office {
        sari,
        hana,
        arif,
        dewi,
        rudi,
        toni,
    } = &office;
    let people = [
        ("PIC", sari),
        ("head of agency", arif),
        ("head of division", dewi),
        ("coordinator", rudi),
        ("helpdesk", hana),
        ("technical team", toni),
    ];
    let story = Story::begins("hosting", &people);
    sari.taps("Ajukan Permohonan").await;
    sari.taps("Hosting Website/Aplikasi").await;
    answers_for_hosting(sari).await;
    let sent: Vec<usize> = people.iter().map(|(_, player)| player.now()).collect();
    sari.taps("Kirim Permohonan").await;
    hosting::comes_to_analysis(&office).await;
    hosting::analyse(&office).await;
    hosting::carry_out(&office).await;
    arif.taps("Laporan Diterima").await;
    let requests = world.requests().await;
    assert!(
        requests[0]
            .ended()
            .is_some_and(|end| end.as_str() == "selesai")
    );
    let after = people.iter().zip(sent);
    let after = after.map(|((_, player), since)| world.telegram.tally(player.user, since).messages);
    (story, after.sum())
}

async fn subdomain(world: &World) -> Story {
    let office = subdomain::Office::opens(world).await;
    let subdomain::Office {
        sari,
        hana,
        arif,
        dewi,
        lina,
        nina,
        ..
    } = &office;
    let people = [
        ("PIC", sari),
        ("head of agency", arif),
        ("head of division", dewi),
        ("applications section", lina),
        ("infrastructure section", nina),
        ("helpdesk", hana),
    ];
    let story = Story::begins("subdomain", &people);
    office.give("bansos").await;
    story
}

async fn application_upload(world: &World) -> Story {
    let office = application_upload::Office::opens_in(world, "id").await;
    let application_upload::Office {
        sari,
        hana,
        lina,
        bayu,
        nina,
        ..
    } = &office;
    let people = [
        ("PIC", sari),
        ("applications section", lina),
        ("security section", bayu),
        ("infrastructure section", nina),
        ("helpdesk", hana),
    ];
    let story = Story::begins("application-upload", &people);
    application_upload::submit(sari).await;
    lina.taps("Lengkap, Teruskan ke PKS").await;
    bayu.taps("Serahkan ke SPTIK").await;
    bayu.taps("Layak bersyarat").await;
    bayu.says("Unggah berkas oleh pengguna dimatikan sampai versi berikutnya.")
        .await;
    bayu.says("VA-2026-014").await;
    bayu.taps("Serahkan ke SPTIK").await;
    nina.taps("Lanjut Cek Kapasitas").await;
    nina.says("srv-web-02").await;
    nina.taps("Lanjut Cek Kapasitas").await;
    nina.taps("YA, Sudah Diunggah").await;
    nina.says("https://bansos.serunikota.go.id").await;
    nina.taps("YA, Sudah Diunggah").await;
    nina.taps("Laporkan ke PK&AI").await;
    nina.says("1").await;
    nina.taps("Lewati").await;
    nina.taps("Laporkan ke PK&AI").await;
    story
}

async fn colocation(world: &World) -> Story {
    let office = colocation::Office::opens(world).await;
    let colocation::Office {
        sari,
        dewi,
        maya,
        eko,
        ..
    } = &office;
    let people = [
        ("PIC", sari),
        ("head of division", dewi),
        ("section head", maya),
        ("operator", eko),
    ];
    let story = Story::begins("colocation", &people);
    office.prepares_one().await;
    dewi.taps("Setujui").await;
    colocation::install(eko).await;
    colocation::accept(sari).await;
    eko.taps("Laporkan dengan Cara Akses").await;
    eko.says("Melalui VPN pemerintah kota, kemudian SSH.").await;
    eko.taps("Laporkan dengan Cara Akses").await;
    story
}

async fn visit(world: &World) -> Story {
    let office = visiting::Office::opens(world).await;
    let visiting::Office { sari, joko, gita } = &office;
    let people = [("PIC", sari), ("section head", joko), ("officer", gita)];
    let story = Story::begins("datacenter-visit", &people);
    visiting::book(sari).await;
    office.allows().await;
    world.time_passes(TimeDelta::hours(23));
    visiting::let_in(gita, &["DC-01", "DC-02"]).await;
    gita.taps("Kunjungan Selesai").await;
    gita.taps("Keluar, Badge Kembali").await;
    visiting::answer_on_leaving(gita).await;
    gita.taps("Keluar, Badge Kembali").await;
    story
}

/// What is promised about hosting: where it is more.
fn over_its_ceilings((story, after_sending): &(Story, usize)) -> String {
    let (applicant, officials) = (story.applicant(), story.officials());
    let mut over = String::new();
    for (what, is, most) in [
        ("taps of the PIC", applicant.taps, 9),
        ("typed by the PIC", applicant.typed, 7),
        ("taps of all officials", officials.taps, 14),
        ("new messages from the sending on", *after_sending, 18),
    ] {
        if is > most {
            writeln!(over, "{what}: {is} instead of {most}").unwrap();
        }
    }
    over
}

/// A story in a world of its own, and what is said of it. No screen is taller than 12 lines.
async fn told<T>(
    tells: impl AsyncFnOnce(&World) -> T,
    story: impl Fn(&T) -> &Story,
    over: impl Fn(&T) -> String,
) -> String {
    let world = opened().await;
    let told = tells(&world).await;
    let rows = story(&told).rows();
    let over = over(&told) + &story(&told).taller_than(12);
    assert!(over.is_empty(), "{over}\n{rows}");
    world.finish().await;
    rows
}

/// The table says what is so, hosting stays below its ceilings, and nothing is taller than a phone before it is unfolded.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_table_says_how_much_work_a_request_is() {
    fn itself(story: &Story) -> &Story {
        story
    }
    let none = |_: &Story| String::new();
    let table = [
        told(hosting, |(story, _)| story, over_its_ceilings).await,
        told(subdomain, itself, none).await,
        told(application_upload, itself, none).await,
        told(colocation, itself, none).await,
        told(visit, itself, none).await,
    ];
    let table = table.concat();
    let readme =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    assert!(
        readme.contains(&table),
        "in the README of the tests:\n{table}"
    );
}
