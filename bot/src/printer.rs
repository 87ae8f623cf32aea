//! The printer: what was issued is made, in its order, from what was committed.
//!
//! A paper is made at least once and counts once: a crash between making and marking makes it again, with the same
//! bytes. No act waits for it.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock},
    time::Duration,
};

use anyhow::Context;
use bytes::Bytes;
use domain::{
    Counter, Error, Language, command,
    id::IssuedId,
    office::Office,
    procedure::Catalogue,
    query,
    store::{Hope, IssuedPaper},
    unharmed::attempt,
};
use press::{Press, Sheet, Shop, Spoilt};
use tokio_util::sync::CancellationToken;

use crate::{
    Settings,
    health::Board,
    text::{Words, issued::sheet},
};

/// How many are looked at in one round.
const ROUND: u64 = 64;
/// How often a paper is tried before it is set aside. The time between doubles, so that is some minutes.
const TRIES: u32 = 8;
const FIRST_WAIT: Duration = Duration::from_secs(1);
/// What another process has left behind is found after so long.
const LOOKS_EVERY: Duration = Duration::from_hours(1);

/// Makes the papers that the office issues.
#[derive(Clone)]
pub struct Printer {
    pub counter: Counter,
    pub words: Words,
    pub board: Board,
    pub press: Arc<Press>,
}

/// The press with the office's own templates and arms. What cannot be printed with is said before anything is to be.
pub fn press(
    settings: &Settings,
    office: &Office,
    catalogue: &Catalogue,
) -> anyhow::Result<Arc<Press>> {
    // Fonts and templates are read once, however many bots there are.
    static BUILT_IN: LazyLock<Arc<Press>> = LazyLock::new(|| Arc::new(Press::new(Shop::default())));
    let arms = office.letters.arms.as_ref();
    if settings.procedures.is_none() && arms.is_none() {
        return Ok(BUILT_IN.clone());
    }
    let mut shop = match &settings.procedures {
        Some(folder) => Shop::open(folder).context("the templates cannot be read")?,
        None => Shop::default(),
    };
    if let (Some(name), Some(file)) = (arms, &settings.office) {
        let picture = file.with_file_name(name);
        let picture =
            std::fs::read(&picture).with_context(|| format!("the arms {name} cannot be read"))?;
        shop = shop.with_arms(picture);
    }
    let press = Press::new(shop);
    let mut own: Vec<String> = press.shop().own().map(str::to_owned).collect();
    if arms.is_some() {
        own.push("receipt".to_owned());
    }
    let procedures = catalogue.iter();
    let named: Vec<_> = procedures
        .flat_map(|it| &it.papers)
        .map(|it| &it.template)
        .collect();
    for template in own.iter().filter(|it| named.contains(it) || arms.is_some()) {
        let checked = press.check(template);
        checked.with_context(|| format!("the template {template}.typ cannot be printed with"))?;
    }
    Ok(Arc::new(press))
}

impl Printer {
    /// Makes what is to be made until it is stopped.
    pub async fn run(self, stop: CancellationToken) {
        let mut rests = HashMap::new();
        loop {
            let issues = self.counter.db.issues();
            let wait = match self.look(&mut rests, &stop).await {
                Ok(wait) => {
                    self.board.count(|health| health.issues_seen = Some(issues));
                    wait
                }
                Err(error) => {
                    // The database is in trouble; it is not asked all the time.
                    tracing::error!(%error, "what is to be made cannot be read");
                    tokio::select! {
                        () = stop.cancelled() => return,
                        () = tokio::time::sleep(FIRST_WAIT) => continue,
                    }
                }
            };
            tokio::select! {
                () = stop.cancelled() => return,
                () = self.counter.db.issued_rung() => {}
                () = self.counter.clock.sleep(wait) => {}
            }
        }
    }

    /// Makes all that does not rest. Says after how long something is tried again.
    async fn look(
        &self,
        rests: &mut HashMap<IssuedId, Duration>,
        stop: &CancellationToken,
    ) -> Result<Duration, Error> {
        loop {
            let now = self.counter.clock.passed();
            let most = ROUND + rests.len() as u64;
            let mut due = self.counter.db.unmade_papers(most).await?;
            rests.retain(|id, _| due.iter().any(|paper| paper.id == *id));
            due.retain(|paper| rests.get(&paper.id).is_none_or(|until| *until <= now));
            if due.is_empty() {
                let next = rests.values().min();
                let wait = next.map_or(LOOKS_EVERY, |until| until.saturating_sub(now));
                return Ok(wait.max(Duration::from_millis(1)));
            }
            for paper in due {
                if stop.is_cancelled() {
                    return Ok(LOOKS_EVERY);
                }
                if let Some(wait) = self.make(&paper).await? {
                    rests.insert(paper.id, self.counter.clock.passed() + wait);
                }
            }
        }
    }

    /// Makes one paper; after how long it is tried again, where that did not come to anything.
    async fn make(&self, paper: &IssuedPaper) -> Result<Option<Duration>, Error> {
        let counter = self.counter.for_one_act();
        let Err(error) = attempt(Box::pin(self.print(&counter, paper.clone()))).await else {
            return Ok(None);
        };
        let is_last = paper.attempts + 1 >= TRIES && error.hope() == Hope::None;
        tracing::error!(issued.id = %paper.id, attempts = paper.attempts, %error, is_last, "a paper could not be made");
        command::not_made(&counter, paper, &error.to_string(), is_last).await?;
        Ok((!is_last).then(|| FIRST_WAIT * (1 << paper.attempts.min(8))))
    }

    async fn print(&self, counter: &Counter, paper: IssuedPaper) -> Result<(), Error> {
        let printed = query::printed(counter, paper).await?;
        let speech = self.words.speech(Language::ID);
        let drawn = sheet(&speech, &counter.office, &printed);
        let (press, is_picture) = (self.press.clone(), printed.issue.is_picture());
        let made = tokio::task::spawn_blocking(move || made(&press, &drawn, is_picture)).await;
        let (media, bytes) = made.map_err(std::io::Error::other)??;
        command::keep_made(counter, &printed, media, bytes).await
    }
}

/// The bytes of a paper, and what they are.
fn made(press: &Press, sheet: &Sheet, is_picture: bool) -> Result<(&'static str, Bytes), Error> {
    if is_picture {
        let picture = press.picture(sheet).map_err(std::io::Error::other)?;
        return Ok(("image/png", picture.into()));
    }
    let pdf = printed(press, sheet, "paper").map_err(std::io::Error::other)?;
    Ok(("application/pdf", pdf.into()))
}

/// A sheet as PDF. What no font has is complained of in the log, without saying what it is; `of` names what is printed.
pub(crate) fn printed(press: &Press, sheet: &Sheet, of: &str) -> Result<Vec<u8>, Spoilt> {
    let print = press.print(sheet)?;
    if !print.missing.is_empty() {
        let characters = print.missing.chars().count();
        tracing::warn!(
            characters,
            of,
            "no font has some characters of what is printed"
        );
    }
    Ok(print.pdf)
}

#[cfg(test)]
mod tests {
    use std::{
        io::{self, Write},
        sync::{Mutex, PoisonError},
    };

    use press::Fact;

    use super::*;

    /// What is logged, as text.
    #[derive(Clone, Default)]
    struct Log(Arc<Mutex<Vec<u8>>>);

    impl Write for Log {
        fn write(&mut self, line: &[u8]) -> io::Result<usize> {
            self.0
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .write(line)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// What is logged while a receipt of somebody is printed.
    fn logged(name: &str) -> String {
        let log = Log::default();
        let to = log.clone();
        let logger = tracing_subscriber::fmt()
            .with_ansi(false)
            .with_writer(move || to.clone())
            .finish();
        let sheet = Sheet {
            template: "receipt".into(),
            facts: vec![Fact {
                label: "Pemohon".into(),
                value: name.into(),
            }],
            ..Sheet::default()
        };
        let press = Press::new(Shop::default());
        let pdf = tracing::subscriber::with_default(logger, || printed(&press, &sheet, "receipt"));
        assert!(pdf.unwrap().starts_with(b"%PDF"));
        let lines = log.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        String::from_utf8(lines).unwrap()
    }

    /// It says how many and on what, and not what somebody is called.
    #[test]
    fn what_no_font_has_is_complained_of() {
        assert_eq!(logged("Sari Wulandari"), "");
        let log = logged("Sari 龍ꦱ");
        assert!(
            log.contains("WARN") && log.contains("no font has some characters"),
            "{log}"
        );
        assert!(
            log.contains("characters=2") && log.contains("of=\"receipt\""),
            "{log}"
        );
        assert!(!log.contains('龍') && !log.contains("Sari"), "{log}");
    }
}
