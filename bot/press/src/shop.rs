//! What the press has at hand: templates, fonts, arms. Nothing is read from the machine but the office's own folder.

use std::{
    collections::{BTreeMap, HashMap},
    fs, io,
    path::Path,
};

use include_dir::{Dir, include_dir};
use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

static TEMPLATES: Dir = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// What every template shares; it is no template itself.
const LIBRARY: &str = "letter.typ";
const ARMS: &str = "arms";
const SHEET: &str = "sheet.json";
const PROOF: &str = "proof.svg";

/// The templates that are built in, and what an office puts in their place.
#[derive(Debug, Clone, Default)]
pub struct Shop {
    files: BTreeMap<String, Vec<u8>>,
}

impl Shop {
    /// The office's own folder: its `*.typ` take the place of what is built in under the same name, and may use the
    /// pictures beside them.
    pub fn open(folder: &Path) -> io::Result<Self> {
        let mut files = BTreeMap::new();
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let ending = path
                .extension()
                .unwrap_or_default()
                .to_string_lossy()
                .to_lowercase();
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if ["typ", "png", "jpg", "jpeg", "svg"].contains(&ending.as_str()) && path.is_file() {
                files.insert(name, fs::read(path)?);
            }
        }
        Ok(Self { files })
    }

    /// The office's arms: a PNG, JPEG or SVG.
    #[must_use]
    pub fn with_arms(mut self, picture: Vec<u8>) -> Self {
        self.files.insert(ARMS.to_owned(), picture);
        self
    }

    /// The names of the templates that the office brings itself.
    pub fn own(&self) -> impl Iterator<Item = &str> {
        self.files
            .keys()
            .filter(|name| *name != LIBRARY)
            .filter_map(|name| name.strip_suffix(".typ"))
    }

    /// The names of all templates.
    pub fn templates(&self) -> Vec<&str> {
        let built_in = TEMPLATES.files().filter_map(|file| file.path().to_str());
        let built_in = built_in
            .filter(|name| *name != LIBRARY)
            .filter_map(|name| name.strip_suffix(".typ"));
        let mut names: Vec<_> = built_in.chain(self.own()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    pub(crate) fn has_arms(&self) -> bool {
        self.files.contains_key(ARMS)
    }

    /// Reads the templates and the fonts; this is what makes the first paper slower than the others.
    pub(crate) fn stock(&self) -> Stock {
        let fonts = [
            notosans::REGULAR_TTF,
            notosans::BOLD_TTF,
            notosans::ITALIC_TTF,
            dejavu::sans_condensed::regular(),
            dejavu::sans_condensed::bold(),
        ];
        let fonts: Vec<_> = fonts
            .into_iter()
            .flat_map(|font| Font::iter(Bytes::new(font)))
            .collect();
        let built_in = TEMPLATES
            .files()
            .filter_map(|file| Some((file.path().to_str()?, Bytes::new(file.contents()))));
        let own = self
            .files
            .iter()
            .map(|(name, file)| (name.as_str(), Bytes::new(file.clone())));
        let files = built_in
            .chain(own)
            .filter_map(|(name, file)| Some((id(name)?, Matter::new(name, file))));
        Stock {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            files: files.collect(),
        }
    }
}

/// By which id typst knows a file of this name; none if the name cannot be one.
fn id(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// A file, read once.
struct Matter {
    bytes: Bytes,
    source: Option<Source>,
}

impl Matter {
    fn new(name: &str, bytes: Bytes) -> Self {
        let text = || Some(bytes.as_str().ok()?.to_owned());
        let source = name.strip_suffix(".typ").and_then(|_| text());
        let source = source.and_then(|text| Some(Source::new(id(name)?, text)));
        Self { bytes, source }
    }
}

/// Templates and fonts, read and kept for as long as the process lives.
pub(crate) struct Stock {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    files: HashMap<FileId, Matter>,
}

impl Stock {
    /// Whether a font has this character.
    pub(crate) fn draws(&self, c: char) -> bool {
        self.fonts
            .iter()
            .any(|font| font.info().coverage.contains(c.into()))
    }

    /// The template, locked up together with its sheet; none if there is no such template.
    pub(crate) fn forme(
        &self,
        template: &str,
        data: Vec<u8>,
        proof: Option<String>,
    ) -> Option<Forme<'_>> {
        let main = id(&format!("{template}.typ"))?;
        let known = template != "letter" && self.files.contains_key(&main);
        known.then(|| Forme {
            stock: self,
            main,
            data: (id(SHEET), Bytes::new(data)),
            proof: (id(PROOF), proof.map(Bytes::from_string)),
        })
    }
}

/// All that a paper is made of. It sees no clock, no network and no file that is not named here.
pub(crate) struct Forme<'a> {
    stock: &'a Stock,
    main: FileId,
    data: (Option<FileId>, Bytes),
    proof: (Option<FileId>, Option<Bytes>),
}

impl World for Forme<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.stock.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.stock.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let matter = self.stock.files.get(&id).ok_or_else(|| absent(id))?;
        matter.source.clone().ok_or(FileError::NotSource)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let known = match Some(id) {
            id if id == self.data.0 => Some(self.data.1.clone()),
            id if id == self.proof.0 => self.proof.1.clone(),
            _ => self.stock.files.get(&id).map(|matter| matter.bytes.clone()),
        };
        known.ok_or_else(|| absent(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.stock.fonts.get(index).cloned()
    }

    /// Papers carry the date of their sheet, so that they come out alike whenever they are printed.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn absent(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}
