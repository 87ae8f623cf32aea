# Sentences about time: reminders, the daily list, and what ends by itself.

reminder = ⏰ <b>A reminder</b>: this request is still waiting for you.
reminder-due = Received { $since }. The standard time of this step ends { $due }.
reminder-since = Received { $since }.
button-open-task = Open the Request

## Whether the date is right
date-asked = ⚠️ The clock of Loket’s machine shows { $day }, but Loket was last at work on { $since }. Is that date right?
date-asked-next = Until somebody answers, nothing is deleted, and no request, form or deputy is ended by itself. What has run out by that clock does not count: reserved names, and what a deputy may do. Reminders and daily lists wait as well. Everything else goes on as usual.
button-date-right = The Date Is Right, Go On
button-date-wrong = The Date Is Wrong, Wait
date-right = ✅ All right, the date is right. What has been kept long enough is deleted, and what has run out ends as usual.
date-wrong = All right, Loket waits. Please put the machine’s clock right; after that everything goes on by itself. Until then nothing is deleted and nothing ends by itself.
