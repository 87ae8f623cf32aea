//! The chaos program: see [`tests::chaos`].

use std::process::ExitCode;

fn main() -> ExitCode {
    // The bots are this very program, called as `loket run` is.
    if std::env::args().nth(1).as_deref() == Some("run") {
        return bot::cli::main();
    }
    tests::chaos::main()
}
