//! What the outline says of what happens where nobody acts.

use chrono::TimeDelta;
use domain::{
    code::FieldCode,
    procedure::{Prolongs, StandardTime, Step},
};

use crate::text::{phrase::Saying, words::t};

impl Saying<'_> {
    /// "bila tidak ada tindakan dalam 3 hari kerja: Sudah Saya Terima", and the alarms.
    pub(super) fn by_itself(&self, step: &Step) -> Vec<String> {
        let s = self.s;
        let mut said = Vec::new();
        let alone = step.alone.as_ref();
        if let Some((alone, outcome)) =
            alone.and_then(|alone| Some((alone, step.outcome(&alone.outcome)?)))
        {
            let (time, outcome) = (self.time(alone.after), s.text(&outcome.label));
            said.push(if alone.from.is_empty() {
                t!(plain s, "outline-alone", time = time, outcome = outcome)
            } else {
                let moment = self.moments(&alone.from);
                t!(plain s, "outline-alone-after", time = time, moment = moment, outcome = outcome)
            });
        }
        for alarm in &step.alarms {
            let (moment, roles) = (self.moments(&alarm.from), self.roles(&alarm.tell));
            said.push(if alarm.after.is_zero() {
                t!(plain s, "outline-alarm-at", moment = moment, roles = roles)
            } else {
                let time = self.clock_time(alarm.after);
                t!(plain s, "outline-alarm-after", time = time, moment = moment, roles = roles)
            });
        }
        said
    }

    pub(super) fn prolongs(&self, prolongs: &Prolongs) -> String {
        let (moment, time) = (self.moments(&prolongs.from), self.clock_time(prolongs.by));
        t!(plain self.s, "outline-prolongs", moment = moment, time = time)
    }

    /// The first of several that is answered: "Rencana masuk baru / Rencana masuk".
    fn moments(&self, fields: &[FieldCode]) -> String {
        let labels: Vec<_> = fields.iter().map(|field| self.label(field)).collect();
        labels.join(" / ")
    }

    fn clock_time(&self, time: TimeDelta) -> String {
        let minutes = u32::try_from(time.num_minutes()).unwrap_or_default();
        self.time(match minutes {
            0 => StandardTime::Minutes(0),
            minutes if minutes % 60 == 0 => StandardTime::Hours(minutes / 60),
            minutes => StandardTime::Minutes(minutes),
        })
    }
}
