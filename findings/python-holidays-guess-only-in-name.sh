#!/usr/bin/env bash
# A calendar exported by python-holidays says of a day that it is only estimated in the words of its name, and nowhere
# else, in the language of the export.
#
# Versions:  holidays 0.109 (PyPI), its ICalExporter.
# Behaviour: days whose date depends on a sighting of the moon come as "Lunar New Year (estimated)" in English and as
#            "Tahun Baru Imlek (perkiraan)" in Indonesian. RFC 5545 (3.8.1.11) has STATUS:TENTATIVE for that; no event
#            has a STATUS at all. Two exports of the same year in two languages agree in every day and in the number of
#            estimated ones.
# Why it matters: whoever imports such a file and looks at STATUS, or at one language's word, takes guesses for
#            certain, and a deadline is counted over a day that may be a working day.
# Fails if an event gains a STATUS, or the words change.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -q install 'holidays==0.109'
venv/bin/python - <<'EOF'
import re
import holidays
from holidays.ical import ICalExporter

WORDS = {"en_US": "(estimated)", "id": "(perkiraan)"}
found = {}
for language, word in WORDS.items():
    days = holidays.country_holidays("ID", years=2028, language=language, categories=("public",))
    text = ICalExporter(days).generate()
    events = text.split("BEGIN:VEVENT")[1:]
    assert events and not any(re.search(r"(?m)^STATUS", event) for event in events)
    guessed = [event for event in events if word in event]
    others = [other for other in WORDS.values() if other != word]
    assert guessed and not any(other in text for other in others)
    found[language] = (len(events), sorted(re.search(r"DTSTART;VALUE=DATE:(\d+)", it)[1] for it in guessed))
    print(language, len(events), "events,", len(guessed), "estimated, none with a STATUS:", re.search("SUMMARY:(.*)", guessed[0])[1].strip())
assert found["en_US"] == found["id"], found
EOF
echo "As found: only the words of the name say that a day is estimated."
