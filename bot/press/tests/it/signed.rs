//! Papers that were signed elsewhere. `signed/twice.pdf` is a paper of ours with two real signatures (PAdES B-B, RSA with
//! SHA-256, by a key made for this test): the first stands on the page as a picture, the second nowhere.

use press::signed::{Missigned, parts, signatures};

const TWICE: &[u8] = include_bytes!("signed/twice.pdf");

/// The paper as it was made, and signed once.
fn before() -> (&'static [u8], &'static [u8]) {
    let parts = parts(TWICE);
    let made = &TWICE[..parts[0].0];
    let mut behind = parts.iter().map(|(length, _)| *length);
    let end = behind.find(|it| *it > parts[0].0 + 2).unwrap();
    // The line that ends there was signed as well.
    (made, &TWICE[..=end])
}

/// The file with a piece of it in other words of the same length.
fn with(words: &str, others: &str) -> Vec<u8> {
    assert_eq!(words.len(), others.len());
    let at = TWICE
        .windows(words.len())
        .rposition(|it| it == words.as_bytes());
    let at = at.unwrap_or_else(|| panic!("{words}"));
    let mut file = TWICE.to_vec();
    file[at..at + words.len()].copy_from_slice(others.as_bytes());
    file
}

#[test]
fn real_signatures_are_counted() {
    let (made, once) = before();
    assert_eq!(signatures(made, TWICE), Ok(2));
    assert_eq!(signatures(made, once), Ok(1));
    assert_eq!(signatures(made, made), Err(Missigned::Unsigned));
    assert_eq!(signatures(once, made), Err(Missigned::AnotherPaper));
}

#[test]
fn a_file_begins_with_what_it_was_made_of() {
    let (made, once) = before();
    let parts = parts(TWICE);
    let print = |bytes: &[u8]| {
        use sha2::{Digest, Sha256};
        format!("{:x}", Sha256::digest(bytes))
    };
    for part in [made, once] {
        assert!(parts.contains(&(part.len(), print(part))), "{}", part.len());
    }
    assert!(parts.iter().all(|(length, _)| *length < TWICE.len()));
    let many = b"%%EOF\r\n".repeat(10_000);
    assert!(press::signed::parts(&many).len() < 300);
    assert_eq!(press::signed::parts(b""), []);
}

#[test]
fn what_was_changed_is_none() {
    let (made, _) = before();
    let check = |file: &[u8], why| assert_eq!(signatures(made, file), Err(why));
    // Another name in the signature's own field: its bytes are not those that were signed.
    check(
        &with("/T (Sekretaris)", "/T (Sekretariz)"),
        Missigned::OfOtherBytes,
    );
    // A field that is none for signing.
    check(&with("/FT /Sig", "/FT /Btn"), Missigned::Altered);
    // The page is another one.
    check(
        &with("/Contents 158 0 R", "/Contents 157 0 R"),
        Missigned::Altered,
    );
    // Broken off.
    check(&TWICE[..TWICE.len() - 700], Missigned::Unreadable);
    check(&[made, b"\n%%EOF"].concat(), Missigned::Unsigned);
}
