//! What can be chosen in random procedures.

use std::fmt::Write;

use proptest::{prelude::*, sample::select};

/// What an outcome does beside leading on.
#[derive(Debug, Clone, Default)]
pub(super) struct OutcomePlan {
    pub to: usize,
    pub when: Option<&'static str>,
    pub branch: Option<(&'static str, usize)>,
    pub at_most: Option<u32>,
    pub then: Option<usize>,
    /// It can be chosen from a moment on.
    pub later: bool,
    pub reserve: &'static str,
    pub release: bool,
    /// What becomes of the line that was chosen.
    pub line: &'static str,
}

pub(super) fn way() -> impl Strategy<Value = OutcomePlan> {
    let condition = || {
        let all = [
            "{ field = \"jenis\", is = \"a\" }",
            "{ field = \"jenis\", is = [\"b\", \"c\"] }",
            "{ not = { field = \"jenis\", is = \"c\" } }",
            "{ any = [{ field = \"jenis\", is = \"b\" }, { field = \"jumlah\", at-least = 3 }] }",
            "{ field = \"tinggi\", at-most = \"jumlah\" }",
            "{ field = \"jumlah\", at-least = \"tinggi\", plus = 1 }",
            "{ field = \"selesai\", near = \"mulai\", within = \"3 jam\" }",
            "{ field = \"mulai\", near = \"@sent\", within = \"2 hari\" }",
            "{ field = \"mulai\", before = \"selesai\" }",
            "{ field = \"nama\", equals = \"catatan\" }",
            "{ all = [{ field = \"lama\", answered = true }, { opened-by = \"pic\" }] }",
            "{ field = \"mulai\", falls = [\"off-hours\", \"day-off\"] }",
            "{ sent = \"in-hours\" }",
            "{ rows = \"unit\", some = { field = \"baru\", is = \"yes\" }, at-least = 2 }",
            "{ rows = \"unit\", every = { not = { field = \"merek\", answered = true } } }",
            "{ step = \"s1\", decided = [\"maju\", \"kembali\"], times = 2 }",
            "{ step = \"s1\", decided = \"maju\" }",
            "{ not = { step = \"s1\", decided = [\"maju\", \"kembali\"] } }",
        ];
        proptest::option::of(select(all.to_vec()))
    };
    let reserve = select(vec![
        "",
        "",
        "names = [\"nama\"]",
        "names = [\"nama\", \"nomor\"]",
        "names = [\"nama\"], days = 1",
        "names = [\"nama\", \"badge\"], capacity = true",
        "names = [\"badge\"], lasting = true",
        "names = [\"kendaraan\"]",
        "names = [\"kendaraan\", \"nama\"]",
        "capacity = true, days = 3",
        "capacity = true, lasting = true",
    ]);
    let limit = (
        proptest::option::of(1..3_u32),
        proptest::option::of(0..6_usize),
        proptest::bool::weighted(0.2),
    );
    let line = select(vec![
        "",
        "",
        "",
        "",
        "retire = { entry = \"lama\", blocked = 0 }",
        "retire = { entry = \"lama\", blocked = 30, state = \"hilang\", fill = { surat = \"=Ditutup\" } }",
        "amend = { entry = \"lama\", expires = \"selesai\" }",
        "amend = { entry = \"lama\", state = \"dipakai\", fill = { nama-lama = \"jenis\" } }",
    ]);
    let books = (reserve, any::<bool>(), line);
    (
        0..6_usize,
        condition(),
        (condition(), 0..6_usize),
        limit,
        books,
    )
        .prop_map(
            |(to, when, (branch, aside), (at_most, then, later), (reserve, release, line))| {
                OutcomePlan {
                    to,
                    when,
                    branch: branch.map(|branch| (branch, aside)),
                    at_most,
                    then: then.filter(|_| at_most.is_some()),
                    later,
                    reserve,
                    release,
                    line,
                }
            },
        )
}

/// As a file writes it; `reserved` is what outcomes reserve anywhere in it.
pub(super) fn outcome(
    text: &mut String,
    (code, to): (&str, &str),
    way: &OutcomePlan,
    next: &dyn Fn(usize) -> String,
    reserved: &str,
) {
    let _ = write!(
        text,
        "\n[[step.outcome]]\ncode = \"{code}\"\nlabel = \"{code}\"\n{to}\n"
    );
    let mut add = |line: String| text.push_str(&(line + "\n"));
    if let Some(when) = way.when {
        add(format!("when = {when}"));
    }
    if way.later {
        add("from = \"mulai\"".to_owned());
    }
    if let Some((when, to)) = way.branch {
        add(format!("branch = [{{ when = {when}, {} }}]", next(to)));
    }
    if let Some(most) = way.at_most {
        add(format!("at-most = {most}"));
    }
    if let Some(step) = way
        .then
        .map(next)
        .and_then(|it| it.strip_prefix("to = ").map(str::to_owned))
    {
        add(format!("then = {step}"));
    }
    if !way.reserve.is_empty() {
        add(format!("reserve = {{ {} }}", way.reserve));
    }
    if way.release {
        // Only what is reserved somewhere is given back.
        let names = ["nama", "badge"];
        let names = names.iter().filter(|name| reserved.contains(**name));
        let names: Vec<String> = names.map(|name| format!("\"{name}\"")).collect();
        if !names.is_empty() {
            add(format!("release = [{}]", names.join(", ")));
        }
    }
    add(way.line.to_owned());
}
