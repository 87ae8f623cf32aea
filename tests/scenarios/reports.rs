//! Reports on procedures: a year that was made up, with sums that are known, in every kind of file, for those who may
//! have it.

use std::io::Cursor;

use bot::{
    extract::{ExtractForm, Extractor, FileToMake, Order},
    text::Words,
};
use calamine::{Data, Reader, Xlsx};
use domain::{
    Language,
    query::{Period, Report, Stood},
};
use press::{Press, Shop};
use tests::{Player, World, cast, play, play_on_both, stage::subdomain::Office};

use crate::{
    extracts::received_as,
    papers::{holds, reader},
    spreadsheet::{is_installed, through},
};

/// A request that was made up: when it came in, when and how it ended, of whom, and for what.
struct Made {
    opened: &'static str,
    ended: Option<(&'static str, &'static str)>,
    agency: &'static str,
    kind: &'static str,
}

const fn made(
    opened: &'static str,
    ended: Option<(&'static str, &'static str)>,
    agency: &'static str,
    kind: &'static str,
) -> Made {
    Made {
        opened,
        ended,
        agency,
        kind,
    }
}

/// Of 2025: two were there before, seven came in; five are done, one is refused, one was withdrawn, two stay. One ended
/// before it, and one came in after it.
const YEAR: [Made; 11] = [
    made(
        "2024-06-03",
        Some(("2024-06-10", "selesai")),
        "dinsos",
        "baru",
    ),
    made(
        "2024-12-30",
        Some(("2025-01-02", "selesai")),
        "dinsos",
        "baru",
    ),
    made("2024-12-31", None, "dinkes", "baru"),
    made(
        "2025-01-02",
        Some(("2025-01-31", "selesai")),
        "dinsos",
        "baru",
    ),
    made(
        "2025-01-31",
        Some(("2025-02-03", "ditolak")),
        "dinkes",
        "perubahan",
    ),
    made(
        "2025-02-03",
        Some(("2025-02-03", "selesai")),
        "dinkes",
        "baru",
    ),
    made(
        "2025-06-02",
        Some(("2025-06-05", "ditarik")),
        "bappeda",
        "penghapusan",
    ),
    made(
        "2025-11-03",
        Some(("2025-12-31", "selesai")),
        "bappeda",
        "baru",
    ),
    made(
        "2025-12-01",
        Some(("2025-12-02", "selesai")),
        "dinsos",
        "perubahan",
    ),
    made(
        "2025-12-31",
        Some(("2026-01-05", "selesai")),
        "dinsos",
        "baru",
    ),
    made("2026-01-02", None, "dinsos", "baru"),
];

/// Makes requests of a year up, after the first one that there is.
async fn make_up(world: &World, all: &[Made]) {
    let first = world.requests().await.remove(0);
    let mut rows = Vec::new();
    for (place, it) in all.iter().enumerate() {
        let at = |day: &str| format!("{day}T03:00:00+00:00");
        let mut state = serde_json::to_value(&first.state).unwrap();
        let (stands, since) = match it.ended {
            Some((day, end)) => (serde_json::json!({ "ended": end }), at(day)),
            None => (serde_json::json!({ "at": "telaah" }), at(it.opened)),
        };
        state["standing"] = stands;
        state["since"] = since.clone().into();
        state["answers"]["jenis"] = serde_json::to_value(choice(it.kind)).unwrap();
        let ended = it
            .ended
            .map_or("NULL".to_owned(), |(_, end)| format!("'{end}'"));
        rows.push(format!(
            "('made-up-{place:08}', 'MADE-{place:04}', 'subdomain', {}, '{}', {}, '{}', {ended}, 1, '{}', '{since}')",
            first.procedure_version,
            it.agency,
            first.applicant.0,
            state.to_string().replace('\'', "''"),
            at(it.opened),
        ));
    }
    let statement = format!(
        "INSERT INTO request (token, ticket, procedure, procedure_version, agency, applicant_id, state, ended, version, \
         opened_at, changed_at) VALUES {}",
        rows.join(", ")
    );
    world.runs(&statement).await;
}

fn choice(code: &str) -> domain::procedure::Answer {
    domain::procedure::Answer::Choice(code.into())
}

/// Nobody has acted on what was made up, so it has no history; it goes before the play ends.
async fn forget_what_was_made_up(world: &World) {
    world
        .runs("DELETE FROM request WHERE ticket LIKE 'MADE-%'")
        .await;
}

/// The sheets of a workbook, each with its rows as words.
fn sheets(file: Vec<u8>) -> Vec<(String, Vec<Vec<String>>)> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(file)).unwrap();
    let names = book.sheet_names();
    let each = names.into_iter().map(|name| {
        let range = book.worksheet_range(&name).unwrap();
        let cell = |cell: &Data| cell.to_string();
        let rows = range.rows().map(|row| row.iter().map(cell).collect());
        (name, rows.collect())
    });
    each.collect()
}

/// The row that begins so.
fn row<'a>(rows: &'a [Vec<String>], first: &str) -> &'a [String] {
    let found = rows.iter().find(|row| row[0] == first);
    found.unwrap_or_else(|| panic!("no row “{first}” in {rows:#?}"))
}

/// What stands on a paper, in one line; the reader puts a bar between columns.
fn words_of(paper: &[u8]) -> String {
    let text = reader::text(paper).replace('|', " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn report(world: &World, report: Report, form: ExtractForm) -> (Vec<u8>, u64) {
    let extractor = Extractor::new(Press::new(Shop::default()).into());
    let order = Order {
        what: FileToMake::Report(report),
        form,
        by: None,
        speech: Words::load().speech(Language::ID),
    };
    let to = Cursor::new(Vec::new());
    let (written, lines) = extractor.write(&world.counter(), &order, to).await.unwrap();
    (written.into_inner(), lines)
}

fn of_2025() -> Report {
    Report {
        procedure: "subdomain".into(),
        period: "2025".parse::<Period>().unwrap(),
        agency: None,
        stood: None,
    }
}

async fn asks_for(who: &Player, span: &str, form: &str) {
    who.says("/laporan").await;
    who.taps("Subdomain").await;
    who.taps(span).await;
    who.taps(form).await;
}

play_on_both! {
    /// What was there and what came in has ended or is open still: by month, by what was asked for, by agency, and one by
    /// one. The same in Excel and on paper.
    async fn a_year_that_was_made_up_adds_up(world) {
        let office = Office::opens(world).await;
        office.give("bansos").await;
        make_up(world, &YEAR).await;
        let hana = &office.hana;
        asks_for(hana, "Tahun 2025", "Excel (XLSX)").await;
        let (caption, book) = received_as(hana, "Laporan Subdomain Tahun 2025.xlsx");
        assert!(caption.contains("9 permohonan"), "{caption}");
        let all = sheets(book.clone());
        let names: Vec<_> = all.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, [
            "Ringkasan",
            "Menurut Bulan",
            "Jenis permohonan",
            "Peruntukan",
            "Menurut OPD",
            "Ketepatan Waktu",
            "Daftar Permohonan",
        ]);
        let (summary, months, kinds, agencies, list) = (&all[0].1, &all[1].1, &all[2].1, &all[4].1, &all[6].1);
        for (label, count) in [
            ("Sisa dari masa sebelumnya", "2"),
            ("Diterima", "7"),
            ("Selesai", "5"),
            ("Ditolak", "1"),
            ("Ditarik", "1"),
            ("Berakhir sendiri", "0"),
            ("Masih berjalan", "2"),
        ] {
            assert_eq!(row(summary, label)[1], count, "{label}");
        }
        // Received, done, rejected, withdrawn, ended by itself.
        assert_eq!(row(months, "Januari 2025")[1..], ["2", "2", "0", "0", "0"]);
        assert_eq!(row(months, "Februari 2025")[1..], ["1", "1", "1", "0", "0"]);
        assert_eq!(row(months, "Maret 2025")[1..], ["0", "0", "0", "0", "0"]);
        assert_eq!(row(months, "Desember 2025")[1..], ["2", "2", "0", "0", "0"]);
        assert_eq!(months.len(), 1 + 12 + 1, "a heading, the months, the sum");
        assert_eq!(row(kinds, "Subdomain baru")[1], "4");
        assert_eq!(row(kinds, "Perubahan nama subdomain")[1], "2");
        let social = row(agencies, "Dinas Sosial");
        assert_eq!(social[1..], ["3", "3", "0", "0", "0", "1"], "received, done, …, open still");
        assert_eq!(list.len(), 1 + 9);
        assert!(list.iter().all(|row| row[1] != "MADE-0000" && row[1] != "MADE-0010"));
        let stood = |ticket: &str| list.iter().find(|row| row[1] == ticket).unwrap()[8].clone();
        assert_eq!(stood("MADE-0009"), "Masih berjalan", "it ended later");
        assert_eq!(stood("MADE-0004"), "Ditolak");

        asks_for(hana, "Tahun 2025", "PDF").await;
        let (_, paper) = received_as(hana, "Laporan Subdomain Tahun 2025.pdf");
        let paper = words_of(&paper);
        holds(&paper, &[
            "LAPORAN SUBDOMAIN",
            "Tahun 2025",
            "nomor …/TKPBET.DKI/2020",
            "Sisa dari masa sebelumnya 2",
            "Diterima 7",
            "Menurut OPD",
            "Lampiran. Daftar Permohonan",
            "MADE-0008",
            "Kepala Dinas",
        ]);
        if is_installed() {
            let folder = tempfile::tempdir().unwrap();
            let csv = through(folder.path(), "laporan.xlsx", &book, "csv");
            let csv = String::from_utf8(csv).unwrap();
            assert!(csv.starts_with("\"Uraian\",\"Jumlah\"") || csv.starts_with("Uraian,Jumlah"), "{csv}");
            assert!(csv.contains("Diterima\",7") || csv.contains("Diterima,7"), "{csv}");
        }
        forget_what_was_made_up(world).await;
    }
}

play_on_both! {
    /// One agency, one way to stand, one quarter; and how long steps took, where steps were finished.
    async fn a_report_of_some_of_it(world) {
        let office = Office::opens(world).await;
        office.give("bansos").await;
        make_up(world, &YEAR).await;
        let some = |change: fn(&mut Report)| {
            let mut it = of_2025();
            change(&mut it);
            it
        };
        let count = async |it: Report| {
            let (file, lines) = report(world, it, ExtractForm::Csv).await;
            let text = String::from_utf8(file).unwrap();
            assert_eq!(text.lines().count() as u64, lines + 1, "{text}");
            lines
        };
        assert_eq!(count(some(|_| {})).await, 9);
        assert_eq!(count(some(|it| it.agency = Some("dinkes".into()))).await, 3);
        assert_eq!(count(some(|it| it.stood = Some(Stood::Open))).await, 2);
        assert_eq!(count(some(|it| it.period = "2025-Q2".parse().unwrap())).await, 2, "one of it, one from before");
        assert_eq!(count(some(|it| it.period = "2025-12".parse().unwrap())).await, 4);
        forget_what_was_made_up(world).await;

        let (book, lines) = report(world, some(|it| it.period = "2026".parse().unwrap()), ExtractForm::Xlsx).await;
        assert_eq!(lines, 1);
        let all = sheets(book);
        let times = &all[5].1;
        let prepared = row(times, "Siapkan IP dan Web Panel");
        assert_eq!(prepared[1..5], ["60 mnt", "1", "1", "100%"], "standard, finished, kept");
        assert_eq!(row(&all[4].1, "Dinas Sosial")[1..], ["1", "1", "0", "0", "0", "0"]);
    }
}

play! {
    /// More requests than paper holds: the figures are on it, and where the list is.
    async fn three_thousand_requests_are_no_list_on_paper(world) {
        let office = Office::opens(world).await;
        office.give("bansos").await;
        make_up(world, &YEAR[3..4]).await;
        world.runs("INSERT INTO request (token, ticket, procedure, procedure_version, agency, applicant_id, state, ended, \
            version, opened_at, changed_at) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2999) \
            SELECT 'made-of-' || n.i, 'MADE-' || (n.i + 1000), procedure, procedure_version, agency, applicant_id, state, \
            ended, version, opened_at, changed_at FROM n, request WHERE ticket = 'MADE-0000'").await;
        let (paper, lines) = report(world, of_2025(), ExtractForm::Pdf).await;
        assert_eq!(lines, 3_000);
        let paper = words_of(&paper);
        holds(&paper, &["Diterima 3.000", "Daftar 3.000 permohonan tidak dicetak di sini"]);
        assert!(!paper.contains("MADE-1001"), "half a list would be taken for the whole");
        let (book, _) = report(world, of_2025(), ExtractForm::Xlsx).await;
        assert_eq!(sheets(book)[6].1.len(), 3_001);
        forget_what_was_made_up(world).await;
    }
}

play_on_both! {
    /// Whoever sees all or reads the register has it; nobody else, whatever they tap.
    async fn only_some_have_reports(world) {
        let office = Office::opens(world).await;
        office.give("bansos").await;
        let Office { sari, lina, arif, .. } = &office;
        for forged in ["report:subdomain", "reportin:subdomain:2026", "reportas:subdomain:2026:pdf"] {
            sari.forges(None, forged).await;
            assert!(sari.toast().contains("hanya untuk yang boleh melihat"), "{forged}: {}", sari.toast());
        }
        sari.says("/laporan").await;
        assert!(!sari.sees_button("Tahun 2026"), "{}", sari.screen());
        // The register of subdomains is this section's to read.
        lina.says("/register").await;
        lina.taps("Laporan").await;
        assert!(lina.sees_button("Subdomain"), "{}", lina.screen());
        lina.taps("Subdomain").await;
        lina.taps("Triwulan 4 Tahun 2026").await;
        lina.taps("PDF").await;
        received_as(lina, "Laporan Subdomain Triwulan 4 Tahun 2026.pdf");
        arif.says("/waktu").await;
        arif.taps("Laporan").await;
        assert!(arif.sees_button("Hosting Website/Aplikasi"), "{}", arif.screen());
        for forged in ["report:registration", "reportin:tidak-ada:2026", "reportin:subdomain:2026-Q5", "reportas:subdomain:2026:doc"] {
            arif.forges(None, forged).await;
            assert!(!arif.toast().is_empty(), "{forged}");
        }
    }
}

play! {
    /// The same in English, of a quarter.
    async fn a_report_in_english(world) {
        let office = Office::opens(world).await;
        office.give("bansos").await;
        let mary = world.person_speaking(tests::stage::Role { name: "Mary", ..cast::ADE }, "en").await;
        mary.says("/reports").await;
        mary.taps("Subdomain").await;
        mary.taps("Quarter 4 of 2026").await;
        mary.taps("PDF").await;
        let (caption, paper) = received_as(&mary, "Report on Subdomains Quarter 4 of 2026.pdf");
        assert!(caption.contains("requests: 1"), "{caption}");
        let paper = words_of(&paper);
        holds(&paper, &["REPORT ON SUBDOMAINS", "Open before", "By Agency", "Annex"]);
    }
}
