//! What a person does, one act after the other, and what counts as the bot's answer.

use std::collections::VecDeque;

use anyhow::bail;
use bot::button::Button;
use bytes::Bytes;
use chrono::{TimeDelta, Utc};

use crate::{
    stage::papers,
    telegram::{Act, Author, Chat, Message, MessageId, QueryId, Telegram, UserId},
};

/// The form for hosting, from the command to the tap that sends it.
const FORM: [Line; 17] = [
    Line::Says("/ajukan"),
    Line::Taps("Hosting Website/Aplikasi"),
    Line::Taps("Website"),
    Line::Says("Portal Bantuan Sosial"),
    Line::Says("Menyajikan informasi bantuan sosial bagi warga kota."),
    Line::SaysDomain,
    Line::Taps("Hosting bersama"),
    Line::Taps("20 GB"),
    Line::Says("PHP 8.3, Laravel 11"),
    Line::Taps("Tidak memuat"),
    Line::Taps("VA internal"),
    Line::Says("Rani Contoh, S.Kom."),
    Line::Says("0812 0000 0000"),
    Line::Says("500.12/88/Dinsos/2026"),
    Line::SaysDay,
    Line::SendsLetter,
    Line::Taps("Kirim Permohonan"),
];

/// One act.
#[derive(Debug, Clone, Copy)]
enum Line {
    Says(&'static str),
    /// A domain name that nobody else asks for.
    SaysDomain,
    /// The day of the letter: a few days ago.
    SaysDay,
    /// A letter that is like no other, so that the archive keeps it.
    SendsLetter,
    Taps(&'static str),
}

/// Somebody in the crowd.
#[derive(Debug)]
pub(super) struct Player {
    pub(super) user: UserId,
    part: Part,
    /// What was done and not answered yet.
    open: Option<Open>,
}

#[derive(Debug)]
enum Part {
    Applicant {
        /// The next line of the form.
        line: usize,
        /// How many forms were sent.
        sent: usize,
        /// The bot's newest answer.
        screen: MessageId,
    },
    Officer {
        label: &'static str,
        /// How much of the chat's story was seen.
        seen: usize,
        /// Cards with a button to tap.
        cards: VecDeque<(MessageId, String)>,
    },
}

/// An act that waits for its answer.
#[derive(Debug)]
struct Open {
    /// Where the story of the chat stood before it.
    since: usize,
    tapped: Option<(MessageId, QueryId)>,
}

impl Player {
    pub(super) fn applicant(user: UserId) -> Player {
        let part = Part::Applicant {
            line: 0,
            sent: 0,
            screen: MessageId(0),
        };
        Player {
            user,
            part,
            open: None,
        }
    }

    pub(super) fn officer(user: UserId, label: &'static str) -> Player {
        let part = Part::Officer {
            label,
            seen: 0,
            cards: VecDeque::new(),
        };
        Player {
            user,
            part,
            open: None,
        }
    }

    /// Whether there is something to do now.
    pub(super) fn is_free(&self) -> bool {
        let has_work = match &self.part {
            Part::Applicant { .. } => true,
            Part::Officer { cards, .. } => !cards.is_empty(),
        };
        self.open.is_none() && has_work
    }

    pub(super) fn waits(&self) -> bool {
        self.open.is_some()
    }

    /// Does what comes next. `false`: there was nothing to do after all.
    pub(super) fn act(&mut self, telegram: &Telegram) -> anyhow::Result<bool> {
        let user = self.user;
        let since = telegram.look(user, |chat| chat.story.len());
        let tapped = match &mut self.part {
            Part::Applicant { line, sent, screen } => match FORM[*line] {
                Line::Taps(label) => {
                    let found =
                        telegram.look(user, |chat| chat.message(*screen)?.button(|it| it == label));
                    let Some(data) = found else {
                        let shown = telegram.screen(user);
                        bail!("{user} sees no button “{label}”:\n\n{shown}");
                    };
                    let tapped = telegram.taps(user, *screen, &data);
                    Some((*screen, tapped.expect("the button was there just now")))
                }
                line => {
                    line.says(telegram, user, *sent);
                    None
                }
            },
            Part::Officer { cards, .. } => {
                let tapped = std::iter::from_fn(|| cards.pop_front())
                    .find_map(|(card, data)| Some((card, telegram.taps(user, card, &data).ok()?)));
                if tapped.is_none() {
                    return Ok(false);
                }
                tapped
            }
        };
        self.open = Some(Open { since, tapped });
        Ok(true)
    }

    /// Looks at the chat. `true`: the open act is answered.
    pub(super) fn looks(&mut self, telegram: &Telegram) -> anyhow::Result<bool> {
        let (user, open) = (self.user, &self.open);
        let part = &mut self.part;
        let answer = telegram.look(user, |chat| {
            if let Part::Officer { label, seen, cards } = part {
                let new = chat.story[*seen..].iter().filter_map(Act::shown);
                cards.extend(
                    new.filter_map(|card| Some((card.id, card.button(|it| it == *label)?))),
                );
                *seen = chat.story.len();
            }
            open.as_ref().and_then(|open| open.answer(chat))
        });
        let Some(answer) = answer else {
            return Ok(false);
        };
        self.open = None;
        match (&mut self.part, answer) {
            (_, Answer::Alert(text)) => bail!("{user} was refused: {text}"),
            (Part::Applicant { line, sent, screen }, Answer::Screen(message)) => {
                *screen = message;
                *line = (*line + 1) % FORM.len();
                *sent += usize::from(*line == 0);
            }
            _ => {}
        }
        Ok(true)
    }
}

impl Line {
    fn says(self, telegram: &Telegram, user: UserId, sent: usize) {
        match self {
            Line::Says(text) => telegram.says(user, text),
            Line::SaysDomain => telegram.says(user, &format!("situs-{user}-{sent}")),
            Line::SaysDay => {
                let day = Utc::now() - TimeDelta::days(4);
                telegram.says(user, &day.format("%d-%m-%Y").to_string())
            }
            Line::SendsLetter => {
                let mut letter = papers::letter().to_vec();
                letter.extend_from_slice(format!("% {user} {sent}\n").as_bytes());
                let letter = Bytes::from(letter);
                telegram.sends_document(user, "surat.pdf", "application/pdf", letter, None)
            }
            Line::Taps(_) => unreachable!("a tap needs a message"),
        };
    }
}

/// What the bot showed.
enum Answer {
    Screen(MessageId),
    Toast,
    /// Words that must be closed: a refusal.
    Alert(String),
}

impl Open {
    /// The first thing with content that the bot showed after the act.
    fn answer(&self, chat: &Chat) -> Option<Answer> {
        chat.story[self.since..].iter().find_map(|act| match act {
            Act::Sent(message) if self.tapped.is_none() => (message.from == Author::Bot
                && !is_card(message))
            .then_some(Answer::Screen(message.id)),
            Act::Edited(before, after) => {
                let tapped = self.tapped.is_some_and(|(tapped, _)| tapped == after.id);
                let changed = before.text != after.text || before.keyboard != after.keyboard;
                (tapped && changed).then_some(Answer::Screen(after.id))
            }
            Act::Tapped(tap) if self.tapped.is_some_and(|(_, query)| query == tap.query) => {
                let toast = tap.answer.as_ref()?;
                let text = toast.text.clone()?;
                Some(if toast.alert {
                    Answer::Alert(text)
                } else {
                    Answer::Toast
                })
            }
            _ => None,
        })
    }
}

/// The courier's cards lie in the same chat; they answer nobody.
fn is_card(message: &Message) -> bool {
    let mut buttons = message.keyboard.iter().flatten();
    buttons.any(|button| {
        let meant = button.callback_data.as_deref().and_then(Button::decode);
        matches!(meant, Some(Button::Card { .. } | Button::Request { .. }))
    })
}
