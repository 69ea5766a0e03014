//! Sentences: where a full stop ends one, and where it does not.

use std::ops::Range;

use crate::text::document::Grammar;
use crate::text::paragraph::Paragraph;
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};
use crate::text::vocabulary::Vocabulary;

/// A sentence with its closing punctuation and quotation mark; never crosses from one paragraph to the next.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// Its tokens, as indices into the document's.
    pub tokens: Range<usize>,
    /// The paragraph it belongs to.
    pub paragraph: usize,
}

fn is_stop(sign: &str) -> bool {
    matches!(sign, "." | "!" | "?" | "…")
}

fn is_closing(sign: &str) -> bool {
    matches!(sign, "\"" | "”" | "’" | "'" | "″" | "»" | ")" | "]")
}

/// How far back a quotation mark is looked for that a closing one may belong to, in tokens.
const LONGEST_QUOTE: usize = 400;

struct Splitter<'a> {
    text: &'a str,
    tokens: &'a [Token],
    words: &'a Vocabulary,
    grammar: &'a Grammar,
}

impl Splitter<'_> {
    fn text_of(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |t| t.span.of(self.text))
    }

    /// Whether the stop at `stop` belongs to an abbreviation or an initial ("Dr.", "M. Nuh").
    fn is_abbreviated(&self, stop: usize) -> bool {
        let Some(before) = stop.checked_sub(1).and_then(|i| self.tokens.get(i)) else { return false };
        let joined = self.tokens[stop].joined && before.kind == TokenKind::Word && self.text_of(stop) == ".";
        let mut letters = before.span.of(self.text).chars();
        let single = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
        let numbered = before.joined && stop.checked_sub(2).is_some_and(|at| self.tokens[at].kind == TokenKind::Number);
        let named = || {
            let word = stop.checked_sub(2).and_then(|at| self.tokens.get(at));
            word.is_some_and(|word| self.grammar.initialed.contains(self.words.word(word.word)))
        };
        let initial = single && !numbered && !named();
        joined && (initial || self.grammar.abbreviations.contains(self.words.word(before.word)))
    }

    /// Whether a sentence may begin with `token`: white space before it and no small letter.
    fn may_begin(&self, token: usize) -> bool {
        self.tokens.get(token).is_none_or(|t| {
            !t.joined
                && t.span
                    .of(self.text)
                    .chars()
                    .next()
                    .is_some_and(|c| !c.is_lowercase() && !matches!(c, ',' | ')' | ';'))
        })
    }

    fn is_kind(&self, token: usize, kind: TokenKind) -> bool {
        self.tokens.get(token).is_some_and(|t| t.kind == kind)
    }

    fn is_joined(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|t| t.joined)
    }

    /// Whether the stop at `stop` belongs to the number of a list item that opens the sentence ("1.").
    fn is_list_number(&self, first: usize, stop: usize) -> bool {
        stop == first + 1 && self.is_kind(first, TokenKind::Number) && self.text_of(stop) == "."
    }

    /// Whether a sentence begins at `token` with the white space before it lost: after a word in
    /// small letters and its stop, a capitalised word ("ujarnya.Banjir").
    fn begins_glued(&self, stop: usize, token: usize) -> bool {
        let before = stop.checked_sub(1).map_or("", |at| self.text_of(at));
        let word = self.text_of(token);
        let is_plain = before.len() > 2 && before.chars().all(char::is_lowercase) || is_closing(before);
        let is_raised =
            word.chars().next().is_some_and(char::is_uppercase) && word.chars().nth(1).is_some_and(char::is_alphabetic);
        is_plain && is_raised && self.is_joined(token) && self.is_kind(token, TokenKind::Word)
    }

    /// One past the signs that close the sentence after its stop: more stops, brackets and the
    /// quotation marks that the sentence opened.
    fn end_of_closing(&self, first: usize, stop: usize, limit: usize) -> usize {
        let straight = || (first..stop).rev().take(LONGEST_QUOTE).filter(|&at| self.text_of(at) == "\"").count();
        let mut at = stop + 1;
        while at < limit && self.is_joined(at) && (is_stop(self.text_of(at)) || is_closing(self.text_of(at))) {
            let opens_glued = self.text_of(at) == "\"" && self.begins_glued(stop, at + 1) && straight() % 2 == 0;
            if opens_glued {
                break;
            }
            at += 1;
        }
        at
    }

    /// One past the last token of the sentence that begins at `first`.
    fn end_of_sentence(&self, first: usize, limit: usize) -> usize {
        let mut at = first;
        while at < limit {
            let stop = at;
            at += 1;
            if !self.is_kind(stop, TokenKind::Punctuation) || !is_stop(self.text_of(stop)) {
                continue;
            }
            at = self.end_of_closing(first, stop, limit);
            let opens = self.text_of(at) == "\"" || self.text_of(at) == "“";
            let is_glued = self.begins_glued(stop, if opens { at + 1 } else { at });
            let is_inside = self.is_abbreviated(stop) || self.is_list_number(first, stop);
            if !is_inside && (self.may_begin(at) || is_glued) {
                return at;
            }
        }
        limit
    }
}

/// Splits each paragraph into sentences and tells the paragraph which are its own.
pub(crate) fn split(
    grammar: &Grammar,
    text: &str,
    tokens: &[Token],
    words: &Vocabulary,
    paragraphs: &mut [Paragraph],
) -> Vec<Sentence> {
    let splitter = Splitter { text, tokens, words, grammar };
    let mut sentences = Vec::new();
    for (index, paragraph) in paragraphs.iter_mut().enumerate() {
        let first_sentence = sentences.len();
        let mut first = paragraph.tokens.start;
        while first < paragraph.tokens.end {
            let end = splitter.end_of_sentence(first, paragraph.tokens.end);
            let span = tokens[first].span.cover(tokens[end - 1].span);
            sentences.push(Sentence { span, tokens: first..end, paragraph: index });
            first = end;
        }
        paragraph.sentences = first_sentence..sentences.len();
    }
    sentences
}

/// Cuts `sentences` before the tokens `cuts` (in order) and tells the paragraphs which are their own.
pub(crate) fn cut(
    tokens: &[Token],
    paragraphs: &mut [Paragraph],
    sentences: &[Sentence],
    cuts: &[usize],
) -> Vec<Sentence> {
    let mut cuts = cuts.iter().copied().peekable();
    let mut pieces: Vec<Sentence> = Vec::with_capacity(sentences.len());
    for (index, paragraph) in paragraphs.iter_mut().enumerate() {
        let first_piece = pieces.len();
        for sentence in sentences.get(paragraph.sentences.clone()).unwrap_or_default() {
            let mut first = sentence.tokens.start;
            while first < sentence.tokens.end {
                while cuts.next_if(|&cut| cut <= first).is_some() {}
                let end = cuts.peek().map_or(sentence.tokens.end, |&cut| cut.min(sentence.tokens.end));
                let span = tokens[first].span.cover(tokens[end - 1].span);
                pieces.push(Sentence { span, tokens: first..end, paragraph: index });
                first = end;
            }
        }
        paragraph.sentences = first_piece..pieces.len();
    }
    pieces
}

#[cfg(test)]
mod tests {
    use crate::text::document::{Document, Grammar};
    use crate::text::furniture::{Furniture, FurnitureKind};
    use crate::text::span::Span;

    fn cut(text: &str) -> Vec<String> {
        let grammar = Grammar {
            abbreviations: ["dr"].into_iter().collect(),
            initialed: ["berinisial"].into_iter().collect(),
            ..Grammar::default()
        };
        let document = Document::new(&grammar, text);
        document.sentences().iter().map(|s| document.slice(s.span).to_owned()).collect()
    }

    #[test]
    fn a_stop_before_a_capital_ends_a_sentence() {
        assert_eq!(cut("Ia tiba. \"Kami siap.\" Lalu pulang."), ["Ia tiba.", "\"Kami siap.\"", "Lalu pulang."]);
    }

    #[test]
    fn furniture_ends_a_sentence() {
        let mut document = Document::new(&Grammar::default(), "Ia tiba. Baca: Air Naik Rina pulang. Selesai.");
        let kind = FurnitureKind::Related;
        document.furnish(vec![Furniture { span: Span::new(9, 23), kind }]);
        let seen: Vec<_> = document.sentences().iter().map(|s| document.slice(s.span)).collect();
        assert_eq!(seen, ["Ia tiba.", "Baca: Air Naik", "Rina pulang.", "Selesai."]);
        assert_eq!(document.paragraphs()[0].sentences, 0..4);
    }

    #[test]
    fn lost_spaces_are_seen() {
        assert_eq!(cut("Air surut,” ujarnya.Banjir reda."), ["Air surut,” ujarnya.", "Banjir reda."]);
        assert_eq!(cut("Ia tiba.\"Kami siap.\"Lalu pulang."), ["Ia tiba.", "\"Kami siap.\"", "Lalu pulang."]);
        assert_eq!(cut("Apa kata dia?Simak ini."), ["Apa kata dia?", "Simak ini."]);
        assert_eq!(cut("Tarif naik.OJK mengimbau warga."), ["Tarif naik.", "OJK mengimbau warga."]);
        for whole in ["Lihat detik.com dan TEMPO.CO hari ini.", "dr. Rina Sp.PD tiba.", "1. Kocok telur."] {
            assert_eq!(cut(whole), [whole]);
        }
    }

    #[test]
    fn one_letter_may_be_a_whole_name() {
        assert_eq!(
            cut("Polisi menangkap pria berinisial F. Pelaku mengaku."),
            ["Polisi menangkap pria berinisial F.", "Pelaku mengaku."]
        );
    }

    #[test]
    fn abbreviations_initials_and_small_letters_do_not() {
        for whole in ["dr. Budi tiba.", "M. Nuh tiba.", "\"Siap.\" kata Macron.", "Rp 2.022 per liter."] {
            assert_eq!(cut(whole), [whole]);
        }
    }
}
