//! What a reader is asked to look at twice, and what not.

use silang_core::time::check::Oddity;
use silang_core::{Article, Language, analyze};

/// The dates at which something is odd, and what, in an article of Tuesday, 10 June 2025.
fn odd(text: &str) -> Vec<(String, Oddity)> {
    let text = format!("Judul\n10 Juni 2025\n\n{text}");
    let analysis = analyze(&Language::indonesian(), &Article::new("contoh.txt", text.as_str()));
    analysis.times.checks.iter().map(|check| (check.span.of(&text).to_owned(), check.oddity)).collect()
}

#[test]
fn odd_dates_are_told_with_the_reason() {
    for (text, words, oddity) in [
        ("Ia tiba Selasa (9/6/2025).", "Selasa (9/6/2025)", Oddity::WeekdayDiffers),
        ("Ia tiba Minggu (7/6/2025).", "Minggu (7/6/2025)", Oddity::WeekdayDiffers),
        ("Pameran buka Sabtu-Minggu (8-9/6/2025).", "Sabtu-Minggu (8-9/6/2025)", Oddity::WeekdayDiffers),
        ("Ia tiba Senin (6/9/2025).", "Senin (6/9/2025)", Oddity::OrderInDoubt),
        ("Diskon berlaku sampai 31 Juni 2025.", "31 Juni 2025", Oddity::Impossible),
        ("Ia pergi pada 20 Juni 2025 lalu.", "20 Juni 2025 lalu", Oddity::AfterPublication),
        ("Rapat digelar hari ini, Kamis (10/4/2025).", "Kamis (10/4/2025)", Oddity::TwoDates),
        ("Harga hari ini 10 Juni 2024 naik.", "10 Juni 2024", Oddity::TwoDates),
        ("Ia tiba kemarin (9/5/2025).", "kemarin (9/5/2025)", Oddity::TwoDates),
    ] {
        assert_eq!(odd(text), [(words.to_owned(), oddity)], "{text}");
    }
}

#[test]
fn what_fits_together_is_left_alone() {
    for text in [
        "Ia tiba Senin (9/6/2025) dan pulang hari ini, Selasa (10/6/2025).",
        "Rapat digelar hari ini, Senin (9/6).",
        "Pameran buka Sabtu-Minggu (7-8/6/2025) dan Jumat hingga Minggu (13-15/6).",
        "Ia tiba kemarin (9/6). Pada 10 Juni 2024 ia tiba juga.",
    ] {
        assert_eq!(odd(text), [], "{text}");
    }
}
