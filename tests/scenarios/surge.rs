//! Very much at once: everybody is answered at Telegram's pace, and whoever acts meanwhile at once.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use domain::{Language, command, id::AccountId, notice::What};
use tests::{
    Player, World, cast, play, play_on_both,
    stage::hosting::{Office, submit},
    telegram::{Call, Moment, Next, Telegram},
};

/// As many contact persons of one agency, with a phone each.
async fn crowd(world: &World, many: usize) -> Vec<Player> {
    let counter = world.counter();
    let mut people = Vec::new();
    for _ in 0..many {
        let phone = world.stranger("Rina", "id");
        world.telegram.starts(phone.user, None);
        let invite = command::Invite {
            role: "pic".into(),
            name: "Rina Contoh".to_owned(),
            agency: Some("dinsos".into()),
        };
        let link = command::invite(&counter, invite).await.unwrap();
        let account = AccountId(phone.user.0);
        command::accept_invitation(&counter, account, &link, Language::ID)
            .await
            .unwrap();
        people.push(phone);
    }
    world.settle().await;
    people
}

/// When a person was written to first after a moment of the calls.
fn first_to(calls: &[Call], who: &Player) -> Option<DateTime<Utc>> {
    let mut to = calls
        .iter()
        .filter(|call| call.chat == Some(who.user.into()));
    to.find(|call| call.method == "sendMessage" && call.answer.is_ok())
        .map(|call| call.at)
}

/// Lets something happen in the middle of it, when so many messages have been sent; the moment at which it
/// happened.
fn when_sent(world: &World, many: usize, acts: impl Fn(&Telegram) + Send + Sync + 'static) -> When {
    let (telegram, clock) = (world.telegram.clone(), world.clock.clone());
    let when = When::default();
    let then = when.clone();
    world.telegram.on_call(move |method, nth, moment| {
        if (method, nth, moment) == ("sendMessage", many, Moment::Before) {
            *then.lock().unwrap() = Some(clock.now());
            acts(&telegram);
        }
        Next::GoOn
    });
    when
}

type When = Arc<Mutex<Option<DateTime<Utc>>>>;

play_on_both! {
    /// Two hundred have written while nobody was there. When the bot is back, all of them are answered, at thirty
    /// a second; who writes in the middle of it is answered before them.
    async fn after_a_surge_everybody_has_been_answered(world) {
        let people = crowd(world, 200).await;
        let late = world.person(cast::SARI).await;
        world.kill_bot().await;
        world.telegram.enforce_pace(true);
        for who in &people {
            world.telegram.says(who.user, "/bantuan");
        }
        let before = world.telegram.calls().len();
        let user = late.user;
        let when = when_sent(world, 90, move |telegram| {
            telegram.says(user, "/bantuan");
        });
        world.start_bot().await;
        let calls = world.telegram.calls().split_off(before);
        for who in &people {
            assert_eq!(who.messages_with("Alamat: "), 1, "{}", who.screen());
        }
        let refused: Vec<_> = calls.iter().filter(|call| call.answer.is_err()).collect();
        assert!(refused.is_empty(), "the pace is kept: {refused:?}");
        let acted = when
            .lock()
            .unwrap()
            .expect("somebody acted in the middle of it");
        let answered = first_to(&calls, &late).expect("who acts is answered");
        let last = people.iter().filter_map(|who| first_to(&calls, who)).max();
        assert!(
            answered - acted <= TimeDelta::seconds(2),
            "{}",
            answered - acted
        );
        assert!(
            last > Some(answered + TimeDelta::seconds(1)),
            "the others waited longer"
        );
    }
}

// On SQLite alone: the pace leaves the standing clock between two microseconds, where PostgreSQL keeps no moment.
play! {
    /// What has just happened is not kept waiting by what happens by itself, or concerns everybody.
    async fn an_act_overtakes_what_is_queued(world) {
        let Office {
            sari, arif, dewi, ..
        } = Office::opens(world).await;
        submit(&sari).await;
        let people = crowd(world, 150).await;
        world.settle().await;
        world.telegram.enforce_pace(true);
        let before = world.telegram.calls().len();
        let (user, (message, data)) = (arif.user, arif.button("Disposisikan"));
        let when = when_sent(world, 40, move |telegram| {
            telegram.taps(user, message, &data).unwrap();
        });
        let counter = world.counter();
        let mut tx = counter.db.begin().await.unwrap();
        for who in &people {
            let person = tx.person_of(AccountId(who.user.0)).await.unwrap().unwrap();
            let what = What::Welcomed;
            tx.tell(person.id, &what).unwrap();
        }
        tx.commit().await.unwrap();
        world.settle().await;
        let calls = world.telegram.calls().split_off(before);
        let acted = when
            .lock()
            .unwrap()
            .expect("somebody acted in the middle of it");
        let told = first_to(&calls, &dewi).expect("the next one has the card");
        let last = people.iter().filter_map(|who| first_to(&calls, who)).max();
        assert!(told - acted <= TimeDelta::seconds(2), "{}", told - acted);
        assert!(
            last > Some(told + TimeDelta::seconds(1)),
            "the others waited longer"
        );
        assert!(dewi.sees_button("Disposisikan"), "{}", dewi.screen());
    }
}

play_on_both! {
    /// Nobody was there, so the same was typed twice. The second is not the answer to what is asked next.
    async fn what_was_typed_twice_answers_once(world) {
        let sari = world.person(cast::SARI).await;
        sari.says("/ajukan").await;
        sari.taps("Hosting Website/Aplikasi").await;
        sari.taps("Website").await;
        world.kill_bot().await;
        for _ in 0..2 {
            world.time_passes(TimeDelta::minutes(2));
            world.telegram.says(sari.user, "Portal Bantuan Sosial");
        }
        world.time_passes(TimeDelta::minutes(2));
        world.start_bot().await;
        let told = sari.last();
        assert!(told.contains("dikirim sebelum pertanyaan ini muncul"), "{told}");
        assert!(told.contains("· 14%"), "{told}");
        sari.says("Menyajikan informasi bantuan sosial bagi warga kota.").await;
        assert!(sari.last().contains("· 21%"), "{}", sari.last());
    }
}
