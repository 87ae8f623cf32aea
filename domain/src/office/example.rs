//! The example office, as another office begins with it.

use super::{Office, read::BUILT_IN};

/// What an office begins with.
#[derive(Debug, Clone)]
pub struct NewOffice {
    pub code: String,
    pub name: String,
    pub place: String,
    pub domains: Vec<String>,
}

impl NewOffice {
    /// The file of this office: that of the example, with what is known of this one. Where it is reached is left out.
    pub fn file(&self) -> String {
        let mut lines = Vec::new();
        let mut part = "";
        for line in BUILT_IN.1.lines() {
            if line.starts_with('[') {
                part = line;
            }
            lines.push(self.line(part, line));
        }
        lines.join("\n") + "\n"
    }

    /// How its file is called.
    pub fn file_name(&self) -> String {
        format!("{}.toml", self.code)
    }

    /// Whether its file reads.
    pub fn is_whole(&self) -> bool {
        Office::read(&self.file_name(), &self.file()).is_ok()
    }

    fn line(&self, part: &str, line: &str) -> String {
        let key = line.split(' ').next().unwrap_or_default();
        let both = |text: &str| format!("{{ id = {}, en = {} }}", quoted(text), quoted(text));
        let said = match (part, key) {
            ("", "code") => quoted(&self.code),
            ("", "name") => both(&self.name),
            ("", "place") => both(&self.place),
            ("", "domains") => {
                let domains: Vec<_> = self.domains.iter().map(|it| quoted(it)).collect();
                format!("[{}]", domains.join(", "))
            }
            ("[letters]", "head") => {
                let place = format!("PEMERINTAH {}", self.place.to_uppercase());
                format!(
                    "[{}, {}]",
                    quoted(&place),
                    quoted(&self.name.to_uppercase())
                )
            }
            ("[letters]", "place") => {
                let kinds = ["Kota ", "Kabupaten "];
                let town = kinds.iter().find_map(|kind| self.place.strip_prefix(kind));
                quoted(town.unwrap_or(&self.place))
            }
            ("[contact]", key) if !key.is_empty() && key != "#" => return format!("# {line}"),
            ("[letters]", "address") => return format!("# {line}"),
            _ => return line.to_owned(),
        };
        format!("{key} = {said}")
    }
}

/// As JSON writes it, which is how TOML reads it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_office_begins_as_the_example_does() {
        let new = NewOffice {
            code: "kotalain".to_owned(),
            name: "Diskominfo \"Kota Lain\"".to_owned(),
            place: "Kota Lain".to_owned(),
            domains: vec!["kotalain.go.id".to_owned(), "lain.go.id".to_owned()],
        };
        let office = Office::read(&new.file_name(), &new.file()).unwrap();
        assert_eq!(office.name.id, new.name);
        assert_eq!(office.domains.len(), 2);
        for line in new.file().lines().filter(|line| !line.starts_with('#')) {
            let is_elsewhere = line.contains("Kota Seruni") || line.contains("KOTA SERUNI");
            assert!(!is_elsewhere && !line.contains("Jalan Contoh"), "{line}");
        }
        assert!(new.is_whole());
        let wrong = NewOffice {
            domains: vec!["no domain".to_owned()],
            ..new
        };
        assert!(!wrong.is_whole());
    }
}
