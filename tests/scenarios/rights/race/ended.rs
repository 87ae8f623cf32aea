//! What rested on a right ends with it: whoever loses a post, leaves or is replaced finds their cards, half-filled forms,
//! links, lists and what they may do with groups ended in the same commit, whatever they had.

use domain::{
    Error,
    command::{self, groups},
    draft::{Draft, Purpose},
    house::{Chosen, House},
    id::{AccountId, TaskId},
    person::Person,
    query,
    store::Added,
};
use sea_orm::{ConnectionTrait, Statement};
use tests::Engine;

use super::{super::commands::Things, Copy, Start, takes, takings};

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
            Purpose::House(House::Word) => {
                let about = Chosen::of(&draft.filling.old).request.unwrap();
                let request = copy.counter.db.request(about).await.unwrap().unwrap();
                let seen = query::dossier_for(&copy.counter, person, &request.token).await;
                seen.is_ok()
            }
            Purpose::House(House::Invite) => manages.contains(&true),
            Purpose::House(_) => manages[1],
        }
}

/// What the lists of someone show that they may not decide.
async fn listed(copy: &Copy, person: &Person) -> Vec<String> {
    let counter = &copy.counter;
    let waiting = query::waiting::waiting(counter, person).await.unwrap();
    let page = query::lists::tasks(counter, person, 0).await.unwrap();
    let mut tasks: Vec<TaskId> = waiting.own.iter().map(|it| it.task.id).collect();
    tasks.extend(
        page.items
            .iter()
            .filter_map(|it| Some(it.task.as_ref()?.id)),
    );
    tasks.extend(
        query::waiting::next(counter, person, None)
            .await
            .unwrap()
            .map(|it| it.id),
    );
    let mut left = Vec::new();
    for task in tasks {
        if !may_decide(copy, person, task).await {
            left.push(format!("task {task} in a list"));
        }
    }
    if person.account.is_none() && (waiting.total > 0 || !waiting.beneath.is_empty()) {
        left.push("a list".to_owned());
    }
    left
}

/// What someone did with groups a moment ago is done for them, or refused; by the account that they had then.
async fn group_rights(copy: &Copy, before: &Person, now: &Person, things: &Things) -> [bool; 3] {
    let counter = &copy.counter;
    let may = now.account == before.account && now.holds(&"administrator".into());
    let new = Added {
        account: AccountId(-1_009_000_001),
        title: "Grup Baru".to_owned(),
        topics: false,
        may_be_moving: false,
    };
    let brings = groups::added(counter, Some(before), &new).await;
    let helpdesk = "helpdesk".into();
    let binds = groups::bind(counter, before, things.group, &helpdesk).await;
    let releases = groups::release(counter, before, things.group).await;
    let refused = |done: Option<&Error>| match done {
        None => false,
        Some(Error::Refused(_)) => true,
        Some(trouble) => panic!("{trouble}"),
    };
    [
        may != brings.is_ok_and(|stays| stays),
        may == refused(binds.as_ref().err()),
        may == refused(releases.as_ref().err()),
    ]
}

/// How often somebody's cards were left to be dealt after the commit that ended them.
async fn left_for_later(copy: &Copy) -> i64 {
    let asked = "SELECT COUNT(*) AS n FROM timer WHERE key LIKE 'redeal%'";
    let asked = Statement::from_string(copy.rows.get_database_backend(), asked);
    let found = copy.rows.query_one_raw(asked).await.unwrap().unwrap();
    found.try_get("", "n").unwrap()
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
    left.extend(listed(copy, person).await);
    let manages = ["helpdesk", "administrator"].map(|role| person.holds(&role.into()));
    if (person.account.is_none() || !manages.contains(&true)) && links(copy, person).await > 0 {
        left.push("links".to_owned());
    }
    left
}

/// Everybody has everything that somebody in their place can have, and loses everything that they can lose, one at a time.
async fn all_ends(engine: Engine) {
    let start = Start::of(engine).await;
    let (mut lost, mut ended, mut words, mut groups) = (0, 0, 0, 0);
    let mut wrong = Vec::new();
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
            // Whoever may look at the request writes to its desk as well.
            let said = Some("Mohon didahulukan.".to_owned());
            let word = command::begin_word(&copy.counter, &before, &start.things.token, said).await;
            words += usize::from(word.is_ok());
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
            let mut left = left_over(&copy, &now).await;
            if left_for_later(&copy).await > 0 {
                left.push("cards, until later".to_owned());
            }
            if before.holds(&"administrator".into()) {
                groups += 1;
                let wrong = group_rights(&copy, &before, &now, &start.things).await;
                left.extend(wrong.contains(&true).then(|| format!("groups: {wrong:?}")));
            }
            if !left.is_empty() {
                wrong.push(format!("{name}, {taking:?}: {left:?}"));
            }
            copy.rows.close().await.unwrap();
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(
        lost > 40 && ended > 10 && words > 20 && groups > 2,
        "{lost}, {ended}, {words}, {groups}"
    );
}

/// How much someone has.
async fn has(copy: &Copy, person: &Person) -> usize {
    let listed = query::waiting::waiting(&copy.counter, person).await;
    let listed = listed.unwrap().total;
    let db = &copy.counter.db;
    let cards = db.live_cards_of(person.id).await.unwrap().len();
    let drafts = db.drafts(person.id).await.unwrap().len();
    listed + cards + drafts + usize::try_from(links(copy, person).await).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn what_rested_on_a_right_ends_with_it_on_sqlite() {
    Box::pin(all_ends(Engine::Sqlite)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn what_rested_on_a_right_ends_with_it_on_postgres() {
    if let Some(engine) = Engine::postgres().await {
        Box::pin(all_ends(engine)).await;
    }
}
