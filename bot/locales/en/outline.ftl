# A procedure printed back as the table of its SOP (loket procedures show).

outline-number = No
outline-activity = Activity
outline-performer = Performer
outline-needs = Needs
outline-time = Time
outline-output = Output
outline-remark = Remark
outline-step = Step
outline-decisions = Decisions
outline-questions = Questions
outline-added = (added)

## Above the table

outline-file = File { $code }, version { $version } · tickets { $prefix }-… · opened by { $role }
outline-counter = at the counter by { $roles }
outline-for-agency = for the agency named in { $field }

## Beneath the table

outline-instruction = On the card
outline-stages = Stages for the applicant: { $stages }
outline-ends = Ends: { $ends }
outline-withdrawable = Can be withdrawn before: { $step }
outline-informed = Told of every end: { $roles }
outline-facts = On every card: { $facts }
outline-records = Records: { $records }
outline-capacity = Capacity:

## Steps

outline-row = row { $row } { $step }
outline-assigned = for the one chosen as "{ $field }"
outline-pauses = the clock stands still
outline-repairs = asks again the answers that were marked
outline-stays-open = waits for the applicant without end
outline-expires = if what is reserved runs out meanwhile → { $end }
outline-lapses = if it is not answered → { $end }
outline-passes = passes by itself under a standing delegation
outline-quorum-posts = each post has one voice; decided once { $n } of { $of } choose the same
outline-side-by-side = whoever of these posts acts first decides
outline-quorum = decided once { $n } of { $of } choose the same
outline-voices = enough voices: { $n }
outline-takeover = may be taken over by { $roles }
outline-rests = rests until { $moment }; its time counts from then on
outline-alone = if nobody acts within { $time }: { $outcome }
outline-alone-after = if nobody acts within { $time } after { $moment }: { $outcome }
outline-alone-at = where nobody acts, exactly at { $moment }: { $outcome }
outline-exact = to the minute, also outside working hours
outline-alarm-before = { $time } before { $moment } tells { $roles }
outline-from-moment = only from { $moment } on
outline-anew = where the repair changes the way, from the beginning of that way
outline-by-clock = only by the system
outline-alarm-at = at { $moment } warns { $roles }
outline-alarm-after = { $time } after { $moment } warns { $roles }

## Decisions

outline-exit-yes = YES: { $outcome }
outline-exit-no = NO: { $outcome }
outline-exit-return = RETURN: { $outcome }
outline-returned-from = the step that returned it
outline-only = only { $condition }
outline-at-most = at most { $n ->
    [1] once
    [2] twice
   *[other] { $n } times
}
outline-from-then-on = from then on → { $step }
outline-asks-all = asks everything
outline-asks = asks { $fields }
outline-one-tap = one tap
outline-reason-required = a reason is required
outline-reason-optional = a reason may be given
outline-together = several requests can be decided in one go
outline-marks = marks the answers to repair
outline-facts-only = Read the facts of a request alone: { $roles }
outline-informs = informs { $roles }
outline-named = the person named in { $field }
outline-deciders = all who have decided on it
outline-prolongs = puts off { $moment } { $time }
outline-end-done = done
outline-end-rejected = rejected
outline-end-withdrawn = withdrawn
outline-end-lapsed = lapsed

## What is reserved and written down

outline-release = gives back { $names }
outline-release-but = gives back { $names } except { $but }
outline-admits = the applicant becomes { $role } of { $agency }, called by { $name }
outline-reserve = reserves { $what } { $long }
outline-names-and-capacity = { $names } and capacity
outline-some-capacity = capacity
outline-for-time = for { $time }
outline-for-good = for good
outline-for-window = for the time that was asked for
outline-pairs = rows are paired by { $cell } = { $with }
outline-retire = closes the line of { $entry }
outline-held = what it kept is held for { $n ->
    [one] { $n } day
   *[other] { $n } days
}
outline-not-held = what it kept is free at once
outline-each = one line for each of { $field }
outline-called = called by { $name }
outline-keeps = keeps what is reserved
outline-closes = closes the line
outline-lasts = lasts until { $moment }
outline-stands = stands as “{ $state }”
outline-amend = amends the line of { $entry }
outline-every-end = every end of a request
outline-source-now = that moment
outline-source-by = whoever decided
outline-source-by-at = whoever decided { $place }
outline-source-applicant = the applicant
outline-source-reason = the reason
outline-span = { $title }: from { $from } to { $until } together { $time }

## Questions

outline-unknown = may be unknown yet
outline-blank-form = form to download: { $file }
outline-usual = usual reasons: { $reasons }
outline-usually-wrong = what is usually wrong: { $reasons }
outline-explained = explained as “{ $words }”
outline-optional = may be skipped
outline-unique = never the same in two rows
outline-free-or-own = not taken by another agency
outline-free = not taken yet
outline-once = given once and never again
outline-once-a-year = once a year
outline-ready = filled in from { $of }
outline-ready-option = filled in: { $option }
outline-ready-default = filled in with what is offered
outline-ready-none = asked under Change an Answer only
outline-remembers = the last answer is offered
outline-looks = the address is opened first
outline-if = if { $condition }
outline-cond-is = { $field } = { $answer }
outline-cond-answered = { $field } is answered
outline-cond-unanswered = { $field } is not answered
outline-cond-among = each { $rows } is among { $than }
outline-cond-after = { $field } is after { $than }
outline-cond-before = { $field } is before { $than }
outline-cond-near = { $field } is at most { $distance } from { $than }
outline-cond-same-day = { $field } falls on the same day as { $than }
outline-cond-equals = { $field } is the same as { $than }
outline-cond-at-least = { $field } is at least { $than }
outline-cond-at-most = { $field } is at most { $than }
outline-cond-plus = { $than } + { $plus }
outline-cond-column = { $column } in { $line }
outline-cond-entered-by = entered by { $roles }
outline-cond-decided = { $outcome } was decided at { $step }
outline-cond-chosen = { $outcome } was decided { $n } { $n ->
        [one] time
       *[other] times
    } at { $step }
outline-cond-falls = { $field } falls { $on }
outline-cond-sent = it was sent { $on }
outline-cond-the-sending = when it was sent
outline-cond-every-row = every row of { $table }: { $condition }
outline-cond-some-rows = at least { $n } { $n ->
        [one] row
       *[other] rows
    } of { $table }: { $condition }
outline-cond-few-rows = at most { $n } { $n ->
        [one] row
       *[other] rows
    } of { $table }: { $condition }
outline-time-in-hours = within working hours
outline-time-off-hours = outside the hours of a working day
outline-time-working-day = on a working day
outline-time-day-off = on a day off
outline-column-when = column { $column } { $condition }
outline-default = { $default } is offered
outline-reason-length = { $min }–{ $max } characters
outline-marks-only = can be marked: { $fields }
outline-cond-not = not ({ $condition })
outline-and = { $one } and { $other }
outline-must = must hold: { $condition }
outline-distance-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
outline-distance-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
outline-distance-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
outline-alike = requests with the same answer are named on the card
outline-or = { $one } or { $other }
outline-yes = yes
outline-no = no

## Times

outline-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
outline-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
outline-working-days = { $n ->
    [one] { $n } working day
   *[other] { $n } working days
}
outline-tentative = Tentative
outline-time-when = { $time } if { $condition }
outline-tells = tells the applicant
outline-shows = its card also shows { $fields }
outline-status = status for the applicant: { $status }
outline-read-by-all = the agency reads it too
outline-read-by-office = only the office reads it
