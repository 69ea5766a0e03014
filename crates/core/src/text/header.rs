//! Title, outlet and publication date, as far as the text itself tells them.

use serde::{Deserialize, Serialize};

use crate::text::dateline::{self, Dateline};
use crate::text::document::Document;
use crate::text::paragraph::Paragraph;
use crate::text::span::Span;
use crate::text::token::TokenKind;
use crate::text::word_map::WordMap;

/// Where a publication date was learnt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PublishedFrom {
    /// From the date line under the headline.
    Header,
    /// Worked out from dates in the running text.
    Text,
    /// Told by the site or the reader.
    Manifest,
    /// Not at all.
    #[default]
    None,
}

/// Title and outlet of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// The headline, as a stretch of the text; without one, the first sentence of the body.
    pub title: Option<Span>,
    /// Whether `title` is a headline that stands on its own line.
    pub has_headline: bool,
    /// The outlet named by the text's own opening ("Liputan6.com, Jakarta -").
    pub outlet: Option<Span>,
    /// The line under the headline that holds the publication date.
    pub date_line: Option<Span>,
    /// The opening of the body before its first sentence ("Liputan6.com, Jakarta -", "GRAZ –").
    pub opening: Option<Span>,
}

/// What a word does in an article's head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordUse {
    /// Names a month.
    Month,
    /// Names a day of the week.
    Weekday,
    /// Stands beside a publication date: "updated", a time zone.
    BesideDate,
    /// Ends a web address.
    Domain,
    /// Belongs to an outlet's name.
    Outlet,
}

/// What the header layer must be told about a language.
#[derive(Clone, Debug, Default)]
pub struct Grammar {
    /// Folded words and what they do.
    pub words: WordMap<WordUse>,
    /// How the names of outlets end that are one word ("Okenews").
    pub outlet_endings: Vec<&'static str>,
}

/// How many lines at the top may hold headline, date line and dateline.
const HEAD: usize = 6;

/// A headline is no longer than this, in bytes.
const LONGEST_HEADLINE: usize = 200;

pub(crate) fn uses(grammar: &Grammar, document: &Document) -> Vec<Option<WordUse>> {
    document.words().values(&grammar.words).map(Option::<&WordUse>::copied).collect()
}

/// Whether a line holds a date and hardly anything else.
pub(crate) fn is_date_line(document: &Document, uses: &[Option<WordUse>], line: &Paragraph) -> bool {
    let tokens = document.tokens().get(line.tokens.clone()).unwrap_or_default();
    if tokens.len() > 40 {
        return false;
    }
    let (mut months, mut numbers, mut dating, mut other) = (0, 0, 0, 0);
    for token in tokens {
        match (token.kind, uses.get(token.word.index()).copied().flatten()) {
            (TokenKind::Number, _) => numbers += 1,
            (_, Some(WordUse::Month)) => months += 1,
            (_, Some(WordUse::Weekday | WordUse::BesideDate)) => dating += 1,
            (TokenKind::Word, None) => other += 1,
            _ => {}
        }
    }
    let ends_like_text = tokens.last().is_some_and(|last| document.folded(last) == ".");
    numbers >= if months > 0 { 2 } else { 3 } && other <= months + numbers + dating && other <= 6 && !ends_like_text
}

fn is_headline(document: &Document, line: &Paragraph, dateline: Option<Dateline>) -> bool {
    let ends_like_text = document.slice(line.span).trim_end_matches(['"', '”']).ends_with('.')
        && !document.slice(line.span).ends_with("..");
    line.span.len() <= LONGEST_HEADLINE
        && line.sentences.len() <= 2
        && !ends_like_text
        && dateline.is_none_or(|d| d.outlet.is_none())
}

/// The first sentence of `line` less its dateline.
fn first_sentence(document: &Document, line: &Paragraph, dateline: Option<Dateline>) -> Option<Span> {
    let sentence = document.sentences().get(line.sentences.start)?.span;
    let start = dateline.map_or(sentence.start(), |dateline| dateline.span.end());
    let span = Span::new(start, sentence.end()).trim(document.text());
    Some(if span.is_empty() { sentence } else { span })
}

/// Reads title, outlet and date line; needs the document's furniture.
pub fn read(grammar: &Grammar, document: &Document) -> Header {
    let uses = uses(grammar, document);
    let in_body = |line: &&Paragraph| {
        !(document.in_furniture(line.span.start()) && document.in_furniture(line.span.end().saturating_sub(1)))
    };
    let (dated, body): (Vec<&Paragraph>, Vec<&Paragraph>) =
        document.paragraphs().iter().filter(in_body).take(HEAD).partition(|line| is_date_line(document, &uses, line));
    let opening_of = |line: &&Paragraph| dateline::read(grammar, document, &uses, line);
    let at_top = body.first().and_then(opening_of);
    let has_headline = body.len() > 1 && is_headline(document, body[0], at_top);
    let headline = |line: &Paragraph| has_headline.then_some(line.span);
    let title = body.first().and_then(|line| headline(line).or_else(|| first_sentence(document, line, at_top)));
    let openings: Vec<Dateline> = body.iter().skip(usize::from(has_headline)).filter_map(opening_of).collect();
    let beside_date = || dated.iter().filter_map(opening_of).find(|found| found.is_address);
    let outlet = openings.iter().find(|found| found.outlet.is_some()).copied().or_else(beside_date);
    Header {
        title,
        has_headline,
        outlet: outlet.and_then(|found| found.outlet),
        date_line: dated.first().map(|line| line.span),
        opening: openings.first().map(|found| found.span),
    }
}

#[cfg(test)]
mod tests {
    use crate::lang::Language;
    use crate::text::document::Document;

    /// Title, outlet, date line and dateline of a text, "" for each that is not there.
    fn head(text: &str) -> [String; 4] {
        let language = Language::indonesian();
        let document = Document::new(&language.text, text);
        let header = super::read(&language.header, &document);
        [header.title, header.outlet, header.date_line, header.opening]
            .map(|span| span.map_or_else(String::new, |span| document.slice(span).to_owned()))
    }

    #[test]
    fn headline_date_line_and_dateline() {
        let body = "Warga mengungsi ke balai desa.\nHujan belum reda.";
        for (date_line, dateline, outlet) in [
            ("Rabu, 18 Jun 2025 21:05 WIB", "Liputan6.com, Jakarta -", "Liputan6.com"),
            ("19 Desember 2017 | 09:54 WIB", "Jakarta, CNN Indonesia -", "CNN Indonesia"),
            ("Diterbitkan 03/11/2016, 15:30 WIB", "JAKARTA (Pos Kota) –", "Pos Kota"),
            ("15 Des 2017", "KOMPAS.com -", "KOMPAS.com"),
            (", Jurnalis-Jum'at, 20 Juni 2025 |16:35 WIB", "REPUBLIKA.CO.ID, BANDUNG --", "REPUBLIKA.CO.ID"),
            ("Senin, 07/08/2017 08:10", "Jakarta\n-\n", ""),
            ("Diperbarui 18 Jun 2025, 14:05 WIB", "WASHINGTON -", ""),
            ("Oleh Rina Wati | Sabtu, 1 Maret 2025", "VIVA Dunia –", "VIVA Dunia"),
        ] {
            let seen = head(&format!("Banjir Rendam Dua Desa\n{date_line}\n\n{dateline} {body}"));
            let dateline = dateline.trim().replace("--", "-");
            assert_eq!(seen, ["Banjir Rendam Dua Desa", outlet, date_line, &dateline].map(str::to_owned));
        }
    }

    #[test]
    fn a_text_without_headline_is_called_by_its_first_sentence() {
        let seen = head("WahanaNews.co | Dua desa terendam banjir. Warga mengungsi.\nHujan belum reda.");
        assert_eq!(seen, ["Dua desa terendam banjir.", "WahanaNews.co", "", "WahanaNews.co |"].map(str::to_owned));
    }

    #[test]
    fn hyphenated_words_and_dates_in_headlines_are_no_head() {
        let text =
            "Harga Emas 20 Juni 2025 Naik, Cabai Turun Lagi\nTimnas U-23 berlatih di Solo-Baru pagi ini.\nSelesai.";
        assert_eq!(head(text), ["Harga Emas 20 Juni 2025 Naik, Cabai Turun Lagi", "", "", ""].map(str::to_owned));
        let text = "Detik-Detik Tanggul Jebol di Kudus\nSenin, 16 Jun 2025 10:35 WIB\n\nTanggul itu jebol pagi ini.";
        assert_eq!(head(text)[..2], ["Detik-Detik Tanggul Jebol di Kudus", ""].map(str::to_owned));
    }
}
