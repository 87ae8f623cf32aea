//! Every procedure we ship, in English from the first question to a good end: the shortest such way,
//! found in its file.

use domain::{
    Language,
    office::Office,
    procedure::{Catalogue, EndKind},
};
use insta::assert_snapshot;
use tests::{
    World, play_on_both,
    stage::walk::{
        Company, Way,
        paths::{Path, covering, ends_of},
    },
};

/// Walks through a procedure by its shortest good way, and keeps what the applicant reads.
async fn walks(world: &World, code: &str) {
    let office = Office::built_in().unwrap();
    let catalogue = Catalogue::built_in(&office).unwrap();
    let procedure = catalogue.get(&code.into()).expect("a procedure");
    let is_done = |path: &Path| {
        let ends = ends_of(procedure, std::slice::from_ref(path));
        let kind = |code| procedure.end(code).map(|end| end.kind);
        ends.iter().all(|code| kind(code) == Some(EndKind::Done))
    };
    let paths = covering(procedure);
    let good = paths.iter().filter(|path| is_done(path));
    let path = good.min_by_key(|path| path.moves.len()).unwrap();
    let company = Company::gathers_speaking(world, procedure, Language::EN).await;
    company.walks(path, 1, Way::Chat, Way::Chat).await;
    let applicant = company.holder(&path.opening.role);
    assert_snapshot!(format!("{code}_in_english"), applicant.player.chat());
}

/// What is begun from the end of another request speaks English in `objecting`.
#[test]
fn every_procedure_is_walked() {
    let office = Office::built_in().unwrap();
    let catalogue = Catalogue::built_in(&office).unwrap();
    let begun = catalogue.iter().filter(|it| it.follows.is_none());
    let codes: Vec<_> = begun.map(|it| it.code.as_str()).collect();
    assert_eq!(
        codes,
        [
            "application-upload",
            "colocation",
            "datacenter-visit",
            "hosting",
            "registration",
            "subdomain"
        ]
    );
}

play_on_both! {
    /// An application is put on a server.
    async fn application_upload_in_english(world) {
        Box::pin(walks(world, "application-upload")).await;
    }
}

play_on_both! {
    /// A server is placed.
    async fn colocation_in_english(world) {
        Box::pin(walks(world, "colocation")).await;
    }
}

play_on_both! {
    /// A visit is permitted, and is over.
    async fn visit_in_english(world) {
        Box::pin(walks(world, "datacenter-visit")).await;
    }
}

play_on_both! {
    /// A website is approved, and live.
    async fn hosting_in_english(world) {
        Box::pin(walks(world, "hosting")).await;
    }
}

play_on_both! {
    /// A newcomer is let in.
    async fn registration_in_english(world) {
        Box::pin(walks(world, "registration")).await;
    }
}

play_on_both! {
    /// A name is agreed, and live.
    async fn subdomain_in_english(world) {
        Box::pin(walks(world, "subdomain")).await;
    }
}
