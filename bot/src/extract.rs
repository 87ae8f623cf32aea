//! What people take along becomes a file: a register, a report, the standard of a service. It is read page by page, written beside everything else that the bot
//! does, and never more of it in memory than a page, a file for the chat apart.

mod in_hand;
mod report;
mod short_list;
mod survey;

use std::{
    collections::HashSet,
    fmt,
    io::{Seek, Write},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use chrono::{DateTime, Utc};
use domain::{
    Counter, Refusal,
    code::ProcedureCode,
    id::AccountId,
    office::Office,
    person::Person,
    query::{Extract, ExtractLine, Extracting, Period, Report, listed_numbers},
    store::Anchor,
};
use press::{
    Press, Spoilt,
    list::{CsvList, ListFault, XlsxBook},
};
use tokio::sync::{Semaphore, mpsc};

pub use self::in_hand::{Begun, LinesRead};
use self::{in_hand::InMaking, short_list::ShortList};
use crate::{
    printer::printed,
    settings::TOLD_EVERY,
    text::{
        Speech,
        extract::{ExtractList, sheet},
        number_list, standard,
    },
};

/// Nobody reads more lines on paper, and setting them would take the machine for long.
pub const PAPER_HOLDS: u64 = 2_000;

/// As what kind of file a register is taken along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, clap::ValueEnum)]
pub enum ExtractForm {
    Xlsx,
    Pdf,
    /// For machines.
    Csv,
}

impl ExtractForm {
    pub const ALL: [ExtractForm; 3] = [ExtractForm::Xlsx, ExtractForm::Pdf, ExtractForm::Csv];

    /// The ending of the file's name.
    pub fn ending(self) -> &'static str {
        match self {
            ExtractForm::Xlsx => "xlsx",
            ExtractForm::Pdf => "pdf",
            ExtractForm::Csv => "csv",
        }
    }
}

/// What can be made into a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum FileToMake {
    Register(Extract),
    Report(Report),
    /// The service standard of a procedure; always on paper.
    Standard(ProcedureCode),
    /// What was counted in the survey; never on paper.
    Survey(Period),
    /// The numbers that were written by hand, of a year or of all; never on paper.
    Numbers(Option<i32>),
}

/// For the log: what it is about, and of nobody.
impl fmt::Display for FileToMake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FileToMake::Register(extract) => write!(f, "register {}", extract.register),
            FileToMake::Report(report) => write!(f, "report {}", report.procedure),
            FileToMake::Standard(code) => write!(f, "standard {code}"),
            FileToMake::Survey(period) => write!(f, "survey {period}"),
            FileToMake::Numbers(_) => f.write_str("numbers on paper"),
        }
    }
}

/// What is to be made, for whom.
#[derive(Debug, Clone)]
pub struct Order {
    pub what: FileToMake,
    pub form: ExtractForm,
    /// Who asks; nobody where the command line does.
    pub by: Option<Person>,
    pub speech: Speech,
}

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
pub enum ExtractFault {
    #[error(transparent)]
    Asked(#[from] domain::Error),
    #[error("there are more lines than fit on paper")]
    TooLong,
    #[error("this list is made for Excel and as CSV, and not on paper")]
    NotOnPaper,
    #[error("the file is larger than Telegram takes")]
    TooLarge,
    #[error(transparent)]
    List(#[from] ListFault),
    #[error(transparent)]
    Paper(#[from] Spoilt),
    #[error(transparent)]
    File(#[from] std::io::Error),
    #[error("the work ended before its end: {0}")]
    Work(#[from] tokio::task::JoinError),
}

/// Makes one file after the other, so that many who want one need no more memory than one. Cloning is cheap.
#[derive(Clone)]
pub struct Extractor {
    press: Arc<Press>,
    turn: Arc<Semaphore>,
    in_hand: Arc<Mutex<HashSet<InMaking>>>,
    /// How often a chat hears how far a file is that takes its time.
    pub told_every: Duration,
}

impl Extractor {
    pub fn new(press: Arc<Press>) -> Extractor {
        Extractor {
            press,
            turn: Arc::new(Semaphore::new(1)),
            in_hand: Arc::default(),
            told_every: TOLD_EVERY,
        }
    }

    /// None where the same is being made for this chat already: who taps twice means one file.
    pub fn begin(&self, chat: AccountId, order: &Order) -> Option<Begun> {
        let what = (chat, order.what.clone(), order.form);
        let mut in_hand = self.in_hand.lock().unwrap_or_else(PoisonError::into_inner);
        in_hand.insert(what.clone()).then(|| Begun {
            extractor: self.clone(),
            what,
        })
    }

    /// Writes what is ordered, and gives back what was written to, with the number of lines.
    pub async fn write<W>(
        &self,
        counter: &Counter,
        order: &Order,
        to: W,
    ) -> Result<(W, u64), ExtractFault>
    where
        W: Write + Seek + Send + 'static,
    {
        self.write_telling(counter, order, to, &LinesRead::default())
            .await
    }

    /// The same; meanwhile it can be seen how far it is.
    pub async fn write_telling<W>(
        &self,
        counter: &Counter,
        order: &Order,
        to: W,
        so_far: &LinesRead,
    ) -> Result<(W, u64), ExtractFault>
    where
        W: Write + Seek + Send + 'static,
    {
        let _turn = self.turn.acquire().await;
        match &order.what {
            FileToMake::Register(extract) => {
                self.register((counter, so_far), order, extract, to).await
            }
            FileToMake::Report(it) => {
                report::write(&self.press, (counter, so_far), order, it, to).await
            }
            FileToMake::Standard(code) => self.standard(counter, order, code, to).await,
            FileToMake::Survey(period) => {
                let list = survey::listed(counter, order, *period).await?;
                list.write(counter, order.form, to)
            }
            FileToMake::Numbers(year) => {
                let numbers = listed_numbers(counter, *year).await?;
                let list = ShortList {
                    plan: number_list::plan(&order.speech),
                    lines: number_list::lines(&order.speech, counter, &numbers),
                };
                list.write(counter, order.form, to)
            }
        }
    }

    /// The standard of a service, as it is today.
    async fn standard<W>(
        &self,
        counter: &Counter,
        order: &Order,
        code: &ProcedureCode,
        mut to: W,
    ) -> Result<(W, u64), ExtractFault>
    where
        W: Write + Seek + Send + 'static,
    {
        let procedure = standard::service_of(counter, code);
        let procedure = procedure.ok_or(domain::Error::from(Refusal::NoSuchButton))?;
        let drawn = standard::sheet(&order.speech, &counter.office, procedure, counter.now());
        let press = self.press.clone();
        let printing = tokio::task::spawn_blocking(move || {
            to.write_all(&printed(&press, &drawn, "standard")?)?;
            Ok(to)
        });
        let printed: Result<W, ExtractFault> = printing.await?;
        Ok((printed?, 1))
    }

    async fn register<W>(
        &self,
        (counter, so_far): (&Counter, &LinesRead),
        order: &Order,
        extract: &Extract,
        to: W,
    ) -> Result<(W, u64), ExtractFault>
    where
        W: Write + Seek + Send + 'static,
    {
        let mut extracting = Extracting::begin(extract.clone());
        let mut page = extracting.next(counter, order.by.as_ref()).await?;
        let anchor = counter.db.anchor().await?;
        let writer =
            ExtractWriter::begin(counter, order, extract, (self.press.clone(), anchor), to)?;
        let (hands, taken) = mpsc::channel(1);
        let writing = tokio::task::spawn_blocking(move || writer.write_all(taken));
        let (mut lines, mut read) = (0, Ok(()));
        while !page.is_empty() {
            lines += page.len() as u64;
            so_far.reaches(lines);
            if order.form == ExtractForm::Pdf && lines > PAPER_HOLDS {
                read = Err(ExtractFault::TooLong);
                break;
            }
            if hands.send(Some(page)).await.is_err() {
                // Whoever writes has given up, and says why.
                break;
            }
            page = match extracting.next(counter, order.by.as_ref()).await {
                Ok(page) => page,
                Err(error) => {
                    read = Err(error.into());
                    break;
                }
            };
        }
        if read.is_ok() {
            let _ = hands.send(None).await;
        }
        drop(hands);
        let written = writing.await?;
        read?;
        Ok((written?, lines))
    }
}

/// An extract while it is written, on a thread of its own.
struct ExtractWriter<W: Write> {
    list: ExtractList,
    speech: Speech,
    office: Arc<Office>,
    extract: Extract,
    at: DateTime<Utc>,
    /// How the chain of all that happened ended then.
    anchor: Anchor,
    press: Arc<Press>,
    into: WrittenInto<W>,
}

enum WrittenInto<W: Write> {
    Xlsx(Box<XlsxBook>, W),
    Csv(Box<CsvList<W>>),
    /// All lines: a table is laid out as a whole.
    Pdf(Vec<ExtractLine>, W),
}

impl<W: Write + Seek + Send> ExtractWriter<W> {
    fn begin(
        counter: &Counter,
        order: &Order,
        extract: &Extract,
        (press, anchor): (Arc<Press>, Anchor),
        to: W,
    ) -> Result<Self, ExtractFault> {
        let office = counter.office.clone();
        let missing = || domain::Error::Missing("register that is taken along");
        let register = office.register(&extract.register);
        let register = register.ok_or_else(missing)?;
        let list = ExtractList::of(&order.speech, &office, &counter.catalogue, register);
        let at = counter.now();
        let into = match order.form {
            ExtractForm::Xlsx => {
                let mut book = XlsxBook::new(&list.plan().name, at);
                book.list(list.plan().clone())?;
                WrittenInto::Xlsx(Box::new(book), to)
            }
            ExtractForm::Csv => {
                WrittenInto::Csv(Box::new(CsvList::begin(list.plan().clone(), to)?))
            }
            ExtractForm::Pdf => WrittenInto::Pdf(Vec::new(), to),
        };
        Ok(ExtractWriter {
            list,
            speech: order.speech.clone(),
            office,
            extract: extract.clone(),
            at,
            anchor,
            press,
            into,
        })
    }

    /// Writes page after page. Where they break off without an end, the file is given up.
    fn write_all(
        mut self,
        mut pages: mpsc::Receiver<Option<Vec<ExtractLine>>>,
    ) -> Result<W, ExtractFault> {
        loop {
            match pages.blocking_recv() {
                Some(Some(page)) => self.page(page)?,
                Some(None) => return self.finish(),
                None => return Err(ExtractFault::File(std::io::ErrorKind::BrokenPipe.into())),
            }
        }
    }

    fn page(&mut self, page: Vec<ExtractLine>) -> Result<(), ExtractFault> {
        let cells = |line: &ExtractLine| self.list.cells(&self.speech, &self.office, line);
        match &mut self.into {
            WrittenInto::Xlsx(book, _) => {
                for line in &page {
                    book.line(&cells(line))?;
                }
            }
            WrittenInto::Csv(list) => {
                for line in &page {
                    list.line(&cells(line))?;
                }
            }
            WrittenInto::Pdf(lines, _) => lines.extend(page),
        }
        Ok(())
    }

    fn finish(self) -> Result<W, ExtractFault> {
        match self.into {
            WrittenInto::Xlsx(book, mut to) => {
                book.finish(&mut to)?;
                Ok(to)
            }
            WrittenInto::Csv(list) => Ok(list.finish()?),
            WrittenInto::Pdf(lines, mut to) => {
                let drawn = sheet(
                    &self.speech,
                    &self.office,
                    &self.extract,
                    &self.list,
                    (&lines, self.at, &self.anchor),
                );
                to.write_all(&printed(&self.press, &drawn, "register")?)?;
                Ok(to)
            }
        }
    }
}
