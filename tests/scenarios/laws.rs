//! Laws over every procedure we ship, whatever its file says.

use std::sync::Arc;

use domain::{
    office::Office,
    procedure::{Catalogue, Procedure},
};
use tests::{
    play,
    stage::walk::{
        Company, Way,
        paths::{covering, ends_of, withdrawals},
    },
};

fn shipped() -> Vec<Arc<Procedure>> {
    let office = Office::built_in().unwrap();
    let catalogue = Catalogue::built_in(&office).unwrap();
    catalogue.iter().cloned().collect()
}

/// The paths below reach every end a procedure names.
#[test]
fn every_end_is_reached_by_some_path() {
    for procedure in shipped() {
        let mut paths = covering(&procedure);
        paths.extend(withdrawals(&procedure));
        let named = procedure.ends.iter().map(|end| end.code.clone());
        assert_eq!(
            ends_of(&procedure, &paths),
            named.collect(),
            "{}",
            procedure.code
        );
    }
}

play! {
    /// Every outcome of every step is tapped on a phone, on paths that each reach an end.
    async fn every_outcome_leads_where_its_file_says(world) {
        for procedure in shipped() {
            let company = Company::gathers(world, &procedure).await;
            for (turn, path) in covering(&procedure).iter().enumerate() {
                let opening = if turn == 0 { Way::Chat } else { Way::Command };
                company.walks(path, turn, opening, Way::Chat).await;
            }
        }
    }
}

play! {
    /// From every step before the work starts, the applicant takes a request back.
    async fn a_request_can_be_taken_back_wherever_its_file_allows_it(world) {
        for procedure in shipped() {
            let company = Company::gathers(world, &procedure).await;
            for (turn, path) in withdrawals(&procedure).iter().enumerate() {
                company.walks(path, turn, Way::Command, Way::Command).await;
            }
        }
    }
}
