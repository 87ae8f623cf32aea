# Menyiapkan loket di terminal.

init-where = Berkas pengaturan ditulis ke { $folder }.
init-token = Token bot dari @BotFather, misalnya 1234567890:AA…
init-token-shape = Ini bukan token: angka, titik dua, lalu paling sedikit 30 huruf dan angka.
init-token-known = Telegram mengenal bot ini: @{ $bot }.
init-token-unknown = Telegram tidak mengenal token ini. Mohon salin lagi dari @BotFather.
init-token-unchecked = Telegram tidak dapat dihubungi sekarang ({ $why }), jadi token belum diperiksa.
init-office = Nama kantor, misalnya Dinas Komunikasi dan Informatika Kota Seruni
init-place = Kota atau kabupatennya, misalnya Kota Seruni
init-domains = Domain milik kantor, dipisahkan koma, misalnya serunikota.go.id
init-domains-shape = Ini bukan nama domain: { $domain }
init-administrator = Nama administrator pertama
init-empty = Mohon diisi.
init-written = Ditulis: { $file }
init-next = Selanjutnya: periksa { $office }, lalu jalankan loket dengan systemctl enable --now loket atau loket run --settings { $settings }. Tautan untuk { $name } ada di catatan program (journalctl -u loket).
