//! Steps at which several must agree, in the office that hears complaints: three hear one, and two of them decide.

use std::{fs, path::Path};

use chrono::TimeDelta;
use domain::{
    Counter, Error, Refusal,
    code::OutcomeCode,
    command::{
        self, Decided, FormAct, FormPage,
        people::{NewMandate, PeopleAct, carry_out},
    },
    id::{RequestId, TaskId},
    mandate::MandateKind,
    person::Person,
    procedure::Input,
    query,
    request::Event,
};
use tests::{
    Player, World,
    cast::Role,
    play, play_on_both,
    stage::office_file::{in_files, in_office, own_files},
    telegram::Telegram,
};

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

/// Whoever complains, the clerk, and the three who hear complaints.
async fn gather(world: &World) -> (Player, Player, [Player; 3]) {
    let all = [SARI, RUDI, member("Dewi"), member("Joko"), member("Arif")];
    let [sari, rudi, dewi, joko, arif] = world.gathers("id", all).await;
    (sari, rudi, [dewi, joko, arif])
}

async fn complains(sari: &Player) {
    sari.says("/ajukan").await;
    sari.taps("Ajukan Pengaduan").await;
    sari.says("Izin trayek terlambat").await;
    sari.says("Baru terbit sebulan kemudian").await;
    sari.taps("Kirim Permohonan").await;
}

/// A complaint that waits for the panel: whoever sent it, the clerk, and the three who hear it.
async fn is_heard(world: &World) -> (Player, Player, [Player; 3]) {
    in_office(world, "kantor-pengaduan", "pengaduan").await;
    let people = gather(world).await;
    complains(&people.0).await;
    people.1.taps("Daftarkan").await;
    people
}

/// The same office with something else in its procedure, and something more in its own file. The folder must stay while
/// the play lasts.
async fn with_files(world: &World, (old, new): (&str, &str), more: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let read = |file: &str| fs::read_to_string(own_files().join(file)).unwrap();
    let write = |file: &Path, text: &str| fs::write(file, text).unwrap();
    let office = folder.path().join("kantor-pengaduan.toml");
    write(&office, &(read("office/kantor-pengaduan.toml") + more));
    let procedures = folder.path().join("pengaduan");
    fs::create_dir(&procedures).unwrap();
    let procedure = read("pengaduan/dengar-pengaduan.toml");
    assert!(procedure.contains(old), "the file has no {old}");
    let changed = procedure.replacen(old, new, 1);
    write(&procedures.join("dengar-pengaduan.toml"), &changed);
    in_files(world, office, procedures).await;
    folder
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

play_on_both! {
    /// Whoever is left to speak cannot be reached: it waits for nobody, whoever else could be.
    async fn nobody_is_left_to_speak(world) {
        let (_, _, [dewi, joko, arif]) = is_heard(world).await;
        upholds(&dewi).await;
        joko.taps("Tidak Terbukti").await;
        joko.says("Batas waktu tidak berlaku").await;
        joko.says("Berkas baru lengkap tiga minggu kemudian").await;
        assert!(joko.screen().contains("Suara Anda tidak dapat diubah"), "{}", joko.screen());
        joko.taps("Tidak Terbukti").await;
        let counter = world.counter();
        assert_eq!(query::count_stranded(&counter).await.unwrap(), 0);
        arif.does(Telegram::blocks).await;
        assert_eq!(query::count_stranded(&counter).await.unwrap(), 1);
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

/// The clerk lets entering pass by itself.
const PASSES: (&str, &str) = (
    "performer = \"clerk\"\ntime = \"2 jam\"",
    "performer = \"clerk\"\npasses = true\ntime = \"2 jam\"",
);

play_on_both! {
    /// What the clerk takes back is heard anew: voices from before count no more, and whoever has spoken speaks again. Also
    /// where an older program has kept them.
    async fn voices_end_where_the_step_before_is_taken_back(world) {
        let _folder = with_files(world, PASSES, "").await;
        let (sari, rudi, [dewi, joko, _arif]) = gather(world).await;
        let (counter, clerk) = (world.counter(), world.known(&rudi).await);
        let standing = NewMandate {
            kind: MandateKind::Standing,
            role: "clerk".into(),
            principal: Some(clerk.id),
            deputy: None,
            from: counter.today(),
            until: None,
            letter: "800/45/2026".to_owned(),
        };
        carry_out(&counter, &clerk, &PeopleAct::NameDeputy(standing)).await.unwrap();
        complains(&sari).await;
        assert_eq!(world.stands().await.0, "sidang", "entering has passed by itself");
        upholds(&dewi).await;
        let request = world.requests().await.remove(0);
        command::recall(&counter, &clerk, &request.token).await.unwrap();
        // It holds the database as long as it is there.
        drop(counter);
        assert_eq!(world.stands().await.0, "catat");
        assert_eq!(world.requests().await[0].state.voices, []);

        // An older program has kept the voice, and says so.
        let kept = format!(r#"[{{"outcome":"terima","by":{}}}]"#, request.state.voices[0].by.0);
        let with = match world.engine {
            tests::Engine::Sqlite => format!("json_set(state, '$.voices', json('{kept}'))"),
            tests::Engine::Postgres(_) => format!("jsonb_set(state::jsonb, '{{voices}}', '{kept}')"),
        };
        world.runs(&format!("UPDATE request SET state = {with}")).await;
        world.runs("DELETE FROM mark WHERE name LIKE 'folded:%'").await;
        assert_eq!(world.requests().await[0].state.voices.len(), 1);
        world.restart_bot().await;
        assert_eq!(world.requests().await[0].state.voices, []);

        rudi.taps("Daftarkan").await;
        upholds(&joko).await;
        assert_eq!(world.stands().await.0, "sidang", "one voice so far");
        upholds(&dewi).await;
        assert_eq!(world.stands().await.0, "laksanakan");
    }
}

/// The panel upholds a complaint by one tap each.
const ONE_TAP: (&str, &str) = (
    "to = \"laksanakan\"\nasks = [\"pertimbangan\"]\n",
    "to = \"laksanakan\"\nasks = []\n",
);

play_on_both! {
    /// Where others have to agree as well, a voice that is recorded is not said to be taken back.
    async fn a_voice_that_is_recorded_cannot_be_taken_back(world) {
        let _folder = with_files(world, ONE_TAP, "\n[reminders]\nhold-seconds = 300\n").await;
        world.restart_with(|settings| settings.holds = true).await;
        let (sari, rudi, [dewi, joko, _arif]) = gather(world).await;
        complains(&sari).await;
        rudi.taps("Daftarkan").await;
        world.time_passes(TimeDelta::seconds(300));
        world.settle().await;
        dewi.taps("Kabulkan").await;
        let undo = dewi.button("Batalkan");
        dewi.taps("Batalkan").await;
        assert_eq!(world.drafts(&dewi).await.len(), 0);
        dewi.taps_old(&undo).await;
        assert!(!dewi.toast().contains("sudah tercatat"), "nothing is: {}", dewi.toast());
        dewi.taps("Kabulkan").await;
        world.time_passes(TimeDelta::seconds(300));
        world.settle().await;
        assert_eq!(world.requests().await[0].state.voices.len(), 1);
        dewi.taps_old(&undo).await;
        assert!(dewi.toast().contains("Suara Bapak/Ibu pada langkah ini sudah tercatat"), "{}", dewi.toast());
        assert_eq!(world.requests().await[0].state.voices.len(), 1);
        joko.taps("Kabulkan").await;
        world.time_passes(TimeDelta::seconds(300));
        world.settle().await;
        assert_eq!(world.stands().await.0, "laksanakan");
    }
}
