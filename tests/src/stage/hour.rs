//! The world's clock is put forward to an hour of the office's.

use chrono::NaiveDateTime;

use super::World;

impl World {
    /// It becomes this time in the office, "2026-11-26 10.00", and everything that was to happen until then has
    /// happened, each at its time.
    ///
    /// # Panics
    /// Where the text is no time.
    pub async fn it_is(&self, text: &str) {
        let then =
            NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H.%M").expect("a day and an hour");
        let then = (self.counter().office.calendar).moment(then.date(), then.time());
        loop {
            self.settle().await;
            let next = self
                .counter()
                .db
                .next_wake()
                .await
                .expect("what is planned");
            let next = next.filter(|next| *next <= then);
            let now = self.clock.now();
            self.time_passes(next.unwrap_or(then).max(now) - now);
            if next.is_none() {
                break;
            }
        }
        self.settle().await;
    }
}
