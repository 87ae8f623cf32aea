# Kalimat tentang waktu: pengingat, daftar harian, dan yang berakhir dengan sendirinya.

reminder = ⏰ <b>Mohon perhatian</b>: permohonan ini masih menunggu tindak lanjut.
reminder-due = Diterima { $since }. Waktu baku langkah ini sampai { $due }.
reminder-since = Diterima { $since }.
button-open-task = Buka Permohonan
