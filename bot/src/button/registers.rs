//! Buttons about the registers.

use domain::{
    code::{PaperCode, ProcedureCode, RegisterCode},
    id::LineId,
};

use super::{
    ButtonText, Mark,
    part::{ButtonPart, press},
};
use crate::extract::ExtractForm;

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
        /// To take a register along: of which year?
        Extract(register: RegisterCode) = "take:",
        /// Of one year, or all: as what kind of file?
        ExtractOf { register: RegisterCode, year: Option<i32> } = "takes:",
        /// The file.
        ExtractAs { register: RegisterCode, year: Option<i32>, form: ExtractForm } = "taken:",
        /// Numbers that were written on paper: which were entered, and for which service one is to be.
        Numbers = "numbers",
        /// For which paper of a service?
        NumbersOf(procedure: ProcedureCode) = "numbersof:",
        /// To enter one.
        EnterNumber { procedure: ProcedureCode, paper: Mark<PaperCode> } = "number:",
    }
}

impl ButtonPart for ExtractForm {
    const MOST: usize = 4;

    fn write(&self, data: &mut String) {
        data.push_str(self.ending());
    }

    fn read(data: &str) -> Option<ExtractForm> {
        ExtractForm::ALL.into_iter().find(|it| it.ending() == data)
    }
}
