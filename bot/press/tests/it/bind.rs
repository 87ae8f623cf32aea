//! Photographed pages as one PDF, read back by another program.

use std::{
    io::{Cursor, Write},
    sync::Arc,
};

use hayro_syntax::{
    Pdf,
    object::{Name, Stream},
};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, RgbaImage};
use press::{Unbound, add_page};

/// A page with a dark upper left corner, written on paper of a shade.
fn photo(width: u32, height: u32, shade: u8) -> DynamicImage {
    let dot = |x, y| {
        if x < width / 2 && y < height / 2 {
            Rgb([10, 20, 30])
        } else {
            Rgb([shade; 3])
        }
    };
    RgbImage::from_fn(width, height, dot).into()
}

fn jpeg(image: &DynamicImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

/// The same photo with what a camera says about how it was held (EXIF 2.3, 4.6.4, tag 274).
fn held(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xFF, 0xE1], &length, &exif, &jpeg[2..]].concat()
}

/// The pictures of a PDF, page by page, and the size of each page.
fn read(pdf: &[u8]) -> Vec<(DynamicImage, (f32, f32), Vec<u8>)> {
    let pdf = Pdf::new(Arc::new(pdf.to_vec())).unwrap();
    let pages = pdf.pages().iter().map(|page| {
        let pictures = &page.resources().x_objects;
        let mut names = pictures.keys();
        let name = names.next().unwrap();
        assert!(names.next().is_none(), "one picture on a page");
        let stream: Stream<'_> = pictures.get(name).unwrap();
        let filter: Name<'_> = stream.dict().get(b"Filter" as &[u8]).unwrap();
        assert_eq!(&*filter, b"DCTDecode");
        let bytes = stream.raw_data().to_vec();
        (
            image::load_from_memory(&bytes).unwrap(),
            page.render_dimensions(),
            bytes,
        )
    });
    pages.collect()
}

fn is_dark(image: &DynamicImage, x: u32, y: u32) -> bool {
    image.to_luma8().get_pixel(x, y).0[0] < 80
}

#[test]
fn pages_follow_each_other_as_they_were_sent() {
    let photos = [
        jpeg(&photo(900, 1200, 250)),
        jpeg(&photo(1200, 900, 200)),
        jpeg(&photo(600, 800, 150)),
    ];
    let bind = || {
        let mut pdf = None;
        for photo in &photos {
            pdf = Some(add_page(pdf, photo).unwrap());
        }
        pdf.unwrap()
    };
    let pdf = bind();
    assert_eq!(pdf, bind(), "the same pages give the same bytes");
    let pages = read(&pdf);
    assert_eq!(pages.len(), 3);
    for ((_, _, bytes), sent) in pages.iter().zip(&photos) {
        assert!(bytes == sent, "what is small enough is taken dot by dot");
    }
    let a4 = |standing: bool| {
        if standing {
            (595.276, 841.89)
        } else {
            (841.89, 595.276)
        }
    };
    let sizes: Vec<_> = pages.iter().map(|(_, size, _)| *size).collect();
    assert_eq!(sizes, [a4(true), a4(false), a4(true)]);
    let all: usize = photos.iter().map(Vec::len).sum();
    assert!(pdf.len() < all + 6_000, "{} of {all}", pdf.len());
}

/// As it was held: on its side, upside down, in a mirror.
#[test]
fn a_page_stands_upright() {
    let lying = jpeg(&photo(800, 600, 250));
    // Where the dark corner of the picture is to be seen, left or right and above or below.
    for (orientation, right, below) in [
        (1, false, false),
        (2, true, false),
        (3, true, true),
        (4, false, true),
        (5, false, false),
        (6, true, false),
        (7, true, true),
        (8, false, true),
    ] {
        let pages = read(&add_page(None, &held(&lying, orientation)).unwrap());
        let (picture, ..) = &pages[0];
        let size = if orientation < 5 {
            (800, 600)
        } else {
            (600, 800)
        };
        assert_eq!((picture.width(), picture.height()), size, "{orientation}");
        for (x, is_right) in [(50, false), (size.0 - 50, true)] {
            for (y, is_below) in [(50, false), (size.1 - 50, true)] {
                let expected = is_right == right && is_below == below;
                assert_eq!(is_dark(picture, x, y), expected, "{orientation} at {x} {y}");
            }
        }
    }
}

/// Twelve megapixels of a telephone are a page that is read at 150 dots to the inch.
#[test]
fn a_large_page_is_made_smaller() {
    let large = held(&jpeg(&photo(4000, 3000, 250)), 6);
    let pdf = add_page(None, &large).unwrap();
    let pages = read(&pdf);
    let (picture, size, _) = &pages[0];
    assert_eq!((picture.width(), picture.height()), (1240, 1653));
    assert_eq!(*size, (595.276, 841.89));
    assert!(is_dark(picture, 1100, 100) && !is_dark(picture, 100, 100));
    assert!(pdf.len() < 200_000, "{}", pdf.len());
}

/// A picture of a screen may be seen through.
#[test]
fn what_can_be_seen_through_is_paper() {
    let mut picture = RgbaImage::new(300, 400);
    picture.put_pixel(0, 0, image::Rgba([0, 0, 0, 255]));
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
    let pages = read(&add_page(None, &bytes.into_inner()).unwrap());
    assert_eq!(pages[0].0.to_luma8().get_pixel(200, 200).0[0], 255);
}

/// Half a megabyte, whole and in order, that would take half a gigabyte of memory to look at.
#[test]
fn a_small_file_does_not_take_all_memory() {
    const WIDE: u32 = 12_000;
    const HIGH: u32 = 10_000;
    let mut vast = Vec::new();
    let mut encoder = png::Encoder::new(&mut vast, WIDE, HIGH);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_compression(png::Compression::Fast);
    let mut file = encoder.write_header().unwrap();
    let mut rows = file.stream_writer().unwrap();
    let row = vec![0; WIDE as usize * 4];
    for _ in 0..HIGH {
        rows.write_all(&row).unwrap();
    }
    rows.finish().unwrap();
    file.finish().unwrap();
    assert!(vast.len() < 5_000_000, "{}", vast.len());
    assert_eq!(add_page(None, &vast), Err(Unbound::NoPicture));
}

#[test]
fn what_is_no_picture_is_no_page() {
    let whole = jpeg(&photo(400, 300, 250));
    for odd in [
        &b""[..],
        b"%PDF-1.4",
        &whole[..20],
        &[0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0xFF, 0xD9],
    ] {
        assert_eq!(add_page(None, odd), Err(Unbound::NoPicture));
    }
    assert_eq!(
        add_page(Some(b"no PDF".to_vec()), &whole),
        Err(Unbound::NoPages)
    );
    // Whatever is turned over in a photo: it is a page, or it is none.
    for at in (0..whole.len()).step_by(7) {
        let mut broken = whole.clone();
        broken[at] ^= 0x55;
        let _ = add_page(None, &broken);
    }
}
