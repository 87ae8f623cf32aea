//! From the text of an office file to an [`Office`], with all complaints together.

use std::{fs, path::Path, sync::LazyLock};

use chrono_tz::Tz;
use toml::de::DeTable;

use super::{
    Agency, Column, Keeps, LineExpiry, Office, Pool, Register, RegisterState, Resource, Role,
    contact::contact, hours, letters::letters, survey::survey,
};
use crate::{
    code::{
        AgencyCode, ColumnCode, LineStateCode, PoolCode, ProcedureCode, RegisterCode, ResourceCode,
        RoleCode,
    },
    procedure::{
        kind::reserved::{NameRules, is_known, is_label},
        read::{Complaint, Complaints, bounds, keys::Keys, parse, sketch::Sketch},
        schema::explained,
    },
};

impl Office {
    /// What editors are told of an office's file, as of a procedure's.
    pub fn schema() -> serde_json::Value {
        sketch().schema("office", &|block, key| {
            let table = "What procedures name stands in the office file";
            let other = format!("[{key}]");
            let named = (block == "office").then(|| explained(table, key));
            named.flatten().or_else(|| explained(table, &other))
        })
    }
}

/// The example office that Loket knows without any file.
pub(super) const BUILT_IN: (&str, &str) = (
    "kota-contoh.toml",
    include_str!("../../offices/kota-contoh.toml"),
);

/// How many working days something stays reserved where the file does not say.
const HOLD_DAYS: u32 = 10;

/// How long what tells of people is kept where the file does not say.
const KEEPS: Keeps = Keeps {
    requests_years: 5,
    drafts_days: 90,
    refused_days: 90,
};

impl Office {
    /// The example office. Its file does not change while the program runs, so it is read once.
    pub fn built_in() -> Result<Office, Vec<Complaint>> {
        static READ: LazyLock<Result<Office, Vec<Complaint>>> =
            LazyLock::new(|| Office::read(BUILT_IN.0, BUILT_IN.1));
        READ.clone()
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
            for rule in super::check::RULES {
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

/// `[names]`: what the office reserves beside what Loket does, and what it allows.
fn name_rules(keys: &Keys<'_>) -> NameRules {
    let Some(keys) = keys.block("names", "table of names") else {
        return NameRules::default();
    };
    let labels = |key| {
        let labels = keys.strings(key).unwrap_or_default();
        for label in labels.iter().filter(|label| !is_label(label)) {
            let what =
                format!("`{label}` is no label of a name; write it in lower case, without dots.");
            keys.at(key, what);
        }
        labels
    };
    let rules = NameRules {
        reserved: labels("reserved"),
        protected: labels("protected"),
        words: labels("words"),
        allowed: labels("allowed"),
    };
    for label in rules.allowed.iter().filter(|label| !is_known(label)) {
        let what = format!("`{label}` is reserved nowhere, so it need not be allowed; remove it.");
        keys.at("allowed", what);
    }
    keys.finish();
    rules
}

fn read(text: &str, complaints: &Complaints<'_>) -> Option<Office> {
    let table = parse(text, complaints)?;
    let keys = Keys::new("office", 1, &table, complaints);
    Some(office(keys))
}

/// Every key that an office's file can have.
fn sketch() -> Sketch {
    let (complaints, table, sketch) = (Complaints::new("", ""), DeTable::new(), Sketch::default());
    office(Keys::sketched("office", &table, &complaints, &sketch));
    sketch
}

fn office(keys: Keys<'_>) -> Office {
    let zone = zone(&keys);
    let office = Office {
        code: keys.need_code("code", "the name of the file without .toml"),
        name: keys.need_text("name", "the office's full name"),
        place: keys.need_text("place", "the government it belongs to, e.g. `Kota Seruni`"),
        contact: contact(&keys),
        letters: letters(&keys),
        survey: survey(&keys),
        zone,
        calendar: hours::calendar(&keys, zone),
        reminders: hours::reminders(&keys),
        zone_name: keys.need_string("zone-name", "how people write the zone: WIB, WITA or WIT"),
        domains: keys.strings("domains").unwrap_or_default(),
        open: keys
            .codes("open")
            .unwrap_or_default()
            .into_iter()
            .map(ProcedureCode::new)
            .collect(),
        own_agency: keys.code("own-agency").map(AgencyCode::new),
        hold_days: keys.within("hold-days", bounds::DAYS).unwrap_or(HOLD_DAYS),
        keeps: Keeps {
            requests_years: keys
                .within("keep-requests-years", bounds::YEARS)
                .unwrap_or(KEEPS.requests_years),
            drafts_days: keys
                .within("keep-drafts-days", bounds::DAYS)
                .unwrap_or(KEEPS.drafts_days),
            refused_days: keys
                .within("keep-refused-days", bounds::DAYS)
                .unwrap_or(KEEPS.refused_days),
        },
        names: name_rules(&keys),
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
        former: Vec::new(),
    };
    keys.finish();
    office
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
        sees_all: keys.boolean("sees-all").unwrap_or(false),
        superior: keys.code("superior").map(RoleCode::new),
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

fn networks(keys: &Keys<'_>) -> Vec<ipnet::IpNet> {
    let named = keys.strings("networks").unwrap_or_default().into_iter();
    let read = |network: String| {
        let read = network.parse().ok();
        if read.is_none() {
            keys.at(
                "networks",
                format!("`{network}` is no network; write e.g. 203.0.113.0/24."),
            );
        }
        read
    };
    named.filter_map(read).collect()
}

fn resource(keys: Keys<'_>) -> Resource {
    let resource = Resource {
        code: ResourceCode::new(keys.need_code("code", "the name that procedures use")),
        title: keys.need_text("title", "what there is only so much of"),
        unit: keys.need_text("unit", "in what it is counted, e.g. `U`"),
        total: keys.within("total", bounds::AMOUNT).unwrap_or_else(|| {
            if !keys.has("total") {
                let what = "This resource has no `total`; add how much there is.";
                keys.complaints.at(keys.line, what);
            }
            0
        }),
        line: keys.line,
    };
    keys.finish();
    resource
}

fn pool(keys: Keys<'_>) -> Pool {
    let pool = Pool {
        code: PoolCode::new(keys.need_code("code", "the name that procedures use")),
        title: keys.need_text("title", "what is lent"),
        items: keys.strings("items").unwrap_or_default(),
        readers: keys.roles("readers"),
        line: keys.line,
    };
    for item in &pool.items {
        if item.is_empty() || item.chars().count() > 30 {
            keys.at(
                "items",
                format!("`{item}` does not fit a button; write 1 to 30 characters."),
            );
        }
    }
    keys.finish();
    pool
}

fn register(keys: Keys<'_>) -> Register {
    let readers = keys.codes("readers").unwrap_or_default().into_iter();
    let evening = keys.codes("evening").unwrap_or_default().into_iter();
    let register = Register {
        code: RegisterCode::new(keys.need_code("code", "the name that procedures use")),
        title: keys.need_text("title", "what people call the register"),
        open: keys.need_text("open", "what an open line is called, e.g. `Aktif`"),
        closed: keys.need_text("closed", "what a closed line is called, e.g. `Nonaktif`"),
        states: keys
            .blocks("states", "state of lines")
            .into_iter()
            .map(line_state)
            .collect(),
        readers: readers.map(RoleCode::new).collect(),
        evening: evening.map(RoleCode::new).collect(),
        expiry: keys.block("expires", "expiry of lines").map(expiry),
        columns: keys
            .blocks("columns", "column")
            .into_iter()
            .map(column)
            .collect(),
        line: keys.line,
    };
    keys.finish();
    register
}

/// `{ code = "rusak", label = "Rusak" }`, `{ code = "hilang", label = "Hilang", closed = true }`.
fn line_state(keys: Keys<'_>) -> RegisterState {
    let state = RegisterState {
        code: LineStateCode::new(keys.need_code("code", "the name that procedures use")),
        label: keys.need_text(
            "label",
            "what a line is called that stands so, e.g. `Rusak`",
        ),
        closed: keys.boolean("closed").unwrap_or(false),
        line: keys.line,
    };
    keys.finish();
    state
}

/// `expires = { label = "Kedaluwarsa", remind-days = 30, tell = ["helpdesk"], closes-days = 14 }`.
fn expiry(keys: Keys<'_>) -> LineExpiry {
    let expiry = LineExpiry {
        label: keys.need_text(
            "label",
            "what a line is called whose day has passed, e.g. `Kedaluwarsa`",
        ),
        remind_days: keys.within("remind-days", bounds::DAYS),
        tell: keys.roles("tell"),
        closes_days: keys.within("closes-days", bounds::DAYS_OR_NONE),
    };
    keys.finish();
    expiry
}

fn column(keys: Keys<'_>) -> Column {
    let column = Column {
        code: ColumnCode::new(keys.need_code("code", "the name that procedures use")),
        label: keys.need_text("label", "what stands above the column"),
        sum: keys.boolean("sum").unwrap_or(false),
    };
    keys.finish();
    column
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
        assert_eq!(office.roles.len(), 15);
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
