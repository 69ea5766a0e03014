//! The words around a place of a text.

use silang_core::Span;
use silang_core::facts::At;

/// The sentence or line around `at`, cut at white space when it is long.
pub fn context(text: &str, at: At) -> [&str; 3] {
    const ROOM: usize = 110;
    let (before, inside, after) =
        (Span::new(0, at.start).of(text), Span::new(at.start, at.end).of(text), text.get(at.end..).unwrap_or_default());
    let line = before.rfind('\n').map_or(0, |line| line + 1);
    let from = line.max(before.rfind(". ").map_or(0, |stop| stop + 2));
    let before = before.get(from..).unwrap_or_default();
    let before = if before.len() > ROOM { last(before, ROOM) } else { before };
    let stop = if inside.ends_with('.') { 0 } else { after.find(". ").map_or(after.len(), |stop| stop + 1) };
    let after = after.get(..after.find('\n').unwrap_or(after.len()).min(stop)).unwrap_or_default();
    [before, inside, if after.len() > ROOM { first(after, ROOM) } else { after }]
}

fn last(text: &str, room: usize) -> &str {
    let cut = text.char_indices().find(|(at, c)| text.len() - at <= room && c.is_whitespace());
    cut.and_then(|(at, _)| text.get(at..)).unwrap_or_default()
}

fn first(text: &str, room: usize) -> &str {
    let cut = text.char_indices().take_while(|(at, _)| *at <= room).filter(|(_, c)| c.is_whitespace()).last();
    cut.and_then(|(at, _)| text.get(..at)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use silang_core::facts::At;

    use super::context;

    #[test]
    fn the_words_around_a_place_end_at_its_sentence() {
        let text = "Judul\nHujan turun. Sepuluh rumah rusak di “Desa É”. Warga pergi.\n";
        let start = text.find("Sepuluh").unwrap();
        assert_eq!(context(text, At { start, end: start + 7 }), ["", "Sepuluh", " rumah rusak di “Desa É”."]);
        assert_eq!(context("", At { start: 3, end: 9 }), ["", "", ""]);
    }
}
