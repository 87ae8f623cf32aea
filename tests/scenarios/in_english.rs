//! Every procedure we ship, in English from the first question to a good end: the shortest such way,
//! found in its file.

use domain::{
    Language,
    office::Office,
    procedure::{Catalogue, EndKind},
};
use insta::assert_snapshot;
use tests::{
    Engine, World,
    stage::walk::{
        Company, Way,
        paths::{Path, covering, ends_of},
    },
};

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn every_procedure_speaks_english_to_its_applicant() {
    let office = Office::built_in().unwrap();
    let catalogue = Catalogue::built_in(&office).unwrap();
    // What is begun from the end of another request speaks English in `objecting`.
    let begun = catalogue.iter().filter(|it| it.follows.is_none());
    for procedure in begun {
        let is_done = |path: &Path| {
            let ends = ends_of(procedure, std::slice::from_ref(path));
            let kind = |code| procedure.end(code).map(|end| end.kind);
            ends.iter().all(|code| kind(code) == Some(EndKind::Done))
        };
        let paths = covering(procedure);
        let good = paths.iter().filter(|path| is_done(path));
        let path = good.min_by_key(|path| path.moves.len()).unwrap();

        let world = World::open(Engine::Sqlite).await;
        let company = Company::gathers_speaking(&world, procedure, Language::EN).await;
        company.walks(path, 1, Way::Chat, Way::Chat).await;
        let applicant = company.holder(&path.opening.role);
        let name = format!("{}_in_english", procedure.code);
        assert_snapshot!(name, applicant.player.chat());
        world.finish().await;
    }
}
