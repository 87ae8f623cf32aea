# Prosedur yang dicoba di terminal.
trial-how = Jawab setiap pertanyaan dengan satu baris; pilihan boleh dengan nomornya. Tabel: satu baris untuk setiap isian, sel dipisahkan titik koma, diakhiri baris kosong. Berkas, orang, dan baris register diterima apa adanya. < kembali memilih keputusan.
trial-example = contoh: { $example }
trial-skip = (baris kosong: dilewati)
trial-choose = Mohon pilih nomor 1 sampai { $most }.
trial-reason = Apa alasannya?
trial-marks = Isian mana yang perlu dilengkapi?
trial-row = Baris ke-{ $row }: { $cells }. Mohon tulis baris ini lagi ({ $columns }).
trial-clock = (waktu berlalu: { $leads }, { $at })
trial-clock-first = ⚠️ Waktu lebih dahulu memutuskan: { $leads }, { $at }.
trial-tells = kabar kepada pemohon: { $news }
trial-writes = register { $register }: { $name } · { $state }{ $cells }
trial-writes-closes = register { $register }: { $name } · { $state }, barisnya ditutup{ $cells }
trial-retires = baris register yang dipilih ditutup
trial-amends = baris register yang dipilih diperbarui
trial-renews = baris register yang dipilih berlaku sampai { $until }
trial-retires-until = baris register yang dipilih ditutup; namanya tertahan sampai { $until }
trial-reserves = dicadangkan: { $thing }
trial-gives-back = dilepas: { $thing }
trial-issues = berkas diterbitkan: { $title }
trial-admits = pemohon menjadi pengguna yang terdaftar
trial-stopped = Berhenti di sini: tidak ada jawaban lagi.

## Semua jalan (--all)

ways-back = ↩ kembali ke { $step }
ways-resumes = ↩ kembali ke langkah yang mengembalikannya
ways-too-often = bila sudah sebanyak yang diperbolehkan
trial-named = yang disebut dalam sebuah jawaban
trial-voice = suara { $n } dari { $of } yang diperlukan
trial-offers = Baris kosong: { $answer }
