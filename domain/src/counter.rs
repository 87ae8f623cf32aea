//! The counter itself: everything a command or a query needs to do its work.

use std::{
    collections::{BTreeSet, HashMap},
    ops::Range,
    sync::{Arc, PoisonError, RwLock},
};

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use tokio::sync::Mutex;

use crate::{
    Error, Refusal,
    archive::Archive,
    calendar::Calendar,
    clock::Clock,
    code::{AgencyCode, OptionCode, PIC, ProcedureCode, RoleCode},
    id::{PersonId, UpdateId},
    office::{NEWCOMER, Office},
    person::Person,
    procedure::{Answer, Answers, Catalogue, Filling, Procedure, condition::OPENED_BY, read},
    request::Request,
    seal::Seal,
    store::{Conn, Db, token},
};

type Versions = RwLock<HashMap<(ProcedureCode, u32), Arc<Procedure>>>;

/// The office at work. Cloning is cheap.
#[derive(Debug, Clone)]
pub struct Counter {
    pub db: Db,
    pub clock: Clock,
    pub office: Arc<Office>,
    /// The office as its file describes it.
    written: Arc<Office>,
    /// The office as it is now, for whoever looks next.
    today: Arc<RwLock<Arc<Office>>>,
    /// Held while it is read again. Whoever begins later reads later, so that nobody puts back what they
    /// read before a change.
    looking: Arc<Mutex<()>>,
    /// The moment that was noted last, as far as this process knows.
    noted: Arc<RwLock<Option<DateTime<Utc>>>>,
    /// The procedures as they are today.
    pub catalogue: Arc<Catalogue>,
    pub archive: Archive,
    /// Makes start links that stand in no database.
    pub(crate) seal: Seal,
    /// The forms about people.
    house: Arc<[Arc<Procedure>]>,
    /// Older versions that running requests still follow, read once.
    versions: Arc<Versions>,
    /// Versions from before files could say `rests` and `exact`.
    old: Arc<BTreeSet<(ProcedureCode, u32)>>,
}

impl Counter {
    /// The counter as its files describe it. Whoever opens it looks what has changed since.
    pub(crate) fn new(
        (db, clock, archive): (Db, Clock, Archive),
        office: Office,
        catalogue: Catalogue,
        house: Vec<Arc<Procedure>>,
    ) -> Counter {
        let office = Arc::new(office);
        Counter {
            db,
            clock,
            written: office.clone(),
            today: Arc::new(RwLock::new(office.clone())),
            looking: Arc::default(),
            noted: Arc::default(),
            office,
            catalogue: Arc::new(catalogue),
            house: house.into(),
            archive,
            seal: Seal::of(&token()),
            versions: Arc::default(),
            old: Arc::default(),
        }
    }

    /// The same counter, which knows what versions are older than `rests` and `exact`.
    #[must_use]
    pub(crate) fn knowing(self, old: BTreeSet<(ProcedureCode, u32)>) -> Counter {
        Counter {
            old: Arc::new(old),
            ..self
        }
    }

    /// The same counter with the office's own secret. Without one, what was made before a restart cannot be made again
    /// after it.
    #[must_use]
    pub fn sealed(self, secret: &str) -> Counter {
        Counter {
            seal: Seal::of(secret),
            ..self
        }
    }

    /// The same counter while one update is handled.
    #[must_use]
    pub fn handling(&self, update: UpdateId) -> Counter {
        Counter {
            db: self.db.handling(update),
            ..self.fresh()
        }
    }

    /// The same counter for what is not the effect of an update any more.
    #[must_use]
    pub fn beside(&self) -> Counter {
        Counter {
            db: self.db.beside(),
            ..self.fresh()
        }
    }

    /// The same counter for one act: who people are is asked once, see [`Db::for_one_act`].
    #[must_use]
    pub fn for_one_act(&self) -> Counter {
        Counter {
            db: self.db.for_one_act(),
            ..self.fresh()
        }
    }

    /// The same counter with the office as it is now: agencies may have been renamed and the calendar
    /// changed meanwhile.
    #[must_use]
    pub fn fresh(&self) -> Counter {
        let today = self.today.read().unwrap_or_else(PoisonError::into_inner);
        Counter {
            office: today.clone(),
            ..self.clone()
        }
    }

    /// Reads again what agencies are called and when the office works. Other programs at the same
    /// database may have changed it.
    pub async fn look_again(&self, conn: &Conn) -> Result<(), Error> {
        let _alone = self.looking.lock().await;
        let changes = conn.agency_changes().await?;
        let mut office = self.written.changed(&changes);
        office.calendar = office.calendar.changed(&conn.calendar_overlay().await?);
        *self.today.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(office);
        Ok(())
    }

    /// The calendar as the files have it, before anything was entered.
    pub(crate) fn written_calendar(&self) -> &Calendar {
        &self.written.calendar
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Whether a moment was noted within the hour before.
    pub(crate) fn is_just_noted(&self, now: DateTime<Utc>) -> bool {
        let noted = *self.noted.read().unwrap_or_else(PoisonError::into_inner);
        noted.is_some_and(|noted| noted <= now && now - noted < TimeDelta::hours(1))
    }

    pub(crate) fn note_moment(&self, now: DateTime<Utc>) {
        *self.noted.write().unwrap_or_else(PoisonError::into_inner) = Some(now);
    }

    /// Whether a person may look at every request now.
    pub fn sees_all(&self, person: &Person) -> bool {
        self.office.sees_all(person, self.now())
    }

    /// The day it is in the office.
    pub fn today(&self) -> NaiveDate {
        self.now().with_timezone(&self.office.zone).date_naive()
    }

    /// From when to when a day lasts in the office.
    pub fn day(&self, day: NaiveDate) -> Range<DateTime<Utc>> {
        self.morning(day)..self.morning(day.succ_opt().unwrap_or(day))
    }

    /// The first moment of a day in the office.
    pub(crate) fn morning(&self, day: NaiveDate) -> DateTime<Utc> {
        let start = day.and_time(NaiveTime::MIN);
        let there = self.office.zone.from_local_datetime(&start);
        there
            .earliest()
            .map_or_else(|| start.and_utc(), |it| it.to_utc())
    }

    /// A procedure that can be opened today.
    pub fn open_procedure(&self, code: &ProcedureCode) -> Result<&Arc<Procedure>, Refusal> {
        self.catalogue
            .get(code)
            .filter(|_| self.office.open.contains(code))
            .ok_or_else(|| Refusal::NotOpen {
                procedure: code.clone(),
            })
    }

    /// The procedure by which people whom the office does not know ask to be let in.
    pub fn door(&self) -> Option<&Arc<Procedure>> {
        let mut open = self.catalogue.open(&self.office);
        open.find(|procedure| procedure.opens.as_str() == NEWCOMER)
    }

    /// Whether a person may open a request: as the applicant themselves, or at the counter for
    /// someone else.
    pub fn may_open(&self, person: &Person, procedure: &Procedure) -> Result<Opening, Refusal> {
        if person.holds(&procedure.opens) {
            let role = procedure.opens.clone();
            // What an official opens by their post is the office's own.
            let is_agencys = matches!(role.as_str(), PIC | NEWCOMER);
            let own = self.office.own_agency.clone().filter(|_| !is_agencys);
            return Opening::of(procedure, role, person.agency.clone().or(own));
        }
        let held = procedure.on_behalf.iter().find(|role| person.holds(role));
        let role = held.cloned().ok_or_else(|| Refusal::MayNotOpen {
            procedure: procedure.code.clone(),
        })?;
        let agency = self.office.own_agency.clone().or(person.agency.clone());
        Opening::of(procedure, role, agency)
    }

    /// The agency for which a person's draft would open a request, before it names one itself.
    pub(crate) async fn opening(
        &self,
        conn: &Conn,
        person: PersonId,
        procedure: &Procedure,
    ) -> Result<Option<AgencyCode>, Error> {
        let person = conn.person(person).await?;
        let opening = person.and_then(|person| self.may_open(&person, procedure).ok());
        Ok(opening.and_then(|opening| opening.agency))
    }

    /// The procedure of a request, in the version that it follows.
    pub async fn procedure_of(&self, request: &Request) -> Result<Arc<Procedure>, Error> {
        self.procedure(&request.procedure, request.procedure_version)
            .await
    }

    /// A procedure in the version that a request or draft keeps, to act by. Where it no longer reads, nothing is
    /// done by it.
    pub async fn procedure(
        &self,
        code: &ProcedureCode,
        version: u32,
    ) -> Result<Arc<Procedure>, Error> {
        let procedure = self.shown_procedure(code, version).await?;
        if procedure.lost {
            let code = code.clone();
            return Err(Error::ProcedureLost { code, version });
        }
        Ok(procedure)
    }

    /// As [`Counter::shown_procedure`], of a request.
    pub(crate) async fn shown_procedure_of(
        &self,
        request: &Request,
    ) -> Result<Arc<Procedure>, Error> {
        self.shown_procedure(&request.procedure, request.procedure_version)
            .await
    }

    /// A procedure in the version that a request or draft keeps, to show what is there. Where it no longer reads,
    /// something stands in for it, see [`Procedure::lost`].
    pub(crate) async fn shown_procedure(
        &self,
        code: &ProcedureCode,
        version: u32,
    ) -> Result<Arc<Procedure>, Error> {
        if let Some(current) = self
            .catalogue
            .get(code)
            .filter(|current| current.version == version)
        {
            return Ok(current.clone());
        }
        if let Some(form) = self.house.iter().find(|form| form.code == *code) {
            return Ok(form.clone());
        }
        let key = (code.clone(), version);
        if let Some(read) = self
            .versions
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&key)
        {
            return Ok(read.clone());
        }
        let source = self.db.procedure_source(code, version).await?;
        let source = source.unwrap_or_default();
        let procedure = Arc::new(match read::read(code.as_str(), &source) {
            Ok(procedure) if self.old.contains(&key) => procedure.meant_before_rests(),
            Ok(procedure) => procedure,
            Err(_) => self.stand_in(code, version, &source),
        });
        self.versions
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(key, procedure.clone());
        Ok(procedure)
    }
}

impl Counter {
    fn stand_in(&self, code: &ProcedureCode, version: u32, source: &str) -> Procedure {
        let stand_in = read::stand_in(code, version, source);
        match self.catalogue.get(code) {
            // Who may open it is what a file changes last.
            Some(today) => Procedure {
                title: today.title.clone(),
                opens: today.opens.clone(),
                ..stand_in
            },
            None => stand_in,
        }
    }
}

/// In which role a request is entered, and for which agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    pub role: RoleCode,
    /// None where the form asks for it.
    pub agency: Option<AgencyCode>,
}

impl Opening {
    fn of(
        procedure: &Procedure,
        role: RoleCode,
        agency: Option<AgencyCode>,
    ) -> Result<Opening, Refusal> {
        if agency.is_none() && procedure.agency_from.is_none() {
            return Err(Refusal::NoAgency);
        }
        Ok(Opening { role, agency })
    }

    /// An empty form whose conditions know who fills it.
    pub(crate) fn filling(&self) -> Filling {
        let mut old = Answers::new();
        self.note(&mut old);
        Filling::over(old)
    }

    /// Notes the role among the answers.
    pub(crate) fn note(&self, answers: &mut Answers) {
        let role = Answer::Choice(OptionCode::new(self.role.as_str()));
        answers.set(OPENED_BY.into(), role);
    }
}
