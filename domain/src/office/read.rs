//! From the text of an office file to an [`Office`], with all complaints together.

use std::{collections::BTreeSet, fs, path::Path};

use chrono_tz::Tz;

use super::{
    ADMINISTRATOR, Agency, HELPDESK, Office, PIC, Role,
    kept::{networks, pool, register, resource},
};
use crate::{
    code::{AgencyCode, ProcedureCode, RoleCode},
    procedure::read::{Complaint, Complaints, keys::Keys, parse, unknown},
};

/// The example office that Loket knows without any file.
const BUILT_IN: (&str, &str) = (
    "kota-contoh.toml",
    include_str!("../../offices/kota-contoh.toml"),
);

/// How many working days something stays reserved where the file does not say.
const HOLD_DAYS: u32 = 10;

impl Office {
    /// The example office.
    pub fn built_in() -> Result<Office, Vec<Complaint>> {
        Office::read(BUILT_IN.0, BUILT_IN.1)
    }

    pub fn read_file(path: impl AsRef<Path>) -> Result<Office, Vec<Complaint>> {
        let path = path.as_ref();
        let file = path
            .file_name()
            .unwrap_or(path.as_os_str())
            .to_string_lossy();
        let text = fs::read_to_string(path).map_err(|error| {
            let what = format!("The office file cannot be read: {error}.");
            vec![Complaint {
                file: file.to_string(),
                line: 0,
                what,
            }]
        })?;
        Office::read(&file, &text)
    }

    /// Reads an office. `file` is the name that complaints carry.
    pub fn read(file: &str, text: &str) -> Result<Office, Vec<Complaint>> {
        let complaints = Complaints::new(file, text);
        let office = read(text, &complaints);
        if let Some(office) = &office {
            for rule in RULES {
                rule(office, &complaints);
            }
        }
        let complaints = complaints.into_sorted();
        match office {
            Some(office) if complaints.is_empty() => Ok(office),
            _ => Err(complaints),
        }
    }
}

fn read(text: &str, complaints: &Complaints<'_>) -> Option<Office> {
    let table = parse(text, complaints)?;
    let keys = Keys::new("office", 1, &table, complaints);
    let office = Office {
        code: keys.need_code("code", "the name of the file without .toml"),
        name: keys.need_text("name", "the office's full name"),
        place: keys.need_text("place", "the government it belongs to, e.g. `Kota Seruni`"),
        zone: zone(&keys),
        zone_name: keys.need_string("zone-name", "how people write the zone: WIB, WITA or WIT"),
        domains: keys.strings("domains").unwrap_or_default(),
        open: keys
            .codes("open")
            .unwrap_or_default()
            .into_iter()
            .map(ProcedureCode::new)
            .collect(),
        own_agency: keys.code("own-agency").map(AgencyCode::new),
        hold_days: keys.count("hold-days").unwrap_or(HOLD_DAYS),
        networks: networks(&keys),
        resources: keys
            .blocks("resource", "resource")
            .into_iter()
            .map(resource)
            .collect(),
        pools: keys.blocks("pool", "pool").into_iter().map(pool).collect(),
        registers: keys
            .blocks("register", "register")
            .into_iter()
            .map(register)
            .collect(),
        roles: keys.blocks("role", "role").into_iter().map(role).collect(),
        agencies: keys
            .blocks("agency", "agency")
            .into_iter()
            .map(agency)
            .collect(),
    };
    keys.finish();
    Some(office)
}

fn zone(keys: &Keys<'_>) -> Tz {
    let named = keys.need_string(
        "zone",
        "where the office's clock stands, e.g. `Asia/Jakarta`",
    );
    named.parse().unwrap_or_else(|_| {
        if !named.is_empty() {
            keys.at(
                "zone",
                format!(
                    "`{named}` is no time zone; write Asia/Jakarta, Asia/Pontianak, Asia/Makassar or Asia/Jayapura."
                ),
            );
        }
        Tz::Asia__Jakarta
    })
}

fn role(keys: Keys<'_>) -> Role {
    let role = Role {
        code: RoleCode::new(keys.need_code("code", "the name that procedures use")),
        title: keys.need_text("title", "the post as people call it"),
        line: keys.line,
    };
    keys.finish();
    role
}

fn agency(keys: Keys<'_>) -> Agency {
    let agency = Agency {
        code: AgencyCode::new(keys.need_code("code", "a short name, e.g. `dinsos`")),
        name: keys.need_text("name", "the agency's full name"),
        names: keys.strings("names").unwrap_or_default(),
        line: keys.line,
    };
    keys.finish();
    agency
}

const RULES: [fn(&Office, &Complaints<'_>); 8] = [
    the_file_is_named_after_its_code,
    every_office_has_the_three_roles,
    roles_and_agencies_have_codes_of_their_own,
    there_is_someone_to_serve,
    names_are_given_out_beneath_real_domains,
    a_procedure_is_opened_once,
    registers_are_read_by_someone,
    the_office_is_one_of_its_agencies,
];

/// The file is named after its code.
fn the_file_is_named_after_its_code(office: &Office, complaints: &Complaints<'_>) {
    let expected = format!("{}.toml", office.code);
    if !office.code.is_empty() && complaints.file() != expected {
        complaints.at_key(
            "code",
            format!(
                "The office is called `{}`; call its file {expected}, or change `code`.",
                office.code
            ),
        );
    }
}

/// Every office has applicants, a helpdesk and an administrator.
fn every_office_has_the_three_roles(office: &Office, complaints: &Complaints<'_>) {
    for code in [PIC, HELPDESK, ADMINISTRATOR] {
        if office.role(&code.into()).is_none() {
            complaints.at(
                0,
                format!("There is no role `{code}`; every office has one, add a [[role]]."),
            );
        }
    }
}

/// Roles have codes of their own, and so has everything else that procedures name.
fn roles_and_agencies_have_codes_of_their_own(office: &Office, complaints: &Complaints<'_>) {
    let mut seen = BTreeSet::new();
    let roles = office
        .roles
        .iter()
        .map(|role| ("role", role.code.as_str(), role.line));
    let agencies = office
        .agencies
        .iter()
        .map(|agency| ("agency", agency.code.as_str(), agency.line));
    let resources = office
        .resources
        .iter()
        .map(|it| ("resource", it.code.as_str(), it.line));
    let pools = office
        .pools
        .iter()
        .map(|it| ("pool", it.code.as_str(), it.line));
    let registers = office
        .registers
        .iter()
        .map(|it| ("register", it.code.as_str(), it.line));
    let kept = resources.chain(pools).chain(registers);
    for (noun, code, line) in roles.chain(agencies).chain(kept) {
        if !code.is_empty() && !seen.insert((noun, code)) {
            complaints.at(
                line,
                format!("There is another {noun} `{code}` above; rename one."),
            );
        }
    }
}

/// An office serves at least one agency and has at least one domain.
fn there_is_someone_to_serve(office: &Office, complaints: &Complaints<'_>) {
    if office.agencies.is_empty() {
        complaints.at(0, "There is no agency to serve; add an [[agency]].");
    }
    if office.domains.is_empty() {
        complaints.at(
            0,
            "There is no domain; add e.g. `domains = [\"serunikota.go.id\"]`.",
        );
    }
}

/// Domains are whole names in lower case, without a dot at either end.
fn names_are_given_out_beneath_real_domains(office: &Office, complaints: &Complaints<'_>) {
    let label = |label: &str| {
        !label.is_empty()
            && label
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    for domain in &office.domains {
        if !(domain.contains('.') && domain.split('.').all(label)) {
            complaints.at_key(
                "domains",
                format!("`{domain}` is no domain; write it in lower case, e.g. serunikota.go.id."),
            );
        }
    }
}

/// A procedure stands in `open` once.
fn a_procedure_is_opened_once(office: &Office, complaints: &Complaints<'_>) {
    let mut seen = BTreeSet::new();
    for code in office
        .open
        .iter()
        .filter(|code| !seen.insert(code.as_str()))
    {
        complaints.at_key(
            "open",
            format!("`{code}` stands in `open` twice; remove one."),
        );
    }
}

/// A register has columns, and its readers are roles of the office.
fn registers_are_read_by_someone(office: &Office, complaints: &Complaints<'_>) {
    for register in &office.registers {
        if register.columns.is_empty() {
            complaints.at(register.line, "This register has no `columns`; add some.");
        }
        for role in register
            .readers
            .iter()
            .filter(|role| office.role(role).is_none())
        {
            let known = office.roles.iter().map(|role| role.code.as_str());
            complaints.at(register.line, unknown("role", role.as_str(), known));
        }
    }
}

/// The agency that the office itself is stands among its agencies.
fn the_office_is_one_of_its_agencies(office: &Office, complaints: &Complaints<'_>) {
    if let Some(own) = &office.own_agency
        && office.agency(own).is_none()
    {
        let known = office.agencies.iter().map(|agency| agency.code.as_str());
        complaints.at_key("own-agency", unknown("agency", own.as_str(), known));
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::Office;

    fn complaints(file: &str, text: &str) -> String {
        let complaints = Office::read(file, text).expect_err("the office should be refused");
        complaints
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n")
    }

    #[test]
    fn the_example_office_is_in_order() {
        let office = Office::built_in().unwrap();
        assert_eq!(office.roles.len(), 14);
        assert_eq!(office.zone_name, "WIB");
    }

    #[test]
    fn a_wrong_office_hears_of_everything_at_once() {
        let text = include_str!("terrible-office.toml");
        assert_snapshot!("terrible_office", complaints("terrible-office.toml", text));
    }

    #[test]
    fn a_file_that_is_not_toml_has_one_complaint() {
        assert_snapshot!(
            "office_not_toml",
            complaints("kota.toml", "code = \"kota\"\nname = Kota\n")
        );
    }

    #[test]
    fn a_file_that_is_not_there_is_a_complaint_too() {
        let complaints = Office::read_file("nowhere/kota.toml").unwrap_err();
        assert_eq!(
            (complaints.len(), complaints[0].file.as_str()),
            (1, "kota.toml")
        );
    }
}
