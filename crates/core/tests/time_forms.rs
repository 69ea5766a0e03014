//! The table of time expressions: each form gets the value it should, and what is no time gets none.

use silang_core::time::expression::Timex;
use silang_core::{Analysis, Article, Language, analyze};

/// One row of `data/time-forms.tsv`.
struct Form {
    name: &'static str,
    example: &'static str,
    published: &'static str,
    expression: &'static str,
    /// Values that are right: EDTF, TIMEX3 and, where it differs, that of the annotation guide.
    values: Vec<&'static str>,
    is_time: bool,
}

fn forms() -> Vec<Form> {
    let rows = include_str!("data/time-forms.tsv").lines().filter(|line| !line.starts_with('#'));
    let form = |line: &'static str| {
        let cell: Vec<&str> = line.split('\t').collect();
        let values = [4, 7, 9].into_iter().filter_map(|column| cell.get(column).copied());
        Form {
            name: cell[0],
            example: cell[1],
            published: cell[2],
            expression: cell[5],
            values: values.filter(|value| !value.is_empty()).collect(),
            is_time: cell[3] != "NONE",
        }
    };
    rows.map(form).collect()
}

fn read(language: &Language, form: &Form) -> Analysis {
    let article = Article::new("bentuk.txt", form.example);
    analyze(language, &Article { published: form.published.parse().ok(), ..article })
}

/// A value without what tells nothing about right or wrong: "about", seconds of zero, "repeated".
fn plain(value: &str) -> String {
    let value = value.replace(['~', '%'], "").replace("R/", "");
    let ends: Vec<String> = value.split('/').map(without_seconds).collect();
    ends.join("/")
}

fn without_seconds(value: &str) -> String {
    match value.split_once('T') {
        Some((day, time)) if time.get(5..8) == Some(":00") => {
            format!("{day}T{}{}", &time[..5], time.get(8..).unwrap_or_default())
        }
        _ => value.to_owned(),
    }
}

/// The expressions, on the timeline or kept off it, that overlap the form's own.
fn hits<'a>(analysis: &'a Analysis, form: &Form) -> Vec<&'a Timex> {
    let start = form.example.find(form.expression).unwrap_or_default();
    let end = start + form.expression.len();
    let times = &analysis.times;
    times.expressions.iter().chain(&times.background).filter(|t| t.span.start() < end && start < t.span.end()).collect()
}

fn is_right(analysis: &Analysis, form: &Form) -> bool {
    let right =
        |value: &str| form.values.iter().any(|told| plain(told) == plain(value) || (*told == "-" && value.is_empty()));
    let vague = |time: &Timex| time.rule == "vague" && form.values.iter().any(|told| told.ends_with("_REF"));
    hits(analysis, form).first().is_some_and(|time| right(&time.value) || vague(time))
}

#[test]
fn nearly_all_forms_get_their_value() {
    let language = Language::indonesian();
    let forms: Vec<Form> = forms().into_iter().filter(|form| form.is_time).collect();
    let wrong: Vec<String> = forms
        .iter()
        .filter_map(|form| {
            let analysis = read(&language, form);
            let got: Vec<&str> = hits(&analysis, form).iter().map(|time| time.value.as_str()).collect();
            (!is_right(&analysis, form)).then(|| format!("{}: {} got {got:?}", form.name, form.example))
        })
        .collect();
    println!("{} of {} right", forms.len() - wrong.len(), forms.len());
    assert!(wrong.len() * 100 <= forms.len() * 3, "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_is_no_time_is_not_marked() {
    let language = Language::indonesian();
    for form in forms().into_iter().filter(|form| !form.is_time) {
        let analysis = read(&language, &form);
        let times = hits(&analysis, &form);
        assert!(times.is_empty(), "{}: {} {:?}", form.name, form.example, times);
    }
}
