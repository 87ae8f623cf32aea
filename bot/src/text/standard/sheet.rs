//! The standard as a paper, to be hung up at the counter.

use chrono::{DateTime, Utc};
use domain::{office::Office, procedure::Procedure};
use press::{Fact, Grid, GridColumn, Section, Sheet, Signatory};

use super::{complaints, cost, products, requirements, saying, step_time, time};
use crate::text::{Speech, extract::tongue, issued::letterhead, sop_head, words::t};

/// The sheet that the press prints.
pub fn sheet(s: &Speech, office: &Office, procedure: &Procedure, at: DateTime<Utc>) -> Sheet {
    let local = at.with_timezone(&office.zone);
    let place = office.letters.place.clone();
    let mut facts = Vec::new();
    let mut sections = vec![
        listed(
            t!(plain s, "standard-requirements"),
            requirements(s, procedure),
        ),
        Section {
            heading: t!(plain s, "standard-steps"),
            grids: vec![steps(s, office, procedure)],
            ..Section::default()
        },
        told(t!(plain s, "standard-time"), time(s, office, procedure)),
        told(t!(plain s, "standard-cost"), vec![cost(s, procedure)]),
        listed(t!(plain s, "standard-product"), products(s, procedure)),
        told(t!(plain s, "standard-complaints"), turned_to(s, office)),
    ];
    let mut signatories = Vec::new();
    if let Some(head) = &procedure.sop {
        let lines = sop_head::facts(s, office, head);
        facts.extend(
            lines
                .into_iter()
                .map(|(label, value)| Fact { label, value }),
        );
        let lists = sop_head::lists(s, procedure, head);
        let lists = lists.into_iter().filter(|(_, points)| !points.is_empty());
        sections.extend(lists.map(|(heading, points)| listed(heading, points)));
        signatories.extend(head.signed_by.as_ref().map(|role| Signatory {
            capacity: vec![format!("{},", s.text(&office.title(role)))],
            ..Signatory::default()
        }));
    }
    Sheet {
        template: "standard".to_owned(),
        tongue: tongue(s),
        letterhead: letterhead(office),
        title: t!(plain s, "standard-paper"),
        subtitle: s.text(&procedure.title).to_owned(),
        place: place.unwrap_or_else(|| s.text(&office.place).to_owned()),
        date: local.date_naive(),
        moment: local.fixed_offset(),
        zone: office.zone_name.clone(),
        opening: vec![s.text(&procedure.about).to_owned()],
        facts,
        sections,
        signatories,
        footer: t!(
            plain s,
            "standard-footer",
            office = s.text(&office.name),
            code = procedure.code,
            version = procedure.version
        ),
        ..Sheet::default()
    }
}

fn listed(heading: String, points: Vec<String>) -> Section {
    Section {
        heading,
        points,
        ..Section::default()
    }
}

fn told(heading: String, paragraphs: Vec<String>) -> Section {
    Section {
        heading,
        paragraphs,
        ..Section::default()
    }
}

/// Where the counter is stands on paper as well, since nobody can tap there.
fn turned_to(s: &Speech, office: &Office) -> Vec<String> {
    let contact = &office.contact;
    let address = contact.address.as_ref().map(|it| s.text(it).to_owned());
    let reached = [address, contact.phone.clone(), contact.email.clone()];
    let reached: Vec<_> = reached.into_iter().flatten().collect();
    let mut said = complaints(s, office);
    if !reached.is_empty() {
        said.push(reached.join(" · "));
    }
    said
}

/// Every step, with who does it, what it needs, how long it takes and what comes of it.
fn steps(s: &Speech, office: &Office, procedure: &Procedure) -> Grid {
    let heading = |heading: String| GridColumn {
        heading,
        ..GridColumn::default()
    };
    let saying = saying(s, office, procedure);
    let optional = |text: Option<&domain::Text>| text.map_or("–", |text| s.text(text)).to_owned();
    let rows = procedure.steps.iter().map(|step| {
        vec![
            step.row.map(|row| row.to_string()).unwrap_or_default(),
            s.text(&step.activity).to_owned(),
            saying.role_title(step),
            optional(step.needs.as_ref()),
            step_time(&saying, step).unwrap_or_else(|| "–".to_owned()),
            optional(step.output.as_ref()),
        ]
    });
    Grid {
        columns: vec![
            heading(t!(plain s, "outline-number")),
            heading(t!(plain s, "outline-activity")),
            heading(t!(plain s, "outline-performer")),
            heading(t!(plain s, "outline-needs")),
            heading(t!(plain s, "outline-time")),
            heading(t!(plain s, "outline-output")),
        ],
        rows: rows.collect(),
        ..Grid::default()
    }
}
