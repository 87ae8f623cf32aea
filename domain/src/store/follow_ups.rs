//! Requests that were begun from others.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::{Conn, Tx, entity::follow_up};
use crate::{Error, id::RequestId, request::Request};

impl Conn {
    /// The request that was begun from one that had ended.
    pub(crate) async fn begun_from(&self, origin: RequestId) -> Result<Option<Request>, Error> {
        let found = follow_up::Entity::find_by_id(origin).one(&self.c()).await?;
        match found {
            Some(found) => self.request(found.request_id).await,
            None => Ok(None),
        }
    }

    /// Whether one was begun.
    pub(crate) async fn is_followed(&self, origin: RequestId) -> Result<bool, Error> {
        let found = follow_up::Entity::find_by_id(origin).one(&self.c()).await?;
        Ok(found.is_some())
    }

    /// The request from which one was begun.
    pub(crate) async fn origin_of(&self, request: RequestId) -> Result<Option<Request>, Error> {
        let found = follow_up::Entity::find()
            .filter(follow_up::Column::RequestId.eq(request))
            .one(&self.c())
            .await?;
        match found {
            Some(found) => self.request(found.origin_id).await,
            None => Ok(None),
        }
    }
}

impl Tx {
    /// Notes that a request was begun from one that had ended. The database takes one for each.
    pub(crate) async fn note_begun_from(
        &self,
        origin: RequestId,
        request: RequestId,
    ) -> Result<(), Error> {
        let row = follow_up::ActiveModel {
            origin_id: Set(origin),
            request_id: Set(request),
        };
        follow_up::Entity::insert(row)
            .exec_without_returning(&self.c())
            .await?;
        Ok(())
    }
}
