//! Buttons about reports on procedures, and about the standards of services.

use domain::{code::ProcedureCode, query::Period};

use super::part::{ButtonPart, press};
use crate::extract::ExtractForm;

press! {
    pub enum ReportPress {
        /// On which procedures reports may be had.
        All = "reports",
        /// Over which time?
        Of(procedure: ProcedureCode) = "report:",
        /// As what kind of file?
        Within { procedure: ProcedureCode, period: Period } = "reportin:",
        /// The file.
        As { procedure: ProcedureCode, period: Period, form: ExtractForm } = "reportas:",
    }
}

press! {
    pub enum StandardPress {
        /// Which services there are.
        All = "standards",
        /// One part of the standard of a service.
        Service { procedure: ProcedureCode, part: StandardPart } = "standard:",
        /// The whole of it on paper.
        Paper(procedure: ProcedureCode) = "standardpdf:",
    }
}

/// The parts of a standard, each as much as one message holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StandardPart {
    /// What it asks for, how long it takes, what it costs, what comes of it, where to complain.
    Service,
    Steps,
    /// The head of the SOP's sheet.
    Sheet,
}

impl StandardPart {
    pub const ALL: [StandardPart; 3] = [
        StandardPart::Service,
        StandardPart::Steps,
        StandardPart::Sheet,
    ];

    fn word(self) -> &'static str {
        match self {
            StandardPart::Service => "all",
            StandardPart::Steps => "steps",
            StandardPart::Sheet => "sop",
        }
    }
}

impl ButtonPart for StandardPart {
    const MOST: usize = 5;

    fn write(&self, data: &mut String) {
        data.push_str(self.word());
    }

    fn read(data: &str) -> Option<StandardPart> {
        StandardPart::ALL.into_iter().find(|it| it.word() == data)
    }
}
