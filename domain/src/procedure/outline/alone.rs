//! What the outline says of what happens where nobody acts.

use std::fmt::Write;

use chrono::TimeDelta;

use super::phrases::Phrases;
use crate::{
    code::FieldCode,
    procedure::{Prolongs, StandardTime, step::Step},
};

impl Phrases<'_> {
    /// "; bila tidak ada tindakan dalam 3 hari kerja: Sudah Saya Terima", and the alarms.
    pub(super) fn by_itself(&self, step: &Step) -> String {
        let mut said = String::new();
        let alone = step.alone.as_ref();
        if let Some((alone, outcome)) =
            alone.and_then(|alone| Some((alone, step.outcome(&alone.outcome)?)))
        {
            let out = self.say("; bila tidak ada tindakan dalam", "; if nobody acts within");
            let _ = write!(said, "{out} {}", self.time(alone.after));
            if !alone.from.is_empty() {
                let after = self.say("sesudah", "after");
                let _ = write!(said, " {after} {}", self.moments(&alone.from));
            }
            let _ = write!(said, ": {}", self.text(&outcome.label));
        }
        for alarm in &step.alarms {
            let (from, roles) = (self.moments(&alarm.from), self.roles(&alarm.tell));
            let when = if alarm.after.is_zero() {
                format!("{} {from}", self.say("pada", "at"))
            } else {
                let after = self.say("sesudah", "after");
                format!("{} {after} {from}", self.plain(alarm.after))
            };
            let warns = self.say("memperingatkan", "warns");
            let _ = write!(said, "; {when} {warns} {roles}");
        }
        said
    }

    pub(super) fn prolongs(&self, prolongs: &Prolongs) -> String {
        let (from, by) = (self.moments(&prolongs.from), self.plain(prolongs.by));
        format!("{} {from} {by}", self.say("mengundurkan", "puts off"))
    }

    /// The first of several that is answered: "Rencana masuk baru / Rencana masuk".
    fn moments(&self, fields: &[FieldCode]) -> String {
        let labels: Vec<_> = fields.iter().map(|field| self.label(field)).collect();
        labels.join(" / ")
    }

    fn plain(&self, time: TimeDelta) -> String {
        let minutes = u32::try_from(time.num_minutes()).unwrap_or_default();
        self.time(match minutes {
            0 => StandardTime::Minutes(0),
            minutes if minutes % 60 == 0 => StandardTime::Hours(minutes / 60),
            minutes => StandardTime::Minutes(minutes),
        })
    }
}
