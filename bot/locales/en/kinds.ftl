# Kinds of answers: what the table of the SOP says of them.

outline-kind-text = one line, { $min }–{ $max } characters
outline-kind-text-pattern = { $text }, like the pattern { $pattern }
outline-kind-paragraph = paragraph, { $min }–{ $max } characters
outline-kind-number = whole number
outline-kind-number-within = whole number { $limits }
outline-kind-decimal = number
outline-kind-decimal-within = number { $limits }
outline-kind-yes-no = yes or no
outline-kind-confirm = must be answered yes
outline-kind-choice = one of: { $options }
outline-kind-choices = choose at least { $n }: { $options }
outline-kind-date = date
outline-kind-date-within = date { $limits }
outline-kind-date-time = date and time
outline-kind-date-time-within = date and time { $limits }
outline-kind-time = time
outline-kind-time-within = time { $limits }
outline-kind-phone = phone number
outline-kind-mobile = mobile number
outline-kind-own-phone = one's own phone number
outline-kind-agency = one of the agencies
outline-kind-email = e-mail address
outline-kind-email-ending = e-mail address that ends in { $endings }
outline-kind-nip = NIP, 18 digits
outline-kind-url = link
outline-kind-ip = IP address
outline-kind-ip-public = public IP address
outline-kind-ip-office = IP address in the office's networks
outline-kind-ip-v4 = { $address }, IPv4 only
outline-kind-ip-v6 = { $address }, IPv6 only
outline-kind-entry = an open line of { $register }
outline-kind-entry-any = an open line of { $register }, of whatever agency
outline-kind-items = choose at least { $n }: { $pool }
outline-kind-items-window = choose at least { $n }: { $pool }, from { $from } until { $until }, with { $before } { $before ->
        [one] minute
       *[other] minutes
    } before and { $after } { $after ->
        [one] minute
       *[other] minutes
    } after it
outline-kind-items-among = choose at least { $n } of { $field }
outline-kind-subdomain-label = subdomain name
outline-kind-subdomain-label-long = subdomain name, { $min }–{ $max } characters
outline-kind-hostname = full name beneath { $domains }
outline-kind-person = one of: { $role }
outline-kind-person-of-agency = one of the agency that the request is for: { $role }
outline-kind-person-except = { $person }, except { $except }
outline-kind-person-self = oneself
outline-kind-document = file { $types }, at most { $max } MB
outline-kind-photo = photo, at most { $max } MB
outline-kind-rows = table { $min }–{ $max } rows: { $columns }
outline-kind-rows-counted = table rows as many as { $count }: { $columns }
outline-kind-rows-extended = a table: the rows of { $table }, and { $columns }

outline-option-stops = { $option } (ends the form)
outline-column = { $column } ({ $kind })
outline-may-be-empty = may be empty
outline-limit-from = from { $limit }
outline-limit-to = to { $limit }
outline-limit-until = until { $limit }

form-time = <i>Write the time, for example: 08.30.</i>
unfit-time = ⚠️ This is no time yet. Write it like 08.30.
unfit-time-early = ⚠️ Too early. The earliest time is { $limit }.
unfit-time-late = ⚠️ Too late. The latest time is { $limit }.
unfit-confirm = ⚠️ It can only go on if the answer is <b>Yes</b>. What you have entered so far is kept.
unfit-must = ⚠️ { $why }
unfit-email-ending = ⚠️ The address must end in { $endings }.
unfit-ip-v4 = ⚠️ Please write an IPv4 address, e.g. 203.0.113.20.
unfit-ip-v6 = ⚠️ Please write an IPv6 address, e.g. 2001:db8::1.
unfit-cell-not-asked = ⚠️ In this row the column stays empty, or has the sign -.
unfit-confirm-otherwise = ⚠️ { $why } What you have entered so far is kept; choose <b>Yes</b> once this is met.
