//! What PDF/A-2a asks of a file (ISO 19005-2), object by object, of every paper. What is claimed is written by the library
//! that prints; here it is looked at by another one, wherever the tests run; `validated` has a validator look at it.

use std::collections::BTreeSet;

use hayro_syntax::{
    Pdf,
    object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier, Stream, String as PdfString},
};
use press::{Press, Shop};

use crate::papers::{PAPERS, sheet};

/// Everything that a file is made of, followed from its catalogue.
struct Looked<'a> {
    pdf: &'a Pdf,
    objects: Vec<Object<'a>>,
}

impl<'a> Looked<'a> {
    fn through(pdf: &'a Pdf) -> Looked<'a> {
        let root = pdf.xref().root_id();
        let (mut seen, mut waiting) = (BTreeSet::from([root]), vec![root]);
        let mut objects = Vec::new();
        while let Some(id) = waiting.pop() {
            let object = pdf.xref().get::<Object<'a>>(id);
            let object = object.unwrap_or_else(|| panic!("object {id:?} is named and not there"));
            let mut found = Vec::new();
            named(&object, &mut found);
            waiting.extend(found.into_iter().filter(|it| seen.insert(*it)));
            objects.push(object);
        }
        Looked { pdf, objects }
    }

    fn catalogue(&self) -> Dict<'a> {
        let root = self.pdf.xref().root_id();
        self.pdf.xref().get::<Dict<'a>>(root).unwrap()
    }

    fn dicts(&self) -> impl Iterator<Item = Dict<'a>> {
        self.objects.iter().filter_map(|object| match object {
            Object::Dict(dict) => Some(dict.clone()),
            Object::Stream(stream) => Some(stream.dict().clone()),
            _ => None,
        })
    }

    fn of_type(&self, word: &'static str) -> impl Iterator<Item = Dict<'a>> {
        self.dicts().filter(move |it| is(it, "Type", word))
    }
}

fn named<'a>(object: &Object<'a>, found: &mut Vec<ObjectIdentifier>) {
    let mut entry = |it: MaybeRef<Object<'a>>| match it {
        MaybeRef::Ref(id) => found.push(id.into()),
        MaybeRef::NotRef(object) => named(&object, found),
    };
    match object {
        Object::Dict(dict) => dict.entries().for_each(|(_, it)| entry(it)),
        Object::Stream(stream) => stream.dict().entries().for_each(|(_, it)| entry(it)),
        Object::Array(array) => array.raw_iter().for_each(entry),
        _ => {}
    }
}

fn is(dict: &Dict<'_>, key: &str, word: &str) -> bool {
    dict.get::<Name<'_>>(key)
        .is_some_and(|it| it.as_ref() == word.as_bytes())
}

#[test]
fn every_paper_is_what_an_archive_takes() {
    let press = Press::new(Shop::default());
    for name in PAPERS {
        let bytes = press.print(&sheet(name)).unwrap().pdf;
        // 6.1: the header, the mark of binary bytes, an identifier, no encryption, a line's end behind the end and no more.
        let head = bytes.split(|it| *it == b'\n').nth(1).unwrap();
        assert!(bytes.starts_with(b"%PDF-1.7\n"), "{name}");
        assert!(
            head[0] == b'%' && head[1..5].iter().all(|it| *it > 127),
            "{name}"
        );
        let trailer = bytes.windows(7).rposition(|it| it == b"trailer").unwrap();
        let trailer = String::from_utf8_lossy(&bytes[trailer..]).into_owned();
        assert!(
            trailer.contains("/ID[") && !trailer.contains("/Encrypt"),
            "{name}: {trailer}"
        );
        assert!(bytes.ends_with(b"\n%%EOF\n"), "{name}");
        let pdf = Pdf::new(bytes).unwrap();
        let file = Looked::through(&pdf);
        let catalogue = file.catalogue();
        // 6.2.3: one colour space for the whole file, as an ICC profile.
        let intents = catalogue.get::<Array<'_>>("OutputIntents").unwrap();
        let intent = intents.iter::<Dict<'_>>().next().unwrap();
        assert!(is(&intent, "S", "GTS_PDFA1"), "{name}");
        let profile = intent.get::<Stream<'_>>("DestOutputProfile").unwrap();
        assert!(profile.decoded().unwrap()[36..40] == *b"acsp", "{name}");
        // 6.2.11: every font is in the file, and says which letters its glyphs are.
        let fonts: Vec<_> = file.of_type("Font").collect();
        assert!(!fonts.is_empty(), "{name}");
        for font in &fonts {
            if is(font, "Subtype", "Type0") {
                assert!(font.get::<Stream<'_>>("ToUnicode").is_some(), "{name}");
            }
        }
        for descriptor in file.of_type("FontDescriptor") {
            let holds = ["FontFile", "FontFile2", "FontFile3"];
            let mut holds = holds.iter().map(|key| descriptor.get::<Stream<'_>>(*key));
            assert!(
                holds.any(|it| it.is_some()),
                "{name}: a font is not in the file"
            );
        }
        // 6.5, 6.6: nothing that acts.
        for dict in file.dicts() {
            for key in ["AA", "JS", "OpenAction", "Launch"] {
                assert!(!dict.contains_key(key), "{name}: {key}");
            }
            for word in ["JavaScript", "Launch", "SubmitForm", "ImportData"] {
                assert!(!is(&dict, "S", word), "{name}: {word}");
            }
        }
        assert!(!catalogue.contains_key("AcroForm"), "{name}");
        // 6.6.2: what it claims to be.
        let about = catalogue.get::<Stream<'_>>("Metadata").unwrap();
        let about = String::from_utf8(about.decoded().unwrap().into_owned()).unwrap();
        for claim in [
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
        ] {
            assert!(about.contains(claim), "{name}: {about}");
        }
        // 6.7: the tree of what stands on the pages, in a language, with words for every picture.
        let marked = catalogue.get::<Dict<'_>>("MarkInfo").unwrap();
        assert_eq!(marked.get::<bool>("Marked"), Some(true), "{name}");
        let tree = catalogue.get::<Dict<'_>>("StructTreeRoot").unwrap();
        assert!(
            tree.contains_key("K") && tree.contains_key("ParentTree"),
            "{name}"
        );
        assert!(catalogue.get::<PdfString<'_>>("Lang").is_some(), "{name}");
        for figure in file.dicts().filter(|it| is(it, "S", "Figure")) {
            assert!(
                figure.contains_key("Alt"),
                "{name}: a picture without words"
            );
        }
        for page in file.of_type("Page") {
            assert!(page.contains_key("StructParents"), "{name}");
        }
    }
}
