//! Papers that go out to someone, alone or with the news of the decision that issued them.

use super::{
    super::{Dossier, issued, issued_for},
    AboutRequest, Message,
};
use crate::{
    Counter, Error, id::IssuedId, person::Person, procedure::Issue, request::Passage,
    store::IssuedPaper,
};

/// A paper for someone who may have it still, and which no later one has replaced.
pub(super) async fn handed_over(
    counter: &Counter,
    id: IssuedId,
    to: &Person,
) -> Result<Option<Message>, Error> {
    match issued_for(counter, to, id).await {
        Ok((issued, issue, dossier)) if issued.superseded.is_none() => {
            let about = AboutRequest::Issued(Box::new((issued, issue)));
            Ok(Some(Message::Request(Box::new(dossier), about)))
        }
        Ok(_) | Err(Error::Refused(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The first paper that a decision has issued for whoever is told of it, where it is made.
pub(super) async fn paper_with(
    counter: &Counter,
    dossier: &Dossier,
    (to, passage): (&Person, &Passage),
) -> Result<Option<(IssuedPaper, Issue)>, Error> {
    let decision = &passage.decision;
    let mut papers = dossier.procedure.papers.iter();
    if !papers.any(|it| it.is_handed_over() && it.is_issued(&decision.step, &decision.outcome)) {
        return Ok(None);
    }
    let all = match issued(counter, to, dossier).await {
        Ok(all) => all,
        Err(Error::Refused(_)) => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut of_it = all
        .into_iter()
        .filter(|(issued, issue)| issued.seq == passage.seq && issue.is_handed_over());
    let first = of_it.next();
    Ok(first.filter(|(issued, _)| issued.superseded.is_none() && issued.sha256().is_some()))
}
