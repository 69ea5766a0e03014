//! Paragraphs: lines that are not blank.

use std::ops::Range;

use crate::text::span::Span;
use crate::text::token::Token;

/// One line of the text that is not blank, without the white space at its ends.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Where it stands.
    pub span: Span,
    /// Its tokens, as indices into the document's.
    pub tokens: Range<usize>,
    /// Its sentences, as indices into the document's.
    pub sentences: Range<usize>,
    /// Whether a blank line stands before it (or the text begins with it).
    pub after_blank: bool,
}

/// Splits at line breaks. The sentences of each paragraph are filled in later.
pub(crate) fn split(text: &str, tokens: &[Token]) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    let mut at = 0;
    let mut token = 0;
    let mut after_blank = true;
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trim(text);
        at += line.len();
        if span.is_empty() {
            after_blank = true;
            continue;
        }
        let first = token;
        while tokens.get(token).is_some_and(|t| t.span.start() < span.end()) {
            token += 1;
        }
        paragraphs.push(Paragraph { span, tokens: first..token, sentences: 0..0, after_blank });
        after_blank = false;
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use crate::text::document::{Document, Grammar};

    #[test]
    fn lines_are_paragraphs_and_blank_lines_are_remembered() {
        let document = Document::new(&Grammar::default(), "Judul\r\n\r\nSatu.\nDua.");
        let seen: Vec<_> = document.paragraphs().iter().map(|p| (document.slice(p.span), p.after_blank)).collect();
        assert_eq!(seen, [("Judul", true), ("Satu.", true), ("Dua.", false)]);
    }
}
