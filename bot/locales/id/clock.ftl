# Kalimat tentang waktu: pengingat, daftar harian, dan yang berakhir dengan sendirinya.

reminder = ⏰ <b>Mohon perhatian</b>: permohonan ini masih menunggu tindak lanjut.
reminder-due = Diterima { $since }. Target selesai (SOP): { $due }.
reminder-since = Diterima { $since }.
button-open-task = Buka Permohonan

## Apakah tanggalnya benar
date-asked = ⚠️ Jam mesin Loket menunjukkan { $day }, padahal Loket terakhir bekerja { $since }. Apakah tanggal itu benar?
date-asked-next = Sampai ada jawaban, tidak ada yang dihapus dan tidak ada permohonan, isian, atau jabatan pengganti yang ditutup dengan sendirinya. Yang menurut jam itu sudah habis waktunya tidak berlaku: cadangan nama dan kewenangan pengganti. Pengingat dan daftar harian ikut menunggu. Semua yang lain berjalan seperti biasa.
button-date-right = Tanggal Benar, Lanjutkan
button-date-wrong = Tanggal Salah, Tunggu
date-right = ✅ Baik, tanggalnya benar. Yang sudah lewat masa simpan dihapus, dan yang sudah habis waktunya berakhir seperti biasa.
date-wrong = Baik, Loket menunggu. Mohon betulkan jam mesinnya; setelah itu semuanya berjalan lagi dengan sendirinya. Sampai saat itu tidak ada yang dihapus dan tidak ada yang berakhir dengan sendirinya.
