# Sentences for applicants who have not answered, and requests that are opened again.

silent = ⏰ <b>This request waits for you</b>
silent-since = It has waited since { $since }.
silent-ends = { $n ->
    [one] One working day is left.
   *[other] { $n } working days are left.
} If it is not completed, the request ends by itself on { $day }.
silent-last = This is the last reminder.
request-lapses = Ends by itself { $at } if it is not completed
button-reopen = 🔓 Open Again
told-lapsed-silent = Request <b>{ $ticket }</b> has ended by itself because it was not completed: { $status }. If it is still needed, it can be opened again until { $day } under the same number.
told-reopened = 🔓 Request <b>{ $ticket }</b> · { $procedure } · { $agency } has been opened again and waits for its applicant.
told-reopened-lost = What was reserved before and is someone else's by now:
told-reopened-thing = • { $thing }
told-reopened-repair = Please choose something else when you complete the request.
told-reopened-later = Whether it is free is looked at again when the request is handled. If it must be changed, the office will ask you through this request.
reopened = 🔓 Request { $ticket } has been opened again and goes on where it stood.
reopened-toast = The request has been opened again. Please complete it.
reopen-too-late = Request <b>{ $ticket }</b>: { $status }. It can no longer be opened again; please send a new one.
history-reopened = { $at } 🔓 opened again · { $by }
refused-not-reopened = This request cannot be opened again, or goes on already.
refused-too-late-to-reopen = The time for opening it again is over ({ $until }). Please send a new request.
