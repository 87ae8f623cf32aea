//! A letter that was photographed page by page is one paper.

use std::io::Cursor;

use bytes::Bytes;
use chrono::TimeDelta;
use domain::procedure::Paper;
use hayro_interpret::hayro_syntax::Pdf;
use image::{ImageFormat, Rgb, RgbImage};
use insta::assert_snapshot;
use tests::{
    Player, World, cast, papers, play_on_both,
    stage::{
        hosting::{Office, fill_in, submit},
        registration::{Door, OWN_NUMBER},
    },
};

/// A page, and no other is like it.
fn page(number: u8) -> Bytes {
    picture(120, 160, |_, _| [250, 250, number * 9])
}

/// A page of so much that no two dots are alike, as files of 2 MB are.
fn large_page(number: u32) -> Bytes {
    picture(1000, 1000, |x, y| {
        let mixed = (x + y * 1000 + number * 7_000_003).wrapping_mul(2_654_435_761);
        let [_, red, green, blue] = (mixed ^ (mixed >> 13)).to_be_bytes();
        [red, green, blue]
    })
}

fn picture(width: u32, height: u32, dot: impl Fn(u32, u32) -> [u8; 3]) -> Bytes {
    let picture = RgbImage::from_fn(width, height, |x, y| Rgb(dot(x, y)));
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner().into()
}

/// Up to the question for the letter, which is the last.
async fn asked_for_the_letter(sari: &Player) {
    fill_in(sari).await;
    sari.taps("Ubah Isian").await;
    sari.taps("Surat permintaan").await;
}

/// The paper in someone's form.
async fn paper_of(world: &World, who: &Player) -> Paper {
    let draft = world.drafts(who).await.swap_remove(0);
    let (_, paper) = draft.filling.answers.papers().next().unwrap();
    paper.clone()
}

/// What the archive holds of a paper.
async fn kept(world: &World, paper: &Paper) -> Bytes {
    match world.counter().archive.fetch(&paper.sha256).await.unwrap() {
        domain::archive::Held::Whole(bytes) => bytes,
        other => panic!("{other:?}"),
    }
}

fn pages_in(pdf: &Bytes) -> usize {
    let pdf = Pdf::new(std::sync::Arc::new(pdf.to_vec())).unwrap();
    pdf.pages().len()
}

/// The paper is a PDF of these photos, and each of them is kept as it came.
#[track_caller]
fn is_bound(paper: &Paper, pdf: &Bytes, photos: &[Bytes]) {
    assert_eq!(paper.media, "application/pdf");
    assert_eq!(pages_in(pdf), photos.len());
    let sent: Vec<_> = photos
        .iter()
        .map(|it| domain::fingerprint::fingerprint(it))
        .collect();
    let named: Vec<_> = paper.pages.iter().map(|it| it.sha256.clone()).collect();
    assert_eq!(named, sent);
}

play_on_both! {
    /// What a phone sends together is one paper, without a tap; the head of agency reads it as one.
    async fn an_album_is_one_paper(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        asked_for_the_letter(&sari).await;
        let then = sari.now();
        let photos = vec![page(1), page(2), page(3)];
        let album = photos.clone();
        sari.does(|telegram, user| telegram.sends_photos(user, album)).await;
        let paper = paper_of(world, &sari).await;
        is_bound(&paper, &kept(world, &paper).await, &photos);
        for (page, photo) in paper.pages.iter().zip(&photos) {
            assert!(kept(world, page).await == *photo);
        }
        assert!(sari.last().contains("satu PDF berisi 3 halaman"), "{}", sari.last());
        assert_eq!(sari.chat_since(then).matches("Mohon periksa sebelum").count(), 1, "asked once: {}", sari.chat_since(then));
        sari.taps("Kirim Permohonan").await;
        assert_snapshot!("an_album_is_one_paper", sari.chat_since(then));
        let then = arif.now();
        arif.taps("Berkas (1)").await;
        assert!(arif.chat_since(then).contains("foto-3-halaman.pdf"), "{}", arif.chat_since(then));
        // The photos themselves, where somebody wants to look closer.
        arif.taps("Foto asli").await;
        assert_snapshot!("an_album_is_one_paper__photos", arif.chat_since(then));
    }
}

play_on_both! {
    /// One photo is an answer, as it always was. Whoever goes on sends the next, with or without a tap, also after
    /// the program was begun anew; the same photo twice is one page.
    async fn page_after_page(world) {
        let sari = world.person(cast::SARI).await;
        asked_for_the_letter(&sari).await;
        let then = sari.now();
        sari.sends_photo(page(1)).await;
        let paper = paper_of(world, &sari).await;
        assert_eq!((paper.media.as_str(), paper.pages.len()), ("image/jpeg", 0));
        assert!(sari.sees_button("Kirim Permohonan"), "{}", sari.screen());

        sari.sends_photo(page(2)).await;
        is_bound(&paper_of(world, &sari).await, &kept(world, &paper_of(world, &sari).await).await, &[page(1), page(2)]);
        world.restart_bot().await;
        sari.taps("Halaman Berikutnya").await;
        sari.sends_photo(page(2)).await;
        sari.sends("surat.pdf", papers::letter()).await;
        sari.says("sudah").await;
        sari.sends("IMG_0003.JPG", page(3)).await;
        sari.taps("Selesai (3 halaman)").await;
        let paper = paper_of(world, &sari).await;
        is_bound(&paper, &kept(world, &paper).await, &[page(1), page(2), page(3)]);
        assert_snapshot!("page_after_page", sari.chat_since(then));

        // From the beginning: what was there goes, and nothing is left of it.
        sari.taps("Ubah Isian").await;
        sari.taps("Surat permintaan").await;
        sari.taps("Halaman Berikutnya").await;
        sari.taps("Ulangi dari Halaman Pertama").await;
        sari.sends_photo(page(4)).await;
        assert_eq!(paper_of(world, &sari).await.sha256, domain::fingerprint::fingerprint(&page(4)));
        let counter = world.counter();
        let gone = paper.pages.iter().map(|it| it.id).chain([paper.id]);
        for id in gone {
            assert_eq!(counter.db.paper_handle(id).await.unwrap(), None, "its row is gone");
        }
    }
}

play_on_both! {
    /// A file takes twenty pages, and no more bytes than the question allows; what was there before stays.
    async fn pages_have_an_end(world) {
        let sari = world.person(cast::SARI).await;
        asked_for_the_letter(&sari).await;
        let then = sari.now();
        for number in 1..=21 {
            sari.sends_photo(page(number)).await;
        }
        assert!(sari.last().contains("paling banyak 20 halaman"), "{}", sari.last());
        assert_eq!(paper_of(world, &sari).await.pages.len(), 20);
        assert!(!sari.chat_since(then).contains("tidak disimpan"), "{}", sari.chat_since(then));

        world.time_passes(TimeDelta::hours(1));
        sari.taps("Halaman Berikutnya").await;
        sari.taps("Ulangi dari Halaman Pertama").await;
        let large: Vec<_> = (0..8).map(large_page).collect();
        assert!(large[0].len() < 5_000_000, "each is a page by itself: {}", large[0].len());
        for photo in &large {
            sari.sends_photo(photo.clone()).await;
        }
        assert!(sari.last().contains("sedangkan batasnya 5 MB"), "{}", sari.last());
        let paper = paper_of(world, &sari).await;
        assert!(paper.size <= 5_000_000 && paper.pages.len() > 1, "{} {}", paper.size, paper.pages.len());

        // Of a photo that broke off nothing can be read.
        sari.sends_photo(papers::photo()).await;
        assert!(sari.last().contains("tidak dapat dibaca"), "{}", sari.last());
    }
}

play_on_both! {
    /// In English, in a word to the desk: two pages, one tap.
    async fn pages_in_english(world) {
        let Office { sari, .. } = Office::opens(world).await;
        submit(&sari).await;
        sari.says("/bahasa").await;
        sari.taps("English").await;
        sari.says("Here is our letter again.").await;
        sari.taps("Change").await;
        sari.taps("Paper").await;
        sari.says("Here is the letter again, all of its pages.").await;
        let then = sari.now();
        sari.sends_photo(page(1)).await;
        sari.taps("Next Page").await;
        sari.sends_photo(page(1)).await;
        sari.sends_photo(papers::photo()).await;
        sari.sends_photo(page(2)).await;
        sari.taps("Done (pages: 2)").await;
        assert_snapshot!("pages_in_english", sari.chat_since(then));
        sari.taps("Change").await;
        sari.taps("Paper").await;
        let album = vec![page(3), page(4)];
        sari.does(|telegram, user| telegram.sends_photos(user, album)).await;
        assert!(sari.last().contains("is now one PDF of 2 pages"), "{}", sari.last());
    }
}

play_on_both! {
    /// At the door, and in a repair.
    async fn a_newcomer_and_a_repair(world) {
        let Door { rani, hana } = Door::opens_in(world, "id").await;
        rani.says("Selamat pagi").await;
        rani.taps("Daftar sebagai PIC").await;
        rani.taps("Setuju").await;
        rani.shares(rani.user, OWN_NUMBER).await;
        rani.says("sosial").await;
        rani.taps("Dinas Sosial").await;
        rani.says("Rani Contoh, S.Kom.").await;
        rani.taps("Memiliki NIP").await;
        rani.says("199001012015032001").await;
        rani.says("Pranata Komputer Ahli Pertama").await;
        rani.says("rani@serunikota.go.id").await;
        rani.says("800/88/Dinsos/2026").await;
        let photos = vec![page(1), page(2)];
        rani.does(|telegram, user| telegram.sends_photos(user, photos)).await;
        is_bound(
            &paper_of(world, &rani).await,
            &kept(world, &paper_of(world, &rani).await).await,
            &[page(1), page(2)],
        );
        rani.taps("Kirim Permohonan").await;
        assert!(hana.sees_button("Berkas (1)"), "{}", hana.screen());
        let request = world.requests().await.pop().unwrap();
        let (_, paper) = request.state.answers.papers().next().unwrap();
        assert_eq!(paper.pages.len(), 2);

        hana.taps("Kembalikan untuk Dilengkapi").await;
        hana.taps("Surat penunjukan").await;
        hana.taps("Selesai Memilih").await;
        hana.taps("Surat belum terbaca dengan jelas").await;
        hana.taps("Kembalikan untuk Dilengkapi").await;
        rani.taps("Lengkapi Sekarang").await;
        let photos = vec![page(3), page(4)];
        rani.does(|telegram, user| telegram.sends_photos(user, photos)).await;
        rani.taps("Kirim").await;
        let request = world.requests().await.pop().unwrap();
        let (_, paper) = request.state.answers.papers().next().unwrap();
        is_bound(paper, &kept(world, paper).await, &[page(3), page(4)]);
    }
}
