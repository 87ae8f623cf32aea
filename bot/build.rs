//! A new file of sentences is part of the program at once.

fn main() {
    // Cargo sees what changes within the files that were there; of others it has to be told.
    println!("cargo::rerun-if-changed=locales");
}
