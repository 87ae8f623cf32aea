//! What lies packed in a PDF: its objects, many of them in one stream (ISO 32000-2, 7.5.7).

use std::io::Read;

use flate2::read::ZlibDecoder;
use memchr::memmem;

use super::has_page;

/// Unpacked, what a letter consists of beside its pictures is far less. What claims to be more is not looked
/// through: a small file can hold very much of nothing.
const MOST: u64 = 16 * 1024 * 1024;
/// No dictionary of such a stream is longer.
const NEAR: usize = 1_024;

/// So many streams are looked at; a file with more may have a page in any other.
const STREAMS: usize = 1_000;

/// Whether a page lies packed in a file, or may: what cannot be unpacked is not said to be without. Each byte of the
/// file is unpacked once at most, whatever it says of itself.
pub(super) fn may_have_page(file: &[u8]) -> bool {
    let mut left = MOST;
    let mut from = 0;
    for _ in 0..STREAMS {
        let Some(rest) = file.get(from..) else {
            return false;
        };
        let Some(at) = memmem::find(rest, b"/ObjStm") else {
            return false;
        };
        let Some((dictionary, packed)) = stream(file, from + at) else {
            return true;
        };
        let has = |word: &[u8]| memmem::find(dictionary, word).is_some();
        if !has(b"/FlateDecode") || has(b"/DecodeParms") {
            return true;
        }
        let mut unpacked = ZlibDecoder::new(packed);
        let mut objects = Vec::new();
        let read = (&mut unpacked).take(left).read_to_end(&mut objects);
        left -= objects.len() as u64;
        if read.is_err() || left == 0 || has_page(&objects) {
            return true;
        }
        let begins = file.len() - packed.len();
        let taken = usize::try_from(unpacked.total_in()).unwrap_or(packed.len());
        from = begins + taken.max(1);
    }
    true
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
