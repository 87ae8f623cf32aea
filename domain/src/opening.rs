//! Opening the counter: what was written by older programs, or while nobody was there, is brought up to date.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::{
    Counter, Error,
    archive::Archive,
    clock::Clock,
    code::{ProcedureCode, RoleCode},
    command::{
        clock::{calendar_changed, wind_up},
        refold::refold,
        stock_shelves::stock_shelves,
    },
    house::House,
    office::Office,
    procedure::{Catalogue, Procedure, check::unchanged_or_raised, read::Complaint},
    request::{Phase, Request},
    store::Db,
};

impl Counter {
    /// Opens the counter. Every current procedure is kept in the database, so that requests opened
    /// today can be carried on when its file has changed.
    ///
    /// A file that changed without a higher version is an error: running requests would silently
    /// follow other rules than they were opened with.
    pub async fn open(
        db: Db,
        clock: Clock,
        office: Office,
        catalogue: Catalogue,
        archive: Archive,
    ) -> Result<Counter, OpenError> {
        let house =
            House::forms().map_err(|mut complaints| OpenError::Form(complaints.remove(0)))?;
        let old = versions_before_rests(&db).await?;
        let catalogue = catalogue.meant_before_rests(&old);
        let counter = Counter::new((db, clock, archive), office, catalogue, house).knowing(old);
        counter.keep_procedures().await?;
        counter.look_again(&counter.db).await?;
        counter.look_at_versions().await?;
        counter.list_older_requests().await?;
        Box::pin(refold(&counter)).await?;
        Box::pin(stock_shelves(&counter)).await?;
        counter.begin_chain().await?;
        if !counter.db.is_wound_up().await? {
            wind_up(&counter).await?;
        }
        let counter = counter.fresh();
        // Whoever changed the calendar may have been stopped before they came to the tasks.
        let revision = counter.office.calendar.revision;
        if counter.db.is_timed_by_older(revision).await? {
            calendar_changed(&counter).await?;
        }
        Ok(counter)
    }

    /// Stored versions that no longer read are named in the log, once at each start. Whatever is under them says so
    /// to the person who touches it. Of the others it is known at which desks several posts sit side by side.
    async fn look_at_versions(&self) -> Result<(), Error> {
        let mut shared = BTreeSet::new();
        for (code, version) in self.db.procedure_versions().await? {
            let procedure = self.shown_procedure(&code, version).await?;
            if procedure.lost {
                tracing::error!(procedure = %code, version, "a stored version of a procedure no longer reads");
            }
            let performers = procedure.steps.iter().map(|step| &step.performer);
            let desks = performers.filter(|it| it.is_shared());
            shared.extend(desks.flat_map(RoleCode::desks));
        }
        shared.retain(RoleCode::is_shared);
        self.db.knows_shared(shared.into_iter().collect());
        Ok(())
    }

    /// Requests that are older than the lists of all requests are entered in them.
    async fn list_older_requests(&self) -> Result<(), Error> {
        const AT_ONCE: u64 = 200;
        loop {
            let older = self.db.unlisted(AT_ONCE).await?;
            if older.is_empty() {
                return Ok(());
            }
            let tx = self.db.begin().await?;
            for request in older {
                let (phase, due) = self.place_of(&request).await?;
                tx.list_request(&request, phase, due).await?;
            }
            tx.commit().await?;
        }
    }

    /// What was written before there was a chain is linked as it stands: from here on it cannot be changed unseen.
    async fn begin_chain(&self) -> Result<(), Error> {
        const AT_ONCE: u64 = 200;
        if self.db.anchor().await?.place > 0 {
            return Ok(());
        }
        let mut tx = self.db.begin().await?;
        if tx.begin_chain(AT_ONCE).await? {
            tracing::info!("all that has happened so far is linked to a chain");
        }
        tx.commit().await
    }

    /// How a request stands, and when its open task should be done.
    async fn place_of(&self, request: &Request) -> Result<(Phase, Option<DateTime<Utc>>), Error> {
        let procedure = self.procedure_of(request).await;
        let procedure = match procedure {
            Ok(procedure) => procedure,
            // A request that nobody can carry on is listed all the same.
            Err(Error::ProcedureLost { .. }) if request.ended().is_some() => {
                return Ok((Phase::Done, None));
            }
            Err(Error::ProcedureLost { .. }) => return Ok((Phase::Running, None)),
            Err(error) => return Err(error),
        };
        let phase = Phase::of(&procedure, &request.state);
        let step = request.step().and_then(|step| procedure.step(step));
        let time = step.and_then(|step| step.time_for(&request.state.answers));
        let time = time.filter(|_| phase == Phase::Running);
        let due = time.and_then(|time| self.office.calendar.due(request.state.since, time));
        Ok((phase, due))
    }

    async fn keep_procedures(&self) -> Result<(), OpenError> {
        for procedure in self.catalogue.iter() {
            let Procedure { code, version, .. } = &**procedure;
            let source = self
                .catalogue
                .source(code)
                .map(AsRef::as_ref)
                .unwrap_or_default();
            if let Some((kept, text)) = self.db.newest_procedure(code).await? {
                let file = format!("{code}.toml");
                if let Some(complaint) =
                    unchanged_or_raised(&file, (kept, &text), (*version, source))
                {
                    return Err(OpenError::ChangedWithoutHigherVersion(complaint));
                }
                if kept == *version {
                    continue;
                }
            }
            let tx = self.db.begin().await?;
            tx.add_procedure(code, *version, source).await?;
            tx.commit().await?;
        }
        Ok(())
    }
}

/// The versions of procedures that are older than `rests` and `exact`: a request keeps the rules it was opened with, and a
/// file that nobody has changed means what it meant.
async fn versions_before_rests(db: &Db) -> Result<BTreeSet<(ProcedureCode, u32)>, Error> {
    if let Some(known) = db.versions_before_rests().await? {
        return Ok(known);
    }
    let kept = db.procedure_versions().await?.into_iter().collect();
    let tx = db.begin().await?;
    tx.note_before_rests(&kept).await?;
    tx.commit().await?;
    Ok(kept)
}

/// Why the counter does not open.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Running requests follow the version they were opened with, so a changed file needs another.
    #[error("{0}")]
    ChangedWithoutHigherVersion(Complaint),
    /// A form of ours does not read; a test finds that before anybody else does.
    #[error("{0}")]
    Form(Complaint),
    #[error(transparent)]
    Other(#[from] Error),
}
