# Sentences about how long steps take, against the standard time.

button-figures = Service Times
command-figures = Service times against the standard
button-this-month = This Month
button-this-year = This Year
button-chart = 📊 Picture
button-figures-all = All Services
button-figures-roles = By Post
figures-title = <b>Service Times</b> · { $of }
figures-all = All services
figures-roles = By post
figures-year = Year { $year }
figures-count = { $n } done
figures-steps = { $n } { $n ->
    [one] step
   *[other] steps
}
figures-median = median { $time }
figures-standard = standard { $time }
figures-open = no standard time
figures-kept = kept { $share }%
figures-most = 90% within { $time }
figures-longest = longest { $time }
figures-paused = on average { $net }, with pauses { $gross }
figures-total = <b>In all:</b> { $line }
figures-note = <i>Working time from when a step came until it was done. Waiting for the applicant does not count, except where it says “with pauses”.</i>
figures-earlier = <i>{ $span }: { $line }</i>
figures-none = No step was finished in { $span }. Please choose another time or service.
chart-mark = standard time
chart-good = standard time kept
chart-bad = standard time exceeded
refused-figures = Service times can be seen only by the heads, helpdesk and the administrator.
lasting-moment = < 1 min
lasting-minutes = { $n } min
lasting-hours = { $n } h
lasting-hours-minutes = { $hours } h { $minutes } min
lasting-day = 1 working day
lasting-days = { $n } { $n ->
        [one] working day
       *[other] working days
    }
took = ⏱ { $time }
took-paused = with pauses { $time }
took-kept = standard time kept ({ $time })
took-not-kept = standard time exceeded ({ $time })
took-in-all =
    <b>Time of the finished steps</b>
    Without pauses: { $net }
    With waiting for the applicant: { $gross }
