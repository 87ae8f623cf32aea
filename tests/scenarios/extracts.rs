//! Registers that are taken along: whoever may read one may have it as a file, and nobody else.

use std::{io::Cursor, sync::Arc, time::Duration};

use bot::{
    extract::{ExtractForm, Extractor, FileToMake, Order},
    text::Words,
};
use calamine::{Data, Reader, Xlsx};
use domain::{Language, query::Extract};
use press::{Press, Shop};
use sea_orm::{ConnectionTrait, DbBackend};
use tests::{Player, World, cast, play, play_on_both, stage::subdomain::Office, telegram::Act};

use crate::papers::reader;

/// The registers among them; the papers of requests are not meant here.
fn received(who: &Player) -> Vec<(String, String, Vec<u8>)> {
    let all = who.files().into_iter();
    all.filter(|(name, ..)| name.contains("Register")).collect()
}

/// The newest file in someone's chat that is called so: what stands beneath, and its bytes.
pub(crate) fn received_as(who: &Player, name: &str) -> (String, Vec<u8>) {
    let found = who.files().into_iter().rev().find(|(it, ..)| it == name);
    let Some((_, caption, bytes)) = found else {
        let all: Vec<_> = who.files().into_iter().map(|it| it.0).collect();
        panic!("no “{name}” among {all:?}:\n\n{}", who.screen());
    };
    (caption, bytes)
}

/// The cells of the one sheet of a workbook, as another program reads them.
fn cells(file: Vec<u8>) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(file)).unwrap();
    let name = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&name).unwrap();
    range.rows().map(<[Data]>::to_vec).collect()
}

/// What stands in a row under a heading.
fn under<'a>(rows: &'a [Vec<Data>], row: usize, heading: &str) -> &'a Data {
    let at = rows[0].iter().position(|it| *it == *heading);
    &rows[row][at.unwrap_or_else(|| panic!("no “{heading}” in {:?}", rows[0]))]
}

async fn opens_register(who: &Player) {
    who.says("/register").await;
    who.taps("Register Subdomain").await;
    who.taps("Unduh").await;
}

/// Writes so many lines of a year into the register, as the first one of it is.
async fn more_lines(world: &World, year: i32, from: u32, count: u32) {
    let db = migration::connect(&world.settings().database_url).await;
    let db = db.unwrap();
    let opened = format!("'{year}-06-01 03:00:00+00:00'");
    let opened = match db.get_database_backend() {
        DbBackend::Sqlite => opened,
        _ => format!("{opened}::timestamptz"),
    };
    let until = from + count;
    let statement = format!(
        "INSERT INTO line (register, number, request_id, part, agency, name, cells, words, opened_at, changed_at) \
         WITH RECURSIVE n(i) AS (SELECT {from} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {until}) \
         SELECT l.register, n.i + 100, l.request_id, n.i + 100, l.agency, l.name, l.cells, l.words, {opened}, {opened} \
         FROM n, line l WHERE l.register = 'subdomain' AND l.number = 1"
    );
    db.execute_unprepared(&statement).await.unwrap();
    db.close().await.unwrap();
}

play_on_both! {
    /// From the register to Excel and to paper: what stands on the screen stands in the file, each kind as it is.
    async fn a_register_is_taken_along(world) {
        let office = Office::opens(world).await;
        office.give("bansos").await;
        let hana = &office.hana;
        opens_register(hana).await;
        assert!(hana.sees_button("Semua Tahun"), "{}", hana.screen());
        hana.taps("2026").await;
        assert!(hana.last().contains("Tahun 2026: 1 baris"), "{}", hana.last());
        hana.taps("Excel (XLSX)").await;
        assert!(hana.toast().contains("Sedang disiapkan"), "{}", hana.toast());
        let called = world.telegram.calls();
        let shown = called.iter().position(|it| it.parameters["action"] == "upload_document");
        let sent = called.iter().rposition(|it| it.method == "sendDocument");
        assert!(shown.is_some() && shown < sent, "it is shown that the file is on its way");

        let (caption, list) = received_as(hana, "Register Subdomain 2026.xlsx");
        for words in ["Register Subdomain", "Tahun 2026", "1 baris", "Dibuat "] {
            assert!(caption.contains(words), "{caption}");
        }
        let rows = cells(list);
        assert_eq!(rows.len(), 2, "{rows:?}");
        assert_eq!(*under(&rows, 1, "No."), Data::Float(1.0));
        let request = world.requests().await.pop().unwrap();
        for (heading, words) in [
            ("Alamat", "bansos.serunikota.go.id"),
            ("Jenis", "Subdomain baru"),
            ("Alamat IP", "203.0.113.20"),
            ("PIC", "Sari"),
            ("Nomor surat", "500.12/88/Dinsos/2026"),
            ("OPD", "Dinas Sosial"),
            ("Tiket", &request.ticket),
            ("Status", "Aktif"),
        ] {
            assert_eq!(*under(&rows, 1, heading), Data::String(words.to_owned()), "{heading}");
        }
        let active = under(&rows, 1, "Tanggal aktif");
        assert!(matches!(active, Data::DateTime(_)), "a day is a day: {active:?}");
        let opened = under(&rows, 1, "Dicatat (WIB)");
        assert!(matches!(opened, Data::DateTime(_)), "a moment is a moment: {opened:?}");
        assert_eq!(*under(&rows, 1, "Ditutup (WIB)"), Data::Empty);

        hana.taps("PDF").await;
        let (_, paper) = received_as(hana, "Register Subdomain 2026.pdf");
        let text = reader::text(&paper).split_whitespace().collect::<Vec<_>>().join(" ");
        for words in ["REGISTER SUBDOMAIN", "PEMERINTAH KOTA SERUNI", "Tahun 2026", "SUB-2026-0001", "203.0.113.20"] {
            assert!(text.contains(words), "“{words}” is not on:\n{text}");
        }

        // Each year begins with one, also where all are taken.
        more_lines(world, 2025, 1, 2).await;
        opens_register(hana).await;
        assert!(hana.sees_button("2025"), "{}", hana.screen());
        assert!(!hana.sees_button("2024"), "{}", hana.screen());
        hana.taps("Semua Tahun").await;
        hana.taps("Excel (XLSX)").await;
        let (_, list) = received_as(hana, "Register Subdomain Semua Tahun.xlsx");
        let rows = cells(list);
        let numbers: Vec<_> = (1..rows.len()).map(|row| under(&rows, row, "No.").to_string()).collect();
        assert_eq!(numbers, ["1", "1", "2"]);
        opens_register(hana).await;
        hana.taps("2025").await;
        hana.taps("PDF").await;
        assert!(received_as(hana, "Register Subdomain 2025.pdf").0.contains("2 baris"));
    }
}

play_on_both! {
    /// Who may not read the register does not get it, whatever they tap; who taps twice gets what they tapped for; and
    /// a right that was taken a moment ago is none.
    async fn only_readers_take_a_register_along(world) {
        let office = Office::opens(world).await;
        office.give("bansos").await;
        let Office { sari, hana, .. } = &office;
        for forged in ["take:subdomain", "takes:subdomain:2026", "taken:subdomain:2026:xlsx", "taken:subdomain::csv"] {
            let before = received(sari).len();
            sari.forges(None, forged).await;
            assert!(sari.toast().contains("hanya dapat dibaca"), "{forged}: {}", sari.toast());
            assert_eq!(received(sari).len(), before);
        }
        opens_register(hana).await;
        hana.taps("2026").await;
        hana.begins_to_tap("Excel (XLSX)");
        hana.begins_to_tap("Excel (XLSX)");
        world.settle().await;
        let sent = received(hana).len();
        assert!((1..=2).contains(&sent), "{sent}");
        let all: Vec<_> = received(hana).into_iter().map(|(name, _, bytes)| (name, cells(bytes))).collect();
        assert!(all.iter().all(|it| *it == all[0]), "{all:?}");

        let button = hana.button("Excel (XLSX)");
        let ade = world.person(cast::ADE).await;
        ade.says("/orang").await;
        ade.taps("Pegawai").await;
        ade.taps("Hana").await;
        ade.taps("Cabut Jabatan").await;
        ade.taps("Helpdesk").await;
        ade.taps("Ya, Lanjutkan").await;
        hana.taps_old(&button).await;
        assert_eq!(received(hana).len(), sent, "{}", hana.screen());
    }
}

play! {
    /// In English: headings, words and the name of the file.
    async fn a_register_is_taken_along_in_english(world) {
        let office = Office::opens(world).await;
        office.give("bansos").await;
        let hana = &office.hana;
        hana.says("/bahasa").await;
        hana.taps("English").await;
        hana.says("/register").await;
        hana.taps("Subdomain Register").await;
        hana.taps("Download").await;
        hana.taps("2026").await;
        assert!(hana.last().contains("Year 2026: lines: 1"), "{}", hana.last());
        hana.taps("Excel (XLSX)").await;
        let (caption, list) = received_as(hana, "Subdomain Register 2026.xlsx");
        assert!(caption.contains("Year 2026"), "{caption}");
        let rows = cells(list);
        assert_eq!(under(&rows, 1, "Kind").to_string(), "A new subdomain");
        assert_eq!(under(&rows, 1, "Status").to_string(), "Active");
    }
}

play_on_both! {
    /// Whoever has a long list made reads meanwhile how far it is, in one message that goes when the file comes.
    async fn a_long_list_says_how_far_it_is(world) {
        let office = Office::opens(world).await;
        office.give("bansos").await;
        more_lines(world, 2025, 1, 3_000).await;
        world.restart_with(|settings| settings.told_every = Duration::from_millis(1)).await;
        let hana = &office.hana;
        for (language, register, form, said, name) in [
            (None, "Register Subdomain", "Unduh", "Sudah disusun:", "Register Subdomain 2025.xlsx"),
            (Some("English"), "Subdomain Register", "Download", "Lines put together so far:", "Subdomain Register 2025.xlsx"),
        ] {
            if let Some(language) = language {
                hana.speaks(language).await;
            }
            hana.says("/register").await;
            hana.taps(register).await;
            hana.taps(form).await;
            hana.taps("2025").await;
            hana.taps("Excel (XLSX)").await;
            let (caption, _) = received_as(hana, name);
            assert!(caption.contains(if language.is_some() { "3,000" } else { "3.000" }), "{caption}");
            let shown = world.telegram.look(hana.user, |chat| {
                let shown = chat.story.iter().filter_map(Act::shown);
                shown.filter(|it| it.text.contains(said)).count()
            });
            assert!(shown > 0, "it was said: {}", hana.chat());
            assert_eq!(hana.messages_with(said), 0, "and it is gone");
        }
    }
}

play_on_both! {
    /// Five thousand lines are a list, and no paper. Whoever sits at the command line gets them as well.
    async fn five_thousand_lines_are_no_paper(world) {
        let office = Office::opens(world).await;
        office.give("bansos").await;
        more_lines(world, 2025, 1, 5_000).await;
        let hana = &office.hana;
        opens_register(hana).await;
        hana.taps("2025").await;
        assert!(hana.last().contains("5.000 baris"), "{}", hana.last());
        assert!(hana.last().contains("PDF hanya tersedia sampai 2.000 baris"), "{}", hana.last());
        assert!(!hana.sees_button("PDF"), "{}", hana.screen());
        hana.forges(None, "taken:subdomain:2025:pdf").await;
        assert!(hana.toast().contains("PDF hanya tersedia sampai 2.000 baris"), "{}", hana.toast());
        assert!(received(hana).is_empty());
        hana.taps("Excel (XLSX)").await;
        let (caption, list) = received_as(hana, "Register Subdomain 2025.xlsx");
        assert!(caption.contains("5.000 baris"), "{caption}");
        let rows = cells(list);
        assert_eq!(rows.len(), 5_001);
        assert_eq!(*under(&rows, 5_000, "No."), Data::Float(5_000.0));

        let extractor = Extractor::new(Arc::new(Press::new(Shop::default())));
        let order = |form, year| Order {
            what: FileToMake::Register(Extract { register: "subdomain".into(), year }),
            form,
            by: None,
            speech: Words::load().speech(Language::ID),
        };
        let counter = world.counter();
        let (written, lines) = extractor
            .write(&counter, &order(ExtractForm::Csv, None), Cursor::new(Vec::new()))
            .await
            .unwrap();
        assert_eq!(lines, 5_001);
        let written = String::from_utf8(written.into_inner()).unwrap();
        assert_eq!(written.lines().count(), 5_002);
        assert!(written.starts_with("No.,Alamat,Jenis,Alamat IP,"), "{}", &written[..99]);
        let paper = order(ExtractForm::Pdf, None);
        let refused = extractor.write(&counter, &paper, Cursor::new(Vec::new())).await;
        assert!(matches!(refused, Err(bot::extract::ExtractFault::TooLong)));
        let empty = order(ExtractForm::Pdf, Some(2019));
        let (paper, lines) = extractor.write(&counter, &empty, Cursor::new(Vec::new())).await.unwrap();
        assert_eq!(lines, 0);
        assert!(reader::text(&paper.into_inner()).contains("Nihil"));
    }
}
