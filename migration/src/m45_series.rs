//! Which numbers of a series papers bear is found without going through all papers: whoever enters a number that was left
//! out asks for them while everyone else waits to write.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let series = Index::create()
            .name("issued_series")
            .table("issued")
            .col("paper")
            .col("year")
            .and_where(Expr::col("number").is_not_null())
            .to_owned();
        manager.create_index(series).await
    }
}
