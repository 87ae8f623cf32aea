//! Where people find the office's counter, beside the chat.

use crate::{
    Text,
    procedure::{kind::email::is_email, read::keys::Keys},
};

/// Where the office's counter is and how it is reached, as far as its file says. When it is open, the calendar knows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OfficeContact {
    pub address: Option<Text>,
    /// As the office writes it.
    pub phone: Option<String>,
    pub email: Option<String>,
    /// Where else people complain: a sentence for the service standard.
    pub complaints: Option<Text>,
}

/// Longest telephone number with its extension.
const PHONE: usize = 40;

pub(super) fn contact(keys: &Keys<'_>) -> OfficeContact {
    let Some(keys) = keys.block("contact", "table of contact") else {
        return OfficeContact::default();
    };
    let contact = OfficeContact {
        address: keys.text("address"),
        phone: keys.string("phone"),
        email: keys.string("email"),
        complaints: keys.text("complaints"),
    };
    if let Some(phone) = contact.phone.as_ref().filter(|it| !is_number(it)) {
        let what = format!("`{phone}` is no telephone number; write e.g. `+62 812-0000-0000`.");
        keys.at("phone", what);
    }
    if let Some(email) = contact.email.as_ref().filter(|it| !is_email(it)) {
        let what = format!("`{email}` is no e-mail address; write e.g. `loket@example.go.id`.");
        keys.at("email", what);
    }
    if !["address", "phone", "email"]
        .iter()
        .any(|key| keys.has(key))
    {
        let what = "Nobody can be reached by this; add `address`, `phone` or `email`, or remove [contact].";
        keys.complaints.at(keys.line, what);
    }
    keys.finish();
    contact
}

/// Hotlines have three digits, and some numbers have an extension.
fn is_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let begins = text.starts_with(|c: char| c.is_ascii_digit() || "+(".contains(c));
    begins && digits >= 3 && text.chars().count() <= PHONE
}
