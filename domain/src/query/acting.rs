//! Who acts for whom, as people read it.

use chrono::{DateTime, Utc};

use crate::{
    Counter, Error,
    code::RoleCode,
    id::PersonId,
    mandate::{Behalf, BehalfKind, Mandate},
};

/// A post filled by someone else than its holder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acting {
    pub kind: BehalfKind,
    /// Who fills it, where that is not said beside it.
    pub deputy: Option<String>,
    /// The holder; none where the post was vacant.
    pub of: Option<String>,
    /// The number of the letter it rests on.
    pub letter: String,
    /// The role of whoever took the step over.
    pub role: Option<RoleCode>,
    pub until: Option<DateTime<Utc>>,
}

/// On whose behalf a decision was made, with the names.
pub(super) async fn acting(
    counter: &Counter,
    behalf: Option<Behalf>,
) -> Result<Option<Acting>, Error> {
    let Some(behalf) = behalf else {
        return Ok(None);
    };
    let taken_over = behalf.kind == BehalfKind::TakenOver;
    Ok(Some(Acting {
        kind: behalf.kind,
        deputy: None,
        of: name(counter, behalf.of).await?,
        role: taken_over.then(|| RoleCode::new(behalf.basis.clone())),
        letter: behalf.basis,
        until: None,
    }))
}

/// Who fills a post now.
pub(super) async fn filled_by(counter: &Counter, mandate: &Mandate) -> Result<Acting, Error> {
    let behalf = mandate.behalf();
    Ok(Acting {
        kind: behalf.kind,
        deputy: name(counter, Some(mandate.deputy)).await?,
        of: name(counter, behalf.of).await?,
        letter: behalf.basis,
        role: None,
        until: mandate.until,
    })
}

async fn name(counter: &Counter, person: Option<PersonId>) -> Result<Option<String>, Error> {
    let Some(person) = person else {
        return Ok(None);
    };
    let found = counter.db.person(person).await?;
    Ok(found.map(|person| person.name))
}
