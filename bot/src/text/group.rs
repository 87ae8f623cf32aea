//! What is said in groups, and to administrators about groups.

use domain::{
    Counter,
    office::Office,
    query::{CardView, Dossier, groups::roles},
    store::ChatGroup,
};

use super::{
    Html, Key, Screen, Speech,
    card_facts::{became, place},
    moment::moment,
    request,
    words::t,
};
use crate::button::{GroupPress, GroupsPress, MenuPress};

/// A card in a group: what waits at which step, since when, and who decided what. It has no buttons,
/// and holds nothing that an applicant has written.
pub fn card(s: &Speech, office: &Office, view: &CardView) -> Screen {
    let dossier = &view.dossier;
    let mut text = Html::new();
    if let (Some(task), Some(step)) = (&view.task, view.step()) {
        text.line(Html::text(s.text(&step.title)).bold());
        text.line(request::heading(s, dossier));
        text.line(place(s, office, &dossier.procedure, step, task));
    } else {
        text.line(request::heading(s, dossier));
    }
    if let Some(settled) = &view.settled {
        text.gap().line(became(s, office, settled));
    }
    Screen::new(text)
}

/// A request has ended, without the words that came with it.
pub fn ended(s: &Speech, office: &Office, dossier: &Dossier) -> Screen {
    Screen::new(t!(
        s,
        "told-ended",
        ticket = &dossier.request.ticket,
        procedure = s.text(&dossier.procedure.title),
        agency = s.text(&dossier.agency),
        status = request::status(s, dossier),
        at = moment(s, office, dossier.request.state.since)
    ))
}

/// To the group: what it is for from now on.
pub fn bound(s: &Speech, office: &Office, group: &ChatGroup) -> Screen {
    Screen::new(t!(s, "group-bound", role = title(s, office, group)))
}

/// To the group: goodbye.
pub fn goodbye(s: &Speech, group: Option<&ChatGroup>) -> Screen {
    Screen::new(match group.and_then(|group| group.role.as_ref()) {
        Some(_) => t!(s, "group-released"),
        None => t!(s, "group-goodbye"),
    })
}

/// All groups.
pub fn groups(s: &Speech, office: &Office, groups: &[ChatGroup]) -> Screen {
    let mut screen = Screen::new(if groups.is_empty() {
        t!(s, "groups-none")
    } else {
        t!(s, "groups-title", n = groups.len())
    });
    for group in groups {
        let label = match group.role {
            Some(_) => format!("{} · {}", group.title, title(s, office, group)),
            None => group.title.clone(),
        };
        let label = super::html::shortened(&label, 60);
        screen.row(Key::new(label, button(group, GroupPress::Show)));
    }
    screen.row(Key::new(t!(plain s, "button-menu"), MenuPress::Home));
    screen
}

/// One group: what it is for, or the question what it is for.
pub fn group(s: &Speech, counter: &Counter, group: &ChatGroup) -> Screen {
    if group.is_bound() {
        let role = title(s, &counter.office, group);
        let text = t!(s, "group-is-bound", group = &group.title, role = role);
        let mut screen = Screen::new(text);
        let release = button(group, GroupPress::Release);
        screen.row(Key::new(t!(plain s, "button-group-release"), release));
        screen.row(Key::new(t!(plain s, "button-groups"), GroupsPress::All));
        return screen;
    }
    let mut screen = Screen::new(t!(s, "group-ask", group = &group.title));
    screen.options(roles(counter).map(|role| {
        let press = GroupPress::For(role.code.clone());
        Key::new(s.text(&role.title), button(group, press))
    }));
    let not = button(group, GroupPress::ReleaseSurely);
    screen.row(Key::new(t!(plain s, "button-group-not"), not));
    screen
}

/// Shall the group really read along with a role?
pub fn surely(
    s: &Speech,
    office: &Office,
    group: &ChatGroup,
    role: &domain::code::RoleCode,
) -> Screen {
    let named = office.title(role);
    let mut screen = Screen::new(t!(
        s,
        "group-ask-surely",
        group = &group.title,
        role = s.text(&named)
    ));
    let bind = button(group, GroupPress::Bind(role.clone()));
    screen.row(Key::new(t!(plain s, "button-group-bind"), bind));
    let other = button(group, GroupPress::Show);
    screen.row(Key::new(t!(plain s, "button-group-other"), other));
    screen
}

/// Shall the bot really leave the group?
pub fn release(s: &Speech, group: &ChatGroup) -> Screen {
    let mut screen = Screen::new(t!(s, "group-ask-release", group = &group.title));
    let surely = button(group, GroupPress::ReleaseSurely);
    screen.row(Key::new(t!(plain s, "button-group-release-surely"), surely));
    let not = button(group, GroupPress::Show);
    screen.row(Key::new(t!(plain s, "button-back"), not));
    screen
}

/// The bot leaves the group.
pub fn left(s: &Speech, group: &ChatGroup) -> Screen {
    let mut screen = Screen::new(t!(s, "group-left", group = &group.title));
    screen.row(Key::new(t!(plain s, "button-menu"), MenuPress::Home));
    screen
}

/// The bot was taken out of a group that read along.
pub fn lost(s: &Speech, group: &ChatGroup) -> Screen {
    Screen::new(t!(s, "group-lost", group = &group.title))
}

fn title(s: &Speech, office: &Office, group: &ChatGroup) -> String {
    let title = group.role.as_ref().map(|role| office.title(role));
    title.map_or_else(String::new, |title| s.text(&title).to_owned())
}

fn button(group: &ChatGroup, press: GroupPress) -> GroupsPress {
    GroupsPress::Of {
        group: group.id,
        press,
    }
}
