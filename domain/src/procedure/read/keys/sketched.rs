//! Keys of a file in which everything stands: it is noted what a reader asks for.

use toml::de::DeTable;

use super::{
    super::{
        complaint::Complaints,
        sketch::{KeySort, Sketch},
    },
    Keys,
};

impl<'a> Keys<'a> {
    /// A block in which everything stands, whatever is asked for.
    pub(crate) fn sketched(
        noun: &'static str,
        table: &'a DeTable<'a>,
        complaints: &'a Complaints<'a>,
        sketch: &'a Sketch,
    ) -> Keys<'a> {
        sketch.begins(noun);
        Keys {
            sketch: Some(sketch),
            ..Keys::new(noun, 0, table, complaints)
        }
    }

    /// Whether it is only noted what could stand here.
    pub(crate) fn is_sketch(&self) -> bool {
        self.sketch.is_some()
    }

    pub(crate) fn note(&self, key: &'static str, sort: KeySort) {
        if let Some(sketch) = self.sketch {
            sketch.note(self.noun, key, sort);
        }
    }

    pub(super) fn explain(&self, key: &'static str, why: &str) {
        if let Some(sketch) = self.sketch {
            sketch.explain(self.noun, key, why);
        }
    }

    /// The block behind a key, where it is noted for the first time what it holds.
    pub(super) fn sketched_block(
        &self,
        key: &'static str,
        noun: &'static str,
        list: bool,
    ) -> Option<Keys<'a>> {
        let sketch = self.sketch?;
        let block = KeySort::Block(noun);
        self.note(
            key,
            if list {
                KeySort::List(Box::new(block))
            } else {
                block
            },
        );
        let is_new = sketch.begins(noun);
        is_new.then(|| Keys::sketched(noun, self.table, self.complaints, sketch))
    }
}
