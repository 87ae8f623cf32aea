//! The survey (SKM): asked once, answered by at most three taps, counted without names.

use bot::{
    extract::{ExtractForm, Extractor, FileToMake, Order},
    text::Words,
};
use domain::{
    Language,
    query::{Period, Report},
};
use insta::assert_snapshot;
use press::{Press, Shop};
use sea_orm::{ConnectionTrait, Statement};
use tests::{
    World, play, play_on_both,
    stage::{
        office_file::with_office,
        subdomain::{self, Office},
    },
};

use crate::papers::{holds, reader};

const TITLE: &str = "Survei Kepuasan Masyarakat";

/// What some question of the tests comes to, a row each.
async fn rows(world: &World, question: &str) -> Vec<String> {
    let db = migration::connect(&world.settings().database_url)
        .await
        .unwrap();
    let asked = Statement::from_string(db.get_database_backend(), question.to_owned());
    let found = db.query_all_raw(asked).await.unwrap();
    let rows = found
        .iter()
        .map(|row| row.try_get_by_index(0).unwrap())
        .collect();
    db.close().await.unwrap();
    rows
}

play_on_both! {
    /// On the morning after, Sari is asked three questions; what she says is counted, and no row says that it was she. A
    /// second tap on what is behind changes nothing, nobody reminds her, and another subdomain in the same quarter asks
    /// nothing more.
    async fn three_taps_and_no_more(world) {
        let office = Office::opens(world).await;
        office.give("bansos").await;
        let sari = &office.sari;
        assert_eq!(sari.messages_with(TITLE), 0, "not in the hour in which it ends");
        let then = sari.now();
        world.waits_until("2026-11-25 08.35").await;
        assert_eq!(sari.messages_with(TITLE), 1, "{}", sari.screen());
        let first = sari.button("4 · Gratis");
        sari.taps("4 · Gratis").await;
        sari.taps("3 · Sesuai").await;
        sari.taps("4 · Sangat kompeten").await;
        assert!(sari.last().contains("Terima kasih"), "{}", sari.last());
        assert_snapshot!("three_taps", sari.chat_since(then));
        sari.taps_old(&first).await;
        let counted = rows(
            world,
            "SELECT what || ' ' || grade || ' ' || count FROM survey_count ORDER BY what",
        ).await;
        assert_eq!(counted, [
            "answered 0 1",
            "asked 0 1",
            "competence 4 1",
            "cost 4 1",
            "product 3 1",
        ]);

        subdomain::fill_in(sari, "perlinsos").await;
        sari.taps("Kirim Permohonan").await;
        office.pass_on().await;
        office.lina.taps("Nama Final, Lanjutkan").await;
        office.lina.taps("perlinsos").await;
        office.lina.taps("Nama Final, Lanjutkan").await;
        office.prepare("203.0.113.21").await;
        office.make_live("perlinsos").await;
        sari.taps("Sudah Saya Terima").await;
        world.waits_until("2026-11-30 09.00").await;
        assert_eq!(sari.messages_with(TITLE), 1, "once about a service in a quarter");

        // What said who was asked goes when the quarter is long over; what was counted stays.
        world.waits_until("2027-03-02 09.00").await;
        let asked = rows(world, "SELECT token FROM survey").await;
        assert_eq!(asked, Vec::<String>::new());
        assert_eq!(rows(world, "SELECT what FROM survey_count").await.len(), 5);
    }
}

play! {
    /// Whoever passes it over is thanked as well and counted as asked; nobody else can answer for her, and a number that
    /// no button has is none.
    async fn it_can_be_passed_over_and_is_hers_alone(world) {
        let office = Office::opens(world).await;
        office.give("bansos").await;
        let (sari, arif) = (&office.sari, &office.arif);
        world.waits_until("2026-11-25 08.35").await;
        let (message, data) = sari.button("4 · Gratis");
        arif.forges(None, &data).await;
        assert!(!arif.toast().is_empty());
        sari.forges(Some(message), &data.replace(":0:4", ":0:5")).await;
        sari.forges(Some(message), &data.replace(":0:4", ":2:4")).await;
        let counted = rows(world, "SELECT what FROM survey_count").await;
        assert_eq!(counted, ["asked"]);
        sari.taps("1 · Sangat mahal").await;
        sari.taps("Lewati").await;
        assert!(sari.last().contains("tidak akan ditanya lagi"), "{}", sari.last());
        sari.forges(Some(message), &data.replace(":0:4", ":1:4")).await;
        let counted = rows(world, "SELECT what FROM survey_count ORDER BY what").await;
        assert_eq!(counted, ["answered", "asked", "cost"]);
    }
}

play! {
    /// An office that does not want it asks nobody; one that asks about two elements asks about those.
    async fn the_office_says_what_is_asked(world) {
        let elements = "elements = [\"requirements\", \"procedure\", \"time\", \"cost\", \"product\", \
                        \"competence\", \"conduct\", \"complaints\", \"facilities\"]";
        let office = Office::opens(world).await;
        office.give("bansos").await;
        let sari = &office.sari;
        let off = with_office(world, |file| file.replace("asks = 3", "asks = 0")).await;
        world.waits_until("2026-11-25 09.00").await;
        assert_eq!(sari.messages_with(TITLE), 0);
        drop(off);
        let two = "elements = [\"time\", \"conduct\"]";
        let _two = with_office(world, |file| file.replace(elements, two)).await;
        world.waits_until("2026-11-26 09.00").await;
        assert!(sari.last().contains("1/2"), "{}", sari.last());
        sari.taps("3 · Cepat").await;
        sari.taps("4 · Sangat sopan dan ramah").await;
        assert!(sari.last().contains("Terima kasih"), "{}", sari.last());
    }
}

play! {
    /// In English too.
    async fn it_is_asked_in_english(world) {
        let office = Office::opens(world).await;
        office.give("bansos").await;
        let sari = &office.sari;
        sari.says("/language").await;
        sari.taps("English").await;
        let then = sari.now();
        world.waits_until("2026-11-25 08.35").await;
        sari.taps("4 · Free").await;
        sari.taps("Skip").await;
        assert_snapshot!("in_english", sari.chat_since(then));
    }
}

play_on_both! {
    /// Sums that are known: the last quarter comes to 87.50, which is B; of the one before so few answered that nothing is
    /// shown, and the year has both. A month, or one agency, says nothing of it.
    async fn the_index_stands_in_the_report(world) {
        let office = Office::opens(world).await;
        office.give("bansos").await;
        let quarters = [(2026 * 4 + 2, 1), (2026 * 4 + 3, 4)];
        for (quarter, times) in quarters {
            let count = |what: &str, grade: i64, count: i64| {
                format!("('subdomain', {quarter}, '{what}', {grade}, {})", count * times)
            };
            let values = [
                count("asked", 0, 3),
                count("answered", 0, 2),
                count("time", 2, 1),
                count("time", 3, 2),
                count("time", 4, 2),
                count("conduct", 3, 1),
                count("conduct", 4, 4),
            ];
            let values = values.join(", ");
            let columns = "procedure, quarter, what, grade, count";
            world.runs(&format!("INSERT INTO survey_count ({columns}) VALUES {values}")).await;
        }
        let extractor = Extractor::new(Press::new(Shop::default()).into());
        let paper = async |period: &str, agency: Option<&str>| {
            let report = Report {
                procedure: "subdomain".into(),
                period: period.parse::<Period>().unwrap(),
                agency: agency.map(Into::into),
                stood: None,
            };
            let order = Order {
                what: FileToMake::Report(report),
                form: ExtractForm::Pdf,
                by: None,
                speech: Words::load().speech(Language::ID),
            };
            let to = std::io::Cursor::new(Vec::new());
            let (written, _) = extractor.write(&world.counter(), &order, to).await.unwrap();
            let text = reader::text(&written.into_inner()).replace('|', " ");
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let year = paper("2026", None).await;
        holds(&year, &[
            TITLE,
            "Triwulan 3 Tahun 2026 3 2 – –",
            "Triwulan 4 Tahun 2026 12 8 87,50 B (baik)",
            "Seluruh masa 15 10 87,50 B (baik)",
            "Waktu penyelesaian 25 3,20",
            "Perilaku pelaksana 25 3,80",
        ]);
        let quarter = paper("2026-Q4", None).await;
        holds(&quarter, &["87,50 B (baik)"]);
        for (period, agency) in [("2026-11", None), ("2026", Some("dinsos"))] {
            let none = paper(period, agency).await;
            assert!(!none.contains(TITLE), "{none}");
        }
        // For machines: counts alone, and of a quarter in which few answered nothing but how many.
        let order = Order {
            what: FileToMake::Survey("2026".parse::<Period>().unwrap()),
            form: ExtractForm::Csv,
            by: None,
            speech: Words::load().speech(Language::ID),
        };
        let to = std::io::Cursor::new(Vec::new());
        let (written, lines) = extractor.write(&world.counter(), &order, to).await.unwrap();
        let csv = String::from_utf8(written.into_inner()).unwrap();
        assert_eq!(lines, 3, "{csv}");
        assert_eq!(csv.lines().skip(1).collect::<Vec<_>>(), [
            "Subdomain,2026-Q3,3,2,,,,,",
            "Subdomain,2026-Q4,12,8,Waktu penyelesaian,0,4,8,8",
            "Subdomain,2026-Q4,12,8,Perilaku pelaksana,0,0,4,16",
        ]);
    }
}
