//! Groups of several people: they read along with a role, and decide nothing.

use domain::{command::groups, deed::Deed, id::AccountId};
use insta::assert_snapshot;
use tests::{
    Player, World, cast, play, play_on_both,
    stage::hosting::{Office, analyse, submit, submit_to_analysis},
    telegram::{ChatId, Telegram, UserId},
};

/// An administrator opens a group with the bot in it and says what it is for.
async fn bind(ade: &Player, role: &str, open: impl FnOnce(&Telegram, UserId) -> ChatId) -> ChatId {
    let group = ade.does(open).await;
    ade.taps(role).await;
    ade.taps("Ya, Sambungkan").await;
    group
}

/// All that was said in a group.
fn chat(world: &World, group: ChatId) -> String {
    world.telegram.transcript(group)
}

/// All that the group shows now.
fn screen(world: &World, group: ChatId) -> String {
    world.telegram.screen(group)
}

/// No button is to be seen in a group.
fn has_no_buttons(world: &World, group: ChatId) -> bool {
    world.telegram.chat(group).buttons().next().is_none()
}

play_on_both! {
    /// An administrator says in private what a group is for. When Telegram makes a supergroup of it in
    /// the middle of a request, everything goes on there.
    async fn a_helpdesk_group_becomes_a_supergroup(world) {
        let office = Office::opens(world).await;
        let ade = world.person(cast::ADE).await;
        let then = ade.now();
        let group = bind(&ade, "Helpdesk", |telegram, ade| {
            let group = telegram.group("Helpdesk Diskominfo", &[ade, office.hana.user]);
            telegram.makes_owner(group, office.hana.user);
            group
        })
        .await;
        assert_snapshot!("an_administrator_binds_a_group", ade.chat_since(then));

        let Office { sari, hana, arif, dewi, rudi, .. } = &office;
        submit(sari).await;
        arif.taps("Disposisikan").await;
        dewi.taps("Disposisikan").await;
        rudi.taps("Lengkap, Disposisikan").await;
        ade.does(|telegram, ade| telegram.renames(group, ade, "Meja Bantuan")).await;
        // Whoever does it need not be an administrator of the office.
        let new = world.telegram.upgrades(group);
        world.settle().await;
        assert_snapshot!("a_helpdesk_group", chat(world, group));
        hana.taps("Catat & Teruskan").await;
        analyse(&office).await;
        dewi.taps("Tolak Permohonan").await;
        dewi.taps("Uji keamanan belum dilakukan").await;
        dewi.taps("Ya, Tolak Permohonan").await;
        assert_snapshot!("the_supergroup_it_became", chat(world, new));
        assert!(!chat(world, new).contains("Uji keamanan"), "reasons stay in private");
    }
}

play! {
    /// Where the bot has not heard that a group has moved, it learns so when it next writes there.
    async fn a_group_moves_unheard(world) {
        let office = Office::opens(world).await;
        let ade = world.person(cast::ADE).await;
        let group = bind(&ade, "Tim Teknis", |telegram, ade| telegram.group("Teknis", &[ade])).await;
        submit_to_analysis(&office).await;
        let new = world.telegram.upgrades_unheard(group);
        assert!(chat(world, new).is_empty());
        analyse(&office).await;
        assert!(screen(world, new).contains("oleh Toni, Tim Teknis"), "{}", chat(world, new));
        office.dewi.taps("Setujui").await;
        assert_snapshot!("a_group_that_moved_unheard", chat(world, new));
    }
}

play_on_both! {
    /// A move is told in both chats at once, and by a message that came too late: it happens once, also
    /// where the database lets several look at the same moment.
    async fn a_move_is_told_from_everywhere_at_once(world) {
        let ade = world.person(cast::ADE).await;
        let at = bind(&ade, "Helpdesk", |telegram, ade| telegram.group("Helpdesk", &[ade])).await;
        let (counter, mut at) = (&world.counter(), AccountId(at.0));
        for turn in 1..=15 {
            let to = AccountId(at.0 - turn);
            let [one, two, three, four] = [0; 4].map(|_| groups::moved(counter, at, to));
            let lost = groups::lost(counter, at, None);
            let (a, b, lost, c, d) = tokio::join!(one, two, lost, three, four);
            lost.unwrap();
            for heard in [a, b, c, d] {
                assert!(heard.unwrap(), "we are where it has gone");
            }
            at = to;
            let group = counter.db.group_of(at).await.unwrap().expect("it has moved");
            assert!(group.is_bound(), "after {turn} moves");
        }
    }
}

play_on_both! {
    /// The technical team reads each request in a topic of its own; where the bot may not open topics,
    /// all goes into one, and nothing is lost.
    async fn a_forum_has_a_topic_per_request(world) {
        let office = Office::opens(world).await;
        let yudi = world.person(cast::YUDI).await;
        let putri = world.person(cast::PUTRI).await;
        let ade = world.person(cast::ADE).await;
        let forum = bind(&ade, "Tim Teknis", |telegram, ade| telegram.forum("Tim Teknis", &[ade], true)).await;
        world.telegram.enforce_pace(true);
        submit_to_analysis(&office).await;
        submit_by(&office, &yudi).await;
        analyse(&office).await;
        assert_snapshot!("a_forum", chat(world, forum));

        // Somebody tidies up too well: the next thing to say opens the topic again.
        world.telegram.deletes_topic(forum, "HWA-2026-0002");
        office.dewi.taps("Setujui").await;
        let again = chat(world, forum);
        assert_eq!(again.matches("(topik baru: HWA-2026-0002)").count(), 2, "{again}");

        world.telegram.lets_bot_open_topics(forum, ade.user, false);
        world.settle().await;
        submit_by(&office, &putri).await;
        let flat = chat(world, forum);
        assert!(!flat.contains("topik baru: HWA-2026-0003"), "{flat}");
        assert!(flat.contains("HWA-2026-0003"), "{flat}");
        let calls = world.telegram.calls();
        let slower = calls.iter().filter(|call| call.answer.as_ref().is_err_and(|it| it.code == 429));
        assert_eq!(slower.count(), 0, "a group takes twenty messages a minute");
    }
}

/// A request goes from its applicant to the technical team.
async fn submit_by(office: &Office, applicant: &Player) {
    submit(applicant).await;
    office.arif.taps("Disposisikan").await;
    office.dewi.taps("Disposisikan").await;
    office.rudi.taps("Lengkap, Disposisikan").await;
    office.hana.taps("Catat & Teruskan").await;
}

play! {
    /// Whoever is no administrator of the office gets one polite sentence, and so does whoever hides
    /// their name.
    async fn someone_else_adds_the_bot(world) {
        let hana = world.person(cast::HANA).await;
        let ade = world.person(cast::ADE).await;
        let of_hana = hana.does(|telegram, hana| telegram.group("Arisan", &[hana])).await;
        let hidden = ade.does(|telegram, ade| telegram.group_of_someone_hidden("Rapat", &[ade])).await;
        assert_snapshot!("someone_else_adds_the_bot", chat(world, of_hana));
        assert_snapshot!("someone_hidden_adds_the_bot", chat(world, hidden));
        assert!(!ade.screen().contains("grup"), "{}", ade.screen());
        assert!(world.counter().db.groups().await.unwrap().is_empty());
    }
}

play! {
    /// In a bound group the bot keeps silent, whoever speaks; a tap there changes nothing, true or
    /// forged, not even that of the one who may decide.
    async fn a_tap_in_a_group_changes_nothing(world) {
        let office = Office::opens(world).await;
        let ade = world.person(cast::ADE).await;
        let Office { sari, arif, hana, .. } = &office;
        let group = bind(&ade, "Kepala Dinas", |telegram, ade| {
            telegram.group("Pimpinan", &[ade, arif.user, hana.user])
        })
        .await;
        submit(sari).await;
        assert!(has_no_buttons(world, group), "{}", screen(world, group));
        let (_, decides) = arif.button("Disposisikan");
        let before = (world.stands().await, world.telegram.chat(group).messages.len());
        world.telegram.says_in(group, arif.user, "/tugas");
        world.telegram.says_in(group, hana.user, "/start@loket_demo_bot");
        world.telegram.says_hidden(group, "/tugas");
        world.settle().await;
        for who in [arif, hana, &ade] {
            for data in [decides.as_str(), "home", "groups", "nobody made this"] {
                world.telegram.forges_in(group, who.user, None, data);
                world.settle().await;
                assert!(who.toast().contains("percakapan pribadi"), "{}", who.toast());
            }
        }
        let said = world.telegram.chat(group).messages.len();
        assert_eq!((world.stands().await, said - 3), before);
        arif.taps("Disposisikan").await;
        assert!(screen(world, group).contains("oleh Arif, Kepala Dinas"), "{}", screen(world, group));
    }
}

play! {
    /// Who holds the role may change; the group reads along with the role.
    async fn a_group_reads_along_whoever_holds_the_role(world) {
        let office = Office::opens(world).await;
        let ade = world.person(cast::ADE).await;
        let group = bind(&ade, "Koordinator", |telegram, ade| telegram.group("Koordinator", &[ade])).await;
        submit(&office.sari).await;
        office.arif.taps("Disposisikan").await;
        office.dewi.taps("Disposisikan").await;
        let before = chat(world, group);
        assert!(before.contains("Dinas Sosial"), "{before}");
        let wati = world.person(cast::WATI).await;
        assert_eq!(chat(world, group), before);
        wati.taps("Lengkap, Disposisikan").await;
        assert!(screen(world, group).contains("oleh Wati, Koordinator"), "{}", screen(world, group));
    }
}

play! {
    /// Groups are an administrator's business, whatever a button says; and each is settled once.
    async fn only_administrators_bind_groups(world) {
        let hana = world.person(cast::HANA).await;
        let ade = world.person(cast::ADE).await;
        let group = ade.does(|telegram, ade| telegram.group("Helpdesk", &[ade, hana.user])).await;
        let (_, role) = ade.button("Helpdesk");
        let bind = role.replace(":f", ":b");
        let leave = role.replace(":fhelpdesk", ":x!");
        for data in [&role, &bind, &leave, &"groups".to_owned()] {
            hana.forges(None, data).await;
            assert!(hana.toast().contains("Administrator"), "{}", hana.toast());
        }
        for outside in ["pic", "administrator", "nobody"] {
            ade.forges(None, &bind.replace("helpdesk", outside)).await;
        }
        let db = world.counter().db;
        assert_eq!(db.groups().await.unwrap().pop().unwrap().role, None);

        ade.taps("Helpdesk").await;
        ade.taps("Ya, Sambungkan").await;
        ade.forges(None, &bind).await;
        assert!(ade.toast().contains("sudah diatur"), "{}", ade.toast());
        assert!(!world.telegram.commands(hana.user).is_empty());
        assert!(!chat(world, group).contains("keluar"), "{}", chat(world, group));
    }
}

play! {
    /// A group is let go that has moved without our hearing of it: what was to be said there last follows nobody, and
    /// is not tried for ever.
    async fn a_group_that_has_moved_is_let_go(world) {
        let ade = world.person(cast::ADE).await;
        let group = bind(&ade, "Tim Teknis", |telegram, ade| telegram.group("Teknis", &[ade])).await;
        let new = world.telegram.upgrades_unheard(group);
        ade.says("/menu").await;
        ade.taps("Grup").await;
        ade.taps("Teknis").await;
        ade.taps("Lepaskan Grup").await;
        ade.taps("Ya, Lepaskan").await;
        assert!(chat(world, new).is_empty(), "{}", chat(world, new));
        assert_eq!(world.counter().db.count_due().await.unwrap(), 0);
    }
}

play! {
    /// An administrator lets a group go; or says at once that it is not for Loket; or someone takes the
    /// bot out. Nothing more is told there, and the group can come back.
    async fn a_group_ends(world) {
        let office = Office::opens(world).await;
        let ade = world.person(cast::ADE).await;
        let group = bind(&ade, "Kepala Dinas", |telegram, ade| telegram.group("Pimpinan", &[ade])).await;
        submit(&office.sari).await;
        let then = ade.now();
        ade.says("/menu").await;
        ade.taps("Grup").await;
        ade.taps("Pimpinan").await;
        ade.taps("Lepaskan Grup").await;
        ade.taps("Ya, Lepaskan").await;
        assert_snapshot!("an_administrator_releases_a_group", ade.chat_since(then));
        office.arif.taps("Disposisikan").await;
        assert_snapshot!("a_group_that_was_released", chat(world, group));

        let other = ade.does(|telegram, ade| telegram.group("Arisan", &[ade])).await;
        ade.taps("Bukan untuk Loket, Keluar").await;
        assert!(chat(world, other).ends_with("Loket  (keluar: Loket)\n"), "{}", chat(world, other));

        let third = bind(&ade, "Kepala Bidang", |telegram, ade| telegram.group("Bidang", &[ade])).await;
        assert!(screen(world, third).contains("HWA-2026-0001"), "what waits already is shown");
        ade.does(|telegram, ade| telegram.removes_bot(third, ade)).await;
        assert!(ade.last().contains("dikeluarkan dari grup Bidang"), "{}", ade.last());
        office.dewi.taps("Disposisikan").await;
        assert!(!chat(world, third).contains("oleh Dewi"), "{}", chat(world, third));
        let db = world.counter().db;
        assert!(db.groups().await.unwrap().is_empty());
        let deeds = db.all_deeds().await.unwrap();
        let of_groups: Vec<_> = deeds
            .iter()
            .map(|it| &it.deed)
            .filter(|it| matches!(it, Deed::GroupBound { .. } | Deed::GroupReleased))
            .collect();
        assert_eq!(of_groups.len(), 5, "bound, released, not for us, bound, taken out: {of_groups:?}");
        assert!(world.counter().db.undelivered(9).await.unwrap().is_empty());
    }
}
