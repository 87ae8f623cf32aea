//! The papers that the office issues: a row says that there is one, before and after its bytes are there.

use sea_orm_migration::{prelude::*, schema::*};

use super::refers;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // `seq` is the event that issued it, `paper` its code in the procedure.
        // `media`, `size`, `sha256` and `made_at` are empty until it has been made.
        // `failure` says why it will not be made any more.
        manager
            .create_table(
                Table::create()
                    .table("issued")
                    .col(big_pk_auto("id"))
                    .col(big_integer("request_id"))
                    .col(big_integer("seq"))
                    .col(text("paper"))
                    .col(text_null("number"))
                    .col(big_integer("year"))
                    .col(text("check_code").unique_key().to_owned())
                    .col(timestamp_with_time_zone("issued_at"))
                    .col(text_null("media"))
                    .col(big_integer_null("size"))
                    .col(text_null("sha256"))
                    .col(timestamp_with_time_zone_null("made_at"))
                    .col(big_integer("attempts").default(0).to_owned())
                    .col(text_null("failure"))
                    .col(timestamp_with_time_zone_null("superseded_at"))
                    .col(timestamp_with_time_zone_null("removed_at"))
                    .foreign_key(&mut refers("issued", "request_id", "request"))
                    .to_owned(),
            )
            .await?;
        for (name, column) in [
            ("issued_of_request", "request_id"),
            ("issued_sha256", "sha256"),
        ] {
            let index = Index::create()
                .name(name)
                .table("issued")
                .col(column)
                .to_owned();
            manager.create_index(index).await?;
        }
        manager
            .create_index(
                Index::create()
                    .name("issued_unmade")
                    .table("issued")
                    .col("id")
                    .and_where(Expr::col("made_at").is_null())
                    .and_where(Expr::col("failure").is_null())
                    .to_owned(),
            )
            .await
    }
}
