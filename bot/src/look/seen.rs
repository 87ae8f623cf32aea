//! What was seen at an address: facts, without a judgement.

use std::{error::Error, io};

use chrono::{DateTime, Utc};
use rustls::CertificateError;

/// What was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// The site has answered.
    Answer {
        /// 200 when all is well.
        status: u16,
        /// Where it has sent us on to, if it did.
        moved: Option<String>,
        /// The last moment of the certificate, where it could be read.
        until: Option<DateTime<Utc>>,
    },
    /// Not an address that the bot looks at.
    NotOurs,
    /// DNS does not know the name.
    NoSuchName,
    /// The name leads inside, where the bot does not go.
    OnlyPrivate,
    /// No answer within the limit.
    Timeout,
    /// A machine is there, and nothing listens.
    Refused,
    /// The certificate is not in order.
    Certificate(Fault),
    TooManyRedirects,
    /// The site sends people to where the bot does not go.
    Elsewhere {
        to: String,
    },
    /// It did not work for a reason that has no name here.
    Unclear,
}

/// What is wrong with a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    Expired,
    NotYetValid,
    /// It belongs to another name.
    WrongName,
    /// Nobody who is trusted has signed it.
    UnknownIssuer,
    Other,
}

/// Why a look of ours ends early.
#[derive(Debug, Clone, thiserror::Error)]
pub(super) enum Trouble {
    #[error("no such name")]
    NoSuchName,
    #[error("the names cannot be asked now")]
    NamesUnavailable,
    #[error("no public address")]
    OnlyPrivate,
    #[error("too many redirects")]
    TooManyRedirects,
    #[error("redirected elsewhere")]
    Elsewhere { to: String },
}

impl From<&Trouble> for Seen {
    fn from(trouble: &Trouble) -> Seen {
        match trouble {
            Trouble::NoSuchName => Seen::NoSuchName,
            Trouble::NamesUnavailable => Seen::Unclear,
            Trouble::OnlyPrivate => Seen::OnlyPrivate,
            Trouble::TooManyRedirects => Seen::TooManyRedirects,
            Trouble::Elsewhere { to } => Seen::Elsewhere { to: to.clone() },
        }
    }
}

impl Seen {
    /// What an error comes to: the first reason that has a name.
    pub(super) fn of(error: &(dyn Error + 'static)) -> Seen {
        let mut cause = Some(error);
        while let Some(error) = cause {
            if let Some(seen) = named(error) {
                return seen;
            }
            cause = beneath(error);
        }
        Seen::Unclear
    }
}

/// The error beneath. One that was wrapped as an I/O error is not that error's source, but its inside.
fn beneath<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a (dyn Error + 'static)> {
    let inside = error
        .downcast_ref::<io::Error>()
        .and_then(io::Error::get_ref);
    match inside {
        Some(inside) => Some(inside),
        None => error.source(),
    }
}

fn named(error: &(dyn Error + 'static)) -> Option<Seen> {
    if let Some(trouble) = error.downcast_ref::<Trouble>() {
        return Some(trouble.into());
    }
    if let Some(rustls::Error::InvalidCertificate(what)) = error.downcast_ref() {
        return Some(Seen::Certificate(fault(what)));
    }
    match error.downcast_ref::<io::Error>()?.kind() {
        io::ErrorKind::ConnectionRefused => Some(Seen::Refused),
        io::ErrorKind::TimedOut => Some(Seen::Timeout),
        _ => None,
    }
}

fn fault(what: &CertificateError) -> Fault {
    match what {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => Fault::Expired,
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            Fault::NotYetValid
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            Fault::WrongName
        }
        CertificateError::UnknownIssuer => Fault::UnknownIssuer,
        _ => Fault::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reason_is_found_beneath_other_errors() {
        let refused = io::Error::from(io::ErrorKind::ConnectionRefused);
        assert_eq!(Seen::of(&io::Error::other(refused)), Seen::Refused);
        let fault = rustls::Error::InvalidCertificate(CertificateError::UnknownIssuer);
        let wrapped = io::Error::new(io::ErrorKind::InvalidData, fault);
        assert_eq!(Seen::of(&wrapped), Seen::Certificate(Fault::UnknownIssuer));
        assert_eq!(Seen::of(&io::Error::other("no idea")), Seen::Unclear);
    }
}
