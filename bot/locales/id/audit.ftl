# Rantai riwayat: setiap kejadian dan berkas dirantai dengan yang sebelumnya, sehingga perubahan diam-diam ketahuan.

anchor =
    🔗 Jangkar riwayat { $day }: { $anchor }
    Mohon pesan ini tidak dihapus. Dengan jangkar ini siapa pun dapat memastikan bahwa riwayat sampai hari ini tidak diubah: <code>loket audit --anchor { $anchor }</code>
audit-whole = Rantai utuh. Mata rantai: { $links }; jangkar: { $anchor }
audit-broken = Rantai tidak utuh. Mata rantai: { $links }; jangkar: { $anchor }; yang tidak cocok: { $n }
audit-gap = mata rantai { $place }: yang sebelumnya hilang
audit-link = mata rantai { $place }: isinya tidak bersambung dengan yang sebelumnya
audit-end = mata rantai { $place }: ini bukan akhir rantai; yang sesudahnya hilang
audit-altered = { $ticket }, riwayat { $seq }: isinya atau berkas yang dikeluarkannya bukan lagi seperti yang dirantai (mata rantai { $place })
audit-unlinked = { $ticket }, riwayat { $seq }: tidak ada mata rantainya
audit-gone = { $ticket }, riwayat { $seq }: ada mata rantainya ({ $place }), tetapi riwayatnya hilang
audit-request-gone = permohonan dengan nomor basis data { $request }: ada mata rantainya ({ $place }), tetapi permohonannya hilang
audit-paper = { $ticket }, riwayat { $seq }: sidik berkas yang dikeluarkannya bukan sidik berkas yang dibuat
audit-anchor = jangkar { $place }: sidiknya tidak cocok dengan yang dipegang
audit-lost = jangkar { $place }: tidak dapat dicocokkan. Pada { $at } Loket dipulihkan dari cadangan { $copied_at }, yang rantainya berakhir di { $ends }; semua sesudah itu hilang, termasuk jangkar ini. Bila kantor tidak pernah memulihkannya, riwayat ini telah diubah.
audit-lost-somewhere = jangkar { $place }: tidak dapat dicocokkan. Pada { $at } Loket dipulihkan dari cadangan { $copied_at }; semua sesudah cadangan itu hilang. Bila kantor tidak pernah memulihkannya, atau jangkar ini lebih lama dari cadangan itu, riwayat ini telah diubah.
audit-number = nomor dari kertas { $number }: tidak seperti saat dicatat, atau tidak mempunyai mata rantai
audit-number-gone = nomor dari kertas: pernah terkait ({ $place }) dan sekarang tidak ada
