//! What the outline says about questions and the answers they take.

use domain::{
    code::FieldCode,
    phrase::Part,
    procedure::{Field, FreeIn, Once, Readers, Ready, SkipMeaning},
};

use crate::text::{phrase::Saying, words::t};

impl Saying<'_> {
    /// "CPU – pilih satu: 1 core / 2 core; bila Tipe hosting = VPS"
    pub(super) fn question(&self, field: &Field) -> String {
        let s = self.s;
        let kind = self.plain(&field.kind.outline());
        let mut said = vec![format!("{} – {kind}", s.text(&field.label))];
        if field.passing == SkipMeaning::Unknown {
            said.push(t!(plain s, "outline-unknown"));
        } else if !field.required {
            said.push(t!(plain s, "outline-optional"));
        }
        said.extend(self.demands(field));
        let explained = field.explain.as_ref().map(|it| s.text(it));
        said.extend(explained.map(|it| t!(plain s, "outline-explained", words = it)));
        let blank_form = field.blank_form.as_ref();
        said.extend(blank_form.map(|it| t!(plain s, "outline-blank-form", file = it.as_str())));
        if !field.usual.is_empty() {
            let reasons = self.reasons(&field.usual);
            said.push(t!(plain s, "outline-usually-wrong", reasons = reasons));
        }
        said.extend(field.when.as_ref().map(|when| self.condition(when)));
        let columns = field.columns().iter();
        said.extend(columns.filter_map(|column| {
            let (label, when) = (s.text(&column.label), self.condition(column.when.as_ref()?));
            Some(t!(plain s, "outline-column-when", column = label, condition = when))
        }));
        said.join("; ")
    }

    /// A question, or a column of a table.
    pub(in crate::text) fn asked(&self, code: &FieldCode) -> Option<&Field> {
        let columns = || {
            let steps = self.procedure.steps.iter();
            let mut columns = steps
                .flat_map(|step| step.fields.iter())
                .flat_map(Field::columns);
            columns.find(|column| column.code == *code)
        };
        self.procedure.field(code).or_else(columns)
    }

    /// What else is asked of the answer, and what is done with it.
    fn demands(&self, field: &Field) -> Vec<String> {
        let s = self.s;
        let mut said = Vec::new();
        let step = self.procedure.step_of(&field.code);
        let is_applicants = step.is_some_and(|step| self.procedure.is_applicants(step));
        if let Some(free) = &field.free_in {
            said.push(match free {
                FreeIn {
                    once: Some(Once::Ever),
                    ..
                } => t!(plain s, "outline-once"),
                FreeIn {
                    once: Some(Once::InYear),
                    ..
                } => t!(plain s, "outline-once-a-year"),
                FreeIn { or_own: true, .. } => t!(plain s, "outline-free-or-own"),
                FreeIn { .. } => t!(plain s, "outline-free"),
            });
        }
        if let Some(default) = &field.default {
            let default = self.part(&Part::Limit(default.clone()));
            said.push(t!(plain s, "outline-default", default = default));
        }
        match &field.ready {
            Some(Ready::Answer(of)) => {
                said.push(t!(plain s, "outline-ready", of = self.label(of)));
            }
            Some(Ready::Option(code)) => {
                let way = field.kind.way();
                let option = way.options().iter().find(|it| it.code == *code);
                let label = option.map_or("", |it| s.text(&it.label));
                said.push(t!(plain s, "outline-ready-option", option = label));
            }
            Some(Ready::Offered) => said.push(t!(plain s, "outline-ready-default")),
            Some(Ready::PassedOver) => said.push(t!(plain s, "outline-ready-none")),
            None => {}
        }
        if !field.remember.is_empty() {
            said.push(t!(plain s, "outline-remembers"));
        }
        match self.procedure.readers(field) {
            Readers::Everyone if !is_applicants => said.push(t!(plain s, "outline-read-by-all")),
            Readers::Office if is_applicants => said.push(t!(plain s, "outline-read-by-office")),
            _ => {}
        }
        if field.alike.is_some() {
            said.push(t!(plain s, "outline-alike"));
        }
        if field.look {
            said.push(t!(plain s, "outline-looks"));
        }
        said
    }
}
