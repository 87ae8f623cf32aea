//! What one person writes reaches those it is for.

use domain::{office::Office, procedure::Catalogue};
use insta::assert_snapshot;
use tests::{
    World, play,
    stage::walk::{Company, paths::wordy},
};

/// Who reads what officials write in a procedure, and where the request stands then. What stands in the table came
/// to lie in that person's chat by itself; the applicant has also opened everything that can be opened.
async fn who_reads(world: &World, code: &str) {
    let office = Office::built_in().unwrap();
    let catalogue = Catalogue::built_in(&office).unwrap();
    let procedure = catalogue.get(&code.into()).expect("a procedure");
    let company = Company::gathers(world, procedure).await;
    let mut tables = Vec::new();
    for path in wordy(procedure) {
        tables.push(company.who_reads(&path).await);
    }
    assert_snapshot!(format!("who_reads_{code}"), tables.join("\n"));
}

play! {
    /// Twelve rows: an instruction, an analysis, an opinion, a result, a report.
    async fn everything_written_in_hosting_is_read(world) {
        Box::pin(who_reads(world, "hosting")).await;
    }
}

play! {
    /// A name that is agreed, made, and received.
    async fn everything_written_in_subdomain_is_read(world) {
        Box::pin(who_reads(world, "subdomain")).await;
    }
}

play! {
    /// A security test whose findings are the office's alone.
    async fn everything_written_in_application_upload_is_read(world) {
        Box::pin(who_reads(world, "application-upload")).await;
    }
}

play! {
    /// An approval on conditions, which whoever installs the server must know.
    async fn everything_written_in_colocation_is_read(world) {
        Box::pin(who_reads(world, "colocation")).await;
    }
}

play! {
    /// Who comes in, with what, and who was with them.
    async fn everything_written_in_a_visit_is_read(world) {
        Box::pin(who_reads(world, "datacenter-visit")).await;
    }
}
