# Surat dan berkas yang dikeluarkan dinas.
issued-caption = 📄 { $ticket } · { $title }
issued-number = Nomor: { $number }
issued-code = Kode pemeriksaan: { $code }
issued-superseded = Sudah diganti dengan yang lebih baru.
issued-list = Berkas yang dikeluarkan dinas untuk { $ticket }:
issued-line = • { $title }, nomor { $number }, { $at }
issued-none = Belum ada berkas yang dikeluarkan dinas untuk { $ticket }.
button-issued = 📄 { $title }
button-issued-older = 📄 { $title } (lama)
button-files-issued = Berkas
check-ask =
    Ketik kode pemeriksaan yang tertera pada surat, misalnya:
    /cek K7QF-3MZP-XW2D
check-no-code = “{ $typed }” bukan kode pemeriksaan. Kodenya dua belas huruf dan angka, misalnya K7QF-3MZP-XW2D. Mohon periksa lagi tulisannya.
check-unknown = ⛔ Tidak ada berkas dengan kode { $code }. Mohon periksa lagi tulisannya. Bila kodenya benar seperti yang tertera, berkas itu bukan dikeluarkan oleh Loket.
check-genuine = ✅ Asli: { $title }
check-number = Nomor: { $number }
check-issued = Dikeluarkan: { $at }
check-request = Permohonan: { $ticket } · { $procedure } · { $agency }
check-signed = Diputuskan oleh: { $post }
check-file = Sidik jari berkasnya (SHA-256): <code>{ $print }</code>
check-file-signed-at = ✍️ Telah ditandatangani secara elektronik; diterima kembali { $at }.
check-file-unsigned = ⚠️ Berkas ini belum ditandatangani. Yang berlaku adalah berkas yang sudah ditandatangani, dengan sidik jari di atas.
check-file-signed = ⚠️ Isi berkas ini adalah { $title } yang asli, dengan tanda tangan elektronik sebanyak { $n }, tetapi berkas bertanda tangan ini belum pernah diserahkan ke Loket. Siapa penandatangannya mohon diperiksa pada layanan verifikasi penerbit sertifikatnya.
check-file-altered = ⛔ Berkas ini bukan sebagaimana dikeluarkan: berawal sebagai { $title } yang asli, tetapi telah diubah.
check-file-unknown = ⛔ Tidak ada berkas yang dikeluarkan Loket dengan isi seperti ini. Bila di atasnya tertera kode pemeriksaan, ketik /cek dan kodenya untuk mengetahui berkas mana yang asli.
check-valid = Masih berlaku.
check-superseded = ⚠️ Tidak berlaku lagi: sudah diganti dengan yang lebih baru.
check-over = ⚠️ Tidak berlaku lagi.
check-removed = Isinya sudah dihapus karena masa simpannya habis.
check-compare = Mohon bandingkan keterangan di atas dengan berkas yang Bapak/Ibu pegang.
command-check = Periksa keaslian surat
undone-paper = ⚠️ Ada berkas yang tidak dapat dibuat, atau tidak ditemukan di arsip sebagaimana dibuat. Keputusannya sendiri tercatat dengan benar.
refused-paper-not-ready = Berkas ini sedang dibuat. Mohon coba lagi sebentar lagi.
paper-ticket = Nomor tiket
paper-agency = Instansi
paper-applicant = Pemohon
paper-received-at = Diterima
paper-attention = u.p. { $name }
paper-footer = Dibuat oleh Loket, { $office }. Tanda tangan elektronik, bila ada, ada di dalam berkas PDF-nya. Keasliannya diperiksa dengan mengetik /cek { $code } kepada bot Loket.
paper-confirmed =
    Diputuskan melalui Loket
    { $at }
paper-confirmed-by =
    Dikonfirmasi melalui Loket oleh { $name }
    { $at }
    akun Telegram …{ $account }
paper-awaits = (menunggu konfirmasi melalui Loket)
paper-unanswered =
    Dianggap diterima: tidak ada tanggapan
    sampai { $at }
paper-first-party = PIHAK PERTAMA
paper-second-party = PIHAK KEDUA
paper-opening-receipt = Telah diterima permohonan melalui Loket dengan keterangan sebagai berikut:
paper-opening-report = Sehubungan dengan permohonan berikut, dengan hormat disampaikan hal-hal sebagai berikut:
paper-opening-permit = Berdasarkan permohonan yang telah diverifikasi, diberikan persetujuan dengan keterangan sebagai berikut:
paper-opening-refusal = Menindaklanjuti permohonan Saudara dengan nomor tiket { $ticket } yang diterima pada { $at }, dengan ini diberitahukan bahwa permohonan tersebut belum dapat dipenuhi dengan alasan sebagai berikut:
paper-opening-handover = PIHAK PERTAMA dan PIHAK KEDUA telah melakukan serah terima dengan keterangan sebagai berikut:
paper-refusal-follow-up = Berdasarkan { $source }, terhadap penolakan ini dapat diajukan { $what } secara tertulis, satu kali, kepada { $role } paling lambat { $day }. Caranya: buka permohonan { $ticket } di Loket, lalu pilih { $button }.
paper-closing-refusal = Demikian disampaikan, atas perhatian Saudara diucapkan terima kasih.
paper-closing-handover = Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.
paper-closing-report = Demikian disampaikan untuk dipergunakan sebagaimana mestinya.
paper-head = Pimpinan { $agency }
paper-nature = Sifat
paper-nature-usual = Biasa
paper-annexes = Lampiran
paper-annexes-none = -
paper-subject-refusal = Penolakan Permohonan { $service }
paper-closing-receipt = Perkembangan permohonan dapat dilihat melalui Loket dengan nomor tiket tersebut. Tanda terima ini diterbitkan secara elektronik dan tidak memerlukan tanda tangan.
paper-closing-permit = Persetujuan ini hanya berlaku bagi orang dan waktu yang tersebut di atas.
paper-closing-pass = Tunjukkan kode ini kepada petugas. Berlaku satu kali, hanya untuk orang dan waktu yang tersebut di atas.
outline-paper-for-applicant = untuk pemohon
outline-paper-for-office = untuk dinas
outline-paper-for-all = untuk pemohon dan dinas
outline-paper-to = dikirim juga kepada { $roles }
outline-paper-number = bernomor { $number }
outline-paper-table = dengan tabel { $field }
outline-papers = Berkas
outline-papers-at-end = Berkas saat permohonan berakhir:
issued-signed = ✍️ Telah ditandatangani secara elektronik.
issued-sign-hint = Untuk ditandatangani secara elektronik (BSrE): unduh berkas PDF-nya, tanda tangani, lalu kirim kembali ke obrolan ini. Berkas yang sudah ditandatangani menggantikan berkas yang lama.
signed-taken =
    ✍️ Diterima: { $title } untuk { $ticket }. Tanda tangan elektronik di dalamnya: { $n }.
    Isinya sama dengan yang dikeluarkan, dan berkas ini menggantikannya. Sidik jari (SHA-256): <code>{ $print }</code>
    Loket tidak memeriksa sertifikatnya. Mohon periksa penandatangannya pada layanan verifikasi penerbit sertifikat.
signed-not-taken = ⛔ Berkas ini tidak dapat menggantikan { $title } untuk { $ticket }.
signed-altered = Isinya bukan lagi yang dikeluarkan dinas. Mohon tanda tangani berkas yang diunduh dari Loket tanpa mengubahnya.
signed-unreadable = Berkasnya tidak dapat dibaca sebagai PDF. Mohon kirim lagi.
signed-unsigned = Belum ada tanda tangan elektronik di dalamnya.
signed-other-bytes = Tanda tangan elektronik di dalamnya bukan untuk berkas ini.
refused-signed-elsewhere = Berkas ini sudah diterima kembali dengan tanda tangan lain. Mohon unduh berkas yang terbaru, tanda tangani, lalu kirim kembali.
check-on-paper = ✅ Tercatat: { $title }, nomornya ditulis di kertas
check-on-paper-for = Untuk: { $service } · { $agency }
check-on-paper-entered = Dicatat di Loket pada { $day }. Isi suratnya tidak ada di Loket.
