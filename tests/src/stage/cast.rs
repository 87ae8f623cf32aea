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

pub const LINA: Role = staff("Lina", "section-applications", "Seksi Aplikasi (PK&AI)");
pub const BAYU: Role = staff("Bayu", "section-security", "Seksi Keamanan (PKS)");
pub const NINA: Role = staff(
    "Nina",
    "section-infrastructure",
    "Seksi Infrastruktur (SPTIK)",
);

/// Everyone whom the hosting procedure needs, one per role.
pub const HOSTING: [Role; 6] = [SARI, HANA, ARIF, DEWI, RUDI, TONI];

/// Someone in every role of the built-in office, those of the hosting procedure first.
pub const EVERYONE: [Role; 16] = [
    SARI,
    ARIF,
    DEWI,
    RUDI,
    HANA,
    TONI,
    YUDI,
    WATI,
    ADE,
    LINA,
    BAYU,
    NINA,
    staff("Joko", "section-network", "Seksi Jaringan & DC"),
    staff("Maya", "section-telematics", "Seksi Telematika"),
    staff("Eko", "operator", "Pelaksana"),
    staff("Gita", "datacenter-officer", "Petugas Data Center"),
];

const fn staff(name: &'static str, role: &'static str, title: &'static str) -> Role {
    Role {
        name,
        role,
        agency: None,
        title,
    }
}
