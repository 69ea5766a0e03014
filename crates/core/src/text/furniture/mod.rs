//! What stands on a page but is not the article's own body.
//!
//! Whole lines are judged by their words and their place ([`rules`]); what is left of the body is
//! searched for pieces inside a line ([`inline`]).

mod grammar;
mod inline;
mod line;
mod related;
mod rules;
mod signoff;

pub use crate::text::furniture::grammar::{Grammar, Phrase, Place, WordUse};

use serde::{Deserialize, Serialize};

use crate::text::document::Document;
use crate::text::furniture::line::Page;
use crate::text::span::Span;

/// What a stretch of furniture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FurnitureKind {
    /// A link to another article, with its headline.
    Related,
    /// A picture's caption or credit.
    Caption,
    /// Newsletter, app or channel promotion.
    Promo,
    /// An advertisement's placeholder.
    Ad,
    /// Initials or names of reporter and editor.
    Byline,
    /// Buttons, share bars, page numbers, tag lists.
    Nav,
    /// A paragraph that stood before in the same article, word for word.
    Duplicate,
    /// The comment form.
    Comment,
}

/// A stretch that is not the article's own body. It feeds no facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Furniture {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: FurnitureKind,
}

/// Finds the furniture of a document, in order and without overlap.
pub fn find(grammar: &Grammar, document: &Document) -> Vec<Furniture> {
    let page = Page::new(grammar, document);
    let kinds = rules::judge(&page);
    let mut found: Vec<Furniture> = Vec::new();
    for (index, (line, kind)) in page.lines.iter().zip(&kinds).enumerate() {
        match (kind, found.last_mut()) {
            (Some(kind), Some(last)) if last.kind == *kind && page.are_neighbours(last.span, line.span) => {
                last.span = last.span.cover(line.span);
            }
            (Some(kind), _) => found.push(Furniture { span: line.span, kind: *kind }),
            (None, _) => inline::find(&page, index, &mut found),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::lang::Language;
    use crate::text::document::Document;

    /// The text with `‹kind:…›` around its furniture.
    fn marked(text: &str) -> String {
        let language = Language::indonesian();
        let document = Document::new(&language.text, text);
        let mut out = String::new();
        let mut at = 0;
        for part in super::find(&language.furniture, &document) {
            let kind = format!("{:?}", part.kind).to_lowercase();
            out.extend([&text[at..part.span.start()], "‹", &kind, ":", document.slice(part.span), "›"]);
            at = part.span.end();
        }
        out + &text[at..]
    }

    /// A whole page: `part` between paragraphs of body.
    fn page(part: &str) -> String {
        format!(
            "Banjir Rendam Dua Desa di Kudus\n\nWarga Desa Setro mengungsi ke balai desa sejak Senin malam karena hujan.\n\
             {part}\nKepala desa meminta bantuan perahu karet dan selimut untuk warga lanjut usia."
        )
    }

    /// Checks a page whose furniture is marked by `‹kind:…›`.
    fn check(part: &str) {
        let bare: String = part
            .replace('›', "")
            .split('‹')
            .enumerate()
            .map(|(i, piece)| if i == 0 { piece } else { piece.split_once(':').map_or(piece, |(_, rest)| rest) })
            .collect();
        assert_eq!(marked(&page(&bare)), page(part));
    }

    #[test]
    fn links_to_other_articles() {
        check("‹related:Baca Juga: Tanggul Jebol, Jalur Pantura Macet Total›");
        check("‹related:Baca juga:\nTanggul Jebol, Jalur Pantura Macet Total›\n“Air naik cepat sekali,” kata Rina.");
        check("‹related:Baca_Juga›\nAir naik sejak pukul 20.00 WIB dan belum surut hingga Selasa pagi kemarin.");
        check("‹related:(Baca: Tanggul Jebol, Jalur Pantura Macet)›");
        check("‹related:Simak juga Video 'Detik-detik Tanggul Jebol':›\n‹promo:[Gambas:Video 20detik]›");
        check("‹related:Bupati Demak Copot Kepala Dinas Usai Kasus Suap Pasar›");
        check(
            "Air naik cepat. ‹related:Baca juga: Tanggul Jebol, Jalur Pantura Macet Total!› “Kami cemas,” kata Rina.",
        );
        check("“Air naik cepat,” kata‹related:Baca Juga: Tanggul Jebol, Jalur Pantura Macet Total›");
        check("Air naik.‹related:BACA JUGA - Tanggul Jebol, Jalur Pantura Macet› Menurut warga, air kini surut.");
    }

    #[test]
    fn captions_and_credits() {
        check("‹caption:Warga mengungsi di Kudus. (Foto: Rina Wati/Warta Muria)›");
        check("‹caption:Warga mengungsi (kiri) di balai desa\nFoto :\n• Warta Muria›");
        check("‹caption:Perahu karet di Kudus (Rina Wati/Warta Muria)›");
        check(
            "Bantuan itu tiba pada Selasa siang dengan dua truk dari gudang provinsi di Semarang dan langsung dibagikan kepada semua warga yang tidur di tenda ‹caption:(dok. Humas)›",
        );
    }

    #[test]
    fn placeholders_buttons_and_promotion() {
        check("‹ad:ADVERTISEMENT›");
        check("‹ad:SCROLL TO CONTINUE WITH CONTENT›");
        check("‹nav:loading...\nA\nA\nA›");
        check("‹promo:Ikuti saluran WhatsApp Warta Muria untuk berita terbaru›");
        check("Air mulai surut.‹promo:Ikuti Whatsapp Channel Warta Muria›");
        check("‹nav:Simak berita selengkapnya di halaman selanjutnya.›");
    }

    #[test]
    fn signatures_and_what_follows_them() {
        let end = |sign: &str| marked(&format!("{}{sign}", page("Air surut.")));
        for sign in [
            " ‹byline:(rin/wat)›",
            " ‹byline:[rw]›",
            "\n‹byline:(Rina Wati)›",
            "\n‹byline:(rin/wat)›\n‹nav:banjir kudus\nkudus›",
        ] {
            let bare = sign.replace("‹byline:", "").replace("‹nav:", "").replace('›', "");
            assert!(end(&bare).ends_with(sign), "{}", end(&bare));
        }
    }

    #[test]
    fn repeated_paragraphs_and_comment_forms() {
        let line = "Petugas menutup jalan menuju jembatan karena arus sungai terlalu deras.";
        check(&format!("{line}\n‹duplicate:{line}›"));
        let glued = format!("Hujan turun sejak Senin malam di hulu sungai itu.{line}Air surut pada Selasa pagi.");
        check(&format!("{glued}\n‹duplicate:{line}Air surut pada Selasa pagi.›"));
        let form = "\n\n‹comment:Tinggalkan Balasan\n\nAlamat email Anda tidak akan dipublikasikan.›";
        let text = page("Air surut.");
        assert_eq!(
            marked(&format!("{text}{}", form.replace("‹comment:", "").replace('›', ""))),
            format!("{text}{form}")
        );
    }

    #[test]
    fn body_stays_body() {
        for part in [
            "Baca novel itu, kata Rina, seperti pulang ke rumah sendiri setelah lama pergi.",
            "Warga mengunduh aplikasi cuaca dari Google Play lalu memantau hujan dari rumah.",
            "Kondisi Pengungsi di Balai Desa Setro Kudus\nPengungsi di balai desa itu tidur beralas tikar sejak Senin malam.",
            "Badan Penanggulangan Bencana Daerah (BPBD)\nmengirim dua perahu karet ke desa itu.",
            "Ia lahir di Kudus (Jawa Tengah).",
            "1. Tas Siaga Bencana Harus Selalu Siap di Rumah",
        ] {
            check(part);
        }
    }
}
