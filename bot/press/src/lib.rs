#![doc = include_str!("../README.md")]

mod bind;
mod data;
mod press;
mod proof;
mod sample;
mod sheet;
mod shop;
mod spoilt;
mod tidy;
mod want;

pub mod list;
pub mod signed;
pub mod words;

pub use crate::{
    bind::{Unbound, add_page},
    press::{Press, Print},
    proof::Proof,
    sheet::{
        Fact, Flush, Grid, GridColumn, Letterhead, Party, Ruling, Section, Sheet, Signatory, Tick,
        Tongue,
    },
    shop::Shop,
    spoilt::Spoilt,
};
