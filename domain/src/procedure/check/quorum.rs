//! Steps at which several must agree.

use super::Case;
use crate::{
    code::{MOST_POSTS, NEWCOMER, PIC},
    procedure::step::Step,
};

/// Where several speak, two of them or more must agree, nobody speaks alone, and whatever they say it comes to a
/// decision.
pub(super) fn several_come_to_a_decision(case: &Case<'_>) {
    for step in &case.procedure.steps {
        let Some(quorum) = &step.quorum else {
            for outcome in step.outcomes.iter().filter(|it| it.voices.is_some()) {
                let what = "Nobody has to agree at this step; remove `voices`, or give the step a `quorum`.";
                case.complaints.at(outcome.line, what);
            }
            continue;
        };
        let say = |what: String| case.complaints.at(quorum.line, what);
        if quorum.agree < 2 || quorum.agree > quorum.of {
            say(format!(
                "{} of {} cannot agree; write e.g. {{ agree = 2, of = 3 }}.",
                quorum.agree, quorum.of
            ));
            continue;
        }
        if case.is_applicants(step) {
            say(format!(
                "`{}` is the applicant's step, who speaks alone; remove `quorum`.",
                step.code
            ));
        }
        for (key, is_there) in [
            ("assigned", step.assigned.is_some()),
            ("passes", step.passes),
            ("takeover", !step.takeover.is_empty()),
            ("repairs", step.repairs),
        ] {
            if is_there {
                say(format!(
                    "Several speak at `{}`, and `{key}` makes it one person's; remove one of the two.",
                    step.code
                ));
            }
        }
        voices_are_few(case, step, quorum.of);
        // Where everybody has chosen something else, nobody could speak any more.
        let counted = step.outcomes.iter().filter(|it| !it.by_clock);
        let split: u32 = counted.map(|it| step.needed(it).saturating_sub(1)).sum();
        if split >= quorum.of && step.alone.is_none() {
            say(format!(
                "{} can speak at `{}` without any outcome being decided: let fewer be needed for one of them (`voices = 1`), or say in `alone` what the clock takes then.",
                quorum.of, step.code
            ));
        }
    }
}

/// Several posts at one row are the office's own and each another, and each has one voice where they must agree.
pub(super) fn posts_sit_side_by_side(case: &Case<'_>) {
    let shared = case.procedure.steps.iter();
    for step in shared.filter(|step| step.performer.is_shared()) {
        let say = |what: String| case.complaints.at(step.line, what);
        let posts: Vec<_> = step.performer.posts().collect();
        for (at, post) in posts.iter().enumerate() {
            if *post == case.procedure.opens || [PIC, NEWCOMER].contains(&post.as_str()) {
                say(format!(
                    "`{post}` acts for the applicant, and nobody does so beside them; give `{}` other posts, or a step of its own to each.",
                    step.code
                ));
            }
            if posts[..at].contains(post) {
                say(format!("`{post}` stands twice in `performer`; remove one."));
            }
        }
        if posts.len() > MOST_POSTS {
            say(format!(
                "{} posts sit at `{}`; there are {MOST_POSTS} at most: let a role that they all hold perform it.",
                posts.len(),
                step.code
            ));
        }
        for (key, is_there) in [
            ("assigned", step.assigned.is_some()),
            ("passes", step.passes),
            ("repairs", step.repairs),
        ] {
            if is_there && step.quorum.is_none() {
                say(format!(
                    "Several posts sit at `{}`, and `{key}` makes it one person's; remove one of the two.",
                    step.code
                ));
            }
        }
        if let Some(quorum) = &step.quorum
            && usize::try_from(quorum.of) != Ok(posts.len())
        {
            let what = format!(
                "Each of the {} posts of `{}` has one voice; write `of = {}`.",
                posts.len(),
                step.code,
                posts.len()
            );
            case.complaints.at(quorum.line, what);
        }
    }
}

fn voices_are_few(case: &Case<'_>, step: &Step, of: u32) {
    for outcome in &step.outcomes {
        let Some(voices) = outcome.voices else {
            continue;
        };
        let usual = step.quorum.as_ref().map(|quorum| quorum.agree);
        if outcome.by_clock {
            let what = "The clock takes this, and nobody speaks for it; remove `voices`.";
            case.complaints.at(outcome.line, what);
        } else if voices < 1 || voices > of {
            let what = format!("{voices} voices never come together; there are 1 to {of}.");
            case.complaints.at(outcome.line, what);
        } else if Some(voices) == usual {
            let what = format!("{voices} must agree here anyway; remove `voices`.");
            case.complaints.at(outcome.line, what);
        }
    }
}
