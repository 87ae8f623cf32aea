//! The survey: people are asked once, a working day or more after a service has ended for them, and never reminded.

use chrono::{NaiveDate, TimeDelta};

use crate::{
    Counter, Error, Refusal,
    notice::What,
    person::Person,
    procedure::Procedure,
    request::Request,
    store::{Tx, token},
    survey::{Grade, Survey, SurveyQuarter, Tallied, asked_after},
};

/// For how long after its end a request leads to a question: over weekends and most holidays.
const WITHIN: TimeDelta = TimeDelta::days(5);
/// How many requests are looked at on one day. A survey is a sample: who is not asked then is not asked.
const AT_MOST: u64 = 100;

/// Asks whom a service has ended for lately, each of them once about a service in a quarter. Who was to be asked on a day
/// that is over is asked on the next one.
pub(super) async fn ask(counter: &Counter, tx: &mut Tx, day: NaiveDate) -> Result<(), Error> {
    let plan = &counter.office.survey;
    if plan.asks == 0 || plan.elements.is_empty() || day != counter.today() {
        return Ok(());
    }
    let quarter = SurveyQuarter::of(counter.today());
    for request in tx.served_since(counter.now() - WITHIN, AT_MOST).await? {
        let procedure = counter.shown_procedure_of(&request).await?;
        if !is_for_its_applicant(&request, &procedure) {
            continue;
        }
        let applicant = tx.person(request.applicant).await?;
        let applicant = applicant.filter(|person| person.holds(&procedure.opens));
        let Some(applicant) = applicant else {
            continue;
        };
        let survey = Survey {
            token: token(),
            person: applicant.id,
            request: request.id,
            procedure: request.procedure.clone(),
            quarter,
            asks: asked_after(request.id, &plan.elements, plan.asks),
            behind: 0,
        };
        if tx.add_survey(&survey).await? {
            let survey = survey.token;
            tx.tell(applicant.id, &What::Survey { survey })?;
        }
    }
    Ok(())
}

/// What was entered at the counter is no service to whoever entered it, and a form of the house is none at all.
fn is_for_its_applicant(request: &Request, procedure: &Procedure) -> bool {
    let role = request.state.opened_by();
    !procedure.house && !role.is_some_and(|role| procedure.on_behalf.contains(&role))
}

/// Counts what a person says to the question at a place; none: they pass over what is left. Says how the survey stands
/// then. A question that is behind stays as it was answered.
///
/// Refused where it is not theirs, or is over and forgotten.
pub async fn answer_survey(
    counter: &Counter,
    person: &Person,
    token: &str,
    said: Option<(usize, Grade)>,
) -> Result<Survey, Error> {
    let tx = counter.db.begin().await?;
    let person = tx.actor(person).await?;
    let survey = tx.survey(person.id, token).await?;
    let mut survey = survey.ok_or(Refusal::NoSuchButton)?;
    let (behind, element) = match said {
        None => (survey.asks.len(), None),
        Some((place, grade)) if place == survey.behind => {
            (place + 1, survey.next().map(|element| (element, grade)))
        }
        Some(_) => return Ok(survey),
    };
    if survey.next().is_none() || !tx.note_behind(&survey, behind).await? {
        return Ok(survey);
    }
    if let Some((element, grade)) = element {
        if survey.behind == 0 {
            tx.count(&survey, Tallied::Answered).await?;
        }
        tx.count(&survey, Tallied::Graded(element, grade)).await?;
    }
    tx.commit().await?;
    survey.behind = behind;
    Ok(survey)
}
