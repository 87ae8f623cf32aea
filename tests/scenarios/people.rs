//! People come, go, and stand in for each other.

use chrono::TimeDelta;
use insta::assert_snapshot;
use tests::{
    cast, play, play_on_both,
    stage::{
        Player,
        hosting::{Office, submit},
    },
};

/// Names a deputy for one's own post, from today until Friday.
pub(crate) async fn names_deputy(holder: &Player, deputy: &str, kind: &str) {
    holder.says("/orang").await;
    holder.taps("Jabatan & Pengganti Saya").await;
    holder.taps("Tunjuk Pengganti").await;
    holder.taps(deputy).await;
    holder.taps(kind).await;
    holder.says("hari ini").await;
    holder.says("27-11-2026").await;
    holder.says("800/123/BKPSDM/2026").await;
}

play_on_both! {
    /// The head is away until Friday; the division's head stands in. The open card moves at once, the
    /// applicant sees who sits at the desk, both names stand in the records, and it ends by itself.
    async fn a_head_on_leave_has_a_deputy(world) {
        let Office { sari, arif, dewi, .. } = Office::opens(world).await;
        submit(&sari).await;
        assert!(arif.sees_button("Disposisikan"));
        let (then, there) = (arif.now(), dewi.now());
        names_deputy(&arif, "Dewi", "Plh.").await;
        arif.taps("Simpan").await;
        assert_snapshot!("a_head_names_a_deputy", arif.chat_since(then));
        assert!(!arif.sees_button("Disposisikan"), "{}", arif.chat());
        assert!(dewi.sees_button("Disposisikan"), "{}", dewi.chat());
        assert!(sari.chat().contains("Plh. Kepala Dinas"), "{}", sari.chat());

        dewi.taps("Disposisikan").await;
        assert_eq!(world.stands().await.0, "disposisi-kabid");
        assert_snapshot!("a_deputy_decides", dewi.chat_since(there));
        sari.taps("Riwayat").await;
        assert!(sari.last().contains("Dewi, Plh. Kepala Dinas (mewakili Arif)"), "{}", sari.last());

        // A second request comes while the term runs; on Saturday it is the head's again.
        dewi.taps("Disposisikan").await;
        sari.says("/ajukan").await;
        sari.taps("Hosting Website/Aplikasi").await;
        sari.taps("Batal").await;
        world.time_passes(TimeDelta::days(5));
        world.settle().await;
        assert!(arif.last().contains("sudah berakhir"), "{}", arif.last());
        assert!(dewi.last().contains("sudah berakhir"), "{}", dewi.last());
    }
}

play! {
    /// Whoever is back early ends it, and the card comes back; the deputy's old button does nothing.
    async fn a_holder_comes_back_early(world) {
        let Office { sari, arif, dewi, .. } = Office::opens(world).await;
        names_deputy(&arif, "Dewi", "Plh.").await;
        arif.taps("Simpan").await;
        submit(&sari).await;
        assert!(!arif.sees_button("Disposisikan"));
        let old = dewi.button("Disposisikan");
        arif.says("/orang").await;
        arif.taps("Jabatan & Pengganti Saya").await;
        arif.taps("Saya Kembali Bertugas").await;
        arif.taps("Ya, Lanjutkan").await;
        assert!(arif.sees_button("Disposisikan"), "{}", arif.chat());
        dewi.taps_old(&old).await;
        assert!(dewi.toast().contains("hanya untuk Kepala Dinas"), "{}", dewi.toast());
        assert_eq!(world.stands().await.0, "disposisi-kadis");
        arif.taps("Disposisikan").await;
        assert_eq!(world.stands().await.0, "disposisi-kabid");
    }
}

play! {
    /// A deputy never decides on what the one they stand in for has sent.
    async fn a_deputy_decides_nothing_for_the_applicant(world) {
        let office = Office::opens(world).await;
        let ade = world.person(cast::ADE).await;
        // A division's head who is the contact person of the office's own agency as well.
        ade.says("/orang").await;
        ade.taps("Pegawai").await;
        ade.taps("Dewi").await;
        ade.taps("Beri Jabatan").await;
        ade.taps("PIC OPD").await;
        ade.taps("Ya, Lanjutkan").await;
        assert!(ade.toast().contains("belum terhubung dengan OPD"), "{}", ade.toast());
        names_deputy(&office.dewi, "Rudi", "Plh.").await;
        office.dewi.taps("Simpan").await;
        submit(&office.sari).await;
        office.arif.taps("Disposisikan").await;
        assert!(office.rudi.sees_button("Disposisikan"), "{}", office.rudi.chat());
        assert!(!office.dewi.sees_button("Disposisikan"), "{}", office.dewi.chat());
    }
}

play! {
    /// There are no chains: a deputy has no deputy, and whoever is away fills nobody's post.
    async fn deputies_have_no_deputies(world) {
        let Office { arif, dewi, rudi, .. } = Office::opens(world).await;
        names_deputy(&arif, "Dewi", "Plh.").await;
        arif.taps("Simpan").await;
        names_deputy(&dewi, "Rudi", "Plh.").await;
        dewi.taps("Simpan").await;
        assert!(rudi.last().contains("Kepala Bidang"), "her own post: {}", rudi.last());
        names_deputy(&rudi, "Dewi", "Plh.").await;
        rudi.taps("Simpan").await;
        assert!(rudi.toast().contains("tidak dapat digantikan lagi"), "{}", rudi.toast());
    }
}

play_on_both! {
    /// The first disposition passes by itself, is listed in the afternoon, and can be taken back.
    async fn the_first_disposition_passes_by_itself(world) {
        let Office { sari, arif, dewi, .. } = Office::opens(world).await;
        let then = arif.now();
        arif.says("/orang").await;
        arif.taps("Jabatan & Pengganti Saya").await;
        arif.taps("Limpahkan Disposisi Pertama").await;
        arif.says("800/45/KOMINFO/2026").await;
        arif.taps("Simpan").await;
        submit(&sari).await;
        assert_eq!(world.stands().await.0, "disposisi-kabid");
        assert!(!arif.sees_button("Disposisikan"), "{}", arif.chat());
        assert!(dewi.sees_button("Disposisikan"));
        sari.taps("Riwayat").await;
        assert!(
            sari.last().contains("Loket, pelimpahan Kepala Dinas nomor 800/45/KOMINFO/2026"),
            "{}",
            sari.last()
        );

        world.time_passes(TimeDelta::hours(7));
        world.settle().await;
        assert!(arif.last().contains("1 permohonan"), "{}", arif.last());
        arif.taps("HWA-2026-0001").await;
        arif.taps("Tarik Kembali Disposisi").await;
        assert_eq!(world.stands().await.0, "disposisi-kadis");
        assert!(!dewi.sees_button("Disposisikan"), "{}", dewi.chat());
        assert_snapshot!("a_disposition_is_taken_back", arif.chat_since(then));
        arif.taps("Disposisikan").await;
        assert_eq!(world.stands().await.0, "disposisi-kabid");
    }
}

play! {
    /// After a working day what passed has passed.
    async fn a_recall_comes_too_late(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        arif.says("/orang").await;
        arif.taps("Jabatan & Pengganti Saya").await;
        arif.taps("Limpahkan Disposisi Pertama").await;
        arif.says("800/45/KOMINFO/2026").await;
        arif.taps("Simpan").await;
        submit(&sari).await;
        world.time_passes(TimeDelta::hours(7));
        world.settle().await;
        arif.taps("HWA-2026-0001").await;
        world.time_passes(TimeDelta::hours(18));
        arif.taps("Tarik Kembali Disposisi").await;
        assert!(arif.toast().contains("tidak dapat ditarik kembali"), "{}", arif.toast());
        assert_eq!(world.stands().await.0, "disposisi-kabid");
    }
}

play! {
    /// In a small office one person is head of division and coordinator: consecutive steps are
    /// confirmed in one go and stand in the history as rows of their own.
    async fn one_person_holds_consecutive_steps(world) {
        let sari = world.person(cast::SARI).await;
        let arif = world.person(cast::ARIF).await;
        let hana = world.person(cast::HANA).await;
        let dewi = world.person(cast::DEWI).await;
        hana.says("/orang").await;
        hana.taps("Pegawai").await;
        hana.taps("Dewi").await;
        hana.taps("Beri Jabatan").await;
        hana.taps("Koordinator").await;
        hana.taps("Ya, Lanjutkan").await;
        submit(&sari).await;
        arif.taps("Disposisikan").await;
        let then = dewi.now();
        dewi.taps("2 Langkah Sekaligus").await;
        assert_eq!(world.stands().await.0, "catat");
        sari.taps("Riwayat").await;
        assert_snapshot!("two_steps_in_one_go", sari.last());
        assert!(!dewi.chat_since(then).contains("tidak dapat"), "{}", dewi.chat_since(then));
    }
}

play_on_both! {
    /// A contact person with three open requests changes agency: the requests stay, a colleague
    /// answers for them, and what waits for the applicant waits for the colleague.
    async fn a_contact_person_moves_to_another_agency(world) {
        let Office { sari, arif, hana, .. } = Office::opens(world).await;
        let rina = world.person(RINA).await;
        for name in ["satu", "dua", "tiga"] {
            submit_as(&sari, name).await;
        }
        arif.taps("Kembalikan untuk Dilengkapi").await;
        arif.taps("Nama website/aplikasi").await;
        arif.taps("Selesai Memilih").await;
        arif.says("Mohon tulis nama resmi aplikasinya.").await;
        arif.taps("Kembalikan untuk Dilengkapi").await;
        assert!(sari.sees_button("Lengkapi Sekarang"));

        let then = hana.now();
        hana.says("/orang").await;
        hana.taps("Semua Orang").await;
        hana.taps("Sari").await;
        hana.taps("Pindah OPD").await;
        hana.taps("Dinas Kesehatan").await;
        hana.taps("Ya, Lanjutkan").await;
        assert_snapshot!("a_contact_person_is_moved", hana.chat_since(then));
        assert!(!sari.sees_button("Lengkapi Sekarang"), "{}", sari.chat());
        assert!(rina.sees_button("Lengkapi Sekarang"), "{}", rina.chat());
        for request in world.requests().await {
            assert_eq!(request.agency.as_str(), "dinsos");
            let of = world.counter().db.person(request.applicant).await.unwrap().unwrap();
            assert_eq!(of.name, "Rina");
        }
        rina.taps("Lengkapi Sekarang").await;
        rina.says("Portal Bantuan Sosial Kota Seruni").await;
        rina.taps("Kirim").await;
        sari.says("/permohonan").await;
        assert!(sari.last().contains("Dinas Kesehatan") || !sari.sees_button("HWA-2026-0001"));
    }
}

play_on_both! {
    /// With no colleague they wait for the next contact person, and are theirs as soon as they come in.
    async fn requests_wait_for_the_next_contact_person(world) {
        let Office { sari, hana, .. } = Office::opens(world).await;
        submit(&sari).await;
        hana.says("/orang").await;
        hana.taps("Semua Orang").await;
        hana.taps("Sari").await;
        hana.taps("Keluar").await;
        hana.taps("Ya, Lanjutkan").await;
        assert!(hana.last().contains("1 permohonan berjalan"), "{}", hana.last());
        assert!(sari.last().contains("telah ditutup"), "{}", sari.last());
        sari.says("/permohonan").await;
        assert!(sari.last().contains("belum terdaftar") || sari.last().contains("undangan"), "{}", sari.last());
        let rina = world.person(RINA).await;
        assert!(rina.chat().contains("HWA-2026-0001"), "{}", rina.chat());
        rina.taps("Riwayat").await;
        assert!(rina.last().contains("Diteruskan kepada Rina"), "{}", rina.last());
    }
}

play! {
    /// Both contact persons of an agency see its requests, and either can answer for them.
    async fn two_contact_persons_of_one_agency(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        let rina = world.person(RINA).await;
        submit(&sari).await;
        let then = rina.now();
        rina.says("/permohonan").await;
        rina.taps("HWA-2026-0001").await;
        rina.taps("Saya yang Urus Selanjutnya").await;
        arif.taps("Kembalikan untuk Dilengkapi").await;
        arif.taps("Nama website/aplikasi").await;
        arif.taps("Selesai Memilih").await;
        arif.says("Mohon tulis nama resmi aplikasinya.").await;
        arif.taps("Kembalikan untuk Dilengkapi").await;
        assert!(rina.sees_button("Lengkapi Sekarang"), "{}", rina.chat());
        assert!(!sari.sees_button("Lengkapi Sekarang"), "{}", sari.chat());
        assert_snapshot!("a_colleague_answers_for_it", rina.chat_since(then));
        assert!(sari.chat().contains("diurus oleh Rina"), "{}", sari.chat());
    }
}

play_on_both! {
    /// A new phone or account: the link brings the same person with another account. Cards move, and
    /// the old account can do nothing any more.
    async fn someone_comes_with_another_account(world) {
        let Office { sari, arif, hana, .. } = Office::opens(world).await;
        submit(&sari).await;
        let old = arif.button("Disposisikan");
        hana.says("/orang").await;
        hana.taps("Pegawai").await;
        hana.taps("Arif").await;
        hana.taps("Akun Baru").await;
        hana.taps("Ya, Lanjutkan").await;
        let link = world.link_in(&hana);
        let new = world.stranger("Arif baru", "id");
        new.opens(&link).await;
        assert!(new.sees_button("Disposisikan"), "{}", new.chat());
        assert!(!arif.sees_button("Disposisikan"), "{}", arif.chat());
        assert!(arif.last().contains("telah ditutup"), "{}", arif.last());
        arif.taps_old(&old).await;
        assert_eq!(world.stands().await.0, "disposisi-kadis");
        new.taps("Disposisikan").await;
        assert_eq!(world.stands().await.0, "disposisi-kabid");
    }
}

play! {
    /// Helpdesk invites by buttons; the link comes with a picture, works once, and not for helpdesk.
    async fn helpdesk_invites_by_buttons(world) {
        let hana = world.person(cast::HANA).await;
        let then = hana.now();
        hana.says("/orang").await;
        hana.taps("Undang Orang").await;
        hana.taps("PIC OPD").await;
        hana.taps("Dinas Sosial").await;
        hana.says("Rina Contoh").await;
        hana.taps("Simpan").await;
        assert_snapshot!("an_invitation", world.without_links(&hana.chat_since(then)));
        let link = world.link_in(&hana);
        hana.opens(&link).await;
        assert!(hana.last().contains("dibuat untuk orang lain"), "{}", hana.last());
        let rina = world.stranger("Rina", "id");
        rina.opens(&link).await;
        assert!(rina.last().contains("Rina Contoh"), "{}", rina.last());
        hana.says("/orang").await;
        hana.taps("Semua Orang").await;
        hana.taps("Rina Contoh").await;
        assert!(hana.last().contains("masuk sebagai PIC OPD"), "{}", hana.last());
    }
}

play_on_both! {
    /// Agencies are renamed and merged by the administrator; what is open carries the new name.
    async fn agencies_are_renamed_and_merged(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        let ade = world.person(cast::ADE).await;
        submit(&sari).await;
        ade.says("/orang").await;
        ade.taps("Ganti Nama OPD").await;
        ade.taps("Dinas Sosial").await;
        ade.says("Dinas Sosial dan Pemberdayaan").await;
        ade.taps("Simpan").await;
        assert!(arif.screen().contains("Dinas Sosial dan Pemberdayaan"), "{}", arif.screen());
        world.restart_bot().await;

        ade.says("/orang").await;
        ade.taps("Gabungkan OPD").await;
        ade.taps("Dinas Sosial dan Pemberdayaan").await;
        ade.taps("Dinas Kesehatan").await;
        ade.taps("Ya, Lanjutkan").await;
        let request = world.requests().await.pop().unwrap();
        assert_eq!(request.agency.as_str(), "dinkes");
        sari.says("/menu").await;
        assert!(sari.last().contains("Dinas Kesehatan"), "{}", sari.last());
        ade.says("/orang").await;
        ade.taps("Ganti Nama OPD").await;
        assert!(!ade.sees_button("Dinas Sosial"), "{}", ade.last());
    }
}

play_on_both! {
    /// The last administrator stays, and nobody gives themselves a post.
    async fn the_last_administrator_stays(world) {
        let ade = world.person(cast::ADE).await;
        let hana = world.person(cast::HANA).await;
        ade.says("/orang").await;
        ade.taps("Pegawai").await;
        ade.taps("Ade").await;
        ade.taps("Cabut Jabatan").await;
        ade.taps("Administrator").await;
        ade.taps("Ya, Lanjutkan").await;
        assert!(ade.toast().contains("Harus selalu ada"), "{}", ade.toast());
        hana.says("/orang").await;
        hana.taps("Jabatan & Pengganti Saya").await;
        hana.taps("Beri Jabatan").await;
        hana.taps("Kepala Dinas").await;
        hana.taps("Ya, Lanjutkan").await;
        assert!(hana.toast().contains("diri sendiri"), "{}", hana.toast());
    }
}

/// A second contact person of the same agency as Sari.
pub(crate) const RINA: cast::Role = cast::Role {
    name: "Rina",
    role: "pic",
    agency: Some("dinsos"),
    title: "PIC Dinas Sosial",
};

/// Sends a request for hosting under a name of its own.
async fn submit_as(applicant: &Player, name: &str) {
    tests::stage::hosting::fill_in_as(applicant, name).await;
    applicant.taps("Kirim Permohonan").await;
}
