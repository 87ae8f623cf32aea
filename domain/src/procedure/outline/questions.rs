//! What the outline says about questions and the answers they take.

use std::fmt::Write;

use super::phrases::Phrases;
use crate::{
    Text,
    code::{FieldCode, RoleCode},
    procedure::field::{Condition, Day, Field, Kind, OPENED_BY, Opt, Within},
};

impl Phrases<'_> {
    /// "CPU – pilih satu: 1 core / 2 core; bila Tipe hosting = VPS"
    pub(super) fn question(&self, field: &Field) -> String {
        let mut said = format!("{} – {}", self.text(&field.label), self.kind(&field.kind));
        if !field.required {
            said += self.say("; boleh dilewati", "; may be skipped");
        }
        said += &self.demands(field);
        if let Some(when) = &field.when {
            let _ = write!(said, "; {}", self.condition(when));
        }
        said
    }

    /// What else is asked of the answer, and what is done with it.
    fn demands(&self, field: &Field) -> String {
        let mut said = String::new();
        if let Some(free) = &field.free_in {
            said += if free.or_own {
                self.say("; belum dipakai OPD lain", "; not taken by another agency")
            } else {
                self.say("; belum dipakai", "; not taken yet")
            };
        }
        if let Some(after) = &field.after {
            let not_before = self.say("tidak sebelum", "not before");
            let _ = write!(said, "; {not_before} {}", self.label(after));
        }
        if !field.remember.is_empty() {
            said += self.say(
                "; jawaban yang lalu ditawarkan",
                "; the last answer is offered",
            );
        }
        if field.look {
            said += self.say("; alamatnya dibuka dahulu", "; the address is opened first");
        }
        said
    }

    pub(super) fn condition(&self, when: &Condition) -> String {
        if when.field.as_str() == OPENED_BY {
            let roles: Vec<RoleCode> = when.is.iter().map(|it| it.as_str().into()).collect();
            let entered = self.say("bila diajukan oleh", "if entered by");
            return format!("{entered} {}", self.roles(&roles));
        }
        let asked = self.procedure.field(&when.field);
        let label = asked.map_or(when.field.as_str(), |field| self.text(&field.label));
        if !when.after.is_empty() {
            let label_of = |code: &FieldCode| {
                let field = self.procedure.field(code);
                field.map_or_else(
                    || code.to_string(),
                    |field| self.text(&field.label).to_owned(),
                )
            };
            let than: Vec<String> = when.after.iter().map(label_of).collect();
            let than = than.join(self.say(" atau ", " or "));
            return format!(
                "{} {label} {} {than}",
                self.say("bila", "if"),
                self.say("melewati", "is after")
            );
        }
        let options: &[Opt] = match asked.map(|field| &field.kind) {
            Some(Kind::Choice { options } | Kind::Choices { options, .. }) => options,
            _ => &[],
        };
        let answers = when.is.iter().map(|code| match code.as_str() {
            "yes" => self.say("ya", "yes"),
            "no" => self.say("tidak", "no"),
            plain => options
                .iter()
                .find(|option| &option.code == code)
                .map_or(plain, |option| self.text(&option.label)),
        });
        let or = self.say(" atau ", " or ");
        format!(
            "{} {label} = {}",
            self.say("bila", "if"),
            answers.collect::<Vec<_>>().join(or)
        )
    }

    fn kind(&self, kind: &Kind) -> String {
        let letters = self.say("huruf", "characters");
        match kind {
            Kind::Text { min, max, .. } => {
                format!(
                    "{} {min}–{max} {letters}",
                    self.say("satu baris,", "one line,")
                )
            }
            Kind::Paragraph { min, max } => {
                format!(
                    "{} {min}–{max} {letters}",
                    self.say("uraian,", "paragraph,")
                )
            }
            Kind::Number { min, max, unit } => {
                let (min, max) = (min.map(|it| it.to_string()), max.map(|it| it.to_string()));
                self.number(
                    self.say("bilangan bulat", "whole number"),
                    min,
                    max,
                    unit.as_ref(),
                )
            }
            Kind::Decimal { min, max, unit } => {
                let (min, max) = (min.map(|it| it.to_string()), max.map(|it| it.to_string()));
                self.number(self.say("bilangan", "number"), min, max, unit.as_ref())
            }
            Kind::YesNo => self.say("ya atau tidak", "yes or no").to_owned(),
            Kind::Choice { options } => {
                format!(
                    "{} {}",
                    self.say("pilih satu:", "one of:"),
                    self.options(options)
                )
            }
            Kind::Choices { options, at_least } => {
                let some = self.say("pilih paling sedikit", "choose at least");
                format!("{some} {at_least}: {}", self.options(options))
            }
            Kind::Date { from, until } => self.date(self.say("tanggal", "date"), *from, *until),
            Kind::DateTime { from, until } => {
                self.date(self.say("tanggal dan jam", "date and time"), *from, *until)
            }
            Kind::Phone { own: false } => self.say("nomor telepon", "phone number").to_owned(),
            Kind::Phone { own: true } => self
                .say("nomor telepon sendiri", "one's own phone number")
                .to_owned(),
            Kind::Agency => self.say("pilih instansi", "one of the agencies").to_owned(),
            Kind::Email => self.say("surel", "e-mail address").to_owned(),
            Kind::Nip => self.say("NIP, 18 angka", "NIP, 18 digits").to_owned(),
            Kind::Url => self.say("tautan", "link").to_owned(),
            Kind::Ip { within } => match within {
                Within::Anywhere => self.say("alamat IP", "IP address").to_owned(),
                Within::Public => self.say("alamat IP publik", "public IP address").to_owned(),
                Within::Office => self
                    .say(
                        "alamat IP di jaringan dinas",
                        "IP address in the office's networks",
                    )
                    .to_owned(),
            },
            Kind::Entry { register } => {
                let which = self.say("pilih dari", "an open line of");
                let found = self.office.register(register);
                format!(
                    "{which} {}",
                    found.map_or(register.as_str(), |it| self.text(&it.title))
                )
            }
            Kind::Items {
                among: Some(among),
                at_least,
                ..
            } => {
                let some = self.say("pilih paling sedikit", "choose at least");
                let field = self.procedure.field(among);
                let label = field.map_or(among.as_str(), |field| self.text(&field.label));
                format!("{some} {at_least} {} {label}", self.say("dari", "of"))
            }
            Kind::Items { pool, at_least, .. } => {
                let some = self.say("pilih paling sedikit", "choose at least");
                let found = self.office.pool(pool);
                format!(
                    "{some} {at_least}: {}",
                    found.map_or(pool.as_str(), |it| self.text(&it.title))
                )
            }
            Kind::SubdomainLabel => self.say("nama subdomain", "subdomain name").to_owned(),
            Kind::Hostname => {
                let beneath = self.say("alamat lengkap di bawah", "full name beneath");
                format!("{beneath} {}", self.office.domains.join(", "))
            }
            Kind::Person { role } => {
                let whose = self.office.title(role);
                format!(
                    "{} {}",
                    self.say("pilih orang:", "one of:"),
                    self.text(&whose)
                )
            }
            Kind::Document { types, max_mb } => {
                let types: Vec<&str> = types.iter().map(|paper| paper.name()).collect();
                let most = self.say("paling besar", "at most");
                format!(
                    "{} {}, {most} {max_mb} MB",
                    self.say("berkas", "file"),
                    types.join("/")
                )
            }
            Kind::Photo { max_mb } => {
                let most = self.say("foto, paling besar", "photo, at most");
                format!("{most} {max_mb} MB")
            }
            Kind::Rows {
                columns,
                min,
                max,
                count,
            } => self.table(columns, (*min, *max), count.as_ref()),
        }
    }

    /// "tabel 1–20 baris: Barang (satu baris, 1–20 huruf) · Jumlah (bilangan bulat)"
    fn table(
        &self,
        columns: &[Field],
        (min, max): (usize, usize),
        count: Option<&FieldCode>,
    ) -> String {
        let rows = self.say("baris", "rows");
        let rows = match count {
            Some(count) => {
                let asked = self.procedure.field(count);
                let label = asked.map_or(count.as_str(), |field| self.text(&field.label));
                format!("{rows} {} {label}", self.say("sebanyak", "as many as"))
            }
            None => format!("{min}–{max} {rows}"),
        };
        let column = |column: &Field| {
            let optional = self.say("; boleh kosong", "; may be empty");
            let optional = if column.required { "" } else { optional };
            let label = self.text(&column.label);
            format!("{label} ({}{optional})", self.kind(&column.kind))
        };
        let columns: Vec<_> = columns.iter().map(column).collect();
        format!(
            "{} {rows}: {}",
            self.say("tabel", "table"),
            columns.join(" · ")
        )
    }

    fn options(&self, options: &[Opt]) -> String {
        options
            .iter()
            .map(|it| {
                let stops = self.say(" (mengakhiri formulir)", " (ends the form)");
                format!(
                    "{}{}",
                    self.text(&it.label),
                    if it.stops { stops } else { "" }
                )
            })
            .collect::<Vec<_>>()
            .join(" / ")
    }

    fn number(
        &self,
        noun: &str,
        min: Option<String>,
        max: Option<String>,
        unit: Option<&Text>,
    ) -> String {
        let mut said = noun.to_owned();
        if let Some(min) = min {
            let _ = write!(said, " {} {min}", self.say("dari", "from"));
        }
        if let Some(max) = max {
            let _ = write!(said, " {} {max}", self.say("sampai", "to"));
        }
        if let Some(unit) = unit {
            let _ = write!(said, " {}", self.text(unit));
        }
        said
    }

    fn date(&self, noun: &str, from: Option<Day>, until: Option<Day>) -> String {
        let mut said = noun.to_owned();
        if let Some(from) = from {
            let _ = write!(said, " {} {}", self.say("dari", "from"), self.day(from));
        }
        if let Some(until) = until {
            let _ = write!(said, " {} {}", self.say("sampai", "until"), self.day(until));
        }
        said
    }

    fn day(&self, day: Day) -> String {
        let today = self.say("hari ini", "today");
        match day {
            Day::Today { plus: 0 } => today.to_owned(),
            Day::Today { plus } if plus > 0 => format!("{today} + {plus}"),
            Day::Today { plus } => format!("{today} − {}", plus.abs()),
            Day::Now => self.say("sekarang", "now").to_owned(),
            Day::On(date) => date.format("%d-%m-%Y").to_string(),
        }
    }
}
