//! A walker who knows no procedure by name: it reads one, gathers the people its steps need, and
//! carries requests along any path, as those people would on their phones.

mod answers;
pub mod check;
pub mod paths;

use std::sync::Arc;

use bot::{
    button::{Button, CardPress, RequestPress},
    conversation::{Meaning, meaning},
};
use domain::{
    Counter,
    code::RoleCode,
    command::{self, Act, Decided, Invite, Page},
    id::{AccountId, PersonId, RequestId},
    person::Person,
    procedure::{Input, Procedure, form::Now},
    query,
    request::{Request, Task},
};

use super::{Player, World};
use crate::telegram::MessageId;
use answers::{Reply, reply};
use paths::{Move, Place};

/// How a request is carried on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// By tapping and typing.
    Chat,
    /// By the office's own commands, which is faster; people's chats follow all the same.
    Command,
}

/// Someone with a phone and a post.
pub struct Member {
    pub player: Player,
    pub id: PersonId,
    pub role: RoleCode,
}

/// Everyone whom a procedure needs, two to a role.
pub struct Company {
    pub world: World,
    pub procedure: Arc<Procedure>,
    pub members: Vec<Member>,
}

impl Company {
    /// Everyone comes in by a start link.
    pub async fn gathers(world: &World, procedure: &Arc<Procedure>) -> Company {
        let mut roles = vec![&procedure.opens];
        roles.extend(procedure.steps.iter().map(|step| &step.performer));
        roles.extend(&procedure.inform_at_end);
        let mut members: Vec<Member> = Vec::new();
        for role in roles {
            if members.iter().any(|member| &member.role == role) {
                continue;
            }
            for ordinal in ["Satu", "Dua"] {
                members.push(comes_in(world, procedure, role, ordinal).await);
            }
        }
        Company {
            world: world.clone(),
            procedure: procedure.clone(),
            members,
        }
    }

    /// The first of those who may open a request.
    pub fn applicant(&self) -> &Member {
        &self.members[0]
    }

    pub fn member(&self, id: PersonId) -> &Member {
        let found = self.members.iter().find(|member| member.id == id);
        found.expect("a member of the company")
    }

    /// Carries a new request along a path, and looks at everything after each move. In the middle
    /// the bot is killed and started again.
    pub async fn walks(&self, path: &[Move], turn: usize, opening: Way, way: Way) {
        let request = self.opens(turn, opening).await;
        let mut place = Place::first(&self.procedure);
        self.all_is_true(request, &place).await;
        for (number, chosen) in path.iter().enumerate() {
            if number == path.len() / 2 {
                self.world.restart_bot().await;
            }
            match chosen {
                Move::Decide(..) => self.decides(request, chosen, turn + number, way).await,
                Move::Withdraw(_) => self.withdraws(request).await,
            }
            place = place.after(&self.procedure, chosen);
            self.all_is_true(request, &place).await;
        }
    }

    /// Sends a new request.
    async fn opens(&self, turn: usize, way: Way) -> RequestId {
        let applicant = self.applicant();
        match way {
            Way::Chat => {
                applicant.player.says("/ajukan").await;
                self.presses(applicant, &Button::Open(self.procedure.code.clone()))
                    .await;
            }
            Way::Command => {
                let (counter, person) = self.acts(applicant).await;
                command::begin(&counter, &person, &self.procedure.code)
                    .await
                    .expect("a form");
            }
        }
        self.fills(applicant, turn, way).await;
        let (counter, person) = self.acts(applicant).await;
        let sent = query::mine(&counter, &person, 0).await;
        let newest = sent.expect("one's own requests").items;
        newest.first().expect("the request was sent").request.id
    }

    async fn decides(&self, request: RequestId, chosen: &Move, turn: usize, way: Way) {
        let Move::Decide(step, outcome) = chosen else {
            return;
        };
        let (request, task) = self.waiting(request).await;
        let step = self.procedure.step(step).expect("a step");
        assert_eq!(task.step, step.code, "it waits where the path goes on");
        let holders = self.holders(&request, &task);
        let decider = holders[turn % holders.len()];
        match way {
            Way::Chat => {
                let cards = self.world.counter().db.cards_of(request.id).await;
                let card = cards
                    .expect("cards")
                    .into_iter()
                    .find(|card| card.task == Some(task.id) && card.person == decider.id)
                    .expect("the decider's card");
                let place = step.outcomes.iter().position(|it| &it.code == outcome);
                let press = CardPress::Outcome(place.expect("an outcome of the step"));
                let card = card.token;
                self.presses(decider, &Button::Card { card, press }).await;
            }
            Way::Command => {
                let (counter, person) = self.acts(decider).await;
                let chosen = command::decide(&counter, &person, task.id, outcome).await;
                if let Decided::Recorded(_) = chosen.expect("the decider may") {
                    self.world.settle().await;
                    return;
                }
            }
        }
        self.fills(decider, turn, way).await;
    }

    async fn withdraws(&self, request: RequestId) {
        let (request, _) = self.waiting(request).await;
        for press in [RequestPress::Withdraw, RequestPress::WithdrawSurely] {
            let request = request.token.clone();
            self.presses(self.applicant(), &Button::Request { request, press })
                .await;
        }
    }

    /// Answers whatever a form asks, and sends it. Without a form there is nothing to do.
    async fn fills(&self, member: &Member, turn: usize, way: Way) {
        while let Some(page) = self.form_of(member).await {
            match page.draft.filling.now(&page.form) {
                Now::Question(field) => {
                    let reply = reply(&self.world.counter(), &page, field, turn);
                    if way == Way::Chat {
                        let ask = &field.ask.id;
                        let last = member.player.last();
                        assert!(last.contains(ask.as_str()), "{last}\ndoes not ask {ask}");
                        self.replies(member, &page, reply).await;
                    } else {
                        self.answers(member, page, reply).await;
                    }
                }
                Now::Review if way == Way::Chat => {
                    let press = bot::button::FormPress::Send;
                    self.presses_in(member, &page, press).await;
                }
                Now::Review => {
                    let (counter, person) = self.acts(member).await;
                    command::send(&counter, &person, page).await.expect("sent");
                    self.world.settle().await;
                }
                Now::Choosing | Now::Leaving => unreachable!("nobody asked for that"),
            }
        }
    }

    async fn replies(&self, member: &Member, page: &Page, reply: Reply) {
        match reply {
            Reply::Says(text) => {
                member.player.says(&text).await;
            }
            Reply::Presses(press) => self.presses_in(member, page, press).await,
            Reply::Sends(name, bytes) => member.player.sends(name, bytes).await,
        }
    }

    async fn answers(&self, member: &Member, page: Page, reply: Reply) {
        let (counter, person) = self.acts(member).await;
        let act = match reply {
            Reply::Says(text) => Act::Answer(Input::Text(text)),
            Reply::Presses(press) => match meaning(&page, press) {
                Meaning::Act(act) => act,
                other => panic!("an answer, not {other:?}"),
            },
            Reply::Sends(name, bytes) => {
                let kept = command::keep_paper(&counter, &person, &page, name, bytes, None);
                Act::Answer(Input::Paper(kept.await.expect("a paper in the archive")))
            }
        };
        let filled = command::fill(&counter, &person, page, act).await;
        filled.expect("the answer fits");
    }

    async fn form_of(&self, member: &Member) -> Option<Page> {
        let counter = self.world.counter();
        let person = counter.db.person(member.id).await.expect("people");
        let page = command::listening(&counter, &person.expect("the member")).await;
        page.expect("its form")
    }

    async fn presses_in(&self, member: &Member, page: &Page, press: bot::button::FormPress) {
        let (draft, revision) = (page.draft.token.clone(), page.draft.revision);
        let button = Button::Form {
            draft,
            revision,
            press,
        };
        self.presses(member, &button).await;
    }

    /// Taps the newest visible button that means this; fails, and prints the chat, where there is none.
    async fn presses(&self, member: &Member, button: &Button) {
        let data = button.encode();
        let seen = self.seen(member);
        let found = seen.iter().rev().find(|(_, seen)| seen == button);
        let Some((message, _)) = found else {
            let (name, screen) = (&member.player.name, member.player.screen());
            panic!("{name} sees no button {button:?}:\n\n{screen}");
        };
        self.world.time_passes(chrono::TimeDelta::minutes(1));
        let tapped = self
            .world
            .telegram
            .taps(member.player.user, *message, &data);
        tapped.expect("the button was there just now");
        self.world.settle().await;
    }

    /// All buttons in someone's chat, oldest message first.
    fn seen(&self, member: &Member) -> Vec<(MessageId, Button)> {
        let chat = self.world.telegram.chat(member.player.user);
        let read = |data: &String| Button::decode(data).expect("a button of ours");
        chat.buttons()
            .filter_map(|(message, button)| Some((message, read(button.callback_data.as_ref()?))))
            .collect()
    }

    /// The counter, and who acts, a minute later.
    async fn acts(&self, member: &Member) -> (Counter, Person) {
        self.world.time_passes(chrono::TimeDelta::minutes(1));
        let counter = self.world.counter();
        let person = counter.db.person(member.id).await.expect("people");
        (counter, person.expect("a person"))
    }

    async fn waiting(&self, request: RequestId) -> (Request, Task) {
        let db = self.world.counter().db;
        let found = db.request(request).await.expect("requests");
        let task = db.open_task_of(request).await.expect("tasks");
        (found.expect("the request"), task.expect("an open task"))
    }
}

async fn comes_in(world: &World, procedure: &Procedure, role: &RoleCode, ordinal: &str) -> Member {
    let counter = world.counter();
    let name = format!("{} {ordinal}", counter.office.title(role).id);
    let player = world.stranger(&name, "id");
    let agency = counter.office.agencies.first().expect("an agency");
    let new = Invite {
        role: role.clone(),
        name,
        agency: (*role == procedure.opens).then(|| agency.code.clone()),
    };
    let link = command::invite(&counter, new).await.expect("a start link");
    player.opens(&link).await;
    let account = AccountId(player.user.0);
    let person = counter.db.person_of(account).await.expect("people");
    Member {
        id: person.expect("the link works").id,
        role: role.clone(),
        player,
    }
}
