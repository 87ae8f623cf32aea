//! Before an address is reported as live, the bot looks at it: it informs, and holds nobody up.

use std::{path::PathBuf, sync::Arc, time::Duration};

use bot::look::{CertificateFault, LookResult, Looker, PublicOnly};
use chrono::{TimeZone, Utc};
use insta::assert_snapshot;
use tests::{
    Player, World, play,
    stage::{
        cast,
        sites::{Certificate, Names, Sites},
    },
};

const DOMAIN: &str = "kantorkecil.go.id";

/// Sites of every kind. Those that redirect say where to in their names.
async fn street() -> Sites {
    let sites = Sites::default();
    let ok: fn(&str) -> String = |_| "200 OK".to_owned();
    let good = Certificate::Good;
    sites.open(&name("baik"), good, ok).await;
    let missing = |_: &str| "404 Not Found".to_owned();
    sites.open(&name("kosong"), good, missing).await;
    let hops = |path: &str| match path {
        "/1" => "302 Found\r\nlocation: /2".to_owned(),
        "/2" => "301 Moved Permanently\r\nlocation: /3".to_owned(),
        "/3" => "307 Temporary Redirect\r\nlocation: https://baik.kantorkecil.go.id/?token=rahasia"
            .to_owned(),
        "/empat" => "302 Found\r\nlocation: /1".to_owned(),
        "/luar" => "302 Found\r\nlocation: https://example.com/masuk?token=rahasia".to_owned(),
        "/http" => "302 Found\r\nlocation: http://baik.kantorkecil.go.id/".to_owned(),
        "/port" => "302 Found\r\nlocation: https://baik.kantorkecil.go.id:8443/".to_owned(),
        "/dalam" => "302 Found\r\nlocation: https://127.0.0.1/".to_owned(),
        _ => "302 Found\r\nlocation: https://hilang.kantorkecil.go.id/".to_owned(),
    };
    sites.open(&name("pindah"), good, hops).await;
    for (first, certificate) in [
        ("basi", Certificate::Expired),
        ("dini", Certificate::NotYetValid),
        ("lain", Certificate::OfAnother),
        ("sendiri", Certificate::SelfSigned),
    ] {
        sites.open(&name(first), certificate, ok).await;
    }
    sites.silent(&name("diam")).await;
    sites.closed(&name("tutup")).await;
    sites
}

fn name(first: &str) -> String {
    format!("{first}.{DOMAIN}")
}

async fn look(looker: &Looker, address: &str) -> LookResult {
    looker.look(address, &[DOMAIN.to_owned()]).await
}

fn answer(status: u16, moved: Option<&str>) -> LookResult {
    LookResult::Answer {
        status,
        moved: moved.map(str::to_owned),
        until: Utc.with_ymd_and_hms(2050, 5, 20, 0, 0, 0).single(),
    }
}

#[tokio::test]
async fn what_is_seen_is_what_is_there() {
    let sites = street().await;
    let looker = sites.looker();
    let elsewhere = |to: &str| LookResult::Elsewhere { to: to.to_owned() };
    for (address, seen) in [
        ("baik.kantorkecil.go.id", answer(200, None)),
        ("http://baik.kantorkecil.go.id/a", answer(200, None)),
        ("kosong.kantorkecil.go.id", answer(404, None)),
        (
            "pindah.kantorkecil.go.id/1",
            answer(200, Some("https://baik.kantorkecil.go.id")),
        ),
        (
            "pindah.kantorkecil.go.id/empat",
            LookResult::TooManyRedirects,
        ),
        (
            "pindah.kantorkecil.go.id/luar",
            elsewhere("https://example.com"),
        ),
        (
            "pindah.kantorkecil.go.id/http",
            elsewhere("http://baik.kantorkecil.go.id"),
        ),
        (
            "pindah.kantorkecil.go.id/port",
            elsewhere("https://baik.kantorkecil.go.id:8443"),
        ),
        (
            "pindah.kantorkecil.go.id/dalam",
            elsewhere("https://127.0.0.1"),
        ),
        ("pindah.kantorkecil.go.id/hilang", LookResult::NoSuchName),
        (
            "basi.kantorkecil.go.id",
            LookResult::Certificate(CertificateFault::Expired),
        ),
        (
            "dini.kantorkecil.go.id",
            LookResult::Certificate(CertificateFault::NotYetValid),
        ),
        (
            "lain.kantorkecil.go.id",
            LookResult::Certificate(CertificateFault::WrongName),
        ),
        (
            "sendiri.kantorkecil.go.id",
            LookResult::Certificate(CertificateFault::UnknownIssuer),
        ),
        ("tutup.kantorkecil.go.id", LookResult::Refused),
        ("hilang.kantorkecil.go.id", LookResult::NoSuchName),
        ("https://example.com/", LookResult::NotOurs),
        ("https://127.0.0.1/", LookResult::NotOurs),
    ] {
        assert_eq!(look(&looker, address).await, seen, "{address}");
    }
}

/// An authority that is not trusted signs for nobody.
#[tokio::test]
async fn a_root_must_be_given() {
    let sites = street().await;
    let looker = Looker::with(Arc::new(sites.names.clone()), []);
    let seen = look(&looker, &name("baik")).await;
    assert_eq!(
        seen,
        LookResult::Certificate(CertificateFault::UnknownIssuer)
    );
}

#[tokio::test]
async fn a_site_that_never_answers_is_left_after_the_limit() {
    let sites = street().await;
    let looker = sites.looker().within(Duration::from_millis(200));
    assert_eq!(look(&looker, &name("diam")).await, LookResult::Timeout);
}

/// A name that leads inside is not called, not even where a site listens there.
#[tokio::test]
async fn a_name_that_leads_inside_is_not_called() {
    let sites = street().await;
    let looker = Looker::with(
        Arc::new(PublicOnly::over(Arc::new(sites.names.clone()))),
        [],
    );
    assert_eq!(look(&looker, &name("baik")).await, LookResult::OnlyPrivate);
    assert_eq!(look(&looker, &name("hilang")).await, LookResult::NoSuchName);
    let names = Names::default();
    names.lead(&name("baik"), "10.0.0.1:443".parse().unwrap());
    let looker = Looker::with(Arc::new(PublicOnly::over(Arc::new(names))), []);
    assert_eq!(look(&looker, &name("baik")).await, LookResult::OnlyPrivate);
    assert_eq!(sites.heard(), [""; 0]);
}

/// The looker that offices use asks the system; this is the one name that every system knows.
#[tokio::test]
async fn the_system_s_own_names_do_not_lead_inside_either() {
    let domains = ["localhost".to_owned()];
    let seen = Looker::public().look("localhost", &domains).await;
    assert_eq!(seen, LookResult::OnlyPrivate);
}

#[tokio::test]
async fn the_bot_gives_nothing_of_itself_away() {
    let sites = street().await;
    look(&sites.looker(), "pindah.kantorkecil.go.id/3").await;
    let heard = sites.heard().concat().replace("\r\n", "\n");
    assert_snapshot!(heard.trim(), @r"
    GET /3 HTTP/1.1
    accept: */*
    user-agent: Loket
    host: pindah.kantorkecil.go.id

    GET /?token=rahasia HTTP/1.1
    accept: */*
    user-agent: Loket
    host: baik.kantorkecil.go.id
    ");
}

fn procedures() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/procedures"))
}

/// An office of which only these sites can be seen, with a request that waits for its maker.
async fn a_site_is_to_be_made(world: &World, looker: Option<Looker>) -> Player {
    world
        .restart_with(|settings| {
            settings.office = Some(procedures().join("office/kantor-kecil.toml"));
            settings.procedures = Some(procedures());
            settings.looker = looker;
        })
        .await;
    let sari = world.person(cast::SARI).await;
    let hana = world.person(cast::HANA).await;
    sari.says("/ajukan").await;
    sari.taps("Pembuatan Situs").await;
    sari.says("Portal Bantuan Sosial").await;
    sari.taps("Kirim Permohonan").await;
    hana
}

/// Waits until the bot has handled so many updates and is at rest but for one look.
async fn nothing_but_a_look(world: &World, handled: u64) {
    let mut health = world.health();
    let at_rest = health.wait_for(|now| {
        now.updates_handled >= handled && now.updates_waiting == 0 && now.replies_waiting == 1
    });
    at_rest.await.unwrap();
}

play! {
    /// The maker reads what the bot saw, corrects an address, and reports in any case.
    async fn the_maker_reads_what_the_bot_saw(world) {
        let sites = street().await;
        let hana = a_site_is_to_be_made(world, Some(sites.looker())).await;

        let then = hana.now();
        hana.taps("Laporkan Selesai").await;
        hana.says("hilang.kantorkecil.go.id").await;
        hana.says("https://pindah.kantorkecil.go.id/1").await;
        let looks = sites.heard().len();

        // Shown again with the same answers, it is not looked at again.
        hana.taps("Ubah Isian").await;
        hana.taps("Kembali").await;
        assert_eq!(hana.messages_with("🔎"), 1);
        assert_eq!(sites.heard().len(), looks);

        // Only the answer that has changed is looked at.
        hana.taps("Ubah Isian").await;
        hana.taps("Alamat situs").await;
        hana.says("kosong.kantorkecil.go.id").await;
        assert_eq!(sites.heard().len(), looks + 1);
        hana.taps("Laporkan Selesai").await;
        assert_snapshot!("the_maker_reads_what_the_bot_saw", hana.chat_since(then));
        assert_eq!(world.stands().await.0, "selesai");
    }
}

play! {
    /// While the bot still looks, the report is written, sent and recorded.
    async fn nobody_waits_for_a_look(world) {
        let sites = Sites::default();
        let silence = sites.silent(&name("diam")).await;
        let looker = sites.looker().within(Duration::from_mins(1));
        let hana = a_site_is_to_be_made(world, Some(looker)).await;
        hana.taps("Laporkan Selesai").await;
        hana.says(&name("diam")).await;

        let handled = world.health().borrow().updates_handled;
        hana.begins_to_tap("Lewati");
        nothing_but_a_look(world, handled + 1).await;
        hana.begins_to_tap("Laporkan Selesai");
        nothing_but_a_look(world, handled + 2).await;
        assert_eq!(hana.messages_with("Terkirim"), 1);
        assert_eq!(hana.messages_with("🔎"), 0);
        assert_eq!(world.stands().await.0, "selesai");

        silence.hangs_up();
        world.settle().await;
        assert_eq!(
            hana.last(),
            "🔎 diam.kantorkecil.go.id belum dapat dibuka: sambungan tidak berhasil.\n\
             Bapak/Ibu tetap dapat melanjutkan."
        );
    }
}

play! {
    /// Where nothing is to be looked at, nothing is said about it.
    async fn looking_can_be_left_off(world) {
        let hana = a_site_is_to_be_made(world, None).await;
        hana.taps("Laporkan Selesai").await;
        hana.says("baik.kantorkecil.go.id").await;
        hana.taps("Lewati").await;
        assert_eq!(hana.messages_with("🔎"), 0);
        hana.taps("Laporkan Selesai").await;
        assert_eq!(world.stands().await.0, "selesai");
    }
}
