//! Buttons about the registers.

use domain::{code::RegisterCode, id::LineId};

use super::{ButtonText, part::press};

press! {
    pub enum RegistersPress {
        /// Which registers there are.
        All = "registers",
        /// A page of a register; only its open lines, or all.
        Leaf { register: RegisterCode, open: bool, page: u64 } = "reg:",
        /// A page of the lines that hold these words.
        Find { page: u64, words: ButtonText<52> } = "find:",
        /// One line of a register in full.
        Line(line: LineId) = "line:",
        /// The request that a line was written for.
        Request(line: LineId) = "of:",
    }
}
