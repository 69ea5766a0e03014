//! Invented pairs of articles: what looks like a difference and is none, beside what is one.

use silang_core::{Analysis, Article, Language, analyze, compare};

/// The reasons of the differences of two articles of one headline, each with its values.
fn differences(one: &str, other: &str) -> Vec<(&'static str, Vec<String>)> {
    let language = Language::indonesian();
    let article = |body: &str| format!("Gudang Beras Cibatu di Garut Terbakar\n\nGarut - {body}\n");
    let read = |body: &str| analyze(&language, &Article::new("a.txt", article(body)));
    let (one, other): (Analysis, Analysis) = (read(one), read(other));
    let found = compare(&language.compare, &[&one, &other]).differences;
    found.into_iter().map(|d| (d.why, d.values.into_iter().map(|v| v.value).collect())).collect()
}

/// Whether two articles are told to differ for that reason.
fn differ(why: &str, one: &str, other: &str) -> bool {
    differences(one, other).iter().any(|(found, _)| *found == why)
}

#[test]
fn days_of_speaking_differ_only_for_one_quotation() {
    let report = |quoted: &str, day: &str| {
        format!(
            "Gudang beras Cibatu terbakar lagi. \"{quoted} asap gudang beras Cibatu terlihat setinggi puluhan meter ke arah utara,\" \
             kata Kapolsek Cibatu AKP Rahmat Santoso, {day}."
        )
    };
    let pair = |one: &str, other: &str| (report(one, "Selasa (4/3/2025)"), report(other, "Rabu (5/3/2025)"));
    let (one, other) = pair("Menurut warga,", "Kata warga,");
    assert!(differ("occasion", &one, &other));
    let (one, other) = pair("Pukul 04.43 WIB", "Pukul 15.17 WIB");
    assert!(!differ("occasion", &one, &other));
    let quoted = |day: &str| {
        differ(
            "occasion-quoted",
            &report("Kata warga,", "Selasa (4/3/2025)"),
            &report("Kata warga,", &format!("dikutip {day}")),
        )
    };
    assert_eq!((quoted("Rabu (5/3/2025)"), quoted("Senin (3/3/2025)")), (true, false));
}

#[test]
fn a_place_beside_a_larger_one_is_no_other_place_where_both_are_told() {
    let said = |at: &str| {
        format!(
            "\"Penyebab kebakaran gudang beras Cibatu masih kami selidiki bersama petugas pemadam,\" kata Kapolsek Cibatu AKP \
             Rahmat Santoso {at}, Selasa (4/3/2025)."
        )
    };
    let places = |one: &str, other: &str| {
        let found = differences(&said(one), &said(other));
        found.into_iter().map(|(why, _)| why).collect::<Vec<_>>()
    };
    let none: [&str; 0] = [];
    assert_eq!(places("di Balai Desa Sukamaju, Kecamatan Leles", "di balai desa Sukamaju, Kecamatan Leles"), none);
    assert_eq!(places("di Pendopo Garut", "di Hotel Mawar Leles"), ["occasion-place"]);
    assert_eq!(places("di kawasan Leles", "di Pendopo Garut"), ["spot"]);
    assert_eq!(places("di Pendopo Garut", "dalam unggahannya di Instagram"), none);
    assert_eq!(places("di kantornya, Kecamatan Leles", "di Pendopo Garut"), none);
}

#[test]
fn another_speaker_is_no_short_form_of_the_first() {
    let said = |who: &str| {
        format!("\"Beras bantuan gudang Cibatu sudah kami bagikan kepada semua warga pagi tadi,\" kata {who}.")
    };
    assert!(differ("speaker", &said("Rahmat Irianto"), &said("Dewi Lestari")));
    assert!(!differ("speaker", &said("Rahmat Irianto"), &said("Rian")));
    assert!(!differ("speaker", &said("Rahmat Irianto"), &said("Irianto Wibowo")));
}

#[test]
fn places_one_after_the_other_and_of_other_speakers_are_no_spot() {
    let stored = |at: &str| format!("Beras bantuan dari gudang Cibatu disimpan sementara oleh Bulog di {at}.");
    assert!(differ("spot", &stored("Leles, Garut"), &stored("Garut")));
    assert!(!differ("spot", &stored("Garut, Ciamis, Banjar dan Kuningan"), &stored("Garut")));
    let said = |who: &str, at: &str| {
        format!("\"Beras bantuan gudang Cibatu sudah dibagikan kepada warga,\" kata {who} kepada wartawan di {at}.")
    };
    assert!(differ("spot", &said("Rahmat Santoso", "Leles, Garut"), &said("Rahmat Santoso", "Garut")));
    assert!(!differ("spot", &said("Rahmat Santoso", "Leles, Garut"), &said("Dewi Lestari", "Garut")));
}

#[test]
fn figures_of_other_owners_doings_and_spans_are_not_compared() {
    for (one, other, is_told) in [
        (
            "Anggaran belanja Kabupaten Garut sudah dipakai sebesar Rp 4,6 triliun",
            "Anggaran belanja Kabupaten Garut sudah dipakai sebesar Rp 2,3 triliun",
            true,
        ),
        (
            "Anggaran belanja Kabupaten Bogor sudah dipakai sebesar Rp 4,6 triliun",
            "Anggaran belanja Kabupaten Bekasi sudah dipakai sebesar Rp 2,3 triliun",
            false,
        ),
        (
            "Video gudang beras Cibatu itu sudah 920 kali ditonton warga",
            "Video gudang beras Cibatu itu sudah 45 kali ditonton warga",
            true,
        ),
        (
            "Video gudang beras Cibatu itu sudah 920 kali ditonton warga",
            "Video gudang beras Cibatu itu sudah 45 kali dibagikan warga",
            false,
        ),
        (
            "Api di gudang beras Cibatu padam setelah empat jam",
            "Api di gudang beras Cibatu padam setelah enam jam",
            false,
        ),
        (
            "Pemadaman gudang beras Cibatu berlangsung empat jam",
            "Pemadaman gudang beras Cibatu berlangsung enam jam",
            true,
        ),
        (
            "Polisi mencabut izin empat perusahaan beras Cibatu",
            "Polisi mencabut izin lima perusahaan beras Cibatu",
            true,
        ),
        (
            "Polisi mencabut izin empat perusahaan beras Cibatu",
            "Polisi memberikan izin lima perusahaan beras Cibatu",
            false,
        ),
        (
            "Berikut rangkuman delapan foto gudang beras Cibatu",
            "Berikut rangkuman sepuluh foto gudang beras Cibatu",
            false,
        ),
    ] {
        assert_eq!(differ("figure", &format!("{one}."), &format!("{other}.")), is_told, "{one} / {other}");
    }
}

#[test]
fn a_figure_is_shown_with_the_words_that_hedge_it() {
    let found = differences(
        "Polisi memeriksa pemilik gudang beras Cibatu dengan 20 pertanyaan.",
        "Pemilik gudang beras Cibatu diperiksa polisi, \"Jadi ada sekitar 20 pertanyaan,\" katanya.",
    );
    let values = vec!["20 pertanyaan".to_owned(), "sekitar 20 pertanyaan".to_owned()];
    assert!(found.contains(&("figure-precision", values)), "{found:?}");
}

#[test]
fn a_range_and_its_first_day_are_not_one_time_told_more_exactly() {
    let sale = |time: &str| format!("Pasar murah beras Cibatu di Garut dibuka {time}.");
    assert!(!differ("time-precision", &sale("pada 10 Maret 2025"), &sale("pada 10 hingga 12 Maret 2025")));
    assert!(differ("time-precision", &sale("pada 10 Maret 2025"), &sale("pada 10 Maret 2025 pukul 09.15 WIB")));
    let both = sale("pada 10 Maret 2025") + " Warga antre sejak 10 Maret 2025 pukul 09.15 WIB.";
    assert!(!differ("time-precision", &both, &sale("pada 10 Maret 2025 pukul 09.15 WIB")));
}

#[test]
fn titles_are_those_of_the_person_and_names_are_not_longer_by_other_words() {
    let title = |office: &str| format!("Api di gudang beras Cibatu diselidiki {office} Rahmat Santoso.");
    assert!(differ(
        "title",
        &title("Kepala Bidang Penerangan Polres Garut"),
        &title("Kepala Bidang Pemadaman Polres Garut")
    ));
    let after = |office: &str| {
        format!("Api diselidiki. Hadir di gudang beras Cibatu Budi Wirayuda selaku {office}, Rahmat Santoso.")
    };
    assert!(!differ(
        "title",
        &after("Kepala Bidang Penerangan Polres Garut"),
        &title("Kepala Bidang Pemadaman Polres Garut")
    ));
    let person = |name: &str| format!("Api di gudang beras Cibatu diselidiki AKP {name} sejak pagi.");
    assert!(differ("fuller-name", &person("Rahmat Santoso"), &person("Rahmat Santoso Wirayuda")));
    let spread = person("Rahmat Santoso") + " Keluarga Wirayuda datang ke gudang beras Cibatu.";
    assert!(!differ("fuller-name", &spread, &person("Rahmat Santoso Wirayuda")));
}

#[test]
fn where_it_was_read_is_no_other_speaker() {
    let told = |by: &str| {
        format!("{by} gudang beras Cibatu milik warga Garut itu terbakar karena hubungan arus pendek listrik.")
    };
    let spoken = told("Kapolsek Cibatu AKP Rahmat Santoso mengatakan");
    assert!(!differ("speaker-body", &spoken, &told("Dilansir dari Antara, Rabu (5/3/2025),")));
}
