//! What an office lays beside its procedures: templates of its papers, and forms that people fill in.

use std::{collections::BTreeMap, fs, path::Path};

use super::{
    blank_form::MOST_MB,
    issue::TEMPLATE_ENDING,
    read::{Complaint, Complaints},
    step::Procedure,
};

const MEGABYTE: u64 = 1_000_000;

/// The files of a folder by their names, with their sizes in bytes.
#[derive(Debug, Default)]
pub(super) struct FilesBeside(BTreeMap<String, u64>);

impl FilesBeside {
    pub(super) fn list(folder: &Path) -> std::io::Result<FilesBeside> {
        let mut files = BTreeMap::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            // A link counts as what it leads to.
            if let Ok(file) = fs::metadata(entry.path())
                && file.is_file()
            {
                files.insert(entry.file_name().to_string_lossy().into_owned(), file.len());
            }
        }
        Ok(FilesBeside(files))
    }

    /// What a procedure names and is not to be found.
    pub(super) fn lacks(&self, procedure: &Procedure, source: &str) -> Vec<Complaint> {
        let file = format!("{}.toml", procedure.code);
        let complaints = Complaints::new(&file, source);
        for paper in procedure.papers.iter().filter(|it| it.own_template) {
            let template = format!("{}{TEMPLATE_ENDING}", paper.template);
            if !self.0.contains_key(&template) {
                let what = format!(
                    "There is no file {template} beside this one; add it, or name a built-in template."
                );
                complaints.at(paper.line, what);
            }
        }
        for field in procedure.steps.iter().flat_map(|step| step.fields.iter()) {
            let Some(form) = &field.blank_form else {
                continue;
            };
            let what = match self.0.get(form.as_str()) {
                None => {
                    format!(
                        "There is no file {form} beside this one; add it, or remove `blank-form`."
                    )
                }
                Some(0) => {
                    format!("The file {form} beside this one is empty; write the form into it.")
                }
                Some(size) if *size > MOST_MB * MEGABYTE => format!(
                    "The file {form} beside this one is larger than {MOST_MB} MB; people fetch it over a mobile line."
                ),
                Some(_) => continue,
            };
            complaints.at(field.line, what);
        }
        complaints.into_sorted()
    }
}
