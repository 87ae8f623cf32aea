//! Applicants who do not answer: they are reminded, in the end their request ends by itself, and for a
//! month they can open it again.

use chrono::TimeDelta;
use domain::{Refusal, command, id::AccountId};
use insta::assert_snapshot;
use tests::{
    Player, World, cast, play, play_on_both,
    stage::{
        hosting::{Office, submit},
        subdomain,
    },
};

/// Days pass one by one, and the bot does what is due.
async fn days_pass(world: &World, days: u32) {
    for _ in 0..days {
        world.time_passes(TimeDelta::days(1));
        world.settle().await;
    }
}

/// The request comes to the coordinator, who asks for a better letter.
async fn returned(office: &Office) {
    submit(&office.sari).await;
    office.arif.taps("Disposisikan").await;
    office.dewi.taps("Disposisikan").await;
    returns(&office.rudi).await;
}

async fn returns(by: &Player) {
    by.taps("Minta Dilengkapi").await;
    by.taps("Surat permintaan").await;
    by.taps("Selesai Memilih").await;
    by.taps("Surat belum ditandatangani").await;
    by.taps("Minta Dilengkapi").await;
}

/// What waits for an answer has been answered.
async fn answers(by: &Player) {
    by.taps("Lengkapi Sekarang").await;
    by.sends("surat-baru.pdf", tests::stage::papers::letter())
        .await;
    by.taps("Kirim").await;
}

play! {
    /// A return is answered after eleven working days: three reminders, each with the day of the end, and
    /// the desk's clock goes on with what was left.
    async fn a_return_is_answered_after_eleven_days(world) {
        let office = Office::opens(world).await;
        let Office { sari, rudi, .. } = &office;
        submit(sari).await;
        office.arif.taps("Disposisikan").await;
        office.dewi.taps("Disposisikan").await;
        world.time_passes(TimeDelta::minutes(90));
        world.settle().await;
        let then = sari.now();
        returns(rudi).await;
        let used = last_timing(world).await.0;
        // Tuesday, 24 November; the eleventh working day is Wednesday, 9 December.
        let reminders = |n| assert_eq!(sari.messages_with("menunggu Bapak/Ibu"), n, "{}", sari.screen());
        for (days, told) in [(1, 0), (1, 1), (4, 1), (1, 2), (6, 2), (1, 3), (1, 3)] {
            days_pass(world, days).await;
            reminders(told);
        }
        answers(sari).await;
        assert_snapshot!("a_return_answered_after_eleven_days", sari.chat_since(then));
        assert_eq!(world.stands().await.0, "verifikasi");
        let (before, paused) = last_timing(world).await;
        assert_eq!(before, used, "what was used before counts, and nothing of the wait");
        assert!(paused > TimeDelta::hours(70), "{paused}");
        days_pass(world, 30).await;
        reminders(3);
    }
}

/// Of the newest officer's task: what was used before it opened or until it was settled, and for how long
/// its clock stood still.
async fn last_timing(world: &World) -> (TimeDelta, TimeDelta) {
    let request = world.requests().await.pop().unwrap();
    let db = world.counter().db;
    let open = db.open_task_of(request.id).await.unwrap().unwrap();
    let mut last = open;
    while last.role.as_str() != "coordinator" {
        let before = domain::id::TaskId(last.id.0 - 1);
        last = db.task(before).await.unwrap().unwrap();
    }
    let timing = last.timing;
    (timing.used + timing.took.unwrap_or_default(), timing.paused)
}

play_on_both! {
    /// An applicant never answers: the request ends after fifteen working days, those concerned are told, and
    /// within a month it is taken up again where it stood.
    async fn an_applicant_never_answers(world) {
        let office = Office::opens(world).await;
        let Office { sari, hana, rudi, .. } = &office;
        let (then, there, desk) = (sari.now(), rudi.now(), hana.now());
        returned(&office).await;
        days_pass(world, 20).await;
        assert_eq!(world.stands().await.0, "lengkapi");
        days_pass(world, 1).await;
        assert_eq!(world.stands().await.0, "kedaluwarsa");
        assert!(rudi.last().contains("Kedaluwarsa"), "who asked hears of it: {}", rudi.screen());
        assert!(hana.last().contains("Kedaluwarsa"), "{}", hana.screen());

        days_pass(world, 29).await;
        sari.taps("Buka Kembali").await;
        assert!(sari.toast().contains("dibuka kembali"), "{}", sari.toast());
        assert!(!sari.sees_button("Buka Kembali"), "{}", sari.screen());
        assert_eq!(world.stands().await.0, "lengkapi");
        let request = world.requests().await.pop().unwrap();
        assert!(request.ticket.ends_with("-0001") && request.ended().is_none());
        assert!(rudi.last().contains("dibuka kembali"), "{}", rudi.screen());
        let reminded = sari.messages_with("menunggu Bapak/Ibu");
        days_pass(world, 4).await;
        assert_eq!(sari.messages_with("menunggu Bapak/Ibu"), reminded + 1, "it begins anew");
        answers(sari).await;
        assert_eq!(world.stands().await.0, "verifikasi");
        rudi.taps("Lengkap, Disposisikan").await;
        sari.taps("Riwayat").await;
        assert_snapshot!("never_answered_and_reopened_sari", sari.chat_since(then));
        assert_snapshot!("never_answered_and_reopened_rudi", rudi.chat_since(there));
        assert_snapshot!("never_answered_and_reopened_hana", hana.chat_since(desk));
    }
}

play! {
    /// After a month nothing can be opened again: the button is gone from the card, and an old one says so.
    async fn it_is_too_late_to_open_it_again(world) {
        let office = Office::opens(world).await;
        let sari = &office.sari;
        returned(&office).await;
        days_pass(world, 21).await;
        assert_eq!(world.stands().await.0, "kedaluwarsa");
        let told = sari.button("Buka Kembali");
        days_pass(world, 31).await;
        sari.taps_old(&told).await;
        assert!(sari.toast().contains("sudah lewat"), "{}", sari.toast());
        assert!(!sari.sees_button("Buka Kembali"), "{}", sari.screen());
        assert_eq!(world.stands().await.0, "kedaluwarsa");
    }
}

play! {
    /// The bot is away for weeks: one reminder, and at least a working day before the end.
    async fn nobody_is_there_for_weeks(world) {
        let office = Office::opens(world).await;
        let sari = &office.sari;
        returned(&office).await;
        let then = sari.now();
        days_pass(world, 1).await;
        world.kill_bot().await;
        // Saturday night, far beyond the end.
        world.time_passes(TimeDelta::days(24) + TimeDelta::hours(12));
        world.start_bot().await;
        assert_eq!(sari.messages_with("menunggu Bapak/Ibu"), 0, "nobody is woken");
        // Monday morning.
        world.time_passes(TimeDelta::hours(36));
        world.settle().await;
        assert_eq!(sari.messages_with("menunggu Bapak/Ibu"), 1, "{}", sari.screen());
        assert_eq!(world.stands().await.0, "lengkapi", "it is announced first");
        days_pass(world, 2).await;
        assert_eq!(world.stands().await.0, "kedaluwarsa");
        assert_eq!(sari.messages_with("menunggu Bapak/Ibu"), 1);
        assert_snapshot!("nobody_was_there_for_weeks", sari.chat_since(then));
    }
}

play! {
    /// The same in English.
    async fn silence_in_english(world) {
        let sari = world.person_speaking(cast::SARI, "en").await;
        let arif = world.person(cast::ARIF).await;
        english_request(world, &sari).await;
        arif.taps("Kembalikan untuk Dilengkapi").await;
        arif.taps("Nama website/aplikasi").await;
        arif.taps("Selesai Memilih").await;
        arif.says("Mohon tulis nama resmi aplikasinya.").await;
        arif.taps("Kembalikan untuk Dilengkapi").await;
        let then = sari.now();
        days_pass(world, 22).await;
        sari.taps("Open Again").await;
        assert_snapshot!("silence_in_english", sari.chat_since(then));
        assert_eq!(world.stands().await.0, "lengkapi");
    }
}

/// An English phone, and a form that is filled by the office's own commands.
async fn english_request(world: &World, sari: &Player) {
    sari.says("/bahasa").await;
    sari.taps("Bahasa Indonesia").await;
    submit(sari).await;
    sari.says("/bahasa").await;
    sari.taps("English").await;
    assert_eq!(world.stands().await.0, "disposisi-kadis");
}

play_on_both! {
    /// A colleague of the applicant's opens it again and answers for it from then on; nobody else may.
    async fn a_colleague_opens_it_again(world) {
        let office = Office::opens(world).await;
        let rina = world.person(cast::Role { name: "Rina", ..cast::SARI }).await;
        let yudi = world.person(cast::YUDI).await;
        returned(&office).await;
        days_pass(world, 21).await;
        let request = world.requests().await.pop().unwrap();
        for player in [&yudi, &office.rudi, &office.hana] {
            let counter = world.counter();
            let account = AccountId(player.user.0);
            let by = counter.db.person_of(account).await.unwrap().unwrap();
            let tried = command::reopen(&counter, &by, &request.token).await;
            let refused = matches!(tried, Err(domain::Error::Refused(Refusal::NotColleague)));
            assert!(refused, "{}", player.name);
        }
        rina.forges(None, &format!("r:{}:show", request.token)).await;
        rina.taps("Buka Kembali").await;
        assert_eq!(world.stands().await.0, "lengkapi");
        assert!(rina.sees_button("Lengkapi Sekarang"), "{}", rina.screen());
        assert!(office.sari.screen().contains("Rina"), "{}", office.sari.screen());
        office.sari.taps("Buka Kembali").await;
        assert!(office.sari.toast().contains("tidak dapat dibuka kembali"), "{}", office.sari.toast());
        answers(&rina).await;
        assert_eq!(world.stands().await.0, "verifikasi");
    }
}

play_on_both! {
    /// A name that was reserved goes to another agency meanwhile: the applicant is told so, and asked for
    /// another when they open the request again.
    async fn a_name_is_another_agencys_by_then(world) {
        let office = subdomain::Office::opens(world).await;
        let sari = &office.sari;
        let yudi = world.person(cast::YUDI).await;
        subdomain::fill_in(sari, "bansos").await;
        sari.taps("Kirim Permohonan").await;
        office.arif.taps("Kembalikan untuk Dilengkapi").await;
        office.arif.taps("Peruntukan").await;
        office.arif.taps("Selesai Memilih").await;
        office.arif.says("Mohon jelaskan peruntukannya.").await;
        office.arif.taps("Kembalikan untuk Dilengkapi").await;
        days_pass(world, 22).await;
        assert_eq!(world.stands().await.0, "kedaluwarsa");
        subdomain::fill_in(&yudi, "bansos").await;
        yudi.taps("Kirim Permohonan").await;
        let then = sari.now();
        sari.taps("Buka Kembali").await;
        assert_snapshot!("a_name_was_lost", sari.chat_since(then));
        assert_eq!(world.requests().await.len(), 2);
    }
}
