#!/usr/bin/env bash
# typst does not hyphenate Indonesian, however it is asked, and does not say so.
#
# Versions:  typst 0.15.2 (PyPI; the compiler itself).
# Behaviour: `hyphenate: true` divides the words of a paragraph by the rules of the language that `lang` names. There
#            are none for Indonesian ("id") nor for Malay, though `lang` takes both and TeX has had rules for
#            Indonesian for decades: not one line of a narrow column ends in a hyphen, and the compiler has no
#            warning. The same words under another language are divided, by that language's rules.
# Why it matters: official Indonesian is made of words such as "mempertanggungjawabkan"; in narrow columns and in the
#            cells of a justified letter they leave holes, and whoever turns hyphenation on believes it is on. Turn
#            justification off there, or put soft hyphens into long words (last line: they are honoured).
# Fails if any of these lines changes.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -q install 'typst==0.15.2' 'pypdf==7.1.1'
venv/bin/python - >seen <<'EOF'
import io

import pypdf
import typst

WORDS = "mempertanggungjawabkan penyelenggaraan ketenagakerjaan kesejahteraan ketidakseimbangan "
SOFT = WORDS.replace("gungjawab", "gung\u00adja\u00adwab").replace("garaan", "ga\u00adraan")


def lines(language, words):
    source = f"""#set page(width: 6cm, height: auto)
#set text(lang: "{language}", hyphenate: true)
#set par(justify: true)
{words * 4}"""
    pdf, warnings = typst.compile_with_warnings(source.encode())
    text = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text().splitlines()
    divided = sum(line.rstrip().endswith(("-", "\u2010", "\u00ad")) for line in text)
    return f"{'some' if divided else 'no'} lines end in a hyphen, {len(warnings)} warnings"


for language in ("id", "ms", "en", "nl"):
    print(f"{language}: {lines(language, WORDS)}")
print(f"id, with soft hyphens: {lines('id', SOFT)}")
EOF
cat seen
diff seen - <<'EOF'
id: no lines end in a hyphen, 0 warnings
ms: no lines end in a hyphen, 0 warnings
en: some lines end in a hyphen, 0 warnings
nl: some lines end in a hyphen, 0 warnings
id, with soft hyphens: some lines end in a hyphen, 0 warnings
EOF
