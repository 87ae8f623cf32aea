//! Random procedures: every one is written as a file and has passed all checks.
//!
//! A way leads from each step to the next, so that a procedure is in order more often than not; beside
//! it stand ways that lead anywhere, under any condition, and reserve and give back whatever there is.

use std::{
    fmt::{self, Debug, Formatter, Write},
    sync::Arc,
};

use proptest::{prelude::*, sample::select};

use super::{
    OFFICE,
    outcomes::{OutcomePlan, outcome, way},
    pieces::{
        AMONG, BACK, BY_CLOCK, CAPACITY, DEMANDS, FIRST, FOR_ONE, HEAD, NAME, NUMBER, OFFICERS,
        PAIRED, REPAIR, SPAN, TOLD, VEHICLE,
    },
};
use crate::procedure::{
    Procedure,
    check::check,
    kind::{self, KINDS},
    read::read_form,
};

/// A procedure and its file.
pub(super) struct Plan {
    pub procedure: Arc<Procedure>,
    pub text: String,
}

impl Debug for Plan {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "\n{}", self.text)
    }
}

#[derive(Debug, Clone)]
struct DeskPlan {
    performer: &'static str,
    expires: bool,
    /// What is planned there: moments at which it goes on by itself, until which it rests, of which somebody is told.
    planned: &'static str,
    /// Two of three must agree on the way forward, or each of two posts.
    several: bool,
    /// Another post sits there as well.
    beside: bool,
    on: OutcomePlan,
    others: Vec<OutcomePlan>,
}

/// The post that sits beside others.
const BESIDE: &str = "operator";

/// A line that a step writes.
#[derive(Debug, Clone)]
struct LinePlan {
    register: &'static str,
    at: Option<usize>,
    each: bool,
    keeps: bool,
    /// How it is over: it is closed with this, or lasts until a moment that was answered.
    over: &'static str,
}

pub(super) fn plan() -> impl Strategy<Value = Plan> {
    let desks = proptest::collection::vec(desk(), 1..5);
    let lines = proptest::collection::vec(line(), 0..4);
    in_order(desks, lines)
}

/// Straight ways along which much is reserved for a short time, and lines that keep it.
pub(super) fn scarce() -> impl Strategy<Value = Plan> {
    let reserve = select(vec![
        "",
        "capacity = true",
        "capacity = true, days = 1",
        "names = [\"nama\", \"badge\"], days = 1",
    ]);
    let desk = reserve.prop_map(|reserve| DeskPlan {
        performer: "operator",
        expires: false,
        planned: "",
        several: false,
        beside: false,
        on: OutcomePlan {
            reserve,
            ..OutcomePlan::default()
        },
        others: Vec::new(),
    });
    let keeps = line().prop_map(|line| LinePlan {
        keeps: true,
        ..line
    });
    let desks = proptest::collection::vec(desk, 2..5);
    in_order(desks, proptest::collection::vec(keeps, 1..3))
}

fn in_order(
    desks: impl Strategy<Value = Vec<DeskPlan>>,
    lines: impl Strategy<Value = Vec<LinePlan>>,
) -> impl Strategy<Value = Plan> {
    let asked = proptest::collection::vec(select(any_question()), 0..3);
    let flag = any::<bool>;
    let flags = (flag(), flag(), flag(), flag());
    let parts = (desks, lines, flags, asked);
    parts.prop_filter_map("in order", |(desks, lines, flags, asked)| {
        let text = write(&desks, &lines, flags, &asked);
        let procedure = check("any.toml", &text, &OFFICE).ok()?;
        let procedure = Arc::new(procedure);
        Some(Plan { procedure, text })
    })
}

/// A question of every kind that is answered without what the office has, so that the laws hold for it.
fn any_question() -> Vec<String> {
    let all = KINDS.iter();
    let samples = all.flat_map(|kind| kind.samples.iter().map(|sample| (kind.word, sample)));
    let questions = samples.filter_map(|(word, sample)| {
        let keys = sample.keys;
        let mut text = format!("label = \"Contoh\"\nask = \"Apa?\"\nkind = \"{word}\"\n{keys}\n");
        let form = format!("title = \"Contoh\"\n[[field]]\ncode = \"contoh\"\n{text}");
        let form = read_form("contoh", &form).ok()?;
        match form.first()?.fields.first()?.kind.way() {
            kind::Way::Typed if keys.contains("example = ") => {}
            kind::Way::Typed => {
                let _ = writeln!(text, "example = '''{}'''", sample.takes.first()?);
            }
            kind::Way::YesNo(_) | kind::Way::Several { .. } => {}
            _ => return None,
        }
        Some(text)
    });
    questions.collect()
}

fn desk() -> impl Strategy<Value = DeskPlan> {
    let performer = select(vec!["helpdesk", "division-head", "operator", "pic", "pic"]);
    let others = proptest::collection::vec(way(), 0..3);
    let planned = select(vec![
        "",
        "",
        "time = \"1 hari kerja\"\ntime-when = [{ when = { field = \"jumlah\", at-least = 3 }, time = \"3 hari kerja\" }]\n",
        "rests = \"mulai\"\n",
        "alone = { after = \"0 menit\", from = \"selesai\", exact = true, outcome = \"sendiri\" }\n",
        "rests = \"mulai\"\nalone = { after = \"2 jam\", from = [\"selesai\", \"mulai\"], outcome = \"sendiri\" }\n",
        "alone = { after = \"2 hari kerja\", outcome = \"sendiri\" }\n",
        "alarm = [{ from = \"mulai\", before = \"1 hari\", tell = [\"helpdesk\", \"@applicant\"], say = \"Sebentar lagi.\" }, { from = \"selesai\", after = \"30 menit\", tell = [\"helpdesk\"], say = \"Sudah lewat.\" }]\n",
    ]);
    let rare = || proptest::bool::weighted(0.25);
    let flags = (any::<bool>(), rare(), rare());
    let parts = (performer, flags, planned, way(), others);
    parts.prop_map(
        |(performer, (expires, several, beside), planned, on, others)| DeskPlan {
            performer,
            expires,
            planned,
            several: several && performer != "pic",
            beside: beside && performer != "pic",
            on,
            others,
        },
    )
}

fn line() -> impl Strategy<Value = LinePlan> {
    let register = select(vec!["subdomain", "colocation", "agenda"]);
    let at = proptest::option::weighted(0.8, 0..5_usize);
    let over = select(vec![
        "closes = true\n",
        "closes = true\nstate = \"hilang\"\n",
        "closes = false\nstate = \"dipakai\"\n",
        "expires = [\"mulai\"]\n",
    ]);
    let flags = (any::<bool>(), any::<bool>(), over);
    (register, at, flags).prop_map(|(register, at, (each, keeps, over))| LinePlan {
        register,
        at,
        each,
        keeps,
        over,
    })
}

/// What is known when a line of the agenda is written: who decided at the first desk, and why where somebody may say so.
fn said(line: &LinePlan, desks: &[DeskPlan]) -> String {
    let at = line.at.map(|at| at % (desks.len() + 1));
    let who = match (at, desks.first()) {
        (None | Some(1..), Some(_)) => "@by s1",
        _ => "=Apa saja",
    };
    let performer = |at: usize| match at {
        1 => "helpdesk",
        _ => desks
            .get(at.wrapping_sub(1))
            .map_or("pic", |it| it.performer),
    };
    let why = match at {
        Some(at) if performer(at) == "pic" => "@by",
        _ => "@reason",
    };
    format!("hal = \"{who}\", diterima = \"@now\", selesai = \"{why}\"")
}

fn write(
    desks: &[DeskPlan],
    lines: &[LinePlan],
    (or_own, unique, pairs, works): (bool, bool, bool, bool),
    asked: &[String],
) -> String {
    let mut text = HEAD.to_owned();
    if works {
        text = text.replace("\nfacts = ", "\nwork-starts = [\"s1\"]\nfacts = ");
    }
    if desks.get(1).is_some_and(|desk| desk.performer != "pic") {
        let (head, papers) = text.split_once("\n[[paper]]").unwrap();
        text = format!("{head}{SPAN}\n[[paper]]{papers}");
    }
    let outcomes = desks
        .iter()
        .flat_map(|desk| std::iter::once(&desk.on).chain(&desk.others));
    let kept: String = outcomes.map(|outcome| outcome.reserve).collect();
    if kept.contains("capacity") {
        text += CAPACITY;
    }
    let reserves = !kept.is_empty();
    // What comes back at the first desk is found again among what was sent.
    let pairs = pairs && lines.iter().all(|line| line.register != "colocation");
    text += if pairs { PAIRED } else { "" };
    for line in lines {
        let at = line.at.map(|at| format!("s{}", at % (desks.len() + 1)));
        let at = at.unwrap_or("@end".to_owned());
        let _ = write!(
            text,
            "\n[[register]]\ncode = \"{}\"\nat = \"{at}\"\nkeeps = {}\n{}",
            line.register,
            line.keeps && reserves,
            line.over
        );
        if line.each {
            text += "each = \"unit\"\nname = \"{jenis} {unit.serial}\"\n";
        }
        if line.register == "agenda" {
            let _ = writeln!(text, "fill = {{ {} }}", said(line, desks));
            text += "when = { field = \"jenis\", is = [\"a\", \"b\"] }\n";
        }
    }
    text += &FIRST.replace("unique = true", &format!("unique = {unique}"));
    if kept.contains("kendaraan") {
        text += VEHICLE;
    }
    if kept.contains("nomor") {
        text += NUMBER;
    }
    text += NAME;
    let _ = writeln!(text, "or-own = {or_own}");
    for (number, question) in (1..).zip(asked) {
        let question = question.replace("Contoh", &format!("Contoh {number}"));
        let _ = write!(
            text,
            "\n[[step.field]]\ncode = \"contoh-{number}\"\n{question}"
        );
    }
    text += "\n[[step.outcome]]\ncode = \"kirim\"\nlabel = \"Kirim\"\nto = \"s1\"\n";
    let _ = writeln!(text, "{DEMANDS}");
    for (index, desk) in (1..).zip(desks) {
        let performer = if index == 1 {
            "helpdesk"
        } else {
            desk.performer
        };
        let beside = desk.beside && performer == desk.performer && performer != BESIDE;
        let _ = write!(
            text,
            "\n[[step]]\ncode = \"s{index}\"\ntitle = \"Langkah\"\nactivity = \"Melangkah\"\nperformer = {}\n",
            if beside {
                format!("[\"{performer}\", \"{BESIDE}\"]")
            } else {
                format!("\"{performer}\"")
            }
        );
        if performer == "pic" {
            text += "pauses = true\n";
            text += if desk.expires && reserves {
                "expires = { ends = \"lewat\" }\n"
            } else {
                ""
            };
        }
        let several = desk.several && performer == desk.performer;
        if index == 1 {
            text += TOLD;
            text += if several || beside { "" } else { FOR_ONE };
        }
        if performer == "pic" && !desk.expires && !desk.planned.contains("alone") {
            text += "stays-open = true\n";
        }
        text += desk.planned;
        text += match (several, beside) {
            (true, true) => "quorum = { agree = 2, of = 2 }\n",
            (true, false) => "quorum = { agree = 2, of = 3 }\n",
            (false, _) => "",
        };
        let back = pairs && index == 1;
        text += if back { BACK } else { "" };
        let next = |to: usize| match to % (desks.len() + 1) {
            0 => "ends = \"selesai\"".to_owned(),
            to => format!("to = \"s{to}\""),
        };
        let on = if index < desks.len() { index + 1 } else { 0 };
        outcome(&mut text, ("maju", &next(on)), &desk.on, &next, &kept);
        if back {
            let _ = writeln!(text, "{AMONG}");
        }
        if desk.planned.contains("alone") {
            text += BY_CLOCK;
            let _ = writeln!(text, "{}", next(on));
        }
        for (number, way) in (1..).zip(&desk.others) {
            let code = format!("lain-{number}");
            outcome(&mut text, (&code, &next(way.to)), way, &next, &kept);
            text += if back { "asks = []\n" } else { "" };
            text += if several { "voices = 1\n" } else { "" };
        }
        if performer != "pic" {
            let alone = if several {
                "[[step.outcome]]\nvoices = 1\n"
            } else {
                "[[step.outcome]]\n"
            };
            text += &OFFICERS.replace("[[step.outcome]]\n", alone);
        }
    }
    text + &if reserves {
        REPAIR.to_owned()
    } else {
        REPAIR.replace("expires = { ends = \"lewat\" }\n", "")
    }
}
