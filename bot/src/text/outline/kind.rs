//! What the outline says of the answer that a question takes.

use domain::{
    code::FieldCode,
    office::Office,
    phrase::{Part, Phrase},
    procedure::{
        Field, Kind, Opt,
        field::{Day, Within},
    },
};

pub(super) fn outline(kind: &Kind, office: &Office) -> Phrase {
    let phrase = Phrase::new;
    match kind {
        Kind::Text { min, max, .. } => phrase("outline-kind-text")
            .with("min", *min)
            .with("max", *max),
        Kind::Paragraph { min, max } => phrase("outline-kind-paragraph")
            .with("min", *min)
            .with("max", *max),
        Kind::Number { min, max, unit } => limited(
            ["outline-kind-number", "outline-kind-number-within"],
            [
                from(min.map(Part::from)),
                to(max.map(Part::from)),
                unit.clone().map(Part::from),
            ],
        ),
        Kind::Decimal { min, max, unit } => {
            let digits = |it: f64| Part::from(it.to_string());
            limited(
                ["outline-kind-decimal", "outline-kind-decimal-within"],
                [
                    from(min.map(digits)),
                    to(max.map(digits)),
                    unit.clone().map(Part::from),
                ],
            )
        }
        Kind::YesNo => phrase("outline-kind-yes-no"),
        Kind::Choice { options } => phrase("outline-kind-choice").with("options", offered(options)),
        Kind::Choices { options, at_least } => phrase("outline-kind-choices")
            .with("n", *at_least)
            .with("options", offered(options)),
        Kind::Date { from, until } => limited(
            ["outline-kind-date", "outline-kind-date-within"],
            days(*from, *until),
        ),
        Kind::DateTime { from, until } => limited(
            ["outline-kind-date-time", "outline-kind-date-time-within"],
            days(*from, *until),
        ),
        Kind::Phone { own: false } => phrase("outline-kind-phone"),
        Kind::Phone { own: true } => phrase("outline-kind-own-phone"),
        Kind::Agency => phrase("outline-kind-agency"),
        Kind::Email => phrase("outline-kind-email"),
        Kind::Nip => phrase("outline-kind-nip"),
        Kind::Url => phrase("outline-kind-url"),
        Kind::Ip { within } => phrase(match within {
            Within::Anywhere => "outline-kind-ip",
            Within::Public => "outline-kind-ip-public",
            Within::Office => "outline-kind-ip-office",
        }),
        Kind::Entry { register } => phrase("outline-kind-entry").with("register", register.clone()),
        Kind::Items {
            among: Some(among),
            at_least,
            ..
        } => phrase("outline-kind-items-among")
            .with("n", *at_least)
            .with("field", among.clone()),
        Kind::Items { pool, at_least, .. } => phrase("outline-kind-items")
            .with("n", *at_least)
            .with("pool", pool.clone()),
        Kind::SubdomainLabel => phrase("outline-kind-subdomain-label"),
        Kind::Hostname => {
            phrase("outline-kind-hostname").with("domains", office.domains.join(", "))
        }
        Kind::Person { role } => phrase("outline-kind-person").with("role", role.clone()),
        Kind::Document { types, max_mb } => {
            let types: Vec<_> = types.iter().map(|paper| paper.name()).collect();
            phrase("outline-kind-document")
                .with("types", types.join("/"))
                .with("max", max_mb.to_string())
        }
        Kind::Photo { max_mb } => phrase("outline-kind-photo").with("max", max_mb.to_string()),
        Kind::Rows {
            columns,
            min,
            max,
            count,
        } => rows(columns, (*min, *max), count.as_ref(), office),
    }
}

/// "tabel 1–20 baris: Barang (satu baris, 1–20 huruf) · Jumlah (bilangan bulat)"
fn rows(
    columns: &[Field],
    (min, max): (usize, usize),
    count: Option<&FieldCode>,
    office: &Office,
) -> Phrase {
    let rows = match count {
        Some(count) => Phrase::new("outline-kind-rows-counted").with("count", count.clone()),
        None => Phrase::new("outline-kind-rows")
            .with("min", min)
            .with("max", max),
    };
    let column = |column: &Field| {
        let key = if column.required {
            "outline-column"
        } else {
            "outline-column-optional"
        };
        let column = Phrase::new(key)
            .with("column", column.label.clone())
            .with("kind", outline(&column.kind, office));
        Part::from(column)
    };
    rows.with(
        "columns",
        Part::List(columns.iter().map(column).collect(), " · "),
    )
}

fn offered(options: &[Opt]) -> Part {
    let option = |option: &Opt| {
        let label = Part::from(option.label.clone());
        if option.stops {
            Phrase::new("outline-option-stops")
                .with("option", label)
                .into()
        } else {
            label
        }
    };
    Part::List(options.iter().map(option).collect(), " / ")
}

/// A phrase that has a second form, for where something limits the answer.
fn limited<const N: usize>([free, within]: [&'static str; 2], limits: [Option<Part>; N]) -> Phrase {
    let limits: Vec<_> = limits.into_iter().flatten().collect();
    if limits.is_empty() {
        return Phrase::new(free);
    }
    Phrase::new(within).with("limits", Part::List(limits, " "))
}

fn days(first: Option<Day>, last: Option<Day>) -> [Option<Part>; 2] {
    let until = |day| Phrase::new("outline-limit-until").with("limit", day).into();
    [from(first.map(Part::from)), last.map(until)]
}

fn from(limit: Option<Part>) -> Option<Part> {
    limit.map(|limit| {
        Phrase::new("outline-limit-from")
            .with("limit", limit)
            .into()
    })
}

fn to(limit: Option<Part>) -> Option<Part> {
    limit.map(|limit| Phrase::new("outline-limit-to").with("limit", limit).into())
}
