//! Reports on procedures, for those who may have them.

use domain::{
    Error,
    person::Person,
    query::{self, Report},
};

use super::{Said, Visit, visit::Tap};
use crate::{
    button::ReportPress,
    extract::{ExtractForm, FileToMake, Order},
    text::{self, Screen, words::t},
    voice::Reply,
};

/// A tap on a button of the reports.
pub fn press(visit: &Visit, person: &Person, tap: &Tap, press: ReportPress) -> Said {
    let (counter, speech) = (&visit.counter, &visit.speech);
    let may = |code| query::report::reported(counter, Some(person), code).map_err(Error::from);
    let screen = match press {
        ReportPress::All => all(visit, person),
        ReportPress::Of(code) => text::report::periods(speech, may(&code)?, counter.today()),
        ReportPress::Within { procedure, period } => {
            text::report::forms(speech, may(&procedure)?, period)
        }
        ReportPress::As {
            procedure,
            period,
            form,
        } => {
            may(&procedure)?;
            let report = Report {
                procedure,
                period,
                agency: None,
                stood: None,
            };
            return Ok(take(visit, person, tap, report, form));
        }
    };
    Ok(vec![tap.quiet(), tap.turn(screen, false)])
}

/// Has the file made. It is sent as soon as it is there; nothing else in the chat waits for it.
fn take(
    visit: &Visit,
    person: &Person,
    tap: &Tap,
    report: Report,
    form: ExtractForm,
) -> Vec<Reply> {
    let speech = &visit.speech;
    let order = Order {
        what: FileToMake::Report(report),
        form,
        by: Some(person.clone()),
        speech: speech.clone(),
    };
    let begun = tap.toast(t!(plain speech, "extract-begun"));
    vec![begun, Reply::Extract(Box::new(order))]
}

/// On which procedures reports may be had.
pub fn all(visit: &Visit, person: &Person) -> Screen {
    text::report::list(&visit.speech, &query::reports(&visit.counter, person))
}
