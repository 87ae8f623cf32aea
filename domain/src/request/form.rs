//! What a decision about a request asks. Pure.

use chrono::{DateTime, Utc};

use super::{Request, Returned};
use crate::{
    code::FieldCode,
    office::Office,
    procedure::{
        Answers, Filling, Form, Outcome, Procedure, Step, Target, Tone, form::returned_rows,
    },
};

impl Request {
    /// The form that an outcome of a step asks.
    pub fn form(&self, procedure: &Procedure, step: &Step, outcome: &Outcome) -> Form {
        match &self.state.returned {
            Some(returned) if repairs(step, outcome) => Form::repair(procedure, &returned.marked),
            Some(returned) if is_returned(step, returned, procedure) => {
                Form::deciding(procedure, step, outcome, &self.state.answers).only(&returned.marked)
            }
            _ => Form::deciding(procedure, step, outcome, &self.state.answers)
                .offering(&self.state.taken_back),
        }
    }

    /// A form for an outcome in which nobody has entered anything; a repair is filled over the old answers.
    pub fn filling(
        &self,
        procedure: &Procedure,
        (step, outcome): (&Step, &Outcome),
        at: (DateTime<Utc>, &Office),
    ) -> Filling {
        let returned = self.state.returned.as_ref();
        let is_returned = returned.is_some_and(|it| is_returned(step, it, procedure));
        let filling = Filling::over(if is_returned || repairs(step, outcome) {
            self.state.answers.clone()
        } else {
            Answers::new()
        });
        let form = self.form(procedure, step, outcome);
        let mut filling = filling.made_ready(&form, at);
        for (code, numbers) in returned.iter().flat_map(|it| &it.rows) {
            if let Some(table) = form.field(code) {
                let rows = returned_rows(table, numbers, &self.state.answers);
                filling.returned.insert(code.clone(), rows);
            }
        }
        filling
    }

    /// Whether an outcome is offered and asks nothing, after what is known of this request: one tap decides.
    pub fn is_plain(&self, procedure: &Procedure, step: &Step, outcome: &Outcome) -> bool {
        let asks_nothing = || {
            let nothing = Answers::new();
            let form = self.form(procedure, step, outcome);
            form.asked(&nothing, &nothing).next().is_none()
        };
        // Most outcomes ask nothing whatever was answered, and need no form to say so.
        let is_one_tap = outcome.is_one_tap() && !repairs(step, outcome);
        let is_plain = is_one_tap || (!outcome.is_considered() && asks_nothing());
        is_plain && self.state.offers(step, outcome)
    }

    /// The way on that asks nothing.
    pub fn plain_way<'p>(&self, procedure: &Procedure, step: &'p Step) -> Option<&'p Outcome> {
        let mut outcomes = step.outcomes.iter();
        outcomes.find(|it| it.tone == Tone::Yes && self.is_plain(procedure, step, it))
    }
}

fn repairs(step: &Step, outcome: &Outcome) -> bool {
    step.repairs && outcome.to == Target::Resume
}

/// Whether an applicant's step with questions of its own was returned to them, item by item.
fn is_returned(step: &Step, returned: &Returned, procedure: &Procedure) -> bool {
    let own = |code: &FieldCode| step.fields.iter().any(|field| &field.code == code);
    procedure.is_applicants(step) && !step.repairs && returned.marked.iter().any(own)
}
