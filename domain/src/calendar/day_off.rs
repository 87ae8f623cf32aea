//! Days on which the office does not work, and the national list of them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The national days off: holidays and joint leave.
/// Where each comes from stands in it.
const INDONESIA: &str = include_str!("../../holidays/indonesia.csv");

/// A day on which the office does not work although the weekday is one on which it does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayOff {
    #[serde(rename = "tanggal")]
    pub day: NaiveDate,
    #[serde(rename = "nama")]
    pub name: String,
    #[serde(rename = "jenis")]
    pub kind: DayKind,
    /// The decree that sets it.
    #[serde(rename = "sumber", default)]
    pub source: String,
    /// Nobody has confirmed it yet.
    #[serde(rename = "status", with = "status", default)]
    pub expected: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    #[serde(rename = "libur")]
    Holiday,
    /// Cuti bersama: a day off for civil servants, which stops the clock.
    #[serde(rename = "cuti_bersama")]
    JointLeave,
    /// A day off of this government alone.
    #[serde(rename = "lokal")]
    Local,
}

impl DayKind {
    pub const ALL: [DayKind; 3] = [DayKind::Holiday, DayKind::JointLeave, DayKind::Local];

    /// As it is written in lists.
    pub fn as_str(self) -> &'static str {
        match self {
            DayKind::Holiday => "libur",
            DayKind::JointLeave => "cuti_bersama",
            DayKind::Local => "lokal",
        }
    }
}

impl DayOff {
    /// The national list that Loket knows without any file.
    ///
    /// 2026 and 2027 as the joint decrees of the three ministers have them. The days of 2027 were compared with two
    /// public lists of the decree of 15 September 2026, not with its own text. It leaves Idulfitri and Iduladha to
    /// the minister of religious affairs, so these are expected still.
    pub fn indonesia() -> Result<Vec<DayOff>, csv::Error> {
        csv::ReaderBuilder::new()
            .comment(Some(b'#'))
            .from_reader(INDONESIA.as_bytes())
            .deserialize()
            .collect()
    }
}

/// `tetap` or `perkiraan`.
mod status {
    use serde::{Deserialize, Deserializer, Serializer};

    const FIRM: &str = "tetap";
    const EXPECTED: &str = "perkiraan";

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde passes fields by reference"
    )]
    pub(super) fn serialize<S: Serializer>(
        expected: &bool,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(if *expected { EXPECTED } else { FIRM })
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<bool, D::Error> {
        let text = String::deserialize(deserializer)?;
        Ok(text.trim().eq_ignore_ascii_case(EXPECTED))
    }
}

#[cfg(test)]
mod tests {
    use chrono::Datelike;

    use super::{DayKind, DayOff};

    #[test]
    fn the_national_list_is_complete() {
        let list = DayOff::indonesia().unwrap();
        let count = |year, kind| {
            list.iter()
                .filter(|off| off.day.year() == year && off.kind == kind)
                .count()
        };
        assert_eq!(count(2026, DayKind::Holiday), 17);
        assert_eq!(count(2026, DayKind::JointLeave), 8);
        assert_eq!(count(2027, DayKind::Holiday), 18);
        assert_eq!(count(2027, DayKind::JointLeave), 8);
        // What the decree of 2027 leaves to the minister.
        let open = ["2027-03-10", "2027-03-11", "2027-05-17"];
        let is_open = |off: &DayOff| open.contains(&&*off.day.to_string());
        assert!(list.iter().all(|off| off.expected == is_open(off)));
        assert!(list.iter().all(|off| !off.source.is_empty()));
    }
}
