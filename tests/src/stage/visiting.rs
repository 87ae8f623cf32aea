//! Acts of the plays about visits of the data centre.

use super::{Player, World, cast, papers};

/// Everyone whom a visit needs.
pub struct Office {
    pub sari: Player,
    pub joko: Player,
    pub gita: Player,
}

impl Office {
    /// Everyone comes in.
    pub async fn opens(world: &World) -> Office {
        use cast::{GITA, JOKO, SARI};
        let [sari, joko, gita] = world.gathers("id", [SARI, JOKO, GITA]).await;
        Office { sari, joko, gita }
    }

    /// The section allows the newest visit, escorted by Gita.
    pub async fn allows(&self) {
        self.joko.taps("YA, Beri Izin").await;
        self.joko.taps("Gita").await;
        self.joko.taps("YA, Beri Izin").await;
    }
}

/// Begins a form with who comes: two people of a contractor.
pub async fn begin(writer: &Player) {
    names_a_visitor(writer).await;
    writer.taps("Selesai (1)").await;
    writer.taps("Perbaikan").await;
    writer.says("Mengganti diska server OPD di rak 3.").await;
}

/// Begins a form up to the first row of those who come along.
pub async fn names_a_visitor(writer: &Player) {
    writer.says("/ajukan").await;
    writer.taps("Kunjungan Ruang Data Center").await;
    writer.taps("Penyedia/vendor").await;
    writer.says("Rani Contoh, S.Kom.").await;
    writer.says("0812 0000 0000").await;
    writer.says("PT Contoh Data").await;
    writer.says("Budi Contoh; PT Contoh Data").await;
}

/// Ends a form with what is carried in, the letter, and the house rules.
pub async fn end(writer: &Player) {
    writer
        .says("Laptop; SN-CONTOH-001; 1\nDiska; SN-CONTOH-002; 2")
        .await;
    writer.taps("Selesai (2)").await;
    writer.sends("surat-tugas.pdf", papers::letter()).await;
    writer.taps("Ya").await;
    writer.taps("Kirim Permohonan").await;
}

/// Books a visit of two people, tomorrow from nine to eleven.
pub async fn book(applicant: &Player) {
    let acts = async || {
        begin(applicant).await;
        applicant.says("besok pukul 09.00").await;
        applicant.says("besok pukul 11.00").await;
        end(applicant).await;
    };
    let prelude = format!("{} books a visit", applicant.name);
    applicant.world().prelude(&prelude, acts).await;
}

/// The officer lets the visitors in, with these badges.
pub async fn let_in(officer: &Player, badges: &[&str]) {
    officer.taps("Masuk, Badge Diserahkan").await;
    officer.taps("Kartu pegawai").await;
    officer.taps("Ya").await;
    officer.taps("Ya").await;
    for badge in badges {
        officer.taps(badge).await;
    }
    officer.taps("Selesai Memilih").await;
    officer.taps("Sekarang").await;
    officer.taps("Masuk, Badge Diserahkan").await;
}

/// What is asked of everyone who leaves, after the questions about badges: the two laptops go, it is
/// now, the identity is given back, the work is done.
pub async fn answer_on_leaving(officer: &Player) {
    officer.says("Laptop; SN-CONTOH-001; penyedia").await;
    officer.taps("Selesai (1)").await;
    officer.taps("Sekarang").await;
    officer.taps("Ya").await;
    officer.taps("Pekerjaan selesai").await;
}
