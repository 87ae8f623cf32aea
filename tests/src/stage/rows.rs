//! Rows that are changed by hand, behind the bot's back.

use sea_orm::ConnectionTrait;

use super::World;

impl World {
    /// Runs statements on the bot's database.
    ///
    /// # Panics
    /// Where the database refuses them.
    pub async fn runs(&self, statements: &str) {
        let db = migration::connect(&self.settings().database_url).await;
        let db = db.expect("the database");
        let done = db.execute_unprepared(statements).await;
        done.expect("statements that the database takes");
        db.close().await.expect("it closes");
    }
}
