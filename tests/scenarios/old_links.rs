//! A start link gives nothing that it would not give if it were made today.

use std::{
    collections::HashMap,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use domain::{
    Counter, Error, Language, Refusal,
    code::RoleCode,
    command::{
        accept_invitation,
        people::{Carried, PeopleAct, carry_out},
    },
    id::AccountId,
    person::Person,
};
use sea_orm::{ConnectionTrait, Statement};
use tests::{
    World, cast, play, play_on_both,
    telegram::{Moment, Next},
};
use tokio::sync::watch;

async fn link(counter: &Counter, by: &Person, act: PeopleAct) -> String {
    match carry_out(counter, by, &act).await.unwrap() {
        Carried::Link(link) => link.as_str().to_owned(),
        other => panic!("a link: {other:?}"),
    }
}

fn post(role: &str) -> PeopleAct {
    PeopleAct::Invite {
        role: RoleCode::new(role),
        agency: None,
        name: "Heru".to_owned(),
    }
}

/// Someone opens a link whose ground is gone: nothing comes of it.
async fn is_over(counter: &Counter, account: AccountId, link: &str) {
    let opened = accept_invitation(counter, account, link, Language::default()).await;
    let Err(Error::Refused(refusal)) = opened else {
        panic!("the link is over: {opened:?}");
    };
    assert_eq!(refusal, Refusal::LinkOver);
}

play! {
    /// Whoever was dismissed opens the link that they made for a higher post while they could.
    async fn nobody_comes_back_by_their_own_link(world) {
        let (ade, hana) = (world.person(cast::ADE).await, world.person(cast::HANA).await);
        let (ade, hana) = (world.known(&ade).await, world.known(&hana).await);
        let counter = world.counter();
        let own = link(&counter, &hana, post("division-head")).await;
        carry_out(&counter, &ade, &PeopleAct::Leave { person: hana.id }).await.unwrap();
        let account = hana.account.unwrap();
        is_over(&counter, account, &own).await;
        assert_eq!(counter.db.person_of(account).await.unwrap(), None);
    }
}

play! {
    /// A link for another account of someone who has become administrator, kept by helpdesk.
    async fn a_link_does_not_rise_with_its_person(world) {
        let (ade, hana) = (world.person(cast::ADE).await, world.person(cast::HANA).await);
        let dewi = world.person(cast::DEWI).await;
        let (ade, hana) = (world.known(&ade).await, world.known(&hana).await);
        let dewi = world.known(&dewi).await;
        let counter = world.counter();
        let renewal = link(&counter, &hana, PeopleAct::Renew { person: dewi.id }).await;
        let role = RoleCode::new("administrator");
        carry_out(&counter, &ade, &PeopleAct::Give { person: dewi.id, role }).await.unwrap();
        is_over(&counter, AccountId(4_242), &renewal).await;
        assert_eq!(counter.db.person(dewi.id).await.unwrap().unwrap().account, dewi.account);
        // The administrator may, today as then.
        let renewal = link(&counter, &ade, PeopleAct::Renew { person: dewi.id }).await;
        let phone = world.stranger("Dewi", "id");
        phone.opens(&renewal).await;
        assert_eq!(world.known(&phone).await.id, dewi.id);
    }
}

play! {
    /// Neither does it bring anybody back who has left, nor outlive the post of its maker.
    async fn a_link_ends_with_what_it_rests_on(world) {
        let (ade, hana) = (world.person(cast::ADE).await, world.person(cast::HANA).await);
        let toni = world.person(cast::TONI).await;
        let (ade, hana) = (world.known(&ade).await, world.known(&hana).await);
        let toni = world.known(&toni).await;
        let counter = world.counter();
        let renewal = link(&counter, &ade, PeopleAct::Renew { person: toni.id }).await;
        carry_out(&counter, &ade, &PeopleAct::Leave { person: toni.id }).await.unwrap();
        is_over(&counter, AccountId(4_243), &renewal).await;
        let given = link(&counter, &hana, post("operator")).await;
        let role = RoleCode::new("helpdesk");
        carry_out(&counter, &ade, &PeopleAct::Take { person: hana.id, role }).await.unwrap();
        is_over(&counter, AccountId(4_244), &given).await;
    }
}

/// How many links can still be used.
async fn open_links(world: &World) -> i64 {
    let db = migration::connect(&world.settings().database_url)
        .await
        .unwrap();
    let asked = "SELECT COUNT(*) AS n FROM invitation WHERE used_at IS NULL AND ended_at IS NULL";
    let asked = Statement::from_string(db.get_database_backend(), asked);
    let found = db.query_one_raw(asked).await.unwrap().unwrap();
    db.close().await.unwrap();
    found.try_get("", "n").unwrap()
}

/// How often someone was told that a link ended.
fn told(who: &tests::Player) -> usize {
    who.messages_with("tidak berlaku lagi: pembuatnya")
}

play_on_both! {
    /// Links end in the same commit as what they rested on, and stay ended; whoever made one is told, and where they
    /// are gone, those who can make another. What has nothing to do with it goes on.
    async fn links_end_with_the_standing_they_rest_on(world) {
        let (ade, hana) = (world.person(cast::ADE).await, world.person(cast::HANA).await);
        let (toni, dewi) = (world.person(cast::TONI).await, world.person(cast::DEWI).await);
        let [admin, desk, technician, head] = [&ade, &hana, &toni, &dewi];
        let (admin, desk) = (world.known(admin).await, world.known(desk).await);
        let (technician, head) = (world.known(technician).await, world.known(head).await);
        let counter = world.counter();
        let act = async |act: PeopleAct| {
            carry_out(&counter, &admin, &act).await.unwrap();
            world.settle().await;
        };
        let open = async || open_links(world).await;

        // Whom it is for leaves; their head rises.
        let for_technician = link(&counter, &desk, PeopleAct::Renew { person: technician.id }).await;
        let for_head = link(&counter, &desk, PeopleAct::Renew { person: head.id }).await;
        let other = link(&counter, &desk, post("operator")).await;
        assert_eq!(open().await, 3);
        act(PeopleAct::Leave { person: technician.id }).await;
        assert_eq!((open().await, told(&hana)), (2, 1), "{}", hana.screen());
        let role = RoleCode::new("administrator");
        act(PeopleAct::Give { person: head.id, role: role.clone() }).await;
        assert_eq!((open().await, told(&hana)), (1, 2), "{}", hana.screen());
        // It does not come back with what it rested on.
        act(PeopleAct::Take { person: head.id, role }).await;
        is_over(&counter, AccountId(4_250), &for_head).await;
        is_over(&counter, AccountId(4_251), &for_technician).await;

        // Whoever made it loses the post, and is still there; then is gone.
        let role = RoleCode::new("helpdesk");
        act(PeopleAct::Take { person: desk.id, role: role.clone() }).await;
        assert_eq!((open().await, told(&hana), told(&ade)), (0, 3, 0), "{}", hana.screen());
        is_over(&counter, AccountId(4_252), &other).await;
        act(PeopleAct::Give { person: desk.id, role }).await;
        let desk = counter.db.person(desk.id).await.unwrap().unwrap();
        let last = link(&counter, &desk, post("operator")).await;
        act(PeopleAct::Leave { person: desk.id }).await;
        assert_eq!((open().await, told(&ade)), (0, 1), "{}", ade.screen());
        is_over(&counter, AccountId(4_253), &last).await;
        let deeds = tests::stage::dump::without(world, &["procedure_version"]).await;
        assert_eq!(deeds.matches("link-ended").count(), 4, "each is a deed");
    }
}

/// From now on the bot hears nothing any more from a call on, counted from now, before or after its effect.
fn dies_at(world: &World, call: usize, at: Moment) -> watch::Receiver<bool> {
    let (dead, died) = watch::channel(false);
    let calls = AtomicUsize::new(0);
    let numbers: Mutex<HashMap<(String, usize), usize>> = Mutex::default();
    world.telegram.on_call(move |method, nth, moment| {
        if *dead.borrow() {
            return Next::Silence;
        }
        let mut numbers = numbers.lock().unwrap();
        let key = (method.to_owned(), nth);
        let number = match moment {
            Moment::Before => {
                let number = calls.fetch_add(1, Ordering::SeqCst) + 1;
                numbers.insert(key, number);
                Some(number)
            }
            Moment::After => numbers.get(&key).copied(),
        };
        if number != Some(call) || moment != at {
            return Next::GoOn;
        }
        dead.send_replace(true);
        Next::Silence
    });
    died
}

play_on_both! {
    /// Wherever the program dies after a link was made, helpdesk reads it, and it works; nothing that is stored shows it.
    async fn a_link_outlives_the_program(world) {
        let hana = world.person(cast::HANA).await;
        let mut deaths = 0;
        for at in [Moment::Before, Moment::After] {
            for call in 1.. {
                hana.says("/orang").await;
                hana.taps("Undang Orang").await;
                hana.taps("PIC OPD").await;
                hana.taps("Dinas Sosial").await;
                hana.says("Rina Contoh").await;
                let read = hana.messages_with("?start=");
                let mut died = dies_at(world, call, at);
                hana.begins_to_tap("Simpan");
                let is_dead = tokio::select! {
                    biased;
                    _ = died.wait_for(|dead| *dead) => true,
                    () = world.settle() => false,
                };
                if is_dead {
                    world.kill_bot().await;
                    world.telegram.off_call();
                    world.start_bot().await;
                    deaths += 1;
                }
                world.telegram.off_call();
                assert!(hana.messages_with("?start=") > read, "call {call}, {at:?}:\n{}", hana.screen());
                let link = world.link_in(&hana);
                let rows = tests::stage::dump::without(world, &["procedure_version"]).await;
                assert!(!rows.contains(&link), "it is stored: {rows}");
                let newcomer = world.stranger("Rina", "id");
                newcomer.opens(&link).await;
                assert!(newcomer.last().contains("Rina Contoh"), "{}", newcomer.screen());
                if !is_dead {
                    break;
                }
            }
        }
        world.telegram.queries_expire();
        assert!(deaths > 3, "{deaths}");
    }
}
