//! Markup as it is read and refused.

use super::parse;

/// The text and its entities, or the refusal, in one line.
#[track_caller]
fn check(html: &str, expected: &str) {
    let shown = match parse(html) {
        Err(refusal) => format!("! {refusal}"),
        Ok(parsed) => parsed.entities.iter().fold(parsed.text, |shown, entity| {
            let url = entity.url.as_ref().map(|url| format!(" {url}"));
            let language = entity.language.as_ref().map(|name| format!(" {name}"));
            format!(
                "{shown} | {} {}+{}{}",
                entity.kind,
                entity.offset,
                entity.length,
                url.or(language).unwrap_or_default()
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
