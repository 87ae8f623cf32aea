//! Files that people send.

use bytes::Bytes;

/// The smallest letter that is really a PDF.
pub fn letter() -> Bytes {
    Bytes::from_static(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
          3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
    )
}

/// A photo of a letter.
pub fn photo() -> Bytes {
    let mut jpeg = vec![0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10];
    jpeg.extend_from_slice(b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0");
    jpeg.extend_from_slice(&[0xFF, 0xD9]);
    Bytes::from(jpeg)
}

/// A program, whatever its name says.
pub fn program() -> Bytes {
    let mut exe = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0".to_vec();
    exe.resize(512, 0);
    Bytes::from(exe)
}

/// A PDF of a size, in bytes.
pub fn large(size: usize) -> Bytes {
    let letter = letter();
    let (head, rest) = letter.split_at(b"%PDF-1.4\n".len());
    let mut bytes = head.to_vec();
    bytes.resize(size - rest.len(), b' ');
    bytes.extend_from_slice(rest);
    Bytes::from(bytes)
}

/// A letter that asks for a password before it opens.
pub fn locked() -> Bytes {
    Bytes::from_static(include_bytes!(
        "../../../domain/src/procedure/kind/content/samples/user-r6.pdf"
    ))
}

/// The same letter as its download broke off.
pub fn broken_off() -> Bytes {
    letter().slice(..60)
}

/// A letter as a program for texts keeps it: a packed folder, like any other.
pub fn text_document() -> Bytes {
    Bytes::from_static(b"PK\x03\x04\x14\0\0\0\x08\0word/document.xml")
}
