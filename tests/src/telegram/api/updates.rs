//! `getUpdates` and the webhook.

use std::time::Duration;

use serde_json::json;
use tokio::time::{Instant, timeout_at};

use super::{
    super::{server::Inner, world::World},
    Answer, Params, Refusal, answer,
};

/// Long polling: waits until there is something, the time is up, or another poll comes.
pub(super) async fn get_updates(inner: &Inner, params: &Params) -> Answer {
    let offset = params.int("offset").unwrap_or(0);
    let limit = usize::try_from(params.int("limit").unwrap_or(100)).unwrap_or(100);
    let limit = if (1..=100).contains(&limit) {
        limit
    } else {
        100
    };
    let seconds = u64::try_from(params.int("timeout").unwrap_or(0)).unwrap_or(0);
    let deadline = Instant::now() + Duration::from_secs(seconds.min(50));
    let wanted: Option<Vec<String>> = params.json("allowed_updates")?;

    let mine = {
        let mut world = inner.world();
        if world.post.webhook.is_some() {
            return Err(Refusal::conflict(
                "can't use getUpdates method while webhook is active; \
                 use deleteWebhook to delete the webhook first",
            ));
        }
        if let Some(wanted) = wanted {
            world.post.allowed = (!wanted.is_empty()).then_some(wanted);
        }
        world.post.poll += 1;
        world.post.poll
    };
    inner.arrived.notify_waiters();
    let waiting = Waiting::new(inner);
    let mut conflict = false;
    let batch = loop {
        // Registered before the look, so that nothing can arrive unseen between look and wait.
        let arrived = inner.arrived.notified();
        {
            let mut world = inner.world();
            if world.post.poll != mine {
                world.ledger.conflicts += 1;
                conflict = true;
                break Vec::new();
            }
            let before = world.post.pending();
            let batch = world.post.collect(offset, limit);
            if world.post.pending() != before {
                inner.moved();
            }
            if !batch.is_empty() || inner.is_cut() {
                break batch;
            }
        }
        if timeout_at(deadline, arrived).await.is_err() {
            break Vec::new();
        }
    };
    drop(waiting);
    if conflict {
        return Err(Refusal::conflict(
            "terminated by other getUpdates request; \
             make sure that only one bot instance is running",
        ));
    }
    Ok(format!("[{}]", batch.join(",")))
}

/// Counts a poll as waiting until it is answered or given up.
struct Waiting<'a>(&'a Inner);

impl<'a> Waiting<'a> {
    fn new(inner: &'a Inner) -> Waiting<'a> {
        inner.world().post.polls_waiting += 1;
        inner.moved();
        Waiting(inner)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.world().post.polls_waiting -= 1;
        self.0.moved();
    }
}

/// Remembers the address; nothing is ever sent there.
pub(super) fn set_webhook(world: &mut World, params: &Params) -> Answer {
    let url = params.text("url").unwrap_or_default();
    if !url.is_empty() && !url.starts_with("https://") {
        return Err(Refusal::bad(
            "bad webhook: An HTTPS URL must be provided for webhook",
        ));
    }
    world.post.webhook = (!url.is_empty()).then(|| url.to_owned());
    if let Some(wanted) = params.json::<Vec<String>>("allowed_updates")? {
        world.post.allowed = (!wanted.is_empty()).then_some(wanted);
    }
    if params.flag("drop_pending_updates") {
        world.post.forget();
    }
    answer(&true)
}

/// Forgets the address.
pub(super) fn delete_webhook(world: &mut World, params: &Params) -> Answer {
    world.post.webhook = None;
    if params.flag("drop_pending_updates") {
        world.post.forget();
    }
    answer(&true)
}

/// Says what is set.
pub(super) fn get_webhook_info(world: &World) -> Answer {
    let mut info = json!({
        "url": world.post.webhook.as_deref().unwrap_or_default(),
        "has_custom_certificate": false,
        "pending_update_count": world.post.pending(),
    });
    if let Some(allowed) = &world.post.allowed {
        info["allowed_updates"] = json!(allowed);
    }
    answer(&info)
}
