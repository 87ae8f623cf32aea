//! What printing costs: `cargo run --release --package press --example bench`.

use std::{error::Error, fs, io::Cursor, time::Instant};

use chrono::{DateTime, Days};
use press::{
    Press, Sheet, Shop, Tongue,
    list::{ColumnKind, CsvList, Datum, ListColumn, ListPlan, XlsxBook},
};

const PAPERS: u32 = 300;
const LINES: u32 = 50_000;

#[expect(clippy::print_stdout, reason = "a benchmark prints")]
fn main() -> Result<(), Box<dyn Error>> {
    let sheet = |name: &str| -> Result<Sheet, Box<dyn Error>> {
        let file = format!("{}/tests/it/papers/{name}.json", env!("CARGO_MANIFEST_DIR"));
        Ok(serde_json::from_slice(&fs::read(file)?)?)
    };
    let letter = sheet("refusal")?;
    let idle = memory("VmRSS");
    let press = Press::new(Shop::default());
    println!(
        "idle press            {:6.1} MB more",
        memory("VmRSS") - idle
    );

    let began = Instant::now();
    let print = press.print(&letter)?;
    println!(
        "first letter          {:6.1} ms, {} kB",
        millis(began),
        print.pdf.len() / 1000
    );

    let names = [
        "refusal",
        "handover",
        "disposition",
        "form",
        "report",
        "standard",
        "register",
    ];
    for name in names {
        let mut sheet = sheet(name)?;
        press.print(&sheet)?;
        let mut times = Vec::new();
        for nth in 0..15 {
            sheet.number = format!("500.12/{nth:03}/DKI/2026");
            sheet.addressee = vec![format!("Kepala Dinas Contoh {nth}")];
            let began = Instant::now();
            press.print(&sheet)?;
            times.push(millis(began));
        }
        times.sort_by(f64::total_cmp);
        let (fastest, median, pages) = (times[0], times[7], press.print(&sheet)?.pages);
        println!("{name:<21} {fastest:6.1} ms warm, {median:.1} median, {pages} page(s)");
    }

    let began = Instant::now();
    let pass = press.picture(&sheet("pass")?)?;
    println!(
        "picture of a pass     {:6.1} ms, {} kB",
        millis(began),
        pass.len() / 1000
    );

    for nth in 0..PAPERS {
        let mut sheet = sheet(names[nth as usize % names.len()])?;
        sheet.number = format!("500.12/{nth:03}/DKI/2026");
        press.print(&sheet)?;
    }
    println!(
        "after {PAPERS} more papers {:7.1} MB more",
        memory("VmRSS") - idle
    );

    let before = memory("VmRSS");
    let made = DateTime::UNIX_EPOCH;
    let began = Instant::now();
    let mut book = XlsxBook::new("Register", made);
    book.list(plan())?;
    for nth in 0..LINES {
        book.line(&line(nth))?;
    }
    let mut file = Cursor::new(Vec::new());
    book.finish(&mut file)?;
    let size = file.into_inner().len() / 1000;
    println!(
        "{LINES} lines as XLSX  {:6.2} s, {size} kB",
        millis(began) / 1000.0
    );
    println!(
        "  memory now          {:6.1} MB more, peak of all {:.1} MB",
        memory("VmRSS") - before,
        memory("VmHWM")
    );

    let began = Instant::now();
    let mut list = CsvList::begin(plan(), Vec::new())?;
    for nth in 0..LINES {
        list.line(&line(nth))?;
    }
    let size = list.finish()?.len() / 1000;
    println!(
        "{LINES} lines as CSV   {:6.2} s, {size} kB",
        millis(began) / 1000.0
    );
    Ok(())
}

fn plan() -> ListPlan {
    let text = |heading: &str| (heading.to_owned(), ColumnKind::Text, false);
    let columns = [
        text("Nama"),
        text("NIP"),
        text("Instansi"),
        text("Nama host"),
        text("Nomor surat"),
        ("Tanggal".to_owned(), ColumnKind::Date, false),
        ("Masuk".to_owned(), ColumnKind::Moment, false),
        ("Jumlah berkas".to_owned(), ColumnKind::Whole, true),
        ("Ukuran".to_owned(), ColumnKind::Decimal, true),
        ("Selesai".to_owned(), ColumnKind::YesNo, false),
    ];
    let columns = columns.map(|(heading, holds, sum)| ListColumn {
        heading,
        holds,
        sum,
    });
    ListPlan {
        name: "Register".to_owned(),
        tongue: Tongue::Id,
        columns: columns.into(),
    }
}

fn line(nth: u32) -> Vec<Datum> {
    let moment = (DateTime::UNIX_EPOCH + Days::new(u64::from(20_000 + nth % 365))).naive_utc();
    vec![
        Datum::Text(format!("Pemohon Contoh {nth}")),
        Datum::Text(format!("19700101200001{nth:04}")),
        Datum::Text("Dinas Pendidikan dan Kebudayaan".to_owned()),
        Datum::Text(format!("layanan-{nth}.disdikbud.pontianak.go.id")),
        Datum::Text(format!("420/{nth}/DISDIKBUD/2026")),
        Datum::Date(moment.date()),
        Datum::Moment(moment),
        Datum::Whole(i64::from(nth % 1000)),
        Datum::Decimal(f64::from(nth) / 7.0),
        Datum::YesNo(nth.is_multiple_of(3)),
    ]
}

fn millis(began: Instant) -> f64 {
    began.elapsed().as_secs_f64() * 1000.0
}

/// A figure of this process in MB, as Linux tells it; elsewhere 0.
fn memory(figure: &str) -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix(figure)?.strip_prefix(':'));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or_default() / 1000.0
}
