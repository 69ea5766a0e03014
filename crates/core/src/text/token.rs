//! Cutting text into tokens: words, numbers and single other characters.

use crate::text::span::{Span, is_blank};
use crate::text::vocabulary::{Vocabulary, WordId};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with apostrophes between letters ("Jum'at"). A word is also cut where a capital
    /// follows a small letter, so that glued words come apart.
    Word,
    /// Digits only: "175.000" is three tokens.
    Number,
    /// Any other single character that is not white space.
    Punctuation,
}

/// A piece of text between white space, never empty.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// Its folded form in the document's [`Vocabulary`].
    pub word: WordId,
    /// Whether it touches the token before it, with no white space between.
    pub joined: bool,
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '`')
}

fn is_word_part(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}')
}

/// Length in bytes of the word that opens `rest` (0 when none does).
fn word_length(rest: &str) -> usize {
    plain_length(rest.as_bytes()).unwrap_or_else(|| any_length(rest))
}

/// The same for a word that is plain ASCII letters to its end.
fn plain_length(rest: &[u8]) -> Option<usize> {
    let mut last_was_small = false;
    for (at, byte) in rest.iter().enumerate() {
        match byte {
            b'a'..=b'z' => last_was_small = true,
            b'A'..=b'Z' if last_was_small => return Some(at),
            b'A'..=b'Z' => {}
            b'\'' | b'`' | 128.. => return None,
            _ => return Some(at),
        }
    }
    Some(rest.len())
}

fn any_length(rest: &str) -> usize {
    let mut end = 0;
    let mut last_was_small = false;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if is_word_part(c) {
            if last_was_small && c.is_uppercase() {
                break;
            }
            last_was_small = c.is_lowercase();
            end = at + c.len_utf8();
        } else if at > 0 && is_apostrophe(c) && chars.peek().is_some_and(|&(_, next)| next.is_alphabetic()) {
            last_was_small = false;
        } else {
            break;
        }
    }
    end
}

fn number_length(rest: &str) -> usize {
    rest.bytes().take_while(u8::is_ascii_digit).count()
}

/// What the token that opens `rest` with `c` is made of, and its length in bytes.
fn measure(c: char, rest: &str) -> (TokenKind, usize) {
    match (word_length(rest), c) {
        (0, '0'..='9') => (TokenKind::Number, number_length(rest)),
        (0, _) => (TokenKind::Punctuation, c.len_utf8()),
        (letters, _) => (TokenKind::Word, letters),
    }
}

/// Whether a sign between two numbers makes a range of them.
pub fn is_dash(sign: &str) -> bool {
    matches!(sign, "-" | "–" | "─")
}

/// Cuts `text` into tokens and collects their folded forms in `words`.
///
/// Tokens are in order and do not overlap; what lies between them is white space, so tokens and
/// gaps give the text back exactly.
pub fn tokenize(text: &str, words: &mut Vocabulary) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    let mut last_end = usize::MAX;
    while let Some(c) = text[at..].chars().next() {
        if is_blank(c) {
            at += c.len_utf8();
            continue;
        }
        let (kind, length) = measure(c, &text[at..]);
        let span = Span::new(at, at + length);
        tokens.push(Token { span, kind, word: words.intern(span.of(text)), joined: last_end == at });
        at += length;
        last_end = at;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::tokenize;
    use crate::text::span::is_blank;
    use crate::text::vocabulary::Vocabulary;
    use proptest::prelude::*;

    fn cut(text: &str) -> Vec<&str> {
        tokenize(text, &mut Vocabulary::default()).iter().map(|t| t.span.of(text)).collect()
    }

    #[test]
    fn words_numbers_and_signs_come_apart() {
        assert_eq!(
            cut("Selasa (07/12/2021), pukul 10.00."),
            ["Selasa", "(", "07", "/", "12", "/", "2021", ")", ",", "pukul", "10", ".", "00", "."]
        );
    }

    #[test]
    fn glued_words_come_apart_and_apostrophes_stay() {
        assert_eq!(
            cut("PresidenMacron Jum'at QZ8501 'kata'"),
            ["Presiden", "Macron", "Jum'at", "QZ", "8501", "'", "kata", "'"]
        );
    }

    proptest! {
        #[test]
        fn tokens_and_gaps_give_the_text_back(text in "\\PC*") {
            let mut back = String::new();
            let mut at = 0;
            for token in tokenize(&text, &mut Vocabulary::default()) {
                let gap = &text[at..token.span.start()];
                prop_assert!(gap.chars().all(is_blank));
                prop_assert!(!token.span.is_empty());
                back.push_str(gap);
                back.push_str(token.span.of(&text));
                at = token.span.end();
            }
            prop_assert!(text[at..].chars().all(is_blank));
            back.push_str(&text[at..]);
            prop_assert_eq!(back, text);
        }
    }
}
