//! How one notice is carried: a card to where it lies, a message to where its reader reads.

use domain::{
    Error,
    command::{self, delivery::Learnt, fetch_issued, groups},
    id::{AccountId, MessageId, NoticeId},
    notice::Notice,
    person::Person,
    procedure::Issue,
    query::{
        self, CardView, Dossier,
        notice::{AboutGroup, AboutPerson, AboutRequest, Message, News},
    },
    store::IssuedPaper,
};

use super::Courier;
use crate::{
    button::{Button, RequestPress},
    telegram::{CallOutcome, Failure, Place, decoration},
    text::{self, Key, Screen, Speech},
};

/// What was done with a notice.
pub(super) enum Told {
    Yes {
        learnt: Learnt,
        /// Beside it.
        settles: Vec<NoticeId>,
    },
    No(Failure),
    /// Nothing is to be said any more.
    Moot {
        settles: Vec<NoticeId>,
    },
}

impl Told {
    const MOOT: Told = Told::Moot {
        settles: Vec::new(),
    };
}

impl Courier {
    /// Tells what a notice says, as it is now.
    pub(super) async fn tell(&self, notice: &Notice, chat: AccountId) -> Result<Told, Error> {
        let Some(telling) = query::notice(&self.counter, notice).await? else {
            return Ok(Told::MOOT);
        };
        match telling.news {
            News::Card(view) => self.show_card(chat, &view, telling.quiet).await,
            News::Pin { before, now } => Ok(self.pin(chat, before, now).await),
            News::Moved { from } => Ok(self.turn_buttons(chat, from, &[]).await),
            News::OfferEnds { from, dossier } => {
                let speech = self.words.speech(telling.to.language);
                let keys = text::notice::beneath_end(&speech, &dossier);
                Ok(self.turn_buttons(chat, from, &keys).await)
            }
            News::Message(message) => {
                self.tell_message(chat, &telling.to, &message, telling.quiet)
                    .await
            }
        }
    }

    async fn tell_message(
        &self,
        chat: AccountId,
        to: &Person,
        message: &Message,
        quiet: bool,
    ) -> Result<Told, Error> {
        let speech = self.words.speech(to.language);
        if message.changes_what_they_can_do() {
            let listed = (self.commands)(&speech, &self.counter, to);
            // Shortcuts only: the buttons of the menu lead everywhere, and the next change lists them again.
            let _ = decoration(self.telegram.list_commands(chat, &listed)).await;
        }
        let screen = text::notice::screen(&speech, &self.counter, to, message).quiet(quiet);
        if let Message::Person(AboutPerson::StartLink { payload, .. }) = message {
            let passed = self.telegram.pass_link(chat, payload, screen.text).await;
            return Ok(said(passed));
        }
        if let Message::Request(dossier, AboutRequest::Issued(paper)) = message {
            let sent = self.hand_over(chat, dossier, paper, &screen).await?;
            return Ok(sent.map_or(Told::MOOT, |sent| said(sent.map(drop))));
        }
        let offers = message.request().filter(|_| offers_follow_up(&screen));
        let list = message.opens_a_list().then(|| screen.clone());
        let sent = match message {
            Message::Request(dossier, AboutRequest::Decided(_, Some(paper))) => {
                self.bring(chat, dossier, paper, (&speech, screen)).await?
            }
            _ => self.send(to, chat, message.request(), screen).await?,
        };
        if let (Ok(lies_in), Some(list)) = (&sent, list) {
            self.lists.shows(chat, *lies_in, &list, None).await;
        }
        if let (Ok(lies_in), Some(ended)) = (&sent, offers)
            && let Some(found) = &ended.follow_up
        {
            let about = (ended.request.id, &**found);
            command::offered_in(&self.counter, about, (to.id, *lies_in)).await?;
        }
        Ok(match message {
            Message::Group(_, AboutGroup::Released) => self.leave(chat, sent).await,
            _ => said(sent.map(drop)),
        })
    }

    /// Sends news beneath the paper that comes with it; before it, where it is too much for one message, and alone where the
    /// archive lacks the paper.
    async fn bring(
        &self,
        chat: AccountId,
        dossier: &Dossier,
        paper: &(IssuedPaper, Issue),
        (speech, news): (&Speech, Screen),
    ) -> Result<Result<MessageId, Failure>, Error> {
        let named = (&paper.0, &paper.1);
        if let Some(beneath) = text::issued::bringing(speech, &news, named)
            && let Some(sent) = self.hand_over(chat, dossier, paper, &beneath).await?
        {
            return Ok(sent);
        }
        let said = self.telegram.say(chat, &news).await;
        if said.is_ok() {
            let caption = text::issued::caption(speech, dossier, named);
            let caption = Screen::new(caption).quiet(news.quiet);
            if let Some(Err(failure)) = self.hand_over(chat, dossier, paper, &caption).await? {
                return Ok(Err(failure));
            }
        }
        Ok(said)
    }

    /// Sends a paper that the office has issued; none where the archive lacks it, and it can be asked for later.
    async fn hand_over(
        &self,
        chat: AccountId,
        dossier: &Dossier,
        (issued, issue): &(IssuedPaper, Issue),
        caption: &Screen,
    ) -> Result<Option<Result<MessageId, Failure>>, Error> {
        let bytes = match fetch_issued(&self.counter, issued, issue).await {
            Err(Error::Refused(_)) => return Ok(None),
            fetched => fetched?,
        };
        let file = (bytes, &*text::issued::file_name(dossier, issue));
        let sent = self
            .telegram
            .send_issued(chat, file, issue.is_picture(), caption);
        Ok(Some(sent.await))
    }

    /// Edits a card where it lies, or sends it where it does not lie anywhere yet or any more.
    async fn show_card(
        &self,
        chat: AccountId,
        view: &CardView,
        quiet: bool,
    ) -> Result<Told, Error> {
        let settles = view.untold.clone();
        let speech = self.words.speech(view.person.language);
        let screen = text::card::card(&speech, &self.counter.office, view);
        let screen = screen.in_one_message().quiet(quiet);
        if let Some(message) = view.card.message {
            match self.telegram.turn(chat, message, &screen).await {
                Ok(_) => {
                    self.lists.ends(chat, message).await;
                    return Ok(told(Learnt::Nothing, settles));
                }
                Err(failure) if failure.outcome == CallOutcome::Gone => {}
                Err(failure) => return Ok(Told::No(failure)),
            }
        }
        // A group follows what happens, so it reads also of what was decided before it read of the task.
        if view.card.retired_at.is_some() && !chat.is_group() {
            return Ok(Told::Moot { settles });
        }
        let sent = self
            .send(&view.person, chat, Some(&view.dossier), screen)
            .await?;
        Ok(match sent {
            Ok(message) => {
                let learnt = Learnt::CardLies {
                    card: view.card.id,
                    message,
                    pin: view.person.pins_card && view.card.task.is_none(),
                };
                told(learnt, settles)
            }
            Err(failure) => Told::No(failure),
        })
    }

    /// Brings what is pinned above a chat in line. What Telegram does not pin stays as it was.
    async fn pin(
        &self,
        chat: AccountId,
        before: Option<MessageId>,
        now: Option<MessageId>,
    ) -> Told {
        let is_over = |failure: &Failure| {
            !matches!(
                failure.outcome,
                CallOutcome::Later(_) | CallOutcome::Unreachable
            )
        };
        if let Some(before) = before {
            match self.telegram.unpin(chat, before).await {
                Err(failure) if !is_over(&failure) => return Told::No(failure),
                _ => {}
            }
        }
        let mut pinned = None;
        if let Some(now) = now {
            match self.telegram.pin(chat, now).await {
                Ok(()) => pinned = Some(now),
                Err(failure) if is_over(&failure) => {
                    tracing::warn!(chat.id = %chat, why = %failure, "a card was not pinned");
                }
                Err(failure) => return Told::No(failure),
            }
        }
        let learnt = Learnt::Pinned {
            chat,
            message: pinned,
        };
        told(learnt, Vec::new())
    }

    async fn turn_buttons(&self, chat: AccountId, from: MessageId, keys: &[Vec<Key>]) -> Told {
        match self.telegram.turn_buttons(chat, from, keys).await {
            Err(failure)
                if matches!(
                    failure.outcome,
                    CallOutcome::Later(_) | CallOutcome::Unreachable
                ) =>
            {
                Told::No(failure)
            }
            // A message that cannot be edited any more has no buttons that matter.
            _ => said(Ok(())),
        }
    }

    /// Sends a screen, perhaps about a request. In a group nothing can be tapped, and where the group has
    /// topics it goes into the request's own.
    async fn send(
        &self,
        to: &Person,
        chat: AccountId,
        request: Option<&Dossier>,
        mut screen: Screen,
    ) -> Result<Result<MessageId, Failure>, Error> {
        if chat.is_group() {
            screen.keys.clear();
        }
        let Some(about) = request.filter(|_| chat.is_group()) else {
            return Ok(self.telegram.say(chat, &screen).await);
        };
        if let Some(topic) = self.counter.db.topic(to.id, about.request.id).await? {
            let topic = Some(topic);
            match self.telegram.say(Place { chat, topic }, &screen).await {
                Err(failure) if failure.is_without_topic() => {}
                sent => return Ok(sent),
            }
        }
        Ok(match self.open_topic(to, chat, about).await? {
            Ok(topic) => self.telegram.say(Place { chat, topic }, &screen).await,
            Err(failure) => Err(failure),
        })
    }

    /// Opens the topic of a request; none where the group has no topics, or does not let us open one.
    async fn open_topic(
        &self,
        to: &Person,
        chat: AccountId,
        about: &Dossier,
    ) -> Result<Result<Option<i64>, Failure>, Error> {
        let group = self.counter.db.group(to.id).await?;
        if !group.is_some_and(|group| group.topics) {
            return Ok(Ok(None));
        }
        match self.telegram.open_topic(chat, &about.request.ticket).await {
            Ok(topic) => {
                self.pace.note_beside(chat.0);
                groups::topic_opened(&self.counter, to.id, about.request.id, topic).await?;
                Ok(Ok(Some(topic)))
            }
            Err(failure) => match failure.outcome {
                CallOutcome::Later(_) | CallOutcome::Moved(_) | CallOutcome::Unreachable => {
                    Ok(Err(failure))
                }
                CallOutcome::Done | CallOutcome::Gone | CallOutcome::Never => {
                    tracing::warn!(group.id = %to.id, why = %failure, "a topic was not opened");
                    Ok(Ok(None))
                }
            },
        }
    }

    /// Leaves a group after the goodbye. Where that could not be said, leaving is what counts.
    async fn leave(&self, chat: AccountId, goodbye: Result<MessageId, Failure>) -> Told {
        if let Err(failure) = goodbye
            && let CallOutcome::Later(_) | CallOutcome::Moved(_) = failure.outcome
        {
            return Told::No(failure);
        }
        match self.telegram.leave(chat).await {
            // It is out of the group already: an earlier try was carried out, and nobody answered it.
            Err(failure) if failure.outcome == CallOutcome::Unreachable => Told::MOOT,
            left => said(left),
        }
    }
}

/// Whether something can be begun from a message that says how a request has ended.
fn offers_follow_up(screen: &Screen) -> bool {
    let mut keys = screen.keys.iter().flatten();
    keys.any(|key| {
        matches!(
            key.button,
            Button::Request {
                press: RequestPress::Follow,
                ..
            }
        )
    })
}

/// What sending a message came to.
fn said(sent: Result<(), Failure>) -> Told {
    match sent {
        Ok(()) => told(Learnt::Nothing, Vec::new()),
        Err(failure) => Told::No(failure),
    }
}

fn told(learnt: Learnt, settles: Vec<NoticeId>) -> Told {
    Told::Yes { learnt, settles }
}
