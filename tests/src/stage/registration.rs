//! Acts of plays about registering.

use super::{Player, World, cast, papers};

/// The number of the newcomer's own phone.
pub const OWN_NUMBER: &str = "6281234567890";

/// Someone at the door, and those who let them in.
pub struct Door {
    pub rani: Player,
    pub hana: Player,
}

impl Door {
    /// Helpdesk comes in; the newcomer stands before the door.
    pub async fn opens_in(world: &World, language: &str) -> Door {
        let [hana] = world.gathers(language, [cast::HANA]).await;
        Door {
            hana,
            rani: world.stranger(cast::RANI.name, language),
        }
    }
}

/// Answers everything after one's own number, with an NIP, up to the review.
pub async fn tells_the_rest(rani: &Player) {
    rani.says("sosial").await;
    rani.taps("Dinas Sosial").await;
    rani.says("Rani Contoh, S.Kom.").await;
    rani.taps("Memiliki NIP").await;
    rani.says("199001012015032001").await;
    rani.says("Pranata Komputer Ahli Pertama").await;
    rani.says("rani@serunikota.go.id").await;
    rani.says("800/88/Dinsos/2026").await;
    rani.sends("surat-penunjukan.pdf", papers::letter()).await;
}

/// Registers from the first word to the sending.
pub async fn registers(rani: &Player) {
    rani.says("Selamat pagi").await;
    rani.taps("Daftar sebagai PIC").await;
    rani.taps("Setuju").await;
    rani.shares(rani.user, OWN_NUMBER).await;
    tells_the_rest(rani).await;
    rani.taps("Kirim Permohonan").await;
}
