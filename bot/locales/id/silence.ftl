# Kalimat bagi pemohon yang belum menjawab, dan permohonan yang dibuka kembali.

silent = ⏰ <b>Permohonan ini menunggu Bapak/Ibu</b>
silent-since = Menunggu sejak { $since }.
silent-ends = Tersisa { $n } hari kerja. Bila belum dilengkapi, permohonan berakhir dengan sendirinya pada { $day }.
silent-last = Ini pengingat terakhir.
request-lapses = Berakhir dengan sendirinya { $at } bila belum dilengkapi
button-reopen = 🔓 Buka Kembali
told-lapsed-silent = Permohonan <b>{ $ticket }</b> berakhir dengan sendirinya karena belum dilengkapi: { $status }. Bila masih diperlukan, permohonan dapat dibuka kembali sampai { $day } dengan nomor yang sama.
told-reopened = 🔓 Permohonan <b>{ $ticket }</b> · { $procedure } · { $agency } dibuka kembali dan menunggu pemohon.
told-reopened-lost = Yang sebelumnya dicadangkan dan kini sudah dipakai pihak lain:
told-reopened-thing = • { $thing }
told-reopened-repair = Mohon pilih yang lain saat melengkapi permohonan.
told-reopened-later = Ketersediaannya diperiksa lagi saat permohonan diproses. Bila perlu diganti, petugas akan menghubungi Bapak/Ibu melalui permohonan ini.
reopened = 🔓 Permohonan { $ticket } dibuka kembali dan dilanjutkan dari langkah semula.
reopened-toast = Permohonan dibuka kembali. Silakan dilengkapi.
reopen-too-late = Permohonan <b>{ $ticket }</b>: { $status }. Permohonan ini tidak dapat dibuka kembali; silakan mengajukan yang baru.
history-reopened = { $at } 🔓 dibuka kembali · { $by }
refused-not-reopened = Permohonan ini tidak dapat dibuka kembali, atau sudah berjalan lagi.
refused-too-late-to-reopen = Batas waktu membuka kembali sudah lewat ({ $until }). Silakan ajukan permohonan baru.
