#!/usr/bin/env bash
# fluent-rs writes numbers the same in every language, and makes of a number that was given as text the word
# "NUMBER()", both without an error.
#
# Versions:  fluent-bundle 0.16.0 (crate) with its builtins; @fluent/bundle 0.19.1 (npm) beside it.
# Behaviour: the guide of Fluent says that numbers are formatted by the language, and that NUMBER takes the options of
#            Intl.NumberFormat. The library for JavaScript does so. fluent-rs accepts the same file, but knows neither
#            groups nor the decimal comma; of the options for digits, minimumFractionDigits has an effect and
#            maximumFractionDigits none. A text in place of a number leaves "NUMBER()" in the sentence with an empty
#            list of errors; in JavaScript the list has one. Every number is an f64: of a u64 with 16 digits the last
#            one may change.
# Why it matters: translators check their sentences in Fluent's playground, which is JavaScript; people then read
#            "1500000.5" where "1.500.000,5" belongs. Format numbers, money and dates before they go into a sentence,
#            and hand over long numbers as text.
# Fails if any of these lines changes.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir src
cat >sentences.ftl <<'EOF'
plain = { $n }
short = { NUMBER($n, maximumFractionDigits: 0) }
long = { NUMBER($n, minimumFractionDigits: 2) }
EOF
cat >Cargo.toml <<'EOF'
[package]
name = "finding"
version = "0.0.0"
edition = "2024"

[dependencies]
fluent-bundle = "=0.16.0"
EOF
cat >src/main.rs <<'EOF'
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

fn main() {
    let mut bundle = FluentBundle::new(vec!["id".parse().unwrap()]);
    bundle.set_use_isolating(false);
    bundle.add_builtins().unwrap();
    let sentences = FluentResource::try_new(include_str!("../sentences.ftl").to_owned()).unwrap();
    bundle.add_resource(sentences).unwrap();
    let said = |name: &str, n: FluentValue| {
        let mut args = FluentArgs::new();
        args.set("n", n);
        let mut errors = vec![];
        let pattern = bundle.get_message(name).unwrap().value().unwrap();
        let text = bundle.format_pattern(pattern, Some(&args), &mut errors);
        println!("fluent-rs, {name}: {text} ({} errors)", errors.len());
    };
    for name in ["plain", "short", "long"] {
        said(name, 1_500_000.5.into());
    }
    said("short", "7".into());
    said("plain", 9_171_010_101_900_001_u64.into());
}
EOF
cargo run --quiet >seen
npm install --silent --no-audit --no-fund @fluent/bundle@0.19.1
cat >said.mjs <<'EOF'
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { readFileSync } from 'node:fs';

const bundle = new FluentBundle('id', { useIsolating: false });
bundle.addResource(new FluentResource(readFileSync('sentences.ftl', 'utf8')));
const said = (name, n) => {
  const errors = [];
  const text = bundle.formatPattern(bundle.getMessage(name).value, { n }, errors);
  console.log(`JavaScript, ${name}: ${text} (${errors.length} errors)`);
};
for (const name of ['plain', 'short', 'long']) said(name, 1500000.5);
said('short', '7');
EOF
node said.mjs >>seen
cat seen
diff seen - <<'EOF'
fluent-rs, plain: 1500000.5 (0 errors)
fluent-rs, short: 1500000.5 (0 errors)
fluent-rs, long: 1500000.50 (0 errors)
fluent-rs, short: NUMBER() (0 errors)
fluent-rs, plain: 9171010101900000 (0 errors)
JavaScript, plain: 1.500.000,5 (0 errors)
JavaScript, short: 1.500.001 (0 errors)
JavaScript, long: 1.500.000,50 (0 errors)
JavaScript, short: {NUMBER()} (1 errors)
EOF
