//! A decision that its maker can still take back is a form that is complete, and a moment at which it is sent.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [
            timestamp_with_time_zone_null("held_until"),
            // How many consecutive steps it decides; one, where none is said.
            big_integer_null("held_steps"),
        ] {
            let table = Table::alter().table("draft").add_column(column).to_owned();
            manager.alter_table(table).await?;
        }
        let held = Index::create()
            .name("draft_held")
            .table("draft")
            .col("held_until")
            .and_where(Expr::col("held_until").is_not_null())
            .to_owned();
        manager.create_index(held).await
    }
}
