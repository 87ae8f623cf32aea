# Sentences about personal data and fair use.

## Fair use
limit-acts = Your messages come too fast. Please wait a minute, then carry on.
limit-files = Quite a few files have come in within the hour. Please send this one again in an hour.
limit-bytes = The files of today add up to the limit of 200 MB. Please send this one again tomorrow.
refused-links-barred = Too many unknown invitation links. Please try again after { $at }, or contact the helpdesk.
told-guessing = ⚠️ One Telegram account has tried { $tries } invitation links that nobody gave out. Its links are refused for an hour; there is nothing you need to do.
