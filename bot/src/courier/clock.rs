//! What the courier tells because its time has come. It comes without a sound while the office does not
//! work.

use domain::{
    Error,
    notice::{Notice, What},
    query,
};
use teloxide::types::ChatId;

use super::{Courier, Told, is_group};
use crate::text::{self, Screen};

impl Courier {
    pub(super) async fn tell_by_clock(&self, notice: &Notice, chat: ChatId) -> Result<Told, Error> {
        let counter = &self.counter;
        let person = counter.db.person(notice.to).await?;
        let person = person.ok_or(Error::Missing("person of a notice"))?;
        let speech = self.words.speech(person.language);
        let office = &counter.office;
        let screen = match &notice.what {
            What::Reminder { task, .. } | What::Nudged { task } => {
                let task = counter.db.task(*task).await?;
                let task = task.ok_or(Error::Missing("task of a notice"))?;
                if task.closed_at.is_some() {
                    return Ok(Told::Moot { until: None });
                }
                let (_, dossier, _) = self.subject(notice, task.request).await?;
                match notice.what {
                    What::Nudged { .. } => text::nudge::asked(&speech, counter, &dossier, &task),
                    _ => text::clock::reminder(&speech, counter, &dossier, &task),
                }
            }
            What::Waiting { day } => {
                let waiting = query::waiting(counter, &person).await?;
                if waiting.is_empty() {
                    return Ok(Told::Moot { until: None });
                }
                text::lists::waiting(&speech, counter, *day, &waiting)
            }
            What::CalendarEmpty { year } => {
                text::calendar::reminder(&speech, &counter.fresh().office.calendar, *year)
            }
            What::Silent { task, nth } => {
                let task = counter.db.task(*task).await?;
                let task = task.ok_or(Error::Missing("task of a notice"))?;
                let (_, dossier, _) = self.subject(notice, task.request).await?;
                if task.closed_at.is_some() || dossier.request.applicant != person.id {
                    return Ok(Told::Moot { until: None });
                }
                text::silence::reminder(&speech, counter, &dossier, &task, *nth)
            }
            What::Reopened { request, lost } => {
                let (_, dossier, _) = self.subject(notice, *request).await?;
                let screen = text::silence::reopened(&speech, office, &dossier, lost);
                let screen = if is_group(chat) {
                    Screen::new(screen.text)
                } else {
                    screen
                };
                return self.say_about(notice.to, *request, chat, screen).await;
            }
            _ => return Ok(Told::Moot { until: None }),
        };
        let quiet = notice.what.is_quiet() && !office.calendar.is_open(counter.now());
        self.say(chat, &screen.quiet(quiet)).await
    }
}
