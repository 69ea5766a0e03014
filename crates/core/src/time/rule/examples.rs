//! What each rule finds, and what it leaves alone: `[words=value]` marks an expression with its value.
//! All examples are read as if published on Monday, 21 February 2022.

use crate::time::reading::Tables;
use crate::time::rule::RULES;
use crate::{Article, Document, Language, analyze};

const EXAMPLES: &[(&str, &[&str])] = &[
    (
        "day",
        &[
            "Ia tiba pada [Minggu (20/2/2022) malam=2022-02-20TNI] itu.",
            "Kebakaran terjadi [Sabtu dan Minggu (19-20/2/2022)=2022-02-19/2022-02-20].",
            "Konferensi [1-3 Februari 2022=2022-02-01/2022-02-03] di Bali.",
            "Mereka bertemu [hari Kamis=2022-02-17].",
            "Jalan ditutup [Jumat (25/2/2022) hingga Senin=2022-02-25/2022-02-28].",
            "Hujan turun [Jumat (25/2/2022) malam hingga Sabtu pagi=2022-02-25TNI/2022-02-26TMO].",
            "Sidang akan digelar [Rabu=2022-02-23].",
            "Kebakaran di Pasar Minggu padam.",
            "Sebanyak 2/3 anggota hadir.",
        ],
    ),
    (
        "day-word",
        &["Ia tiba [kemarin sore=2022-02-20TAF].", "Rapat [besok=2022-02-22].", "Kegiatan sehari-hari itu biasa saja."],
    ),
    (
        "clock",
        &[
            "Rapat dimulai [pukul 10.00 WIB=2022-02-21T10:00+07:00].",
            "Mulai [setengah delapan malam=2022-02-21T19:30].",
            "Pidato [pukul 09.00 waktu Moskow=2022-02-21T09:00+03:00].",
            "Ia membeli jam tangan.",
        ],
    ),
    (
        "part-of-day",
        &[
            "Laga digelar [malam ini=2022-02-21TNI].",
            "Laga digelar [malam ini, Senin (21/2/2022)=2022-02-21TNI].",
            "Rumah itu roboh [tadi malam=2022-02-20TNI].",
            "Pasar malam ramai.",
        ],
    ),
    (
        "month",
        &[
            "Harga naik [Juni lalu=2021-06].",
            "Ia mundur [akhir Januari 2022=2022-01-31~].",
            "Periode [Januari-Maret 2022=2022-01/2022-03] sepi.",
            "Ibu Mei Lestari hadir.",
            "Laporan periode [02/2022=2022-02] terbit.",
            "Perpres 8/2022 berlaku.",
        ],
    ),
    (
        "year",
        &[
            "Sejak [tahun 2007=2007] ia bekerja.",
            "Anggota periode [2019-2024=2019/2024] pulang.",
            "Lagu [tahun 1990-an=199X] itu.",
            "Peserta Piala Dunia 2026 tiba.",
            "Pameran dibuka\nPRJ 2025 ramai.",
            "Undang-Undang Nomor 11 Tahun 2008 berlaku.",
        ],
    ),
    (
        "period",
        &[
            "Harga turun [pekan lalu=2022-W07].",
            "Ia mundur. [Minggu ini=2022-W08] ia pulang.",
            "Ia bertemu Putin [awal bulan ini=2022-02-01~/2022-02-10~].",
            "Ia pergi [dua hari lalu=2022-02-19].",
            "Kasus naik dalam [tiga hari terakhir=P3D].",
            "Puluhan orang ditangkap selama [akhir pekan=2022-02-19/2022-02-20].",
            "Pasar akan ramai pada [akhir pekan=2022-02-26/2022-02-27].",
            "Tiket hari biasa dan akhir pekan sama.",
        ],
    ),
    (
        "part-of-year",
        &["Laba [kuartal I 2022=2022-33] naik.", "Pada [semester kedua tahun lalu=2021-07/2021-12] laba turun."],
    ),
    (
        "length",
        &[
            "Rapat itu [3 jam 20 menit=PT3H20M].",
            "Ia dihukum [satu setengah tahun=P1Y6M].",
            "Pria berusia 45 tahun itu pulang.",
            "Rahma, 45 tahun, pulang bersama Budi (17 tahun).",
            "Gol lahir pada menit ke-26.",
        ],
    ),
    ("from-date", &["Ia meninggal [tiga hari setelah 10 Februari 2022=2022-02-13]."]),
    (
        "repeated",
        &[
            "Ia berlari [setiap hari=P1D].",
            "Puasa [setiap Senin dan Kamis={XXXX-WXX-1,XXXX-WXX-4}].",
            "Minum [dua kali sehari=P1D].",
            "Ia membayar [per bulan=P1M].",
            "Ia pulang [setiap akhir pekan=XXXX-WXX-6/XXXX-WXX-7].",
        ],
    ),
    (
        "feast",
        &[
            "Pemerintah menetapkan [1 Ramadan 1443 H=2022-04-03].",
            "Selama [bulan Ramadan=2022-04-03/2022-05-01] sepi.",
            "Mudik Lebaran ramai.",
            "Menjelang Lebaran Kurban kemarin ia pulang.",
        ],
    ),
    ("counted-from-feast", &["Puncak mudik [H-7 Lebaran=2022-04-25]."]),
    ("vague", &["Rusia saat ini bersiap.", "Laporan tahunan itu terbit."]),
];

/// The text of an example with its marks taken out, and with the marks that `article` gets put in.
fn marked(language: &Language, example: &str) -> (String, Vec<&'static str>) {
    let mut plain = String::new();
    for (index, part) in example.split(['[', ']']).enumerate() {
        let words = if index % 2 == 1 { part.split_once('=').map_or(part, |(words, _)| words) } else { part };
        plain.push_str(words);
    }
    let article = Article { published: "2022-02-21".parse().ok(), ..Article::new("contoh.txt", plain.clone()) };
    let times = analyze(language, &article).times.expressions;
    let mut back = plain;
    for time in times.iter().rev() {
        back.insert_str(time.span.end(), &format!("={}]", time.value));
        back.insert(time.span.start(), '[');
    }
    (back, times.iter().map(|time| time.rule).collect())
}

#[test]
fn every_rule_reads_its_examples() {
    let language = Language::indonesian();
    for (rule, examples) in EXAMPLES {
        for example in *examples {
            let (back, rules) = marked(&language, example);
            assert_eq!(&back, example);
            assert!(rules.iter().all(|found| found == rule), "{example}: {rules:?}");
        }
    }
}

#[test]
fn every_rule_has_examples() {
    for rule in RULES {
        assert!(EXAMPLES.iter().any(|(name, _)| *name == rule.name), "{}", rule.name);
    }
}

/// Forms that the examples lack.
const MIXED: [&str; 6] = [
    "Senin malam pekan depan, hari Rabu, Selasa Pon, tanggal 25, tanggal 5 setiap bulan, February 20, 2022 dan '98.",
    "Setengah jam, satu setengah tahun, 3 x 24 jam, berhari-hari, dua atau tiga hari lalu, sekitar 15 menit lagi.",
    "Akhir pekan ini, akhir musim panas lalu, musim 2016/17, Q3 2021, minggu kedua April, periode yang sama tahun lalu.",
    "Tahun ajaran 2021/2022, musim kemarau 2021, era 90-an, abad ke-20, dekade 1980-an, tahun 44 SM, 1800 Masehi.",
    "Usai salat Jumat, ba'da Isya, bulan Ramadan, malam Natal, tanggal 1 Syawal, H+3 Lebaran 2022, nanti malam.",
    "Hari itu, keesokan harinya, lusa pagi, semalam, tadi pagi, tengah malam, sejak sore, per hari, dua kali sehari.",
];

/// Rules are only asked where they say that they can begin; nothing they would read is lost by that.
#[test]
fn every_rule_says_where_it_can_begin() {
    let language = Language::indonesian();
    for text in EXAMPLES.iter().flat_map(|(_, examples)| *examples).chain(&MIXED) {
        let document = Document::new(&language.text, &text.replace(['[', ']', '='], " "));
        let tables = Tables::new(&language.time, &document);
        let reading = tables.within(0..document.tokens().len());
        for at in 0..document.tokens().len() {
            for (index, rule) in RULES.iter().enumerate() {
                let can = reading.openers(at) >> index & 1 == 1;
                let read = (rule.read)(&reading, at);
                assert!(can || read.is_none(), "{} at {:?} of {text}", rule.name, reading.text(at));
            }
        }
    }
}
