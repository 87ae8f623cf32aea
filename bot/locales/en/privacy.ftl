# Sentences about personal data and fair use.

## Fair use
limit-acts = Your messages come too fast. Please wait a minute, then carry on.
limit-files = Quite a few files have come in within the hour. Please send this one again in an hour.
limit-bytes = The files of today add up to the limit of 200 MB. Please send this one again tomorrow.
refused-links-barred = Too many unknown invitation links. Please try again after { $at }, or contact the helpdesk.
told-guessing = ⚠️ One Telegram account has tried { $tries } invitation links that nobody gave out. Its links are refused for an hour; there is nothing you need to do.
told-paper-missing = ⚠️ The file “{ $name }” is not in Loket’s archive.
told-paper-altered = ⚠️ The file “{ $name }” in Loket’s archive is no longer the one that was sent: its content has changed. It is shown to nobody.
told-paper-ticket = Request: { $ticket }
told-paper-next = Please put the file { $file } back into the archive folder from a backup. If there is none, ask its sender to send it once more. You are not told of it again.

## Personal data
command-data = My data
button-data = My Data
button-forget = Forget My Answers
removed = (removed after its time)
data-title = <b>Your data at Loket</b>
data-who = You are known here by the name { $name } and the number of your Telegram account, since { $since }.
data-agency = You speak for { $agency }.
data-roles = Your roles: { $roles }.
data-no-roles = You hold no role.
data-language = This chat is held in English; type /bahasa to change it.
data-no-requests = You have not sent any request yet.
data-requests = Number of requests you have sent: { $n } ({ $tickets }). Their answers and files are kept with them.
data-requests-more = Number of requests you have sent: { $n } ({ $tickets }, and older ones: { $more }). Their answers and files are kept with them.
data-papers = Files you have sent: { $papers }. Forms you have not finished: { $drafts }.
data-acts = Times that your name stands in the history of a request: { $n }.
data-remembered = These answers are remembered, so that you need not type them again:
data-remembered-more = … and { $n } more.
data-nothing-remembered = No answers are remembered to be used again.
data-forgotten = Your answers are forgotten.
data-kept = Answers, reasons and files are removed { $years } { $years ->
        [one] year
       *[other] years
    } after the end of a request; only choices, numbers, dates, and what was decided, by whom and when, are kept. Forms that are not finished are removed after { $drafts } { $drafts ->
        [one] day
       *[other] days
    }, and registrations that were refused after { $refused } { $refused ->
        [one] day
       *[other] days
    }. The messages in this chat are yours to delete.
data-ask = If anything is wrong, please ask the helpdesk to correct it.

undone-notice = ⚠️ A notice could not be drawn up. It was set aside; everything else goes on.
undone-update = ⚠️ A message or a tap could not be handled. Whoever sent it was told.
undone-timer = ⚠️ Something planned could not be done: a reminder, a deadline, or an automatic end. Loket tries it again.
undone-behind = ⚠️ Something has waited in Loket for more than ten minutes: messages not handled, news not delivered, or planned work. Nothing is lost; all of it waits for its turn.
undone-backup = ⚠️ Today’s backup could not be made so far. Loket tries again every hour; everything else goes on as usual.
undone-next = The reason stands in Loket’s log. Please tell whoever looks after this application. You are told of such things once a day.
restored = ♻️ Loket was restored from the backup made on { $at }. Everything recorded up to then is there again.
restored-since = What was done after that is not recorded any more, although its messages still stand in the chats. Please have everyone look through their work since then and repeat what is missing.
restored-anchors = Anchors of the history that were given after that backup was made can be held against nothing any more.
restored-numbers = So that no number is given twice, the numbers that come next in every ticket, paper and register series ({ $count } of each) are left out. Please note the reason in the agenda book.
