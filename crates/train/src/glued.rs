//! Texts that lost spaces around names, as pages' texts do: `PresidenSusanto`, `JakartaKoalisi`.

use silang_core::Span;

use crate::marked::{Mark, Marked};

/// One name in so many loses the space before it, one the space after it.
const SELDOM: usize = 9;

/// A copy in which every ninth name stands without the space before it, and every ninth without the one after it,
/// where case still tells the border.
pub fn glued(marked: &Marked) -> Marked {
    let text = marked.text.as_str();
    let is_border = |at: usize| {
        let small = text.get(..at).and_then(|head| head.chars().next_back()).is_some_and(char::is_lowercase);
        let large = text.get(at + 1..).and_then(|tail| tail.chars().next()).is_some_and(char::is_uppercase);
        small && large && text.as_bytes().get(at) == Some(&b' ')
    };
    let mut gone: Vec<usize> = Vec::new();
    for (number, mark) in marked.marks.iter().enumerate() {
        let before = mark.span.start().checked_sub(1).filter(|_| number % SELDOM == 3);
        let after = Some(mark.span.end()).filter(|_| number % SELDOM == 7);
        gone.extend(before.into_iter().chain(after).filter(|&at| is_border(at)));
    }
    gone.sort_unstable();
    gone.dedup();
    let moved = |at: usize| at - gone.partition_point(|&space| space < at);
    let span = |span: Span| Span::new(moved(span.start()), moved(span.end()));
    let mut made = Marked::new(marked.name.clone(), String::with_capacity(text.len()));
    let mut from = 0;
    for &space in gone.iter().chain([&text.len()]) {
        made.text.push_str(text.get(from..space).unwrap_or(""));
        from = space + 1;
    }
    made.marks = marked.marks.iter().map(|mark| Mark { span: span(mark.span), ..mark.clone() }).collect();
    made.walls = marked.walls.iter().map(|wall| span(*wall)).collect();
    Marked { group: marked.group.clone(), domain: marked.domain, ..made }
}

#[cfg(test)]
mod tests {
    use silang_core::Span;
    use silang_core::entity::mention::EntityKind;

    use super::glued;
    use crate::marked::{Mark, Marked};

    #[test]
    fn the_fourth_name_loses_the_space_before_it_and_keeps_its_letters() {
        let text = "Ani, Budi, Cici dan kata Didi di Solo";
        let mark = |name: &str| {
            let start = text.find(name).unwrap_or_default();
            let span = Span::new(start, start + name.len());
            Mark { span, kind: EntityKind::Person, entity: String::new() }
        };
        let marks = ["Ani", "Budi", "Cici", "Didi", "Solo"].map(mark).to_vec();
        let made = glued(&Marked { marks, ..Marked::new("a".to_owned(), text.to_owned()) });
        assert_eq!(made.text, "Ani, Budi, Cici dan kataDidi di Solo");
        let names: Vec<&str> = made.marks.iter().map(|mark| mark.span.of(&made.text)).collect();
        assert_eq!(names, ["Ani", "Budi", "Cici", "Didi", "Solo"]);
    }
}
