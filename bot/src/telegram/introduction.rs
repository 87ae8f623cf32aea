//! How the bot presents itself to whoever has not pressed Start yet: what it is for, and the button beside the message
//! field.

use serde::{Deserialize, Serialize, de::IgnoredAny};

use super::{Client, Failure};

/// Telegram takes no longer descriptions than these, in units of UTF-16.
const LONGEST: usize = 512;
const LONGEST_SHORT: usize = 120;

/// What is said in one language.
pub struct Introduction {
    /// Stands in the empty chat.
    pub text: String,
    /// Stands on the profile, and where the bot is shared.
    pub short: String,
}

#[derive(Serialize)]
struct LanguageAsked<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    language_code: Option<&'a str>,
}

#[derive(Serialize)]
struct Description<'a> {
    description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    language_code: Option<&'a str>,
}

#[derive(Serialize)]
struct ShortDescription<'a> {
    short_description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    language_code: Option<&'a str>,
}

#[derive(Deserialize)]
struct StandingWords {
    #[serde(default)]
    description: String,
    #[serde(default)]
    short_description: String,
}

/// Bot API: `MenuButton`.
#[derive(Serialize, Deserialize)]
struct MenuButton {
    #[serde(rename = "type")]
    kind: String,
}

impl Client {
    /// Says what the bot is for, in one language; without a language for those whose language has no words of its own.
    /// What stands there already is left alone, so that a start changes nothing.
    pub async fn introduce(
        &self,
        language: Option<&str>,
        said: &Introduction,
    ) -> Result<(), Failure> {
        let asked = LanguageAsked {
            language_code: language,
        };
        let text = cut(&said.text, LONGEST);
        let there: StandingWords = self.api.call("getMyDescription", &asked).await?;
        if there.description != text {
            let new = Description {
                description: &text,
                language_code: language,
            };
            let IgnoredAny = self.api.call("setMyDescription", &new).await?;
        }
        let short = cut(&said.short, LONGEST_SHORT);
        let there: StandingWords = self.api.call("getMyShortDescription", &asked).await?;
        if there.short_description != short {
            let new = ShortDescription {
                short_description: &short,
                language_code: language,
            };
            let IgnoredAny = self.api.call("setMyShortDescription", &new).await?;
        }
        Ok(())
    }

    /// Has the button beside the message field open the list of commands.
    pub async fn offer_menu(&self) -> Result<(), Failure> {
        #[derive(Serialize)]
        struct New {
            menu_button: MenuButton,
        }
        #[derive(Serialize)]
        struct Nothing {}
        let there: MenuButton = self.api.call("getChatMenuButton", &Nothing {}).await?;
        if there.kind == "commands" {
            return Ok(());
        }
        let menu_button = MenuButton {
            kind: "commands".to_owned(),
        };
        let IgnoredAny = self
            .api
            .call("setChatMenuButton", &New { menu_button })
            .await?;
        Ok(())
    }
}

/// As much of a text as there is room for, without half a word.
fn cut(text: &str, longest: usize) -> String {
    let text = text.trim();
    let units = |text: &str| text.encode_utf16().count();
    if units(text) <= longest {
        return text.to_owned();
    }
    let mut kept = String::new();
    for word in text.split_inclusive(char::is_whitespace) {
        if units(&kept) + units(word.trim_end()) + 1 > longest {
            break;
        }
        kept.push_str(word);
    }
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn what_is_too_long_ends_with_a_word() {
        assert_eq!(cut(" Loket Dinas ", 11), "Loket Dinas");
        assert_eq!(cut("Loket Dinas Kominfo", 12), "Loket Dinas…");
        assert_eq!(cut("Loket Dinas Kominfo", 11), "Loket…");
        assert_eq!(cut("🌴🌴🌴", 5), "…");
    }
}
