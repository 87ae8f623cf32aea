# Kinds of answers: what the table of the SOP says of them.

outline-kind-text = one line, { $min }–{ $max } characters
outline-kind-paragraph = paragraph, { $min }–{ $max } characters
outline-kind-number = whole number
outline-kind-number-within = whole number { $limits }
outline-kind-decimal = number
outline-kind-decimal-within = number { $limits }
outline-kind-yes-no = yes or no
outline-kind-choice = one of: { $options }
outline-kind-choices = choose at least { $n }: { $options }
outline-kind-date = date
outline-kind-date-within = date { $limits }
outline-kind-date-time = date and time
outline-kind-date-time-within = date and time { $limits }
outline-kind-time = time
outline-kind-time-within = time { $limits }
outline-kind-phone = phone number
outline-kind-own-phone = one's own phone number
outline-kind-agency = one of the agencies
outline-kind-email = e-mail address
outline-kind-nip = NIP, 18 digits
outline-kind-url = link
outline-kind-ip = IP address
outline-kind-ip-public = public IP address
outline-kind-ip-office = IP address in the office's networks
outline-kind-entry = an open line of { $register }
outline-kind-items = choose at least { $n }: { $pool }
outline-kind-items-among = choose at least { $n } of { $field }
outline-kind-subdomain-label = subdomain name
outline-kind-hostname = full name beneath { $domains }
outline-kind-person = one of: { $role }
outline-kind-document = file { $types }, at most { $max } MB
outline-kind-photo = photo, at most { $max } MB
outline-kind-rows = table { $min }–{ $max } rows: { $columns }
outline-kind-rows-counted = table rows as many as { $count }: { $columns }

outline-option-stops = { $option } (ends the form)
outline-column = { $column } ({ $kind })
outline-column-optional = { $column } ({ $kind }; may be empty)
outline-limit-from = from { $limit }
outline-limit-to = to { $limit }
outline-limit-until = until { $limit }

form-time = <i>Write the time, for example: 08.30.</i>
unfit-time = ⚠️ This is no time yet. Write it like 08.30.
unfit-time-early = ⚠️ Too early. The earliest time is { $limit }.
unfit-time-late = ⚠️ Too late. The latest time is { $limit }.
