//! What is known of the papers in the archive.

use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{NotSet, Set},
    EntityTrait,
};

use super::{Conn, Tx, entity::paper};
use crate::{
    Error,
    id::{PaperId, PersonId},
    procedure::Paper,
};

impl Conn {
    /// How the front end can send a paper again without its bytes.
    pub async fn paper_handle(&self, id: PaperId) -> Result<Option<String>, Error> {
        Ok(paper::Entity::find_by_id(id)
            .one(&self.c())
            .await?
            .and_then(|row| row.handle))
    }
}

impl Tx {
    /// Notes a paper whose bytes are in the archive already.
    pub async fn add_paper(
        &self,
        by: PersonId,
        name: &str,
        media: &str,
        size: u64,
        sha256: &str,
        handle: Option<&str>,
    ) -> Result<Paper, Error> {
        let row = paper::ActiveModel {
            id: NotSet,
            name: Set(name.to_owned()),
            media: Set(media.to_owned()),
            size: Set(i64::try_from(size).unwrap_or(i64::MAX)),
            sha256: Set(sha256.to_owned()),
            handle: Set(handle.map(str::to_owned)),
            by_id: Set(by),
            at: Set(self.now()),
        };
        let id = row.insert(&self.c()).await?.id;
        Ok(Paper {
            id,
            name: name.to_owned(),
            media: media.to_owned(),
            size,
            sha256: sha256.to_owned(),
        })
    }
}
