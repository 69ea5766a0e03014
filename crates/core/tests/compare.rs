//! Invented articles laid side by side: what comparing them must find, and what it must not.

use proptest::prelude::*;
use silang_core::compare::{Comparison, DifferenceKind, Place, Role, Verdict};
use silang_core::{Analysis, Article, Language, analyze, compare};

const FLOOD: &str = "Banjir Rendam Desa Sukamaju, 12 Rumah Rusak

Garut - Banjir bandang merendam Desa Sukamaju, Kabupaten Garut, pada Senin (3/3/2025) malam. \
Sebanyak 12 rumah rusak akibat banjir bandang di Desa Sukamaju. \
\"Kami sudah mengirim perahu karet dan makanan untuk warga yang mengungsi ke balai desa,\" \
kata Kepala BPBD Garut Rahmat Santoso, Selasa (4/3/2025).
Bupati Garut secara prinsip setuju memindahkan warga Desa Sukamaju ke tempat yang lebih tinggi.
";

const FLOOD_TOO: &str = "Banjir Bandang di Sukamaju Garut, Warga Mengungsi

Garut - Banjir bandang menerjang Desa Sukamaju, Kabupaten Garut, Senin (3/3/2025) malam. \
Banjir bandang di Desa Sukamaju membuat 15 rumah rusak. \
\"Kami sudah mengirim perahu karet dan beras untuk warga yang mengungsi ke balai desa,\" \
ujar Kepala BPBD Garut Rahmat Santosa, Selasa (4/3/2025).
Bupati Garut setuju memindahkan warga Desa Sukamaju ke tempat yang lebih tinggi.
Gempa kecil sempat terasa di Pameungpeuk sesaat sebelum hujan lebat turun.
";

const TRIAL: &str = "Hakim Vonis Mantan Direktur Bank Nusa Empat Tahun Penjara

Surabaya - Majelis hakim menjatuhkan vonis empat tahun penjara kepada mantan Direktur Bank Nusa, \
Lukman Hakim, pada Kamis (6/3/2025). Jaksa sebelumnya menuntut enam tahun penjara dalam perkara kredit fiktif.
";

fn read(texts: &[&str]) -> Vec<Analysis> {
    let language = Language::indonesian();
    let article = |(i, text): (usize, &&str)| Article::new(format!("{i}.txt"), *text);
    texts.iter().enumerate().map(|named| analyze(&language, &article(named))).collect()
}

fn lay_side_by_side(analyses: &[Analysis]) -> Comparison {
    compare(&Language::indonesian().compare, &analyses.iter().collect::<Vec<_>>())
}

fn text<'a>(analyses: &'a [Analysis], place: &Place) -> &'a str {
    analyses[place.article].document.slice(place.span)
}

/// Each difference as its kind, verdict and values.
fn told(analyses: &[Analysis]) -> Vec<(DifferenceKind, Verdict, Vec<String>)> {
    let values = |d: &silang_core::compare::Difference| d.values.iter().map(|v| v.value.clone()).collect();
    lay_side_by_side(analyses).differences.iter().map(|d| (d.kind, d.verdict, values(d))).collect()
}

#[test]
fn articles_of_one_event_come_together_and_others_stay_apart() {
    let comparison = lay_side_by_side(&read(&[FLOOD, TRIAL, FLOOD_TOO]));
    assert_eq!(comparison.events, [vec![0, 2], vec![1]]);
}

#[test]
fn the_same_utterance_is_found_in_other_words() {
    let analyses = read(&[FLOOD, FLOOD_TOO, TRIAL]);
    let comparison = lay_side_by_side(&analyses);
    let [same] = comparison.utterances.as_slice() else { panic!("{:?}", comparison.utterances) };
    assert!(same.iter().all(|place| text(&analyses, place).starts_with("Kami sudah mengirim perahu karet")));
    assert_eq!(same.iter().map(|place| place.article).collect::<Vec<_>>(), [0, 1]);
}

#[test]
fn figures_names_and_certainty_that_differ_are_told() {
    let analyses = read(&[FLOOD, FLOOD_TOO]);
    let found = told(&analyses);
    let has = |kind, verdict, one: &str, other: &str| {
        found.iter().any(|(k, v, values)| {
            *k == kind && *v == verdict && values.iter().any(|x| x == one) && values.iter().any(|x| x == other)
        })
    };
    assert!(has(DifferenceKind::Number, Verdict::Conflict, "12 rumah", "15 rumah"), "{found:?}");
    assert!(has(DifferenceKind::Name, Verdict::Conflict, "Rahmat Santoso", "Rahmat Santosa"), "{found:?}");
    assert!(has(DifferenceKind::Wording, Verdict::Precision, "prinsip setuju", "setuju"), "{found:?}");
    assert!(has(DifferenceKind::Wording, Verdict::Compatible, "makanan", "beras"), "{found:?}");
}

#[test]
fn an_article_does_not_differ_from_its_copy() {
    let analyses = read(&[FLOOD, FLOOD]);
    let comparison = lay_side_by_side(&analyses);
    assert_eq!(comparison.events, [vec![0, 1]]);
    assert_eq!(comparison.differences, []);
    assert_eq!(comparison.only, []);
    assert!(comparison.alignments.iter().any(|pair| pair.copied));
}

#[test]
fn what_only_one_article_tells_is_found() {
    let analyses = read(&[FLOOD, FLOOD_TOO]);
    let comparison = lay_side_by_side(&analyses);
    let only: Vec<&str> = comparison.only.iter().map(|place| text(&analyses, place)).collect();
    assert_eq!(only, ["Gempa kecil sempat terasa di Pameungpeuk sesaat sebelum hujan lebat turun."]);
}

#[test]
fn a_reprint_is_no_other_article() {
    let only = |texts: &[&str]| -> Vec<String> {
        let analyses = read(texts);
        lay_side_by_side(&analyses).only.iter().map(|place| text(&analyses, place).to_owned()).collect()
    };
    let alone = only(&[FLOOD, FLOOD_TOO]);
    assert!(!alone.is_empty());
    for reprinted in [&[FLOOD, FLOOD, FLOOD_TOO], &[FLOOD_TOO, FLOOD, FLOOD_TOO]] {
        assert_eq!(only(reprinted), alone);
    }
}

#[test]
fn the_day_on_which_somebody_is_quoted_from_elsewhere_is_one_of_publication() {
    let text = "Harga Naik\n14 Maret 2023\n\nHarga beras naik, kata Budi dilansir dari Antara, Senin (13/3/2023).";
    let timeline = lay_side_by_side(&read(&[text])).timeline;
    let moment = timeline.iter().find(|moment| moment.value == "2023-03-13");
    assert!(moment.is_some_and(|moment| moment.items.iter().all(|(_, role)| *role == Role::Published)), "{timeline:?}");
}

#[test]
fn the_timeline_tells_what_happened_from_what_was_said() {
    let analyses = read(&[FLOOD, FLOOD_TOO]);
    let timeline = lay_side_by_side(&analyses).timeline;
    let role = |value: &str, wanted| {
        let at = |m: &&silang_core::compare::Moment| m.value.starts_with(value);
        timeline.iter().filter(at).flat_map(|m| &m.items).any(|(_, role)| *role == wanted)
    };
    assert!(role("2025-03-03", Role::Happened), "{timeline:?}");
    assert!(role("2025-03-04", Role::Said), "{timeline:?}");
    assert!(!role("2025-03-03", Role::Said), "{timeline:?}");
}

#[test]
fn a_person_is_one_across_articles() {
    let analyses = read(&[FLOOD, FLOOD_TOO]);
    let comparison = lay_side_by_side(&analyses);
    let rahmat = comparison.entities.iter().filter(|entity| entity.name.starts_with("Rahmat"));
    let articles: Vec<Vec<usize>> = rahmat.map(|e| e.mentions.iter().map(|m| m.article).collect()).collect();
    assert_eq!(articles, [vec![0, 1]]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_texts_can_be_compared(noise in "\\PC{0,120}", cut in 0..400_usize) {
        let half = FLOOD.char_indices().nth(cut).map_or("", |(at, _)| &FLOOD[at..]);
        let mixed = format!("{noise}\n{half}\n{noise}");
        let analyses = read(&[FLOOD, &mixed, &noise, ""]);
        let comparison = lay_side_by_side(&analyses);
        prop_assert_eq!(comparison.events.iter().map(Vec::len).sum::<usize>(), 4);
        prop_assert_eq!(&comparison, &lay_side_by_side(&analyses));
    }
}

const LEVEE: &str = "Tanggul Baru Sungai Wulan Disetujui

Demak - Pembangunan tanggul baru di Sungai Wulan diusulkan oleh Direktur PT Sumber Tirta Siti Aminah pada rapat, Senin (3/3/2025). \
Pekerjaan tanggul Sungai Wulan dimulai dari Desa Wonosari, Kecamatan Karang Jati, dan selesai sebelum musim hujan. \
Warga mengajukan sekitar 40 keberatan atas rencana itu.
Dinas Pengairan Jawa Tengah memberi peringatan agar warga di bantaran Sungai Wulan tidak menanam jagung di badan tanggul lama karena \
akarnya merusak tanggul dan membuat air merembes ke sawah.
";

const LEVEE_TOO: &str = "Warga Sambut Tanggul Baru Sungai Wulan

Demak - Tanggul baru yang diusulkan PT Sumber Tirta itu dibahas pada rapat, Senin (3/3/2025). \
Pekerjaan tanggul Sungai Wulan dimulai dari Desa Wonosari, Kecamatan Karang Anyar, dan selesai sebelum musim hujan. \
Bupati menerima 40 keberatan.
Kepala Bidang Sungai Kabupaten Demak Joko Raharjo meminta warga di bantaran Sungai Wulan tidak menanam jagung di badan tanggul lama karena \
akarnya merusak tanggul dan membuat air merembes ke sawah.
";

#[test]
fn agents_sources_places_and_vague_counts_that_differ_are_told() {
    let analyses = read(&[LEVEE, LEVEE_TOO]);
    let comparison = lay_side_by_side(&analyses);
    let whys: Vec<&str> = comparison.differences.iter().map(|difference| difference.why).collect();
    for why in ["agent-office", "figure-precision", "place", "source"] {
        assert!(whys.contains(&why), "{why} is not among {:?}", comparison.differences);
    }
}

#[test]
fn the_same_agent_and_place_are_no_difference() {
    let analyses = read(&[LEVEE, LEVEE]);
    assert_eq!(lay_side_by_side(&analyses).differences, []);
}

#[test]
fn reprints_are_one_event_and_what_one_of_them_changes_is_found() {
    const COPIES: usize = 150;
    let reprint = |number: usize| match number {
        97 => FLOOD.replace("12 rumah rusak akibat", "21 rumah rusak akibat"),
        _ => format!("{FLOOD}Pewarta {number} melaporkan.\n"),
    };
    let texts: Vec<String> = (0..COPIES).map(reprint).collect();
    let analyses = read(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    let comparison = lay_side_by_side(&analyses);
    assert_eq!(comparison.events, [(0..COPIES).collect::<Vec<_>>()]);
    let said: Vec<usize> = comparison.utterances.iter().map(Vec::len).collect();
    assert!(said.contains(&COPIES), "{said:?}");
    let told = |difference: &silang_core::compare::Difference| {
        let is_changed =
            |telling: &silang_core::compare::Telling| telling.place.article == 97 && telling.value.starts_with("21");
        difference.kind == DifferenceKind::Number && difference.values.iter().any(is_changed)
    };
    assert!(comparison.differences.iter().any(told), "{:?}", comparison.differences);
    assert!(comparison.alignments.len() < 20 * COPIES, "{}", comparison.alignments.len());
}

const CRASH: &str = "Bus Mahasiswa Terguling di Tanjakan Cikidang

Sukabumi - Sebuah bus yang membawa mahasiswa terguling di tanjakan Cikidang, Kabupaten Sukabumi, Senin (3/3/2025). \
Sebanyak 12 mahasiswa meninggal dunia akibat kecelakaan bus di tanjakan Cikidang itu. \
Sopir bus, Dadang Hermawan, ditahan polisi.
Direktur Lalu Lintas Polda Jawa Barat Rina Wulandari mengatakan rem bus itu blong di tanjakan Cikidang.
";

const CRASH_TOO: &str = "Kecelakaan Bus di Cikidang Sukabumi Tewaskan 15 Orang

Sukabumi - Kecelakaan bus di tanjakan Cikidang, Kabupaten Sukabumi, menewaskan 15 orang pada Senin (3/3/2025). \
Bus yang membawa mahasiswa itu terguling karena rem blong, kata Rina Wulandari, direktur lalu lintas Polres Sukabumi.
";

#[test]
fn tolls_and_offices_told_in_other_words_are_told() {
    let told = told(&read(&[CRASH, CRASH_TOO]));
    let values = |kind, verdict| told.iter().find(|d| (d.0, d.1) == (kind, verdict)).map(|d| d.2.clone());
    let dead = values(DifferenceKind::Number, Verdict::Conflict).unwrap_or_default();
    assert!(dead.contains(&"12 mahasiswa".into()) && dead.contains(&"15 orang".into()), "{told:?}");
    let office = values(DifferenceKind::Name, Verdict::Precision).unwrap_or_default();
    assert!(office.iter().any(|title| title.contains("Polda Jawa Barat")), "{told:?}");
}

#[test]
fn parts_of_a_toll_are_no_other_toll() {
    let parts = CRASH_TOO.replace("menewaskan 15 orang", "menewaskan 12 orang dan melukai tiga dari 15 orang");
    let told = told(&read(&[CRASH, &parts.replace("Tewaskan 15 Orang", "Tewaskan Mahasiswa")]));
    assert!(told.iter().all(|d| d.0 != DifferenceKind::Number), "{told:?}");
}

#[test]
fn a_date_that_its_weekday_belies_is_told_with_the_one_that_was_meant() {
    let article = |day: &str| {
        format!(
            "Bupati Garut Resmikan Jembatan Cimanuk\n\nGarut - Bupati Garut Rahmat Santoso meresmikan Jembatan Cimanuk, {day}.\n"
        )
    };
    for (day, meant, is_slip) in [
        ("Selasa (5/3/2025)", "Selasa (4/3/2025)", true),
        ("Senin (4/3/2025)", "Selasa (4/3/2025)", true),
        ("Selasa (11/3/2025)", "Selasa (4/3/2025)", false),
    ] {
        let found = told(&read(&[&article(day), &article(meant)]));
        let values = [day, meant].map(str::to_owned).to_vec();
        assert_eq!(found.contains(&(DifferenceKind::Time, Verdict::Conflict, values)), is_slip, "{day}: {found:?}");
    }
}

/// The differences of two tellings of one theft, which have these words in the same places.
fn told_of_theft(one: [&str; 4], other: [&str; 4]) -> Vec<(DifferenceKind, Verdict, Vec<String>)> {
    let article = |[place, plate, person, proven]: [&str; 4]| {
        format!(
            "Polisi Tangkap Pencuri Mobil di Garut\n\nGarut - Polisi menangkap pencuri mobil putih berpelat {plate} di {place}, \
             Senin (3/3/2025). Pelaku {proven} mencuri mobil putih milik warga itu pada malam hari.\n\
             \"Mobil putih itu sudah kami kembalikan kepada pemiliknya,\" kata Kapolsek Garut Kota AKP {person}, Selasa (4/3/2025).\n"
        )
    };
    told(&read(&[&article(one), &article(other)]))
}

const THEFT: [&str; 4] = ["Kampung Sukamaju, Kecamatan Cibatu", "Z 1234 ABC", "Rahmat Santoso", "diduga"];

#[test]
fn places_codes_names_and_proof_that_differ_are_told() {
    assert_eq!(told_of_theft(THEFT, THEFT), []);
    let cases = [
        (0, "Kampung Sukamaju", DifferenceKind::Place, Verdict::Precision),
        (0, "Kampung Sukamaju, Kecamatan Leles", DifferenceKind::Place, Verdict::Conflict),
        (1, "Z-1235-ABC", DifferenceKind::Name, Verdict::Conflict),
        (2, "Rahmat Santoso Wirayuda", DifferenceKind::Name, Verdict::Precision),
        (3, "terbukti", DifferenceKind::Wording, Verdict::Conflict),
    ];
    for (at, word, kind, verdict) in cases {
        let mut other = THEFT;
        other[at] = word;
        let found = told_of_theft(THEFT, other);
        let is_told = |(k, v, values): &(DifferenceKind, Verdict, Vec<String>)| {
            (*k, *v) == (kind, verdict) && values.len() == 2 && values.iter().any(|value| value.contains(word))
        };
        assert!(found.len() == 1 && found.iter().all(is_told), "{word}: {found:?}");
    }
}

/// The differences of two tellings of one fire, which have these words in the same places.
fn told_of_fire(one: [&str; 3], other: [&str; 3]) -> Vec<(&'static str, Vec<String>)> {
    let article = |[time, room, day]: [&str; 3]| {
        format!(
            "Pasar Cibatu Terbakar\n\nGarut - Kebakaran melanda ratusan kios Pasar Cibatu, {time}. Tidak ada korban jiwa.\n\
             \"Penyebab kebakaran kios Pasar Cibatu masih kami selidiki bersama petugas pemadam,\" kata Kapolsek Cibatu AKP Rahmat Santoso \
             {room}, {day}.\n"
        )
    };
    let analyses = read(&[&article(one), &article(other)]);
    let values = |d: &silang_core::compare::Difference| d.values.iter().map(|v| v.value.clone()).collect();
    lay_side_by_side(&analyses).differences.iter().map(|d| (d.why, values(d))).collect()
}

#[test]
fn times_and_places_told_more_exactly_and_days_of_quoting_are_told() {
    let fire = ["Senin (3/3/2025)", "di Balai Desa Sukamaju", "Selasa (4/3/2025)"];
    assert_eq!(told_of_fire(fire, fire), []);
    for (at, words, why) in [
        (0, "Senin (3/3/2025) pukul 14.40 WIB", "time-precision"),
        (1, "di Pendopo Garut", "occasion-place"),
        (1, "di Kecamatan Leles, Balai Desa Sukamaju", "spot"),
        (1, "di akun Pendopo Garut", ""),
        (2, "dikutip Rabu (5/3/2025)", "occasion-quoted"),
        (2, "Rabu (5/3/2025)", "occasion"),
        (2, "belum lama ini", "time-precision"),
        (2, "sambil berjalan", ""),
    ] {
        let mut other = fire;
        other[at] = words;
        let found = told_of_fire(fire, other);
        let whys: Vec<&str> = found.iter().map(|(why, _)| *why).collect();
        assert_eq!(whys, if why.is_empty() { vec![] } else { vec![why] }, "{words}: {found:?}");
    }
}

#[test]
fn stretches_of_time_with_one_end_in_common_differ_unless_an_article_tells_both() {
    let article = |years: &str| {
        format!(
            "Dana Hibah Garut Diselidiki\n\nGarut - Jaksa menyelidiki dugaan korupsi dana hibah Garut {years}, Senin (3/3/2025).\n"
        )
    };
    let differs = |one: &str, other: &str| {
        let found = told(&read(&[&article(one), &article(other)]));
        found.iter().any(|(kind, verdict, _)| (*kind, *verdict) == (DifferenceKind::Time, Verdict::Conflict))
    };
    assert!(differs("tahun 2019-2022", "tahun 2019-2023"));
    assert!(!differs("tahun 2019-2022", "tahun 2019-2022"));
    assert!(!differs("tahun 2019-2022", "tahun 2014-2018"));
    assert!(!differs("tahun 2019-2022", "tahun 2019-2022 dan 2019-2023"));
}

#[test]
fn a_short_form_of_several_words_is_told_when_it_is_spelled_out_differently() {
    let article = |body: &str| {
        format!(
            "Hakim Dilaporkan di Garut\n\nGarut - {body} (Bawas MA) menerima laporan warga Garut tentang hakim, Senin (3/3/2025).\n"
        )
    };
    for (one, other, differ) in [
        ("Badan Pengawas Mahkamah Agung", "Badan Pengawasan Mahkamah Agung RI", true),
        ("Badan Pengawas Mahkamah Agung", "Badan PengawasMahkamah Agung RI", false),
    ] {
        let found = told(&read(&[&article(one), &article(other)]));
        let values = vec![one.to_owned(), other.to_owned()];
        assert_eq!(found.contains(&(DifferenceKind::Name, Verdict::Conflict, values)), differ, "{found:?}");
    }
}

#[test]
fn a_short_form_that_is_a_word_and_initials_are_told() {
    let article = |body: &str| format!("Pria Ditangkap di Garut\n\nGarut - {body} di Garut, Senin (3/3/2025).\n");
    let found = |one: &str, other: &str| told(&read(&[&article(one), &article(other)]));
    let spelled = |one: &str, other: &str| {
        let both = |name: &str| format!("Anggota {name} menangkap seorang pria");
        let kind = (DifferenceKind::Name, Verdict::Conflict);
        found(&both(one), &both(other)).iter().any(|(what, verdict, _)| (*what, *verdict) == kind)
    };
    let right = "Taruna Siaga Bencana (Tagana)";
    assert!(spelled(right, "Tim Siaga Bencana (Tagana)"));
    assert!(!spelled(right, right) && !spelled(right, "Tagana (Taruna Siaga Bencana)"));
    let (full, initials) = ("Polisi menangkap Budi Santoso (31)", "Polisi menangkap pria berinisial BS (31)");
    let values = vec!["Budi Santoso".to_owned(), "BS".to_owned()];
    assert!(found(full, initials).contains(&(DifferenceKind::Name, Verdict::Precision, values)));
    assert_eq!(found(full, "Polisi menangkap pria berinisial AS (31)"), []);
}

#[test]
fn reports_full_of_figures_of_two_moments_do_not_differ() {
    let report = |figures: &[u32]| {
        let lines = figures.iter().map(|figure| format!("Harga beras di Pasar Cibatu {figure} rupiah per kilogram."));
        let told = lines.collect::<Vec<_>>().join(" ");
        format!(
            "Harga Beras di Pasar Cibatu Hari Ini\n\nGarut - Pasar Cibatu ramai pembeli, Senin (3/3/2025). {told}\n"
        )
    };
    let numbers = |first: u32| (0..9).map(|at| first + 137 * at).collect::<Vec<_>>();
    let figures = |one: &[u32], other: &[u32]| {
        let found = told(&read(&[&report(one), &report(other)]));
        found.into_iter().filter(|difference| difference.0 == DifferenceKind::Number).count()
    };
    assert_eq!(figures(&numbers(11_011), &numbers(14_017)), 0);
    assert!(figures(&numbers(11_011)[..1], &numbers(14_017)[..1]) > 0);
}
