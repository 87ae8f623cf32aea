//! Codes: the names that procedure and office files give to things, each a type of its own.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! code {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            pub fn new(code: impl Into<String>) -> Self {
                Self(code.into())
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(code: &str) -> Self {
                Self::new(code)
            }
        }

        // Lets maps be asked with a plain `&str`.
        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    )*};
}

code! {
    /// A procedure (SOP); equals the name of its file.
    ProcedureCode,
    /// A step of a procedure.
    StepCode,
    /// A question of a form.
    FieldCode,
    /// Under what answers of different procedures are compared with each other.
    AlikeCode,
    /// An option of a choice.
    OptionCode,
    /// What can be decided at a step.
    OutcomeCode,
    /// How a request can end.
    EndCode,
    /// A role in the office: performer of steps. Also several posts side by side, see [`RoleCode::side_by_side`].
    RoleCode,
    /// An agency (OPD) that asks for services.
    AgencyCode,
    /// Something the office has only so much of: rack units, watts.
    ResourceCode,
    /// Things of the office that are lent one by one: badges.
    PoolCode,
    /// Where names are kept apart: no two live names on a shelf are alike.
    ShelfCode,
    /// A register (buku register) of the office.
    RegisterCode,
    /// A column of a register.
    ColumnCode,
    /// How the lines of a register can stand beside open and closed.
    LineStateCode,
    /// A paper that the office issues.
    PaperCode,
    /// What is remembered of a person under this word, to be offered again.
    MemoryCode,
}

/// Stands between the posts of several. No file can hold such a code.
const BESIDE: char = '+';

impl RoleCode {
    /// Several posts at one row of the SOP: the desk of all who hold one of them.
    pub fn side_by_side(posts: impl IntoIterator<Item = RoleCode>) -> RoleCode {
        let posts = posts.into_iter().map(|post| post.0);
        RoleCode(posts.collect::<Vec<_>>().join("+"))
    }

    /// The posts whose desk this is: mostly the role itself.
    pub fn posts(&self) -> impl Iterator<Item = RoleCode> + '_ {
        let posts = self.0.split(BESIDE).filter(|post| !post.is_empty());
        posts.map(RoleCode::new)
    }

    /// Whether it is the desk of several posts.
    pub fn is_shared(&self) -> bool {
        self.0.contains(BESIDE)
    }

    /// Whether it is the desk of a post.
    pub fn is_of(&self, post: &RoleCode) -> bool {
        self == post || self.is_shared() && self.posts().any(|it| it == *post)
    }

    /// The desk of those of its posts that are not among these.
    #[must_use]
    pub fn without(&self, gone: &[RoleCode]) -> RoleCode {
        RoleCode::side_by_side(self.posts().filter(|post| !gone.contains(post)))
    }

    /// Every desk at which it can lie while one post after the other is done with it.
    pub fn desks(&self) -> Vec<RoleCode> {
        let posts: Vec<RoleCode> = self.posts().collect();
        let some = |which: u32| {
            let posts = (0_u32..).zip(&posts);
            let some = posts.filter(move |(at, _)| which >> *at & 1 == 1);
            some.map(|(_, post)| post.clone())
        };
        (1..1_u32 << posts.len().min(MOST_POSTS))
            .map(|which| RoleCode::side_by_side(some(which)))
            .collect()
    }
}

/// So many posts stand side by side at most.
pub const MOST_POSTS: usize = 5;

/// The longest code.
pub const MOST_BYTES: usize = 40;

/// Whether a text can serve as a code: lower-case letters, digits and single hyphens, starting with a letter.
pub fn is_code(text: &str) -> bool {
    text.len() <= MOST_BYTES
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        && !text.ends_with('-')
        && !text.contains("--")
}

/// The role of the contact persons of agencies; every office has it.
pub const PIC: &str = "pic";
/// The role that records, reports and helps people in; every office has it.
pub const HELPDESK: &str = "helpdesk";
/// The role that sets the office up; every office has it.
pub const ADMINISTRATOR: &str = "administrator";
/// The role of whoever registers and is not admitted yet.
pub const NEWCOMER: &str = "newcomer";

#[cfg(test)]
mod tests {
    use super::RoleCode;

    #[test]
    fn a_desk_of_several_posts_is_each_ones() {
        let [a, b, c] = ["kasi-a", "kasi-b", "kasi-c"].map(RoleCode::from);
        let all = RoleCode::side_by_side([a.clone(), b.clone(), c.clone()]);
        assert!(all.is_shared() && all.is_of(&b) && !all.is_of(&"kasi".into()));
        let left = all.without(std::slice::from_ref(&a));
        assert_eq!(left.posts().collect::<Vec<_>>(), [b.clone(), c.clone()]);
        assert_eq!(
            left.without(&[b]),
            c,
            "what is left to one post is that post's"
        );
        assert_eq!(all.desks().len(), 7);
        assert!(all.desks().contains(&left));
        assert!(!a.is_shared() && a.is_of(&a));
        assert_eq!(a.without(std::slice::from_ref(&a)).posts().count(), 0);
    }
}
