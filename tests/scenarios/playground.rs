//! The playground's page in a real browser.

use tests::{demo::playground, phones::Language, stage::browser::Browser};

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

/// A contact person asks for hosting by tapping, and the head of the office sees the card appear.
/// Then somebody lets a working day pass.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_request_is_sent_by_tapping_and_the_next_card_appears() {
    let page = playground(Language::Id).await.unwrap();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = tokio::spawn(async move { axum::serve(listener, page).await });
    let Some(mut browser) = Browser::open(&format!("http://{address}")).await else {
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
    asked(&mut browser, &tap("Hosting Website/Aplikasi"), "1/15").await;
    asked(&mut browser, &tap("Website"), "2/15").await;
    asked(&mut browser, &say("Portal Bantuan Sosial"), "3/15").await;
    asked(
        &mut browser,
        &say("Menyajikan informasi bantuan sosial bagi warga."),
        "4/15",
    )
    .await;
    asked(&mut browser, &say("bansos"), "5/15").await;
    asked(&mut browser, &tap("Hosting bersama"), "6/15").await;
    asked(&mut browser, &tap("20 GB"), "7/15").await;
    asked(&mut browser, &say("PHP 8.3"), "8/15").await;
    asked(&mut browser, &tap("Lewati"), "9/15").await;
    asked(&mut browser, &tap("Tidak memuat"), "10/15").await;
    asked(&mut browser, &tap("Belum diuji"), "11/15").await;
    asked(&mut browser, &say("Rani Contoh"), "12/15").await;
    asked(&mut browser, &say("081200000000"), "13/15").await;
    asked(&mut browser, &say("1/2026"), "14/15").await;
    asked(&mut browser, &say("kemarin"), "15/15").await;
    let letter = r"'%PDF-1.4\n1 0 obj<</Type/Page>>endobj\n%%EOF\n'";
    asked(
        &mut browser,
        &format!("send('{sari}', 'surat.pdf', {letter})"),
        "Mohon periksa kembali",
    )
    .await;
    asked(&mut browser, &tap("Kirim Permohonan"), "Langkah 2 dari 12").await;

    browser
        .sees("reads('Kepala Dinas', 'HWA-') && key('Kepala Dinas', 'Disposisikan')")
        .await;
    browser.run("tap('Kepala Dinas', 'Disposisikan')").await;
    browser.sees("reads('Kepala Dinas', 'didisposisikan kepada Kabid') && !key('Kepala Dinas', 'Disposisikan')").await;
    browser.sees("reads('Kepala Bidang', 'HWA-')").await;
    browser
        .sees(&format!("reads('{sari}', 'Langkah 3 dari 12')"))
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
