//! How people come into a world.

use domain::{
    code::{AgencyCode, RoleCode},
    command::{self, Invite},
};

use super::{Player, Role, World};

impl World {
    /// Someone who has come in by a start link.
    pub async fn person(&self, role: Role) -> Player {
        self.person_speaking(role, "id").await
    }

    /// Someone whose Telegram is set to a language.
    pub async fn person_speaking(&self, role: Role, language: &str) -> Player {
        self.opens().await;
        let player = self.stranger(role.name, language);
        let link = self.link(role).await;
        player.opens(&link).await;
        player
    }

    /// Someone the office does not know.
    pub fn stranger(&self, name: &str, language: &str) -> Player {
        self.begins();
        Player::new(self, self.telegram.person(name, language), name)
    }

    /// The payload of a new start link.
    pub async fn link(&self, role: Role) -> String {
        self.opens().await;
        let invite = Invite {
            role: RoleCode::new(role.role),
            name: role.name.to_owned(),
            agency: role.agency.map(AgencyCode::new),
        };
        command::invite(&self.counter(), invite)
            .await
            .expect("an invitation")
    }

    /// The payload of the newest start link that someone can read.
    pub fn link_in(&self, player: &Player) -> String {
        let shown = player.screen();
        let (_, link) = shown.rsplit_once("?start=").expect("a start link");
        link.chars().take_while(|c| !c.is_whitespace()).collect()
    }

    /// Everyone comes in, in this order, with their phones set to a language.
    pub async fn gathers<const N: usize>(&self, language: &str, roles: [Role; N]) -> [Player; N] {
        let name = format!("{roles:?} come in, speaking {language}");
        let come_in = async || {
            for role in roles {
                self.person_speaking(role, language).await;
            }
        };
        self.prelude(&name, come_in).await;
        roles.map(|role| self.known_as(role.name))
    }

    /// The one of this name who came last.
    fn known_as(&self, name: &str) -> Player {
        let people = self.telegram.people();
        let found = people.iter().rev().find(|it| it.first_name == name);
        Player::new(self, found.expect("someone of this name").id, name)
    }
}
