//! Agencies as they are called today, where the office file has not caught up.

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{OnConflict, Query},
};

use super::{
    Conn, Tx,
    entity::{agency_change, card, line, person, request, reservation},
};
use crate::{Error, code::AgencyCode, notice::What, office::agencies::AgencyChange};

impl Conn {
    pub async fn agency_changes(&self) -> Result<Vec<AgencyChange>, Error> {
        let found = agency_change::Entity::find()
            .order_by_asc(agency_change::Column::Agency)
            .all(&self.c())
            .await?;
        let read = |row: agency_change::Model| AgencyChange {
            agency: row.agency,
            name: row.name,
            merged_into: row.merged_into,
        };
        Ok(found.into_iter().map(read).collect())
    }
}

impl Tx {
    pub async fn rename_agency(&self, agency: &AgencyCode, name: &str) -> Result<(), Error> {
        let row = agency_change::ActiveModel {
            agency: Set(agency.clone()),
            name: Set(Some(name.to_owned())),
            merged_into: Set(None),
        };
        self.change_agency(row, agency_change::Column::Name).await
    }

    /// Everything that was one agency's is another's.
    pub async fn merge_agency(&self, agency: &AgencyCode, into: &AgencyCode) -> Result<(), Error> {
        let row = agency_change::ActiveModel {
            agency: Set(agency.clone()),
            name: Set(None),
            merged_into: Set(Some(into.clone())),
        };
        let column = agency_change::Column::MergedInto;
        self.change_agency(row, column).await?;
        macro_rules! pass_on {
            ($($table:ident),*) => {$(
                $table::Entity::update_many()
                    .col_expr($table::Column::Agency, into.into())
                    .filter($table::Column::Agency.eq(agency))
                    .exec(&self.c())
                    .await?;
            )*};
        }
        pass_on!(person, request, line, reservation);
        // What was merged into it before goes along.
        agency_change::Entity::update_many()
            .col_expr(column, into.into())
            .filter(column.eq(agency))
            .exec(&self.c())
            .await?;
        Ok(())
    }

    async fn change_agency(
        &self,
        row: agency_change::ActiveModel,
        column: agency_change::Column,
    ) -> Result<(), Error> {
        let change = OnConflict::column(agency_change::Column::Agency)
            .update_column(column)
            .to_owned();
        agency_change::Entity::insert(row)
            .on_conflict(change)
            .exec_without_returning(&self.c())
            .await?;
        Ok(())
    }

    /// Draws the live cards of an agency's open requests again: its name stands on them.
    pub async fn redraw_agency(&mut self, agency: &AgencyCode) -> Result<(), Error> {
        let theirs = Query::select()
            .column(request::Column::Id)
            .from(request::Entity)
            .and_where(request::Column::Agency.eq(agency))
            .and_where(request::Column::Ended.is_null())
            .to_owned();
        let live = card::Entity::find()
            .filter(card::Column::RequestId.in_subquery(theirs))
            .filter(card::Column::RetiredAt.is_null())
            .all(&self.c())
            .await?;
        for row in live {
            self.tell_in_passing(row.person_id, &What::Card { card: row.id })?;
        }
        Ok(())
    }
}
