# Kalimat tentang data pribadi dan batas pemakaian.

## Batas pemakaian
limit-acts = Pesan Bapak/Ibu datang terlalu cepat. Mohon tunggu satu menit, lalu silakan lanjutkan.
limit-files = Dalam satu jam sudah cukup banyak berkas yang diterima. Mohon kirim kembali berkas ini satu jam lagi.
limit-bytes = Ukuran semua berkas hari ini sudah mencapai batas 200 MB. Mohon kirim kembali berkas ini besok.
refused-links-barred = Terlalu banyak tautan undangan yang tidak dikenal. Mohon coba kembali setelah { $at }, atau hubungi Helpdesk.
told-guessing = ⚠️ Satu akun Telegram mencoba { $tries } tautan undangan yang tidak dikenal. Tautan dari akun itu ditolak selama satu jam; Bapak/Ibu tidak perlu melakukan apa-apa.
told-paper-missing = ⚠️ Berkas “{ $name }” tidak ditemukan di arsip Loket.
told-paper-altered = ⚠️ Berkas “{ $name }” di arsip Loket bukan lagi yang dikirim dahulu: isinya berubah. Berkas itu tidak ditampilkan kepada siapa pun.
told-paper-ticket = Permohonan: { $ticket }
told-paper-next = Mohon kembalikan berkas { $file } dari cadangan ke folder arsip. Jika tidak ada cadangan, mintalah pengirimnya mengirim berkas itu sekali lagi. Pemberitahuan ini tidak diulang.

## Data pribadi
command-data = Data saya
button-data = Data Saya
button-forget = Lupakan Jawaban Saya
removed = (dihapus sesuai masa simpan)
data-title = <b>Data Bapak/Ibu di Loket</b>
data-who = Bapak/Ibu tercatat dengan nama { $name } dan nomor akun Telegram, sejak { $since }.
data-agency = Bapak/Ibu mewakili { $agency }.
data-roles = Peran Bapak/Ibu: { $roles }.
data-no-roles = Bapak/Ibu tidak memegang peran apa pun.
data-language = Percakapan ini memakai bahasa Indonesia; ketik /bahasa untuk menggantinya.
data-no-requests = Belum ada permohonan yang Bapak/Ibu kirim.
data-requests = Bapak/Ibu telah mengirim { $n } permohonan: { $tickets }. Isian dan berkasnya disimpan bersama permohonan.
data-requests-more = Bapak/Ibu telah mengirim { $n } permohonan: { $tickets }, dan { $more } yang lebih lama. Isian dan berkasnya disimpan bersama permohonan.
data-papers = Ada { $papers } berkas yang Bapak/Ibu kirim, dan { $drafts } isian yang belum selesai.
data-acts = Nama Bapak/Ibu tercatat { $n } kali dalam riwayat permohonan.
data-remembered = Jawaban berikut diingat agar tidak perlu diketik kembali:
data-remembered-more = … dan { $n } jawaban lain.
data-nothing-remembered = Tidak ada jawaban yang diingat untuk dipakai kembali.
data-forgotten = Jawaban Bapak/Ibu sudah dilupakan.
data-kept = Isian, alasan, dan berkas dihapus { $years } tahun setelah permohonan berakhir; yang tetap disimpan hanya pilihan, angka, tanggal, dan apa yang diputuskan, oleh siapa, dan kapan. Isian yang belum selesai dihapus setelah { $drafts } hari, dan pendaftaran yang ditolak setelah { $refused } hari. Pesan di percakapan ini dapat Bapak/Ibu hapus sendiri.
data-ask = Bila ada data yang keliru, silakan hubungi Helpdesk untuk memperbaikinya.

undone-notice = ⚠️ Ada pemberitahuan yang tidak dapat disusun. Pemberitahuan itu disisihkan, yang lain berjalan terus.
undone-update = ⚠️ Ada pesan atau ketukan yang gagal diproses. Pengirimnya sudah diberi tahu.
undone-timer = ⚠️ Ada pekerjaan terjadwal yang gagal dijalankan: pengingat, batas waktu, atau penutupan otomatis. Loket mencobanya lagi.
undone-behind = ⚠️ Ada yang menunggu lebih dari sepuluh menit di Loket: pesan yang belum diproses, kabar yang belum terkirim, atau pekerjaan terjadwal. Tidak ada yang hilang; semuanya menunggu giliran.
undone-backup = ⚠️ Cadangan harian hari ini belum berhasil dibuat. Loket mencobanya lagi setiap jam; yang lain berjalan seperti biasa.
undone-next = Sebabnya ada di log Loket. Mohon sampaikan kepada yang merawat aplikasi ini. Kabar seperti ini dikirim sekali sehari.
restored = ♻️ Loket dipulihkan dari cadangan yang dibuat { $at }. Semua yang tercatat sampai saat itu ada lagi.
restored-since = Yang dilakukan setelah itu tidak tercatat lagi, meskipun pesannya masih ada di obrolan. Mohon minta setiap orang memeriksa pekerjaannya sejak saat itu dan mengulangi yang hilang.
restored-anchors = Jangkar riwayat yang diberikan sesudah cadangan itu dibuat tidak dapat dicocokkan lagi.
restored-numbers = Supaya tidak ada nomor yang diberikan dua kali, { $count } nomor berikutnya dari setiap nomor tiket, surat, dan register dilewati. Mohon catat alasannya di buku agenda.
