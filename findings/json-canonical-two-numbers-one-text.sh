#!/usr/bin/env bash
# Canonical JSON (RFC 8785) gives two different identity numbers one text, in four of six libraries, and only for
# people of the easternmost provinces.
#
# Versions:  serde_jcs 0.2.0, serde_json_canonicalizer 0.4.1, json-canon 0.1.3 (crates); jcs 0.2.1, rfc8785 0.1.4
#            (PyPI); canonicalize 4.0.0 (npm).
# Behaviour: an Indonesian identity number has 16 digits and begins with its province. As a JSON number it fits into a
#            u64, an i64 and a Python int. RFC 8785 has only the numbers of IEEE 754, exact up to 9007199254740992,
#            and says that larger ones belong into a string. Up to the province 90 everything is right; from 91 on
#            (Papua) half of the numbers move to their neighbour. Four libraries do that silently, in Rust and Python
#            too, where the value itself was exact; json-canon and rfc8785 (Python) refuse.
# Why it matters: two people have one fingerprint, and no test with numbers of Java sees it. Identity numbers, and ids
#            of 64 bits, become strings before anything is made canonical.
# Fails if any of these lines changes.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir src
cat >Cargo.toml <<'EOF'
[package]
name = "finding"
version = "0.0.0"
edition = "2024"

[dependencies]
json-canon = "=0.1.3"
serde_jcs = "=0.2.0"
serde_json = "=1.0.154"
serde_json_canonicalizer = "=0.4.1"
EOF
cat >src/main.rs <<'EOF'
use serde_json::{Result, Value};

fn main() {
    let libraries: [(&str, fn(&Value) -> Result<String>); 3] = [
        ("serde_jcs", |it| serde_jcs::to_string(it)),
        ("serde_json_canonicalizer", |it| serde_json_canonicalizer::to_string(it)),
        ("json-canon", |it| json_canon::to_string(it)),
    ];
    for (name, write) in libraries {
        for number in [3_171_010_101_900_001_u64, 9_171_010_101_900_000, 9_171_010_101_900_001] {
            let text = write(&Value::from(number)).unwrap_or_else(|_| "refused".to_owned());
            println!("{name}: {number} -> {text}");
        }
    }
}
EOF
cargo run --quiet >seen
python3 -m venv venv
venv/bin/pip -q install 'jcs==0.2.1' 'rfc8785==0.1.4'
venv/bin/python - >>seen <<'EOF'
import jcs
import rfc8785

for name, write in {"jcs": jcs.canonicalize, "rfc8785": rfc8785.dumps}.items():
    for number in (3171010101900001, 9171010101900000, 9171010101900001):
        try:
            text = write(number).decode()
        except rfc8785.IntegerDomainError:
            text = "refused"
        print(f"{name}: {number} -> {text}")
EOF
npm install --silent --no-audit --no-fund canonicalize@4.0.0
cat >canonical.mjs <<'EOF'
import canonicalize from 'canonicalize';

for (const number of ['3171010101900001', '9171010101900000', '9171010101900001'])
  console.log(`canonicalize: ${number} -> ${canonicalize(JSON.parse(number))}`);
EOF
node canonical.mjs >>seen
cat seen
diff seen - <<'EOF'
serde_jcs: 3171010101900001 -> 3171010101900001
serde_jcs: 9171010101900000 -> 9171010101900000
serde_jcs: 9171010101900001 -> 9171010101900000
serde_json_canonicalizer: 3171010101900001 -> 3171010101900001
serde_json_canonicalizer: 9171010101900000 -> 9171010101900000
serde_json_canonicalizer: 9171010101900001 -> 9171010101900000
json-canon: 3171010101900001 -> 3171010101900001
json-canon: 9171010101900000 -> refused
json-canon: 9171010101900001 -> refused
jcs: 3171010101900001 -> 3171010101900001
jcs: 9171010101900000 -> 9171010101900000
jcs: 9171010101900001 -> 9171010101900000
rfc8785: 3171010101900001 -> 3171010101900001
rfc8785: 9171010101900000 -> refused
rfc8785: 9171010101900001 -> refused
canonicalize: 3171010101900001 -> 3171010101900001
canonicalize: 9171010101900000 -> 9171010101900000
canonicalize: 9171010101900001 -> 9171010101900000
EOF
