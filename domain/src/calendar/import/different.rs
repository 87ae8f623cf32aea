//! A list that says that a day is of another kind than is known: neither believed nor passed over.

use super::{Calendar, DayKind, DayOff, Imported};

/// A day off as it is known, and the kind of which a file says that it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Different {
    pub known: DayOff,
    pub kind: DayKind,
}

impl Different {
    /// As it is where the file is right after all: nothing but the kind changes.
    pub fn as_told(&self) -> DayOff {
        DayOff {
            kind: self.kind,
            ..self.known.clone()
        }
    }
}

impl Imported {
    /// Held against a calendar before anybody has looked at it: of what kind a day is that the file does not say is known
    /// here, and a day that is of another kind here is not taken over unless somebody wants it so.
    #[must_use]
    pub fn held_against(mut self, calendar: &Calendar) -> Imported {
        for off in &mut self.days {
            if let Some(there) = calendar.days_off.get(&off.day)
                && self.kindless.contains(&off.day)
            {
                off.kind = there.kind;
            }
        }
        let different = calendar.compare(&self.days).different.into_iter();
        self.left_out.extend(different.map(|it| it.known.day));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::super::{DayKind, DayOff, read};
    use crate::{
        calendar::{CalendarAct, Overlay},
        office::Office,
    };

    /// A list that names no decree and says that a day is of another kind is neither believed nor passed over: it is shown,
    /// and nothing but the kind changes where somebody picks the day.
    #[test]
    fn another_kind_is_shown_and_not_believed() {
        let calendar = Office::built_in().unwrap().calendar;
        let told = |text: &str| {
            let told = read("libur.csv", text.as_bytes()).unwrap();
            told.held_against(&calendar)
        };
        let picked = told("tanggal;nama;jenis\n17-08-2026;Upacara;lokal\n25-12-2026;Natal;libur\n");
        let compared = calendar.compare(&picked.days);
        let [different] = &compared.different[..] else {
            panic!("{compared:?}");
        };
        assert_eq!((compared.same, different.kind), (1, DayKind::Local));
        let known = &calendar.days_off[&"2026-08-17".parse().unwrap()];
        assert_eq!(different.known, *known);
        assert_eq!(picked.taken().len(), 1, "it is left out until it is picked");
        let mut picked = picked;
        assert!(picked.turn(known.day));
        let act = CalendarAct::Import(picked.taken());
        let entries = calendar.plan(&Overlay::default(), &act).unwrap();
        let entered: Vec<_> = entries.days.into_iter().map(|entry| entry.off).collect();
        let local = DayOff {
            kind: DayKind::Local,
            ..known.clone()
        };
        assert_eq!(entered, [local]);

        // Of what kind a day is that the list does not say is known here: no list of joint leaves is shown for nothing.
        let leave = calendar
            .days_of(2026)
            .find(|off| off.kind == DayKind::JointLeave)
            .unwrap();
        for text in [
            "tanggal;nama\n{};Cuti\n",
            "tanggal;nama;jenis;sumber\n{};Cuti;;Edaran\n",
        ] {
            let list = told(&text.replace("{}", &leave.day.to_string()));
            let compared = calendar.compare(&list.days);
            assert_eq!(
                (compared.same, compared.different.len()),
                (1, 0),
                "{compared:?}"
            );
        }
    }
}
