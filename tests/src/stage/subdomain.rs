//! Acts of plays about subdomains.

use super::{Player, World, cast, papers};

/// Everyone whom the subdomain procedure needs.
pub struct Office {
    pub sari: Player,
    pub hana: Player,
    pub arif: Player,
    pub dewi: Player,
    pub lina: Player,
    pub nina: Player,
}

impl Office {
    /// Everyone comes in.
    pub async fn opens(world: &World) -> Office {
        use cast::{ARIF, DEWI, HANA, LINA, NINA, SARI};
        let [sari, hana, arif, dewi, lina, nina] = world
            .gathers("id", [SARI, HANA, ARIF, DEWI, LINA, NINA])
            .await;
        Office {
            sari,
            hana,
            arif,
            dewi,
            lina,
            nina,
        }
    }

    /// Both heads pass the newest request on.
    pub async fn pass_on(&self) {
        self.arif.taps("Disposisikan").await;
        self.dewi.taps("Disposisikan").await;
    }

    /// The infrastructure section prepares an address, without a panel.
    pub async fn prepare(&self, ip: &str) {
        self.nina.taps("Serahkan ke PK&AI").await;
        self.nina.says(ip).await;
        self.nina.taps("Lewati").await;
        self.nina.taps("Lewati").await;
        self.nina.taps("Tidak ada kata sandi").await;
        self.nina.taps("Serahkan ke PK&AI").await;
    }

    /// From the first question to the line in the register: an agency has this subdomain.
    pub async fn give(&self, label: &str) {
        let acts = async || {
            fill_in(&self.sari, label).await;
            self.sari.taps("Kirim Permohonan").await;
            self.pass_on().await;
            self.lina.taps("Nama Final, Lanjutkan").await;
            self.lina.taps(label).await;
            self.lina.taps("Nama Final, Lanjutkan").await;
            self.prepare("203.0.113.20").await;
            self.make_live(label).await;
            self.sari.taps("Sudah Saya Terima").await;
        };
        let prelude = format!("{} has the name {label}", self.sari.name);
        self.sari.world().prelude(&prelude, acts).await;
    }

    /// The applications section reports a new name as live.
    pub async fn make_live(&self, label: &str) {
        self.lina.taps("Selesai, Beri Tahu OPD").await;
        self.lina.taps(&format!("{label}.serunikota.go.id")).await;
        self.lina.says("hari ini").await;
        self.lina.taps("Ya").await;
        self.lina.taps("Selesai, Beri Tahu OPD").await;
    }
}

/// Begins a request for a new subdomain, up to the question for its name.
pub async fn ask_for_a_new_one(applicant: &Player) {
    applicant.says("/ajukan").await;
    applicant.taps("Subdomain").await;
    applicant.taps("Subdomain baru").await;
}

/// Fills the form for a new subdomain up to the review.
pub async fn fill_in(applicant: &Player, label: &str) {
    ask_for_a_new_one(applicant).await;
    applicant.says(label).await;
    applicant.taps("Lewati").await;
    applicant.taps("Aplikasi layanan publik").await;
    applicant
        .says("Pendaftaran dan informasi bantuan sosial bagi warga kota.")
        .await;
    applicant.taps("Data center pemerintah daerah").await;
    applicant.says("Rani Contoh, S.Kom.").await;
    applicant.says("0812-0000-0000").await;
    send_the_letter(applicant).await;
}

/// The last three questions of the form.
pub async fn send_the_letter(applicant: &Player) {
    applicant.says("500.12/88/Dinsos/2026").await;
    applicant.says("17 November 2026").await;
    applicant.sends("surat.pdf", papers::letter()).await;
}
