# Before Start: in the empty chat (at most 512 signs), and on the profile (at most 120).

introduction =
    The service counter of the { $office } on Telegram.

    • Make a request: one question at a time, then send the letter.
    • See at any time at whose desk it is.
    • Officials decide with one tap.

    Tap Start. If you are not registered yet, you are told how.
introduction-short = Make requests to the { $office }, and see at whose desk they are.
