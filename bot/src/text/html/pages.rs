//! Long texts cut into pages that Telegram takes, each with its markup whole.

use super::{Html, MAX_MARKUP};

/// One piece of markup, and what Telegram counts it as.
#[derive(Debug, Clone, Copy, PartialEq)]
enum MarkupPiece<'a> {
    Opens(&'a str),
    Closes(&'a str),
    /// A character as it stands in the markup, with its UTF-16 units.
    Shown(&'a str, usize),
}

/// What stands on a page so far.
#[derive(Default)]
struct PageBuilder<'a> {
    markup: String,
    /// How long Telegram finds it.
    length: usize,
    /// Tags that are open at its end, the outermost first.
    open: Vec<&'a str>,
    /// The last place at which it can be cut: at a line's end, or else between words.
    line_end: Option<Cut<'a>>,
    word_end: Option<Cut<'a>>,
}

/// A place on a page, before a character that falls away there.
struct Cut<'a> {
    /// Up to where the page stays, and from where the next one goes on.
    before: usize,
    after: usize,
    length_after: usize,
    open: Vec<&'a str>,
}

impl Html {
    /// Cut into pages that Telegram finds no longer than a limit, and whose markup it reads: between lines, or
    /// else between words, or else anywhere. Markup that is open at a cut is closed there and opened again. No page is blank,
    /// because Telegram takes none that is, unless nothing is there at all.
    pub fn pages(&self, limit: usize) -> Vec<Html> {
        let mut pages = Vec::new();
        let mut page = PageBuilder::default();
        for piece in pieces(&self.0) {
            if let MarkupPiece::Shown(shown, units) = piece {
                let is_full = |page: &PageBuilder| {
                    page.length + units > limit || page.markup.len() + shown.len() > MAX_MARKUP
                };
                while page.length > 0 && is_full(&page) {
                    let next = page.cut();
                    pages.push(std::mem::replace(&mut page, next).markup);
                }
            }
            page.add(piece);
        }
        pages.push(page.markup);
        let mut pages: Vec<_> = pages.into_iter().map(Html).collect();
        if pages.iter().any(|page| !page.is_blank()) {
            pages.retain(|page| !page.is_blank());
        } else {
            pages.truncate(1);
        }
        pages
    }

    /// As much as fits a limit, and what is left.
    pub fn first_page(self, limit: usize) -> (Html, Option<Html>) {
        let mut pages = self.pages(limit).into_iter();
        let first = pages.next().unwrap_or_default();
        let mut rest = Html::new();
        pages.for_each(|page| {
            rest.line(page);
        });
        (first, (!rest.is_empty()).then_some(rest))
    }

    /// Whether nothing in it shows.
    fn is_blank(&self) -> bool {
        pieces(&self.0).all(|piece| match piece {
            MarkupPiece::Shown(shown, _) => shown.chars().all(vanishes),
            MarkupPiece::Opens(_) | MarkupPiece::Closes(_) => true,
        })
    }

    /// How long Telegram finds it: UTF-16 units without the markup.
    pub fn length(&self) -> usize {
        let units = pieces(&self.0).map(|piece| match piece {
            MarkupPiece::Shown(_, units) => units,
            MarkupPiece::Opens(_) | MarkupPiece::Closes(_) => 0,
        });
        units.sum()
    }
}

impl<'a> PageBuilder<'a> {
    fn add(&mut self, piece: MarkupPiece<'a>) {
        match piece {
            MarkupPiece::Opens(tag) => {
                self.markup.push_str(tag);
                self.open.push(tag);
            }
            MarkupPiece::Closes(tag) => {
                self.markup.push_str(tag);
                self.open.pop();
            }
            MarkupPiece::Shown(shown, units) => {
                let before = self.markup.len();
                self.markup.push_str(shown);
                self.length += units;
                let cut = || Cut {
                    before,
                    after: self.markup.len(),
                    length_after: self.length,
                    open: self.open.clone(),
                };
                match shown {
                    "\n" => self.line_end = Some(cut()),
                    " " => self.word_end = Some(cut()),
                    _ => {}
                }
            }
        }
    }

    /// Ends the page at the best place; what stood behind it begins the page that is returned.
    fn cut(&mut self) -> PageBuilder<'a> {
        let cut = self.line_end.take().or(self.word_end.take());
        let cut = cut.unwrap_or_else(|| Cut {
            before: self.markup.len(),
            after: self.markup.len(),
            length_after: self.length,
            open: self.open.clone(),
        });
        let mut next = cut.open.concat();
        next.push_str(&self.markup[cut.after..]);
        self.markup.truncate(cut.before);
        for tag in cut.open.iter().rev() {
            self.markup.push_str(&closing(tag));
        }
        PageBuilder {
            markup: next,
            length: self.length - cut.length_after,
            open: std::mem::take(&mut self.open),
            line_end: None,
            word_end: None,
        }
    }
}

/// Telegram: what is no sign at all, or only turns the text around it, is taken out of a text or becomes a space.
fn vanishes(c: char) -> bool {
    c.is_whitespace() || c.is_control() || ('\u{2028}'..='\u{202e}').contains(&c)
}

/// The tag that closes what another opens: `</a>` for `<a href="…">`.
fn closing(tag: &str) -> String {
    let name = tag.trim_matches(['<', '>']).split(' ').next();
    format!("</{}>", name.unwrap_or_default())
}

fn pieces(markup: &str) -> impl Iterator<Item = MarkupPiece<'_>> {
    let mut rest = markup;
    std::iter::from_fn(move || {
        let c = rest.chars().next()?;
        let ends = |mark: char| rest.find(mark).map(|end| end + 1);
        let (width, units) = match c {
            '<' => (ends('>').unwrap_or(rest.len()), 0),
            '&' => (ends(';').unwrap_or(1), 1),
            c => (c.len_utf8(), c.len_utf16()),
        };
        let (piece, after) = rest.split_at(width);
        rest = after;
        Some(match c {
            '<' if piece.starts_with("</") => MarkupPiece::Closes(piece),
            '<' => MarkupPiece::Opens(piece),
            _ => MarkupPiece::Shown(piece, units),
        })
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        super::{MAX_CAPTION, MAX_MESSAGE},
        *,
    };

    #[test]
    fn an_answer_of_several_lines_stays_bold_on_every_page() {
        let html = Html::text("eins zwei\ndrei & vier").bold();
        let pages = html.pages(10);
        let pages: Vec<_> = pages.iter().map(Html::as_str).collect();
        assert_eq!(
            pages,
            ["<b>eins zwei</b>", "<b>drei &amp;</b>", "<b>vier</b>"]
        );
    }

    #[test]
    fn a_word_that_is_too_long_is_cut_anywhere() {
        let pages = Html::text(&"😀".repeat(7)).pages(5);
        let pages: Vec<_> = pages.iter().map(Html::as_str).collect();
        assert_eq!(pages, ["😀😀", "😀😀", "😀😀", "😀"]);
    }

    #[test]
    fn what_is_short_stays_as_it_is() {
        let mut html = Html::text("one").bold();
        html.gap().line("two");
        assert_eq!(html.pages(MAX_MESSAGE), [html.clone()]);
        assert_eq!(Html::new().pages(MAX_MESSAGE), [Html::new()]);
    }

    #[test]
    fn markup_that_is_too_long_is_cut_too() {
        let html = Html::text(&"\"é".repeat(10)).bold();
        let mut long = Html::new();
        for _ in 0..400 {
            long.push(html.clone().italic().bold().italic());
        }
        assert!(long.length() > MAX_MESSAGE && long.as_str().len() > MAX_MARKUP);
        for page in long.pages(usize::MAX) {
            assert!(page.as_str().len() <= MAX_MARKUP + 100 && is_whole(&page));
        }
    }

    #[test]
    fn a_page_of_what_vanishes_is_left_out() {
        let html = Html::text(&format!("one\n{}\ntwo", "\u{202e}".repeat(9)));
        let pages = html.pages(10);
        let pages: Vec<_> = pages.iter().map(|page| page.as_str().trim()).collect();
        assert_eq!(pages, ["one", "two"]);
    }

    #[test]
    fn a_page_of_empty_lines_is_left_out() {
        let html = Html::text(&format!("one{}two", "\n".repeat(30)));
        let pages = html.pages(10);
        let pages: Vec<_> = pages.iter().map(|page| page.as_str().trim()).collect();
        assert_eq!(pages, ["one", "two"]);
    }

    /// A text as ours are: words of people within nested markup, over several lines.
    fn texts() -> impl Strategy<Value = Html> {
        let word = prop_oneof![
            4 => "[a-z<>&\"]{1,12}",
            1 => "[a-z😀]{1,400}",
            2 => Just("\n".to_owned()),
            2 => Just(" ".to_owned()),
        ];
        let words = prop::collection::vec(word, 1..60).prop_map(|words| words.concat());
        let part = (words, 0..4).prop_map(|(words, style)| {
            let html = Html::text(&words);
            match style {
                0 => html,
                1 => html.bold(),
                2 => html.italic(),
                _ => html.italic().bold(),
            }
        });
        prop::collection::vec(part, 1..80).prop_map(|parts| {
            let mut html = Html::new();
            for part in parts {
                html.push(part);
            }
            html
        })
    }

    /// Every tag that is opened is closed in turn, on the same page.
    fn is_whole(page: &Html) -> bool {
        let mut open = Vec::new();
        pieces(page.as_str()).all(|piece| match piece {
            MarkupPiece::Opens(tag) => {
                open.push(closing(tag));
                true
            }
            MarkupPiece::Closes(tag) => open.pop().as_deref() == Some(tag),
            MarkupPiece::Shown(..) => true,
        }) && open.is_empty()
    }

    /// What shows, with the tags it stands in. Where a page ends a blank may fall away.
    fn shown<'a>(pages: impl IntoIterator<Item = &'a Html>) -> Vec<(String, Vec<String>)> {
        let mut all = Vec::new();
        for page in pages {
            let mut open = Vec::new();
            for piece in pieces(page.as_str()) {
                match piece {
                    MarkupPiece::Opens(tag) => open.push(tag.to_owned()),
                    MarkupPiece::Closes(_) => {
                        open.pop();
                    }
                    MarkupPiece::Shown(" " | "\n", _) => {}
                    MarkupPiece::Shown(shown, _) => all.push((shown.to_owned(), open.clone())),
                }
            }
        }
        all
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]

        /// Whatever people write: every page is one that Telegram takes, and nothing of it is lost.
        #[test]
        fn every_page_is_one_that_telegram_takes(
            html in texts(),
            limit in prop_oneof![Just(MAX_MESSAGE), Just(MAX_CAPTION), 2_usize..50],
        ) {
            let pages = html.pages(limit);
            for page in &pages {
                prop_assert!(page.length() <= limit);
                prop_assert!(is_whole(page), "{}", page);
                prop_assert!(!page.is_blank() || pages.len() == 1);
            }
            prop_assert_eq!(shown(&pages), shown([&html]));
        }
    }
}
