//! The methods this fake knows, with all their parameters as the Bot API describes them.

use std::{collections::HashMap, sync::LazyLock};

/// A method starts at the margin, its parameters follow: `!` marks the required ones. `chat` is a
/// number or `@name`, `file` an upload or a `file_id`, `object` and `list` are JSON.
const METHODS: &str = "
getMe
getUpdates
   offset:int limit:int timeout:int allowed_updates:list
setWebhook
   url!:str certificate:file ip_address:str max_connections:int allowed_updates:list
   drop_pending_updates:bool secret_token:str
deleteWebhook
   drop_pending_updates:bool
getWebhookInfo
sendMessage
   business_connection_id:str chat_id!:chat message_thread_id:int direct_messages_topic_id:int
   text!:str parse_mode:str entities:list link_preview_options:object disable_notification:bool
   protect_content:bool allow_paid_broadcast:bool message_effect_id:str
   suggested_post_parameters:object reply_parameters:object reply_markup:object
sendRichMessage
   business_connection_id:str chat_id!:chat message_thread_id:int direct_messages_topic_id:int
   rich_message!:object disable_notification:bool protect_content:bool allow_paid_broadcast:bool
   message_effect_id:str suggested_post_parameters:object reply_parameters:object
   reply_markup:object
sendMessageDraft
   chat_id!:int message_thread_id:int draft_id!:int text:str parse_mode:str entities:list
sendDocument
   business_connection_id:str chat_id!:chat message_thread_id:int direct_messages_topic_id:int
   document!:file thumbnail:file caption:str parse_mode:str caption_entities:list
   disable_content_type_detection:bool disable_notification:bool protect_content:bool
   allow_paid_broadcast:bool message_effect_id:str suggested_post_parameters:object
   reply_parameters:object reply_markup:object
sendPhoto
   business_connection_id:str chat_id!:chat message_thread_id:int direct_messages_topic_id:int
   photo!:file caption:str parse_mode:str caption_entities:list show_caption_above_media:bool
   has_spoiler:bool disable_notification:bool protect_content:bool allow_paid_broadcast:bool
   message_effect_id:str suggested_post_parameters:object reply_parameters:object
   reply_markup:object
sendChatAction
   business_connection_id:str chat_id!:chat message_thread_id:int action!:str
copyMessage
   chat_id!:chat message_thread_id:int direct_messages_topic_id:int from_chat_id!:chat
   message_id!:int video_start_timestamp:int caption:str parse_mode:str caption_entities:list
   show_caption_above_media:bool disable_notification:bool protect_content:bool
   allow_paid_broadcast:bool message_effect_id:str suggested_post_parameters:object
   reply_parameters:object reply_markup:object
editMessageText
   business_connection_id:str chat_id:chat message_id:int inline_message_id:str text:str
   parse_mode:str entities:list link_preview_options:object rich_message:object
   reply_markup:object
editMessageCaption
   business_connection_id:str chat_id:chat message_id:int inline_message_id:str caption:str
   parse_mode:str caption_entities:list show_caption_above_media:bool reply_markup:object
editMessageMedia
   business_connection_id:str chat_id:chat message_id:int inline_message_id:str media!:object
   reply_markup:object
editMessageReplyMarkup
   business_connection_id:str chat_id:chat message_id:int inline_message_id:str
   reply_markup:object
deleteMessage
   chat_id!:chat message_id!:int
deleteMessages
   chat_id!:chat message_ids!:list
setMessageReaction
   chat_id!:chat message_id!:int reaction:list is_big:bool
pinChatMessage
   business_connection_id:str chat_id!:chat message_id!:int disable_notification:bool
unpinChatMessage
   business_connection_id:str chat_id!:chat message_id:int
unpinAllChatMessages
   chat_id!:chat
answerCallbackQuery
   callback_query_id!:str text:str show_alert:bool url:str cache_time:int
getFile
   file_id!:str
setMyCommands
   commands!:list scope:object language_code:str
getMyCommands
   scope:object language_code:str
deleteMyCommands
   scope:object language_code:str
setChatMenuButton
   chat_id:int menu_button:object
getChatMenuButton
   chat_id:int
setMyName
   name:str language_code:str
getMyName
   language_code:str
setMyDescription
   description:str language_code:str
getMyDescription
   language_code:str
setMyShortDescription
   short_description:str language_code:str
getMyShortDescription
   language_code:str
getChat
   chat_id!:chat
getChatMember
   chat_id!:chat user_id!:int
leaveChat
   chat_id!:chat
createForumTopic
   chat_id!:chat name!:str icon_color:int icon_custom_emoji_id:str
";

/// A method and its parameters.
#[derive(Debug)]
pub(super) struct Method {
    pub(super) name: &'static str,
    pub(super) parameters: Vec<Parameter>,
}

/// A parameter of a method.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parameter {
    pub(super) name: &'static str,
    pub(super) required: bool,
    pub(super) kind: Kind,
}

/// What a parameter must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Int,
    Float,
    Bool,
    Str,
    Chat,
    File,
    Object,
    List,
}

/// Methods that a server of Bot API 9.1 does not know.
const NEW: [&str; 2] = ["sendRichMessage", "sendMessageDraft"];

impl Method {
    pub(super) fn is_new(&self) -> bool {
        NEW.contains(&self.name)
    }
}

/// The table by lower-case names, for Telegram does not care about case.
static TABLE: LazyLock<HashMap<String, Method>> = LazyLock::new(|| {
    let mut methods: Vec<Method> = Vec::new();
    for line in METHODS.lines().filter(|line| !line.is_empty()) {
        if let Some(parameters) = line.strip_prefix(' ') {
            let method = methods.last_mut().expect("parameters follow a method");
            let parameters = parameters.split_whitespace().map(parameter);
            method.parameters.extend(parameters);
        } else {
            methods.push(Method {
                name: line,
                parameters: Vec::new(),
            });
        }
    }
    let lower = |method: Method| (method.name.to_ascii_lowercase(), method);
    methods.into_iter().map(lower).collect()
});

/// The method of this name, if it is known.
pub(super) fn find(name: &str) -> Option<&'static Method> {
    TABLE.get(&name.to_ascii_lowercase())
}

fn parameter(word: &'static str) -> Parameter {
    let (name, kind) = word.split_once(':').expect("name:kind");
    let kind = match kind {
        "int" => Kind::Int,
        "float" => Kind::Float,
        "bool" => Kind::Bool,
        "str" => Kind::Str,
        "chat" => Kind::Chat,
        "file" => Kind::File,
        "object" => Kind::Object,
        "list" => Kind::List,
        other => panic!("{other} is no kind of parameter"),
    };
    Parameter {
        name: name.trim_end_matches('!'),
        required: name.ends_with('!'),
        kind,
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, path::Path};

    use serde_json::Value;

    use super::{
        super::{super::world::Identity, Params, World, perform},
        Kind, Parameter, TABLE,
    };
    use crate::telegram::UserId;

    /// Where the machine-readable Bot API may lie, seen from this crate.
    const OFFICIAL: [&str; 2] = [
        "../../shared/telegram-bot-api/api.min.json",
        "../../../shared/telegram-bot-api/api.min.json",
    ];

    fn kind(types: &[&str]) -> Kind {
        match types {
            types if types.contains(&"InputFile") => Kind::File,
            ["Integer", "String"] => Kind::Chat,
            ["Integer"] => Kind::Int,
            ["Float"] => Kind::Float,
            ["Boolean"] => Kind::Bool,
            ["String"] => Kind::Str,
            [list] if list.starts_with("Array of") => Kind::List,
            _ => Kind::Object,
        }
    }

    #[test]
    fn the_table_is_the_official_one() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let read = |place: &&str| std::fs::read_to_string(here.join(place)).ok();
        let Some(text) = OFFICIAL.iter().find_map(read) else {
            eprintln!("The machine-readable Bot API is not here, so the table was not compared.");
            return;
        };
        let official: Value = serde_json::from_str(&text).unwrap();
        for method in TABLE.values() {
            let fields = official["methods"][method.name]["fields"].as_array();
            let fields: Vec<Value> = fields.cloned().unwrap_or_default();
            assert!(
                !official["methods"][method.name].is_null(),
                "{}",
                method.name
            );
            assert_eq!(fields.len(), method.parameters.len(), "{}", method.name);
            for (field, ours) in fields.iter().zip(&method.parameters) {
                let types = field["types"].as_array().unwrap();
                let types: Vec<_> = types.iter().map(|name| name.as_str().unwrap()).collect();
                let theirs = Parameter {
                    name: ours.name,
                    required: field["required"].as_bool().unwrap(),
                    kind: kind(&types),
                };
                assert_eq!(field["name"].as_str(), Some(ours.name), "{}", method.name);
                assert_eq!(*ours, theirs, "{}", method.name);
            }
        }
    }

    #[test]
    fn every_method_of_the_table_does_something() {
        let bot = Identity {
            id: UserId(1),
            name: "Loket".to_owned(),
            username: "loket_demo_bot".to_owned(),
            words: BTreeMap::new(),
        };
        let mut world = World::new(bot);
        // Long polling waits, so it stands apart from the others.
        for method in TABLE.values().filter(|known| known.name != "getUpdates") {
            let answer = perform(&mut world, method.name, &Params::default());
            let code = answer.err().map(|refusal| refusal.code);
            assert_ne!(code, Some(404), "{}", method.name);
        }
    }
}
