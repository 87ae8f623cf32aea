//! What the chain stands for, as it is now: to be compared with the links, and to be linked where there were none.

use std::collections::{BTreeMap, HashMap};

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    Conn, Tx,
    entity::{event, issued, link},
    links::{
        ChainLink, LinkKind, NewLink, of_bared, of_event, of_issued, of_made, of_signed, read,
    },
    restoring::NamedRequest,
};
use crate::{Error, fingerprint::fingerprint, id::RequestId, request::Event};

/// A request with all that is linked of it.
#[derive(Debug, Clone)]
pub struct Chained {
    pub ticket: String,
    /// By their place in its history: the digest of each event with the papers that it issued.
    pub events: BTreeMap<i64, String>,
    /// The digests of its papers that were made, with the event that issued each.
    pub made: Vec<(i64, String)>,
    /// The digests of those that have come back signed, and how often signed ones have come back, with the event that
    /// issued each.
    pub signed: Vec<(i64, String)>,
    pub signed_times: BTreeMap<i64, i64>,
    /// In the order of the chain.
    pub links: Vec<ChainLink>,
    /// Whether what tells of people was taken out of it, and out of all its events.
    pub is_bared: bool,
    says: BTreeMap<i64, String>,
}

impl Chained {
    /// The digest of all events up to one, as a bared history is linked.
    pub fn bared(&self, until: i64) -> String {
        fingerprint(bared(&self.says, until).as_bytes())
    }
}

fn bared(says: &BTreeMap<i64, String>, until: i64) -> String {
    let events = says.range(..=until);
    events.map(|(seq, says)| of_bared(*seq, says)).collect()
}

/// The rows of some requests.
struct Rows {
    events: HashMap<RequestId, Vec<event::Model>>,
    issued: HashMap<RequestId, Vec<issued::Model>>,
}

impl Rows {
    /// What each event of a request is, with the papers that it issued.
    fn says(&self, request: RequestId) -> BTreeMap<i64, String> {
        let events = self.events.get(&request).into_iter().flatten();
        let mut says: BTreeMap<i64, String> = events
            .map(|row| (row.seq, of_event(row.at, row.by_id, &row.body)))
            .collect();
        for row in self.issued.get(&request).into_iter().flatten() {
            if let Some(says) = says.get_mut(&row.seq) {
                let number = row.number.as_deref();
                says.push_str(&of_issued(row.paper.as_str(), number, &row.check_code));
            }
        }
        says
    }

    /// Whether no event of a request tells of people any more.
    fn are_bare(&self, request: RequestId) -> bool {
        let mut events = self.events.get(&request).into_iter().flatten();
        events.all(|row| {
            let event = serde_json::from_value::<Event>(row.body.clone());
            let bare = event.map(|event| serde_json::to_value(event.redacted()));
            matches!(bare, Ok(Ok(bare)) if bare == row.body)
        })
    }

    /// What each paper that was made is.
    fn made(&self, request: RequestId) -> impl Iterator<Item = (i64, String)> {
        let issued = self.issued.get(&request).into_iter().flatten();
        issued.filter_map(|row| {
            let sha256 = row.sha256.as_deref()?;
            Some((row.seq, of_made(&row.check_code, sha256)))
        })
    }
}

impl Rows {
    /// What each paper is that has come back signed.
    fn signed(&self, request: RequestId) -> impl Iterator<Item = (i64, String)> {
        let issued = self.issued.get(&request).into_iter().flatten();
        issued.filter_map(|row| {
            let sha256 = row.signed_sha256.as_deref()?;
            Some((
                row.seq,
                of_signed(&row.check_code, row.signed_times, sha256),
            ))
        })
    }

    /// How often signed papers have come back.
    fn signed_times(&self, request: RequestId) -> BTreeMap<i64, i64> {
        let mut times = BTreeMap::new();
        for row in self.issued.get(&request).into_iter().flatten() {
            if row.signed_times > 0 {
                *times.entry(row.seq).or_default() += row.signed_times;
            }
        }
        times
    }
}

impl Conn {
    /// Some requests with what is linked of them.
    pub(crate) async fn chained(&self, some: &[NamedRequest]) -> Result<Vec<Chained>, Error> {
        let ids: Vec<RequestId> = some.iter().map(|request| request.id).collect();
        let rows = self.rows_of(&ids).await?;
        let found = link::Entity::find()
            .filter(link::Column::RequestId.is_in(ids))
            .order_by_asc(link::Column::Place)
            .all(&self.long())
            .await?;
        let mut links: HashMap<RequestId, Vec<ChainLink>> = HashMap::new();
        for row in found {
            links.entry(row.request_id).or_default().push(read(row));
        }
        let digest = |says: &str| fingerprint(says.as_bytes());
        let chained = some.iter().map(|request| {
            let says = rows.says(request.id);
            let events = says.iter().map(|(seq, says)| (*seq, digest(says)));
            let made = rows
                .made(request.id)
                .map(|(seq, says)| (seq, digest(&says)));
            let signed = rows.signed(request.id);
            let signed = signed.map(|(seq, says)| (seq, digest(&says))).collect();
            Chained {
                signed,
                signed_times: rows.signed_times(request.id),
                ticket: request.ticket.clone(),
                events: events.collect(),
                made: made.collect(),
                links: links.remove(&request.id).unwrap_or_default(),
                is_bared: request.removed_at.is_some() && rows.are_bare(request.id),
                says,
            }
        });
        Ok(chained.collect())
    }

    async fn rows_of(&self, ids: &[RequestId]) -> Result<Rows, Error> {
        let mut rows = Rows {
            events: HashMap::new(),
            issued: HashMap::new(),
        };
        let events = event::Entity::find()
            .filter(event::Column::RequestId.is_in(ids.iter().copied()))
            .order_by_asc(event::Column::RequestId)
            .order_by_asc(event::Column::Seq)
            .all(&self.long())
            .await?;
        for row in events {
            rows.events.entry(row.request_id).or_default().push(row);
        }
        let issued = issued::Entity::find()
            .filter(issued::Column::RequestId.is_in(ids.iter().copied()))
            .order_by_asc(issued::Column::Id)
            .all(&self.long())
            .await?;
        for row in issued {
            rows.issued.entry(row.request_id).or_default().push(row);
        }
        Ok(rows)
    }
}

impl Tx {
    /// Links all that was written by older programs, where nothing is linked yet: request by request, as it stands
    /// now. `false` where the chain has begun.
    pub(crate) async fn begin_chain(&mut self, at_once: u64) -> Result<bool, Error> {
        self.hold_chain().await?;
        let mut end = self.anchor().await?;
        if end.place > 0 {
            return Ok(false);
        }
        let mut last = RequestId(0);
        loop {
            let some = self.requests_named_after(last, at_once).await?;
            let Some(newest) = some.last() else { break };
            last = newest.id;
            let ids: Vec<RequestId> = some.iter().map(|request| request.id).collect();
            let rows = self.rows_of(&ids).await?;
            let mut older = Vec::new();
            for request in ids {
                let link = |kind| {
                    move |(seq, stands_for)| NewLink {
                        kind,
                        request,
                        seq,
                        stands_for,
                    }
                };
                older.extend(rows.says(request).into_iter().map(link(LinkKind::Event)));
                older.extend(rows.made(request).map(link(LinkKind::Made)));
            }
            end = self.link_older(older, end).await?;
        }
        self.note_chain_head(&end).await?;
        Ok(end.place > 0)
    }

    /// Links the history of a request as it is after what tells of people was taken out of it.
    pub(super) async fn link_bared(&mut self, request: RequestId) -> Result<(), Error> {
        let says = self.rows_of(&[request]).await?.says(request);
        if let Some((last, _)) = says.last_key_value() {
            let (last, stands_for) = (*last, bared(&says, i64::MAX));
            self.link(LinkKind::Bared, (request, last), stands_for);
        }
        Ok(())
    }
}
