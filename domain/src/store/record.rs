//! The one way to write a request.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use super::{
    Tx,
    entity::{card, event, request, ticket_count},
    links::{self, LinkKind},
};
use crate::{
    Error,
    id::{PersonId, RequestId, TaskId},
    notice::{Audience, What},
    office::Office,
    register::LineNews,
    request::{Change, Event, Phase, Request, State, Task, ticket::written},
};

impl Tx {
    /// Writes a change whole: state, event, tasks, cards and notices; then commits.
    ///
    /// The request's version must be the one before the change, so two changes that were decided
    /// from the same state cannot both be written.
    /// Refused where what the change reserves is taken meanwhile.
    pub async fn record(mut self, office: &Office, change: Change) -> Result<Request, Error> {
        let (request, _) = self.write(office, change).await?;
        self.commit().await?;
        Ok(request)
    }

    /// As [`Tx::record`], where more is written in the same transaction. Says at which task the request
    /// waits now, where that is a new one.
    pub async fn write(
        &mut self,
        office: &Office,
        change: Change,
    ) -> Result<(Request, Option<Task>), Error> {
        let Change {
            mut request,
            event,
            by,
            at,
            closes,
            speaks,
            phase,
            opens,
            tell,
            effects,
            barred,
        } = change;
        let is_new = matches!(event, Event::Opened { .. });
        let compared = effects.compared.clone();
        if !compared.fields.is_empty() {
            self.compare(&mut request, &compared, is_new).await?;
        }
        if is_new {
            request.id = self.insert_request(&request, phase, at).await?;
        } else {
            // A word does not move a request in any list.
            let changed = (!matches!(event, Event::Wrote { .. })).then_some(at);
            self.update_request(&request, phase, changed).await?;
        }
        let body = serde_json::to_value(&event)?;
        let place = (request.id, request.version);
        self.link(LinkKind::Event, place, links::of_event(at, by, &body));
        let row = event::ActiveModel {
            request_id: Set(request.id),
            seq: Set(request.version),
            at: Set(at),
            by_id: Set(by),
            body: Set(body),
        };
        event::Entity::insert(row)
            .exec_without_returning(&self.c())
            .await?;
        self.note_sent(request.id, &event).await?;
        if !compared.fields.is_empty() {
            self.note_likenesses(request.id, &compared, is_new).await?;
        }

        let papers = effects.papers.clone();
        if let Some(line) = self.keep_books(office, &request, effects, at).await?
            && let Some(line) = self.line(line).await?
        {
            let news = match line.closed_at {
                Some(_) => LineNews::Closed,
                None => LineNews::Amended,
            };
            let decided = (request.id, request.version);
            self.tell_of_line(&line, news, Some(decided), Vec::new())
                .await?;
        }
        for issuing in &papers {
            let event = (request.id, request.version);
            Box::pin(self.issue(office, event, issuing, at)).await?;
        }
        let settled = closes.as_ref().map(|task| task.id);
        let closed = match closes {
            Some(task) => {
                let by = (request.version, matches!(event, Event::Decided(_)));
                Some(self.close_task(office, task, by, at).await?)
            }
            None => None,
        };
        if let Some(task) = &speaks {
            let left = self.deciders(&task.role, None, &barred, at).await?;
            let spoken = request.state.spoken();
            let mut done = spoken.clone();
            if let Event::Decided(decision) = &event
                && decision.role != task.role
            {
                // Whoever else holds that post has no voice either.
                let post = self.bench(&decision.role, at).await?;
                done.extend(post.everyone().filter(|it| !left.contains(it)));
            }
            self.note_spoken(task, &spoken).await?;
            self.retire_of(task.id, done, at).await?;
            if self.reachable(left).await?.is_empty() {
                self.warn_of(task.id).await?;
            }
        }
        let shows = settled.or(speaks.map(|task| task.id));
        self.refresh_cards(request.id, shows).await?;
        if event == Event::Expired {
            self.plan_closing(office, &request).await?;
        }
        if event.brings_another() {
            self.retire_status_cards(request.id, at).await?;
            self.add_status_card(&request).await?;
        }
        let goes_on_anew = matches!(event, Event::Reopened { .. });
        if event.brings_another() || goes_on_anew || request.ended().is_some() {
            self.keep_pinned(request.applicant).await?;
        }
        if let Event::HandedOver { from, .. } = &event {
            self.keep_pinned(*from).await?;
        }
        let mut asked = Vec::new();
        let mut stranded = false;
        let mut waits = None;
        if let Some(desk) = opens {
            let opened = self
                .open_task(office, (&request, at), &desk, closed)
                .await?;
            let task = opened.id;
            waits = Some(opened);
            let holders = match desk.assigned {
                Some(applicant) if applicant == request.applicant => vec![applicant],
                assigned => self.deciders(&desk.role, assigned, &barred, at).await?,
            };
            for person in &holders {
                let card = self.add_card(*person, request.id, task).await?;
                self.tell(*person, &What::Card { card })?;
            }
            stranded = self.reachable(holders.iter().copied()).await?.is_empty();
            let groups = self.groups_of(&desk.role).await?;
            for group in &groups {
                self.deal_card(*group, request.id, task).await?;
            }
            asked = [holders, groups].concat();
        }
        // Nobody is told twice of one event, and what says more is told first: that it has ended.
        let mut told = asked.clone();
        let (ends, others): (Vec<_>, Vec<_>) = tell
            .into_iter()
            .partition(|(_, what)| matches!(what, What::Ended { .. } | What::Admitted { .. }));
        for (audience, mut what) in ends.into_iter().chain(others) {
            if let What::Informed { request: of, .. } | What::Ended { request: of } = &mut what {
                *of = request.id;
            }
            let to_applicant = matches!(audience, Audience::Person(_));
            let (mut people, groups) = self.audience(audience, request.id, &barred, at).await?;
            // Whoever has the task in hand need not be told that there is one, nor anyone of their own act.
            let lost = matches!(&what, What::Reopened { lost, .. } if !lost.is_empty());
            people.retain(|person| {
                lost || !(told.contains(person) || !to_applicant && *person == by)
            });
            for person in people {
                self.tell_in_time(office, (person, groups.contains(&person)), &what)?;
                told.push(person);
            }
        }
        if let Some(task) = waits.as_ref().filter(|_| stranded) {
            self.warn_of(task.id).await?;
        }
        Ok((request, waits))
    }

    /// The next ticket number of a prefix in a year. Gapless: it is given back when the transaction is.
    pub async fn next_ticket(&self, prefix: &str, year: i32) -> Result<String, Error> {
        let count = self.next_number(prefix, year).await?;
        Ok(written(prefix, year.into(), count))
    }

    /// The next number of a series in a year; 0 for a series without years. Whoever comes second waits for it.
    pub(crate) async fn next_number(&self, prefix: &str, year: i32) -> Result<i64, Error> {
        let first = ticket_count::ActiveModel {
            prefix: Set(prefix.to_owned()),
            year: Set(i64::from(year)),
            last: Set(1),
        };
        ticket_count::Entity::insert(first)
            .on_conflict(
                OnConflict::columns([ticket_count::Column::Prefix, ticket_count::Column::Year])
                    .value(
                        ticket_count::Column::Last,
                        Expr::col((ticket_count::Entity, ticket_count::Column::Last)).add(1),
                    )
                    .to_owned(),
            )
            .exec_without_returning(&self.c())
            .await?;
        let count = ticket_count::Entity::find_by_id((prefix.to_owned(), i64::from(year)))
            .one(&self.c())
            .await?
            .ok_or(Error::Missing("ticket count"))?;
        Ok(count.last)
    }

    /// A card for a task that is open already: for someone who has come to hold its role.
    pub async fn deal_card(
        &mut self,
        person: PersonId,
        request: RequestId,
        task: TaskId,
    ) -> Result<(), Error> {
        let dealt = card::Entity::find()
            .filter(card::Column::PersonId.eq(person))
            .filter(card::Column::TaskId.eq(task))
            .one(&self.c())
            .await?;
        if dealt.is_none() {
            let card = self.add_card(person, request, task).await?;
            self.tell(person, &What::Card { card })?;
        }
        Ok(())
    }

    async fn insert_request(
        &self,
        request: &Request,
        phase: Phase,
        at: DateTime<Utc>,
    ) -> Result<RequestId, Error> {
        let row = request::ActiveModel {
            id: NotSet,
            token: Set(request.token.clone()),
            ticket: Set(request.ticket.clone()),
            procedure: Set(request.procedure.clone()),
            procedure_version: Set(i64::from(request.procedure_version)),
            agency: Set(request.agency.clone()),
            applicant_id: Set(request.applicant),
            state: Set(serde_json::to_value(&request.state)?),
            ended: Set(request.ended().cloned()),
            alike: Set(Some(serde_json::to_value(&request.alike)?)),
            phase: Set(Some(phase)),
            found_by: Set(Some(request.found_by())),
            version: Set(request.version),
            opened_at: Set(request.opened_at),
            changed_at: Set(at),
            nudged_until: Set(None),
            removed_at: Set(None),
        };
        Ok(row.insert(&self.c()).await?.id)
    }

    async fn update_request(
        &self,
        request: &Request,
        phase: Phase,
        at: Option<DateTime<Utc>>,
    ) -> Result<(), Error> {
        let updated = request::Entity::update_many()
            .set(request::ActiveModel {
                applicant_id: Set(request.applicant),
                state: Set(serde_json::to_value(&request.state)?),
                agency: Set(request.agency.clone()),
                ended: Set(request.ended().cloned()),
                alike: Set(Some(serde_json::to_value(&request.alike)?)),
                phase: Set(Some(phase)),
                found_by: Set(Some(request.found_by())),
                version: Set(request.version),
                changed_at: at.map_or(NotSet, Set),
                ..Default::default()
            })
            .filter(request::Column::Id.eq(request.id))
            .filter(request::Column::Version.eq(request.version - 1))
            .exec(&self.c())
            .await?;
        if updated.rows_affected == 1 {
            Ok(())
        } else {
            Err(Error::Missing("request in the version seen"))
        }
    }

    /// Keeps what the history of a request folds to; nothing else of it changes.
    pub(crate) async fn keep_state(&self, request: &Request, state: &State) -> Result<(), Error> {
        request::Entity::update_many()
            .set(request::ActiveModel {
                state: Set(serde_json::to_value(state)?),
                ..Default::default()
            })
            .filter(request::Column::Id.eq(request.id))
            .filter(request::Column::Version.eq(request.version))
            .exec(&self.c())
            .await?;
        Ok(())
    }

    /// Notes until when the agency of a request cannot ask after it again.
    pub(crate) async fn note_nudge(
        &self,
        request: RequestId,
        until: DateTime<Utc>,
    ) -> Result<(), Error> {
        request::Entity::update_many()
            .set(request::ActiveModel {
                nudged_until: Set(Some(until)),
                ..Default::default()
            })
            .filter(request::Column::Id.eq(request))
            .exec(&self.c())
            .await?;
        Ok(())
    }

    /// Every card that shows something which has just changed is drawn again: the status card, and
    /// the copies of a task that has just been settled.
    async fn refresh_cards(
        &mut self,
        request: RequestId,
        settled: Option<TaskId>,
    ) -> Result<(), Error> {
        let stale = card::Entity::find()
            .filter(card::Column::RequestId.eq(request))
            .filter(
                card::Column::TaskId
                    .is_null()
                    .or(card::Column::TaskId.eq(settled)),
            )
            .all(&self.c())
            .await?;
        for card in stale {
            self.tell(card.person_id, &What::Card { card: card.id })?;
        }
        Ok(())
    }
}
