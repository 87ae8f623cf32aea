//! What is about to end, as people are told of it.

use chrono::{DateTime, Utc};

use crate::{Counter, Error, Text, clock::days_later, draft::Draft, id::DraftId};

/// A half-filled form that will be thrown away.
#[derive(Debug, Clone)]
pub struct AbandonedDraft {
    pub draft: Draft,
    /// What it asks for.
    pub title: Text,
    pub until: DateTime<Utc>,
}

/// A form that somebody has left lying; none where it is gone.
pub async fn abandoned_draft(
    counter: &Counter,
    id: DraftId,
) -> Result<Option<AbandonedDraft>, Error> {
    let Some(draft) = counter.db.draft_by_id(id).await? else {
        return Ok(None);
    };
    let form = counter
        .shown_procedure(&draft.procedure, draft.procedure_version)
        .await?;
    Ok(Some(AbandonedDraft {
        title: form.title.clone(),
        until: days_later(draft.changed_at, counter.office.keeps.drafts_days),
        draft,
    }))
}
