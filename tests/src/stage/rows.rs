//! Rows that are changed by hand, behind the bot's back, and the chain that tells of it.

use domain::query::{Audit, audit};

use super::{World, database::runs_on};

impl World {
    /// Runs statements on the bot's database.
    ///
    /// # Panics
    /// Where the database refuses them.
    pub async fn runs(&self, statements: &str) {
        runs_on(&self.settings().database_url, statements).await;
    }

    /// What a walk along the chain finds.
    ///
    /// # Panics
    /// Where the database does not answer.
    pub async fn audited(&self) -> Audit {
        let audited = audit(&self.counter(), None).await;
        audited.expect("the database answers")
    }
}
