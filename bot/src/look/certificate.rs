//! Until when a certificate is valid.

use chrono::{DateTime, Utc};
use x509_cert::{Certificate, der::Decode};

/// The last moment of a certificate, which rustls has found to be in order; `None` where it is
/// written in a way that we do not read.
pub(super) fn valid_until(der: &[u8]) -> Option<DateTime<Utc>> {
    let certificate = Certificate::from_der(der).ok()?;
    let until = certificate.tbs_certificate().validity().not_after;
    let seconds = i64::try_from(until.to_unix_duration().as_secs()).ok()?;
    DateTime::from_timestamp(seconds, 0)
}
