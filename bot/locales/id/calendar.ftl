# Kalimat tentang kalender kerja: jam kerja, hari libur, dan cuti bersama.

button-calendar = Kalender Kerja
button-calendar-year = Libur { $year } ({ $n })
button-terms = Jam Kerja
button-day-add = Tambah Hari Libur
button-day-confirm = Konfirmasi
button-year-confirm = Konfirmasi Semua ({ $n })
button-calendar-change = Ubah
button-remove = Hapus
button-restore = Kembalikan
button-term-add = Tambah Jam Kerja Khusus
button-begin-later = Mulai Sehari Kemudian
button-end-later = Berakhir Sehari Kemudian
command-calendar = Jam kerja dan hari libur

calendar-title = <b>Kalender Kerja</b>
calendar-today = Hari ini, { $day }: { $hours } { $zone } ({ $name }).
calendar-today-off = Hari ini, { $day }: libur, { $name }.
calendar-today-free = Hari ini, { $day }: bukan hari kerja.
calendar-next = <b>Libur berikutnya</b>
calendar-day-line = { $day }: { $name }
calendar-expected = { $name } (perkiraan)
calendar-keeper = Untuk memasukkan daftar sekaligus, kirim berkas <code>.csv</code> (kolom tanggal, nama, jenis, sumber, status) atau <code>.ics</code> ke percakapan ini.
calendar-year = <b>Hari libur { $year }</b>: { $n } hari
calendar-year-empty = Belum ada hari libur yang tercatat.
calendar-year-expected = ⚠️ { $n } hari masih perkiraan, belum dikonfirmasi dengan keputusan resminya.
calendar-confirm-year = { $n } hari libur { $year } dinyatakan tetap. Mohon pastikan sudah sesuai keputusan resminya. Lanjutkan?
calendar-month = <b>{ $month }</b>
calendar-month-none = <b>{ $month }</b>
    Tidak ada hari libur.
calendar-kind = Jenis
calendar-holiday = libur nasional
calendar-joint-leave = cuti bersama
calendar-local = libur lokal
calendar-source = Dasar
calendar-status = Status
calendar-status-firm = tetap
calendar-status-expected = perkiraan, belum dikonfirmasi
calendar-free-anyway = Menurut jam kerja, hari itu memang bukan hari kerja.
calendar-day-removed = Dihapus: { $name }. Pada { $day } berlaku jam kerja seperti biasa.
calendar-terms = <b>Jam Kerja</b>
    Bila beberapa berlaku pada hari yang sama, yang terbawah dipakai.
calendar-term = { $from } sampai { $until }
calendar-term-from = Sejak { $from }
calendar-term-until = Sampai { $until }
calendar-term-removed = Dihapus: jam kerja { $name }.
calendar-recorded = Tercatat. Tenggat tugas yang terbuka dihitung ulang.

import-title = <b>{ $name }</b>
    Baru: { $new } · berubah: { $changed } · sama: { $same } · tidak terbaca: { $unread }
import-new = <b>Baru</b>
import-changed = <b>Berubah menjadi</b>
import-different = <b>Jenisnya berbeda</b>
    Berkas ini tidak menyebut dasarnya, jadi jenisnya tidak diubah kecuali hari itu dipilih.
import-different-day = { $day }: { $name } – { $known }, dalam berkas { $told }
import-unread = <b>Tidak terbaca, dilewati</b>
import-unnamed = <b>Masih perkiraan dan tidak ada dalam berkas</b>
import-line = Baris { $line }: { $why }
import-more = … dan { $n } lainnya
import-save = Belum ada yang disimpan. Ketuk hari yang tidak ikut, lalu simpan.
import-nothing = Tidak ada yang perlu disimpan.
import-saved = ✅ Tercatat: { $n } hari. Tenggat tugas yang terbuka dihitung ulang.
import-dropped = Dibatalkan. Tidak ada yang disimpan.
import-why-day = tanggalnya tidak terbaca
import-why-name = namanya kosong
import-why-kind = jenisnya bukan libur, cuti_bersama, atau lokal
import-why-status = statusnya bukan tetap atau perkiraan
import-why-twice = tanggalnya sudah ada di baris sebelumnya
import-why-recurring = acara berulang, mohon ditulis per tanggal
import-why-not-whole-days = bukan acara sehari penuh
import-why-cancelled = acaranya dibatalkan
import-why-observed = hari peringatan, bukan hari libur
import-why-format = tidak sesuai format
import-too-large = ⚠️ Berkas ini terlalu besar untuk daftar hari libur. Mohon kirim berkas paling besar { $kb } kB.
import-too-many = ⚠️ Berkas ini berisi lebih dari { $n } hari. Mohon kirim per tahun.
import-not-text = ⚠️ Berkas ini tidak terbaca sebagai teks. Mohon simpan ulang dengan pilihan “CSV UTF-8”.
import-no-columns = ⚠️ Baris pertama belum menyebut kolomnya. Mohon awali dengan: tanggal,nama,jenis,sumber,status
import-no-calendar = ⚠️ Berkas ini tidak berisi acara kalender. Mohon kirim berkas .ics hasil ekspor kalender.
import-empty = ⚠️ Tidak ada hari libur di dalam berkas ini.
import-unknown = ⚠️ Mohon kirim berkas .csv atau .ics.

told-calendar-empty = 📅 Hari libur { $year } belum tercatat. Agar tenggat dan pengingat tepat, mohon masukkan daftar dari keputusan bersama tiga menteri: satu per satu, atau dengan mengirim berkas .csv atau .ics.
told-calendar-expected = 📅 Hari libur { $year } ({ $n } hari) masih perkiraan. Agar tenggat dan pengingat tepat, mohon cocokkan dengan keputusan bersama tiga menteri, lalu konfirmasi.

unfit-hours-days = ⚠️ <b>{ $found }</b> tidak terbaca sebagai hari. Mohon tulis nama hari lalu jamnya, berurutan dari Senin.
unfit-hours-span = ⚠️ <b>{ $found }</b> tidak terbaca sebagai jam. Mohon tulis jam mulai dan selesai, misalnya 07.30-12.00.
unfit-hours-overlap = ⚠️ Jam <b>{ $found }</b> bersinggungan dengan jam lain pada hari yang sama. Istirahat adalah sela di antara dua jam.
unfit-hours-none = ⚠️ Belum ada jam kerja di dalamnya. Mohon tulis nama hari lalu jamnya.

refused-no-such-day-off = { $day } tidak tercatat sebagai hari libur.
refused-day-off-there = { $day } sudah tercatat sebagai libur: { $name }. Silakan ubah lewat Kalender Kerja, atau pilih tanggal lain.
refused-no-such-term = Jam kerja ini sudah tidak ada. Silakan buka lagi Kalender Kerja.
refused-term-there = Jam kerja bernama { $name } sudah ada. Silakan ubah yang itu, atau pakai nama lain.
refused-usual-hours-stay = Jam kerja tetap dapat diubah, tetapi tidak dapat dihapus.
refused-import-gone = Berkas ini sudah disimpan, dibatalkan, atau digantikan berkas yang lebih baru.
