//! Words of a person's in a button, as many as it carries.

use super::part::Part;

/// At most so many bytes of text. What is longer is put on no button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words<const MOST: usize>(String);

impl<const MOST: usize> Words<MOST> {
    pub fn new(words: &str) -> Option<Words<MOST>> {
        (words.len() <= MOST).then(|| Words(words.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MOST: usize> Part for Words<MOST> {
    const MOST: usize = MOST;

    fn write(&self, data: &mut String) {
        data.push_str(&self.0);
    }

    fn read(data: &str) -> Option<Words<MOST>> {
        Words::new(data)
    }
}
