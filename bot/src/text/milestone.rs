//! How far a request has come, in stages that its applicant understands, and what they may expect.

use domain::{
    office::Office,
    procedure::{Milestone, Procedure},
    query::Dossier,
};

use super::{Html, Speech, moment::day, words::t};

/// What a stage is called: by the file, or as is usual.
pub(super) fn name(s: &Speech, procedure: &Procedure, milestone: Milestone) -> String {
    if let Some(own) = procedure.stages.of(milestone) {
        return s.text(own).to_owned();
    }
    match milestone {
        Milestone::Received => t!(plain s, "stage-received"),
        Milestone::Examined => t!(plain s, "stage-examined"),
        Milestone::AtWork => t!(plain s, "stage-at-work"),
        Milestone::Done => t!(plain s, "stage-done"),
    }
}

/// The names of all stages of a procedure, in their order.
pub(super) fn names(s: &Speech, procedure: &Procedure) -> String {
    let names = procedure.milestones().map(|it| name(s, procedure, it));
    names.collect::<Vec<_>>().join(" ▸ ")
}

/// All stages of a request: those it has passed, the one at which it is, and those to come.
pub(super) fn way(s: &Speech, dossier: &Dossier) -> Html {
    let procedure = &dossier.procedure;
    let here = dossier.request.milestone(procedure);
    let mut way = Html::new();
    for milestone in procedure.milestones() {
        if !way.is_empty() {
            way.push(" ▸ ");
        }
        let name = Html::text(&name(s, procedure, milestone));
        if milestone < here || here == Milestone::Done {
            way.push("✓ ").push(name);
        } else if milestone == here {
            way.push("● ").push(name.bold());
        } else {
            way.push(name);
        }
    }
    way
}

/// By when the desk should have done its part. What is late is said with a new day.
pub(super) fn expected(s: &Speech, office: &Office, dossier: &Dossier) -> Option<Html> {
    let expected = dossier.expected?;
    let day = day(s, office.calendar.day_of(expected.at));
    Some(if expected.again {
        t!(s, "expected-again", day = day)
    } else {
        t!(s, "expected", day = day)
    })
}
