//! Every reason why an answer does not fit. Facts only: the front end puts them into words.

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    Text,
    calendar::WeekError,
    phrase::Phrase,
    procedure::{kind::content::FileKind, window::TimeSlot},
};

/// Why an answer does not fit its question.
#[derive(Debug, Clone, PartialEq)]
pub enum Unfit {
    /// Nothing was written, or nothing that can be seen.
    Empty,
    /// Characters; for numbers, digits.
    TooShort {
        min: usize,
        has: usize,
    },
    TooLong {
        max: usize,
        has: usize,
    },
    /// Holds something that names do not hold (R-NAMA).
    NotAName,
    /// Holds no digit, as every letter's number does (R-NOSURAT).
    NotALetterNumber,
    /// Holds a sign that letters' numbers do not hold.
    SignInLetterNumber {
        sign: char,
    },
    /// Does not read as the hours of a week.
    Hours {
        because: WeekError,
    },

    NotANumber,
    /// A number, but the question asks for a whole one.
    NotWhole,
    /// Limits are written as `Answer::Decimal` is: digits and a dot.
    NumberTooSmall {
        min: String,
    },
    NumberTooLarge {
        max: String,
    },

    NotADate,
    /// Reads like a date, but the calendar has no such day.
    NoSuchDay,
    /// Lacks the time, or cannot be read at all.
    NotADateTime,
    DateTooEarly {
        from: NaiveDate,
    },
    DateTooLate {
        until: NaiveDate,
    },

    NotAPhone,
    /// A landline, where a mobile number is asked.
    NotAMobile,
    /// One's own number is shared by its button, not typed.
    ShareContact,
    /// The contact is somebody else's.
    NotYourContact,
    NotAnEmail,
    /// Not 18 digits.
    NotANip,
    /// 18 digits that no NIP can have: impossible birth date, month, sex or sequence.
    NoSuchNip,
    NotAUrl,
    NotAnIp,
    /// An address that only a private network can reach.
    NotPublic,
    /// An address outside the office's own networks.
    OutsideNetworks {
        networks: Vec<String>,
    },

    /// A moment that has not come yet, or that has passed.
    InTheFuture,
    InThePast,
    /// Before a moment from which on it may lie, or after the last one.
    MomentTooEarly {
        from: DateTime<Utc>,
    },
    MomentTooLate {
        until: DateTime<Utc>,
    },
    /// The name is not free; these are.
    NameTaken {
        name: String,
        by: Taken,
        free: Vec<String>,
        /// What it is, where that is no name one chooses but something that is as it is: a serial number.
        what: Option<Box<Text>>,
        /// For officials alone: the request that has it, by its ticket, and the name of its agency.
        of: Option<Box<(String, Text)>>,
    },
    /// The name stands beneath one that is another agency's.
    NameBeneath {
        name: String,
        above: String,
        /// For officials alone: the request that has that one, by its ticket, and the name of its agency.
        of: Option<Box<(String, Text)>>,
    },
    /// Beneath the name stand some of another agency's.
    NameAbove {
        name: String,
        /// For officials alone: the request that has one of them, by its ticket, and the name of its agency.
        of: Option<Box<(String, Text)>>,
    },
    /// The same name twice in one form.
    NameTwice {
        name: String,
    },
    /// It is not the next number of its series, which is this one.
    NotNextNumber {
        next: String,
    },
    /// A paper of the series bears it already.
    NumberGiven {
        number: String,
    },
    /// None of the numbers of the series, which are written like this one.
    UnlikeNumber {
        like: String,
    },
    /// No request has this ticket.
    NoSuchTicket,
    /// No place in a rack, such as "Rak 3, U12-U13".
    NotRackUnits,
    /// An item of a pool that is lent, or that the pool does not have.
    ItemTaken {
        item: String,
    },
    /// None of the lines that can be chosen.
    NotAnEntry,
    /// None of the agencies that the office serves.
    NoSuchAgency,

    /// A label, or one label of a hostname, is at fault.
    Label(LabelFault),
    NotAHostname,
    /// A hostname beneath none of the office's domains.
    HostnameOutside {
        domains: Vec<String>,
    },
    /// The parent domain itself, without a name beneath it.
    OnlyTheDomain {
        domain: String,
    },

    /// Typed text that is none of the options, or several.
    ChooseOne,
    ChooseAtLeast {
        n: usize,
    },
    /// One of several typed parts is none of the options.
    NotAnOption {
        found: String,
    },
    SayYesOrNo,
    /// Nobody who holds the role now.
    NotHolder,

    /// A file or a button where typing was asked.
    NeedsText,
    /// Text or a button where a paper was asked.
    NeedsFile,
    /// A file, or another question's button, where a choice was asked.
    NeedsButton,

    WrongType {
        found: FileKind,
        allowed: Vec<String>,
    },
    /// `size` in bytes; a megabyte is 1,000,000 of them.
    TooLarge {
        max_mb: u64,
        size: u64,
    },
    EmptyFile,
    /// A photo cannot be read as a page; pages are counted from 1.
    PageUnreadable {
        page: usize,
    },
    /// The same photo is a page already.
    PageTwice {
        page: usize,
    },
    TooManyPages {
        max: usize,
    },
    /// With one page more a paper would be too large; `size` in bytes.
    PagesTooLarge {
        max_mb: u64,
        size: u64,
    },

    /// A cell among several rows that came together; rows are counted from 1 in what came.
    Row {
        row: usize,
        column: Text,
        because: Box<Unfit>,
    },
    /// Two rows that came together say the same.
    RowTwice {
        row: usize,
        same: usize,
    },
    /// A cell says what another row says in a column in which no two may say the same. Rows are counted from 1 in the
    /// table; one that came among several has no place in it yet.
    CellTwice {
        row: Option<usize>,
        same: usize,
        column: Text,
        value: String,
    },
    /// All cells of a row say what those of another one in the table say.
    RowThere {
        row: Option<usize>,
        same: usize,
    },
    /// A row of the table was marked to be repaired, and nothing has been said of it yet.
    RowReturned {
        row: usize,
    },
    /// A row among several has too few cells or too many.
    RowCells {
        row: usize,
        has: usize,
        needs: usize,
    },
    /// `has` counts the rows that were there before as well.
    TooManyRows {
        max: usize,
        has: usize,
    },
    /// More rows were sent than are to be corrected.
    TooManyCorrections {
        max: usize,
        has: usize,
    },
    RowsMissing {
        needs: usize,
        has: usize,
    },

    /// What only the kind itself has to say.
    Kind(Phrase),
}

impl Unfit {
    /// What is another's, where that is why.
    pub(crate) fn lost(&self) -> Option<&str> {
        match self {
            Unfit::NameTaken { name, .. }
            | Unfit::NameBeneath { name, .. }
            | Unfit::NameAbove { name, .. } => Some(name),
            _ => None,
        }
    }

    /// Whose it is, for officials alone.
    pub(crate) fn holder(&mut self) -> Option<&mut Option<Box<(String, Text)>>> {
        match self {
            Unfit::NameTaken { of, .. }
            | Unfit::NameBeneath { of, .. }
            | Unfit::NameAbove { of, .. } => Some(of),
            _ => None,
        }
    }
}

/// Who holds a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// It is in use.
    InUse,
    /// Someone asked for it first; it is kept for them until then.
    Requested { until: Option<DateTime<Utc>> },
    /// It was in use, and nobody may have it until then.
    Blocked { until: Option<DateTime<Utc>> },
    /// The person's own agency has it already.
    Own,
    /// It is somebody's for this time, with the gaps around it.
    Booked { slot: Box<TimeSlot> },
}

/// What is wrong with a label (R-LABEL).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LabelFault {
    TooShort {
        min: usize,
        has: usize,
    },
    TooLong {
        max: usize,
        has: usize,
    },
    /// Neither a letter a–z, nor a digit, nor a hyphen.
    BadCharacter {
        found: char,
    },
    StartsWithDigit,
    StartsWithHyphen,
    EndsWithHyphen,
    OnlyDigits,
    /// Hyphens at positions 3 and 4, as in `xn--`: the mark of encoded names.
    Encoded,
    /// A technical name such as `www` or `mail`.
    Reserved,
    /// A name such as `setda`, which belongs to one agency.
    Protected,
    /// A word of gambling spam.
    Gambling {
        word: String,
    },
    /// A brand or a party.
    Brand {
        word: String,
    },
}
