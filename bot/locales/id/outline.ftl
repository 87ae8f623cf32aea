# Prosedur yang dicetak kembali sebagai tabel SOP (loket procedures show).

outline-number = No
outline-activity = Kegiatan
outline-performer = Pelaksana
outline-needs = Kelengkapan
outline-time = Waktu
outline-output = Output
outline-remark = Ket
outline-step = Langkah
outline-decisions = Keputusan
outline-questions = Pertanyaan
outline-added = (ditambahkan)

## Di atas tabel

outline-file = Berkas { $code }, versi { $version } · nomor tiket { $prefix }-… · dibuka oleh { $role }
outline-counter = di loket oleh { $roles }
outline-for-agency = untuk instansi menurut { $field }

## Di bawah tabel

outline-instruction = Di kartu
outline-stages = Tahap bagi pemohon: { $stages }
outline-ends = Akhir: { $ends }
outline-withdrawable = Dapat ditarik sebelum: { $step }
outline-informed = Diberi tahu saat berakhir: { $roles }
outline-facts = Isi kartu: { $facts }
outline-records = Pencatatan dan pendataan: { $records }
outline-capacity = Kapasitas:

## Langkah

outline-row = no. { $row } { $step }
outline-assigned = untuk yang dipilih pada "{ $field }"
outline-pauses = waktu dihentikan sementara
outline-repairs = menanyakan kembali isian yang ditandai
outline-stays-open = menunggu pemohon tanpa batas waktu
outline-expires = bila waktu cadangan habis → { $end }
outline-lapses = bila tidak dijawab → { $end }
outline-passes = dapat diteruskan otomatis dengan pelimpahan
outline-quorum-posts = satu suara setiap jabatan; diputuskan bila { $n } dari { $of } memilih yang sama
outline-side-by-side = siapa yang lebih dahulu dari jabatan-jabatan ini memutuskan
outline-quorum = diputuskan bila { $n } dari { $of } memilih yang sama
outline-voices = cukup { $n } suara
outline-takeover = dapat diambil alih { $roles }
outline-rests = menunggu sampai { $moment }, baru sejak itu waktunya dihitung
outline-alone = bila tidak ada tindakan dalam { $time }: { $outcome }
outline-alone-after = bila tidak ada tindakan dalam { $time } sesudah { $moment }: { $outcome }
outline-alone-at = bila tidak ada tindakan, tepat pada { $moment }: { $outcome }
outline-exact = tepat pada menitnya, juga di luar jam kerja
outline-alarm-before = { $time } sebelum { $moment } memberi tahu { $roles }
outline-from-moment = baru sejak { $moment }
outline-anew = bila perbaikannya mengubah jalannya, mulai dari awal jalan itu
outline-by-clock = hanya oleh sistem
outline-alarm-at = pada { $moment } memperingatkan { $roles }
outline-alarm-after = { $time } sesudah { $moment } memperingatkan { $roles }

## Keputusan

outline-exit-yes = YA: { $outcome }
outline-exit-no = TIDAK: { $outcome }
outline-exit-return = KEMBALI: { $outcome }
outline-returned-from = langkah yang mengembalikan
outline-only = hanya { $condition }
outline-at-most = paling banyak { $n } kali
outline-from-then-on = selebihnya → { $step }
outline-asks-all = menanyakan semuanya
outline-asks = menanyakan { $fields }
outline-one-tap = satu ketukan
outline-reason-required = alasan wajib
outline-reason-optional = alasan boleh diberikan
outline-together = beberapa permohonan dapat diputuskan sekaligus
outline-marks = menandai isian yang perlu diperbaiki
outline-facts-only = Hanya membaca fakta permohonan: { $roles }
outline-informs = memberi tahu { $roles }
outline-named = yang disebut dalam { $field }
outline-deciders = semua yang telah memutuskan
outline-prolongs = mengundurkan { $moment } { $time }
outline-end-done = selesai
outline-end-rejected = ditolak
outline-end-withdrawn = ditarik
outline-end-lapsed = berakhir sendiri

## Yang dicadangkan dan dicatat

outline-release = melepaskan cadangan { $names }
outline-release-but = melepaskan cadangan { $names } kecuali { $but }
outline-admits = pemohon menjadi { $role } dari { $agency }, bernama { $name }
outline-reserve = mencadangkan { $what } { $long }
outline-names-and-capacity = { $names } dan kapasitas
outline-some-capacity = kapasitas
outline-for-time = selama { $time }
outline-for-good = untuk seterusnya
outline-for-window = untuk waktu yang diminta
outline-pairs = baris dipasangkan menurut { $cell } = { $with }
outline-retire = menutup baris { $entry }
outline-held = yang disimpannya tertahan { $n } hari
outline-not-held = yang disimpannya langsung bebas
outline-each = satu baris untuk tiap { $field }
outline-called = bernama { $name }
outline-keeps = menyimpan yang dicadangkan
outline-closes = menutup baris
outline-lasts = berlaku sampai { $moment }
outline-stands = menjadi “{ $state }”
outline-amend = memperbarui baris { $entry }
outline-every-end = setiap akhir permohonan
outline-source-now = waktu itu
outline-source-by = yang memutuskan
outline-source-by-at = yang memutuskan { $place }
outline-source-applicant = pemohon
outline-source-reason = alasannya
outline-span = { $title }: dari { $from } sampai { $until } bersama-sama { $time }

## Pertanyaan

outline-unknown = boleh belum diketahui
outline-blank-form = formulir untuk diunduh: { $file }
outline-usual = alasan yang lazim: { $reasons }
outline-usually-wrong = yang lazim keliru: { $reasons }
outline-explained = penjelasan: “{ $words }”
outline-optional = boleh dilewati
outline-unique = tidak boleh sama di dua baris
outline-free-or-own = belum dipakai OPD lain
outline-free = belum dipakai
outline-once = hanya sekali seumur register
outline-once-a-year = hanya sekali dalam setahun
outline-ready = sudah terisi dari { $of }
outline-ready-option = sudah terisi: { $option }
outline-ready-default = sudah terisi dengan yang ditawarkan
outline-ready-none = ditanyakan hanya lewat Ubah Isian
outline-remembers = jawaban yang lalu ditawarkan
outline-looks = alamatnya dibuka dahulu
outline-if = bila { $condition }
outline-cond-is = { $field } = { $answer }
outline-cond-answered = { $field } dijawab
outline-cond-unanswered = { $field } tidak dijawab
outline-cond-among = setiap { $rows } ada di antara { $than }
outline-cond-after = { $field } melewati { $than }
outline-cond-before = { $field } sebelum { $than }
outline-cond-near = { $field } berjarak paling jauh { $distance } dari { $than }
outline-cond-same-day = { $field } jatuh pada hari yang sama dengan { $than }
outline-cond-equals = { $field } sama dengan { $than }
outline-cond-at-least = { $field } paling sedikit { $than }
outline-cond-at-most = { $field } paling banyak { $than }
outline-cond-plus = { $than } + { $plus }
outline-cond-column = { $column } pada { $line }
outline-cond-entered-by = diajukan oleh { $roles }
outline-cond-decided = pada { $step } diputuskan { $outcome }
outline-cond-chosen = pada { $step } sudah { $n } kali diputuskan { $outcome }
outline-cond-falls = { $field } jatuh { $on }
outline-cond-sent = permohonan dikirim { $on }
outline-cond-the-sending = saat permohonan dikirim
outline-cond-every-row = setiap baris { $table }: { $condition }
outline-cond-some-rows = paling sedikit { $n } baris { $table }: { $condition }
outline-cond-few-rows = paling banyak { $n } baris { $table }: { $condition }
outline-time-in-hours = dalam jam kerja
outline-time-off-hours = di luar jam kerja pada hari kerja
outline-time-working-day = pada hari kerja
outline-time-day-off = pada hari libur
outline-column-when = kolom { $column } { $condition }
outline-default = ditawarkan { $default }
outline-reason-length = { $min }–{ $max } huruf
outline-marks-only = yang dapat ditandai: { $fields }
outline-cond-not = bukan ({ $condition })
outline-and = { $one } dan { $other }
outline-must = harus: { $condition }
outline-distance-minutes = { $n } menit
outline-distance-hours = { $n } jam
outline-distance-days = { $n } hari
outline-alike = permohonan dengan jawaban yang sama disebut pada kartu
outline-or = { $one } atau { $other }
outline-yes = ya
outline-no = tidak

## Waktu

outline-minutes = { $n } menit
outline-hours = { $n } jam
outline-working-days = { $n } hari kerja
outline-tentative = Tentatif
outline-time-when = { $time } bila { $condition }
outline-tells = memberi kabar kepada pemohon
outline-shows = kartunya juga memuat { $fields }
outline-status = status bagi pemohon: { $status }
outline-read-by-all = dibaca juga oleh OPD
outline-read-by-office = hanya dibaca dinas
