## A request's journey, as its applicant reads it

stage-received = Received
stage-examined = Examined
stage-at-work = In progress
stage-done = Done
expected = Expected from this desk by { $day }
expected-again = ⏰ Now expected from this desk by <b>{ $day }</b>
late-sorry = <b>We are sorry: your request is taking longer.</b>
late = ⏰ <b>This request is late.</b> Its applicant has been told when to expect it now.
told-done-paper = 📄 { $title }, number { $number }
told-done-paper-plain = 📄 { $title }
button-copy = 📋 { $words }
button-begin-again = Ask Again With These Answers
again-begun = The answers of { $ticket } are used again. What no longer holds, and the papers, are asked for anew.

## An officer's card

card-changed = 🆕 Changed since you last decided: { $changes }
outside-hours = ⚠️ Outside working hours: { $labels }
outside-days = ⚠️ A day off ({ $name }): { $labels }
card-changed-answer = { $label } ({ $old } → { $new })
card-sop =
    <b>{ $title }</b>
    { $activity }
card-sop-row = Row { $n } of { $m } of the SOP
card-sop-added = This step is not in the SOP.
card-sop-time = Standard time: { $time }
card-sop-needs = Needs: { $needs }
card-sop-output = Output: { $output }
card-sop-remark = Remark: { $remark }
card-since = { $ticket } · since { $since }
card-due = { $ticket } · due { $due }
button-sop = Show the SOP
ask-question = What would you like to ask the applicant? Please write the question, or choose one.
label-question = Question
button-origin = First Request { $ticket }
follow-up-begun = About request <b>{ $ticket }</b>.
told-follow-up = { $what }: you can raise it in writing with the { $role } until { $day }, by the button { $button } below.
refused-too-late-to-follow = The time for it is over: it could be raised until { $until }.
refused-already-followed = This has been raised already, as { $ticket }. Open it through My Requests.

## A decision that can still be taken back

card-held = ⏳ <b>{ $label }</b> · recorded in { $n } { $n ->
        [one] second
       *[other] seconds
    }
form-held = ⏳ Recorded in { $n } { $n ->
        [one] second
       *[other] seconds
    }.
held = Recorded in { $n } { $n ->
        [one] second
       *[other] seconds
    }. Tap Undo on the card if it was a mistake.
button-take-back = Undo
told-not-recorded = ⚠️ <b>Not recorded: { $label }</b>
told-not-recorded-again = Please decide again on the card.
refused-held = Your decision is about to be recorded. Tap Undo on the card to choose another.
