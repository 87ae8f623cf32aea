//! Who has which card: it follows who can decide.

use std::sync::Arc;

use crate::{
    Counter, Error,
    code::RoleCode,
    id::{PersonId, TaskId},
    notice::What,
    person::Person,
    procedure::Procedure,
    request::{Request, Task},
    store::Tx,
};

/// Brings the cards of a role's open tasks in line with who can decide them now: whoever can has a
/// live one, nobody else has.
pub(super) async fn redeal(counter: &Counter, tx: &mut Tx, role: &RoleCode) -> Result<(), Error> {
    for (task, request) in tx.open_tasks_of_role(role).await? {
        let procedure = counter.shown_procedure_of(&request).await?;
        if procedure.opens != *role {
            redeal_task(tx, &procedure, &request, &task).await?;
        }
    }
    Ok(())
}

async fn redeal_task(
    tx: &mut Tx,
    procedure: &Arc<Procedure>,
    request: &Request,
    task: &Task,
) -> Result<(), Error> {
    let now = tx.now();
    let barred = request.barred(procedure);
    let deciders = tx.deciders(&task.role, task.assigned, &barred, now).await?;
    for card in tx.cards_of_task(task.id).await? {
        let person = tx.person(card.person).await?;
        // A group reads along with the role, whoever holds it.
        if person.as_ref().is_some_and(Person::is_group) {
            continue;
        }
        let may = person.is_some_and(|person| {
            let capacity = task.may_be_decided(request, procedure, &person, now);
            person.account.is_some() && capacity.is_ok()
        });
        match (may, card.retired_at) {
            (false, None) => tx.retire_card(card.id).await?,
            (true, Some(_)) => tx.revive_card(card.id).await?,
            _ => continue,
        }
        // Drawn anew where it lies, or at the end of the chat where it has something to ask again.
        if may {
            tx.lift_card(card.id).await?;
        } else {
            tx.tell(card.person, &What::Card { card: card.id })?;
        }
    }
    let reachable = tx.reachable(deciders.iter().copied()).await?;
    for person in deciders {
        tx.deal_card(person, request.id, task.id).await?;
    }
    if reachable.is_empty() {
        tx.warn_of(task.id).await?;
    }
    Ok(())
}

/// Takes every live card away from someone who has lost their account, and says where it lay what
/// became of it.
pub(super) async fn clear_table(tx: &mut Tx, person: PersonId) -> Result<(), Error> {
    let Some(account) = tx.person(person).await?.and_then(|person| person.account) else {
        return Ok(());
    };
    for card in tx.live_cards_of(person).await? {
        if let Some(from) = card.message {
            tx.tell_at(person, account, &What::Moved { from })?;
        }
        tx.forget_message(card.id).await?;
    }
    Ok(())
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
