# Kalimat tentang waktu: pengingat, daftar harian, dan yang berakhir dengan sendirinya.

reminder = ⏰ <b>Mohon perhatian</b>: permohonan ini masih menunggu tindak lanjut.
reminder-due = Diterima { $since }. Waktu baku langkah ini sampai { $due }.
reminder-since = Diterima { $since }.
button-open-task = Buka Permohonan
waiting = 🗒 <b>Menunggu tindak lanjut</b> · { $day }
waiting-line = { $mark }{ $ticket } · { $step } · s.d. { $due }
waiting-line-open = { $ticket } · { $step }
waiting-beneath = <b>Di meja bawahan, sudah terlalu lama:</b>
waiting-beneath-line = { $ticket } · { $role } · sejak { $since }
