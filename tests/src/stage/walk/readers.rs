//! Who comes to read what officials write: told from what lies in people's chats.

use std::{collections::BTreeSet, fmt::Write};

use bot::{
    button::{Button, RequestPress},
    text::{Words, value::value},
};
use domain::{
    code::{FieldCode, RoleCode},
    id::{PersonId, RequestId},
    procedure::{Answer, Procedure, Readers, Source},
    request::Event,
};

use super::{
    Company, Way,
    paths::Path,
    place::{At, Place},
};

/// Something an official has written, and who has read it by now.
struct Written {
    step: String,
    label: String,
    /// As it begins in a message.
    line: String,
    by: PersonId,
    readers: Readers,
    is_registered: bool,
    /// Whoever is asked something, or refused it, must come to read it.
    is_for_applicant: bool,
    /// Who, and where the request stood then.
    read: Vec<(RoleCode, String)>,
}

/// Of what is told who reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gathers {
    /// What officials answer.
    Answers,
    /// Why they decide so, and what the applicant answers to a question.
    Reasons,
}

impl Company {
    /// Carries a request along a path, and says of each answer of an official's in whose chat it comes to lie, and
    /// where the request stands then. Everything is read by somebody, and nothing that is the office's by the
    /// agency, whatever it opens.
    pub async fn who_reads(&self, path: &Path) -> String {
        let mut written = Vec::new();
        Box::pin(self.goes_along(path, Gathers::Answers, &mut written)).await;
        self.table(&written)
    }

    /// The same of reasons, for a no as for what is sent back, of questions, and of what the applicant answers to
    /// them; `told` are those of which another path has told already.
    pub async fn who_reads_why(&self, path: &Path, told: &mut BTreeSet<String>) -> String {
        let mut written = Vec::new();
        Box::pin(self.goes_along(path, Gathers::Reasons, &mut written)).await;
        // Whoever stands at the counter is told there; nobody of the agency has a chat of it.
        let by_agency = path.opening.role == self.procedure.opens;
        for words in &mut written {
            words.is_for_applicant &= by_agency;
        }
        written.retain(|it| told.insert(format!("{} {}", it.step, it.label)));
        self.table(&written)
    }

    async fn goes_along(&self, path: &Path, what: Gathers, written: &mut Vec<Written>) {
        let request = Box::pin(self.opens(&path.opening, 1, Way::Command)).await;
        let mut place = Place::first(&self.procedure, &path.opening);
        let members = self.members.iter();
        let begins: Vec<usize> = members.map(|member| member.player.now()).collect();
        for (turn, chosen) in path.moves.iter().enumerate() {
            // On odd turns nothing that can be passed over is.
            let turn = 2 * turn + 1;
            Box::pin(self.decides(request, chosen, turn, Way::Command)).await;
            place = place.after(&self.procedure, chosen);
            self.gathers_words(request, what, written).await;
            self.look_who_reads(written, &place, &begins);
        }
        self.opens_everything(request).await;
        self.look_who_reads(written, &place, &begins);
    }

    /// What officials have written that is not among it yet.
    async fn gathers_words(&self, request: RequestId, what: Gathers, written: &mut Vec<Written>) {
        let counter = self.world.counter();
        let speech = Words::load().speech(self.language);
        let history = counter.db.history(request).await.expect("a history");
        let Some(last) = history.last() else {
            return;
        };
        let Event::Decided(decision) = &last.event else {
            return;
        };
        let step = self.procedure.step(&decision.step).expect("a step");
        let outcome = step.outcome(&decision.outcome).expect("its outcome");
        let is_applicants = self.procedure.is_applicants(step);
        if what == Gathers::Reasons {
            if let Some(reason) = &decision.reason {
                let readers = self.procedure.readers_of_reason(step, outcome);
                written.push(Written {
                    step: speech.text(&step.title).to_owned(),
                    label: speech.text(&outcome.label).to_owned(),
                    line: reason.clone(),
                    by: last.by,
                    readers,
                    is_registered: false,
                    is_for_applicant: !is_applicants && readers == Readers::Everyone,
                    read: Vec::new(),
                });
            }
            if !is_applicants || step.repairs {
                return;
            }
        } else if is_applicants {
            return;
        }
        for (code, answer) in decision.answers.iter() {
            let field = self.procedure.field(code).expect("a question");
            if *answer == Answer::Skipped {
                continue;
            }
            let label = speech.text(&field.label).to_owned();
            let shown = value(&speech, &counter.office, field, answer);
            let begins: String = shown.chars().take(60).collect();
            written.push(Written {
                step: speech.text(&step.title).to_owned(),
                line: format!("{label}: {begins}"),
                label,
                by: last.by,
                readers: self.procedure.readers(field),
                is_registered: fills_a_register(&self.procedure, code),
                is_for_applicant: false,
                read: Vec::new(),
            });
        }
    }

    fn look_who_reads(&self, written: &mut [Written], place: &Place, begins: &[usize]) {
        let speech = Words::load().speech(self.language);
        let at = match &place.at {
            At::Step(step) => self.procedure.step(step).map(|step| &step.title),
            At::End(end) => self.procedure.end(end).map(|end| &end.label),
        };
        let at = speech.text(at.expect("it stands somewhere"));
        for (member, begins) in self.members.iter().zip(begins) {
            let chat = member.player.chat_since(*begins);
            for words in written.iter_mut().filter(|it| it.by != member.id) {
                let known = words.read.iter().any(|(role, _)| *role == member.role);
                if !known && chat.contains(&words.line) {
                    words.read.push((member.role.clone(), at.to_owned()));
                }
            }
        }
    }

    /// The applicant looks at everything that a request shows.
    async fn opens_everything(&self, request: RequestId) {
        let found = self.world.counter().db.request(request).await;
        let request = found.expect("requests").expect("the request");
        let applicant = self.member(request.applicant);
        for press in [RequestPress::Answers, RequestPress::History] {
            let request = request.token.clone();
            self.presses(applicant, &Button::Request { request, press })
                .await;
        }
    }

    fn table(&self, written: &[Written]) -> String {
        let counter = self.world.counter();
        let speech = Words::load().speech(self.language);
        let mut table = String::new();
        let mut step = "";
        for words in written {
            if words.step != step {
                step = &words.step;
                writeln!(table, "{step}").expect("a line");
            }
            let agency = words
                .read
                .iter()
                .any(|(role, _)| *role == self.procedure.opens);
            assert!(
                !agency || words.readers == Readers::Everyone,
                "the agency reads {}",
                words.line
            );
            assert!(
                agency || !words.is_for_applicant,
                "the agency does not read {}",
                words.line
            );
            let mut read: Vec<_> = words
                .read
                .iter()
                .map(|(role, at)| {
                    let title = counter.office.title(role);
                    format!("{} ({at})", speech.text(&title))
                })
                .collect();
            if words.is_registered {
                read.push("register".to_owned());
            }
            assert!(!read.is_empty(), "nobody reads {}", words.line);
            writeln!(table, "  {} → {}", words.label, read.join(", ")).expect("a line");
        }
        table
    }
}

fn fills_a_register(procedure: &Procedure, code: &FieldCode) -> bool {
    let fills = procedure.registers.iter().flat_map(|entry| &entry.fill);
    fills
        .map(|(_, source)| source)
        .any(|source| *source == Source::Answer(code.clone()))
}
