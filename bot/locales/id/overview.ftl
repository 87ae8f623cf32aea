# Kalimat tentang daftar semua permohonan dan tentang orang yang tidak terjangkau.

## Semua permohonan

button-all = Semua Permohonan
list-entry = { $mark }<b>{ $ticket }</b> · { $subject }
list-standing = { $standing } · sejak { $since }
button-desks = Menurut Pejabat
button-stranded = ⚠️ Tanpa Pemegang ({ $n })
command-all = Semua permohonan
phase-running = Berjalan
phase-applicant = Menunggu Pemohon
phase-done = Selesai
phase-rejected = Ditolak
phase-dropped = Ditarik/Berakhir
all-of = Menunggu { $name }
all-stranded = Tanpa pemegang yang dapat dihubungi
all-title = Permohonan: <b>{ $view }</b> ({ $n })
all-late = ⏰ { $n } di antaranya melewati waktu baku langkahnya; ditampilkan lebih dahulu.
all-search = <i>Untuk mencari, ketik kata kunci: nomor tiket, OPD, pemohon, subdomain, aplikasi, atau nomor seri.</i>
desks-title = Permohonan berjalan, menurut meja. Silakan pilih.
desks-none = Tidak ada permohonan di meja mana pun.
sought = Ditemukan { $n } permohonan yang memuat “{ $words }”.
sought-nothing = Tidak ada permohonan maupun catatan register yang memuat “{ $words }”. Silakan coba kata lain.
button-sought = Semua Permohonan Ini ({ $n })
button-found = Semua Baris Register Ini ({ $n })

## Tidak terjangkau

lost =
    📵 <b>{ $name }</b> tidak dapat dihubungi lewat Loket sejak { $since }.
    { $roles }
lost-nothing = Saat ini tidak ada permohonan yang menunggu yang bersangkutan.
lost-waiting = Menunggu yang bersangkutan: <b>{ $n }</b> permohonan.
lost-alone = ⚠️ = tidak ada orang lain yang dapat menindaklanjuti.
lost-next = Mohon hubungi yang bersangkutan dengan cara lain dan minta membuka kembali percakapan dengan Loket (buka blokir, lalu /start). Bila berhalangan, mohon tunjuk pejabat lain lewat menu Orang &amp; Jabatan. Kartu dikirim ulang begitu yang bersangkutan kembali.
button-lost-all = Semua yang Menunggu ({ $n })
back =
    📶 <b>{ $name }</b> dapat dihubungi kembali. Kartu yang menunggu telah dikirim ulang.
    { $roles }
stranded = ⚠️ <b>Permohonan tanpa pemegang</b>
stranded-many = ⚠️ <b>Permohonan tanpa pemegang</b>
stranded-at = Di meja <b>{ $role }</b> ada { $n } permohonan, dan tidak ada yang dapat menindaklanjuti.
stranded-desk = Di meja <b>{ $role }</b> tidak ada yang dapat menindaklanjuti:
stranded-applicant = Menunggu pemohon, tetapi pemohon tidak dapat dihubungi:
stranded-nobody = – belum ada pemegang jabatan
stranded-own = – { $name }: pemohon sendiri
stranded-stands-in = – { $name }: mewakili pemohon
stranded-lost = – { $name }: tidak dapat dihubungi sejak { $since }
stranded-gone = – { $name }: tidak lagi memegang jabatan ini
stranded-next = Mohon tunjuk pejabat lain lewat menu Orang &amp; Jabatan, atau hubungi pemegang jabatannya dengan cara lain bila tidak terjangkau.
stranded-next-applicant = Mohon hubungi pemohon atau OPD-nya dengan cara lain.
stranded-hint = Tidak ada orang yang dapat dihubungi dan berwenang pada langkah permohonan ini. Daftar ini berkurang sendiri begitu ada yang dapat menindaklanjuti.
