# Sentences about when the office works: hours, days off, joint leave.

button-calendar = Work Calendar
button-calendar-year = Days Off { $year } ({ $n })
button-terms = Working Hours
button-day-add = Add a Day Off
button-day-confirm = Confirm
button-year-confirm = Confirm All ({ $n })
button-calendar-change = Change
button-remove = Remove
button-restore = Put Back
button-term-add = Add Hours for a Term
button-begin-later = Begins a Day Later
button-end-later = Ends a Day Later
command-calendar = Working hours and days off

calendar-title = <b>Work Calendar</b>
calendar-today = Today, { $day }: { $hours } { $zone } ({ $name }).
calendar-today-off = Today, { $day }: day off, { $name }.
calendar-today-free = Today, { $day }: no working day.
calendar-next = <b>Next days off</b>
calendar-day-line = { $day }: { $name }
calendar-expected = { $name } (expected)
calendar-keeper = To enter a whole list, send a <code>.csv</code> file (columns tanggal, nama, jenis, sumber, status) or an <code>.ics</code> file to this chat.
calendar-year = <b>Days off { $year }</b>: { $n }
calendar-year-empty = No days off are entered yet.
calendar-year-expected = ⚠️ { $n } of them are expected, and not yet confirmed by the official decree.
calendar-confirm-year = The days off of { $year } become firm ({ $n } in all). Please make sure that they agree with the official decree. Go on?
calendar-month = <b>{ $month }</b>
calendar-month-none = <b>{ $month }</b>
    There are no days off.
calendar-kind = Kind
calendar-holiday = national holiday
calendar-joint-leave = joint leave
calendar-local = local day off
calendar-source = Decree
calendar-status = Status
calendar-status-firm = firm
calendar-status-expected = expected, not confirmed
calendar-free-anyway = By the working hours it is no working day anyway.
calendar-day-removed = Removed: { $name }. On { $day } the usual hours hold.
calendar-terms = <b>Working Hours</b>
    Where several hold on a day, the lowest counts.
calendar-term = { $from } until { $until }
calendar-term-from = From { $from }
calendar-term-until = Until { $until }
calendar-term-removed = Removed: the hours { $name }.
calendar-recorded = Recorded. Due times of open tasks are computed again.

import-title = <b>{ $name }</b>
    New: { $new } · changed: { $changed } · the same: { $same } · unreadable: { $unread }
import-new = <b>New</b>
import-changed = <b>Changed to</b>
import-different = <b>Of another kind</b>
    The file names no decree, so the kind stays as it is unless you pick the day.
import-different-day = { $day }: { $name } – { $known }, in the file { $told }
import-unread = <b>Unreadable, passed over</b>
import-unnamed = <b>Still expected, and not in the file</b>
import-line = Line { $line }: { $why }
import-more = … and { $n } more
import-save = Nothing is saved yet. Tap the days that are to be left out, then save.
import-nothing = There is nothing to save.
import-saved = ✅ Recorded: { $n } { $n ->
        [one] day
       *[other] days
    }. Due times of open tasks are computed again.
import-dropped = Cancelled. Nothing was saved.
import-why-day = its day cannot be read
import-why-name = it has no name
import-why-kind = its kind is neither libur nor cuti_bersama nor lokal
import-why-status = its status is neither tetap nor perkiraan
import-why-twice = an earlier line has that day already
import-why-recurring = it recurs; please write each day by itself
import-why-not-whole-days = it does not last whole days
import-why-cancelled = it was cancelled
import-why-observed = an observance, not a day off
import-why-format = it does not follow the format
import-too-large = ⚠️ This file is too large for a list of days off. Please send at most { $kb } kB.
import-too-many = ⚠️ This file holds more than { $n } days. Please send one year at a time.
import-not-text = ⚠️ This file cannot be read as text. Please save it again as “CSV UTF-8”.
import-no-columns = ⚠️ The first line does not name the columns. Please begin with: tanggal,nama,jenis,sumber,status
import-no-calendar = ⚠️ This file holds no calendar events. Please send an .ics file as a calendar exports it.
import-empty = ⚠️ There are no days off in this file.
import-unknown = ⚠️ Please send a .csv or .ics file.

told-calendar-empty = 📅 No days off are entered for { $year }. For due times and reminders to be right, please enter the list of the joint decree: one by one, or by sending a .csv or .ics file.
told-calendar-expected = 📅 The days off of { $year } ({ $n } in all) are only expected. For due times and reminders to be right, please compare them with the joint decree, and confirm them.

unfit-hours-days = ⚠️ <b>{ $found }</b> cannot be read as weekdays. Please write weekdays and then the hours, in the order from Monday.
unfit-hours-span = ⚠️ <b>{ $found }</b> cannot be read as hours. Please write when it begins and ends, for instance 07:30-12:00.
unfit-hours-overlap = ⚠️ The hours <b>{ $found }</b> touch others of the same day. A break is what lies between two spans.
unfit-hours-none = ⚠️ No hours are in it. Please write weekdays and then the hours.

refused-no-such-day-off = { $day } is not entered as a day off.
refused-day-off-there = { $day } is a day off already: { $name }. Please change that one in the Work Calendar, or choose another day.
refused-no-such-term = These hours are not there any more. Please open the Work Calendar again.
refused-term-there = There are hours named { $name } already. Please change those, or use another name.
refused-usual-hours-stay = The usual hours can be changed, but not removed.
refused-import-gone = This file was saved, cancelled, or replaced by a newer one.
