//! Time that passes between two moves.

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use domain::{Language, id::RequestId, office::Office, request::Request};

use super::Company;

impl Company {
    /// Time passes until a moment, if it has not come yet; what happens by itself until then has happened.
    pub(super) async fn comes_to(&self, then: DateTime<Utc>) {
        let ahead = then - self.world.clock.now();
        if ahead > TimeDelta::zero() {
            self.world.clock.advance(ahead);
            self.world.settle().await;
        }
    }

    /// When it is this hour in the office the next time.
    pub(super) fn next_at(&self, hour: u32) -> DateTime<Utc> {
        let zone = Office::built_in().expect("the example office").zone;
        let now = self.world.clock.now().with_timezone(&zone);
        let at = now.date_naive().and_hms_opt(hour, 0, 0).expect("an hour");
        let at = zone
            .from_local_datetime(&at)
            .earliest()
            .expect("an hour that exists");
        let days = TimeDelta::days(i64::from(at < now));
        (at + days).to_utc()
    }

    /// Nobody acts, until the office's clock does.
    pub(super) async fn goes_on_by_itself(&self, request: &Request) {
        let db = self.world.counter().db;
        for _ in 0..200 {
            let next = db.next_wake().await.expect("timers");
            self.comes_to(next.expect("something is planned")).await;
            let found = db.request(request.id).await.expect("requests");
            if found.is_some_and(|it| it.version > request.version) {
                return;
            }
        }
        panic!("{} waits on", request.ticket);
    }

    /// Nobody answers. The applicant is reminded three times, and told of the end.
    pub(super) async fn falls_silent(&self, request: RequestId) {
        let (waiting, _) = self.waiting(request).await;
        let player = &self.member(waiting.applicant).player;
        let mark = if self.language == Language::EN {
            "waits for you"
        } else {
            "menunggu Bapak/Ibu"
        };
        let before = player.messages_with(mark);
        // At night nobody is written to.
        self.comes_to(self.next_at(10)).await;
        for _ in 0..40 {
            self.world.time_passes(TimeDelta::days(1));
            self.world.settle().await;
            let found = self
                .world
                .counter()
                .db
                .request(request)
                .await
                .expect("requests");
            if found.is_some_and(|it| it.ended().is_some()) {
                assert_eq!(
                    player.messages_with(mark),
                    before + 3,
                    "{}",
                    player.screen()
                );
                return;
            }
        }
        panic!("it waits on:\n{}", player.screen());
    }
}
