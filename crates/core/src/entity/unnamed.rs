//! Names of people, bodies and places that name something else where they stand: a language, an event.

use crate::entity::case::Case;
use crate::entity::mention::EntityKind;
use crate::entity::recognise::{Name, Sight};
use crate::entity::role::Roles;

/// Words of a language's name, at most ("bahasa Jawa Timur").
const LANGUAGE: usize = 2;

/// Words between a place and what says that an event is called after it, at most ("Jakarta International Film Festival").
const BETWEEN: usize = 2;

/// Takes out the names of languages and those of events or that open them.
pub fn leave_out(sight: &Sight, names: &mut Vec<Name>) {
    names.retain(|name| !is_language(sight, name) && !is_event(sight, name));
}

/// "bahasa Jepang", "Bahasa Mandarin".
fn is_language(sight: &Sight, name: &Name) -> bool {
    let before = name.start.checked_sub(1).is_some_and(|before| sight.has_role(before, Roles::LANGUAGE));
    let behind = before && sight.is_apart_by_space(name.start) && name.end - name.start <= LANGUAGE;
    behind || sight.has_role(name.start, Roles::LANGUAGE) && name.end - name.start == LANGUAGE
}

/// "Jakarta Fair", "Indonesia Open": what was taken for a place has a word of events at its end, or words with capitals
/// behind it of which one is such a word.
fn is_event(sight: &Sight, name: &Name) -> bool {
    let capital = |token: &usize| {
        sight.cases.get(*token).is_some_and(|case| *case == Case::Capital) && sight.is_apart_by_space(*token)
    };
    let mut behind = (name.end..=name.end + BETWEEN).take_while(capital);
    let ends = || name.end - name.start > 1 && sight.has_role(name.end - 1, Roles::EVENT);
    let known = sight.known_kind(name.start, name.end).is_some();
    name.kind == EntityKind::Location && (!known && ends() || behind.any(|token| sight.has_role(token, Roles::EVENT)))
}

#[cfg(test)]
mod tests {
    use crate::lang::Language;
    use crate::text::document::Document;

    fn names(text: &str) -> Vec<String> {
        let language = Language::indonesian();
        let document = Document::new(&language.text, text);
        let found = crate::entity::find(&language.entity, &document).mentions;
        found.iter().map(|mention| document.slice(mention.span).to_owned()).collect()
    }

    #[test]
    fn a_language_is_no_place() {
        assert_eq!(names("Ia tinggal di Jepang dan mengajar bahasa Jepang di Kudus."), ["Jepang", "Kudus"]);
        assert_eq!(names("Buku berbahasa Jerman itu dibeli di Kudus."), ["Kudus"]);
    }

    #[test]
    fn a_place_that_opens_the_name_of_an_event_is_none() {
        assert_eq!(names("Ia menang di Jakarta International Marathon yang digelar di Jakarta."), ["Jakarta"]);
        assert_eq!(names("Ia juara di Indonesia Open 2025, lalu pulang ke Kudus."), ["Kudus"]);
    }
}
