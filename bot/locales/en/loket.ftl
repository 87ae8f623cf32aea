# Loket's sentences in English.
# <b> and <i> are Telegram's markup; what stands in { $… } is escaped before it gets here.

## Common

yes = Yes
no = No
landline = { $number }, a landline
unknown = (not known yet)
skipped = (skipped)
none = (none)
example = <i>Example: { $example }</i>
fact = { $label }: <b>{ $value }</b>
fact-ready = { $label }: <b>{ $value }</b> <i>(by default)</i>
fact-table = { $label } (rows: { $n }):
reason = Reason: { $reason }
reason-returned = Returned because: { $reason }
said = “{ $words }”
marked-rows = { $label } (rows { $rows })
to-repair = To be completed: <b>{ $fields }</b>

## Coming in

welcome = Thank you, { $name }. This account is now connected to Loket.
stranger =
    Welcome to Loket, { $office }.

    This Telegram account is not registered yet. Please ask the helpdesk for an invitation link and open it on this phone.
refused-stranger = This Telegram account is not registered yet. Please ask the helpdesk for an invitation link.
refused-link-unknown = This invitation link is not known. Please check the link, or ask the helpdesk for a new one.
refused-link-used = This invitation link has been used. Each link works once. Please ask the helpdesk for a new one if you need it.
refused-link-expired = This invitation link has expired (7 days). Please ask the helpdesk for a new one.
refused-link-over = This invitation link no longer works: whoever made it, or whoever it is for, has another position now, or its agency has been merged. Please ask the helpdesk for a new one.

## Menu

home-greeting = Welcome to Loket: <b>{ $office }</b>.
home-who = { $name } · { $roles }
home-who-of = { $name } · { $roles } · { $agency }
button-new = New Request
button-mine = My Requests
button-tasks = My Tasks ({ $n })
button-help = Help
button-languages = Bahasa / Language
button-registers = Registers
button-schedules = Schedules
button-schedule-day = One Day
button-schedule-week = A Week
registers-title = Please choose a register. To search, just type a word: a name, serial number, agency or ticket.
register-all = Lines: { $n }, the newest first.
register-empty = No lines yet.
register-open = { $open }: <b>{ $n }</b>
register-none-open = { $open }: none.
register-search = <i>To search, type a word.</i>
button-all-lines = All Lines
found = Entries with “{ $words }”: { $n }.
found-nothing = No entry has “{ $words }”. Please try another word.
line-title =
    <b>{ $register }</b> · No. { $number }
    <b>{ $name }</b>
line-status = Status: <b>{ $status }</b>, since { $since }
line-agency = Agency: <b>{ $agency }</b>
button-line-request = Show the Request
button-menu = Menu
button-resume = Continue Draft: { $procedure }
languages-title = Silakan pilih bahasa. Please choose a language.
pin-about = 📌 The card of your newest request can be pinned above the chat while it is under way.
button-pin = 📌 Pin My Request's Card
button-pin-not = Unpin My Request's Card
pin-on = The card of your newest request is pinned while it is under way.
pin-off = The card of your request is pinned no more.
new-title = Please choose a service.
new-none = There is no service that you can request at the moment.
mine-title = Your requests ({ $n }). Choose one to see at whose desk it is.
mine-none = No requests yet. Please choose New Request in the menu.
tasks-title = Tasks waiting for you ({ $n }). The longest-waiting one comes first.
tasks-none = No tasks are waiting. Thank you.
help-title = <b>Help</b>
help-applicant =
    <b>Making a request.</b> Choose New Request, answer the questions one by one, check, and send. You can go back to an earlier question, stop at any time, and continue another day.
    <b>At whose desk?</b> Choose My Requests. One card per request always shows where it stands; the newest can be pinned under Bahasa / Language.
help-staff =
    <b>Deciding.</b> Each task comes as a card with buttons. Approving is one tap; rejecting or returning needs a reason. The first valid decision counts, and all copies of the card close together.
help-ticket = <b>Finding a request.</b> Type its ticket, for instance HWA-2026-0001 or #1.
done-trouble = <b>Is something wrong with { $ticket }?</b>
    Please tell the counter, naming the ticket. Changes and repairs can be asked for as a new request.
button-trouble = ❓ Something Wrong?
help-contact = <b>The counter of the { $office }</b>
help-contact-address = Address: { $address }
help-contact-phone = Telephone: { $phone }
help-contact-email = E-mail: { $email }
help-contact-hours = Hours ({ $name }): { $hours } { $zone }
help-privacy = <i>Your data are used for this service only. Never send passwords, source code or photos of identity cards through Telegram.</i>
command-menu = Main menu
command-new = New request
command-mine = My requests
command-tasks = My tasks
command-registers = Registers
command-help = Help
command-language = Choose a language

## Forms

form-opening = <b>{ $procedure }</b>
form-deciding = <b>{ $ticket }</b> · { $outcome }
form-share = { " · " }{ $share }%
form-at-once = <i>All at once will do, a line each: { $labels }.</i>
form-line-unfit = { $label }: { $why }
form-prepare = 📋 What to have at hand for { $n ->
        [one] this question
       *[other] these { $n } questions
    }:
form-prepare-least = 📋 What to have at hand for at least { $n ->
    [one] one question
   *[other] { $n } questions
 }:
form-optional = <i>Optional.</i>
form-blank-form = A form to fill in and sign. Send it back here as the answer.
form-blank-form-gone = This form cannot be downloaded just now. Please go on with a letter of your own, or contact us through /help.
form-entries = <i>Please choose a button.</i>
form-many-entries = <i>There are { $n } to choose from. Type a part of the name if no button shows it.</i>
form-no-entry = <i>There is nothing to choose: your agency has none in the register. Please cancel this request.</i>
form-just-sent = ✅ { $minutes ->
    [0] Sent just now
    [one] Sent a minute ago
   *[other] Sent { $minutes } minutes ago
}: <code>{ $ticket }</code>. This is a new request.
form-name-free = ✅ <b>{ $name }</b> is free.
button-offer = Use { $name }
button-now = Now
form-present-answer = Current answer: <b>{ $answer }</b>
form-moment = <i>Choose the day, or write day and time, for example: { $example } 09:00.</i>
form-date = <i>Choose the day, or write it, for example: { $example }{ $when ->
    [ahead] , tomorrow, next Monday
    [past] , yesterday
   *[far] {""}
 }.</i>
form-month = <i>{ $month }. Choose the day, or write it.</i>
form-hour = <i>{ $day }. At what time?</i>
form-understood = 📅 { $label }: { $day }
button-yesterday = Yesterday
button-today = Today
button-tomorrow = Tomorrow
button-other-day = 📅 Another Day
form-moment-past = <i>Choose Now, or write for example: today 08:30.</i>
form-file-limit = <i>{ $types }, at most { $max } MB.</i>
form-review = Please check before you send.
form-confirm-no = This decision ends the request. Continue?
form-confirm-voice = Your voice cannot be changed. The request ends once enough others have decided the same. Continue?
form-choose = Which answer do you want to change?
form-leave = Stop filling in? Last saved { $at }.
form-sent = ✔️ Sent. These answers can no longer be changed.
form-parked = Draft saved. Continue from the menu at any time.
form-set-aside = 💾 Draft saved: { $form }. Go on?
form-dropped = Answers discarded.
form-dropped-card = Cancelled. Nothing has been decided.
form-dropped-decision = Cancelled. Nothing has been decided; the buttons on the card still work.
form-came-before = Your message was sent before this question was asked, so it is not taken as its answer.
form-use-buttons = Please use the buttons below.
table-rows = (rows: { $n })
table-row = { $n }) { $row }
table-earlier-rows = <i>… rows above: { $n }</i>
table-cell = <b>Row { $row } · { $column }</b>
table-cell-of = <b>Row { $row } of { $rows } · { $column }</b>
table-paste = <i>Or send many rows at once:</i> <code>{ $columns }</code>
table-paste-one = <i>You can also send many at once, one per line.</i>
table-look = Is there another row? If this is complete, choose Done.
table-as-before = Add or remove rows, or keep this answer.
table-full = There are enough rows ({ $max }). Please choose Done.
table-more = Rows still needed: { $n }.
table-fewer = { $n } { $n ->
        [one] row
       *[other] rows
    } too many. Please remove the last row.
table-wrong-row = ⚠️ Row { $row } of your message does not fit yet: <code>{ $cells }</code>
table-returned-row = ↩️ Row { $row } is to be corrected: <code>{ $cells }</code>
unfit-row-returned = Row { $row } is to be corrected.
table-wrong-later = Rows still to be corrected after it: { $n }.
table-wrong-cells = That row has { $has } { $has ->
        [one] column
       *[other] columns
    }, and should have { $needs }. Please divide columns by semicolons.
table-wrong-option = <b>{ $column }</b>: please choose one of { $options }.
table-wrong-twice = It says the same as row { $same } of that message.
table-correct-cell = Please send the right <b>{ $column }</b> for that row, or the whole row: <code>{ $columns }</code>
table-correct-row = Please send that row alone, corrected: <code>{ $columns }</code>
table-right-rows = The other rows that fit have been kept.
button-pass-row = Leave This Row Out
button-add-row = Add a Row
button-remove-row = Remove the Last Row
button-confirm-rows = Done ({ $n })
ask-reason = Please give the reason.
ask-reason-usual = Please write the reason, or choose one.
ask-marked-rows = Which rows of <b>{ $table }</b> must be corrected? Skip this where all of them must.
ask-marked-usual = Which answers must the applicant correct? A usual reason marks its answer as well.
ask-marked = Which answers must the applicant correct?
ask-again = <b>Please correct this answer.</b>
asked-again = <i>Your answers are kept; this is the last question.</i>
label-reason = Reason
label-marked-rows = { $table }: rows
label-marked = To be completed
draft-older = There is a draft of <b>{ $procedure }</b>, last saved { $at }. Continue it, or start over?
button-continue = Continue Draft
button-fresh = Start Over
button-keep = Keep This Answer
button-unknown = Not Known Yet
button-blank-form = 📄 Download Form: { $paper }
button-explain = What Is This?
button-skip = Skip
button-skip-send = Skip and Send
button-none = None
button-back = Back
button-cancel = Cancel
button-confirm = Done Choosing ({ $n })
button-change = Change an Answer
button-send-request = Send Request
button-send = Send
button-send-surely = Yes, { $act }
button-go-on = Keep Editing
button-park = Save Draft
button-drop = Discard

## Papers

paper-received = 📎 File received: <b>{ $name }</b> ({ $size }).
paper-early = It is kept for the question that asks for it.
paper-album = One question takes one file; only the first file was kept.
paper-album-none = No photo of this message has been kept; please send them all again.
paper-more = <i>Has the letter more than one page? Just send the next photo, or choose Next Page.</i>
paper-page = 📎 Page { $n } received. <b>{ $label }</b> is now one PDF of { $n } pages ({ $size }).
pages-so-far = Pages so far: { $n }. Please send the photo of page { $next }, and so on. After the last page, choose Done.
button-more-pages = ➕ Next Page
button-pages-done = ✔️ Done (pages: { $n })
button-pages-anew = Begin Again with the First Page
paper-not-asked = No file is needed at the moment, so it was not kept.
paper-not-fetched = The file could not be fetched from Telegram. Please send it again.

## What is seen at an address

look-open = 🔎 <b>{ $address }</b> can be opened ({ $status }).
look-status = 🔎 <b>{ $address }</b> answers, but with code { $status }.
look-moved = The address redirects to { $to }.
look-certificate = The certificate is valid until { $until }.
look-closed = 🔎 <b>{ $address }</b> cannot be opened yet: { $why }.
look-closed-here = 🔎 Cannot be opened yet: { $why }.
look-not-ours = 🔎 <b>{ $address }</b> was not looked at. Loket only opens HTTPS addresses beneath { $domains }.
look-informs = You can go on nevertheless.
look-no-name = DNS does not know the name yet
look-private = the name leads to an internal address, which Loket does not open
look-timeout = the server did not answer in time
look-refused = the server refused the connection
look-redirects = there are too many redirects
look-elsewhere = it redirects to { $to }, which Loket does not open
look-unclear = the connection did not succeed
look-certificate-expired = the certificate has expired
look-certificate-early = the certificate is not valid yet
look-certificate-name = the certificate is for another name
look-certificate-issuer = the issuer of the certificate is unknown
look-certificate-other = the certificate is not valid

## Answers that do not fit

unfit-empty = ⚠️ The answer is empty. Please write it.
unfit-too-short = ⚠️ The answer is too short ({ $has } { $has ->
        [one] character
       *[other] characters
    }). At least { $min }.
unfit-too-long = ⚠️ The answer is too long ({ $has } characters). At most { $max }; please shorten it.
unfit-name = ⚠️ A name holds only letters, spaces, full stops, commas, apostrophes, hyphens, brackets and &. Please write the full name.
unfit-letter-number = ⚠️ This is not a letter's number. Please write it as it stands on the letter.
unfit-letter-sign = ⚠️ The sign “{ $sign }” is not used in numbers of letters. What can be used: letters, digits, spaces, and . , : / - _ ( ) & +
unfit-number = ⚠️ Please write a number only.
unfit-whole-number = ⚠️ Please write a whole number.
unfit-number-small = ⚠️ The number is too small. At least { $min }.
unfit-number-large = ⚠️ The number is too large. At most { $max }.
unfit-date = ⚠️ This date cannot be read. Write day, month and year in figures, or tomorrow, next Monday.
unfit-no-such-day = ⚠️ There is no such day in the calendar. Please check the day and the month.
unfit-date-time = ⚠️ This date and time cannot be read. Write day, month and year in figures, then the time, like 09:30.
unfit-date-early = ⚠️ The date is too early. { $from } at the earliest.
unfit-date-late = ⚠️ The date is too late. { $until } at the latest.
unfit-moment-early = ⚠️ That is too early. { $from } at the earliest.
unfit-moment-late = ⚠️ That is too late. { $until } at the latest.
unfit-phone = ⚠️ This is not a phone number. Example: 0812-0000-0000.
unfit-landline = ⚠️ This is a landline, not a mobile number. Please write a mobile number. Example: 0812-0000-0000.
unfit-email = ⚠️ This is not an e-mail address. Please write it like name@agency.go.id.
unfit-nip = ⚠️ A NIP has 18 digits. Example: 19900101 201503 1 001.
unfit-no-such-nip = ⚠️ These digits do not make a NIP (date of birth, month of appointment, sex, sequence). Please check them.
unfit-url = ⚠️ This is not a link. Please write it like https://example.go.id.
unfit-ip = ⚠️ This is not an IP address. Example: 203.0.113.20.
unfit-ip-private = ⚠️ That address works only inside a private network. Please give a public IP address.
unfit-ip-outside = ⚠️ That address is outside the office's networks ({ $networks }). Please check it.
unfit-future = ⚠️ That moment has not come yet. Please give one that has passed, or choose Now.
unfit-past = ⚠️ That moment has passed. Please give one to come.
unfit-item = ⚠️ “{ $item }” is in use or does not exist. Please choose a button.
unfit-entry = ⚠️ That is not among the choices. Please choose a button, or type a part of the name.
unfit-name-in-use = ⚠️ The name <b>{ $name }</b> is in use. Please choose another.
unfit-name-own = ⚠️ Your own agency uses the name <b>{ $name }</b> already, or has asked for it.
unfit-name-requested = ⚠️ Another agency has asked for the name <b>{ $name }</b>; it is kept for them until { $until }. Please choose another.
unfit-name-blocked = ⚠️ The name <b>{ $name }</b> was given up only lately and cannot be used until { $until }. Please choose another.
unfit-booked = ⚠️ <b>{ $name }</b> is reserved for { $time }. Please choose another, or another time.
unfit-name-holder = It stands in { $ticket }, { $agency }.
unfit-name-beneath = ⚠️ The name <b>{ $name }</b> stands beneath { $above }, which is another agency's. Please choose another.
unfit-name-above = ⚠️ Beneath the name <b>{ $name }</b> there are names of another agency already, so it cannot be given out. Please choose another.
unfit-name-twice = ⚠️ <b>{ $name }</b> stands here twice. Please look again.
unfit-recorded = ⚠️ { $what } <b>{ $name }</b> is on record already. Please look again; if it is right, please turn to the helpdesk.
unfit-recorded-at = ⚠️ { $what } <b>{ $name }</b> is on record already, in { $ticket }, { $agency }. Please look again.
unfit-rack = ⚠️ Please write the rack and its units, for example: Rack 3, U12-U13.
unfit-label-protected = ⚠️ That name is protected and only for the unit it belongs to. Please choose another.
unfit-hostname = ⚠️ This is not an address. Use lower-case letters, digits, full stops and hyphens.
unfit-hostname-outside = ⚠️ The address must end with { $domain }.
unfit-only-domain = ⚠️ Please write a name before { $domain }, for instance dinsos.{ $domain }.
unfit-label-short = ⚠️ The name is too short. At least { $min } characters.
unfit-label-long = ⚠️ The name is too long. At most { $max } characters.
unfit-label-character = ⚠️ “{ $found }” cannot be used. Use lower-case letters, digits and hyphens, starting with a letter. Example: dishub.
unfit-label-start = ⚠️ The name must start with a letter. Example: dishub.
unfit-label-end = ⚠️ The name must not end with a hyphen. Example: dishub.
unfit-label-digits = ⚠️ The name must not be digits only. Example: dishub.
unfit-label-encoded = ⚠️ Names with hyphens at the third and fourth place cannot be used.
unfit-label-reserved = ⚠️ This name is protected and cannot be used. Please choose another.
unfit-label-word = ⚠️ A name with “{ $word }” in it cannot be used. Please choose another.
unfit-choose-one = ⚠️ Please choose one of the buttons.
unfit-not-an-option = ⚠️ “{ $found }” is not one of the choices. Please choose one of the buttons.
unfit-choose-among = ⚠️ Please choose one: { $options }
unfit-not-among = ⚠️ “{ $found }” is not among the options. Please choose: { $options }
unfit-choose-at-least = ⚠️ Please choose at least { $n }.
unfit-yes-no = ⚠️ Please answer Yes or No.
unfit-holder = ⚠️ Nobody of that name holds this role now. Please type part of the name only, or choose from the buttons.
unfit-needs-text = ⚠️ This question is answered in writing. Please type the answer.
unfit-needs-file = ⚠️ This question is answered with a file. Please send it with the attachment button (📎).
unfit-needs-button = ⚠️ Please answer with one of the buttons.
unfit-type = ⚠️ This file cannot be read. Please send it as { $allowed }.
unfit-type-found = ⚠️ The content of this file is { $found }. Please send it as { $allowed }.
unfit-type-text = ⚠️ This is a file of Word or its like. Please save it as PDF (File, Save As) and send it again.
unfit-type-table = ⚠️ This is a file of Excel or its like. Please save it as PDF (File, Export) and send it again.
unfit-type-slides = ⚠️ This is a file of PowerPoint or its like. Please save it as PDF (File, Export) and send it again.
unfit-type-phone-picture = ⚠️ This is a HEIC photo, which not every device can open. Please send it as a photo (not as a file), or as { $allowed }.
unfit-type-picture = ⚠️ A picture of this kind cannot be taken. Please send it as { $allowed }.
unfit-type-envelope = ⚠️ This file is signed in a P7M envelope. Please send the letter that is inside as { $allowed }; a signature within the PDF is welcome.
unfit-type-packed = ⚠️ These are files packed into one (ZIP or its like). Please unpack it and send each file as { $allowed }.
unfit-type-web-page = ⚠️ This is a web page, not the letter. Please download the letter as PDF and send it again.
unfit-type-cut-off = ⚠️ This PDF ends before its end and cannot be opened. Please download or scan it again, then send it.
unfit-type-no-pages = ⚠️ This PDF holds no page. Please save or scan it again, then send it.
unfit-type-locked = ⚠️ This PDF asks for a password before it opens, so officials cannot read it. Please open it, save it without a password (Print, Save as PDF), and send it again.
unfit-too-large = ⚠️ The file is too large ({ $has }). At most { $max } MB; please make it smaller and send it again.
unfit-empty-file = ⚠️ This file is empty. Please send it again.
unfit-page-unreadable = ⚠️ The photo of page { $page } cannot be read, so it has not been added. Please take it again and send it.
unfit-page-twice = ⚠️ This photo is page { $page } already, so it has not been added again.
unfit-too-many-pages = ⚠️ A file takes at most { $max } photographed pages. The pages before are kept. A longer letter is best scanned into one PDF.
unfit-pages-too-large = ⚠️ With this page the file would have { $has }, and { $max } MB is the limit. The page has not been added; the pages before are kept. Please send the photo in a smaller size.
unfit-row = ⚠️ Row { $row } of this message, <b>{ $column }</b>: { $why } Nothing of this message has been saved; please send it all again.
unfit-row-twice = ⚠️ Row { $row } of this message says the same as row { $same }. Nothing of this message has been saved; please check it and send it all again.
unfit-cell-twice = ⚠️ Rows { $same } and { $row } both say <b>{ $value }</b>. Each row must differ.
unfit-cell-there = ⚠️ “{ $value }” stands in row { $same } of the table already. Each row must differ.
unfit-row-same = ⚠️ Row { $row } says the same as row { $same }. Each row must differ.
unfit-row-there = ⚠️ It says the same as row { $same } of the table.
unfit-row-cells = ⚠️ Row { $row } of this message has { $has } { $has ->
        [one] column
       *[other] columns
    } and should have { $needs }. Put semicolons between the columns. Nothing of this message has been saved; please send it all again.
unfit-too-many-rows = ⚠️ This table takes at most { $max } { $max ->
        [one] row
       *[other] rows
    }, and with this message it would have { $has }. No row has been added.
unfit-too-many-corrections = ⚠️ The rows to be corrected are { $max }, and this message holds { $has }. Rows that fit need not be sent again.
unfit-rows-missing = ⚠️ This table needs at least { $needs } { $needs ->
        [one] row
       *[other] rows
    }, and it has { $has }.

## Requests

request-heading = <b>{ $ticket }</b> · { $procedure }
request-status = Status: <b>{ $status }</b>
request-step = Step: { $step }
request-desk = With: <b>{ $role }</b>, since { $since }
request-desk-yours = Waiting for the applicant, since { $since }
request-due = Due by { $due }
request-next = Next: { $step } ({ $role })
request-reserved = Reserved until <b>{ $until }</b>
request-ended = Ended { $at }
status-in-progress = In progress
status-returned = Returned for completion
status-asked = Waiting for the applicant
button-answers = Answers
button-files = Files ({ $n })
button-history = History
button-whole = Read All
button-withdraw = Withdraw Request
button-withdraw-surely = Yes, Withdraw
withdraw-ask = This request will be withdrawn and processed no further. Continue?
withdrawn = Request { $ticket } is withdrawn.
withdraw-kept = Request { $ticket } is not withdrawn and goes on.
history-title = <b>History of request { $ticket }</b>
history-day = <b>{ $day }</b> ({ $zone })
history-expired = { $at } ⌛ ended by itself: the applicant did not answer · Loket
history-timed-again = { $at } 📅 the calendar was changed; the standard time was until { $was }
history-opened = { $at } 📨 submitted · { $by }
history-withdrawn = { $at } ↩️ withdrawn by the applicant · { $by }
history-decided = { $at } { $past } · { $by }, { $role } (SOP row { $row })
history-decided-added = { $at } { $past } · { $by }, { $role }

## Cards

card-step = Step { $n } of { $m } · since { $since }
card-returned = ↩️ <b>Returned for completion</b>
card-settled = { $mark }<b>{ $past }</b> by { $by }, { $role }, { $at }
card-withdrawn = ↩️ <b>withdrawn by the applicant</b>, { $at }
card-expired = ⌛ Ended by itself: the applicant did not answer · { $at }
card-alike = 🔎 Similar to { $requests }
card-alike-answer = { $ticket } (same: { $field })
card-alike-open = { $ticket } (same agency, still open)
card-needs = <b>Capacity</b>
card-need = { $mark } { $title }: { $asked } asked for, { $free } of { $total } { $unit } free
decided = Recorded. Thank you.

## Notices

told-done = ✅ Request <b>{ $ticket }</b> ({ $procedure }) is complete. Thank you.
told-rejected = ⛔ Request <b>{ $ticket }</b> could not be approved.
told-rejected-next = Once the reason above no longer holds, you can send a new request.
told-withdrawn = You have withdrawn request <b>{ $ticket }</b>. Thank you for letting us know.
told-lapsed = Request <b>{ $ticket }</b> has ended: { $status }. You may ask again.
told-expiring = ⏳ What is reserved for <b>{ $ticket }</b> ({ $procedure }) runs out { $until }. Is it still needed?
told-expiring-next = Please complete the form before then, or extend the reservation on the request's card. Otherwise it is given up and the request ends.
told-expiring-last = Please complete the form before then; the reservation cannot be extended any more. Otherwise it is given up and the request ends.
button-show = Show the Request
told-ended = Notice: <b>{ $ticket }</b> · { $procedure } · { $agency }. Status: <b>{ $status }</b>, { $at }.
told-informed = Notice: <b>{ $ticket }</b> · { $procedure } · { $agency }.
told-informed-step = { $step }: <b>{ $past }</b>.

## What cannot be done

refused-no-such-button = This button is unknown or not yours. Type /menu to start again.
refused-not-yours = This button is only for: { $role }.
refused-own-request = You cannot decide on your own request. Another official will.
refused-decided = This task was decided ({ $past }) by { $by }, { $role }, { $at }. Type /menu for the rest.
refused-decided-by-you = You decided this already ({ $past }), { $at }. Type /menu for the rest.
refused-withdrawn = The applicant withdrew this request, { $at }. There is nothing left to decide.
refused-question-passed = This question has passed. The present one is below.
refused-draft-gone = This form was sent or discarded. Type /menu to start again.
refused-already-sent = Already sent: { $ticket }.
refused-incomplete = Some answers are still missing.
refused-not-open = This service is not open at the moment. Please contact the helpdesk.
refused-may-not-open = This service is requested by the contact persons of agencies. Please contact the helpdesk if you need it.
refused-no-agency = This account belongs to no agency yet. Please contact the helpdesk.
refused-unknown-code = This role or agency code is not known.
refused-too-late = The work has started, so the request can no longer be withdrawn. Please contact the helpdesk.
refused-ended = This request has ended.
refused-not-applicant = This button is only for the applicant.
refused-may-not-see = This request can be seen only by its applicant and the officers who handle it.
refused-not-at-this-step = This choice does not exist at the present step. Please open the card again from /tasks.
refused-not-enough = Not enough { $title }: { $asked } { $unit } asked for, { $free } { $unit } free. Please decide otherwise.
refused-rules-lost = Loket cannot read the rules of this request or form at present, so it can be neither opened nor changed. Nothing of it is lost. Please contact the helpdesk.
refused-paper-lost = “{ $name }” cannot be opened from the archive, and the administrators have been told. Please ask its sender for it, or try again later.
refused-line-closed = { $name } is not active in the register any more, so it cannot be given up again.
refused-may-not-read = Only those appointed may read this register.
refused-agency-merged = { $agency } has become part of { $into }. Please choose again.
refused-gone = “{ $name }” can no longer be chosen. Please choose again.
refused-booked = { $name } is reserved for { $time }. Please choose another time, or another thing.
refused-booked-by = It stands in { $ticket }, { $agency }.
refused-not-yet = This can be chosen from { $from } on.
refused-not-offered = This cannot be chosen for this request any more.
refused-name-taken = Someone else uses { $name } or has asked for it. Please choose another, or return the request.

## Other

trouble = Sorry, something is wrong at our side and what you just did was not recorded. Please try again in a little while.
trouble-recorded = What you just did was recorded, but we could not draw up the answer. Type /menu to go on.
takes-longer = Something is wrong at our side. What you just did is not lost and will be done as soon as we are back; there is no need to repeat it.
unreadable = Sorry, we cannot read this message. Please send it once more in another way, or type /menu.
edited = Editing an old message does not change an answer that was taken. Use Back or Change an Answer.
