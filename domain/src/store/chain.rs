//! The chain: every event with the papers that it issues, and every paper as it was made, each linked to what came
//! before by its hash. Whoever changes what was written breaks it, and whoever takes its end away is found out by an
//! anchor that others hold.
//!
//! A link is written by the transaction that writes what it stands for, as the last thing that it does: who comes next
//! waits only until it is on the disk, and nobody waits for what they hold.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, Statement, sea_query::Query,
};

use super::{
    Conn, Tx,
    entity::link,
    links::{Anchor, ChainLink, LinkKind, NewLink, hash, read, says},
};
use crate::{Error, fingerprint::fingerprint, id::RequestId};

/// Takes the hash before, what is added to it, and what else stands in the row. On PostgreSQL, whoever comes second
/// waits at the one row of `chain`, and reads it as the first has left it. SQLite has one writer.
const ON_POSTGRES: &str = "WITH head AS (\
    UPDATE chain SET place = place + 1, hash = encode(sha256(convert_to(hash || $1, 'UTF8')), 'hex') RETURNING place, hash) \
    INSERT INTO link (place, kind, request_id, seq, digest, hash) SELECT place, $2, $3, $4, $5, hash FROM head";
const ON_SQLITE: &str = "INSERT INTO link (place, kind, request_id, seq, digest, hash) \
    SELECT place + 1, ?2, ?3, ?4, ?5, sha256(hash || ?1) FROM link WHERE place = (SELECT MAX(place) FROM link)";
/// Links of what was there before there was a chain.
const AT_ONCE: usize = 100;

impl Conn {
    /// The end of the chain.
    pub async fn anchor(&self) -> Result<Anchor, Error> {
        let last = Query::select()
            .expr(link::Column::Place.max())
            .from(link::Entity)
            .to_owned();
        let found = link::Entity::find()
            .filter(link::Column::Place.in_subquery(last))
            .one(&self.c())
            .await?;
        let anchor = |row: link::Model| Anchor {
            place: row.place,
            hash: row.hash,
        };
        Ok(found.map(anchor).unwrap_or_default())
    }

    /// The end of the chain as the row says at which those who write follow each other; none on SQLite, which needs none.
    pub(crate) async fn chain_head(&self) -> Result<Option<Anchor>, Error> {
        let executor = self.c();
        if executor.get_database_backend() != DbBackend::Postgres {
            return Ok(None);
        }
        let ask = Statement::from_string(DbBackend::Postgres, "SELECT place, hash FROM chain");
        let row = executor.query_one_raw(ask).await?;
        let row = row.ok_or(Error::Missing("end of the chain"))?;
        Ok(Some(Anchor {
            place: row.try_get("", "place")?,
            hash: row.try_get("", "hash")?,
        }))
    }

    /// Links after a place, in their order.
    pub(crate) async fn links_after(
        &self,
        place: i64,
        limit: u64,
    ) -> Result<Vec<ChainLink>, Error> {
        let found = link::Entity::find()
            .filter(link::Column::Place.gt(place))
            .order_by_asc(link::Column::Place)
            .limit(limit)
            .all(&self.long())
            .await?;
        Ok(found.into_iter().map(read).collect())
    }
}

impl Tx {
    /// What is written last.
    pub(super) fn link(
        &mut self,
        kind: LinkKind,
        (request, seq): (RequestId, i64),
        stands_for: String,
    ) {
        self.links.push(NewLink {
            kind,
            request,
            seq,
            stands_for,
        });
    }

    /// Writes the links of this transaction: a statement for each.
    pub(super) async fn write_links(&mut self) -> Result<(), Error> {
        for new in std::mem::take(&mut self.links) {
            let executor = self.c();
            let backend = executor.get_database_backend();
            let sql = match backend {
                DbBackend::Postgres => ON_POSTGRES,
                _ => ON_SQLITE,
            };
            let digest = fingerprint(new.stands_for.as_bytes());
            let (kind, request, seq) = (new.kind.word(), new.request, new.seq);
            let says = says(kind, request, seq, &digest);
            let values = [
                says.into(),
                kind.into(),
                request.0.into(),
                seq.into(),
                digest.into(),
            ];
            let insert = Statement::from_sql_and_values(backend, sql, values);
            executor.execute_raw(insert).await?;
        }
        Ok(())
    }

    /// Links what was there before there was a chain. Nobody else writes meanwhile.
    pub(super) async fn link_older(
        &mut self,
        older: Vec<NewLink>,
        mut end: Anchor,
    ) -> Result<Anchor, Error> {
        let mut rows = Vec::with_capacity(older.len());
        for new in older {
            let digest = fingerprint(new.stands_for.as_bytes());
            let kind = new.kind.word();
            end.place += 1;
            end.hash = hash(&end.hash, &says(kind, new.request, new.seq, &digest));
            rows.push(link::ActiveModel {
                place: Set(end.place),
                kind: Set(kind.to_owned()),
                request_id: Set(new.request),
                seq: Set(new.seq),
                digest: Set(digest),
                hash: Set(end.hash.clone()),
            });
        }
        for some in rows.chunks(AT_ONCE) {
            link::Entity::insert_many(some.to_vec())
                .exec_without_returning(&self.c())
                .await?;
        }
        Ok(end)
    }

    /// Keeps everyone from linking until this transaction is over.
    pub(super) async fn hold_chain(&self) -> Result<(), Error> {
        self.set_chain_head("UPDATE chain SET place = place", [])
            .await
    }

    /// Links follow from here on.
    pub(super) async fn note_chain_head(&self, end: &Anchor) -> Result<(), Error> {
        let values = [end.place.into(), end.hash.clone().into()];
        self.set_chain_head("UPDATE chain SET place = $1, hash = $2", values)
            .await
    }

    async fn set_chain_head<const N: usize>(
        &self,
        sql: &str,
        values: [sea_orm::Value; N],
    ) -> Result<(), Error> {
        let executor = self.c();
        if executor.get_database_backend() == DbBackend::Postgres {
            let update = Statement::from_sql_and_values(DbBackend::Postgres, sql, values);
            executor.execute_raw(update).await?;
        }
        Ok(())
    }
}
