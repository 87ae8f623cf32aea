//! How long steps take, as a table that fits a narrow phone and as a chart; and how long the steps of one
//! request took.

use domain::{
    Counter,
    office::Office,
    query::{
        Figures, HistoryEntry,
        figures::{Period, PeriodLength, Side, Sum},
    },
    request::Timing,
};

use super::{
    Html, Key, Screen, Speech, duration::DurationWords, html::shortened, moment, words::t,
};
use crate::{
    button::{FiguresPress, MenuPress, ReportPress},
    chart::{Bar, Chart, Length, Sign},
};

/// What is shown first: this month, a row for each procedure.
pub const FIRST: FiguresPress = FiguresPress::Table {
    side: Side::Procedures,
    period: None,
};

/// A table with its buttons: other months, other tables, the picture.
pub fn table(s: &Speech, counter: &Counter, figures: &Figures) -> Screen {
    let lasting = DurationWords::on(s, &counter.office, figures.period.first());
    let is_time = is_time(&figures.side);
    let mut text = t!(s, "figures-title", of = of(s, figures));
    text.line(Html::text(&period(s, figures.period)));
    for row in &figures.rows {
        text.gap();
        if let Some(procedure) = &row.procedure {
            text.line(Html::text(s.text(procedure)).italic());
        }
        text.line(Html::text(s.text(&row.title)).bold());
        text.line(Html::text(&line(&lasting, s, is_time, &row.sum)));
        if let Some(more) = more(&lasting, s, &row.sum).filter(|_| is_time) {
            text.line(Html::text(&more));
        }
        if let Some(earlier) = &row.earlier {
            let line = line(&lasting, s, is_time, earlier);
            let before = self::period(s, figures.period.before());
            text.line(t!(s, "figures-earlier", span = before, line = line));
        }
    }
    if let Some(total) = &figures.total {
        let line = line(&lasting, s, false, total);
        text.gap().line(t!(s, "figures-total", line = line));
        text.gap().line(t!(s, "figures-note"));
    } else {
        let period = period(s, figures.period);
        text.gap().line(t!(s, "figures-none", span = period));
    }
    let mut screen = Screen::new(text);
    keys(s, counter, figures, &mut screen);
    screen
}

fn keys(s: &Speech, counter: &Counter, figures: &Figures, screen: &mut Screen) {
    let side = &figures.side;
    let to = |period: Period| FiguresPress::Table {
        side: side.clone(),
        period: Some(period),
    };
    let at = figures.period;
    let back = figures
        .has_earlier
        .then(|| Key::new(format!("◀ {}", period(s, at.before())), to(at.before())));
    let on = figures
        .has_later
        .then(|| Key::new(format!("{} ▶", period(s, at.after())), to(at.after())));
    screen.keys(back.into_iter().chain(on));
    let today = counter.today();
    let other = if at.is_year() {
        Key::new(t!(plain s, "button-this-month"), to(Period::month(today)))
    } else {
        Key::new(t!(plain s, "button-this-year"), to(Period::year(today)))
    };
    let picture = (!figures.rows.is_empty()).then(|| {
        let button = FiguresPress::Chart {
            side: side.clone(),
            period: at,
        };
        Key::new(t!(plain s, "button-chart"), button)
    });
    screen.keys(picture.into_iter().chain([other]));
    let table = |label: String, side: &Side| {
        let button = FiguresPress::Table {
            side: side.clone(),
            period: Some(at),
        };
        Key::new(label, button)
    };
    for row in &figures.rows {
        if let Some(more) = &row.more {
            screen.row(table(shortened(s.text(&row.title), 40), more));
        }
    }
    let all = table(t!(plain s, "button-figures-all"), &Side::Procedures);
    let roles = table(t!(plain s, "button-figures-roles"), &Side::Roles);
    match side {
        Side::Procedures => screen.row(roles),
        Side::Roles => screen.row(all),
        Side::Steps(_) | Side::Role(_) => screen.keys([all, roles]),
    };
    screen.keys([
        Key::new(t!(plain s, "button-reports"), ReportPress::All),
        Key::new(t!(plain s, "button-menu"), MenuPress::Home),
    ]);
}

/// The same as a picture.
pub fn chart(s: &Speech, counter: &Counter, figures: &Figures) -> Chart {
    let lasting = DurationWords::on(s, &counter.office, figures.period.first());
    let is_time = is_time(&figures.side);
    let bars = figures.rows.iter().map(|row| Bar {
        title: s.text(&row.title).to_owned(),
        over: row.procedure.as_ref().map(|it| s.text(it).to_owned()),
        words: words(&lasting, s, is_time, &row.sum),
        length: length(is_time, &row.sum),
    });
    let mut legend = vec![
        (Sign::Good, t!(plain s, "chart-good")),
        (Sign::Bad, t!(plain s, "chart-bad")),
    ];
    if is_time {
        legend.insert(0, (Sign::Mark, t!(plain s, "chart-mark")));
    }
    let period = period(s, figures.period);
    Chart {
        title: t!(plain s, "button-figures"),
        about: vec![of(s, figures), period.clone()],
        bars: bars.collect(),
        legend,
        office: s.text(&counter.office.name).to_owned(),
        nothing: t!(plain s, "figures-none", span = period),
    }
}

/// What is said beneath the picture.
pub fn caption(s: &Speech, figures: &Figures) -> String {
    let name = t!(plain s, "button-figures");
    format!(
        "{name} · {} · {}",
        of(s, figures),
        period(s, figures.period)
    )
}

/// Whether the rows are single steps, each with a time of its own.
fn is_time(side: &Side) -> bool {
    matches!(side, Side::Steps(_) | Side::Role(_))
}

/// The line of the table; where the usual time kept the standard time or did not, its sign says so, too.
fn words(lasting: &DurationWords<'_>, s: &Speech, is_time: bool, sum: &Sum) -> String {
    let line = line(lasting, s, is_time, sum);
    match sum.is_kept() {
        Some(true) => format!("✓ {line}"),
        Some(false) => format!("✗ {line}"),
        None => line,
    }
}

/// Shares are no matter of precision.
#[expect(clippy::cast_precision_loss, reason = "nobody sees the difference")]
fn length(is_time: bool, sum: &Sum) -> Length {
    if is_time {
        let allowed = sum.allowed.filter(|allowed| !allowed.is_zero());
        return allowed.map_or(Length::Nothing, |allowed| {
            Length::Times(sum.median.num_seconds() as f64 / allowed.num_seconds() as f64)
        });
    }
    sum.kept.map_or(Length::Nothing, |kept| {
        Length::Share(kept.kept as f64 / kept.of as f64)
    })
}

/// Of which procedure or role, or of all.
fn of(s: &Speech, figures: &Figures) -> String {
    match (&figures.of, &figures.side) {
        (Some(of), _) => s.text(of).to_owned(),
        (None, Side::Roles) => t!(plain s, "figures-roles"),
        (None, _) => t!(plain s, "figures-all"),
    }
}

/// `Tahun 2026`, `Triwulan 4 Tahun 2026`, `November 2026`.
pub(super) fn period(s: &Speech, period: Period) -> String {
    match period.length {
        PeriodLength::Year => t!(plain s, "figures-year", year = period),
        PeriodLength::Quarter => {
            let year = Period::year(period.first());
            t!(plain s, "figures-quarter", n = period.number_of_quarter(), year = year)
        }
        PeriodLength::Month => moment::month(s, period.first()),
    }
}

/// `12 kali · median 14 mnt · baku 15 mnt · sesuai 92%`. Of several steps together, only how many there
/// were and how many of them kept their time: `12 langkah · sesuai 92%`.
fn line(lasting: &DurationWords<'_>, s: &Speech, is_time: bool, sum: &Sum) -> String {
    let mut parts = vec![if is_time {
        t!(plain s, "figures-count", n = sum.count)
    } else {
        t!(plain s, "figures-steps", n = sum.count)
    }];
    if is_time {
        parts.push(t!(plain s, "figures-median", time = lasting.of(sum.median)));
        parts.push(match sum.standard {
            Some(standard) => t!(plain s, "figures-standard", time = lasting.standard(standard)),
            None => t!(plain s, "figures-open"),
        });
    }
    if let Some(kept) = sum.kept {
        parts.push(t!(plain s, "figures-kept", share = kept.percent()));
    }
    parts.join(" · ")
}

/// The longest, and the average with pauses; nothing where that says nothing new.
fn more(lasting: &DurationWords<'_>, s: &Speech, sum: &Sum) -> Option<String> {
    let longest = t!(plain s, "figures-longest", time = lasting.of(sum.longest));
    let paused = t!(
        plain s,
        "figures-paused",
        net = lasting.of(sum.mean), gross = lasting.of(sum.gross));
    let most = t!(plain s, "figures-most", time = lasting.of(sum.most));
    let is_told_apart = sum.count > 1 && sum.most != sum.longest;
    let parts = [
        (is_told_apart, most),
        (sum.count > 1, longest),
        (sum.gross != sum.mean, paused),
    ];
    let parts: Vec<_> = parts.into_iter().filter(|it| it.0).map(|it| it.1).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// How long a finished step took, for its line of the history.
pub fn took(s: &Speech, office: &Office, entry: &HistoryEntry) -> Option<Html> {
    let timing = entry.timing.as_ref()?;
    let lasting = lasting_at(s, office, entry);
    let mut parts = vec![t!(plain s, "took", time = lasting.of(timing.net()?))];
    if !timing.paused.is_zero() {
        parts.push(t!(plain s, "took-paused", time = lasting.of(timing.gross()?)));
    }
    if let (Some(standard), Some(kept)) = (timing.standard, timing.is_kept()) {
        let time = lasting.standard(standard);
        parts.push(if kept {
            t!(plain s, "took-kept", time = time)
        } else {
            t!(plain s, "took-not-kept", time = time)
        });
    }
    Some(Html::text(&parts.join(" · ")))
}

/// What the finished steps of a request took together.
pub fn took_in_all(s: &Speech, office: &Office, entries: &[HistoryEntry]) -> Option<Html> {
    let timings = || entries.iter().filter_map(|entry| entry.timing.as_ref());
    let lasting = lasting_at(s, office, entries.last()?);
    timings().next()?;
    let net = lasting.of(timings().filter_map(Timing::net).sum());
    let gross = lasting.of(timings().filter_map(Timing::gross).sum());
    Some(t!(s, "took-in-all", net = net, gross = gross))
}

fn lasting_at<'a>(s: &'a Speech, office: &Office, entry: &HistoryEntry) -> DurationWords<'a> {
    DurationWords::on(s, office, office.calendar.day_of(entry.at))
}
