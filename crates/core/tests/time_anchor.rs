//! What relative times are counted from: the day of publication, of saying, or of what was told before.

use silang_core::text::header::PublishedFrom;
use silang_core::{Analysis, Article, Language, analyze};

fn read(text: &str) -> Analysis {
    analyze(&Language::indonesian(), &Article::new("contoh.txt", text))
}

/// The times of an article and their values.
fn values(text: &str) -> Vec<(String, String)> {
    let analysis = read(text);
    let words = |span| analysis.document.slice(span).to_owned();
    analysis.times.expressions.iter().map(|time| (words(time.span), time.value.clone())).collect()
}

/// The value of the last of these words in an article.
fn value(text: &str, words: &str) -> String {
    let found = values(text).into_iter().rev().find(|(found, _)| found == words);
    found.unwrap_or_else(|| panic!("{words} not found in {text}")).1
}

#[test]
fn tonight_in_words_said_on_a_night_is_that_night() {
    let text = "Judul\n14 Maret 2023\n\nPesta berlangsung pada Sabtu (11/3) malam di Solo.\n\
                \"Kami senang malam ini,\" kata Budi saat membuka pesta.\n\nPesta lain digelar malam ini.";
    assert_eq!(values(text)[2], ("malam ini".into(), "2023-03-11TNI".into()));
    assert_eq!(value(text, "malam ini"), "2023-03-14TNI");
}

#[test]
fn the_morning_until_which_a_night_lasts_is_that_of_the_next_day() {
    let text = "Hujan turun pada Minggu (12/3/2023) malam hingga pagi.";
    assert_eq!(value(text, "pagi"), "2023-03-13TMO");
    let text = "Judul\n14 Maret 2023\n\nJalan ditutup Jumat (17/3/2023) hingga Minggu.";
    assert_eq!(value(text, "Jumat (17/3/2023) hingga Minggu"), "2023-03-17/2023-03-19");
    let text = "Judul\n14 Maret 2023\n\nHari ini sampai dengan hari Kamis jalan ditutup.";
    assert_eq!(value(text, "hari Kamis"), "2023-03-16");
}

#[test]
fn a_day_of_saying_may_have_a_few_words_behind_it() {
    let text =
        "Judul\n14 Maret 2023\n\n\"Kami tiba besok,\" ujar Budi di Solo, Minggu (12/3) seperti dikutip dari Warta.";
    assert_eq!(value(text, "besok"), "2023-03-13");
}

#[test]
fn brackets_in_a_quotation_are_the_writers() {
    let text = "Judul\n14 Maret 2023\n\n\"Kami tiba besok (hari ini),\" ujar Budi di Solo, Senin (13/3).";
    assert_eq!(value(text, "besok"), "2023-03-14");
    assert_eq!(value(text, "hari ini"), "2023-03-14");
}

#[test]
fn without_a_date_line_the_years_told_choose_among_those_that_a_weekday_fits() {
    for (text, value) in [
        ("Pabrik itu dibuka Selasa (10/10). Pabrik baru dibangun pada 2019 mendatang.", "2017-10-10"),
        ("Pabrik itu dibuka Selasa (10/10). Laba tahun 2022 naik.", "2023-10-10"),
        ("Pabrik itu dibuka Sabtu (7/1). Kota itu berdiri pada tahun 1961.", "2017-01-07"),
        ("Rapat digelar Rabu (28/12). Hasilnya diumumkan Selasa (3/1).", "2017-01-03"),
    ] {
        let analysis = read(text);
        let days: Vec<&str> = analysis.times.expressions.iter().map(|time| time.value.as_str()).collect();
        assert!(days.contains(&value), "{text} {days:?}");
        assert_eq!(analysis.times.published_from, PublishedFrom::Text);
        assert!(!analysis.times.expressions[0].sure);
    }
}

#[test]
fn a_date_without_weekday_tells_no_day_of_publication() {
    let analysis = read("Budi menjadi camat pada 14 September 2015. Ia menemui warga, Selasa malam.");
    assert_eq!(analysis.times.published, None);
    assert_eq!(analysis.times.expressions[1].value, "");
}

#[test]
fn a_date_said_to_be_just_over_tells_the_year_at_hand() {
    let text = "Film itu tayang sejak 21 Desember 2017 lalu. Filmnya tahun ini tiga. Ia datang kemarin.";
    assert_eq!((value(text, "tahun ini"), value(text, "kemarin")), ("2017".into(), String::new()));
}

#[test]
fn a_weekday_proves_that_the_month_stands_first() {
    let text = "Judul\n10 Juni 2025\n\nIa tiba Senin (6/9/2025). Kapal itu berangkat Selasa (6/9/2025).";
    assert_eq!(value(text, "Senin (6/9/2025)"), "2025-06-09");
    assert_eq!(value(text, "Selasa (6/9/2025)"), "2025-09-06");
}

#[test]
fn what_is_said_later_of_the_future_moves_no_day() {
    let text = "Judul\n10 Juni 2025\n\nPada Senin, Budi mengatakan ia akan pulang. Ia akan pulang pada Rabu.";
    let days: Vec<String> = values(text).into_iter().skip(1).map(|(_, value)| value).collect();
    assert_eq!(days, ["2025-06-09", "2025-06-11"]);
}

#[test]
fn months_told_together_are_of_one_year() {
    let text = "Judul\n9 Juni 2025\n\nDiskon berlaku untuk Januari dan Februari 2025.";
    assert_eq!(value(text, "Januari"), "2025-01");
}

#[test]
fn what_is_only_compared_with_is_no_base() {
    let text = "Judul\n17 Juni 2025\n\nPenjualan pada Mei 2025 naik dibandingkan April. Motor naik 9 persen dari bulan sebelumnya.";
    assert_eq!(value(text, "bulan sebelumnya"), "2025-04");
}
