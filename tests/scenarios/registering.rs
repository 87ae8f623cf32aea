//! People whom the office does not know yet ask to be let in.

use domain::{id::AccountId, person::Person};
use insta::assert_snapshot;
use tests::{
    Player, World, cast, papers, play, play_on_both,
    stage::registration::{Door, OWN_NUMBER, registers, tells_the_rest},
};

/// What the office knows of someone.
async fn known(world: &World, player: &Player) -> Option<Person> {
    let account = AccountId(player.user.0);
    world.counter().db.person_of(account).await.unwrap()
}

async fn roles(world: &World, player: &Player) -> Vec<String> {
    let person = known(world, player).await.unwrap();
    person.roles.iter().map(ToString::to_string).collect()
}

/// The commands that their Telegram lists.
fn commands(world: &World, player: &Player) -> Vec<String> {
    let listed = world.telegram.commands(player.user).into_iter();
    listed.map(|listed| listed.command).collect()
}

play_on_both! {
    /// From the first word to the first request of her own; what she told is offered again.
    async fn a_newcomer_registers_and_opens_a_request(world) {
        let Door { rani, hana } = Door::opens_in(world, "id").await;
        let then = hana.now();
        registers(&rani).await;
        assert_eq!(roles(world, &rani).await, ["newcomer"]);
        assert!(!commands(world, &rani).contains(&"tugas".to_owned()));

        hana.taps("Terima").await;
        assert_snapshot!("a_registration_at_the_helpdesk", hana.chat_since(then));
        assert_snapshot!("a_newcomer_registers", rani.chat());
        let person = known(world, &rani).await.unwrap();
        assert_eq!(person.name, "Rani Contoh, S.Kom.");
        assert_eq!(person.agency, Some("dinsos".into()));
        assert_eq!(roles(world, &rani).await, ["pic"]);

        rani.taps("Ajukan Permohonan").await;
        assert!(!rani.sees_button("Pendaftaran PIC"));
        let then = rani.now();
        rani.taps("Kunjungan Ruang Data Center").await;
        rani.taps("Pegawai OPD").await;
        rani.taps("Rani Contoh, S.Kom.").await;
        rani.taps("0812-3456-7890").await;
        assert_snapshot!("what_was_told_is_offered_again", rani.chat_since(then));
    }
}

play! {
    /// The same in English, without an NIP.
    async fn a_newcomer_registers_in_english(world) {
        let Door { rani, hana } = Door::opens_in(world, "en").await;
        rani.says("hello").await;
        rani.taps("Register as Contact Person").await;
        rani.taps("I agree").await;
        rani.shares(rani.user, OWN_NUMBER).await;
        rani.says("DISHUB").await;
        rani.says("Rani Contoh").await;
        rani.taps("I have no NIP").await;
        rani.says("Web editor").await;
        rani.says("rani@serunikota.go.id").await;
        rani.says("800/90/Dishub/2026").await;
        rani.sends("letter.pdf", papers::letter()).await;
        rani.taps("Send Request").await;
        hana.taps("Admit").await;
        assert_snapshot!("a_newcomer_registers_in_english", rani.chat());
        assert_eq!(known(world, &rani).await.unwrap().agency, Some("dishub".into()));
    }
}

play! {
    /// While helpdesk looks, she cannot send another; refused, she reads why and tries again.
    async fn who_is_refused_may_try_again(world) {
        let Door { rani, hana } = Door::opens_in(world, "id").await;
        registers(&rani).await;
        let then = rani.now();
        rani.says("/start").await;
        assert!(rani.last().contains("sedang diperiksa Helpdesk"), "{}", rani.last());
        assert!(!rani.sees_button("Daftar sebagai PIC"));
        rani.forges(None, "open:registration").await;
        assert!(rani.toast().contains("masih berjalan"), "{}", rani.toast());

        hana.taps("Tolak").await;
        hana.taps("Surat tidak menunjuk PIC").await;
        hana.taps("Ya, Tolak").await;
        rani.says("/start").await;
        assert_snapshot!("a_refusal_of_a_newcomer", rani.chat_since(then));
        rani.taps("Daftar sebagai PIC").await;
        rani.taps("Setuju").await;
        rani.shares(rani.user, OWN_NUMBER).await;
        rani.says("dinsos").await;
        rani.taps("Rani Contoh, S.Kom.").await;
        rani.taps("Memiliki NIP").await;
        rani.taps("19900101 201503 2 001").await;
        rani.taps("Pranata Komputer Ahli Pertama").await;
        rani.taps("rani@serunikota.go.id").await;
        rani.says("800/99/Dinsos/2026").await;
        rani.sends("surat-baru.pdf", papers::letter()).await;
        rani.taps("Kirim Permohonan").await;
        hana.taps("Terima").await;
        assert_eq!(roles(world, &rani).await, ["pic"]);
    }
}

play! {
    /// Helpdesk asks for a better letter, and for the right agency; the request then is that agency's.
    async fn a_better_letter_is_asked_for(world) {
        let Door { rani, hana } = Door::opens_in(world, "id").await;
        registers(&rani).await;
        let then = rani.now();
        hana.taps("Kembalikan untuk Dilengkapi").await;
        hana.taps("Instansi").await;
        hana.taps("Surat penunjukan").await;
        hana.taps("Selesai Memilih").await;
        hana.taps("Surat belum terbaca dengan jelas").await;
        hana.taps("Kembalikan untuk Dilengkapi").await;
        rani.taps("Lengkapi Sekarang").await;
        rani.says("Dinas Perhubungan").await;
        rani.sends("surat-jelas.pdf", papers::large(900)).await;
        assert_snapshot!("a_better_letter", rani.chat_since(then));
        rani.taps("Kirim").await;
        let request = world.requests().await.pop().unwrap();
        assert_eq!(request.agency.as_str(), "dishub");
        hana.taps("Terima").await;
        assert_eq!(known(world, &rani).await.unwrap().agency, Some("dishub".into()));
    }
}

play! {
    /// Only one's own number counts, shared by the button; the button goes when it is not needed.
    async fn the_contact_of_somebody_else_is_refused(world) {
        let Door { rani, hana } = Door::opens_in(world, "id").await;
        rani.says("/start").await;
        rani.taps("Daftar sebagai PIC").await;
        rani.taps("Setuju").await;
        rani.says("0812-3456-7890").await;
        rani.shares(hana.user, "6281299998888").await;
        rani.does(|telegram, user| telegram.shares_contact(user, None, "+6281299998888")).await;
        rani.taps("Kembali").await;
        rani.taps("Setuju").await;
        rani.says("/start").await;
        assert!(world.telegram.chat(rani.user).reply_keyboard.is_none());
        rani.taps("Lanjutkan").await;
        rani.shares(rani.user, OWN_NUMBER).await;
        assert_snapshot!("somebody_elses_contact", rani.chat());
        assert!(world.telegram.chat(rani.user).reply_keyboard.is_none());

        // A contact that nobody asked for is no answer to anything.
        hana.shares(hana.user, "6281299998888").await;
        assert!(hana.sees_button("Tugas Saya"));
    }
}

play_on_both! {
    /// Twelve agencies are two pages; part of a name finds one, and the whole name is taken at once.
    async fn an_agency_is_found_by_typing(world) {
        let Door { rani, .. } = Door::opens_in(world, "id").await;
        rani.says("/start").await;
        rani.taps("Daftar sebagai PIC").await;
        rani.taps("Setuju").await;
        rani.shares(rani.user, OWN_NUMBER).await;
        let then = rani.now();
        rani.taps("›").await;
        rani.says("seruni").await;
        rani.says("Dinas Sihir").await;
        rani.taps("Semua Instansi").await;
        rani.says("kec-seruni-selatan").await;
        assert_snapshot!("looking_for_an_agency", rani.chat_since(then));
    }
}

play! {
    /// Whoever does not agree is asked nothing more, and nothing of the form is kept.
    async fn whoever_does_not_agree_is_asked_nothing_more(world) {
        let Door { rani, .. } = Door::opens_in(world, "id").await;
        assert!(known(world, &rani).await.is_none());
        rani.says("/start").await;
        assert!(known(world, &rani).await.is_none(), "a word alone leaves no trace");
        rani.taps("Daftar sebagai PIC").await;
        rani.taps("Tidak setuju").await;
        assert_snapshot!("no_consent", rani.chat());
        let person = known(world, &rani).await.unwrap();
        let drafts = world.counter().db.drafts(person.id).await.unwrap();
        assert!(drafts.is_empty());
        assert_eq!(person.name, "");
        rani.taps("Menu").await;
        rani.taps("Daftar sebagai PIC").await;
        rani.taps("Setuju").await;
        rani.shares(rani.user, OWN_NUMBER).await;
        tells_the_rest(&rani).await;
        rani.taps("Kirim Permohonan").await;
        let request = world.requests().await.pop().unwrap();
        let agreed = request.state.answers.get(&"persetujuan".into()).unwrap();
        assert_eq!(agreed.plain(), "setuju-v1");
    }
}

play! {
    /// Two contact persons of one agency are nothing unusual; whoever is known sees no door.
    async fn whoever_is_in_sees_no_door(world) {
        let Door { rani, hana } = Door::opens_in(world, "id").await;
        let sari = world.person(cast::SARI).await;
        registers(&rani).await;
        hana.taps("Terima").await;
        let agency = |person: Option<Person>| person.unwrap().agency;
        assert_eq!(agency(known(world, &rani).await), agency(known(world, &sari).await));
        for player in [&rani, &sari, &hana] {
            player.says("/start").await;
            assert!(!player.sees_button("Daftar sebagai PIC"));
            player.forges(None, "join").await;
            player.forges(None, "open:registration").await;
        }
        assert_eq!(world.requests().await.len(), 1);
        assert_eq!(roles(world, &sari).await, ["pic"]);
    }
}

play! {
    /// Whoever is invited while helpdesk still looks is in; admitting them afterwards changes nothing.
    async fn an_invitation_overtakes_the_registration(world) {
        let Door { rani, hana } = Door::opens_in(world, "id").await;
        registers(&rani).await;
        let link = world.link(cast::YUDI).await;
        rani.opens(&link).await;
        assert_eq!(roles(world, &rani).await, ["pic"]);
        hana.taps("Terima").await;
        let person = known(world, &rani).await.unwrap();
        assert_eq!(person.agency, Some("dishub".into()));
        assert_eq!(person.name, "Yudi");
    }
}
