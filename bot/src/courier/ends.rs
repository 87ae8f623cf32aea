//! What the courier tells of things that end by themselves.

use domain::{
    Error,
    id::TaskId,
    notice::{Notice, What},
    query::{self, Dossier},
    request::Task,
    wake::Wake,
};
use teloxide::types::ChatId;

use super::{Courier, Told};
use crate::text::{self, Screen, Speech};

impl Courier {
    /// What is over already is not told any more.
    pub(super) async fn tell_of_end(&self, notice: &Notice, chat: ChatId) -> Result<Told, Error> {
        let counter = &self.counter;
        let Some(screen) = self.screen_of_end(notice).await? else {
            return Ok(Told::Moot { until: None });
        };
        let is_open = counter.office.calendar.is_open(counter.now());
        let quiet = notice.what.is_quiet() && !is_open;
        self.say(chat, &screen.quiet(quiet)).await
    }

    async fn screen_of_end(&self, notice: &Notice) -> Result<Option<Screen>, Error> {
        let counter = &self.counter;
        let speech = self.speech(notice).await?;
        Ok(match &notice.what {
            What::Announced { task } => self.announced(&speech, notice, *task).await?,
            What::Alarm { task, nth, planned } => {
                let open = self.still_open(notice, *task).await?;
                open.and_then(|(dossier, _)| {
                    let alarm = dossier.step()?.alarms.get(*nth)?;
                    let office = &counter.office;
                    Some(text::ends::alarm(
                        &speech, office, &dossier, alarm, *planned,
                    ))
                })
            }
            What::StillOpen { register, day } => {
                let person = counter.db.person(notice.to).await?;
                let person = person.ok_or(Error::Missing("person of a notice"))?;
                match query::registers::leaf(counter, &person, register, true, 0).await {
                    Ok(leaf) if leaf.total > 0 => Some(text::ends::still_open(
                        &speech, counter, register, *day, &leaf,
                    )),
                    // Everybody has left, or it is not theirs to read any more.
                    Ok(_) | Err(Error::Refused(_)) => None,
                    Err(error) => return Err(error),
                }
            }
            What::DeputyEnds { mandate } => {
                let term = query::people::term(counter, *mandate).await?;
                let term = term.filter(|term| !term.ended);
                term.map(|term| text::ends::deputy(&speech, &counter.office, &term))
            }
            What::LinkEnds { link, over } => {
                let link = counter.db.invitation(link).await?;
                let link = link.filter(|link| link.used_at.is_none());
                link.map(|link| text::ends::link(&speech, &counter.office, &link, *over))
            }
            What::DraftEnds { draft } => {
                let draft = query::left_lying(counter, *draft).await?;
                draft.map(|left| text::ends::draft(&speech, &counter.office, &left))
            }
            _ => None,
        })
    }

    async fn announced(
        &self,
        speech: &Speech,
        notice: &Notice,
        task: TaskId,
    ) -> Result<Option<Screen>, Error> {
        let Some((dossier, _)) = self.still_open(notice, task).await? else {
            return Ok(None);
        };
        let wake = Wake::Alone { task, plain: false };
        let at = self.counter.db.planned_at(&wake).await?;
        let step = dossier.step();
        let outcome = step.and_then(|step| step.outcome(&step.alone.as_ref()?.outcome));
        let (Some(at), Some(step), Some(outcome)) = (at, step, outcome) else {
            return Ok(None);
        };
        let office = &self.counter.office;
        let screen = text::ends::announced(speech, office, &dossier, (step, outcome), at);
        Ok(Some(screen))
    }

    /// The task of a notice, where nobody has settled it.
    async fn still_open(
        &self,
        notice: &Notice,
        task: TaskId,
    ) -> Result<Option<(Dossier, Task)>, Error> {
        let task = self.counter.db.task(task).await?;
        let task = task.ok_or(Error::Missing("task of a notice"))?;
        if task.closed_at.is_some() {
            return Ok(None);
        }
        let (_, dossier, _) = self.subject(notice, task.request).await?;
        Ok(Some((dossier, task)))
    }
}
