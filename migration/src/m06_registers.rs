//! What requests have reserved, the registers, what is remembered of people, and of the last stop.

use sea_orm_migration::{prelude::*, schema::*};

use super::refers;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        registers(manager).await?;
        reservations(manager).await?;
        // Whether the bot has come to an orderly end since it was started.
        manager
            .create_table(
                Table::create()
                    .table("mark")
                    .col(text("name").primary_key().to_owned())
                    .col(timestamp_with_time_zone("at"))
                    .to_owned(),
            )
            .await?;
        // What a person answered last under a word, the newest few.
        manager
            .create_table(
                Table::create()
                    .table("memory")
                    .col(big_integer("person_id"))
                    .col(text("word"))
                    .col(text("answer"))
                    .col(timestamp_with_time_zone("at"))
                    .primary_key(Index::create().col("person_id").col("word").col("answer"))
                    .foreign_key(&mut refers("memory", "person_id", "person"))
                    .to_owned(),
            )
            .await
    }
}

async fn registers(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    // `number` counts within a register, gapless. `words` is what a search looks through, in lower case.
    manager
        .create_table(
            Table::create()
                .table("line")
                .col(big_pk_auto("id"))
                .col(text("register"))
                .col(big_integer("number"))
                .col(big_integer("request_id"))
                .col(big_integer("part"))
                .col(text("agency"))
                .col(text("name"))
                .col(json_binary("cells"))
                .col(text("words"))
                .col(timestamp_with_time_zone("opened_at"))
                .col(timestamp_with_time_zone("changed_at"))
                .col(timestamp_with_time_zone_null("closed_at"))
                .col(big_integer_null("closed_by"))
                .foreign_key(&mut refers("line", "request_id", "request"))
                .foreign_key(&mut refers("line", "closed_by", "request"))
                .to_owned(),
        )
        .await?;
    // A request has one line in a register for each of its parts.
    manager
        .create_index(
            Index::create()
                .name("line_part")
                .table("line")
                .col("register")
                .col("request_id")
                .col("part")
                .unique()
                .to_owned(),
        )
        .await?;
    manager
        .create_index(
            Index::create()
                .name("line_number")
                .table("line")
                .col("register")
                .col("number")
                .unique()
                .to_owned(),
        )
        .await?;
    // The lines an agency can choose from.
    manager
        .create_index(
            Index::create()
                .name("line_open")
                .table("line")
                .col("register")
                .col("agency")
                .and_where(Expr::col("closed_at").is_null())
                .to_owned(),
        )
        .await
}

async fn reservations(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    // Whoever reserves on a shelf or of a resource holds its row until the transaction ends.
    manager
        .create_table(
            Table::create()
                .table("shelf")
                .col(text("code").primary_key().to_owned())
                .to_owned(),
        )
        .await?;
    // `shelf` is a shelf of names or a resource; of a resource `name` is empty and `amount` counts.
    manager
        .create_table(
            Table::create()
                .table("reservation")
                .col(big_pk_auto("id"))
                .col(text("shelf"))
                .col(text("name"))
                .col(big_integer("amount"))
                .col(big_integer("request_id"))
                .col(text("agency"))
                .col(big_integer("part"))
                .col(big_integer_null("line_id"))
                .col(timestamp_with_time_zone("at"))
                .col(timestamp_with_time_zone_null("until"))
                .col(timestamp_with_time_zone_null("asked_at"))
                .col(timestamp_with_time_zone_null("released_at"))
                .foreign_key(&mut refers("reservation", "request_id", "request"))
                .foreign_key(&mut refers("reservation", "line_id", "line"))
                .to_owned(),
        )
        .await?;
    // The last word on "one name, one holder", whatever the program believes.
    manager
        .create_index(
            Index::create()
                .name("reservation_name")
                .table("reservation")
                .col("shelf")
                .col("name")
                .unique()
                .and_where(
                    Expr::col("released_at")
                        .is_null()
                        .and(Expr::col("name").ne("")),
                )
                .to_owned(),
        )
        .await?;
    manager
        .create_index(
            Index::create()
                .name("reservation_live")
                .table("reservation")
                .col("shelf")
                .and_where(Expr::col("released_at").is_null())
                .to_owned(),
        )
        .await?;
    // The names an agency has for good: they are offered to it.
    manager
        .create_index(
            Index::create()
                .name("reservation_kept")
                .table("reservation")
                .col("shelf")
                .col("agency")
                .and_where(
                    Expr::col("released_at")
                        .is_null()
                        .and(Expr::col("line_id").is_not_null()),
                )
                .to_owned(),
        )
        .await?;
    manager
        .create_index(
            Index::create()
                .name("reservation_request")
                .table("reservation")
                .col("request_id")
                .and_where(Expr::col("released_at").is_null())
                .to_owned(),
        )
        .await?;
    manager
        .create_index(
            Index::create()
                .name("reservation_until")
                .table("reservation")
                .col("until")
                .and_where(
                    Expr::col("released_at")
                        .is_null()
                        .and(Expr::col("line_id").is_null()),
                )
                .to_owned(),
        )
        .await
}
