//! What the courier tells: each kind of notice, drawn when it is sent.

use domain::{
    Error,
    id::{CardId, MessageId, NoticeId, PersonId, RequestId},
    notice::{Notice, What},
    query::{self, Dossier},
};
use teloxide::{RequestError, requests::Requester, types::ChatId};

use super::{Courier, Outcome, Told, groups::is_group};
use crate::{
    below,
    text::{self, Screen, Speech, words::t},
    voice::{say, turn},
    watch,
};

impl Courier {
    /// Tells what a notice says, as it is now.
    pub(super) async fn tell(&self, notice: &Notice, chat: ChatId) -> Result<Told, Error> {
        match &notice.what {
            What::Card { card } => self.show_card(*card, chat).await,
            What::Moved { from } => {
                let message = teloxide::types::MessageId(i32::try_from(from.0).unwrap_or(0));
                let folded = self.bot.edit_message_reply_markup(chat, message).await;
                Ok(match folded.map_err(|error| (Outcome::of(&error), error)) {
                    Err((Outcome::Later(_) | Outcome::Unreachable, error)) => Told::No(error),
                    // A message that cannot be edited any more has no buttons that matter.
                    _ => Told::Yes {
                        placed: None,
                        until: None,
                    },
                })
            }
            What::Informed {
                request,
                step,
                outcome,
            } => {
                let (speech, dossier, _) = self.subject(notice, *request).await?;
                let step = dossier.procedure.step(step);
                let outcome = step.and_then(|step| step.outcome(outcome));
                let (Some(step), Some(outcome)) = (step, outcome) else {
                    return Ok(Told::Moot { until: None });
                };
                let screen = text::told::informed(&speech, &dossier, step, outcome);
                self.say_about(notice.to, *request, chat, screen).await
            }
            What::Guessing { tries } => {
                let speech = self.speech(notice).await?;
                let screen = text::privacy::guessing(&speech, *tries);
                self.say(chat, &screen).await
            }
            What::Expiring { request } => {
                let (speech, dossier, _) = self.subject(notice, *request).await?;
                let office = &self.counter.office;
                let screen = text::told::expiring(&speech, office, &dossier);
                self.say(chat, &screen).await
            }
            What::Admitted { request } => {
                let (speech, dossier, person) = self.subject(notice, *request).await?;
                let screen = below::admitted(self, chat, &speech, &dossier, person).await?;
                self.say(chat, &screen).await
            }
            What::Welcomed => below::welcome(self, notice, chat).await,
            What::Farewell => {
                let speech = self.speech(notice).await?;
                let screen = Screen::new(t!(speech, "told-farewell"));
                self.say(chat, &screen).await
            }
            What::Deputy { mandate } => {
                let office = &self.counter.office;
                let speech = self.speech(notice).await?;
                let Some(term) = query::people::term(&self.counter, *mandate).await? else {
                    return Ok(Told::Moot { until: None });
                };
                let screen = Screen::new(text::told::deputy(&speech, office, &term));
                self.say(chat, &screen).await
            }
            What::Passed { day } => {
                let office = &self.counter.office;
                let speech = self.speech(notice).await?;
                let passed = query::people::passed(&self.counter, notice.to, *day).await?;
                let screen = text::told::passed(&speech, office, *day, &passed);
                self.say(chat, &screen).await
            }
            What::Ended { request } => {
                let (speech, dossier, person) = self.subject(notice, *request).await?;
                let office = &self.counter.office;
                let screen = if is_group(chat) {
                    text::group::ended(&speech, office, &dossier)
                } else if dossier.request.applicant == person {
                    let words = query::parting_words(&self.counter, &dossier).await?;
                    text::told::ended(&speech, office, &dossier, Some(&words))
                } else {
                    text::told::ended(&speech, office, &dossier, None)
                };
                self.say_about(notice.to, *request, chat, screen).await
            }
            What::GroupFound { .. }
            | What::GroupLost { .. }
            | What::GroupBound
            | What::GroupReleased => self.tell_of_group(notice, chat).await,
            What::Unreachable { .. } | What::Reachable { .. } | What::Stranded { .. } => {
                match watch::screen(&self.counter, &self.words, notice).await? {
                    Some(screen) => self.say(chat, &screen).await,
                    None => Ok(Told::Moot { until: None }),
                }
            }
            What::Reminder { .. }
            | What::Nudged { .. }
            | What::Waiting { .. }
            | What::CalendarEmpty { .. }
            | What::Silent { .. }
            | What::Reopened { .. } => self.tell_by_clock(notice, chat).await,
            What::Announced { .. }
            | What::Alarm { .. }
            | What::StillOpen { .. }
            | What::DeputyEnds { .. }
            | What::LinkEnds { .. }
            | What::DraftEnds { .. } => self.tell_of_end(notice, chat).await,
        }
    }

    /// In whose language a notice speaks.
    pub(super) async fn speech(&self, notice: &Notice) -> Result<Speech, Error> {
        let person = self.counter.db.person(notice.to).await?;
        let person = person.ok_or(Error::Missing("person of a notice"))?;
        Ok(self.words.speech(person.language))
    }

    /// In whose language a notice speaks, about which request, and to whom.
    pub(super) async fn subject(
        &self,
        notice: &Notice,
        request: RequestId,
    ) -> Result<(Speech, Dossier, PersonId), Error> {
        let db = &self.counter.db;
        let person = db.person(notice.to).await?;
        let person = person.ok_or(Error::Missing("person of a notice"))?;
        let request = db.request(request).await?;
        let request = request.ok_or(Error::Missing("request of a notice"))?;
        let dossier = query::dossier(&self.counter, request).await?;
        Ok((self.words.speech(person.language), dossier, person.id))
    }

    pub(crate) async fn say(&self, chat: ChatId, screen: &Screen) -> Result<Told, Error> {
        Ok(said(say(&self.bot, chat, screen).await.map(|_| None), None))
    }

    pub(super) async fn say_about(
        &self,
        to: PersonId,
        request: RequestId,
        chat: ChatId,
        screen: Screen,
    ) -> Result<Told, Error> {
        let sent = self.send(to, request, chat, screen).await?;
        Ok(said(sent.map(|_| None), None))
    }

    /// Edits a card where it lies, or sends it where it does not lie anywhere yet or any more.
    async fn show_card(&self, id: CardId, chat: ChatId) -> Result<Told, Error> {
        // Read before the state: whatever is noted later is not settled by this.
        let until = self.counter.db.newest_about(id).await?;
        let view = query::card_view(&self.counter, id).await?;
        let speech = self.words.speech(view.person.language);
        let screen = text::card::card(&speech, &self.counter.office, &view);
        if let Some(message) = view.card.message {
            // Telegram numbers messages within 32 bits.
            let message = teloxide::types::MessageId(i32::try_from(message.0).unwrap_or(0));
            match turn(&self.bot, chat, message, &screen).await {
                Ok(()) => {
                    return Ok(Told::Yes {
                        placed: None,
                        until,
                    });
                }
                Err(error) if Outcome::of(&error) == Outcome::Gone => {}
                Err(error) => return Ok(Told::No(error)),
            }
        }
        // A group follows what happens, so it reads also of what was decided before it read of the task.
        if view.card.retired_at.is_some() && !is_group(chat) {
            return Ok(Told::Moot { until });
        }
        let (person, request) = (view.person.id, view.dossier.request.id);
        let sent = self.send(person, request, chat, screen).await?;
        let placed = sent.map(|sent| Some((id, MessageId(i64::from(sent.0)))));
        Ok(said(placed, until))
    }
}

/// What sending a message came to.
fn said(sent: Result<Option<(CardId, MessageId)>, RequestError>, until: Option<NoticeId>) -> Told {
    match sent {
        Ok(placed) => Told::Yes { placed, until },
        Err(error) => Told::No(error),
    }
}
