//! What became of a line of a register, to those whose line it is.

use chrono::{DateTime, Utc};

use super::{
    super::{dossier, history::passage_at},
    AboutWork, LineTold, Message,
};
use crate::{
    Counter, Error,
    id::{LineId, RequestId},
    person::Person,
    procedure::Reader,
    register::{Line, LineNews},
};

/// What became of a line, where it still stands so with it.
pub(super) async fn line_told(
    counter: &Counter,
    to: &Person,
    line: LineId,
    (news, until): (LineNews, Option<DateTime<Utc>>),
    decided: Option<(RequestId, i64)>,
) -> Result<Option<Message>, Error> {
    let line = counter.db.line(line).await?;
    let stands = |line: &Line| match news {
        LineNews::Soon | LineNews::Over => line.closed_at.is_none() && line.expires_at == until,
        LineNews::Closed => line.closed_at.is_some(),
        LineNews::Amended => line.closed_at.is_none(),
    };
    let Some(line) = line.filter(stands) else {
        return Ok(None);
    };
    let why = match decided {
        Some((request, seq)) => {
            let request = counter.db.request(request).await?;
            let request = request.ok_or(Error::Missing("request of a notice"))?;
            let dossier = dossier(counter, request).await?;
            let passage = passage_at(counter, &dossier, seq, Reader::Agency).await?;
            passage.and_then(|passage| passage.decision.reason)
        }
        None => None,
    };
    let ages = matches!(news, LineNews::Soon | LineNews::Over);
    let procedures = counter.catalogue.iter().filter(|_| ages);
    let renewals = procedures
        .filter(|it| it.amends(&line.register) && counter.may_open(to, it).is_ok())
        .map(|it| (it.code.clone(), it.title.clone()))
        .collect();
    let told = LineTold {
        line,
        news,
        why,
        renewals,
    };
    Ok(Some(Message::Work(AboutWork::Line(Box::new(told)))))
}
