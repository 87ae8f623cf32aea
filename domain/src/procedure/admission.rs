//! Who is let in by a procedure.

use crate::code::{FieldCode, RoleCode};

/// The applicant is let in: they gain a role, an agency and a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Admission {
    pub role: RoleCode,
    /// The question whose answer is their agency.
    pub agency: FieldCode,
    /// The question whose answer is their name.
    pub name: FieldCode,
}
