//! What must be true of a request after every move, in the books and on every phone.

use std::collections::BTreeSet;

use bot::button::{Button, CardPress, RequestPress};
use domain::{
    draft::Purpose,
    id::RequestId,
    notice::What,
    procedure::{Answer, Condition, Inform},
    request::{Request, Standing, Task},
};

use super::{
    Company, Member, compare,
    place::{At, Place},
};
use crate::{stage::dump, telegram::MessageId};

impl Company {
    /// Looks at everything.
    pub async fn all_is_true(&self, request: RequestId, place: &Place) {
        let db = self.world.counter().db;
        let request = db.request(request).await.expect("requests");
        let request = request.expect("the request");
        self.world.history_folds_to(&request).await;
        let standing = match &place.at {
            At::Step(step) => Standing::At(step.clone()),
            At::End(end) => Standing::Ended(end.clone()),
        };
        assert_eq!(request.state.standing, standing, "it stands as foreseen");
        assert_eq!(request.state.started, place.started);
        assert_eq!(request.state.reconsidered, place.reconsidered);
        let task = db.open_task_of(request.id).await.expect("tasks");
        self.only_the_open_task_has_buttons(&request, task.as_ref(), place)
            .await;
        self.the_status_card_is_true(&request, place).await;
        self.what_was_written_is_read(&request, task.as_ref()).await;
        if let At::End(_) = place.at {
            self.whoever_hears_of_ends_has(&request).await;
        }
        self.no_draft_outlives_its_task().await;
        compare::books_are_true(&self.world.counter(), &self.procedure, &request).await;
    }

    /// Those for whom a task is: the one it was given to, or all who hold its role.
    pub(super) fn holders(&self, request: &Request, task: &Task) -> Vec<&Member> {
        let step = self.procedure.step(&task.step).expect("a step");
        if step.performer == self.procedure.opens {
            return vec![self.member(request.applicant)];
        }
        let named = step
            .assigned
            .as_ref()
            .and_then(|field| request.state.answers.get(field));
        if let Some(Answer::Person { id, .. }) = named {
            return vec![self.member(*id)];
        }
        // Of several posts each has one voice, whoever of its holders has spoken.
        let is_shared = step.performer.is_shared();
        let voices = request.state.voices.iter();
        let heard = voices.map(|voice| &self.member(voice.by).role);
        let heard: Vec<_> = heard.filter(|_| is_shared).collect();
        let members = self.members.iter();
        members
            .filter(|member| step.performer.is_of(&member.role) && !heard.contains(&&member.role))
            .filter(|member| !request.state.spoken().contains(&member.id))
            .collect()
    }

    /// Each holder of the open task sees all outcomes that are offered in exactly one message, and nobody sees
    /// a button that decides anything else.
    async fn only_the_open_task_has_buttons(
        &self,
        request: &Request,
        task: Option<&Task>,
        place: &Place,
    ) {
        let cards = self.world.counter().db.cards_of(request.id).await;
        let cards = cards.expect("cards");
        let holders = task.map_or(Vec::new(), |task| self.holders(request, task));
        for member in self.members.iter() {
            let mut messages: BTreeSet<MessageId> = BTreeSet::new();
            let mut outcomes: Vec<(String, usize)> = Vec::new();
            for (message, button) in self.seen(member) {
                if let Button::Card { card, press } = button {
                    // Several steps in one go are each offered alone as well.
                    let place = match press {
                        CardPress::Outcome(place) => place,
                        // The answers that choose an outcome stand in its place.
                        CardPress::ChosenBy { outcome, option: 0 } => outcome,
                        _ => continue,
                    };
                    messages.insert(message);
                    outcomes.push((card, place));
                }
            }
            outcomes.sort();
            let foreseen = task.filter(|_| holders.iter().any(|holder| holder.id == member.id));
            let foreseen: Vec<_> = foreseen.map_or(Vec::new(), |task| {
                let mine = |card: &&domain::store::Card| {
                    card.person == member.id && card.task == Some(task.id)
                };
                let card = cards.iter().find(mine).expect("a card of the open task");
                let step = self.procedure.step(&task.step).expect("a step");
                let mut offered = place.offered(&self.procedure);
                // What only the clock takes has no button.
                offered.retain(|place| !step.outcomes[*place].by_clock);
                let offered = offered.into_iter();
                offered.map(|place| (card.token.clone(), place)).collect()
            });
            if outcomes != foreseen {
                // What of it stands in the database says whether it was told, and when.
                let rows = dump::of(&self.world, &["card", "outbox", "task", "event"]).await;
                let (name, screen) = (&member.player.name, member.player.screen());
                panic!(
                    "in the chat of {name} {outcomes:?}, and not {foreseen:?}\n{rows}\n{screen}"
                );
            }
            assert!(
                messages.len() <= 1,
                "one live card at most:\n{}",
                member.player.screen()
            );
        }
    }

    /// The applicant's status card names the stage and the post, or the end; and it can be taken
    /// back from there exactly as long as the procedure allows.
    async fn the_status_card_is_true(&self, request: &Request, place: &Place) {
        let counter = self.world.counter();
        let applicant = self.member(request.applicant);
        let cards = counter.db.cards_of(request.id).await.expect("cards");
        let card = cards.iter().find(|card| card.task.is_none());
        let message = card.and_then(|card| card.message).expect("it was sent");
        let message = MessageId(i32::try_from(message.0).expect("32 bits"));
        let text = self.world.telegram.look(applicant.player.user, |chat| {
            let message = chat.message(message).expect("it is to be seen");
            message.text.clone()
        });
        let mut says = vec![request.ticket.as_str()];
        let task = counter.db.open_task_of(request.id).await.expect("tasks");
        let post = match (place.step(&self.procedure), task) {
            (Some(step), Some(task)) => {
                says.push("● ");
                (step.performer != self.procedure.opens).then(|| counter.office.title(&task.role))
            }
            _ => None,
        };
        says.extend(post.as_ref().map(|post| post.get(self.language)));
        if let At::End(end) = &place.at {
            says.push(
                self.procedure
                    .end(end)
                    .expect("an end")
                    .label
                    .get(self.language),
            );
        }
        for said in says {
            assert!(text.contains(said), "no “{said}” in\n{text}");
        }
        let takes_back = Button::Request {
            request: request.token.clone(),
            press: RequestPress::Withdraw,
        };
        let seen = self.seen(applicant).iter().any(|(_, it)| *it == takes_back);
        assert_eq!(seen, place.can_be_withdrawn(&self.procedure), "\n{text}");
    }

    /// Whoever the file tells of every end has been told of this one, unless they have brought it about themselves.
    async fn whoever_hears_of_ends_has(&self, request: &Request) {
        let db = self.world.counter().db;
        let history = db.history(request.id).await.expect("a history");
        let by = history.last().map(|it| it.by);
        let barred = request.passed_over(&self.procedure);
        let ended = What::Ended {
            request: request.id,
        };
        let is_so = |when: &Condition| when.holds_in(&request.state.answers);
        let told = self.procedure.inform_at_end.iter();
        let told = told.filter(|inform| inform.when.as_ref().is_none_or(is_so));
        for role in told.filter_map(Inform::role) {
            let holders = self.members.iter().filter(|member| member.role == *role);
            for member in
                holders.filter(|it| it.id != request.applicant && !barred.contains(&it.id))
            {
                let told = db.is_told(member.id, &ended).await.expect("notices");
                let (name, ticket) = (&member.player.name, &request.ticket);
                assert_eq!(
                    told,
                    by != Some(member.id),
                    "that {ticket} is over, to {name}"
                );
                assert!(
                    !told || member.player.chat().contains(ticket),
                    "{name} does not read it"
                );
            }
        }
    }

    /// Nobody's typing goes to a form about a task that is settled.
    async fn no_draft_outlives_its_task(&self) {
        let db = self.world.counter().db;
        for member in self.members.iter() {
            for draft in db.drafts(member.id).await.expect("drafts") {
                if let Purpose::Decide { task, .. } = draft.purpose {
                    let task = db.task(task).await.expect("tasks").expect("a task");
                    assert_eq!(task.closed_at, None, "{} still writes", member.player.name);
                }
            }
        }
    }
}
