//! The requests that are copied: of each procedure of the agencies one that is finished, one at every desk on its
//! way, and one about which very much was written.

use anyhow::Context;
use domain::{
    Counter,
    code::ShelfCode,
    command::{self, Decided, word::begin_word},
    id::{AccountId, PersonId, RequestId},
    office::{NEWCOMER, PIC},
    person::Person,
    procedure::{Procedure, form::Now},
    query,
    request::Request,
    reservation::Thing,
};

use super::super::seed::{Seed, enter};
use crate::{
    stage::walk::{
        answers::reply,
        filling::act_of,
        hints::Hints,
        paths::{Path, lines_needed, wordy},
        place::Move,
        said::Said,
    },
    telegram::Telegram,
};

/// How many hold each role.
const HOLDERS: usize = 2;
/// How many words are written about one request.
const WORDS: usize = 190;

/// What is copied.
pub(super) struct Stencils {
    /// Who sent them.
    pub(super) applicant: PersonId,
    pub(super) finished: Vec<RequestId>,
    pub(super) open: Vec<RequestId>,
}

/// Everyone who is needed comes in.
pub(in super::super) async fn gather(counter: &Counter, telegram: &Telegram) -> anyhow::Result<()> {
    let roles = counter.office.roles.iter().map(|role| &role.code);
    for role in roles.filter(|role| ![PIC, NEWCOMER].contains(&role.as_str())) {
        let has = counter.db.holders(role).await?.len();
        for number in has..HOLDERS {
            let user = telegram.person(&format!("{role} {number}"), "id");
            enter(counter, user, role.as_str(), None).await?;
        }
    }
    Ok(())
}

/// Carries the requests to where they are copied.
pub(super) async fn cut(seed: &Seed) -> anyhow::Result<Stencils> {
    let counter = &seed.counter;
    let account = AccountId(seed.applicants[0].0);
    let applicant = counter.db.person_of(account).await?;
    let applicant = applicant.context("nobody can ask for anything")?;
    let mut stencils = Stencils {
        applicant: applicant.id,
        finished: Vec::new(),
        open: Vec::new(),
    };
    let mut hand = Hand { counter, names: 0 };
    for procedure in counter.catalogue.iter() {
        // What waits for a planned moment cannot be carried to its end in one go.
        let mut steps = procedure.steps.iter();
        if procedure.opens.as_str() != PIC || steps.any(|step| !step.alarms.is_empty()) {
            continue;
        }
        let paths = wordy(procedure);
        let needs_none = |path: &&Path| {
            lines_needed(procedure, path).is_empty() && path.opening.role.as_str() == PIC
        };
        let Some(path) = paths.iter().find(needs_none) else {
            continue;
        };
        for moves in 0..path.moves.len() {
            let open = Box::pin(hand.carries(&applicant, procedure, path, moves)).await?;
            stencils.open.push(open);
        }
        let all = path.moves.len();
        let finished = Box::pin(hand.carries(&applicant, procedure, path, all)).await?;
        stencils.finished.push(finished);
    }
    if let Some(first) = stencils.open.first() {
        Box::pin(hand.writes_much(&applicant, *first)).await?;
    }
    Ok(stencils)
}

struct Hand<'a> {
    counter: &'a Counter,
    /// How many names have been made up.
    names: usize,
}

impl Hand<'_> {
    /// Opens a request and takes the first moves of its path.
    async fn carries(
        &mut self,
        applicant: &Person,
        procedure: &Procedure,
        path: &Path,
        moves: usize,
    ) -> anyhow::Result<RequestId> {
        let counter = &self.counter.for_one_act();
        command::begin(counter, applicant, &procedure.code).await?;
        self.fills(applicant, &path.opening.says, None).await?;
        let sent = query::mine(&self.counter.for_one_act(), applicant, 0).await?;
        let sent = sent.items.into_iter().max_by_key(|it| it.request.id.0);
        let id = sent.context("nothing was sent")?.request.id;
        for chosen in &path.moves[..moves] {
            Box::pin(self.decides(id, chosen)).await?;
        }
        Ok(id)
    }

    async fn decides(&mut self, id: RequestId, chosen: &Move) -> anyhow::Result<()> {
        let Move::Decide { outcome, says, .. } = chosen else {
            return Ok(());
        };
        let counter = &self.counter.for_one_act();
        let db = &counter.db;
        let request = db.request(id).await?.context("the request")?;
        let task = db.open_task_of(id).await?.context("its open task")?;
        let by = if let Some(assigned) = task.assigned {
            Some(assigned)
        } else {
            let barred = [request.applicant];
            let can = db.deciders(&task.role, None, &barred, counter.now());
            can.await?.first().copied()
        };
        let by = db.person(by.context("nobody decides")?).await?;
        let by = by.context("whoever decides")?;
        let decided = command::decide(counter, &by, task.id, |step| step.outcome(outcome)).await?;
        if let Decided::Asks(_) = decided {
            self.fills(&by, says, Some(&request)).await?;
        }
        Ok(())
    }

    /// Answers whatever a form asks, and sends it.
    async fn fills(
        &mut self,
        person: &Person,
        says: &Said,
        request: Option<&Request>,
    ) -> anyhow::Result<()> {
        loop {
            let counter = &self.counter.for_one_act();
            let Some(page) = command::listening(counter, person).await? else {
                return Ok(());
            };
            let Now::Question(field) = page.draft.filling.now(&page.form) else {
                Box::pin(command::send(counter, person, page)).await?;
                continue;
            };
            self.names += 1;
            let hints = Hints {
                turn: 1,
                says,
                gives_reasons: false,
                fresh: self.names,
                held: &held_by(counter, request).await?,
            };
            let reply = reply(counter, &page, field, hints);
            let act = act_of(counter, person, &page, reply).await;
            command::fill(counter, person, page, act).await?;
        }
    }

    async fn writes_much(&mut self, applicant: &Person, id: RequestId) -> anyhow::Result<()> {
        let request = self.counter.db.request(id).await?.context("the request")?;
        for number in 0..WORDS {
            let counter = &self.counter.for_one_act();
            let words = format!("Mohon kabar mengenai permohonan ini, pertanyaan nomor {number}.");
            begin_word(counter, applicant, &request.token, Some(words)).await?;
            self.fills(applicant, &Said::new(), Some(&request)).await?;
        }
        Ok(())
    }
}

/// The names that a request holds.
async fn held_by(
    counter: &Counter,
    request: Option<&Request>,
) -> anyhow::Result<Vec<(ShelfCode, String)>> {
    let Some(request) = request else {
        return Ok(Vec::new());
    };
    let held = counter.db.reserved_by(request.id).await?.into_iter();
    let names = held.filter_map(|held| match held.thing {
        Thing::Name(on, name) => Some((on, name)),
        Thing::Number(..) | Thing::Share(_) => None,
    });
    Ok(names.collect())
}
