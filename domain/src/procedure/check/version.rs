//! A changed file has a higher version, because running requests keep the version they began with.

use crate::procedure::read::{Complaint, Complaints};

/// A changed file has a higher version. Line ends do not count as a change.
///
/// `old` is the version and text that the office has used so far.
pub fn unchanged_or_raised(file: &str, old: (u32, &str), new: (u32, &str)) -> Option<Complaint> {
    let complaints = Complaints::new(file, new.1);
    if new.0 < old.0 {
        let what = format!(
            "The office already uses version {}; `version = {}` would go back. Write `version = {}`.",
            old.0,
            new.0,
            old.0 + 1
        );
        complaints.at_key("version", what);
    } else if new.0 == old.0 && !old.1.lines().eq(new.1.lines()) {
        let what = format!(
            "The file has changed, but it still says version {}; write `version = {}`.",
            old.0,
            old.0 + 1
        );
        complaints.at_key("version", what);
    }
    complaints.into_sorted().pop()
}

#[cfg(test)]
mod tests {
    use super::unchanged_or_raised;

    const OLD: &str = "code = \"x\"\nversion = 3\n";

    fn said(version: u32, text: &str) -> Option<String> {
        unchanged_or_raised("x.toml", (3, OLD), (version, text)).map(|it| it.to_string())
    }

    #[test]
    fn the_same_file_and_a_higher_version_are_fine() {
        assert_eq!(said(3, OLD), None);
        assert_eq!(said(3, &OLD.replace('\n', "\r\n")), None);
        assert_eq!(said(4, "code = \"x\"\nversion = 4\n"), None);
    }

    #[test]
    fn a_changed_file_needs_a_higher_version() {
        let changed = "code = \"x\"\nversion = 3\nopens = \"pic\"\n";
        assert_eq!(
            said(3, changed).unwrap(),
            "x.toml:2: The file has changed, but it still says version 3; write `version = 4`."
        );
        assert_eq!(
            said(2, "code = \"x\"\nversion = 2\n").unwrap(),
            "x.toml:2: The office already uses version 3; `version = 2` would go back. Write `version = 4`."
        );
    }
}
