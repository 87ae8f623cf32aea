//! The bot as a program of its own, so that stories can end it as a machine does: see
//! `scenarios/crashes.rs`. It is `loket` itself.

use std::process::ExitCode;

fn main() -> ExitCode {
    bot::cli::main()
}
