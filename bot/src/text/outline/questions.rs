//! What the outline says about questions and the answers they take.

use domain::{
    code::RoleCode,
    procedure::{Condition, Field, Readers, field::OPENED_BY},
};

use crate::text::{phrase::Saying, words::t};

impl Saying<'_> {
    /// "CPU – pilih satu: 1 core / 2 core; bila Tipe hosting = VPS"
    pub(super) fn question(&self, field: &Field) -> String {
        let s = self.s;
        let kind = self.plain(&field.kind.outline());
        let mut said = vec![format!("{} – {kind}", s.text(&field.label))];
        if !field.required {
            said.push(t!(plain s, "outline-optional"));
        }
        said.extend(self.demands(field));
        said.extend(field.when.as_ref().map(|when| self.condition(when)));
        said.join("; ")
    }

    /// What else is asked of the answer, and what is done with it.
    fn demands(&self, field: &Field) -> Vec<String> {
        let s = self.s;
        let mut said = Vec::new();
        let step = self.procedure.step_of(&field.code);
        let is_applicants = step.is_some_and(|step| self.procedure.is_applicants(step));
        if let Some(free) = &field.free_in {
            said.push(if free.or_own {
                t!(plain s, "outline-free-or-own")
            } else {
                t!(plain s, "outline-free")
            });
        }
        if let Some(after) = &field.after {
            said.push(t!(plain s, "outline-not-before", field = self.label(after)));
        }
        if !field.remember.is_empty() {
            said.push(t!(plain s, "outline-remembers"));
        }
        match self.procedure.readers(field) {
            Readers::Everyone if !is_applicants => said.push(t!(plain s, "outline-read-by-all")),
            Readers::Office if is_applicants => said.push(t!(plain s, "outline-read-by-office")),
            _ => {}
        }
        if field.look {
            said.push(t!(plain s, "outline-looks"));
        }
        said
    }

    pub(super) fn condition(&self, when: &Condition) -> String {
        let s = self.s;
        if when.field.as_str() == OPENED_BY {
            let roles: Vec<RoleCode> = when.is.iter().map(|it| it.as_str().into()).collect();
            return t!(plain s, "outline-if-entered-by", roles = self.roles(&roles));
        }
        let field = self.label(&when.field);
        if !when.after.is_empty() {
            let than = when.after.iter().map(|it| self.label(it));
            return t!(plain s, "outline-if-after", field = field, than = self.any(than));
        }
        let answer = self.any(self.answers(when));
        t!(plain s, "outline-if", field = field, answer = answer)
    }

    /// The answers with which a condition holds, as the question offers them.
    fn answers(&self, when: &Condition) -> impl Iterator<Item = String> {
        let asked = self.procedure.field(&when.field);
        let options = asked.map_or(&[][..], |field| field.kind.way().options());
        when.is.iter().map(|code| match code.as_str() {
            "yes" => t!(plain self.s, "outline-yes"),
            "no" => t!(plain self.s, "outline-no"),
            plain => {
                let option = options.iter().find(|option| &option.code == code);
                option.map_or(plain, |it| self.s.text(&it.label)).to_owned()
            }
        })
    }

    /// "Instansi atau Nama atau Alamat"
    fn any(&self, all: impl Iterator<Item = String>) -> String {
        let s = self.s;
        let either =
            |one: String, other: String| t!(plain s, "outline-or", one = one, other = other);
        all.reduce(either).unwrap_or_default()
    }
}
