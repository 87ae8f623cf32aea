//! An office is moved and comes through the loss of its machine: everything in a backup is there again, no number is
//! given twice, and old news is not told again.

use std::{fs, path::Path};

use bot::{Settings, backup, text::Words};
use chrono::TimeDelta;
use domain::{
    Language,
    query::{Break, audit},
    store::Anchor,
};
use tests::{
    World, cast, play, play_on_both,
    stage::hosting::{self, Office, fill_in_as},
};

/// Another machine: nothing is there yet.
async fn elsewhere(world: &World, folder: &Path) -> Settings {
    let mut settings = world.settings();
    settings.database_url = world.engine.nothing(folder).await;
    settings.archive = folder.join("archive");
    settings
}

async fn moves_to(world: &World, there: &Settings) {
    let there = there.clone();
    world.restart_with(|settings| *settings = there).await;
}

/// Files beneath a folder that are one with a file elsewhere.
#[cfg(unix)]
fn shared(folder: &Path) -> usize {
    use std::os::unix::fs::MetadataExt;
    let folders = fs::read_dir(folder.join("archive")).unwrap().flatten();
    let files = folders.flat_map(|it| fs::read_dir(it.path()).into_iter().flatten().flatten());
    files
        .filter(|file| file.metadata().unwrap().nlink() > 1)
        .count()
}

/// What the backup holds is held against the chain as ever. An anchor of what came after it is none that somebody has
/// made false: it says when that was lost, and nothing else is wrong.
async fn anchors_are_judged_by_what_was_lost(world: &World, kept: &Anchor, lost: &Anchor) {
    assert!(kept.place < lost.place);
    let counter = world.counter();
    let audited = async |anchor: &str| audit(&counter, Anchor::read(anchor)).await.unwrap();
    let whole = audited(&kept.short()).await;
    assert_eq!((whole.breaks, whole.lost), (vec![], None));
    let gone = audited(&lost.short()).await;
    assert_eq!(gone.breaks, []);
    let said = gone.lost.expect("it was lost");
    assert_eq!(
        (said.place, said.restoration.place),
        (lost.place, Some(kept.place))
    );
    let words = Words::load();
    for (language, says) in [
        (Language::ID, "dipulihkan dari cadangan"),
        (Language::EN, "was restored"),
    ] {
        let speech = words.speech(language);
        let said = bot::text::audit::lost(&speech, &counter.office, &said);
        let ends = kept.place.to_string();
        assert!(said.contains(says) && said.contains(&ends), "{said}");
    }
    // What the backup held was changed since: that is no loss.
    let other = format!("{}:0000-0000-0000-0000-0000", kept.place);
    let changed = audited(&other).await;
    let place = kept.place;
    assert_eq!(
        (changed.breaks, changed.lost),
        (vec![Break::Anchor { place }], None)
    );
}

play_on_both! {
    /// A backup is made while the bot runs; later the machine is lost. On another one everything up to the backup is
    /// there, down to the bytes of a letter. Numbers that were given since are not given again.
    async fn after_the_loss_of_its_machine_an_office_goes_on(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        let ade = world.person(cast::ADE).await;
        hosting::submit(&sari).await;
        let (folder, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let kept = folder.path().join("kept");
        let made = backup::make(&world.settings(), &kept, None).await.unwrap();
        // The letter, and the receipt for it.
        assert_eq!((made.papers(), made.altered().len()), (2, 0));
        let verified = backup::verify(&kept).await.unwrap();
        assert_eq!((&verified.broken, &verified.amiss), (&vec![], &vec![]));
        let sound = verified.sound.map(|sound| (sound.requests, sound.papers));
        let is_file = matches!(world.engine, tests::Engine::Sqlite);
        assert_eq!(sound, is_file.then_some((1, 2)));

        let kept_anchor = world.counter().db.anchor().await.unwrap();

        // What nobody will know of any more.
        fill_in_as(&sari, "Kedua").await;
        sari.taps("Kirim Permohonan").await;
        assert_eq!(world.requests().await[1].ticket, "HWA-2026-0002");
        let lost_anchor = world.counter().db.anchor().await.unwrap();

        let elsewhere = elsewhere(world, there.path()).await;
        let restored = backup::restore(&elsewhere, &kept, Some(20)).await.unwrap();
        assert_eq!((restored.requests, restored.papers, &restored.amiss), (1, 2, &vec![]));
        moves_to(world, &elsewhere).await;

        assert_eq!(world.requests().await.len(), 1);
        let told = ade.last();
        assert!(told.contains("Loket dipulihkan dari cadangan"), "{told}");
        assert!(told.contains("24 November 2026") && told.contains("20 nomor"), "{told}");
        assert!(told.contains("tidak dapat dicocokkan lagi"), "{told}");
        fill_in_as(&sari, "Ketiga").await;
        sari.taps("Kirim Permohonan").await;
        assert_eq!(world.requests().await[1].ticket, "HWA-2026-0022");
        anchors_are_judged_by_what_was_lost(world, &kept_anchor, &lost_anchor).await;
        arif.says("/tugas").await;
        arif.taps("HWA-2026-0001").await;
        arif.taps("Berkas (1)").await;
        assert!(arif.last().contains("HWA-2026-0001"), "{}", arif.last());
    }
}

play_on_both! {
    /// What was due when the backup was made was told a moment later, and is not told again. Where the bot had stopped
    /// before and has not run since, it is told, and no number is left out.
    async fn old_news_is_told_once(world) {
        let Office { sari, hana, .. } = Office::opens(world).await;
        hosting::submit(&sari).await;
        world.stop_bot().await;
        // Something that the courier did not come to.
        let due = "INSERT INTO outbox (person_id, what, created_at, urgency, attempts) \
            SELECT id, '{\"kind\":\"guessing\",\"tries\":77}', '2026-11-24 03:00:00+00:00', 1, 0 \
            FROM person WHERE name = 'Hana'";
        world.runs(due).await;
        let folder = tempfile::tempdir().unwrap();
        let kept = folder.path().join("kept");
        backup::make(&world.settings(), &kept, None).await.unwrap();

        for (left_out, told, next) in [(Some(5), 0, "HWA-2026-0007"), (None, 1, "HWA-2026-0002")] {
            let there = tempfile::tempdir().unwrap();
            let elsewhere = elsewhere(world, there.path()).await;
            let restored = backup::restore(&elsewhere, &kept, left_out).await.unwrap();
            assert_eq!(restored.gone_on.old_news, 1 - told);
            moves_to(world, &elsewhere).await;
            assert_eq!(hana.messages_with("77"), usize::try_from(told).unwrap(), "{}", hana.screen());
            fill_in_as(&sari, "Kedua").await;
            sari.taps("Kirim Permohonan").await;
            assert_eq!(world.requests().await[1].ticket, next);
            world.stop_bot().await;
            // The folder goes with its machine.
            std::mem::forget(there);
        }
        world.start_bot().await;
    }
}

play! {
    /// One byte is enough: the backup says which file it is, and nothing is restored. A letter that is gone stands in
    /// nobody's way, and is said.
    async fn a_damaged_backup_is_known_by_its_fingerprints(world) {
        let Office { sari, .. } = Office::opens(world).await;
        hosting::submit(&sari).await;
        let (folder, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let kept = folder.path().join("kept");
        let made = backup::make(&world.settings(), &kept, None).await.unwrap();
        let again = backup::make(&world.settings(), &kept, None).await.unwrap_err();
        assert!(again.to_string().contains("is not empty"), "{again}");
        assert_eq!(made.papers(), 2);

        let database = kept.join("database.db");
        let whole = fs::read(&database).unwrap();
        let mut altered = whole.clone();
        let last = altered.len() - 100;
        altered[last] ^= 1;
        fs::write(&database, altered).unwrap();
        let verified = backup::verify(&kept).await.unwrap();
        assert_eq!(verified.broken, ["database.db is not what was written"]);
        let elsewhere = elsewhere(world, there.path()).await;
        let refused = backup::restore(&elsewhere, &kept, Some(5)).await.unwrap_err();
        assert!(refused.to_string().contains("nothing was restored"), "{refused}");
        assert_eq!(fs::read_dir(there.path()).unwrap().count(), 0);

        fs::write(&database, whole).unwrap();
        let paper = world.requests().await[0].state.answers.papers().next().unwrap().1.sha256.clone();
        let (front, rest) = paper.split_at(2);
        fs::remove_file(kept.join("archive").join(front).join(rest)).unwrap();
        let restored = backup::restore(&elsewhere, &kept, Some(5)).await.unwrap();
        assert_eq!(restored.papers, 1);
        assert!(restored.amiss.iter().any(|it| it.contains(&paper)), "{:?}", restored.amiss);
        // What is there is never written over.
        let refused = backup::restore(&elsewhere, &kept, Some(5)).await.unwrap_err();
        assert!(refused.to_string().contains("DATABASE_URL is not empty"), "{refused}");
    }
}

play! {
    /// Every day one, and the oldest goes when there are enough. A letter lies on the disk once, however many backups
    /// hold it. Where none can be made, administrators hear of it, once a day.
    async fn a_backup_is_made_every_day(world) {
        world.asked.log.brings_about("the day's backup could not be made");
        let folder = tempfile::tempdir().unwrap();
        let Office { sari, .. } = Office::opens(world).await;
        let ade = world.person(cast::ADE).await;
        hosting::submit(&sari).await;
        let daily = bot::settings::DailyBackup { folder: folder.path().join("days"), keep: 2 };
        let kept = daily.folder.clone();
        world.restart_with(|settings| settings.daily_backup = Some(daily)).await;
        let names = || {
            let mut names: Vec<_> = fs::read_dir(&kept).into_iter().flatten().flatten()
                .map(|it| it.file_name().into_string().unwrap()).collect();
            names.sort();
            names
        };
        let days = ["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"];
        for (nth, day) in days.iter().enumerate() {
            if nth > 0 {
                world.time_passes(TimeDelta::days(1));
                world.settle().await;
            }
            let newest = format!("loket-{day}");
            tests::stage::outside::found(async || {
                let there = names();
                (there.last() == Some(&newest) && there.len() <= 2).then_some(())
            })
            .await;
        }
        assert_eq!(names(), ["loket-2026-11-26", "loket-2026-11-27"]);
        #[cfg(unix)]
        assert_eq!(shared(&kept.join("loket-2026-11-27")), 2);
        let verified = backup::verify(&kept.join("loket-2026-11-27")).await.unwrap();
        assert_eq!((verified.broken, verified.amiss), (vec![], vec![]));

        // Something else lies in the way.
        fs::remove_dir_all(&kept).unwrap();
        fs::write(&kept, b"no folder").unwrap();
        world.time_passes(TimeDelta::days(1));
        let telegram = world.telegram.clone();
        telegram.until(|_| ade.messages_with("Cadangan harian hari ini belum berhasil") == 1).await;
        world.time_passes(TimeDelta::hours(2));
        world.settle().await;
        assert_eq!(ade.messages_with("Cadangan harian hari ini belum berhasil"), 1);
    }
}
