//! What happened and what was issued, each linked to the one before by its hash.

use sea_orm_migration::{
    prelude::*,
    schema::*,
    sea_orm::{ConnectionTrait, DbBackend},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // `digest` is of what the link stands for, `hash` of the hash before and of what stands in this row. What is
        // there already is linked by the program, which knows how it reads. A link belongs to a request and refers to
        // none: it stays where somebody takes the request away.
        manager
            .create_table(
                Table::create()
                    .table("link")
                    .col(big_integer("place").primary_key())
                    .col(text("kind"))
                    .col(big_integer("request_id"))
                    .col(big_integer("seq"))
                    .col(text("digest"))
                    .col(text("hash"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("link_of_request")
                    .table("link")
                    .col("request_id")
                    .col("seq")
                    .to_owned(),
            )
            .await?;
        let db = manager.get_connection();
        let nothing = "0".repeat(64);
        db.execute_unprepared(&format!(
            "INSERT INTO link (place, kind, request_id, seq, digest, hash) VALUES (0, 'begun', 0, 0, '', '{nothing}')"
        ))
        .await?;
        // SQLite has one writer. On PostgreSQL those who write at once follow each other at this one row.
        if manager.get_database_backend() == DbBackend::Postgres {
            db.execute_unprepared(&format!(
                "CREATE TABLE chain (place bigint NOT NULL, hash text NOT NULL);
                 INSERT INTO chain (place, hash) VALUES (0, '{nothing}')"
            ))
            .await?;
        }
        Ok(())
    }
}
