# Cara menulis angka, hari, dan jam; dan nama bahasa ini sendiri.

language-name = Bahasa Indonesia
decimal-mark = ,
thousands-mark = .
day = { $weekday }, { $day } { $month } { $year }
month = { $month } { $year }
moment = { $day }, { $hour }.{ $minute } { $zone }

weekday-monday = Senin
weekday-tuesday = Selasa
weekday-wednesday = Rabu
weekday-thursday = Kamis
weekday-friday = Jumat
weekday-saturday = Sabtu
weekday-sunday = Minggu

month-january = Januari
month-february = Februari
month-march = Maret
month-april = April
month-may = Mei
month-june = Juni
month-july = Juli
month-august = Agustus
month-september = September
month-october = Oktober
month-november = November
month-december = Desember

time-of-day = { $hour }.{ $minute }
limit-today = hari ini
limit-now = sekarang
limit-days = { $n } hari
limit-working-days = { $n } hari kerja
limit-hours = { $n } jam
limit-minutes = { $n } menit
limit-after = { $base } + { $shift }
limit-before = { $base } − { $shift }
