//! Whether a procedure makes sense: many small rules, each a function whose first line says it.
//!
//! All rules run and all complaints come together, also those about how the file is written. Where
//! reading failed, an empty value stands in and has been complained about; rules pass over it.

mod admission;
mod alone;
mod codes;
mod conditions;
mod follows;
mod issues;
mod offered;
mod pairs;
mod people;
mod questions;
mod reachability;
mod reading;
mod reasons;
mod records;
mod repairs;
mod sop;
mod tables;
mod targets;
mod version;
mod windows;
mod words;

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

const RULES: [fn(&Case<'_>); 98] = [
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
    people::only_what_is_one_tap_is_decided_together,
    targets::every_step_has_an_outcome,
    targets::every_outcome_leads_to_something_that_exists,
    targets::nothing_leads_back_to_the_first_step,
    targets::facts_are_questions,
    targets::work_starts_at_a_later_step,
    targets::one_end_is_for_withdrawn_requests,
    reachability::every_step_can_be_reached,
    reachability::every_step_has_a_way_out,
    reachability::every_end_can_be_reached,
    reachability::silence_comes_to_an_end,
    reachability::a_request_can_be_done,
    reasons::a_no_and_a_return_need_a_reason,
    reasons::rejecting_is_a_no,
    reasons::usual_reasons_need_a_reason_to_be_asked,
    reasons::usual_reasons_are_long_enough_and_fit_a_button,
    repairs::what_is_marked_is_repaired_next,
    repairs::a_repairing_step_only_repairs,
    repairs::only_a_returned_request_resumes,
    repairs::only_another_way_begins_anew,
    questions::there_is_a_choice,
    questions::typed_answers_have_an_example,
    questions::examples_and_suggestions_have_the_right_length,
    questions::only_text_is_suggested,
    questions::only_addresses_are_looked_at,
    questions::limits_leave_room,
    questions::asks_names_questions_of_the_step,
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
    pairs::rows_of_two_tables_are_paired,
    records::what_waits_for_the_applicant_can_expire,
    issues::papers_have_codes_of_their_own,
    issues::papers_are_issued_by_decisions_that_exist,
    issues::papers_go_to_people_who_may_read_them,
    issues::papers_have_a_template,
    issues::numbers_can_be_written,
    tables::tables_are_small,
    tables::columns_have_codes_of_their_own,
    tables::columns_fit_a_table,
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
    windows::a_window_lies_between_two_moments,
    windows::what_has_a_window_is_reserved,
    windows::a_window_says_until_when,
];

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::{Case, Complaints, RULES, check, read_leniently};
    use crate::{
        code::RoleCode,
        office::Office,
        procedure::step::{EndKind, Target, Tone},
    };

    const HOSTING: &str = include_str!("../../../procedures/hosting.toml");

    fn complaints(file: &str, text: &str) -> String {
        let office = Office::built_in().unwrap();
        let complaints = check(file, text, &office).expect_err("the file should be refused");
        complaints
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// What is said about the hosting procedure after a slip of the pen.
    fn after(slip: &str, instead_of: &str) -> String {
        assert!(HOSTING.contains(instead_of), "{instead_of}");
        complaints("hosting.toml", &HOSTING.replacen(instead_of, slip, 1))
    }

    #[test]
    fn hosting_is_in_order() {
        check("hosting.toml", HOSTING, &Office::built_in().unwrap()).unwrap();
    }

    #[test]
    fn the_example_of_the_guide_is_in_order() {
        let guide = include_str!("../../../procedures/README.md");
        let blocks = |fence| {
            let blocks = guide.split(fence).skip(1);
            let blocks = blocks.filter_map(|rest| rest.split_once("```"));
            blocks.map(|(block, _)| block).collect::<String>()
        };
        let office = include_str!("../../../offices/kota-contoh.toml");
        let office = [office, &blocks("```toml office\n")].join("\n");
        let office = Office::read("kota-contoh.toml", &office).unwrap();
        check("pinjam-proyektor.toml", &blocks("```toml\n"), &office).unwrap();
    }

    /// Whoever says yes every time walks through all rows of the paper, in order.
    #[test]
    fn the_straight_way_through_hosting_is_the_sop() {
        let hosting = check("hosting.toml", HOSTING, &Office::built_in().unwrap()).unwrap();
        let mut walked = vec![hosting.first().unwrap()];
        let end = loop {
            let outcome = walked
                .last()
                .unwrap()
                .outcomes
                .iter()
                .find(|it| it.tone == Tone::Yes);
            match &outcome.unwrap().to {
                Target::Step(code) => walked.push(hosting.step(code).unwrap()),
                Target::End(code) => break hosting.end(code).unwrap(),
                Target::Resume => panic!("nobody asked to return"),
            }
        };
        let rows: Vec<u32> = walked.iter().map(|step| step.row.unwrap()).collect();
        assert_eq!(rows, [1, 2, 3, 4, 5, 6, 6, 7, 8, 9, 10, 11, 12]);
        assert_eq!(end.kind, EndKind::Done);
    }

    #[test]
    fn approvers_of_hosting_say_yes_with_one_tap() {
        let hosting = check("hosting.toml", HOSTING, &Office::built_in().unwrap()).unwrap();
        let approvers = ["agency-head", "division-head", "coordinator"].map(RoleCode::from);
        for step in hosting
            .steps
            .iter()
            .filter(|step| approvers.contains(&step.performer))
        {
            assert!(step.outcomes[0].is_one_tap(), "{}", step.code);
        }
    }

    #[test]
    fn everything_that_can_be_badly_written() {
        let text = include_str!("badly-written.toml");
        assert_snapshot!("badly_written", complaints("badly-written.toml", text));
    }

    #[test]
    fn everything_that_can_make_no_sense() {
        let text = include_str!("senseless.toml");
        assert_snapshot!("senseless", complaints("senseless-too.toml", text));
    }

    #[test]
    fn everything_that_can_be_reserved_and_recorded_carelessly() {
        assert_snapshot!(
            "careless",
            complaints("careless.toml", include_str!("careless.toml"))
        );
    }

    #[test]
    fn everything_that_can_go_wrong_at_the_door() {
        assert_snapshot!(
            "open_door",
            complaints("open-door.toml", include_str!("open-door.toml"))
        );
    }

    #[test]
    fn everything_that_can_go_wrong_where_nobody_acts() {
        let text = include_str!("left-alone.toml");
        assert_snapshot!("left_alone", complaints("left-alone.toml", text));
    }

    /// No rule is there that no terrible file has ever broken.
    #[test]
    fn every_rule_is_heard() {
        let office = Office::built_in().unwrap();
        let files = [
            &HOSTING.replace("ends = \"selesai\"", "ends = \"ditolak\""),
            include_str!("badly-written.toml"),
            include_str!("senseless.toml"),
            include_str!("careless.toml"),
            include_str!("open-door.toml"),
            include_str!("maze.toml"),
            include_str!("left-alone.toml"),
            include_str!("demanding.toml"),
        ];
        let read = files.map(|text| {
            let complaints = Complaints::new("any.toml", text);
            (text, read_leniently(text, &complaints).unwrap())
        });
        let is_heard = |rule: &fn(&Case<'_>)| {
            read.iter().any(|(text, procedure)| {
                let complaints = Complaints::new("any.toml", text);
                rule(&Case {
                    procedure,
                    office: &office,
                    complaints: &complaints,
                });
                !complaints.into_sorted().is_empty()
            })
        };
        let silent = RULES.iter().enumerate().filter(|(_, rule)| !is_heard(rule));
        let places: Vec<usize> = silent.map(|(place, _)| place).collect();
        assert_eq!(places, [0; 0], "rules that nothing breaks, by their place");
    }

    #[test]
    fn demands_that_cannot_be_meant() {
        let text = include_str!("demanding.toml");
        assert_snapshot!("demanding", complaints("demanding.toml", text));
    }

    #[test]
    fn every_way_to_get_lost() {
        assert_snapshot!("maze", complaints("maze.toml", include_str!("maze.toml")));
    }

    #[test]
    fn an_empty_file_is_told_what_it_lacks() {
        assert_snapshot!("empty_file", complaints("empty.toml", ""));
    }

    #[test]
    fn slips_of_the_pen_are_understood() {
        let slips = [
            ("to = \"disposisi-kabit\"", "to = \"disposisi-kabid\""),
            ("performer = \"agency-haed\"", "performer = \"agency-head\""),
            ("kind = \"hostnam\"", "kind = \"hostname\""),
            (
                "when = { field = \"tipe-hosting\", is = \"vpn\" }",
                "when = { field = \"tipe-hosting\", is = \"vps\" }",
            ),
            ("time = \"3 minutes\"", "time = \"3 menit\""),
            ("assigned = \"kordinator\"", "assigned = \"koordinator\""),
            ("tone = \"retrun\"", "tone = \"return\""),
            ("row = 5", "row = 4"),
            (
                "asks = [\"intruksi\"]",
                "asks = [\"instruksi\", \"catatan-kadis\"]",
            ),
            ("work-starts = \"laksana\"", "work-starts = \"laksanakan\""),
            (
                "asks = [\"koordinator\"]",
                "asks = [\"koordinator\", \"catatan-kabid\"]",
            ),
            ("ends = \"ditolak\"", "ends = \"selesai\""),
            ("types = []", "types = [\"pdf\", \"jpg\", \"png\"]"),
            ("", "reason = \"required\"\n"),
            ("", "pauses = true\n"),
            ("", "repairs = true\n"),
            ("", "example = \"203.0.113.20\"\n"),
            ("kind = \"ip\"\nlook = true", "kind = \"ip\""),
        ];
        let said = slips.map(|(slip, instead_of)| {
            let slip_shown = if slip.is_empty() { "(left out)" } else { slip };
            format!(
                "{} > {slip_shown}\n{}\n",
                instead_of.trim(),
                after(slip, instead_of)
            )
        });
        assert_snapshot!("slips", said.join("\n"));
    }
}
