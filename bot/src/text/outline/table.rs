//! Drawing a table in a terminal.

/// How many characters each of the seven columns holds.
const WIDTHS: [usize; 7] = [13, 36, 14, 15, 11, 13, 13];

/// A table of seven columns, some of whose rows have only two: the first, and the rest in one.
pub(super) struct OutlineTable {
    lines: Vec<String>,
    /// Whether the last row had all seven columns; `None` before the first.
    full: Option<bool>,
}

impl OutlineTable {
    pub(super) fn new() -> OutlineTable {
        OutlineTable {
            lines: Vec::new(),
            full: None,
        }
    }

    /// A row of the SOP.
    pub(super) fn row(&mut self, cells: [&str; 7]) {
        let above = match self.full {
            None => rule('┌', '┬', '┬', '┐'),
            Some(true) => rule('├', '┼', '┼', '┤'),
            Some(false) => rule('├', '┼', '┬', '┤'),
        };
        self.lines.push(above);
        self.full = Some(true);
        let cells: Vec<Vec<String>> = cells
            .iter()
            .zip(WIDTHS)
            .map(|(text, width)| wrap(text, width))
            .collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        for line in 0..height {
            let parts = cells.iter().zip(WIDTHS).map(|(cell, width)| {
                format!(" {:width$} ", cell.get(line).map_or("", String::as_str))
            });
            self.lines
                .push(format!("│{}│", parts.collect::<Vec<_>>().join("│")));
        }
    }

    /// Lines about the row above, with a heading beneath its number.
    pub(super) fn notes(&mut self, heading: &str, notes: &[String]) {
        if notes.is_empty() {
            return;
        }
        if self.full == Some(true) {
            let width = WIDTHS[0] + 2;
            let rest = rule('├', '┴', '┴', '┤')
                .chars()
                .skip(width + 2)
                .collect::<String>();
            self.lines.push(format!("│{:width$}├{rest}", ""));
        }
        self.full = Some(false);
        let width = WIDTHS[1..].iter().sum::<usize>() + 3 * (WIDTHS.len() - 2);
        let lines = notes.iter().flat_map(|note| hang(note, width));
        for (index, line) in lines.enumerate() {
            let heading = if index == 0 { heading } else { "" };
            self.lines
                .push(format!("│ {heading:0$} │ {line:width$} │", WIDTHS[0]));
        }
    }

    pub(super) fn finish(mut self) -> String {
        self.lines.push(match self.full {
            Some(false) => rule('└', '┴', '─', '┘'),
            _ => rule('└', '┴', '┴', '┘'),
        });
        self.lines.join("\n")
    }
}

/// A line between rows; the joint after the first column is a matter of its own.
fn rule(left: char, first: char, others: char, right: char) -> String {
    let mut line = String::from(left);
    for (index, width) in WIDTHS.into_iter().enumerate() {
        line.extend(std::iter::repeat_n('─', width + 2));
        line.push(match index {
            0 => first,
            last if last + 1 == WIDTHS.len() => right,
            _ => others,
        });
    }
    line
}

/// The whole table's width, for what stands above and beneath it.
pub(super) fn width() -> usize {
    WIDTHS.iter().sum::<usize>() + 3 * WIDTHS.len() + 1
}

/// Breaks a text into lines at spaces; a word that is longer than a line is cut.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
        while let Some((cut, _)) = line.char_indices().nth(width) {
            let rest = line.split_off(cut);
            lines.push(std::mem::replace(&mut line, rest));
        }
    }
    lines.push(line);
    lines
}

/// Like `wrap`, with the lines after the first moved in.
fn hang(text: &str, width: usize) -> Vec<String> {
    let mut lines = wrap(text, width);
    if lines.len() > 1 {
        let first = lines[0].clone();
        let rest = text[first.len()..].trim_start();
        lines = wrap(rest, width - 4)
            .into_iter()
            .map(|line| format!("    {line}"))
            .collect();
        lines.insert(0, first);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{hang, wrap};

    #[test]
    fn lines_break_at_spaces_and_long_words_are_cut() {
        assert_eq!(wrap("satu dua tiga", 8), ["satu dua", "tiga"]);
        assert_eq!(
            wrap("pertanggungjawaban", 8),
            ["pertangg", "ungjawab", "an"]
        );
        assert_eq!(wrap("", 8), [""]);
        assert_eq!(
            hang("satu dua tiga empat", 9),
            ["satu dua", "    tiga", "    empat"]
        );
    }
}
