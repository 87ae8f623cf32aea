//! Terrible files, and what is said about them.

use insta::assert_snapshot;

use super::{Case, Complaints, RULES, check, read_leniently};
use crate::{
    Text,
    code::RoleCode,
    office::{Office, RegisterState},
    procedure::{
        kind::Kind,
        step::{EndKind, Target, Tone},
    },
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

#[test]
fn the_example_from_paper_is_in_order() {
    let page = include_str!("../../../procedures/from-paper.md");
    let blocks = page.split("```toml\n").skip(1);
    let blocks = blocks.filter_map(|rest| rest.split_once("```"));
    let text: String = blocks.map(|(block, _)| block).collect();
    check("rekaman-cctv.toml", &text, &Office::built_in().unwrap()).unwrap();
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
        let yes = &step.outcomes[0];
        // A yes against what was advised is asked about once more.
        let asks = step.fields.iter().filter(|it| yes.asks.contains(&it.code));
        let mut asks = asks.filter(|it| it.when.is_none() || !matches!(it.kind, Kind::Confirm(_)));
        assert!(
            !yes.is_considered() && asks.next().is_none(),
            "{}",
            step.code
        );
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
        include_str!("several.toml"),
        include_str!("beside.toml"),
        include_str!("no-effect.toml"),
        include_str!("idle.toml"),
        include_str!("unsaid.toml"),
        include_str!("forgotten.toml"),
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
fn several_times_ends_and_voices_that_do_not_go_together() {
    let text = include_str!("several.toml");
    assert_snapshot!("several", complaints("several.toml", text));
}

#[test]
fn posts_that_do_not_sit_side_by_side() {
    let text = include_str!("beside.toml");
    assert_snapshot!("beside", complaints("beside.toml", text));
}

#[test]
fn what_is_accepted_and_would_change_nothing() {
    let text = include_str!("no-effect.toml");
    assert_snapshot!("no_effect", complaints("no-effect.toml", text));
}

#[test]
fn what_is_written_in_vain() {
    assert_snapshot!("idle", complaints("idle.toml", include_str!("idle.toml")));
}

#[test]
fn what_is_forgotten_and_what_never_comes_to_pass() {
    let text = include_str!("forgotten.toml");
    assert_snapshot!("forgotten", complaints("forgotten.toml", text));
}

/// An end that `expires` names is for what runs out, wherever it stands, and another one is for silence.
#[test]
fn the_end_for_silence_does_not_go_by_the_order_of_the_file() {
    let lapsed =
        |code: &str| format!("[[end]]\ncode = \"{code}\"\nlabel = \"Habis\"\nkind = \"lapsed\"\n");
    let steps = "[[step]]\ncode = \"ambil\"\nexpires = { ends = \"habis\" }\n";
    for ends in [["habis", "diam"], ["diam", "habis"]] {
        let text = ends.map(lapsed).concat() + steps;
        let complaints = Complaints::new("any.toml", &text);
        let procedure = read_leniently(&text, &complaints).unwrap();
        let silent = procedure.lapses().map(|end| end.code.to_string());
        assert_eq!(silent.as_deref(), Some("diam"));
    }
    let text = lapsed("habis") + steps;
    let procedure = read_leniently(&text, &Complaints::new("any.toml", &text)).unwrap();
    assert_eq!(procedure.lapses().unwrap().code.as_str(), "habis");
}

/// In an office that has words for how lines of the agenda stand.
#[test]
fn what_could_never_be_said() {
    let mut office = Office::built_in().unwrap();
    for register in &mut office.registers {
        let state = |code: &str, closed| RegisterState {
            code: code.into(),
            label: Text::both(code),
            closed,
            line: 0,
        };
        register.states = vec![state("dipakai", false), state("hilang", true)];
    }
    let text = include_str!("unsaid.toml");
    let complaints = check("unsaid.toml", text, &office).expect_err("the file should be refused");
    let complaints: Vec<String> = complaints.iter().map(ToString::to_string).collect();
    assert_snapshot!("unsaid", complaints.join("\n"));
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
