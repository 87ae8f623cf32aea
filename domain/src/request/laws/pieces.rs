//! The parts of random procedures that are always the same.

pub(super) const HEAD: &str = r#"
code = "any"
version = 1
prefix = "ANY"
title = "Apa saja"
about = "Apa saja."
source = "SOP apa saja"
opens = "pic"

[report]
title = "Laporan"
by = ["jenis"]
list = ["jumlah"]

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
"#;

/// How much of what the office has only so much of.
pub(super) const CAPACITY: &str = r#"
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
code = "mulai"
label = "Mulai"
ask = "Mulai kapan?"
kind = "date-time"
from = "today+1"
until = "today+3"

[[step.field]]
code = "selesai"
label = "Selesai"
ask = "Sampai kapan?"
kind = "date-time"
from = "mulai + 30 menit"
until = ["mulai + 2 hari", "today + 6 hari kerja"]
default = "mulai + 2 jam"

[[step.field]]
code = "unit"
label = "Unit"
ask = "Unit apa saja?"
kind = "rows"
count = "jumlah"
column = [{ code = "serial", label = "Nomor seri", kind = "text", example = "SN-1", unique = true }, { code = "baru", label = "Baru", kind = "yes-no" }, { code = "merek", label = "Merek", kind = "text", example = "Contoh", when = { field = "baru", is = "yes" } }]

[[step.field]]
code = "petugas"
label = "Petugas"
ask = "Siapa petugasnya?"
kind = "person"
role = "helpdesk"
except = ["@self"]
required = false

[[step.field]]
code = "saksi"
label = "Saksi"
ask = "Siapa saksinya?"
kind = "person"
role = "helpdesk"
except = ["petugas"]
required = false

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
reason-min = 20
reason-max = 200
to = "lengkapi"
marks = ["jenis", "jumlah", "unit", "mulai"]
"#;

/// Something that is reserved for a window of time.
pub(super) const VEHICLE: &str = r#"
[[step.field]]
code = "kendaraan"
label = "Kendaraan"
ask = "Yang mana?"
kind = "items"
pool = "badge"
window = { from = "mulai", until = "selesai", before = "30 menit", after = "1 jam" }
"#;

/// What of the units has come back, each found again by what it says.
pub(super) const BACK: &str = r#"
[[step.field]]
code = "balik"
label = "Yang kembali"
ask = "Unit mana yang kembali?"
kind = "rows"
max = 6
column = [{ code = "serial", label = "Nomor seri", kind = "text", example = "SN-1" }]
"#;

/// The lines of the units, and what is told in them of those that have come back.
pub(super) const PAIRED: &str = r#"
[[register]]
code = "colocation"
at = "s0"
each = "unit"
name = "unit.serial"

[[register]]
code = "colocation"
at = "s1"
on = ["maju"]
each = "balik"
pair = { cell = "balik.serial", with = "unit.serial" }
closes = true
"#;

pub(super) const AMONG: &str = r#"must = [{ field = "balik.serial", among = "unit.serial", otherwise = "Nomor itu tidak ada." }]"#;

/// What only the office's clock takes.
pub(super) const BY_CLOCK: &str = r#"
[[step.outcome]]
code = "sendiri"
label = "Sendiri"
by = "clock"
asks = []
"#;
