# Sentences about things that end by themselves: said before, and afterwards.

ends-announced = ⏳ If nobody acts until <b>{ $at }</b>, the system will record by itself: { $past }.
ends-alarm = 🚨 <b>{ $say }</b>
ends-alarm-planned = Planned: { $planned }.
ends-still-open = 🌙 <b>End of the day</b> · { $day }. Please record it before you leave.
ends-deputy = ⏳ { $deputy } is { $kind } { $role } until { $until }. After that the tasks go back to the holder of the post. If a deputy is still needed, please name one again.
ends-link = ⏳ The start link for { $name } ({ $role }) has not been used. It works until { $until }.
told-link-over = The start link for { $name } ({ $role }) works no more: whoever made it, or whoever it is for, has another position now, or its agency has been merged. If it is still needed, please make a new one from /orang.
ends-link-over = The start link for { $name } ({ $role }) was not used and works no more.
button-link-again = Make a New Link
ends-draft = ⏳ The draft of <b>{ $procedure }</b> has been left for long and will be deleted on { $until }. If you still need it, please go on with it.
post-itself = by itself, time limit of { $title }
line-told-soon = ⏳ <b>{ $name }</b> · { $register }. It lasts until <b>{ $until }</b>.
line-told-over = ⌛ <b>{ $name }</b> · { $register }. { $status }: it lasted until { $until }.
line-told-closed = ▫️ <b>{ $name }</b> · { $register }. Status: <b>{ $status }</b>.
line-told-amended = 🔄 <b>{ $name }</b> · { $register }. Its entry has been amended.
line-told-renewed = 🔄 <b>{ $name }</b> · { $register }. Amended, and lasts until <b>{ $until }</b>.
line-told-why = Reason: { $why }
line-told-renew = If it is still needed, please ask for it to be renewed.
line-until = Lasts until: <b>{ $until }</b>
