//! Whether an office makes sense: small rules, each a function whose first line says it.

use std::collections::BTreeSet;

use super::{ADMINISTRATOR, HELPDESK, NEWCOMER, Office, PIC};
use crate::procedure::read::{Complaints, unknown};

pub(super) const RULES: [fn(&Office, &Complaints<'_>); 12] = [
    the_file_is_named_after_its_code,
    every_office_has_the_three_roles,
    roles_and_agencies_have_codes_of_their_own,
    there_is_someone_to_serve,
    names_are_given_out_beneath_real_domains,
    a_procedure_is_opened_once,
    registers_are_read_by_someone,
    schedules_are_read_by_roles,
    the_office_is_one_of_its_agencies,
    items_and_columns_stand_once,
    a_protected_name_belongs_to_one_agency,
    superiors_are_roles_above,
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
        if register.readers.is_empty() {
            let what = "Nobody may read this register; name roles in `readers`.";
            complaints.at(register.line, what);
        }
        let told = register.expiry.iter().flat_map(|expiry| &expiry.tell);
        let named = register.readers.iter().chain(&register.evening).chain(told);
        for role in named.filter(|role| office.role(role).is_none()) {
            let known = office.roles.iter().map(|role| role.code.as_str());
            complaints.at(register.line, unknown("role", role.as_str(), known));
        }
        let reads = |role| register.readers.contains(role);
        for role in register.evening.iter().filter(|role| !reads(role)) {
            let what = format!(
                "`{role}` is told of open lines in the evening, but may not read them; add it to `readers`."
            );
            complaints.at(register.line, what);
        }
    }
}

/// The readers of a pool's schedule are roles of the office: it names the agencies that have booked something.
fn schedules_are_read_by_roles(office: &Office, complaints: &Complaints<'_>) {
    for pool in &office.pools {
        let named = pool.readers.iter();
        for role in named.filter(|role| office.role(role).is_none()) {
            let known = office.roles.iter().map(|role| role.code.as_str());
            complaints.at(pool.line, unknown("role", role.as_str(), known));
        }
        let outside = [PIC, NEWCOMER];
        if let Some(role) = pool
            .readers
            .iter()
            .find(|it| outside.contains(&it.as_str()))
        {
            let what = format!(
                "A schedule says which agency has booked what, so `{role}` cannot read it; name roles of the office."
            );
            complaints.at(pool.line, what);
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

/// The items of a pool and the columns of a register are told apart.
fn items_and_columns_stand_once(office: &Office, complaints: &Complaints<'_>) {
    let pools = office.pools.iter().map(|pool| {
        let items = pool.items.iter().map(String::as_str).collect::<Vec<_>>();
        ("items", items, pool.line)
    });
    let registers = office.registers.iter().map(|register| {
        let codes = register.columns.iter().map(|it| it.code.as_str());
        ("columns", codes.collect(), register.line)
    });
    let states = office.registers.iter().map(|register| {
        let codes = register.states.iter().map(|it| it.code.as_str());
        ("states", codes.collect(), register.line)
    });
    for (key, names, line) in pools.chain(registers).chain(states) {
        let mut seen = BTreeSet::new();
        for name in names.into_iter().filter(|it| !it.is_empty()) {
            if !seen.insert(name) {
                let what = format!("`{name}` stands in `{key}` twice; rename or remove one.");
                complaints.at(line, what);
            }
        }
    }
}

/// A name that only one agency may have is not promised to another.
fn a_protected_name_belongs_to_one_agency(office: &Office, complaints: &Complaints<'_>) {
    let mut seen = BTreeSet::new();
    for agency in &office.agencies {
        for name in agency.names.iter().filter(|name| !seen.insert(*name)) {
            let what = format!("`{name}` stands in `names` twice; only one agency may have it.");
            complaints.at(agency.line, what);
        }
    }
}

/// Superiors are roles of the office, and nobody is their own.
fn superiors_are_roles_above(office: &Office, complaints: &Complaints<'_>) {
    for role in &office.roles {
        let Some(superior) = &role.superior else {
            continue;
        };
        if superior == &role.code {
            let what = format!("`{superior}` cannot be its own superior.");
            complaints.at(role.line, what);
        } else if office.role(superior).is_none() {
            let known = office.roles.iter().map(|role| role.code.as_str());
            complaints.at(role.line, unknown("role", superior.as_str(), known));
        }
    }
}
