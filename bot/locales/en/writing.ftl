# How numbers, days and times are written; and what this language calls itself.

language-name = English
decimal-mark = .
thousands-mark = ,
day = { $weekday }, { $day } { $month } { $year }
month = { $month } { $year }
moment = { $day }, { $hour }:{ $minute } { $zone }

weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday

month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December

time-of-day = { $hour }:{ $minute }
limit-today = today
limit-now = now
limit-days = { $n } { $n ->
        [one] day
       *[other] days
    }
limit-working-days = { $n } { $n ->
        [one] working day
       *[other] working days
    }
limit-hours = { $n } { $n ->
        [one] hour
       *[other] hours
    }
limit-minutes = { $n } { $n ->
        [one] minute
       *[other] minutes
    }
limit-after = { $base } + { $shift }
limit-before = { $base } − { $shift }
