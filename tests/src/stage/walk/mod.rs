//! A walker who knows no procedure by name: it reads one, gathers the people its steps need, and
//! carries requests along any path, as those people would on their phones.

pub(crate) mod answers;
pub mod check;
mod compare;
pub(crate) mod filling;
mod gathering;
pub(crate) mod hints;
mod ledger;
mod lines;
mod names;
mod next_card;
mod noted;
pub mod paths;
pub mod place;
mod readers;
pub mod said;
mod sources;
mod waiting;

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use bot::button::{Button, CardPress, FormPress, OpeningPress, RequestPress, Revision};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Counter, Language,
    code::{RegisterCode, RoleCode},
    command::{self, Decided, FormPage},
    id::{PersonId, RequestId},
    office::NEWCOMER,
    person::Person,
    procedure::{Procedure, alone::moment},
    query,
    request::{Request, Task},
};

use super::{Player, World};
use crate::telegram::MessageId;
use paths::{Path, leading_to, lines_needed, writing};
use place::{Move, Opening, Place};

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
    pub members: Arc<Vec<Member>>,
    /// Whether they say why wherever they can, each in words of their own.
    pub gives_reasons: bool,
    /// From the end of whose requests those of this procedure are begun, where it is begun so.
    origin: Option<Arc<Procedure>>,
    /// What all of them speak.
    language: Language,
    /// How many names have been made up.
    names: Arc<AtomicUsize>,
    /// How many walks have begun: whoever is let in on one cannot ask to be let in on the next.
    walks: AtomicUsize,
}

impl Company {
    /// Carries a request to where it has written an open line into a register.
    pub async fn writes(&self, register: &RegisterCode, turn: usize) {
        self.walks.fetch_add(1, Ordering::Relaxed);
        let path = writing(&self.procedure, register, &self.procedure.opens);
        Box::pin(self.goes(&path, turn, Way::Command, Way::Command)).await;
    }

    /// The first of those who hold a role; of newcomers, another on each walk.
    pub fn holder(&self, role: &RoleCode) -> &Member {
        let place = match role.as_str() {
            NEWCOMER => self.walks.load(Ordering::Relaxed).saturating_sub(1),
            _ => 0,
        };
        let mut found = self.members.iter().filter(|member| &member.role == role);
        found.nth(place).expect("a member with this role")
    }

    pub fn member(&self, id: PersonId) -> &Member {
        let found = self.members.iter().find(|member| member.id == id);
        found.expect("a member of the company")
    }

    /// Carries a new request along a path, and looks at everything after each move. In the middle
    /// the bot is killed and started again.
    ///
    /// Where the path chooses a line of a register and there is none, another request is carried to
    /// where it writes one first.
    pub async fn walks(&self, path: &Path, turn: usize, opening: Way, way: Way) {
        self.walks.fetch_add(1, Ordering::Relaxed);
        let role = &path.opening.role;
        let (counter, person) = self.acts(self.holder(role)).await;
        let opens = counter.may_open(&person, &self.procedure);
        let agency = opens.expect("they may open a request").agency;
        for register in lines_needed(&self.procedure, path) {
            // What another procedure writes, whoever walks has seen to.
            let mut written = self.procedure.registers.iter();
            if !written.any(|entry| entry.register == *register) {
                continue;
            }
            let agency = agency.as_ref().expect("lines are an agency's");
            let lines = counter.db.open_lines(register, Some(agency)).await;
            if lines.expect("lines").is_empty() {
                let before = writing(&self.procedure, register, role);
                Box::pin(self.goes(&before, turn, Way::Command, Way::Command)).await;
            }
        }
        Box::pin(self.goes(path, turn, opening, way)).await;
    }

    async fn goes(&self, path: &Path, turn: usize, opening: Way, way: Way) {
        let request = Box::pin(self.opens(&path.opening, turn, opening)).await;
        let mut place = Place::first(&self.procedure, &path.opening);
        self.all_is_true(request, &place).await;
        for (number, chosen) in path.moves.iter().enumerate() {
            if number == path.moves.len() / 2 {
                self.world.restart_bot().await;
            }
            match chosen {
                Move::Decide { .. } => {
                    let needed = voices(&self.procedure, chosen);
                    for nth in 0..needed {
                        Box::pin(self.decides(request, chosen, turn + number + nth, way)).await;
                        if nth + 1 < needed {
                            // Until enough have spoken it stands where it stood, and who has sees no button.
                            self.all_is_true(request, &place).await;
                        }
                    }
                }
                Move::Withdraw(_) => self.withdraws(request).await,
                Move::Expire(step) => {
                    let step = self.procedure.step(step).expect("a step");
                    match &step.expires {
                        Some(_) => self.runs_out(request).await,
                        None => self.falls_silent(request).await,
                    }
                }
            }
            place = place.after(&self.procedure, chosen);
            self.all_is_true(request, &place).await;
        }
        if opening == Way::Chat {
            self.the_applicant_reads_what_is_theirs(request).await;
        }
    }

    /// Sends a new request.
    async fn opens(&self, opening: &Opening, turn: usize, way: Way) -> RequestId {
        let applicant = self.holder(&opening.role);
        let from = match &self.origin {
            Some(origin) => Some(Box::pin(self.ends(origin, turn)).await),
            None => None,
        };
        match (way, from) {
            (Way::Chat, Some(request)) => {
                let press = RequestPress::Follow;
                self.presses(applicant, &Button::Request { request, press })
                    .await;
            }
            (Way::Command, Some(request)) => {
                let (counter, person) = self.acts(applicant).await;
                command::begin_follow_up(&counter, &person, &request)
                    .await
                    .expect("a form");
            }
            (Way::Chat, None) => {
                applicant.player.says("/ajukan").await;
                let open = OpeningPress::Open(self.procedure.code.clone());
                self.presses(applicant, &open.into()).await;
            }
            (Way::Command, None) => {
                let (counter, person) = self.acts(applicant).await;
                command::begin(&counter, &person, &self.procedure.code)
                    .await
                    .expect("a form");
            }
        }
        Box::pin(self.fills(applicant, &opening.says, turn, way)).await;
        self.newest_of(applicant).await.id
    }

    async fn newest_of(&self, applicant: &Member) -> Request {
        let (counter, person) = self.acts(applicant).await;
        let sent = query::mine(&counter, &person, 0).await;
        let newest = sent.expect("one's own requests").items;
        let newest = newest.into_iter().next();
        newest.expect("the request was sent").request
    }

    /// Carries a request of another procedure to an end from which one of this procedure can be begun, and says how it is
    /// called.
    async fn ends(&self, origin: &Arc<Procedure>, turn: usize) -> String {
        let path = leading_to(origin, &self.procedure).expect("an end of that kind");
        let company = self.under(origin);
        Box::pin(company.goes(&path, turn, Way::Command, Way::Command)).await;
        let applicant = company.holder(&path.opening.role);
        company.newest_of(applicant).await.token
    }

    async fn decides(&self, request: RequestId, chosen: &Move, turn: usize, way: Way) {
        let Move::Decide {
            step,
            outcome,
            says,
        } = chosen
        else {
            return;
        };
        let (request, task) = self.waiting(request).await;
        let step = self.procedure.step(step).expect("a step");
        assert_eq!(task.step, step.code, "it waits where the path goes on");
        let chosen = step.outcome(outcome).expect("its outcome");
        if chosen.by_clock {
            self.goes_on_by_itself(&request).await;
            return;
        }
        if let Some(from) = moment(&request.state.answers, &chosen.from) {
            self.comes_to(from).await;
        }
        let holders = self.holders(&request, &task);
        let decider = holders[turn % holders.len()];
        match way {
            Way::Chat => {
                let cards = self.world.counter().db.cards_of(request.id).await;
                let mut cards = cards.expect("cards").into_iter();
                let card = cards
                    .find(|card| card.task == Some(task.id) && card.person == decider.id)
                    .expect("the decider's card");
                let place = step.outcomes.iter().position(|it| &it.code == outcome);
                let place = place.expect("an outcome of the step");
                let press = match step.chosen_by(&step.outcomes[place]) {
                    Some(_) => CardPress::ChosenBy {
                        outcome: place,
                        option: 0,
                    },
                    None => CardPress::Outcome(place),
                };
                let card = card.token;
                self.presses(decider, &Button::Card { card, press }).await;
            }
            Way::Command => {
                let (counter, person) = self.acts(decider).await;
                let chosen =
                    command::decide(&counter, &person, task.id, |it| it.outcome(outcome)).await;
                if let Decided::Recorded(_) = chosen.expect("the decider may") {
                    self.world.settle().await;
                    return;
                }
            }
        }
        Box::pin(self.fills(decider, says, turn, way)).await;
    }

    async fn withdraws(&self, request: RequestId) {
        let (request, _) = self.waiting(request).await;
        let applicant = self.member(request.applicant);
        for press in [RequestPress::Withdraw, RequestPress::WithdrawSurely] {
            let request = request.token.clone();
            self.presses(applicant, &Button::Request { request, press })
                .await;
        }
    }

    /// Nobody comes until what the request has reserved runs out. The applicant is asked once before.
    async fn runs_out(&self, request: RequestId) {
        let (request, _) = self.waiting(request).await;
        let player = &self.member(request.applicant).player;
        let asked = || player.messages_with(&format!("Cadangan untuk {}", request.ticket));
        let reserved = self.world.counter().db.reserved_by(request.id).await;
        let own = reserved.expect("reservations").into_iter();
        let own = own.filter(|held| held.line.is_none());
        let until = own.filter_map(|held| held.until).min();
        let until = until.expect("something runs out");
        let before = asked();
        let comes = async |at: DateTime<Utc>| {
            let ahead = at - self.world.clock.now();
            self.world.time_passes(ahead.max(TimeDelta::zero()));
            self.world.settle().await;
        };
        comes(until - TimeDelta::days(6)).await;
        assert_eq!(asked(), before, "it is not asked this early");
        for early in [TimeDelta::hours(23), TimeDelta::hours(1)] {
            comes(until - early).await;
            assert_eq!(
                asked(),
                before + 1,
                "they are asked once:\n{}",
                player.screen()
            );
        }
        comes(until + TimeDelta::minutes(1)).await;
    }

    async fn presses_in(&self, member: &Member, page: &FormPage, press: FormPress) {
        let draft = page.draft.token.clone();
        let revision = Revision::of(page.draft.revision);
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
        self.world.time_passes(TimeDelta::minutes(1));
        self.world.settle().await;
        let tapped = self
            .world
            .telegram
            .taps(member.player.user, *message, &data);
        tapped.expect("the button was there just now");
        self.world.settle().await;
    }

    /// All buttons in someone's chat, oldest message first.
    fn seen(&self, member: &Member) -> Vec<(MessageId, Button)> {
        let read = |data: &String| Button::decode(data).expect("a button of ours");
        self.world.telegram.look(member.player.user, |chat| {
            let buttons = chat.buttons();
            let ours = buttons.filter_map(|(message, button)| {
                Some((message, read(button.callback_data.as_ref()?)))
            });
            ours.collect()
        })
    }

    /// The counter, and who acts, a minute later.
    async fn acts(&self, member: &Member) -> (Counter, Person) {
        self.world.time_passes(TimeDelta::minutes(1));
        self.world.settle().await;
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

/// How many must make a move.
fn voices(procedure: &Procedure, chosen: &Move) -> usize {
    let Move::Decide { step, outcome, .. } = chosen else {
        return 1;
    };
    let step = procedure.step(step).expect("a step");
    let outcome = step.outcome(outcome).expect("its outcome");
    if outcome.by_clock {
        return 1;
    }
    usize::try_from(step.needed(outcome)).expect("a few")
}
