//! The parts of random procedures that are always the same.

pub(super) const HEAD: &str = r#"
code = "any"
version = 1
prefix = "ANY"
title = "Apa saja"
about = "Apa saja."
source = "SOP apa saja"
opens = "pic"
inform-at-end = ["section-security", { role = "section-network", when = { field = "jenis", is = "b" } }, { deciders = true }, { named = "petugas", when = { field = "petugas", answered = true } }]
facts-only = ["section-security"]
facts = ["jenis", "jumlah"]
records = "Buku"
cost = "Tidak dipungut biaya"
stages = { received = "Masuk", examined = "Dibaca", work = "Dibuat", done = "Jadi" }

[sop]
name = "Apa Saja"
unit = "Sekretariat"
number = "1"
made = "2026-01-05"
revised = "2026-02-05"
effective = "2026"
signed-by = "division-head"
legal-basis = ["Undang-undang"]
qualification = ["Cakap"]
related = ["SOP lain"]
equipment = ["Meja"]
warning = ["Hati-hati"]

[report]
title = "Laporan"
by = ["jenis"]
list = ["jumlah"]

[[paper]]
code = "tanda-terima"
title = "Tanda Terima"
template = "receipt"
at = "s0"
for = "all"
shows = ["jenis", "jumlah"]
table = "unit"

[[paper]]
code = "berita-acara"
title = "Berita Acara"
template = "handover"
at = ["s0", "s1"]
on = ["kirim", "maju"]
when = { field = "jenis", is = "a" }
for = "office"
to = ["section-security"]
number = "{urut:3}/{tahun}"
says = "Diserahterimakan."
signs = "helpdesk"
holds-at = ["s1"]

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
ready = "a"
options = [{ code = "a", label = "A" }, { code = "b", label = "B" }, { code = "c", label = "C" }]

[[step.field]]
code = "tinggi"
label = "Tinggi"
ask = "Berapa tingginya?"
kind = "number"
remember = "tinggi"
alike = "tinggi"
alike-with = ["mulai"]
min = 1
max = 4
example = "2"

[[step.field]]
code = "jumlah"
label = "Jumlah"
ask = "Berapa jumlahnya?"
kind = "number"
usual = ["Jumlah tidak sesuai dengan surat"]
min = 1
max = 6
example = "2"

[[step.field]]
code = "badge"
label = "Badge"
ask = "Badge yang mana?"
kind = "items"
readers = "office"
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
after = "mulai"
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
code = "catatan"
label = "Catatan"
ask = "Apa catatannya?"
kind = "text"
example = "Segera"
suggest = ["Segera"]
unknown = true
explain = "Apa saja yang perlu diketahui."

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

/// A number that is given once in a year.
pub(super) const NUMBER: &str = r#"
[[step.field]]
code = "nomor"
label = "Nomor"
ask = "Berapa nomornya?"
kind = "text"
example = "12"
free-in = "nomor"
once = "year"
required = false
"#;

/// Two desks of the office's have a time together.
pub(super) const SPAN: &str = r#"
[[report.span]]
title = "Keduanya"
from = "s1"
until = "s2"
time = "2 hari kerja"
"#;

/// What stands in the table of the SOP, and who may do what there besides.
pub(super) const TOLD: &str = r#"row = 2
instruction = "Periksa"
needs = "Surat"
output = "Hasil"
remark = "Tidak ada"
reading = "Tanda hilang"
status = "Sedang diperiksa"
shows = ["tinggi"]
"#;

/// … and where one person decides.
pub(super) const FOR_ONE: &str = r#"takeover = ["division-head"]
assigned = "petugas"
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
past = "ditolak"
reason = "required"
usual = ["Tidak memenuhi syarat"]
tell = { say = "Ditolak.", facts = ["jenis"], contact = true }
inform = ["section-security"]
added = true
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

[[step.field]]
code = "hasil"
label = "Hasil"
ask = "Apa hasil tiap unit?"
kind = "rows"
extends = "unit"
column = [{ code = "layak", label = "Layak", kind = "yes-no" }, { code = "sebab", label = "Sebab", kind = "text", example = "Aus", when = { field = "layak", is = "no" } }]
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

[[register]]
code = "colocation"
at = "s1"
on = ["maju"]
each = "hasil"
name = "{hasil.serial}"
state = "dipakai"
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

/// What must hold of every request that is sent.
pub(super) const DEMANDS: &str = r#"must = [{ field = "jumlah", at-least = "tinggi", otherwise = "Terlalu sedikit." }, { any = [{ field = "selesai", same-day = "mulai" }, { field = "selesai", after = "mulai" }], otherwise = "Terbalik." }]"#;
