//! Buttons about how long steps take.

use domain::{
    code::{ProcedureCode, RoleCode},
    query::figures::{Period, Side},
};

use super::part::{ButtonPart, press};

press! {
    pub enum FiguresPress {
        /// How long steps took in a month or year; without one, in this month.
        Table { side: Side, period: Option<Period> } = "took:",
        /// The same as a picture.
        Chart { side: Side, period: Period } = "chart:",
    }
}

/// A role is marked `@`; all procedures are `-`, all roles `@` alone.
impl ButtonPart for Side {
    const MOST: usize = 1 + RoleCode::MOST;

    fn write(&self, data: &mut String) {
        match self {
            Side::Procedures => data.push('-'),
            Side::Steps(procedure) => procedure.write(data),
            Side::Roles => data.push('@'),
            Side::Role(role) => {
                data.push('@');
                role.write(data);
            }
        }
    }

    fn read(data: &str) -> Option<Side> {
        Some(match (data, data.strip_prefix('@')) {
            ("-", _) => Side::Procedures,
            (_, Some("")) => Side::Roles,
            (_, Some(role)) => Side::Role(RoleCode::read(role)?),
            (procedure, None) => Side::Steps(ProcedureCode::read(procedure)?),
        })
    }
}

impl ButtonPart for Period {
    /// `2026-11`, `2026-Q4`.
    const MOST: usize = 7;
    const NONE: &'static str = "now";

    fn write(&self, data: &mut String) {
        data.push_str(&self.to_string());
    }

    fn read(data: &str) -> Option<Period> {
        data.parse().ok()
    }
}
