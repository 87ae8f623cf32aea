//! The text of every version of every procedure that requests may follow.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::{Conn, Tx, entity::procedure_version};
use crate::{Error, code::ProcedureCode};

impl Conn {
    /// The file of a procedure as it was in a version.
    pub async fn procedure_source(
        &self,
        code: &ProcedureCode,
        version: u32,
    ) -> Result<Option<String>, Error> {
        let found = procedure_version::Entity::find_by_id((code.clone(), i64::from(version)))
            .one(&self.c())
            .await?;
        Ok(found.map(|row| row.source))
    }

    /// All versions that are kept.
    pub(crate) async fn procedure_versions(&self) -> Result<Vec<(ProcedureCode, u32)>, Error> {
        let found: Vec<(ProcedureCode, i64)> = procedure_version::Entity::find()
            .select_only()
            .column(procedure_version::Column::Code)
            .column(procedure_version::Column::Version)
            .into_tuple()
            .all(&self.c())
            .await?;
        let known = found.into_iter();
        Ok(known
            .filter_map(|(code, version)| Some((code, u32::try_from(version).ok()?)))
            .collect())
    }

    /// The newest version of a procedure that is kept, with its file.
    pub async fn newest_procedure(
        &self,
        code: &ProcedureCode,
    ) -> Result<Option<(u32, String)>, Error> {
        let found = procedure_version::Entity::find()
            .filter(procedure_version::Column::Code.eq(code))
            .order_by_desc(procedure_version::Column::Version)
            .one(&self.c())
            .await?;
        Ok(found.map(|row| (u32::try_from(row.version).unwrap_or(u32::MAX), row.source)))
    }
}

impl Tx {
    /// Keeps the file of a new version.
    pub async fn add_procedure(
        &self,
        code: &ProcedureCode,
        version: u32,
        source: &str,
    ) -> Result<(), Error> {
        let row = procedure_version::ActiveModel {
            code: Set(code.clone()),
            version: Set(i64::from(version)),
            source: Set(source.to_owned()),
            since: Set(self.now()),
        };
        row.insert(&self.c()).await?;
        Ok(())
    }
}
