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

struct Splitter<'a> {
    text: &'a str,
    tokens: &'a [Token],
    abbreviation: Vec<bool>,
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
        let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
        joined && (initial || self.abbreviation.get(before.word.index()).copied().unwrap_or(false))
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

    /// One past the last token of the sentence that begins at `first`.
    fn end_of_sentence(&self, first: usize, limit: usize) -> usize {
        let mut at = first;
        while at < limit {
            let stop = at;
            at += 1;
            if !is_stop(self.text_of(stop)) {
                continue;
            }
            while at < limit && self.tokens[at].joined && (is_stop(self.text_of(at)) || is_closing(self.text_of(at))) {
                at += 1;
            }
            if !self.is_abbreviated(stop) && self.may_begin(at) {
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
    let abbreviation = words.table(|word| grammar.abbreviations.contains(word));
    let splitter = Splitter { text, tokens, abbreviation };
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

#[cfg(test)]
mod tests {
    use crate::text::document::{Document, Grammar};

    fn cut(text: &str) -> Vec<String> {
        let grammar = Grammar { abbreviations: ["dr"].into(), ..Grammar::default() };
        let document = Document::new(&grammar, text);
        document.sentences().iter().map(|s| document.slice(s.span).to_owned()).collect()
    }

    #[test]
    fn a_stop_before_a_capital_ends_a_sentence() {
        assert_eq!(cut("Ia tiba. \"Kami siap.\" Lalu pulang."), ["Ia tiba.", "\"Kami siap.\"", "Lalu pulang."]);
    }

    #[test]
    fn abbreviations_initials_and_small_letters_do_not() {
        for whole in ["dr. Budi tiba.", "M. Nuh tiba.", "\"Siap.\" kata Macron.", "Rp 2.022 per liter."] {
            assert_eq!(cut(whole), [whole]);
        }
    }
}
