//! How long steps take, for those who see all: as a table and as a picture.

use domain::{
    Error,
    person::Person,
    query::{
        self,
        figures::{Side, Span},
    },
};

use super::{Said, Visit, visit::Tap};
use crate::{
    button::FiguresPress,
    text::{self, Screen},
    voice::Reply,
};

/// A tap on a button of the figures.
pub async fn press(visit: &Visit, person: &Person, tap: &Tap, press: FiguresPress) -> Said {
    let (counter, speech) = (&visit.counter, &visit.speech);
    match press {
        FiguresPress::Table { side, span } => {
            let screen = table(visit, person, &side, span).await?;
            Ok(vec![tap.quiet(), tap.turn(screen, false)])
        }
        FiguresPress::Chart { side, span } => {
            let figures = query::figures(counter, person, &side, Some(span)).await?;
            let chart = text::figures::chart(speech, counter, &figures);
            let caption = text::figures::caption(speech, &figures);
            Ok(vec![tap.quiet(), Reply::Chart { chart, caption }])
        }
    }
}

/// The table as it opens: all procedures, in this month.
pub async fn first(visit: &Visit, person: &Person) -> Result<Screen, Error> {
    table(visit, person, &Side::Procedures, None).await
}

async fn table(
    visit: &Visit,
    person: &Person,
    side: &Side,
    span: Option<Span>,
) -> Result<Screen, Error> {
    let figures = query::figures(&visit.counter, person, side, span).await?;
    Ok(text::figures::table(
        &visit.speech,
        &visit.counter,
        &figures,
    ))
}
