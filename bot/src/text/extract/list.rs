//! A register as a list: its own columns between the number of each line and how it stands.

use chrono::{DateTime, Utc};
use domain::{
    Text,
    office::{Column, Office, Register},
    procedure::{Answer, Catalogue},
    query::{ColumnHolds, ExtractLine, column_holds},
    register::Cell,
};
use press::{
    Tongue,
    list::{ColumnKind, Datum, ListColumn, ListPlan},
};

use crate::text::{
    Speech,
    register::{names, value},
    value::phone,
    words::t,
};

/// The columns of an extract, in the words of one language.
#[derive(Debug, Clone)]
pub struct ExtractList {
    columns: Vec<OwnColumn>,
    register: Register,
    plan: ListPlan,
}

/// A column of the register, and the unit that stands in its heading.
#[derive(Debug, Clone)]
struct OwnColumn {
    column: Column,
    unit: Option<Text>,
}

/// Where the columns stand that are no register's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListAt {
    /// The number within the year.
    Number,
    /// A column of the register, or its agency or ticket.
    Fact,
    /// Whether the line is open, since when, until when.
    Standing,
}

impl ExtractList {
    pub fn of(
        s: &Speech,
        office: &Office,
        catalogue: &Catalogue,
        register: &Register,
    ) -> ExtractList {
        let zone = &office.zone_name;
        let mut plan = ListPlan {
            name: s.text(&register.title).to_owned(),
            tongue: tongue(s),
            columns: vec![heading(
                t!(plain s, "extract-number"),
                ColumnKind::Whole,
                false,
            )],
        };
        let mut columns = Vec::new();
        for column in &register.columns {
            let label = s.text(&column.label);
            let held = column_holds(catalogue, &register.code, &column.code);
            let (holds, unit) = match held {
                ColumnHolds::Words => (ColumnKind::Text, None),
                ColumnHolds::Whole(unit) => (ColumnKind::Whole, unit),
                ColumnHolds::Decimal(unit) => (ColumnKind::Decimal, unit),
                ColumnHolds::Date => (ColumnKind::Date, None),
                ColumnHolds::Moment => (ColumnKind::Moment, None),
                ColumnHolds::YesNo => (ColumnKind::YesNo, None),
            };
            let label = match (&unit, holds) {
                (Some(unit), _) => format!("{label} ({})", s.text(unit)),
                (None, ColumnKind::Moment) => format!("{label} ({zone})"),
                (None, _) => label.to_owned(),
            };
            // A sum that leaves lines out would be taken for the whole.
            let sum = column.sum && matches!(holds, ColumnKind::Whole | ColumnKind::Decimal);
            plan.columns.push(heading(label, holds, sum));
            columns.push(OwnColumn {
                column: column.clone(),
                unit,
            });
        }
        let moment =
            |label: String| heading(format!("{label} ({zone})"), ColumnKind::Moment, false);
        plan.columns.extend([
            heading(t!(plain s, "extract-agency"), ColumnKind::Text, false),
            heading(t!(plain s, "extract-ticket"), ColumnKind::Text, false),
            heading(t!(plain s, "extract-standing"), ColumnKind::Text, false),
            moment(t!(plain s, "extract-opened")),
            moment(t!(plain s, "extract-closed")),
        ]);
        ExtractList {
            columns,
            register: register.clone(),
            plan,
        }
    }

    pub fn plan(&self) -> &ListPlan {
        &self.plan
    }

    /// What kind of column stands at a place.
    pub fn at(&self, place: usize) -> ListAt {
        match place {
            0 => ListAt::Number,
            _ if place > self.columns.len() + 2 => ListAt::Standing,
            _ => ListAt::Fact,
        }
    }

    /// The cells of a line, as many as there are columns.
    pub fn cells(&self, s: &Speech, office: &Office, it: &ExtractLine) -> Vec<Datum> {
        let line = &it.line;
        let own = self.columns.iter().map(|own| {
            let cell = line.cells.get(&own.column.code);
            cell.map_or(Datum::Empty, |cell| {
                datum(s, office, own.unit.as_ref(), cell)
            })
        });
        let mut cells = vec![Datum::Whole(it.place)];
        cells.extend(own);
        let agency = office.agency_name(&line.agency);
        let standing = names(&self.register, it.state, line.stands.as_ref());
        cells.extend([
            Datum::Text(s.text(&agency).to_owned()),
            Datum::Text(it.ticket.clone()),
            Datum::Text(s.text(standing).to_owned()),
            local(office, line.opened_at),
            line.closed_at
                .map_or(Datum::Empty, |closed| local(office, closed)),
        ]);
        cells
    }
}

/// The language of the labels that the press writes itself.
pub(in crate::text) fn tongue(s: &Speech) -> Tongue {
    if s.language == domain::Language::ID {
        Tongue::Id
    } else {
        Tongue::En
    }
}

fn heading(heading: String, holds: ColumnKind, sum: bool) -> ListColumn {
    ListColumn {
        heading,
        holds,
        sum,
    }
}

fn local(office: &Office, at: DateTime<Utc>) -> Datum {
    Datum::Moment(at.with_timezone(&office.zone).naive_local())
}

/// What stands in a column: numbers, days and moments as such, and all else in the words of the screen. A number whose
/// unit is not that of the heading says its own.
fn datum(s: &Speech, office: &Office, unit: Option<&Text>, cell: &Cell) -> Datum {
    let fits = cell.words.as_ref().map(|it| &it.id) == unit.map(|it| &it.id);
    match &cell.value {
        Answer::Skipped => Datum::Empty,
        Answer::Number(number) if fits => Datum::Whole(*number),
        Answer::Decimal(digits) if fits => match digits.parse() {
            Ok(decimal) => Datum::Decimal(decimal),
            Err(_) => Datum::Text(digits.clone()),
        },
        Answer::Date(day) => Datum::Date(*day),
        Answer::Moment(at) => local(office, *at),
        Answer::YesNo(yes) => Datum::YesNo(*yes),
        Answer::Nip(nip) => Datum::Text(nip.clone()),
        Answer::Phone(number) => Datum::Text(phone(number)),
        _ => Datum::Text(value(s, office, cell)),
    }
}
