//! A paper before it is printed. Official papers are in Indonesian; what people wrote is printed as they wrote it.

use domain::{
    check_code::grouped,
    mandate::BehalfKind,
    office::Office,
    person::Official,
    procedure::{Answer, Bearer, Field, Kind},
    query::{FollowUp, Happened, HistoryEntry, PrintedPaper},
};
use press::{
    Fact, Flush, Grid, GridColumn, Letterhead, Party, Proof, Ruling, Section, Sheet, Signatory,
    Tongue,
};

use crate::text::{
    Speech,
    moment::{day, moment},
    people::{post, title},
    value::{ready, value},
    words::t,
};

/// The sheet that the press prints.
pub fn sheet(s: &Speech, office: &Office, paper: &PrintedPaper) -> Sheet {
    let (issued, issue, dossier) = (&paper.issued, &paper.issue, &paper.dossier);
    let local = issued.at.with_timezone(&office.zone);
    let code = grouped(&issued.check);
    let template = issue.template.as_str();
    let says = issue.says.as_ref().map(|says| says.id.as_str());
    let mut sheet = Sheet {
        template: template.to_owned(),
        tongue: Tongue::Id,
        letterhead: letterhead(office),
        title: issue.title.id.clone(),
        subtitle: dossier.procedure.title.id.clone(),
        number: issued.number.clone().unwrap_or_default(),
        place: office
            .letters
            .place
            .clone()
            .unwrap_or_else(|| office.place.id.clone()),
        date: local.date_naive(),
        moment: local.fixed_offset(),
        zone: office.zone_name.clone(),
        facts: facts(s, office, paper),
        opening: paragraphs(says.unwrap_or(&opening(s, office, paper))),
        rulings: rulings(s, office, paper),
        signatories: paper
            .signed
            .iter()
            .map(|it| signatory(s, office, it, &paper.official))
            .collect(),
        proof: Some(Proof {
            link: format!("/cek {code}"),
            code: code.clone(),
        }),
        footer: t!(plain s, "paper-footer", office = &office.name.id, code = &code),
        ..Sheet::default()
    };
    let table = paper
        .table()
        .map(|(field, answer)| table(s, office, field, answer));
    match template {
        "refusal" => {
            sheet.subtitle.clear();
            sheet.title =
                t!(plain s, "paper-subject-refusal", service = &dossier.procedure.title.id);
            sheet.addressee = vec![
                t!(plain s, "paper-head", agency = &dossier.agency.id),
                t!(plain s, "paper-attention", name = &paper.applicant),
            ];
            sheet.facts = letter_facts(s);
            sheet.rulings.clear();
            sheet.sections = reason(s, paper);
            let follow_up = paper.follow_up.as_ref();
            let follow_up = follow_up.map(|found| way_left(s, office, paper, found));
            let closing = t!(plain s, "paper-closing-refusal");
            sheet.closing = follow_up.into_iter().chain([closing]).collect();
        }
        "handover" => {
            sheet.parties = parties(s, office, paper);
            sheet.signatories = parties_sign(s, office, paper);
            // Agency and applicant stand there as a party.
            sheet.facts.drain(1..3);
            sheet.rulings.clear();
            sheet.closing = paragraphs(&t!(plain s, "paper-closing-handover"));
        }
        "receipt" => {
            sheet.rulings.clear();
            sheet.closing = paragraphs(&t!(plain s, "paper-closing-receipt"));
        }
        "pass" => sheet.rulings.clear(),
        "permit" => sheet.closing = paragraphs(&t!(plain s, "paper-closing-permit")),
        // What is said last goes over to the next page with the signature.
        "report" => sheet.closing = paragraphs(&t!(plain s, "paper-closing-report")),
        "form" if !sheet.signatories.is_empty() => {
            sheet.closing = paragraphs(&t!(plain s, "paper-closing-report"));
        }
        _ => {}
    }
    sheet.sections.extend(table);
    if template == "pass" {
        sheet.footer.clone_from(&office.name.id);
        sheet.closing = paragraphs(&t!(plain s, "paper-closing-pass"));
    }
    sheet
}

/// The head of all that the office prints.
pub fn letterhead(office: &Office) -> Letterhead {
    Letterhead {
        lines: office.letterhead(),
        address: office.letters.address.clone(),
    }
}

/// What stands between the number of a letter and its subject.
fn letter_facts(s: &Speech) -> Vec<Fact> {
    let fact = |label, value| Fact { label, value };
    vec![
        fact(
            t!(plain s, "paper-nature"),
            t!(plain s, "paper-nature-usual"),
        ),
        fact(
            t!(plain s, "paper-annexes"),
            t!(plain s, "paper-annexes-none"),
        ),
    ]
}

/// What is said first where the file says nothing.
fn opening(s: &Speech, office: &Office, paper: &PrintedPaper) -> String {
    let request = &paper.dossier.request;
    match paper.issue.template.as_str() {
        "receipt" => t!(plain s, "paper-opening-receipt"),
        "report" => t!(plain s, "paper-opening-report"),
        "permit" => t!(plain s, "paper-opening-permit"),
        "refusal" => {
            let at = moment(s, office, request.opened_at);
            t!(plain s, "paper-opening-refusal", ticket = &request.ticket, at = at)
        }
        "handover" => t!(plain s, "paper-opening-handover"),
        _ => String::new(),
    }
}

/// Empty lines divide paragraphs.
fn paragraphs(text: &str) -> Vec<String> {
    let parts = text.split("\n\n").map(str::trim);
    parts
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Which request it is, then the answers.
fn facts(s: &Speech, office: &Office, paper: &PrintedPaper) -> Vec<Fact> {
    let dossier = &paper.dossier;
    let fact = |label, value: &str| Fact {
        label,
        value: value.to_owned(),
    };
    let mut facts = vec![
        fact(t!(plain s, "paper-ticket"), &dossier.request.ticket),
        fact(t!(plain s, "paper-agency"), &dossier.agency.id),
        fact(t!(plain s, "paper-applicant"), &paper.applicant),
        fact(
            t!(plain s, "paper-received-at"),
            &moment(s, office, dossier.request.opened_at),
        ),
    ];
    if paper.issue.is_picture() {
        facts.truncate(2);
    }
    for (field, answer) in paper.facts() {
        facts.push(fact(
            s.text(&field.label).to_owned(),
            &value(s, office, field, answer),
        ));
    }
    facts
}

/// A table, with its heading.
fn table(s: &Speech, office: &Office, field: &Field, answer: &Answer) -> Section {
    let columns = field.columns();
    let rows = match answer {
        Answer::Rows(rows) => rows.as_slice(),
        _ => &[],
    };
    let cell = |cells: &domain::procedure::Answers, column: &Field| match cells.get(&column.code) {
        Some(Answer::Skipped) | None => String::new(),
        Some(answer) => value(s, office, column, answer),
    };
    let rows = rows
        .iter()
        .map(|cells| columns.iter().map(|column| cell(cells, column)).collect());
    let grid = Grid {
        numbered: true,
        columns: columns
            .iter()
            .map(|column| GridColumn {
                heading: s.text(&column.label).to_owned(),
                flush: match column.kind {
                    Kind::Number(_) | Kind::Decimal(_) => Flush::Right,
                    _ => Flush::Left,
                },
            })
            .collect(),
        rows: rows.collect(),
        ..Grid::default()
    };
    Section {
        heading: s.text(&field.label).to_owned(),
        grids: vec![grid],
        ..Section::default()
    }
}

/// Why it was refused.
fn reason(s: &Speech, paper: &PrintedPaper) -> Vec<Section> {
    let words = paper.reason.as_deref();
    let ready_made = words.and_then(|words| paper.dossier.procedure.ready_reason(words));
    let words = match (ready_made, words) {
        (Some(ready), _) => s.text(ready).to_owned(),
        (None, Some(words)) => words.to_owned(),
        (None, None) => return Vec::new(),
    };
    let ends = words.ends_with(['.', '!', '?']);
    let words = if ends { words } else { words + "." };
    vec![Section {
        paragraphs: vec![words],
        ..Section::default()
    }]
}

/// The way that is left to whoever is refused: in which way, with whom, and until when.
fn way_left(s: &Speech, office: &Office, paper: &PrintedPaper, found: &FollowUp) -> String {
    let role = found.desk().map(|role| office.title(role));
    t!(
        plain s,
        "paper-refusal-follow-up",
        source = s.text(&found.procedure.source),
        what = s.text(&found.procedure.title),
        role = role.as_ref().map_or("", |role| s.text(role)),
        day = day(s, office.calendar.day_of(found.until)),
        ticket = &paper.dossier.request.ticket,
        button = found.follows().map_or("", |it| s.text(&it.button))
    )
}

/// Who decided what, as far as whoever may have the paper may read it.
fn rulings(s: &Speech, office: &Office, paper: &PrintedPaper) -> Vec<Ruling> {
    let procedure = &paper.dossier.procedure;
    let mut rulings = Vec::new();
    for entry in &paper.rulings {
        let Happened::Decided { behalf, passage } = &entry.happened else {
            continue;
        };
        let (Some(step), Some(outcome)) = (passage.step(procedure), passage.outcome(procedure))
        else {
            continue;
        };
        let by_applicant = procedure.is_applicants(step);
        if by_applicant && paper.issue.bearer == Bearer::Office {
            continue;
        }
        let decision = &passage.decision;
        let said = step.fields.iter().filter_map(|field| {
            let answer = decision.answers.get(&field.code)?;
            if field.is_paper() || field.is_table() {
                return None;
            }
            let words = value(s, office, field, answer);
            Some(format!("{}: {words}", s.text(&field.label)))
        });
        let reason = decision.reason.as_deref().unwrap_or_default();
        rulings.push(Ruling {
            row: step.row.map(|row| row.to_string()).unwrap_or_default(),
            post: post(s, office, &decision.role, behalf.as_deref()),
            name: entry.by.clone(),
            to: String::new(),
            decided: s.text(&outcome.past).to_owned(),
            instruction: one_after_another(said.collect()),
            note: ready(s, outcome.usual.iter(), reason).to_owned(),
            at: entry.at.with_timezone(&office.zone).naive_local(),
        });
    }
    rulings
}

/// Sentences in a row; those before the last end where the next begins.
fn one_after_another(mut said: Vec<String>) -> String {
    let last = said.pop();
    let ended = said.iter().map(|it| without_full_stop(it));
    ended.chain(last.as_deref()).collect::<Vec<_>>().join("; ")
}

/// A full stop ends a sentence; behind *S.E*, *Dr* or *dll* it belongs to the word.
fn without_full_stop(said: &str) -> &str {
    let Some(rest) = said.strip_suffix('.') else {
        return said;
    };
    let word = rest.rsplit(' ').next().unwrap_or(rest);
    let is_short = word.contains('.') || word.chars().count() < 4;
    if is_short { said } else { rest }
}

/// Whoever decided, as what, and when: nobody signs by hand.
fn signatory(s: &Speech, office: &Office, entry: &HistoryEntry, official: &Official) -> Signatory {
    let Happened::Decided { behalf, passage } = &entry.happened else {
        return Signatory::default();
    };
    let role = &passage.decision.role;
    let acting = behalf.as_deref();
    let capacity = match acting.map(|acting| acting.kind) {
        Some(BehalfKind::TakenOver | BehalfKind::Standing | BehalfKind::Itself) => {
            post(s, office, role, acting)
        }
        _ => title(s, office, role, acting),
    };
    Signatory {
        capacity: vec![format!("{capacity},")],
        name: entry.by.clone(),
        rank: official.rank.clone().unwrap_or_default(),
        nip: official.nip.clone().unwrap_or_default(),
        confirmed: t!(plain s, "paper-confirmed", at = moment(s, office, entry.at)),
        ..Signatory::default()
    }
}

/// Who hands over, and who receives.
fn parties(s: &Speech, office: &Office, paper: &PrintedPaper) -> Vec<Party> {
    let agency = Party {
        name: paper.applicant.clone(),
        post: s
            .text(&office.title(&paper.dossier.procedure.opens))
            .to_owned(),
        agency: paper.dossier.agency.id.clone(),
        ..Party::default()
    };
    let signed = paper
        .signed
        .as_ref()
        .map(|entry| (entry, signatory(s, office, entry, &paper.official)));
    let own = signed.map(|(entry, signatory)| Party {
        name: entry.by.clone(),
        nip: signatory.nip.clone(),
        post: signatory
            .capacity
            .join(" ")
            .trim_end_matches(',')
            .to_owned(),
        agency: office.name.id.clone(),
    });
    std::iter::once(agency).chain(own).collect()
}

/// The second party stands to the left; the agency confirms in the chat.
fn parties_sign(s: &Speech, office: &Office, paper: &PrintedPaper) -> Vec<Signatory> {
    let own = paper.signed.as_ref().map(|entry| Signatory {
        stands_for: t!(plain s, "paper-second-party"),
        ..signatory(s, office, entry, &paper.official)
    });
    let agency = Signatory {
        stands_for: t!(plain s, "paper-first-party"),
        capacity: vec![paper.dossier.agency.id.clone()],
        name: paper.applicant.clone(),
        confirmed: match &paper.confirmed {
            Some(entry) => confirmed(s, office, entry),
            None => t!(plain s, "paper-awaits"),
        },
        ..Signatory::default()
    };
    own.into_iter().chain([agency]).collect()
}

/// Who of the agency has confirmed it, when, and from which account. Where nobody has answered, the procedure goes on
/// by itself, and the paper says so.
fn confirmed(s: &Speech, office: &Office, entry: &HistoryEntry) -> String {
    let at = moment(s, office, entry.at);
    let account = match &entry.happened {
        Happened::Decided { passage, .. } => passage.decision.account,
        _ => None,
    };
    match account {
        Some(account) => {
            // So much that its holder knows it, and nobody else finds them by it.
            let digits = account.0.to_string();
            let last = digits.len().saturating_sub(4);
            let account = digits.get(last..).unwrap_or_default();
            t!(plain s, "paper-confirmed-by", name = &entry.by, at = at, account = account)
        }
        None => t!(plain s, "paper-unanswered", at = at),
    }
}
