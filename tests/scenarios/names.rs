//! Names that cannot be had, and who gets them.

use chrono::TimeDelta;
use insta::assert_snapshot;
use tests::{
    cast, play_on_both,
    stage::{
        hosting,
        office_file::with_office,
        subdomain::{Office, ask_for_a_new_one, fill_in, send_the_letter},
    },
};

play_on_both! {
    /// Two agencies send the same name in the same instant: one has it, the other takes another with a
    /// tap. Nothing else is asked again.
    async fn two_want_the_same_name(world) {
        let sari = world.person(cast::SARI).await;
        let yudi = world.person(cast::YUDI).await;
        fill_in(&sari, "bansos").await;
        fill_in(&yudi, "bansos").await;
        sari.begins_to_tap("Kirim Permohonan");
        yudi.begins_to_tap("Kirim Permohonan");
        world.settle().await;
        assert_eq!(world.requests().await.len(), 1);

        let (late, own) = if sari.sees_button("Pakai bansos-dinsos") {
            (&sari, "dinsos")
        } else {
            (&yudi, "dishub")
        };
        let told = late.last();
        assert!(told.contains("bansos.serunikota.go.id sedang diajukan OPD lain"), "{told}");
        assert!(told.contains("sampai Selasa, 8 Desember 2026"), "{told}");
        assert!(late.sees_button(&format!("Pakai {own}")), "{}", late.screen());
        late.taps(&format!("Pakai bansos-{own}")).await;
        late.taps("Kirim Permohonan").await;
        assert_eq!(world.requests().await.len(), 2);
        assert!(late.screen().contains("SUB-2026-0002"), "{}", late.screen());
    }
}

play_on_both! {
    /// What is wrong with a name is said, with a way on.
    async fn names_that_nobody_gets(world) {
        let office = Office::opens(world).await;
        office.give("bansos").await;
        let yudi = world.person(cast::YUDI).await;
        ask_for_a_new_one(&yudi).await;
        let then = yudi.now();
        for name in [
            "www", "slotgacor", "setda", "1dishub", "dishub-", "2026", "ab",
            "bansos", "BANSOS.serunikota.go.id",
        ] {
            yudi.says(name).await;
            assert!(yudi.last().contains("· 9%"), "{}", yudi.last());
        }
        let chat = yudi.chat_since(then);
        let told = chat.lines().filter(|line| {
            line.starts_with("Yudi   ") || line.starts_with("Loket  ⚠️") || line.contains("[Pakai")
        });
        assert_snapshot!("names_that_nobody_gets", told.collect::<Vec<_>>().join("\n"));
        goes_on_in_english(&yudi).await;
        for (name, told) in [
            ("www", "This name is protected and cannot be used"),
            ("setda", "protected and only for the unit it belongs to"),
            ("bansos", "bansos.serunikota.go.id is in use"),
        ] {
            yudi.says(name).await;
            assert!(yudi.last().contains(told), "{name}: {}", yudi.last());
        }
        yudi.taps("Use bansos-dishub").await;
        assert!(yudi.last().contains("bansos-dishub.serunikota.go.id is free"), "{}", yudi.last());
    }
}

play_on_both! {
    /// A protected name is for the unit to which the office file gives it.
    async fn a_protected_name_is_for_its_owner(world) {
        let sari = world.person(cast::SARI).await;
        let putri = world.person(cast::PUTRI).await;
        for (applicant, told) in [(&sari, "hanya untuk unit pemiliknya"), (&putri, "tersedia")] {
            ask_for_a_new_one(applicant).await;
            applicant.says("setda").await;
            assert!(applicant.last().contains(told), "{}", applicant.last());
        }
    }
}

play_on_both! {
    /// Above a name of another agency's nothing is free either, and officials read whose it is; whoever has the names
    /// beneath may have the one above them.
    async fn what_stands_above_a_name_is_its_owners(world) {
        let office = Office::opens(world).await;
        let Office { sari, lina, .. } = &office;
        let yudi = world.person(cast::YUDI).await;
        hosting::fill_in_as(sari, "aduan.halte.serunikota.go.id").await;
        sari.taps("Kirim Permohonan").await;
        let above = "Di bawah nama halte.serunikota.go.id sudah ada nama milik OPD lain";
        asks_for_hosting(&yudi).await;
        yudi.says("halte").await;
        assert!(yudi.last().contains(above), "{}", yudi.last());
        assert!(!yudi.last().contains("HWA-2026-0001"), "{}", yudi.last());
        yudi.says("kota-halte").await;
        assert!(yudi.last().contains("tersedia"), "{}", yudi.last());
        asks_for_hosting(sari).await;
        sari.says("halte").await;
        assert!(sari.last().contains("tersedia"), "{}", sari.last());

        fill_in(&yudi, "kota-halte").await;
        yudi.taps("Kirim Permohonan").await;
        office.arif.says("SUB-2026-0001").await;
        office.pass_on().await;
        lina.taps("Nama Final, Lanjutkan").await;
        lina.says("halte").await;
        assert!(lina.last().contains("Tercatat pada HWA-2026-0001, Dinas Sosial"), "{}", lina.last());
        lina.says("/bahasa").await;
        lina.taps("English").await;
        lina.taps("Name Final, Go On").await;
        lina.says("halte").await;
        assert!(lina.last().contains("there are names of another agency"), "{}", lina.last());
        assert!(lina.last().contains("HWA-2026-0001, Department of Social Affairs"), "{}", lina.last());
    }
}

play_on_both! {
    /// A name beneath another agency's is that agency's, and an agency's own names are nobody else's, whatever stands
    /// before them. The office's file says which names are reserved beside those that Loket knows.
    async fn what_stands_beneath_a_name_is_its_owners(world) {
        let office = Office::opens(world).await;
        office.give("bansos").await;
        let _folder = with_office(world, |file| {
            let rules = "[names]\nreserved = [\"intranet\"]\nallowed = [\"status\"]\n\n[contact]";
            let file = file.replacen("[contact]", rules, 1);
            file.replacen("code = \"dinsos\"\n", "code = \"dinsos\"\nnames = [\"bantuan\"]\n", 1)
        }).await;
        let yudi = world.person(cast::YUDI).await;
        let sari = &office.sari;
        let beneath = "berada di bawah bansos.serunikota.go.id, milik OPD lain";
        for (name, told) in [
            ("www.bansos.serunikota.go.id", beneath),
            ("a.portal.bansos.serunikota.go.id", beneath),
            ("bantuan", "hanya untuk unit pemiliknya"),
            ("mail.bantuan.serunikota.go.id", "hanya untuk unit pemiliknya"),
            ("intranet", "nama yang dilindungi"),
            ("status", "tersedia"),
        ] {
            asks_for_hosting(&yudi).await;
            yudi.says(name).await;
            assert!(yudi.last().contains(told), "{name}: {}", yudi.last());
        }
        for name in ["www.bansos.serunikota.go.id", "bantuan", "mail.bantuan.serunikota.go.id"] {
            asks_for_hosting(sari).await;
            sari.says(name).await;
            assert!(sari.last().contains("tersedia"), "{name}: {}", sari.last());
        }
        asks_for_hosting(&yudi).await;
        goes_on_in_english(&yudi).await;
        for (name, told) in [
            ("portal.bansos.serunikota.go.id", "stands beneath bansos.serunikota.go.id, which is another agency's"),
            ("bantuan", "protected and only for the unit it belongs to"),
            ("intranet", "This name is protected and cannot be used"),
        ] {
            yudi.says(name).await;
            assert!(yudi.last().contains(told), "{name}: {}", yudi.last());
        }
    }
}

play_on_both! {
    /// A name above or beneath it that another agency sends while an official's form is open: whose it is, that official
    /// reads as they would have read it when they typed it, and an agency does not. Only that question is asked again.
    async fn a_name_above_or_beneath_is_taken_meanwhile(world) {
        let office = Office::opens(world).await;
        let Office { sari, lina, .. } = &office;
        let [yudi, toni, rudi, hana] =
            world.gathers("id", [cast::YUDI, cast::TONI, cast::RUDI, cast::HANA]).await;
        let hosts = hosting::Office {
            sari: sari.clone(),
            hana,
            arif: office.arif.clone(),
            dewi: office.dewi.clone(),
            rudi,
            toni,
        };
        // Above: her form is full when a name beneath it is sent.
        fill_in(&yudi, "kota-halte").await;
        yudi.taps("Kirim Permohonan").await;
        office.pass_on().await;
        lina.taps("Nama Final, Lanjutkan").await;
        lina.says("halte").await;
        hosting::fill_in_as(sari, "aduan.halte.serunikota.go.id").await;
        sari.taps("Kirim Permohonan").await;
        lina.taps("Nama Final, Lanjutkan").await;
        let told = lina.last();
        assert!(told.contains("Di bawah nama halte.serunikota.go.id sudah ada nama milik OPD lain"), "{told}");
        assert!(told.contains("Tercatat pada HWA-2026-0001, Dinas Sosial"), "{told}");
        lina.says("kota-halte").await;
        lina.taps("Nama Final, Lanjutkan").await;

        // Beneath: his form is full when the name above is sent.
        hosting::comes_to_analysis(&hosts).await;
        hosting::analyse(&hosts).await;
        hosts.dewi.taps("Setujui").await;
        let toni = &hosts.toni;
        toni.says("/bahasa").await;
        toni.taps("English").await;
        toni.taps("Done, Report to Helpdesk").await;
        for said in ["203.0.113.20", "vm-web-11", "Website dapat diakses dengan HTTPS."] {
            toni.says(said).await;
        }
        toni.taps("Change an Answer").await;
        toni.taps("Live address").await;
        toni.says("www.terminal.serunikota.go.id").await;
        asks_for_hosting(&yudi).await;
        yudi.says("terminal").await;
        fills_in_the_rest(&yudi).await;
        yudi.taps("Kirim Permohonan").await;
        toni.taps("Done, Report to Helpdesk").await;
        let told = toni.screen();
        assert!(told.contains("stands beneath terminal.serunikota.go.id, which is another agency's"), "{told}");
        assert!(told.contains("It stands in HWA-2026-0002, Department of Transport"), "{told}");
        toni.says("aduan.halte.serunikota.go.id").await;
        toni.taps("Done, Report to Helpdesk").await;

        // An agency learns nothing of another one's.
        asks_for_hosting(&yudi).await;
        yudi.says("pasar").await;
        fills_in_the_rest(&yudi).await;
        fill_in(sari, "pasar").await;
        sari.taps("Kirim Permohonan").await;
        yudi.taps("Kirim Permohonan").await;
        assert!(yudi.last().contains("pasar.serunikota.go.id sedang diajukan OPD lain"), "{}", yudi.last());
        assert!(!yudi.last().contains("Tercatat pada"), "{}", yudi.last());
    }
}

/// The form that is open goes on where it stood, in English.
async fn goes_on_in_english(applicant: &tests::Player) {
    applicant.speaks("English").await;
    applicant.taps("Continue Draft").await;
}

/// The rest of a form for hosting, after the name.
async fn fills_in_the_rest(applicant: &tests::Player) {
    hosting::answer_after_the_name(applicant).await;
    send_the_letter(applicant).await;
}

/// A new form for hosting, up to the name.
async fn asks_for_hosting(applicant: &tests::Player) {
    applicant.says("/ajukan").await;
    for left in ["Lanjutkan Draf", "Batal", "Hapus Isian"] {
        if applicant.sees_button(left) {
            applicant.taps(left).await;
        }
    }
    if !applicant.sees_button("Hosting Website/Aplikasi") {
        applicant.says("/ajukan").await;
    }
    applicant.taps("Hosting Website/Aplikasi").await;
    hosting::answer_up_to_the_name(applicant).await;
}

play_on_both! {
    /// After ten working days a name is free again for others, and who was too slow hears it in time.
    async fn a_name_is_not_held_for_ever(world) {
        let office = Office::opens(world).await;
        let Office { sari, lina, .. } = &office;
        let yudi = world.person(cast::YUDI).await;
        fill_in(sari, "bansos").await;
        sari.taps("Kirim Permohonan").await;
        world.time_passes(TimeDelta::days(13));
        ask_for_a_new_one(&yudi).await;
        yudi.says("bansos").await;
        assert!(yudi.last().contains("sedang diajukan OPD lain"), "{}", yudi.last());
        world.time_passes(TimeDelta::days(1));
        world.settle().await;
        yudi.says("/menu").await;
        fill_in_again(&yudi).await;
        yudi.taps("Kirim Permohonan").await;
        assert_eq!(world.requests().await.len(), 2);
        office.pass_on().await;
        office.pass_on().await;

        lina.says("/tugas").await;
        lina.taps("SUB-2026-0001").await;
        lina.taps("Nama Final, Lanjutkan").await;
        assert!(!lina.sees_button("bansos"), "{}", lina.screen());
        lina.says("bansos").await;
        assert!(lina.last().contains("sedang diajukan OPD lain"), "{}", lina.last());
        lina.taps("Pakai bansos-dinsos").await;
        lina.taps("Nama Final, Lanjutkan").await;
        assert_eq!(world.requests().await[0].state.standing, domain::request::Standing::At("siapkan-ip".into()));
    }
}

/// Throws away what was begun, and fills the form anew with the same name.
async fn fill_in_again(applicant: &tests::Player) {
    applicant.taps("Lanjutkan Draf").await;
    applicant.taps("Batal").await;
    applicant.taps("Hapus Isian").await;
    fill_in(applicant, "bansos").await;
}
