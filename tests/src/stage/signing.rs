//! Somebody who signs papers elsewhere: an update behind the bytes of a PDF, as every signer writes it. What is signed is
//! real, the signature is not: nobody here asks whose it is.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// Room for a signature, in digits.
const ROOM: usize = 512;

/// A PDF with one more signature.
pub fn signed(pdf: &[u8]) -> Vec<u8> {
    updated(pdf, |objects| objects)
}

/// The same, with something else written over the paper.
pub fn forged(pdf: &[u8]) -> Vec<u8> {
    updated(pdf, |mut objects| {
        let page = &mut objects[0].1;
        *page = page.replacen("/Contents ", "/Contents 1 0 R/Before ", 1);
        objects
    })
}

/// What is written behind a PDF: the page, the catalogue, the field and the signature, in this order.
fn updated(
    pdf: &[u8],
    change: impl FnOnce(Vec<(usize, String)>) -> Vec<(usize, String)>,
) -> Vec<u8> {
    let text = String::from_utf8_lossy(pdf);
    let number = |key: &str| -> usize {
        let (_, rest) = text.rsplit_once(key).expect("a trailer");
        let digits: String = rest
            .trim_start()
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        digits.parse().expect("a number")
    };
    let (root, size, before) = (number("/Root "), number("/Size "), number("startxref"));
    let page = (1..size)
        .find(|it| {
            let object = object(&text, *it);
            object.contains("/Type/Page/") || object.ends_with("/Type/Page>>")
        })
        .expect("a page");
    let (field, signature) = (size, size + 1);
    let catalogue = object(&text, root);
    let catalogue = if catalogue.contains("/Fields[") {
        catalogue.replacen("/Fields[", &format!("/Fields[{field} 0 R "), 1)
    } else {
        more(
            &catalogue,
            &format!("/AcroForm<</Fields[{field} 0 R]/SigFlags 3>>"),
        )
    };
    let on = object(&text, page);
    let on = if on.contains("/Annots[") {
        let more = format!("/Annots[{field} 0 R ");
        on.replacen("/Annots[", &more, 1)
    } else {
        more(&on, &format!("/Annots[{field} 0 R]"))
    };
    let objects = change(vec![
        (page, on),
        (root, catalogue),
        (
            field,
            format!(
                "<</Type/Annot/Subtype/Widget/FT/Sig/T(S{field})/V {signature} 0 R/P {page} 0 R/Rect[0 0 0 0]/F 132>>"
            ),
        ),
        (
            signature,
            format!(
                "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0 {:010} {:010} {:010}]\
                 /Contents<{}>>>",
                0,
                0,
                0,
                "0".repeat(ROOM)
            ),
        ),
    ]);
    let mut file = pdf.to_vec();
    file.push(b'\n');
    let mut table = String::from("xref\n");
    for (id, body) in &objects {
        write!(table, "{id} 1\n{:010} 00000 n\r\n", file.len()).expect("a string takes all");
        file.extend_from_slice(format!("{id} 0 obj\n{body}\nendobj\n").as_bytes());
    }
    let at = file.len();
    let trailer = format!(
        "trailer\n<</Size {}/Root {root} 0 R/Prev {before}>>\nstartxref\n{at}\n%%EOF\n",
        size + 2
    );
    file.extend_from_slice(table.as_bytes());
    file.extend_from_slice(trailer.as_bytes());
    seal(&mut file);
    file
}

/// Writes into the hole what it is of.
fn seal(file: &mut [u8]) {
    let find = |file: &[u8], word: &[u8]| {
        let mut places = file.windows(word.len());
        places.rposition(|it| it == word).expect("a signature") + word.len()
    };
    let hole = find(file, b"/Contents<") - 1;
    let behind = hole + ROOM + 2;
    let range = format!("{hole:010} {behind:010} {:010}", file.len() - behind);
    let at = find(file, b"/ByteRange[0 ");
    file[at..at + range.len()].copy_from_slice(range.as_bytes());
    let digest = Sha256::new()
        .chain_update(&file[..hole])
        .chain_update(&file[behind..])
        .finalize();
    // An attribute as in every signature: what it is of (RFC 5652, message-digest).
    let mut attribute = vec![0x30, 0x2F, 0x06, 0x09];
    attribute.extend_from_slice(&[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x04]);
    attribute.extend_from_slice(&[0x31, 0x22, 0x04, 0x20]);
    attribute.extend_from_slice(&digest);
    for (place, byte) in attribute.iter().enumerate() {
        let digits = format!("{byte:02x}");
        let at = hole + 1 + 2 * place;
        file[at..at + 2].copy_from_slice(digits.as_bytes());
    }
}

/// An object as it was written last, without what is around it.
fn object(text: &str, id: usize) -> String {
    let head = format!("\n{id} 0 obj");
    let Some((_, rest)) = text.rsplit_once(&head) else {
        return String::new();
    };
    let body = rest.split_once("endobj").map_or(rest, |(body, _)| body);
    body.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace("> >", ">>")
        .replace("/ ", "/")
}

fn more(dict: &str, entry: &str) -> String {
    let open = dict.trim_end().strip_suffix(">>").expect("a dictionary");
    format!("{open}{entry}>>")
}
