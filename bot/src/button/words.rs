//! Words of a person's in a button, as many as it carries.

use super::part::ButtonPart;

/// At most so many bytes of text. What is longer is put on no button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ButtonText<const MOST: usize>(String);

impl<const MOST: usize> ButtonText<MOST> {
    pub fn new(words: &str) -> Option<ButtonText<MOST>> {
        (words.len() <= MOST).then(|| ButtonText(words.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MOST: usize> ButtonPart for ButtonText<MOST> {
    const MOST: usize = MOST;

    fn write(&self, data: &mut String) {
        data.push_str(&self.0);
    }

    fn read(data: &str) -> Option<ButtonText<MOST>> {
        ButtonText::new(data)
    }
}
