//! Paragraphs: lines that are not blank; lines broken inside a sentence are put together again.

use std::ops::Range;

use crate::text::document::Grammar;
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};
use crate::text::vocabulary::Vocabulary;

/// A paragraph of the text, without the white space at its ends: one line that is not blank, or
/// several where a copied page broke a sentence around its links.
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

/// No link inside a sentence has more tokens than this.
const LONGEST_LINK: usize = 8;

/// A signature in brackets is no longer than this, in tokens.
const LONGEST_SIGNATURE: usize = 14;

/// A dateline broken over lines stands among the first lines.
const HEAD: usize = 6;

/// Splits at line breaks and joins broken lines. The sentences of each paragraph are filled in
/// later.
pub(crate) fn split(grammar: &Grammar, text: &str, tokens: &[Token], words: &Vocabulary) -> Vec<Paragraph> {
    let lines = lines(text, tokens);
    let joiner = Joiner { text, tokens, words, grammar };
    let mut paragraphs: Vec<Paragraph> = Vec::with_capacity(lines.len());
    for (index, line) in lines.iter().enumerate() {
        let next = lines.get(index + 1).filter(|next| !next.after_blank);
        match paragraphs.last_mut() {
            Some(last) if index > 1 && joiner.goes_on(last, line, next, index < HEAD) => {
                last.span = last.span.cover(line.span);
                last.tokens.end = line.tokens.end;
            }
            _ => paragraphs.push(line.clone()),
        }
    }
    paragraphs
}

fn lines(text: &str, tokens: &[Token]) -> Vec<Paragraph> {
    let mut lines = Vec::new();
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
        lines.push(Paragraph { span, tokens: first..token, sentences: 0..0, after_blank });
        after_blank = false;
    }
    lines
}

struct Joiner<'a> {
    text: &'a str,
    tokens: &'a [Token],
    words: &'a Vocabulary,
    grammar: &'a Grammar,
}

fn is_dash(sign: &str) -> bool {
    matches!(sign, "-" | "–" | "—")
}

fn is_stop(sign: &str) -> bool {
    matches!(sign, "." | "!" | "?" | "…")
}

fn is_quote(sign: &str) -> bool {
    matches!(sign, "\"" | "”" | "″" | "»" | "’" | "'")
}

fn begins_small(part: &str) -> bool {
    part.starts_with(char::is_lowercase)
}

impl Joiner<'_> {
    fn text_of(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |t| t.span.of(self.text))
    }

    fn first<'s>(&'s self, line: &Paragraph) -> &'s str {
        self.text_of(line.tokens.start)
    }

    fn last<'s>(&'s self, line: &Paragraph) -> &'s str {
        line.tokens.end.checked_sub(1).map_or("", |last| self.text_of(last))
    }

    /// Whether the sentence of `before` goes on in `line`.
    fn goes_on(&self, before: &Paragraph, line: &Paragraph, next: Option<&Paragraph>, in_head: bool) -> bool {
        if line.after_blank {
            return false;
        }
        self.is_open(before)
            || matches!(self.first(line), "," | "." | ";" | ")" | "%")
            || !self.is_closed(before) && (self.goes_on_small(line) || self.is_link(before, line, next))
            || in_head && self.is_dateline(before) && is_dash(self.first(line))
    }

    /// Whether no sentence can end as `line` does.
    fn is_open(&self, line: &Paragraph) -> bool {
        let is_open_word = line.tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last)).is_some_and(|last| {
            begins_small(last.span.of(self.text)) && self.grammar.open_words.contains(self.words.word(last.word))
        });
        let sign = self.last(line);
        is_open_word || matches!(sign, "," | "(") || is_dash(sign) && (2..LONGEST_LINK).contains(&line.tokens.len())
    }

    /// Whether `line` begins with a word in small letters (a name like "iPhone" is none).
    fn starts_small(&self, line: &Paragraph) -> bool {
        let second = self.tokens.get(line.tokens.start + 1);
        let is_name =
            second.is_some_and(|t| t.joined && self.text_of(line.tokens.start + 1).starts_with(char::is_uppercase));
        begins_small(self.first(line)) && !is_name
    }

    /// Whether `line` begins with a word in small letters, or with a short form in brackets and such a word.
    fn goes_on_small(&self, line: &Paragraph) -> bool {
        const SHORT_FORM: usize = 3;
        let is_small = |token: usize| line.tokens.contains(&token) && begins_small(self.text_of(token));
        let close = || line.tokens.clone().take(SHORT_FORM).find(|&token| self.text_of(token) == ")");
        self.starts_small(line) || self.first(line) == "(" && close().is_some_and(|close| is_small(close + 1))
    }

    /// Whether `line` is finished: ends with a stop, a colon, or a signature in brackets.
    fn is_closed(&self, line: &Paragraph) -> bool {
        let sign = self.last(line);
        let signs_off = || {
            let open =
                line.tokens.clone().rev().take(LONGEST_SIGNATURE).find(|&at| matches!(self.text_of(at), "(" | "["));
            open.is_some_and(|at| at == line.tokens.start || is_stop(self.text_of(at - 1)))
        };
        is_stop(sign)
            || matches!(sign, ":" | "*")
            || matches!(sign, ")" | "]") && signs_off()
            || is_quote(sign) && { line.tokens.end.checked_sub(2).is_some_and(|at| is_stop(self.text_of(at))) }
    }

    /// Whether `line` is a link inside a sentence that `before` begins and `next` ends.
    fn is_link(&self, before: &Paragraph, line: &Paragraph, next: Option<&Paragraph>) -> bool {
        let goes_on = next.is_some_and(|next| self.goes_on_small(next) || matches!(self.first(next), "," | "." | ")"));
        goes_on && line.tokens.len() <= LONGEST_LINK && self.is_prose(before)
    }

    /// Whether most words of `line` or its last ones are small, as in a sentence and not in a headline.
    fn is_prose(&self, line: &Paragraph) -> bool {
        const LAST: usize = 3;
        let words = line.tokens.clone().rev().take(12).filter(|&at| self.tokens[at].kind == TokenKind::Word);
        let small: Vec<bool> = words.map(|at| begins_small(self.text_of(at))).collect();
        let most = small.iter().filter(|small| **small).count() * 2 > small.len();
        most || small.len() > LAST && small.iter().take(LAST).all(|small| *small)
    }

    /// Whether `line` is a place or an outlet and nothing else.
    fn is_dateline(&self, line: &Paragraph) -> bool {
        let is_name = |at: usize| {
            self.tokens[at].kind != TokenKind::Word || self.tokens[at].joined || !begins_small(self.text_of(at))
        };
        line.tokens.len() <= LONGEST_LINK && line.tokens.clone().all(is_name)
    }
}

#[cfg(test)]
mod tests {
    use crate::text::document::{Document, Grammar};

    fn paragraphs(text: &str) -> Vec<String> {
        let grammar = Grammar { open_words: ["dan", "dikutip", "dari"].into_iter().collect(), ..Grammar::default() };
        let document = Document::new(&grammar, text);
        document.paragraphs().iter().map(|p| document.slice(p.span).replace('\n', "|")).collect()
    }

    #[test]
    fn lines_are_paragraphs_and_blank_lines_are_remembered() {
        let document = Document::new(&Grammar::default(), "Judul\r\n\r\nSatu.\nDua.");
        let seen: Vec<_> = document.paragraphs().iter().map(|p| (document.slice(p.span), p.after_blank)).collect();
        assert_eq!(seen, [("Judul", true), ("Satu.", true), ("Dua.", false)]);
    }

    #[test]
    fn sentences_broken_around_links_are_put_together() {
        let text =
            "Judul\n\nSolo\n-\nPT Maju Terus Tbk (\nMaju\n)\nmembuka pabrik, dikutip dari\nWarta\n, Rabu.\nIa puas.";
        assert_eq!(
            paragraphs(text),
            ["Judul", "Solo|-|PT Maju Terus Tbk (|Maju|)|membuka pabrik, dikutip dari|Warta|, Rabu.", "Ia puas."]
        );
        assert_eq!(
            paragraphs("Judul\nRabu\nKota itu menggelar\nMalam Tanpa Mobil\n(MTM) setiap pekan.\n(abc/def)"),
            ["Judul", "Rabu", "Kota itu menggelar|Malam Tanpa Mobil|(MTM) setiap pekan.", "(abc/def)"]
        );
        assert_eq!(
            paragraphs("Judul\nRabu\nPolisi menyita barang milik\nBudi Santoso\ndi rumahnya."),
            ["Judul", "Rabu", "Polisi menyita barang milik|Budi Santoso|di rumahnya."]
        );
    }

    #[test]
    fn headlines_labels_and_lists_stay_lines() {
        for text in [
            "Judul\n9 Juni 2025\nIa tiba.\nBaca juga:\nWarga Desa Tolak Pabrik\nIa pulang.",
            "Judul\nloading...\nA\nA\nIa tiba.",
            "Judul\nBahan:\n2 butir telur\n1 ruas jahe\nCara membuat:\n1. Kocok telur.",
        ] {
            assert_eq!(paragraphs(text), text.split('\n').collect::<Vec<_>>());
        }
    }
}
