//! Where a name begins and ends: corrections to what the model saw.

use crate::entity::lexicon::Cues;
use crate::entity::mention::EntityKind;
use crate::entity::recognise::{Name, Sight};

/// Corrects the borders of the names of a document; they stay in order.
pub fn settle(sight: &Sight, names: &mut Vec<Name>) {
    end_at_marks(sight, names);
    end_at_glue(sight, names);
    shed_ranks(sight, names);
    leave_offices(sight, names);
}

/// "Gunung Raungdi Jawa": a name ends where a small word is glued to it; what follows is another one.
fn end_at_glue(sight: &Sight, names: &mut Vec<Name>) {
    let mut at = 0;
    while let Some(name) = names.get_mut(at) {
        let ends = |token: usize| sight.is_glued(token) && sight.cases[token + 1].is_capital();
        let glued = (name.start..name.end.saturating_sub(1)).find(|&token| ends(token));
        if let Some(last) = glued {
            let kind = kind_of(sight, last + 1, name.end).unwrap_or(name.kind);
            let rest = Name { start: last + 1, end: name.end, kind, rule: "border", margin: name.margin };
            name.end = last + 1;
            names.insert(at + 1, rest);
        }
        at += 1;
    }
}

/// The kind that a known name or the opening word tells.
fn kind_of(sight: &Sight, from: usize, end: usize) -> Option<EntityKind> {
    let cues = sight.cues_at(from);
    let place = cues.has(Cues::PLACE_HEAD).then_some(EntityKind::Location);
    let body = cues.has(Cues::ORGANIZATION_HEAD).then_some(EntityKind::Organization);
    sight.known_kind(from, end).or(body).or(place)
}

/// "Sekretaris Pers Gedung Putih": of an office and a known name, only the name is one.
fn leave_offices(sight: &Sight, names: &mut [Name]) {
    for name in names.iter_mut().filter(|name| name.kind == EntityKind::Organization) {
        let cues = sight.cues_at(name.start);
        if cues.has(Cues::TITLE) && !cues.has(Cues::ORGANIZATION_HEAD) {
            let known = (name.start + 1..name.end).find(|&from| sight.known_kind(from, name.end).is_some());
            name.start = known.unwrap_or(name.start);
        }
    }
}

/// Whether a token is a rank, office or form of address.
fn is_rank(sight: &Sight, token: usize) -> bool {
    sight.cues_at(token).has(Cues::RANK)
}

/// A name runs over no quotation mark, unless it is a person's, round a nickname: what is quoted in
/// front is the name of something else.
fn end_at_marks(sight: &Sight, names: &mut [Name]) {
    let text = |token: usize| sight.document.tokens().get(token).map_or("", |t| sight.document.slice(t.span));
    for name in names.iter_mut().filter(|name| name.kind != EntityKind::Person) {
        let mark = (name.start..name.end).rev().find(|&token| matches!(text(token), "\"" | "“" | "”" | "«" | "»"));
        name.start = mark.filter(|mark| mark + 1 < name.end).map_or(name.start, |mark| mark + 1);
    }
}

/// Takes ranks and forms of address off the front of people's names; names of nothing else are none.
fn shed_ranks(sight: &Sight, names: &mut Vec<Name>) {
    for name in names.iter_mut().filter(|name| name.kind == EntityKind::Person) {
        while name.start < name.end && is_rank(sight, name.start) {
            name.start += 1;
            if sight.document.tokens().get(name.start).is_some_and(|t| sight.document.slice(t.span) == ".") {
                name.start += 1;
            }
        }
    }
    names.retain(|name| (name.start..name.end).any(|token| !is_rank(sight, token)));
}

#[cfg(test)]
mod tests {
    use crate::lang::Language;
    use crate::text::document::Document;

    /// The names found in a text, each with the first letter of its kind.
    fn names(text: &str) -> Vec<String> {
        let language = Language::indonesian();
        let document = Document::new(&language.text, text);
        let found = crate::entity::find(&language.entity, &document).mentions;
        found.iter().map(|m| format!("{:.1}:{}", format!("{:?}", m.kind), document.slice(m.span))).collect()
    }

    #[test]
    fn a_glued_word_ends_a_name_and_an_office_is_none() {
        assert_eq!(
            names("Siti Rahmawati tiba. Siti Rahmawatidari Kementerian Luar Negeri menemui wartawan."),
            ["P:Siti Rahmawati", "P:Siti Rahmawati", "O:Kementerian Luar Negeri"]
        );
        assert_eq!(names("Menurut Juru Bicara Gedung Putih, rapat itu ditunda."), ["O:Gedung Putih"]);
    }

    #[test]
    fn a_name_of_the_text_is_found_between_common_words_of_a_headline() {
        let text = "Warga Bertemu Rahmawati Asalkan Syarat Terpenuhi\n\nMenteri Siti Rahmawati tiba di Kudus. \
                    Warga bertemu Rahmawati asalkan semua syarat terpenuhi.";
        assert!(names(text).starts_with(&["P:Rahmawati".to_owned()]), "{:?}", names(text));
    }
}
