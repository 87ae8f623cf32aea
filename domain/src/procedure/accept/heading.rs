//! The row above a table that was copied with it: what its columns are called.

use crate::procedure::field::Field;

/// Whether a row says what the columns are called, and nothing that somebody would answer. `is_above` others; `fits`
/// says whether it could be a row of the table as well.
pub(super) fn is_heading(
    columns: &[Field],
    cells: &[&str],
    is_above: bool,
    fits: impl Fn() -> bool,
) -> bool {
    match named(columns, cells) {
        0 => false,
        1 => is_above && are_alike(columns, cells) || !fits(),
        _ => true,
    }
}

/// How many cells of a row name their own column, in any language that the file has. Two do so in no row but the one
/// above a table; one may also be what somebody wrote.
fn named(columns: &[Field], cells: &[&str]) -> usize {
    let plain = |text: &str| text.trim().trim_end_matches(':').to_lowercase();
    let is_name = |(column, cell): &(&Field, &&str)| {
        column.label.all().any(|label| plain(label) == plain(cell))
    };
    columns.iter().zip(cells).filter(is_name).count()
}

/// Whether each cell shares a word with what its column is called: "Nama Lengkap", "Asal Instansi".
fn are_alike(columns: &[Field], cells: &[&str]) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|sign: char| !sign.is_alphanumeric());
        let words = words.filter(|word| word.chars().count() > 2);
        words.map(str::to_lowercase).collect()
    };
    let is_alike = |(column, cell): (&Field, &&str)| {
        let said = words(cell);
        let labels = column.label.all().flat_map(words);
        labels.into_iter().any(|word| said.contains(&word))
    };
    cells.len() == columns.len() && columns.iter().zip(cells).all(is_alike)
}
