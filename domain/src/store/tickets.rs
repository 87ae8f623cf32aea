//! Requests by their tickets.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    Conn,
    entity::{request, ticket_count},
    requests::read,
};
use crate::{
    Error,
    request::{Request, TypedTicket},
};

impl Conn {
    /// The requests whose ticket someone may have meant, the newest year in front. Each is looked up by its whole
    /// ticket, which can be one request's only.
    pub(crate) async fn requests_of_ticket(
        &self,
        typed: &TypedTicket,
    ) -> Result<Vec<Request>, Error> {
        let tickets = match (&typed.prefix, typed.year) {
            (Some(prefix), Some(year)) => vec![typed.written(prefix, year.into())],
            _ => self.tickets_meant(typed).await?,
        };
        if tickets.is_empty() {
            return Ok(Vec::new());
        }
        let found = request::Entity::find().filter(request::Column::Ticket.is_in(&tickets));
        let found = found.all(&self.c()).await?;
        let mut found: Vec<_> = found.into_iter().map(read).collect::<Result<_, _>>()?;
        let place = |request: &Request| tickets.iter().position(|it| *it == request.ticket);
        found.sort_by_key(place);
        Ok(found)
    }

    /// The tickets that were given out so far and have this number, the newest year in front. There is one count per
    /// procedure and year.
    async fn tickets_meant(&self, typed: &TypedTicket) -> Result<Vec<String>, Error> {
        let mut counts = ticket_count::Entity::find()
            .filter(ticket_count::Column::Last.gte(typed.number))
            .filter(ticket_count::Column::Year.gt(0))
            .filter(ticket_count::Column::Prefix.not_like("%:%"));
        if let Some(prefix) = &typed.prefix {
            counts = counts.filter(ticket_count::Column::Prefix.eq(prefix));
        }
        if let Some(year) = typed.year {
            counts = counts.filter(ticket_count::Column::Year.eq(i64::from(year)));
        }
        let counts = counts
            .order_by_desc(ticket_count::Column::Year)
            .order_by_asc(ticket_count::Column::Prefix)
            .all(&self.c())
            .await?;
        let tickets = counts.iter().map(|it| typed.written(&it.prefix, it.year));
        Ok(tickets.collect())
    }
}
