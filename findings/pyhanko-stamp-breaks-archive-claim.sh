#!/usr/bin/env bash
# pyHanko signs a PDF/A-2a document with a stamp in a font that is not embedded, and renews the claim of PDF/A-2a
# while doing so.
#
# Versions:  pyHanko 0.38.0, pikepdf 10.18.0, typst 0.15.2 (all PyPI).
# Behaviour: a signature only appends to a document. What pyHanko appends, without being asked: a new catalog,
#            metadata written anew with itself as the producer, and for a visible signature a stamp in Courier, of
#            which no font program is embedded. PDF/A forbids that; there is no warning, and the new metadata says
#            "2A" again. The widget of the signature, visible or not, has no place in the tagged structure. An
#            invisible signature brings no font.
# Why it matters: the archive refuses the paper as it is after signing, while the one before was checked and good.
#            Give pyHanko a stamp style with a font of its own (GlyphAccumulatorFactory), or print the mark into the
#            paper and sign invisibly; and check papers once more when they are signed.
# Fails if any of these lines changes.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -q install 'pyHanko==0.38.0' 'pikepdf==10.18.0' 'typst==0.15.2'
venv/bin/python - >seen <<'EOF'
import datetime
import io

import pikepdf
import typst
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers

key = ec.generate_private_key(ec.SECP256R1())
name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Contoh")])
certificate = (
    x509.CertificateBuilder()
    .subject_name(name)
    .issuer_name(name)
    .public_key(key.public_key())
    .serial_number(1)
    .not_valid_before(datetime.datetime(2026, 1, 1))
    .not_valid_after(datetime.datetime(2046, 1, 1))
    .sign(key, hashes.SHA256())
)
kept = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
open("key.pem", "wb").write(key.private_bytes(serialization.Encoding.PEM, *kept))
open("certificate.pem", "wb").write(certificate.public_bytes(serialization.Encoding.PEM))
signer = signers.SimpleSigner.load("key.pem", "certificate.pem")

source = """#set document(title: "Surat Izin", date: datetime(year: 2026, month: 1, day: 5))
#set text(lang: "id")
= Surat Izin"""
unsigned = typst.compile(source.encode(), pdf_standards=["a-2a"])


def sign(box):
    out = io.BytesIO()
    signers.PdfSigner(
        signers.PdfSignatureMetadata(field_name="Tanda", subfilter=fields.SigSeedSubFilter.PADES),
        signer=signer,
        new_field_spec=fields.SigFieldSpec("Tanda", on_page=0, box=box),
    ).sign_pdf(IncrementalPdfFileWriter(io.BytesIO(unsigned)), output=out)
    assert out.getvalue().startswith(unsigned)
    return out.getvalue()


def fonts(pdf):
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and "/FontDescriptor" in thing and "/BaseFont" in thing:
            yield thing
        if isinstance(thing, pikepdf.Stream) and "/Resources" in thing:
            yield from (font for _, font in thing.Resources.get("/Font", {}).items() if "/FontDescriptor" in font)


def look(label, document):
    with pikepdf.open(io.BytesIO(document)) as pdf:
        with pdf.open_metadata(set_pikepdf_as_editor=False) as about:
            claim, producer = about.pdfa_status, about.get("pdf:Producer")
        bare = {
            str(font.BaseFont)
            for font in fonts(pdf)
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(font.FontDescriptor.keys())
        }
        tagged = ["/StructParent" in widget for widget in pdf.pages[0].get("/Annots", [])]
        print(f"{label}: claims PDF/A-{claim}, producer {producer}, not embedded {sorted(bare)}, widgets tagged {tagged}")


look("unsigned", unsigned)
look("signed invisibly", sign(None))
look("signed visibly", sign((100, 100, 300, 160)))
EOF
cat seen
diff seen - <<'EOF'
unsigned: claims PDF/A-2A, producer None, not embedded [], widgets tagged []
signed invisibly: claims PDF/A-2A, producer pyHanko 0.38.0, not embedded [], widgets tagged [False]
signed visibly: claims PDF/A-2A, producer pyHanko 0.38.0, not embedded ['/Courier'], widgets tagged [False]
EOF
