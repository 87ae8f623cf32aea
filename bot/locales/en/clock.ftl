# Sentences about time: reminders, the daily list, and what ends by itself.

reminder = ⏰ <b>A reminder</b>: this request is still waiting for you.
reminder-due = Received { $since }. The standard time of this step ends { $due }.
reminder-since = Received { $since }.
button-open-task = Open the Request
