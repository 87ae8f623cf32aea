# Reports on procedures: in the chat, in Excel, and on paper.

button-reports = 📑 Reports
command-reports = Monthly, quarterly and yearly reports
figures-quarter = Quarter { $n } of { $year }
refused-report = This report is only for those who may see all requests or read the register of the service.
report-list = <b>Reports</b>
    Please choose a service.
report-none = There is no report for you to download.
report-periods = <b>{ $title }</b>
    Please choose the time.
report-forms = <b>{ $title }</b> · { $span }
    The PDF holds the summary and the list of requests; Excel holds the same, to be worked on. Please choose the kind of file.
report-caption = 📑 <b>{ $title }</b>
    { $span } · requests: { $n }
    Made { $at }
report-title = Report on { $service }
report-introduction = Introduction
report-introduction-text = This report on the service { $service } is drawn up from the requests that Loket holds, by { $source }. It is over: { $span }.
report-counted = Requests are counted when they came in, and as ended when they ended. What was open before and what came in are, together, what has ended and what is open still.
report-summary = Summary
report-what = What
report-count = Number
report-carried = Open before
report-received-count = Received
report-done = Done
report-rejected = Rejected
report-withdrawn = Withdrawn
report-lapsed = Ended by itself
report-still-open = Open still
report-open = Open still
report-open-at = At: { $step }
report-month = Month
report-by-month = By Month
report-by-agency = By Agency
report-unanswered = (not answered)
report-times = Kept Times
report-times-text = How long each step took is counted in working hours from its arrival to its end, without the time for which the applicant was waited for, and held against the time of the SOP.
report-step = Step
report-standard = Time of the SOP
report-finished = Finished
report-kept = In time
report-share = Share
report-median = Median
report-longest = Longest
report-requests = List of Requests
report-received = Received
report-ended-on = Ended
report-list-elsewhere = The list of { $n } requests is not printed here: more than { $most } lines cannot be read on paper. All of it is in the Excel file of this report.
report-footer = Made by Loket, { $office }, from the requests that it held at that moment.
report-numbered = Letters numbered on paper
