//! The list of commands that the menu beside the message field shows.

use domain::id::AccountId;
use serde::{Serialize, de::IgnoredAny};

use super::{Client, Failure};

#[derive(Serialize)]
struct CommandList<'a> {
    commands: Vec<ListedCommand<'a>>,
    scope: Scope,
    #[serde(skip_serializing_if = "Option::is_none")]
    language_code: Option<&'a str>,
}

#[derive(Serialize)]
struct ListedCommand<'a> {
    command: &'static str,
    description: &'a str,
}

/// Bot API: `BotCommandScope`.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Scope {
    Chat { chat_id: AccountId },
    AllPrivateChats,
}

impl Client {
    /// Lists commands in one chat.
    pub async fn list_commands(
        &self,
        chat: AccountId,
        commands: &[(&'static str, String)],
    ) -> Result<(), Failure> {
        self.list(commands, Scope::Chat { chat_id: chat }, None)
            .await
    }

    /// Lists commands in every private chat that has no list of its own; without a language for those
    /// whose language has none.
    pub async fn list_commands_for_all(
        &self,
        language: Option<&str>,
        commands: &[(&'static str, String)],
    ) -> Result<(), Failure> {
        self.list(commands, Scope::AllPrivateChats, language).await
    }

    async fn list(
        &self,
        commands: &[(&'static str, String)],
        scope: Scope,
        language_code: Option<&str>,
    ) -> Result<(), Failure> {
        let commands = commands.iter().map(|(command, description)| ListedCommand {
            command,
            description,
        });
        let list = CommandList {
            commands: commands.collect(),
            scope,
            language_code,
        };
        let IgnoredAny = self.api.call("setMyCommands", &list).await?;
        Ok(())
    }
}
