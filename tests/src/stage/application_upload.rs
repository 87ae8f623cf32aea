//! Acts of plays about uploading an application.

use super::{Player, World, cast, papers};

/// Everyone whom the application-upload procedure needs.
pub struct Office {
    pub sari: Player,
    pub hana: Player,
    pub dewi: Player,
    pub lina: Player,
    pub bayu: Player,
    pub nina: Player,
}

impl Office {
    /// Everyone comes in, with their phones set to a language.
    pub async fn opens_in(world: &World, language: &str) -> Office {
        use cast::{BAYU, DEWI, HANA, LINA, NINA, SARI};
        let [sari, hana, dewi, lina, bayu, nina] = world
            .gathers(language, [SARI, HANA, DEWI, LINA, BAYU, NINA])
            .await;
        Office {
            sari,
            hana,
            dewi,
            lina,
            bayu,
            nina,
        }
    }
}

/// Sends a request for a new application.
pub async fn submit(applicant: &Player) {
    let acts = async || {
        applicant.says("/ajukan").await;
        applicant.taps("Unggah Aplikasi ke Data Center").await;
        applicant.taps("Aplikasi baru").await;
        applicant.says("Sistem Bantuan Sosial").await;
        applicant.taps("Layanan publik").await;
        applicant
            .says("Pendaftaran bantuan sosial secara daring bagi warga kota.")
            .await;
        applicant.says("bansos").await;
        applicant.says("PHP 8.3, Laravel 11").await;
        applicant.taps("Lewati").await;
        applicant.says("2,5").await;
        applicant.taps("Belum Tahu").await;
        applicant.taps("Ya, data umum").await;
        applicant.taps("OPD sendiri").await;
        applicant.taps("VA internal").await;
        applicant.taps("SFTP").await;
        applicant.says("Rani Contoh, S.Kom.").await;
        applicant.says("0812-0000-0000").await;
        applicant.says("500.12/88/Dinsos/2026").await;
        applicant.says("17 November 2026").await;
        applicant.sends("surat.pdf", papers::letter()).await;
        applicant.taps("Kirim Permohonan").await;
    };
    let prelude = format!("{} asks to upload an application", applicant.name);
    applicant.world().prelude(&prelude, acts).await;
}

/// The infrastructure section finds too little storage.
pub async fn says_no(nina: &Player, left: &str) {
    nina.taps("TIDAK, Cek Ulang").await;
    nina.says(left).await;
    nina.taps("Sisa penyimpanan tidak mencukupi").await;
    nina.taps("TIDAK, Cek Ulang").await;
}

/// The security section has looked again.
pub async fn sends_again(bayu: &Player, what: &str) {
    bayu.taps("Kirim Lagi ke SPTIK").await;
    bayu.taps(what).await;
    bayu.taps("Kirim Lagi ke SPTIK").await;
}
