//! From the text of a file to a [`Procedure`], with all complaints together.
//!
//! Reading looks at the form only: keys, types, words of closed lists. Whether the procedure makes
//! sense is for [`check`](super::check).

mod admission;
mod alone;
pub(crate) mod bounds;
pub(crate) mod complaint;
mod condition;
mod field;
mod follows;
mod issue;
pub(crate) mod keys;
mod record;
mod sentences;
pub(crate) mod sketch;
mod sop;
mod spelling;
mod step;
mod target;

use toml::de::DeTable;

pub(in crate::procedure) use alone::window;
pub use complaint::Complaint;
pub(crate) use complaint::Complaints;
pub(crate) use field::column;
use keys::Keys;
pub(in crate::procedure) use sentences::no_such_word;
pub(crate) use sentences::unknown;
use sketch::Sketch;
pub(in crate::procedure) use spelling::nearest;
use step::{end, step};

use super::{
    field::Field,
    milestone::MilestoneNames,
    step::{Procedure, Step},
    table::extend_tables,
};
use crate::{
    Text,
    code::{FieldCode, ProcedureCode, RoleCode, StepCode},
};

/// Reads a procedure. `file` is the name that complaints carry.
pub fn read(file: &str, text: &str) -> Result<Procedure, Vec<Complaint>> {
    let complaints = Complaints::new(file, text);
    let procedure = read_leniently(text, &complaints);
    let complaints = complaints.into_sorted();
    match procedure {
        Some(procedure) if complaints.is_empty() => Ok(procedure),
        _ => Err(complaints),
    }
}

/// Reads a form that is no procedure: a title and questions. `code` is what drafts of it are kept under.
pub(crate) fn read_form(code: &str, text: &str) -> Result<Procedure, Vec<Complaint>> {
    let complaints = Complaints::new(code, text);
    let form = parse(text, &complaints).map(|table| {
        let keys = Keys::new("form", 1, &table, &complaints);
        let fields: Vec<_> = keys
            .blocks("field", "question")
            .into_iter()
            .map(field::field)
            .collect();
        let form = form_of(
            code,
            keys.need_text("title", "what the form is for"),
            fields,
        );
        keys.finish();
        form
    });
    let complaints = complaints.into_sorted();
    match form {
        Some(form) if complaints.is_empty() => Ok(form),
        _ => Err(complaints),
    }
}

/// What stands in for a version whose file no longer reads. It has no steps: what a reader has to guess could show
/// the office's answers to anyone.
pub(crate) fn stand_in(code: &ProcedureCode, version: u32, source: &str) -> Procedure {
    let complaints = Complaints::new(code.as_str(), source);
    let named = read_leniently(source, &complaints);
    let title = named.as_ref().map(|it| it.title.clone());
    let title = title.filter(|title| !title.id.is_empty());
    let title = title.unwrap_or_else(|| Text::both(code.as_str()));
    let mut procedure = form_of(code.as_str(), title, Vec::new());
    procedure.steps.clear();
    Procedure {
        version,
        lost: true,
        house: false,
        opens: named.map_or(procedure.opens, |it| it.opens),
        ..procedure
    }
}

/// A form as a procedure of one step that leads nowhere.
fn form_of(code: &str, title: Text, fields: Vec<Field>) -> Procedure {
    let nothing = || Text::both("");
    let step = Step {
        code: StepCode::new("form"),
        row: None,
        title: title.clone(),
        instruction: None,
        activity: nothing(),
        performer: RoleCode::new(""),
        assigned: None,
        needs: None,
        time: None,
        times: Vec::new(),
        quorum: None,
        output: None,
        remark: None,
        reading: None,
        pauses: false,
        status: None,
        shows: Vec::new(),
        repairs: false,
        stays_open: false,
        expires: None,
        passes: false,
        takeover: Vec::new(),
        rests: Vec::new(),
        alone: None,
        alarms: Vec::new(),
        at_once: Vec::new(),
        fields: fields.into(),
        outcomes: Vec::new(),
        line: 0,
    };
    Procedure {
        code: ProcedureCode::new(code),
        version: 1,
        lost: false,
        prefix: String::new(),
        title,
        about: nothing(),
        source: nothing(),
        opens: RoleCode::new(""),
        follows: None,
        house: true,
        agency_from: None,
        on_behalf: Vec::new(),
        work_starts: Vec::new(),
        stages: MilestoneNames::default(),
        inform_at_end: Vec::new(),
        facts_only: Vec::new(),
        facts: Vec::new(),
        records: None,
        cost: None,
        sop: None,
        report: None,
        capacity: Vec::new(),
        registers: Vec::new(),
        papers: Vec::new(),
        steps: vec![step],
        ends: Vec::new(),
    }
}

/// Reads as much as can be read, so that the checks can have their say about the rest of the file.
/// Where something is missing or unreadable, an empty value stands in; the checks pass over those.
pub(crate) fn read_leniently(text: &str, complaints: &Complaints<'_>) -> Option<Procedure> {
    let table = parse(text, complaints)?;
    let keys = Keys::new("procedure", 1, &table, complaints);
    Some(procedure(keys))
}

/// Every key that a procedure's file can have.
pub(crate) fn sketch() -> Sketch {
    let (complaints, table, sketch) = (Complaints::new("", ""), DeTable::new(), Sketch::default());
    procedure(Keys::sketched("procedure", &table, &complaints, &sketch));
    sketch
}

fn procedure(keys: Keys<'_>) -> Procedure {
    let complaints = keys.complaints;
    let mut procedure = Procedure {
        code: ProcedureCode::new(keys.need_code("code", "the name of the file without .toml")),
        version: keys.within("version", bounds::COUNT).unwrap_or_else(|| {
            if !keys.has("version") {
                complaints.at(1, "This procedure has no `version`; add `version = 1`.");
            }
            1
        }),
        lost: false,
        prefix: keys.need_string(
            "prefix",
            "the first letters of its ticket numbers, e.g. `HWA`",
        ),
        title: keys.need_text("title", "what people call the service"),
        about: keys.need_text("about", "one sentence for the person who chooses"),
        source: keys.need_text("source", "which SOP this is: office, number, date"),
        opens: RoleCode::new(keys.need_code("opens", "the role that may open a request")),
        follows: keys
            .block("follows", "table of what it is begun from")
            .map(follows::follows),
        house: keys.boolean("house").unwrap_or(false),
        agency_from: keys.code("agency-from").map(FieldCode::new),
        on_behalf: keys.roles("on-behalf"),
        work_starts: work_starts(&keys),
        stages: keys
            .block("stages", "table of stages")
            .map(stages)
            .unwrap_or_default(),
        inform_at_end: keys.mixed("inform-at-end", "notice", step::informed),
        facts_only: keys.roles("facts-only"),
        facts: keys
            .codes("facts")
            .unwrap_or_default()
            .into_iter()
            .map(FieldCode::new)
            .collect(),
        records: keys.text("records"),
        cost: keys.text("cost"),
        sop: keys.block("sop", "table of the SOP's sheet").map(sop::sop),
        report: keys.block("report", "table of the report").map(sop::report),
        capacity: keys
            .blocks("capacity", "capacity")
            .into_iter()
            .map(record::demand)
            .collect(),
        registers: keys
            .blocks("register", "register")
            .into_iter()
            .map(record::entry)
            .collect(),
        papers: keys
            .blocks("paper", "paper")
            .into_iter()
            .map(issue::issue)
            .collect(),
        steps: keys.blocks("step", "step").into_iter().map(step).collect(),
        ends: keys.blocks("end", "end").into_iter().map(end).collect(),
    };
    extend_tables(&mut procedure.steps);
    keys.finish();
    procedure
}

/// One step, or one on each way.
fn work_starts(keys: &Keys<'_>) -> Vec<StepCode> {
    let codes = keys.one_or_more("work-starts").unwrap_or_default();
    codes.into_iter().map(StepCode::new).collect()
}

fn stages(keys: Keys<'_>) -> MilestoneNames {
    let names = MilestoneNames {
        received: keys.text("received"),
        examined: keys.text("examined"),
        work: keys.text("work"),
        done: keys.text("done"),
    };
    keys.finish();
    names
}

/// A file that is not TOML has one complaint, because nothing behind the mistake can be trusted.
pub(crate) fn parse<'t>(text: &'t str, complaints: &Complaints<'_>) -> Option<DeTable<'t>> {
    match DeTable::parse(text) {
        Ok(table) => Some(table.into_inner()),
        Err(error) => {
            let what = format!(
                "This is not TOML ({}); put it right first, the file is not read beyond it.",
                error.message()
            );
            complaints.at_span(error.span().unwrap_or_default(), what);
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::read;

    #[test]
    fn the_hosting_procedure_is_read() {
        let text = include_str!("../../../procedures/hosting.toml");
        let procedure = read("hosting.toml", text).unwrap();
        assert_eq!(procedure.rows(), 12);
        assert_eq!(procedure.steps.len(), 15);
        let verifikasi = procedure.step(&"verifikasi".into()).unwrap();
        assert_eq!(verifikasi.row, Some(4));
        assert!(verifikasi.outcomes[0].is_one_tap());
        assert!(
            text.lines()
                .nth(verifikasi.line - 1)
                .unwrap()
                .starts_with("[[step]]")
        );
    }

    #[test]
    fn a_file_that_is_not_toml_has_one_complaint() {
        let text = "code = \"hosting\"\nversion = 1\nprefix \"HWA\"\ntitle = [\n";
        let complaints = read("hosting.toml", text).unwrap_err();
        assert_eq!(complaints.len(), 1);
        assert_snapshot!("procedure_not_toml", complaints[0]);
    }
}
