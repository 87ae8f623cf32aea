# Sentences about the list of all requests, and people who cannot be reached.

## All requests

button-all = All Requests
list-entry = { $mark }<b>{ $ticket }</b> · { $subject }
list-standing = { $standing } · since { $since }
button-desks = By Desk
button-stranded = ⚠️ Without a Holder ({ $n })
command-all = All requests
phase-running = Running
phase-applicant = With Applicant
phase-done = Done
phase-rejected = Rejected
phase-dropped = Withdrawn/Ended
all-of = Waiting for { $name }
all-stranded = Without a holder who can be reached
all-title = Requests: <b>{ $view }</b> ({ $n })
all-late = ⏰ { $n } of them are beyond the standard time of their step; they come first.
all-search = <i>To search, type words: ticket number, agency, applicant, subdomain, application or serial number.</i>
desks-title = Running requests, by desk. Please choose one.
desks-none = There are no requests at any desk.
sought = Requests that contain “{ $words }”: { $n }.
sought-nothing = No request and no entry of a register contains “{ $words }”. Please try other words.
button-sought = All These Requests ({ $n })
button-found = All These Register Lines ({ $n })

## Out of reach

lost =
    📵 <b>{ $name }</b> cannot be reached through Loket since { $since }.
    { $roles }
lost-nothing = No request waits for them at the moment.
lost-waiting = Requests that wait for them: <b>{ $n }</b>.
lost-alone = ⚠️ = nobody else can act.
lost-next = Please reach them in another way and ask them to open the conversation with Loket again (unblock it, then /start). If they are absent, please appoint someone else under People &amp; Posts. Their cards are sent again as soon as they are back.
button-lost-all = All That Wait ({ $n })
back =
    📶 <b>{ $name }</b> can be reached again. The cards that wait have been sent again.
    { $roles }
stranded = ⚠️ <b>A request without a holder</b>
stranded-many = ⚠️ <b>Requests without a holder</b>
stranded-at = Nobody can act on what waits at the desk of <b>{ $role }</b>. Requests there: { $n }.
stranded-desk = At the desk of <b>{ $role }</b> nobody can act:
stranded-applicant = It waits for its applicant, who cannot be reached:
stranded-nobody = – the post has no holder yet
stranded-own = – { $name }: the applicant
stranded-stands-in = – { $name }: stands in for the applicant
stranded-lost = – { $name }: cannot be reached since { $since }
stranded-gone = – { $name }: does not hold this post any more
stranded-next = Please appoint someone else under People &amp; Posts, or reach the holder in another way if they are out of reach.
stranded-next-applicant = Please reach the applicant or their agency in another way.
stranded-hint = Nobody can be reached who may act at the step of these requests. The list shortens by itself as soon as someone can.
