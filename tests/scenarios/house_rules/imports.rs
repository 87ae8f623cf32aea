//! Which file of a crate names what of which other file, read from the source.
//!
//! What a path means is found as the compiler finds it: by the modules, their items and their `use`s, so a
//! re-export leads to the file that defines the item. Tests are left out. What an inline module or a macro's
//! arguments name counts for the file they stand in; methods do not count, they name no file.

use std::collections::{BTreeMap, HashMap, HashSet};

use proc_macro2::{Spacing, TokenStream, TokenTree};
use syn::{
    Attribute, Ident, ImplItemFn, Item, ItemFn, ItemImpl, ItemMod, ItemUse, Macro, UseTree,
    visit::{self, Visit},
};

/// What one file names of others: of which file, and in which line first.
pub(super) type Imports = BTreeMap<String, BTreeMap<String, usize>>;

/// The imports of the crate that begins at `root`; `text` knows the files.
pub(super) fn of_crate(root: &str, text: &dyn Fn(&str) -> Option<String>) -> Imports {
    let mut reader = Reader {
        text,
        modules: Vec::new(),
        here: 0,
    };
    let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
    reader.read(root.to_owned(), folder.to_owned(), None);
    House(reader.modules).imports()
}

/// A module, as its file tells it.
struct Module {
    file: String,
    /// Where the files of its children lie.
    folder: String,
    parent: Option<usize>,
    children: HashMap<String, usize>,
    items: HashSet<String>,
    /// What names lead elsewhere: the `use`s.
    uses: Vec<(String, Vec<String>)>,
    globs: Vec<Vec<String>>,
    /// Every path that is named, and its line.
    named: Vec<(Vec<String>, usize)>,
}

struct Reader<'a> {
    text: &'a dyn Fn(&str) -> Option<String>,
    modules: Vec<Module>,
    here: usize,
}

impl Reader<'_> {
    fn read(&mut self, file: String, folder: String, parent: Option<usize>) {
        let text = (self.text)(&file).unwrap_or_else(|| panic!("{file} is missing"));
        let parsed = syn::parse_file(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
        self.within(file, folder, parent, |reader| reader.visit_file(&parsed));
    }

    /// Reads a module; names are looked up in it meanwhile.
    fn within(
        &mut self,
        file: String,
        folder: String,
        parent: Option<usize>,
        read: impl FnOnce(&mut Self),
    ) {
        let before = self.here;
        self.here = self.modules.len();
        self.modules.push(Module {
            file,
            folder,
            parent,
            children: HashMap::new(),
            items: HashSet::new(),
            uses: Vec::new(),
            globs: Vec::new(),
            named: Vec::new(),
        });
        read(self);
        self.here = before;
    }

    fn module(&mut self) -> &mut Module {
        &mut self.modules[self.here]
    }

    fn uses(&mut self, tree: &UseTree, mut path: Vec<String>) {
        match tree {
            UseTree::Path(it) => {
                path.push(it.ident.to_string());
                self.uses(&it.tree, path);
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.uses(tree, path.clone());
                }
            }
            UseTree::Name(it) => self.use_as(&it.ident, &it.ident, path),
            UseTree::Rename(it) => self.use_as(&it.ident, &it.rename, path),
            UseTree::Glob(it) => {
                let line = it.star_token.spans[0].start().line;
                self.module().globs.push(path.clone());
                self.module().named.push((path, line));
            }
        }
    }

    fn use_as(&mut self, item: &Ident, name: &Ident, mut path: Vec<String>) {
        let line = item.span().start().line;
        if item != "self" {
            path.push(item.to_string());
        }
        let name = if name == "self" {
            path.last().cloned().unwrap_or_default()
        } else {
            name.to_string()
        };
        self.module().uses.push((name, path.clone()));
        self.module().named.push((path, line));
    }

    /// The paths among the arguments of a macro. A single word there may be anything, so it is none.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<Ident> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(word) if colons == 2 => path.push(word),
                TokenTree::Punct(it) if it.as_char() == ':' => {
                    let joined = colons == 1 || it.spacing() == Spacing::Joint;
                    colons = if joined { colons + 1 } else { 0 };
                    continue;
                }
                other => {
                    self.path_ends(&mut path);
                    match other {
                        TokenTree::Ident(word) => path.push(word),
                        TokenTree::Group(group) => self.tokens(group.stream()),
                        _ => {}
                    }
                }
            }
            colons = 0;
        }
        self.path_ends(&mut path);
    }

    fn path_ends(&mut self, path: &mut Vec<Ident>) {
        let words = std::mem::take(path);
        if words.len() > 1 {
            self.names(words.iter());
        }
    }

    fn names<'a>(&mut self, mut path: impl Iterator<Item = &'a Ident> + Clone) {
        let Some(first) = path.clone().next() else {
            return;
        };
        let line = first.span().start().line;
        let path = path.by_ref().map(ToString::to_string).collect();
        self.module().named.push((path, line));
    }
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|it| {
        let only = |list: &syn::MetaList| list.tokens.to_string() == "test";
        it.path().is_ident("cfg") && it.meta.require_list().is_ok_and(only)
    })
}

fn name_of(item: &Item) -> Option<&Ident> {
    match item {
        Item::Const(it) => Some(&it.ident),
        Item::Enum(it) => Some(&it.ident),
        Item::Fn(it) => Some(&it.sig.ident),
        Item::Macro(it) => it.ident.as_ref(),
        Item::Static(it) => Some(&it.ident),
        Item::Struct(it) => Some(&it.ident),
        Item::Trait(it) => Some(&it.ident),
        Item::Type(it) => Some(&it.ident),
        _ => None,
    }
}

impl<'a> Visit<'a> for Reader<'_> {
    fn visit_item(&mut self, item: &'a Item) {
        if let Some(name) = name_of(item) {
            self.module().items.insert(name.to_string());
        }
        visit::visit_item(self, item);
    }

    fn visit_item_mod(&mut self, module: &'a ItemMod) {
        // What lies elsewhere is another crate's, and is looked at there.
        let is_elsewhere = module.attrs.iter().any(|it| it.path().is_ident("path"));
        if is_for_tests(&module.attrs) || is_elsewhere {
            return;
        }
        let name = module.ident.to_string();
        let next = self.modules.len();
        self.module().children.insert(name.clone(), next);
        let here = self.here;
        let folder = format!("{}/{name}", self.module().folder);
        let Some((_, items)) = &module.content else {
            let beside = format!("{folder}.rs");
            let within = format!("{folder}/mod.rs");
            let file = (self.text)(&beside).map_or(within, |_| beside);
            return self.read(file, folder, Some(here));
        };
        let file = self.module().file.clone();
        self.within(file, folder, Some(here), |reader| {
            for item in items {
                reader.visit_item(item);
            }
        });
    }

    fn visit_item_use(&mut self, item: &'a ItemUse) {
        if !is_for_tests(&item.attrs) {
            self.uses(&item.tree, Vec::new());
        }
    }

    fn visit_item_fn(&mut self, item: &'a ItemFn) {
        if !is_for_tests(&item.attrs) {
            visit::visit_item_fn(self, item);
        }
    }

    fn visit_item_impl(&mut self, item: &'a ItemImpl) {
        if !is_for_tests(&item.attrs) {
            visit::visit_item_impl(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'a ImplItemFn) {
        if !is_for_tests(&item.attrs) {
            visit::visit_impl_item_fn(self, item);
        }
    }

    fn visit_path(&mut self, path: &'a syn::Path) {
        self.names(path.segments.iter().map(|it| &it.ident));
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'a Macro) {
        self.visit_path(&call.path);
        self.tokens(call.tokens.clone());
    }
}

/// All modules of a crate, the root first.
struct House(Vec<Module>);

/// What a path leads to.
#[derive(Clone, Copy)]
enum Found {
    Module(usize),
    /// Something that this module defines.
    Item(usize),
}

/// Names that were asked for on one way, and where: whoever asks again goes in a circle.
type Asked<'a> = HashSet<(usize, &'a str)>;

impl House {
    fn imports(&self) -> Imports {
        let mut imports = Imports::new();
        for (at, module) in self.0.iter().enumerate() {
            let from = imports.entry(module.file.clone()).or_default();
            for (path, line) in &module.named {
                // Whoever names a module names it for what is in it, and that is named too.
                let Some(Found::Item(to)) = self.find(at, path, &mut Asked::new()) else {
                    continue;
                };
                let to = &self.0[to].file;
                if *to != module.file {
                    let first = from.entry(to.clone()).or_insert(*line);
                    *first = (*first).min(*line);
                }
            }
        }
        imports
    }

    fn find<'a>(&'a self, from: usize, path: &'a [String], asked: &mut Asked<'a>) -> Option<Found> {
        let (first, rest) = path.split_first()?;
        let found = match first.as_str() {
            "crate" => Found::Module(0),
            "self" => Found::Module(from),
            "super" => Found::Module(self.0[from].parent?),
            name => self.look(from, name, asked)?,
        };
        rest.iter()
            .try_fold(found, |found, name| match (found, name.as_str()) {
                (Found::Module(at), "super") => self.0[at].parent.map(Found::Module),
                (Found::Module(at), name) => self.look(at, name, asked),
                // A variant, a constant, a function of a type.
                (item, _) => Some(item),
            })
    }

    /// What a name means within a module.
    fn look<'a>(&'a self, at: usize, name: &'a str, asked: &mut Asked<'a>) -> Option<Found> {
        let module = &self.0[at];
        if let Some(child) = module.children.get(name) {
            return Some(Found::Module(*child));
        }
        if module.items.contains(name) {
            return Some(Found::Item(at));
        }
        if !asked.insert((at, name)) {
            return None;
        }
        let mut uses = module.uses.iter().filter(|(it, _)| it == name);
        let found = uses.find_map(|(_, path)| self.find(at, path, asked));
        found.or_else(|| {
            let mut globs = module.globs.iter();
            globs.find_map(|path| match self.find(at, path, asked)? {
                Found::Module(within) => self.look(within, name, asked),
                // The variants of an enum.
                Found::Item(_) => None,
            })
        })
    }
}
