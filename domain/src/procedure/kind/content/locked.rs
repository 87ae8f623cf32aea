//! Whether a PDF asks for a password before it opens. What asks for one only before it is changed is read by everyone.

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use memchr::memmem;

/// No dictionary that says how a file is locked is longer, nor is the name of the file beside it.
const LONGEST: usize = 16_384;
/// A trailer has its parts so near each other.
const NEAR: usize = 4_096;
/// Nobody nests deeper; who reads such a dictionary goes down as deep as it is nested.
const DEEPEST: usize = 32;
/// So many trailers are looked at, from the last one.
const TRIED: usize = 8;

/// Whether nobody opens it without a password, or without a key of their own. Where that cannot be told, it is not
/// said to be so: readers are forgiving.
///
/// How it is locked stands in a dictionary that is neither packed nor locked (ISO 32000-2, 7.5.7 and 7.6). So that
/// dictionary is looked at and nothing else of the file, however large it is and whatever unpacking it would come to.
pub(super) fn is_locked(file: &[u8]) -> bool {
    let Some((dictionary, name)) = locked_how(file) else {
        return false;
    };
    let alone = file_of(dictionary, name);
    // Whoever wrote the dictionary may have written anything into it.
    let opened = catch_unwind(AssertUnwindSafe(|| Pdf::new(alone).map(|_| ())));
    match opened {
        Ok(Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected))) => true,
        // For the holders of certain keys.
        Ok(Err(LoadPdfError::Decryption(DecryptionError::UnsupportedAlgorithm))) => {
            !has(dictionary, b"/Standard")
        }
        _ => false,
    }
}

/// The dictionary that says how the file is locked, and the file's name, of which its key is made.
fn locked_how(file: &[u8]) -> Option<(&[u8], &[u8])> {
    const ENCRYPT: &[u8] = b"/Encrypt";
    let mut places = memmem::rfind_iter(file, ENCRYPT).take(TRIED);
    places.find_map(|at| {
        let rest = file.get(at + ENCRYPT.len()..)?;
        let named = rest.first().is_some_and(u8::is_ascii_alphanumeric);
        let rest = rest.trim_ascii_start();
        let dictionary = match rest.first()? {
            b'<' if !named => rest,
            b'0'..=b'9' => object(file, rest)?,
            _ => return None,
        };
        let dictionary = dictionary.get(..length(dictionary)?)?;
        let near = file.get(at.saturating_sub(NEAR)..(at + NEAR).min(file.len()))?;
        Some((dictionary, name_of_file(near)))
    })
}

/// What an object holds, of which a reference is given: "12 0 R".
fn object<'f>(file: &'f [u8], reference: &[u8]) -> Option<&'f [u8]> {
    let reference = reference.get(..24).unwrap_or(reference);
    let end = reference.iter().position(|byte| *byte == b'R')?;
    let numbers = std::str::from_utf8(reference.get(..end)?).ok()?;
    let mut numbers = numbers.split_ascii_whitespace();
    let (number, generation) = (numbers.next()?, numbers.next()?);
    let begins = format!("{number} {generation} obj");
    // Of several, the last one holds: files are changed by adding to them.
    let mut places = memmem::rfind_iter(file, begins.as_bytes());
    let at = places.find(|at| {
        let before = at.checked_sub(1).and_then(|before| file.get(before));
        !before.is_some_and(u8::is_ascii_digit)
    })?;
    Some(file.get(at + begins.len()..)?.trim_ascii_start())
}

/// Where the trailer names the file. One without a name counts as one with an empty name.
fn name_of_file(near: &[u8]) -> &[u8] {
    let mut places = memmem::find_iter(near, b"/ID");
    let name = places.find_map(|at| {
        let rest = near.get(at + b"/ID".len()..)?.trim_ascii_start();
        let name = rest.get(..length(rest)?)?;
        name.starts_with(b"[").then_some(name)
    });
    name.unwrap_or(b"[()()]")
}

/// How long a dictionary or an array is, with all that lies in it.
pub(super) fn length(bytes: &[u8]) -> Option<usize> {
    let bytes = bytes.get(..LONGEST.min(bytes.len()))?;
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let twice = bytes.get(at + 1) == Some(byte);
        match byte {
            b'<' if twice => {
                depth += 1;
                at += 1;
            }
            b'>' if twice => {
                depth = depth.checked_sub(1)?;
                at += 1;
            }
            b'[' => depth += 1,
            b']' => depth = depth.checked_sub(1)?,
            b'<' => at += memchr::memchr(b'>', bytes.get(at..)?)?,
            b'(' => at += string(bytes.get(at..)?)?,
            _ => {}
        }
        at += 1;
        if depth > DEEPEST {
            return None;
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// Where a string ends that begins here; brackets within it come in pairs, or after a backslash.
pub(super) fn string(bytes: &[u8]) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// The smallest file that is locked like this.
fn file_of(dictionary: &[u8], name: &[u8]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut table = b"xref\n0 3\n0000000000 65535 f \n".to_vec();
    for object in [
        "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n",
        "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n",
    ] {
        table.extend(format!("{:010} 00000 n \n", file.len()).as_bytes());
        file.extend(object.as_bytes());
    }
    let begins = file.len();
    file.extend(table);
    file.extend(b"trailer<</Size 3/Root 1 0 R/Encrypt ");
    file.extend(dictionary);
    file.extend(b"/ID");
    file.extend(name);
    file.extend(format!(">>\nstartxref\n{begins}\n%%EOF\n").as_bytes());
    file
}

fn has(bytes: &[u8], words: &[u8]) -> bool {
    memmem::find(bytes, words).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A blank page, written by pikepdf 10.18.0.
    const ASK: [(&str, &[u8]); 4] = [
        ("RC4 of 40 bits", include_bytes!("samples/user-r2.pdf")),
        ("RC4 of 128 bits", include_bytes!("samples/user-r3.pdf")),
        ("AES of 128 bits", include_bytes!("samples/user-r4.pdf")),
        ("AES of 256 bits", include_bytes!("samples/user-r6.pdf")),
    ];
    const OPEN: [(&str, &[u8]); 4] = [
        ("RC4 of 40 bits", include_bytes!("samples/owner-r2.pdf")),
        ("RC4 of 128 bits", include_bytes!("samples/owner-r3.pdf")),
        ("AES of 128 bits", include_bytes!("samples/owner-r4.pdf")),
        ("AES of 256 bits", include_bytes!("samples/owner-r6.pdf")),
    ];

    #[test]
    fn only_what_asks_before_it_opens_is_locked() {
        for (how, file) in ASK {
            assert!(is_locked(file), "{how}");
        }
        for (how, file) in OPEN {
            assert!(!is_locked(file), "{how}");
        }
        assert!(!is_locked(b"%PDF-1.4 trailer<</Root 1 0 R>>"));
    }

    #[test]
    fn for_the_holders_of_keys_only() {
        let file = b"trailer<</Encrypt<</Filter/Adobe.PubSec/V 4/Length 128>>/ID[()()]>>";
        assert!(is_locked(file));
    }

    /// Whatever is cut off, turned over or made up: there is an answer, and soon.
    #[test]
    fn whatever_is_in_it() {
        for (place, (_, file)) in ASK.into_iter().enumerate() {
            // The last of them is made to take long.
            let step = if place == 3 { 61 } else { 1 };
            for end in (0..file.len()).step_by(step) {
                let _ = is_locked(&file[..end]);
            }
            for at in (0..file.len()).step_by(step) {
                let mut broken = file.to_vec();
                broken[at] ^= 0x15;
                let _ = is_locked(&broken);
            }
        }
        let odd: [&[u8]; 6] = [
            b"/Encrypt",
            b"/Encrypt 1 0 R 1 0 obj",
            b"/Encrypt<</Filter/Standard/V 5/R 3/O()/U()/P 0>>",
            b"/Encrypt<</Filter/Standard/V 2/R 3/Length 65535/O()/U()/P 0>>/ID[(]]])]",
            b"/Encrypt<<(((((",
            b"/Encrypt]",
        ];
        for file in odd {
            let _ = is_locked(file);
        }
        let mut deep = b"/Encrypt<</Filter/Standard/A".to_vec();
        deep.extend([b"[".repeat(4_000), b"]".repeat(4_000), b">>".to_vec()].concat());
        assert!(!is_locked(&deep), "it is not gone into");
        let many = b"/Encrypt 1 0 R ".repeat(100_000);
        assert!(!is_locked(&many));
    }
}
