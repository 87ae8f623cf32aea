//! Numbers that were written on paper while Loket stood still: entered with their own number and date, of the same
//! series, linked, counted, and known to whoever asks.

use bot::{
    extract::{ExtractForm, Extractor, FileToMake, Order},
    text::Words,
};
use chrono::TimeDelta;
use domain::{
    Language,
    command::go_on_from_copy,
    query::{Break, Period, count_numbered},
};
use press::{Press, Shop};
use tests::{
    Player, World, cast, play, play_on_both,
    stage::hosting::{self, Office},
};

use crate::papers::issued;

const SERIES: &str = "LAT/Diskominfo/2026";

/// From the registers to the papers of a service.
async fn looks(who: &Player) {
    who.says("/register").await;
    who.taps("Nomor di Kertas").await;
    who.taps("Hosting Website/Aplikasi").await;
}

/// From there to the first question.
async fn begins(who: &Player) {
    looks(who).await;
    who.taps("Laporan Analisis Teknis").await;
}

/// Writes another number where one was refused.
async fn corrects(who: &Player, number: &str) {
    who.says(number).await;
    who.taps("Simpan").await;
}

/// Enters a number of a technical analysis, dated some day.
async fn enters(who: &Player, number: &str, day: &str) {
    begins(who).await;
    who.says(number).await;
    who.says(day).await;
    who.says("Dinas Sosial").await;
    who.says("Analisis portal bantuan").await;
    who.taps("Lewati").await;
    who.taps("Simpan").await;
}

/// What `loket export numbers` writes, line by line, the headings first.
async fn listed(world: &World, year: Option<i32>) -> Vec<String> {
    let order = Order {
        what: FileToMake::Numbers(year),
        form: ExtractForm::Csv,
        by: None,
        speech: Words::load().speech(Language::ID),
    };
    let extractor = Extractor::new(Press::new(Shop::default()).into());
    let to = std::io::Cursor::new(Vec::new());
    let (written, lines) = extractor.write(&world.counter(), &order, to).await.unwrap();
    let csv = String::from_utf8(written.into_inner()).unwrap();
    let all: Vec<_> = csv.lines().map(str::to_owned).collect();
    assert_eq!(lines, all.len() as u64 - 1, "{csv}");
    all
}

/// The technical team is asked once more, and answers.
async fn analyses_anew(office: &Office) {
    let Office { dewi, toni, .. } = office;
    dewi.taps("Minta Analisis Ulang").await;
    dewi.taps("Mohon analisis risiko keamanan").await;
    dewi.taps("Minta Analisis Ulang").await;
    toni.taps("Dapat dilaksanakan").await;
    toni.says("Risiko keamanan kecil, dan kapasitas server mencukupi.")
        .await;
    toni.taps("Kirim ke Koordinator").await;
}

play_on_both! {
    /// Two letters were numbered by hand. They are entered with their numbers and dates, and the next one that Loket
    /// issues goes on behind them; whoever holds one in hand learns that it is known.
    async fn the_series_goes_on_behind_what_was_written_by_hand(world) {
        let office = Office::opens(world).await;
        let Office { hana, .. } = &office;
        let yudi = world.person(cast::YUDI).await;
        hosting::submit_to_analysis(&office).await;
        hosting::analyse(&office).await;
        looks(hana).await;
        assert!(hana.screen().contains(&format!("berikutnya 500.12/002/{SERIES}")), "{}", hana.screen());
        enters(hana, &format!("500.12/002/{SERIES}"), "23-11-2026").await;
        assert!(hana.screen().contains(&format!("Tercatat: 500.12/002/{SERIES}")), "{}", hana.screen());
        enters(hana, "3", "kemarin").await;
        assert!(hana.screen().contains(&format!("Tercatat: 500.12/003/{SERIES}")), "{}", hana.screen());
        analyses_anew(&office).await;
        let all = issued(world).await;
        let numbers = all.iter().filter(|it| it.paper.as_str() == "laporan-analisis");
        let numbers: Vec<_> = numbers.map(|it| it.number.clone().unwrap()).collect();
        assert_eq!(numbers, [format!("500.12/001/{SERIES}"), format!("500.12/004/{SERIES}")]);

        let code = hana.chat().split("Kode pemeriksaannya ").nth(1).unwrap()[..14].to_owned();
        for said in [code, format!("500.12/002/{SERIES}")] {
            yudi.says(&format!("/cek {said}")).await;
            let told = yudi.last();
            for words in ["Tercatat: Laporan Analisis Teknis", "500.12/002/", "Senin, 23 November 2026", "Dinas Sosial"] {
                assert!(told.contains(words), "{said}: {told}");
            }
            assert!(!told.contains("Analisis portal bantuan"), "no more than that: {told}");
        }
        // Numbers follow each other: whoever is not known asks by a code, which nobody guesses.
        let citizen = world.stranger("Warga", "id");
        citizen.says(&format!("/cek 500.12/002/{SERIES}")).await;
        assert!(citizen.last().contains("bukan kode pemeriksaan"), "{}", citizen.last());
        hana.says("/register").await;
        hana.taps("Nomor di Kertas").await;
        assert!(hana.screen().contains("Analisis portal bantuan"), "{}", hana.screen());
        let counter = world.counter();
        let counted = |agency: &'static str| {
            let counter = counter.clone();
            async move {
                let agency = agency.into();
                let year = Period::year(counter.today());
                count_numbered(&counter, &"hosting".into(), year, Some(&agency)).await.unwrap()
            }
        };
        assert_eq!((counted("dinsos").await, counted("dinkes").await), (2, 0));
        for (year, code) in [(Some(2026), "500.12/002/"), (None, "500.12/003/")] {
            let listed = listed(world, year).await;
            assert_eq!(listed.len(), 3, "{listed:#?}");
            assert!(listed.iter().any(|line| line.contains(code)), "{listed:#?}");
        }
        let listed = listed(world, Some(2026)).await;
        let first = format!("Hosting Website/Aplikasi,Laporan Analisis Teknis,500.12/002/{SERIES},2026-11-23,Dinas Sosial,\
            Analisis portal bantuan,,");
        assert!(listed[1].starts_with(&first), "{listed:#?}");
        assert_eq!(self::listed(world, Some(2025)).await.len(), 1, "the headings alone");
    }
}

play_on_both! {
    /// A number that a paper bears, one before which others are missing, and what is no number of the series are refused
    /// with what would fit; the question is open again, and nothing was entered.
    async fn what_would_break_the_series_is_refused(world) {
        let office = Office::opens(world).await;
        let Office { hana, .. } = &office;
        hosting::submit_to_analysis(&office).await;
        hosting::analyse(&office).await;
        enters(hana, "1", "kemarin").await;
        assert!(hana.screen().contains(&format!("Nomor 500.12/001/{SERIES} sudah dipakai")), "{}", hana.screen());
        for (number, words) in [
            ("4", format!("Yang berikutnya 500.12/002/{SERIES}")),
            ("500.12/002/LHH/Diskominfo/2026", format!("tertulis seperti 500.12/002/{SERIES}")),
        ] {
            corrects(hana, number).await;
            assert!(hana.screen().contains(&words), "{number}: {}", hana.screen());
        }
        // It is corrected where it stands.
        corrects(hana, "2").await;
        assert!(hana.screen().contains(&format!("Tercatat: 500.12/002/{SERIES}")), "{}", hana.screen());
        begins(hana).await;
        for said in ["3", "kemarin", "Dinas Sosial", "Analisis", "HWA-2026-0099"] {
            hana.says(said).await;
        }
        hana.taps("Simpan").await;
        assert!(hana.screen().contains("Tidak ada permohonan dengan nomor tiket itu"), "{}", hana.screen());
        corrects(hana, "hwa 1").await;
        assert!(hana.screen().contains(&format!("Tercatat: 500.12/003/{SERIES}")), "{}", hana.screen());
        assert_eq!(world.audited().await.breaks, []);
    }
}

play_on_both! {
    /// The same form sent twice in one instant enters one number.
    async fn a_double_tap_enters_one(world) {
        let Office { hana, .. } = Office::opens(world).await;
        begins(&hana).await;
        for said in ["1", "kemarin", "Dinas Sosial", "Analisis"] {
            hana.says(said).await;
        }
        hana.taps("Lewati").await;
        for _ in 0..3 {
            hana.begins_to_tap("Simpan");
        }
        world.settle().await;
        let year = Period::year(world.counter().today());
        let count = count_numbered(&world.counter(), &"hosting".into(), year, None).await.unwrap();
        assert_eq!(count, 1, "{}", hana.screen());
    }
}

play_on_both! {
    /// After the office went on from a backup, numbers are left out that papers may bear which nobody knows any more:
    /// these can be entered, each once, and those that are known cannot.
    async fn what_was_left_out_after_a_backup_can_be_entered(world) {
        let office = Office::opens(world).await;
        let Office { hana, .. } = &office;
        hosting::submit_to_analysis(&office).await;
        hosting::analyse(&office).await;
        let counter = world.counter();
        go_on_from_copy(&counter, counter.now() - TimeDelta::hours(1), Some(100)).await.unwrap();
        world.settle().await;
        enters(hana, "7", "hari ini").await;
        assert!(hana.screen().contains(&format!("Tercatat: 500.12/007/{SERIES}")), "{}", hana.screen());
        enters(hana, "7", "hari ini").await;
        assert!(hana.screen().contains("sudah dipakai"), "{}", hana.screen());
        corrects(hana, "1").await;
        assert!(hana.screen().contains("sudah dipakai"), "{}", hana.screen());
        analyses_anew(&office).await;
        let numbers: Vec<_> = issued(world).await.into_iter().filter_map(|it| it.number).collect();
        assert!(numbers.contains(&format!("500.12/102/{SERIES}")), "{numbers:?}");
    }
}

play_on_both! {
    /// A number is linked like what is issued: whoever changes it past the program, or takes it away, is found out. What
    /// it was about goes when its time is over, and the chain stays true.
    async fn a_number_from_paper_is_linked(world) {
        let Office { hana, .. } = Office::opens(world).await;
        enters(&hana, "1", "kemarin").await;
        assert_eq!(world.audited().await.breaks, []);
        let number = format!("500.12/001/{SERIES}");
        for (change, back) in [
            ("UPDATE numbered SET place = 2", "UPDATE numbered SET place = 1"),
            ("UPDATE numbered SET agency = 'dinkes'", "UPDATE numbered SET agency = 'dinsos'"),
            ("UPDATE numbered SET subject = 'x' || subject", "UPDATE numbered SET subject = substr(subject, 2)"),
        ] {
            world.runs(change).await;
            assert_eq!(world.audited().await.breaks, [Break::Number { number: number.clone() }], "{change}");
            world.runs(back).await;
        }
        assert_eq!(world.audited().await.breaks, []);
        for days in [5 * 365 + 10, 1] {
            world.time_passes(TimeDelta::days(days));
            world.settle().await;
        }
        assert_eq!(world.audited().await.breaks, []);
        hana.says("/register").await;
        hana.taps("Nomor di Kertas").await;
        assert!(hana.screen().contains("perihal sudah dihapus"), "{}", hana.screen());
        // One that is taken away, and one that is put in.
        world.runs("UPDATE numbered SET id = id + 100").await;
        let found = world.audited().await.breaks;
        assert!(matches!(found[..], [Break::Number { .. }, Break::NumberGone { .. }]), "{found:?}");
        world.runs("UPDATE numbered SET id = id - 100").await;
    }
}

play! {
    /// Whoever is neither helpdesk nor administrator finds no button, and a copied one opens nothing.
    async fn only_helpdesk_and_administrators_enter_numbers(world) {
        let Office { hana, dewi, .. } = Office::opens(world).await;
        hana.says("/register").await;
        let (_, data) = hana.button("Nomor di Kertas");
        dewi.says("/register").await;
        assert!(!dewi.sees_button("Nomor di Kertas"), "{}", dewi.screen());
        dewi.forges(None, &data).await;
        assert!(dewi.toast().contains("helpdesk dan administrator"), "{}", dewi.toast());
    }
}
