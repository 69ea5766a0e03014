//! Where a name begins and ends: corrections to what the model saw.

use std::collections::HashSet;

use crate::entity::case::Case;
use crate::entity::lexicon::Cues;
use crate::entity::mention::EntityKind;
use crate::entity::recognise::{Name, Sight};
use crate::entity::role::Roles;
use crate::text::vocabulary::WordId;
use crate::text::word_map::WordState;

/// Cues of the parts of people's names.
pub const PEOPLE: u32 = Cues::GIVEN.0 | Cues::FAMILY.0 | Cues::FOREIGN_GIVEN.0 | Cues::FOREIGN_FAMILY.0;

/// Corrects the borders of the names of a document; they stay in order.
pub fn settle(sight: &Sight, names: &mut Vec<Name>) {
    end_at_marks(sight, names);
    cut(names, |name| end_of_glued(sight, name));
    cut(names, |name| lone_parenthesis(sight, name));
    cut(names, |name| city_before(sight, name));
    cut(names, |name| building_of_body(sight, name));
    cut(names, |name| body_of_person(sight, name));
    let mut in_body = vec![false; sight.document.words().len()];
    for name in names.iter().filter(|name| !sight.is_headline(name.start)) {
        sight.words(name).for_each(|word| in_body[word.index()] = true);
    }
    let body = names.iter().filter(|name| !sight.is_headline(name.start));
    let forms: Forms = body.map(|name| sight.form(name.start..name.end)).collect();
    cut(names, |name| verb_of_headline(sight, name, &in_body));
    cut(names, |name| verb_behind_body(sight, name, &in_body, &forms));
    shed_ranks(sight, names);
    leave_offices(sight, names);
    leave_units(sight, names);
    leave_common_nouns(sight, names);
    join_seats(sight, names);
}

/// "Dinas Sosial Kudus", "Dinas Sosial (Dinsos) Kudus": a place right behind a body is where it sits, and part of its name.
fn join_seats(sight: &Sight, names: &mut Vec<Name>) {
    join_over_short_form(sight, names);
    names.dedup_by(|place, body| {
        let kinds = (body.kind, place.kind) == (EntityKind::Organization, EntityKind::Location);
        let joins = kinds && body.end == place.start && sight.is_apart_by_space(place.start);
        if joins {
            body.end = place.end;
        }
        joins
    });
}

/// Makes one name of a body, its short form in brackets and the place right behind, or the known body that it is part of
/// ("Korps Lalu Lintas (Korlantas) Polri").
fn join_over_short_form(sight: &Sight, names: &mut Vec<Name>) {
    let joins = |body: &Name, short: &Name, place: &Name| {
        let bodies = body.kind == EntityKind::Organization && short.kind == EntityKind::Organization;
        let brackets = sight.text(body.end) == "(" && sight.text(short.end) == ")";
        let touches = short.start == body.end + 1 && place.start == short.end + 1;
        let parent = place.end == place.start + 1 && sight.known_kind(place.start, place.end) == Some(place.kind);
        let is_seat = place.kind == EntityKind::Location || place.kind == EntityKind::Organization && parent;
        let is_seat = is_seat && !sight.cues_at(body.start).has(Cues::OWN_NAMED);
        bodies && is_seat && brackets && touches && sight.is_apart_by_space(place.start)
    };
    let mut at = 2;
    while let Some([body, short, place]) = names.get(at - 2..=at) {
        if joins(body, short, place) {
            names[at - 2].end = names[at].end;
            names.drain(at - 1..=at);
        } else {
            at += 1;
        }
    }
}

/// Where a name is two, and of what kinds the two are if not of the kind of both together.
#[derive(Clone, Copy, Debug)]
struct Cut {
    /// One past the first.
    end: usize,
    /// Where the second begins.
    start: usize,
    first: Option<EntityKind>,
    second: Option<EntityKind>,
}

impl Cut {
    /// Two names of one kind, with the tokens from `end` to `start` between them.
    fn between(end: usize, start: usize) -> Self {
        Self { end, start, first: None, second: None }
    }
}

/// Cuts names in two; what is left over in front or behind is a name too, if anything is left.
fn cut(names: &mut Vec<Name>, find: impl Fn(&Name) -> Option<Cut>) {
    let mut pending = std::mem::take(names);
    pending.reverse();
    while let Some(name) = pending.pop() {
        let Some(cut) = find(&name) else {
            names.push(name);
            continue;
        };
        let rest = Name { start: cut.start, kind: cut.second.unwrap_or(name.kind), rule: "border", ..name.clone() };
        let first = Name { end: cut.end, kind: cut.first.unwrap_or(name.kind), ..name };
        names.extend(Some(first).filter(|first| first.start < first.end));
        pending.extend(Some(rest).filter(|rest| rest.start < rest.end));
    }
}

/// "Gunung Raungdi Jawa": a name ends where a small word is glued to it; what follows is another one.
fn end_of_glued(sight: &Sight, name: &Name) -> Option<Cut> {
    let ends = |token: usize| sight.is_glued(token) && sight.cases[token + 1].is_capital();
    let last = (name.start..name.end.saturating_sub(1)).find(|&token| ends(token))?;
    Some(Cut { second: kind_of(sight, last + 1, name.end), ..Cut::between(last + 1, last + 1) })
}

/// "`JakartaKementerian` Luar Negeri": a city that lost the space behind it is a name of its own, in front of what opens as a name
/// does, and behind a comma, as in a date line, in front of any.
fn city_before(sight: &Sight, name: &Name) -> Option<Cut> {
    let next = name.start + 1;
    let city = sight.known_kind(name.start, next) == Some(EntityKind::Location);
    let cues = sight.cues_at(next).0;
    let behind_comma = || name.start.checked_sub(1).is_some_and(|before| sight.text(before) == ",");
    let opens = match name.kind {
        _ if cues & Cues::PLACE_TAIL.0 != 0 => false,
        EntityKind::Organization | EntityKind::Person if behind_comma() => true,
        EntityKind::Person => cues & PEOPLE != 0,
        _ => cues & (Cues::ORGANIZATION_HEAD.0 | Cues::TITLE.0) != 0 || kind_of(sight, next, name.end).is_some(),
    };
    let word = next < name.end && sight.cases[next].is_capital();
    let cut = word && city && opens && sight.is_glued_to(next);
    let both = Cut::between(next, next);
    cut.then(|| Cut { first: Some(EntityKind::Location), second: kind_of(sight, next, name.end), ..both })
}

/// "Gedung Merah Putih KPK": a known body behind the name of its building is a name of its own.
fn building_of_body(sight: &Sight, name: &Name) -> Option<Cut> {
    const NAMED: usize = 2;
    let building = name.kind == EntityKind::Location && sight.cues_at(name.start).has(Cues::PLACE_HEAD);
    let of_person = |from: usize| (name.start..from).any(|token| sight.cues_at(token).0 & PEOPLE != 0);
    let is_body = |from: &usize| {
        let known = sight.known_kind(*from, name.end) == Some(EntityKind::Organization);
        known && !sight.cues_at(*from).has(Cues::OWN_NAMED)
    };
    let from = (name.start + NAMED..name.end).find(is_body).filter(|&from| building && !of_person(from))?;
    Some(Cut { second: Some(EntityKind::Organization), ..Cut::between(from, from) })
}

/// "Kapuspenkum Kejagung Budi Santoso": a known body in front of a person is a name of its own.
fn body_of_person(sight: &Sight, name: &Name) -> Option<Cut> {
    let is_body = |end: &usize| sight.known_kind(name.start, *end) == Some(EntityKind::Organization);
    let names_people = |end: &usize| sight.cues_at(*end).0 & PEOPLE != 0;
    let end = (name.start + 1..name.end).rev().find(|end| is_body(end) && names_people(end))?;
    let body = (name.kind == EntityKind::Person && sight.cases[name.start].is_capital()).then_some(end)?;
    Some(Cut { first: Some(EntityKind::Organization), ..Cut::between(body, body) })
}

/// "Dinas Pangan (DP": a parenthesis that the name does not close or open ends it.
fn lone_parenthesis(sight: &Sight, name: &Name) -> Option<Cut> {
    let find = |sign: &str| (name.start..name.end).find(|&token| sight.text(token) == sign);
    let lone = match (find("("), find(")")) {
        (Some(open), None) => open,
        (None, Some(close)) => close,
        _ => return None,
    };
    Some(Cut::between(lone, lone + 1))
}

/// "Siti Aminah Gandeng Budi": in the headline, a common word that stands in no name of the text ends a person's, and so
/// does an unknown one behind two words that do.
fn verb_of_headline(sight: &Sight, name: &Name, in_body: &[bool]) -> Option<Cut> {
    let told = |token: usize| sight.word(token).is_none_or(|word| in_body[word.index()]);
    let is_apart = |token: usize| {
        sight.cases[token] == Case::Capital
            && sight.cues_at(token).0 & (PEOPLE | Cues::LINK.0) == 0
            && !told(token)
            && !sight.is_glued(token)
    };
    let follows = |token: usize| {
        let linked = || sight.cues_at(token - 1).has(Cues::LINK);
        token > name.start + 1 && !linked() && (name.start..token).all(told)
    };
    let is_verb = |&token: &usize| {
        let unknown = || !sight.is_usually_capital(token) && follows(token);
        is_apart(token) && (sight.is_usually_small(token) || unknown())
    };
    if name.kind != EntityKind::Person || !sight.is_headline(name.start) {
        return None;
    }
    let verb = (name.start..name.end).find(is_verb)?;
    let rest = (verb + 1..name.end).find(|&token| sight.is_apart_by_space(token)).unwrap_or(name.end);
    Some(Cut::between(verb, rest))
}

/// The words of several names.
type Forms<'a> = HashSet<&'a [WordId], WordState>;

/// "Anu Ngaku Rugi", "Anu Gugat Maju": in the headline, a word that stands in no name of the text ends the name of a body that the
/// text has without it; what is behind it is a name only if the text has that.
fn verb_behind_body(sight: &Sight, name: &Name, in_body: &[bool], forms: &Forms) -> Option<Cut> {
    if name.kind != EntityKind::Organization || !sight.is_headline(name.start) {
        return None;
    }
    let is_verb = |&token: &usize| {
        let told = sight.word(token).is_none_or(|word| in_body[word.index()]);
        let common = sight.is_usually_small(token) || !sight.is_usually_capital(token);
        sight.cases[token] == Case::Capital && common && !told && !sight.is_glued(token)
    };
    let verb = (name.start + 1..name.end).find(is_verb)?;
    let alone = verb == name.start + 1 && sight.cues_at(name.start).has(Cues::ORGANIZATION_HEAD);
    if alone || !forms.contains(sight.form(name.start..verb)) {
        return None;
    }
    let is_name =
        |rest: usize| forms.contains(sight.form(rest..name.end)) || sight.known_kind(rest, name.end).is_some();
    let rest = (verb + 1..name.end).find(|&rest| sight.is_apart_by_space(rest) && is_name(rest));
    Some(Cut::between(verb, rest.unwrap_or(name.end)))
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

/// "Kepala Bagian Tata Usaha Balai Besar Kehutanan": what somebody heads inside of a body is part of the title, the body is
/// the name.
fn leave_units(sight: &Sight, names: &mut [Name]) {
    let opens_body = |token: usize| {
        let cues = sight.cues_at(token);
        cues.has(Cues::ORGANIZATION_HEAD) && !sight.has_role(token, Roles::UNIT)
    };
    for name in
        names.iter_mut().filter(|name| name.kind == EntityKind::Organization && sight.has_role(name.start, Roles::UNIT))
    {
        let headed = name.start.checked_sub(1).is_some_and(|before| sight.has_role(before, Roles::CHIEF));
        let known = |from: usize| sight.known_kind(from, name.end) == Some(EntityKind::Organization);
        let body =
            (name.start + 2..name.end).find(|&from| sight.is_apart_by_space(from) && (opens_body(from) || known(from)));
        name.start = body.filter(|_| headed && !known(name.start)).unwrap_or(name.start);
    }
}

/// "Pesawat Garuda Indonesia" in a headline or first in a sentence: a common noun in front of what is a name without
/// it elsewhere in the article is none of its parts.
fn leave_common_nouns(sight: &Sight, names: &mut [Name]) {
    let is_body = |name: &&Name| name.kind == EntityKind::Organization;
    let opens_by_noun = |name: &Name| {
        name.start + 1 < name.end
            && sight.cases[name.start] == Case::Capital
            && sight.is_usually_small(name.start)
            && sight.is_apart_by_space(name.start + 1)
            && !sight.cues_at(name.start).has(Cues::ORGANIZATION_HEAD)
    };
    if !names.iter().filter(is_body).any(opens_by_noun) {
        return;
    }
    let alone: HashSet<Vec<WordId>> = names.iter().filter(is_body).map(|name| sight.words(name).collect()).collect();
    for name in names.iter_mut().filter(|name| name.kind == EntityKind::Organization && opens_by_noun(name)) {
        let rest = Name { start: name.start + 1, ..name.clone() };
        if alone.contains(&sight.words(&rest).collect::<Vec<_>>()) {
            *name = rest;
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
    use crate::entity::sample::names;

    #[test]
    fn a_glued_word_ends_a_name_and_an_office_is_none() {
        assert_eq!(
            names("Siti Rahmawati tiba. Siti Rahmawatidari Kementerian Luar Negeri menemui wartawan."),
            ["P:Siti Rahmawati", "P:Siti Rahmawati", "O:Kementerian Luar Negeri"]
        );
        assert_eq!(
            names("Kementerian Luar Negeri (Kemlu) dan Menteri Siti Rahmawati tiba di Kudus."),
            ["O:Kementerian Luar Negeri", "O:Kemlu", "P:Siti Rahmawati", "L:Kudus"]
        );
        assert_eq!(names("Menurut Juru Bicara Gedung Putih, rapat itu ditunda."), ["O:Gedung Putih"]);
        assert_eq!(names("Penyanyi Siti Vo tiba. Siti Vomelanjutkan tur."), ["P:Siti Vo", "P:Siti Vo"]);
        assert_eq!(names("Menteri Siti Rahmawatimenyampaikan duka."), ["P:Siti Rahmawati"]);
    }

    #[test]
    fn a_place_right_behind_a_body_belongs_to_its_name() {
        assert_eq!(
            names("Petugas Dinas Perhubungan (Dishub) Kota Malang dan Kemenag Kudus menutup jalan itu."),
            ["O:Dinas Perhubungan (Dishub) Kota Malang", "O:Kemenag Kudus"]
        );
    }

    #[test]
    fn a_known_body_right_behind_the_short_form_of_its_part_belongs_to_the_name() {
        assert_eq!(
            names("Ketua Fraksi Partai Amanat Nasional (PAN) DPR tiba di Kudus."),
            ["O:Fraksi Partai Amanat Nasional (PAN) DPR", "L:Kudus"]
        );
    }

    #[test]
    fn a_school_and_its_town_are_two_names() {
        assert_eq!(
            names("Dosen Universitas Nusa Permai (Unper) Kudus mengajar di sana."),
            ["O:Universitas Nusa Permai", "O:Unper", "L:Kudus"]
        );
    }

    #[test]
    fn a_body_in_front_of_a_person_is_a_name_of_its_own() {
        assert_eq!(
            names("Hal itu dikatakan Kapuspenkum Kejagung Budi Santoso di Kudus."),
            ["O:Kejagung", "P:Budi Santoso", "L:Kudus"]
        );
    }

    #[test]
    fn what_somebody_heads_is_part_of_the_title_but_known_bodies_are_names() {
        assert_eq!(
            names("Kepala Bidang Angkutan Jalan Dinas Perhubungan Kudus menutup jalan itu."),
            ["O:Dinas Perhubungan Kudus"]
        );
        assert_eq!(names("Ketua Tim Penggerak PKK datang ke Kudus."), ["O:Tim Penggerak PKK", "L:Kudus"]);
    }

    #[test]
    fn a_city_that_lost_its_space_and_a_building_are_names_of_their_own() {
        assert_eq!(names("JakartaKementerian Luar Negeri menunda rapat."), ["L:Jakarta", "O:Kementerian Luar Negeri"]);
        assert_eq!(names("Ia tiba di Gedung Merah Putih KPK, Kudus."), ["L:Gedung Merah Putih", "O:KPK", "L:Kudus"]);
        assert_eq!(names("Ia lewat Jalan Ani Persik di Kudus."), ["L:Jalan Ani Persik", "L:Kudus"]);
    }

    #[test]
    fn a_common_noun_in_front_and_the_name_of_a_ship_are_none() {
        assert_eq!(
            names("Pesawat Garuda Indonesia mendarat. Pimpinan Garuda Indonesia tiba di Kudus."),
            ["O:Garuda Indonesia", "O:Garuda Indonesia", "L:Kudus"]
        );
        assert_eq!(names("Kapal Siti Rahmawati berlayar. Warga menunggu Siti Rahmawati di Kudus."), ["L:Kudus"]);
        assert_eq!(names("Sopir Siti Rahmawati tiba di Kudus."), ["P:Siti Rahmawati", "L:Kudus"]);
    }

    #[test]
    fn an_unknown_word_of_a_headline_ends_the_name_that_the_text_has_without_it() {
        let text = "Siti Rahmawati Perlebar Jarak\n\nMenteri Siti Rahmawati tiba di Kudus.";
        assert_eq!(names(text), ["P:Siti Rahmawati", "P:Siti Rahmawati", "L:Kudus"]);
    }

    #[test]
    fn a_word_of_a_headline_ends_the_name_of_a_body_that_the_text_has_without_it() {
        let text = "PT Anugrah Jaya Gugat PT Bumi Raya\n\nPT Anugrah Jaya menggugat PT Bumi Raya di Kudus.";
        assert_eq!(
            names(text),
            ["O:PT Anugrah Jaya", "O:PT Bumi Raya", "O:PT Anugrah Jaya", "O:PT Bumi Raya", "L:Kudus"]
        );
    }

    #[test]
    fn a_name_of_the_text_is_found_between_common_words_of_a_headline() {
        let text = "Warga Bertemu Rahmawati Asalkan Syarat Terpenuhi\n\nMenteri Siti Rahmawati tiba di Kudus. \
                    Warga bertemu Rahmawati asalkan semua syarat terpenuhi.";
        assert!(names(text).starts_with(&["P:Rahmawati".to_owned()]), "{:?}", names(text));
    }
}
