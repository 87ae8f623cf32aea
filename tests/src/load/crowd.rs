//! All people at once, at a steady pace or each as fast as they are answered.

use std::{
    collections::{HashMap, VecDeque},
    time::{Duration, Instant},
};

use anyhow::bail;
use tokio::{
    sync::broadcast::{Receiver, error::RecvError},
    time::sleep_until,
};

use super::{
    process::{Bot, Usage},
    report::Run,
    script::Player,
    seed::Seed,
    speed::Speed,
};
use crate::telegram::{ChatId, Happening, Telegram};

/// How long an answer may take before the run is given up.
const PATIENCE: Duration = Duration::from_secs(20);

/// Everyone with a phone.
pub(super) struct Crowd {
    telegram: Telegram,
    news: Receiver<Happening>,
    players: Vec<Player>,
    places: HashMap<ChatId, usize>,
    /// Those who can act now, by place; officers may stand in it more than once.
    free: VecDeque<usize>,
    /// Since when each one waits for an answer.
    since: Vec<Instant>,
}

impl Crowd {
    pub(super) fn gather(telegram: &Telegram, seed: &Seed) -> Crowd {
        let officers = seed.officers.iter();
        let officers = officers.map(|(user, label)| Player::officer(*user, label));
        let applicants = seed.applicants.iter().copied().map(Player::applicant);
        let players: Vec<_> = officers.chain(applicants).collect();
        // The bot may write only to those who have begun a chat.
        for (user, _) in &seed.officers {
            telegram.starts(*user, None);
        }
        let places = players.iter().enumerate();
        let places = places.map(|(place, player)| (player.user.into(), place));
        Crowd {
            telegram: telegram.clone(),
            news: telegram.subscribe(),
            places: places.collect(),
            free: (0..players.len()).collect(),
            since: vec![Instant::now(); players.len()],
            players,
        }
    }

    /// Acts for a while, and measures after the warm-up.
    pub(super) async fn act(
        &mut self,
        speed: Speed,
        warm_up: Duration,
        measured: Duration,
        bot: &Bot,
    ) -> anyhow::Result<Run> {
        let begun = Instant::now();
        let (from, until) = (begun + warm_up, begun + warm_up + measured);
        let mut run = Run::new(speed);
        let mut before: Option<Usage> = None;
        let mut acted = 0;
        loop {
            let now = Instant::now();
            if before.is_none() && now >= from {
                before = Some(bot.usage());
            }
            if now >= until {
                break;
            }
            let next = match speed {
                Speed::Saturated => {
                    while self.one_acts(None)? {}
                    until
                }
                Speed::PerSecond(rate) => {
                    let due = |nth| begun + Duration::from_secs(nth) / rate;
                    while due(acted) <= now {
                        // Where nobody is free, the act is late, and its time runs all the same.
                        let late = (due(acted + 1) <= now).then(|| due(acted));
                        if !self.one_acts(late)? {
                            break;
                        }
                        acted += 1;
                    }
                    due(acted).max(now + Duration::from_millis(1))
                }
            };
            let next = next.min(if now < from { from } else { until });
            tokio::select! {
                heard = self.news.recv() => self.hear(heard, from, &mut run)?,
                () = sleep_until(next.into()) => {}
            }
        }
        if let Some(before) = before {
            run.used(before, bot.usage());
        }
        self.come_to_rest(&mut run).await?;
        Ok(run)
    }

    /// One of those who are free acts; `false` where nobody is.
    fn one_acts(&mut self, since: Option<Instant>) -> anyhow::Result<bool> {
        while let Some(place) = self.free.pop_front() {
            if !self.players[place].is_free() {
                continue;
            }
            self.since[place] = since.unwrap_or_else(Instant::now);
            if self.players[place].act(&self.telegram)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Something changed: somebody may have been answered, or found work.
    fn hear(
        &mut self,
        heard: Result<Happening, RecvError>,
        from: Instant,
        run: &mut Run,
    ) -> anyhow::Result<()> {
        match heard {
            Ok(Happening::ChatChanged(chat)) => self.look(chat, from, run),
            Ok(Happening::Toast(user, toast)) if toast.text.is_some() => {
                self.look(user.into(), from, run)
            }
            // News were missed: everybody looks.
            Err(RecvError::Lagged(_)) => {
                let chats: Vec<_> = self.places.keys().copied().collect();
                chats
                    .into_iter()
                    .try_for_each(|chat| self.look(chat, from, run))
            }
            Err(RecvError::Closed) => bail!("Telegram is gone"),
            Ok(_) => Ok(()),
        }
    }

    fn look(&mut self, chat: ChatId, from: Instant, run: &mut Run) -> anyhow::Result<()> {
        let Some(&place) = self.places.get(&chat) else {
            return Ok(());
        };
        let player = &mut self.players[place];
        if player.looks(&self.telegram)? {
            let now = Instant::now();
            if now >= from {
                run.answered(now - self.since[place]);
            }
        }
        if self.players[place].is_free() {
            self.free.push_back(place);
        }
        Ok(())
    }

    /// Nobody does anything more; whoever waits is answered.
    async fn come_to_rest(&mut self, run: &mut Run) -> anyhow::Result<()> {
        let never = Instant::now() + Duration::from_hours(1);
        let end = Instant::now() + PATIENCE;
        while let Some(place) = self.players.iter().position(Player::waits) {
            tokio::select! {
                heard = self.news.recv() => self.hear(heard, never, run)?,
                () = sleep_until(end.into()) => {
                    let user = self.players[place].user;
                    bail!("{user} was not answered:\n\n{}", self.telegram.screen(user));
                }
            }
        }
        Ok(())
    }
}
