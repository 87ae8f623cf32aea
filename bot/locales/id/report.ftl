# Laporan per layanan: dalam obrolan, di Excel, dan di atas kertas.

button-reports = 📑 Laporan
command-reports = Laporan bulanan, triwulanan, tahunan
figures-quarter = Triwulan { $n } Tahun { $year }
refused-report = Laporan layanan ini hanya untuk yang boleh melihat semua permohonan atau membaca registernya.
report-list = <b>Laporan</b>
    Silakan pilih layanannya.
report-none = Belum ada laporan yang dapat Bapak/Ibu unduh.
report-periods = <b>{ $title }</b>
    Silakan pilih masanya.
report-forms = <b>{ $title }</b> · { $span }
    PDF memuat ringkasan dan daftar permohonan; Excel memuat hal yang sama untuk diolah lagi. Silakan pilih jenis berkasnya.
report-caption = 📑 <b>{ $title }</b>
    { $span } · { $n } permohonan
    Dibuat { $at }
report-title = Laporan { $service }
report-introduction = Pendahuluan
report-introduction-text = Laporan layanan { $service } ini disusun dari permohonan yang tercatat pada Loket, menurut { $source }. Masa laporan: { $span }.
report-counted = Permohonan dihitung pada masa diterimanya, dan penyelesaiannya pada masa berakhirnya. Sisa awal ditambah yang diterima sama dengan yang berakhir ditambah yang masih berjalan.
report-summary = Ringkasan
report-what = Uraian
report-count = Jumlah
report-carried = Sisa dari masa sebelumnya
report-received-count = Diterima
report-done = Selesai
report-rejected = Ditolak
report-withdrawn = Ditarik
report-lapsed = Berakhir sendiri
report-still-open = Masih berjalan
report-open = Masih berjalan
report-open-at = Berjalan: { $step }
report-month = Bulan
report-by-month = Menurut Bulan
report-by-agency = Menurut OPD
report-unanswered = (tidak diisi)
report-times = Ketepatan Waktu
report-times-text = Lama tiap langkah dihitung dalam jam kerja sejak diterima sampai selesai, tanpa waktu menunggu pemohon, dan dibandingkan dengan waktu menurut SOP.
report-step = Langkah
report-standard = Waktu SOP
report-finished = Selesai
report-kept = Tepat waktu
report-share = Bagian
report-median = Median
report-longest = Terlama
report-requests = Daftar Permohonan
report-received = Diterima
report-ended-on = Berakhir
report-list-elsewhere = Daftar { $n } permohonan tidak dicetak di sini, karena lebih dari { $most } baris tidak terbaca lagi di atas kertas. Daftar selengkapnya ada dalam berkas Excel laporan ini.
report-footer = Dibuat oleh Loket, { $office }, dari permohonan yang tercatat pada saat itu.
report-numbered = Surat bernomor di kertas
