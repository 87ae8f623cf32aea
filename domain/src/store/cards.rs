//! Views of tasks and requests in people's chats.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DbBackend, DbErr, EntityTrait, QueryFilter,
    QueryOrder,
    sea_query::{Expr, ExprTrait, Order, Query},
};

use super::{
    Conn, Tx,
    entity::{card, outbox},
};
use crate::{
    Error,
    id::{AccountId, CardId, MessageId, PersonId, RequestId, TaskId},
    notice::What,
};

/// A view in someone's chat.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    pub id: CardId,
    /// Names the card in buttons; nobody can guess it.
    pub token: String,
    pub person: PersonId,
    pub request: RequestId,
    /// None on the applicant's status card.
    pub task: Option<TaskId>,
    /// Where it lies in the chat; none until it has been sent.
    pub message: Option<MessageId>,
    pub retired_at: Option<DateTime<Utc>>,
}

impl Conn {
    pub async fn card(&self, id: CardId) -> Result<Option<Card>, Error> {
        Ok(card::Entity::find_by_id(id).one(&self.c()).await?.map(read))
    }

    /// One of a person's own cards, by what its buttons carry.
    pub async fn card_by_token(
        &self,
        person: PersonId,
        token: &str,
    ) -> Result<Option<Card>, Error> {
        let found = card::Entity::find()
            .filter(card::Column::Token.eq(token))
            .filter(card::Column::PersonId.eq(person))
            .one(&self.c())
            .await?;
        Ok(found.map(read))
    }

    /// The card that lies in a message of a person's chat.
    pub async fn card_in(
        &self,
        person: PersonId,
        message: MessageId,
    ) -> Result<Option<Card>, Error> {
        let found = card::Entity::find()
            .filter(card::Column::PersonId.eq(person))
            .filter(card::Column::Message.eq(message))
            .order_by_desc(card::Column::Id)
            .one(&self.c())
            .await?;
        Ok(found.map(read))
    }

    /// The card on which a person sees a request now: the one with buttons to decide, or else the
    /// applicant's status card.
    pub async fn live_card(
        &self,
        person: PersonId,
        request: RequestId,
    ) -> Result<Option<Card>, Error> {
        let mut found = card::Entity::find()
            .filter(card::Column::RequestId.eq(request))
            .filter(card::Column::PersonId.eq(person))
            .filter(card::Column::RetiredAt.is_null())
            .all(&self.c())
            .await?;
        found.sort_by_key(|card| card.task_id.is_none());
        Ok(found.into_iter().next().map(read))
    }

    /// All cards of a request, in the order in which they were dealt.
    pub async fn cards_of(&self, request: RequestId) -> Result<Vec<Card>, Error> {
        let found = card::Entity::find()
            .filter(card::Column::RequestId.eq(request))
            .all(&self.c())
            .await?;
        Ok(found.into_iter().map(read).collect())
    }
}

impl Conn {
    /// The cards of a task, also those that were retired.
    pub async fn cards_of_task(&self, task: TaskId) -> Result<Vec<Card>, Error> {
        let found = card::Entity::find()
            .filter(card::Column::TaskId.eq(task))
            .order_by_asc(card::Column::Id)
            .all(&self.c())
            .await?;
        Ok(found.into_iter().map(read).collect())
    }

    /// The cards of several tasks, also those that were retired, in the order in which they were dealt.
    pub(crate) async fn cards_of_tasks(&self, tasks: &[TaskId]) -> Result<Vec<Card>, Error> {
        let found = card::Entity::find()
            .filter(card::Column::TaskId.is_in(tasks.iter().copied()))
            .order_by_asc(card::Column::Id)
            .all(&self.c())
            .await?;
        Ok(found.into_iter().map(read).collect())
    }

    /// A person's live cards, the oldest first.
    pub async fn live_cards_of(&self, person: PersonId) -> Result<Vec<Card>, Error> {
        let found = card::Entity::find()
            .filter(card::Column::PersonId.eq(person))
            .filter(card::Column::RetiredAt.is_null())
            .order_by_asc(card::Column::Id)
            .all(&self.c())
            .await?;
        Ok(found.into_iter().map(read).collect())
    }
}

impl Tx {
    /// The status card lies with the one who speaks for the applicant, and with nobody else.
    pub(super) async fn retire_status_cards(
        &self,
        request: RequestId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let of_request = card::Column::RequestId.eq(request);
        self.retire(of_request.and(card::Column::TaskId.is_null()), at)
            .await
    }

    /// Shows a person again what still waits for them, in new messages at the end of their chat.
    pub async fn bring_back_cards(&mut self, person: PersonId) -> Result<(), Error> {
        let mut cards = self.live_cards_of(person).await?;
        cards.retain(|card| card.task.is_some());
        if cards.is_empty() {
            return Ok(());
        }
        let theirs = card::Column::PersonId.eq(person);
        let live = theirs.and(card::Column::RetiredAt.is_null());
        self.change_cards(live.and(card::Column::TaskId.is_not_null()), lies_nowhere())
            .await?;
        for card in cards {
            self.tell_lifted(&card)?;
        }
        Ok(())
    }

    /// Draws all of a person's live cards again where they lie, in another language for instance.
    pub async fn redraw_cards(&mut self, person: PersonId) -> Result<(), Error> {
        for card in self.live_cards_of(person).await? {
            self.tell(person, &What::Card { card: card.id })?;
        }
        Ok(())
    }

    /// Those whose cards these are cannot decide any more.
    pub(crate) async fn retire_cards(&self, these: &[CardId]) -> Result<(), Error> {
        let at = Some(self.now());
        self.change_some(these, retired(at)).await
    }

    /// They can again.
    pub(crate) async fn revive_cards(&self, these: &[CardId]) -> Result<(), Error> {
        self.change_some(these, retired(None)).await
    }

    /// Cards lie nowhere any more: they are drawn anew.
    pub(crate) async fn forget_messages(&self, these: &[CardId]) -> Result<(), Error> {
        self.change_some(these, lies_nowhere()).await
    }

    /// A card lies nowhere any more: in another chat it is drawn anew.
    pub async fn forget_message(&self, id: CardId) -> Result<(), Error> {
        self.forget_messages(&[id]).await
    }

    /// Takes every live card away from someone, and says in the chat where they lay that they lie there no more; nor does
    /// the list there lead anywhere. However many cards there are, they are two statements.
    pub(crate) async fn clear_table(
        &mut self,
        person: PersonId,
        account: AccountId,
    ) -> Result<(), Error> {
        let live = card::Column::PersonId
            .eq(person)
            .and(card::Column::RetiredAt.is_null());
        let moved = match self.c().get_database_backend() {
            DbBackend::Sqlite => "json_object('kind', 'moved', 'from', \"message\")",
            _ => "jsonb_build_object('kind', 'moved', 'from', \"message\")",
        };
        let notices = Query::select()
            .column(card::Column::PersonId)
            .expr(Expr::cust(moved))
            .expr(Expr::value(self.now()))
            .expr(Expr::value(self.urgency()))
            .expr(Expr::value(0_i64))
            .expr(Expr::value(account))
            .from(card::Entity)
            .and_where(live.clone())
            .and_where(card::Column::Message.is_not_null())
            .order_by(card::Column::Id, Order::Asc)
            .to_owned();
        let columns = [
            outbox::Column::PersonId,
            outbox::Column::What,
            outbox::Column::CreatedAt,
            outbox::Column::Urgency,
            outbox::Column::Attempts,
            outbox::Column::Account,
        ];
        let mut told = Query::insert();
        told.into_table(outbox::Entity).columns(columns);
        let told = told
            .select_from(notices)
            .map_err(|error| Error::from(DbErr::Custom(error.to_string())))?;
        self.c().execute(told).await?;
        self.change_cards(live, lies_nowhere()).await?;
        let chat = self.chat(account).await?;
        if let Some(from) = chat.and_then(|chat| chat.list) {
            self.tell_at(person, account, &What::Moved { from })?;
        }
        if let Some(from) = chat.and_then(|chat| chat.pinned) {
            self.tell_at(person, account, &What::Unpin { from })?;
        }
        Ok(())
    }

    /// Draws again the live cards on which a task's due time stands: its own, and the status card.
    pub async fn redraw_cards_of(&mut self, request: RequestId, task: TaskId) -> Result<(), Error> {
        self.redraw_task(task, None).await?;
        self.redraw_status(request).await
    }

    /// Draws the live cards of a task again, where they lie: all, or a person's own.
    pub(crate) async fn redraw_task(
        &mut self,
        task: TaskId,
        of: Option<PersonId>,
    ) -> Result<(), Error> {
        let live = card::Entity::find()
            .filter(card::Column::TaskId.eq(task))
            .filter(card::Column::RetiredAt.is_null())
            .filter(Condition::all().add_option(of.map(|it| card::Column::PersonId.eq(it))))
            .order_by_asc(card::Column::Id);
        for card in live.all(&self.c()).await?.into_iter().map(read) {
            self.tell(card.person, &What::Card { card: card.id })?;
        }
        Ok(())
    }

    /// Draws the applicant's status card of a request again.
    pub async fn redraw_status(&mut self, request: RequestId) -> Result<(), Error> {
        self.redraw_statuses(&[request]).await
    }

    /// As [`Tx::redraw_status`], of several.
    pub(crate) async fn redraw_statuses(&mut self, requests: &[RequestId]) -> Result<(), Error> {
        if requests.is_empty() {
            return Ok(());
        }
        let found = card::Entity::find()
            .filter(card::Column::RequestId.is_in(requests.iter().copied()))
            .filter(card::Column::RetiredAt.is_null())
            .order_by_asc(card::Column::Id)
            .all(&self.c())
            .await?;
        // A database without statistics might take every status card of the office for a short way to these.
        for row in found.into_iter().filter(|row| row.task_id.is_none()) {
            self.tell(row.person_id, &What::Card { card: row.id })?;
        }
        Ok(())
    }

    /// Draws a card anew at the end of the chat; its old message keeps its text and loses its buttons.
    pub async fn lift_card(&mut self, id: CardId) -> Result<(), Error> {
        let before = self.card(id).await?.ok_or(Error::Missing("card"))?;
        self.forget_message(id).await?;
        self.tell_lifted(&before)
    }

    /// Tells of a card that is drawn anew; `before` is how it was.
    pub(crate) fn tell_lifted(&mut self, before: &Card) -> Result<(), Error> {
        if let Some(from) = before.message {
            self.tell(before.person, &What::Moved { from })?;
        }
        self.tell(before.person, &What::Card { card: before.id })
    }

    /// Notes where a card lies now.
    pub async fn place_card(&self, id: CardId, message: MessageId) -> Result<(), Error> {
        let row = card::ActiveModel {
            message: Set(Some(message)),
            ..Default::default()
        };
        self.change_card(id, row).await
    }
}

impl Tx {
    /// Live cards among some lose their buttons at a moment.
    pub(super) async fn retire(&self, which: Expr, at: DateTime<Utc>) -> Result<(), Error> {
        let live = which.and(card::Column::RetiredAt.is_null());
        self.change_cards(live, retired(Some(at))).await
    }

    async fn change_card(&self, id: CardId, row: card::ActiveModel) -> Result<(), Error> {
        self.change_cards(card::Column::Id.eq(id), row).await
    }

    async fn change_some(&self, these: &[CardId], row: card::ActiveModel) -> Result<(), Error> {
        if these.is_empty() {
            return Ok(());
        }
        let these = card::Column::Id.is_in(these.iter().copied());
        self.change_cards(these, row).await
    }

    async fn change_cards(&self, which: Expr, row: card::ActiveModel) -> Result<(), Error> {
        card::Entity::update_many()
            .set(row)
            .filter(which)
            .exec(&self.c())
            .await?;
        Ok(())
    }
}

fn retired(at: Option<DateTime<Utc>>) -> card::ActiveModel {
    card::ActiveModel {
        retired_at: Set(at),
        ..Default::default()
    }
}

fn lies_nowhere() -> card::ActiveModel {
    card::ActiveModel {
        message: Set(None),
        ..Default::default()
    }
}

pub(super) fn read(model: card::Model) -> Card {
    Card {
        id: model.id,
        token: model.token,
        person: model.person_id,
        request: model.request_id,
        task: model.task_id,
        message: model.message,
        retired_at: model.retired_at,
    }
}
