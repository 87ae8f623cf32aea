# Setting loket up on the terminal.

init-where = Settings are written to { $folder }.
init-token = The bot’s token from @BotFather, such as 1234567890:AA…
init-token-shape = This is no token: digits, a colon, then at least 30 letters and digits.
init-token-known = Telegram knows this bot: @{ $bot }.
init-token-unknown = Telegram does not know this token. Copy it from @BotFather once more.
init-token-unchecked = Telegram cannot be reached now ({ $why }), so the token is not checked.
init-office = The name of the office, such as Dinas Komunikasi dan Informatika Kota Seruni
init-place = Its city or regency, such as Kota Seruni
init-domains = The office’s own domains, with commas between them, such as serunikota.go.id
init-domains-shape = This is no domain name: { $domain }
init-administrator = The name of the first administrator
init-empty = Please enter something.
init-written = Written: { $file }
init-next = Next: look through { $office }, then start loket with systemctl enable --now loket or loket run --settings { $settings }. The link for { $name } is in the program’s log (journalctl -u loket).
