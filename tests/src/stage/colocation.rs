//! Acts of the plays about servers in the data centre.

use super::{Player, World, cast, office_file::with_office, papers};

/// Everyone whom co-location needs.
pub struct Office {
    pub sari: Player,
    pub dewi: Player,
    pub maya: Player,
    pub eko: Player,
}

impl Office {
    /// Everyone comes in.
    pub async fn opens(world: &World) -> Office {
        use cast::{DEWI, EKO, MAYA, SARI};
        let [sari, dewi, maya, eko] = world.gathers("id", [SARI, DEWI, MAYA, EKO]).await;
        Office {
            sari,
            dewi,
            maya,
            eko,
        }
    }

    /// Passes the newest letter on to an operator.
    pub async fn assigns(&self, operator: &Player) {
        self.dewi.taps("Disposisi ke Telematika").await;
        self.maya.taps("Tugaskan Pelaksana").await;
        self.maya.taps(&operator.name).await;
        self.maya.taps("Tugaskan Pelaksana").await;
    }

    /// One server is asked for, a place is reserved for it, and its form is filled in: the head of division is next.
    pub async fn prepares_one(&self) {
        submit(&self.sari, "1").await;
        self.assigns(&self.eko).await;
        reserve(&self.eko).await;
        fill_in_one(&self.sari).await;
    }
}

/// Fills the form for so many servers of 2 U and 600 W up to the review.
pub async fn fill_in(applicant: &Player, units: &str) {
    fill_in_up_to_the_bandwidth(applicant, units).await;
    applicant.says("50").await;
    fill_in_after_the_bandwidth(applicant).await;
}

/// The first answers, up to the question for the bandwidth.
pub async fn fill_in_up_to_the_bandwidth(applicant: &Player, units: &str) {
    applicant.says("/ajukan").await;
    applicant.taps("Co-Location Server").await;
    applicant.taps("Pemasangan server").await;
    applicant.says("Dell PowerEdge R450").await;
    applicant.says(units).await;
    applicant.taps("Rack").await;
    applicant.taps("Ya").await;
    applicant.says("2").await;
    applicant.says("600").await;
    applicant.says("2").await;
    applicant.says("2").await;
}

/// The answers after it, up to the review.
pub async fn fill_in_after_the_bandwidth(applicant: &Player) {
    applicant.says("1").await;
    applicant.says("Sistem informasi bantuan sosial").await;
    fill_in_letter(applicant).await;
}

/// The last questions of every request: the contact and the letter.
async fn fill_in_letter(applicant: &Player) {
    applicant.says("Rani Contoh, S.Kom.").await;
    applicant.says("0812 0000 0000").await;
    applicant.says("500.12/91/Dinsos/2026").await;
    applicant.says("23-11-2026").await;
    applicant.sends("surat.pdf", papers::letter()).await;
}

/// Asks for so many servers to be placed.
pub async fn submit(applicant: &Player, units: &str) {
    let acts = async || {
        fill_in(applicant, units).await;
        applicant.taps("Kirim Permohonan").await;
    };
    let prelude = format!("{} asks for room for {units}", applicant.name);
    applicant.world().prelude(&prelude, acts).await;
}

/// Asks to take home the server with this serial number.
pub async fn submit_removal(applicant: &Player, serial: &str) {
    applicant.says("/ajukan").await;
    applicant.taps("Co-Location Server").await;
    applicant.taps("Pengambilan server").await;
    applicant.taps(serial).await;
    applicant.taps("Sudah dihapus").await;
    applicant.says("besok pukul 10.00").await;
    applicant.taps("Rani Contoh").await;
    applicant.taps("0812").await;
    applicant.says("500.12/97/Dinsos/2026").await;
    applicant.says("hari ini").await;
    applicant.sends("surat.pdf", papers::letter()).await;
    applicant.taps("Kirim Permohonan").await;
}

/// The operator finds room.
pub async fn reserve(operator: &Player) {
    begin_to_reserve(operator).await;
    operator.taps("YA, Kapasitas Tersedia").await;
}

/// The operator finds room, and has the last button before them.
pub async fn begin_to_reserve(operator: &Player) {
    begin_to_reserve_at(operator, "Rak 3, U12-U15").await;
}

/// The operator finds room at a place, and has the last button before them.
pub async fn begin_to_reserve_at(operator: &Player, place: &str) {
    operator.taps("YA, Kapasitas Tersedia").await;
    operator.says(place).await;
}

/// The agency fills in the form for one server and says when it comes.
async fn fill_in_one(applicant: &Player) {
    begin_to_fill_in(applicant, "SN-CONTOH-001").await;
    fill_in_rest(applicant).await;
    applicant.taps("Kirim").await;
}

/// The agency says which server it is.
pub async fn begin_to_fill_in(applicant: &Player, serial: &str) {
    applicant.taps("Kirim Form Pengajuan").await;
    let unit = format!("{serial}; 2 x Xeon 4310; 64; 2 x SSD 960 GB");
    applicant.says(&unit).await;
}

/// What the form asks beside the data of each unit.
pub async fn fill_in_rest(applicant: &Player) {
    applicant.says("Ubuntu 24.04, PostgreSQL 16").await;
    applicant.says("Budi Contoh, S.E.").await;
    applicant.taps("Lewati").await;
    applicant.says("besok pukul 09.00").await;
    applicant.taps("Lewati").await;
}

/// The operator finds everything as it was said, and installs it.
pub async fn install(operator: &Player) {
    let said = ["Rak 3, U12-U15", "203.0.113.30", "500.12/31/BAST/2026"];
    begin_to_install(operator, said).await;
    operator.taps("Terpasang, BAST Dibuat").await;
}

/// The operator says at which place a server is, its address and the number of the handover record, and has the last
/// button before them.
pub async fn begin_to_install(operator: &Player, [place, ip, record]: [&str; 3]) {
    operator.taps("Terpasang, BAST Dibuat").await;
    operator.says(place).await;
    operator.says(ip).await;
    operator.says("DC-SRV-2026-007").await;
    operator.says(record).await;
    operator.taps("Lewati").await;
}

/// The agency finds everything as the record says.
pub async fn accept(applicant: &Player) {
    applicant.taps("Sesuai, Kami Terima").await;
}

/// The office has so much of a resource, no more. The folder must stay while the play lasts.
pub async fn with_total(world: &World, resource: &str, total: u32) -> tempfile::TempDir {
    let changed = |office: &str| {
        let (before, after) = office
            .split_once(&format!("code = \"{resource}\""))
            .expect("the resource");
        let (title, rest) = after.split_once("total = ").expect("how much there is");
        let (_, rest) = rest.split_once('\n').expect("the end of the line");
        format!("{before}code = \"{resource}\"{title}total = {total}\n{rest}")
    };
    with_office(world, changed).await
}
