//! A notice as it is told: loaded at the moment at which it goes out, so what has come right meanwhile, or
//! is settled, is not told any more.

use chrono::{DateTime, NaiveDate, Utc};

use super::{
    AbandonedDraft, CardView, Dossier, Home, Leaf, Lost, Stranded, Waiting, abandoned_draft,
    card_view, dossier, home, lost, parting_words, people, people::Term, registers, stranded,
    waiting,
};
use crate::{
    Counter, Error, Text,
    code::RegisterCode,
    id::{MessageId, NoticeId, PersonId, RequestId, TaskId},
    notice::{Notice, What},
    person::Person,
    procedure::Answers,
    request::Task,
    reservation::Thing,
    store::{ChatGroup, Invitation},
    wake::Wake,
};

/// What one person is told now.
#[derive(Debug)]
pub struct Telling {
    pub to: Person,
    /// It comes without a sound.
    pub quiet: bool,
    pub news: News,
}

/// What goes out: a card that is drawn in its place, the buttons of a message that go, or a message.
#[derive(Debug)]
pub enum News {
    Card {
        view: Box<CardView>,
        /// The newest notice that is settled when the card is drawn as it is here.
        until: Option<NoticeId>,
    },
    /// A card lies elsewhere now; the message where it lay lets go of its buttons.
    Moved {
        from: MessageId,
    },
    Message(Box<Message>),
}

/// What a message says, with all that is needed to write it.
#[derive(Debug)]
pub enum Message {
    Request(Box<Dossier>, AboutRequest),
    Task(Box<Dossier>, Task, AboutTask),
    Reach(AboutReach),
    Person(AboutPerson),
    Work(AboutWork),
    Office(AboutOffice),
    Group(ChatGroup, AboutGroup),
}

/// What happened to a request.
#[derive(Debug)]
pub enum AboutRequest {
    /// A step that the SOP wants these people to hear of has been done.
    Informed { step: Text, past: Text },
    /// What it has reserved runs out soon.
    Expiring,
    /// It has ended; to its applicant with the words that came with the last decision.
    Ended { words: Option<Answers> },
    /// The applicant has been let in by it, and can do this now.
    Admitted(Home),
    /// What had ended by itself goes on; this much of what it had reserved is another's now.
    Reopened { lost: Vec<Thing> },
}

/// What is to be said of a task that is open still.
#[derive(Debug)]
pub enum AboutTask {
    /// It waits longer than it should.
    Reminder,
    /// The agency asks after it.
    Nudged,
    /// It waits for the applicant's answer; this is the nth time that it is said.
    Silent { nth: u32 },
    /// It goes on by itself at a moment, and this is then what was done.
    Announced { past: Text, at: DateTime<Utc> },
    /// A planned moment has passed, and this is what the file says of that.
    Alarm { say: Text, planned: DateTime<Utc> },
}

/// To those who look after everyone else.
#[derive(Debug)]
pub enum AboutReach {
    Lost(Lost),
    Back(Person),
    Stranded(Box<Stranded>),
}

/// What concerns a person's standing, and of those whom they look after.
#[derive(Debug)]
pub enum AboutPerson {
    /// What they can do here is different from now on.
    Welcomed(Home),
    /// They can do nothing here any more.
    Farewell,
    /// A deputy was named, begins, or is over.
    Deputy(Term),
    /// The term of a deputy ends soon.
    DeputyEnds(Term),
    /// A start link runs out unused, soon or now.
    LinkEnds { link: Invitation, over: bool },
}

/// What lies before a person.
#[derive(Debug)]
pub enum AboutWork {
    /// What waits for them, and too long beneath them.
    Waiting { day: NaiveDate, waiting: Waiting },
    /// What passed by itself in their name that day.
    Passed {
        day: NaiveDate,
        passed: Vec<Dossier>,
    },
    /// What is still open in a register at the end of the day.
    StillOpen {
        register: RegisterCode,
        day: NaiveDate,
        leaf: Leaf,
    },
    /// A half-filled form is thrown away soon.
    DraftEnds(Box<AbandonedDraft>),
}

/// What concerns the office as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AboutOffice {
    /// A year comes for which nobody has entered or confirmed days off.
    CalendarEmpty { year: i32 },
    /// Someone has tried so many start links that nobody gave out.
    Guessing { tries: u32 },
}

/// What concerns a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AboutGroup {
    /// To an administrator: what is it for?
    Found,
    /// To an administrator: the bot was taken out of it.
    Lost,
    /// To the group: what it is for from now on.
    Bound,
    /// To the group: the bot takes its leave.
    Released,
}

impl Message {
    /// The request it is about, where it is about one.
    pub fn request(&self) -> Option<&Dossier> {
        match self {
            Message::Request(dossier, _) | Message::Task(dossier, ..) => Some(dossier),
            _ => None,
        }
    }

    /// Whether what its reader can do here is different from now on.
    pub fn changes_what_they_can_do(&self) -> bool {
        matches!(
            self,
            Message::Request(_, AboutRequest::Admitted(_))
                | Message::Person(AboutPerson::Welcomed(_))
        )
    }
}

/// What a notice comes to now; none where it has nothing to tell any more.
pub async fn notice(counter: &Counter, notice: &Notice) -> Result<Option<Telling>, Error> {
    let Some(to) = counter.db.person(notice.to).await? else {
        return Ok(None);
    };
    let news = news(counter, &notice.what, &to).await?;
    let is_open = counter.office.calendar.is_open(counter.now());
    Ok(news.map(|news| Telling {
        to,
        quiet: notice.what.is_quiet() && !is_open,
        news,
    }))
}

/// One arm for each kind of notice: one that nobody loads does not compile.
async fn news(counter: &Counter, what: &What, to: &Person) -> Result<Option<News>, Error> {
    let message = match what {
        What::Card { card } => {
            // Read before the state: whatever is noted later is not settled by this.
            let until = counter.db.newest_about(*card).await?;
            let view = Box::new(card_view(counter, *card).await?);
            return Ok(Some(News::Card { view, until }));
        }
        What::Moved { from } => return Ok(Some(News::Moved { from: *from })),
        What::Informed {
            request,
            step,
            outcome,
        } => {
            let dossier = about(counter, *request).await?;
            let step = dossier.procedure.step(step);
            let about = step.and_then(|step| {
                let past = step.outcome(outcome)?.past.clone();
                let step = step.title.clone();
                Some(AboutRequest::Informed { step, past })
            });
            about.map(|about| Message::Request(dossier, about))
        }
        What::Expiring { request } => {
            let dossier = about(counter, *request).await?;
            Some(Message::Request(dossier, AboutRequest::Expiring))
        }
        What::Ended { request } => {
            let dossier = about(counter, *request).await?;
            let words = if dossier.request.applicant == to.id {
                Some(parting_words(counter, &dossier).await?)
            } else {
                None
            };
            Some(Message::Request(dossier, AboutRequest::Ended { words }))
        }
        What::Admitted { request } => {
            let dossier = about(counter, *request).await?;
            let home = home(counter, to).await?;
            Some(Message::Request(dossier, AboutRequest::Admitted(home)))
        }
        What::Reopened { request, lost } => {
            let dossier = about(counter, *request).await?;
            let lost = lost.clone();
            Some(Message::Request(dossier, AboutRequest::Reopened { lost }))
        }
        What::Reminder { task, .. } => {
            open_task(counter, *task, |_| Some(AboutTask::Reminder)).await?
        }
        What::Nudged { task } => open_task(counter, *task, |_| Some(AboutTask::Nudged)).await?,
        What::Silent { task, nth } => {
            let silent = |dossier: &Dossier| {
                let theirs = dossier.request.applicant == to.id;
                theirs.then_some(AboutTask::Silent { nth: *nth })
            };
            open_task(counter, *task, silent).await?
        }
        What::Announced { task } => {
            let wake = Wake::Alone {
                task: *task,
                plain: false,
            };
            let at = counter.db.planned_at(&wake).await?;
            let announced = |dossier: &Dossier| {
                let step = dossier.step()?;
                let outcome = step.outcome(&step.alone.as_ref()?.outcome)?;
                let past = outcome.past.clone();
                Some(AboutTask::Announced { past, at: at? })
            };
            open_task(counter, *task, announced).await?
        }
        What::Alarm { task, nth, planned } => {
            let alarm = |dossier: &Dossier| {
                let say = dossier.step()?.alarms.get(*nth)?.say.clone();
                let planned = *planned;
                Some(AboutTask::Alarm { say, planned })
            };
            open_task(counter, *task, alarm).await?
        }
        What::Unreachable { person } => {
            let lost = lost(counter, *person).await?;
            lost.map(|lost| Message::Reach(AboutReach::Lost(lost)))
        }
        What::Reachable { person } => {
            let person = counter.db.person(*person).await?;
            let back = person.filter(|person| person.unreachable_since.is_none());
            back.map(|person| Message::Reach(AboutReach::Back(person)))
        }
        What::Stranded { task } => still_stranded(counter, *task).await?,
        What::Welcomed => {
            let home = home(counter, to).await?;
            Some(Message::Person(AboutPerson::Welcomed(home)))
        }
        What::Farewell => Some(Message::Person(AboutPerson::Farewell)),
        What::Deputy { mandate } => {
            let term = people::term(counter, *mandate).await?;
            term.map(|term| Message::Person(AboutPerson::Deputy(term)))
        }
        What::DeputyEnds { mandate } => {
            let term = people::term(counter, *mandate).await?;
            let term = term.filter(|term| !term.ended);
            term.map(|term| Message::Person(AboutPerson::DeputyEnds(term)))
        }
        What::LinkEnds { link, over } => {
            let link = counter.db.invitation(link).await?;
            let link = link.filter(|link| link.used_at.is_none());
            let ends = |link| AboutPerson::LinkEnds { link, over: *over };
            link.map(|link| Message::Person(ends(link)))
        }
        What::Waiting { day } => {
            let waiting = waiting(counter, to).await?;
            let day = *day;
            (!waiting.is_empty()).then_some(Message::Work(AboutWork::Waiting { day, waiting }))
        }
        What::Passed { day } => {
            let passed = people::passed(counter, to.id, *day).await?;
            Some(Message::Work(AboutWork::Passed { day: *day, passed }))
        }
        What::StillOpen { register, day } => still_open(counter, to, register, *day).await?,
        What::DraftEnds { draft } => {
            let left = abandoned_draft(counter, *draft).await?;
            left.map(|left| Message::Work(AboutWork::DraftEnds(Box::new(left))))
        }
        What::CalendarEmpty { year } => {
            Some(Message::Office(AboutOffice::CalendarEmpty { year: *year }))
        }
        What::Guessing { tries } => Some(Message::Office(AboutOffice::Guessing { tries: *tries })),
        What::GroupFound { group } => {
            let waits = |group: &ChatGroup| !group.ended && group.role.is_none();
            of_group(counter, *group, AboutGroup::Found, waits).await?
        }
        What::GroupLost { group } => {
            of_group(counter, *group, AboutGroup::Lost, |group| group.ended).await?
        }
        What::GroupBound => {
            of_group(counter, to.id, AboutGroup::Bound, ChatGroup::is_bound).await?
        }
        What::GroupReleased => {
            of_group(counter, to.id, AboutGroup::Released, |group| group.ended).await?
        }
    };
    Ok(message.map(|message| News::Message(Box::new(message))))
}

/// The request of a notice.
async fn about(counter: &Counter, id: RequestId) -> Result<Box<Dossier>, Error> {
    let request = counter.db.request(id).await?;
    let request = request.ok_or(Error::Missing("request of a notice"))?;
    Ok(Box::new(dossier(counter, request).await?))
}

/// What is to be said of a task, where nobody has settled it.
async fn open_task(
    counter: &Counter,
    id: TaskId,
    say: impl FnOnce(&Dossier) -> Option<AboutTask>,
) -> Result<Option<Message>, Error> {
    let task = counter.db.task(id).await?;
    let task = task.ok_or(Error::Missing("task of a notice"))?;
    if task.closed_at.is_some() {
        return Ok(None);
    }
    let dossier = about(counter, task.request).await?;
    let said = say(&dossier);
    Ok(said.map(|said| Message::Task(dossier, task, said)))
}

async fn still_stranded(counter: &Counter, id: TaskId) -> Result<Option<Message>, Error> {
    let task = counter.db.task(id).await?;
    let task = task.ok_or(Error::Missing("task of a notice"))?;
    if task.closed_at.is_some() {
        return Ok(None);
    }
    let request = counter.db.request(task.request).await?;
    let request = request.ok_or(Error::Missing("request of a notice"))?;
    let stranded = stranded(counter, request).await?;
    Ok(stranded.map(|stranded| Message::Reach(AboutReach::Stranded(Box::new(stranded)))))
}

async fn still_open(
    counter: &Counter,
    to: &Person,
    register: &RegisterCode,
    day: NaiveDate,
) -> Result<Option<Message>, Error> {
    match registers::leaf(counter, to, register, true, 0).await {
        Ok(leaf) if leaf.total > 0 => {
            let register = register.clone();
            Ok(Some(Message::Work(AboutWork::StillOpen {
                register,
                day,
                leaf,
            })))
        }
        // Everybody has left, or it is not theirs to read any more.
        Ok(_) | Err(Error::Refused(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What concerns a group, where it still stands so with it.
async fn of_group(
    counter: &Counter,
    id: PersonId,
    about: AboutGroup,
    holds: impl FnOnce(&ChatGroup) -> bool,
) -> Result<Option<Message>, Error> {
    let group = counter.db.group(id).await?.filter(holds);
    Ok(group.map(|group| Message::Group(group, about)))
}
