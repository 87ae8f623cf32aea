//! SQLite under sea-orm, in place: a statement runs where it is issued, on the thread that asks.
//!
//! sea-orm's own driver gives every SQLite connection a thread, and each statement, and each row of its
//! answer, travels there and back: five times the work of the statement itself. SQLite answers within
//! microseconds from memory, so here nobody is sent anywhere. What does wait for the disk, a commit, or
//! reads much, is sent elsewhere by whoever issues it: [`Connection::commit`], [`Readers::elsewhere`].
//!
//! What is stored and read is what that driver stores and reads, byte for byte, so either opens the
//! other's files.

mod address;
mod connection;
mod lock;
mod proxy;
mod readers;
#[cfg(test)]
mod tests;
mod value;

pub use self::{
    address::address_of,
    connection::Connection,
    lock::{Lock, file_at},
    proxy::connect,
    readers::Readers,
};

/// Whether a database's address names a file of SQLite.
pub fn is_meant(address: &str) -> bool {
    address.starts_with(address::SCHEME)
}
