//! A procedure changes while requests are under way: each keeps the version it was opened with.

use std::{fs, path::Path};

use tests::{
    World, play, play_on_both,
    stage::hosting::{Office, submit},
};

/// The shipped files, this one with changes.
fn hosting(folder: &Path, changes: &[(&str, &str)]) {
    let shipped = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../domain/procedures/hosting.toml"
    );
    let mut text = fs::read_to_string(shipped).unwrap();
    for (old, new) in changes {
        assert!(text.contains(old), "the file has no {old}");
        text = text.replacen(old, new, 1);
    }
    fs::write(folder.join("hosting.toml"), text).unwrap();
    let shipped = Path::new(shipped).parent().unwrap();
    for file in fs::read_dir(shipped).unwrap() {
        let file = file.unwrap().path();
        let there = folder.join(file.file_name().unwrap());
        if file.extension().is_some_and(|it| it == "toml") && !there.exists() {
            fs::copy(&file, there).unwrap();
        }
    }
}

/// Another label at the first desk, and helpdesk's record before the coordinator is left out.
const SECOND: [(&str, &str); 3] = [
    ("version = 5", "version = 6"),
    (
        "label = { id = \"Disposisikan\", en = \"Pass On\" }",
        "label = { id = \"Teruskan ke Kabid\", en = \"Pass On\" }",
    ),
    ("to = \"verifikasi\"", "to = \"catat\""),
];

async fn restart_with(world: &World, folder: &Path) {
    let folder = folder.to_owned();
    world
        .restart_with(|settings| settings.procedures = Some(folder))
        .await;
}

play_on_both! {
    /// What is under way goes on by the old file, what comes after it by the new one.
    async fn running_requests_keep_their_version(world) {
        let folder = tempfile::tempdir().unwrap();
        let Office { sari, hana, arif, dewi, rudi, .. } = Office::opens(world).await;
        submit(&sari).await;

        hosting(folder.path(), &SECOND);
        restart_with(world, folder.path()).await;
        arif.taps("Disposisikan").await;
        dewi.taps("Disposisikan").await;
        assert!(rudi.sees_button("Lengkap, Disposisikan"), "the old way leads to the coordinator");
        assert!(!hana.sees_button("Catat & Teruskan"));

        submit(&sari).await;
        assert!(!arif.sees_button("Disposisikan"), "the new file has another word for it");
        arif.taps("Teruskan ke Kabid").await;
        dewi.taps("Disposisikan").await;
        assert!(hana.sees_button("Catat & Teruskan"), "the new way leads to helpdesk at once");
        rudi.taps("Lengkap, Disposisikan").await;

        let db = world.counter().db;
        for (id, version) in [(1, 5), (2, 6)] {
            let request = db.request(domain::id::RequestId(id)).await.unwrap().unwrap();
            assert_eq!(request.procedure_version, version, "{}", request.ticket);
        }
    }
}

play! {
    /// A half-filled form goes on with the questions it began with.
    async fn a_draft_keeps_its_version(world) {
        let folder = tempfile::tempdir().unwrap();
        let Office { sari, .. } = Office::opens(world).await;
        sari.says("/ajukan").await;
        sari.taps("Hosting Website/Aplikasi").await;

        let question = ("Apa nama website atau aplikasinya?", "Apa namanya?");
        hosting(folder.path(), &[SECOND[0], question]);
        restart_with(world, folder.path()).await;
        sari.taps("Website").await;
        assert!(sari.last().contains(question.0), "{}", sari.last());
    }
}

play! {
    /// The bot does not start with a file that changed without a higher version, and says which.
    async fn a_change_needs_a_higher_version(world) {
        let folder = tempfile::tempdir().unwrap();
        hosting(folder.path(), &[SECOND[1]]);
        world.kill_bot().await;
        let mut settings = world.settings();
        settings.procedures = Some(folder.path().to_owned());
        let refused = bot::start(settings).await.err().expect("the bot does not start");
        let said = format!("{refused:#}");
        for word in ["hosting.toml", "still says version 5", "`version = 6`"] {
            assert!(said.contains(word), "{said}");
        }
        world.start_bot().await;
    }
}
