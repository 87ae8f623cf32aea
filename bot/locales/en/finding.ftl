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
