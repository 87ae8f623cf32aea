//! What Telegram finds in a text by itself, whether its writer meant it or not: commands, names, hashtags, addresses,
//! e-mail and numbers of bank cards. A tap on one of them does something.
//!
//! The rules are those of TDLib as far as they matter for texts of an office; it knows more domains than are listed here.

mod host;

use super::super::chat::Entity;

/// Where nothing is found: a tap there does something else already.
const CLOSED: [&str; 6] = [
    "code",
    "pre",
    "text_link",
    "text_mention",
    "custom_emoji",
    "date_time",
];

/// What a phone finds in a text beside what its writer has marked, in order.
pub(in super::super) fn found(text: &str, marked: &[Entity]) -> Vec<Entity> {
    let text = Units::new(text);
    let mut all = [
        commands(&text),
        mentions(&text),
        hashtags(&text),
        host::addresses(&text),
        cards(&text),
    ]
    .concat();
    all.retain(|entity| {
        let apart = |other: &Entity| entity.end() <= other.offset || other.end() <= entity.offset;
        marked
            .iter()
            .all(|other| !CLOSED.contains(&other.kind) || apart(other))
    });
    // What begins first wins, and of those the longest.
    all.sort_by_key(|entity| (entity.offset, std::cmp::Reverse(entity.length)));
    let mut end = 0;
    all.retain(|entity| {
        let free = entity.offset >= end;
        if free {
            end = entity.end();
        }
        free
    });
    all
}

/// A text by its signs, each with its place in units of UTF-16.
struct Units {
    signs: Vec<char>,
    places: Vec<usize>,
}

impl Units {
    fn new(text: &str) -> Units {
        let signs: Vec<char> = text.chars().collect();
        let mut places = vec![0];
        for sign in &signs {
            places.push(places[places.len() - 1] + sign.len_utf16());
        }
        Units { signs, places }
    }

    fn at(&self, place: usize) -> Option<char> {
        self.signs.get(place).copied()
    }

    fn before(&self, place: usize) -> Option<char> {
        self.at(place.checked_sub(1)?)
    }

    /// The first place from here on whose sign does not fit.
    fn run(&self, from: usize, fits: impl Fn(char) -> bool) -> usize {
        let rest = self.signs.iter().skip(from);
        from + rest.take_while(|sign| fits(**sign)).count()
    }

    fn entity(&self, kind: &'static str, from: usize, to: usize) -> Entity {
        let offset = self.places[from];
        Entity::new(kind, offset, self.places[to] - offset)
    }

    fn text(&self, from: usize, to: usize) -> String {
        self.signs[from..to].iter().collect()
    }
}

fn of_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_'
}

fn of_name(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || sign == '_'
}

/// `/word` and `/word@bot`, where the slash is not within a word and what follows is no path.
fn commands(text: &Units) -> Vec<Entity> {
    let mut found = Vec::new();
    let joins = |sign: Option<char>| sign.is_some_and(|sign| of_word(sign) || "/<>".contains(sign));
    for from in (0..text.signs.len()).filter(|from| text.signs[*from] == '/') {
        let mut to = text.run(from + 1, of_name);
        if to == from + 1 || to - from > 65 || joins(text.before(from)) {
            continue;
        }
        let bot = text.run(to + 1, of_name);
        if text.at(to) == Some('@') && (3..=32).contains(&(bot - to - 1)) {
            to = bot;
        }
        if !joins(text.at(to)) {
            found.push(text.entity("bot_command", from, to));
        }
    }
    found
}

/// `@name`, outside of words.
fn mentions(text: &Units) -> Vec<Entity> {
    let mut found = Vec::new();
    for from in (0..text.signs.len()).filter(|from| text.signs[*from] == '@') {
        let to = text.run(from + 1, of_name);
        let is_name = (4..=32).contains(&(to - from - 1)) && !text.at(to).is_some_and(of_word);
        if is_name && !text.before(from).is_some_and(of_word) {
            found.push(text.entity("mention", from, to));
        }
    }
    found
}

/// `#word` with a letter in it.
fn hashtags(text: &Units) -> Vec<Entity> {
    let mut found = Vec::new();
    for from in (0..text.signs.len()).filter(|from| text.signs[*from] == '#') {
        let to = text.run(from + 1, of_word);
        let mut word = text.signs[from + 1..to].iter();
        let is_tag = to - from <= 257 && word.any(|sign| sign.is_alphabetic());
        let before = text.before(from);
        if is_tag && !before.is_some_and(of_word) && text.at(to) != Some('#') {
            found.push(text.entity("hashtag", from, to));
        }
    }
    found
}

/// 13 to 19 digits, with single spaces and hyphens between them, whose last digit checks the others.
fn cards(text: &Units) -> Vec<Entity> {
    let of_number = |sign: char| sign.is_ascii_digit() || sign == ' ' || sign == '-';
    let mut found = Vec::new();
    let mut from = 0;
    while from < text.signs.len() {
        if !text.signs[from].is_ascii_digit() {
            from += 1;
            continue;
        }
        let mut to = text.run(from, of_number);
        let end = to;
        while !text.signs[to - 1].is_ascii_digit() {
            to -= 1;
        }
        let joins = |sign: Option<char>, signs: &str| {
            sign.is_some_and(|sign| sign.is_alphabetic() || signs.contains(sign))
        };
        let digits: Vec<u32> = (from..to)
            .filter_map(|place| text.signs[place].to_digit(10))
            .collect();
        let is_apart = !joins(text.before(from), ".,+-_") && !joins(text.at(to), "-_");
        if is_apart && to - from < 2 * digits.len() && is_card(&digits) {
            found.push(text.entity("bank_card", from, to));
        }
        from = end;
    }
    found
}

/// The check of Luhn, and the lengths that the large makers of cards use.
fn is_card(digits: &[u32]) -> bool {
    let long = digits.len();
    if !(13..=19).contains(&long) {
        return false;
    }
    let doubled = |(place, digit): (usize, &u32)| match (place % 2, digit * 2) {
        (0, _) => *digit,
        (_, twice) => twice / 10 + twice % 10,
    };
    if digits.iter().rev().enumerate().map(doubled).sum::<u32>() % 10 != 0 {
        return false;
    }
    let first = |n: usize| {
        digits[..n]
            .iter()
            .fold(0, |number, digit| number * 10 + digit)
    };
    match first(2) {
        _ if first(1) == 4 => [13, 16, 18, 19].contains(&long),
        51..=55 => long == 16,
        _ if (2221..=2720).contains(&first(4)) => long == 16,
        34 | 37 => long == 15,
        62 | 81 => long >= 16,
        _ if (2200..=2204).contains(&first(4)) => long >= 16,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::text::read_markup;

    #[track_caller]
    fn check(html: &str, expected: &[&str]) {
        let text = read_markup(html);
        let units: Vec<u16> = text.plain.encode_utf16().collect();
        let all = text.entities.iter().filter(|entity| {
            [
                "bot_command",
                "mention",
                "hashtag",
                "url",
                "email",
                "bank_card",
            ]
            .contains(&entity.kind)
        });
        let shown: Vec<String> = all
            .map(|it| String::from_utf16_lossy(&units[it.offset..it.end()]))
            .collect();
        assert_eq!(shown, expected, "{html}");
    }

    #[test]
    fn a_command_is_found_where_a_phone_finds_one() {
        check("Ketik /menu.", &["/menu"]);
        check("2001:db8:20::/48, Plh./Plt.", &["/48", "/Plt"]);
        check("800/ /BKPSDM, RT 02 /RW 05", &["/BKPSDM", "/RW"]);
        check("203.0.113.0/24 dan/atau /var/www //c", &["203.0.113.0/24"]);
        check("<b>é🌴 <code>/48</code></b> /a", &["/a"]);
        check("/start@loket_demo_bot x", &["/start@loket_demo_bot"]);
    }

    #[test]
    fn addresses_and_names_of_files() {
        check(
            "https://a.id/-/b dan a.go.id.",
            &["https://a.id/-/b", "a.go.id"],
        );
        check(
            "10.20.30.40:8080 aplikasi.zip main.rs data.id dump.sh",
            &[
                "10.20.30.40:8080",
                "aplikasi.zip",
                "main.rs",
                "data.id",
                "dump.sh",
            ],
        );
        check("HWA-2026-0001 08.30 Rp1.500.000 surat.pdf M.Si. a.b", &[]);
        check("sari@contoh.go.id", &["sari@contoh.go.id"]);
        check(
            "<a href='https://x.id'>contoh.id</a> <code>contoh.id</code>",
            &[],
        );
    }

    #[test]
    fn numbers_that_look_like_bank_cards() {
        // One NIP in ten, and one mobile number of 13 digits in ten.
        check("NIP 199001012015031008", &[]);
        check("NIP 199001012015031002", &["199001012015031002"]);
        check("0812-0000-00003, 0812-0000-00008", &["0812-0000-00008"]);
        check("4000 0000 0000 0002", &["4000 0000 0000 0002"]);
        check("+4000000000000002, x4000000000000002", &[]);
    }

    #[test]
    fn names_and_tags() {
        check(
            "@loket_bot a@b #Rapat2026 #12",
            &["@loket_bot", "#Rapat2026"],
        );
    }
}
