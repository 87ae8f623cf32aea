//! What happens to groups.

use super::{
    Telegram,
    chat::{Attachment, Author, ChatKind},
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
            world.room_mut(chat).standing = Standing::Stranger;
            world.stand(chat, owner, Standing::Welcome);
            world.service(chat, owner, Attachment::Joined(vec![None]));
            chat
        })
    }

    /// Turns a group into a supergroup with a new id, as Telegram does without being asked.
    pub fn upgrades(&self, group: ChatId) -> ChatId {
        self.act(|world| {
            let old = world.room(group).chat.clone();
            let owner = *old.members.first().expect("a group has an owner");
            let new = world.add_group(ChatKind::Supergroup, &old.title, &old.members);
            world.service(group, owner, Attachment::MigratedTo(new));
            world.room_mut(group).standing = Standing::MigratedTo(new);
            world.service(new, owner, Attachment::MigratedFrom(group));
            new
        })
    }

    /// Takes the bot out of a group.
    pub fn removes_bot(&self, group: ChatId, by: UserId) {
        self.act(|world| {
            world.put(group, Author::Person(by), Draft::of(Attachment::Left(None)));
            world.stand(group, by, Standing::Kicked);
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
