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
