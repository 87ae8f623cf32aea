//! What is to be repaired: which answers, and of a table which rows.

use domain::procedure::{Field, form::MarkedRows};

use super::{Speech, words::t};

/// "Sampel (baris 2, 5), Surat"
pub(super) fn labels<'a>(
    s: &Speech,
    fields: impl IntoIterator<Item = &'a Field>,
    rows: &MarkedRows,
) -> String {
    let labels = fields.into_iter().map(|field| {
        let label = s.text(&field.label);
        match rows.get(&field.code) {
            Some(rows) => {
                let rows: Vec<String> = rows.iter().map(ToString::to_string).collect();
                t!(plain s, "marked-rows", label = label, rows = rows.join(", "))
            }
            None => label.to_owned(),
        }
    });
    labels.collect::<Vec<_>>().join(", ")
}
