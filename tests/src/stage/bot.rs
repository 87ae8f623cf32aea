//! The real bot, on a runtime of its own, so that it can be killed without a word.

use bot::{Running, Settings};
use tokio::runtime::{Builder, Runtime};

use super::asked::Asked;

/// A bot that runs beside the test.
pub struct Bot {
    runtime: Option<Runtime>,
    running: Option<Running>,
}

impl Bot {
    /// Starts the bot as `loket run` does. What it asks of its database is written down.
    pub async fn start(settings: Settings, asked: &Asked) -> Bot {
        let asked = asked.clone();
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("bot")
            .on_thread_start(move || asked.on_this_thread())
            .enable_all()
            .build()
            .expect("a runtime for the bot");
        let running = runtime
            .spawn(bot::start(settings))
            .await
            .expect("no panic")
            .expect("the bot starts");
        Bot {
            runtime: Some(runtime),
            running: Some(running),
        }
    }

    pub fn running(&self) -> &Running {
        self.running.as_ref().expect("the bot runs")
    }

    /// A power cut: whatever the bot was doing, it does no more.
    pub async fn kill(mut self) {
        drop(self.running.take());
        self.close().await;
    }

    /// What SIGTERM does.
    pub async fn finish(mut self) {
        if let (Some(running), Some(runtime)) = (self.running.take(), &self.runtime) {
            runtime
                .spawn(running.finish())
                .await
                .expect("the bot finishes");
        }
        self.close().await;
    }

    async fn close(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            let closed = tokio::task::spawn_blocking(move || {
                runtime.shutdown_timeout(std::time::Duration::from_secs(5));
            });
            closed.await.expect("the runtime closes");
        }
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        drop(self.running.take());
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}
