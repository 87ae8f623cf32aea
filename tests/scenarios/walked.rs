//! What a walk on the terminal says and takes where time, things, tables and the office's books come in.

use chrono::{Days, NaiveDate, TimeDelta, Utc};

use super::trying::tried;

/// A procedure of these tests.
const FILE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/procedures/tanda/pinjam-tanda.toml"
);

/// A day in a week, where the office is.
fn day() -> NaiveDate {
    let here = Utc::now() + TimeDelta::hours(7);
    here.date_naive() + Days::new(7)
}

/// What somebody answers until it is sent; so much electricity is asked for.
fn sent(watt: &str) -> Vec<String> {
    let at = |hour: &str| format!("{} {hour}", day().format("%d-%m-%Y"));
    let answers = [
        "sosial",
        "rapat",
        &at("09.00"),
        &at("16.00"),
        "dc-01, DC-02",
        "Rani; 2",
        "Budi; 3",
        "",
        "AG-7",
        watt,
    ];
    answers.map(str::to_owned).to_vec()
}

/// What the terminal shows, to its end.
#[track_caller]
fn walked(answers: &[String], more: &[&str]) -> String {
    let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
    let (went_well, said) = tried(&[FILE], &[&answers, more].concat());
    assert!(went_well, "{said}");
    said
}

/// Each of these lines, in this order.
#[track_caller]
fn says(said: &str, lines: &[&str]) {
    let mut rest = said;
    for line in lines {
        let found = rest.split_once(line);
        let (_, after) = found.unwrap_or_else(|| panic!("{line}\n{said}"));
        rest = after;
    }
}

/// A part of the name of an agency that fits one is taken; where several fit, they are named.
#[test]
fn a_part_of_the_name_of_an_agency() {
    let said = walked(&[], &["sihir", "kec seruni", "sosial"]);
    says(
        &said,
        &[
            "OPD mana yang meminjam?",
            "⚠️ ",
            "Silakan pilih salah satu: Kecamatan Seruni Utara · Kecamatan Seruni Selatan",
            "Acara apa?",
        ],
    );
}

/// An option that ends the form ends it, and the question is asked again.
#[test]
fn an_option_with_which_one_cannot_go_on() {
    let said = walked(&[], &["dinsos", "acara partai politik", "RAPAT"]);
    says(
        &said,
        &[
            "Acara apa?",
            "Baik, formulir ini tidak dilanjutkan",
            "Acara apa?",
            "Diambil kapan?",
        ],
    );
}

/// Where one row was marked, that one is asked again and no other.
#[test]
fn one_row_that_was_marked() {
    let marked = [
        "kembalikan",
        "tamu",
        "2",
        "Jumlah tamunya keliru.",
        "kirim perbaikan",
        "Budi; banyak",
        "Budi; 4",
        "setujui",
    ];
    let said = walked(&sent("600"), &marked);
    says(
        &said,
        &[
            "Isian mana yang perlu dilengkapi?",
            "Baris mana dari Tamu yang perlu diperbaiki?",
            "    1. Kirim Perbaikan",
            "    2. (waktu berlalu: Gugur",
            "Baris ke-2: Budi; 3.",
            "Baris ke-2: Budi; banyak.",
            "── no. 2 Periksa Permohonan",
            "register Agenda dan Disposisi: Rani · Berjalan (Hal = 2 orang, Disposisi Kasi = Kasi Telematika)",
            "register Agenda dan Disposisi: Budi · Berjalan (Hal = 4 orang",
        ],
    );
    assert!(!said.contains("Baris ke-1"), "{said}");
}

/// Time passes to the moment from which on something can be chosen; what is lent, written and free again is said.
#[test]
fn to_the_end_and_over_the_time_between() {
    let rest = ["Setujui", "1", "DC-03", "dc-01", "selesai"];
    let said = walked(&sent("600"), &rest);
    let year = day().format("%Y");
    let begins = format!(" {year}, 09.00 WIB");
    let (is_now, reserved) = (
        format!("{begins}\n"),
        format!(" {year}, 08.00 WIB – 16.00)"),
    );
    says(
        &said,
        &[
            "dicadangkan: DC-01 (",
            &reserved,
            "dicadangkan: DC-02 (",
            "dicadangkan: Daya listrik 600",
            "── no. 3 Pakai dan Kembalikan",
            "🔔 ",
            "14.00 WIB: Tanda pengenal dikembalikan dua jam lagi. (Petugas Data Center, pemohon)",
            "    3. (waktu berlalu: Waktu Habis, ",
            "⏩ ",
            &is_now,
            "→ dibawa kembali",
            "    1. DC-01\n    2. DC-02\n",
            "Mohon pilih nomor 1 sampai 2.",
            "register Agenda dan Disposisi: Rani · Selesai, barisnya ditutup (Selesai = ",
            "baris register yang dipilih diperbarui: AG-7 (Disposisi Kadis = Petugas Data Center, Selesai = ",
            "dilepas: DC-01 (",
            "══ Selesai",
        ],
    );
    let (_, received) = said.split_once("── no. 4").expect("the last step");
    assert!(!received.contains("DC-03"), "{said}");
}

/// Nobody acts: what the clock does is a choice beside the others, and takes the way that it takes.
#[test]
fn what_happens_by_itself() {
    let said = walked(&sent("600"), &["1", "waktu berlalu"]);
    let ends = format!(" {}, 16.00 WIB\n", day().format("%Y"));
    says(
        &said,
        &[
            "⏩ ",
            &ends,
            "→ waktu habis",
            "memberi tahu Kepala Bidang",
            "── no. 4 Terima Kembali",
        ],
    );
    let silent = ["2", "1", "Nama acaranya kurang jelas.", "2"];
    let said = walked(&sent("600"), &silent);
    says(&said, &["(waktu berlalu: Gugur", "⏩ ", "══ Gugur"]);
}

/// What is refused is said in words, and the choice is asked again; so is what the clock would have done before.
#[test]
fn no_refusal_ends_a_walk() {
    let said = walked(&sent("30000"), &["1", "1", "2"]);
    let refused = "⚠️ Kapasitas Daya listrik tidak mencukupi";
    says(
        &said,
        &[
            refused,
            "── no. 2 Periksa Permohonan",
            refused,
            "── no. 2 Periksa Permohonan",
            "Isian mana yang perlu dilengkapi?",
        ],
    );
    let said = walked(&sent("600"), &["1", "2", "3"]);
    says(
        &said,
        &[
            "⚠️ Waktu lebih dahulu memutuskan: Waktu Habis, ",
            "── no. 3 Pakai dan Kembalikan",
            "→ waktu habis",
        ],
    );
}
