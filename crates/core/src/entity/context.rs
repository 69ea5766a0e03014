//! What the words right beside a name tell of it, whatever the model saw: a company of which somebody is an officer, a
//! place whose sort is written small, initials behind a rank.

use std::collections::HashSet;

use crate::entity::border::PEOPLE;
use crate::entity::case::Case;
use crate::entity::lexicon::Cues;
use crate::entity::mention::EntityKind;
use crate::entity::recognise::{Name, Sight};
use crate::entity::role::Roles;
use crate::order::Order;
use crate::text::vocabulary::WordId;

/// Letters of initials, at most.
const INITIALS: usize = 4;

/// Corrects names by what stands beside them; they stay in order.
pub fn read(sight: &Sight, names: &mut Vec<Name>) {
    know_companies(sight, names);
    begin_at_sorts(sight, names);
    add_people_by_initials(sight, names);
    add_people_by_ranks(sight, names);
}

/// "CEO Anuteka Budi Santoso", "maskapai Anuteka": what is a company there is one wherever it is named.
fn know_companies(sight: &Sight, names: &mut [Name]) {
    let before = |name: &Name| word_before(sight, name);
    let person = |name: &Name| name.kind == EntityKind::Person;
    let named_like_people = |name: &Name| (name.start..name.end).any(|token| sight.cues_at(token).0 & PEOPLE != 0);
    let of_officer = |pair: &[Name]| {
        let [company, officer] = pair else { return false };
        let beside = company.end == officer.start && sight.is_apart_by_space(officer.start);
        company.kind != EntityKind::Location
            && person(officer)
            && beside
            && before(company).is_some_and(|before| sight.has_role(before, Roles::OFFICER))
    };
    let by_officer = names.windows(2).filter(|pair| of_officer(pair)).map(|pair| &pair[0]);
    let by_noun = names.iter().filter(|name| {
        name.kind != EntityKind::Location && before(name).is_some_and(|before| sight.has_role(before, Roles::COMPANY))
    });
    let companies = by_officer.chain(by_noun).filter(|name| !named_like_people(name));
    let companies: HashSet<Vec<WordId>> = companies.map(|name| sight.words(name).collect()).collect();
    for name in names.iter_mut().filter(|name| !companies.is_empty() && name.kind == EntityKind::Person) {
        if companies.contains(&sight.words(name).collect::<Vec<_>>()) {
            name.kind = EntityKind::Organization;
            name.rule = "border";
        }
    }
}

/// "gunung Anu", "jalan Siti Aminah": the sort of a place, written small, is part of its name; a town behind it is only where
/// it is ("hotel Kudus"), unless it is called after what nature made.
fn begin_at_sorts(sight: &Sight, names: &mut [Name]) {
    for at in 0..names.len() {
        let name = &names[at];
        let Some(sort) = word_before(sight, name) else { continue };
        let free = at.checked_sub(1).is_none_or(|before| names[before].end <= sort);
        let small = sight.cases[sort] == Case::Small;
        let natural = sight.has_role(sort, Roles::LANDFORM) && name.kind == EntityKind::Location;
        let built = sight.has_role(sort, Roles::BUILT)
            && name.kind != EntityKind::Organization
            && sight.known_kind(name.start, name.end) != Some(EntityKind::Location);
        if free && small && (natural || built) && !sight.cues_at(name.start).has(Cues::PLACE_HEAD) {
            names[at].start = sort;
            names[at].kind = EntityKind::Location;
            names[at].rule = "border";
        }
    }
}

/// The word in front of a name, with a space between; of a doubled one ("jalan-jalan Anu") none.
fn word_before(sight: &Sight, name: &Name) -> Option<usize> {
    let before = name.start.checked_sub(1).filter(|_| sight.is_apart_by_space(name.start))?;
    let doubled = before.checked_sub(1).is_some_and(|sign| sight.text(sign) == "-" && sight.is_glued_to(before));
    (!doubled).then_some(before)
}

/// "Brigadir AB", "pria berinisial AB", "AB (31)": initials stand for a person where a rank, the word for them or an age says so.
fn add_people_by_initials(sight: &Sight, names: &mut Vec<Name>) {
    let mut taken = vec![false; sight.cases.len()];
    for name in names.iter_mut() {
        (name.start..name.end).for_each(|token| taken[token] = true);
        let behind = || word_before(sight, name).is_some_and(|before| sight.has_role(before, Roles::INITIALED));
        if name.end == name.start + 1 && behind() && is_initials(sight, name.start) {
            name.kind = EntityKind::Person;
        }
    }
    let told = |&token: &usize| {
        let before = || token.checked_sub(1).is_some_and(|before| sight.has_role(before, Roles::INITIALED));
        is_initials(sight, token) && (before() && sight.is_apart_by_space(token) || has_age(sight, token))
    };
    let free = (0..taken.len()).filter(|&token| !taken[token]);
    let found: Vec<usize> = free.filter(told).collect();
    if !found.is_empty() {
        let name = |start| Name { start, end: start + 1, kind: EntityKind::Person, rule: "abbreviation", margin: 0 };
        names.extend(found.into_iter().map(name));
        names.order_by_key(|name| name.start);
    }
}

/// Words of a name behind a rank, and further ranks, at most.
const RANKED: usize = 4;

/// "AKBP Budi Santoso": the words with a capital right behind a rank of police or army are a person's name, of which the model
/// may have seen only the end; one word that is usually small may be any.
fn add_people_by_ranks(sight: &Sight, names: &mut Vec<Name>) {
    let is_service = |token: usize| sight.has_role(token, Roles::INITIALED) && sight.cues_at(token).has(Cues::RANK);
    let is_part = |token: &usize| {
        let cues = sight.cues_at(*token).0;
        let other = Cues::RANK.0 | Cues::ORGANIZATION_HEAD.0 | Cues::PLACE_HEAD.0 | Cues::CALENDAR.0;
        let no_name = cues & other != 0 && cues & PEOPLE == 0;
        sight.cases.get(*token) == Some(&Case::Capital) && sight.is_apart_by_space(*token) && !no_name
    };
    let mut found = Vec::new();
    for rank in (0..sight.cases.len()).filter(|&token| is_service(token) && !sight.is_headline(token)) {
        let more = (rank + 1..sight.cases.len().min(rank + 1 + RANKED))
            .take_while(|&token| sight.cues_at(token).has(Cues::RANK))
            .count();
        let start = rank + 1 + more;
        let end = start + (start..start + RANKED).take_while(is_part).count();
        let first = names.partition_point(|name| name.end <= start);
        match names.get_mut(first).filter(|name| name.start < end) {
            Some(name) if name.kind == EntityKind::Person && name.start > start => {
                (name.start, name.rule) = (start, "border");
            }
            None if end > start + 1 || end > start && sight.text(end) != "." && !sight.is_usually_small(start) => {
                found.push(Name { start, end, kind: EntityKind::Person, rule: "border", margin: 0 });
            }
            _ => {}
        }
    }
    if !found.is_empty() {
        names.extend(found);
        names.order_by_key(|name| name.start);
    }
}

/// Whether a token is a few capitals that are no known short form.
fn is_initials(sight: &Sight, token: usize) -> bool {
    let text = sight.text(token);
    let capitals = (2..=INITIALS).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase());
    let known = || sight.known_kind(token, token + 1).is_some() || sight.is_common_short_form(token);
    capitals && sight.cues_at(token).0 & !PEOPLE == 0 && !known()
}

/// Whether an age in brackets follows a token.
fn has_age(sight: &Sight, token: usize) -> bool {
    let age = sight.text(token + 2);
    let is_age = age.len() == 2 && age.bytes().all(|byte| byte.is_ascii_digit());
    sight.text(token + 1) == "(" && is_age && sight.text(token + 3) == ")"
}

#[cfg(test)]
mod tests {
    use crate::entity::sample::names;

    #[test]
    fn initials_behind_a_rank_or_the_word_for_them_or_before_an_age_are_people() {
        assert_eq!(names("Polisi menahan Bripda WS di Kudus."), ["P:WS", "L:Kudus"]);
        assert_eq!(names("Polisi menahan pria berinisial DN. Menurut polisi, DN mabuk."), ["P:DN", "P:DN"]);
        assert_eq!(names("Korban ialah RL (20), warga Kudus."), ["P:RL", "L:Kudus"]);
        assert_eq!(names("Warga mengurus KTP (17) di Kudus."), ["L:Kudus"]);
    }

    #[test]
    fn the_words_behind_a_rank_are_a_person() {
        assert_eq!(
            names("Polisi menahan dua orang.\n\nPelaku kabur ke luar kota, kata AKBP Taat Resdi di Kudus."),
            ["P:Taat Resdi", "L:Kudus"]
        );
        assert_eq!(
            names("Polisi menahan dua orang.\n\nPelaku kabur ke luar kota, kata AKP Sehat di Kota Kudus."),
            ["L:Kota Kudus"]
        );
    }

    #[test]
    fn the_sort_of_a_place_in_small_letters_is_part_of_its_name() {
        assert_eq!(names("Wisatawan mendaki gunung Bromo pada Senin."), ["L:gunung Bromo"]);
        assert_eq!(names("Rumah itu di jalan Dewi Sartika, Kudus."), ["L:jalan Dewi Sartika", "L:Kudus"]);
        assert_eq!(names("Warga jalan-jalan Minggu di Kudus."), ["L:Kudus"]);
    }

    #[test]
    fn a_company_word_in_front_makes_a_company() {
        assert_eq!(
            names("Hal itu dikatakan maskapai Zentari. Zentari terbang ke Kudus."),
            ["O:Zentari", "O:Zentari", "L:Kudus"]
        );
    }
}
