//! Things are reserved for windows of time as well, and never for two that overlap.

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
        // Seconds of the gaps around a window; `from_at` and `until` are with them.
        for column in [
            timestamp_with_time_zone_null("from_at"),
            big_integer_null("gap_before"),
            big_integer_null("gap_after"),
        ] {
            let added = Table::alter()
                .table("reservation")
                .add_column(column)
                .to_owned();
            manager.alter_table(added).await?;
        }
        // One name, one holder: of what is reserved without a window.
        let old = Index::drop()
            .name("reservation_name")
            .table("reservation")
            .to_owned();
        manager.drop_index(old).await?;
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
                            .and(Expr::col("from_at").is_null())
                            .and(Expr::col("name").ne("")),
                    )
                    .to_owned(),
            )
            .await?;
        let db = manager.get_connection();
        match manager.get_database_backend() {
            DbBackend::Postgres => db.execute_unprepared(POSTGRES).await?,
            _ => db.execute_unprepared(SQLITE).await?,
        };
        Ok(())
    }
}

// The last word on "never two at once", whatever the program believes. What is reserved without a window is reserved
// from when it was asked for on. Whoever reserves holds the row of the shelf (`shelf`), so on PostgreSQL too nobody
// else's row comes in between.

const SQLITE: &str = "
CREATE TRIGGER reservation_apart BEFORE INSERT ON reservation
WHEN NEW.released_at IS NULL AND NEW.name <> ''
BEGIN
  SELECT RAISE(ABORT, 'reserved for two at once') WHERE EXISTS (
    SELECT 1 FROM reservation held
    WHERE held.shelf = NEW.shelf AND held.name = NEW.name AND held.released_at IS NULL
      AND (NEW.from_at IS NOT NULL OR held.from_at IS NOT NULL)
      AND (NEW.until IS NULL OR coalesce(held.from_at, held.at) < NEW.until)
      AND (held.until IS NULL OR coalesce(NEW.from_at, NEW.at) < held.until));
END;
CREATE TRIGGER reservation_stays_apart BEFORE UPDATE OF shelf, name, from_at, until, released_at ON reservation
WHEN NEW.released_at IS NULL AND NEW.name <> ''
BEGIN
  SELECT RAISE(ABORT, 'reserved for two at once') WHERE EXISTS (
    SELECT 1 FROM reservation held
    WHERE held.shelf = NEW.shelf AND held.name = NEW.name AND held.released_at IS NULL AND held.id <> NEW.id
      AND (NEW.from_at IS NOT NULL OR held.from_at IS NOT NULL)
      AND (NEW.until IS NULL OR coalesce(held.from_at, held.at) < NEW.until)
      AND (held.until IS NULL OR coalesce(NEW.from_at, NEW.at) < held.until));
END;
";

const POSTGRES: &str = "
CREATE FUNCTION reservation_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM reservation held
    WHERE held.shelf = NEW.shelf AND held.name = NEW.name AND held.released_at IS NULL AND held.id <> NEW.id
      AND (NEW.from_at IS NOT NULL OR held.from_at IS NOT NULL)
      AND (NEW.until IS NULL OR coalesce(held.from_at, held.at) < NEW.until)
      AND (held.until IS NULL OR coalesce(NEW.from_at, NEW.at) < held.until))
  THEN
    RAISE EXCEPTION 'reserved for two at once';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER reservation_apart BEFORE INSERT OR UPDATE OF shelf, name, from_at, until, released_at ON reservation
FOR EACH ROW WHEN (NEW.released_at IS NULL AND NEW.name <> '') EXECUTE FUNCTION reservation_apart();
";
