//! The procedures an office works by, as they stand today.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::{Arc, LazyLock},
};

use super::{
    beside::FilesBeside,
    blank_form::BlankForm,
    check::check,
    read::{Complaint, Complaints},
    step::Procedure,
};
use crate::{code::ProcedureCode, office::Office};

macro_rules! built_in {
    ($code:literal) => {
        (
            concat!($code, ".toml"),
            include_str!(concat!("../../procedures/", $code, ".toml")),
        )
    };
}

/// The procedures that Loket knows without any file.
const BUILT_IN: &[(&str, &str)] = &[
    built_in!("hosting"),
    built_in!("subdomain"),
    built_in!("application-upload"),
    built_in!("colocation"),
    built_in!("datacenter-visit"),
    built_in!("registration"),
    built_in!("keberatan"),
];

/// All current procedures, checked one by one and together.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    kept: BTreeMap<ProcedureCode, KeptProcedure>,
    /// Where they lie; nowhere where they are built in.
    folder: Option<PathBuf>,
}

#[derive(Debug, Clone)]
struct KeptProcedure {
    procedure: Arc<Procedure>,
    /// The text of the file, kept with every request that was opened by it.
    source: Arc<str>,
}

impl Catalogue {
    /// The built-in procedures, as an office works by them. For the example office they are read and
    /// checked once.
    pub fn built_in(office: &Office) -> Result<Catalogue, Vec<Complaint>> {
        static OF_THE_EXAMPLE: LazyLock<Result<Catalogue, Vec<Complaint>>> = LazyLock::new(|| {
            let office = Office::built_in()?;
            Catalogue::load(BUILT_IN.iter().copied(), &office)
        });
        if Office::built_in().is_ok_and(|example| example == *office) {
            return OF_THE_EXAMPLE.clone();
        }
        Catalogue::load(BUILT_IN.iter().copied(), office)
    }

    /// All files of a folder that end in `.toml`.
    pub fn read_dir(
        folder: impl AsRef<Path>,
        office: &Office,
    ) -> Result<Catalogue, Vec<Complaint>> {
        let folder = folder.as_ref();
        let files = files_of(folder).map_err(|error| {
            let what = format!("The procedures cannot be read: {error}.");
            vec![Complaint {
                file: folder.display().to_string(),
                line: 0,
                what,
            }]
        })?;
        let beside = FilesBeside::list(folder).unwrap_or_default();
        let mut catalogue = Catalogue::load_beside(files, &beside, office)?;
        catalogue.folder = Some(folder.to_owned());
        Ok(catalogue)
    }

    /// Checks files, each a name without its folder and a text. All complaints come together.
    pub fn load<F, T>(
        files: impl IntoIterator<Item = (F, T)>,
        office: &Office,
    ) -> Result<Catalogue, Vec<Complaint>>
    where
        F: AsRef<str>,
        T: AsRef<str>,
    {
        Catalogue::load_beside(files, &FilesBeside::default(), office)
    }

    fn load_beside<F, T>(
        files: impl IntoIterator<Item = (F, T)>,
        beside: &FilesBeside,
        office: &Office,
    ) -> Result<Catalogue, Vec<Complaint>>
    where
        F: AsRef<str>,
        T: AsRef<str>,
    {
        let mut catalogue = Catalogue::default();
        let mut complaints = Vec::new();
        let mut tried = Vec::new();
        for (file, text) in files {
            match check(file.as_ref(), text.as_ref(), office) {
                Ok(procedure) => {
                    let kept = KeptProcedure {
                        procedure: Arc::new(procedure),
                        source: text.as_ref().into(),
                    };
                    catalogue.kept.insert(kept.procedure.code.clone(), kept);
                }
                Err(more) => complaints.extend(more),
            }
            tried.push(file.as_ref().to_owned());
        }
        complaints.extend(prefixes_are_unique(&catalogue));
        for kept in catalogue.kept.values() {
            complaints.extend(beside.lacks(&kept.procedure, &kept.source));
        }
        complaints.extend(what_is_open_exists(&tried, office));
        if complaints.is_empty() {
            return Ok(catalogue);
        }
        complaints.sort();
        complaints.dedup();
        Err(complaints)
    }

    pub fn get(&self, code: &ProcedureCode) -> Option<&Arc<Procedure>> {
        self.kept.get(code).map(|kept| &kept.procedure)
    }

    /// The text of a procedure's file.
    pub fn source(&self, code: &ProcedureCode) -> Option<&Arc<str>> {
        self.kept.get(code).map(|kept| &kept.source)
    }

    /// A form as it lies beside the procedures now: an office mends its forms without starting anything anew. None
    /// where it is not there any more.
    pub async fn blank_form(&self, form: &BlankForm) -> Option<Vec<u8>> {
        let file = self.folder.as_ref()?.join(form.as_str());
        match tokio::fs::read(&file).await {
            Ok(bytes) if !bytes.is_empty() => Some(bytes),
            Ok(_) => {
                tracing::error!(file = %form, "a form beside the procedures is empty");
                None
            }
            Err(error) => {
                tracing::error!(file = %form, %error, "a form beside the procedures cannot be read");
                None
            }
        }
    }

    /// In the order of their codes.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Procedure>> {
        self.kept.values().map(|kept| &kept.procedure)
    }

    /// Some of them as files were meant before they could say `rests` and `exact`.
    #[must_use]
    pub(crate) fn meant_before_rests(mut self, old: &BTreeSet<(ProcedureCode, u32)>) -> Catalogue {
        for kept in self.kept.values_mut() {
            let procedure = &kept.procedure;
            if old.contains(&(procedure.code.clone(), procedure.version)) {
                kept.procedure = Arc::new((**procedure).clone().meant_before_rests());
            }
        }
        self
    }

    /// Those that can be opened, in the order in which the office names them.
    pub fn open<'a>(&'a self, office: &'a Office) -> impl Iterator<Item = &'a Arc<Procedure>> {
        office.open.iter().filter_map(|code| self.get(code))
    }
}

fn files_of(folder: &Path) -> std::io::Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "toml")
        {
            let file = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            files.push((file, fs::read_to_string(&path)?));
        }
    }
    files.sort();
    Ok(files)
}

/// No two procedures share the first letters of their ticket numbers.
fn prefixes_are_unique(catalogue: &Catalogue) -> Vec<Complaint> {
    let mut owners: BTreeMap<&str, &ProcedureCode> = BTreeMap::new();
    let mut said = Vec::new();
    for kept in catalogue.kept.values() {
        let Procedure { prefix, code, .. } = &*kept.procedure;
        if let Some(owner) = owners.insert(prefix, code) {
            let file = format!("{code}.toml");
            let complaints = Complaints::new(&file, &kept.source);
            let what = format!("The tickets of `{owner}` begin with {prefix} too; choose another.");
            complaints.at_key("prefix", what);
            said.extend(complaints.into_sorted());
        }
    }
    said
}

/// Every procedure that the office opens has a file.
fn what_is_open_exists(tried: &[String], office: &Office) -> Vec<Complaint> {
    let absent = office
        .open
        .iter()
        .filter(|code| !tried.contains(&format!("{code}.toml")));
    let complain = |code: &ProcedureCode| Complaint {
        file: format!("{}.toml", office.code),
        line: 0,
        what: format!(
            "`open` names `{code}`, but there is no file {code}.toml; add the file or remove the name."
        ),
    };
    absent.map(complain).collect()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::{Arc, BUILT_IN, Catalogue, Complaint, Office, Procedure};
    use crate::fingerprint::fingerprint;

    fn sentences(complaints: &[Complaint]) -> String {
        complaints
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n")
    }

    #[test]
    fn the_built_in_procedures_are_in_order() {
        let office = Office::built_in().unwrap();
        let catalogue = Catalogue::built_in(&office).unwrap();
        let hosting = catalogue.get(&"hosting".into()).unwrap();
        assert_eq!(hosting.prefix, "HWA");
        let source = catalogue.source(&"hosting".into()).unwrap();
        assert!(source.contains("code = \"hosting\""));
        assert_eq!(catalogue.open(&office).count(), office.open.len());
    }

    #[test]
    fn the_folder_holds_what_is_built_in() {
        let office = Office::built_in().unwrap();
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/procedures");
        let read = Catalogue::read_dir(folder, &office).unwrap();
        let codes = |catalogue: &Catalogue| {
            catalogue
                .iter()
                .map(|procedure| procedure.code.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(codes(&read), codes(&Catalogue::built_in(&office).unwrap()));
    }

    /// An office that has worked by a version refuses another text under the same number.
    #[test]
    fn what_was_released_is_never_changed_under_its_version() {
        let released = include_str!("../../procedures/released.txt");
        let released: Vec<_> = released
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.rsplit_once(' '))
            .collect();
        let office = Office::built_in().unwrap();
        let catalogue = Catalogue::built_in(&office).unwrap();
        for (file, text) in BUILT_IN {
            let is_it = |it: &&Arc<Procedure>| format!("{}.toml", it.code) == *file;
            let procedure = catalogue.iter().find(is_it).unwrap();
            let named = format!("{} {}", procedure.code, procedure.version);
            let print = fingerprint(text.as_bytes());
            let known = released.iter().find(|(version, _)| *version == named);
            let (_, known) =
                known.unwrap_or_else(|| panic!("add to released.txt: {named} {print}"));
            assert_eq!(
                *known, print,
                "{named} was released with another text; raise its version"
            );
        }
    }

    #[test]
    fn procedures_must_get_along() {
        let office = Office {
            open: vec!["hosting".into(), "parking".into()],
            ..Office::built_in().unwrap()
        };
        let (file, text) = *BUILT_IN
            .iter()
            .find(|(file, _)| *file == "hosting.toml")
            .unwrap();
        let twin = text.replacen("code = \"hosting\"", "code = \"twin\"", 1);
        let broken = text.replacen("version = 2", "version = 0", 1);
        let files = [
            (file, broken.as_str()),
            ("twin.toml", &twin),
            ("another.toml", "code ="),
        ];
        let complaints = Catalogue::load(files, &office).unwrap_err();
        assert_snapshot!("catalogue", sentences(&complaints));

        let complaints =
            Catalogue::load([(file, text), ("twin.toml", &twin)], &office).unwrap_err();
        assert_snapshot!("twins", sentences(&complaints));
    }

    #[test]
    fn a_folder_that_is_not_there_is_a_complaint() {
        let office = Office::built_in().unwrap();
        assert_eq!(
            Catalogue::read_dir("no/such/folder", &office)
                .unwrap_err()
                .len(),
            1
        );
    }
}
