//! What happens to groups.

use std::sync::Arc;

use super::{
    Telegram,
    chat::{Attachment, Author, ChatKind, Message},
    ids::{ChatId, UserId},
    object::What,
    world::{Draft, Standing, World},
};

impl Telegram {
    /// A new group; its first member opens it and adds the bot.
    pub fn group(&self, title: &str, members: &[UserId]) -> ChatId {
        let owner = *members.first().expect("somebody opens the group");
        self.act(|world| {
            let chat = world.add_group(ChatKind::Group, title, members);
            world.lets_in(chat, owner);
            chat
        })
    }

    /// A new supergroup with topics; its first member adds the bot as an administrator who may open
    /// topics, or as a mere member.
    pub fn forum(&self, title: &str, members: &[UserId], may_open_topics: bool) -> ChatId {
        let owner = *members.first().expect("somebody opens the group");
        self.act(|world| {
            let chat = world.add_group(ChatKind::Supergroup, title, members);
            let room = world.room_mut(chat);
            room.chat.forum = true;
            room.may_open_topics = may_open_topics;
            world.lets_in(chat, owner);
            chat
        })
    }

    /// A new supergroup, to which an administrator who hides their name adds the bot.
    pub fn group_of_someone_hidden(&self, title: &str, members: &[UserId]) -> ChatId {
        self.act(|world| {
            let chat = world.add_group(ChatKind::Supergroup, title, members);
            world.lets_in(chat, UserId::ANONYMOUS);
            chat
        })
    }

    /// An administrator of a group who hides their name says something there.
    pub fn says_hidden(&self, group: ChatId, text: &str) {
        self.act(|world| world.speaks(group, UserId::ANONYMOUS, Draft::text(text)));
    }

    /// Somebody gives the bot the right to open topics, or takes it away.
    pub fn lets_bot_open_topics(&self, group: ChatId, by: UserId, may: bool) {
        self.act(|world| {
            let old = world.standing_object(group, Standing::Welcome);
            world.room_mut(group).may_open_topics = may;
            let new = world.standing_object(group, Standing::Welcome);
            let object = world.membership_change(group, by, old, new);
            world.post.put(object);
        });
    }

    /// Somebody deletes the topic of this name, and all that stands in it; the bot is not told.
    pub fn deletes_topic(&self, group: ChatId, name: &str) {
        self.act(|world| {
            let messages = world.room(group).chat.messages.values();
            let named = Attachment::TopicOpened(name.to_owned());
            let topics: Vec<_> = messages
                .filter(|message| message.attachment.as_ref() == Some(&named))
                .map(|message| message.id)
                .collect();
            let messages = world.room(group).chat.messages.values();
            let within = |message: &&Arc<Message>| {
                let topic = message.topic.unwrap_or(message.id);
                !message.deleted && topics.contains(&topic)
            };
            let gone: Vec<_> = messages.filter(within).map(|message| message.id).collect();
            for message in gone {
                world.delete(group, message);
            }
        });
    }

    /// Turns a group into a supergroup with a new id, as Telegram does without being asked. The bot hears
    /// first that it is in the new one, and then that the old one has moved there.
    pub fn upgrades(&self, group: ChatId) -> ChatId {
        self.act(|world| {
            let owner = world.owner(group);
            let new = world.upgrade(group);
            let before = world.standing_object(new, Standing::Stranger);
            let now = world.standing_object(new, Standing::Welcome);
            let joined = world.membership_change(new, owner, before, now);
            world.post.put(joined);
            world.service(group, owner, Attachment::MigratedTo(new));
            world.service(new, owner, Attachment::MigratedFrom(group));
            new
        })
    }

    /// The same, but the bot hears of it only when it next writes there.
    pub fn upgrades_unheard(&self, group: ChatId) -> ChatId {
        self.act(|world| world.upgrade(group))
    }

    /// Takes the bot out of a group.
    pub fn removes_bot(&self, group: ChatId, by: UserId) {
        self.act(|world| {
            world.put(group, Author::Person(by), Draft::of(Attachment::Left(None)));
            world.stand(group, by, Standing::Kicked);
        });
    }

    /// The group belongs to another of its members from now on.
    pub fn makes_owner(&self, group: ChatId, user: UserId) {
        let mut world = self.world();
        let members = &mut world.room_mut(group).chat.members;
        members.retain(|member| *member != user);
        members.insert(0, user);
    }

    /// Somebody gives a group another title.
    pub fn renames(&self, group: ChatId, by: UserId, title: &str) {
        self.act(|world| {
            title.clone_into(&mut world.room_mut(group).chat.title);
            world.service(group, by, Attachment::Renamed(title.to_owned()));
        });
    }

    /// Somebody comes into a group.
    pub fn joins(&self, group: ChatId, user: UserId) {
        self.act(|world| {
            let members = &mut world.room_mut(group).chat.members;
            members.retain(|member| *member != user);
            members.push(user);
            world.service(group, user, Attachment::Joined(vec![Some(user)]));
        });
    }

    /// Somebody leaves a group.
    pub fn leaves(&self, group: ChatId, user: UserId) {
        self.act(|world| {
            let members = &mut world.room_mut(group).chat.members;
            members.retain(|member| *member != user);
            world.service(group, user, Attachment::Left(Some(user)));
        });
    }

    /// Whether the bot reads everything in groups, or only commands and replies to itself (the
    /// default of Telegram, and ours).
    pub fn reads_all_in_groups(&self, all: bool) {
        self.world().reads_all_in_groups = all;
    }
}

impl World {
    fn owner(&self, group: ChatId) -> UserId {
        let members = &self.room(group).chat.members;
        *members.first().expect("a group has an owner")
    }

    fn upgrade(&mut self, group: ChatId) -> ChatId {
        let old = self.room(group).chat.clone();
        let new = self.add_group(ChatKind::Supergroup, &old.title, &old.members);
        self.room_mut(group).standing = Standing::MigratedTo(new);
        new
    }

    /// Somebody adds the bot to a group.
    fn lets_in(&mut self, chat: ChatId, by: UserId) {
        self.room_mut(chat).standing = Standing::Stranger;
        self.stand(chat, by, Standing::Welcome);
        self.service(chat, by, Attachment::Joined(vec![None]));
    }

    /// A message that Telegram itself writes into a group.
    fn service(&mut self, chat: ChatId, by: UserId, attachment: Attachment) {
        let sent = self.put(chat, Author::Person(by), Draft::of(attachment));
        let object = self.message_object(chat, &sent);
        self.post.put(What::Message(object));
    }
}

impl Draft {
    fn of(attachment: Attachment) -> Draft {
        Draft {
            attachment: Some(attachment),
            ..Draft::default()
        }
    }
}
