#!/usr/bin/env bash
# Two tagged PDF/A documents, merged, still say that they are PDF/A-2a, while the pages of the second are read out as
# the content of the first, or have no structure at all.
#
# Versions:  pikepdf 10.18.0 (over qpdf), pypdf 7.1.1, typst 0.15.2 (all PyPI).
# Behaviour: a tagged page has a number (StructParents) under which the document's tree of structure tells what is a
#            heading and what a paragraph. `pages.extend` of pikepdf, like `qpdf --pages`, keeps the catalog of the
#            first document, with its tree and its claim of conformance, and copies the pages of the second with the
#            numbers they had there. Both begin at 0: page 2 points to the heading of page 1. pypdf, which clones the
#            first and appends the second, takes the number away: page 2 has no structure, under the same claim.
#            qpdf's manual says that what is of the document comes from the first input, which sounds as if the rest
#            were right. No tool warns, and a check of the syntax finds nothing.
# Why it matters: a decision with its annex appended goes to a blind reader as the decision, twice; and an archive
#            that believes the claim takes it. Set both as one document, attach the second as a file (PDF/A-3), or
#            take the claim out of the metadata.
# Fails if any of these lines changes.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -q install 'typst==0.15.2' 'pikepdf==10.18.0' 'pypdf==7.1.1'
venv/bin/python - >seen <<'EOF'
import pikepdf
import pypdf
import typst

for name, title in {"decision": "Surat Izin", "annex": "Lampiran"}.items():
    source = f"""#set document(title: "{title}", date: datetime(year: 2026, month: 1, day: 5))
#set text(lang: "id")
= {title}
Isi {title}."""
    typst.compile(source.encode(), output=f"{name}.pdf", pdf_standards=["a-2a"])


def look(label, path):
    with pikepdf.open(path) as pdf, pdf.open_metadata(set_pikepdf_as_editor=False) as about:
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        tree = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
        read = [
            str(tree[int(page.StructParents)][0].get("/T")) if "/StructParents" in page else "nothing"
            for page in pdf.pages
        ]
        print(f"{label}: claims PDF/A-{about.pdfa_status}, {len(pdf.check_pdf_syntax())} complaints, headings {read}")


look("decision", "decision.pdf")
look("annex", "annex.pdf")
with pikepdf.open("decision.pdf") as pdf, pikepdf.open("annex.pdf") as annex:
    pdf.pages.extend(annex.pages)
    pdf.save("pikepdf.pdf")
look("merged by pikepdf", "pikepdf.pdf")
writer = pypdf.PdfWriter(clone_from="decision.pdf")
writer.append("annex.pdf")
writer.write("pypdf.pdf")
look("merged by pypdf", "pypdf.pdf")
EOF
cat seen
diff seen - <<'EOF'
decision: claims PDF/A-2A, 0 complaints, headings ['Surat Izin']
annex: claims PDF/A-2A, 0 complaints, headings ['Lampiran']
merged by pikepdf: claims PDF/A-2A, 0 complaints, headings ['Surat Izin', 'Surat Izin']
merged by pypdf: claims PDF/A-2A, 0 complaints, headings ['Surat Izin', 'nothing']
EOF
