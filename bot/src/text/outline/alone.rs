//! What the outline says of what happens where nobody acts.

use chrono::TimeDelta;
use domain::{
    code::FieldCode,
    procedure::{Alarm, LimitShift, Prolongs, StandardTime, Step},
};

use crate::text::{phrase::Saying, words::t};

impl Saying<'_> {
    /// "bila tidak ada tindakan dalam 3 hari kerja: Sudah Saya Terima", and the alarms.
    pub(super) fn by_itself(&self, step: &Step) -> Vec<String> {
        let s = self.s;
        let mut said = Vec::new();
        if !step.rests.is_empty() {
            let moment = self.moments(&step.rests);
            said.push(t!(plain s, "outline-rests", moment = moment));
        }
        let alone = step.alone.as_ref();
        if let Some((alone, outcome)) =
            alone.and_then(|alone| Some((alone, step.outcome(&alone.outcome)?)))
        {
            let (time, outcome) = (self.time(alone.after), s.text(&outcome.label));
            let moment = self.moments(&alone.from);
            let is_at_once = alone.after == StandardTime::Minutes(0);
            said.push(match (alone.from.is_empty(), is_at_once) {
                (true, _) => t!(plain s, "outline-alone", time = time, outcome = outcome),
                (false, true) => t!(plain s, "outline-alone-at", moment = moment, outcome = outcome),
                (false, false) => {
                    t!(plain s, "outline-alone-after", time = time, moment = moment, outcome = outcome)
                }
            });
            if alone.exact {
                said.push(t!(plain s, "outline-exact"));
            }
        }
        for alarm in &step.alarms {
            let (moment, roles) = (self.moments(&alarm.from), self.told_by(alarm));
            let (LimitShift::Days(n) | LimitShift::WorkingDays(n) | LimitShift::Minutes(n)) =
                alarm.shift;
            let time = self.distance(alarm.shift);
            said.push(match n {
                0 => t!(plain s, "outline-alarm-at", moment = moment, roles = roles),
                1.. => {
                    t!(plain s, "outline-alarm-after", time = time, moment = moment, roles = roles)
                }
                _ => {
                    t!(plain s, "outline-alarm-before", time = time, moment = moment, roles = roles)
                }
            });
        }
        said
    }

    /// Whom an alarm tells.
    pub(super) fn told_by(&self, alarm: &Alarm) -> String {
        let mut told: Vec<String> = alarm.tell.iter().map(|role| self.role(role)).collect();
        if alarm.tell_applicant {
            told.push(t!(plain self.s, "outline-source-applicant"));
        }
        told.join(", ")
    }

    pub(super) fn prolongs(&self, prolongs: &Prolongs) -> String {
        let (moment, time) = (self.moments(&prolongs.from), self.clock_time(prolongs.by));
        t!(plain self.s, "outline-prolongs", moment = moment, time = time)
    }

    /// "10 hari", whichever side of the moment it lies on.
    fn distance(&self, shift: LimitShift) -> String {
        let s = self.s;
        match shift {
            LimitShift::Days(n) => t!(plain s, "outline-distance-days", n = n.abs()),
            LimitShift::WorkingDays(n) => t!(plain s, "outline-working-days", n = n.abs()),
            LimitShift::Minutes(n) => self.clock_time(TimeDelta::minutes(n.abs())),
        }
    }

    /// The first of several that is answered: "Rencana masuk baru / Rencana masuk".
    pub(super) fn moments(&self, fields: &[FieldCode]) -> String {
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
