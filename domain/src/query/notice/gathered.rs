//! What asks nothing of its reader, told together.

use chrono::NaiveDate;

use super::{
    super::{Dossier, dossier, sees},
    AboutWork, Message,
};
use crate::{Counter, Error, Text, notice::NewsPiece, person::Person};

/// The pieces by their requests, the one first of which something was done first. What their reader may not see any more
/// is left out, and so is what no longer reads.
pub(super) async fn gathered(
    counter: &Counter,
    to: &Person,
    day: NaiveDate,
    pieces: &[NewsPiece],
) -> Result<Option<Message>, Error> {
    let mut requests: Vec<(Dossier, Vec<Text>)> = Vec::new();
    for piece in pieces {
        let known = requests
            .iter()
            .position(|(dossier, _)| dossier.request.id == piece.request);
        let at = match known {
            Some(at) => at,
            None => match load(counter, to, piece).await? {
                Some(dossier) => {
                    requests.push((dossier, Vec::new()));
                    requests.len() - 1
                }
                None => continue,
            },
        };
        let (dossier, done) = &mut requests[at];
        let step = dossier.procedure.step(&piece.step);
        let outcome = step.and_then(|step| step.outcome(&piece.outcome));
        done.extend(outcome.map(|outcome| outcome.past.clone()));
    }
    requests.retain(|(_, done)| !done.is_empty());
    let is_any = !requests.is_empty();
    Ok(is_any.then_some(Message::Work(AboutWork::Gathered { day, requests })))
}

async fn load(counter: &Counter, to: &Person, piece: &NewsPiece) -> Result<Option<Dossier>, Error> {
    let Some(request) = counter.db.request(piece.request).await? else {
        return Ok(None);
    };
    match dossier(counter, request).await {
        Ok(dossier) => Ok(sees(counter, to, &dossier).then_some(dossier)),
        Err(Error::ProcedureLost { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}
