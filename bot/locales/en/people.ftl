# Sentences about people and their posts.

button-people = People & Posts
button-invite = Invite Someone
button-everyone = Everyone
button-staff = Staff
button-vacant = Fill a Vacant Post
button-own-file = My Posts & Deputy
button-rename = Rename Agency
button-merge = Merge Agencies
button-deputy = Name a Deputy
button-end-deputy = End the Deputy's Term
button-end-own-deputy = I Am Back
button-standing = Let First Disposition Pass
button-end-standing = End the Delegation
button-give = Give a Post
button-take = Take a Post Away
button-move = Change Agency
button-renew = New Account
button-identify = Number and Rank
button-leave = Leaves
button-surely = Yes, Continue
button-not = Cancel
button-save = Save
button-adopt = I Will Answer for It
button-take-over = Take the Task Over
button-recall = Take Back the Disposition
button-in-a-row = ✅ { $n } Steps at Once
card-in-a-row = { $n } steps at once: { $outcomes }

post-acting = Acting { $title } ({ $kind })
post-acting-for = Acting { $title } ({ $kind }, for { $of })
post-standing = standing delegation of the { $title }, number { $letter }
post-taken-over = { $own }, taking over from { $title }
mandate-until = { $post }: { $deputy }, { $from } until { $until }, letter { $letter }
mandate-open = { $post }: { $deputy }, since { $from }, letter { $letter }

people-home = <b>People & Posts</b>
    Invite someone new, or choose someone to change their posts, agency, account and deputy. Every change is recorded.
people-home-staff = <b>Posts & Deputies</b>
    While you are away, name a deputy: open tasks move at once, and come back by themselves when the term is over.
people-list = There are { $n } people. Please choose.
people-no-role = no post yet
people-official = Civil servant number: { $nip } · rank: { $rank }
people-has-left = Has left.
people-unreachable = ⚠️ Cannot be reached on Telegram since { $since }.
people-in-hand = Tasks waiting: { $tasks } · open requests: { $requests }
people-deputy = Deputy: { $mandate }
people-fills = Stands in as: { $mandate }
people-deeds = <b>History</b>
people-which-role = For which post?
people-no-choice = There is no post to choose.
people-which-agency = For which agency?
people-merge-which = Which agency is merged into another?
people-merge-into = Into which agency?
people-which-deputy = Who stands in?
confirm-give = { $name } will hold the post <b>{ $role }</b>. Tasks that wait for it are sent at once. Go on?
confirm-take = { $name } will no longer hold the post <b>{ $role }</b>. Their cards are closed; other holders keep theirs. Go on?
confirm-move = { $name } will be contact person of <b>{ $agency }</b>. Open requests ({ $requests }) stay with the old agency and pass to a colleague there; drafts are deleted. Go on?
confirm-leave = { $name } will leave Loket. Access ends now, tasks ({ $tasks }) stay with the other holders, open requests ({ $requests }) stay with the agency, drafts are deleted. The name stays in old records. Go on?
confirm-renew = A link for a new Telegram account of { $name } will be made. Please make sure first that it is them. Once it is opened, the old account counts no more and the cards move to the new one. Go on?
confirm-end = The deputy's term for <b>{ $role }</b> ends now, and the cards come back. Go on?
confirm-merge = <b>{ $agency }</b> is merged into <b>{ $into }</b>: contact persons, requests, names and register lines go along; the history stays. This cannot be undone. Go on?
people-done = ✅ Recorded.
people-handed-over = What is open stays with the old agency (requests: { $requests }) and passes to a colleague there, or waits for the next contact person.
people-deputy-named = The term for <b>{ $role }</b> runs on its dates. Those concerned have been told.
people-link-made = The invitation for <b>{ $name }</b> as { $role } is ready. Please forward the message below; the link works once, for 7 days.
people-link-renewed = The link for the new account is ready. Please forward the message below to the person alone; the link works once, for 7 days.
link-invitation = Invitation as { $role } at Loket, { $office }. Please open this link or scan the picture, then press Start. It works once, for 7 days.
link-renewal = Link for a new account at Loket, { $office }. Please open it with the new Telegram account, then press Start. It works once, for 7 days.

card-elsewhere = ↪️ No longer your task as { $role }.
card-deputy = ↪️ Passed to { $deputy }, { $post }, until { $until }.
card-deputy-open = ↪️ Passed to { $deputy }, { $post }.
card-handed-over = ↪️ { $to } answers for this request now, { $at }.
card-recalled = ↪️ Taken back by the { $role }, { $at }.
history-handed-over = { $at } · Handed over to <b>{ $to }</b> by { $by }
history-recalled = { $at } · Taken back by { $by }, { $role }
request-adopted = ✅ You answer for request { $ticket } from now on.
request-recalled = ✅ Request { $ticket } is back at your desk.

told-welcomed = Your posts or your agency at Loket have changed. What you can do now is below.
told-farewell = Your access to Loket has been closed. Thank you for working with us. If this is a mistake, please contact the helpdesk.
told-deputy-named = The tasks of the { $role } pass for a time to { $deputy } as { $kind }, { $from } until { $until }, by letter { $letter }.
told-deputy-now = From now on the tasks of the { $role } are done by { $deputy } as { $kind }, until { $until }, by letter { $letter }.
told-deputy-over = { $deputy }'s term as { $kind } { $role } is over. The tasks are the holder's again.
told-standing = The first disposition of the { $role } passes by itself under delegation number { $letter }. A list is sent every afternoon; each request can be taken back within one working day.
told-standing-over = The standing delegation of the { $role }, number { $letter }, is over. Dispositions wait for the holder again.
told-passed = Passed by itself in your name on { $day }: { $n } { $n ->
        [one] request
       *[other] requests
    }. Open a request to take it back.

deed-invited = invited as { $role }
deed-came-in = came in as { $role }
deed-admitted = admitted as { $role }, { $agency }
deed-link-ended = start link to { $role } ended
deed-link-renewed = link for a new account made
deed-account-changed = changed account
deed-role-given = given the post { $role }
deed-role-taken = post { $role } taken away
deed-agency-changed = moved to { $agency }
deed-identified = number and rank entered
deed-left = left
deed-deputy-named = deputy for { $role } named, letter { $letter }
deed-deputy-began = deputy for { $role } began
deed-deputy-ended = deputy for { $role } ended
deed-handed-over = { $n } { $n ->
        [one] request
       *[other] requests
    } handed over
deed-agency-renamed = agency renamed to { $name }
deed-agency-merged = agency merged into { $agency }
deed-group-bound = group bound for { $role }
deed-group-released = group released
deed-unreachable = cannot be reached
deed-reachable = can be reached again

refused-principals-request = This request was sent by the person you stand in for, so it cannot be decided in their name.
refused-stood-in = The tasks of the { $role } are done by a deputy until { $until }. If you are back, end the term first with /people.
refused-stood-in-open = The tasks of the { $role } are done by a deputy. If you are back, end the term first with /people.
refused-too-late-to-recall = It is too late to take this back: one working day has passed, or the work has started.
refused-not-colleague = Only contact persons of the same agency can answer for this request.
refused-may-not-manage = People and posts are managed by the administrator and the helpdesk; a deputy is named by the holder or their superior.
refused-only-administrator = Only an administrator can do this.
refused-not-oneself = This cannot be done to oneself. Please ask an administrator.
refused-last-administrator = There must always be an administrator. Give the post to someone else first.
refused-no-such-person = This person is no longer at Loket.
refused-account-taken = This Telegram account is someone else's at Loket. Please contact the helpdesk.
refused-own-link = This link was made for someone else. Please forward it to the person invited.
refused-no-deputy-for = There are no deputies for { $role }. An agency may have two contact persons.
refused-only-holder = Only the { $role } can switch the delegation on.
refused-no-chains = A deputy cannot have a deputy. Please choose someone who is on duty.
refused-deputy-there = The { $role } has a deputy on those days already. End that term first.
refused-not-vacant = The post { $role } has a holder. Please name a deputy through them.
refused-ends-before = The last day is before the first. Please try again.
command-people = People, posts and deputies
card-quorum = 🗳 Decided once { $n } of { $of } choose the same.
card-quorum-posts = 🗳 Each post has one voice; decided once { $n } of { $of } choose the same.
card-voices = 🗳 Needs { $n } of { $of }. Have spoken: { $voices }.
card-spoken = { $mark }Your voice is recorded: { $past }. It waits for the others.
refused-post-has-spoken = { $role } has one voice at this step, and it is recorded already. The decision waits for the others.
refused-has-spoken = Your voice at this step is recorded already. The decision waits for the others.
stranded-spoke = – { $name } has spoken already
history-voice = Voice { $n } of { $of } that are needed
