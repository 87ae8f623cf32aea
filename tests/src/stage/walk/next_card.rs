//! What was written at a step is read at the next one, and what is the office's by no agency: told from what lies in
//! people's chats, and thought through from the file alone.

use bot::{
    button::{Button, CardPress, RequestPress},
    text::{Words, value::value},
};
use domain::{
    id::RequestId,
    procedure::{Answer, Readers, condition::is_noted},
    request::{Decision, Event, Request, Task},
};

use super::{Company, Member};

/// Something that was written, as it begins in a message.
struct Begins {
    /// The label, of an answer.
    label: Option<String>,
    words: String,
    readers: Readers,
    /// A reason that the file holds ready.
    is_usual: bool,
}

impl Begins {
    /// As it stands in a message, beside what stood there before or not.
    fn stands_in(&self, text: &str) -> bool {
        match &self.label {
            Some(label) => {
                text.contains(&format!("{label}: {}", self.words))
                    || text.contains(label) && text.contains(&format!("→ {}", self.words))
            }
            None => text.contains(&self.words),
        }
    }
}

impl Company {
    /// Whatever the applicant opens, they read nothing that is the office's.
    pub(super) async fn the_applicant_reads_what_is_theirs(&self, request: RequestId) {
        let found = self.world.counter().db.request(request).await;
        let request = found.expect("requests").expect("the request");
        let applicant = self.member(request.applicant);
        for press in [
            RequestPress::Answers,
            RequestPress::Files,
            RequestPress::History,
        ] {
            let request = request.token.clone();
            let button = Button::Request { request, press };
            if self.seen(applicant).iter().any(|(_, seen)| *seen == button) {
                self.presses(applicant, &button).await;
            }
        }
        self.what_was_written_is_read(&request, None).await;
    }

    /// Each holder of the open task reads on its card all that was written in the decision that led to it, or has a
    /// button for the rest; and nothing that is the office's has come to lie in the applicant's chat.
    pub(super) async fn what_was_written_is_read(&self, request: &Request, task: Option<&Task>) {
        let db = self.world.counter().db;
        let history = db.history(request.id).await.expect("a history");
        let decisions = history.iter().filter_map(|it| match &it.event {
            Event::Decided(decision) => Some((it.seq, decision)),
            _ => None,
        });
        let decisions: Vec<_> = decisions.collect();
        let applicant = self.member(request.applicant);
        let is_agency = applicant.role == self.procedure.opens;
        if is_agency {
            let chat = applicant.player.chat();
            let written = decisions.iter().flat_map(|(_, it)| self.begins(it));
            // A usual reason stands without a label, and its words may be those of an answer.
            let inner = |it: &Begins| it.readers == Readers::Office && !it.is_usual;
            for words in written.filter(inner) {
                let read = words.stands_in(&chat);
                assert!(
                    !read,
                    "the agency reads {:?} {}\n{chat}",
                    words.label, words.words
                );
            }
        }
        let Some(task) = task else {
            return;
        };
        let Some((_, last)) = decisions
            .iter()
            .rev()
            .find(|(seq, _)| *seq <= task.opened_seq)
        else {
            return;
        };
        let is_applicants = task.role == self.procedure.opens;
        let mut written = self.begins(last);
        written.retain(|it| !is_applicants || it.readers == Readers::Everyone);
        for holder in self.holders(request, task) {
            let Some((mut card, whole)) = self.newest_card(holder) else {
                continue;
            };
            // What does not stand on it is a tap away.
            if let Some(whole) = whole.filter(|_| !written.iter().all(|it| it.stands_in(&card))) {
                let then = holder.player.now();
                self.presses(holder, &whole).await;
                card = holder.player.chat_since(then);
            }
            for it in &written {
                let (name, words) = (&holder.player.name, &it.words);
                assert!(
                    it.stands_in(&card),
                    "{name} does not read {:?} {words} on\n{card}",
                    it.label
                );
            }
        }
    }

    /// The answers and the reason of a decision, as they begin in a message.
    fn begins(&self, decision: &Decision) -> Vec<Begins> {
        let office = &self.world.counter().office;
        let speech = Words::load().speech(self.language);
        let Some(step) = self.procedure.step(&decision.step) else {
            return Vec::new();
        };
        let answers = decision.answers.iter();
        let answers =
            answers.filter(|(code, answer)| **answer != Answer::Skipped && !is_noted(code));
        let mut begins: Vec<Begins> = answers
            .map(|(code, answer)| {
                let field = self.procedure.field(code).expect("a question");
                let shown = value(&speech, office, field, answer);
                Begins {
                    label: Some(speech.text(&field.label).to_owned()),
                    words: shown.chars().take(60).collect(),
                    readers: self.procedure.readers(field),
                    is_usual: false,
                }
            })
            .collect();
        if let (Some(reason), Some(outcome)) = (&decision.reason, step.outcome(&decision.outcome)) {
            // The usual reasons are read in one's own language.
            let usual = self.procedure.ready_reason(reason);
            begins.push(Begins {
                label: None,
                words: usual
                    .map_or(reason.as_str(), |it| speech.text(it))
                    .to_owned(),
                readers: self.procedure.readers_of_reason(step, outcome),
                is_usual: usual.is_some(),
            });
        }
        begins
    }

    /// The card from which somebody can decide, as it stands, and where there is more than it shows, the button for that.
    fn newest_card(&self, member: &Member) -> Option<(String, Option<Button>)> {
        let seen = self.seen(member);
        let presses = |button: &Button, wanted: fn(&CardPress) -> bool| match button {
            Button::Card { press, .. } => wanted(press),
            _ => false,
        };
        let decides =
            |it: &CardPress| matches!(it, CardPress::Outcome(_) | CardPress::ChosenBy { .. });
        let (card, _) = seen.iter().rev().find(|(_, it)| presses(it, decides))?;
        let mut more = seen.iter().filter(|(message, _)| message == card);
        let whole = more.find(|(_, it)| presses(it, |it| *it == CardPress::Whole));
        let whole = whole.map(|(_, it)| it.clone());
        let text = self.world.telegram.look(member.player.user, |chat| {
            chat.message(*card).map(|it| it.text.clone())
        });
        text.map(|text| (text, whole))
    }
}
