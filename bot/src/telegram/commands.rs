//! The list of commands that the menu beside the message field shows.

use domain::id::AccountId;
use teloxide::{
    payloads::SetMyCommandsSetters,
    requests::Requester,
    types::{BotCommand, BotCommandScope},
};

use super::{Client, Failure, chat_id};

impl Client {
    /// Lists commands in one chat.
    pub async fn list_commands(
        &self,
        chat: AccountId,
        commands: &[(&'static str, String)],
    ) -> Result<(), Failure> {
        let chat_id = chat_id(chat).into();
        let scope = BotCommandScope::Chat { chat_id };
        self.bot
            .set_my_commands(listed(commands))
            .scope(scope)
            .await?;
        Ok(())
    }

    /// Lists commands in every private chat that has no list of its own; without a language for those
    /// whose language has none.
    pub async fn list_commands_for_all(
        &self,
        language: Option<&str>,
        commands: &[(&'static str, String)],
    ) -> Result<(), Failure> {
        let call = self.bot.set_my_commands(listed(commands));
        let call = call.scope(BotCommandScope::AllPrivateChats);
        match language {
            Some(tag) => call.language_code(tag).await?,
            None => call.await?,
        };
        Ok(())
    }
}

fn listed(commands: &[(&'static str, String)]) -> Vec<BotCommand> {
    let command = |(name, about): &(&'static str, String)| BotCommand::new(*name, about.clone());
    commands.iter().map(command).collect()
}
