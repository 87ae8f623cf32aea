//! What is wrong with a file, and where.

use std::{cell::RefCell, fmt, ops::Range};

/// One thing that is wrong with a file, as a sentence that says how to put it right.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Complaint {
    /// The file's name, without its folder.
    pub file: String,
    /// Counted from 1; 0 where no single line is to blame.
    pub line: usize,
    pub what: String,
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.file, self.what),
            line => write!(f, "{}:{line}: {}", self.file, self.what),
        }
    }
}

/// Collects the complaints of one file, so that nobody has to stop at the first.
pub(crate) struct Complaints<'a> {
    file: &'a str,
    text: &'a str,
    /// Where each line ends. Every key is asked for its line, so nobody counts them anew.
    ends: Vec<usize>,
    list: RefCell<Vec<Complaint>>,
}

impl<'a> Complaints<'a> {
    pub(crate) fn new(file: &'a str, text: &'a str) -> Complaints<'a> {
        Complaints {
            file,
            text,
            ends: text.match_indices('\n').map(|(end, _)| end).collect(),
            list: RefCell::default(),
        }
    }

    pub(crate) fn file(&self) -> &str {
        self.file
    }

    /// The file as it is written.
    pub(crate) fn text(&self) -> &str {
        self.text
    }

    pub(crate) fn at(&self, line: usize, what: impl Into<String>) {
        let complaint = Complaint {
            file: self.file.to_owned(),
            line,
            what: what.into(),
        };
        self.list.borrow_mut().push(complaint);
    }

    pub(crate) fn at_span(&self, span: Range<usize>, what: impl Into<String>) {
        self.at(self.line_at(span.start), what);
    }

    /// Complains about one of the keys that stand before the first block of a file.
    pub(crate) fn at_key(&self, key: &str, what: impl Into<String>) {
        self.at(self.line_of(key), what);
    }

    /// The line of a byte of the file.
    pub(crate) fn line_at(&self, offset: usize) -> usize {
        1 + self.ends.partition_point(|end| *end < offset)
    }

    /// The line of one of the keys that stand before the first block; 0 where it is absent.
    pub(crate) fn line_of(&self, key: &str) -> usize {
        let is_it = |line: &str| {
            line.trim_start()
                .strip_prefix(key)
                .is_some_and(|rest| rest.trim_start().starts_with('='))
        };
        self.text
            .lines()
            .position(is_it)
            .map_or(0, |index| index + 1)
    }

    /// Sorted by line, each said once.
    pub(crate) fn into_sorted(self) -> Vec<Complaint> {
        let mut list = self.list.into_inner();
        list.sort();
        list.dedup();
        list
    }
}
