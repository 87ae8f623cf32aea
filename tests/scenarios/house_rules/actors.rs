//! Whoever acts is read in the transaction that writes: a command that takes someone along from before, and begins to write
//! without asking who they are now, does not pass.

use std::collections::BTreeSet;

use syn::{Item, ItemFn};

use super::sources;

/// Commands that change what someone has of their own, each with what it is, and one that asks further down.
const OWN: [(&str, &str); 8] = [
    (
        "calendar::carry_out",
        "asked by what is handed its transaction",
    ),
    ("choose_language::choose_language", "how they are spoken to"),
    ("draft::park", "what they have begun to write"),
    (
        "fill::fill",
        "the same; whether they may send it is asked then",
    ),
    (
        "forget_answers::forget_answers",
        "what is offered to them again",
    ),
    ("pin_card::pin_card", "what stands above their chat"),
    (
        "send::send_from",
        "the draft; what it does is asked where it is done",
    ),
    ("word::keep_words", "what they have said"),
];

/// Whether a function is handed a person as somebody saw them, writes, and asks who acts.
struct Command {
    name: String,
    takes_person: bool,
    writes: bool,
    asks: bool,
}

impl Command {
    fn of(function: &ItemFn, lines: &[&str]) -> Command {
        let braces = function.block.brace_token.span;
        let first = function.sig.fn_token.span.start().line;
        let (open, last) = (braces.open().start().line, braces.close().end().line);
        let head = lines[first - 1..open].join(" ");
        let body = lines[open - 1..last].join(" ");
        Command {
            name: function.sig.ident.to_string(),
            takes_person: head.contains("&Person"),
            writes: body.contains(".db.begin()"),
            asks: body.contains(".actor("),
        }
    }
}

/// The commands in a file.
fn commands(text: &str) -> Vec<Command> {
    let lines: Vec<_> = text.lines().collect();
    let file = syn::parse_file(text).unwrap();
    let functions = file.items.iter().filter_map(|item| match item {
        Item::Fn(function) => Some(Command::of(function, &lines)),
        _ => None,
    });
    functions.collect()
}

#[test]
fn who_acts_is_asked_in_the_transaction_that_writes() {
    let (mut asked, mut unasked) = (0, BTreeSet::new());
    for source in sources(&["domain/src/command"], "rs") {
        let code = source.code().collect::<Vec<_>>().join("\n");
        let all = commands(&code).into_iter();
        for command in all.filter(|it| it.takes_person && it.writes) {
            if command.asks {
                asked += 1;
            } else {
                let file = source.path.rsplit('/').next().unwrap();
                let file = file.trim_end_matches(".rs");
                unasked.insert(format!("{file}::{}", command.name));
            }
        }
    }
    let own: BTreeSet<_> = OWN.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(unasked, own);
    assert!(asked > 15, "{asked}");
}
