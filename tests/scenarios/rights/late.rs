//! The columns of the table that tell of those who are too late: what they could do a moment ago, and what the
//! links that they made while they could still give.

use std::{collections::HashMap, fmt::Write};

use domain::{
    Counter, Error, Language,
    code::RoleCode,
    command::{
        accept_invitation,
        people::{Carried, PeopleAct, carry_out},
    },
    id::AccountId,
    person::Person,
};

use super::{
    Copies, Situation, cell,
    commands::{Things, Try},
    strip,
};

/// What has happened between the tap and the commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Lost {
    /// Every post and every mandate.
    Posts,
    /// The account as well.
    Place,
}

/// Those who could do something a moment ago, and to whom it has happened since.
#[derive(Default)]
pub(super) struct Late(HashMap<(Lost, &'static str), (Counter, Person)>);

pub(super) async fn lose(counter: &Counter, person: &Person, lost: Lost) {
    strip(counter, person).await;
    if lost == Lost::Place {
        let tx = counter.db.begin().await.unwrap();
        tx.set_account(person.id, None).await.unwrap();
        tx.commit().await.unwrap();
    }
}

impl Late {
    /// What a command says to all of them, each word once.
    pub(super) async fn cell(
        &mut self,
        (situation, things): (&Situation, &Things),
        copies: &mut Copies<'_>,
        (names, attempt): (&[&'static str], Try),
        lost: Lost,
    ) -> String {
        let mut said: Vec<String> = Vec::new();
        for name in names {
            let (counter, before) = if let Some(kept) = self.0.remove(&(lost, name)) {
                kept
            } else {
                let counter = copies.next().await;
                let before = situation.person(&counter, name).await;
                lose(&counter, &before, lost).await;
                (counter, before)
            };
            let tried = attempt(&counter, &before, things).await;
            if !said.contains(&cell(&tried)) {
                said.push(cell(&tried));
            }
            if tried.is_err() {
                self.0.insert((lost, name), (counter, before));
            }
        }
        said.sort();
        said.join(" ")
    }
}

/// What the links that someone makes give, by the name of what they are for.
async fn gives(
    counter: &Counter,
    by: &Person,
    things: &Things,
    lost: Option<Lost>,
) -> Result<Vec<&'static str>, Error> {
    let invite = |role: &str| PeopleAct::Invite {
        role: RoleCode::new(role),
        agency: (role == "pic").then(|| "dinsos".into()),
        name: "Heru".to_owned(),
    };
    let person = things.toni;
    let links = [
        ("pic", invite("pic")),
        ("post", invite("operator")),
        ("administrator", invite("administrator")),
        ("account", PeopleAct::Renew { person }),
    ];
    let mut made = Vec::new();
    for (name, act) in links {
        if let Ok(Carried::Link(link)) = carry_out(counter, by, &act).await {
            made.push((name, link));
        }
    }
    if let Some(lost) = lost {
        lose(counter, by, lost).await;
    }
    let mut given = Vec::new();
    for (account, (name, link)) in (6_000_001..).zip(made) {
        let account = AccountId(account);
        match accept_invitation(counter, account, link.as_str(), Language::default()).await {
            Ok(_) => given.push(name),
            Err(Error::Refused(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(given)
}

/// The column of links, for whoever can make any: what they give, and to whoever opens them too late.
pub(super) async fn links(
    situation: &Situation,
    things: &Things,
    copies: &mut Copies<'_>,
) -> String {
    let or_dot = |given: Vec<&str>| {
        if given.is_empty() {
            "·".to_owned()
        } else {
            given.join(" ")
        }
    };
    let width = "pic post administrator account".len();
    let mut table = format!("{:5} {:width$}  race  left", "", "link");
    for actor in &situation.actors {
        let mut given = Vec::new();
        for lost in [None, Some(Lost::Posts), Some(Lost::Place)] {
            let counter = copies.next().await;
            let by = situation.person(&counter, actor.name).await;
            given.push(or_dot(gives(&counter, &by, things, lost).await.unwrap()));
            if given == ["·"] {
                break;
            }
        }
        if let [link, race, left] = given.as_slice() {
            let _ = write!(
                table,
                "\n{:5} {link:width$} {race:>5} {left:>5}",
                actor.name
            );
        }
    }
    table
}
