//! What the outline says about what is reserved and given back, and what is written down.

use domain::{
    code::{ColumnCode, FieldCode, LineStateCode, RegisterCode},
    procedure::{
        Admission, Amend, Demand, Entry, Field, Lasts, Outcome, Reserve, Retire, Source,
        SourcePiece, StandardTime,
    },
};

use crate::text::{phrase::Saying, words::t};

impl Saying<'_> {
    /// What an outcome does to reservations and to a line that was chosen.
    pub(super) fn effects(&self, outcome: &Outcome) -> Vec<String> {
        let mut effects = Vec::new();
        effects.extend(outcome.reserve.as_ref().map(|it| self.reserve(it)));
        if !outcome.release.is_empty() {
            effects.push(self.release(outcome));
        }
        effects.extend(outcome.retire.as_ref().map(|it| self.retire(it)));
        effects.extend(outcome.amend.as_ref().map(|it| self.amend(it)));
        effects.extend(outcome.admits.as_ref().map(|it| self.admits(it)));
        effects
    }

    fn release(&self, outcome: &Outcome) -> String {
        let (s, names) = (self.s, self.labels(&outcome.release));
        if outcome.stays.is_empty() {
            return t!(plain s, "outline-release", names = names);
        }
        let but = self.labels(&outcome.stays);
        t!(plain s, "outline-release-but", names = names, but = but)
    }

    /// "pemohon menjadi PIC OPD dari Instansi, bernama Nama"
    fn admits(&self, admission: &Admission) -> String {
        t!(
            plain self.s,
            "outline-admits",
            role = self.role(&admission.role),
            agency = self.label(&admission.agency),
            name = self.label(&admission.name)
        )
    }

    /// "mencadangkan Nama diminta dan kapasitas selama 10 hari kerja"
    fn reserve(&self, reserve: &Reserve) -> String {
        let (s, names) = (self.s, self.labels(&reserve.names));
        let what = match (reserve.capacity, names.is_empty()) {
            (false, _) => names,
            (true, false) => t!(plain s, "outline-names-and-capacity", names = names),
            (true, true) => t!(plain s, "outline-some-capacity"),
        };
        let days = |days| {
            let time = self.time(StandardTime::Days(days));
            t!(plain s, "outline-for-time", time = time)
        };
        let mut fields = reserve
            .names
            .iter()
            .filter_map(|code| self.procedure.field(code));
        let is_window = fields.any(|field| field.window().is_some());
        let long = match reserve.lasts {
            _ if is_window => t!(plain s, "outline-for-window"),
            Lasts::Usual => days(self.office.hold_days),
            Lasts::Days(count) => days(count),
            Lasts::ForGood => t!(plain s, "outline-for-good"),
        };
        t!(plain s, "outline-reserve", what = what, long = long)
    }

    /// "menutup baris Server yang diambil (Tanggal keluar = waktu itu); yang disimpannya tertahan 365 hari"
    fn retire(&self, retire: &Retire) -> String {
        let s = self.s;
        let mut said = t!(plain s, "outline-retire", entry = self.label(&retire.entry));
        if let Some(register) = self.procedure.chosen_from(&retire.entry)
            && !retire.fill.is_empty()
        {
            said = format!("{said} ({})", self.filled(register, &retire.fill));
        }
        if let (Some(state), Some(register)) =
            (&retire.state, self.procedure.chosen_from(&retire.entry))
        {
            said = format!("{said}, {}", self.stands(register, state));
        }
        let then = match retire.blocked.filter(|days| *days > 0) {
            Some(days) => t!(plain s, "outline-held", n = days),
            None => t!(plain s, "outline-not-held"),
        };
        format!("{said}, {then}")
    }

    /// "memperbarui baris Sertifikat (Diperpanjang = waktu itu); berlaku sampai Berlaku sampai yang baru"
    fn amend(&self, amend: &Amend) -> String {
        let s = self.s;
        let mut said = t!(plain s, "outline-amend", entry = self.label(&amend.entry));
        if let Some(register) = self.procedure.chosen_from(&amend.entry)
            && !amend.fill.is_empty()
        {
            said = format!("{said} ({})", self.filled(register, &amend.fill));
        }
        if !amend.expires.is_empty() {
            said = format!("{said}, {}", self.lasts(&amend.expires));
        }
        match (&amend.state, self.procedure.chosen_from(&amend.entry)) {
            (Some(state), Some(register)) => format!("{said}, {}", self.stands(register, state)),
            _ => said,
        }
    }

    /// "menjadi “Rusak”"
    fn stands(&self, register: &RegisterCode, state: &LineStateCode) -> String {
        let register = self.office.register(register);
        let found = register.and_then(|register| register.state(state));
        let state = found.map_or(state.as_str(), |it| self.s.text(&it.label));
        t!(plain self.s, "outline-stands", state = state)
    }

    fn lasts(&self, fields: &[FieldCode]) -> String {
        let moment = self.moments(fields);
        t!(plain self.s, "outline-lasts", moment = moment)
    }

    /// "Ruang rak (U): Tinggi tiap unit × Jumlah unit"
    pub(super) fn demand(&self, demand: &Demand) -> String {
        let resource = self.office.resource(&demand.resource);
        let title = resource.map_or(demand.resource.to_string(), |it| {
            format!("{} ({})", self.s.text(&it.title), self.s.text(&it.unit))
        });
        let times = demand.times.as_ref().map(|times| self.label(times));
        let times = times.map_or(String::new(), |times| format!(" × {times}"));
        format!("{title}: {}{times}", self.label(&demand.field))
    }

    /// "Register Subdomain ← no. 4 Buat Subdomain: Selesai; bernama Alamat lengkap; Jenis = …; menutup baris"
    pub(super) fn entry(&self, entry: &Entry) -> String {
        let s = self.s;
        let register = self.part(&entry.register.clone().into());
        let mut said = vec![format!("{register} ← {}", self.written_at(entry))];
        said.extend(entry.when.as_ref().map(|when| self.condition(when)));
        if let Some(each) = &entry.each {
            said.push(t!(plain s, "outline-each", field = self.label(each)));
        }
        if let Some(pair) = &entry.pair {
            let (cell, with) = (
                self.answer_or_column(&pair.cell),
                self.answer_or_column(&pair.with),
            );
            said.push(t!(plain s, "outline-pairs", cell = cell, with = with));
        }
        if let Some(name) = &entry.name {
            said.push(t!(plain s, "outline-called", name = self.source(name)));
        }
        if !entry.fill.is_empty() {
            said.push(self.filled(&entry.register, &entry.fill));
        }
        if !entry.expires.is_empty() {
            said.push(self.lasts(&entry.expires));
        }
        if let Some(state) = &entry.state {
            said.push(self.stands(&entry.register, state));
        }
        if entry.keeps {
            said.push(t!(plain s, "outline-keeps"));
        }
        if entry.closes {
            said.push(t!(plain s, "outline-closes"));
        }
        said.join("; ")
    }

    fn written_at(&self, entry: &Entry) -> String {
        let Some(at) = &entry.at else {
            return t!(plain self.s, "outline-every-end");
        };
        let Some(step) = self.procedure.step(at) else {
            return at.to_string();
        };
        let labels = entry.on.iter().map(|on| {
            let outcome = step.outcome(on);
            outcome.map_or(on.as_str(), |outcome| self.s.text(&outcome.label))
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
            let label = found.map_or(column.as_str(), |it| self.s.text(&it.label));
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
        let s = self.s;
        match source {
            Source::Answer(field) => self.label(field),
            Source::Cell(table, column) => {
                let columns = self.procedure.field(table).map(Field::columns);
                let found = columns.and_then(|it| it.iter().find(|it| &it.code == column));
                found.map_or(column.to_string(), |it| s.text(&it.label).to_owned())
            }
            Source::Now => t!(plain s, "outline-source-now"),
            Source::By => t!(plain s, "outline-source-by"),
            Source::ByAt(step) => {
                let place = self.procedure.step(step).map(|step| self.place(step));
                let place = place.unwrap_or_else(|| step.to_string());
                t!(plain s, "outline-source-by-at", place = place)
            }
            Source::Applicant => t!(plain s, "outline-source-applicant"),
            Source::Reason => t!(plain s, "outline-source-reason"),
            Source::Words(words) => format!("“{words}”"),
            Source::Composed(pieces) => {
                let piece = |it: &SourcePiece| match it {
                    SourcePiece::Words(words) => words.clone(),
                    SourcePiece::Of(source) => self.source(source),
                };
                pieces.iter().map(piece).collect()
            }
        }
    }
}
