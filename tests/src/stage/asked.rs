//! What a bot asks of its database, and where its log is heard.

use std::{
    cell::RefCell,
    collections::BTreeMap,
    fmt,
    sync::{Arc, Mutex, MutexGuard, Once},
};

use domain::store::STATEMENTS;
use tracing::{
    Event, Id, Subscriber,
    field::{Field, Visit},
    level_filters::LevelFilter,
    span::Attributes,
};
use tracing_subscriber::{
    filter::Targets,
    layer::{Context, Layer, SubscriberExt},
};

use super::log::Log;

/// Every statement that was asked, by its words, and how often; and the log, from what is worth knowing upwards.
#[derive(Clone, Default)]
pub struct Asked {
    words: Arc<Mutex<BTreeMap<String, u64>>>,
    /// What stands in the log.
    pub log: Log,
}

thread_local! {
    /// Whose bot runs on this thread.
    static HERE: RefCell<Option<Asked>> = const { RefCell::new(None) };
}

impl Asked {
    /// Nothing has been asked yet; from now on somebody listens.
    pub fn listening() -> Asked {
        static ONCE: Once = Once::new();
        ONCE.call_once(|| {
            let only = Targets::new()
                .with_target(STATEMENTS, LevelFilter::TRACE)
                .with_default(LevelFilter::INFO);
            let ear = tracing_subscriber::registry().with(Ear.with_filter(only));
            tracing::subscriber::set_global_default(ear).expect("nobody else listens");
        });
        Asked::default()
    }

    /// What this thread asks is written down here.
    pub(super) fn on_this_thread(&self) {
        HERE.set(Some(self.clone()));
    }

    /// Everything so far.
    pub fn so_far(&self) -> BTreeMap<String, u64> {
        self.words().clone()
    }

    /// What was asked since, and how often.
    pub fn since(&self, before: &BTreeMap<String, u64>) -> BTreeMap<String, u64> {
        let mut now = self.so_far();
        for (sql, count) in &mut now {
            *count -= before.get(sql).copied().unwrap_or_default();
        }
        now.retain(|_, count| *count > 0);
        now
    }

    fn note(&self, sql: &str) {
        let mut words = self.words();
        if let Some(count) = words.get_mut(sql) {
            *count += 1;
        } else {
            words.insert(sql.to_owned(), 1);
        }
    }

    fn words(&self) -> MutexGuard<'_, BTreeMap<String, u64>> {
        self.words.lock().expect("nobody panicked here")
    }
}

struct Ear;

impl<S: Subscriber> Layer<S> for Ear {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        HERE.with_borrow(|here| {
            let Some(asked) = here else { return };
            if event.metadata().target() == STATEMENTS {
                event.record(&mut Pen(asked));
                return;
            }
            asked.log.happened(event);
        });
    }

    fn on_new_span(&self, span: &Attributes<'_>, _: &Id, _: Context<'_, S>) {
        HERE.with_borrow(|here| {
            if let Some(asked) = here {
                asked.log.began(span);
            }
        });
    }
}

struct Pen<'a>(&'a Asked);

impl Visit for Pen<'_> {
    fn record_str(&mut self, _: &Field, sql: &str) {
        self.0.note(sql);
    }

    fn record_debug(&mut self, field: &Field, _: &dyn fmt::Debug) {
        panic!("{field} is more than the words of a statement");
    }
}
