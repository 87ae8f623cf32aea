//! Steps at which several must agree, in the office that hears complaints: three hear one, and two of them decide.

use std::path::PathBuf;

use domain::{
    Counter, Error, Refusal,
    code::OutcomeCode,
    command::{self, Decided, FormAct, FormPage},
    id::{RequestId, TaskId},
    person::Person,
    procedure::Input,
    request::Event,
};
use tests::{Player, World, cast::Role, play, play_on_both};

use crate::people::names_deputy;

const SARI: Role = Role {
    name: "Sari",
    role: "pic",
    agency: Some("dishub"),
    title: "Pengadu",
};
const RUDI: Role = Role {
    name: "Rudi",
    role: "clerk",
    agency: None,
    title: "Sekretaris Majelis",
};

const fn member(name: &'static str) -> Role {
    Role {
        name,
        role: "panel",
        agency: None,
        title: "Anggota Majelis",
    }
}

/// A complaint that waits for the panel: whoever sent it, and the three who hear it.
async fn is_heard(world: &World) -> (Player, Player, [Player; 3]) {
    let procedures = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/procedures"));
    let settings = |settings: &mut bot::Settings| {
        settings.office = Some(procedures.join("office/kantor-pengaduan.toml"));
        settings.procedures = Some(procedures.join("pengaduan"));
    };
    world.restart_with(settings).await;
    let [sari, rudi, dewi, joko, arif] = world
        .gathers(
            "id",
            [SARI, RUDI, member("Dewi"), member("Joko"), member("Arif")],
        )
        .await;
    sari.says("/ajukan").await;
    sari.taps("Ajukan Pengaduan").await;
    sari.says("Izin trayek terlambat").await;
    sari.says("Baru terbit sebulan kemudian").await;
    sari.taps("Kirim Permohonan").await;
    rudi.taps("Daftarkan").await;
    (sari, rudi, [dewi, joko, arif])
}

async fn upholds(member: &Player) {
    member.taps("Kabulkan").await;
    member.says("Batas waktu layanan terlampaui").await;
    member.taps("Kabulkan").await;
}

play_on_both! {
    /// One says yes, one says no, and the third decides. Whoever has spoken sees no button, the others see who has, and
    /// the complainant hears of it when it is decided.
    async fn two_of_three_decide(world) {
        let (sari, _, [dewi, joko, arif]) = is_heard(world).await;
        let told = sari.now();
        let then = [dewi.now(), joko.now()];
        upholds(&dewi).await;
        assert_eq!(world.stands().await.0, "sidang", "one voice decides nothing");
        assert!(!dewi.sees_button("Kabulkan") && !dewi.sees_button("Tidak Terbukti"), "{}", dewi.screen());
        insta::assert_snapshot!("one_has_spoken_dewi", dewi.chat_since(then[0]));
        assert!(joko.screen().contains("Sudah bersuara: Dewi (dikabulkan)"), "{}", joko.screen());
        joko.taps("Tidak Terbukti").await;
        joko.says("Batas waktu tidak berlaku").await;
        joko.says("Berkas baru lengkap tiga minggu kemudian").await;
        joko.taps("Tidak Terbukti").await;
        assert_eq!(world.stands().await.0, "sidang", "and neither do two that differ");
        assert_eq!(sari.chat_since(told).matches("tidak terbukti").count(), 0, "{}", sari.screen());
        upholds(&arif).await;
        assert_eq!(world.stands().await.0, "laksanakan");
        insta::assert_snapshot!("two_have_agreed_joko", joko.chat_since(then[1]));
        let history = world.counter().db.history(RequestId(1)).await.unwrap();
        let voices: Vec<_> = history
            .iter()
            .filter_map(|it| match &it.event {
                Event::Decided(decision) => decision.voice.map(|voice| (voice.nth, voice.of)),
                _ => None,
            })
            .collect();
        assert_eq!(voices, [(1, 2), (1, 2), (2, 2)]);
    }
}

play_on_both! {
    /// One of the three is enough to ask something. What was said before counts no more: they hear the answer first.
    async fn one_is_enough_to_ask(world) {
        let (sari, _, [dewi, joko, arif]) = is_heard(world).await;
        upholds(&dewi).await;
        joko.taps("Tanya Pengadu").await;
        joko.says("Kapan izin itu diajukan?").await;
        joko.taps("Tanya Pengadu").await;
        assert_eq!(world.stands().await.0, "jawab");
        sari.taps("Kirim Keterangan").await;
        sari.says("Diajukan 2 Maret").await;
        sari.taps("Kirim").await;
        assert_eq!(world.stands().await.0, "sidang", "{}", sari.screen());
        upholds(&dewi).await;
        assert_eq!(world.stands().await.0, "sidang", "dewi speaks anew, and alone so far");
        upholds(&arif).await;
        assert_eq!(world.stands().await.0, "laksanakan");
    }
}

play! {
    /// A deputy speaks for whom they stand for: it is that one's voice, and neither speaks again.
    async fn a_deputy_is_the_voice_of_whom_they_stand_for(world) {
        let (_, rudi, [dewi, joko, arif]) = is_heard(world).await;
        names_deputy(&dewi, "Rudi", "Plh.").await;
        dewi.taps("Simpan").await;
        upholds(&rudi).await;
        assert_eq!(world.stands().await.0, "sidang");
        assert!(!dewi.sees_button("Kabulkan") && !rudi.sees_button("Kabulkan"));
        let counter = world.counter();
        let task = counter.db.open_task_of(RequestId(1)).await.unwrap().unwrap();
        for spoken in [&dewi, &rudi] {
            let spoken = world.known(spoken).await;
            let refused = begins(&counter, &spoken, task.id).await.unwrap_err();
            assert!(matches!(refused, Error::Refused(Refusal::HasSpoken | Refusal::StoodIn { .. })), "{refused}");
        }
        for left in [&joko, &arif] {
            assert_eq!(counter.db.count_offices(&world.known(left).await, counter.now()).await.unwrap(), 1);
        }
        assert_eq!(counter.db.count_offices(&world.known(&rudi).await, counter.now()).await.unwrap(), 0);
    }
}

/// A form in which someone upholds the complaint.
async fn begins(counter: &Counter, by: &Person, task: TaskId) -> Result<FormPage, Error> {
    let yes = OutcomeCode::new("terima");
    let decided = command::decide(counter, by, task, |step| step.outcome(&yes)).await?;
    let Decided::Asks(page) = decided else {
        panic!("it asks for considerations");
    };
    let act = FormAct::Answer(Input::Text("Batas waktu terlampaui".to_owned()));
    command::fill(counter, by, *page, act).await
}

play_on_both! {
    /// All three say yes in the same instant: two voices decide, once, and the third is told who was faster.
    async fn three_speak_at_once(world) {
        let (_, _, panel) = is_heard(world).await;
        let counter = world.counter();
        let task = counter.db.open_task_of(RequestId(1)).await.unwrap().unwrap();
        let mut written = Vec::new();
        for member in &panel {
            let by = world.known(member).await;
            let page = begins(&counter, &by, task.id).await.unwrap();
            written.push((by, page));
        }
        let sends = |(by, page)| {
            let counter = counter.clone();
            tokio::spawn(async move { command::send(&counter, &by, page).await.map(drop) })
        };
        let sent: Vec<_> = written.into_iter().map(sends).collect();
        let mut refused = 0;
        for sent in sent {
            match sent.await.unwrap() {
                Ok(()) => {}
                Err(Error::Refused(Refusal::AlreadyDecided { .. })) => refused += 1,
                Err(error) => panic!("{error}"),
            }
        }
        assert_eq!(refused, 1);
        assert_eq!(world.stands().await.0, "laksanakan");
        let history = counter.db.history(RequestId(1)).await.unwrap();
        let is_final = |event: &Event| matches!(event, Event::Decided(it) if it.voice.is_some() && it.is_final());
        assert_eq!(history.iter().filter(|it| is_final(&it.event)).count(), 1);
    }
}
