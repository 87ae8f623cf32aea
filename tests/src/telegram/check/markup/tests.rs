//! Markup as it is read and refused.

use super::parse;

/// The text and its entities, or the refusal, in one line.
#[track_caller]
fn check(html: &str, expected: &str) {
    let shown = match parse(html, true) {
        Err(refusal) => format!("! {refusal}"),
        Ok(parsed) => parsed.entities.iter().fold(parsed.text, |shown, entity| {
            let url = entity.url.as_ref().map(|url| format!(" {url}"));
            let language = entity.language.as_ref().map(|name| format!(" {name}"));
            let moment = entity.unix_time.map(|moment| format!(" {moment}"));
            let format = entity.date_time_format.as_ref();
            let format = format.map(|format| format!(" {format}"));
            format!(
                "{shown} | {} {}+{}{}{}",
                entity.kind,
                entity.offset,
                entity.length,
                url.or(language).or(moment).unwrap_or_default(),
                format.unwrap_or_default(),
            )
        }),
    };
    assert_eq!(shown, expected, "{html}");
}

#[test]
fn plain_text_stays_as_it_is() {
    check("Halo, Sari", "Halo, Sari");
    check("1 > 0 & 'x' \"y\"", "1 > 0 & 'x' \"y\"");
    check("", "");
}

#[test]
fn entities_are_read() {
    check("&lt;b&gt; &amp; &quot;&#33;&#x21;", "<b> & \"!!");
    check("a &nbsp; b &copy c", "a &nbsp; b &copy c");
    check("a &lt b", "a < b");
    check("&#0000033; &#00000033;", "! &#00000033;");
}

#[test]
fn tags_become_entities() {
    check("<b>x</b>", "x | bold 0+1");
    check("<strong>x</strong><em>y</em>", "xy | bold 0+1 | italic 1+1");
    check("<b>a<i>b</i></b>", "ab | bold 0+2 | italic 1+1");
    check("<u>a</u><s>b</s>", "ab | underline 0+1 | strikethrough 1+1");
    check("<B>x</b>", "x | bold 0+1");
    check("<b></b>x", "x");
    check("🌴<b>x</b>", "🌴x | bold 2+1");
    check("<b>x</>", "x | bold 0+1");
    check("<tg-spoiler>x</tg-spoiler>", "x | spoiler 0+1");
    check("<span class=\"tg-spoiler\">x</span>", "x | spoiler 0+1");
    check("<blockquote>x</blockquote>", "x | blockquote 0+1");
    check(
        "<blockquote expandable>x</blockquote>",
        "x | expandable_blockquote 0+1",
    );
    check("<code>x &lt; y</code>", "x < y | code 0+5");
    check(
        "<pre><code class=\"language-sql\">x</code></pre>",
        "x | pre 0+1 sql",
    );
    check(
        "<a href=\"https://x.id/?a=1&amp;b=2\">di sini</a>",
        "di sini | text_link 0+7 https://x.id/?a=1&b=2",
    );
    check("<a href='di mana'>x</a>", "x");
    check("<B>x</B>", "x | bold 0+1");
    check("<a HREF='https://x.id'>x</a>", "x");
    check("<a href='x.id'>x</a>", "x | text_link 0+1 http://x.id");
    check("<a>x.id</a>", "x.id | text_link 0+4 http://x.id");
    check("<a href='ftp://x.id'>x</a>", "x");
}

#[test]
fn dates_are_read_and_stand_bare() {
    check(
        "<tg-time unix=\"1795271820\" format=\"wDt\">besok</tg-time>",
        "besok | date_time 0+5 1795271820 wDt",
    );
    check(
        "<b>Tenggat <tg-time unix='1' format=r>besok</tg-time>!</b>",
        "Tenggat besok! | bold 0+8 | date_time 8+5 1 r | bold 13+1",
    );
    // Without quotes it is put in lower case, and another date then.
    check(
        "<tg-time unix=1 format=D>x</tg-time>",
        "x | date_time 0+1 1 d",
    );
    check(
        "<tg-time UNIX=1>x</tg-time>",
        "! there is no time in the tag \"tg-time\"",
    );
    check(
        "<tg-time unix='4294967296'>x</tg-time>",
        "! the time \"4294967296\" in the tag \"tg-time\" is invalid",
    );
    check(
        "<tg-time unix='1' format='rt'>x</tg-time>",
        "! the format \"rt\" in the tag \"tg-time\" is invalid",
    );
    assert_eq!(
        parse("<tg-time unix='1'>x</tg-time>", false).unwrap_err(),
        "Unsupported start tag \"tg-time\" at byte offset 0"
    );
}

#[test]
fn mistakes_are_refused_in_telegrams_words() {
    check("<p>x</p>", "! Unsupported start tag \"p\" at byte offset 0");
    check(
        "é <br/>",
        "! Unsupported start tag \"br/\" at byte offset 3",
    );
    check("a < b", "! Unsupported start tag \"\" at byte offset 2");
    check("a <b", "! Unclosed start tag at byte offset 2");
    check(
        "<b>x",
        "! Can't find end tag corresponding to start tag \"b\"",
    );
    check("x</b>", "! Unexpected end tag at byte offset 1");
    check(
        "<b><i>x</b></i>",
        "! Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\"",
    );
    check("<b>x</b", "! Unclosed end tag at byte offset 4");
    check(
        "<a href=https://x>y</a>",
        "! Unexpected end of name token at byte offset 8",
    );
    check("<a href=\"x>y</a>", "! Unclosed start tag at byte offset 0");
    check(
        "<span>x</span>",
        "! Tag \"span\" must have class \"tg-spoiler\" at byte offset 0",
    );
    check(
        "<b / >x</b>",
        "! Empty attribute name in the tag \"b\" at byte offset 0",
    );
    check(
        "<!-- x -->",
        "! Unsupported start tag \"!--\" at byte offset 0",
    );
}
