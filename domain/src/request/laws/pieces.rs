//! The parts of random procedures that are always the same.

pub(super) const HEAD: &str = r#"
code = "any"
version = 1
prefix = "ANY"
title = "Apa saja"
about = "Apa saja."
source = "SOP apa saja"
opens = "pic"

[[end]]
code = "selesai"
label = "Selesai"
kind = "done"

[[end]]
code = "ditolak"
label = "Ditolak"
kind = "rejected"

[[end]]
code = "ditarik"
label = "Ditarik"
kind = "withdrawn"

[[end]]
code = "lewat"
label = "Lewat"
kind = "lapsed"

[[capacity]]
resource = "rack-units"
field = "tinggi"
times = "jumlah"

[[capacity]]
resource = "public-ips"
field = "jumlah"
"#;

pub(super) const FIRST: &str = r#"
[[step]]
code = "s0"
row = 1
title = "Ajukan"
activity = "Mengajukan"
performer = "pic"

[[step.field]]
code = "jenis"
label = "Jenis"
ask = "Apa jenisnya?"
kind = "choice"
options = [{ code = "a", label = "A" }, { code = "b", label = "B" }, { code = "c", label = "C" }]

[[step.field]]
code = "tinggi"
label = "Tinggi"
ask = "Berapa tingginya?"
kind = "number"
min = 1
max = 4
example = "2"

[[step.field]]
code = "jumlah"
label = "Jumlah"
ask = "Berapa jumlahnya?"
kind = "number"
min = 1
max = 6
example = "2"

[[step.field]]
code = "badge"
label = "Badge"
ask = "Badge yang mana?"
kind = "items"
pool = "badge"
at-least = 2

[[step.field]]
code = "unit"
label = "Unit"
ask = "Unit apa saja?"
kind = "rows"
count = "jumlah"
column = [{ code = "serial", label = "Nomor seri", kind = "text", example = "SN-1", unique = true }]

[[step.field]]
code = "lama"
label = "Lama"
ask = "Yang lama?"
kind = "entry"
register = "subdomain"
required = false
"#;

pub(super) const NAME: &str = r#"
[[step.field]]
code = "nama"
label = "Nama"
ask = "Apa namanya?"
kind = "subdomain-label"
example = "satu"
free-in = "subdomain"
"#;

/// A return to be repaired, a refusal for each step of an officer's, and what the first step needs.
pub(super) const REPAIR: &str = r#"
[[step]]
code = "lengkapi"
title = "Lengkapi"
activity = "Melengkapi"
performer = "pic"
pauses = true
repairs = true
expires = { ends = "lewat" }

[[step.outcome]]
code = "lagi"
label = "Lagi"
resume = true
"#;

pub(super) const OFFICERS: &str = r#"
[[step.outcome]]
code = "tolak"
label = "Tolak"
tone = "no"
reason = "required"
ends = "ditolak"

[[step.outcome]]
code = "kembali"
label = "Kembali"
tone = "return"
reason = "required"
to = "lengkapi"
marks = true
"#;
