//! Reading the registers, and searching them.

use domain::{
    Counter, Error, Refusal,
    code::RegisterCode,
    house::{Chosen, House},
    office::Register,
    person::Person,
    query::{self, Extract},
    rights::may_enter_numbers,
    store::NumberedPaper,
};

use super::{Said, Visit, house, request, visit::Tap};
use crate::{
    button::RegistersPress,
    extract::{ExtractForm, FileToMake, Order, PAPER_HOLDS},
    text::{self, Screen, words::t},
    voice::Reply,
};

/// A tap on a button of the registers.
pub async fn press(visit: &Visit, person: &Person, tap: &Tap, press: RegistersPress) -> Said {
    let Visit {
        counter, speech, ..
    } = visit;
    let screen = match press {
        RegistersPress::All => all(visit, person),
        RegistersPress::Leaf {
            register,
            open,
            page,
        } => {
            let leaf = query::leaf(counter, person, &register, open, page).await?;
            text::register::leaf(speech, counter, &register, open, &leaf)
        }
        RegistersPress::Find { page, words } => {
            let words = words.as_str();
            let leaf = query::find_lines(counter, person, words, page).await?;
            text::register::found(speech, counter, words, &leaf)
        }
        RegistersPress::Line(line) => {
            let line = query::line(counter, person, line).await?;
            text::register::line(speech, counter, &line)
        }
        // Whoever reads the register may see what the line was written for.
        RegistersPress::Request(line) => {
            let dossier = query::dossier_of_line(counter, person, line).await?;
            return request::show(visit, person, tap, &dossier).await;
        }
        RegistersPress::Extract(code) => {
            let years = query::extract_years(counter, person, &code).await?;
            text::extract::years(speech, register(counter, &code)?, &years)
        }
        RegistersPress::ExtractOf {
            register: code,
            year,
        } => {
            let extract = Extract {
                register: code,
                year,
            };
            let lines = query::count_extract(counter, Some(person), &extract).await?;
            let register = register(counter, &extract.register)?;
            text::extract::forms(speech, register, &extract, lines)
        }
        RegistersPress::Numbers => numbers(visit, person).await?,
        RegistersPress::NumbersOf(procedure) => {
            let series = query::number_series(counter, person, &procedure).await?;
            text::numbers::of_service(speech, &series)
        }
        RegistersPress::EnterNumber { procedure, paper } => {
            let series = query::number_series(counter, person, &procedure).await?;
            let paper = paper.find(series.into_iter().map(|it| it.paper));
            let chosen = Chosen {
                series: Some((procedure, paper.ok_or_else(|| tap.gone())?)),
                ..Chosen::default()
            };
            return house::begin(visit, person, tap, House::Number, chosen).await;
        }
        RegistersPress::ExtractAs {
            register,
            year,
            form,
        } => {
            let extract = Extract { register, year };
            return take(visit, person, tap, extract, form).await;
        }
    };
    Ok(vec![tap.quiet(), tap.turn(screen, false)])
}

/// Has the file made. It is sent as soon as it is there; nothing else in the chat waits for it.
async fn take(
    visit: &Visit,
    person: &Person,
    tap: &Tap,
    extract: Extract,
    form: ExtractForm,
) -> Said {
    let speech = &visit.speech;
    let lines = query::count_extract(&visit.counter, Some(person), &extract).await?;
    if form == ExtractForm::Pdf && lines > PAPER_HOLDS {
        return Ok(vec![tap.alert(text::extract::too_long(speech))]);
    }
    let order = Order {
        what: FileToMake::Register(extract),
        form,
        by: Some(person.clone()),
        speech: speech.clone(),
    };
    let begun = tap.toast(t!(plain speech, "extract-begun"));
    Ok(vec![begun, Reply::Extract(Box::new(order))])
}

fn register<'a>(counter: &'a Counter, code: &RegisterCode) -> Result<&'a Register, Refusal> {
    let known = counter.office.register(code);
    known.ok_or(Refusal::NoSuchButton)
}

/// The numbers that were entered, and the way to enter another.
async fn numbers(visit: &Visit, person: &Person) -> Result<Screen, Error> {
    let counter = &visit.counter;
    let numbers = query::numbers(counter, person).await?;
    Ok(text::numbers::numbers(&visit.speech, counter, &numbers))
}

/// What was entered.
pub fn entered(visit: &Visit, tap: &Tap, number: &NumberedPaper) -> Vec<Reply> {
    let screen = text::numbers::entered(&visit.speech, number);
    vec![tap.quiet(), tap.turn(screen, false)]
}

/// Which registers there are.
pub fn all(visit: &Visit, person: &Person) -> Screen {
    let registers = query::registers(&visit.counter, person);
    let may_report = !query::reports(&visit.counter, person).is_empty();
    let may = (may_report, may_enter_numbers(person).is_ok());
    text::register::registers(&visit.speech, &registers, may)
}
