//! Laws of the time and figure layers: any text will do, and the time they take grows with its length only.

use std::sync::LazyLock;

use proptest::prelude::*;
use silang_core::{Analysis, Article, Language, analyze};

fn read(text: &str) -> Analysis {
    static LANGUAGE: LazyLock<Language> = LazyLock::new(Language::indonesian);
    analyze(&LANGUAGE, &Article::new("teks.txt", text))
}

fn hold(analysis: &Analysis) {
    let text = analysis.document.text();
    let spans = analysis.times.expressions.iter().map(|time| time.span);
    let mut end = 0;
    for span in spans {
        assert!(text.get(span.start()..span.end()).is_some_and(|part| !part.is_empty()));
        assert!(end <= span.start(), "{:?}", span.of(text));
        end = span.end();
    }
    let mut end = 0;
    for figure in &analysis.figures {
        assert!(text.get(figure.span.start()..figure.span.end()).is_some_and(|part| !part.is_empty()));
        assert!(end <= figure.span.start());
        end = figure.span.end();
    }
}

/// Pieces of which hostile expressions are made.
const PIECES: [&str; 60] = [
    "Senin",
    "Minggu",
    "(",
    ")",
    "31",
    "2",
    "2022",
    "9999",
    "0",
    "/",
    "-",
    "–",
    ".",
    ",",
    ":",
    " ",
    "\n",
    "Februari",
    "Mei",
    "hari",
    "tahun",
    "bulan",
    "pekan",
    "dua",
    "puluh",
    "ratus",
    "juta",
    "lalu",
    "depan",
    "ini",
    "kemarin",
    "pukul",
    "jam",
    "setengah",
    "WIB",
    "waktu",
    "Moskow",
    "hingga",
    "dan",
    "awal",
    "akhir",
    "setiap",
    "per",
    "sehari",
    "sebelum",
    "setelah",
    "malam",
    "dini",
    "abad",
    "ke",
    "SM",
    "H",
    "Lebaran",
    "Ramadan",
    "1443",
    "musim",
    "99999999999",
    "\"",
    "terakhir",
    "persen",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        hold(&read(&text));
    }

    #[test]
    fn any_heap_of_words_of_time_is_read(pieces in prop::collection::vec((0..PIECES.len(), any::<bool>()), 0..60)) {
        let text = pieces.iter().fold(String::new(), |text, (at, space)| text + PIECES[*at] + if *space { " " } else { "" });
        hold(&read(&text));
    }
}

#[test]
fn hostile_text_does_not_hang() {
    let repeated = [
        "1, ",
        "1-",
        "dua ",
        "dua puluh ",
        "Senin (",
        "Senin, ",
        "20/2/",
        "1.000.",
        "pukul 10.00 ",
        "hari ",
        "tahun ",
        "2022-",
        "2022/",
        "sehari ",
        "satu, ",
        "malam ",
        "\"",
        "Senin dan ",
        "awal ",
        "1 Januari-",
        "setiap ",
        "sejuta juta ",
        "3x",
        "H-",
        "(((",
        "ke-",
    ];
    for piece in repeated {
        hold(&read(&piece.repeat(5_000)));
    }
}

#[test]
fn no_expression_crosses_a_line() {
    for text in ["Ia tiba tanggal\n20/2/2022", "Ia tiba kemarin,\n\n20/2/2022", "Ia tiba Minggu (\n\n20/2/2022)"] {
        let analysis = read(text);
        hold(&analysis);
        assert!(analysis.times.expressions.iter().all(|time| !time.span.of(text).contains('\n')), "{text}");
    }
}

#[test]
fn an_impossible_date_is_marked_without_value_and_told_of() {
    let analysis = read("Hal itu disampaikan Senin (31/2/2022).");
    let [time] = analysis.times.expressions.as_slice() else { panic!("{:?}", analysis.times) };
    assert_eq!((time.span.of(analysis.document.text()), time.value.as_str()), ("Senin (31/2/2022)", ""));
    assert_eq!(analysis.times.checks.len(), 1);
}

#[test]
fn a_weekday_that_is_not_that_of_the_date_is_told_of() {
    let analysis = read("Judul\n30 Desember 2014\n\nPesawat berangkat Sabtu (28/12/2014) pagi.");
    assert_eq!(analysis.times.expressions.last().map(|time| time.value.as_str()), Some("2014-12-28TMO"));
    assert_eq!(analysis.times.checks.first().and_then(|check| check.weekday), Some(7));
}

#[test]
fn before_dawn_in_moscow_meets_sunday_in_washington() {
    let text = "Judul\n22 Februari 2022\n\nPembicaraan terjadi pada dini hari Senin (21/2/2022) waktu Moskow. \
                Gedung Putih menyatakan hal itu Minggu (20/2/2022) waktu Washington.";
    let analysis = read(text);
    let intervals: Vec<_> = analysis.times.expressions.iter().skip(1).filter_map(|time| time.interval).collect();
    let [moscow, washington] = intervals.as_slice() else { panic!("{intervals:?}") };
    assert!(moscow.zoned && washington.zoned && moscow.meets(*washington));
}
