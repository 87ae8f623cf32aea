//! What rested on a right ends with it: whoever loses a post, leaves or is replaced finds their cards, half-filled forms and
//! links ended in the same commit, whatever they had.

use domain::{
    draft::{Draft, Purpose},
    house::House,
    id::TaskId,
    person::Person,
};
use sea_orm::{ConnectionTrait, Statement};
use tests::Engine;

use super::{Copy, Start, takes, takings};

/// Of someone who may not decide a task, whether they still may.
async fn may_decide(copy: &Copy, person: &Person, task: TaskId) -> bool {
    let db = &copy.counter.db;
    let task = db.task(task).await.unwrap().unwrap();
    let request = db.request(task.request).await.unwrap().unwrap();
    let procedure = copy.counter.procedure_of(&request).await.unwrap();
    let now = copy.counter.now();
    let may = task.may_be_decided(&request, &procedure, person, now);
    task.closed_at.is_none() && person.account.is_some() && may.is_ok()
}

async fn may_send(copy: &Copy, person: &Person, draft: &Draft) -> bool {
    let manages = ["helpdesk", "administrator"].map(|role| person.holds(&role.into()));
    person.account.is_some()
        && match draft.purpose {
            Purpose::Open => {
                let procedure = copy.counter.open_procedure(&draft.procedure).unwrap();
                copy.counter.may_open(person, procedure).is_ok()
            }
            Purpose::Decide { task, .. } => may_decide(copy, person, task).await,
            Purpose::House(House::Word) => true,
            Purpose::House(House::Invite) => manages.contains(&true),
            Purpose::House(_) => manages[1],
        }
}

/// How many links wait that someone has made, or that are for them.
async fn links(copy: &Copy, person: &Person) -> i64 {
    let asked = format!(
        "SELECT COUNT(*) AS n FROM invitation WHERE used_at IS NULL AND ended_at IS NULL \
         AND (invited_by = {0} OR person_id = {0})",
        person.id
    );
    let asked = Statement::from_string(copy.rows.get_database_backend(), asked);
    let found = copy.rows.query_one_raw(asked).await.unwrap().unwrap();
    found.try_get("", "n").unwrap()
}

/// What someone has who may not have it.
async fn left_over(copy: &Copy, person: &Person) -> Vec<String> {
    let db = &copy.counter.db;
    let mut left = Vec::new();
    for card in db.live_cards_of(person.id).await.unwrap() {
        let theirs = if let Some(task) = card.task {
            may_decide(copy, person, task).await
        } else {
            let request = db.request(card.request).await.unwrap().unwrap();
            request.applicant == person.id && person.account.is_some()
        };
        if !theirs {
            left.push(format!("{card:?}"));
        }
    }
    for draft in db.drafts(person.id).await.unwrap() {
        if !may_send(copy, person, &draft).await {
            left.push(format!("{draft:?}"));
        }
    }
    let manages = ["helpdesk", "administrator"].map(|role| person.holds(&role.into()));
    if (person.account.is_none() || !manages.contains(&true)) && links(copy, person).await > 0 {
        left.push("links".to_owned());
    }
    left
}

/// Everybody has everything that somebody in their place can have, and loses everything that they can lose, one at a time.
async fn all_ends(engine: Engine) {
    let start = Start::of(engine).await;
    let (mut lost, mut ended, mut wrong) = (0, 0, Vec::new());
    for actor in &start.situation.actors {
        let name = actor.name;
        let copy = start.copy().await;
        let before = start.situation.person(&copy.counter, name).await;
        assert_eq!(
            left_over(&copy, &before).await,
            Vec::<String>::new(),
            "{name}"
        );
        for taking in takings(&before) {
            let copy = start.copy().await;
            let had = has(&copy, &before).await;
            let taken = takes(
                &copy.counter,
                &copy.taker,
                before.id,
                &start.things,
                &taking,
            );
            if taken.await.is_err() {
                // The last administrator, for instance.
                continue;
            }
            lost += 1;
            let now = copy.counter.db.person(before.id).await.unwrap().unwrap();
            ended += usize::from(has(&copy, &now).await < had);
            let left = left_over(&copy, &now).await;
            if !left.is_empty() {
                wrong.push(format!("{name}, {taking:?}: {left:?}"));
            }
            copy.rows.close().await.unwrap();
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(lost > 40 && ended > 10, "{lost}, {ended}");
}

/// How much someone has.
async fn has(copy: &Copy, person: &Person) -> usize {
    let db = &copy.counter.db;
    let cards = db.live_cards_of(person.id).await.unwrap().len();
    let drafts = db.drafts(person.id).await.unwrap().len();
    cards + drafts + usize::try_from(links(copy, person).await).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn what_rested_on_a_right_ends_with_it_on_sqlite() {
    all_ends(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn what_rested_on_a_right_ends_with_it_on_postgres() {
    if let Some(engine) = Engine::postgres().await {
        all_ends(engine).await;
    }
}
