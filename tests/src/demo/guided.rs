//! Somebody who follows the guided tour, and does exactly what it says.

use serde::Deserialize;

use crate::stage::browser::Browser;

/// No tour may be longer; one that is has lost its way.
const MOST: usize = 80;

/// With what they do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hands {
    Pointer,
    /// Tab, Enter and letters, and nothing else.
    Keys,
}

/// What the tour says at a moment.
#[derive(Clone, Debug, Deserialize)]
pub struct Advice {
    /// `tap`, `say`, `send`, `open`, `wait` or `done`.
    pub kind: String,
    /// The number of the step.
    pub count: String,
    /// The whole sentence.
    pub says: String,
    /// What is to be written.
    pub text: Option<String>,
    /// The place in the chapters, from 0; 5 when all are over.
    pub chapter: usize,
}

const READ: &str = "(() => {
    const now = document.querySelector('.tour .now');
    const chapters = [...document.querySelectorAll('.chapters li')];
    return {
        kind: now.dataset.kind, count: now.querySelector('.count').textContent, says: now.querySelector('p').innerText,
        text: now.querySelector('kbd')?.textContent ?? null,
        chapter: now.dataset.kind === 'done' ? 5 : Math.max(0, chapters.findIndex(node => node.className === 'present')),
    };
})()";

/// There is something to do, and it is marked on a phone; or there is nothing any more.
const READY: &str = "(() => { const kind = document.querySelector('.tour .now')?.dataset.kind; \
                     return kind === 'done' || (kind && kind !== 'wait' && !!document.querySelector('.guided')) })()";

/// What the tour says next.
pub async fn advice(browser: &mut Browser) -> Advice {
    browser.sees(READY).await;
    let read = browser.run(READ).await;
    serde_json::from_value(read).expect("the tour says something")
}

/// Does one thing that the tour says, and waits until it says the next.
pub async fn follow(browser: &mut Browser, advice: &Advice, hands: Hands) {
    match hands {
        Hands::Pointer => by_pointer(browser, advice).await,
        Hands::Keys => by_keys(browser, advice).await,
    }
    let before = serde_json::Value::from(advice.count.as_str());
    browser
        .sees(&format!(
            "document.querySelector('.tour .now .count').textContent !== {before}"
        ))
        .await;
}

/// Follows the tour to its end, or until it says what is waited for. Everything that it said on the way.
pub async fn until(
    browser: &mut Browser,
    hands: Hands,
    wanted: impl Fn(&Advice) -> bool,
) -> Vec<Advice> {
    let mut way = Vec::new();
    loop {
        let said = advice(browser).await;
        let is_over = said.kind == "done" || wanted(&said);
        way.push(said.clone());
        if is_over {
            return way;
        }
        assert!(way.len() <= MOST, "the tour does not end: {way:#?}");
        follow(browser, &said, hands).await;
    }
}

async fn by_pointer(browser: &mut Browser, advice: &Advice) {
    // What is out of sight is shown on demand.
    let in_sight = browser
        .finds(
            "(() => { const meant = document.querySelector('.guided'), box = meant.getBoundingClientRect(); \
             const chat = meant.closest('.chat')?.getBoundingClientRect(); \
             return box.left >= 0 && box.right <= innerWidth && box.top >= (chat?.top ?? 0) && box.bottom <= (chat?.bottom ?? innerHeight) \
               ? 'in sight' : 'out of sight' })()",
        )
        .await;
    if in_sight != "in sight" {
        browser.clicks("document.querySelector('#tour-show')").await;
    }
    browser.clicks("document.querySelector('.guided')").await;
    match advice.kind.as_str() {
        "say" => {
            browser
                .writes(advice.text.as_deref().unwrap_or_default())
                .await;
            browser.presses("Enter").await;
        }
        "send" => {
            browser
                .sees("document.querySelector('.phone.held .menu button')")
                .await;
            browser
                .clicks("document.querySelector('.phone.held .menu button')")
                .await;
        }
        _ => {}
    }
}

/// From the button that shows what is meant, to what is meant.
async fn by_keys(browser: &mut Browser, advice: &Advice) {
    browser
        .sees("document.activeElement?.id === 'tour-show'")
        .await;
    browser.presses("Enter").await;
    browser
        .sees("document.activeElement?.classList.contains('guided')")
        .await;
    if advice.kind == "say" {
        browser
            .writes(advice.text.as_deref().unwrap_or_default())
            .await;
    }
    browser.presses("Enter").await;
    if advice.kind == "send" {
        browser.presses("Enter").await;
    }
}
