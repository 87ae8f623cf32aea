//! What the courier tells because its time has come. It comes without a sound while the office does not
//! work.

use domain::{
    Error,
    notice::{Notice, What},
    query,
};
use teloxide::types::ChatId;

use super::{Courier, Told};
use crate::text;

impl Courier {
    pub(super) async fn tell_by_clock(&self, notice: &Notice, chat: ChatId) -> Result<Told, Error> {
        let counter = &self.counter;
        let person = counter.db.person(notice.to).await?;
        let person = person.ok_or(Error::Missing("person of a notice"))?;
        let speech = self.words.speech(person.language);
        let office = &counter.office;
        let screen = match &notice.what {
            What::Reminder { task, .. } => {
                let task = counter.db.task(*task).await?;
                let task = task.ok_or(Error::Missing("task of a notice"))?;
                if task.closed_at.is_some() {
                    return Ok(Told::Moot { until: None });
                }
                let (_, dossier, _) = self.subject(notice, task.request).await?;
                text::clock::reminder(&speech, counter, &dossier, &task)
            }
            What::Waiting { day } => {
                let waiting = query::waiting(counter, &person).await?;
                if waiting.is_empty() {
                    return Ok(Told::Moot { until: None });
                }
                text::clock::waiting(&speech, counter, *day, &waiting)
            }
            _ => return self.tell_of_end(notice, chat).await,
        };
        let quiet = notice.what.is_quiet() && !office.calendar.is_open(counter.now());
        self.say(chat, &screen.quiet(quiet)).await
    }
}
