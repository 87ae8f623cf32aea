//! Indonesian telephone numbers (R-HP).

use super::{Asked, Likely, Sample, Use, Way, Written};
use crate::{
    phrase::Phrase,
    procedure::{
        accept::{Knowledge, Unfit, clean},
        answer::{Answer, Input},
        read::keys::Keys,
    },
};

/// Indonesian mobile or office number, rule R-HP. One's `own` is never typed, but shared as the
/// number of the account that answers. Where it must be `mobile`, an office's landline is none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PhoneKind {
    pub own: bool,
    pub mobile: bool,
}

impl Written for PhoneKind {
    const WORD: &'static str = "phone";
    const KEYS: &'static [&'static str] = &["own", "mobile"];
    const USES: &'static [Use] = &[Use::Cell, Use::Remembered];
    const SAMPLES: &'static [Sample] = &[
        Sample {
            keys: "",
            takes: &[
                "0812-0000-0000",
                "+62 0812 0000 0000",
                "WA 081200000000",
                "81200000000",
            ],
            refuses: &["0802-0000-0000", "12"],
        },
        Sample {
            keys: "mobile = true",
            takes: &["0812-0000-0000"],
            refuses: &["0561-736541"],
        },
        Sample {
            keys: "own = true",
            takes: &[],
            refuses: &["0812-0000-0000"],
        },
    ];

    fn read(keys: &Keys<'_>) -> PhoneKind {
        PhoneKind {
            own: keys.boolean("own").unwrap_or(false),
            mobile: keys.boolean("mobile").unwrap_or(false),
        }
    }
}

impl Asked for PhoneKind {
    fn way(&self) -> Way<'_> {
        if self.own { Way::Contact } else { Way::Typed }
    }

    fn typed(&self, typed: &str, _: &Knowledge<'_>) -> Result<Answer, Unfit> {
        if self.own {
            return Err(Unfit::ShareContact);
        }
        self.judged(typed)
    }

    fn given(&self, input: &Input, _: &Knowledge<'_>) -> Option<Result<Answer, Unfit>> {
        match input {
            Input::Contact { own: false, .. } if self.own => Some(Err(Unfit::NotYourContact)),
            Input::Contact { phone: number, .. } => Some(self.judged(number)),
            _ => None,
        }
    }

    fn outline(&self) -> Phrase {
        if self.own {
            Phrase::new("outline-kind-own-phone")
        } else if self.mobile {
            Phrase::new("outline-kind-mobile")
        } else {
            Phrase::new("outline-kind-phone")
        }
    }

    fn hint(&self, _: bool) -> Option<Phrase> {
        self.own.then(|| Phrase::new("form-own-phone"))
    }

    fn likely(&self, _: &Likely<'_>) -> Vec<String> {
        if self.own {
            return Vec::new();
        }
        vec!["0812-0000-0000".to_owned()]
    }
}

impl PhoneKind {
    fn judged(&self, typed: &str) -> Result<Answer, Unfit> {
        let number = phone(typed)?;
        if self.mobile && !is_mobile_number(&number) {
            return Err(Unfit::NotAMobile);
        }
        Ok(Answer::Phone(number))
    }
}

/// Whether a number, as it was accepted, is a telephone that someone carries with them.
pub fn is_mobile_number(number: &str) -> bool {
    number.strip_prefix("+62").is_some_and(is_mobile)
}

/// A mobile number, or an office's landline with its area code, as `+62…`.
fn phone(typed: &str) -> Result<String, Unfit> {
    let text = clean::plain_signs(&clean::line(typed)?);
    let dialled: String = text
        .chars()
        .filter(|c| !matches!(c, ' ' | '.' | '-' | '(' | ')' | '\''))
        .collect();
    let dialled = unlabelled(&dialled);
    let national = dialled
        .strip_prefix("+62")
        .or_else(|| dialled.strip_prefix("62"))
        // `+62 0812…` is often written, with one zero too many.
        .map(|rest| rest.strip_prefix('0').unwrap_or(rest))
        .or_else(|| dialled.strip_prefix('0'))
        // A spreadsheet takes it for a number, and leaves out the zero.
        .or(Some(dialled).filter(|digits| is_mobile(digits)));
    match national {
        Some(digits) if is_mobile(digits) || is_landline(digits) => Ok(format!("+62{digits}")),
        _ => Err(Unfit::NotAPhone),
    }
}

/// Without the word by which people say what kind of number it is: "WA 0812…", "HP: 0812…", "Telp. 0561…".
fn unlabelled(dialled: &str) -> &str {
    let begins = dialled.find(|c: char| c.is_ascii_digit() || c == '+');
    let (label, number) = dialled.split_at(begins.unwrap_or(0));
    let label = label.trim_end_matches([':', '/']).to_lowercase();
    match label.as_str() {
        "wa" | "whatsapp" | "hp" | "hp/wa" | "wa/hp" | "no" | "nohp" | "nowa" | "telp" | "tlp"
        | "telepon" | "tel" => number,
        _ => dialled,
    }
}

/// `^8[1-9]\d{7,10}$`
fn is_mobile(digits: &str) -> bool {
    is_digits(digits, 9..=12) && digits.starts_with('8') && !digits.starts_with("80")
}

/// Area code of 2 to 4 digits, then 5 to 8 digits. Where one ends and the other begins does not matter here.
fn is_landline(digits: &str) -> bool {
    is_digits(digits, 7..=12) && !digits.starts_with(['0', '1', '8'])
}

fn is_digits(text: &str, count: std::ops::RangeInclusive<usize>) -> bool {
    count.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::accept::testing;

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        testing::check(&PhoneKind::default(), typed, expected);
    }

    #[test]
    fn mobile_numbers() {
        check("081234567890", "+6281234567890");
        check("0812-3456-7890", "+6281234567890");
        check("0812 3456 7890", "+6281234567890");
        check("0812.3456.7890", "+6281234567890");
        check("0812–3456–7890", "+6281234567890");
        check("6281234567890", "+6281234567890");
        check("+62 812-3456-7890", "+6281234567890");
        check("\u{202A}+62 812 3456 7890\u{202C}", "+6281234567890");
        check("+62 0812 3456 7890", "+6281234567890");
        check("(0812) 34567890", "+6281234567890");
        check("081234567", "NotAPhone");
        check("0812345678", "+62812345678");
        check("0812345678901", "+62812345678901");
        check("08123456789012", "NotAPhone");
        check("08012345678", "NotAPhone");
        // As a spreadsheet leaves it, and as people write what it is.
        check("81122334456", "+6281122334456");
        check("'081122334456", "+6281122334456");
        check("WA 0811 2233 4456", "+6281122334456");
        check("HP/WA: 0811-2233-4456", "+6281122334456");
        check("Telp. 0561-736541", "+62561736541");
        check("561736541", "NotAPhone");
    }

    /// Only the button of the chat itself tells whose number it is.
    #[test]
    fn ones_own_number() {
        let own = PhoneKind {
            own: true,
            ..PhoneKind::default()
        };
        let shared = |phone: &str, own| Input::Contact {
            phone: phone.into(),
            own,
        };
        testing::check(&own, "081234567890", "ShareContact");
        testing::check_input(&own, &shared("6281234567890", true), "+6281234567890");
        testing::check_input(&own, &shared("+6281234567890", false), "NotYourContact");
        testing::check_input(&own, &shared("+60123456789", true), "NotAPhone");
        let known = Input::Known(Answer::Phone("+6281234567890".into()));
        testing::check_input(&own, &known, "ShareContact");
        let any = PhoneKind::default();
        testing::check_input(&any, &shared("6281234567890", false), "+6281234567890");
    }

    #[test]
    fn a_landline_is_no_mobile() {
        let mobile = PhoneKind {
            mobile: true,
            ..PhoneKind::default()
        };
        testing::check(&mobile, "0812-3456-7890", "+6281234567890");
        for landline in [
            "(021) 345 6789",
            "0274 512345",
            "Telp. 0561-736541",
            "+62 751 7055789",
        ] {
            testing::check(&mobile, landline, "NotAMobile");
        }
        testing::check(&mobile, "110", "NotAPhone");
        let shared = Input::Contact {
            phone: "+62 274 512345".into(),
            own: false,
        };
        testing::check_input(&mobile, &shared, "NotAMobile");
    }

    #[test]
    fn landlines_of_offices() {
        check("0561-736541", "+62561736541");
        check("(021) 345 6789", "+62213456789");
        check("+62 751 7055789", "+627517055789");
        check("0561-12", "NotAPhone");
        check("0061-736541", "NotAPhone");
        check("0112 345 678", "NotAPhone");
    }

    #[test]
    fn anything_else() {
        check("+60 12 345 6789", "NotAPhone");
        check("nomor saya 0812", "NotAPhone");
        check("0812+34567890", "NotAPhone");
        check("٠٨١٢٣٤٥٦٧٨٩٠", "NotAPhone");
        check("110", "NotAPhone");
        check("---", "NotAPhone");
        check("", "Empty");
    }
}
