#!/usr/bin/env bash
# prometheus-client writes the value of a label as it is: one quotation mark in a name, and the whole scrape is lost.
#
# Versions:  prometheus-client 0.24.1 (crate), prometheus_client 0.26.0 (PyPI) as the reader and beside it.
# Behaviour: OpenMetrics, and the older format of Prometheus, ask that a backslash, a quotation mark and a line end
#            are escaped in the value of a label. The crate escapes none of them, nor does its documentation ask the
#            caller to; the Python library of the same project escapes by itself. A reader refuses the page as a
#            whole, so the other metrics on it are gone too. (In a help text the line end is not escaped either.)
# Why it matters: the label is a name from a file, an office or a template, and has been good for years; on the day on
#            which one is called Kantor "A", every alarm of the service falls silent or goes off. Give labels only
#            values of one's own, or escape them before (last line).
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
prometheus-client = "=0.24.1"
EOF
cat >src/main.rs <<'EOF'
use prometheus_client::{
    encoding::text::encode,
    metrics::{counter::Counter, family::Family, gauge::Gauge},
    registry::Registry,
};

fn page(path: &str, office: &str) {
    let mut registry = Registry::default();
    let waiting: Gauge = Gauge::default();
    registry.register("waiting", "How many wait", waiting);
    let papers: Family<Vec<(&str, String)>, Counter> = Family::default();
    registry.register("papers", "Papers issued", papers.clone());
    papers.get_or_create(&vec![("office", office.to_owned())]).inc();
    let mut page = String::new();
    encode(&mut page, &registry).unwrap();
    std::fs::write(path, page).unwrap();
}

fn main() {
    let office = "Kantor \"A\"";
    page("plain", "Kantor A");
    page("quoted", office);
    page("escaped", &office.replace('\\', r"\\").replace('"', "\\\"").replace('\n', r"\n"));
}
EOF
cargo run --quiet
python3 -m venv venv
venv/bin/pip -q install 'prometheus-client==0.26.0'
venv/bin/python - >seen <<'EOF'
from prometheus_client import CollectorRegistry, Counter
from prometheus_client.openmetrics.exposition import generate_latest
from prometheus_client.openmetrics.parser import text_string_to_metric_families


def line(page):
    return next(it for it in page.splitlines() if it.startswith("papers_total"))


def read(page):
    try:
        families = list(text_string_to_metric_families(page))
        return f"{len(families)} metrics, {families[-1].samples[0].labels['office']}"
    except ValueError:
        return "no metrics: ValueError"


registry = CollectorRegistry()
Counter("papers", "Papers issued", ["office"], registry=registry).labels('Kantor "A"').inc()
print("Python:", line(generate_latest(registry).decode()))
for name in ("plain", "quoted", "escaped"):
    page = open(name).read()
    print(f"Rust, {name}: {line(page)} -> {read(page)}")
EOF
cat seen
diff seen - <<'EOF'
Python: papers_total{office="Kantor \"A\""} 1.0
Rust, plain: papers_total{office="Kantor A"} 1 -> 2 metrics, Kantor A
Rust, quoted: papers_total{office="Kantor "A""} 1 -> no metrics: ValueError
Rust, escaped: papers_total{office="Kantor \"A\""} 1 -> 2 metrics, Kantor "A"
EOF
