# Kalimat tentang lama langkah dibandingkan dengan waktu baku.

button-figures = Waktu Layanan
command-figures = Waktu layanan dibandingkan waktu baku
button-this-month = Bulan Ini
button-this-year = Tahun Ini
button-chart = 📊 Gambar
button-figures-all = Semua Layanan
button-figures-roles = Menurut Jabatan
figures-title = <b>Waktu Layanan</b> · { $of }
figures-all = Semua layanan
figures-roles = Menurut jabatan
figures-year = Tahun { $year }
figures-count = { $n } kali
figures-steps = { $n } langkah
figures-median = median { $time }
figures-standard = baku { $time }
figures-open = tanpa waktu baku
figures-kept = tepat waktu { $share }%
figures-most = 90% dalam { $time }
figures-longest = terlama { $time }
figures-paused = rata-rata { $net }, dengan jeda { $gross }
figures-total = <b>Jumlah:</b> { $line }
figures-note = <i>Jam kerja sejak langkah diterima sampai selesai. Waktu menunggu pemohon tidak dihitung, kecuali disebut “dengan jeda”.</i>
figures-earlier = <i>{ $span }: { $line }</i>
figures-none = Belum ada langkah yang selesai pada { $span }. Silakan pilih waktu atau layanan lain.
chart-mark = waktu baku
chart-good = sesuai waktu baku
chart-bad = melewati waktu baku
refused-figures = Waktu layanan hanya dapat dilihat oleh pimpinan, helpdesk, dan administrator.
lasting-moment = < 1 mnt
lasting-minutes = { $n } mnt
lasting-hours = { $n } jam
lasting-hours-minutes = { $hours } jam { $minutes } mnt
lasting-day = 1 hari kerja
lasting-days = { $n } hari kerja
took = ⏱ { $time }
took-paused = dengan jeda { $time }
took-kept = sesuai waktu baku ({ $time })
took-not-kept = melewati waktu baku ({ $time })
took-in-all =
    <b>Lama langkah yang selesai</b>
    Tanpa jeda: { $net }
    Dengan jeda menunggu pemohon: { $gross }
