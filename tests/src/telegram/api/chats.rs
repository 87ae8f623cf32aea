//! Questions about the bot, chats and members.

use serde_json::json;

use super::{
    super::{
        chat::Attachment,
        chat::Author,
        check::text,
        ids::UserId,
        world::{Draft, Standing, World},
    },
    Answer, Params, Refusal, answer,
};

/// `getMe`
pub(super) fn get_me(world: &World) -> Answer {
    let mut me = json!(world.bot_object());
    me["can_join_groups"] = json!(true);
    me["can_read_all_group_messages"] = json!(world.reads_all_in_groups);
    me["supports_inline_queries"] = json!(false);
    me["can_connect_to_business"] = json!(false);
    me["has_main_web_app"] = json!(false);
    answer(&me)
}

/// `getChat`
pub(super) fn get_chat(world: &World, params: &Params) -> Answer {
    let id = params.chat()?;
    match world.rooms.get(&id).map(|room| room.standing) {
        None | Some(Standing::Stranger) => return Err(Refusal::bad("chat not found")),
        Some(Standing::Kicked | Standing::MigratedTo(_)) => {
            world.writable(id)?;
        }
        Some(Standing::Welcome | Standing::Blocked) => {}
    }
    let mut chat = json!(world.chat_object(id));
    chat["accent_color_id"] = json!(0);
    chat["max_reaction_count"] = json!(11);
    chat["accepted_gift_types"] = json!({
        "unlimited_gifts": true, "limited_gifts": true, "unique_gifts": true,
        "premium_subscription": true, "gifts_from_channels": true,
    });
    answer(&chat)
}

/// `getChatMember`
pub(super) fn get_chat_member(world: &World, params: &Params) -> Answer {
    let chat = params.chat()?;
    let room = world.writable(chat)?;
    let user = params.int("user_id").map_or(world.bot.id, UserId);
    if user == world.bot.id {
        return answer(&world.standing_object(chat, room.standing));
    }
    if !world.people.contains_key(&user) {
        return Err(Refusal::bad("user not found"));
    }
    let members = &room.chat.members;
    let person = world.user_object(user);
    answer(&match members.iter().position(|member| *member == user) {
        Some(0) => json!({ "user": person, "status": "creator", "is_anonymous": false }),
        Some(_) => json!({ "user": person, "status": "member" }),
        None => json!({ "user": person, "status": "left" }),
    })
}

/// `createForumTopic`
pub(super) fn create_topic(world: &mut World, params: &Params) -> Answer {
    let chat = params.chat()?;
    let room = world.writable(chat)?;
    if !room.chat.forum {
        return Err(Refusal::bad("the chat is not a forum"));
    }
    if !room.may_open_topics {
        return Err(Refusal::bad("not enough rights to create a topic"));
    }
    let name = params.text("name").unwrap_or_default().trim().to_owned();
    if !(1..=128).contains(&text::units(&name)) {
        return Err(Refusal::bad("TOPIC_TITLE_EMPTY"));
    }
    let draft = Draft {
        attachment: Some(Attachment::TopicOpened(name.clone())),
        ..Draft::default()
    };
    // Telegram: a topic has the number of the message that opened it, which stands in it already.
    let id = world.put(chat, Author::Bot, draft).id;
    answer(&json!({ "message_thread_id": id, "name": name, "icon_color": 7_322_096 }))
}

/// `leaveChat`
pub(super) fn leave_chat(world: &mut World, params: &Params) -> Answer {
    let chat = params.chat()?;
    world.writable(chat)?;
    if chat.person().is_some() {
        return Err(Refusal::bad(
            "chat member status can't be changed in private chats",
        ));
    }
    let draft = Draft {
        attachment: Some(Attachment::Left(None)),
        ..Draft::default()
    };
    world.put(chat, Author::Bot, draft);
    world.room_mut(chat).standing = Standing::Kicked;
    answer(&true)
}
