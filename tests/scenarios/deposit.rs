//! A hall that is lent against a deposit: what depends on the office's time, on rows and on other answers, and a task that
//! is handed to a colleague.

use chrono::TimeDelta;
use domain::{
    id::RequestId,
    procedure::Answer,
    query::{self, Report},
};
use tests::{Player, World, cast::Role, papers, play, play_on_both, stage::office_file::in_office};

const fn role(name: &'static str, role: &'static str, agency: Option<&'static str>) -> Role {
    Role {
        name,
        role,
        agency,
        title: name,
    }
}

/// The borrower, two at the counter, the head, the treasurer, the caretaker, and a colleague of the borrower's.
async fn opens(world: &World) -> [Player; 7] {
    in_office(world, "kantor-aula", "aula").await;
    let people = [
        role("Sari", "pic", Some("dispora")),
        role("Hana", "helpdesk", None),
        role("Lina", "helpdesk", None),
        role("Joko", "general-head", None),
        role("Bayu", "treasurer", None),
        role("Eko", "caretaker", None),
        role("Wati", "pic", Some("dispora")),
    ];
    world.gathers("id", people).await
}

/// What stands in the first line of the book of deposits.
async fn line(world: &World) -> (String, Vec<(String, Answer)>, bool) {
    let lines = world.counter().db.lines_of(RequestId(1)).await.unwrap();
    let line = lines.into_iter().next().expect("a line");
    let cells = line.cells.into_iter();
    let cells = cells.map(|(column, cell)| (column.to_string(), cell.value));
    (line.name, cells.collect(), line.closed_at.is_some())
}

fn holds(cells: &[(String, Answer)], column: &str, words: &str) -> bool {
    let mut cells = cells.iter();
    cells.any(|(code, value)| code == column && value.plain() == words)
}

play_on_both! {
    /// A day off asks who pays for it, another answer is offered as the end, a cell is asked in one row only, and an address
    /// of another domain is none. What the file names as the latest hour holds; and of the approval those hear whom an answer
    /// names, and who has decided before. A colleague gets the request by name; the book holds words, the reason and a name made of
    /// answers; and the report says how long two rows took together.
    async fn a_hall_on_a_sunday(world) {
        let [sari, hana, lina, joko, bayu, eko, wati] = opens(world).await;
        sari.says("/ajukan").await;
        sari.taps("Pinjam Aula").await;
        sari.says("Lomba cerdas cermat").await;
        sari.taps("Masyarakat umum").await;
        sari.says("29-11-2026 09.00").await;
        assert!(sari.screen().contains("12.00"), "three hours later is offered: {}", sari.screen());
        sari.says("29-11-2026 12.00").await;
        sari.taps("Aula Utama").await;
        sari.taps("Selesai Memilih (1)").await;
        assert!(sari.screen().contains("Siapa yang menanggung lembur"), "{}", sari.screen());
        sari.says("Anggaran dinas").await;
        sari.taps("Lainnya").await;
        sari.says("1").await;
        assert!(sari.screen().contains("Rincian"), "{}", sari.screen());
        sari.says("Panggung lipat").await;
        sari.taps("Tambah Baris").await;
        sari.taps("Kursi").await;
        sari.says("301").await;
        assert!(sari.sees_button("Selesai (2)"), "no third cell: {}", sari.screen());
        sari.taps("Selesai (2)").await;
        assert!(sari.screen().contains("Kursi paling banyak 300"), "{}", sari.screen());
        sari.taps("Hapus Baris Terakhir").await;
        sari.says("Kursi; 300; hijau\nPengeras suara; 2; -").await;
        assert!(sari.screen().contains("kolom tersebut dikosongkan"), "{}", sari.screen());
        sari.says("Kursi; 300").await;
        sari.taps("Selesai (3)").await;
        sari.says("08.00").await;
        sari.says("23.45").await;
        assert!(sari.screen().contains("Aula ditutup sebelum 23.30"), "{}", sari.screen());
        sari.says("17.00").await;
        sari.taps("Wati").await;
        sari.says("acara@contoh.com").await;
        assert!(sari.screen().contains("Surel harus berakhiran go.id"), "{}", sari.screen());
        sari.says("acara@dispora.go.id").await;
        sari.taps("Kirim Permohonan").await;
        assert!(eko.screen().contains("Lomba cerdas cermat"), "who looks after the hall hears of a day off: {}", eko.screen());

        hana.taps("Serahkan ke Rekan").await;
        assert!(!hana.sees_button("Hana"), "{}", hana.screen());
        hana.taps("Lina").await;
        hana.taps("Serahkan ke Rekan").await;
        assert!(!hana.sees_button("Lengkap"), "{}", hana.screen());
        lina.taps("Lengkap").await;
        joko.taps("Setujui").await;
        joko.says("500000").await;
        joko.taps("Setujui").await;
        for who in [&wati, &hana, &lina] {
            let told = who.chat();
            assert!(told.contains("Setujui Peminjaman"), "who is named, and who has decided, hears of it: {told}");
        }
        sari.taps("Sudah Dibayar").await;
        sari.sends("bukti.pdf", papers::letter()).await;
        sari.taps("Kirim").await;
        bayu.taps("Jaminan Diterima").await;
        bayu.says("12").await;
        assert!(bayu.screen().contains("Tulis nomor kwitansi seperti KW-2026-0012"), "{}", bayu.screen());
        bayu.says("KW-2026-0012").await;
        bayu.taps("Jaminan Diterima").await;
        let (name, cells, is_closed) = line(world).await;
        assert_eq!(name, "Lomba cerdas cermat (KW-2026-0012)");
        assert!(holds(&cells, "keadaan", "Utuh") && !is_closed, "{cells:?}");
        eko.taps("Ada Kerusakan").await;
        eko.says("Dua kursi patah").await;
        eko.taps("Ada Kerusakan").await;
        assert!(!bayu.sees_button("Kembalikan Penuh"), "{}", bayu.screen());
        bayu.taps("Kembalikan dengan Potongan").await;
        bayu.says("Dua kursi patah diganti").await;
        bayu.taps("Kembalikan dengan Potongan").await;
        let (_, cells, is_closed) = line(world).await;
        assert!(holds(&cells, "keadaan", "Dipotong") && holds(&cells, "sebab", "Dua kursi patah diganti"), "{cells:?}");
        assert!(is_closed);
        // The book says who approved, in which post, and how the line stands.
        joko.says("/register").await;
        joko.taps("Buku Uang Jaminan").await;
        assert!(joko.screen().contains("· Dikemba"), "{}", joko.screen());
        joko.taps("Lomba cerdas cermat").await;
        assert!(joko.screen().contains("Joko, Kepala Bagian Umum"), "{}", joko.screen());
        assert!(joko.screen().contains("Dikembalikan sebagian"), "{}", joko.screen());

        let counter = world.counter();
        let report = Report {
            procedure: "pinjam-aula".into(),
            period: "2026".parse().unwrap(),
            agency: None,
            stood: None,
        };
        let times = query::report_times(&counter, None, &report).await.unwrap();
        let both = times.rows.last().unwrap();
        assert_eq!(both.title.id, "Dari pemeriksaan sampai persetujuan");
        let steps = times.rows.iter().filter(|row| row.title.id.starts_with("Periksa") || row.title.id.starts_with("Setujui"));
        let took: TimeDelta = steps.map(|row| row.sum.median * i32::try_from(row.sum.count).unwrap()).sum();
        assert_eq!((both.sum.count, both.sum.median), (1, took), "both desks, and nothing else");
    }
}

play! {
    /// Nobody who is asked for changes makes them: after two working days of hours it ends, said when half of them is left.
    async fn changes_that_nobody_makes(world) {
        let [sari, hana, ..] = opens(world).await;
        sari.says("/ajukan").await;
        sari.taps("Pinjam Aula").await;
        sari.says("Lomba cerdas cermat").await;
        sari.taps("Pegawai").await;
        sari.says("02-12-2026 09.00").await;
        sari.says("02-12-2026 12.00").await;
        sari.taps("Aula Utama").await;
        sari.taps("Selesai Memilih (1)").await;
        assert!(!sari.screen().contains("lembur"), "it is within working hours: {}", sari.screen());
        sari.taps("Tidak Ada").await;
        sari.says("08.00").await;
        sari.says("23.45").await;
        assert!(sari.screen().contains("Aula ditutup sebelum 23.30"), "{}", sari.screen());
        sari.says("17.00").await;
        sari.taps("Wati").await;
        sari.says("acara@dispora.go.id").await;
        sari.taps("Kirim Permohonan").await;
        hana.taps("Minta Perbaikan").await;
        assert!(hana.sees_button("Acara") && !hana.sees_button("Aula"), "only some can be marked: {}", hana.screen());
        hana.taps("Surel").await;
        hana.taps("Selesai Memilih (1)").await;
        hana.says("Terlalu pendek").await;
        assert!(hana.screen().contains("15"), "{}", hana.screen());
        hana.says("Alamat surel itu bukan milik dinas").await;
        hana.taps("Minta Perbaikan").await;
        let then = sari.now();
        for _ in 0..2 {
            world.time_passes(TimeDelta::days(1));
            world.settle().await;
        }
        assert!(sari.chat_since(then).contains("Bila tidak ada tindakan"), "it is said before: {}", sari.chat_since(then));
        let counter = world.counter();
        let request = counter.db.request(RequestId(1)).await.unwrap().unwrap();
        assert!(request.ended().is_none(), "and is not over yet");
        // It is a Sunday by then, on which nobody is told of an end.
        for _ in 0..5 {
            world.time_passes(TimeDelta::days(1));
            world.settle().await;
        }
        let request = counter.db.request(RequestId(1)).await.unwrap().unwrap();
        assert!(request.ended().is_some_and(|end| end.as_str() == "ditarik"), "{:?}", request.state.standing);
    }
}
