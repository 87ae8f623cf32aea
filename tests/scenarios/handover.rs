//! What passes from hand to hand: both sides say so.

use chrono::TimeDelta;
use domain::check_code::grouped;
use tests::{
    Player, play, play_on_both,
    stage::{
        colocation,
        signing::{forged, signed},
    },
};

use crate::{
    papers::{self, holds, issued, reads, received},
    signed_papers::asks_of_file,
};

const RECORD: &str = "Berita Acara Serah Terima";

/// The newest record, from the files of the request.
async fn fetches(who: &Player) -> Vec<u8> {
    papers::fetches(who, "COL-2026-0001", RECORD).await
}

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

play! {
    /// Both sides confirm the record in the chat, the operator has it signed elsewhere and sends it back, and it takes its
    /// place. Whoever holds it asks from any phone: genuine, signed, or not as it was issued. The record from before the
    /// confirmation cannot be signed in its stead.
    async fn a_confirmed_record_is_signed_and_checked_from_any_phone(world) {
        let office = colocation::Office::opens(world).await;
        let colocation::Office { sari, dewi, eko, .. } = &office;
        let citizen = world.stranger("Warga", "id");
        office.prepares_one().await;
        dewi.taps("Setujui").await;
        colocation::install(eko).await;
        let unconfirmed = fetches(eko).await;
        colocation::accept(sari).await;
        let made = fetches(eko).await;
        assert!(made != unconfirmed);

        let before = received(sari).len();
        eko.sends("BAST.pdf", forged(&made).into()).await;
        assert!(eko.last().contains("bukan lagi yang dikeluarkan"), "{}", eko.last());
        let good = signed(&made);
        eko.sends("BAST bertanda tangan.pdf", good.clone().into()).await;
        assert!(eko.last().contains("Diterima: Berita Acara Serah Terima untuk COL-2026-0001"), "{}", eko.last());
        let all = received(sari);
        let (_, caption, bytes) = all.last().unwrap();
        assert!(all.len() == before + 1 && *bytes == good, "the agency has the signed one: {}", sari.screen());
        assert!(caption.contains("Telah ditandatangani secara elektronik"), "{caption}");
        assert!(fetches(dewi).await == good, "it is the one that is fetched");
        holds(&reads(dewi, RECORD), &["500.12/31/BAST/2026", "Dikonfirmasi melalui Loket oleh Sari", "Eko"]);

        let records = issued(world).await;
        let mut records = records.iter().filter(|it| it.paper.as_str() == "berita-acara");
        let (first, last) = (records.next().unwrap(), records.next().unwrap());
        citizen.says(&format!("/cek {}", grouped(&last.check))).await;
        for words in ["Asli: Berita Acara Serah Terima", "Masih berlaku", "Telah ditandatangani"] {
            assert!(citizen.last().contains(words), "{words}: {}", citizen.last());
        }
        citizen.says(&format!("/cek {}", grouped(&first.check))).await;
        assert!(citizen.last().contains("sudah diganti"), "{}", citizen.last());
        for (file, words) in [
            (&good, "Asli: Berita Acara Serah Terima"),
            (&made, "belum ditandatangani"),
            (&unconfirmed, "sudah diganti"),
            (&forged(&made), "bukan sebagaimana dikeluarkan"),
            (&b"%PDF-1.7 lain".to_vec(), "Tidak ada berkas"),
        ] {
            let told = asks_of_file(sari, file).await;
            assert!(told.contains(words), "{words}: {told}");
        }
        assert_eq!(world.audited().await.breaks, []);
        eko.taps("Laporkan Selesai").await;
    }
}
