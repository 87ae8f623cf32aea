# Sentences about what waits: the daily list, one after the other, several in one go, and asking after.

waiting = 🗒 <b>Waiting for you</b> · { $day }
waiting-line = { $mark }{ $ticket } · { $step } · by { $due }
waiting-line-open = { $ticket } · { $step }
waiting-more = … and { $n } more
waiting-beneath = <b>At desks beneath yours, for too long:</b>
waiting-desk = <b>{ $role }</b> ({ $holders })
waiting-desk-empty = <b>{ $role }</b> (nobody holds this post)
waiting-beneath-line = { $ticket } · { $agency } · since { $since }

gathered = 📰 <b>News</b> · { $day }
    Nothing for you to do. Requests: { $n }
gathered-line = <b>{ $ticket }</b> · { $agency }: { $past }

button-work = One by One
button-work-one = Do It Now
button-next = Next ({ $n } left)
button-next-many = Next (many left)
work-recorded = Recorded: { $ticket }.
work-held = { $ticket }: recorded in { $n } { $n ->
        [one] second
       *[other] seconds
    }.
work-next = Next: { $ticket }.
work-none = Nothing else is waiting for you. Thank you.

button-together = { $outcome }: All { $n } · { $prefix }
together-ask =
    <b>{ $outcome }: { $n } requests at once?</b>
    { $procedure }. Each request is recorded by itself.
together-line = { $ticket } · { $agency }
together-line-about = { $ticket } · { $agency } · { $about }
button-together-sure = Yes, { $n } requests
button-together-not = Cancel
together-kept = Cancelled. Nothing has changed.
together-decided = ✅ <b>Requests { $past }: { $n }</b>
together-left-out = <b>Left out: { $n }</b>
together-why = { $ticket } · { $why }

button-nudge = 🔔 Send a Reminder
nudge-asked = 🔔 <b>The agency asks after this request.</b> Please see to it.
nudged-now = The holders have been reminded. Thank you for your patience.
nudged-later = Noted. The holders will be reminded on { $at }.
nudged-stranded = Nobody can be reached at that desk at the moment. The helpdesk knows.
refused-nudged-today = A reminder of this request is noted already. You can send another one from { $at }.
request-late = ⏰ The standard time of this step has passed.

# What is reserved for a window of time.
schedule-title = <b>Schedules</b>
    Please choose.
schedule-free = <i>Nothing is reserved.</i>
schedule-entry = { $time } · <b>{ $item }</b> · { $ticket }, { $agency }
schedule-entry-always = <b>{ $item }</b> · in use without an end · { $ticket }, { $agency }
form-window = <i>The time that was asked for: { $time }.</i>
form-booked = Reserved already:
form-booked-at = – { $item }: { $time }
form-booked-by = – { $item }: { $time } ({ $ticket }, { $agency })
form-booked-always = in use without an end
form-free-times = Too little is free at that time. Other times can be chosen below.
