//! What passes from hand to hand: both sides say so.

use chrono::TimeDelta;
use domain::check_code::grouped;
use tests::{play_on_both, stage::colocation};

use crate::papers::{holds, issued, reads};

play_on_both! {
    /// Both sides confirm the record: what the agency finds different goes back to the operator, and what it confirms
    /// says who did so, when, and from which account. The earlier record holds no more.
    async fn both_sides_confirm_a_handover(world) {
        let office = colocation::Office::opens(world).await;
        let colocation::Office { sari, dewi, eko, .. } = &office;
        office.prepares_one().await;
        dewi.taps("Setujui").await;
        colocation::install(eko).await;
        sari.taps("Tidak Sesuai").await;
        sari.taps("Isi berita acara belum benar").await;
        sari.taps("Kirim").await;
        assert!(eko.screen().contains("Isi berita acara belum benar"), "{}\n{}", eko.screen(), sari.screen());
        assert_eq!(world.counter().db.all_reserved().await.unwrap().taken(&"rack-units".into(), world.counter().now()), 2);
        eko.taps("Terpasang, BAST Dibuat").await;
        for _ in 0..3 {
            eko.taps("Tetap Pakai").await;
        }
        eko.says("500.12/32/BAST/2026").await;
        eko.taps("Lewati").await;
        eko.taps("Terpasang, BAST Dibuat").await;
        let before = issued(world).await;
        let open = before.iter().rfind(|it| it.paper.as_str() == "berita-acara").unwrap();
        assert_eq!(before.iter().filter(|it| it.paper == open.paper && it.superseded.is_none()).count(), 1);
        colocation::accept(sari).await;
        let account = sari.user.0.to_string();
        let record = reads(sari, "Berita Acara Serah Terima.pdf");
        holds(&record, &[
            "500.12/32/BAST/2026",
            "Dikonfirmasi melalui Loket oleh Sari",
            &format!("akun Telegram …{}", &account[account.len() - 4..]),
            "Diputuskan melalui Loket",
            "Eko",
        ]);
        assert!(!record.contains("menunggu konfirmasi"), "{record}");
        sari.says(&grouped(&open.check)).await;
        assert!(sari.last().contains("sudah diganti"), "{}", sari.last());
        assert_eq!(world.counter().db.all_reserved().await.unwrap().taken(&"rack-units".into(), world.counter().now()), 2);
        eko.taps("Laporkan Selesai").await;
    }
}

play_on_both! {
    /// Who does not answer has accepted after three working days, and the record says that nobody did.
    async fn a_handover_that_nobody_answers(world) {
        let office = colocation::Office::opens(world).await;
        let colocation::Office { sari, dewi, eko, .. } = &office;
        office.prepares_one().await;
        dewi.taps("Setujui").await;
        colocation::install(eko).await;
        // It is announced, and goes on after that.
        for _ in 0..4 {
            world.time_passes(TimeDelta::days(2));
            world.settle().await;
        }
        holds(&reads(sari, "Berita Acara Serah Terima.pdf"), &["Dianggap diterima: tidak ada tanggapan"]);
        eko.taps("Laporkan Selesai").await;
    }
}
