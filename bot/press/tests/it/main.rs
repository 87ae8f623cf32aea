//! Papers are printed, read back by another program and compared; lists likewise.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod archival;
mod bind;
mod house_templates;
mod lists;
mod names;
mod papers;
mod reader;
mod signed;
mod tables;
mod validated;
