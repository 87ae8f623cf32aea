# The state of Loket: its machine and its office, a line each.

button-state = State of Loket
button-again = Check Again
doctor-title = <b>State of Loket</b>
doctor-token = Telegram knows this bot: @{ $bot }.
doctor-token-refused = Telegram does not answer with this token ({ $why }). Please check the network and LOKET_BOT_TOKEN.
doctor-asked = Messages are fetched from Telegram; { $n } wait there.
doctor-brought = Telegram brings messages to { $url }; { $n } wait there.
doctor-not-set = Telegram has not been told where to bring messages. Please start loket, or unset LOKET_WEBHOOK.
doctor-elsewhere = Telegram brings messages to another address: { $url }. Another program may have the same token; please stop it.
doctor-not-brought = Telegram could not bring a message: { $why }. Please check the proxy, the certificate, and LOKET_LISTEN.
doctor-clock = The machine’s clock agrees with Telegram’s.
doctor-clock-off = The machine’s clock is { $n } { $n ->
        [one] second
       *[other] seconds
    } off Telegram’s. Please switch time synchronisation (NTP) on.
doctor-room = Free space at { $folder }: { $size }.
doctor-room-little = Only { $size } are left at { $folder }. Please make room, or enlarge the disk.
doctor-gigabytes = { $whole }.{ $tenths } GB
doctor-database = The database can be read and fits this program.
doctor-database-older = The database is from an older version and is brought up to date when loket starts (changes: { $n }). Please make a backup first.
doctor-database-missing = There is no database yet; it is made when loket first starts. Where there should be one, please check DATABASE_URL and its folder.
doctor-pooled = Between loket and PostgreSQL stands a pooler (such as PgBouncer) that lends sessions for a transaction; loket does not run through it. Let DATABASE_URL lead to PostgreSQL itself, or use the mode session.
doctor-database-out = The database cannot be used: { $why }. Please check DATABASE_URL.
doctor-archive = The archive of papers can be written to.
doctor-archive-out = The archive of papers cannot be written to: { $why }. Please check LOKET_ARCHIVE and its permissions.
doctor-files = The office file and { $n } { $n ->
        [one] procedure
       *[other] procedures
    } can be read.
doctor-files-out = The office file or a procedure must be mended before loket starts again: { $why }
doctor-prints = Papers and receipts can be printed.
doctor-prints-not = Papers cannot be printed: { $why }
doctor-zone = At the office it is { $now }.
doctor-held = Every role that is needed has a holder.
doctor-vacant = Nobody holds: { $roles }. Requests will stop there. Please invite someone with /orang.
doctor-reachable = Everyone can be reached.
doctor-unreachable = People who cannot be reached: { $n }. See /orang; most often they have blocked this bot.
doctor-not-stranded = No request waits at a desk without anyone.
doctor-stranded = Requests at a desk without anyone: { $n }. See /semua.
doctor-in-time = Nothing has waited for too long.
doctor-behind = Something has been held up for { $minutes } { $minutes ->
        [one] minute
       *[other] minutes
    }: { $updates } { $updates ->
        [one] message
       *[other] messages
    } not handled, { $notices } news not delivered, planned tasks that are late: { $timers }. The reason stands in Loket’s log.
doctor-delivered = All news of this month was delivered.
doctor-undelivered = { $n } news of this month came to nobody: its reader has blocked the bot, or it could not be drawn up. The reason stands in Loket’s log.
doctor-made = Every paper that was issued has been made.
doctor-unmade = Papers that could not be made: { $n }. The reason stands in Loket’s log.
