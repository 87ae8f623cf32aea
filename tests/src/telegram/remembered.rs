//! All that Telegram knows at one moment. Another Telegram can begin with it, as if all of that had happened
//! there.

use std::collections::BTreeMap;

use super::{
    Telegram,
    ids::{ChatId, UserId},
    ledger::Ledger,
    menu::Menu,
    post::Post,
    shelf::Shelf,
    world::{Identity, Person, Queries, Room},
};

/// People, chats, files, menus, and what the bot has called.
#[derive(Clone)]
pub struct Remembered {
    bot: Identity,
    people: BTreeMap<UserId, Person>,
    rooms: BTreeMap<ChatId, Room>,
    shelf: Shelf,
    queries: Queries,
    post: Post,
    menu: Menu,
    ledger: Ledger,
    albums: u64,
    next_message: i32,
    next_group: i64,
}

impl Telegram {
    /// Everything as it is now. No bot may be asking for updates meanwhile.
    pub fn remember(&self) -> Remembered {
        let world = self.world();
        assert_eq!(world.post.polls_waiting, 0, "nobody asks for updates");
        Remembered {
            bot: world.bot.clone(),
            people: world.people.clone(),
            rooms: world.rooms.clone(),
            shelf: world.shelf.clone(),
            queries: world.queries.clone(),
            post: world.post.clone(),
            menu: world.menu.clone(),
            ledger: world.ledger.clone(),
            albums: world.albums,
            next_message: world.next_message,
            next_group: world.next_group,
        }
    }

    /// Goes on from what was remembered, here or elsewhere. What was here before is forgotten.
    pub fn go_on_from(&self, remembered: &Remembered) {
        let then = remembered.clone();
        let mut world = self.world();
        assert_eq!(world.post.polls_waiting, 0, "nobody asks for updates");
        world.bot = then.bot;
        world.people = then.people;
        world.rooms = then.rooms;
        world.shelf = then.shelf;
        world.queries = then.queries;
        world.post = then.post;
        world.menu = then.menu;
        world.ledger = then.ledger;
        world.albums = then.albums;
        world.next_message = then.next_message;
        world.next_group = then.next_group;
    }
}
