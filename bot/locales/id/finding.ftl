# Kalimat tentang menemukan kembali: permohonan menurut nomor tiketnya.

ticket-several = Ada { $n } permohonan dengan nomor <b>{ $ticket }</b>. Silakan pilih.
ticket-not-among-all = Permohonan <b>{ $ticket }</b> tidak ditemukan di antara semua permohonan kantor ini.
ticket-not-among-part = Permohonan <b>{ $ticket }</b> tidak ditemukan di antara permohonan Bapak/Ibu dan permohonan layanan yang Bapak/Ibu tangani.
ticket-not-among-agency = Permohonan <b>{ $ticket }</b> tidak ditemukan di antara permohonan Bapak/Ibu dan permohonan { $agency }.
ticket-not-among-own = Permohonan <b>{ $ticket }</b> tidak ditemukan di antara permohonan Bapak/Ibu.
ticket-next = Mohon periksa kembali nomornya; nomor tiket tertulis di bagian atas kartu permohonan. Bila nomornya sudah benar, silakan tanyakan kepada Helpdesk.
ticket-next-all = Mohon periksa kembali nomornya, atau ketik kata lain: OPD, pemohon, subdomain, aplikasi, atau nomor seri.
