//! What one person writes reaches those it is for.

use domain::{office::Office, procedure::Catalogue};
use insta::assert_snapshot;
use tests::{
    World, play,
    stage::{
        hosting::{Office as HostingOffice, submit_to_analysis},
        walk::{Company, paths::wordy},
    },
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
        tables.push(Box::pin(company.who_reads(&path)).await);
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

play! {
    /// What is too long for a card is a tap away, as whole as it was written, and the card says so. Whoever does not sit
    /// at that desk any more has no such button.
    async fn what_is_long_is_read_in_full(world) {
        let office = HostingOffice::opens(world).await;
        submit_to_analysis(&office).await;
        let HostingOffice { toni, rudi, dewi, .. } = &office;
        let long = |words: &str, end: &str, most: usize| {
            let room = most - end.chars().count();
            let words: String = words.chars().cycle().take(room).collect();
            format!("{words}{end}")
        };
        let findings = long("Kapasitas diperiksa. ", "Demikian analisisnya.", 1_500);
        let opinion = long("Pendapat kami setuju. ", "Demikian pendapatnya.", 500);
        toni.taps("Kirim ke Koordinator").await;
        toni.taps("Dapat dilaksanakan").await;
        toni.says(&findings).await;
        toni.taps("Lewati").await;
        toni.taps("Kirim ke Koordinator").await;

        assert!(!rudi.screen().contains("Demikian analisisnya."), "{}", rudi.screen());
        let whole = rudi.button("Selengkapnya");
        rudi.taps("Selengkapnya").await;
        assert!(rudi.screen().contains(&findings), "{}", rudi.screen());
        rudi.taps("Teruskan dengan Pendapat").await;
        rudi.says(&opinion).await;
        rudi.taps("Teruskan dengan Pendapat").await;
        dewi.taps("Selengkapnya").await;
        for said in [&findings, &opinion] {
            assert!(dewi.screen().contains(said.as_str()), "{}", dewi.screen());
        }

        assert!(!rudi.sees_button("Selengkapnya"), "{}", rudi.screen());
        rudi.taps_old(&whole).await;
        assert!(rudi.toast().contains("tidak dikenal"), "{}", rudi.toast());
    }
}
