//! What a request is like: a hint for whoever decides, and no wall.

use tests::{
    cast, play_on_both,
    stage::{
        hosting,
        subdomain::{Office, fill_in},
    },
};

play_on_both! {
    /// The same letter comes twice, for two services even, and an agency asks again while its first request is open.
    /// Officials read it on the card, agencies do not.
    async fn the_same_letter_comes_again(world) {
        let office = Office::opens(world).await;
        let Office { sari, arif, lina, .. } = &office;
        let yudi = world.person(cast::YUDI).await;
        fill_in(sari, "bansos").await;
        sari.taps("Kirim Permohonan").await;
        assert!(!arif.last().contains("Mirip dengan"), "{}", arif.last());
        fill_in(&yudi, "angkutan").await;
        yudi.taps("Kirim Permohonan").await;
        let same = "🔎 Mirip dengan SUB-2026-0001 (Nomor surat sama)\n";
        assert!(arif.last().contains(same), "{}", arif.last());
        office.pass_on().await;
        assert!(lina.last().contains(same), "every desk reads it:\n{}", lina.last());
        fill_in(sari, "bansos-dua").await;
        sari.taps("Kirim Permohonan").await;
        let same = "SUB-2026-0002 (Nomor surat sama), SUB-2026-0001 (Nomor surat sama), SUB-2026-0001 (OPD yang sama, masih berjalan)";
        assert!(arif.last().contains(same), "{}", arif.last());
        hosting::fill_in(sari).await;
        sari.taps("Kirim Permohonan").await;
        for agency in [sari, &yudi] {
            assert!(!agency.screen().contains("Mirip dengan"), "{}", agency.screen());
        }
    }
}
