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

/// Something of a size, in bytes, that begins like a PDF.
pub fn large(size: usize) -> Bytes {
    let mut bytes = b"%PDF-1.4\n".to_vec();
    bytes.resize(size, b' ');
    Bytes::from(bytes)
}
