//! What was seen at an address: facts, without a judgement.

use std::{error::Error, io};

use chrono::{DateTime, Utc};
use rustls::CertificateError;

/// What was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LookResult {
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
    Certificate(CertificateFault),
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
pub enum CertificateFault {
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
pub(super) enum LookError {
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

impl From<&LookError> for LookResult {
    fn from(trouble: &LookError) -> LookResult {
        match trouble {
            LookError::NoSuchName => LookResult::NoSuchName,
            LookError::NamesUnavailable => LookResult::Unclear,
            LookError::OnlyPrivate => LookResult::OnlyPrivate,
            LookError::TooManyRedirects => LookResult::TooManyRedirects,
            LookError::Elsewhere { to } => LookResult::Elsewhere { to: to.clone() },
        }
    }
}

impl LookResult {
    /// What an error comes to: the first reason that has a name.
    pub(super) fn of(error: &(dyn Error + 'static)) -> LookResult {
        let mut cause = Some(error);
        while let Some(error) = cause {
            if let Some(seen) = named(error) {
                return seen;
            }
            cause = beneath(error);
        }
        LookResult::Unclear
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

fn named(error: &(dyn Error + 'static)) -> Option<LookResult> {
    if let Some(trouble) = error.downcast_ref::<LookError>() {
        return Some(trouble.into());
    }
    if let Some(rustls::Error::InvalidCertificate(what)) = error.downcast_ref() {
        return Some(LookResult::Certificate(fault(what)));
    }
    match error.downcast_ref::<io::Error>()?.kind() {
        io::ErrorKind::ConnectionRefused => Some(LookResult::Refused),
        io::ErrorKind::TimedOut => Some(LookResult::Timeout),
        _ => None,
    }
}

fn fault(what: &CertificateError) -> CertificateFault {
    match what {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            CertificateFault::Expired
        }
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            CertificateFault::NotYetValid
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            CertificateFault::WrongName
        }
        CertificateError::UnknownIssuer => CertificateFault::UnknownIssuer,
        _ => CertificateFault::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reason_is_found_beneath_other_errors() {
        let refused = io::Error::from(io::ErrorKind::ConnectionRefused);
        assert_eq!(
            LookResult::of(&io::Error::other(refused)),
            LookResult::Refused
        );
        let fault = rustls::Error::InvalidCertificate(CertificateError::UnknownIssuer);
        let wrapped = io::Error::new(io::ErrorKind::InvalidData, fault);
        assert_eq!(
            LookResult::of(&wrapped),
            LookResult::Certificate(CertificateFault::UnknownIssuer)
        );
        assert_eq!(
            LookResult::of(&io::Error::other("no idea")),
            LookResult::Unclear
        );
    }
}
