//! Prints every paper of the tests into a folder, to be looked at:
//! `cargo run --package press --example papers -- FOLDER [ARMS]`.

use std::{env, error::Error, fs, path::PathBuf};

use press::{Press, Sheet, Shop};

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = env::args_os().skip(1).map(PathBuf::from);
    let folder = words.next().ok_or("say into which folder")?;
    let mut shop = Shop::default();
    if let Some(arms) = words.next() {
        shop = shop.with_arms(fs::read(arms)?);
    }
    let press = Press::new(shop);
    fs::create_dir_all(&folder)?;
    for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/papers"))? {
        let sheet: Sheet = serde_json::from_slice(&fs::read(entry?.path())?)?;
        let print = press.print(&sheet)?;
        for warning in print.warnings {
            eprintln!("{}: {warning}", sheet.template);
        }
        fs::write(
            folder.join(&sheet.template).with_extension("pdf"),
            print.pdf,
        )?;
        fs::write(
            folder.join(&sheet.template).with_extension("png"),
            press.picture(&sheet)?,
        )?;
    }
    Ok(())
}
