# Sentences about time: reminders, the daily list, and what ends by itself.

reminder = ⏰ <b>A reminder</b>: this request is still waiting for you.
reminder-due = Received { $since }. The standard time of this step ends { $due }.
reminder-since = Received { $since }.
button-open-task = Open the Request
waiting = 🗒 <b>Waiting for you</b> · { $day }
waiting-line = { $mark }{ $ticket } · { $step } · by { $due }
waiting-line-open = { $ticket } · { $step }
waiting-beneath = <b>At desks beneath yours, for too long:</b>
waiting-beneath-line = { $ticket } · { $role } · since { $since }
