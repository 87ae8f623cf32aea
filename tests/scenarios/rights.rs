//! Who may do what: every command, tried by everyone, in one table that a person can read. What the
//! table does not allow is refused.

use std::{
    fmt::Write,
    path::{Path, PathBuf},
};

use domain::{
    Counter, Error, Refusal,
    archive::Archive,
    code::{AgencyCode, RoleCode},
    command::{
        self, groups,
        pass::{decide_in_a_row, recall},
        people::{Act, NewMandate, adopt, carry_out, stand_in},
    },
    id::{AccountId, MandateId, PersonId, TaskId},
    mandate::MandateKind,
    office::Office,
    person::Person,
    procedure::Catalogue,
    query,
    store::{Added, Db},
};
use futures::future::BoxFuture;
use insta::assert_snapshot;
use tests::{
    Engine, World, cast,
    stage::{Player, hosting},
};

/// Someone who tries everything.
struct Actor {
    /// Five letters at most, above a column.
    name: &'static str,
    who: &'static str,
    player: Player,
}

/// The request waits for a coordinator. One coordinator is at work, one is away and has a deputy, one
/// was coordinator before.
struct Situation {
    world: World,
    actors: Vec<Actor>,
}

/// What a command is tried on.
struct Things {
    token: String,
    task: TaskId,
    mandate: MandateId,
    rudi: PersonId,
    wati: PersonId,
    toni: PersonId,
    yudi: PersonId,
    arif: PersonId,
    lina: PersonId,
    /// A group that nobody has said the purpose of.
    group: PersonId,
}

type Try = for<'a> fn(&'a Counter, &'a Person, &'a Things) -> BoxFuture<'a, Result<(), Error>>;

/// A command as the table names it.
macro_rules! commands {
    ($($name:literal => |$counter:ident, $by:ident, $things:ident| $act:expr;)*) => {
        &[$((
            $name,
            {
                fn it<'a>($counter: &'a Counter, $by: &'a Person, $things: &'a Things) -> BoxFuture<'a, Result<(), Error>> {
                    Box::pin(async move {
                        let done = $act.await;
                        done.map(|_| ())
                    })
                }
                it
            },
        )),*]
    };
}

fn role(code: &str) -> RoleCode {
    RoleCode::new(code)
}

fn agency(code: &str) -> AgencyCode {
    AgencyCode::new(code)
}

fn deputy(
    kind: MandateKind,
    of: PersonId,
    post: &str,
    deputy: Option<PersonId>,
    c: &Counter,
) -> Act {
    Act::NameDeputy(NewMandate {
        kind,
        role: role(post),
        principal: Some(of),
        deputy,
        from: c.today(),
        until: (kind != MandateKind::Standing).then(|| c.today()),
        letter: "800/1/2026".to_owned(),
    })
}

const COMMANDS: &[(&str, Try)] = commands! {
    "open a request" => |c, by, _things| command::begin(c, by, &"hosting".into());
    "see the request" => |c, by, t| query::dossier_for(c, by, &t.token);
    "decide at the coordinators' desk" => |c, by, t| command::decide(c, by, t.task, &"lengkap".into());
    "decide two steps in one go" => |c, by, t| decide_in_a_row(c, by, t.task, 2);
    "take the task over" => |c, by, t| stand_in(c, by, t.task);
    "take back what passed by itself" => |c, by, t| recall(c, by, &t.token);
    "answer for the request" => |c, by, t| adopt(c, by, &t.token);
    "withdraw the request" => |c, by, t| command::withdraw(c, by, &t.token);
    "see everyone" => |c, by, _things| query::people(c, by, false, 0);
    "see the staff" => |c, by, _things| query::people(c, by, true, 0);
    "see the file of the technician" => |c, by, t| query::file(c, by, t.toni);
    "see the file of the coordinator" => |c, by, t| query::file(c, by, t.rudi);
    "invite a contact person" => |c, by, _things| done(c, by, Act::Invite {
        role: role("pic"),
        agency: Some(agency("dinsos")),
        name: "Rina".to_owned(),
    });
    "invite an administrator" => |c, by, _things| done(c, by, Act::Invite {
        role: role("administrator"),
        agency: None,
        name: "Adi".to_owned(),
    });
    "give the technician a post" => |c, by, t| done(c, by, Act::Give {
        person: t.toni,
        role: role("operator"),
    });
    "make the technician an administrator" => |c, by, t| done(c, by, Act::Give {
        person: t.toni,
        role: role("administrator"),
    });
    "give oneself a post" => |c, by, _things| done(c, by, Act::Give {
        person: by.id,
        role: role("agency-head"),
    });
    "take the technician's post away" => |c, by, t| done(c, by, Act::Take {
        person: t.toni,
        role: role("technical-team"),
    });
    "move a contact person" => |c, by, t| done(c, by, Act::Move {
        person: t.yudi,
        agency: agency("dinkes"),
    });
    "see the technician off" => |c, by, t| done(c, by, Act::Leave { person: t.toni });
    "make a link for a new account" => |c, by, t| done(c, by, Act::Renew { person: t.toni });
    "name a deputy for a coordinator" => |c, by, t| {
        done(c, by, deputy(MandateKind::Plh, t.rudi, "coordinator", Some(t.lina), c))
    };
    "name a deputy for the head" => |c, by, t| {
        done(c, by, deputy(MandateKind::Plh, t.arif, "agency-head", Some(t.lina), c))
    };
    "name a deputy for a contact person" => |c, by, t| {
        done(c, by, deputy(MandateKind::Plh, t.yudi, "pic", Some(t.lina), c))
    };
    "end the term of a coordinator's deputy" => |c, by, t| {
        done(c, by, Act::EndDeputy { mandate: t.mandate })
    };
    "let the head's disposition pass" => |c, by, t| {
        done(c, by, deputy(MandateKind::Standing, t.arif, "agency-head", None, c))
    };
    "rename an agency" => |c, by, _things| done(c, by, Act::RenameAgency {
        agency: agency("dinsos"),
        name: "Dinas Sosial Baru".to_owned(),
    });
    "merge two agencies" => |c, by, _things| done(c, by, Act::MergeAgency {
        agency: agency("dinsos"),
        into: agency("dinkes"),
    });
    "see the groups" => |c, by, _things| query::groups::groups(c, by);
    "bring the bot into a group" => |c, by, _things| brings_in(c, by);
    "say what a group is for" => |c, by, t| groups::bind(c, by, t.group, &role("helpdesk"));
    "let a group go" => |c, by, t| groups::release(c, by, t.group);
};

/// Whoever brings the bot into a group: does it stay?
async fn brings_in(counter: &Counter, by: &Person) -> Result<(), Error> {
    let new = Added {
        account: AccountId(-4_000_777),
        title: "Grup".to_owned(),
        topics: false,
        may_be_moving: false,
    };
    match groups::added(counter, Some(by), &new).await? {
        true => Ok(()),
        false => Err(Refusal::OnlyAdministrator.into()),
    }
}

async fn done(counter: &Counter, by: &Person, act: Act) -> Result<(), Error> {
    carry_out(counter, by, &act).await.map(|_| ())
}

/// What the table says about an attempt: few letters.
fn cell(tried: &Result<(), Error>) -> String {
    match tried {
        Ok(()) => "YES".to_owned(),
        Err(Error::Refused(refusal)) => match refusal {
            Refusal::NotYours { .. } | Refusal::MayNotManage | Refusal::MayNotSee => "·",
            Refusal::MayNotOpen { .. } | Refusal::NotApplicant | Refusal::NotColleague => "·",
            Refusal::OnlyAdministrator | Refusal::OnlyHolder { .. } => "·",
            Refusal::OwnRequest => "own",
            Refusal::StoodIn { .. } => "away",
            Refusal::NotOneself => "self",
            Refusal::NotOffered => "one",
            Refusal::TooLateToRecall => "late",
            Refusal::NoDeputyFor { .. } => "none",
            Refusal::NoChains => "chain",
            Refusal::NoSuchPerson => "gone",
            other => return format!("{other:?}"),
        }
        .to_owned(),
        Err(error) => format!("{error}"),
    }
}

/// Everyone comes in, a request comes to the coordinators, and one of them is away.
async fn situation() -> Situation {
    let world = World::open(Engine::Sqlite).await;
    let mut actors = Vec::new();
    let rina = cast::Role {
        name: "Rina",
        ..cast::SARI
    };
    let budi = cast::Role {
        name: "Budi",
        ..cast::RUDI
    };
    let people = [
        (cast::SARI, "the applicant"),
        (rina, "another contact person of the same agency"),
        (cast::YUDI, "a contact person of another agency"),
        (cast::HANA, "helpdesk"),
        (cast::ADE, "the administrator"),
        (cast::ARIF, "the head (agency-head)"),
        (
            cast::DEWI,
            "the head of division (division-head), the coordinators' superior",
        ),
        (cast::RUDI, "a coordinator at work"),
        (cast::WATI, "a coordinator who is away"),
        (
            cast::BAYU,
            "the deputy of the coordinator who is away (section-security)",
        ),
        (budi, "a former coordinator"),
        (cast::TONI, "technical-team"),
        (cast::LINA, "section-applications"),
        (cast::NINA, "section-infrastructure"),
        (cast::JOKO, "section-network"),
        (cast::MAYA, "section-telematics"),
        (cast::EKO, "operator"),
        (cast::GITA, "datacenter-officer"),
    ];
    for (person, who) in people {
        let player = world.person(person).await;
        actors.push(Actor {
            name: person.name,
            who,
            player,
        });
    }
    let player = |name: &str| &actors.iter().find(|it| it.name == name).unwrap().player;
    hosting::submit(player("Sari")).await;
    player("Arif").taps("Disposisikan").await;
    player("Dewi").taps("Disposisikan").await;
    let ade = player("Ade");
    ade.says("/orang").await;
    ade.taps("Pegawai").await;
    ade.taps("Budi").await;
    ade.taps("Cabut Jabatan").await;
    ade.taps("Koordinator").await;
    ade.taps("Ya, Lanjutkan").await;
    ade.does(|telegram, ade| telegram.group("Koordinator", &[ade]))
        .await;
    let wati = player("Wati");
    wati.says("/orang").await;
    wati.taps("Jabatan & Pengganti Saya").await;
    wati.taps("Tunjuk Pengganti").await;
    wati.taps("Bayu").await;
    wati.taps("Plh.").await;
    wati.says("hari ini").await;
    wati.says("27-11-2026").await;
    wati.says("800/123/2026").await;
    wati.taps("Simpan").await;
    Situation { world, actors }
}

impl Situation {
    async fn person(&self, counter: &Counter, name: &str) -> Person {
        let actor = self.actors.iter().find(|it| it.name == name).unwrap();
        let account = AccountId(actor.player.user.0);
        counter.db.person_of(account).await.unwrap().unwrap()
    }

    async fn things(&self, counter: &Counter) -> Things {
        let requests = self.world.requests().await;
        let [request] = requests.as_slice() else {
            panic!("one request");
        };
        let wati = self.person(counter, "Wati").await;
        Things {
            token: request.token.clone(),
            task: counter
                .db
                .open_task_of(request.id)
                .await
                .unwrap()
                .unwrap()
                .id,
            mandate: wati.absences[0].id,
            rudi: self.person(counter, "Rudi").await.id,
            wati: wati.id,
            toni: self.person(counter, "Toni").await.id,
            yudi: self.person(counter, "Yudi").await.id,
            arif: self.person(counter, "Arif").await.id,
            lina: self.person(counter, "Lina").await.id,
            group: counter.db.groups().await.unwrap()[0].id,
        }
    }
}

/// A counter over a copy of a database, for one attempt.
async fn copy(of: &Path, folder: &Path, number: usize, world: &World) -> Counter {
    let file = folder.join(format!("{number}.db"));
    std::fs::copy(of, &file).unwrap();
    // What was written last may lie beside the file still.
    let beside = |file: &Path| PathBuf::from(format!("{}-wal", file.display()));
    if beside(of).exists() {
        std::fs::copy(beside(of), beside(&file)).unwrap();
    }
    let url = format!("sqlite://{}", file.display());
    let db = Db::open(&url, world.clock.clone());
    let office = Office::built_in().unwrap();
    let catalogue = Catalogue::built_in(&office).unwrap();
    let archive = Archive::folder(&world.settings().archive).unwrap();
    let db = db.await.unwrap();
    Counter::open(db, world.clock.clone(), office, catalogue, archive)
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_do_what() {
    let situation = situation().await;
    let things = situation.things(&situation.world.counter()).await;
    // Nobody writes while it is copied.
    situation.world.kill_bot().await;
    let url = situation.world.settings().database_url;
    let file = url
        .trim_start_matches("sqlite://")
        .split('?')
        .next()
        .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut number = 0;
    let mut counter = copy(file.as_ref(), folder.path(), number, &situation.world).await;
    let mut table = String::new();
    let width = COMMANDS.iter().map(|(name, _)| name.len()).max().unwrap();
    let _ = write!(table, "{:width$}", "");
    for actor in &situation.actors {
        let _ = write!(table, " {:>5}", actor.name);
    }
    for (name, attempt) in COMMANDS {
        let _ = write!(table, "\n{name:width$}");
        for actor in &situation.actors {
            let by = situation.person(&counter, actor.name).await;
            let tried = attempt(&counter, &by, &things).await;
            let _ = write!(table, " {:>5}", cell(&tried));
            if tried.is_ok() {
                // What was allowed has changed something: the next one finds everything as it was.
                number += 1;
                counter = copy(file.as_ref(), folder.path(), number, &situation.world).await;
            }
        }
    }
    table += "\n";
    for actor in &situation.actors {
        let _ = write!(table, "\n{:5} {}", actor.name, actor.who);
    }
    table += "\n\nYES it is done · nothing but a refusal own: their own request away: a deputy fills the post\n\
        self: not to oneself one: there is only one step late: nothing to take back none: no deputies for this post\n\
        chain: the deputy chosen is a deputy's or away";
    assert_snapshot!("who_may_do_what", table);
    assert_ne!(things.wati, things.rudi);
}
