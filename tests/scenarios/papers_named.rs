//! Laws of the papers that the procedure files name.

use domain::{
    office::Office,
    procedure::{
        Bearer, Catalogue, EndKind, Reader,
        issue::{PASS, TEMPLATES},
    },
};

/// Every paper of every procedure is issued by something that can happen, and somebody gets it.
#[test]
fn every_paper_is_issued_and_goes_to_somebody() {
    let office = Office::built_in().unwrap();
    let catalogue = Catalogue::built_in(&office).unwrap();
    let mut papers = 0;
    for procedure in catalogue.iter() {
        for paper in &procedure.papers {
            papers += 1;
            let name = format!("{}: {}", procedure.code, paper.code);
            let outcomes = procedure.steps.iter().flat_map(|step| {
                let here = step.outcomes.iter();
                here.filter(move |outcome| paper.is_issued(&step.code, &outcome.code))
            });
            let ends = procedure
                .ends
                .iter()
                .filter(|end| paper.is_issued_at(&end.code));
            let ways = outcomes.count() + ends.count();
            assert!(
                ways >= paper.on.len().max(1),
                "{name} names what issues nothing"
            );
            let sent = paper.bearer != Bearer::Office || !paper.to.is_empty();
            let found = paper.bearer.includes(Reader::Office);
            assert!(sent || found, "{name} goes to nobody");
        }
        let receives =
            procedure.house || procedure.papers.iter().any(|it| it.template == "receipt");
        assert!(
            receives,
            "{}: whoever hands something in gets a receipt",
            procedure.code
        );
        for end in procedure
            .ends
            .iter()
            .filter(|it| it.kind == EndKind::Rejected)
        {
            let refused = procedure.papers.iter();
            let mut refused =
                refused.filter(|it| it.template == "refusal" && it.is_issued_at(&end.code));
            assert!(
                procedure.house || refused.next().is_some(),
                "{}: {} has no letter",
                procedure.code,
                end.code
            );
        }
    }
    assert!(papers > 20);
}

/// What the domain knows of templates is what the press has.
#[test]
fn every_built_in_template_is_there() {
    let shop = press::Shop::default();
    let there = shop.templates();
    for template in TEMPLATES.iter().chain([&PASS]) {
        assert!(there.contains(template), "{template}");
    }
}
