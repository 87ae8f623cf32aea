//! Tables as the registers and reports of an office have them: many columns, short names in narrow ones.

use press::{Flush, Grid, GridColumn, Press, Print, Section, Sheet, Shop, Tongue};

use crate::{papers::sheet, reader};

/// A table of cells that are divided by bars: its headings in both languages, then its rows.
struct Table {
    template: &'static str,
    headings: [&'static str; 2],
    rows: &'static [&'static str],
    sums: &'static str,
}

const AGENCIES: [&str; 4] = [
    "Dinas Kesehatan",
    "Dinas Pendidikan dan Kebudayaan",
    "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    "Dinas Kependudukan dan Pencatatan Sipil",
];

const TABLES: [Table; 7] = [
    Table {
        template: "register",
        headings: [
            "Nama|Instansi|Keperluan|Rombongan|Jam masuk (WIB)|Jam keluar (WIB)|Tanda pengenal|Melewati rencana|\
             Tanda pengenal hilang|Pendamping|Barang dibawa masuk|Barang dibawa keluar|Aset dibawa keluar|Catatan|OPD|\
             Tiket|Status",
            "Name|Institution|Purpose|Group|Time in (WIB)|Time out (WIB)|Badge|Later than planned|Badges lost|Escort|\
             Equipment carried in|Equipment carried out|Data centre's, taken out|Note|Agency|Ticket|Standing",
        ],
        rows: &[
            "Raden Ayu Siti Rahmawati Kusumaningtyas, S.Kom.|PT Telekomunikasi Indonesia|Penggantian catu daya|\
             Slamet Riyadi; Joko Susanto|21/11/2026 09.15|21/11/2026 11.50|KTP 03|Tidak|Tidak|Bayu Firmansyah, S.T.|\
             Laptop, kabel serat optik||Catu daya rusak||OPD|KUN-2026-0021|Keluar",
            "Sukarno|Pemerintah Kota|Peninjauan||22/11/2026 13.00|22/11/2026 13.40|04|Ya|Tidak|Pertiwi Handayaningrum|\
             |||Menunggu|OPD|KUN-2026-0022|Keluar",
        ],
        sums: "",
    },
    Table {
        template: "register",
        headings: [
            "Nomor agenda|Hal|Nomor surat|Tanggal surat|Diterima (WIB)|Disposisi Kadis (WIB)|Disposisi Kabid (WIB)|\
             Disposisi Kasi (WIB)|Selesai (WIB)|OPD|Tiket|Status",
            "Agenda number|Subject|Letter number|Date of the letter|Received (WIB)|Head of Agency (WIB)|\
             Head of Division (WIB)|Head of Section (WIB)|Closed on (WIB)|Agency|Ticket|Standing",
        ],
        rows: &[
            "A-001|Sistem Informasi Kepegawaian|800/212/BKPSDM/2026|16/11/2026|17/11/2026 08.15|17/11/2026 09.00|\
             17/11/2026 10.30|18/11/2026 08.05|23/11/2026 15.20|OPD|HWA-2026-0017|Ditutup – 23/11/2026 15.20",
        ],
        sums: "",
    },
    Table {
        template: "register",
        headings: [
            "Kode aset|Merek dan tipe|Nomor seri|Nomor inventaris|Rak dan posisi|Daya (W)|Alamat IP|Tanggal masuk|\
             Nomor BAST|Tanggal keluar|OPD|Tiket|Status",
            "Asset code|Make and model|Serial number|Inventory number|Rack and position|Power (W)|IP address|\
             Installed on|Handover record|Removed on|Agency|Ticket|Standing",
        ],
        rows: &[
            "DC-2026-007|Dell PowerEdge R750xs|SN-00A1-7788-XC|02.06.03.04.001.0012|Rak A2, U 14-15|750|10.10.4.21|\
             21/11/2026|500.12/007/BAST/DKI/2026||OPD|COL-2026-0009|Terpasang – 21/11/2026 10.00",
        ],
        sums: "|||||6.000|||||||",
    },
    Table {
        template: "register",
        headings: [
            "Aplikasi|Alamat|Server|Ukuran (GB)|Jumlah berkas|Tanggal|Hasil uji|PJ teknis|OPD|Tiket|Status",
            "Application|Address|Server|Size (GB)|Number of files|Date|Test result|Technical contact|Agency|Ticket|Standing",
        ],
        rows: &[
            "e-Kinerja Pegawai|e-kinerja-pegawai.bkpsdm.pontianak.go.id|srv-app-03|20|1.204|21/11/2026|Layak bersyarat|\
             Agus Salim Wijaya, S.Kom.|OPD|HWA-2026-0014|Aktif – 21/11/2026 10.00",
        ],
        sums: "|||160|9.632||||||",
    },
    Table {
        template: "annual",
        headings: [
            "OPD|Diterima|Selesai|Ditolak|Ditarik|Berakhir sendiri|Masih berjalan",
            "Agency|Received|Done|Rejected|Withdrawn|Ended by itself|Still open",
        ],
        rows: &["OPD|1.012|980|12|3|14|3"],
        sums: "|8.096|7.840|96|24|112|24",
    },
    Table {
        template: "annual",
        headings: [
            "Langkah|Waktu SOP|Selesai|Tepat waktu|Bagian|Median|Terlama",
            "Step|Standard time|Finished|Within the time|Share|Median|Longest",
        ],
        rows: &[
            "Disposisi Kepala Dinas|15 menit|12|11|92%|1 jam 20 menit|2 hari kerja 3 jam",
            "Pertanggungjawaban pelaksanaan hosting|(tanpa batas)|12|||45 menit|1 hari kerja",
        ],
        sums: "",
    },
    Table {
        template: "report",
        headings: [
            "Unsur pelayanan|Penilai|Nilai rata-rata (NRR)|NRR tertimbang|Penanggung jawab/pelaksana/pendamping|Undang-undang",
            "Element of the service|Judged by|Mean value (NRR)|Weighted NRR|Responsible/executing/escorting|Statute-book",
        ],
        rows: &[
            "Sistem, mekanisme, dan prosedur|41|3,5|0,389|Seksi Tata Kelola Pemerintahan Berbasis Elektronik|Undang-Undang",
            "Penanganan pengaduan, saran-saran, dan masukan|41|3,5|0,389|Kasi Pengaduan/Layanan|Peraturan",
        ],
        sums: "",
    },
];

impl Table {
    /// Eight rows, of agencies in turn.
    fn grid(&self, tongue: Tongue) -> Grid {
        let cells = |row: &str| row.split('|').map(str::to_owned).collect::<Vec<_>>();
        let rows = (0..8).map(|at| {
            let row = cells(self.rows[at % self.rows.len()]);
            let agency = AGENCIES[at % AGENCIES.len()].to_owned();
            row.into_iter()
                .map(|cell| if cell == "OPD" { agency.clone() } else { cell })
                .collect()
        });
        let columns = cells(self.headings[tongue as usize]).into_iter();
        Grid {
            numbered: self.template == "register",
            columns: columns
                .map(|heading| GridColumn {
                    heading,
                    flush: Flush::Left,
                })
                .collect(),
            rows: rows.collect(),
            sums: if self.sums.is_empty() {
                Vec::new()
            } else {
                cells(self.sums)
            },
            ..Grid::default()
        }
    }
}

/// A sheet of which the table is all.
fn with(template: &str, tongue: Tongue, grid: Grid) -> Sheet {
    Sheet {
        tongue,
        facts: Vec::new(),
        opening: Vec::new(),
        sections: vec![Section {
            grids: vec![grid],
            ..Section::default()
        }],
        rulings: Vec::new(),
        closing: Vec::new(),
        copies: Vec::new(),
        annexes: Vec::new(),
        ..sheet(template)
    }
}

/// A sheet for each of the tables.
pub(crate) fn sheets(tongue: Tongue) -> impl Iterator<Item = Sheet> {
    let tables = TABLES.iter();
    tables.map(move |table| with(table.template, tongue, table.grid(tongue)))
}

fn print(sheet: &Sheet) -> Print {
    let print = Press::new(Shop::default()).print(sheet).unwrap();
    assert_eq!(print.warnings, [""; 0]);
    assert_eq!(print.missing, "");
    print
}

/// The words on the pages, as they are read there.
fn words_on(pdf: &[u8]) -> Vec<String> {
    let text = reader::text(pdf);
    text.split_whitespace().map(str::to_owned).collect()
}

/// What must stand on a line in one piece: all but what is so long that it may break at its points.
fn must_stay(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
        .filter(|word| word.chars().count() <= 18)
}

#[test]
fn no_word_is_broken_that_fits_and_no_heading_is_tall() {
    for (nth, table) in TABLES.iter().enumerate() {
        for tongue in [Tongue::Id, Tongue::En] {
            let grid = table.grid(tongue);
            let pdf = print(&with(table.template, tongue, grid.clone())).pdf;
            let found = words_on(&pdf);
            let headings = grid.columns.iter().map(|column| &column.heading);
            let parts: Vec<&str> = headings
                .clone()
                .flat_map(|it| it.split_inclusive('/'))
                .collect();
            let cells = grid.rows.iter().chain([&grid.sums]).flatten();
            let cells: Vec<&str> = cells.flat_map(|cell| must_stay(cell)).collect();
            for word in &cells {
                let times = cells.iter().filter(|other| *other == word).count();
                let there = found.iter().filter(|other| other == word).count();
                assert!(there >= times, "table {nth}, {tongue:?}: {word} is broken");
            }
            for word in parts.iter().flat_map(|part| must_stay(part)) {
                // What a slash divides may stand on one line as well.
                let whole = |line: &String| line.split_inclusive('/').any(|part| part == word);
                assert!(
                    found.iter().any(whole),
                    "table {nth}, {tongue:?}: {word} is broken"
                );
            }
            assert_low(nth, &pdf, &parts);
        }
    }
}

/// The first of the lines in which nothing but words of the headings stand are not taller than three.
fn assert_low(nth: usize, pdf: &[u8], parts: &[&str]) {
    let headings: Vec<&str> = parts.iter().flat_map(|it| it.split_whitespace()).collect();
    let pages = reader::pages(pdf);
    let of_headings = |line: &Vec<&reader::Letter>| {
        let text: String = line.iter().map(|letter| letter.text.as_str()).collect();
        let mut rest = text.replace("No.", "");
        for word in &headings {
            rest = rest.replace(word, "");
        }
        rest.trim().is_empty()
    };
    for page in &pages {
        let lines = reader::lines(page);
        let head = lines.iter().skip_while(|line| !of_headings(line));
        let head: Vec<_> = head.take_while(|line| of_headings(line)).collect();
        let (Some(first), Some(last)) = (head.first(), head.last()) else {
            continue;
        };
        let height = (last[0].y - first[0].y) / first[0].size;
        assert!(height < 2.8, "table {nth}: a heading of {height} em");
    }
}

#[test]
fn a_table_that_is_too_wide_is_set_smaller_and_can_still_be_read() {
    let size = |table: &Table| {
        let pdf = print(&with(table.template, Tongue::Id, table.grid(Tongue::Id))).pdf;
        let pages = reader::pages(&pdf);
        let letters = pages.iter().flat_map(|page| &page.letters);
        // The numbers of the columns are smaller than what stands in these.
        let letters = letters.filter(|it| it.text.chars().all(char::is_alphabetic));
        letters.map(|letter| letter.size).fold(8.0, f64::min)
    };
    let (visitors, hosting) = (size(&TABLES[0]), size(&TABLES[3]));
    assert!((6.0..6.75).contains(&visitors), "{visitors}");
    // Nothing on that page is smaller than the address at its head.
    assert!((6.79..6.81).contains(&hosting), "{hosting}");
}

#[test]
fn a_signature_never_stands_alone() {
    for (template, rows) in [("annual", 30..44), ("report", 22..36), ("register", 8..20)] {
        let mut pages = Vec::new();
        for count in rows {
            let grid = Grid {
                columns: ["Nama", "Jumlah"]
                    .map(|heading| GridColumn {
                        heading: heading.to_owned(),
                        flush: Flush::Left,
                    })
                    .into(),
                rows: (1..=count)
                    .map(|at| vec![format!("Baris-{at}"), at.to_string()])
                    .collect(),
                ..Grid::default()
            };
            let sheet = with(template, Tongue::Id, grid);
            let print = print(&sheet);
            pages.push(print.pages);
            let text = reader::text(&print.pdf);
            let signed = text.split("--- ").find(|page| page.contains("NIP "));
            let signed = signed.unwrap_or_else(|| panic!("{template}: nobody signs\n{text}"));
            assert!(
                signed.contains(&format!("Baris-{count} ")) && signed.contains("Nama"),
                "{template} of {count} rows:\n{signed}"
            );
        }
        assert!(
            pages.first() < pages.last(),
            "{template}: {pages:?} never break"
        );
    }
}
