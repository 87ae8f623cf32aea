//! A file that is made for somebody: how it is called, and what stands beneath it.

use chrono::{DateTime, Utc};
use domain::Counter;

use super::{Html, Speech, extract, number_list, report, standard};
use crate::extract::{ExtractForm, FileToMake, Order};

/// How it is called, with its ending; what no file system takes is left out.
pub fn file_name(s: &Speech, counter: &Counter, order: &Order) -> String {
    let name = match &order.what {
        FileToMake::Register(it) => extract::file_name(s, &counter.office, it),
        FileToMake::Report(it) => report::file_name(s, counter, it),
        FileToMake::Standard(code) => standard::file_name(s, counter, code),
        FileToMake::Survey(period) => report::survey_list::file_name(s, *period),
        FileToMake::Numbers(year) => number_list::file_name(s, *year),
    };
    written(&name, order.form)
}

fn written(name: &str, form: ExtractForm) -> String {
    let allowed = |c: char| !(c.is_control() || "/\\:*?\"<>|".contains(c));
    let name: String = name
        .chars()
        .map(|c| if allowed(c) { c } else { '-' })
        .collect();
    format!("{}.{}", name.trim_start_matches('.'), form.ending())
}

/// What stands beneath it.
pub fn caption(s: &Speech, counter: &Counter, order: &Order, made: (u64, DateTime<Utc>)) -> Html {
    match &order.what {
        FileToMake::Register(it) => extract::caption(s, &counter.office, it, made),
        FileToMake::Report(it) => report::caption(s, counter, it, made),
        FileToMake::Standard(code) => standard::caption(s, counter, code),
        FileToMake::Survey(period) => Html::text(&report::survey_list::file_name(s, *period)),
        FileToMake::Numbers(year) => Html::text(&number_list::file_name(s, *year)),
    }
}

#[cfg(test)]
mod tests {
    use super::written;
    use crate::extract::ExtractForm;

    #[test]
    fn what_no_file_system_takes_is_left_out() {
        let check = |name, expected| assert_eq!(written(name, ExtractForm::Xlsx), expected);
        check("Register Subdomain 2026", "Register Subdomain 2026.xlsx");
        check("../A/B: \"C\" 2026", "-A-B- -C- 2026.xlsx");
    }
}
