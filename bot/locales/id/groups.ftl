# Kalimat tentang grup.

group-goodbye = Loket melayani lewat percakapan pribadi, jadi saya pamit dari grup ini. Silakan kirim pesan langsung kepada saya.
group-bound = Grup ini kini menerima pemberitahuan tugas <b>{ $role }</b>. Keputusan tetap diambil lewat percakapan pribadi dengan Loket.
group-released = Grup ini tidak lagi menerima pemberitahuan dari Loket, jadi saya pamit. Terima kasih.
group-tap = Tombol tidak dilayani di dalam grup. Mohon gunakan percakapan pribadi dengan Loket.
group-ask =
    Loket ditambahkan ke grup <b>{ $group }</b>. Grup itu untuk peran apa?

    Grup hanya menerima pemberitahuan: nomor tiket, layanan, OPD, langkah, dan siapa yang memutuskan. Semua anggota grup dapat membacanya.
group-ask-surely = Grup <b>{ $group }</b> akan menerima pemberitahuan tugas <b>{ $role }</b>, dan semua anggotanya dapat membacanya. Sambungkan?
group-is-bound = Grup <b>{ $group }</b> menerima pemberitahuan tugas <b>{ $role }</b>.
group-ask-release = Loket akan keluar dari grup <b>{ $group }</b>, dan grup itu tidak lagi menerima pemberitahuan. Lanjutkan?
group-left = Loket keluar dari grup <b>{ $group }</b>.
group-lost = Loket dikeluarkan dari grup <b>{ $group }</b>, sehingga grup itu tidak lagi menerima pemberitahuan. Bila masih diperlukan, silakan tambahkan Loket kembali.
groups-title = Grup yang tersambung dengan Loket ({ $n }). Silakan pilih untuk mengatur.
groups-none = Belum ada grup. Untuk menyambungkan grup kerja, tambahkan Loket ke grup itu; Loket lalu bertanya di sini grup itu untuk peran apa.
button-groups = Grup
button-group-not = Bukan untuk Loket, Keluar
button-group-bind = Ya, Sambungkan
button-group-other = Pilih Peran Lain
button-group-release = Lepaskan Grup
button-group-release-surely = Ya, Lepaskan
refused-group-settled = Grup ini sudah diatur, atau Loket tidak lagi berada di dalamnya.
