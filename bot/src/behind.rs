//! What of a chat waits behind the update that is in hand: whoever sends several files in one go is answered once.

use domain::store::Incoming;
use serde::{Deserialize, de::IgnoredAny};

use crate::{answering::InHand, lanes::Lanes};

/// The lanes of updates, each with its chat.
pub type UpdateLanes = Lanes<i64, (Incoming, InHand)>;

/// What waits behind the update in hand.
#[derive(Debug, Clone)]
pub struct Behind {
    lanes: UpdateLanes,
    chat: i64,
}

/// As much of an update as says to which album it belongs.
#[derive(Deserialize)]
struct AlbumUpdate {
    message: Option<AlbumPart>,
}

#[derive(Deserialize)]
struct AlbumPart {
    media_group_id: Option<String>,
    /// A part that is no page, a video for instance, is answered by itself and says nothing of the pages.
    photo: Option<IgnoredAny>,
    document: Option<IgnoredAny>,
}

impl AlbumPart {
    fn is_page_of(&self, album: &str) -> bool {
        self.media_group_id.as_deref() == Some(album)
            && (self.photo.is_some() || self.document.is_some())
    }
}

impl Behind {
    pub fn of(lanes: &UpdateLanes, chat: i64) -> Behind {
        let lanes = lanes.clone();
        Behind { lanes, chat }
    }

    /// Whether more pages of an album have come in.
    pub fn is_more_of(&self, album: &str) -> bool {
        self.lanes.any(&self.chat, |(incoming, _)| {
            let update: Option<AlbumUpdate> = serde_json::from_str(&incoming.body).ok();
            let part = update.and_then(|update| update.message);
            part.is_some_and(|part| part.is_page_of(album))
        })
    }
}
