# What is taken along of a register.
button-extract = ⬇️ Unduh
button-extract-all = Semua Tahun
button-extract-xlsx = Excel (XLSX)
button-extract-pdf = PDF
extract-years = <b>Unduh { $register }</b>
    Silakan pilih tahunnya.
extract-forms = <b>Unduh { $register }</b>
    { $span }: { $n } baris. Silakan pilih jenis berkasnya.
extract-year = Tahun { $year }
extract-all = Semua tahun
extract-name-all = Semua Tahun
extract-begun = Sedang disiapkan. Berkasnya segera dikirim ke sini.
extract-progress = ⏳ Sudah disusun: { $n } baris. Berkasnya dikirim ke sini begitu selesai.
extract-caption = 📄 <b>{ $register }</b>
    { $span } · { $n } baris
    Dibuat { $at }
extract-too-long = PDF hanya tersedia sampai { $most } baris; lebih dari itu tidak terbaca lagi di atas kertas. Silakan pilih Excel (XLSX), atau tahun tertentu.
extract-too-large = Berkasnya terlalu besar untuk Telegram. Silakan pilih tahun tertentu, atau minta administrator membuatnya dengan perintah loket export.
extract-failed = Maaf, berkasnya tidak dapat dibuat. Silakan coba lagi sebentar lagi.
extract-number = No.
extract-agency = OPD
extract-ticket = Tiket
extract-standing = Status
extract-opened = Dicatat
extract-closed = Ditutup
extract-span = Masa
extract-lines = Jumlah baris
extract-made = Dibuat
extract-anchor = Jangkar riwayat
extract-year-heading = Tahun { $year }
extract-footer = Dibuat oleh Loket, { $office }, dari isi register pada saat itu.

# Nomor yang ditulis di kertas selama Loket tidak berjalan.
button-numbers = 🔢 Nomor di Kertas
numbers = <b>Nomor di Kertas</b>
    Surat yang diberi nomor dengan tangan selama Loket tidak berjalan dicatat di sini dengan nomor dan tanggalnya sendiri. Mohon dicatat sebelum surat berikutnya dikeluarkan, agar nomornya tidak terpakai lagi.
numbers-line = • { $number }, { $day } · { $agency } · { $subject }
numbers-no-subject = (perihal sudah dihapus)
numbers-which-service = Untuk layanan mana?
numbers-which-paper = Untuk surat yang mana?
numbers-next = • { $title }, berikutnya { $next }
numbers-entered = ✅ Tercatat: { $number }, { $day }.
    Kode pemeriksaannya { $code }. Kode ini boleh ditulis di suratnya; /cek mengenalnya, juga nomornya.
numbers-list = Nomor di Kertas
numbers-list-letter = Surat
numbers-list-number = Nomor surat
numbers-list-day = Tanggal surat
numbers-list-subject = Perihal
numbers-list-code = Kode pemeriksaan
numbers-list-entered = Dicatat
unfit-not-next-number = ⚠️ Nomor sebelum itu belum dicatat. Yang berikutnya { $next }: mohon catat yang itu dulu.
unfit-number-given = ⚠️ Nomor { $number } sudah dipakai surat lain. Mohon periksa lagi nomor di kertasnya.
unfit-unlike-number = ⚠️ Nomor seperti itu tidak ada pada jenis surat ini. Untuk tanggal tersebut tertulis seperti { $like }. Boleh nomor urutnya saja.
unfit-no-such-ticket = ⚠️ Tidak ada permohonan dengan nomor tiket itu. Mohon periksa lagi, atau lewati.
refused-may-not-number = Nomor di kertas hanya dicatat oleh helpdesk dan administrator.

# Who decided where nobody did.
value-the-clock = sistem
