//! The command menus, by scope and language, and who sees which.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::ids::{ChatId, UserId};

/// A line of the command menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BotCommand {
    /// Without the slash.
    pub command: String,
    pub description: String,
}

/// All menus the bot has set.
#[derive(Clone, Default)]
pub(super) struct Menu {
    pub(super) lists: HashMap<(Scope, String), Vec<BotCommand>>,
}

/// For whom a menu is meant (`BotCommandScope`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(super) enum Scope {
    #[default]
    Default,
    AllPrivateChats,
    AllGroupChats,
    AllChatAdministrators,
    Chat {
        chat_id: ChatId,
    },
    ChatAdministrators {
        chat_id: ChatId,
    },
    ChatMember {
        chat_id: ChatId,
        user_id: UserId,
    },
}

impl Scope {
    /// The chat a scope names.
    pub(super) fn chat(self) -> Option<ChatId> {
        match self {
            Scope::Chat { chat_id }
            | Scope::ChatAdministrators { chat_id }
            | Scope::ChatMember { chat_id, .. } => Some(chat_id),
            _ => None,
        }
    }
}

impl Menu {
    /// The menu somebody sees: the narrowest scope wins, within it the own language.
    pub(super) fn seen_in(
        &self,
        chat: ChatId,
        user: UserId,
        is_admin: bool,
        language: &str,
    ) -> Vec<BotCommand> {
        let mut scopes = Vec::new();
        if chat.person().is_some() {
            scopes.extend([Scope::Chat { chat_id: chat }, Scope::AllPrivateChats]);
        } else {
            scopes.push(Scope::ChatMember {
                chat_id: chat,
                user_id: user,
            });
            if is_admin {
                scopes.push(Scope::ChatAdministrators { chat_id: chat });
            }
            scopes.push(Scope::Chat { chat_id: chat });
            if is_admin {
                scopes.push(Scope::AllChatAdministrators);
            }
            scopes.push(Scope::AllGroupChats);
        }
        scopes.push(Scope::Default);
        scopes
            .into_iter()
            .flat_map(|scope| [(scope, language.to_owned()), (scope, String::new())])
            .find_map(|key| self.lists.get(&key).cloned())
            .unwrap_or_default()
    }
}
