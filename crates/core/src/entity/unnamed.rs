//! Names of people, bodies and places that name something else where they stand: a language, an event, a product, a sign of the zodiac.

use std::collections::HashSet;

use crate::entity::case::Case;
use crate::entity::lexicon::Cues;
use crate::entity::mention::EntityKind;
use crate::entity::recognise::{Name, Sight};
use crate::entity::role::Roles;

/// Words of a language's name, at most ("bahasa Jawa Timur").
const LANGUAGE: usize = 2;

/// Words between a place and what says that an event is called after it, at most ("Jakarta International Film Festival").
const BETWEEN: usize = 2;

/// Signs of the zodiac in an article that tells of them, at least.
const SIGNS: usize = 3;

/// Takes out the names of languages, those of events or that open them, makers in front of their products, and signs of the zodiac.
pub fn leave_out(sight: &Sight, names: &mut Vec<Name>) {
    let people: HashSet<usize> =
        names.iter().filter(|name| name.kind == EntityKind::Person).map(|name| name.start).collect();
    let is_none = |name: &Name| {
        is_language(sight, name) || is_event(sight, name) || !people.contains(&name.end) && opens_product(sight, name)
    };
    names.retain(|name| !is_none(name));
    if names.iter().any(|name| is_sign(sight, name)) && sight.words_with_role(Roles::SIGN) >= SIGNS {
        names.retain(|name| !is_sign(sight, name));
    }
}

/// "Honda HR-V": a maker in front of what is written like a model, in headlines of one only that has figures or more capitals.
fn opens_product(sight: &Sight, name: &Name) -> bool {
    let maker = name.end == name.start + 1 && sight.has_role(name.start, Roles::MAKER);
    if !maker || !sight.is_apart_by_space(name.end) {
        return false;
    }
    let text = sight.text(name.end);
    let capital = text.starts_with(char::is_uppercase);
    let coded = capital && text.chars().skip(1).any(|c| c.is_ascii_digit() || c.is_uppercase());
    let body = Cues::ORGANIZATION_TAIL.0 | Cues::ORGANIZATION_HEAD.0;
    let body = sight.cues_at(name.end).0 & body != 0 || sight.known_kind(name.end, name.end + 1).is_some();
    !body && (coded || capital && !sight.is_headline(name.end))
}

/// "Leo", "Aries Taurus".
fn is_sign(sight: &Sight, name: &Name) -> bool {
    (name.start..name.end).all(|token| sight.has_role(token, Roles::SIGN))
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
    fn signs_of_the_zodiac_are_no_people_beside_each_other() {
        assert_eq!(names("Kata Leo, ramalan untuk Aries dan Gemini di Kudus keliru."), ["Kudus"]);
        assert_eq!(names("Menteri Leo Rahmawati tiba di Kudus. Leo senang."), ["Leo Rahmawati", "Kudus", "Leo"]);
    }

    #[test]
    fn a_maker_in_front_of_a_model_is_part_of_the_product() {
        assert_eq!(names("Polisi menyita mobil Toyota Calya di Kudus."), ["Kudus"]);
        assert_eq!(names("Pabrik Toyota di Kudus memproduksi mobil."), ["Toyota", "Kudus"]);
    }

    #[test]
    fn a_place_that_opens_the_name_of_an_event_is_none() {
        assert_eq!(names("Ia menang di Jakarta International Marathon yang digelar di Jakarta."), ["Jakarta"]);
        assert_eq!(names("Ia juara di Indonesia Open 2025, lalu pulang ke Kudus."), ["Kudus"]);
    }
}
