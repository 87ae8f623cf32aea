#!/usr/bin/env bash
# A number with a fraction that serde_json itself has written comes back as another one, so its text changes, and with
# it every fingerprint that is taken over the text.
#
# Versions:  serde_json 1.0.154, with its default features and with `float_roundtrip`.
# Behaviour: what is written is the shortest text that means exactly this f64. What is read is, by default, the f64
#            beside it for more than one text in ten of a plain sort (degrees with the rest of a multiplication);
#            written once more, the text differs in its last digits, and stays so from then on. Amounts with two
#            places all come back, so a test with money sees nothing. `float_roundtrip` reads exactly; as a feature it
#            holds for the whole program as soon as one dependency asks for it (the crate serde_json_canonicalizer
#            does), and is gone again without a word when that dependency goes.
# Why it matters: an entry of a chain, or a signed body, is stored as text, read into a Value, and hashed again: of
#            those with measures one in ten "has been tampered with". Hash the bytes as they came, keep money and
#            measures as whole numbers, or ask for the feature oneself.
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
serde_json = "=1.0.154"

[features]
exact = ["serde_json/float_roundtrip"]
EOF
cat >src/main.rs <<'EOF'
use serde_json::Value;

fn again(text: &str) -> String {
    serde_json::from_str::<Value>(text).unwrap().to_string()
}

fn main() {
    let first = Value::from(-116.458_117_199_999_99).to_string();
    let second = again(&first);
    println!("{first} -> {second} -> {}", again(&second));
    let changed = |number: fn(i32) -> f64| {
        let texts = (0..100_000).map(|step| Value::from(number(step)).to_string());
        texts.filter(|text| again(text) != *text).count()
    };
    println!("of 100000 amounts {} change", changed(|step| f64::from(step) / 100.0));
    println!("of 100000 measures {} change", changed(|step| f64::from(step) * 1.1 / 1000.0));
}
EOF
cargo run --quiet >seen
cargo run --quiet --features exact >>seen
cat seen
diff seen - <<'EOF'
-116.45811719999999 -> -116.4581172 -> -116.4581172
of 100000 amounts 0 change
of 100000 measures 16362 change
-116.45811719999999 -> -116.45811719999999 -> -116.45811719999999
of 100000 amounts 0 change
of 100000 measures 0 change
EOF
