//! The parts of a button's bytes: tokens, ids, codes, marks. Each knows how many bytes it takes at most,
//! so a button that could ever be too long does not compile.

use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use domain::{
    Language,
    calendar::TermTag,
    code::{PoolCode, ProcedureCode, RegisterCode, RoleCode, is_code},
    id::{IssuedId, LineId, MandateId, PaperId, PersonId, TaskId},
};

/// Something that stands in the bytes of a button. What is read is what was written, or nothing.
pub(super) trait ButtonPart: Sized {
    /// The most bytes it takes.
    const MOST: usize;
    /// What stands in its place where it is not chosen yet.
    const NONE: &'static str = "";

    fn write(&self, data: &mut String);

    fn read(data: &str) -> Option<Self>;
}

/// Takes the parts of a button one after the other. They are divided by `:`, which only the last may
/// hold.
pub(super) struct Parts<'a> {
    rest: &'a str,
    left: usize,
}

impl<'a> Parts<'a> {
    pub(super) fn of(rest: &'a str, left: usize) -> Parts<'a> {
        Parts { rest, left }
    }

    pub(super) fn next<T: ButtonPart>(&mut self) -> Option<T> {
        self.left = self.left.saturating_sub(1);
        let (part, rest) = match self.left {
            0 => (self.rest, ""),
            _ => self.rest.split_once(':')?,
        };
        self.rest = rest;
        T::read(part)
    }

    /// Whether nothing is left over.
    pub(super) fn is_over(&self) -> bool {
        self.rest.is_empty()
    }
}

/// The greatest of some lengths.
pub(super) const fn longest(lengths: &[usize]) -> usize {
    let (mut most, mut place) = (0, 0);
    while place < lengths.len() {
        if lengths[place] > most {
            most = lengths[place];
        }
        place += 1;
    }
    most
}

/// How long several parts are together, with the `:` between them.
pub(super) const fn divided(lengths: &[usize]) -> usize {
    let (mut sum, mut place) = (lengths.len() - 1, 0);
    while place < lengths.len() {
        sum += lengths[place];
        place += 1;
    }
    sum
}

/// Declares the buttons of one subject: each with the word that its bytes begin with, and with the parts
/// that follow. What is written and what is read come from this one table, so they cannot drift apart.
macro_rules! press {
    ($(#[$meta:meta])* pub enum $Press:ident {$(
        $(#[$doc:meta])*
        $Kind:ident $(($it:ident: $It:ty))? $({$(
            $(#[$about:meta])*
            $field:ident: $Field:ty
        ),+ $(,)?})? = $word:literal
    ),+ $(,)?}) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum $Press {$(
            $(#[$doc])*
            $Kind $(($It))? $({$($(#[$about])* $field: $Field),+})?
        ),+}

        impl $crate::button::part::ButtonPart for $Press {
            const MOST: usize = $crate::button::part::longest(&[$(
                $word.len()
                    $(+ <$It as $crate::button::part::ButtonPart>::MOST)?
                    $(+ $crate::button::part::divided(
                        &[$(<$Field as $crate::button::part::ButtonPart>::MOST),+]
                    ))?
            ),+]);

            fn write(&self, data: &mut String) {
                match self {$(
                    $Press::$Kind $(($it))? $({$($field),+})? => {
                        data.push_str($word);
                        $($crate::button::part::ButtonPart::write($it, data);)?
                        $(
                            $($crate::button::part::ButtonPart::write($field, data); data.push(':');)+
                            data.pop();
                        )?
                    }
                )+}
            }

            fn read(data: &str) -> Option<$Press> {
                use $crate::button::part::Parts;
                $(
                    let read = |rest: &str| {
                        let kinds: &[&str] = &[$(stringify!($it))? $($(stringify!($field)),+)?];
                        #[allow(unused_mut, reason = "some buttons have no parts")]
                        let mut parts = Parts::of(rest, kinds.len());
                        $(let $it = parts.next()?;)?
                        $($(let $field = parts.next()?;)+)?
                        parts.is_over().then_some($Press::$Kind $(($it))? $({$($field),+})?)
                    };
                    if let Some(press) = data.strip_prefix($word).and_then(read) {
                        return Some(press);
                    }
                )+
                None
            }
        }

        #[cfg(test)]
        impl $crate::button::tests::Any for $Press {
            fn any() -> proptest::strategy::BoxedStrategy<$Press> {
                use proptest::strategy::{Just, Strategy, Union};
                Union::new([$(
                    {
                        $(let $it = <$It as $crate::button::tests::Any>::any();)?
                        $($(let $field = <$Field as $crate::button::tests::Any>::any();)+)?
                        (Just(()), $($it,)? $($($field,)+)?)
                            .prop_map(|((), $($it,)? $($($field,)+)?)| {
                                $Press::$Kind $(($it))? $({$($field),+})?
                            })
                            .boxed()
                    }
                ),+]).boxed()
            }
        }
    };
}
pub(super) use press;

/// A number in the one way in which it is written: digits alone, so that a sign can mean something else.
pub(super) fn number<T: FromStr>(data: &str) -> Option<T> {
    let digits = data.bytes().all(|it| it.is_ascii_digit());
    data.parse().ok().filter(|_| digits)
}

/// How many digits the greatest number has.
const DIGITS: usize = 19;

macro_rules! ids {
    ($($Id:ident),+) => {$(
        impl ButtonPart for $Id {
            const MOST: usize = DIGITS;

            fn write(&self, data: &mut String) {
                data.push_str(&self.0.to_string());
            }

            /// The store counts from one.
            fn read(data: &str) -> Option<$Id> {
                number(data).filter(|id| *id > 0).map($Id)
            }
        }
    )+};
}

ids!(IssuedId, LineId, MandateId, PaperId, PersonId, TaskId);

macro_rules! codes {
    ($($Code:ident),+) => {$(
        impl ButtonPart for $Code {
            const MOST: usize = domain::code::MOST_BYTES;

            fn write(&self, data: &mut String) {
                data.push_str(self.as_str());
            }

            fn read(data: &str) -> Option<$Code> {
                is_code(data).then(|| $Code::new(data))
            }
        }
    )+};
}

codes!(PoolCode, ProcedureCode, RegisterCode, RoleCode);

impl ButtonPart for bool {
    const MOST: usize = 1;

    fn write(&self, data: &mut String) {
        data.push(if *self { '1' } else { '0' });
    }

    fn read(data: &str) -> Option<bool> {
        match data {
            "0" => Some(false),
            "1" => Some(true),
            _ => None,
        }
    }
}

/// More pages than any list has.
pub(super) const PAGES: u64 = 1_000_000;

/// A page.
impl ButtonPart for u64 {
    const MOST: usize = 6;

    fn write(&self, data: &mut String) {
        data.push_str(&(*self).min(PAGES - 1).to_string());
    }

    fn read(data: &str) -> Option<u64> {
        number(data).filter(|page| *page < PAGES)
    }
}

/// More than any list has that belongs to a procedure.
pub(super) const PLACES: usize = 10_000;

/// A place in a list that belongs to one version of a procedure.
impl ButtonPart for usize {
    const MOST: usize = 4;

    fn write(&self, data: &mut String) {
        data.push_str(&(*self).min(PLACES - 1).to_string());
    }

    fn read(data: &str) -> Option<usize> {
        number(data).filter(|place| *place < PLACES)
    }
}

impl<T: ButtonPart> ButtonPart for Option<T> {
    const MOST: usize = longest(&[T::MOST, T::NONE.len()]);

    fn write(&self, data: &mut String) {
        match self {
            Some(it) => it.write(data),
            None => data.push_str(T::NONE),
        }
    }

    fn read(data: &str) -> Option<Option<T>> {
        if data == T::NONE {
            return Some(None);
        }
        T::read(data).map(Some)
    }
}

/// A token as the store makes them.
impl ButtonPart for String {
    const MOST: usize = 16;

    fn write(&self, data: &mut String) {
        data.push_str(self);
    }

    fn read(data: &str) -> Option<String> {
        let sound = |it: u8| it.is_ascii_alphanumeric() || it == b'-' || it == b'_';
        (data.len() == Self::MOST && data.bytes().all(sound)).then(|| data.to_owned())
    }
}

impl ButtonPart for Language {
    const MOST: usize = 8;

    fn write(&self, data: &mut String) {
        data.push_str(self.code());
    }

    fn read(data: &str) -> Option<Language> {
        Language::from_code(data)
    }
}

impl ButtonPart for TermTag {
    const MOST: usize = 8;

    fn write(&self, data: &mut String) {
        data.push_str(&self.0);
    }

    fn read(data: &str) -> Option<TermTag> {
        TermTag::read(data)
    }
}

/// Years that the bot itself would put on a button.
fn is_sensible(year: i32) -> bool {
    (1900..3000).contains(&year)
}

/// A year.
impl ButtonPart for i32 {
    const MOST: usize = 4;

    fn write(&self, data: &mut String) {
        data.push_str(&(*self).clamp(1900, 2999).to_string());
    }

    fn read(data: &str) -> Option<i32> {
        number(data).filter(|year| is_sensible(*year))
    }
}

impl ButtonPart for NaiveDate {
    const MOST: usize = 10;

    fn write(&self, data: &mut String) {
        data.push_str(&self.to_string());
    }

    fn read(data: &str) -> Option<NaiveDate> {
        let day: NaiveDate = data.parse().ok()?;
        is_sensible(day.year()).then_some(day)
    }
}
