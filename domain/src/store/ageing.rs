//! Lines that last until a day: what is planned for them, amending them, and their closing by themselves.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter, QuerySelect,
};

use super::{Tx, entity::line, registers::read};
use crate::{
    Error, Refusal,
    clock::{days_earlier, days_later},
    code::{AgencyCode, PIC, RegisterCode},
    id::{LineId, PersonId, RequestId},
    notice::What,
    office::Office,
    register::{LastWords, Line, LineAmending, LineNews},
    reservation::Demands,
    wake::{LineStage, Wake},
};

impl Tx {
    /// A line, locked until the transaction ends.
    pub(crate) async fn lock_line(&self, id: LineId) -> Result<Option<Line>, Error> {
        let found = line::Entity::find_by_id(id)
            .lock_exclusive()
            .one(&self.c())
            .await?;
        found.map(read).transpose()
    }

    /// Plans what happens to a line of itself, as far as the office's file lets its lines expire.
    pub(super) async fn plan_age(
        &self,
        office: &Office,
        (register, line): (&RegisterCode, LineId),
        expires: DateTime<Utc>,
    ) -> Result<(), Error> {
        let register = office.register(register);
        let Some(expiry) = register.and_then(|register| register.expiry.as_ref()) else {
            return Ok(());
        };
        let soon = expiry.remind_days.map(|days| days_earlier(expires, days));
        let closes = expiry.closes_days.map(|days| days_later(expires, days));
        for (stage, at) in [
            (LineStage::Soon, soon),
            (LineStage::Over, Some(expires)),
            (LineStage::Closes, closes),
        ] {
            if let Some(at) = at {
                let wake = Wake::Line {
                    line,
                    expires,
                    stage,
                };
                self.plan(&wake, at).await?;
            }
        }
        Ok(())
    }

    /// Amends a line that was chosen, and says whose it is. Refused where it is closed.
    pub(super) async fn amend_line(
        &self,
        office: &Office,
        amending: LineAmending,
        at: DateTime<Utc>,
    ) -> Result<AgencyCode, Error> {
        let found = line::Entity::find_by_id(amending.line)
            .lock_exclusive()
            .one(&self.c())
            .await?
            .ok_or(Error::Missing("line that was chosen"))?;
        if found.closed_at.is_some() {
            return Err(Refusal::LineClosed { name: found.name }.into());
        }
        let until = amending.until.map(|until| until.moment(&office.calendar));
        let noted = self.noted(&found, amending.cells, at).await?;
        line::Entity::update_many()
            .set(line::ActiveModel {
                expires_at: Set(until.or(found.expires_at)),
                stands: amending.stands.map_or(NotSet, |it| Set(Some(it))),
                ..noted
            })
            .filter(line::Column::Id.eq(found.id))
            .exec(&self.c())
            .await?;
        if let Some(until) = until {
            self.plan_age(office, (&found.register, found.id), until)
                .await?;
        }
        Ok(found.agency)
    }

    /// Nobody has renewed a line: it is closed, and what it kept is free.
    pub(crate) async fn close_by_itself(
        &self,
        office: &Office,
        line: &Line,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let request = self.request(line.request).await?;
        let request = request.ok_or(Error::Missing("request of a line"))?;
        let closed = self
            .close_line(line.id, request.id, LastWords::default(), at)
            .await?;
        let demands = Demands {
            retire: Some((line.id, None)),
            ..Demands::default()
        };
        self.grant(office, &request, &demands, closed.heir, at)
            .await
    }

    /// Tells those whose line it is: who sent its request, or where they are gone, whoever speaks for its agency.
    pub(crate) async fn tell_of_line(
        &mut self,
        line: &Line,
        news: LineNews,
        decided: Option<(RequestId, i64)>,
        besides: Vec<PersonId>,
    ) -> Result<(), Error> {
        let request = self.request(line.request).await?;
        let applicant = request.map(|request| request.applicant);
        let contacts = self.holders_of(&PIC.into(), &line.agency).await?;
        let mut people: Vec<PersonId> = contacts.into_iter().map(|(id, _)| id).collect();
        if let Some(applicant) = applicant
            && (people.contains(&applicant) || people.is_empty())
        {
            people = vec![applicant];
        }
        people.extend(besides);
        let mut told = Vec::new();
        for person in people {
            if !told.contains(&person) {
                let (line, until) = (line.id, line.expires_at);
                let what = What::Line {
                    line,
                    news,
                    until,
                    decided,
                };
                self.tell(person, &what)?;
                told.push(person);
            }
        }
        Ok(())
    }
}
