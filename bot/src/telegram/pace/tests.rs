//! The pace, by a clock that stands still until time passes.

use chrono::{DateTime, TimeDelta};
use futures::{FutureExt, future::BoxFuture};

use super::*;

const NOTICE: Precedence = Precedence::Notice(Urgency::Act);

/// A pace that stands still until time passes.
struct PaceCase {
    clock: Clock,
    pace: Pace,
}

fn case(limits: PaceLimits) -> PaceCase {
    let clock = Clock::standing_at(DateTime::UNIX_EPOCH);
    let pace = Pace::new(limits, clock.clone(), Board::default());
    PaceCase { clock, pace }
}

/// A pace at which one message may go every two seconds, and none now.
fn one_at_a_time() -> PaceCase {
    let case = case(PaceLimits {
        in_all: Duration::from_secs(2),
        ..PaceLimits::NONE
    });
    let sent = (100..1000).take_while(|chat| case.goes(*chat, NOTICE));
    assert_eq!(sent.count(), 30);
    case
}

impl PaceCase {
    fn asks(&self, chat: i64, precedence: Precedence) -> BoxFuture<'static, Going> {
        let pace = self.pace.clone();
        let mut asks = async move { pace.turn(chat, precedence, Duration::ZERO).await }.boxed();
        // Whoever is not through at once waits from now on.
        match (&mut asks).now_or_never() {
            Some(going) => std::future::ready(going).boxed(),
            None => asks,
        }
    }

    fn goes(&self, chat: i64, precedence: Precedence) -> bool {
        self.asks(chat, precedence).now_or_never().is_some()
    }

    fn passes(&self, ms: i64) {
        self.clock.advance(TimeDelta::milliseconds(ms));
    }
}

#[tokio::test]
async fn one_message_a_second_in_one_chat() {
    let case = case(PaceLimits::TELEGRAM);
    assert!(case.goes(1, NOTICE));
    case.passes(999);
    assert!(!case.goes(1, NOTICE));
    assert!(case.goes(2, NOTICE), "another chat does not wait");
    assert!(case.goes(1, Precedence::Answer), "nor does an answer");
    case.passes(1000);
    assert!(case.goes(1, NOTICE));
}

#[tokio::test]
async fn twenty_a_minute_in_a_group() {
    let case = case(PaceLimits::TELEGRAM);
    assert!(case.goes(-5, NOTICE));
    case.pace.note_beside(-5);
    case.passes(5999);
    assert!(
        !case.goes(-5, NOTICE),
        "what is done beside a message counts too"
    );
    case.passes(1);
    assert!(case.goes(-5, NOTICE));
}

#[tokio::test]
async fn thirty_a_second_in_all_after_a_second_at_once() {
    let case = case(PaceLimits::TELEGRAM);
    let sent = (1..1000).take_while(|chat| case.goes(*chat, Precedence::Answer));
    assert_eq!(sent.count(), 30);
    case.passes(34);
    assert!(case.goes(5000, NOTICE));
    assert!(!case.goes(5001, NOTICE));
}

#[tokio::test]
async fn what_telegram_asks_is_obeyed_by_everything() {
    let case = case(PaceLimits::NONE);
    case.pace.hold(1, Duration::from_secs(7));
    assert!(!case.goes(1, Precedence::Answer));
    assert!(!case.goes(1, NOTICE));
    case.passes(7000);
    assert!(case.goes(1, NOTICE));
    assert!(
        case.goes(1, NOTICE),
        "without limits of our own nothing else holds"
    );
}

#[tokio::test]
async fn a_time_of_day_that_is_set_back_keeps_nobody_waiting() {
    let case = case(PaceLimits::TELEGRAM);
    assert!(case.goes(1, NOTICE));
    case.clock.set(DateTime::UNIX_EPOCH - TimeDelta::hours(7));
    case.passes(1000);
    assert!(case.goes(1, NOTICE));
}

/// Who goes first, where one may go at a time.
#[tokio::test]
async fn who_acts_now_goes_first_then_what_follows_from_acts_then_the_rest() {
    let case = one_at_a_time();
    let routine = Precedence::Notice(Urgency::Routine);
    let turns = [
        ("routine", routine),
        ("act", NOTICE),
        ("next act", NOTICE),
        ("answer", Precedence::Answer),
        ("newer answer", Precedence::Answer),
    ];
    let (went, mut goes) = tokio::sync::mpsc::unbounded_channel();
    for (name, turn) in turns {
        let (asks, went) = (case.asks(9, turn), went.clone());
        tokio::spawn(async move {
            asks.await;
            went.send(name).unwrap();
        });
    }
    for expected in ["newer answer", "answer", "act", "next act", "routine"] {
        case.passes(2000);
        assert_eq!(goes.recv().await, Some(expected));
    }
}

#[tokio::test]
async fn whoever_is_waited_for_after_all_is_not_kept_behind() {
    let case = one_at_a_time();
    let routine = Precedence::Notice(Urgency::Routine);
    let (_other, waits) = (case.asks(2, routine), case.asks(3, routine));
    case.pace.hasten(3);
    case.passes(2000);
    waits.await;
}

#[tokio::test]
async fn whoever_goes_home_takes_nobody_s_turn() {
    let case = one_at_a_time();
    drop(case.asks(2, NOTICE));
    let waits = case.asks(3, NOTICE);
    case.passes(2000);
    waits.await;
}
