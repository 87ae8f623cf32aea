//! A name of a type is enough to know which is meant: nobody has to look at the imports first.

use std::{collections::BTreeMap, fmt::Write};

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Item, Macro,
    visit::{self, Visit},
};

use super::{Source, sources};

/// Names that several types may have, and why.
const SEVERAL: [(&str, &str); 1] = [("Model", "a row, as the database library wants it called")];

/// Structs, enums, unions, traits and aliases by their name, each with where it is defined. Those of tests
/// and those that macros make count too; what belongs to an `impl` does not.
type Defined = BTreeMap<String, Vec<String>>;

#[test]
fn a_type_name_means_one_thing() {
    let said = doubles(&sources(&["domain/src", "bot/src", "bot/press/src"], "rs"));
    assert!(said.is_empty(), "{said}");
}

/// What is to be said about names that mean several things.
fn doubles(sources: &[Source]) -> String {
    let mut defined = Defined::new();
    for source in sources {
        let file = syn::parse_file(&source.text);
        let file = file.unwrap_or_else(|error| panic!("{}: {error}", source.path));
        let mut reader = Reader {
            path: &source.path,
            defined: &mut defined,
        };
        reader.visit_file(&file);
    }
    let mut said = String::new();
    for (name, places) in defined {
        let may = SEVERAL.iter().any(|(several, _)| *several == name);
        if places.len() > 1 && !may {
            writeln!(said, "{name} means several things:").unwrap();
            for place in places {
                writeln!(said, "    {place}").unwrap();
            }
        }
    }
    said
}

struct Reader<'a> {
    path: &'a str,
    defined: &'a mut Defined,
}

impl Reader<'_> {
    fn note(&mut self, name: &syn::Ident) {
        let place = format!("{}:{}", self.path, name.span().start().line);
        let places = self.defined.entry(name.to_string()).or_default();
        places.push(place);
    }

    /// What a macro is given, or makes.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut defines = false;
        for token in tokens {
            match token {
                TokenTree::Ident(name) if defines => {
                    self.note(&name);
                    defines = false;
                }
                TokenTree::Ident(word) => {
                    defines = ["struct", "enum", "union", "trait"]
                        .iter()
                        .any(|it| word == it);
                }
                TokenTree::Group(group) => {
                    self.tokens(group.stream());
                    defines = false;
                }
                _ => defines = false,
            }
        }
    }
}

impl<'a> Visit<'a> for Reader<'_> {
    fn visit_item(&mut self, item: &'a Item) {
        match item {
            Item::Struct(it) => self.note(&it.ident),
            Item::Enum(it) => self.note(&it.ident),
            Item::Union(it) => self.note(&it.ident),
            Item::Trait(it) => self.note(&it.ident),
            Item::Type(it) => self.note(&it.ident),
            _ => {}
        }
        visit::visit_item(self, item);
    }

    fn visit_macro(&mut self, it: &'a Macro) {
        self.tokens(it.tokens.clone());
    }
}

#[test]
fn a_name_with_two_meanings_is_found_wherever_it_hides() {
    let source = |path: &str, text: &str| Source {
        path: path.to_owned(),
        text: text.to_owned(),
    };
    let said = doubles(&[
        source(
            "a.rs",
            "pub struct Desk;\npub struct Model;\nimpl It for Desk { type Err = (); }",
        ),
        source(
            "b.rs",
            "fn f() {\n    enum Desk {}\n}\nstruct Model; impl It for B { type Err = (); }",
        ),
        source(
            "c.rs",
            "press! {\n    /// Words.\n    pub enum Page { A = \"a\" }\n}\nmod tests { type Page = u8; }",
        ),
    ]);
    assert_eq!(
        said,
        "Desk means several things:
    a.rs:1
    b.rs:2
Page means several things:
    c.rs:3
    c.rs:5
"
    );
}

#[test]
fn only_names_that_several_types_have_are_excepted() {
    let all = sources(&["domain/src", "bot/src"], "rs");
    for (name, _) in SEVERAL {
        let defined = all
            .iter()
            .filter(|it| it.text.contains(&format!("{name} {{")));
        assert!(defined.count() > 1, "{name} needs no exception");
    }
}
