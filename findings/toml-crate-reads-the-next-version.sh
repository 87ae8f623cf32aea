#!/usr/bin/env bash
# The crate toml, pinned to one release, reads one version of TOML or the next, as a patch of its parser decides;
# files that it accepts are refused by other tools.
#
# Versions:  toml 0.9.5 over toml_parser 1.0.5 and 1.0.6 (crates), tomli 2.2.1 (PyPI; Python's own tomllib, as of
#            3.11, is of the same making), @iarna/toml 3.0.0 and smol-toml 1.9.1 (npm).
# Behaviour: TOML 1.1 allows a last comma and line ends in an inline table, and \e and \x in strings. `toml =
#            "=0.9.5"` refuses or accepts these, depending on the toml_parser beneath it, which `cargo update` moves
#            from 1.0.5 to 1.0.6 without touching toml; only the tail of that version's name ("+spec-1.1.0") tells.
#            Times without seconds, also new in 1.1, it reads with either. The readers of other languages are divided
#            too.
# Why it matters: a configuration that the program's own check has found good is refused by the editor, the formatter
#            or the script of the people who keep it. Whoever publishes a file format says which TOML it is, keeps the
#            lock file, and tries the examples with a second reader.
# Fails if any of these lines changes.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir src
cat >examples.json <<'EOF'
["open = 07:30", "desk = { floor = 1, }", "desk = {\n  floor = 1\n}", "bold = \"\\e[1m\""]
EOF
cat >src/main.rs <<'EOF'
fn main() {
    let examples: Vec<String> = serde_json::from_str(include_str!("../examples.json")).unwrap();
    let read = examples.iter().map(|it| if it.parse::<toml::Table>().is_ok() { "read" } else { "refused" });
    println!("{}", read.collect::<Vec<_>>().join(", "));
}
EOF
for parser in 1.0.5 1.0.6; do
    cat >Cargo.toml <<EOF
[package]
name = "finding"
version = "0.0.0"
edition = "2024"

[dependencies]
serde_json = "=1.0.154"
toml = "=0.9.5"
toml_parser = "=$parser"
EOF
    rm -f Cargo.lock
    echo "toml 0.9.5, toml_parser $parser: $(cargo run --quiet)" >>seen
done
python3 -m venv venv
venv/bin/pip -q install 'tomli==2.2.1'
venv/bin/python - >>seen <<'EOF'
import json

import tomli


def read(text):
    try:
        tomli.loads(text)
        return "read"
    except tomli.TOMLDecodeError:
        return "refused"


print("tomli:", ", ".join(map(read, json.load(open("examples.json")))))
EOF
npm install --silent --no-audit --no-fund @iarna/toml@3.0.0 smol-toml@1.9.1
cat >read.mjs <<'EOF'
import iarna from '@iarna/toml';
import * as smol from 'smol-toml';
import { readFileSync } from 'node:fs';

const examples = JSON.parse(readFileSync('examples.json'));
for (const [name, parse] of [['@iarna/toml', iarna.parse], ['smol-toml', smol.parse]]) {
  const read = (text) => {
    try {
      parse(text);
      return 'read';
    } catch {
      return 'refused';
    }
  };
  console.log(`${name}: ${examples.map(read).join(', ')}`);
}
EOF
node read.mjs >>seen
cat seen
diff seen - <<'EOF'
toml 0.9.5, toml_parser 1.0.5: read, refused, refused, refused
toml 0.9.5, toml_parser 1.0.6: read, read, read, read
tomli: refused, refused, refused, refused
@iarna/toml: refused, refused, refused, refused
smol-toml: read, read, read, read
EOF
