//! Whole statements in an inline notation: `[…]` is content, `{Budi}` a person, `{O:Bank Anu}` an organisation,
//! `{L:Depok}` a place; `{Budi=Budi Karya}` names Budi Karya by "Budi". Every sentence is made up.

mod appositions;
mod clauses;
mod constructions;

use std::sync::OnceLock;

use proptest::prelude::*;

use crate::entity::Entities;
use crate::entity::mention::{Entity, EntityId, EntityKind, Mention};
use crate::lang::Language;
use crate::statement::{self, Statement};
use crate::text::document::Document;
use crate::text::span::Span;

/// A text without its braces and brackets, with the names they marked.
struct Marked {
    text: String,
    entities: Entities,
}

fn plain(marked: &str) -> Marked {
    let mut text = String::new();
    let mut entities = Entities::default();
    for (at, piece) in marked.replace(['[', ']'], "").split(['{', '}']).enumerate() {
        if at % 2 == 0 {
            text.push_str(piece);
            continue;
        }
        let (kind, piece) = match piece.split_at_checked(2) {
            Some(("O:", rest)) => (EntityKind::Organization, rest),
            Some(("L:", rest)) => (EntityKind::Location, rest),
            _ => (EntityKind::Person, piece),
        };
        let (words, name) = piece.split_once('=').unwrap_or((piece, piece));
        let known = entities.entities.iter().position(|entity| entity.name == name);
        let entity = EntityId(known.unwrap_or(entities.entities.len()) as u32);
        if known.is_none() {
            entities.entities.push(Entity { name: name.into(), kind });
        }
        let span = Span::new(text.len(), text.len() + words.len());
        entities.mentions.push(Mention { span, kind, entity, rule: "test", sure: true });
        text.push_str(words);
    }
    Marked { text, entities }
}

fn find(marked: &Marked) -> (Document, Vec<Statement>) {
    static LANGUAGE: OnceLock<Language> = OnceLock::new();
    let language = LANGUAGE.get_or_init(Language::indonesian);
    let document = Document::new(&language.text, &marked.text);
    let found = statement::find(&language.statement, &document, &marked.entities, &[]);
    (document, found)
}

/// Checks that the bracketed stretches are found, and who says them.
fn check(marked: &str, speakers: &[&str]) {
    let given = plain(marked);
    let (_, found) = find(&given);
    let mut back = given.text.clone();
    for statement in found.iter().rev() {
        back.insert(statement.span.end(), ']');
        back.insert(statement.span.start(), '[');
    }
    let wanted: String = marked.split(['{', '}']).enumerate().map(|(at, piece)| name(at, piece)).collect();
    assert_eq!(back, wanted);
    let said: Vec<_> = found.iter().map(|statement| statement.attribution.speaker.as_str()).collect();
    assert_eq!(said, speakers, "{marked}");
}

/// A piece between braces as it stands in the text.
fn name(at: usize, piece: &str) -> &str {
    let bare = piece.strip_prefix("O:").or_else(|| piece.strip_prefix("L:")).unwrap_or(piece);
    if at.is_multiple_of(2) { piece } else { bare.split_once('=').map_or(bare, |(words, _)| words) }
}

#[test]
fn a_cue_after_the_quotation() {
    check("\"[Kami siap menolong warga,]\" kata {Budi Karya}.", &["Budi Karya"]);
    check("“[Jembatan itu aman.]” ujar Kepala Dinas, {Sari Dewi}, di {L:Depok}.", &["Sari Dewi"]);
    check(
        "\"[Hujan turun lagi,\u{201d}] tutur petugas pos jaga, Senin.".replace("\u{201d}]", "]\u{201d}").as_str(),
        &["petugas pos jaga"],
    );
    check("'[Saya tidak takut,]' katanya.", &[""]);
    check("\u{201d} [Airnya sudah surut,]\u{201d} kata {Budi}.", &["Budi"]);
}

#[test]
fn a_cue_before_the_quotation() {
    check("{Budi} mengatakan, \"[Kami siap menolong warga.]\"", &["Budi"]);
    check("{Budi} menulis: \"[Besok kita menang.]\"", &["Budi"]);
    check("\"[Jalan ini rusak,]\" {Budi} menambahkan.", &["Budi"]);
    check("\"[Tahun depan kita pasti menang,]\" sesumbar {Budi}.", &["Budi"]);
}

#[test]
fn quotations_follow_one_another() {
    check("\"[Jalan rusak,]\" kata {Budi}. \"[Kami perbaiki besok.]\"", &["Budi", "Budi"]);
    check("\"[Jalan rusak,]\" kata {Budi}, \"[dan kami perbaiki.]\"", &["Budi", "Budi"]);
    check(
        "{Ani} pergi.\n\"[Kami selalu siap menolong.]\"\n\"[Dan kami akan datang,]\" kata {Budi}.",
        &["Budi", "Budi"],
    );
    check("{Budi} mengatakan [jalan itu rusak].\n\"[Kami perbaiki besok pagi.]\"\nWarga senang.", &["Budi", "Budi"]);
}

#[test]
fn quoted_words_are_no_statement() {
    check("Film \"Laut Biru\" tayang di {L:Depok}.", &[]);
    check("Ia menyanyikan lagu berjudul \"Pulang\" di panggung.", &[]);
    check("Artinya: \"Tuhan kami, terimalah amal kami.\"", &[]);
    check("Kisah {Budi}, anak desa yang menjadi dokter di kota.", &[]);
    check("Acara \"Pesta Rakyat Desa\" dihadiri {Budi}.", &[]);
}

#[test]
fn marks_in_any_state_are_paired() {
    check("\"[Kata guru saya \"jangan menyerah\" itu benar,]\" kata {Budi}.", &["Budi"]);
    check("\"[Kami siap,] kata {Budi}.\nWarga pulang.", &["Budi"]);
    check("\"[Paragraf pertama sangat panjang.\nParagraf kedua juga begitu,]\" kata {Budi}.", &["Budi"]);
    check("[Layar 7\" itu retak dan mahal], kata {Budi}.", &["Budi"]);
}

#[test]
fn marks_of_every_glyph_make_the_same_statement() {
    const PAIRS: [(&str, &str); 12] = [
        ("\"", "\""),
        ("“", "”"),
        ("”", "”"),
        ("“", "\""),
        ("\"", "”"),
        ("″", "″"),
        ("\"", "″"),
        ("«", "»"),
        ("„", "“"),
        ("''", "''"),
        ("\u{a0}\"", "\""),
        ("\u{a0}“", "″"),
    ];
    for (open, close) in PAIRS {
        check(&format!("Warga datang. {open}[Kami siap menolong warga,]{close} kata {{Budi}}."), &["Budi"]);
        check(&format!("{{Budi}} mengatakan, {open}[Kami siap menolong.]{close}\nWarga senang."), &["Budi"]);
        for (inner, outer) in [("'", "'"), ("‘", "’"), ("“", "”")] {
            let inside = format!("{open}[Guru saya bilang {inner}jangan takut{outer} dulu,]{close} kata {{Budi}}.");
            check(&inside, &["Budi"]);
        }
    }
}

#[test]
fn indirect_statements_with_and_without_a_complementiser() {
    check("{Budi} mengatakan bahwa [jembatan itu akan dibuka besok].", &["Budi"]);
    check("{Budi} mengatakan, [jembatan itu akan dibuka besok].", &["Budi"]);
    check("{Budi} mengatakan [jembatan itu akan dibuka besok].", &["Budi"]);
    check("{Budi}, warga {L:Depok}, mengaku [melihat api dari rumahnya].", &["Budi"]);
    check("Pada hari itu, seorang pejabat {O:Bank Anu} mengatakan [suku bunga akan turun].", &["pejabat Bank Anu"]);
    check("{O:Bank Anu} mencatat [simpanan warga naik dua kali lipat].", &["Bank Anu"]);
    check("{L:Depok}, {O:Koran Kita} - {Budi} menyebut [jalan itu rusak].", &["Budi"]);
}

#[test]
fn the_subject_before_a_cue() {
    check("Ayah tiga anak itu mengaku [tidak punya uang].", &["Ayah tiga anak"]);
    check("Pengawas itu menambahkan bahwa [larangan tetap berlaku].", &["Pengawas"]);
    check("Kondisi ini menunjukkan bahwa harga beras turun.", &[]);
    check("Kemenangan itu memastikan tim tersebut naik kelas.", &[]);
    check("{Budi}, ahli kimia di {O:Lab Anu} mengatakan [air itu aman].", &["Budi"]);
    check("Kabar itu muncul saat {Budi} selaku kuasa hukum {Ani} mempertanyakan [apakah jalan itu rusak].", &["Budi"]);
    check("Warga bubar, saat petugas meminta [jalan itu dibuka].", &["petugas"]);
    check("Menurut data, [{Budi} tampil bagus pada laga itu].", &["data"]);
    check("Ia dan {Budi} pulang. Pihaknya meminta [warga tetap tenang].", &["Budi"]);
    check("{Budi} membantah [tudingan itu].", &["Budi"]);
    check("{Budi} menyebut [{Ani} sebagai guru terbaik].", &["Budi"]);
}

#[test]
fn cues_glued_and_misspelt() {
    check("Menteri {Budimengatakan=Budi} [beras cukup].", &["Budi"]);
    check("{Ani}, saksi yang dibawa {Budimengatakan=Budi}, [air itu aman].", &["Ani"]);
    check("{Budi} menggatakan [jembatan itu aman].", &["Budi"]);
    check("Petugas menugaskan {Budi} pergi.", &[]);
}

#[test]
fn passive_cues_without_an_agent() {
    check("\"[Jalan rusak,]\" kata {Budi}. Ditambahkan, [jalan itu diperbaiki besok pagi].", &["Budi", "Budi"]);
    check("\"[Jalan rusak,]\" kata {Budi}. Dikatakannya, [jalan itu diperbaiki besok].", &["Budi", "Budi"]);
    check("{Ani} pulang. Apa yang dikatakan {Budi} bahwa [jalan itu rusak].", &["Budi"]);
    check("Disebutkan, jalan itu rusak berat sejak lama.", &[]);
    check("Dikatakan {Budi} kepada wartawan bahwa [jalan itu rusak].", &["Budi"]);
}

#[test]
fn attributions_that_close_a_sentence() {
    check("[Jembatan itu ambruk tadi malam], {O:Koran Kita} melaporkan.", &["Koran Kita"]);
    check("[Jembatan itu ambruk tadi malam], demikian {O:Koran Kita}.", &["Koran Kita"]);
    check("[Jembatan itu ambruk tadi malam], demikian menurut {Budi}.", &["Budi"]);
    check("Dikutip dari {O:Koran Kita}, [harga beras turun dan disebut aman].", &["Koran Kita"]);
}

#[test]
fn what_is_settled_is_sure() {
    let sure = |marked: &str| find(&plain(marked)).1.last().is_some_and(|statement| statement.sure);
    assert!(sure("{Budi} pulang. Ia mengaku melihat api itu."));
    assert!(sure("\"Jalan rusak,\" kata {Budi}. \"Kami perbaiki besok,\" katanya."));
    assert!(!sure("\"Jalan rusak berat,\" katanya."));
    assert!(!sure("\"Siapa yang datang?\" tanya {Budi}. \"Saya yang datang,\" katanya."));
    assert!(!sure("Harapan lama mengatakan bahwa jalan itu rusak."));
    check("{Budi} mengritik {Ani}. Menurutnya, [{Ani} terlalu lambat].", &["Budi"]);
}

#[test]
fn verbs_beside_the_main_one() {
    check("Setelah menjelaskan hal itu, {Budi} meminta [warga tetap tenang].", &["Budi"]);
    check("\"[Airnya aman,]\" kata {Budi} menjawab pertanyaan para wartawan.", &["Budi"]);
    check("{Budi}, yang dulu menjabat Menteri Air menyatakan [air itu aman].", &["Budi"]);
    check("Bupati {L:Depok} Bela {Budi}: Jalan Itu Aman\n\nWarga pulang.", &[]);
    check("\"[Airnya aman,]\" kata dr. {Budi}, di {L:Depok}.", &["Budi"]);
}

#[test]
fn two_speakers_and_capitals() {
    check("{Budi} dan {Ani} mengaku [melihat api itu].", &["Budi dan Ani"]);
    check("{Ani} pulang. {L:Moskow} menuduh [{L:Ukraina} melanggar janji].", &["Rusia"]);
    check("Penagih Utang di {L:Depok} Bawa Senapan, Ngaku [Buat Jaga Diri]\n\nPolisi datang.", &["Penagih Utang"]);
    check("{Budi} menjamin [air itu aman] bahkan dia menilai [air itu jernih].", &["Budi", "Budi"]);
}

#[test]
fn whom_an_epithet_means() {
    check("\"[Jalan rusak,]\" kata {Budi}. Adik kandung mendiang {Ani} ini mengaku [melihat api].", &["Budi", "Budi"]);
    check(
        "\"[Jalan rusak,]\" kata {Ani}.\nKabar itu dibenarkan {Budi}. Pria itu mengaku [melihat api].",
        &["Ani", "Budi"],
    );
    check(
        "Seorang pejabat mengatakan [beras cukup].\n{Ani} datang ke pasar. \"[Panen bagus,]\" katanya.",
        &["pejabat", "Ani"],
    );
    check(
        "Menurut petani cabai, [panen tahun ini gagal]. \"[Kami rugi,]\" kata {Budi}, petani cabai.",
        &["Budi", "Budi"],
    );
    check("\"[Saya hadir,]\" kata hakim {Budi}. Kemudian hakim menegaskan [sidang itu selesai].", &["Budi", "Budi"]);
}

#[test]
fn speakers_after_the_clause_and_amid_it() {
    check("[Jembatan itu aman], kata {Budi}.", &["Budi"]);
    check("Jembatan itu, kata {Budi}, [akan dibuka besok pagi].", &["Budi"]);
    check("Menurut {Budi}, [jembatan itu aman].", &["Budi"]);
    check("Menurut {Budi}, ahli beton dari kampus itu, [jembatan tersebut aman].", &["Budi"]);
    check("[Jembatan itu masih aman], menurut {Budi}.", &["Budi"]);
    check("{Budi} menanggapi kabar itu dengan santai. Baginya, [jembatan itu sudah lama rusak].", &["Budi"]);
    check("Budi pulang. Bagi mereka yang menunggu, jembatan itu sudah lama rusak.", &[]);
    check("Jembatan itu, menurut {Budi}, [akan dibuka besok pagi].", &["Budi"]);
    check("Menurut rencana, jembatan itu dibuka besok.", &[]);
}

#[test]
fn passive_cues_and_media() {
    check("[Jembatan itu ambruk]. Hal itu disampaikan oleh {Budi}.", &["Budi"]);
    check("{Ani} disebut {Budi} [menerima uang tunai].", &["Budi"]);
    check("{Ani} mewanti-wanti agar [warga tidak panik].", &["Ani"]);
    check("Dilansir {O:Koran Kita}, [harga beras turun pekan ini].", &["Koran Kita"]);
    check("[Harga beras turun pekan ini], seperti dilaporkan {O:Koran Kita}.", &["Koran Kita"]);
}

#[test]
fn some_cues_report_nothing() {
    for text in [
        "{Budi} tidak mengatakan kapan jembatan itu dibuka.",
        "{Budi} enggan menyebut nama pelaku itu.",
        "Petugas datang untuk memastikan jembatan itu aman.",
        "Kita mengatakan hal yang benar.",
        "{Budi} meminta maaf kepada warga yang terdampak.",
    ] {
        check(text, &[]);
    }
    check("{Budi} tidak membantah [jembatan itu rusak berat].", &["Budi"]);
}

#[test]
fn headlines() {
    check("{Budi} Sebut [Jembatan Akan Dibuka]\n\nWarga senang.", &["Budi"]);
    check("Jembatan Ambruk, {Budi}: [Kami Minta Maaf]\n\nWarga pulang.", &["Budi"]);
}

#[test]
fn an_office_in_a_headline_is_that_of_the_name_closest_to_it() {
    check(
        "Hakim Tunda Sidang Pengacara {Budi}\n\nHakim menyatakan [sidang itu ditunda]. \"[Pekan depan,]\" kata hakim.",
        &["Hakim", "hakim"],
    );
}

#[test]
fn references_are_resolved() {
    check("\"[Jalan rusak,]\" kata {Budi}.\n\"[Kami perbaiki,]\" katanya.", &["Budi", "Budi"]);
    check("\"[Jalan rusak,]\" kata {Budi}.\n{Ani} datang. Ia mengaku [melihat jalan itu].", &["Budi", "Ani"]);
    check("Menteri Pertanian {Budi} datang. \"[Beras cukup,]\" kata Menteri.", &["Budi"]);
    check("Seorang pejabat mengatakan [beras cukup]. \"[Panen bagus,]\" kata pejabat itu.", &["pejabat", "pejabat"]);
    check("\"[Kapan dibuka?]\" tanya {Ani}.\n{Budi} menjawab, \"[Besok pagi.]\"", &["Ani", "Budi"]);
    check(
        "Para pejabat desa mengatakan [beras cukup]. Mereka mengatakan [panen bagus].",
        &["pejabat desa", "pejabat desa"],
    );
}

#[test]
fn agents_that_the_verb_or_the_sentence_before_tells() {
    check(
        "Jaksa membacakan surat itu. {Budi} didakwa [menerima uang dari kontraktor]. {Budi} disebut [menyuruh sopirnya mengambil uang].",
        &["Jaksa", "Jaksa"],
    );
    check("{Budi} adalah terdakwa. Ia dijaga jaksa. {Budi} disebut [menyuruh sopirnya pergi].", &["jaksa"]);
    check("Budi disebut menyuruh sopirnya pergi. Hujan turun.", &[]);
    check("Tahun depan diharapkan {O:Bank Anu} dapat menurunkan bunga pinjaman.", &[]);
}

#[test]
fn nouns_of_saying() {
    check("Pasar sudah lama mencatat klaim {O:Bank Anu} bahwa [bunga pinjaman akan turun].", &["Bank Anu"]);
    check("{Budi} mengatakan [sungai meluap]. Menurut pengakuannya, [ia melihat air masuk rumah].", &["Budi", "Budi"]);
    check("Tidak ada keterangan bahwa jalan itu ditutup lagi.", &[]);
}

#[test]
fn newly_told_about() {
    check(
        "\"[Jalan rusak,]\" kata {Ani}. Banyak yang mengeluh. Salah satunya {Budi}, petani. Menurutnya, [jalan itu tak pernah diperbaiki].",
        &["Ani", "Budi"],
    );
    check("\"[Hasil panen turun,]\" ujar warga, {Budi}. Warga berharap [bantuan segera datang].", &["Budi", "Warga"]);
    check("Namun, menurut {Budi}, [jembatan itu masih aman].", &["Budi"]);
    check("{Budi} bergegas pulang setelah meminta bantuan ke warga lain.", &[]);
}

#[test]
fn the_medium_is_not_the_speaker() {
    let given = plain("\"Jalan rusak,\" kata {Budi} seperti dikutip {O:Koran Kita}.");
    let (document, found) = find(&given);
    let media: Vec<_> = found.iter().filter_map(|s| s.attribution.medium).map(|span| document.slice(span)).collect();
    assert_eq!(media, ["Koran Kita"]);
}

const PIECES: [&str; 24] = [
    "\"",
    "'",
    "\u{201c}",
    "\u{201d}",
    ",",
    ".",
    ":",
    "(",
    ")",
    "-",
    "\n",
    "kata",
    "katanya",
    "mengatakan",
    "menurut",
    "bahwa",
    "dikatakan",
    "Budi",
    "dia",
    "itu",
    "yang",
    "dan",
    "seperti",
    "dilansir",
];

proptest! {
    #[test]
    fn any_row_of_words_and_signs_is_read(row in proptest::collection::vec((0..PIECES.len(), any::<bool>()), 0..40)) {
        let text: String = row.iter().flat_map(|&(at, space)| [PIECES[at], if space { " " } else { "" }]).collect();
        let marked = text.replace("Budi", "{Budi}");
        let (document, found) = find(&plain(&marked));
        for statement in found {
            prop_assert!(!document.slice(statement.span).is_empty());
        }
    }
}

#[test]
fn hostile_texts_are_read_to_the_end() {
    for piece in
        ["\"", "'", "\" ", "mengatakan ", "kata, ", "\"a\" kata ", "menurut ", "Ia mengatakan bahwa, ", "(", "dan "]
    {
        find(&plain(&piece.repeat(5_000)));
    }
}
