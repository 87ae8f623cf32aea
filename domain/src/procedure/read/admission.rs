//! Who is let in: `admits = { role = "pic", agency = "instansi", name = "nama" }`.

use super::keys::Keys;
use crate::{
    code::{FieldCode, RoleCode},
    procedure::admission::Admission,
};

pub(super) fn admission(keys: Keys<'_>) -> Admission {
    let admission = Admission {
        role: RoleCode::new(keys.need_code("role", "what the applicant becomes, e.g. `pic`")),
        agency: FieldCode::new(keys.need_code("agency", "the question that names their agency")),
        name: FieldCode::new(keys.need_code("name", "the question that asks for their name")),
    };
    keys.finish();
    admission
}
