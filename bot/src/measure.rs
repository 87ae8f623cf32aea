//! What can be counted and is of nobody: for whoever watches the machine. No label names a person, a chat or a request.

use std::time::Duration;

use prometheus_client::{
    encoding::text,
    metrics::{
        counter::{ConstCounter, Counter},
        family::Family,
        gauge::ConstGauge,
        histogram::{Histogram, exponential_buckets},
    },
    registry::Registry,
};

use crate::health::Health;

/// What is measured while it happens. Clones count together.
#[derive(Debug, Clone)]
pub struct Meters {
    /// How long updates took, in seconds, from the moment their turn came.
    handling: Histogram,
    /// Calls of the Bot API, by method and by what became of them.
    calls: Family<[(&'static str, &'static str); 2], Counter>,
}

impl Default for Meters {
    fn default() -> Meters {
        Meters {
            // From a millisecond to half a minute.
            handling: Histogram::new(exponential_buckets(0.001, 2.0, 16)),
            calls: Family::default(),
        }
    }
}

/// What became of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallEnd {
    Done,
    /// It is to be tried again.
    Later,
    Refused,
}

impl Meters {
    pub fn handled(&self, took: Duration) {
        self.handling.observe(took.as_secs_f64());
    }

    pub fn called(&self, method: &'static str, end: CallEnd) {
        let end = match end {
            CallEnd::Done => "done",
            CallEnd::Later => "later",
            CallEnd::Refused => "refused",
        };
        // Words of our own only: nothing in a label is escaped.
        let labels = [("method", method), ("end", end)];
        self.calls.get_or_create(&labels).inc();
    }

    /// All of it as Prometheus reads it. `ages` are how many wait of each kind, and for how many seconds.
    pub fn written(
        &self,
        health: &Health,
        leads: bool,
        ages: &[(&'static str, u64, f64)],
    ) -> String {
        let mut all = Registry::with_prefix("loket");
        all.register(
            "handling_seconds",
            "From the turn of an update to its end",
            self.handling.clone(),
        );
        all.register("calls", "Calls of the Bot API", self.calls.clone());
        let mut total =
            |name, help, count| all.register(name, help, ConstCounter::<u64>::new(count));
        total("updates_handled", "Updates handled", health.updates_handled);
        total(
            "messages_sent",
            "Messages sent and edited",
            health.messages_sent,
        );
        total(
            "answers_lost",
            "Answers that did not go out",
            health.answers_lost,
        );
        total(
            "notices_set_aside",
            "Notices that could not be told",
            health.notices_set_aside,
        );
        total(
            "parts_died",
            "Parts of the program that were begun anew",
            health.parts_died,
        );
        let mut now = |name: String, help, value: f64| {
            all.register(name, help, ConstGauge::<f64>::new(value));
        };
        #[expect(clippy::cast_precision_loss, reason = "nobody has so many")]
        for (what, waiting, age) in ages {
            now(format!("{what}_waiting"), "How many wait", *waiting as f64);
            now(
                format!("{what}_oldest_seconds"),
                "For how long the oldest waits",
                *age,
            );
        }
        #[expect(clippy::cast_precision_loss, reason = "nobody has so many")]
        now(
            "replies_waiting".to_owned(),
            "Answers on their way",
            health.replies_waiting as f64,
        );
        now(
            "leads".to_owned(),
            "1 where this program leads, 0 where it stands by",
            f64::from(u8::from(leads)),
        );
        let mut written = String::new();
        // A string takes everything.
        let _ = text::encode(&mut written, &all);
        written
    }
}
