//! What a notice comes to at the moment at which it goes out.

use chrono::NaiveDate;

use super::{
    super::{
        Dossier, abandoned_draft,
        card::view_of,
        dossier::dossier_of,
        history::{passage_at, word_at},
        home, issued, lost, people, registers, sees, stranded,
        stranded::stuck,
        waiting,
    },
    AboutGroup, AboutOffice, AboutPerson, AboutReach, AboutRequest, AboutTask, AboutWork, Message,
    News, Telling,
    gathered::gathered,
    handed_over::{handed_over, paper_with},
    lines::line_told,
    lost_paper::lost_paper,
    not_recorded::not_recorded,
    pinned::pinned,
};
use crate::{
    Counter, Error,
    code::RegisterCode,
    id::{PersonId, TaskId},
    notice::{Notice, What},
    person::Person,
    procedure::{EndKind, Reader},
    store::{CardSituation, ChatGroup},
    wake::Wake,
};

/// What a notice comes to now; none where it has nothing to tell any more.
pub async fn notice(counter: &Counter, notice: &Notice) -> Result<Option<Telling>, Error> {
    // Before anybody is asked for: it says as of when people are.
    let situation = match notice.what {
        What::Card { card } => counter.db.card_situation(card).await?,
        _ => None,
    };
    let Some(to) = counter.db.person(notice.to).await? else {
        return Ok(None);
    };
    let news = news(counter, &notice.what, &to, situation).await?;
    let (calendar, now) = (&counter.office.calendar, counter.now());
    // At night, on days off and in Friday's break nothing makes a sound but what cannot wait.
    let quiet = if notice.what.is_quiet() {
        !calendar.is_open(now)
    } else {
        !notice.what.is_urgent() && !calendar.is_polite(now)
    };
    Ok(news.map(|news| Telling { to, quiet, news }))
}

/// One arm for each kind of notice: one that nobody loads does not compile.
async fn news(
    counter: &Counter,
    what: &What,
    to: &Person,
    situation: Option<CardSituation>,
) -> Result<Option<News>, Error> {
    let message = match what {
        What::Card { .. } => {
            let situation = situation.ok_or(Error::Missing("card"))?;
            return Ok(Some(News::Card(Box::new(
                view_of(counter, situation).await?,
            ))));
        }
        What::Moved { from } => return Ok(Some(News::Moved { from: *from })),
        What::Pin => return pinned(counter, to).await,
        What::Unpin { from } => {
            let (before, now) = (Some(*from), None);
            return Ok(Some(News::Pin { before, now }));
        }
        What::OfferEnds { request, from } => {
            let dossier = dossier_of(counter, *request).await?;
            let from = *from;
            return Ok(Some(News::OfferEnds { from, dossier }));
        }
        What::Gathered { day, pieces } => gathered(counter, to, *day, pieces).await?,
        What::Informed {
            request,
            step,
            outcome,
            seq,
            ..
        } => {
            let dossier = dossier_of(counter, *request).await?;
            let passage = match seq {
                Some(seq) => passage_at(counter, &dossier, *seq, dossier.reader(to)).await?,
                None => None,
            };
            let step = dossier.procedure.step(step);
            let about = step.and_then(|step| {
                let past = step.outcome(outcome)?.past.clone();
                let step = step.title.clone();
                Some(AboutRequest::Informed {
                    step,
                    past,
                    passage: passage.map(Box::new),
                })
            });
            about.map(|about| Message::Request(dossier, about))
        }
        What::Decided { request, seq } => {
            let dossier = dossier_of(counter, *request).await?;
            let passage = passage_at(counter, &dossier, *seq, Reader::Agency).await?;
            match passage {
                Some(passage) => {
                    let paper = paper_with(counter, &dossier, (to, &passage)).await?;
                    let about = AboutRequest::Decided(Box::new(passage), paper.map(Box::new));
                    Some(Message::Request(dossier, about))
                }
                None => None,
            }
        }
        What::Word { request, seq } => {
            let dossier = dossier_of(counter, *request).await?;
            // Whoever may not look at it any more is told nothing.
            if !sees(counter, to, &dossier) {
                return Ok(None);
            }
            let word = word_at(counter, &dossier, *seq, dossier.reader(to)).await?;
            word.map(|word| Message::Request(dossier, AboutRequest::Word(Box::new(word))))
        }
        What::Issued { paper } | What::Signed { paper } => handed_over(counter, *paper, to).await?,
        What::Expiring { request } => {
            let dossier = dossier_of(counter, *request).await?;
            Some(Message::Request(dossier, AboutRequest::Expiring))
        }
        What::Ended { request } => {
            let dossier = dossier_of(counter, *request).await?;
            let to_applicant = dossier.request.applicant == to.id;
            let reader = if to_applicant {
                Reader::Agency
            } else {
                dossier.reader(to)
            };
            let last = passage_at(counter, &dossier, dossier.request.version, reader).await?;
            let last = last.map(Box::new);
            let is_done = dossier.end().is_some_and(|end| end.kind == EndKind::Done);
            let papers = if to_applicant && is_done {
                issued(counter, to, &dossier).await?
            } else {
                Vec::new()
            };
            let about = AboutRequest::Ended {
                to_applicant,
                last,
                papers,
            };
            Some(Message::Request(dossier, about))
        }
        What::Admitted { request } => {
            let dossier = dossier_of(counter, *request).await?;
            let home = home(counter, to).await?;
            Some(Message::Request(dossier, AboutRequest::Admitted(home)))
        }
        What::Reopened { request, lost } => {
            let dossier = dossier_of(counter, *request).await?;
            let lost = lost.clone();
            Some(Message::Request(dossier, AboutRequest::Reopened { lost }))
        }
        What::Survey { survey } => {
            // Whoever has begun to answer has it before them already.
            let asked = counter.db.survey(to.id, survey).await?;
            let asked = asked.filter(|asked| asked.behind == 0);
            match asked {
                Some(asked) => {
                    let dossier = dossier_of(counter, asked.request).await?;
                    Some(Message::Request(dossier, AboutRequest::Survey(asked)))
                }
                None => None,
            }
        }
        What::NotRecorded { task, outcome } => not_recorded(counter, *task, outcome, to).await?,
        What::Reminder { task, .. } => {
            open_task(counter, *task, |_| Some(AboutTask::Reminder)).await?
        }
        What::Late { task } => {
            let late = |dossier: &Dossier| {
                let to_applicant = dossier.request.applicant == to.id;
                dossier.expected?;
                Some(AboutTask::Late { to_applicant })
            };
            open_task(counter, *task, late).await?
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
        What::StrandedAt { role, .. } => {
            let waiting = stuck(counter).await?.count_at(role);
            let role = role.clone();
            let about = AboutReach::StrandedAt { role, waiting };
            (waiting > 0).then_some(Message::Reach(about))
        }
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
        What::StartLink { link, note } => {
            let payload = counter.seal.payload(note);
            // Under another secret it would be no link of ours.
            let is_ours = payload.hash() == *link;
            let found = counter.db.invitation(link).await?;
            let found = found.filter(|found| is_ours && found.is_open(counter.now()));
            let found = found.map(|link| AboutPerson::StartLink { link, payload });
            found.map(Message::Person)
        }
        What::LinkEnds { link, over } => {
            let link = counter.db.invitation(link).await?;
            let link = link.filter(|link| link.used_at.is_none() && !link.ended);
            let ends = |link| AboutPerson::LinkEnds { link, over: *over };
            link.map(|link| Message::Person(ends(link)))
        }
        What::LinkOver { link } => {
            let link = counter.db.invitation(link).await?;
            let over = |link| AboutPerson::LinkOver { link };
            link.map(|link| Message::Person(over(link)))
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
        What::Line {
            line,
            news,
            until,
            decided,
        } => line_told(counter, to, *line, (*news, *until), *decided).await?,
        What::DraftEnds { draft } => {
            let left = abandoned_draft(counter, *draft).await?;
            left.map(|left| Message::Work(AboutWork::DraftEnds(Box::new(left))))
        }
        What::CalendarEmpty { year } => {
            Some(Message::Office(AboutOffice::CalendarEmpty { year: *year }))
        }
        What::Guessing { tries } => Some(Message::Office(AboutOffice::Guessing { tries: *tries })),
        What::Anchor { day, anchor } => Some(Message::Office(AboutOffice::Anchor {
            day: *day,
            anchor: anchor.clone(),
        })),
        What::LeftUndone { kind } => Some(Message::Office(AboutOffice::LeftUndone(*kind))),
        What::Restored {
            copied_at,
            left_out,
        } => Some(Message::Office(AboutOffice::Restored {
            copied_at: *copied_at,
            left_out: *left_out,
        })),
        What::DateAsked { day, since } => {
            let asked = counter.db.date_asked_about().await?;
            let asks = asked.is_some_and(|at| counter.office.calendar.day_of(at) == *day);
            let (day, since) = (*day, *since);
            asks.then_some(Message::Office(AboutOffice::DateAsked { day, since }))
        }
        What::PaperLost { paper, altered } => lost_paper(counter, *paper, *altered).await?,
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
    let dossier = dossier_of(counter, task.request).await?;
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
