//! What is printed: data and nothing else. Every template is given the same shape and takes what it needs; a field
//! that is empty leaves no trace on the paper.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::proof::Proof;

/// One paper, before it is printed. The same sheet always gives the same bytes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Sheet {
    /// The name of the template, without `.typ`.
    pub template: String,
    pub tongue: Tongue,
    pub letterhead: Letterhead,
    pub title: String,
    pub subtitle: String,
    /// The official number; what has none, as a receipt may, shows none.
    pub number: String,
    /// Where the paper is signed: "Pontianak".
    pub place: String,
    /// The date on the paper.
    pub date: NaiveDate,
    /// When it was made, for the properties of the file.
    pub moment: DateTime<FixedOffset>,
    /// How the office's zone is called behind a time: WIB.
    pub zone: String,
    /// Whom a letter is for, line by line; "Yth." is written by the template.
    pub addressee: Vec<String>,
    /// The facts of the matter, at the head.
    pub facts: Vec<Fact>,
    /// Paragraphs before everything else.
    pub opening: Vec<String>,
    pub parties: Vec<Party>,
    pub sections: Vec<Section>,
    /// Who decided what, in the order in which it happened.
    pub rulings: Vec<Ruling>,
    /// Paragraphs after everything else.
    pub closing: Vec<String>,
    /// One stands to the right, two side by side.
    pub signatories: Vec<Signatory>,
    /// *Mengetahui*, below the others.
    pub witness: Option<Signatory>,
    /// *Tembusan*.
    pub copies: Vec<String>,
    pub annexes: Vec<Section>,
    pub proof: Option<Proof>,
    /// The line at the foot of every page: which program made this, and what it is not.
    pub footer: String,
}

/// The language of the labels; what the sheet holds is printed as it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tongue {
    #[default]
    Id,
    En,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Letterhead {
    /// From the government down to the unit. The last is the largest.
    pub lines: Vec<String>,
    /// Street, telephone, pages: small, below.
    pub address: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Fact {
    pub label: String,
    pub value: String,
}

/// *Pihak pertama*, *pihak kedua*: the order says which.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Party {
    pub name: String,
    pub nip: String,
    pub post: String,
    pub agency: String,
}

/// A part of a form, a chapter of a report, an annex.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Section {
    pub heading: String,
    pub paragraphs: Vec<String>,
    pub facts: Vec<Fact>,
    /// A numbered list.
    pub points: Vec<String>,
    pub ticks: Vec<Tick>,
    pub grids: Vec<Grid>,
}

/// A box that is ticked or not.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Tick {
    pub label: String,
    pub on: bool,
}

/// A table. Its heading is repeated on every page it covers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Grid {
    pub caption: String,
    /// Puts a column *No.* before the others.
    pub numbered: bool,
    pub columns: Vec<GridColumn>,
    /// A row that is too short is filled up with empty cells, one that is too long is cut.
    pub rows: Vec<Vec<String>>,
    /// The last line, *Jumlah*, cell by cell; none if empty.
    pub sums: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct GridColumn {
    pub heading: String,
    pub flush: Flush,
}

/// To which side the cells of a column are set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Flush {
    #[default]
    Left,
    Center,
    Right,
}

/// What somebody decided or passed on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Ruling {
    /// The number of the SOP's row.
    pub row: String,
    pub post: String,
    pub name: String,
    /// To whom it was passed on.
    pub to: String,
    /// The decision in the SOP's word.
    pub decided: String,
    pub instruction: String,
    pub note: String,
    /// In the office's own time.
    pub at: NaiveDateTime,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Signatory {
    /// *PIHAK KEDUA*, *Pemohon*: what the person is on this paper.
    pub stands_for: String,
    /// As whom they sign, line by line: "a.n. Kepala Dinas …", "Kepala Bidang …".
    pub capacity: Vec<String>,
    pub name: String,
    pub rank: String,
    pub nip: String,
    /// Stands where the signature would: who confirmed it, how and when.
    pub confirmed: String,
}
