//! What a column of a table wants: the template measures it, and gives the room that there is.

use std::cmp::Reverse;

use serde::Serialize;

use crate::{
    sheet::Grid,
    tidy::{places_to_break, whole_pieces},
};

/// How many of the widest words are measured; how wide one is, is only estimated here.
const WIDEST: usize = 3;
/// A heading is no taller.
const HEADING_LINES: usize = 3;
/// Into how many lines a cell is cut to see how wide it is then.
const CELL_LINES: usize = 6;
/// A sum that is no longer stays together.
const SUM: usize = 12;
/// A longer cell is set in several lines, however much room there is.
const LONG: usize = 120;

/// What a column wants.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Want<'a> {
    /// What has to stay together, of the cells.
    pub(crate) words: Vec<&'a str>,
    /// The same in bold: the lines of the heading, and of what the cells come to.
    pub(crate) bold: Vec<String>,
    /// A cell that is longer than nearly all of the others: whole, then the widest line of it in two lines, in three …
    pub(crate) lines: Vec<String>,
}

impl<'a> Want<'a> {
    pub(crate) fn of_all(grid: &'a Grid) -> impl Iterator<Item = Want<'a>> {
        (0..grid.columns.len()).map(|at| Want::of(grid, at))
    }

    fn of(grid: &'a Grid, at: usize) -> Want<'a> {
        let cells = || grid.rows.iter().filter_map(|row| row.get(at));
        let words = cells().flat_map(|cell| whole_pieces(cell));
        let heading = grid.columns[at].heading.split_inclusive('/');
        let mut bold = in_lines(heading.flat_map(places_to_break), HEADING_LINES);
        let sum = grid.sums.get(at).map_or("", |sum| sum.trim());
        if sum.chars().count() > SUM {
            bold.extend(widest(whole_pieces(sum), 1).into_iter().map(str::to_owned));
        } else {
            bold.push(sum.to_owned());
        }
        bold.retain(|line| !line.is_empty());
        let mut cells: Vec<&str> = cells()
            .filter_map(|cell| cell.lines().max_by_key(|line| breadth(line)))
            .collect();
        cells.sort_by_key(|line| breadth(line));
        let typical = cells.get(cells.len() * 9 / 10).copied().unwrap_or_default();
        let typical: String = typical.chars().take(LONG).collect();
        let mut lines: Vec<String> = Vec::new();
        for count in 1..=CELL_LINES {
            let cut = in_lines(places_to_break(&typical), count);
            if lines.len() < count - 1 || cut.len() < count {
                break;
            }
            lines.extend(cut.into_iter().max_by_key(|line| breadth(line)));
        }
        Want {
            words: widest(words, WIDEST),
            bold,
            lines,
        }
    }

    /// How much room it wants in relation to the others.
    pub(crate) fn share(&self) -> usize {
        let count = |text: &str| text.chars().count();
        let words = self.words.iter().copied();
        let words = words.chain(self.bold.iter().map(String::as_str));
        let word = words.map(count).max().unwrap_or_default();
        let cell = self.lines.first().map_or(0, |line| count(line));
        (word + 2).max(cell.min(60) / 2 + 2)
    }
}

/// The widest ones, each once, the widest first.
fn widest<'a>(words: impl Iterator<Item = &'a str>, count: usize) -> Vec<&'a str> {
    let mut found: Vec<&str> = Vec::with_capacity(count + 1);
    for word in words {
        if !found.contains(&word) {
            found.push(word);
            found.sort_by_key(|word| Reverse(breadth(word)));
            found.truncate(count);
        }
    }
    found
}

/// The text in so many lines at most, the widest of which is as narrow as can be.
fn in_lines<'a>(pieces: impl Iterator<Item = &'a str>, most: usize) -> Vec<String> {
    let pieces: Vec<&str> = pieces.collect();
    let lines = |width: usize| {
        let mut lines: Vec<String> = Vec::new();
        for piece in &pieces {
            match lines.last_mut() {
                Some(line) if breadth(line) + breadth(piece.trim_end()) <= width => {
                    line.push_str(piece);
                }
                _ => lines.push((*piece).to_owned()),
            }
        }
        lines
    };
    let (mut narrow, mut wide) = (0, pieces.iter().map(|piece| breadth(piece)).sum());
    while narrow < wide {
        let width = usize::midpoint(narrow, wide);
        // A piece that is wider stands on a line of its own all the same.
        if lines(width).len() > most {
            narrow = width + 1;
        } else {
            wide = width;
        }
    }
    let lines = lines(wide).into_iter();
    lines.map(|line| line.trim_end().to_owned()).collect()
}

/// About how wide it is, in tenths of an ordinary letter.
fn breadth(text: &str) -> usize {
    text.chars()
        .map(|c| match c {
            'm' | 'w' | '%' | '@' => 15,
            'f' | 'i' | 'j' | 'l' | 'r' | 't' | 'I' | ' ' => 6,
            c if c.is_ascii_punctuation() => 6,
            c if c.is_uppercase() => 12,
            _ => 10,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::GridColumn;

    #[test]
    fn a_heading_is_cut_where_its_widest_line_is_narrow() {
        let check = |heading: &str, lines: &[&str]| {
            let pieces = heading.split_inclusive('/').flat_map(places_to_break);
            assert_eq!(in_lines(pieces, HEADING_LINES), lines);
        };
        check("", &[]);
        check("Nama", &["Nama"]);
        check("Jam masuk (WIB)", &["Jam", "masuk", "(WIB)"]);
        check("Nama/merek/tipe", &["Nama/", "merek/", "tipe"]);
        check("Nilai rata-rata (NRR)", &["Nilai", "rata-rata", "(NRR)"]);
        check(
            "Nama penanggung jawab kegiatan di OPD",
            &["Nama penanggung", "jawab kegiatan di", "OPD"],
        );
    }

    #[test]
    fn a_column_wants_its_widest_words_and_a_cell_that_is_longer_than_most() {
        let row = |cell: &str| vec![cell.to_owned()];
        let mut rows = vec![row("satu dua tiga"); 19];
        rows.push(row("Bidang Tata Kelola Pemerintahan Berbasis Elektronik"));
        let grid = Grid {
            columns: vec![GridColumn {
                heading: "Nama".to_owned(),
                ..GridColumn::default()
            }],
            rows,
            sums: row("120 menit"),
            ..Grid::default()
        };
        let wants: Vec<_> = Want::of_all(&grid).collect();
        let want = Want {
            words: vec!["Pemerintahan", "Elektronik", "Berbasis"],
            bold: vec!["Nama".to_owned(), "120 menit".to_owned()],
            lines: ["satu dua tiga", "dua tiga", "satu"]
                .map(str::to_owned)
                .into(),
        };
        assert_eq!(wants, [want]);
    }
}
