//! Who has which card: it follows who can decide.
//!
//! Whoever may decide is asked at the moment of deciding, so a right changes at once, and cards follow. Those of the
//! first tasks are dealt in the same transaction; where a desk has more, the rest is planned in it and dealt a slice at
//! a time, so that nobody else waits long for their turn to write.

use std::collections::{HashMap, HashSet, hash_map::Entry};

use crate::{
    Counter, Error,
    code::RoleCode,
    command::left_undone,
    id::{CardId, MandateId, PersonId, RequestId, TaskId},
    notice::{Undone, What},
    person::Person,
    procedure::Procedure,
    request::{Request, Task},
    store::{Card, Tx},
    wake::Wake,
};

/// Of how many tasks the cards are dealt in one transaction: some milliseconds of the one writer's time.
const AT_ONCE: u64 = 25;
/// So many tasks at which nobody can act are told of one by one; more at once, in one message.
const ONE_BY_ONE: usize = 3;

/// What cards are dealt for.
#[derive(Debug, Clone)]
pub(super) struct Dealing {
    pub(super) role: RoleCode,
    /// From the task after this one on.
    pub(super) after: TaskId,
    /// The deputy who begins or ends: applicants see at whose desk their request is.
    pub(super) mandate: Option<MandateId>,
    /// Whether somebody is told where nobody can act.
    pub(super) warns: bool,
}

/// Brings the cards of a role's open tasks in line with who can decide them now: whoever can has a
/// live one, nobody else has.
pub(super) async fn redeal(counter: &Counter, tx: &mut Tx, role: &RoleCode) -> Result<(), Error> {
    begin(counter, tx, role, None, true).await
}

/// The same because a deputy begins or ends.
pub(super) async fn redeal_for(
    counter: &Counter,
    tx: &mut Tx,
    role: &RoleCode,
    mandate: MandateId,
) -> Result<(), Error> {
    begin(counter, tx, role, Some(mandate), true).await
}

/// The same because a group reads along from now on: who can decide has not changed.
pub(super) async fn deal_to_groups(
    counter: &Counter,
    tx: &mut Tx,
    role: &RoleCode,
) -> Result<(), Error> {
    begin(counter, tx, role, None, false).await
}

async fn begin(
    counter: &Counter,
    tx: &mut Tx,
    role: &RoleCode,
    mandate: Option<MandateId>,
    warns: bool,
) -> Result<(), Error> {
    let all = Dealing {
        role: role.clone(),
        after: TaskId(0),
        mandate,
        warns,
    };
    if let Some(after) = deal(counter, tx, &all).await? {
        let since = tx.now();
        tx.plan_rest(&Dealing { after, ..all }.rest(since)).await?;
    }
    Ok(())
}

impl Dealing {
    /// What is left to deal.
    pub(super) fn rest(self, since: chrono::DateTime<chrono::Utc>) -> Wake {
        Wake::Redeal {
            role: self.role,
            since,
            after: self.after,
            mandate: self.mandate,
            warns: self.warns,
        }
    }
}

/// Deals the cards of the next tasks. Says after which task to go on; none where that was all.
pub(super) async fn deal(
    counter: &Counter,
    tx: &mut Tx,
    dealing: &Dealing,
) -> Result<Option<TaskId>, Error> {
    let role = &dealing.role;
    let found = tx.open_tasks_of(role, dealing.after, AT_ONCE).await?;
    let last = found.last().map(|(task, _)| *task);
    let more = last.filter(|_| found.len() as u64 == AT_ONCE);
    let is_all = more.is_none() && dealing.after == TaskId(0);
    if found.is_empty() {
        return Ok(None);
    }
    let mut tasks = Vec::with_capacity(found.len());
    for (id, read) in found {
        match read {
            Ok(task) => tasks.push(task),
            Err(error) => passes_over(counter, tx, id, &error).await?,
        }
    }
    let ids: Vec<_> = tasks.iter().map(|(task, _)| task.id).collect();
    let mut cards: HashMap<TaskId, Vec<Card>> = HashMap::new();
    for card in tx.cards_of_tasks(&ids).await? {
        if let Some(task) = card.task {
            cards.entry(task).or_default().push(card);
        }
    }
    let mut hand = DealtHand::default();
    for (task, request) in &tasks {
        let procedure = counter.shown_procedure_of(request).await?;
        if procedure.opens != *role {
            let its = cards.remove(&task.id).unwrap_or_default();
            hand.takes(tx, (&procedure, request, task), its).await?;
        }
    }
    hand.play(tx, dealing, is_all).await?;
    if let Some(mandate) = dealing.mandate
        && let Some(mandate) = tx.mandate(mandate).await?
        && mandate.replaces()
    {
        let moved = tasks
            .iter()
            .filter(|(task, _)| mandate.takes(&task.role, task.assigned));
        let moved: Vec<RequestId> = moved.map(|(_, request)| request.id).collect();
        tx.redraw_statuses(&moved).await?;
    }
    Ok(more)
}

/// A task that does not read keeps its cards, and administrators hear of it. Whoever loses a post loses it all the same:
/// their taps are judged by who they are then.
async fn passes_over(
    counter: &Counter,
    tx: &mut Tx,
    task: TaskId,
    error: &Error,
) -> Result<(), Error> {
    tracing::error!(task.id = %task, %error, "the cards of a task could not be dealt");
    left_undone::tell(counter, tx, Undone::Timer).await
}

/// What is to be done with the cards of some tasks, before it is done in a few statements.
#[derive(Debug, Default)]
struct DealtHand {
    retire: Vec<CardId>,
    revive: Vec<CardId>,
    /// Those that are drawn anew at the end of their chats.
    lift: Vec<CardId>,
    /// Those that are new.
    add: Vec<(PersonId, RequestId, TaskId)>,
    told: Vec<DealNews>,
    /// The tasks at which nobody can act.
    stranded: Vec<TaskId>,
    people: HashMap<PersonId, Option<Person>>,
}

/// What is told of it, in this order.
#[derive(Debug)]
enum DealNews {
    Redrawn(Card),
    Lifted(Card),
    /// The next one of those that are new.
    Added(PersonId),
    Stranded(TaskId),
}

impl DealtHand {
    async fn takes(
        &mut self,
        tx: &Tx,
        (procedure, request, task): (&Procedure, &Request, &Task),
        cards: Vec<Card>,
    ) -> Result<(), Error> {
        let now = tx.now();
        let barred = request.passed_over(procedure);
        let deciders = tx.deciders(&task.role, task.assigned, &barred, now).await?;
        let mut dealt: HashSet<PersonId> = HashSet::new();
        for card in cards {
            dealt.insert(card.person);
            let person = self.person(tx, card.person).await?;
            // A group reads along with the role, whoever holds it.
            if person.is_some_and(Person::is_group) {
                continue;
            }
            let has_account = person.is_some_and(|person| person.account.is_some());
            let may = person.is_some_and(|person| {
                let capacity = task.may_be_decided(request, procedure, person, now);
                has_account && capacity.is_ok()
            });
            match (may, card.retired_at) {
                (false, None) => self.retire.push(card.id),
                (true, Some(_)) => self.revive.push(card.id),
                _ => continue,
            }
            // Drawn anew where it lies, or at the end of the chat where it has something to ask again.
            if may {
                self.lift.push(card.id);
                self.told.push(DealNews::Lifted(card));
            } else if has_account {
                self.told.push(DealNews::Redrawn(card));
            }
        }
        let mut can_be_reached = false;
        for id in &deciders {
            let person = self.person(tx, *id).await?;
            can_be_reached |=
                person.is_some_and(|it| it.account.is_some() && it.unreachable_since.is_none());
        }
        let groups = tx.groups_of(&task.role).await?;
        for person in deciders.into_iter().chain(groups) {
            if dealt.insert(person) {
                self.add.push((person, request.id, task.id));
                self.told.push(DealNews::Added(person));
            }
        }
        if !can_be_reached {
            self.stranded.push(task.id);
            self.told.push(DealNews::Stranded(task.id));
        }
        Ok(())
    }

    async fn person(&mut self, tx: &Tx, id: PersonId) -> Result<Option<&Person>, Error> {
        let known = match self.people.entry(id) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => unknown.insert(tx.person(id).await?),
        };
        Ok(known.as_ref())
    }

    async fn play(self, tx: &mut Tx, dealing: &Dealing, is_all: bool) -> Result<(), Error> {
        tx.retire_cards(&self.retire).await?;
        tx.revive_cards(&self.revive).await?;
        tx.forget_messages(&self.lift).await?;
        let mut added = tx.add_cards(&self.add).await?.into_iter();
        let one_by_one = is_all && self.stranded.len() <= ONE_BY_ONE;
        for told in self.told {
            match told {
                DealNews::Redrawn(card) => tx.tell(card.person, &What::Card { card: card.id })?,
                DealNews::Lifted(card) => tx.tell_lifted(&card)?,
                DealNews::Added(person) => {
                    let card = added.next().ok_or(Error::Missing("card that was added"))?;
                    tx.tell(person, &What::Card { card })?;
                }
                DealNews::Stranded(task) if dealing.warns && one_by_one => tx.warn_of(task).await?,
                DealNews::Stranded(_) => {}
            }
        }
        if dealing.warns && !one_by_one && !self.stranded.is_empty() {
            let role = dealing.role.clone();
            let day = tx.now().date_naive();
            tx.tell_watchers(&What::StrandedAt { role, day }, None)
                .await?;
        }
        Ok(())
    }
}

/// Takes every live card away from someone who has lost their account, and says where it lay what
/// became of it.
pub(super) async fn clear_table(tx: &mut Tx, person: PersonId) -> Result<(), Error> {
    match tx.person(person).await?.and_then(|person| person.account) {
        Some(account) => tx.clear_table(person, account).await,
        None => Ok(()),
    }
}

/// In whose chats the task lies with its buttons. Groups read along and are not reminded.
pub(super) async fn holders(tx: &Tx, task: TaskId) -> Result<Vec<PersonId>, Error> {
    let mut holders = Vec::new();
    for card in tx.cards_of_task(task).await? {
        let live = card.retired_at.is_none() && !holders.contains(&card.person);
        let person = tx.person(card.person).await?.filter(|_| live);
        if person.is_some_and(|it| it.account.is_some_and(|it| it.0 > 0)) {
            holders.push(card.person);
        }
    }
    Ok(holders)
}
