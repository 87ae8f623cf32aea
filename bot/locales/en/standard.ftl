# The standards of the services, and the head of the SOP's sheet.

button-standards = 📋 Service Standards
command-standard = What services ask for, take and cost
standard-list = <b>Service Standards</b>
    What each service asks for, how it goes, how long it takes and what it costs. Please choose a service.
standard-title = <b>Service Standard</b> · <b>{ $service }</b>
standard-requirements = What to have at hand
standard-with-form = { $label } (its form can be downloaded)
standard-where-needed = { $label } (where needed)
standard-asked = The form asks for: { $fields }
standard-steps = The steps
standard-time = How long it takes
standard-time-of-work = The staff need { $time } to do it. Only working hours count, and only the work itself; waiting its turn and waiting for your answers come on top.
standard-time-open = How long this step takes depends on the request: { $steps }.
standard-time-as-needed = as long as it needs
standard-time-unset = The SOP does not say how long it takes.
standard-time-of-applicant = Where you are asked something, please answer within { $n } { $n ->
        [one] working day
       *[other] working days
    }; after that the request ends by itself.
standard-cost = Cost
standard-cost-unset = Please ask at the counter.
standard-product = What you receive
standard-complaints = If you are not content
standard-complaints-desk = Tell the staff at the counter, or write to the desk where the request lies: open it under My Requests and choose Write to the Desk.
standard-paper = Service Standard
standard-caption = 📋 <b>Service Standard</b> · { $service }
standard-footer = Made by Loket, { $office }, from the SOP file { $code }, version { $version }.
button-standard-service = Needs, Time and Cost
button-standard-steps = The Steps
button-standard-sheet = Legal Basis and SOP Sheet
button-standard-paper = ⬇️ PDF
button-standard-others = Other Services
sop-number = SOP number
sop-without-number = without a number
sop-name = SOP name
sop-unit = Unit
sop-made = Made on
sop-revised = Revised on
sop-effective = In effect from
sop-signed-by = Signed by
sop-legal-basis = Legal basis
sop-qualification = Qualification
sop-related = Related
sop-equipment = Equipment
sop-warning = Warning
sop-records = Records
