//! Every command, as the table names it and as it is tried.

use bytes::Bytes;
use chrono::NaiveDate;
use domain::{
    Counter, Error, Refusal,
    act::NumberOnPaper,
    calendar::{CalendarAct, import::Imported},
    code::{AgencyCode, RoleCode},
    command::{
        self, FormAct, decide_in_a_row, groups,
        people::{NewMandate, PeopleAct, adopt, carry_out, stand_in},
        recall,
    },
    house::{Chosen, House},
    id::{AccountId, IssuedId, MandateId, PersonId, TaskId},
    mandate::MandateKind,
    person::Person,
    procedure::Input,
    query::{self, Extract, Extracting, Period, Report, Reporting, SentBack},
    request::word::FOR_ALL,
    store::Added,
    survey::Grade,
};
use futures::future::BoxFuture;

/// What a command is tried on.
pub(super) struct Things {
    pub token: String,
    pub task: TaskId,
    /// A task of another request, at the desk of the head of the agency.
    pub disposition: TaskId,
    pub mandate: MandateId,
    pub rudi: PersonId,
    pub wati: PersonId,
    pub toni: PersonId,
    pub yudi: PersonId,
    pub arif: PersonId,
    pub lina: PersonId,
    /// A group that nobody has said the purpose of.
    pub group: PersonId,
    /// The receipt of the request.
    pub receipt: IssuedId,
    /// The survey that the applicant was asked.
    pub survey: String,
    /// What is there only later.
    pub later: Option<Later>,
}

/// What is there only once something has happened.
pub(super) struct Later {
    /// A request that ended because its applicant did not answer.
    pub silent: String,
    /// One that has passed the first desk by itself.
    pub passed: String,
    /// A task whose holder holds the next one as well.
    pub first_of_two: TaskId,
    /// A list of days off that is shown and not saved yet.
    pub list: String,
    /// The day about which administrators were asked.
    pub day: NaiveDate,
}

pub(super) type Try =
    for<'a> fn(&'a Counter, &'a Person, &'a Things) -> BoxFuture<'a, Result<(), Error>>;

/// A command as the table names it.
macro_rules! commands {
    ($($name:literal => |$counter:ident, $by:ident, $things:ident| $act:expr;)*) => {
        [$((
            $name,
            {
                fn it<'a>(
                    $counter: &'a domain::Counter,
                    $by: &'a domain::person::Person,
                    $things: &'a $crate::rights::commands::Things,
                ) -> futures::future::BoxFuture<'a, Result<(), domain::Error>> {
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
pub(super) use commands;

fn role(code: &str) -> RoleCode {
    RoleCode::new(code)
}

fn agency(code: &str) -> AgencyCode {
    AgencyCode::new(code)
}

pub(super) fn deputy(
    kind: MandateKind,
    of: PersonId,
    post: &str,
    deputy: Option<PersonId>,
    c: &Counter,
) -> PeopleAct {
    PeopleAct::NameDeputy(NewMandate {
        kind,
        role: role(post),
        principal: Some(of),
        deputy,
        from: c.today(),
        until: (kind != MandateKind::Standing).then(|| c.today()),
        letter: "800/1/2026".to_owned(),
    })
}

/// The first number of a series, written by hand today.
async fn enters_number(counter: &Counter, by: &Person) -> Result<(), Error> {
    let (procedure, paper) = ("hosting".into(), "laporan-hosting".into());
    let chosen = Chosen {
        series: Some((procedure, paper)),
        ..Chosen::default()
    };
    let page = command::begin_house(counter, by, House::Number, &chosen).await?;
    let number = NumberOnPaper {
        procedure: "hosting".into(),
        paper: "laporan-hosting".into(),
        written: "1".to_owned(),
        day: counter.today(),
        agency: agency("dinsos"),
        subject: "Hasil".to_owned(),
        ticket: None,
    };
    let entered = command::enter_number(counter, by, &page.draft, &number).await;
    entered.map(|_| ())
}

/// A file takes the place of a paper.
async fn sends_back(counter: &Counter, by: &Person, paper: IssuedId) -> Result<(), Error> {
    let (issued, issue, dossier) = query::issued_for(counter, by, paper).await?;
    let back = SentBack {
        issued,
        issue,
        dossier,
        part: 0,
    };
    command::keep_signed(counter, by, &back, Bytes::from_static(b"%PDF-1.7 signed")).await
}

/// What is left out tells why.
async fn together(counter: &Counter, by: &Person, task: TaskId) -> Result<(), Error> {
    let done = command::decide_together(counter, by, &[task]).await?;
    match done.left_out.into_iter().next() {
        Some((_, refusal)) => Err(refusal.into()),
        None => Ok(()),
    }
}

pub(super) const COMMANDS: &[(&str, Try)] = &commands! {
    "open a request" => |c, by, _things| command::begin(c, by, &"hosting".into());
    "see the request" => |c, by, t| query::dossier_for(c, by, &t.token);
    "decide at the coordinators' desk" => |c, by, t| command::decide(c, by, t.task, |step| step.outcome(&"lengkap".into()));
    "decide two steps in one go" => |c, by, t| decide_in_a_row(c, by, t.task, 2);
    "decide several dispositions in one go" => |c, by, t| together(c, by, t.disposition);
    "remind the holders of the request" => |c, by, t| command::nudge(c, by, &t.token);
    "send the form that is filled in" => |c, by, _things| sends(c, by);
    "write to the request's desk" => |c, by, t| writes(c, by, &t.token);
    "take the task over" => |c, by, t| stand_in(c, by, t.task);
    "take back what passed by itself" => |c, by, t| recall(c, by, &t.token);
    "answer for the request" => |c, by, t| adopt(c, by, &t.token);
    "open the request again" => |c, by, t| command::reopen(c, by, &t.token);
    "begin a request again from its answers" => |c, by, t| command::begin_again(c, by, &t.token);
    "object to a decision about the request" => |c, by, t| command::begin_follow_up(c, by, &t.token);
    "answer the applicant's survey" => |c, by, t| command::answer_survey(c, by, &t.survey, Some((0, Grade::ALL[2])));
    "fetch the receipt" => |c, by, t| query::issued_for(c, by, t.receipt);
    "send the receipt back signed" => |c, by, t| sends_back(c, by, t.receipt);
    "withdraw the request" => |c, by, t| command::withdraw(c, by, &t.token);
    "see all requests" => |c, by, _things| query::overview(c, by, &query::View::Stranded, 0);
    "look for a request" => |c, by, _things| query::find_requests(c, by, "hwa", 0);
    "see how long steps take" => |c, by, _things| {
        query::figures(c, by, &query::Side::Procedures, None)
    };
    "read the register of subdomains" => |c, by, _things| {
        subdomains(c, by)
    };
    "take the register of subdomains along" => |c, by, _things| takes_subdomains(c, by);
    "have the report on subdomains" => |c, by, _things| reports_on_subdomains(c, by);
    "see the numbers on paper" => |c, by, _things| query::numbers(c, by);
    "enter a number from paper" => |c, by, _things| enters_number(c, by);
    "see everyone" => |c, by, _things| query::people(c, by, false, 0);
    "see the staff" => |c, by, _things| query::people(c, by, true, 0);
    "see the file of the technician" => |c, by, t| query::file(c, by, t.toni);
    "see the file of the coordinator" => |c, by, t| query::file(c, by, t.rudi);
    "invite a contact person" => |c, by, _things| done(c, by, PeopleAct::Invite {
        role: role("pic"),
        agency: Some(agency("dinsos")),
        name: "Rina".to_owned(),
    });
    "invite an administrator" => |c, by, _things| done(c, by, PeopleAct::Invite {
        role: role("administrator"),
        agency: None,
        name: "Adi".to_owned(),
    });
    "give the technician a post" => |c, by, t| done(c, by, PeopleAct::Give {
        person: t.toni,
        role: role("operator"),
    });
    "make the technician an administrator" => |c, by, t| done(c, by, PeopleAct::Give {
        person: t.toni,
        role: role("administrator"),
    });
    "give oneself a post" => |c, by, _things| done(c, by, PeopleAct::Give {
        person: by.id,
        role: role("agency-head"),
    });
    "take the technician's post away" => |c, by, t| done(c, by, PeopleAct::Take {
        person: t.toni,
        role: role("technical-team"),
    });
    "move a contact person" => |c, by, t| done(c, by, PeopleAct::Move {
        person: t.yudi,
        agency: agency("dinkes"),
    });
    "see the technician off" => |c, by, t| done(c, by, PeopleAct::Leave { person: t.toni });
    "make a link for a new account" => |c, by, t| done(c, by, PeopleAct::Renew { person: t.toni });
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
        done(c, by, PeopleAct::EndDeputy { mandate: t.mandate })
    };
    "let the head's disposition pass" => |c, by, t| {
        done(c, by, deputy(MandateKind::Standing, t.arif, "agency-head", None, c))
    };
    "rename an agency" => |c, by, _things| done(c, by, PeopleAct::RenameAgency {
        agency: agency("dinsos"),
        name: "Dinas Sosial Baru".to_owned(),
    });
    "merge two agencies" => |c, by, _things| done(c, by, PeopleAct::MergeAgency {
        agency: agency("dinsos"),
        into: agency("dinkes"),
    });
    "look at the calendar" => |c, by, _things| async {
        query::calendar::calendar(c, by).map(|_| ()).map_err(Error::from)
    };
    "enter a day off" => |c, by, _things| calendar(c, by, CalendarAct::RemoveDay(natal()));
    "change the hours" => |c, by, _things| {
        calendar(c, by, CalendarAct::RemoveTerm(c.office.calendar.hours[1].tag()))
    };
    "send a list of days off" => |c, by, _things| {
        sends_list(c, by)
    };
    "see the groups" => |c, by, _things| query::groups::groups(c, by);
    "bring the bot into a group" => |c, by, _things| brings_in(c, by);
    "say what a group is for" => |c, by, t| groups::bind(c, by, t.group, &role("helpdesk"));
    "let a group go" => |c, by, t| groups::release(c, by, t.group);
};

/// What they have filled in before, up to the last question.
async fn sends(counter: &Counter, by: &Person) -> Result<(), Error> {
    let drafts = counter.db.drafts(by.id).await?;
    let draft = drafts.first().ok_or(Refusal::DraftGone)?;
    let page = command::look_up(counter, by, &draft.token).await?;
    command::send(counter, by, page).await.map(|_| ())
}

async fn writes(counter: &Counter, by: &Person, token: &str) -> Result<(), Error> {
    let said = Some("Mohon kabar.".to_owned());
    let (page, _) = command::begin_word(counter, by, token, said).await?;
    let page = if page.draft.filling.finish(&page.form).is_ok() {
        page
    } else {
        // The office's own are asked who reads it.
        let all = FormAct::Answer(Input::Options(vec![FOR_ALL.into()]));
        command::fill(counter, by, page, all).await?
    };
    command::send(counter, by, page).await.map(|_| ())
}

fn natal() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 25).unwrap()
}

async fn calendar(counter: &Counter, by: &Person, entry: CalendarAct) -> Result<bool, Error> {
    command::calendar::carry_out(counter, Some(by), &entry).await
}

async fn sends_list(counter: &Counter, by: &Person) -> Result<String, Error> {
    command::calendar::keep_import(counter, by, &Imported::default()).await
}

/// Whoever brings the bot into a group: does it stay?
async fn brings_in(counter: &Counter, by: &Person) -> Result<(), Error> {
    let new = Added {
        account: AccountId(-4_000_777),
        title: "Grup".to_owned(),
        topics: false,
        may_be_moving: false,
    };
    let stays = groups::added(counter, Some(by), &new).await?;
    stays.then_some(()).ok_or(Refusal::OnlyAdministrator.into())
}

async fn subdomains(counter: &Counter, by: &Person) -> Result<(), Error> {
    let register = "subdomain".into();
    query::leaf(counter, by, &register, true, 0)
        .await
        .map(|_| ())
}

/// Every page of it, as the file is made.
async fn takes_subdomains(counter: &Counter, by: &Person) -> Result<(), Error> {
    let extract = Extract {
        register: "subdomain".into(),
        year: None,
    };
    let length = query::count_extract(counter, Some(by), &extract).await;
    let register = extract.register.clone();
    let read = Extracting::begin(extract).next(counter, Some(by)).await;
    let years = query::extract_years(counter, by, &register).await;
    assert_eq!(length.is_ok(), read.is_ok());
    assert_eq!(length.is_ok(), years.is_ok());
    read.map(|_| ())
}

/// Every page of it, and the times, as the file is made.
async fn reports_on_subdomains(counter: &Counter, by: &Person) -> Result<(), Error> {
    let report = Report {
        procedure: "subdomain".into(),
        period: Period::year(counter.today()),
        agency: None,
        stood: None,
    };
    let times = query::report_times(counter, Some(by), &report).await;
    let begun = Reporting::begin(counter, Some(by), report);
    assert_eq!(begun.is_ok(), times.is_ok());
    begun?.next(counter, Some(by)).await.map(|_| ())
}

async fn done(counter: &Counter, by: &Person, act: PeopleAct) -> Result<(), Error> {
    carry_out(counter, by, &act).await.map(|_| ())
}
