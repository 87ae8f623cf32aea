//! What lies packed in a PDF: its objects, many of them in one stream (ISO 32000-2, 7.5.7).

use std::{collections::BTreeMap, io::Read};

use flate2::read::ZlibDecoder;
use memchr::memmem;

/// Unpacked, what a letter consists of beside its pictures is far less. What claims to be more is not looked
/// through: a small file can hold very much of nothing.
const MOST: u64 = 16 * 1024 * 1024;
/// No dictionary of such a stream is longer.
const NEAR: usize = 1_024;

/// So many streams are looked at; a file with more may have anything in any other.
const STREAMS: usize = 1_000;

/// What lay packed in a file.
pub(super) struct Unpacked {
    /// Each object under its number.
    pub objects: BTreeMap<u32, Vec<u8>>,
    /// Nothing is left that could not be unpacked: in it, anything may lie.
    pub is_whole: bool,
}

/// Unpacks the objects of a file. Each byte of it is unpacked once at most, whatever it says of itself.
pub(super) fn unpack(file: &[u8]) -> Unpacked {
    let mut unpacked = Unpacked {
        objects: BTreeMap::new(),
        is_whole: true,
    };
    let mut left = MOST;
    let mut from = 0;
    for _ in 0..STREAMS {
        let rest = file.get(from..).unwrap_or_default();
        let Some(at) = memmem::find(rest, b"/ObjStm") else {
            return unpacked;
        };
        match next(file, from + at, &mut left, &mut unpacked.objects) {
            Some(after) => from = after,
            None => break,
        }
    }
    unpacked.is_whole = false;
    unpacked
}

/// Unpacks one stream, and says where to look for the next; none where it cannot be unpacked.
fn next(
    file: &[u8],
    at: usize,
    left: &mut u64,
    objects: &mut BTreeMap<u32, Vec<u8>>,
) -> Option<usize> {
    let (dictionary, packed) = stream(file, at)?;
    let has = |word: &[u8]| memmem::find(dictionary, word).is_some();
    if !has(b"/FlateDecode") || has(b"/DecodeParms") {
        return None;
    }
    let mut unpacked = ZlibDecoder::new(packed);
    let mut held = Vec::new();
    let read = (&mut unpacked).take(*left).read_to_end(&mut held);
    *left -= held.len() as u64;
    if read.is_err() || *left == 0 {
        return None;
    }
    divide(dictionary, &held, objects)?;
    let begins = file.len() - packed.len();
    let taken = usize::try_from(unpacked.total_in()).unwrap_or(packed.len());
    Some(begins + taken.max(1))
}

/// Divides what a stream holds: first the number of each object and where it begins, then the objects.
fn divide(dictionary: &[u8], held: &[u8], objects: &mut BTreeMap<u32, Vec<u8>>) -> Option<()> {
    let first = number_after(dictionary, b"/First")?;
    let numbers = std::str::from_utf8(held.get(..first)?).ok()?;
    let numbers: Option<Vec<usize>> = numbers
        .split_ascii_whitespace()
        .map(|word| word.parse().ok())
        .collect();
    let numbers = numbers?;
    let places = numbers.iter().copied().skip(1).step_by(2);
    let numbers = numbers.iter().copied().step_by(2);
    let begins = places.clone().map(|begins| first.checked_add(begins));
    let ends = places.skip(1).map(|ends| first.checked_add(ends));
    let ends = ends.chain([Some(held.len())]);
    for ((number, begins), ends) in numbers.zip(begins).zip(ends) {
        // They stand one after the other, so that together they are no more than what was unpacked.
        let object = held.get(begins?..ends?)?;
        let number = u32::try_from(number).ok()?;
        objects.insert(number, object.trim_ascii_start().to_vec());
    }
    Some(())
}

fn number_after(dictionary: &[u8], name: &[u8]) -> Option<usize> {
    let at = memmem::find(dictionary, name)?;
    let rest = dictionary.get(at + name.len()..)?.trim_ascii_start();
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit());
    let digits = rest.get(..digits.count())?;
    std::str::from_utf8(digits).ok()?.parse().ok()
}

/// The dictionary of the stream in which a place lies, and what it holds.
fn stream(file: &[u8], at: usize) -> Option<(&[u8], &[u8])> {
    const BEGINS: &[u8] = b"stream";
    let before = file.get(at.saturating_sub(NEAR)..at)?;
    let first = at - before.len() + memmem::rfind(before, b"obj")?;
    let after = file.get(at..file.len().min(at + NEAR))?;
    let last = at + memmem::find(after, BEGINS)?;
    let packed = file.get(last + BEGINS.len()..)?;
    let packed = packed.strip_prefix(b"\r").unwrap_or(packed);
    let packed = packed.strip_prefix(b"\n").unwrap_or(packed);
    Some((file.get(first..last)?, packed))
}
