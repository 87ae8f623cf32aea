# Kalimat tentang menemukan kembali: permohonan menurut nomor tiketnya, dan yang pernah diputuskan.

ticket-several = Ada { $n } permohonan dengan nomor <b>{ $ticket }</b>. Silakan pilih.
ticket-not-among-all = Permohonan <b>{ $ticket }</b> tidak ditemukan di antara semua permohonan kantor ini.
ticket-not-among-part = Permohonan <b>{ $ticket }</b> tidak ditemukan di antara permohonan Bapak/Ibu dan permohonan layanan yang Bapak/Ibu tangani.
ticket-not-among-agency = Permohonan <b>{ $ticket }</b> tidak ditemukan di antara permohonan Bapak/Ibu dan permohonan { $agency }.
ticket-not-among-own = Permohonan <b>{ $ticket }</b> tidak ditemukan di antara permohonan Bapak/Ibu.
ticket-next = Mohon periksa kembali nomornya; nomor tiket tertulis di bagian atas kartu permohonan. Bila nomornya sudah benar, silakan tanyakan kepada Helpdesk.
ticket-next-all = Mohon periksa kembali nomornya, atau ketik kata lain: OPD, pemohon, subdomain, aplikasi, atau nomor seri.

button-decided = Yang Pernah Saya Putuskan
decided-title = Permohonan yang pernah Bapak/Ibu putuskan, keputusan terbaru di atas. Silakan pilih untuk melihat Data, Berkas, dan Riwayatnya.
decided-none = Belum ada permohonan yang Bapak/Ibu putuskan.
decided-no-more = Tidak ada lagi yang lebih lama.
button-own-tasks = Tugas Saya

## Memilih orang

person-hint = <i>Ada { $n } orang. Silakan ketik sebagian namanya, atau pilih dari daftar.</i>
person-found = <i>Ditemukan { $n } orang untuk “{ $words }”. Silakan pilih, atau ketik nama lain.</i>
button-everybody = Semua Nama
person-none = ⚠️ Saat ini tidak ada <b>{ $role }</b> yang dapat dipilih.
person-none-of-agency = ⚠️ Saat ini OPD permohonan ini belum memiliki <b>{ $role }</b> yang dapat dipilih.
person-none-ask = Jabatan diberikan oleh Administrator atau Helpdesk; mohon hubungi { $names }. Isian ini tersimpan: ketik nama orangnya setelah jabatannya diberikan.
person-none-next = Jabatan diberikan oleh Administrator atau Helpdesk. Isian ini tersimpan: ketik nama orangnya setelah jabatannya diberikan.
