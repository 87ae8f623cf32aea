//! Marks: how a button names a thing whose own name may be too long for it.

use std::{fmt, marker::PhantomData};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::{
    code::{AgencyCode, PaperCode, RoleCode},
    office::Office,
    procedure::Answer,
};
use sha2::{Digest, Sha256};

use super::part::ButtonPart;

/// So many bytes of a hash make the eight characters of a mark. Among a thousand things the chance that
/// two have one mark is one in five hundred million; both are refused then.
const BYTES: usize = 6;

/// Names a thing by a hash of what it is, so that all marks are equally long and a mark never means
/// another thing than the one it was made of, whatever has changed since.
pub struct Mark<T> {
    hash: [u8; BYTES],
    of: PhantomData<fn() -> T>,
}

/// What can be told apart by words.
pub trait Marked {
    fn words(&self) -> String;
}

impl<T: Marked> Mark<T> {
    pub fn of(thing: &T) -> Mark<T> {
        let digest = Sha256::digest(thing.words());
        let mut hash = [0; BYTES];
        hash.copy_from_slice(&digest[..BYTES]);
        Mark::from(hash)
    }

    /// The one thing that was meant, among all that there are. None where it is gone, and where two
    /// different things have the mark.
    pub fn find(self, things: impl IntoIterator<Item = T>) -> Option<T> {
        let mut meant = things.into_iter().filter(|thing| Mark::of(thing) == self);
        let first = meant.next()?;
        meant
            .all(|other| other.words() == first.words())
            .then_some(first)
    }
}

impl Mark<AgencyCode> {
    /// The agency that was meant, also where it has become part of another one since.
    pub fn agency(self, office: &Office) -> Option<AgencyCode> {
        let today = office.agencies.iter();
        let former = office.former.iter().map(|former| &former.agency);
        self.find(today.chain(former).map(|agency| agency.code.clone()))
    }
}

impl<T> From<[u8; BYTES]> for Mark<T> {
    fn from(hash: [u8; BYTES]) -> Mark<T> {
        Mark {
            hash,
            of: PhantomData,
        }
    }
}

impl Marked for AgencyCode {
    fn words(&self) -> String {
        self.to_string()
    }
}

impl Marked for PaperCode {
    fn words(&self) -> String {
        self.to_string()
    }
}

impl Marked for RoleCode {
    fn words(&self) -> String {
        self.to_string()
    }
}

/// An item of a pool is its name.
impl Marked for String {
    fn words(&self) -> String {
        self.clone()
    }
}

/// An answer is marked as it is stored.
impl Marked for Answer {
    fn words(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl<T> ButtonPart for Mark<T> {
    const MOST: usize = 8;

    fn write(&self, data: &mut String) {
        URL_SAFE_NO_PAD.encode_string(self.hash, data);
    }

    fn read(data: &str) -> Option<Mark<T>> {
        let hash = URL_SAFE_NO_PAD.decode(data).ok()?;
        Some(Mark::from(<[u8; BYTES]>::try_from(hash).ok()?))
    }
}

// Written by hand, because derived ones would ask the same of the thing.
impl<T> Clone for Mark<T> {
    fn clone(&self) -> Mark<T> {
        *self
    }
}

impl<T> Copy for Mark<T> {}

impl<T> PartialEq for Mark<T> {
    fn eq(&self, other: &Mark<T>) -> bool {
        self.hash == other.hash
    }
}

impl<T> Eq for Mark<T> {}

impl<T> fmt::Debug for Mark<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut written = String::new();
        self.write(&mut written);
        f.debug_tuple("Mark").field(&written).finish()
    }
}
