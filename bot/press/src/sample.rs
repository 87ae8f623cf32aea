//! A sheet with everything on it, by which a template is checked.

use chrono::{DateTime, NaiveDate};

use crate::{
    proof::Proof,
    sheet::{
        Fact, Flush, Grid, GridColumn, Letterhead, Party, Ruling, Section, Sheet, Signatory, Tick,
        Tongue,
    },
};

pub(crate) fn sample(template: &str) -> Sheet {
    let moment = DateTime::from_timestamp(1_795_236_600, 0)
        .unwrap_or_default()
        .fixed_offset();
    let text = |text: &str| text.to_owned();
    let fact = |label: &str, value: &str| Fact {
        label: text(label),
        value: text(value),
    };
    let signatory = |stands_for: &str, capacity: &str| Signatory {
        stands_for: text(stands_for),
        capacity: vec![text("a.n. Kepala Dinas,"), text(capacity)],
        name: text("Nama Contoh, S.T."),
        rank: text("Pembina, IV/a"),
        nip: text("197001012000011001"),
        confirmed: text("Dikonfirmasi melalui Loket"),
    };
    let section = Section {
        heading: text("Contoh bagian"),
        paragraphs: vec![text(
            "Contoh kalimat dengan #tanda@baca$ yang bukan perintah.",
        )],
        facts: vec![
            fact("Perihal", "Contoh"),
            fact("Nama host", "contoh.pontianak.go.id"),
        ],
        points: vec![text("Butir pertama;"), text("Butir kedua.")],
        ticks: vec![
            Tick {
                label: text("Ya"),
                on: true,
            },
            Tick {
                label: text("Tidak"),
                on: false,
            },
        ],
        grids: vec![Grid {
            caption: text("Contoh tabel"),
            numbered: true,
            columns: vec![
                GridColumn {
                    heading: text("Nama"),
                    flush: Flush::Left,
                },
                GridColumn {
                    heading: text("Jumlah"),
                    flush: Flush::Right,
                },
            ],
            rows: vec![vec![text("Contoh"), text("2")]; 3],
            sums: vec![String::new(), text("6")],
        }],
    };
    Sheet {
        template: text(template),
        tongue: Tongue::Id,
        letterhead: Letterhead {
            lines: vec![text("PEMERINTAH KOTA CONTOH"), text("DINAS CONTOH")],
            address: vec![text("Jalan Contoh Nomor 1")],
        },
        title: text("Contoh Surat"),
        subtitle: text("Contoh subjudul"),
        number: text("500.12/001/CONTOH/2026"),
        place: text("Contoh"),
        date: moment.date_naive(),
        moment,
        zone: text("WIB"),
        addressee: vec![text("Kepala Dinas Contoh"), text("di Tempat")],
        facts: section.facts.clone(),
        opening: section.paragraphs.clone(),
        parties: vec![
            Party {
                name: text("Nama Contoh"),
                nip: text("197001012000011001"),
                post: text("Pengelola"),
                agency: text("Dinas Contoh"),
            };
            2
        ],
        sections: vec![section.clone()],
        rulings: vec![Ruling {
            row: text("2"),
            post: text("Kepala Bidang"),
            name: text("Nama Contoh"),
            to: text("Kepala Seksi"),
            decided: text("Diteruskan"),
            instruction: text("Proses lebih lanjut"),
            note: text("Contoh catatan"),
            at: NaiveDate::default().and_time(chrono::NaiveTime::MIN),
        }],
        closing: vec![text("Demikian contoh ini.")],
        signatories: vec![
            signatory("PIHAK KEDUA", "Kepala Bidang Contoh,"),
            signatory("PIHAK PERTAMA", "Pengelola,"),
        ],
        witness: Some(signatory("", "Kepala Dinas Contoh,")),
        copies: vec![text("Arsip")],
        annexes: vec![section],
        proof: Some(Proof {
            code: text("K7F3-9QZ2"),
            link: text("K7F3-9QZ2"),
        }),
        footer: text("Contoh baris kaki halaman."),
    }
}
