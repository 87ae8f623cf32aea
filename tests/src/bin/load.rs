//! The load program: see [`tests::load`].

use std::process::ExitCode;

fn main() -> ExitCode {
    // The bot under load is this very program, called as `loket run` is.
    if std::env::args().nth(1).as_deref() == Some("run") {
        return bot::cli::main();
    }
    tests::load::main()
}
