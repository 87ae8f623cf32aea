//! How long steps take, for those who see all: as a table and as a picture.

use domain::{
    Error,
    person::Person,
    query::{
        self,
        figures::{Period, Side},
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
        FiguresPress::Table { side, period } => {
            let screen = table(visit, person, &side, period).await?;
            Ok(vec![tap.quiet(), tap.turn(screen, false)])
        }
        FiguresPress::Chart { side, period } => {
            let figures = query::figures(counter, person, &side, Some(period)).await?;
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
    period: Option<Period>,
) -> Result<Screen, Error> {
    let figures = query::figures(&visit.counter, person, side, period).await?;
    Ok(text::figures::table(
        &visit.speech,
        &visit.counter,
        &figures,
    ))
}
