//! Papers that are signed elsewhere and come back: the signed file takes the place of the one that was made, if it is
//! that paper; what is forged or altered is told from it.

use chrono::TimeDelta;
use domain::{archive::Held, check_code::grouped, fingerprint::fingerprint, query::Break};
use tests::{
    Player, play, play_on_both,
    stage::{
        hosting::{self, Office},
        signing::{forged, signed},
    },
};

use crate::papers::{fetches, issued, received};

const REPORT: &str = "Laporan Hasil Hosting";

/// The report of a hosting as an official takes it along.
async fn takes_along(office: &Office) -> Vec<u8> {
    let Office { dewi, .. } = office;
    hosting::submit_to_analysis(office).await;
    hosting::analyse(office).await;
    hosting::set_up(office).await;
    again(dewi).await
}

/// The newest report, from the files of the request.
async fn again(who: &Player) -> Vec<u8> {
    fetches(who, "HWA-2026-0001", REPORT).await
}

pub(crate) async fn asks_of_file(who: &Player, bytes: &[u8]) -> String {
    let bytes = bytes.to_vec().into();
    who.does(|telegram, user| {
        telegram.sends_document(user, "berkas.pdf", "application/pdf", bytes, Some("/cek"))
    })
    .await;
    who.last()
}

play_on_both! {
    /// The report is taken along, signed, and sent back. It is sent to the agency anew, is what everyone fetches from now
    /// on, and its code names its fingerprint. A second signature behind the first one is taken as well.
    async fn a_signed_paper_takes_the_place_of_the_other(world) {
        let office = Office::opens(world).await;
        let Office { sari, dewi, rudi, .. } = &office;
        let made = takes_along(&office).await;
        let once = signed(&made);
        dewi.sends("LHH bertanda tangan.pdf", once.clone().into()).await;
        assert!(dewi.last().contains("Diterima: Laporan Hasil Hosting untuk HWA-2026-0001"), "{}", dewi.last());
        let (_, caption, bytes) = received(sari).pop().unwrap();
        assert!(caption.contains("Telah ditandatangani secara elektronik"), "{caption}");
        assert!(bytes == once, "the agency has the signed one");
        assert!(again(dewi).await == once, "it is the one that is fetched");

        let twice = signed(&again(rudi).await);
        rudi.sends("LHH.pdf", twice.clone().into()).await;
        assert!(rudi.last().contains("Tanda tangan elektronik di dalamnya: 2"), "{}", rudi.last());
        let papers = issued(world).await;
        let report = papers.iter().find(|it| it.paper.as_str() == "laporan-hosting").unwrap();
        assert_eq!(report.sha256(), Some(fingerprint(&twice).as_str()));
        sari.says(&format!("/cek {}", grouped(&report.check))).await;
        let told = sari.last();
        for words in ["Asli: Laporan Hasil Hosting", "Telah ditandatangani", &fingerprint(&twice)] {
            assert!(told.contains(words), "{words}: {told}");
        }
        assert!(asks_of_file(sari, &twice).await.contains("Asli: Laporan Hasil Hosting"), "{}", sari.last());
        assert!(asks_of_file(sari, &made).await.contains("belum ditandatangani"), "{}", sari.last());
        assert_eq!(world.audited().await.breaks, []);

        // Whoever changes past the program which file it is, or puts an older one in its place, is found out.
        let paper = Break::Paper { ticket: "HWA-2026-0001".to_owned(), seq: report.seq };
        let set = |sha256: &str| format!("UPDATE issued SET signed_sha256 = '{sha256}' WHERE signed_times > 0");
        for other in ["x".to_owned(), fingerprint(&once)] {
            world.runs(&set(&other)).await;
            assert_eq!(world.audited().await.breaks, std::slice::from_ref(&paper));
        }
        world.runs(&set(&fingerprint(&twice))).await;
        world.runs("UPDATE issued SET signed_times = signed_times - 1 WHERE signed_times > 0").await;
        assert_eq!(world.audited().await.breaks, [paper]);
        world.runs("UPDATE issued SET signed_times = signed_times + 1 WHERE signed_times > 0").await;
    }
}

play! {
    /// A file with nothing behind it, one of which the page was changed, one whose signature is of other bytes, and one
    /// that was signed beside another: none takes the place of the paper, and each is told why.
    async fn what_is_altered_does_not(world) {
        let office = Office::opens(world).await;
        let Office { sari, dewi, .. } = &office;
        let made = takes_along(&office).await;
        let good = signed(&made);
        let unsigned = [made.as_slice(), b"\n%\n%%EOF\n"].concat();
        let mut other = good.clone();
        *other.last_mut().unwrap() = b' ';
        let before = received(sari).len();
        for (file, why) in [
            (unsigned, "Belum ada tanda tangan"),
            (forged(&made), "bukan lagi yang dikeluarkan"),
            (other, "bukan untuk berkas ini"),
        ] {
            dewi.sends("LHH.pdf", file.clone().into()).await;
            assert!(dewi.last().contains("tidak dapat menggantikan") && dewi.last().contains(why), "{}", dewi.last());
            let told = asks_of_file(sari, &file).await;
            assert!(told.contains("bukan sebagaimana dikeluarkan") && told.contains(why), "{told}");
        }
        let told = asks_of_file(sari, &good).await;
        assert!(told.contains("belum pernah diserahkan"), "{told}");
        let mut cut = made.clone();
        cut[200] ^= 1;
        assert!(asks_of_file(sari, &cut).await.contains("Tidak ada berkas"), "{}", sari.last());
        assert!(issued(world).await.iter().all(|it| it.signed.is_none()));
        assert_eq!(received(sari).len(), before, "nobody is sent anything");

        dewi.sends("LHH.pdf", good.clone().into()).await;
        // The same again changes nothing.
        dewi.sends("LHH.pdf", good.into()).await;
        let beside = signed(&[made.as_slice(), b"\n"].concat());
        dewi.sends("LHH.pdf", beside.into()).await;
        assert!(dewi.last().contains("sudah diterima kembali dengan tanda tangan lain"), "{}", dewi.last());
        assert_eq!(received(sari).len(), before + 1);
    }
}

play! {
    /// The agency itself sends nothing back: its file is what any file is that nobody asked for.
    async fn an_agency_signs_nothing(world) {
        let office = Office::opens(world).await;
        let made = takes_along(&office).await;
        office.sari.sends("LHH.pdf", signed(&made).into()).await;
        assert!(!office.sari.last().contains("Diterima: Laporan"), "{}", office.sari.last());
        assert!(issued(world).await.iter().all(|it| it.signed.is_none()));
    }
}

play_on_both! {
    /// When its time is over, the signed file leaves the archive like the one that was made.
    async fn a_signed_paper_leaves_the_archive(world) {
        let office = Office::opens(world).await;
        let made = takes_along(&office).await;
        let good = signed(&made);
        office.dewi.sends("LHH.pdf", good.clone().into()).await;
        let archive = world.counter().archive.clone();
        assert!(matches!(archive.fetch(&fingerprint(&good)).await.unwrap(), Held::Whole(_)));
        office.hana.taps("Teruskan ke Koordinator").await;
        office.rudi.taps("Laporkan").await;
        office.dewi.taps("Sampaikan").await;
        office.arif.taps("Laporan Diterima").await;
        for days in [5 * 365 + 10, 1, 1] {
            world.time_passes(TimeDelta::days(days));
            world.settle().await;
        }
        for gone in [&made, &good] {
            assert_eq!(archive.fetch(&fingerprint(gone)).await.unwrap(), Held::Missing);
        }
        assert_eq!(world.audited().await.breaks, []);
    }
}
