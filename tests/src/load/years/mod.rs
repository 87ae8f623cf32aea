//! An office that has been open for years: very many requests are finished, and some thousands are open.
//!
//! A few requests are carried along their procedures by the office's own commands, and the database copies what the
//! bot wrote for them, in all tables, with its times moved back. What the daily job forgets is not copied.
//!
//! - [`stencils`]: everyone who is needed, and the requests that are copied
//! - [`copies`]: the copying
//! - [`looks`]: what screens cost in such an office, and [`acts`] what is done to very many at once

mod acts;
mod copies;
mod looks;
mod stencils;

use std::time::Instant;

use domain::command::clock::wind_up;

use self::looks::Looks;
use super::seed::Seed;

pub(super) use stencils::gather;

/// Lets so many requests be finished and so many be open.
pub(super) async fn pass(seed: &Seed, finished: u32, open: u32) -> anyhow::Result<()> {
    let begun = Instant::now();
    let stencils = Box::pin(stencils::cut(seed)).await?;
    let db = migration::connect(&seed.database).await?;
    copies::make(&db, &stencils, (finished, open)).await?;
    wind_up(&seed.counter).await?;
    copies::settle(&db).await?;
    let seconds = begun.elapsed().as_secs();
    eprintln!("{finished} finished and {open} open requests, made in {seconds} s");
    Ok(())
}

/// Looks at every screen, and then does everything long that can be done.
pub(super) async fn measure(seed: &Seed) -> anyhow::Result<Looks> {
    let mut looks = Looks::default();
    let counter = &seed.counter;
    looks::screens(&mut looks, seed).await?;
    looks::decisions(&mut looks, counter).await?;
    acts::daily(&mut looks, counter).await?;
    acts::all(&mut looks, counter).await?;
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let highest = status.lines().find(|line| line.starts_with("VmHWM"));
    highest.unwrap_or_default().clone_into(&mut looks.resident);
    Ok(looks)
}
