//! What the outline says about what is reserved and given back, and what is written down.

use std::fmt::Write;

use super::phrases::Phrases;
use crate::{
    code::{ColumnCode, FieldCode, RegisterCode},
    procedure::{
        Admission, Field, Kind,
        record::{Demand, Entry, Source},
        step::{Lasts, Outcome, Reserve, Retire},
    },
};

impl Phrases<'_> {
    /// What an outcome does to reservations and to a line that was chosen.
    pub(super) fn effects(&self, outcome: &Outcome) -> Vec<String> {
        let mut effects = Vec::new();
        effects.extend(outcome.reserve.as_ref().map(|it| self.reserve(it)));
        if !outcome.release.is_empty() {
            let what = self.labels(&outcome.release);
            let gives = self.say("melepaskan cadangan", "gives back");
            effects.push(if outcome.stays.is_empty() {
                format!("{gives} {what}")
            } else {
                let but = self.say("kecuali", "except");
                format!("{gives} {what} {but} {}", self.labels(&outcome.stays))
            });
        }
        effects.extend(outcome.retire.as_ref().map(|it| self.retire(it)));
        effects.extend(outcome.admits.as_ref().map(|it| self.admits(it)));
        effects
    }

    /// "pemohon menjadi PIC OPD dari Instansi, bernama Nama"
    fn admits(&self, admission: &Admission) -> String {
        let role = self.office.title(&admission.role);
        format!(
            "{} {} {} {}, {} {}",
            self.say("pemohon menjadi", "the applicant becomes"),
            self.text(&role),
            self.say("dari", "of"),
            self.label(&admission.agency),
            self.say("bernama", "called by"),
            self.label(&admission.name),
        )
    }

    /// "mencadangkan Nama diminta dan kapasitas selama 10 hari kerja"
    fn reserve(&self, reserve: &Reserve) -> String {
        let capacity = self.say("kapasitas", "capacity");
        let mut what = vec![self.labels(&reserve.names)];
        what.extend(reserve.capacity.then(|| capacity.to_owned()));
        what.retain(|it| !it.is_empty());
        let days = |days: u32| {
            let (long, unit) = (self.say("selama", "for"), self.working_days(days));
            format!("{long} {unit}")
        };
        let long = match reserve.lasts {
            Lasts::Usual => days(self.office.hold_days),
            Lasts::Days(count) => days(count),
            Lasts::ForGood => self.say("untuk seterusnya", "for good").to_owned(),
        };
        format!(
            "{} {} {long}",
            self.say("mencadangkan", "reserves"),
            what.join(self.say(" dan ", " and "))
        )
    }

    /// "menutup baris Server yang diambil (Tanggal keluar = waktu itu); yang disimpannya tertahan 365 hari"
    fn retire(&self, retire: &Retire) -> String {
        let entry = self.label(&retire.entry);
        let mut said = format!(
            "{} {entry}",
            self.say("menutup baris", "closes the line of")
        );
        let field = self.procedure.field(&retire.entry);
        if let Some(Kind::Entry { register }) = field.map(|field| &field.kind)
            && !retire.fill.is_empty()
        {
            let _ = write!(said, " ({})", self.filled(register, &retire.fill));
        }
        match retire.blocked.filter(|days| *days > 0) {
            Some(days) => {
                let held = self.say("yang disimpannya tertahan", "what it kept is held for");
                let unit = self.say("hari", "days");
                let _ = write!(said, ", {held} {days} {unit}");
            }
            None => {
                said += self.say(
                    ", yang disimpannya langsung bebas",
                    ", what it kept is free at once",
                );
            }
        }
        said
    }

    /// "Ruang rak (U): Tinggi tiap unit × Jumlah unit"
    pub(super) fn demand(&self, demand: &Demand) -> String {
        let resource = self.office.resource(&demand.resource);
        let title = resource.map_or(demand.resource.to_string(), |it| {
            format!("{} ({})", self.text(&it.title), self.text(&it.unit))
        });
        let times = demand.times.as_ref().map(|times| self.label(times));
        let times = times.map_or(String::new(), |times| format!(" × {times}"));
        format!("{title}: {}{times}", self.label(&demand.field))
    }

    /// "Register Subdomain ← no. 4 Buat Subdomain: Selesai; bernama Alamat lengkap; Jenis = …; menutup baris"
    pub(super) fn entry(&self, entry: &Entry) -> String {
        let mut said = format!(
            "{} ← {}",
            self.register(&entry.register),
            self.written_at(entry)
        );
        let mut add = |what: String| {
            let _ = write!(said, "; {what}");
        };
        if let Some(when) = &entry.when {
            add(self.condition(when));
        }
        if let Some(each) = &entry.each {
            let each = self.label(each);
            add(format!(
                "{} {each}",
                self.say("satu baris untuk tiap", "one line for each of")
            ));
        }
        if let Some(name) = &entry.name {
            let name = self.source(name);
            add(format!("{} {name}", self.say("bernama", "called by")));
        }
        if !entry.fill.is_empty() {
            add(self.filled(&entry.register, &entry.fill));
        }
        if entry.keeps {
            let keeps = self.say("menyimpan yang dicadangkan", "keeps what is reserved");
            add(keeps.to_owned());
        }
        if entry.closes {
            add(self.say("menutup baris", "closes the line").to_owned());
        }
        said
    }

    fn written_at(&self, entry: &Entry) -> String {
        let Some(at) = &entry.at else {
            return self
                .say("setiap akhir permohonan", "every end of a request")
                .to_owned();
        };
        let Some(step) = self.procedure.step(at) else {
            return at.to_string();
        };
        let labels = entry.on.iter().map(|on| {
            let outcome = step.outcome(on);
            outcome.map_or(on.as_str(), |outcome| self.text(&outcome.label))
        });
        let labels: Vec<&str> = labels.collect();
        if labels.is_empty() {
            return self.place(step);
        }
        format!("{}: {}", self.place(step), labels.join(" / "))
    }

    /// "Alamat = Alamat lengkap, Tanggal aktif", in the order of the register
    fn filled(&self, register: &RegisterCode, fill: &[(ColumnCode, Source)]) -> String {
        let register = self.office.register(register);
        let pair = |(column, source): &(ColumnCode, Source)| {
            let found = register.and_then(|register| register.column(column));
            let label = found.map_or(column.as_str(), |it| self.text(&it.label));
            let source = self.source(source);
            if source == label {
                source
            } else {
                format!("{label} = {source}")
            }
        };
        let place = |column: &ColumnCode| {
            let columns = &register?.columns;
            columns.iter().position(|it| &it.code == column)
        };
        let mut fill: Vec<_> = fill.iter().collect();
        fill.sort_by_key(|(column, _)| place(column));
        fill.into_iter().map(pair).collect::<Vec<_>>().join(", ")
    }

    fn source(&self, source: &Source) -> String {
        match source {
            Source::Answer(field) => self.label(field),
            Source::Cell(table, column) => {
                let columns = self.procedure.field(table).map(Field::columns);
                let found = columns.and_then(|it| it.iter().find(|it| &it.code == column));
                found.map_or(column.to_string(), |it| self.text(&it.label).to_owned())
            }
            Source::Now => self.say("waktu itu", "that moment").to_owned(),
            Source::By => self.say("yang memutuskan", "whoever decided").to_owned(),
            Source::Applicant => self.say("pemohon", "the applicant").to_owned(),
        }
    }

    fn register(&self, code: &RegisterCode) -> String {
        let found = self.office.register(code);
        found.map_or(code.to_string(), |it| self.text(&it.title).to_owned())
    }

    fn labels(&self, fields: &[FieldCode]) -> String {
        let labels: Vec<String> = fields.iter().map(|field| self.label(field)).collect();
        labels.join(", ")
    }
}
