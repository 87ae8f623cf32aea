//! Whether a procedure makes sense: many small rules, each a function whose first line says it.
//!
//! All rules run and all complaints come together, also those about how the file is written. Where
//! reading failed, an empty value stands in and has been complained about; rules pass over it.

mod admission;
mod alone;
mod braces;
mod cases;
mod codes;
mod comparisons;
mod conditions;
mod defaults;
mod expiry;
mod fewer_taps;
mod follows;
mod held;
mod idle;
mod issues;
mod never;
mod no_effect;
mod offered;
mod pairs;
mod people;
mod questions;
mod quorum;
mod reachability;
mod reading;
mod reasons;
mod records;
mod repairs;
mod sop;
mod tables;
mod targets;
mod times;
mod version;
mod windows;
mod words;
mod writings;

pub use version::unchanged_or_raised;

use super::{
    field::Field,
    read::{Complaint, Complaints, read_leniently},
    step::{Outcome, Procedure, Step, Target},
};
use crate::office::Office;

/// Reads a procedure and applies every rule. `file` is the name of the file, without its folder.
pub fn check(file: &str, text: &str, office: &Office) -> Result<Procedure, Vec<Complaint>> {
    let complaints = Complaints::new(file, text);
    let procedure = read_leniently(text, &complaints);
    if let Some(procedure) = &procedure {
        let case = Case {
            procedure,
            office,
            complaints: &complaints,
        };
        for rule in RULES {
            rule(&case);
        }
    }
    let complaints = complaints.into_sorted();
    match procedure {
        Some(procedure) if complaints.is_empty() => Ok(procedure),
        _ => Err(complaints),
    }
}

/// What every rule looks at.
struct Case<'a> {
    procedure: &'a Procedure,
    office: &'a Office,
    complaints: &'a Complaints<'a>,
}

impl<'a> Case<'a> {
    fn outcomes(&self) -> impl Iterator<Item = (&'a Step, &'a Outcome)> {
        self.procedure
            .steps
            .iter()
            .flat_map(|step| step.outcomes.iter().map(move |it| (step, it)))
    }

    /// Every place that some outcome may lead to.
    fn targets(&self) -> impl Iterator<Item = (&'a Outcome, Target)> {
        let leads = |(_, outcome): (_, &'a Outcome)| outcome.targets().map(move |to| (outcome, to));
        self.outcomes().flat_map(leads)
    }

    /// Every question, and after a table its columns.
    fn questions(&self) -> impl Iterator<Item = &'a Field> {
        let fields = self.procedure.steps.iter().flat_map(|it| it.fields.iter());
        fields.flat_map(|field| std::iter::once(field).chain(field.columns()))
    }

    /// Whether a step is the applicant's.
    fn is_applicants(&self, step: &Step) -> bool {
        self.procedure.is_applicants(step)
    }
}

const RULES: [fn(&Case<'_>); 136] = [
    codes::the_file_is_named_after_its_code,
    codes::versions_count_from_one,
    codes::the_prefix_is_two_to_five_capitals,
    codes::steps_have_codes_of_their_own,
    codes::ends_have_codes_of_their_own,
    codes::outcomes_have_codes_of_their_own,
    codes::questions_have_codes_of_their_own,
    codes::options_have_codes_of_their_own,
    codes::rows_count_up_without_gaps,
    words::buttons_fit_a_phone,
    words::suggestions_fit_a_phone,
    words::stages_are_short,
    words::instructions_are_short,
    words::statuses_are_short,
    braces::nothing_is_put_into_texts,
    people::roles_are_known_to_the_office,
    people::the_first_step_is_the_applicants,
    people::nobody_rejects_or_judges_their_own_request,
    people::nobody_grants_their_own_request,
    people::the_clock_stands_while_the_applicant_is_asked,
    people::applicants_are_not_informed_as_a_crowd,
    people::facts_alone_are_for_those_who_are_informed,
    people::only_the_applicant_withdraws,
    people::a_task_is_assigned_to_someone_chosen_before,
    people::nobody_passes_or_takes_over_for_the_applicant,
    people::who_is_named_is_known,
    people::only_what_is_one_tap_is_decided_together,
    quorum::several_come_to_a_decision,
    quorum::posts_sit_side_by_side,
    idle::branches_lead_elsewhere,
    idle::no_two_cases_are_one,
    idle::lists_say_nothing_twice,
    idle::what_ends_is_chosen_once,
    idle::steps_say_nothing_in_vain,
    idle::what_is_given_back_was_reserved,
    no_effect::conditions_make_a_difference,
    no_effect::readers_are_others_than_usual,
    targets::every_step_has_an_outcome,
    targets::every_outcome_leads_to_something_that_exists,
    targets::nothing_leads_back_to_the_first_step,
    targets::facts_are_questions,
    targets::work_starts_at_a_later_step,
    targets::one_end_is_for_withdrawn_requests,
    times::times_differ_by_case,
    reachability::every_step_can_be_reached,
    reachability::every_step_has_a_way_out,
    reachability::every_end_can_be_reached,
    reachability::silence_comes_to_an_end,
    reachability::a_request_can_be_done,
    reasons::a_no_and_a_return_need_a_reason,
    reasons::rejecting_is_a_no,
    reasons::usual_reasons_need_a_reason_to_be_asked,
    reasons::reasons_have_a_length,
    reasons::usual_reasons_are_long_enough_and_fit_a_button,
    reasons::what_is_usually_wrong_can_be_marked,
    repairs::what_is_marked_is_repaired_next,
    repairs::a_repairing_step_only_repairs,
    repairs::only_a_returned_request_resumes,
    repairs::only_another_way_begins_anew,
    questions::there_is_a_choice,
    questions::what_is_compared_together_is_asked,
    questions::typed_answers_have_an_example,
    questions::examples_and_suggestions_have_the_right_length,
    questions::only_text_is_suggested,
    questions::what_explains_is_short,
    questions::only_answers_are_unknown,
    questions::only_addresses_are_looked_at,
    questions::limits_leave_room,
    defaults::defaults_are_answers,
    defaults::people_differ_from_people,
    questions::what_is_ready_is_an_answer,
    questions::asks_names_questions_of_the_step,
    fewer_taps::a_card_offers_the_first_question,
    fewer_taps::lines_answer_what_is_typed,
    conditions::conditions_look_back,
    conditions::what_must_hold_can_be_mended,
    offered::something_can_always_be_chosen,
    conditions::then_goes_with_at_most,
    reading::what_a_card_shows_is_asked_before,
    reading::what_the_applicant_is_told_is_theirs,
    reading::who_is_asked_reads_why,
    reading::every_answer_is_read,
    records::capacity_is_asked_in_numbers,
    records::names_are_reserved_through_questions,
    records::questions_know_the_office,
    records::a_shelf_holds_names_or_numbers,
    records::lines_are_filled_from_questions,
    writings::lines_say_what_is_known,
    writings::what_is_added_up_is_a_number,
    writings::lines_stand_as_the_office_calls_it,
    expiry::lines_last_until_a_day,
    pairs::rows_of_two_tables_are_paired,
    records::what_waits_for_the_applicant_can_expire,
    issues::papers_have_codes_of_their_own,
    issues::papers_are_issued_by_decisions_that_exist,
    issues::papers_hold_where_they_are_issued,
    issues::who_signs_has_decided,
    issues::papers_go_to_people_who_may_read_them,
    issues::papers_have_a_template,
    issues::numbers_can_be_written,
    tables::tables_are_small,
    tables::columns_have_codes_of_their_own,
    tables::columns_fit_a_table,
    tables::cells_depend_on_their_row,
    tables::rows_are_counted_by_an_earlier_number,
    admission::the_agency_is_asked_first,
    admission::people_of_the_agency_come_after_it,
    admission::newcomers_are_let_in,
    admission::whoever_is_let_in_has_a_name,
    admission::a_form_can_go_on,
    admission::a_form_of_the_house_has_no_rows,
    alone::what_goes_on_by_itself_asks_nothing,
    alone::what_goes_on_by_itself_has_its_reason,
    alone::what_goes_on_by_itself_is_announced,
    alone::only_a_moment_is_exact,
    alone::the_clock_takes_what_goes_on_by_itself,
    alone::the_first_step_waits_for_nothing,
    alone::planned_moments_are_asked_for,
    alone::alarms_are_heard,
    follows::what_is_taken_over_is_asked,
    follows::nobody_enters_it_for_another,
    sop::a_form_of_the_house_has_no_sheet,
    sop::a_post_signs_the_sheet,
    sop::sheets_are_made_first,
    sop::reports_count_what_is_chosen,
    sop::reports_list_what_fits_a_line,
    sop::spans_are_ways,
    windows::a_window_lies_between_two_moments,
    windows::what_has_a_window_is_reserved,
    windows::a_window_says_until_when,
    held::what_is_for_good_is_given_back_or_kept,
    held::no_way_forgets_a_window,
    held::what_is_given_once_is_reserved,
    never::what_has_ended_is_not_looked_at,
    never::what_is_passed_over_breaks_no_limit,
    never::tables_have_so_many_rows,
];

#[cfg(test)]
mod tests;
