//! How long steps take, for those who see all: as a table and as a picture.

use domain::{Error, query};

use super::{Said, Visit, visit::Tap};
use crate::{
    button::Button,
    text::{self, Screen},
    voice::Reply,
};

/// A tap on a button of the table.
pub async fn tap(visit: Visit, tap: Tap, button: Button) -> Said {
    match pressed(&visit, &tap, &button).await {
        Err(Error::Refused(refusal)) => Ok(vec![tap.alert(visit.refusal(&refusal))]),
        said => said,
    }
}

async fn pressed(visit: &Visit, tap: &Tap, button: &Button) -> Said {
    let Button::Chart { side, span } = button else {
        let screen = screen(visit, button).await?;
        return Ok(vec![tap.quiet(), tap.turn(screen, false)]);
    };
    let (counter, speech) = (&visit.counter, &visit.speech);
    let figures = query::figures(counter, visit.person()?, side, Some(*span)).await?;
    let chart = text::figures::chart(speech, counter, &figures);
    let caption = text::figures::caption(speech, &figures);
    Ok(vec![tap.quiet(), Reply::Chart { chart, caption }])
}

/// The table that a button leads to.
pub async fn screen(visit: &Visit, button: &Button) -> Result<Screen, Error> {
    let Button::Figures { side, span } = button else {
        return Box::pin(screen(visit, &text::figures::FIRST)).await;
    };
    let counter = &visit.counter;
    let figures = query::figures(counter, visit.person()?, side, *span).await?;
    Ok(text::figures::table(&visit.speech, counter, &figures))
}
