//! What stands in a column of a register, thought through a second time.

use domain::{
    procedure::{Answer, Answers, Source, SourcePiece},
    request::{RecordedEvent, Request},
};

use super::{ledger::Books, noted::by_clock};

impl Books {
    pub(super) fn read(
        &self,
        source: &Source,
        row: &Answers,
        request: &Request,
        recorded: &RecordedEvent,
    ) -> Option<Answer> {
        let person = |id| Answer::Person {
            id,
            name: String::new(),
        };
        let answer = match source {
            Source::Now => Answer::Moment(recorded.at),
            Source::By if by_clock(&recorded.event) => Answer::Choice("@clock".into()),
            Source::By => person(recorded.by),
            Source::ByAt(step) => match self.deciders.get(step)? {
                Some(by) => person(*by),
                None => Answer::Choice("@clock".into()),
            },
            Source::Applicant => person(request.applicant),
            Source::Answer(code) => self.answers.get(code)?.clone(),
            Source::Cell(_, column) => row.get(column)?.clone(),
            Source::Reason => Answer::Text(recorded.event.reason()?.to_owned()),
            Source::Words(words) => Answer::Written(words.clone()),
            Source::Composed(pieces) => {
                let said = pieces.iter().map(|piece| match piece {
                    SourcePiece::Words(words) => words.clone(),
                    SourcePiece::Of(source) => {
                        let said = self.read(source, row, request, recorded);
                        said.map_or_else(String::new, |said| said.plain())
                    }
                });
                Answer::Text(
                    said.collect::<String>()
                        .split_whitespace()
                        .collect::<Vec<_>>()
                        .join(" "),
                )
            }
        };
        (answer != Answer::Skipped).then_some(answer)
    }
}
