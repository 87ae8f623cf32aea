//! Faults, cuts and hooks strike where they should.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use serde_json::json;
use tokio::time::timeout;

use super::{
    super::{ChatId, Fault, Moment, Next, Trouble},
    Stage,
};

impl Stage {
    /// How many messages Sari's chat has.
    fn messages(&self) -> usize {
        self.telegram.chat(self.sari).messages.len()
    }

    /// Says something to Sari; `None` when no answer came.
    async fn try_say(&self) -> Option<u16> {
        let say = json!({ "chat_id": self.sari, "text": "halo" });
        let call = self.http.post(self.url("sendMessage")).json(&say);
        call.send()
            .await
            .ok()
            .map(|answer| answer.status().as_u16())
    }
}

#[tokio::test]
async fn faults_strike_as_often_as_they_say() {
    let stage = Stage::open().await;
    let slow = Trouble::TooManyRequests { retry_after: 3 };
    stage
        .telegram
        .fault(Fault::next(slow).at("sendMessage").times(2));
    let say = json!({ "chat_id": stage.sari, "text": "halo" });
    let answer = stage.call("sendMessage", say.clone()).await;
    assert_eq!(answer["description"], "Too Many Requests: retry after 3");
    assert_eq!(answer["parameters"], json!({ "retry_after": 3 }));
    assert_eq!(stage.words("getMe", json!({})).await, "ok");
    assert_eq!(stage.try_say().await, Some(429));
    assert_eq!(stage.try_say().await, Some(200));

    stage.telegram.fault(Fault::next(Trouble::ServerError));
    assert_eq!(stage.try_say().await, Some(502));
    stage
        .telegram
        .fault(Fault::next(Trouble::Slow(Duration::from_millis(1))));
    assert_eq!(stage.try_say().await, Some(200));
    let elsewhere = Fault::next(Trouble::ServerError).in_chat(ChatId(-1));
    stage.telegram.fault(elsewhere);
    assert_eq!(stage.try_say().await, Some(200));
    assert_eq!(stage.telegram.faux_pas(), [""; 0]);
}

#[tokio::test]
async fn a_connection_breaks_before_or_after_the_effect() {
    let stage = Stage::open().await;
    let before = stage.messages();
    stage.telegram.fault(Fault::next(Trouble::ResetBefore));
    assert_eq!(stage.try_say().await, None);
    assert_eq!(stage.messages(), before);
    stage.telegram.fault(Fault::next(Trouble::ResetAfter));
    assert_eq!(stage.try_say().await, None);
    assert_eq!(stage.messages(), before + 1);
    assert_eq!(stage.try_say().await, Some(200));
}

#[tokio::test]
async fn a_cut_ends_polls_and_refuses_calls() {
    let stage = Stage::open().await;
    stage.updates().await;
    let url = format!("{}?timeout=30", stage.url("getUpdates"));
    let poll = stage.http.get(url).send();
    let cut = async {
        while !stage.telegram.is_polled() {
            tokio::task::yield_now().await;
        }
        stage.telegram.cut(true);
    };
    let (poll, ()) = timeout(Duration::from_secs(5), async { tokio::join!(poll, cut) })
        .await
        .unwrap();
    assert!(poll.is_err());
    assert_eq!(stage.try_say().await, None);
    stage.telegram.says(stage.sari, "masih di sini?");
    stage.telegram.cut(false);
    assert_eq!(stage.try_say().await, Some(200));
    assert_eq!(stage.updates().await.len(), 1);
}

#[tokio::test]
async fn a_hook_sees_every_call_and_can_end_it() {
    let stage = Stage::open().await;
    let seen = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&seen);
    stage.telegram.on_call(move |method, nth, moment| {
        log.lock()
            .unwrap()
            .push(format!("{method} {nth} {moment:?}"));
        match (nth, moment) {
            (2, Moment::Before) | (3, Moment::After) => Next::Silence,
            _ => Next::GoOn,
        }
    });
    let before = stage.messages();
    assert_eq!(stage.try_say().await, Some(200));
    for _ in 0..2 {
        let silence = timeout(Duration::from_millis(50), stage.try_say()).await;
        assert!(silence.is_err());
    }
    assert_eq!(stage.messages(), before + 2, "the third one had its effect");
    stage.telegram.off_call();
    assert_eq!(stage.try_say().await, Some(200));
    assert_eq!(
        seen.lock().unwrap().join(", "),
        "sendMessage 1 Before, sendMessage 1 After, sendMessage 2 Before, \
         sendMessage 3 Before, sendMessage 3 After"
    );
}

#[tokio::test]
async fn whoever_writes_too_fast_waits() {
    let stage = Stage::open().await;
    stage.telegram.enforce_pace(true);
    let mut answers = Vec::new();
    for _ in 0..5 {
        answers.push(stage.try_say().await);
    }
    assert_eq!(answers[..4], [Some(200); 4]);
    assert_eq!(answers[4], Some(429));
}
