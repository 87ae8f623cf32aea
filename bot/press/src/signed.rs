//! A paper that was signed elsewhere and comes back: whether it is still the same paper, and whether it is signed.
//!
//! A signature in a PDF (PAdES, ISO 32000-2 §12.8) is an update: the bytes that were there stay, and more are written
//! behind them. What is written behind can also put something else in the place of what was there, so every object of
//! the paper is compared. Whose signature it is, and whether its certificate is to be trusted, is for the readers of
//! those who issue certificates.

use std::collections::{BTreeMap, BTreeSet};

use hayro_syntax::{
    Pdf,
    object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier, String as PdfString},
    xref::XRef,
};
use sha2::{Digest, Sha256, Sha384, Sha512};

/// So many updates nobody makes; who sends a file of them is not waited for.
const MOST_PARTS: usize = 64;
/// Fields within fields.
const DEEPEST: usize = 8;
/// How a revision of a PDF ends.
const END: &[u8] = b"%%EOF";
/// What may stand otherwise in the catalogue: the signatures and what validates them, and what tells of the file alone.
const OF_SIGNING: [&[u8]; 6] = [
    b"AcroForm",
    b"Perms",
    b"DSS",
    b"Extensions",
    b"Version",
    b"Metadata",
];
/// In DER, the attribute of a signature that holds the digest of what was signed (RFC 5652 §11.2), up to its values.
const MESSAGE_DIGEST: &[u8] = &[
    0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x04, 0x31,
];

/// Why a file does not take the place of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Missigned {
    #[error("it does not begin with the bytes of the paper")]
    AnotherPaper,
    #[error("it cannot be read")]
    Unreadable,
    #[error("it holds no signature")]
    Unsigned,
    #[error("something of the paper stands otherwise in it")]
    Altered,
    #[error("a signature in it is of other bytes")]
    OfOtherBytes,
}

/// The parts with which a file begins and that are files of their own: how long each is, and its SHA-256. The file
/// itself is none of them.
pub fn parts(file: &[u8]) -> Vec<(usize, String)> {
    let (mut hash, mut hashed) = (Sha256::new(), 0);
    let mut found = Vec::new();
    let ends = file.windows(END.len()).enumerate();
    let ends = ends
        .filter(|(_, it)| *it == END)
        .map(|(at, _)| at + END.len());
    for end in ends.take(MOST_PARTS) {
        let behind = match file.get(end..) {
            Some([b'\r', b'\n', ..]) => 2,
            Some([b'\r' | b'\n', ..]) => 1,
            _ => 0,
        };
        for length in end..=end + behind {
            if length == file.len() {
                break;
            }
            hash.update(&file[hashed..length]);
            hashed = length;
            found.push((length, format!("{:x}", hash.clone().finalize())));
        }
    }
    found
}

/// How many signatures a file holds that was made of a paper. Each is of the whole file up to its own update, and nothing
/// of the paper is another.
pub fn signatures(paper: &[u8], file: &[u8]) -> Result<usize, Missigned> {
    if !file.starts_with(paper) {
        return Err(Missigned::AnotherPaper);
    }
    if !file.trim_ascii_end().ends_with(END) {
        return Err(Missigned::Unreadable);
    }
    let read = |bytes: &[u8]| Pdf::new(bytes.to_vec()).map_err(|_| Missigned::Unreadable);
    let (was, is) = (read(paper)?, read(file)?);
    let lying = Lying {
        was: was.xref(),
        is: is.xref(),
    };
    if !lying.is_same() {
        return Err(Missigned::Altered);
    }
    let catalogue = is.xref().get::<Dict<'_>>(is.xref().root_id());
    let form = catalogue.and_then(|it| it.get::<Dict<'_>>(b"AcroForm"));
    let form = form.ok_or(Missigned::Unsigned)?;
    if form.contains_key(b"XFA") {
        return Err(Missigned::Altered);
    }
    let mut signatures = Vec::new();
    if let Some(fields) = form.get::<Array<'_>>(b"Fields") {
        for field in dicts(&fields)? {
            signatures_in(&field, 0, &mut signatures)?;
        }
    }
    let mut count = 0;
    for signature in signatures {
        count += usize::from(is_sound(&signature, paper.len(), file)?);
    }
    if count == 0 {
        return Err(Missigned::Unsigned);
    }
    Ok(count)
}

/// The signatures in a field of the form. No other fields belong into a paper.
fn signatures_in<'a>(
    field: &Dict<'a>,
    depth: usize,
    found: &mut Vec<Dict<'a>>,
) -> Result<(), Missigned> {
    if depth > DEEPEST {
        return Err(Missigned::Altered);
    }
    if is_name(field, b"FT", b"Sig") {
        found.extend(field.get::<Dict<'a>>(b"V"));
        return Ok(());
    }
    let kids = field.get::<Array<'a>>(b"Kids").ok_or(Missigned::Altered)?;
    for kid in dicts(&kids)? {
        signatures_in(&kid, depth + 1, found)?;
    }
    Ok(())
}

/// The dictionaries of a list. One that holds anything else would be read up to there.
fn dicts<'a>(list: &Array<'a>) -> Result<Vec<Dict<'a>>, Missigned> {
    let found: Vec<_> = list.iter::<Dict<'a>>().collect();
    if found.len() == list.raw_iter().count() {
        Ok(found)
    } else {
        Err(Missigned::Altered)
    }
}

/// Whether a signature is of the file up to its update, with the paper in it. `false` where it is a time stamp, which
/// signs nothing itself.
fn is_sound(signature: &Dict<'_>, paper: usize, file: &[u8]) -> Result<bool, Missigned> {
    if is_name(signature, b"Type", b"DocTimeStamp") {
        return Ok(false);
    }
    let broken = Missigned::OfOtherBytes;
    let range = signature.get::<Array<'_>>(b"ByteRange").ok_or(broken)?;
    let range: Vec<usize> = range
        .iter::<i32>()
        .map_while(|it| usize::try_from(it).ok())
        .collect();
    let [0, until, from, length] = range[..] else {
        return Err(broken);
    };
    let before = file.get(..until).filter(|_| until >= paper).ok_or(broken)?;
    let end = from.checked_add(length).ok_or(broken)?;
    let behind = file.get(from..end).ok_or(broken)?;
    if !behind.trim_ascii_end().ends_with(END) {
        return Err(broken);
    }
    // Between the two lies the signature itself, and nothing else.
    let hole = file.get(until..from).ok_or(broken)?;
    let digits = hole.strip_prefix(b"<").and_then(|it| it.strip_suffix(b">"));
    let contents = signature.get::<PdfString<'_>>(b"Contents").ok_or(broken)?;
    if digits.and_then(bytes_of).as_deref() != Some(contents.as_bytes()) {
        return Err(broken);
    }
    // Its length says which digest it is; a file is hashed once for each.
    let mut hashes = BTreeMap::new();
    let is_of_this = digests(contents.as_bytes()).any(|it| {
        let hash = hashes.entry(it.len()).or_insert_with(|| match it.len() {
            32 => hashed::<Sha256>(before, behind),
            48 => hashed::<Sha384>(before, behind),
            64 => hashed::<Sha512>(before, behind),
            _ => Vec::new(),
        });
        !it.is_empty() && *hash == it
    });
    if is_of_this { Ok(true) } else { Err(broken) }
}

fn hashed<D: Digest>(before: &[u8], behind: &[u8]) -> Vec<u8> {
    D::new()
        .chain_update(before)
        .chain_update(behind)
        .finalize()
        .to_vec()
}

/// The digests that a signature says it is of. A time stamp within it holds one of its own.
fn digests(signature: &[u8]) -> impl Iterator<Item = &[u8]> {
    let places = signature.windows(MESSAGE_DIGEST.len()).enumerate();
    let places = places.filter(|(_, it)| *it == MESSAGE_DIGEST);
    // The length of the set, then the one value: a string of bytes.
    places.filter_map(
        |(at, _)| match signature.get(at + MESSAGE_DIGEST.len()..)? {
            [_, 0x04, length, rest @ ..] => rest.get(..usize::from(*length)),
            _ => None,
        },
    )
}

fn bytes_of(digits: &[u8]) -> Option<Vec<u8>> {
    let value = |digit: u8| char::from(digit).to_digit(16);
    let mut bytes = Vec::with_capacity(digits.len() / 2);
    for pair in digits.chunks(2) {
        let [high, low] = pair else { return None };
        bytes.push(u8::try_from(value(*high)? << 4 | value(*low)?).ok()?);
    }
    Some(bytes)
}

fn is_name(dict: &Dict<'_>, key: &[u8], name: &[u8]) -> bool {
    dict.get::<Name<'_>>(key)
        .is_some_and(|it| it.as_ref() == name)
}

/// A paper beside the file that was made of it.
struct Lying<'a> {
    was: &'a XRef,
    is: &'a XRef,
}

impl<'a> Lying<'a> {
    /// Whether everything that the paper is made of stands in the file as it was.
    fn is_same(&self) -> bool {
        let root = self.was.root_id();
        let (mut seen, mut waiting) = (BTreeSet::from([root]), vec![root]);
        let mut is_same = self.is.root_id() == root;
        while let Some(id) = waiting.pop() {
            let (Some(was), is) = (
                self.was.get::<Object<'a>>(id),
                self.is.get::<Object<'a>>(id),
            ) else {
                continue;
            };
            let mut others = Vec::new();
            is_same &= is.is_some_and(|is| self.stands(id, &was, &is, &mut others));
            waiting.extend(others.into_iter().filter(|it| seen.insert(*it)));
        }
        is_same
    }

    /// An object of its own: a page may have got fields to sign in, and the catalogue what belongs to signing.
    fn stands(
        &self,
        id: ObjectIdentifier,
        was: &Object<'a>,
        is: &Object<'a>,
        others: &mut Vec<ObjectIdentifier>,
    ) -> bool {
        match (was, is) {
            (Object::Dict(was), Object::Dict(is)) if id == self.was.root_id() => {
                same_dicts(was, is, &OF_SIGNING, others)
            }
            (Object::Dict(was), Object::Dict(is)) if is_name(was, b"Type", b"Page") => {
                same_dicts(was, is, &[b"Annots"], others) && has_only_more_fields(was, is, others)
            }
            (was, is) => same(was, is, others),
        }
    }
}

/// Whether a page has kept what was laid on it, and has got nothing but fields to sign in.
fn has_only_more_fields<'a>(
    was: &Dict<'a>,
    is: &Dict<'a>,
    others: &mut Vec<ObjectIdentifier>,
) -> bool {
    let of = |page: &Dict<'a>| page.get::<Array<'a>>(b"Annots");
    let (was, is) = (of(was), of(is));
    let before = was.as_ref().map_or(0, |it| it.raw_iter().count());
    let kept = match (&was, &is) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(was), Some(is)) => {
            let (was, is) = (was.raw_iter(), is.raw_iter());
            was.zip(is.map(Some).chain(std::iter::repeat_with(|| None)))
                .all(|(was, is)| is.is_some_and(|is| same_entries(&was, &is, others)))
        }
    };
    let added = is.iter().flat_map(Array::iter::<Dict<'a>>).skip(before);
    let count = is.as_ref().map_or(0, |it| it.raw_iter().count());
    let fields = added.filter(is_field_to_sign).count();
    kept && before + fields == count
}

fn is_field_to_sign(annotation: &Dict<'_>) -> bool {
    let signs = |dict: &Dict<'_>| is_name(dict, b"FT", b"Sig");
    let parent = annotation.get::<Dict<'_>>(b"Parent");
    let acts = annotation.contains_key(b"A") || annotation.contains_key(b"AA");
    is_name(annotation, b"Subtype", b"Widget")
        && (signs(annotation) || parent.is_some_and(|it| signs(&it)))
        && !acts
}

/// Whether two dictionaries are the same but for some keys.
fn same_dicts<'a>(
    was: &Dict<'a>,
    is: &Dict<'a>,
    free: &[&[u8]],
    others: &mut Vec<ObjectIdentifier>,
) -> bool {
    let is_free = |key: &Name<'_>| free.contains(&key.as_ref());
    let no_more = is
        .keys()
        .all(|key| is_free(&key) || was.contains_key(key.as_ref()));
    let mut kept = was.entries().filter(|(key, _)| !is_free(key));
    no_more
        && kept.all(|(key, was)| {
            let is = is.get_raw::<Object<'a>>(key.as_ref());
            is.is_some_and(|is| same_entries(&was, &is, others))
        })
}

/// What is referred to is compared by itself.
fn same_entries<'a>(
    was: &MaybeRef<Object<'a>>,
    is: &MaybeRef<Object<'a>>,
    others: &mut Vec<ObjectIdentifier>,
) -> bool {
    match (was, is) {
        (MaybeRef::Ref(was), MaybeRef::Ref(is)) => {
            others.push((*was).into());
            was == is
        }
        (MaybeRef::NotRef(was), MaybeRef::NotRef(is)) => same(was, is, others),
        _ => false,
    }
}

fn same<'a>(was: &Object<'a>, is: &Object<'a>, others: &mut Vec<ObjectIdentifier>) -> bool {
    match (was, is) {
        (Object::Dict(was), Object::Dict(is)) => same_dicts(was, is, &[], others),
        (Object::Array(was), Object::Array(is)) => {
            let (was, is): (Vec<_>, Vec<_>) = (was.raw_iter().collect(), is.raw_iter().collect());
            let mut pairs = was.iter().zip(&is);
            was.len() == is.len() && pairs.all(|(was, is)| same_entries(was, is, others))
        }
        (Object::Stream(was), Object::Stream(is)) => {
            same_dicts(was.dict(), is.dict(), &[], others) && was.raw_data() == is.raw_data()
        }
        (was, is) => was == is,
    }
}
