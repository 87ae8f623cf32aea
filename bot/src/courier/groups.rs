//! What the courier does in groups: it writes into the topic of a request, shows no buttons, follows a
//! group to its new chat, and takes its leave.

use std::sync::PoisonError;

use domain::{
    Error,
    command::groups,
    id::{AccountId, PersonId, RequestId},
    notice::{Notice, What},
};
use teloxide::{
    RequestError,
    requests::Requester,
    types::{ChatId, MessageId, ThreadId},
};

use super::{Courier, Outcome, Told, describe};
use crate::{
    text::{self, Screen},
    voice::{say, say_in},
};

/// Whether a chat is for several people. Telegram numbers groups below zero.
pub(super) fn is_group(chat: ChatId) -> bool {
    chat.0 < 0
}

impl Courier {
    /// Tells what is about a group, and not about a request.
    pub(super) async fn tell_of_group(&self, notice: &Notice, chat: ChatId) -> Result<Told, Error> {
        let db = &self.counter.db;
        let to = db.person(notice.to).await?;
        let to = to.ok_or(Error::Missing("person of a notice"))?;
        let speech = self.words.speech(to.language);
        let about = match notice.what {
            What::GroupFound { group } | What::GroupLost { group } => group,
            _ => notice.to,
        };
        let Some(group) = db.group(about).await? else {
            return Ok(Told::Moot { until: None });
        };
        let screen = match notice.what {
            What::GroupFound { .. } if !group.ended && group.role.is_none() => {
                text::group::group(&speech, &self.counter, &group)
            }
            What::GroupLost { .. } if group.ended => text::group::lost(&speech, &group),
            What::GroupBound if group.is_bound() => {
                text::group::bound(&speech, &self.counter.office, &group)
            }
            What::GroupReleased if group.ended => {
                let screen = text::group::goodbye(&speech, Some(&group));
                return self.take_leave(chat, &screen).await;
            }
            _ => return Ok(Told::Moot { until: None }),
        };
        self.say(chat, &screen).await
    }

    /// Says goodbye and leaves. Where the goodbye cannot be said, leaving is what counts.
    async fn take_leave(&self, chat: ChatId, screen: &Screen) -> Result<Told, Error> {
        if let Err(error) = say(&self.bot, chat, screen).await
            && let Outcome::Later(_) | Outcome::Moved(_) = Outcome::of(&error)
        {
            return Ok(Told::No(error));
        }
        Ok(match self.bot.leave_chat(chat).await {
            Ok(_) => Told::Yes {
                placed: None,
                until: None,
            },
            Err(error) => Told::No(error),
        })
    }

    /// Sends a screen about a request. In a group nothing can be tapped, and where the group has topics
    /// it goes into the request's own.
    pub(super) async fn send(
        &self,
        to: PersonId,
        request: RequestId,
        chat: ChatId,
        mut screen: Screen,
    ) -> Result<Result<MessageId, RequestError>, Error> {
        if !is_group(chat) {
            return Ok(say(&self.bot, chat, &screen).await);
        }
        screen.keys.clear();
        let kept = self.counter.db.topic(to, request).await?;
        let kept = kept.and_then(|thread| i32::try_from(thread).ok());
        if let Some(kept) = kept {
            let thread = ThreadId(teloxide::types::MessageId(kept));
            match say_in(&self.bot, chat, Some(thread), &screen).await {
                Err(error) if is_without_topic(&error) => {}
                said => return Ok(said),
            }
        }
        Ok(match self.open_topic(to, request, chat).await? {
            Ok(thread) => say_in(&self.bot, chat, thread, &screen).await,
            Err(error) => Err(error),
        })
    }

    /// Opens the topic of a request; none where the group has no topics, or does not let us open one.
    async fn open_topic(
        &self,
        to: PersonId,
        request: RequestId,
        chat: ChatId,
    ) -> Result<Result<Option<ThreadId>, RequestError>, Error> {
        let db = &self.counter.db;
        let group = db.group(to).await?;
        if !group.is_some_and(|group| group.topics) {
            return Ok(Ok(None));
        }
        let about = db.request(request).await?;
        let about = about.ok_or(Error::Missing("request of a notice"))?;
        match self.bot.create_forum_topic(chat, about.ticket).await {
            Ok(topic) => {
                self.note_topic(chat);
                let thread = i64::from(topic.thread_id.0.0);
                groups::topic_opened(&self.counter, to, request, thread).await?;
                Ok(Ok(Some(topic.thread_id)))
            }
            Err(error) => match Outcome::of(&error) {
                Outcome::Later(_) | Outcome::Moved(_) | Outcome::Unreachable => Ok(Err(error)),
                Outcome::Done | Outcome::Gone | Outcome::Never => {
                    let why = describe(&error);
                    tracing::warn!(group.id = %to, why, "a topic was not opened");
                    Ok(Ok(None))
                }
            },
        }
    }

    fn note_topic(&self, chat: ChatId) {
        let mut pace = self.pace.lock().unwrap_or_else(PoisonError::into_inner);
        pace.note_beside(chat.0, self.counter.now());
    }

    /// A group has moved to another chat: everything goes on there.
    pub(super) async fn follow(&self, from: ChatId, to: ChatId) -> Result<(), Error> {
        groups::moved(&self.counter, AccountId(from.0), AccountId(to.0)).await
    }

    /// Nothing reaches a group any more: the bot is not in it.
    pub(super) async fn lose(&self, chat: ChatId) -> Result<(), Error> {
        groups::lost(&self.counter, AccountId(chat.0), None).await
    }
}

/// Whether a topic was deleted in the group.
fn is_without_topic(error: &RequestError) -> bool {
    let RequestError::Api(said) = error else {
        return false;
    };
    let said = said.to_string().to_lowercase();
    said.contains("thread not found") || said.contains("topic_deleted")
}
