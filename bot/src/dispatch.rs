//! The routing tree: every update finds its handler here.

use domain::Counter;
use dptree::Handler;
use teloxide::{
    dispatching::{DpHandlerDescription, UpdateFilterExt},
    types::{CallbackQuery, Message, Update},
};

use crate::{
    button::Button,
    handler::{
        Said, calendar, card, enter, figures, form, group, home, limit, lists, newcomer, overview,
        paper, people, register, request, stray,
        trouble::Trouble,
        visit::{Tap, Visit},
    },
    limits::{Gate, Verdict},
    telegram::Client,
    text::Words,
};

/// Leads an update to what is to be said about it.
pub type Tree = Handler<'static, Said, DpHandlerDescription>;

/// The tree. Everything that is not for a private chat is sent away first; a stranger gets no
/// further than the door.
pub fn tree() -> Tree {
    dptree::entry()
        .map(|update: Update, counter: Counter, gate: Gate| {
            limit::verdict(&update, &counter, &gate)
        })
        .branch(
            dptree::filter(|verdict: Verdict| verdict != Verdict::Pass)
                .filter_map_async(visit)
                .endpoint(limit::too_much),
        )
        .branch(Update::filter_my_chat_member().endpoint(group::membership))
        .branch(
            Update::filter_message()
                .branch(
                    dptree::filter(|message: Message| !message.chat.is_private())
                        .endpoint(group::message),
                )
                .filter_map_async(visit)
                .branch(dptree::filter_map(start_link).endpoint(enter::enter))
                .branch(dptree::filter(is_stranger).endpoint(enter::stranger))
                .branch(dptree::filter_map(command).endpoint(home::command))
                .branch(dptree::filter_map(newcomer::shared).endpoint(newcomer::contact))
                .branch(dptree::filter_map(paper::sent).endpoint(paper::paper))
                .branch(dptree::filter_map(form::typed).endpoint(form::text))
                .endpoint(stray::other),
        )
        .branch(
            Update::filter_edited_message()
                .filter(|message: Message| message.chat.is_private())
                .filter_map_async(visit)
                .endpoint(stray::edited),
        )
        .branch(
            Update::filter_callback_query()
                .filter_map_async(visit)
                .map(|query: CallbackQuery| Tap::of(&query))
                .branch(dptree::filter(is_in_group).endpoint(group::tap))
                .branch(dptree::filter(is_join).endpoint(newcomer::joins))
                .branch(dptree::filter(is_stranger).endpoint(enter::stranger_taps))
                .filter_map(button)
                .branch(dptree::filter(is_form).endpoint(form::tap))
                .branch(dptree::filter(is_card).endpoint(card::tap))
                .branch(dptree::filter(is_request).endpoint(request::tap))
                .branch(dptree::filter(is_people).endpoint(people::tap))
                .branch(dptree::filter(is_calendar).endpoint(calendar::tap))
                .branch(dptree::filter(is_register).endpoint(register::tap))
                .branch(dptree::filter(is_group).endpoint(group::press))
                .branch(dptree::filter(is_overview).endpoint(overview::tap))
                .branch(dptree::filter(is_list).endpoint(lists::tap))
                .branch(dptree::filter(is_figures).endpoint(figures::tap))
                .endpoint(home::tap),
        )
        .branch(
            Update::filter_callback_query()
                .filter_map_async(visit)
                .map(|query: CallbackQuery| Tap::of(&query))
                .endpoint(stray::unknown_button),
        )
}

/// The one who acts. Where that cannot be found out, nobody does.
async fn visit(
    update: Update,
    counter: Counter,
    bot: Client,
    words: Words,
    gate: Gate,
    trouble: Trouble,
) -> Option<Visit> {
    match Visit::of(&update, counter, bot, &words, gate).await {
        Ok(visit) => visit,
        Err(error) => {
            trouble.note(error);
            None
        }
    }
}

fn is_stranger(visit: Visit) -> bool {
    visit.person.is_none()
}

/// The payload of a start link.
fn start_link(message: Message) -> Option<enter::Link> {
    let payload = message.text()?.strip_prefix("/start ")?.trim();
    (!payload.is_empty()).then(|| enter::Link(payload.to_owned()))
}

fn command(message: Message) -> Option<home::Command> {
    home::Command::read(message.text()?)
}

fn button(query: CallbackQuery) -> Option<Button> {
    Button::decode(query.data.as_deref()?)
}

fn is_join(query: CallbackQuery) -> bool {
    query.data.as_deref().and_then(Button::decode) == Some(Button::Join)
}

fn is_form(button: Button) -> bool {
    matches!(
        button,
        Button::Form { .. } | Button::Resume { .. } | Button::Open(_) | Button::Fresh(_)
    )
}

fn is_card(button: Button) -> bool {
    matches!(button, Button::Card { .. })
}

fn is_calendar(button: Button) -> bool {
    matches!(button, Button::Calendar(_))
}

fn is_register(button: Button) -> bool {
    matches!(
        button,
        Button::Registers
            | Button::Register { .. }
            | Button::Find { .. }
            | Button::Line(_)
            | Button::LineRequest(_)
    )
}

/// Whether the button is in a chat of several people, also where its message is too old to be shown.
fn is_in_group(query: CallbackQuery) -> bool {
    let message = query.message.as_ref();
    message.is_some_and(|message| !message.chat().is_private())
}

fn is_group(button: Button) -> bool {
    matches!(button, Button::Groups | Button::Group { .. })
}

fn is_overview(button: Button) -> bool {
    matches!(
        button,
        Button::All { .. } | Button::Desks | Button::Seek { .. }
    )
}

fn is_list(button: Button) -> bool {
    matches!(button, Button::Next(_) | Button::Together(_))
}

fn is_figures(button: Button) -> bool {
    matches!(button, Button::Figures { .. } | Button::Chart { .. })
}

fn is_people(button: Button) -> bool {
    matches!(button, Button::People(_))
}

fn is_request(button: Button) -> bool {
    matches!(button, Button::Request { .. })
}

/// What the tree is given: named here so that a test finds a missing piece before the bot starts.
pub fn given() -> Vec<dptree::Type> {
    vec![
        dptree::Type::of::<Update>(),
        dptree::Type::of::<Counter>(),
        dptree::Type::of::<Client>(),
        dptree::Type::of::<Words>(),
        dptree::Type::of::<Gate>(),
        dptree::Type::of::<Trouble>(),
    ]
}
