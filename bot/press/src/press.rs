//! Sheets become papers.

use std::sync::OnceLock;

use chrono::{DateTime, Datelike, FixedOffset, Timelike};
use sha2::{Digest, Sha256};
use typst::{
    World, WorldExt,
    diag::SourceDiagnostic,
    foundations::{Datetime, Smart},
    syntax::DiagSpan,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;

use crate::{
    data::data,
    proof::Proof,
    sample::sample,
    sheet::Sheet,
    shop::{Forme, Shop, Stock},
    spoilt::{Misprint, Spoilt},
};

/// After how many further papers typst forgets what it has computed for one. If it never did, every paper would cost
/// memory for good; if it did at once, the head of the next letter would be set anew.
const REMEMBERED: usize = 1;
/// With more pages than this a paper is forgotten at once: it takes up much, and the next will be another.
const LETTER: usize = 2;

/// The width of a picture, in pixels: that of a phone.
const PICTURE: f64 = 1080.0;

/// The printing press. Templates and fonts are read for the first paper, so a press that stands still costs nothing.
pub struct Press {
    shop: Shop,
    stock: OnceLock<Stock>,
}

/// A paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Print {
    /// PDF/A-2a: tagged, with its fonts inside, the same bytes for the same sheet.
    pub pdf: Vec<u8>,
    pub pages: usize,
    /// The characters that no font has; each stands on the paper as a question mark.
    pub missing: String,
    /// What the typesetter did not like, though it went on.
    pub warnings: Vec<String>,
}

/// A sheet whose pages are laid out.
struct Proofed<'a> {
    forme: Forme<'a>,
    document: PagedDocument,
    fingerprint: String,
    missing: String,
    warnings: Vec<String>,
}

impl Press {
    pub fn new(shop: Shop) -> Self {
        let stock = OnceLock::new();
        Self { shop, stock }
    }

    pub fn shop(&self) -> &Shop {
        &self.shop
    }

    /// The paper as a file.
    pub fn print(&self, sheet: &Sheet) -> Result<Print, Spoilt> {
        forgetting(
            |print: &Print| print.pages,
            || {
                let Proofed {
                    forme,
                    document,
                    fingerprint,
                    missing,
                    warnings,
                } = self.proofed(sheet)?;
                let standards = PdfStandards::new(&[PdfStandard::A_2a]);
                let standards =
                    standards.map_err(|error| Spoilt::File(error.message().to_string()))?;
                let options = PdfOptions {
                    ident: Smart::Custom(fingerprint),
                    creator: Smart::Custom(Some("Loket".to_owned())),
                    timestamp: timestamp(sheet.moment),
                    standards,
                    ..PdfOptions::default()
                };
                let mut pdf = typst_pdf::pdf(&document, &options)
                    .map_err(|errors| spoilt(&forme, &errors))?;
                // Whoever signs writes behind it, and an object begins on a line of its own (ISO 19005-2, 6.1.9).
                pdf.push(b'\n');
                Ok(Print {
                    pdf,
                    pages: document.pages().len(),
                    missing,
                    warnings,
                })
            },
        )
    }

    /// The first page as a PNG, as wide as a phone.
    pub fn picture(&self, sheet: &Sheet) -> Result<Vec<u8>, Spoilt> {
        forgetting(
            |_| 1,
            || {
                let document = self.proofed(sheet)?.document;
                let empty = || Spoilt::File("the paper has no page".to_owned());
                let page = document.pages().first().ok_or_else(empty)?;
                let pixel_per_pt = (PICTURE / page.frame.width().to_pt()).into();
                let options = RenderOptions {
                    pixel_per_pt,
                    ..RenderOptions::default()
                };
                let picture = typst_render::render(page, &options).encode_png();
                picture.map_err(|error| Spoilt::File(error.to_string()))
            },
        )
    }

    /// Whether a template prints both a full sheet and an empty one.
    pub fn check(&self, template: &str) -> Result<(), Spoilt> {
        let empty = Sheet {
            template: template.to_owned(),
            ..Sheet::default()
        };
        self.print(&sample(template))?;
        self.print(&empty)?;
        Ok(())
    }

    fn proofed(&self, sheet: &Sheet) -> Result<Proofed<'_>, Spoilt> {
        let stock = self.stock.get_or_init(|| self.shop.stock());
        let proof = sheet.proof.as_ref().and_then(Proof::picture);
        let (arms, qr) = (self.shop.has_arms(), proof.is_some());
        let (data, missing) = data(sheet, arms, qr, &|c| stock.draws(c))?;
        let fingerprint = format!("{:x}", Sha256::digest(&data));
        let forme = stock
            .forme(&sheet.template, data, proof)
            .ok_or_else(|| Spoilt::Unknown {
                name: sheet.template.clone(),
                known: self
                    .shop
                    .templates()
                    .into_iter()
                    .map(str::to_owned)
                    .collect(),
            })?;
        let set = typst::compile::<PagedDocument>(&forme);
        let warnings = set
            .warnings
            .iter()
            .map(|warning| misprint(&forme, warning).to_string())
            .collect();
        let document = set.output.map_err(|errors| spoilt(&forme, &errors))?;
        let missing = missing.into_iter().collect();
        Ok(Proofed {
            forme,
            document,
            fingerprint,
            missing,
            warnings,
        })
    }
}

/// Does the work, then lets typst forget what will not be of use again.
fn forgetting<T>(
    pages: impl FnOnce(&T) -> usize,
    work: impl FnOnce() -> Result<T, Spoilt>,
) -> Result<T, Spoilt> {
    let done = work();
    let letter = done.as_ref().is_ok_and(|done| pages(done) <= LETTER);
    comemo::evict(if letter { REMEMBERED } else { 0 });
    done
}

fn spoilt(forme: &Forme, errors: &[SourceDiagnostic]) -> Spoilt {
    Spoilt::Template(errors.iter().map(|error| misprint(forme, error)).collect())
}

fn misprint(forme: &Forme, error: &SourceDiagnostic) -> Misprint {
    let called = error.trace.iter().map(|point| DiagSpan::from(point.span));
    let spans = [error.span].into_iter().chain(called);
    Misprint {
        places: spans.filter_map(|span| place(forme, span)).collect(),
        message: error.message.to_string(),
        hints: error.hints.iter().map(|hint| hint.v.to_string()).collect(),
    }
}

fn place(forme: &Forme, span: DiagSpan) -> Option<String> {
    let file = span.id()?;
    let source = forme.source(file).ok()?;
    let (line, column) = source
        .lines()
        .byte_to_line_column(forme.range(span)?.start)?;
    Some(format!(
        "{}:{}:{}",
        file.vpath().get_without_slash(),
        line + 1,
        column + 1
    ))
}

fn timestamp(at: DateTime<FixedOffset>) -> Option<Timestamp> {
    let day = |figure: u32| u8::try_from(figure).ok();
    let at_local = Datetime::from_ymd_hms(
        at.year(),
        day(at.month())?,
        day(at.day())?,
        day(at.hour())?,
        day(at.minute())?,
        day(at.second())?,
    )?;
    Timestamp::new_local(at_local, at.offset().local_minus_utc() / 60)
}
