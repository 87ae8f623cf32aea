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
paper-footer = Dokumen ini dibuat oleh Loket, { $office }, dan tidak memuat tanda tangan elektronik. Keasliannya dapat diperiksa dengan mengetik /cek { $code } kepada bot Loket.
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
paper-opening-report = Dengan hormat disampaikan laporan atas permohonan berikut:
paper-opening-permit = Berdasarkan permohonan yang telah diverifikasi, diberikan persetujuan dengan keterangan sebagai berikut:
paper-opening-refusal = Menindaklanjuti permohonan tersebut di atas, dengan ini diberitahukan bahwa permohonan belum dapat dipenuhi dengan alasan sebagai berikut:
paper-opening-handover = PIHAK PERTAMA dan PIHAK KEDUA telah melakukan serah terima dengan keterangan sebagai berikut:
paper-closing-refusal = Demikian disampaikan, atas perhatian Saudara diucapkan terima kasih.
paper-closing-handover = Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.
paper-closing-report = Demikian laporan ini disampaikan untuk dipergunakan sebagaimana mestinya.
paper-closing-pass = Tunjukkan kode ini kepada petugas. Berlaku satu kali, hanya untuk orang dan waktu yang tersebut di atas.
outline-paper-for-applicant = untuk pemohon
outline-paper-for-office = untuk dinas
outline-paper-for-all = untuk pemohon dan dinas
outline-paper-to = dikirim juga kepada { $roles }
outline-paper-number = bernomor { $number }
outline-paper-table = dengan tabel { $field }
outline-papers = Berkas
outline-papers-at-end = Berkas saat permohonan berakhir:
