# Papers that the office issues.
issued-caption = 📄 { $ticket } · { $title }
issued-number = Number: { $number }
issued-code = Check code: { $code }
issued-superseded = Replaced by a later one.
issued-list = Papers that the office has issued for { $ticket }:
issued-line = • { $title }, number { $number }, { $at }
issued-none = The office has not issued a paper for { $ticket } yet.
button-issued = 📄 { $title }
button-issued-older = 📄 { $title } (older)
button-files-issued = Files
check-ask =
    Type the check code that stands on the paper, for example:
    /check K7QF-3MZP-XW2D
check-no-code = “{ $typed }” is no check code. A code has twelve letters and digits, for example K7QF-3MZP-XW2D. Please look at the spelling again.
check-unknown = ⛔ There is no paper with the code { $code }. Please look at the spelling again. If it is what stands on the paper, the paper was not issued by Loket.
check-genuine = ✅ Genuine: { $title }
check-number = Number: { $number }
check-issued = Issued: { $at }
check-request = Request: { $ticket } · { $procedure } · { $agency }
check-signed = Decided by: { $post }
check-file = The fingerprint of its file (SHA-256): <code>{ $print }</code>
check-file-signed-at = ✍️ Signed electronically; sent back { $at }.
check-file-unsigned = ⚠️ This file is not signed. What counts is the signed file, with the fingerprint above.
check-file-signed = ⚠️ What this file says is the genuine { $title }, with electronic signatures: { $n }. But this signed file has never been handed in to Loket. Please have the issuer of the certificate verify who has signed.
check-file-altered = ⛔ This file is not what was issued: it begins as the genuine { $title }, and was changed.
check-file-unknown = ⛔ Loket has issued no file of this content. If a check code stands on it, type /check and the code to learn which paper is the genuine one.
check-valid = It is still valid.
check-superseded = ⚠️ No longer valid: a later one has replaced it.
check-over = ⚠️ No longer valid.
check-removed = Its content has been removed, since its time was over.
check-compare = Please compare this with the paper in your hand.
command-check = Check whether a paper is genuine
undone-paper = ⚠️ A paper could not be made, or is not in the archive as it was made. The decision itself is recorded correctly.
refused-paper-not-ready = This paper is being made. Please try again in a moment.
paper-ticket = Ticket
paper-agency = Agency
paper-applicant = Applicant
paper-received-at = Received
paper-attention = Attention: { $name }
paper-footer = This document was made by Loket, { $office }. An electronic signature, where there is one, is in the PDF itself. Whether it is genuine is told by typing /check { $code } to the bot.
paper-confirmed =
    Decided in Loket
    { $at }
paper-confirmed-by =
    Confirmed in Loket by { $name }
    { $at }
    Telegram account …{ $account }
paper-awaits = (to be confirmed in Loket)
paper-unanswered =
    Taken as accepted: no answer
    until { $at }
paper-first-party = FIRST PARTY
paper-second-party = SECOND PARTY
paper-opening-receipt = The following request has been received through Loket:
paper-opening-report = On the following request we inform you as follows:
paper-opening-permit = On the request that was verified, permission is given as follows:
paper-opening-refusal = On your request with the ticket { $ticket }, received on { $at }, we regret that it cannot be granted, for the following reason:
paper-opening-handover = The first party and the second party have handed over as follows:
paper-refusal-follow-up = By { $source }, { $what } can be raised against this refusal in writing, once, with the { $role } until { $day }. To do so, open request { $ticket } in Loket and choose { $button }.
paper-closing-refusal = Thank you for your attention.
paper-closing-handover = This record is made truthfully, to be used as is due.
paper-closing-report = This is said to be used as is due.
paper-head = The Head of { $agency }
paper-nature = Kind
paper-nature-usual = Ordinary
paper-annexes = Annexes
paper-annexes-none = None
paper-subject-refusal = Refusal of the Request for { $service }
paper-closing-receipt = How the request is can be seen in Loket by this ticket. This receipt is issued electronically and needs no signature.
paper-closing-permit = This permission is valid for the persons and the time named above only.
paper-closing-pass = Please show this code to the officer. It is valid once, for the person and the time named above only.
outline-paper-for-applicant = for the applicant
outline-paper-for-office = for the office
outline-paper-for-all = for the applicant and the office
outline-paper-to = also sent to { $roles }
outline-paper-number = numbered { $number }
outline-paper-table = with the table { $field }
outline-papers = Papers
outline-papers-at-end = Papers when the request ends:
issued-signed = ✍️ Signed electronically.
issued-sign-hint = To have it signed electronically (BSrE): download its PDF, sign it, and send it back to this chat. The signed file takes the place of the old one.
signed-taken =
    ✍️ Received: { $title } for { $ticket }. Electronic signatures in it: { $n }.
    It says what was issued, and this file takes its place. Fingerprint (SHA-256): <code>{ $print }</code>
    Loket does not look at the certificate. Please have its issuer verify who has signed.
signed-not-taken = ⛔ This file cannot take the place of { $title } for { $ticket }.
signed-altered = It does not say what the office has issued any more. Please sign the file that was downloaded from Loket, without changing it.
signed-unreadable = It cannot be read as a PDF. Please send it again.
signed-unsigned = There is no electronic signature in it.
signed-other-bytes = The electronic signature in it is not of this file.
refused-signed-elsewhere = This paper has already come back with another signature. Please download the newest file, sign that one, and send it back.
check-on-paper = ✅ On record: { $title }, numbered on paper
check-on-paper-for = For: { $service } · { $agency }
check-on-paper-entered = Entered in Loket on { $day }. What the letter says is not in Loket.
