//! The stage: the real bot between a real database and a fake Telegram, and people who use it.

pub mod application_upload;
pub mod asked;
mod beginning;
pub mod books;
pub mod bot;
pub mod browser;
pub mod cast;
pub mod colocation;
pub mod database;
pub mod dump;
mod entrance;
mod ground;
pub mod hosting;
mod labels;
mod large_office;
pub mod log;
pub mod office_file;
pub mod outside;
pub mod papers;
mod planner;
pub mod player;
pub mod postgres;
pub mod prelude;
pub mod registration;
mod rows;
pub mod signing;
pub mod sites;
pub mod subdomain;
pub(crate) mod told;
pub mod visiting;
pub mod walk;
pub mod world;

pub use cast::Role;
pub use database::{Engine, Template};
pub use player::Player;
pub use world::World;

/// One play, told on SQLite: what it is about is the same on both databases.
#[allow(
    clippy::crate_in_macro_def,
    reason = "the table of outputs is read by the crate that tells the play"
)]
#[macro_export]
macro_rules! play {
    ($(#[$doc:meta])* async fn $name:ident($world:ident) $body:block) => {
        $(#[$doc])*
        mod $name {
            #[allow(unused_imports, reason = "plays take what their file imports")]
            use super::*;

            $crate::play!(told $world $body);
        }
    };
    (told $world:ident $body:block) => {
        async fn tell($world: &mut $crate::World) $body

        #[tokio::test(flavor = "multi_thread", worker_threads = 1)]
        async fn on_sqlite() {
            let mut world = $crate::World::open($crate::Engine::Sqlite).await;
            tell(&mut world).await;
            // Of the crate that tells the play: what the table of outputs says of it is there.
            crate::outputs::are_there(&world, module_path!()).await;
            world.finish().await;
        }
    };
}

/// One play, told on both databases: it is about something that each does in its own way, or it is the
/// story of a procedure. PostgreSQL is passed over with a plain sentence where its programs are not
/// installed.
#[allow(
    clippy::crate_in_macro_def,
    reason = "the table of outputs is read by the crate that tells the play"
)]
#[macro_export]
macro_rules! play_on_both {
    ($(#[$doc:meta])* async fn $name:ident($world:ident) $body:block) => {
        $(#[$doc])*
        mod $name {
            #[allow(unused_imports, reason = "plays take what their file imports")]
            use super::*;

            $crate::play!(told $world $body);

            #[tokio::test(flavor = "multi_thread", worker_threads = 1)]
            async fn on_postgres() {
                let Some(engine) = $crate::Engine::postgres().await else { return };
                let mut world = $crate::World::open(engine).await;
                tell(&mut world).await;
                crate::outputs::are_there(&world, module_path!()).await;
                world.finish().await;
            }
        }
    };
}
