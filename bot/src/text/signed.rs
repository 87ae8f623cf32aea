//! What is said of papers that were signed elsewhere.

use domain::{Text, query::SentBack};
use press::signed::Missigned;

use super::{Html, Speech, words::t};

/// It stands in the place of the one that was made.
pub fn taken(s: &Speech, back: &SentBack, (signatures, file): (usize, &str)) -> Html {
    t!(
        s,
        "signed-taken",
        title = s.text(&back.issue.title),
        ticket = &back.dossier.request.ticket,
        n = signatures,
        print = file
    )
}

/// It does not, and why.
pub fn not_taken(s: &Speech, back: &SentBack, why: Missigned) -> Html {
    let title = s.text(&back.issue.title);
    let mut text = t!(
        s,
        "signed-not-taken",
        title = title,
        ticket = &back.dossier.request.ticket
    );
    text.line(reason(s, why));
    text
}

/// A file that begins as a paper of the office and is none that it has given out.
pub fn begins(s: &Speech, title: &Text, signatures: Result<usize, Missigned>) -> Html {
    let title = s.text(title);
    match signatures {
        Ok(n) => t!(s, "check-file-signed", title = title, n = n),
        Err(why) => {
            let mut text = t!(s, "check-file-altered", title = title);
            text.line(reason(s, why));
            text
        }
    }
}

fn reason(s: &Speech, why: Missigned) -> Html {
    match why {
        Missigned::AnotherPaper | Missigned::Altered => t!(s, "signed-altered"),
        Missigned::Unreadable => t!(s, "signed-unreadable"),
        Missigned::Unsigned => t!(s, "signed-unsigned"),
        Missigned::OfOtherBytes => t!(s, "signed-other-bytes"),
    }
}
