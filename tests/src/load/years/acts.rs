//! What concerns very many at once, and what is done every day.

use anyhow::Context;
use chrono::{Days, TimeDelta};
use domain::{
    Counter,
    calendar::{CalendarAct, DayKind, DayOff},
    code::RoleCode,
    command::{
        self, calendar, clock,
        groups::{added, bind, release},
        people::{NewMandate, PeopleAct, carry_out},
    },
    id::AccountId,
    mandate::MandateKind,
    office::{ADMINISTRATOR, PIC},
    query,
    store::Added,
};

use super::looks::{Looks, busiest, holder};

/// What is done by itself, once a day or more often.
pub(super) async fn daily(looks: &mut Looks, counter: &Counter) -> anyhow::Result<()> {
    looks
        .act("a look at what is due", counter, async |c| {
            clock::tick(c).await
        })
        .await?;
    looks
        .act("what has run out", counter, async |c| {
            command::expire(c).await
        })
        .await?;
    looks
        .act("retention", counter, async |c| {
            command::apply_retention(c).await
        })
        .await?;
    looks
        .act("retention, nothing left", counter, async |c| {
            command::apply_retention(c).await
        })
        .await?;
    let before = counter.now() - TimeDelta::days(15);
    looks
        .act("forgetting what was told", counter, async |c| {
            command::forget_told(c, before).await
        })
        .await?;
    looks
        .act("forgetting what was settled", counter, async |c| {
            command::forget_settled_cards(c, c.now() - TimeDelta::days(1000)).await
        })
        .await?;
    looks
        .act("gathering statistics", counter, async |c| {
            c.db.gather_statistics().await
        })
        .await?;
    looks
        .act("forgetting what was done", counter, async |c| {
            command::forget_done_timers(c, c.now()).await
        })
        .await?;
    Ok(())
}

/// Whatever concerns very many at once.
pub(super) async fn all(looks: &mut Looks, counter: &Counter) -> anyhow::Result<()> {
    let administrator = &holder(counter, ADMINISTRATOR).await?;
    let (role, waiting) = busiest(counter).await?;
    let holders = counter.db.holders(&role).await?;
    let [first, second] = [holders[0].0, holders[1].0];
    let other = holder(counter, "datacenter-officer").await?;
    let group = Added {
        account: AccountId(-1),
        title: "Grup".to_owned(),
        topics: false,
        may_be_moving: false,
    };
    looks
        .act("a group is added", counter, async |c| {
            added(c, Some(administrator), &group).await
        })
        .await?;
    let group = counter
        .db
        .group_of(AccountId(-1))
        .await?
        .context("a group")?;
    let name = format!("it reads along with {waiting} tasks");
    looks
        .act(&name, counter, async |c| {
            bind(c, administrator, group.id, &role).await
        })
        .await?;
    looks
        .act("it is released", counter, async |c| {
            release(c, administrator, group.id).await
        })
        .await?;
    let deputy = PeopleAct::NameDeputy(NewMandate {
        kind: MandateKind::Plh,
        role: role.clone(),
        principal: Some(first),
        deputy: Some(other.id),
        from: counter.today(),
        until: None,
        letter: "800/1".to_owned(),
    });
    let name = format!("a deputy for {waiting} tasks");
    looks
        .act(&name, counter, async |c| {
            carry_out(c, administrator, &deputy).await
        })
        .await?;
    let mandates = counter.db.mandates_running().await?;
    let mandate = mandates.first().context("the deputy")?.id;
    looks
        .act("the deputy ends", counter, async |c| {
            carry_out(c, administrator, &PeopleAct::EndDeputy { mandate }).await
        })
        .await?;
    for (name, person) in [
        ("one leaves who has", first),
        ("the last one leaves who has", second),
    ] {
        let name = format!("{name} {waiting} tasks");
        looks
            .act(&name, counter, async |c| {
                carry_out(c, administrator, &PeopleAct::Leave { person }).await
            })
            .await?;
    }
    looks
        .screen("menu of an administrator then", counter, async |c| {
            query::home(c, administrator).await
        })
        .await?;
    let pics = counter.db.holders(&RoleCode::new(PIC)).await?;
    let (pic, _) = pics.first().context("a PIC")?;
    let own = counter.db.count_open_requests_of(*pic, None).await?;
    let name = format!("a PIC leaves who has {own} open requests");
    looks
        .act(&name, counter, async |c| {
            carry_out(c, administrator, &PeopleAct::Leave { person: *pic }).await
        })
        .await?;
    let off = DayOff {
        day: counter.today() + Days::new(3),
        name: "Libur".to_owned(),
        kind: DayKind::Holiday,
        source: String::new(),
        expected: false,
    };
    let act = CalendarAct::SetDay {
        off,
        instead_of: None,
    };
    looks
        .act("a day off", counter, async |c| {
            calendar::carry_out(c, Some(administrator), &act).await
        })
        .await?;
    Ok(())
}
