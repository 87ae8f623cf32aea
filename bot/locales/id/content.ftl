# Yang ditulis orang di perjalanan permohonan: siapa menulis, apa yang berubah, siapa yang membaca.

passage-head = <b>{ $role }</b> · { $by }, { $at }:
passage-changed = { $label }: <s>{ $old }</s> → <b>{ $new }</b>
originals = Surat yang difoto per halaman dibuat menjadi satu PDF. Foto aslinya tetap tersimpan.
button-originals = 🖼 Foto asli, { $n } halaman: { $name }
original-page = { $caption } · foto asli halaman { $n }
paper-replaced = { $ticket } · { $label } · kiriman ke-{ $round }, { $at }; diganti dengan { $after } (kiriman ke-{ $next })
paper-instead = { $ticket } · { $label } · kiriman ke-{ $round }, { $at }; menggantikan { $before }
paper-gone = { $ticket } · { $label } · kiriman ke-{ $round }, { $at }; tidak berlaku lagi
form-read-by-office = <i>Hanya dibaca petugas dinas.</i>
form-read-by-all = <i>Dibaca juga oleh OPD pemohon.</i>
told-news = { $mark }Kabar permohonan <b>{ $ticket }</b> · { $procedure }
told-news-past = Permohonan Bapak/Ibu <b>{ $past }</b>.
told-taken-back = Yang kami sampaikan sebelumnya belum berlaku: hal ini diputuskan lagi. Kami kabari begitu ada keputusannya.

## Tulis ke meja

button-write = ✉️ Tulis ke Meja
button-write-office = ✉️ Tulis Pesan
button-answer = ✉️ Balas
button-hand-in = Sampaikan
form-word = <b>{ $ticket }</b> · ✉️ Pesan
word-paper = 📎 { $paper }
word-told = ✔️ Sudah disampaikan kepada { $n } orang. Permohonan berada di meja { $role }.
word-kept = ✔️ Tercatat dalam riwayat. Saat ini belum ada yang dapat diberi tahu di meja { $role }; pesan ini muncul pada kartunya.
word-which = Pesan Bapak/Ibu belum disampaikan. Untuk permohonan yang mana?
told-word = ✉️ <b>Pesan untuk permohonan ini</b>
history-wrote = { $at } ✉️ { $by }, { $role }
word-nobody = Pesan ini belum disampaikan kepada siapa pun: tidak ada permohonan Bapak/Ibu yang sedang berjalan. Silakan ajukan permohonan, atau lihat /bantuan untuk menghubungi kami.
word-hand-in = Sampaikan pesan ini ke meja { $role } untuk <b>{ $ticket }</b>?
word-paper-which = Berkas belum diperlukan saat ini, jadi tidak disimpan. Untuk menyampaikannya ke meja petugas, pilih permohonannya, tulis pesannya, lalu kirim lagi berkasnya.
button-resume-decision = Lanjutkan: { $ticket } · { $outcome }
button-resume-house = Lanjutkan: { $form } · { $about }
button-resume-form = Lanjutkan: { $form }
button-resume-more = … { $n } isian lainnya
button-resume-word = Lanjutkan pesan: { $ticket }
word-told-waiting = ✔️ Sudah disampaikan kepada { $n } orang. Permohonan sedang menunggu jawaban pemohon.
word-kept-waiting = ✔️ Tercatat dalam riwayat. Pesan ini muncul pada kartu petugas berikutnya.
word-hand-in-office = Sampaikan pesan ini kepada petugas untuk <b>{ $ticket }</b>?
word-paper-caption = Pesan
word-earlier = <i>… { $n } pesan sebelumnya ada di Riwayat.</i>
