# Kalimat-kalimat Loket dalam bahasa Indonesia.
# Tanda <b> dan <i> dipahami Telegram; isi { $… } sudah diamankan sebelum masuk ke sini.

## Umum

yes = Ya
no = Tidak
landline = { $number }, telepon kantor atau rumah
unknown = (belum tahu)
skipped = (dilewati)
none = (tidak ada)
example = <i>Contoh: { $example }</i>
fact = { $label }: <b>{ $value }</b>
fact-ready = { $label }: <b>{ $value }</b> <i>(otomatis)</i>
fact-table = { $label } ({ $n } baris):
reason = Alasan: { $reason }
reason-returned = Dikembalikan karena: { $reason }
said = “{ $words }”
marked-rows = { $label } (baris { $rows })
to-repair = Yang perlu dilengkapi: <b>{ $fields }</b>

## Masuk

welcome = Terima kasih, { $name }. Akun ini sudah terhubung dengan Loket.
stranger =
    Selamat datang di Loket, { $office }.

    Akun Telegram ini belum terdaftar. Silakan minta tautan undangan kepada Helpdesk, lalu buka tautan itu dari ponsel ini.
refused-stranger = Akun Telegram ini belum terdaftar. Silakan minta tautan undangan kepada Helpdesk.
refused-link-unknown = Tautan undangan ini tidak dikenal. Mohon periksa kembali tautannya, atau minta tautan baru kepada Helpdesk.
refused-link-used = Tautan undangan ini sudah dipakai. Setiap tautan hanya berlaku satu kali. Silakan minta tautan baru kepada Helpdesk bila diperlukan.
refused-link-expired = Masa berlaku tautan undangan ini sudah habis (7 hari). Silakan minta tautan baru kepada Helpdesk.
refused-link-over = Tautan undangan ini tidak berlaku lagi: pembuatnya atau orang yang dituju sudah berganti tugas, atau OPD-nya sudah digabungkan. Silakan minta tautan baru kepada Helpdesk.

## Menu

home-greeting = Selamat datang di Loket <b>{ $office }</b>.
home-who = { $name } · { $roles }
home-who-of = { $name } · { $roles } · { $agency }
button-new = Ajukan Permohonan
button-mine = Permohonan Saya
button-tasks = Tugas Saya ({ $n })
button-help = Bantuan
button-languages = Bahasa / Language
button-registers = Register
button-schedules = Jadwal Pemakaian
button-schedule-day = Satu Hari
button-schedule-week = Seminggu
registers-title = Silakan pilih register. Untuk mencari, ketik saja kata kunci: nama, nomor seri, OPD, atau nomor tiket.
register-all = { $n } baris, yang terbaru di atas.
register-empty = Belum ada baris.
register-open = { $open }: <b>{ $n }</b>
register-none-open = { $open }: tidak ada.
register-search = <i>Untuk mencari, ketik kata kunci.</i>
button-all-lines = Semua Baris
found = Ditemukan { $n } catatan yang memuat “{ $words }”.
found-nothing = Tidak ada catatan yang memuat “{ $words }”. Silakan coba kata lain.
line-title =
    <b>{ $register }</b> · No. { $number }
    <b>{ $name }</b>
line-status = Status: <b>{ $status }</b>, sejak { $since }
line-agency = OPD: <b>{ $agency }</b>
button-line-request = Lihat Permohonan
button-menu = Menu
button-resume = Lanjutkan Draf: { $procedure }
languages-title = Silakan pilih bahasa. Please choose a language.
pin-about = 📌 Kartu permohonan terbaru dapat disematkan di atas percakapan selama permohonan berjalan.
button-pin = 📌 Sematkan Kartu Permohonan
button-pin-not = Lepas Sematan Kartu
pin-on = Kartu permohonan terbaru disematkan selama permohonan berjalan.
pin-off = Kartu permohonan tidak disematkan lagi.
new-title = Silakan pilih layanan, Bapak/Ibu.
new-none = Saat ini tidak ada layanan yang dapat Bapak/Ibu ajukan.
mine-title = Permohonan Bapak/Ibu ({ $n }). Silakan pilih untuk melihat di meja siapa.
mine-none = Belum ada permohonan. Silakan pilih Ajukan Permohonan di menu.
tasks-title = Tugas yang menunggu Bapak/Ibu ({ $n }). Yang paling lama menunggu ada di atas.
tasks-none = Tidak ada tugas yang menunggu. Terima kasih, Bapak/Ibu.
help-title = <b>Bantuan</b>
help-applicant =
    <b>Mengajukan permohonan.</b> Pilih Ajukan Permohonan, jawab pertanyaan satu per satu, periksa, lalu kirim. Bapak/Ibu dapat kembali ke pertanyaan sebelumnya, berhenti kapan saja, dan melanjutkannya lain hari.
    <b>Di meja siapa?</b> Pilih Permohonan Saya. Satu kartu per permohonan selalu menunjukkan keadaan terakhir; yang terbaru dapat disematkan lewat Bahasa / Language.
help-staff =
    <b>Menyelesaikan tugas.</b> Setiap tugas datang sebagai kartu dengan tombol. Menyetujui cukup satu ketukan; menolak atau mengembalikan perlu alasan. Keputusan pertama yang sah berlaku, dan semua salinan kartu ditutup bersama.
help-ticket = <b>Mencari permohonan.</b> Ketik nomor tiketnya, misalnya HWA-2026-0001 atau #1.
done-trouble = <b>Ada masalah dengan { $ticket }?</b>
    Mohon sampaikan kepada petugas loket dengan menyebut nomor tiketnya. Perubahan atau perbaikan dapat diajukan sebagai permohonan baru.
button-trouble = ❓ Ada Masalah?
help-contact = <b>Loket { $office }</b>
help-contact-address = Alamat: { $address }
help-contact-phone = Telepon: { $phone }
help-contact-email = Surel: { $email }
help-contact-hours = Jam layanan ({ $name }): { $hours } { $zone }
help-privacy = <i>Data Bapak/Ibu dipakai hanya untuk pelayanan ini. Jangan mengirim kata sandi, kode sumber, atau foto KTP melalui Telegram.</i>
command-menu = Menu utama
command-new = Ajukan permohonan
command-mine = Permohonan saya
command-tasks = Tugas saya
command-registers = Register
command-help = Bantuan
command-language = Pilih bahasa

## Formulir

form-opening = <b>{ $procedure }</b>
form-deciding = <b>{ $ticket }</b> · { $outcome }
form-share = { " · " }{ $share }%
form-at-once = <i>Boleh sekaligus, satu baris untuk tiap isian: { $labels }.</i>
form-line-unfit = { $label }: { $why }
form-prepare = 📋 Yang perlu disiapkan untuk { $n } isian ini:
form-prepare-least = 📋 Yang perlu disiapkan, untuk paling sedikit { $n } isian:
form-optional = <i>Boleh dilewati.</i>
form-blank-form = Formulir untuk diisi dan ditandatangani. Kirim hasilnya di sini sebagai jawaban.
form-blank-form-gone = Formulir ini sedang tidak dapat diunduh. Silakan lanjutkan dengan surat yang disusun sendiri, atau hubungi kami melalui /bantuan.
form-entries = <i>Silakan pilih dari tombol.</i>
form-many-entries = <i>Ada { $n } pilihan. Ketik sebagian namanya bila belum terlihat pada tombol.</i>
form-no-entry = <i>Belum ada yang dapat dipilih: OPD Bapak/Ibu belum memilikinya dalam register. Silakan batalkan permohonan ini.</i>
form-just-sent = ✅ { $minutes ->
    [0] Baru saja terkirim
   *[other] Sudah terkirim { $minutes } menit yang lalu
}: <code>{ $ticket }</code>. Ini permohonan baru.
form-name-free = ✅ <b>{ $name }</b> tersedia.
button-offer = Pakai { $name }
button-now = Sekarang
form-present-answer = Jawaban sekarang: <b>{ $answer }</b>
form-moment = <i>Pilih harinya, atau tulis hari dan jam, misalnya: { $example } 09.00.</i>
form-date = <i>Pilih harinya, atau tulis, misalnya: { $example }{ $when ->
    [ahead] , besok, Senin depan
    [past] , kemarin
   *[far] {""}
 }.</i>
form-month = <i>{ $month }. Pilih harinya, atau tulis.</i>
form-hour = <i>{ $day }. Pukul berapa?</i>
form-understood = 📅 { $label }: { $day }
button-yesterday = Kemarin
button-today = Hari Ini
button-tomorrow = Besok
button-other-day = 📅 Hari Lain
form-moment-past = <i>Pilih Sekarang, atau tulis misalnya: hari ini 08.30.</i>
form-file-limit = <i>{ $types }, paling besar { $max } MB.</i>
form-review = Mohon periksa sebelum dikirim.
form-confirm-no = Keputusan ini mengakhiri permohonan. Lanjutkan?
form-confirm-voice = Suara Anda tidak dapat diubah. Permohonan berakhir bila cukup banyak yang memutuskan sama. Lanjutkan?
form-choose = Isian mana yang akan diubah?
form-leave = Berhenti mengisi? Terakhir disimpan { $at }.
form-sent = ✔️ Terkirim. Isian ini tidak dapat diubah lagi.
form-parked = Draf disimpan. Lanjutkan dari menu kapan saja.
form-set-aside = 💾 Draf disimpan: { $form }. Lanjutkan?
form-dropped = Isian dihapus.
form-dropped-card = Dibatalkan. Belum ada yang diputuskan.
form-dropped-decision = Dibatalkan. Belum ada yang diputuskan; tombol pada kartu tetap dapat dipakai.
form-came-before = Pesan Anda dikirim sebelum pertanyaan ini muncul, jadi tidak dipakai sebagai jawabannya.
form-use-buttons = Silakan gunakan tombol di bawah ini.
table-rows = ({ $n } baris)
table-row = { $n }) { $row }
table-earlier-rows = <i>… { $n } baris di atasnya</i>
table-cell = <b>Baris { $row } · { $column }</b>
table-cell-of = <b>Baris { $row } dari { $rows } · { $column }</b>
table-paste = <i>Atau kirim banyak baris sekaligus:</i> <code>{ $columns }</code>
table-paste-one = <i>Dapat juga mengirim banyak sekaligus, satu per baris.</i>
table-look = Ada baris lain? Bila sudah lengkap, pilih Selesai.
table-as-before = Silakan tambah atau hapus baris, atau pilih Tetap Pakai.
table-full = Jumlah baris sudah cukup ({ $max }). Silakan pilih Selesai.
table-more = Masih kurang { $n } baris.
table-fewer = Kelebihan { $n } baris. Mohon hapus baris terakhir.
table-wrong-row = ⚠️ Baris ke-{ $row } kiriman Bapak/Ibu belum sesuai: <code>{ $cells }</code>
table-returned-row = ↩️ Baris ke-{ $row } perlu diperbaiki: <code>{ $cells }</code>
unfit-row-returned = Baris ke-{ $row } perlu diperbaiki.
table-wrong-later = { $n } baris lagi perlu diperbaiki sesudahnya.
table-wrong-cells = Baris itu memuat { $has } kolom, seharusnya { $needs }. Pisahkan kolom dengan titik koma.
table-wrong-option = <b>{ $column }</b>: mohon pilih salah satu dari { $options }.
table-wrong-twice = Isinya sama dengan baris ke-{ $same } kiriman itu.
table-correct-cell = Mohon kirim <b>{ $column }</b> yang benar untuk baris itu, atau seluruh barisnya: <code>{ $columns }</code>
table-correct-row = Mohon kirim baris itu saja yang sudah diperbaiki: <code>{ $columns }</code>
table-right-rows = Baris lain yang sesuai sudah tersimpan.
button-pass-row = Lewati Baris Ini
button-add-row = Tambah Baris
button-remove-row = Hapus Baris Terakhir
button-confirm-rows = Selesai ({ $n })
ask-reason = Mohon tuliskan alasannya.
ask-reason-usual = Mohon tuliskan alasan, atau pilih salah satu.
ask-marked-rows = Baris mana dari <b>{ $table }</b> yang perlu diperbaiki? Lewati bila semuanya.
ask-marked-usual = Isian mana yang perlu dilengkapi atau diperbaiki oleh pemohon? Alasan yang lazim menandai isiannya sekaligus.
ask-marked = Isian mana yang perlu dilengkapi atau diperbaiki oleh pemohon?
ask-again = <b>Mohon diperbaiki.</b>
asked-again = <i>Isian Bapak/Ibu tersimpan; ini pertanyaan terakhir.</i>
label-reason = Alasan
label-marked-rows = { $table }: baris
label-marked = Yang perlu dilengkapi
draft-older = Ada draf <b>{ $procedure }</b> yang terakhir disimpan { $at }. Lanjutkan draf itu, atau mulai baru?
button-continue = Lanjutkan Draf
button-fresh = Mulai Baru
button-keep = Tetap Pakai
button-unknown = Belum Tahu
button-blank-form = 📄 Unduh Formulir: { $paper }
button-explain = Apa Ini?
button-skip = Lewati
button-skip-send = Lewati dan Kirim
button-none = Tidak Ada
button-back = Kembali
button-cancel = Batal
button-confirm = Selesai Memilih ({ $n })
button-change = Ubah Isian
button-send-request = Kirim Permohonan
button-send = Kirim
button-send-surely = Ya, { $act }
button-go-on = Lanjut Mengisi
button-park = Simpan Draf
button-drop = Hapus Isian

## Berkas

paper-received = 📎 Berkas diterima: <b>{ $name }</b> ({ $size }).
paper-early = Berkas ini disimpan untuk pertanyaan berikutnya.
paper-album = Satu pertanyaan menerima satu berkas; hanya berkas pertama yang disimpan.
paper-album-none = Tidak ada foto dari kiriman ini yang disimpan; mohon kirim ulang semuanya.
paper-more = <i>Suratnya lebih dari satu halaman? Kirim saja foto berikutnya, atau pilih Halaman Berikutnya.</i>
paper-page = 📎 Halaman { $n } diterima. <b>{ $label }</b> kini satu PDF berisi { $n } halaman ({ $size }).
pages-so-far = Sudah ada { $n } halaman. Mohon kirim foto halaman { $next }, lalu seterusnya. Setelah halaman terakhir, pilih Selesai.
button-more-pages = ➕ Halaman Berikutnya
button-pages-done = ✔️ Selesai ({ $n } halaman)
button-pages-anew = Ulangi dari Halaman Pertama
paper-not-asked = Berkas belum diperlukan saat ini, jadi tidak disimpan.
paper-not-fetched = Berkas belum dapat diambil dari Telegram. Mohon kirim ulang.

## Yang terlihat di alamat

look-open = 🔎 <b>{ $address }</b> dapat dibuka ({ $status }).
look-status = 🔎 <b>{ $address }</b> sudah menjawab, tetapi dengan kode { $status }.
look-moved = Alamat itu mengalihkan ke { $to }.
look-certificate = Sertifikat berlaku sampai { $until }.
look-closed = 🔎 <b>{ $address }</b> belum dapat dibuka: { $why }.
look-closed-here = 🔎 Belum dapat dibuka: { $why }.
look-not-ours = 🔎 <b>{ $address }</b> tidak diperiksa. Loket hanya membuka alamat HTTPS di bawah { $domains }.
look-informs = Bapak/Ibu tetap dapat melanjutkan.
look-no-name = nama belum dikenal DNS
look-private = nama itu mengarah ke alamat internal, yang tidak dibuka oleh Loket
look-timeout = server tidak menjawab tepat waktu
look-refused = server menolak sambungan
look-redirects = terlalu banyak pengalihan
look-elsewhere = dialihkan ke { $to }, yang tidak dibuka oleh Loket
look-unclear = sambungan tidak berhasil
look-certificate-expired = masa berlaku sertifikat sudah habis
look-certificate-early = sertifikat belum mulai berlaku
look-certificate-name = sertifikat bukan untuk nama ini
look-certificate-issuer = penerbit sertifikat tidak dikenal
look-certificate-other = sertifikat tidak sah

## Isian yang belum sesuai

unfit-empty = ⚠️ Isian masih kosong. Mohon tuliskan jawabannya.
unfit-too-short = ⚠️ Isian terlalu pendek ({ $has } huruf). Paling sedikit { $min } huruf.
unfit-too-long = ⚠️ Isian terlalu panjang ({ $has } huruf). Paling banyak { $max } huruf; mohon dipersingkat.
unfit-name = ⚠️ Nama hanya memuat huruf, spasi, titik, koma, petik, tanda hubung, kurung, dan &. Mohon tulis nama lengkap.
unfit-letter-number = ⚠️ Nomor surat belum sesuai. Mohon tulis nomor seperti pada surat.
unfit-letter-sign = ⚠️ Tanda “{ $sign }” tidak dipakai dalam nomor surat. Yang dapat dipakai: huruf, angka, spasi, dan . , : / - _ ( ) & +
unfit-number = ⚠️ Mohon tulis angka saja.
unfit-whole-number = ⚠️ Mohon tulis angka bulat, tanpa koma.
unfit-number-small = ⚠️ Angka terlalu kecil. Paling sedikit { $min }.
unfit-number-large = ⚠️ Angka terlalu besar. Paling banyak { $max }.
unfit-date = ⚠️ Tanggal belum terbaca. Tulis tanggal, bulan, dan tahun dengan angka, atau besok, Senin depan.
unfit-no-such-day = ⚠️ Tanggal itu tidak ada di kalender. Mohon periksa tanggal dan bulannya.
unfit-date-time = ⚠️ Tanggal dan jam belum terbaca. Tulis tanggal, bulan, dan tahun dengan angka, lalu jamnya, seperti 09.30.
unfit-date-early = ⚠️ Tanggal terlalu awal. Paling awal { $from }.
unfit-date-late = ⚠️ Tanggal terlalu jauh. Paling akhir { $until }.
unfit-moment-early = ⚠️ Waktu itu terlalu awal. Paling awal { $from }.
unfit-moment-late = ⚠️ Waktu itu terlalu jauh. Paling akhir { $until }.
unfit-phone = ⚠️ Nomor HP belum sesuai. Contoh: 0812-0000-0000.
unfit-landline = ⚠️ Ini nomor telepon kantor atau rumah, bukan nomor HP. Mohon tulis nomor HP. Contoh: 0812-0000-0000.
unfit-email = ⚠️ Alamat surel belum sesuai. Mohon tulis seperti nama@dinas.go.id.
unfit-nip = ⚠️ NIP harus 18 angka. Contoh: 19900101 201503 1 001.
unfit-no-such-nip = ⚠️ Angka NIP belum sesuai susunannya (tanggal lahir, bulan pengangkatan, jenis kelamin, nomor urut). Mohon periksa kembali.
unfit-url = ⚠️ Tautan belum sesuai. Mohon tulis seperti https://contoh.go.id.
unfit-ip = ⚠️ Alamat IP belum sesuai. Contoh: 203.0.113.20.
unfit-ip-private = ⚠️ Alamat itu hanya berlaku di jaringan dalam. Mohon tulis alamat IP publik.
unfit-ip-outside = ⚠️ Alamat itu di luar jaringan dinas ({ $networks }). Mohon periksa kembali.
unfit-future = ⚠️ Waktu itu belum terjadi. Mohon tulis waktu yang sudah lewat, atau pilih Sekarang.
unfit-past = ⚠️ Waktu itu sudah lewat. Mohon tulis waktu yang akan datang.
unfit-item = ⚠️ “{ $item }” sedang dipakai atau tidak ada. Silakan pilih dari tombol.
unfit-entry = ⚠️ Itu tidak ada dalam pilihan. Silakan pilih dari tombol, atau ketik sebagian namanya.
unfit-name-in-use = ⚠️ Nama <b>{ $name }</b> sudah dipakai. Silakan pilih nama lain.
unfit-name-own = ⚠️ Nama <b>{ $name }</b> sudah dipakai atau diajukan oleh OPD Bapak/Ibu sendiri.
unfit-name-requested = ⚠️ Nama <b>{ $name }</b> sedang diajukan OPD lain dan disimpan untuknya sampai { $until }. Silakan pilih nama lain.
unfit-name-blocked = ⚠️ Nama <b>{ $name }</b> baru saja dilepas dan belum dapat dipakai sampai { $until }. Silakan pilih nama lain.
unfit-booked = ⚠️ <b>{ $name }</b> sudah dipesan untuk { $time }. Silakan pilih yang lain, atau waktu lain.
unfit-name-holder = Tercatat pada { $ticket }, { $agency }.
unfit-name-beneath = ⚠️ Nama <b>{ $name }</b> berada di bawah { $above }, milik OPD lain. Silakan pilih nama lain.
unfit-name-above = ⚠️ Di bawah nama <b>{ $name }</b> sudah ada nama milik OPD lain, jadi nama ini tidak dapat diberikan. Silakan pilih nama lain.
unfit-name-twice = ⚠️ <b>{ $name }</b> tertulis dua kali. Mohon periksa kembali.
unfit-recorded = ⚠️ { $what } <b>{ $name }</b> sudah tercatat. Mohon periksa kembali; bila memang benar, silakan hubungi Helpdesk.
unfit-recorded-at = ⚠️ { $what } <b>{ $name }</b> sudah tercatat pada { $ticket }, { $agency }. Mohon periksa kembali.
unfit-rack = ⚠️ Mohon tulis rak dan unitnya, misalnya: Rak 3, U12-U13.
unfit-label-protected = ⚠️ Nama itu termasuk nama yang dilindungi dan hanya untuk unit pemiliknya. Silakan pilih nama lain.
unfit-hostname = ⚠️ Alamat belum sesuai. Gunakan huruf kecil, angka, titik, dan tanda hubung.
unfit-hostname-outside = ⚠️ Alamat harus berakhiran { $domain }.
unfit-only-domain = ⚠️ Mohon tulis nama di depan { $domain }, misalnya dinsos.{ $domain }.
unfit-label-short = ⚠️ Nama terlalu pendek. Paling sedikit { $min } huruf.
unfit-label-long = ⚠️ Nama terlalu panjang. Paling banyak { $max } huruf.
unfit-label-character = ⚠️ Tanda “{ $found }” tidak dapat dipakai. Gunakan huruf kecil, angka, dan tanda hubung; diawali huruf. Contoh: dishub.
unfit-label-start = ⚠️ Nama harus diawali huruf. Contoh: dishub.
unfit-label-end = ⚠️ Nama tidak boleh diakhiri tanda hubung. Contoh: dishub.
unfit-label-digits = ⚠️ Nama tidak boleh hanya angka. Contoh: dishub.
unfit-label-encoded = ⚠️ Nama dengan dua tanda hubung di huruf ketiga dan keempat tidak dapat dipakai.
unfit-label-reserved = ⚠️ Nama itu tidak dapat dipakai karena termasuk nama yang dilindungi. Silakan pilih nama lain.
unfit-label-word = ⚠️ Nama yang memuat “{ $word }” tidak dapat dipakai. Silakan pilih nama lain.
unfit-choose-one = ⚠️ Silakan pilih salah satu tombol.
unfit-not-an-option = ⚠️ “{ $found }” tidak ada dalam pilihan. Silakan pilih salah satu tombol.
unfit-choose-among = ⚠️ Silakan pilih salah satu: { $options }
unfit-not-among = ⚠️ “{ $found }” tidak ada dalam pilihan. Silakan pilih: { $options }
unfit-choose-at-least = ⚠️ Silakan pilih paling sedikit { $n }.
unfit-yes-no = ⚠️ Silakan jawab Ya atau Tidak.
unfit-holder = ⚠️ Tidak ada pemegang jabatan ini dengan nama itu. Mohon ketik sebagian namanya saja, atau pilih dari tombol.
unfit-needs-text = ⚠️ Pertanyaan ini dijawab dengan tulisan. Mohon ketik jawabannya.
unfit-needs-file = ⚠️ Pertanyaan ini dijawab dengan berkas. Silakan unggah melalui tombol lampiran (📎).
unfit-needs-button = ⚠️ Silakan jawab dengan salah satu tombol.
unfit-type = ⚠️ Berkas belum dapat dibaca. Mohon kirim dalam bentuk { $allowed }.
unfit-type-found = ⚠️ Isi berkas ini ternyata { $found }. Mohon kirim dalam bentuk { $allowed }.
unfit-type-text = ⚠️ Ini berkas Word atau sejenisnya. Mohon simpan sebagai PDF (menu Berkas, Simpan Sebagai), lalu kirim lagi.
unfit-type-table = ⚠️ Ini berkas Excel atau sejenisnya. Mohon simpan sebagai PDF (menu Berkas, Ekspor), lalu kirim lagi.
unfit-type-slides = ⚠️ Ini berkas PowerPoint atau sejenisnya. Mohon simpan sebagai PDF (menu Berkas, Ekspor), lalu kirim lagi.
unfit-type-phone-picture = ⚠️ Ini foto HEIC, yang belum dapat dibuka di semua perangkat. Mohon kirim sebagai foto biasa (bukan sebagai berkas), atau dalam bentuk { $allowed }.
unfit-type-picture = ⚠️ Gambar seperti ini belum dapat diterima. Mohon kirim dalam bentuk { $allowed }.
unfit-type-envelope = ⚠️ Ini berkas bertanda tangan dalam amplop P7M. Mohon kirim surat di dalamnya dalam bentuk { $allowed }; tanda tangan elektronik di dalam PDF boleh.
unfit-type-packed = ⚠️ Ini kumpulan berkas yang dikemas (ZIP atau sejenisnya). Mohon buka, lalu kirim berkasnya satu per satu dalam bentuk { $allowed }.
unfit-type-web-page = ⚠️ Ini halaman web, bukan suratnya. Mohon unduh suratnya sebagai PDF, lalu kirim lagi.
unfit-type-cut-off = ⚠️ PDF ini terputus sebelum akhirnya, sehingga tidak dapat dibuka. Mohon unduh atau pindai ulang, lalu kirim lagi.
unfit-type-no-pages = ⚠️ PDF ini tidak berisi halaman. Mohon simpan atau pindai ulang, lalu kirim lagi.
unfit-type-locked = ⚠️ PDF ini meminta kata sandi sebelum dapat dibuka, sehingga petugas tidak dapat membacanya. Mohon buka berkasnya, simpan tanpa kata sandi (menu Cetak, Simpan sebagai PDF), lalu kirim lagi.
unfit-too-large = ⚠️ Berkas terlalu besar ({ $has }). Paling besar { $max } MB; mohon dikecilkan lalu kirim ulang.
unfit-empty-file = ⚠️ Berkas ini kosong. Mohon kirim ulang.
unfit-page-unreadable = ⚠️ Foto halaman { $page } tidak dapat dibaca, jadi belum ditambahkan. Mohon foto ulang, lalu kirim lagi.
unfit-page-twice = ⚠️ Foto ini sudah menjadi halaman { $page }, jadi tidak ditambahkan lagi.
unfit-too-many-pages = ⚠️ Satu berkas memuat paling banyak { $max } halaman foto. Halaman sebelumnya tetap tersimpan. Untuk surat yang lebih panjang, mohon pindai menjadi satu PDF.
unfit-pages-too-large = ⚠️ Dengan halaman ini berkas menjadi { $has }, sedangkan batasnya { $max } MB. Halaman ini belum ditambahkan; halaman sebelumnya tetap tersimpan. Mohon kirim fotonya dengan ukuran lebih kecil.
unfit-row = ⚠️ Baris ke-{ $row } kiriman ini, <b>{ $column }</b>: { $why } Belum ada yang disimpan dari kiriman ini; mohon kirim ulang semuanya.
unfit-row-twice = ⚠️ Baris ke-{ $row } kiriman ini sama dengan baris ke-{ $same }. Belum ada yang disimpan dari kiriman ini; mohon periksa, lalu kirim ulang semuanya.
unfit-cell-twice = ⚠️ Baris ke-{ $same } dan baris ke-{ $row } sama-sama memuat <b>{ $value }</b>. Tiap baris harus berbeda.
unfit-cell-there = ⚠️ “{ $value }” sudah ada di baris ke-{ $same } tabel. Tiap baris harus berbeda.
unfit-row-same = ⚠️ Isi baris ke-{ $row } sama dengan baris ke-{ $same }. Tiap baris harus berbeda.
unfit-row-there = ⚠️ Isinya sama dengan baris ke-{ $same } tabel.
unfit-row-cells = ⚠️ Baris ke-{ $row } kiriman ini memuat { $has } kolom, seharusnya { $needs }. Pisahkan kolom dengan titik koma. Belum ada yang disimpan dari kiriman ini; mohon kirim ulang semuanya.
unfit-too-many-rows = ⚠️ Tabel ini memuat paling banyak { $max } baris, sedangkan dengan kiriman ini menjadi { $has }. Tidak ada baris yang ditambahkan.
unfit-too-many-corrections = ⚠️ Yang perlu diperbaiki { $max } baris, sedangkan kiriman ini memuat { $has }. Baris yang sudah sesuai tidak perlu dikirim ulang.
unfit-rows-missing = ⚠️ Tabel ini memerlukan paling sedikit { $needs } baris; sekarang ada { $has }.

## Permohonan

request-heading = <b>{ $ticket }</b> · { $procedure }
request-status = Status: <b>{ $status }</b>
request-step = Langkah: { $step }
request-desk = Sedang di: <b>{ $role }</b>, sejak { $since }
request-desk-yours = Menunggu jawaban pemohon, sejak { $since }
request-due = Target selesai (SOP): { $due }
request-next = Berikutnya: { $step } ({ $role })
request-reserved = Kami simpan sampai <b>{ $until }</b>
request-ended = Berakhir { $at }
status-in-progress = Sedang diproses
status-returned = Dikembalikan untuk dilengkapi
status-asked = Menunggu jawaban pemohon
button-answers = Data
button-files = Berkas ({ $n })
button-history = Riwayat
button-whole = Selengkapnya
button-withdraw = Tarik Permohonan
button-withdraw-surely = Ya, Tarik
withdraw-ask = Permohonan ini akan ditarik dan tidak diproses lagi. Lanjutkan?
withdrawn = Permohonan { $ticket } ditarik.
withdraw-kept = Permohonan { $ticket } tidak ditarik dan tetap diproses.
history-title = <b>Riwayat permohonan { $ticket }</b>
history-day = <b>{ $day }</b> ({ $zone })
history-expired = { $at } ⌛ berakhir dengan sendirinya: pemohon tidak menjawab · Loket
history-timed-again = { $at } 📅 kalender kerja berubah; waktu baku semula sampai { $was }
history-opened = { $at } 📨 diajukan · { $by }
history-withdrawn = { $at } ↩️ ditarik pemohon · { $by }
history-decided = { $at } { $past } · { $by }, { $role } (SOP nomor { $row })
history-decided-added = { $at } { $past } · { $by }, { $role }

## Kartu

card-step = Langkah { $n } dari { $m } · sejak { $since }
card-returned = ↩️ <b>Dikembalikan untuk dilengkapi</b>
card-settled = { $mark }<b>{ $past }</b> oleh { $by }, { $role }, { $at }
card-withdrawn = ↩️ <b>ditarik pemohon</b>, { $at }
card-expired = ⌛ Berakhir dengan sendirinya: pemohon tidak menjawab · { $at }
card-alike = 🔎 Mirip dengan { $requests }
card-alike-answer = { $ticket } ({ $field } sama)
card-alike-open = { $ticket } (OPD yang sama, masih berjalan)
card-needs = <b>Kapasitas</b>
card-need = { $mark } { $title }: diminta { $asked }, tersedia { $free } dari { $total } { $unit }
decided = Tercatat. Terima kasih.

## Pemberitahuan

told-done = ✅ Permohonan <b>{ $ticket }</b> ({ $procedure }) selesai. Terima kasih, Bapak/Ibu.
told-rejected = ⛔ Permohonan <b>{ $ticket }</b> belum dapat disetujui.
told-rejected-next = Bila alasan di atas sudah teratasi, Bapak/Ibu dapat mengajukan kembali.
told-withdrawn = Bapak/Ibu telah menarik permohonan <b>{ $ticket }</b>. Terima kasih atas pemberitahuannya.
told-lapsed = Permohonan <b>{ $ticket }</b> berakhir: { $status }. Bapak/Ibu dapat mengajukan kembali.
told-expiring = ⏳ Cadangan untuk <b>{ $ticket }</b> ({ $procedure }) berakhir { $until }. Masih diperlukan?
told-expiring-next = Silakan lengkapi sebelum waktu itu, atau perpanjang melalui kartu permohonan. Bila tidak, cadangan dilepas dan permohonan berakhir.
told-expiring-last = Silakan lengkapi sebelum waktu itu; cadangan tidak dapat diperpanjang lagi. Bila tidak dilengkapi, cadangan dilepas dan permohonan berakhir.
button-show = Lihat Permohonan
told-ended = Pemberitahuan: <b>{ $ticket }</b> · { $procedure } · { $agency }. Status: <b>{ $status }</b>, { $at }.
told-informed = Pemberitahuan: <b>{ $ticket }</b> · { $procedure } · { $agency }.
told-informed-step = { $step }: <b>{ $past }</b>.

## Yang tidak dapat dilakukan

refused-no-such-button = Tombol ini tidak dikenal atau bukan untuk Bapak/Ibu. Ketik /menu untuk memulai kembali.
refused-not-yours = Tombol ini hanya untuk { $role }.
refused-own-request = Permohonan sendiri tidak dapat diputuskan sendiri. Pejabat lain akan memutuskannya.
refused-decided = Tugas ini sudah diselesaikan ({ $past }) oleh { $by }, { $role }, { $at }. Ketik /menu untuk yang lain.
refused-decided-by-you = Sudah Bapak/Ibu selesaikan ({ $past }), { $at }. Ketik /menu untuk yang lain.
refused-withdrawn = Permohonan ini sudah ditarik pemohon, { $at }. Tidak ada lagi yang perlu diputuskan.
refused-question-passed = Pertanyaan ini sudah lewat. Pertanyaan yang sekarang ada di bawah.
refused-draft-gone = Isian ini sudah selesai atau sudah dihapus. Ketik /menu untuk memulai kembali.
refused-already-sent = Sudah terkirim: { $ticket }.
refused-incomplete = Masih ada isian yang belum lengkap.
refused-not-open = Layanan ini sedang tidak dibuka. Silakan hubungi Helpdesk.
refused-may-not-open = Layanan ini diajukan oleh PIC OPD. Silakan hubungi Helpdesk bila diperlukan.
refused-no-agency = Akun ini belum terhubung dengan OPD. Silakan hubungi Helpdesk.
refused-unknown-code = Kode peran atau OPD tidak dikenal.
refused-too-late = Pengerjaan sudah dimulai, jadi permohonan tidak dapat ditarik lagi. Silakan hubungi Helpdesk.
refused-ended = Permohonan ini sudah berakhir.
refused-not-applicant = Tombol ini hanya untuk pemohon.
refused-may-not-see = Permohonan ini hanya dapat dilihat oleh pemohon dan petugas yang menanganinya.
refused-not-at-this-step = Pilihan ini tidak ada pada langkah yang sekarang. Silakan buka kembali kartunya dari /tugas.
refused-not-enough = Kapasitas { $title } tidak mencukupi: diminta { $asked } { $unit }, tersedia { $free } { $unit }. Silakan pilih keputusan lain.
refused-rules-lost = Aturan layanan untuk permohonan atau isian ini sedang tidak terbaca oleh Loket, jadi belum dapat dibuka atau diubah. Datanya tetap tersimpan. Mohon hubungi helpdesk.
refused-paper-lost = “{ $name }” tidak dapat dibuka dari arsip, dan administrator sudah diberi tahu. Mohon minta berkas itu kepada pengirimnya, atau coba lagi nanti.
refused-line-closed = { $name } sudah tidak aktif dalam register, jadi tidak dapat dilepas lagi.
refused-may-not-read = Register ini hanya dapat dibaca oleh petugas yang ditunjuk.
refused-agency-merged = { $agency } sudah bergabung ke { $into }. Silakan pilih kembali.
refused-gone = “{ $name }” tidak dapat dipilih lagi. Silakan pilih kembali.
refused-booked = { $name } sudah dipesan untuk { $time }. Silakan pilih waktu atau barang lain.
refused-booked-by = Tercatat pada { $ticket }, { $agency }.
refused-not-yet = Baru dapat dipilih mulai { $from }.
refused-not-offered = Pilihan ini tidak dapat dipakai lagi untuk permohonan ini.
refused-name-taken = { $name } sudah dipakai atau diajukan pihak lain. Silakan pilih yang lain, atau kembalikan permohonan.

## Lain-lain

trouble = Maaf, sistem kami sedang terganggu dan langkah Anda tadi belum tercatat. Silakan coba lagi beberapa saat lagi.
trouble-recorded = Langkah Anda sudah tercatat, tetapi jawabannya gagal kami susun. Ketik /menu untuk melanjutkan.
takes-longer = Sistem kami sedang terganggu. Langkah Anda tidak hilang dan dikerjakan begitu pulih; tidak perlu diulang.
unreadable = Maaf, pesan ini tidak dapat kami baca. Mohon kirim sekali lagi dengan cara lain, atau ketik /menu.
edited = Perubahan pada pesan lama tidak mengubah jawaban yang sudah diterima. Gunakan tombol Kembali atau Ubah Isian untuk mengubahnya.
