//! Names of people, bodies and places that name something else where they stand: a language, an event, a product, a sign of the zodiac.

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
    let person = |start: usize| {
        let found = names.binary_search_by_key(&start, |name| name.start).ok().and_then(|at| names.get(at));
        found.is_some_and(|name| name.kind == EntityKind::Person)
    };
    let is_none = |name: &Name| {
        is_language(sight, name) || is_event(sight, name) || opens_product(sight, name) && !person(name.end)
    };
    let none: Vec<bool> = names.iter().map(is_none).collect();
    let mut none = none.into_iter();
    names.retain(|_| none.next() == Some(false));
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

/// "Jakarta Fair", "Indonesia Open": what was taken for a place or a body has a word of events at its end, or a place has words
/// with capitals behind it of which one is such a word.
fn is_event(sight: &Sight, name: &Name) -> bool {
    let capital = |token: &usize| {
        sight.cases.get(*token).is_some_and(|case| *case == Case::Capital) && sight.is_apart_by_space(*token)
    };
    let mut behind = (name.end..=name.end + BETWEEN).take_while(capital);
    let ends = || name.end - name.start > 1 && sight.has_role(name.end - 1, Roles::EVENT);
    let known = || sight.known_kind(name.start, name.end).is_some();
    match name.kind {
        EntityKind::Person => false,
        // "World Economic Forum" is a body.
        EntityKind::Organization => ends() && !known() && !sight.cues_at(name.end - 1).has(Cues::ORGANIZATION_HEAD),
        EntityKind::Location => ends() && !known() || behind.any(|token| sight.has_role(token, Roles::EVENT)),
    }
}

#[cfg(test)]
mod tests {
    use crate::entity::sample::names;

    #[test]
    fn a_language_is_no_place() {
        assert_eq!(names("Ia tinggal di Jepang dan mengajar bahasa Jepang di Kudus."), ["L:Jepang", "L:Kudus"]);
        assert_eq!(names("Buku berbahasa Jerman itu dibeli di Kudus."), ["L:Kudus"]);
    }

    #[test]
    fn signs_of_the_zodiac_are_no_people_beside_each_other() {
        assert_eq!(names("Kata Leo, ramalan untuk Aries dan Gemini di Kudus keliru."), ["L:Kudus"]);
        assert_eq!(names("Menteri Leo Rahmawati tiba di Kudus. Leo senang."), ["P:Leo Rahmawati", "L:Kudus", "P:Leo"]);
    }

    #[test]
    fn a_maker_in_front_of_a_model_is_part_of_the_product() {
        assert_eq!(names("Polisi menyita mobil Toyota Calya di Kudus."), ["L:Kudus"]);
        assert_eq!(names("Pabrik Toyota di Kudus memproduksi mobil."), ["O:Toyota", "L:Kudus"]);
    }

    #[test]
    fn a_place_that_opens_the_name_of_an_event_is_none() {
        assert_eq!(names("Ia menang di Jakarta International Marathon yang digelar di Jakarta."), ["L:Jakarta"]);
        assert_eq!(names("Ia juara di Indonesia Open 2025, lalu pulang ke Kudus."), ["L:Kudus"]);
        assert_eq!(
            names("Acara Akhir Pekan\n\nKudus - Pemprov menggelar Car Free Night (CFN) di Kudus. Warga menyambut CFN."),
            ["L:Kudus", "L:Kudus"]
        );
    }
}
