//! What a file is, by its content. The name that it comes with is trusted for one thing only: to call what cannot be
//! taken by the word that its sender knows.

mod locked;
mod packed;
mod tree;

use memchr::memmem;

/// A PDF begins with this. Its offsets count from here (ISO 32000-2, 7.5.2), and readers look for it in so many bytes:
/// what copied the file out of a web page has often left a line or a whole head before it.
const PDF: &[u8] = b"%PDF-";
const LOOKED_THROUGH: usize = 1024;

/// A kind of file that can be a paper, recognised by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperType {
    Pdf,
    Jpeg,
    Png,
}

impl PaperType {
    /// As named in procedure files and to people.
    pub fn name(self) -> &'static str {
        match self {
            PaperType::Pdf => "PDF",
            PaperType::Jpeg => "JPG",
            PaperType::Png => "PNG",
        }
    }

    pub fn is_picture(self) -> bool {
        self != PaperType::Pdf
    }

    pub fn media(self) -> &'static str {
        match self {
            PaperType::Pdf => "application/pdf",
            PaperType::Jpeg => "image/jpeg",
            PaperType::Png => "image/png",
        }
    }
}

/// What was sent where a paper was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    Paper(PaperType),
    /// A PDF that ends before its end.
    CutOff,
    /// A PDF without a page.
    NoPages,
    /// A PDF that asks for a password before it opens.
    Locked,
    /// Written with a program for texts, tables or slides, which save as PDF.
    Text,
    Table,
    Slides,
    /// A picture as some phones keep it.
    PhonePicture,
    /// Another picture.
    Picture,
    /// Signed in an envelope that only some programs open.
    Envelope,
    /// Files packed into one.
    Packed,
    WebPage,
    Unknown,
}

/// What a file is. `name` is how its sender calls it.
pub fn kind_of(bytes: &[u8], name: &str) -> FileKind {
    let found = infer::get(bytes).map(|found| found.mime_type());
    let of_media = |paper: &&PaperType| found.is_some_and(|media| media == paper.media());
    if let Some(picture) = [PaperType::Jpeg, PaperType::Png].iter().find(of_media) {
        return FileKind::Paper(*picture);
    }
    // A signature with the letter inside (CMS): a sequence in DER or BER, longer than a byte can say.
    if let [0x30, 0x80..=0x84, ..] = bytes {
        return FileKind::Envelope;
    }
    let head = bytes.get(..LOOKED_THROUGH + PDF.len()).unwrap_or(bytes);
    if found.is_none_or(|media| media == PaperType::Pdf.media())
        && let Some(begins) = first(head, PDF).filter(|at| *at < LOOKED_THROUGH)
    {
        match pdf(bytes.get(begins..).unwrap_or_default()) {
            // A text may tell of one.
            FileKind::CutOff if begins > 0 => {}
            kind => return kind,
        }
    }
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase());
    match (
        found.unwrap_or_default(),
        ending.unwrap_or_default().as_str(),
    ) {
        // What offices write with is a packed folder, or a format of the last century, whatever is in it.
        ("application/zip" | "application/x-ole-storage" | "application/x-msi" | "", ending) => {
            named(ending)
        }
        ("text/html", _) => FileKind::WebPage,
        ("image/heif" | "image/heic" | "image/avif", _) => FileKind::PhonePicture,
        (media, ending) => match media.split_once('/') {
            Some(("image", _)) => FileKind::Picture,
            _ if media.contains("word") || media.ends_with("opendocument.text") => FileKind::Text,
            _ if media.contains("sheet") || media.contains("excel") => FileKind::Table,
            _ if media.contains("presentation") || media.contains("powerpoint") => FileKind::Slides,
            _ => named(ending),
        },
    }
}

/// By what its sender calls it.
fn named(ending: &str) -> FileKind {
    match ending {
        "doc" | "docx" | "docm" | "odt" | "rtf" | "txt" => FileKind::Text,
        "xls" | "xlsx" | "xlsm" | "ods" | "csv" => FileKind::Table,
        "ppt" | "pptx" | "odp" => FileKind::Slides,
        "heic" | "heif" => FileKind::PhonePicture,
        "p7m" | "p7s" | "p7b" => FileKind::Envelope,
        "zip" | "rar" | "7z" | "gz" | "tar" => FileKind::Packed,
        "htm" | "html" => FileKind::WebPage,
        _ => FileKind::Unknown,
    }
}

/// A PDF, as far as it can be seen from outside that nobody will be able to read it. What repairs easily is no reason
/// to refuse it: readers are forgiving.
fn pdf(file: &[u8]) -> FileKind {
    let has = |words: &[u8]| first(file, words).is_some();
    // What is ordered for the web has one of its ends early.
    let is_short = linearized(file).is_some_and(|length| length > file.len());
    let tail = file.get(file.len().saturating_sub(LOOKED_THROUGH)..);
    let has_end = tail.is_some_and(|tail| first(tail, b"%%EOF").is_some());
    let is_ended =
        has_end || (!is_short && (has(b"%%EOF") || has(b"startxref") || has(b"trailer")));
    if !is_ended {
        return FileKind::CutOff;
    }
    if locked::is_locked(file) {
        return FileKind::Locked;
    }
    // Where they are encrypted, this cannot be seen.
    if !has(b"/Encrypt") && !tree::leads_to_a_page(file) {
        return FileKind::NoPages;
    }
    FileKind::Paper(PaperType::Pdf)
}

/// How long a file that is ordered for the web says that it is (ISO 32000-2, annex F).
fn linearized(file: &[u8]) -> Option<usize> {
    let head = file.get(..LOOKED_THROUGH.min(file.len()))?;
    let at = first(head, b"/Linearized")?;
    let length = at + first(head.get(at..)?, b"/L ")? + b"/L ".len();
    let digits = head
        .get(length..)?
        .iter()
        .copied()
        .skip_while(|byte| *byte == b' ');
    let digits: Vec<u8> = digits.take_while(u8::is_ascii_digit).collect();
    String::from_utf8(digits).ok()?.parse().ok()
}

/// Whether there is an object of type Page.
fn has_page(mut file: &[u8]) -> bool {
    while let Some(at) = first(file, b"/Type") {
        file = file.get(at + b"/Type".len()..).unwrap_or_default();
        let rest = file.trim_ascii_start();
        if let Some(after) = rest.strip_prefix(b"/Page")
            && !after.first().is_some_and(u8::is_ascii_alphanumeric)
        {
            return true;
        }
    }
    false
}

fn first(file: &[u8], words: &[u8]) -> Option<usize> {
    memmem::find(file, words)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::{Compression, read::ZlibEncoder};

    use super::*;

    const WHOLE: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type /Page/Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

    #[track_caller]
    fn check(bytes: &[u8], name: &str, expected: FileKind) {
        assert_eq!(kind_of(bytes, name), expected, "{name}");
    }

    /// Offsets count from the sign (ISO 32000-2, 7.5.2). poppler 22.12.0 and qpdf 11.3.0 open each of these; qpdf says of
    /// the last one that it finds no head.
    #[test]
    fn what_stands_before_a_pdf_does_no_harm() {
        let pdf = FileKind::Paper(PaperType::Pdf);
        let head = b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n";
        let most = vec![b' '; LOOKED_THROUGH - 1];
        for before in [&b""[..], b"\n", b"\xEF\xBB\xBF", b"\r\n\r\n", head, &most] {
            check(&[before, WHOLE].concat(), "surat.pdf", pdf);
        }
        check(
            &[&most[..], b"  ", WHOLE].concat(),
            "surat.pdf",
            FileKind::Unknown,
        );
    }

    /// What ends before its end (ISO 32000-2, 7.5.5), also where it is ordered for the web, which has one of its ends early
    /// (annex F); and what counts no page, of which poppler 22.12.0 and qpdf 11.3.0 say so.
    #[test]
    fn a_pdf_that_nobody_can_read() {
        check(b"%PDF-1.7", "surat.pdf", FileKind::CutOff);
        check(
            &[&b"%PDF-1.7\n"[..], &[0; 2000]].concat(),
            "surat.pdf",
            FileKind::CutOff,
        );
        check(&WHOLE[..WHOLE.len() / 2], "surat.pdf", FileKind::CutOff);
        let ordered = |length: usize| {
            let head = format!(
                "%PDF-1.4\n9 0 obj<</Linearized 1/L {length}/H[1 2]>>endobj\nstartxref\n0\n%%EOF\n"
            );
            [head.as_bytes(), WHOLE].concat()
        };
        check(&ordered(100), "surat.pdf", FileKind::Paper(PaperType::Pdf));
        check(
            &ordered(9_000),
            "surat.pdf",
            FileKind::Paper(PaperType::Pdf),
        );
        let cut = ordered(9_000);
        let cut = [&cut[..120], &[b' '; 2_000]].concat();
        check(&cut, "surat.pdf", FileKind::CutOff);
        let empty = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
        check(empty, "surat.pdf", FileKind::NoPages);
        let orphan =
            String::from_utf8_lossy(WHOLE).replace("Kids[3 0 R]/Count 1", "Kids[]/Count 0");
        check(orphan.as_bytes(), "surat.pdf", FileKind::NoPages);
    }

    /// As programs pack objects.
    fn pack(objects: &[u8]) -> Vec<u8> {
        let mut packed = Vec::new();
        let mut encoder = ZlibEncoder::new(objects, Compression::fast());
        encoder.read_to_end(&mut packed).unwrap();
        packed
    }

    /// Objects in streams (ISO 32000-2, 7.5.7), as `qpdf --object-streams=generate` packs them.
    #[test]
    fn pages_that_lie_packed() {
        let packed = |first: usize, objects: &[u8]| {
            let head = format!(
                "%PDF-1.5\n9 0 obj<</Type/ObjStm/First {first}/Filter/FlateDecode>>stream\r\n"
            );
            let tail =
                b"\nendstream endobj\n8 0 obj<</Type/XRef/Root 2 0 R>>\nstartxref\n9\n%%EOF\n";
            [head.as_bytes(), objects, tail].concat()
        };
        // Each object with its number, as a stream holds them.
        let held = |objects: &[(u32, &str)]| {
            let mut at = 0;
            let places = objects.iter().map(|(number, object)| {
                let begins = at;
                at += object.len();
                format!("{number} {begins} ")
            });
            let head: String = places.collect();
            let objects = objects.iter().map(|(_, object)| *object);
            let all: String = std::iter::once(head.as_str()).chain(objects).collect();
            packed(head.len(), &pack(all.as_bytes()))
        };
        let pdf = FileKind::Paper(PaperType::Pdf);
        let catalogue = (2, "<</Type/Catalog/Pages 3 0 R>>");
        let tree = |kids: &'static str| (3, kids);
        let page = (4, "<</Type/Page/Parent 3 0 R>>");
        let whole = held(&[catalogue, tree("<</Type/Pages/Kids[4 0 R]>>"), page]);
        check(&whole, "surat.pdf", pdf);
        let none = held(&[catalogue, tree("<</Type/Pages/Kids[]>>")]);
        check(&none, "surat.pdf", FileKind::NoPages);
        // A page to which the tree does not lead is none.
        let orphan = held(&[catalogue, tree("<</Type/Pages/Kids[]>>"), page]);
        check(&orphan, "surat.pdf", FileKind::NoPages);
        // What cannot be unpacked is not said to be without pages, nor what would not end.
        check(&packed(9, b"..."), "surat.pdf", pdf);
        let endless = pack(&vec![b' '; 100_000_000]);
        check(&packed(9, &endless), "surat.pdf", pdf);
        let askew = pack(b"2 9 3 0 <<>>");
        check(&packed(8, &askew), "surat.pdf", pdf);
        // Of several, any may hold the page.
        check(&[none, whole].concat(), "surat.pdf", pdf);
    }

    /// Written with pikepdf 10.18.0, revision 6 (ISO 32000-2, 7.6.4); the older revisions are tried in `locked`.
    #[test]
    fn a_password_to_open_is_one_too_many() {
        let asks = include_bytes!("content/samples/user-r6.pdf");
        check(asks, "surat.pdf", FileKind::Locked);
        check(&[b"\n", &asks[..]].concat(), "surat.pdf", FileKind::Locked);
        // With one to change it, everyone reads it.
        let open = include_bytes!("content/samples/owner-r6.pdf");
        check(open, "surat.pdf", FileKind::Paper(PaperType::Pdf));
    }

    /// By the signs with which they begin: ZIP (APPNOTE 6.3, 4.3.7), what Word and Excel wrote before 2007 ([MS-CFB], 2.2),
    /// a signature with what was signed inside (RFC 5652, 3), pictures of phones (ISO/IEC 23008-12, annex B).
    #[test]
    fn other_files_are_called_as_their_sender_calls_them() {
        let packed = b"PK\x03\x04\x14\0\0\0\x08\0";
        let old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
        check(packed, "Surat Permohonan.DOCX", FileKind::Text);
        check(packed, "data.xlsx", FileKind::Table);
        check(packed, "paparan.odp", FileKind::Slides);
        check(packed, "berkas.zip", FileKind::Packed);
        check(packed, "berkas", FileKind::Unknown);
        check(old, "surat.doc", FileKind::Text);
        let signed = [&b"\x30\x82\x05\x00\x06\x09"[..], WHOLE].concat();
        check(&signed, "surat.pdf.p7m", FileKind::Envelope);
        check(b"Lampiran: %PDF-1.4", "surat.txt", FileKind::Text);
        check(
            b"<!DOCTYPE html><html>%PDF-1.4",
            "surat.pdf",
            FileKind::WebPage,
        );
        check(
            b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
            "IMG_1.HEIC",
            FileKind::PhonePicture,
        );
        check(b"Dengan hormat", "surat.txt", FileKind::Text);
        // What it is decides, and not what it is called.
        check(WHOLE, "surat.docx", FileKind::Paper(PaperType::Pdf));
    }
}
