#!/usr/bin/env bash
# pyHanko writes its first object onto the last line of a document that does not end with a line's end, and typst writes
# such documents: signed, a PDF/A paper is none any more.
#
# Versions:  pyHanko 0.38.0, typst 0.15.2 (both PyPI).
# Behaviour: typst's PDF ends with "%%EOF" and nothing behind it, which is allowed. What pyHanko appends begins in the very
#            next byte, so "%%EOF" and the number of an object share a line. Readers do not mind. PDF/A does: an object
#            begins behind a line's end (ISO 19005-2, 6.1.9), and veraPDF refuses the signed file for that clause alone.
#            One line feed behind "%%EOF" before signing, and it is accepted.
# Why it matters: whoever makes papers for others to sign has them validated before, not after. End them with a line feed;
#            no program that reads them is disturbed by it.
# Fails if any of these lines changes.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -q install 'pyHanko==0.38.0' 'typst==0.15.2'
venv/bin/python - >seen <<'EOF'
import datetime
import io
import re

import typst
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers

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

source = '#set document(title: "Surat Izin", date: datetime(year: 2026, month: 1, day: 5))\n#set text(lang: "id")\n= Surat Izin'
paper = typst.compile(source.encode(), pdf_standards=["a-2a"])


def junction(paper):
    out = io.BytesIO()
    about = signers.PdfSignatureMetadata(field_name="Tanda")
    signers.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(paper)), about, signer=signer, output=out)
    signed = out.getvalue()
    assert signed.startswith(paper)
    around = signed[len(paper.rstrip()) - 5 : len(paper) + 12]
    return re.sub(rb"\d+", b"N", around).split(b"obj")[0]


print("typst ends with", paper[-6:])
print("signed as it is:", junction(paper))
print("signed with a line feed behind it:", junction(paper + b"\n"))
EOF
cat seen
diff seen - <<'EOF'
typst ends with b'\n%%EOF'
signed as it is: b'%%EOFN N '
signed with a line feed behind it: b'%%EOF\nN N '
EOF
