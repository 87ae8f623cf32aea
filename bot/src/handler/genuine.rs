//! Whether a paper is genuine.

use bytes::Bytes;
use domain::{
    Error, check_code,
    fingerprint::fingerprint,
    query::{self, CheckedFile, GenuinePaper},
};

use super::{
    Said, Visit,
    file::{File, enough, fetch},
    say,
};
use crate::text::{Html, Screen, issued, numbers, signed, words::t};

/// What is to be known of the paper with a code that someone has typed, or with a number that was written by hand.
pub async fn check(visit: &Visit, typed: &str) -> Said {
    let speech = &visit.speech;
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(say(Screen::new(t!(speech, "check-ask"))));
    }
    let text = match query::check_paper(&visit.counter, typed).await? {
        Some(GenuinePaper::Issued(paper)) => issued::checked(speech, &visit.counter.office, &paper),
        Some(GenuinePaper::OnPaper(number)) => numbers::checked(speech, &visit.counter, &number),
        None if check_code::read(typed).is_none() => t!(speech, "check-no-code", typed = typed),
        None => t!(speech, "check-unknown", code = typed),
    };
    Ok(say(Screen::new(text)))
}

/// The same for a stranger, by the code alone: numbers follow each other, and whoever counts through them would learn of
/// letters that they do not hold.
pub async fn check_by_code(visit: &Visit, typed: &str) -> Said {
    if check_code::read(typed).is_some() {
        return check(visit, typed).await;
    }
    let text = t!(visit.speech, "check-no-code", typed = typed.trim());
    Ok(say(Screen::new(text)))
}

/// What is to be known of a file that someone has sent with the question whether it is genuine.
pub async fn check_file(visit: &Visit, sent: &File) -> Said {
    let passed = visit.counter.clock.passed();
    if let Err(too_much) = visit.gate.file(visit.account, sent.size, passed) {
        return Ok(say(Screen::new(enough(visit, too_much))));
    }
    let text = match fetch(visit, sent).await {
        Some(bytes) => found(visit, bytes).await?,
        None => t!(visit.speech, "paper-not-fetched"),
    };
    Ok(say(Screen::new(text)))
}

async fn found(visit: &Visit, bytes: Bytes) -> Result<Html, Error> {
    let (speech, office) = (&visit.speech, &visit.counter.office);
    let held = HeldFile::of(bytes).await?;
    Ok(
        match query::check_file(&visit.counter, &held.file, &held.prints()).await? {
            CheckedFile::Genuine { paper, is_current } => {
                let mut text = issued::checked(speech, office, &paper);
                if !is_current {
                    text.line(t!(speech, "check-file-unsigned"));
                }
                text
            }
            CheckedFile::Begins { paper, part } => {
                signed::begins(speech, &paper.title, held.signatures(part).await?)
            }
            CheckedFile::Unknown => t!(speech, "check-file-unknown"),
        },
    )
}

/// A file that somebody has sent, and the parts with which it begins.
pub struct HeldFile {
    pub bytes: Bytes,
    /// Its fingerprint.
    pub file: String,
    parts: Vec<(usize, String)>,
}

impl HeldFile {
    /// Looks through a file beside everything else that the bot does.
    pub async fn of(bytes: Bytes) -> Result<HeldFile, Error> {
        let looking = tokio::task::spawn_blocking(move || HeldFile {
            file: fingerprint(&bytes),
            parts: press::signed::parts(&bytes),
            bytes,
        });
        Ok(looking.await.map_err(std::io::Error::other)?)
    }

    /// The fingerprints of the parts.
    pub fn prints(&self) -> Vec<String> {
        self.parts.iter().map(|(_, print)| print.clone()).collect()
    }

    /// How many signatures it holds, if it is the paper that this part of it is.
    pub async fn signatures(
        &self,
        part: usize,
    ) -> Result<Result<usize, press::signed::Missigned>, Error> {
        let length = self.parts.get(part).map_or(0, |(length, _)| *length);
        let bytes = self.bytes.clone();
        let looking = tokio::task::spawn_blocking(move || {
            press::signed::signatures(&bytes[..length], &bytes)
        });
        Ok(looking.await.map_err(std::io::Error::other)?)
    }
}
