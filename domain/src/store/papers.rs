//! What is known of the papers in the archive, and which of them leave it.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::OnConflict,
};

use super::{
    Conn, Tx,
    entity::{draft, paper, shredding},
};
use crate::{
    Error,
    id::{PaperId, PersonId, RequestId},
    procedure::{Answers, Paper},
    request::Event,
};

impl Conn {
    /// How the front end can send a paper again without its bytes.
    pub async fn paper_handle(&self, id: PaperId) -> Result<Option<String>, Error> {
        Ok(paper::Entity::find_by_id(id)
            .one(&self.c())
            .await?
            .and_then(|row| row.handle))
    }

    /// A paper whose bytes the archive lacks, and the request in whose history it stands.
    pub(crate) async fn lost_paper(
        &self,
        id: PaperId,
    ) -> Result<Option<(Paper, Option<RequestId>)>, Error> {
        let found = paper::Entity::find_by_id(id)
            .filter(paper::Column::LostAt.is_not_null())
            .one(&self.c())
            .await?;
        Ok(found.map(|row| (read(&row), row.request_id)))
    }

    /// Papers after a given one that came in before a moment and stand in no history, and whose they are.
    pub(crate) async fn unsent_papers(
        &self,
        before: DateTime<Utc>,
        last: PaperId,
        limit: u64,
    ) -> Result<Vec<(Paper, PersonId)>, Error> {
        let found = paper::Entity::find()
            .filter(paper::Column::RequestId.is_null())
            .filter(paper::Column::At.lt(before))
            .filter(paper::Column::Id.gt(last))
            .order_by_asc(paper::Column::Id)
            .limit(limit)
            .all(&self.long())
            .await?;
        Ok(found.iter().map(|row| (read(row), row.by_id)).collect())
    }

    /// Those of some fingerprints that no paper has.
    pub(crate) async fn without_paper(&self, mut some: Vec<String>) -> Result<Vec<String>, Error> {
        let known: Vec<String> = paper::Entity::find()
            .select_only()
            .column(paper::Column::Sha256)
            .filter(paper::Column::Sha256.is_in(&some))
            .into_tuple()
            .all(&self.long())
            .await?;
        some.retain(|it| !known.contains(it));
        let issued = self.issued_prints(Some(&some)).await?;
        some.retain(|it| !issued.contains(it));
        Ok(some)
    }

    /// Papers that are to leave the archive by now.
    pub(crate) async fn papers_to_shred(
        &self,
        now: DateTime<Utc>,
        limit: u64,
    ) -> Result<Vec<String>, Error> {
        Ok(shredding::Entity::find()
            .select_only()
            .column(shredding::Column::Sha256)
            .filter(shredding::Column::At.lte(now))
            .limit(limit)
            .into_tuple::<String>()
            .all(&self.long())
            .await?)
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
            request_id: Set(None),
            lost_at: Set(None),
        };
        let id = row.insert(&self.c()).await?.id;
        Ok(Paper {
            id,
            name: name.to_owned(),
            media: media.to_owned(),
            size,
            sha256: sha256.to_owned(),
            pages: Vec::new(),
        })
    }

    /// The papers of an event stand in the history of its request from now on.
    pub(super) async fn note_sent(&self, request: RequestId, event: &Event) -> Result<(), Error> {
        let papers = event.answers().into_iter().flat_map(Answers::archived);
        let papers: Vec<PaperId> = papers.map(|paper| paper.id).collect();
        if papers.is_empty() {
            return Ok(());
        }
        paper::Entity::update_many()
            .set(paper::ActiveModel {
                request_id: Set(Some(request)),
                ..Default::default()
            })
            .filter(paper::Column::Id.is_in(papers))
            .filter(paper::Column::RequestId.is_null())
            .exec(&self.c())
            .await?;
        Ok(())
    }

    /// Notes that the archive lacks the bytes of a paper. `false` where that is known, or the paper is gone.
    pub(crate) async fn note_lost(&self, id: PaperId) -> Result<bool, Error> {
        let noted = paper::Entity::update_many()
            .set(paper::ActiveModel {
                lost_at: Set(Some(self.now())),
                ..Default::default()
            })
            .filter(paper::Column::Id.eq(id))
            .filter(paper::Column::LostAt.is_null())
            .exec(&self.c())
            .await?;
        Ok(noted.rows_affected > 0)
    }

    /// The bytes of a paper are back.
    pub(crate) async fn note_found(&self, id: PaperId) -> Result<(), Error> {
        paper::Entity::update_many()
            .set(paper::ActiveModel {
                lost_at: Set(None),
                ..Default::default()
            })
            .filter(paper::Column::Id.eq(id))
            .exec(&self.c())
            .await?;
        Ok(())
    }

    /// A paper is needed no more: its bytes leave the archive soon, unless another paper is the same.
    pub(super) async fn drop_paper(&self, paper: &Paper) -> Result<(), Error> {
        let gone = paper::Entity::delete_by_id(paper.id)
            .exec(&self.c())
            .await?;
        self.shred_where_gone(paper, gone.rows_affected).await?;
        Ok(())
    }

    /// As [`Tx::drop_paper`], unless it stands in the history of a request.
    pub(super) async fn drop_unsent_paper(&self, paper: &Paper) -> Result<bool, Error> {
        let gone = paper::Entity::delete_many()
            .filter(paper::Column::Id.eq(paper.id))
            .filter(paper::Column::RequestId.is_null())
            .exec(&self.c())
            .await?;
        self.shred_where_gone(paper, gone.rows_affected).await
    }

    /// Throws away a paper that no half-filled form of its sender names. A form that is sent at this moment
    /// has noted its papers before it is gone, so that none of them is taken for one that nobody names.
    pub(crate) async fn drop_unnamed_paper(
        &self,
        paper: &Paper,
        by: PersonId,
    ) -> Result<bool, Error> {
        let fillings: Vec<serde_json::Value> = draft::Entity::find()
            .select_only()
            .column(draft::Column::Filling)
            .filter(draft::Column::PersonId.eq(by))
            .into_tuple()
            .all(&self.c())
            .await?;
        let is_named = |filling: &serde_json::Value| filling.to_string().contains(&paper.sha256);
        if fillings.iter().any(is_named) {
            return Ok(false);
        }
        self.drop_unsent_paper(paper).await
    }

    async fn shred_where_gone(&self, paper: &Paper, gone: u64) -> Result<bool, Error> {
        if gone > 0 {
            self.shred(&paper.sha256).await?;
        }
        Ok(gone > 0)
    }

    /// The bytes of a paper are to leave the archive. Until the transaction ends, nobody else can say
    /// anything about them.
    pub(crate) async fn shred(&self, sha256: &str) -> Result<(), Error> {
        let row = shredding::ActiveModel {
            sha256: Set(sha256.to_owned()),
            at: Set(self.now()),
        };
        shredding::Entity::insert(row)
            .on_conflict(
                OnConflict::column(shredding::Column::Sha256)
                    .update_column(shredding::Column::At)
                    .to_owned(),
            )
            .exec_without_returning(&self.c())
            .await?;
        Ok(())
    }

    /// As [`Tx::shred`], but not before a moment; what was said about them already holds.
    pub(crate) async fn shred_after(&self, sha256: &str, at: DateTime<Utc>) -> Result<(), Error> {
        let row = shredding::ActiveModel {
            sha256: Set(sha256.to_owned()),
            at: Set(at),
        };
        shredding::Entity::insert(row)
            .on_conflict(
                OnConflict::column(shredding::Column::Sha256)
                    .do_nothing()
                    .to_owned(),
            )
            .exec_without_returning(&self.c())
            .await?;
        Ok(())
    }

    /// The same paper has come in again: it stays.
    pub(crate) async fn spare(&self, sha256: &str) -> Result<(), Error> {
        shredding::Entity::delete_by_id(sha256.to_owned())
            .exec(&self.c())
            .await?;
        Ok(())
    }

    /// Whether the bytes of a paper may leave the archive now. Until the transaction ends, nobody can
    /// bring the same paper in.
    pub(crate) async fn lock_for_shredding(&self, sha256: &str) -> Result<bool, Error> {
        let waits = shredding::Entity::find_by_id(sha256.to_owned())
            .lock_exclusive()
            .one(&self.c())
            .await?;
        let same = paper::Entity::find()
            .filter(paper::Column::Sha256.eq(sha256))
            .one(&self.c())
            .await?;
        let issued = self.issued_as(sha256).await?;
        Ok(waits.is_some() && same.is_none() && issued.is_none())
    }
}

fn read(row: &paper::Model) -> Paper {
    Paper {
        id: row.id,
        name: row.name.clone(),
        media: row.media.clone(),
        size: u64::try_from(row.size).unwrap_or(0),
        sha256: row.sha256.clone(),
        pages: Vec::new(),
    }
}
