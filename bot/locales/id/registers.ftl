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
