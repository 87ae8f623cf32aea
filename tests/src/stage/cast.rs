//! The people of the plays. All of them are made up.

/// Someone with a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Role {
    pub name: &'static str,
    /// The role's code in the office file.
    pub role: &'static str,
    pub agency: Option<&'static str>,
    /// What stands above their phone.
    pub title: &'static str,
}

/// The contact person of an agency.
pub const SARI: Role = Role {
    name: "Sari",
    role: "pic",
    agency: Some("dinsos"),
    title: "PIC Dinas Sosial",
};
/// The contact person of another agency.
pub const YUDI: Role = Role {
    name: "Yudi",
    role: "pic",
    agency: Some("dishub"),
    title: "PIC Dinas Perhubungan",
};
/// The contact person of an agency that has names of its own.
pub const PUTRI: Role = Role {
    name: "Putri",
    role: "pic",
    agency: Some("setda"),
    title: "PIC Sekretariat Daerah",
};
pub const HANA: Role = Role {
    name: "Hana",
    role: "helpdesk",
    agency: None,
    title: "Helpdesk",
};
pub const ARIF: Role = Role {
    name: "Arif",
    role: "agency-head",
    agency: None,
    title: "Kepala Dinas",
};
pub const DEWI: Role = Role {
    name: "Dewi",
    role: "division-head",
    agency: None,
    title: "Kepala Bidang",
};
pub const RUDI: Role = Role {
    name: "Rudi",
    role: "coordinator",
    agency: None,
    title: "Koordinator",
};
/// A second coordinator, for what happens when two hold one role.
pub const WATI: Role = Role {
    name: "Wati",
    role: "coordinator",
    agency: None,
    title: "Koordinator",
};
pub const TONI: Role = Role {
    name: "Toni",
    role: "technical-team",
    agency: None,
    title: "Tim Teknis",
};
pub const ADE: Role = Role {
    name: "Ade",
    role: "administrator",
    agency: None,
    title: "Administrator",
};

/// Knocks at the door: nobody has let her in yet.
pub const RANI: Role = Role {
    name: "Rani",
    role: "newcomer",
    agency: None,
    title: "Calon PIC",
};

pub const LINA: Role = staff("Lina", "section-applications", "Seksi Aplikasi (PK&AI)");
pub const BAYU: Role = staff("Bayu", "section-security", "Seksi Keamanan (PKS)");
pub const NINA: Role = staff(
    "Nina",
    "section-infrastructure",
    "Seksi Infrastruktur (SPTIK)",
);
/// Passes letters about the data centre on to the operators.
pub const MAYA: Role = staff("Maya", "section-telematics", "Seksi Telematika");
pub const EKO: Role = staff("Eko", "operator", "Pelaksana");
/// A second operator, for what happens when two want the last of something.
pub const IWAN: Role = staff("Iwan", "operator", "Pelaksana");
/// Allows visits of the data centre.
pub const JOKO: Role = staff("Joko", "section-network", "Seksi Jaringan & DC");
pub const GITA: Role = staff("Gita", "datacenter-officer", "Petugas Data Center");
/// The officer of the next shift.
pub const RATNA: Role = staff("Ratna", "datacenter-officer", "Petugas Data Center");

/// Everyone whom the hosting procedure needs, one per role.
pub const HOSTING: [Role; 6] = [SARI, HANA, ARIF, DEWI, RUDI, TONI];

/// Someone in every role of the built-in office, those of the hosting procedure first.
pub const EVERYONE: [Role; 16] = [
    SARI, ARIF, DEWI, RUDI, HANA, TONI, YUDI, WATI, ADE, LINA, BAYU, NINA, JOKO, MAYA, EKO, GITA,
];

const fn staff(name: &'static str, role: &'static str, title: &'static str) -> Role {
    Role {
        name,
        role,
        agency: None,
        title,
    }
}
