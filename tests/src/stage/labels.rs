//! What buttons say. What a tap does stands there whole; only the name of a thing, as people wrote it, may be too long for a
//! button, and is shortened.

use bot::button::{Button, FormPress, OpeningPress, RegistersPress};

use crate::telegram::{Act, Author, Telegram};

/// The labels that end before they should.
pub(super) fn cut(telegram: &Telegram) -> Vec<String> {
    let mut cut = Vec::new();
    for chat in telegram.chats() {
        telegram.look(chat, |chat| {
            let shown = chat.story.iter().filter_map(Act::shown);
            let own = shown.filter(|message| message.from == Author::Bot);
            for button in own.flat_map(|message| message.keyboard.iter().flatten()) {
                let data = button.callback_data.as_deref();
                if is_cut(&button.text, data.and_then(Button::decode).as_ref()) {
                    cut.push(button.text.clone());
                }
            }
        });
    }
    cut.dedup();
    cut
}

fn is_cut(label: &str, button: Option<&Button>) -> bool {
    // With a space before it, it says that something is asked first.
    let ends_early = label.ends_with('…') && !label.ends_with(" …");
    ends_early && button.is_some_and(|button| !names_a_thing(button) && !names_a_row(label, button))
}

/// A row of a table, to be marked: its number, and what somebody wrote into it.
fn names_a_row(label: &str, button: &Button) -> bool {
    let ticks = matches!(
        button,
        Button::Form {
            press: FormPress::Tick(_),
            ..
        }
    );
    let words = label.split_once(' ').map(|(_, words)| words);
    ticks
        && words.is_some_and(|it| {
            it.trim_start_matches(char::is_numeric).starts_with(") ") && !it.starts_with(')')
        })
}

fn names_a_thing(button: &Button) -> bool {
    match button {
        Button::Form { press, .. } => matches!(
            press,
            FormPress::Agency(_)
                | FormPress::Entry(_)
                | FormPress::Known(_)
                | FormPress::Person(_)
                | FormPress::Item(_)
        ),
        // A form about somebody or something is gone on with by its name.
        Button::Opening(OpeningPress::Resume(_))
        | Button::Registers(RegistersPress::Line(_))
        | Button::Groups(_)
        | Button::People(_)
        | Button::Calendar(_) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use bot::button::{ListsPress, MenuPress};

    use super::*;

    #[test]
    fn only_names_of_things_are_cut() {
        let menu = Button::from(MenuPress::Home);
        assert!(is_cut("2 langkah sekaligus: Lanjut…", Some(&menu)));
        assert!(is_cut("Tugas…", Some(&ListsPress::Tasks(0).into())));
        assert!(!is_cut("Perpanjang Sampai …", Some(&menu)));
        assert!(!is_cut("Menu", Some(&menu)));
        assert!(
            !is_cut("203.0.113…", None),
            "what is copied is whole behind it"
        );
        let resume = Button::from(OpeningPress::Resume("abc".to_owned()));
        assert!(!is_cut("Lanjutkan: Mengganti…", Some(&resume)));
    }
}
