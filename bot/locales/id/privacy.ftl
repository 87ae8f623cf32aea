# Kalimat tentang data pribadi dan batas pemakaian.

## Batas pemakaian
limit-acts = Pesan Bapak/Ibu datang terlalu cepat. Mohon tunggu satu menit, lalu silakan lanjutkan.
limit-files = Dalam satu jam sudah cukup banyak berkas yang diterima. Mohon kirim kembali berkas ini satu jam lagi.
limit-bytes = Ukuran semua berkas hari ini sudah mencapai batas 200 MB. Mohon kirim kembali berkas ini besok.
refused-links-barred = Terlalu banyak tautan undangan yang tidak dikenal. Mohon coba kembali setelah { $at }, atau hubungi Helpdesk.
told-guessing = ⚠️ Satu akun Telegram mencoba { $tries } tautan undangan yang tidak dikenal. Tautan dari akun itu ditolak selama satu jam; Bapak/Ibu tidak perlu melakukan apa-apa.
