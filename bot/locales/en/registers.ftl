# What is taken along of a register.
button-extract = ⬇️ Download
button-extract-all = All Years
button-extract-xlsx = Excel (XLSX)
button-extract-pdf = PDF
extract-years = <b>Download { $register }</b>
    Please choose a year.
extract-forms = <b>Download { $register }</b>
    { $span }: lines: { $n }. Please choose the kind of file.
extract-year = Year { $year }
extract-all = All years
extract-name-all = All Years
extract-begun = It is being made, and will be sent here in a moment.
extract-progress = ⏳ Lines put together so far: { $n }. The file comes here as soon as it is done.
extract-caption = 📄 <b>{ $register }</b>
    { $span } · lines: { $n }
    Made { $at }
extract-too-long = A PDF holds at most { $most } lines; more cannot be read on paper. Please choose Excel (XLSX), or a single year.
extract-too-large = The file is too large for Telegram. Please choose a single year, or ask an administrator to make it with the command loket export.
extract-failed = Sorry, the file could not be made. Please try again in a moment.
extract-number = No.
extract-agency = Agency
extract-ticket = Ticket
extract-standing = Status
extract-opened = Entered
extract-closed = Closed
extract-span = Period
extract-lines = Lines
extract-made = Made
extract-anchor = Anchor of the history
extract-year-heading = Year { $year }
extract-footer = Made by Loket, { $office }, from what the register held at that moment.

# Numbers that were written on paper while Loket stood still.
button-numbers = 🔢 Numbers on Paper
numbers = <b>Numbers on Paper</b>
    Letters that were numbered by hand while Loket stood still are entered here, with their own number and date. Please enter them before the next letter is issued, so that their numbers are not given again.
numbers-line = • { $number }, { $day } · { $agency } · { $subject }
numbers-no-subject = (subject removed)
numbers-which-service = For which service?
numbers-which-paper = For which letter?
numbers-next = • { $title }, next { $next }
numbers-entered = ✅ Entered: { $number }, { $day }.
    Its check code is { $code }. You may write it on the letter; /check knows it, and the number too.
numbers-list = Numbers on Paper
numbers-list-letter = Letter
numbers-list-number = Number of the letter
numbers-list-day = Date of the letter
numbers-list-subject = Subject
numbers-list-code = Check code
numbers-list-entered = Entered
unfit-not-next-number = ⚠️ The number before that has not been entered. The next one is { $next }: please enter that one first.
unfit-number-given = ⚠️ Another letter bears the number { $number }. Please look at the paper again.
unfit-unlike-number = ⚠️ Letters of this kind have no such number. On that date it is written like { $like }. Its place in the series alone will do.
unfit-no-such-ticket = ⚠️ No request has that ticket. Please look again, or skip it.
refused-may-not-number = Numbers on paper are entered by helpdesk and administrators only.

# Who decided where nobody did.
value-the-clock = the system
