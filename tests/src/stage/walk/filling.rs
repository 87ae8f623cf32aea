//! Filling forms in, by tapping and typing or by command.

use std::sync::atomic::Ordering;

use bot::{
    button::FormPress,
    conversation::{Meaning, meaning},
};
use chrono::{DateTime, Utc};
use domain::{
    Counter,
    code::ShelfCode,
    command::{self, FormAct, FormPage},
    person::Person,
    procedure::{Answer, Condition, Field, Input, condition::Comparison, form::Now},
    request::Request,
    reservation::Thing,
};

use super::{
    Company, Member, Way,
    answers::{Reply, reply},
    hints::Hints,
    said::Said,
};

/// The moment to which an answer must be near: whoever answers waits for it.
fn planned(page: &FormPage, field: &Field) -> Option<DateTime<Utc>> {
    let demands = page.form.must().iter().flat_map(|must| must.holds.simple());
    let mut near = demands.filter_map(|demand| match demand {
        Condition::Compares {
            field: code,
            how: Comparison::Near(_) | Comparison::SameDay,
            with,
        } if *code == field.code => Some(with.questions()),
        _ => None,
    });
    match near.find_map(|of| of.iter().find_map(|it| page.earlier().get(it)))? {
        Answer::Moment(then) => Some(*then),
        _ => None,
    }
}

impl Company {
    /// Answers whatever a form asks, and sends it. Without a form there is nothing to do.
    pub(super) async fn fills(&self, member: &Member, says: &Said, turn: usize, way: Way) {
        let mut before = None;
        while let Some(page) = self.form_of(member).await {
            // A form that stands as it stood has refused what was said, and would refuse it for ever.
            let stands = Some((page.draft.id, page.draft.revision));
            assert_ne!(stands, before, "refused: {}", member.player.screen());
            before = stands;
            match page.draft.filling.now(&page.form) {
                Now::Question(field) => {
                    if let Some(then) = planned(&page, field) {
                        self.comes_to(then).await;
                    }
                    let hints = Hints {
                        turn,
                        says,
                        gives_reasons: self.gives_reasons,
                        fresh: self.names.fetch_add(1, Ordering::Relaxed),
                        held: &self.held_by(page.request.as_ref()).await,
                    };
                    let reply = reply(&self.world.counter(), &page, field, hints);
                    if way == Way::Chat {
                        let ask = field.ask.get(self.language);
                        // It may stand where a card lies, or above what says where to tap.
                        let shown = member.player.screen();
                        assert!(shown.contains(ask), "{shown}\ndoes not ask {ask}");
                        self.replies(member, &page, reply).await;
                    } else {
                        self.answers(member, page, reply).await;
                    }
                }
                Now::Review if way == Way::Chat => {
                    let press = FormPress::Send;
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

    /// The names that a request holds.
    async fn held_by(&self, request: Option<&Request>) -> Vec<(ShelfCode, String)> {
        let Some(request) = request else {
            return Vec::new();
        };
        let held = self.world.counter().db.reserved_by(request.id).await;
        let names = held.expect("reservations").into_iter();
        names
            .filter_map(|held| match held.thing {
                Thing::Name(on, name) | Thing::Number(on, name) => Some((on, name)),
                Thing::Share(_) => None,
            })
            .collect()
    }

    async fn replies(&self, member: &Member, page: &FormPage, reply: Reply) {
        match reply {
            Reply::Says(text) => {
                member.player.says(&text).await;
            }
            Reply::Presses(press) => self.presses_in(member, page, press).await,
            Reply::Sends(name, bytes) => member.player.sends(name, bytes).await,
            Reply::Shares(phone) => member.player.shares(member.player.user, phone).await,
        }
    }

    async fn answers(&self, member: &Member, page: FormPage, reply: Reply) {
        let (counter, person) = self.acts(member).await;
        let act = act_of(&counter, &person, &page, reply).await;
        let filled = command::fill(&counter, &person, page, act).await;
        filled.expect("the answer fits");
    }

    async fn form_of(&self, member: &Member) -> Option<FormPage> {
        let counter = self.world.counter();
        let person = counter.db.person(member.id).await.expect("people");
        let page = command::listening(&counter, &person.expect("the member")).await;
        page.expect("its form")
    }
}

/// The command that a reply comes to.
pub(crate) async fn act_of(
    counter: &Counter,
    person: &Person,
    page: &FormPage,
    reply: Reply,
) -> FormAct {
    match reply {
        Reply::Says(text) => FormAct::Answer(Input::Text(text)),
        Reply::Presses(press) => match meaning(&counter.office, page, press) {
            Meaning::Act(act) => act,
            other => panic!("an answer, not {other:?}"),
        },
        Reply::Shares(phone) => FormAct::Answer(Input::Contact {
            phone: phone.to_owned(),
            own: true,
        }),
        Reply::Sends(name, bytes) => {
            let kept = command::keep_paper(counter, person, page, name, bytes, None);
            FormAct::Answer(Input::Paper(kept.await.expect("a paper in the archive")))
        }
    }
}
