//! The playground's page in a real browser.

use bot::text::Words;
use tests::{
    demo::{
        guided::{self, Hands},
        playground,
    },
    phones::Language,
    stage::browser::Browser,
};
use tokio::task::JoinHandle;

/// What stands beside a card and decides nothing is no step of the way on which the guide leads, in any language.
#[test]
fn the_guide_passes_over_what_decides_nothing() {
    let way = include_str!("../src/phones/page/way.js");
    let aside = way.lines().find(|it| it.starts_with("const ASIDE"));
    let (_, aside) = aside.and_then(|it| it.split_once('(')).unwrap();
    let aside: Vec<_> = aside.trim_end_matches(")/i;").split('|').collect();
    let words = Words::load();
    for language in domain::Language::ALL {
        let speech = words.speech(*language);
        for key in [
            "adopt",
            "answers",
            "back",
            "begin-again",
            "cancel",
            "change",
            "files-issued",
            "history",
            "nudge",
            "origin",
            "recall",
            "reopen",
            "sop",
            "take-back",
            "take-over",
            "trouble",
            "whole",
            "withdraw",
            "write",
            "write-office",
        ] {
            let ticket = ("ticket", "HWA-2026-0001".to_owned());
            let label = speech.plain(&format!("button-{key}"), &[ticket]);
            let label = label.trim_start_matches(|it: char| !it.is_alphanumeric());
            let label = label.to_lowercase();
            let passed = aside.iter().any(|it| label.starts_with(it));
            assert!(passed, "the guide would tap {label}");
        }
    }
}

/// A few words on top of the page: what a person does with a phone.
const HANDS: &str = r"
    globalThis.phone = title => [...document.querySelectorAll('.phone')]
        .find(phone => phone.querySelector('header').innerText.includes(title));
    globalThis.key = (title, label) => [...phone(title).querySelectorAll('.key:not([disabled])')]
        .filter(key => key.innerText.replace(/\s+/g, ' ').trim().endsWith(label)).at(-1);
    globalThis.tap = (title, label) => key(title, label).click();
    globalThis.say = async (title, text) => {
        const user = phone(title).dataset.user;
        const said = await fetch(`/phones/${user}/say`, {
            method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text }) });
        if (!said.ok) throw new Error(await said.text());
    };
    globalThis.send = async (title, name, text) => {
        const form = new FormData();
        form.append('file', new File([text], name, { type: 'application/pdf' }));
        const sent = await fetch(`/phones/${phone(title).dataset.user}/file`, { method: 'POST', body: form });
        if (!sent.ok) throw new Error(await sent.text());
    };
    globalThis.reads = (title, text) => phone(title).innerText.includes(text);
    true";

/// The page, and a browser that shows it; none where there is no browser.
async fn opens(language: Language) -> Option<(JoinHandle<std::io::Result<()>>, Browser)> {
    let page = playground(Some(language)).await.unwrap();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = tokio::spawn(async move { axum::serve(listener, page).await });
    let mut browser = Browser::open(&format!("http://{address}")).await?;
    browser
        .sees("document.querySelectorAll('.phone').length >= 14")
        .await;
    Some((server, browser))
}

/// Large and small, by day and by night.
const WINDOWS: [((u32, u32), bool); 4] = [
    ((1440, 900), false),
    ((1440, 900), true),
    ((360, 740), false),
    ((360, 740), true),
];

/// Nothing on the page keeps anybody from it.
async fn is_open_to_all(browser: &mut Browser, when: &str) {
    for (size, dark) in WINDOWS {
        browser.looks(size, dark).await;
        let barriers = browser.barriers().await;
        assert_eq!(barriers, [""; 0], "{when}, at {size:?}, dark: {dark}");
    }
    browser.looks((1440, 900), false).await;
}

/// Whoever does exactly what the guide says comes to the end of a request, and whatever stands on the page on the way
/// can be read and hit. The papers of that request open on the phones.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_guided_tour_leads_to_the_end_of_a_request() {
    let Some((server, mut browser)) = opens(Language::Id).await else {
        return;
    };
    is_open_to_all(&mut browser, "at the beginning").await;
    let first = guided::advice(&mut browser).await;
    assert_eq!(first.says, "Ketuk Ajukan Permohonan di ponsel Sari.");
    guided::until(&mut browser, Hands::Pointer, |said| said.chapter == 1).await;
    is_open_to_all(&mut browser, "at the decision").await;
    let way = guided::until(&mut browser, Hands::Pointer, |_| false).await;
    let last = way.last().unwrap();
    assert_eq!(last.kind, "done", "{way:#?}");
    let chapters: Vec<usize> = way.iter().map(|said| said.chapter).collect();
    assert!(chapters.is_sorted(), "back to an earlier chapter: {way:#?}");
    let told = "document.querySelector('.phone').innerText.includes('selesai. Terima kasih')";
    browser.sees(told).await;
    is_open_to_all(&mut browser, "at the end").await;
    let form = opens_paper(&mut browser, "a.paper[title$='.pdf']").await;
    assert!((0.6..0.8).contains(&form), "no sheet of A4: {form}");
    let pass = opens_paper(&mut browser, "a.picture").await;
    assert!((0.5..0.6).contains(&pass), "not the pass: {pass}");
    server.abort();
}

/// Opens the last paper of its kind with a tap, looks at it, and closes it again: how wide it is for its height. What is
/// written on it can be seen, and whatever lies beneath cannot be hit meanwhile.
async fn opens_paper(browser: &mut Browser, what: &str) -> f64 {
    let last = format!("[...document.querySelectorAll(`.phone:not([hidden]) {what}`)].at(-1)");
    browser
        .run(&format!(
            "globalThis.opener = {last}; opener.scrollIntoView({{ block: 'center', behavior: 'instant' }}); true"
        ))
        .await;
    browser.clicks("opener").await;
    browser.sees("document.querySelector('.sheet img')").await;
    let seen = browser
        .run(
            "(async () => {
                const leaf = document.querySelector('.sheet img');
                await leaf.decode();
                const [width, height] = [leaf.naturalWidth, leaf.naturalHeight];
                const canvas = new OffscreenCanvas(width, height).getContext('2d');
                canvas.drawImage(leaf, 0, 0);
                const colours = canvas.getImageData(0, 0, width, height).data;
                const dark = colours.filter((value, at) => at % 4 === 0 && value < 128).length;
                const beneath = [...opener.closest('.phone').children].filter(it => !it.classList.contains('sheet'));
                return { shape: width / height, dark: dark / (width * height), shut: beneath.every(it => it.inert),
                         wide: leaf.clientWidth / leaf.closest('.phone').clientWidth };
            })()",
        )
        .await;
    let dark = seen["dark"].as_f64().unwrap();
    assert!(
        (0.005..0.4).contains(&dark),
        "nothing is written on {what}: {seen}"
    );
    assert!(
        seen["wide"].as_f64() > Some(0.9) && seen["shut"] == true,
        "{what}: {seen}"
    );
    is_open_to_all(browser, "with a paper open").await;
    browser.presses("Escape").await;
    browser
        .sees("!document.querySelector('.sheet') && document.activeElement === opener && !opener.closest('[inert]')")
        .await;
    seen["shape"].as_f64().unwrap()
}

/// The same without a pointer, in English: two keys to the guide, and from there each step and back.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_guided_tour_needs_no_pointer() {
    let Some((server, mut browser)) = opens(Language::En).await else {
        return;
    };
    guided::advice(&mut browser).await;
    browser.presses("Tab").await;
    browser.presses("Enter").await;
    let way = guided::until(&mut browser, Hands::Keys, |_| false).await;
    assert!(way[0].says.starts_with("Tap New Request"), "{way:#?}");
    assert_eq!(way.last().unwrap().kind, "done", "{way:#?}");
    is_open_to_all(&mut browser, "in English").await;
    server.abort();
}

/// Three phones at first, everyone on demand; a chip brings its phone and never takes it away; nothing is dropped unasked.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_page_shows_three_and_brings_whoever_is_called() {
    let Some((server, mut browser)) = opens(Language::Id).await else {
        return;
    };
    let shown = |n: usize| {
        format!("[...document.querySelectorAll('.phone')].filter(it => !it.hidden).length === {n}")
    };
    browser.sees(&shown(3)).await;
    for _ in 0..2 {
        browser
            .clicks("document.querySelectorAll('.chip .who')[1]")
            .await;
        browser.sees(&shown(3)).await;
    }
    browser.clicks("document.querySelector('.everyone')").await;
    browser.sees(&shown(17)).await;
    // Rani has not pressed Start yet, and reads what the bot is for.
    browser
        .sees("[...document.querySelectorAll('.introduction')].some(it => it.checkVisibility() && it.innerText.includes('di meja siapa'))")
        .await;
    browser.clicks("document.querySelector('.everyone')").await;
    browser.sees(&shown(3)).await;

    browser
        .run("window.first = document.querySelector('.phone'); true")
        .await;
    browser.clicks("document.getElementById('over')").await;
    browser.sees("document.getElementById('ask').open").await;
    browser.presses("Escape").await;
    browser
        .sees("!document.getElementById('ask').open && first.isConnected")
        .await;
    browser.clicks("document.getElementById('over')").await;
    browser.sees("document.getElementById('ask').open").await;
    browser
        .clicks("document.querySelector('#ask .danger')")
        .await;
    browser
        .sees("!first.isConnected && document.querySelectorAll('.phone').length >= 14")
        .await;
    server.abort();
}

/// A contact person asks for hosting by tapping, and the head of the office sees the card appear.
/// Then somebody lets a working day pass.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_request_is_sent_by_tapping_and_the_next_card_appears() {
    let Some((server, mut browser)) = opens(Language::Id).await else {
        return;
    };
    browser
        .sees("document.querySelectorAll('.phone').length >= 14")
        .await;
    browser.run(HANDS).await;
    let sari = "PIC Dinas Sosial";
    let asked = async |browser: &mut Browser, act: &str, then: &str| {
        browser.run(act).await;
        browser.sees(&format!("reads('{sari}', '{then}')")).await;
    };
    browser
        .sees(&format!("key('{sari}', 'Ajukan Permohonan')"))
        .await;
    asked(
        &mut browser,
        &format!("tap('{sari}', 'Ajukan Permohonan')"),
        "Silakan pilih layanan",
    )
    .await;
    let tap = |label: &str| format!("tap('{sari}', '{label}')");
    let say = |text: &str| format!("say('{sari}', '{text}')");
    asked(&mut browser, &tap("Hosting Website/Aplikasi"), "· 0%").await;
    asked(&mut browser, &tap("Website"), "· 7%").await;
    asked(&mut browser, &say("Portal Bantuan Sosial"), "· 14%").await;
    asked(
        &mut browser,
        &say("Menyajikan informasi bantuan sosial bagi warga."),
        "· 21%",
    )
    .await;
    asked(&mut browser, &say("bansos"), "· 28%").await;
    asked(&mut browser, &tap("Hosting bersama"), "· 35%").await;
    asked(&mut browser, &tap("20 GB"), "· 42%").await;
    asked(&mut browser, &say("PHP 8.3"), "· 50%").await;
    asked(&mut browser, &tap("Tidak memuat"), "· 57%").await;
    asked(&mut browser, &tap("Belum diuji"), "· 64%").await;
    asked(&mut browser, &say("Rani Contoh"), "· 71%").await;
    asked(&mut browser, &say("081200000000"), "· 78%").await;
    asked(&mut browser, &say("1/2026"), "· 85%").await;
    asked(&mut browser, &say("kemarin"), "· 92%").await;
    let letter = r"'%PDF-1.4\n1 0 obj<</Type/Page>>endobj\n%%EOF\n'";
    asked(
        &mut browser,
        &format!("send('{sari}', 'surat.pdf', {letter})"),
        "Mohon periksa sebelum",
    )
    .await;
    asked(&mut browser, &tap("Kirim Permohonan"), "● Diterima").await;

    browser
        .sees("reads('Kepala Dinas', 'HWA-') && key('Kepala Dinas', 'Disposisikan')")
        .await;
    browser.run("tap('Kepala Dinas', 'Disposisikan')").await;
    browser.sees("reads('Kepala Dinas', 'didisposisikan kepada Kabid') && !key('Kepala Dinas', 'Disposisikan')").await;
    browser.sees("reads('Kepala Bidang', 'HWA-')").await;
    browser
        .sees(&format!("reads('{sari}', '● Diperiksa')"))
        .await;
    a_working_day_passes(&mut browser, sari).await;
    server.abort();
}

/// The bar shows the office's time, and what is said after a working day stands under another day.
async fn a_working_day_passes(browser: &mut Browser, sari: &str) {
    browser
        .run(
            "globalThis.time = () => document.getElementById('clock');
             globalThis.before = { words: time().innerText, at: new Date(time().dateTime) };
             globalThis.hours = () => (new Date(time().dateTime) - before.at) / 3_600_000;
             document.getElementById('working-day').click()",
        )
        .await;
    browser
        .sees("hours() >= 24 && time().innerText !== before.words")
        .await;
    browser
        .sees("!document.getElementById('working-day').disabled")
        .await;
    let shown = browser.run("time().innerText").await;
    let shown = shown.as_str().unwrap_or_default();
    assert!(
        shown.ends_with(" WIB") && !shown.starts_with("Sabtu") && !shown.starts_with("Minggu"),
        "{shown}"
    );
    browser.run(&format!("say('{sari}', '/start')")).await;
    browser
        .sees(&format!("phone('{sari}').querySelector('.divider.day')"))
        .await;
}
