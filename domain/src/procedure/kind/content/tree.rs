//! Whether the tree of pages leads to a page (ISO 32000-2, 7.7.3). A page that it does not lead to is shown by no
//! reader.

use std::collections::{BTreeMap, BTreeSet};

use memchr::memmem;

use super::{
    has_page,
    locked::{length, string},
    packed::{Unpacked, unpack},
};

/// A letter has far fewer pages; a tree with more is not walked to its end.
const MOST_NODES: usize = 10_000;
/// Nor is one so deep.
const DEEPEST: usize = 64;
/// So often a file is changed at one object; what was there before that is not looked at.
const CHANGED: usize = 8;
/// Of several trailers the last one holds; files are changed by adding to them.
const TRIED: usize = 8;

/// Whether readers find a page in a file that is not encrypted. Where that cannot be told, they do: readers are
/// forgiving, and put right what is damaged.
pub(super) fn leads_to_a_page(file: &[u8]) -> bool {
    let unpacked = unpack(file);
    if !unpacked.is_whole {
        return true;
    }
    let mut walk = PageWalk {
        plain: plain(file),
        unpacked: &unpacked,
        seen: BTreeSet::new(),
    };
    let roots = memmem::rfind_iter(file, b"/Root").take(TRIED);
    let root = roots
        .filter_map(|at| reference(file.get(at + b"/Root".len()..)?))
        .find_map(|number| walk.pages_of(number));
    match root {
        Some(pages) => !walk.counts_none(pages) && walk.leads(pages, 0),
        // Whatever stands in place of a catalogue: a reader looks for pages itself.
        None => has_page(file) || unpacked.objects.values().any(|object| has_page(object)),
    }
}

struct PageWalk<'f> {
    /// What each object holds that is not packed; of several under one number any may hold.
    plain: BTreeMap<u32, Vec<&'f [u8]>>,
    unpacked: &'f Unpacked,
    seen: BTreeSet<u32>,
}

impl<'f> PageWalk<'f> {
    fn objects(&self, number: u32) -> Vec<&'f [u8]> {
        let plain = self.plain.get(&number).into_iter().flatten().copied();
        let packed = self.unpacked.objects.get(&number).map(Vec::as_slice);
        plain.chain(packed).collect()
    }

    /// The number under which the tree begins of which a catalogue tells; none where there is no such catalogue or tree.
    fn pages_of(&self, catalogue: u32) -> Option<u32> {
        let found = self.objects(catalogue).into_iter().rev();
        let mut pages = found.filter_map(|object| reference(value(dictionary(object)?, b"Pages")?));
        pages.find(|number| !self.objects(*number).is_empty())
    }

    /// Whether the tree says of itself that it has no pages: readers believe it, whatever it leads to.
    fn counts_none(&self, pages: u32) -> bool {
        let nodes = self.objects(pages);
        let mut counts = nodes.iter().map(|object| {
            let count = value(dictionary(object)?, b"Count")?;
            Some(number_at_start(count)?.0)
        });
        counts.all(|count| count == Some(0))
    }

    /// Whether an object is a page, or a node of the tree beneath which there is one.
    fn leads(&mut self, number: u32, depth: usize) -> bool {
        if self.seen.len() > MOST_NODES || depth > DEEPEST {
            return true;
        }
        // One that is not there counts as nothing (7.3.10).
        let objects = if self.seen.insert(number) {
            self.objects(number)
        } else {
            Vec::new()
        };
        let mut objects = objects.into_iter();
        objects.any(|object| self.leads_from(object, depth))
    }

    fn leads_from(&mut self, object: &[u8], depth: usize) -> bool {
        if !object.starts_with(b"<<") {
            return false;
        }
        let Some(node) = dictionary(object) else {
            return true;
        };
        let Some(kids) = value(node, b"Kids") else {
            return value(node, b"Type").is_none_or(|word| !word.starts_with(b"/Pages"));
        };
        let lists = match reference(kids) {
            Some(number) => self.objects(number),
            None => vec![kids],
        };
        lists.into_iter().any(|list| match length(list) {
            Some(length) => {
                let kids = list.get(1..length).map(references).unwrap_or_default();
                kids.into_iter().any(|kid| self.leads(kid, depth + 1))
            }
            None => true,
        })
    }
}

/// Every object of a file that lies there as it is, by its number: "12 0 obj".
fn plain(file: &[u8]) -> BTreeMap<u32, Vec<&[u8]>> {
    let mut objects: BTreeMap<u32, Vec<&[u8]>> = BTreeMap::new();
    for at in memmem::find_iter(file, b"obj") {
        let before = file.get(at.saturating_sub(32)..at).unwrap_or_default();
        let number = number_at_end(before).and_then(|(_, before)| number_at_end(before));
        let object = file.get(at + b"obj".len()..);
        if let Some(((number, _), object)) = number.zip(object) {
            let known = objects.entry(number).or_default();
            if known.len() == CHANGED {
                known.remove(0);
            }
            known.push(object.trim_ascii_start());
        }
    }
    objects
}

/// The number with which bytes end, whatever space is behind it, and what stands before it.
fn number_at_end(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let bytes = bytes.trim_ascii_end();
    let digits = bytes.iter().rev().take_while(|byte| byte.is_ascii_digit());
    let (before, digits) = bytes.split_at(bytes.len() - digits.count());
    Some((std::str::from_utf8(digits).ok()?.parse().ok()?, before))
}

/// The number in a reference with which bytes begin: "12 0 R".
fn reference(bytes: &[u8]) -> Option<u32> {
    let (number, rest) = number_at_start(bytes)?;
    let (_, rest) = number_at_start(rest)?;
    let rest = rest.trim_ascii_start().strip_prefix(b"R")?;
    let ends = !rest.first().is_some_and(u8::is_ascii_alphanumeric);
    ends.then_some(number)
}

fn number_at_start(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let bytes = bytes.trim_ascii_start();
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit());
    let (digits, rest) = bytes.split_at(digits.count());
    Some((std::str::from_utf8(digits).ok()?.parse().ok()?, rest))
}

/// All references in a list.
fn references(list: &[u8]) -> Vec<u32> {
    let ends = list.iter().enumerate().filter(|(_, byte)| **byte == b'R');
    let numbers = ends.filter_map(|(at, _)| {
        let (_, before) = number_at_end(list.get(..at)?)?;
        Some(number_at_end(before)?.0)
    });
    numbers.collect()
}

fn dictionary(object: &[u8]) -> Option<&[u8]> {
    object.starts_with(b"<<").then_some(())?;
    object.get(..length(object)?)
}

/// What follows a name in a dictionary, not in those that lie within it.
fn value<'f>(dictionary: &'f [u8], name: &[u8]) -> Option<&'f [u8]> {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(byte) = dictionary.get(at) {
        let rest = dictionary.get(at..)?;
        match byte {
            b'<' | b'>' if rest.get(1) == Some(byte) => {
                depth = if *byte == b'<' {
                    depth + 1
                } else {
                    depth.checked_sub(1)?
                };
                at += 1;
            }
            b'[' => depth += 1,
            b']' => depth = depth.checked_sub(1)?,
            b'<' => at += memchr::memchr(b'>', rest)?,
            b'(' => at += string(rest)?,
            b'/' => {
                let said = rest.get(1..)?;
                let ends = said.iter().position(|byte| {
                    byte.is_ascii_whitespace() || b"/<>[]()".contains(byte) || *byte == 0
                });
                let (said, after) = said.split_at(ends.unwrap_or(said.len()));
                if depth == 1 && said == name {
                    return Some(after.trim_ascii_start());
                }
                at += said.len();
            }
            _ => {}
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::leads_to_a_page;

    #[track_caller]
    fn check(objects: &str, expected: bool) {
        let file = format!("%PDF-1.4\n{objects}\ntrailer<</Size 9/Root 1 0 R>>\n%%EOF\n");
        assert_eq!(leads_to_a_page(file.as_bytes()), expected, "{objects}");
    }

    /// As qpdf 11.3.0 and poppler 22.12.0 find it: they refuse a tree that counts none, and show nothing but an empty page
    /// where it leads to none.
    #[test]
    fn a_page_counts_that_the_tree_leads_to() {
        let catalogue = "1 0 obj<</Type/Catalog/Names<</Pages 9 0 R>>/Pages 2 0 R>>endobj";
        let page = "3 0 obj<</Type/Page/Parent 2 0 R>>endobj";
        let check = |tree: &str, expected| check(&format!("{catalogue}\n{tree}\n{page}"), expected);
        check("2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj", true);
        check(
            "2  0\nobj << /Count 1 /Kids [ 4 0 R\n3  0\nR ] >>endobj",
            true,
        );
        check(
            "2 0 obj<</Type/Pages/Kids 5 0 R/Count 1>>endobj 5 0 obj[3 0 R]endobj",
            true,
        );
        check(
            "2 0 obj<</Type/Pages/Kids[4 0 R]>>endobj 4 0 obj<</Type/Pages/Kids[3 0 R]>>endobj",
            true,
        );
        check("2 0 obj<</Type/Pages/Kids[3 0 R]/Count 0>>endobj", false);
        // An orphan: nothing leads to it.
        check("2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj", false);
        check("2 0 obj<</Type/Pages/Kids[7 0 R]/Count 1>>endobj", false);
        check("2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj", false);
        check("2 0 obj<</Type/Pages/Count 1>>endobj", false);
        check(
            "2 0 obj<</Type/Pages/Kids[4 0 R]>>endobj 4 0 obj<</Type/Pages/Kids[]>>endobj",
            false,
        );
        // What was changed later holds as well as what was there before.
        check(
            "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]>>endobj",
            true,
        );
    }

    /// What is damaged is put right by readers.
    #[test]
    fn what_cannot_be_told_is_not_refused() {
        let page = "3 0 obj<</Type/Page>>endobj";
        check(&format!("1 0 obj<</Type/Catalog>>endobj {page}"), true);
        check(
            &format!("1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj {page}"),
            true,
        );
        check(page, true);
        check("1 0 obj<</Type/Catalog>>endobj", false);
        let deep = format!(
            "2 0 obj<</Kids{}3 0 R{}>>endobj",
            "[".repeat(99),
            "]".repeat(99)
        );
        check(&format!("1 0 obj<</Pages 2 0 R>>endobj {deep}"), true);
    }
}
