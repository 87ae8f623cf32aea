# Sentences about finding again: a request by its ticket, and what one has decided.

ticket-several = { $n } requests have the number <b>{ $ticket }</b>. Please choose.
ticket-not-among-all = Request <b>{ $ticket }</b> was not found among all requests of this office.
ticket-not-among-part = Request <b>{ $ticket }</b> was not found among your own requests and those of the services you work on.
ticket-not-among-agency = Request <b>{ $ticket }</b> was not found among your own requests and those of { $agency }.
ticket-not-among-own = Request <b>{ $ticket }</b> was not found among your requests.
ticket-next = Please check the number; the ticket stands at the top of the request's card. If the number is right, please ask the helpdesk.
ticket-next-all = Please check the number, or type another word: agency, applicant, subdomain, application or serial number.

button-decided = I Have Decided
decided-title = Requests you have decided on, the newest decision first. Choose one to see its answers, files and history.
decided-none = You have not decided on any request yet.
decided-no-more = There is nothing older.
button-own-tasks = My Tasks

## Choosing a person

person-hint = <i>There are { $n } people. Please type part of the name, or choose from the list.</i>
person-found = <i>{ $n } found for “{ $words }”. Please choose, or type another name.</i>
button-everybody = All Names
person-none = ⚠️ At present there is no <b>{ $role }</b> to choose.
person-none-of-agency = ⚠️ At present the agency of this request has no <b>{ $role }</b> to choose.
person-none-ask = Posts are given by the administrator or the helpdesk; please contact { $names }. What you have entered is kept: type the person's name once they have the post.
person-none-next = Posts are given by the administrator or the helpdesk. What you have entered is kept: type the person's name once they have the post.
