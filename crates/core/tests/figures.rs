//! What is a figure, with which unit and how exactly, and what is none.

use silang_core::figure::Precision;
use silang_core::{Article, Language, analyze};

/// The figures of a line that opens the body of an article: as written, value, unit, precision.
fn figures(line: &str) -> Vec<(String, f64, String, Precision)> {
    let text = format!("Judul\n\n{line}");
    let analysis = analyze(&Language::indonesian(), &Article::new("contoh.txt", text.as_str()));
    let told = analysis.figures.iter().map(|f| (f.span.of(&text).to_owned(), f.value, f.unit.clone(), f.precision));
    told.collect()
}

#[test]
fn numbers_are_read_with_what_they_count() {
    use Precision::{About, AtLeast, Exact};
    for (line, words, value, unit, precision) in [
        ("Banjir merusak 12 rumah di Garut.", "12 rumah", 12.0, "rumah", Exact),
        ("Banjir merusak dua belas unit rumah di Garut.", "dua belas unit rumah", 12.0, "rumah", Exact),
        ("Banjir merusak sekitar 1.250 rumah di Garut.", "1.250 rumah", 1250.0, "rumah", About),
        ("Ada lebih dari 40 siswa di sana.", "40 siswa", 40.0, "siswa", AtLeast),
        ("Ada 40 lebih siswa di sana.", "40 lebih siswa", 40.0, "siswa", AtLeast),
        ("Ratusan rumah rusak.", "Ratusan rumah", 100.0, "rumah", About),
        ("Kerugian mencapai Rp 4,8 miliar.", "Rp 4,8 miliar", 4.8e9, "rp", Exact),
        ("Tingkat hunian naik 12,5 persen.", "12,5 persen", 12.5, "persen", Exact),
        ("GARUT - Sebanyak 20 rumah rusak.", "20 rumah", 20.0, "rumah", Exact),
        ("Ia berkata, \"Total 20 rumah rusak.\"", "20 rumah", 20.0, "rumah", Exact),
        ("Bantuan sampai kepada 7.500 KPM di Garut.", "7.500 KPM", 7500.0, "kpm", Exact),
        ("Polisi menangkap tujuh WNA di Garut.", "tujuh WNA", 7.0, "wna", Exact),
        ("Warga memesan 3 unit ABC baru.", "3 unit", 3.0, "unit", Exact),
    ] {
        assert_eq!(figures(line), [(words.to_owned(), value, unit.to_owned(), precision)], "{line}");
    }
}

#[test]
fn numbers_of_names_codes_and_scores_count_nothing() {
    for line in [
        "Ia memakai Gelora 8 ABC baru.",
        "Ia memakai Gelora 8 lagi.",
        "Pertandingan berakhir 2-1.",
        "Pelaku melanggar Pasal 5 ayat 2.",
        "Jadwal ada di halaman Gelora 8\nABC untuk warga.",
    ] {
        assert_eq!(figures(line), [], "{line}");
    }
}
