# Before Start: in the empty chat (at most 512 signs), and on the profile (at most 120).

introduction =
    Loket layanan { $office } di Telegram.

    • Ajukan permohonan: satu pertanyaan setiap kali, lalu kirim suratnya.
    • Lihat kapan saja di meja siapa permohonan itu.
    • Pejabat memutuskan dengan satu ketukan.

    Ketuk Mulai. Bila belum terdaftar, Loket menjelaskan caranya.
introduction-short = Ajukan permohonan layanan { $office }, dan lihat di meja siapa.
