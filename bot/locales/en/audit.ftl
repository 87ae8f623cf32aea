# The chain of the history: whatever happens and is issued is linked to what came before, so that no change stays unseen.

anchor =
    🔗 Anchor of the history, { $day }: { $anchor }
    Please keep this message. By this anchor anyone can make sure that the history up to today has not been changed: <code>loket audit --anchor { $anchor }</code>
audit-whole = The chain is whole. Links: { $links }; anchor: { $anchor }
audit-broken = The chain is not whole. Links: { $links }; anchor: { $anchor }; what does not agree: { $n }
audit-gap = link { $place }: the one before it is missing
audit-link = link { $place }: it does not follow from the one before it
audit-end = link { $place }: this is not the end of the chain; what came after it is missing
audit-altered = { $ticket }, event { $seq }: it, or a paper that it issued, is not what was linked (link { $place })
audit-unlinked = { $ticket }, event { $seq }: it has no link
audit-gone = { $ticket }, event { $seq }: it was linked ({ $place }) and is gone
audit-request-gone = the request with the number { $request } in the database: it was linked ({ $place }) and is gone
audit-paper = { $ticket }, event { $seq }: the fingerprint of a paper that it issued is not that of what was made
audit-anchor = anchor { $place }: its hash is not the one that was kept
audit-lost = anchor { $place }: it cannot be held against anything. On { $at } Loket was restored from the backup of { $copied_at }, in which the chain ended at { $ends }; all that came after is lost, and this anchor with it. If the office never restored it, this history was changed.
audit-lost-somewhere = anchor { $place }: it cannot be held against anything. On { $at } Loket was restored from the backup of { $copied_at }; all that came after that backup is lost. If the office never restored it, or the anchor is older than the backup, this history was changed.
audit-number = number on paper { $number }: it is not what was linked when it was entered, or has no link
audit-number-gone = a number on paper: it was linked ({ $place }) and is gone
