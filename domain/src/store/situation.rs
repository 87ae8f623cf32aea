//! A card with all that drawing it begins with: one statement, and so one moment.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, FromQueryResult, IdenStatic, Iterable,
    JoinType, QueryFilter, QuerySelect, RelationDef,
    sea_query::{Alias, Expr, ExprTrait, IntoCondition},
};

use super::{
    Conn,
    cards::{self, Card},
    entity::{card, request, task},
    requests::{self, read_task},
};
use crate::{
    Error,
    id::{CardId, NoticeId},
    request::{Request, Task},
};

/// Before the names of a task's columns, as the library has it before those of the card and of the request.
const OF_TASK: &str = "C_";
const UNTOLD: &str = "untold";
const REVISION: &str = "revision";

/// A card, what it shows, and what waits to be told of it.
#[derive(Debug)]
pub struct CardSituation {
    pub card: Card,
    pub request: Request,
    /// The task at which the request waits.
    pub open: Option<Task>,
    /// The task that the card is for, which may be the same.
    pub task: Option<Task>,
    /// The notices about the card that have not been told: all of these are told by drawing it as it is here. Which they
    /// are is not told by the newest of them: PostgreSQL may commit one with a lower number later.
    pub untold: Vec<NoticeId>,
}

impl Conn {
    /// A card in its situation. Whoever asks for people afterwards in the same act is told who they were at this moment.
    pub async fn card_situation(&self, id: CardId) -> Result<Option<CardSituation>, Error> {
        let shown: RelationDef = card::Entity::belongs_to(request::Entity)
            .from(card::Column::RequestId)
            .to(request::Column::Id)
            .into();
        let its_tasks = task::Entity::belongs_to(request::Entity)
            .from(task::Column::RequestId)
            .to(request::Column::Id)
            .on_condition(|_, _| {
                let column = |column| Expr::col((task::Entity, column));
                let own = Expr::col((card::Entity, card::Column::TaskId));
                let open = column(task::Column::ClosedAt).is_null();
                open.or(column(task::Column::Id).eq(own)).into_condition()
            });
        let its_tasks: RelationDef = its_tasks.into();
        let executor = self.c();
        let mut asked = card::Entity::find()
            .filter(card::Column::Id.eq(id))
            .join(JoinType::InnerJoin, shown)
            .join(JoinType::LeftJoin, its_tasks.rev())
            .select_also(request::Entity);
        let asked = QuerySelect::query(&mut asked);
        for column in task::Column::iter() {
            let name = format!("{OF_TASK}{}", column.as_str());
            asked.expr_as(column.select_as(column.into_expr()), Alias::new(name));
        }
        asked
            .expr_as(
                Expr::cust(untold(executor.get_database_backend())),
                Alias::new(UNTOLD),
            )
            .expr_as(
                Expr::cust("(SELECT revision FROM roster)"),
                Alias::new(REVISION),
            );
        let rows = executor.query_all(&*asked).await?;
        let Some(first) = rows.first() else {
            return Ok(None);
        };
        self.learns(first.try_get("", REVISION)?);
        let card = cards::read(card::Model::from_query_result(first, "A_")?);
        let mut tasks = Vec::new();
        for row in &rows {
            tasks.extend(task::Model::from_query_result_optional(row, OF_TASK)?.map(read_task));
        }
        let untold: Option<String> = first.try_get("", UNTOLD)?;
        Ok(Some(CardSituation {
            request: requests::read(request::Model::from_query_result(first, "B_")?)?,
            open: tasks.iter().find(|it| it.closed_at.is_none()).cloned(),
            task: tasks.into_iter().find(|it| Some(it.id) == card.task),
            untold: listed(&untold.unwrap_or_default()),
            card,
        }))
    }
}

/// The numbers of what is untold of a card, with commas between them.
fn untold(backend: DbBackend) -> String {
    let listed = match backend {
        DbBackend::Sqlite => "group_concat(\"outbox\".\"id\")",
        _ => "string_agg(\"outbox\".\"id\"::text, ',')",
    };
    format!(
        "(SELECT {listed} FROM \"outbox\" WHERE \"outbox\".\"card_id\" = \"card\".\"id\" AND \"outbox\".\"done_at\" IS NULL)"
    )
}

fn listed(numbers: &str) -> Vec<NoticeId> {
    let numbers = numbers.split(',').filter_map(|it| it.parse().ok());
    let mut untold: Vec<NoticeId> = numbers.map(NoticeId).collect();
    untold.sort_unstable();
    untold
}
