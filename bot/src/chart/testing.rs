//! Charts to try things on.

use super::{Bar, Chart, Length, Sign};

/// A chart of bars with long titles.
pub(super) fn chart(lengths: &[Length]) -> Chart {
    let titles = [
        "Periksa Kelengkapan Dokumen",
        "Putuskan Permintaan Hosting Bersama Koordinator dan Tim Teknis Pusat Data yang Bertugas Hari Itu",
        "Serahkan Berkas Terverifikasi",
    ];
    let bars = lengths.iter().zip(titles.iter().cycle());
    let bars = bars.map(|(length, title)| Bar {
        title: (*title).to_owned(),
        over: None,
        words: match length {
            Length::Nothing => "✓ 3 kali · median 2 jam 5 mnt · tanpa waktu baku".to_owned(),
            _ => "✗ 12 kali · median 1,5 hari kerja · baku 15 mnt · sesuai 92%".to_owned(),
        },
        length: *length,
    });
    Chart {
        title: "Waktu Layanan".to_owned(),
        about: vec![
            "Hosting Website/Aplikasi".to_owned(),
            "November 2026".to_owned(),
        ],
        bars: bars.collect(),
        legend: vec![
            (Sign::Mark, "waktu baku".to_owned()),
            (Sign::Good, "sesuai waktu baku".to_owned()),
            (Sign::Bad, "melewati waktu baku".to_owned()),
        ],
        office: "Dinas Komunikasi dan Informatika Kota Contoh".to_owned(),
        nothing: "Belum ada langkah yang selesai pada November 2026.".to_owned(),
    }
}
