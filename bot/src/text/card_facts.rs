//! What every card says, in private and in groups: where it waits, and who settled it.

use domain::{
    office::Office,
    procedure::{Procedure, Step},
    query::{Dossier, Settled},
    request::Task,
};

use super::{
    Html, Speech,
    moment::{last_day, moment},
    people::{post, title},
    request::tone_before,
    words::t,
};

/// Which row of the SOP it is, and since when it waits.
pub(super) fn place(
    s: &Speech,
    office: &Office,
    procedure: &Procedure,
    step: &Step,
    task: &Task,
) -> Html {
    let (n, m) = procedure.place_of(step);
    let since = moment(s, office, task.opened_at);
    t!(s, "card-step", n = n, m = m, since = since)
}

/// Which requests were like it, and in what.
pub(super) fn alike(s: &Speech, dossier: &Dossier) -> Html {
    let requests = dossier.request.alike.iter().map(|alike| {
        let ticket = alike.ticket.clone();
        let field = alike.field.as_ref();
        match field.and_then(|code| dossier.procedure.field(code)) {
            Some(field) => {
                let field = s.text(&field.label);
                t!(plain s, "card-alike-answer", ticket = ticket, field = field)
            }
            None => t!(plain s, "card-alike-open", ticket = ticket),
        }
    });
    let requests: Vec<String> = requests.collect();
    t!(s, "card-alike", requests = requests.join(", "))
}

/// Who decided what, in which role, when.
pub(super) fn became(s: &Speech, office: &Office, settled: &Settled) -> Html {
    match settled {
        Settled::Decided {
            by,
            role,
            behalf,
            at,
            past,
            tone,
            ..
        } => {
            t!(
                s,
                "card-settled",
                mark = tone_before(*tone),
                past = s.text(past),
                by = by,
                role = post(s, office, role, behalf.as_deref()),
                at = moment(s, office, *at)
            )
        }
        Settled::Withdrawn { at } => t!(s, "card-withdrawn", at = moment(s, office, *at)),
        Settled::HandedOver { to, at } => {
            t!(s, "card-handed-over", to = to, at = moment(s, office, *at))
        }
        Settled::Recalled { role, at } => t!(
            s,
            "card-recalled",
            role = s.text(&office.title(role)),
            at = moment(s, office, *at)
        ),
        Settled::Elsewhere {
            role,
            deputy: Some(acting),
        } => {
            let post = title(s, office, role, Some(acting));
            let deputy = acting.deputy.clone().unwrap_or_default();
            match acting.until {
                Some(until) => t!(
                    s,
                    "card-deputy",
                    deputy = deputy,
                    post = post,
                    until = last_day(s, office, until)
                ),
                None => t!(s, "card-deputy-open", deputy = deputy, post = post),
            }
        }
        Settled::Elsewhere { role, deputy: None } => {
            t!(s, "card-elsewhere", role = s.text(&office.title(role)))
        }
        Settled::Expired { at } => t!(s, "card-expired", at = moment(s, office, *at)),
    }
}
