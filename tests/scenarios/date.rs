//! A clock that is wrong harms nothing: what cannot be undone waits until somebody has said that the date is right.

use chrono::TimeDelta;
use tests::{
    Player, World, cast, play_on_both,
    stage::hosting::{self, Office},
};

use crate::people::names_deputy;

const YEARS: TimeDelta = TimeDelta::days(5 * 365 + 30);

/// The clock jumps, and the bot notices at once.
async fn jumps(world: &World, by: TimeDelta) {
    world.clock.advance(by);
    world.settle().await;
    world.restart_bot().await;
    world.settle().await;
}

/// How often an administrator was asked.
fn asked(who: &Player) -> usize {
    who.messages_with("Apakah tanggal itu benar?")
}

/// Whether everything is there that time would have taken.
async fn is_all_there(world: &World, writer: &Player) -> bool {
    let requests = world.requests().await;
    let mandates = world
        .counter()
        .db
        .mandates_of_role(&"division-head".into())
        .await
        .unwrap();
    let drafts = world.drafts(writer).await;
    let is_running = requests.iter().all(|request| request.ended().is_none());
    is_running && drafts.len() == 1 && mandates.iter().all(|mandate| !mandate.ended)
}

play_on_both! {
    /// Set forward by years: nothing is deleted and nothing ends, administrators are asked once, and work goes on. Put
    /// right again, nothing has happened. When the date is right after all, what is over goes.
    async fn a_clock_that_is_far_ahead_ends_nothing_unasked(world) {
        world.asked.log.brings_about("the date may be wrong");
        let Office { sari, arif, dewi, .. } = Office::opens(world).await;
        let ade = world.person(cast::ADE).await;
        let yudi = world.person(cast::YUDI).await;
        hosting::submit(&sari).await;
        arif.taps("Kembalikan untuk Dilengkapi").await;
        arif.taps("Nama website/aplikasi").await;
        arif.taps("Selesai Memilih").await;
        arif.says("Mohon tulis nama resmi aplikasinya.").await;
        arif.taps("Kembalikan untuk Dilengkapi").await;
        hosting::fill_in(&yudi).await;
        names_deputy(&dewi, "Rudi", "Plh.").await;
        dewi.taps("Simpan").await;

        jumps(world, YEARS).await;
        assert_eq!(asked(&ade), 1, "{}", ade.screen());
        let (message, right) = ade.button("Tanggal Benar, Lanjutkan");
        for _ in 0..3 {
            world.clock.advance(TimeDelta::days(1));
            world.settle().await;
        }
        assert_eq!(asked(&ade), 1, "once: {}", ade.screen());
        assert!(is_all_there(world, &yudi).await);
        sari.forges(None, &right).await;
        assert!(sari.toast().contains("dministrator"), "{}", sari.toast());
        assert!(is_all_there(world, &yudi).await);
        sari.taps("Lengkapi Sekarang").await;
        sari.says("Portal Bantuan Sosial Kota Seruni").await;
        ade.taps("Tanggal Salah, Tunggu").await;
        assert!(ade.last().contains("Loket menunggu"), "{}", ade.last());

        jumps(world, -YEARS - TimeDelta::days(3)).await;
        assert!(is_all_there(world, &yudi).await);
        ade.taps_old(&(message, right)).await;
        assert!(is_all_there(world, &yudi).await, "nothing is asked any more");
        sari.taps("Kirim").await;
        assert!(arif.sees_button("Disposisikan"), "{}", arif.screen());

        jumps(world, YEARS).await;
        assert_eq!(asked(&ade), 1, "again, as the first has been answered: {}", ade.screen());
        assert!(is_all_there(world, &yudi).await);
        ade.taps("Tanggal Benar, Lanjutkan").await;
        world.clock.advance(TimeDelta::days(1));
        world.settle().await;
        assert!(world.drafts(&yudi).await.is_empty(), "it was kept long enough");
        world.clock.advance(TimeDelta::days(1));
        world.settle().await;
        assert_eq!(asked(&ade), 0, "{}", ade.screen());
    }
}

play_on_both! {
    /// The clock of the machine is set back by seven hours in the middle of work, as where it took the time of the office for
    /// that of the world: cards, news and answers go on as if nothing had been.
    async fn a_clock_that_is_set_back_keeps_nobody_waiting(world) {
        let Office { sari, arif, dewi, .. } = Office::opens(world).await;
        hosting::submit(&sari).await;
        world.clock.advance(-TimeDelta::hours(7));
        world.settle().await;
        arif.taps("Disposisikan").await;
        assert!(dewi.sees_button("Disposisikan"), "{}", dewi.screen());
        assert!(sari.screen().contains("Sedang di: Kepala Bidang"), "{}", sari.screen());
        sari.says("/menu").await;
        assert!(sari.sees_button("Permohonan Saya"), "{}", sari.screen());
    }
}
