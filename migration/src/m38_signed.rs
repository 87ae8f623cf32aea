//! A paper that was signed elsewhere and has come back stands in the place of the one that was made. By what officials
//! signed before they signed by something else is kept, for papers that are made later.

use sea_orm_migration::{prelude::*, schema::*};

use super::refers;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [
            text_null("signed_sha256"),
            big_integer_null("signed_size"),
            timestamp_with_time_zone_null("signed_at"),
            big_integer_null("signed_by_id"),
            // How often a signed one has come back.
            big_integer("signed_times").default(0).to_owned(),
        ] {
            let table = Table::alter().table("issued").add_column(column).to_owned();
            manager.alter_table(table).await?;
        }
        let signed = Index::create()
            .name("issued_signed")
            .table("issued")
            .col("signed_sha256")
            .and_where(Expr::col("signed_sha256").is_not_null())
            .to_owned();
        manager.create_index(signed).await?;
        manager
            .create_table(
                Table::create()
                    .table("official")
                    .col(big_integer("person_id"))
                    .col(timestamp_with_time_zone("until"))
                    .col(text_null("nip"))
                    .col(text_null("rank"))
                    .primary_key(Index::create().col("person_id").col("until"))
                    .foreign_key(&mut refers("official", "person_id", "person"))
                    .to_owned(),
            )
            .await
    }
}
