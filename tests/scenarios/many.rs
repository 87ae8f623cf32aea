//! Acts that concern very many at once: what must hold holds at once, the rest follows in slices, and all of it comes.

use domain::{
    code::RoleCode,
    command::{
        groups,
        people::{Carried, NewMandate, PeopleAct, carry_out},
    },
    deed::Deed,
    id::{AccountId, PersonId, RequestId},
    mandate::MandateKind,
    person::Person,
    procedure::Answers,
    query,
    request::{Change, Request, State},
    store::Added,
};
use sea_orm::ConnectionTrait;
use tests::{
    Player, World, cast, play, play_on_both,
    stage::{Role, hosting::Office},
};

/// More than cards are dealt for in one slice.
const MANY: usize = 30;

/// Requests that wait at the first desk of the procedure for hosting.
async fn opens_many(world: &World, by: &Player) {
    let counter = world.counter();
    let procedure = counter.open_procedure(&"hosting".into()).unwrap();
    let applicant = person(world, by).await;
    for number in 0..MANY {
        let now = counter.now();
        let request = Request {
            id: RequestId(0),
            token: format!("many-{number}"),
            ticket: format!("HWA-2026-{:04}", 7_000 + number),
            procedure: procedure.code.clone(),
            procedure_version: procedure.version,
            agency: applicant.agency.clone().unwrap(),
            applicant: applicant.id,
            opened_at: now,
            version: 0,
            alike: Vec::new(),
            nudged_until: None,
            state: State::begins("ajukan".into(), Answers::new(), now),
        };
        let opening = (&**procedure, &*counter.office);
        let change = Change::opened(opening, request, &applicant, Answers::new(), now).unwrap();
        let tx = counter.db.begin().await.unwrap();
        tx.record(&counter.office, change).await.unwrap();
    }
    world.settle().await;
}

async fn person(world: &World, player: &Player) -> Person {
    let found = world.counter().db.person_of(AccountId(player.user.0)).await;
    found.unwrap().unwrap()
}

/// How many cards with something to decide someone has.
async fn cards(world: &World, of: PersonId) -> usize {
    let live = world.counter().db.live_cards_of(of).await.unwrap();
    live.iter().filter(|card| card.task.is_some()).count()
}

/// Does something to people in someone's name.
async fn acts(world: &World, by: &Player, act: PeopleAct) -> Carried {
    let by = person(world, by).await;
    let carried = carry_out(&world.counter().for_one_act(), &by, &act).await;
    world.settle().await;
    carried.unwrap()
}

fn deputy(of: &Person, deputy: &Person, role: &str, world: &World) -> PeopleAct {
    PeopleAct::NameDeputy(NewMandate {
        kind: MandateKind::Plh,
        role: RoleCode::new(role),
        principal: Some(of.id),
        deputy: Some(deputy.id),
        from: world.counter().today(),
        until: None,
        letter: "800/1".to_owned(),
    })
}

play_on_both! {
    /// A deputy gets every card of the one they stand in for, and gives every one back.
    async fn a_deputy_for_many(world) {
        let Office { sari, hana, arif, rudi, .. } = Office::opens(world).await;
        opens_many(world, &sari).await;
        let (head, other) = (person(world, &arif).await, person(world, &rudi).await);
        assert_eq!((cards(world, head.id).await, cards(world, other.id).await), (MANY, 0));
        acts(world, &hana, deputy(&head, &other, "agency-head", world)).await;
        assert_eq!((cards(world, head.id).await, cards(world, other.id).await), (0, MANY));
        assert!(rudi.sees_button("Disposisikan"), "{}", rudi.screen());
        let mandate = world.counter().db.mandates_running().await.unwrap()[0].id;
        acts(world, &hana, PeopleAct::EndDeputy { mandate }).await;
        assert_eq!((cards(world, head.id).await, cards(world, other.id).await), (MANY, 0));
    }
}

play_on_both! {
    /// What a crash has left over of a long act is gone on with by the clock.
    async fn the_rest_comes_after_a_crash(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        opens_many(world, &sari).await;
        let head = person(world, &arif).await.id;
        let db = migration::connect(&world.settings().database_url).await.unwrap();
        // All cards are gone, and as many are planned to be dealt as when a slice has not been done yet.
        db.execute_unprepared(
            r#"UPDATE card SET retired_at = (SELECT opened_at FROM task WHERE id = card.task_id) WHERE task_id IS NOT NULL;
            INSERT INTO timer (key, wake, planned_at, at) SELECT 'redeal:agency-head:0:1',
                '{"kind":"redeal","role":"agency-head","since":"2026-11-24T03:00:00Z","after":0,"mandate":null,"warns":true}',
                opened_at, opened_at FROM task ORDER BY id LIMIT 1"#,
        )
        .await
        .unwrap();
        db.close().await.unwrap();
        world.restart_bot().await;
        world.time_passes(chrono::TimeDelta::minutes(1));
        world.settle().await;
        assert_eq!(cards(world, head).await, MANY);
    }
}

play_on_both! {
    /// The only holder of a desk leaves. Helpdesk is told once, with the number, and the list agrees.
    async fn the_last_one_leaves_many(world) {
        let Office { sari, hana, arif, .. } = Office::opens(world).await;
        let ade = world.person(cast::ADE).await;
        opens_many(world, &sari).await;
        let head = person(world, &arif).await;
        acts(world, &ade, PeopleAct::Leave { person: head.id }).await;
        assert_eq!(cards(world, head.id).await, 0);
        assert_eq!(hana.messages_with("Permohonan tanpa pemegang"), 1, "{}", hana.screen());
        let words = format!("Di meja Kepala Dinas ada {MANY} permohonan");
        assert!(hana.screen().contains(&words), "{}", hana.screen());
        hana.taps(&format!("⚠️ Tanpa Pemegang ({MANY})")).await;
        assert!(hana.screen().contains("Tanpa pemegang yang dapat dihubungi"), "{}", hana.screen());
        let helpdesk = person(world, &hana).await;
        let stuck = query::View::Stranded;
        let listed = query::overview(&world.counter(), &helpdesk, &stuck, 0).await.unwrap();
        assert_eq!(listed.page.total, MANY as u64);
        // Someone else comes: nothing is without a holder any more.
        let other = world.person(Role { name: "Bima", ..cast::ARIF }).await;
        assert_eq!(cards(world, person(world, &other).await.id).await, MANY);
        assert_eq!(query::count_stranded(&world.counter()).await.unwrap(), 0);
    }
}

play_on_both! {
    /// A contact person leaves: a colleague answers for all their requests, and it is recorded how many that are.
    async fn a_contact_person_leaves_many(world) {
        let Office { sari, .. } = Office::opens(world).await;
        let ade = world.person(cast::ADE).await;
        let rina = world.person(Role { name: "Rina", ..cast::SARI }).await;
        opens_many(world, &sari).await;
        let (gone, heir) = (person(world, &sari).await, person(world, &rina).await);
        let carried = acts(world, &ade, PeopleAct::Leave { person: gone.id }).await;
        assert_eq!(carried, Carried::HandedOver(MANY as u64));
        let db = &world.counter().db;
        assert_eq!(db.count_open_requests_of(heir.id, None).await.unwrap(), MANY as u64);
        assert_eq!(db.count_open_requests_of(gone.id, None).await.unwrap(), 0);
        let deeds = db.deeds_about(gone.id, 10).await.unwrap();
        let handed = Deed::RequestsHandedOver { to: heir.id, requests: MANY as u64 };
        assert!(deeds.iter().any(|deed| deed.deed == handed), "{deeds:?}");
    }
}

play_on_both! {
    /// Two of the requests cannot be read any more. Their contact person leaves all the same, the others are answered
    /// for by a colleague, whether they stand before or behind those, and administrators hear of the two.
    async fn what_cannot_be_passed_on_holds_up_nothing_else(world) {
        let Office { sari, .. } = Office::opens(world).await;
        let ade = world.person(cast::ADE).await;
        let rina = world.person(Role { name: "Rina", ..cast::SARI }).await;
        opens_many(world, &sari).await;
        let (gone, heir) = (person(world, &sari).await, person(world, &rina).await);
        let rows = migration::connect(&world.settings().database_url).await.unwrap();
        let two = "WHERE id IN (SELECT MIN(id) + 3 FROM request UNION SELECT MIN(id) + 14 FROM request)";
        // What the state was is kept beside the ticket, where it may lie.
        let spoils = format!("CREATE TABLE kept AS SELECT id, state FROM request {two}; UPDATE request SET state = '[]' {two}");
        rows.execute_unprepared(&spoils).await.unwrap();

        acts(world, &ade, PeopleAct::Leave { person: gone.id }).await;
        let db = &world.counter().db;
        assert_eq!(db.count_open_requests_of(heir.id, None).await.unwrap(), MANY as u64 - 2);
        assert_eq!(db.count_open_requests_of(gone.id, None).await.unwrap(), 2);
        assert_eq!(db.next_due().await.unwrap().filter(|due| due.wake().unwrap().is_rest()), None, "nothing is left over");
        assert_eq!(ade.messages_with("gagal dijalankan"), 1, "{}", ade.screen());

        let mends = "UPDATE request SET state = (SELECT state FROM kept WHERE kept.id = request.id) WHERE id IN (SELECT id FROM kept); DROP TABLE kept";
        rows.execute_unprepared(mends).await.unwrap();
        rows.close().await.unwrap();
    }
}

play_on_both! {
    /// One of the requests at a desk cannot be read. Its holder leaves all the same, and whoever comes gets the others.
    async fn what_cannot_be_dealt_keeps_nobody(world) {
        world.asked.log.brings_about("the cards of a task could not be dealt");
        let Office { sari, arif, .. } = Office::opens(world).await;
        let ade = world.person(cast::ADE).await;
        opens_many(world, &sari).await;
        let head = person(world, &arif).await;
        let rows = migration::connect(&world.settings().database_url).await.unwrap();
        let one = "WHERE id IN (SELECT MIN(id) + 3 FROM request)";
        let spoils = format!("CREATE TABLE kept AS SELECT id, state FROM request {one}; UPDATE request SET state = '[]' {one}");
        rows.execute_unprepared(&spoils).await.unwrap();

        let counter = world.counter();
        let administrator = person(world, &ade).await;
        let act = PeopleAct::Leave { person: head.id };
        carry_out(&counter.for_one_act(), &administrator, &act).await.unwrap();
        assert!(counter.db.person(head.id).await.unwrap().unwrap().account.is_none());
        let bima = world.person(Role { name: "Bima", ..cast::ARIF }).await;
        let bima = person(world, &bima).await;
        assert_eq!(cards(world, bima.id).await, MANY - 1);

        let mends = "UPDATE request SET state = (SELECT state FROM kept WHERE kept.id = request.id) WHERE id IN (SELECT id FROM kept); DROP TABLE kept";
        rows.execute_unprepared(mends).await.unwrap();
        rows.close().await.unwrap();
        world.settle().await;
        assert_eq!(ade.messages_with("gagal dijalankan"), 1, "{}", ade.screen());
    }
}

play! {
    /// A group that is bound reads all that waits; one that is let go leaves nothing behind.
    async fn a_group_reads_many(world) {
        let Office { sari, .. } = Office::opens(world).await;
        let ade = world.person(cast::ADE).await;
        opens_many(world, &sari).await;
        let chat = ade.does(|telegram, ade| {
            let group = telegram.group("Pimpinan", &[ade]);
            telegram.makes_owner(group, ade);
            group
        }).await;
        let administrator = person(world, &ade).await;
        let counter = world.counter();
        let account = AccountId(chat.0);
        let new = Added { account, title: "Pimpinan".to_owned(), topics: false, may_be_moving: false };
        groups::added(&counter, Some(&administrator), &new).await.unwrap();
        let known = counter.db.group_of(account).await.unwrap().unwrap();
        let role = RoleCode::new("agency-head");
        groups::bind(&counter.for_one_act(), &administrator, known.id, &role).await.unwrap();
        world.settle().await;
        assert_eq!(cards(world, known.id).await, MANY);
        groups::release(&counter.for_one_act(), &administrator, known.id).await.unwrap();
        world.settle().await;
        assert_eq!(cards(world, known.id).await, 0);
    }
}
