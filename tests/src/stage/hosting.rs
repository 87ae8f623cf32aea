//! Acts that many plays begin with.

use chrono::TimeDelta;

use super::{Player, World, cast, papers};

/// Everyone whom the hosting procedure needs.
pub struct Office {
    pub sari: Player,
    pub hana: Player,
    pub arif: Player,
    pub dewi: Player,
    pub rudi: Player,
    pub toni: Player,
}

impl Office {
    /// Everyone comes in.
    pub async fn opens(world: &World) -> Office {
        use cast::{ARIF, DEWI, HANA, RUDI, SARI, TONI};
        let [sari, hana, arif, dewi, rudi, toni] = world
            .gathers("id", [SARI, HANA, ARIF, DEWI, RUDI, TONI])
            .await;
        Office {
            sari,
            hana,
            arif,
            dewi,
            rudi,
            toni,
        }
    }
}

/// Fills the form of the hosting procedure up to the review.
pub async fn fill_in(applicant: &Player) {
    // Nobody else may have the same name.
    let name = match applicant.name.as_str() {
        "Sari" => "Bansos",
        other => other,
    };
    fill_in_as(applicant, name).await;
}

/// As [`fill_in`], asking for a name of its own.
pub async fn fill_in_as(applicant: &Player, name: &str) {
    applicant.says("/ajukan").await;
    applicant.taps("Hosting Website/Aplikasi").await;
    answer_as(applicant, name).await;
}

/// Fills the form up to the question for the letter.
pub async fn fill_in_up_to_the_letter(applicant: &Player) {
    applicant.says("/ajukan").await;
    applicant.taps("Hosting Website/Aplikasi").await;
    answer_but_for_the_letter(applicant, "Bansos").await;
}

/// Answers all its questions, asking for a name.
async fn answer_as(applicant: &Player, name: &str) {
    answer_but_for_the_letter(applicant, name).await;
    applicant.sends("surat.pdf", papers::letter()).await;
}

async fn answer_but_for_the_letter(applicant: &Player, name: &str) {
    answer_up_to_the_name(applicant).await;
    applicant.says(name).await;
    answer_after_the_name(applicant).await;
    applicant.says("500.12/88/Dinsos/2026").await;
    applicant.says("17 November 2026").await;
}

/// The first answers, up to the question for a name.
pub async fn answer_up_to_the_name(applicant: &Player) {
    applicant.taps("Website").await;
    applicant.says("Portal Bantuan Sosial").await;
    applicant
        .says("Menyajikan informasi bantuan sosial bagi warga kota.")
        .await;
}

/// The answers between the name and the letter.
pub async fn answer_after_the_name(applicant: &Player) {
    applicant.taps("Hosting bersama").await;
    applicant.taps("20 GB").await;
    applicant.says("PHP 8.3, Laravel 11").await;
    looks_it_up(applicant, 1);
    applicant.taps("Tidak memuat").await;
    applicant.taps("VA internal").await;
    applicant.says("Rani Contoh, S.Kom.").await;
    applicant.says("0812 0000 0000").await;
}

/// Sends a request for hosting.
pub async fn submit(applicant: &Player) {
    let prelude = format!("{} asks for hosting", applicant.name);
    let acts = async || {
        fill_in(applicant).await;
        applicant.taps("Kirim Permohonan").await;
    };
    applicant.world().prelude(&prelude, acts).await;
}

/// Sends a request for hosting, and everyone up to the technical team says yes.
pub async fn submit_to_analysis(office: &Office) {
    submit(&office.sari).await;
    comes_to_analysis(office).await;
}

/// Everyone up to the technical team says yes to a request that was sent.
pub async fn comes_to_analysis(office: &Office) {
    let acts = async || {
        office.arif.taps("Disposisikan").await;
        office.dewi.taps("Disposisikan").await;
        office.rudi.taps("Lengkap, Disposisikan").await;
        looks_it_up(&office.hana, 2);
        office.hana.taps("Catat & Teruskan").await;
    };
    let world = office.sari.world();
    world.prelude("hosting comes to its analysis", acts).await;
}

/// From the analysis to the decision of the head of division.
pub async fn analyse(office: &Office) {
    let Office { toni, rudi, .. } = office;
    let acts = async || {
        toni.taps("Dapat dilaksanakan").await;
        toni.says("Kapasitas server mencukupi dan versi PHP tersedia.")
            .await;
        toni.taps("Kirim ke Koordinator").await;
        rudi.taps("Teruskan").await;
    };
    toni.world().prelude("hosting is analysed", acts).await;
}

/// The head of division says no, with a reason that the file offers.
pub async fn reject(office: &Office) {
    submit_to_analysis(office).await;
    analyse(office).await;
    let Office { dewi, .. } = office;
    dewi.taps("Tolak Permohonan").await;
    dewi.taps("Kapasitas server belum tersedia").await;
    dewi.taps("Ya, Tolak Permohonan").await;
}

/// The head of division says yes, and the team sets it up and reports an address and a server. The name is the one that
/// was asked for, and it is handed over face to face.
pub async fn set_up(office: &Office) {
    let Office { dewi, toni, .. } = office;
    dewi.taps("Setujui").await;
    toni.taps("Selesai, Lapor Helpdesk").await;
    looks_it_up(toni, 2);
    // The question says that a line for each of the three will do.
    toni.says("203.0.113.20\nvm-web-11\nWebsite dapat diakses dengan HTTPS.")
        .await;
    toni.taps("Selesai, Lapor Helpdesk").await;
}

/// The same, and it is reported to the head of agency, who has still to take note of it.
pub async fn carry_out(office: &Office) {
    set_up(office).await;
    office.hana.taps("Teruskan ke Koordinator").await;
    office.rudi.taps("Laporkan").await;
    office.dewi.taps("Sampaikan").await;
}

/// Nobody knows everything by heart: so many minutes pass before the next act.
fn looks_it_up(who: &Player, minutes: i64) {
    who.world().time_passes(TimeDelta::minutes(minutes));
}
