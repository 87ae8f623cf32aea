//! The papers that the office has issued: found again, and told from forged ones.

use std::sync::Arc;

use super::{
    acting::Acting,
    dossier::{Dossier, dossier, may_see},
    history::{Happened, passage_at, written},
    numbered::{CheckedNumber, checked_number},
};
use crate::{
    Counter, Error, Refusal, Text, check_code,
    code::RoleCode,
    id::IssuedId,
    person::Person,
    procedure::{Issue, Procedure, Reader},
    request::Standing,
    store::IssuedPaper,
};

/// The papers of a request that a person may have, oldest first.
pub async fn issued(
    counter: &Counter,
    person: &Person,
    dossier: &Dossier,
) -> Result<Vec<(IssuedPaper, Issue)>, Error> {
    if !may_see(counter, &counter.db, person, dossier).await? {
        return Err(Refusal::MayNotSee.into());
    }
    let reader = dossier.reader(person);
    let all = counter.db.issued_of(dossier.request.id).await?;
    let may_have = all.into_iter().filter_map(|issued| {
        let issue = dossier.procedure.paper(&issued.paper)?.clone();
        (issue.bearer.includes(reader) && issued.removed.is_none()).then_some((issued, issue))
    });
    Ok(may_have.collect())
}

/// One paper that a person may have, with its request. Refused unless they may see the request, and the paper is for
/// whoever they read it as.
pub async fn issued_for(
    counter: &Counter,
    person: &Person,
    id: IssuedId,
) -> Result<(IssuedPaper, Issue, Dossier), Error> {
    let found = counter.db.issued(id).await?.ok_or(Refusal::NoSuchButton)?;
    let dossier = of(counter, &found).await?;
    let all = issued(counter, person, &dossier).await?;
    let own = all.into_iter().find(|(issued, _)| issued.id == id);
    let (issued, issue) = own.ok_or(Refusal::MayNotSee)?;
    Ok((issued, issue, dossier))
}

/// The request of a paper, as it is now.
pub(super) async fn of(counter: &Counter, issued: &IssuedPaper) -> Result<Dossier, Error> {
    let request = counter.db.request(issued.request).await?;
    dossier(
        counter,
        request.ok_or(Error::Missing("request of a paper"))?,
    )
    .await
}

/// What anyone whom the office knows may learn of a paper that they hold in hand.
#[derive(Debug, Clone)]
pub struct CheckedPaper {
    pub issued: IssuedPaper,
    pub title: Text,
    pub ticket: String,
    pub procedure: Arc<Procedure>,
    pub agency: Text,
    /// The post that decided, and for whom; none where the applicant's own act issued it.
    pub signed: Option<(RoleCode, Option<Acting>)>,
    pub validity: Validity,
}

/// Whether what a genuine paper says still holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Validity {
    Valid,
    /// A later paper stands in its place.
    Superseded,
    /// It was for a step that the request has left.
    Over,
}

/// A paper of the office.
#[derive(Debug, Clone)]
pub enum GenuinePaper {
    Issued(Box<CheckedPaper>),
    /// Its number was written on paper while Loket stood still, and entered afterwards.
    OnPaper(Box<CheckedNumber>),
}

/// The paper with a code, or one that was numbered on paper, by its number; none where the office has issued no such
/// paper.
pub async fn check_paper(counter: &Counter, typed: &str) -> Result<Option<GenuinePaper>, Error> {
    let code = check_code::read(typed);
    let issued = match &code {
        Some(code) => counter.db.issued_by_code(code).await?,
        None => None,
    };
    if let Some(issued) = issued {
        let checked = checked(counter, issued).await?;
        return Ok(Some(GenuinePaper::Issued(Box::new(checked))));
    }
    let number = checked_number(counter, code.as_deref(), typed).await?;
    Ok(number.map(|it| GenuinePaper::OnPaper(Box::new(it))))
}

/// What a file is that somebody holds.
#[derive(Debug, Clone)]
pub enum CheckedFile {
    /// A paper as it was made or signed; where another file stands in its place since, that one is named.
    Genuine {
        paper: Box<CheckedPaper>,
        is_current: bool,
    },
    /// It begins as a paper, which is this part of it, and goes on otherwise.
    Begins {
        paper: Box<CheckedPaper>,
        part: usize,
    },
    Unknown,
}

/// What a file is, by its fingerprint and those of the parts with which it begins.
pub async fn check_file(
    counter: &Counter,
    file: &str,
    parts: &[String],
) -> Result<CheckedFile, Error> {
    if let Some(issued) = counter.db.issued_as(file).await? {
        return Ok(CheckedFile::Genuine {
            is_current: issued.sha256() == Some(file),
            paper: Box::new(checked(counter, issued).await?),
        });
    }
    for (part, sha256) in parts.iter().enumerate() {
        if let Some(issued) = counter.db.issued_as(sha256).await? {
            let paper = Box::new(checked(counter, issued).await?);
            return Ok(CheckedFile::Begins { paper, part });
        }
    }
    Ok(CheckedFile::Unknown)
}

/// A paper that somebody sends back, with more behind it.
#[derive(Debug, Clone)]
pub struct SentBack {
    pub issued: IssuedPaper,
    pub issue: Issue,
    pub dossier: Dossier,
    /// Which of the parts with which the file begins is the paper as it was made.
    pub part: usize,
}

/// The paper that somebody sends back, by the fingerprints of the file and of the parts with which it begins; none where
/// it is none of those that they may have. The office's own people send papers back.
///
/// Refused where the paper has come back signed in another file: one of the two would be lost.
pub async fn sent_back(
    counter: &Counter,
    person: &Person,
    file: &str,
    parts: &[String],
) -> Result<Option<SentBack>, Error> {
    for (part, sha256) in parts.iter().enumerate() {
        let found = counter.db.issued_as(sha256).await?;
        let made = found.filter(|it| it.made.as_ref().is_some_and(|it| it.sha256 == *sha256));
        let Some(made) = made else { continue };
        let (issued, issue, dossier) = match issued_for(counter, person, made.id).await {
            Err(Error::Refused(_)) => continue,
            found => found?,
        };
        let is_known = |it: &str| it == file || parts.iter().any(|part| part == it);
        let signed = issued.signed.as_ref();
        if signed.is_some_and(|signed| !is_known(&signed.sha256)) {
            return Err(Refusal::SignedElsewhere.into());
        }
        return Ok(Some(SentBack {
            issued,
            issue,
            dossier,
            part,
        }));
    }
    Ok(None)
}

/// What anyone may learn of a paper.
async fn checked(counter: &Counter, issued: IssuedPaper) -> Result<CheckedPaper, Error> {
    let dossier = of(counter, &issued).await?;
    let Some(issue) = dossier.procedure.paper(&issued.paper) else {
        return Err(Error::Missing("paper of a procedure"));
    };
    let is_over = match &dossier.request.state.standing {
        Standing::At(step) => !issue.holds_at.is_empty() && !issue.holds_at.contains(step),
        Standing::Ended(_) => !issue.holds_at.is_empty(),
    };
    let validity = if issued.superseded.is_some() {
        Validity::Superseded
    } else if is_over {
        Validity::Over
    } else {
        Validity::Valid
    };
    let passage = passage_at(counter, &dossier, issued.seq, Reader::Agency).await?;
    let decided = match passage {
        Some(passage) => Some(written(counter, passage).await?),
        None => None,
    };
    let signed = decided.and_then(|decided| match decided.happened {
        Happened::Decided { behalf, passage } => {
            Some((passage.decision.role.clone(), behalf.map(|it| *it)))
        }
        _ => None,
    });
    Ok(CheckedPaper {
        title: issue.title.clone(),
        ticket: dossier.request.ticket.clone(),
        procedure: Arc::clone(&dossier.procedure),
        agency: dossier.agency.clone(),
        signed,
        validity,
        issued,
    })
}
