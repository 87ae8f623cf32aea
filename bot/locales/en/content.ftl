# What people write on the way of a request: who wrote it, what changed, who reads it.

passage-head = <b>{ $role }</b> · { $by }, { $at }:
passage-changed = { $label }: <s>{ $old }</s> → <b>{ $new }</b>
paper-replaced = { $ticket } · { $label } · replaced; sent { $at }
form-read-by-office = <i>Only the office reads this.</i>
form-read-by-all = <i>The agency that asked reads this too.</i>
told-news = { $mark }News of request <b>{ $ticket }</b> · { $procedure }
told-news-past = Your request: <b>{ $past }</b>.
