//! A start link gives nothing that it would not give if it were made today.

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
use tests::{cast, play};

async fn link(counter: &Counter, by: &Person, act: PeopleAct) -> String {
    match carry_out(counter, by, &act).await.unwrap() {
        Carried::Link(link) => link,
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
