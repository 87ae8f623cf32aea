//! How much time there is for a step.

use super::Case;

/// A step whose time is another in some cases has a usual one, which is another; and the clock runs there.
pub(super) fn times_differ_by_case(case: &Case<'_>) {
    for step in &case.procedure.steps {
        let Some(first) = step.times.first() else {
            continue;
        };
        let say = |line, what: String| case.complaints.at(line, what);
        if case.is_applicants(step) {
            say(
                first.line,
                format!(
                    "No time counts while the applicant holds the request; remove `time-when` from `{}`.",
                    step.code
                ),
            );
        }
        if step.time.is_none() {
            say(
                step.line,
                "`time-when` has exceptions and nothing to be excepted from; say in `time` how long it takes otherwise.".to_owned(),
            );
        }
        for same in step
            .times
            .iter()
            .filter(|it| step.times.len() == 1 && Some(it.time) == step.time)
        {
            say(
                same.line,
                format!(
                    "It takes {} in every case; write another `time` here, or remove `time-when`.",
                    same.time
                ),
            );
        }
    }
}
