//! What was free when it was chosen and is another's by now: whose it is, as officials are told, and what is free instead.

use super::{
    form_page::FormPage,
    free_names::{alternatives, holder, holder_for, in_the_way},
    free_windows::is_taken,
};
use crate::{
    Counter, Error, Refusal,
    code::FieldCode,
    id::RequestId,
    procedure::{
        Field, Procedure, Step,
        accept::{Taken, Unfit},
    },
    request::{Request, effects::named},
    reservation::Reservation,
    store::Conn,
};

/// The same refusal of a form that was sent, with what is free where somebody was faster, and for officials with who it
/// was.
pub(super) async fn when_sent(
    counter: &Counter,
    page: &FormPage,
    refusal: Refusal,
) -> Result<Refusal, Error> {
    let Refusal::Unfit {
        field: code,
        mut unfit,
    } = refusal
    else {
        return Ok(refusal);
    };
    let conn: &Conn = &counter.db;
    let name = unfit.lost().map(str::to_owned);
    if let (Some(name), Some(field)) = (name, page.procedure.field(&code)) {
        if let Some(window) = field.window() {
            if let Some(booking) = window.booking(|field| page.earlier().get(field)) {
                let taken = is_taken(counter, conn, page, (field, &name), booking);
                unfit = Box::pin(taken).await?.unwrap_or(unfit);
            }
        } else if let Some(answer) = page.draft.filling.answers.get(&code)
            && let Some(agency) = page.agency(counter, conn).await?
        {
            let mut wanted = named(&counter.office, field, answer).into_iter();
            let wanted = wanted.find(|it| it.said == name);
            let held = match &wanted {
                Some(wanted) => in_the_way(counter, conn, wanted, &agency).await?,
                None => None,
            };
            if let (Some(held), Some(of)) = (held, unfit.holder()) {
                *of = holder_for(counter, conn, page, &held).await?;
            }
            if let (Unfit::NameTaken { free, .. }, Some(shelf)) = (&mut unfit, field.shelf()) {
                *free = alternatives(counter, &shelf, answer, &agency).await?;
            }
        }
    }
    Ok(Refusal::Unfit { field: code, unfit })
}

/// The same where somebody decides without a form. `about` is the request itself.
pub(super) async fn when_decided(
    counter: &Counter,
    (procedure, step): (&Procedure, &Step),
    about: RequestId,
    mut refusal: Refusal,
) -> Result<Refusal, Error> {
    if let Refusal::Unfit { field, unfit } = &mut refusal
        && !procedure.is_applicants(step)
        && let Some(asked) = procedure.field(field)
        && let Some(request) = counter.db.request(about).await?
        && let Some(held) = lost_to(counter, &request, asked, unfit).await?
        && let Some(of) = unfit.holder()
    {
        *of = holder(counter, &counter.db, &held).await?;
    }
    Ok(refusal)
}

/// What another request has of what one wanted.
async fn lost_to(
    counter: &Counter,
    request: &Request,
    asked: &Field,
    unfit: &Unfit,
) -> Result<Option<Reservation>, Error> {
    let conn: &Conn = &counter.db;
    let Some(name) = unfit.lost() else {
        return Ok(None);
    };
    let others = |held: &Reservation| held.request != request.id;
    if let Unfit::NameTaken {
        by: Taken::Booked { slot },
        ..
    } = unfit
    {
        let Some(shelf) = asked.shelf() else {
            return Ok(None);
        };
        let held = conn.booked_on(&shelf, **slot, counter.now()).await?;
        let mut held = held.into_iter().filter(others);
        return Ok(held.find(|held| held.thing.name() == name));
    }
    let Some(answer) = request.state.answers.get(&asked.code) else {
        return Ok(None);
    };
    let mut wanted = named(&counter.office, asked, answer).into_iter();
    match wanted.find(|it| it.said == name) {
        Some(wanted) => {
            let held = in_the_way(counter, conn, &wanted, &request.agency).await?;
            Ok(held.filter(others))
        }
        None => Ok(None),
    }
}

/// The question whose answer was refused when the form was sent: the person is asked it again.
pub(super) fn refused_field(error: &Error) -> Option<FieldCode> {
    match error.refusal() {
        Some(Refusal::Unfit { field, .. }) => Some(field.clone()),
        _ => None,
    }
}
