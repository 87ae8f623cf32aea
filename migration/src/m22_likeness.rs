//! By what requests are compared with each other, and which ones a request is like.

use sea_orm_migration::{prelude::*, schema::*};

use super::refers;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // `field` is the question that was answered so, `word` what the file compares it under.
        manager
            .create_table(
                Table::create()
                    .table("likeness")
                    .col(big_pk_auto("id"))
                    .col(big_integer("request_id"))
                    .col(text("field"))
                    .col(text("word"))
                    .col(text("value"))
                    .foreign_key(&mut refers("likeness", "request_id", "request"))
                    .to_owned(),
            )
            .await?;
        for (name, columns) in [
            ("likeness_of_request", &["request_id"][..]),
            ("likeness_value", &["word", "value", "request_id"]),
        ] {
            let mut index = Index::create();
            index.name(name).table("likeness");
            for column in columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        manager
            .alter_table(
                Table::alter()
                    .table("request")
                    .add_column(json_binary_null("alike"))
                    .to_owned(),
            )
            .await
    }
}
