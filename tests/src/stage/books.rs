//! What the office has in its books, for plays that assert that nothing was written.

use chrono::{DateTime, Utc};
use domain::{
    draft::Draft,
    id::{AccountId, RequestId},
    person::Person,
    request::{Request, Standing},
};

use super::{Player, World};

impl World {
    /// All requests, in the order in which they were sent.
    pub async fn requests(&self) -> Vec<Request> {
        let counter = self.counter();
        let (mut found, mut id, mut gap) = (Vec::new(), 0, 0);
        // PostgreSQL numbers what was refused as well.
        while gap < 4 {
            id += 1;
            match counter.db.request(RequestId(id)).await.expect("a request") {
                Some(request) => {
                    gap = 0;
                    found.push(request);
                }
                None => gap += 1,
            }
        }
        found
    }

    /// The step or the end at which the newest request stands, and how many events it has had.
    pub async fn stands(&self) -> (String, i64) {
        let request = self.requests().await.pop().expect("a request");
        let standing = match request.state.standing {
            Standing::At(step) => step.to_string(),
            Standing::Ended(end) => end.to_string(),
        };
        (standing, request.version)
    }

    /// When the open task of the newest request is due.
    pub async fn due(&self) -> Option<DateTime<Utc>> {
        let request = self.requests().await.pop().expect("a request");
        let task = self.counter().db.open_task_of(request.id).await;
        task.expect("an answer").expect("an open task").due_at
    }

    /// How the office knows someone.
    pub async fn known(&self, player: &Player) -> Person {
        let counter = self.counter();
        let found = counter.db.person_of(AccountId(player.user.0)).await;
        found.expect("a person").expect("someone who has come in")
    }

    /// What someone has begun to write.
    pub async fn drafts(&self, player: &Player) -> Vec<Draft> {
        let person = self.known(player).await;
        let drafts = self.counter().db.drafts(person.id).await;
        drafts.expect("their drafts")
    }
}
