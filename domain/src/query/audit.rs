//! Whether the chain of all that happened is whole, and whether what it stands for is still the same: for whoever
//! checks the office, and writes nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Counter, Error,
    id::RequestId,
    store::{Anchor, ChainLink, Chained, LinkKind, Restoration},
};

/// How much is read at once.
const REQUESTS_AT_ONCE: u64 = 200;
const LINKS_AT_ONCE: u64 = 2_000;

/// What was looked through, and where the chain breaks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Audit {
    /// How many links there are beside the first.
    pub links: u64,
    pub anchor: Anchor,
    pub breaks: Vec<Break>,
    /// The anchor that somebody has kept is of what was lost when the office went on from a copy: that it is not here
    /// says nothing.
    pub lost: Option<LostAnchor>,
}

/// An anchor that nothing can be held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LostAnchor {
    pub place: i64,
    pub restoration: Restoration,
}

/// Where the chain breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Break {
    /// Links are missing before this place.
    Gap { place: i64 },
    /// What stands in this link does not follow from the one before it.
    Link { place: i64 },
    /// This is not where the chain ends.
    End { place: i64 },
    /// An event, or a paper that it issued, is not what was linked.
    Altered {
        ticket: String,
        seq: i64,
        place: i64,
    },
    /// An event that was never linked.
    Unlinked { ticket: String, seq: i64 },
    /// An event that was linked and is no more.
    Gone {
        ticket: String,
        seq: i64,
        place: i64,
    },
    /// A request of which there are links, and nothing else.
    RequestGone { request: RequestId, place: i64 },
    /// A paper that was issued with this event has other bytes than were made, or was never made here.
    Paper { ticket: String, seq: i64 },
    /// A number that was written on paper is not what was linked when it was entered, or was never linked.
    Number { number: String },
    /// A number that was written on paper, was linked and is no more.
    NumberGone { place: i64 },
    /// The place of this anchor holds another hash, or none.
    Anchor { place: i64 },
}

/// Walks the chain, and compares with it whatever it stands for. `held` is an anchor that somebody has kept. What is
/// written while it looks is no break: what is found is looked at once more.
pub async fn audit(counter: &Counter, held: Option<(i64, String)>) -> Result<Audit, Error> {
    let mut first = look_through(counter, held.clone()).await?;
    if !first.breaks.is_empty() {
        let again = look_through(counter, held).await?;
        first.breaks.retain(|found| again.breaks.contains(found));
    }
    Ok(first)
}

async fn look_through(counter: &Counter, held: Option<(i64, String)>) -> Result<Audit, Error> {
    let mut audit = Audit::default();
    let mut named = BTreeMap::new();
    walk(counter, held, &mut audit, &mut named).await?;
    let mut last = RequestId(0);
    loop {
        let some = counter
            .db
            .requests_named_after(last, REQUESTS_AT_ONCE)
            .await?;
        let Some(newest) = some.last() else { break };
        last = newest.id;
        for chained in counter.db.chained(&some).await? {
            audit.breaks.extend(breaks_of(&chained));
        }
        for request in some {
            named.remove(&request.id);
        }
    }
    let gone = named
        .into_iter()
        .map(|(request, place)| Break::RequestGone { request, place });
    audit.breaks.extend(gone);
    audit.breaks.extend(broken_numbers(counter).await?);
    Ok(audit)
}

/// Which numbers from paper are not as they were linked.
async fn broken_numbers(counter: &Counter) -> Result<Vec<Break>, Error> {
    let (rows, mut links) = counter.db.chained_numbers().await?;
    let mut breaks = Vec::new();
    for row in rows {
        let linked = links.remove(&row.id);
        if !row.is_sound || linked.is_none_or(|link| link.digest != row.digest) {
            breaks.push(Break::Number { number: row.number });
        }
    }
    let gone = links.into_values();
    breaks.extend(gone.map(|link| Break::NumberGone { place: link.place }));
    Ok(breaks)
}

/// Each link follows from the one before it. Notes the first link of each request.
async fn walk(
    counter: &Counter,
    held: Option<(i64, String)>,
    audit: &mut Audit,
    named: &mut BTreeMap<RequestId, i64>,
) -> Result<(), Error> {
    let mut before: Option<ChainLink> = None;
    let mut is_held = held.is_none();
    loop {
        let after = before.as_ref().map_or(-1, |link| link.place);
        let some = counter.db.links_after(after, LINKS_AT_ONCE).await?;
        if some.is_empty() {
            break;
        }
        for link in some {
            let place = link.place;
            if let Some(before) = &before {
                audit.links += 1;
                if place != before.place + 1 {
                    audit.breaks.push(Break::Gap { place });
                } else if !link.follows(&before.hash) {
                    audit.breaks.push(Break::Link { place });
                }
                if link.kind != Some(LinkKind::Numbered) {
                    named.entry(link.request).or_insert(place);
                }
            } else if place != 0 {
                audit.breaks.push(Break::Gap { place });
            }
            if let Some((at, hash)) = &held {
                is_held |= *at == place && link.hash.starts_with(hash);
            }
            before = Some(link);
        }
    }
    audit.anchor = before.map_or_else(Anchor::default, |link| Anchor {
        place: link.place,
        hash: link.hash,
    });
    let place = audit.anchor.place;
    if counter
        .db
        .chain_head()
        .await?
        .is_some_and(|head| head != audit.anchor)
    {
        audit.breaks.push(Break::End { place });
    }
    if let Some((place, _)) = held.filter(|_| !is_held) {
        match counter.db.restored_before(place).await? {
            Some(restoration) => audit.lost = Some(LostAnchor { place, restoration }),
            None => audit.breaks.push(Break::Anchor { place }),
        }
    }
    Ok(())
}

/// The events whose papers have come back signed otherwise than was linked: each that came back is a link, and the last
/// of a paper stands in its place.
fn missigned(chained: &Chained) -> BTreeSet<i64> {
    let links = chained.links.iter();
    let links: Vec<_> = links
        .filter(|link| link.kind == Some(LinkKind::Signed))
        .collect();
    let mut times = chained.signed_times.clone();
    for link in &links {
        *times.entry(link.seq).or_default() -= 1;
    }
    let miscounted = times.into_iter().filter(|(_, left)| *left != 0);
    let unlinked = chained.signed.iter().filter(|(seq, digest)| {
        let mut links = links.iter();
        !links.any(|link| link.seq == *seq && link.digest == *digest)
    });
    let unlinked = unlinked.map(|(seq, _)| *seq);
    miscounted.map(|(seq, _)| seq).chain(unlinked).collect()
}

/// What of a request is not as it was linked.
fn breaks_of(chained: &Chained) -> Vec<Break> {
    let mut breaks = Vec::new();
    let of = |kind| {
        let links = chained.links.iter();
        links.filter(move |link| link.kind == Some(kind))
    };
    let ticket = || chained.ticket.clone();
    // From when a history is bared, it is held to what it was then.
    let bared = of(LinkKind::Bared).next_back();
    let until = bared.map_or(0, |link| link.seq);
    if let Some(link) = bared
        && (chained.bared(until) != link.digest || !chained.is_bared)
    {
        let (seq, place) = (until, link.place);
        breaks.push(Break::Altered {
            ticket: ticket(),
            seq,
            place,
        });
    }
    for (seq, digest) in &chained.events {
        match of(LinkKind::Event).find(|link| link.seq == *seq) {
            None => breaks.push(Break::Unlinked {
                ticket: ticket(),
                seq: *seq,
            }),
            Some(link) if *seq > until && link.digest != *digest => {
                let (seq, place) = (*seq, link.place);
                breaks.push(Break::Altered {
                    ticket: ticket(),
                    seq,
                    place,
                });
            }
            Some(_) => {}
        }
    }
    for link in of(LinkKind::Event) {
        if !chained.events.contains_key(&link.seq) {
            let (seq, place) = (link.seq, link.place);
            breaks.push(Break::Gone {
                ticket: ticket(),
                seq,
                place,
            });
        }
    }
    let linked: BTreeSet<_> = of(LinkKind::Made)
        .map(|link| (link.seq, &link.digest))
        .collect();
    let made: BTreeSet<_> = chained
        .made
        .iter()
        .map(|(seq, digest)| (*seq, digest))
        .collect();
    let mut differ: BTreeSet<i64> = linked
        .symmetric_difference(&made)
        .map(|(seq, _)| *seq)
        .collect();
    differ.extend(missigned(chained));
    breaks.extend(differ.into_iter().map(|seq| Break::Paper {
        ticket: ticket(),
        seq,
    }));
    breaks
}
