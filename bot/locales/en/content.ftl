# What people write on the way of a request: who wrote it, what changed, who reads it.

passage-head = <b>{ $role }</b> · { $by }, { $at }:
passage-changed = { $label }: <s>{ $old }</s> → <b>{ $new }</b>
originals = What was photographed page by page was made one PDF. The photos themselves are kept as they came.
button-originals = 🖼 Photos ({ $n }) of { $name }
original-page = { $caption } · photo of page { $n }
paper-replaced = { $ticket } · { $label } · round { $round }, { $at }; replaced by { $after } (round { $next })
paper-instead = { $ticket } · { $label } · round { $round }, { $at }; in place of { $before }
paper-gone = { $ticket } · { $label } · round { $round }, { $at }; counts no more
form-read-by-office = <i>Only the office reads this.</i>
form-read-by-all = <i>The agency that asked reads this too.</i>
told-news = { $mark }News of request <b>{ $ticket }</b> · { $procedure }
told-news-past = Your request: <b>{ $past }</b>.
told-taken-back = What we told you before does not hold yet: it is being decided again. We will tell you as soon as it is.

## A word to the desk

button-write = ✉️ Write to the Desk
button-write-office = ✉️ Write a Message
button-answer = ✉️ Answer
button-hand-in = Hand In
form-word = <b>{ $ticket }</b> · ✉️ Message
word-paper = 📎 { $paper }
word-told = ✔️ { $n ->
    [one] One person has been told.
   *[other] { $n } people have been told.
 } The request lies at the desk of the { $role }.
word-kept = ✔️ It stands in the history. Nobody at the desk of the { $role } can be told just now; it appears on their card.
word-which = Your message has not been passed on yet. For which request is it?
told-word = ✉️ <b>A message about this request</b>
history-wrote = { $at } ✉️ { $by }, { $role }
word-nobody = Nobody has been told this: no request of yours is under way. Please make a request, or see /help for how to reach us.
word-hand-in = Pass this on to the desk of the { $role } for <b>{ $ticket }</b>?
word-paper-which = No paper is needed now, so it has not been kept. To bring it to the desk, choose the request, write your message, then send the paper again.
button-resume-decision = Continue: { $ticket } · { $outcome }
button-resume-house = Continue: { $form } · { $about }
button-resume-form = Continue: { $form }
button-resume-more = … { $n } more to continue
button-resume-word = Continue message: { $ticket }
word-told-waiting = ✔️ { $n ->
    [one] One person has been told.
   *[other] { $n } people have been told.
 } The request waits for the applicant.
word-kept-waiting = ✔️ It stands in the history, and on the card of the next official.
word-hand-in-office = Pass this on to the officials for <b>{ $ticket }</b>?
word-paper-caption = Message
word-earlier = <i>… what was written earlier ({ $n }) is in the history.</i>
