//! One entity for all the forms of its name.

use std::collections::{HashMap, HashSet};

use crate::entity::Entities;
use crate::entity::alias;
use crate::entity::mention::{Entity, EntityId, EntityKind, Mention};
use crate::entity::name::{Names, is_clipped, key, same_words, spaced, without_parentheses};
use crate::entity::shout::{is_shouted, spoken};
use crate::order::Order;
use crate::text::document::Document;

/// A name as it is written somewhere.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a> {
    /// What kind of thing it names.
    pub kind: EntityKind,
    /// The name.
    pub name: &'a str,
    /// Another name of the same thing that the text itself tells ("NAME (ABBR)").
    pub told: Option<&'a str>,
}

/// For each written name the index of the one that is the fullest name of the same thing.
///
/// The names should come from one article, or from articles on one event, in order: a short name
/// belongs to the nearest fuller one before it, or else after it. Names of articles on different
/// events are the same only when [`Names::words`] are.
pub fn group(names: &Names, written: &[Written]) -> Vec<usize> {
    let (spelled, row) = spelled(names, written);
    let words = |at: usize| spelled[row[at]].as_slice();
    let same = numbered(&spelled);
    let mut first = vec![[None; KINDS]; spelled.len()];
    let mut group: Vec<usize> = Vec::with_capacity(written.len());
    let mut distinct = Vec::new();
    for (at, name) in written.iter().enumerate() {
        let same = *first[same[row[at]]][name.kind as usize].get_or_insert(at);
        if same == at {
            distinct.push(at);
        }
        group.push(same);
    }
    distinct.order_by_key(|&at| std::cmp::Reverse(words(at).len()));
    let initials: Vec<u64> = spelled.iter().map(|words| initials(words)).collect();
    let mut fuller: HashMap<usize, usize> = HashMap::new();
    for (done, &short) in distinct.iter().enumerate() {
        let (kind, own) = (written[short].kind, words(short));
        let begins = own.first().map_or(0, |first| initial(first));
        let near = |long: &usize| (*long > short, long.abs_diff(short));
        let fits = |long: &&usize| names.is_short_for(kind, own, words(**long)) || same_words(own, words(**long));
        let clipped = |long: &&usize| is_clipped(kind, own, words(**long)) || is_clipped(kind, words(**long), own);
        let alike = |long: &&usize| written[**long].kind == kind && initials[row[**long]] & begins != 0;
        let longer = || distinct[..done].iter().filter(alike);
        let full = longer().filter(fits).min_by_key(|long| near(long));
        if let Some(&long) = full.or_else(|| longer().filter(clipped).min_by_key(|long| near(long))) {
            fuller.insert(short, fuller.get(&long).copied().unwrap_or(long));
        }
    }
    for at in &mut group {
        *at = fuller.get(at).copied().unwrap_or(*at);
    }
    group
}

/// Number of kinds of names.
const KINDS: usize = 3;

/// For each name the first one that has the same words.
fn numbered(words: &[Vec<String>]) -> Vec<usize> {
    let mut first: HashMap<&[String], usize> = HashMap::with_capacity(words.len());
    words.iter().enumerate().map(|(at, words)| *first.entry(words).or_insert(at)).collect()
}

/// A bit for the first letter of a word; words with the same one have the same.
fn initial(word: &str) -> u64 {
    word.bytes().next().map_or(0, |first| 1 << (first & 63))
}

/// The first letters of a name's words. Whatever makes a name short for another one, its first word begins as one of the other's.
fn initials(words: &[String]) -> u64 {
    words.iter().map(|word| initial(word)).fold(0, |all, bit| all | bit)
}

/// The words of each distinct name, and for each name which they are.
fn spelled<'a>(names: &Names, written: &[Written<'a>]) -> (Vec<Vec<String>>, Vec<usize>) {
    let mut rows: HashMap<&'a str, usize> = HashMap::with_capacity(written.len());
    let mut words = Vec::new();
    let mut kinds = Vec::new();
    let row = |written: &Written<'a>| {
        let name = written.told.unwrap_or(written.name);
        *rows.entry(name).or_insert_with(|| {
            words.push(names.words(name));
            kinds.push((name, written.kind));
            words.len() - 1
        })
    };
    let row = written.iter().map(row).collect();
    let seams: Vec<(usize, Vec<String>)> =
        kinds.iter().enumerate().filter_map(|(row, (name, _))| Some((row, names.words(&spaced(name)?)))).collect();
    let whole = |apart: &Vec<String>| words.contains(apart);
    let sure = |(row, apart): &(usize, Vec<String>)| {
        kinds[*row].1 == EntityKind::Person || names.opens_with_kind(apart) || whole(apart)
    };
    let sure: Vec<(usize, Vec<String>)> = seams.into_iter().filter(sure).collect();
    for (row, apart) in sure {
        words[row] = apart;
    }
    (words, row)
}

/// Joins the mentions of a document that name the same thing.
pub fn resolve(names: &Names, document: &Document, mentions: Vec<Mention>) -> Entities {
    let told = alias::told(names, document, &mentions);
    let written: Vec<Written> = mentions
        .iter()
        .map(|mention| {
            let name = document.slice(mention.span);
            Written { kind: mention.kind, name, told: told.get(&(mention.kind, name)).copied() }
        })
        .collect();
    let group = group(names, &written);
    let places: HashSet<&str> =
        written.iter().filter(|written| written.kind == EntityKind::Location).map(|written| written.name).collect();
    let mut ids: HashMap<usize, EntityId> = HashMap::new();
    let mut found = Entities { mentions, entities: Vec::new() };
    for (mention, &full) in found.mentions.iter_mut().zip(&group) {
        mention.entity = *ids.entry(full).or_insert_with(|| {
            let forms = written.iter().zip(&group).filter(|(_, other)| **other == full).map(|(form, _)| form.name);
            let name = canonical(names, written[full], forms.clone());
            let name = apart(with_spaces(names, written[full].kind, name, forms), &places);
            found.entities.push(Entity { name, kind: written[full].kind });
            EntityId(found.entities.len() as u32 - 1)
        });
    }
    found
}

/// The name that a thing is known by: its fullest, spelled out, in capitals only where nothing better is known.
fn canonical<'a>(names: &Names, fullest: Written<'a>, mut forms: impl Iterator<Item = &'a str> + Clone) -> String {
    let name = fullest.told.unwrap_or(fullest.name);
    if let Some(full) = names.full(name) {
        return full.to_owned();
    }
    if let Some((full, state)) = names.full_of_state(name) {
        return format!("{full} {state}");
    }
    let words = |form: &str| form.split_whitespace().count();
    let fuller = |longest: &'a str, form: &'a str| {
        let longer = words(form) > words(longest) && names.words(form) == names.words(name);
        if longer { form } else { longest }
    };
    let is_body = fullest.kind == EntityKind::Organization;
    let name = if is_body { forms.clone().fold(name, fuller) } else { name };
    let name = if fullest.kind == EntityKind::Person { usual(names, name, forms.clone()) } else { name };
    // "Anu- Betawi": a space behind a hyphen that others of its forms do not have.
    let torn = name.contains("- ");
    let name = forms.clone().find(|form| torn && !form.contains("- ") && key(form) == key(name)).unwrap_or(name);
    if !is_shouted(fullest.kind, name) {
        return without_parentheses(name).split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let calm = forms.find(|form| !is_shouted(fullest.kind, form) && key(form) == key(name));
    calm.map_or_else(|| spoken(fullest.kind, name), str::to_owned)
}

/// Of a person's names that are spellings of the fullest one the most frequent, which is right most often; a name that has lost
/// spaces is fuller than it looks. Only the first spellings are counted.
fn usual<'a>(names: &Names, name: &'a str, forms: impl Iterator<Item = &'a str>) -> &'a str {
    const SPELLINGS: usize = 20;
    if spaced(name).is_some() {
        return name;
    }
    let mut counts = vec![(name, 0_usize)];
    for form in forms.filter(|form| form.contains(' ')) {
        match counts.iter().position(|(other, _)| *other == form) {
            Some(at) => counts[at].1 += 1,
            None if counts.len() < SPELLINGS => counts.push((form, 1)),
            None => {}
        }
    }
    let (kind, full) = (EntityKind::Person, names.words(name));
    let is_spelling = |form: &str| {
        let words = names.words(form);
        same_words(&words, &full) || is_clipped(kind, &words, &full) || is_clipped(kind, &full, &words)
    };
    let mut best = counts[0];
    for other in counts {
        if other.1 > best.1 && is_spelling(other.0) {
            best = other;
        }
    }
    best.0
}

/// A name with the spaces that its words have lost: as it is written elsewhere, or where that is sure, of people and of
/// places that open with their kind.
fn with_spaces<'a>(names: &Names, kind: EntityKind, name: String, forms: impl Iterator<Item = &'a str>) -> String {
    let Some(spaced) = spaced(&name) else { return name };
    let words = names.words(&spaced);
    let same = forms.filter(|form| names.words(form) == words);
    let elsewhere = same.max_by_key(|form| form.split_whitespace().count()).map(str::to_owned);
    let sure = kind == EntityKind::Person || names.opens_with_kind(&words);
    elsewhere.or(Some(spaced).filter(|_| sure)).unwrap_or(name)
}

/// `Kementerian Luar NegeriIsrael` with the space that was lost before a place named elsewhere in the article.
fn apart(name: String, places: &HashSet<&str>) -> String {
    const SHORTEST: usize = 4;
    let seam = |word: &str| {
        let raised = word.char_indices().find(|(at, c)| *at >= SHORTEST && c.is_uppercase())?;
        places.contains(word.get(raised.0..)?).then_some(raised.0)
    };
    let words = || name.split(' ').enumerate().map(|(at, word)| (word, Some(word).filter(|_| at > 0).and_then(seam)));
    if words().all(|(_, seam)| seam.is_none()) {
        return name;
    }
    let part = |(word, seam): (&str, Option<usize>)| match seam.and_then(|at| word.split_at_checked(at)) {
        Some((head, place)) => format!("{head} {place}"),
        None => word.to_owned(),
    };
    words().map(part).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Written, apart, canonical, group};
    use crate::entity::mention::EntityKind::{Location, Organization, Person};
    use crate::entity::name::Names;

    /// The names of the things in a text.
    fn names(text: &str) -> Vec<String> {
        let found = crate::analyze(&crate::Language::indonesian(), &crate::Article::new("a.txt", text));
        found.entities.entities.iter().map(|entity| entity.name.clone()).collect()
    }

    #[test]
    fn a_short_name_belongs_to_the_nearest_fuller_one_before_it() {
        let name = |name| Written { kind: Person, name, told: None };
        let names = ["Siti Aminah", "Budi Aminah", "Aminah", "Siti", "Rudi"].map(name);
        assert_eq!(group(&Names::default(), &names), [0, 1, 1, 0, 4]);
    }

    #[test]
    fn a_nickname_is_the_beginning_of_a_name_only_when_no_name_has_it_whole() {
        let name = |name| Written { kind: Person, name, told: None };
        assert_eq!(group(&Names::default(), &["Sandiaman Karya", "Sandi"].map(name)), [0, 0]);
        assert_eq!(group(&Names::default(), &["Sandiaman Karya", "Sandi Utama", "Sandi"].map(name)), [0, 1, 1]);
        assert_eq!(group(&Names::default(), &["Siti Aminah", "Amin"].map(name)), [0, 1]);
    }

    #[test]
    fn a_space_lost_before_a_place_of_the_article_is_put_back() {
        let places = ["Israel", "Asia"].into_iter().collect();
        assert_eq!(apart("Kementerian Luar NegeriIsrael".to_owned(), &places), "Kementerian Luar Negeri Israel");
        for name in ["NegeriIsrael", "PT AirAsia", "Kementerian Luar NegeriQatar"] {
            assert_eq!(apart(name.to_owned(), &places), name);
        }
    }

    #[test]
    fn a_space_lost_inside_a_name_is_put_back_where_it_is_sure() {
        assert_eq!(
            names("Menteri SitiAminah Wati tiba di Kudus. Siti Aminah Wati senang."),
            ["Siti Aminah Wati", "Kudus"]
        );
        assert_eq!(names("Ia tiba di KotaKudus. Warga Kudus senang."), ["Kota Kudus"]);
        assert_eq!(names("Ia bekerja di YouTube di Kudus."), ["YouTube", "Kudus"]);
    }

    #[test]
    fn the_state_stays_behind_a_name_that_is_spelled_out() {
        let rows = [("kemlu", "Kementerian Luar Negeri")];
        let names = Names::new(rows.into_iter(), [("ri", "national")].into_iter());
        let written = Written { kind: Organization, name: "Kemlu RI", told: None };
        assert_eq!(canonical(&names, written, ["Kemlu RI"].into_iter()), "Kementerian Luar Negeri RI");
    }

    #[test]
    fn regions_with_a_common_word_stay_apart() {
        let name = |name| Written { kind: Location, name, told: None };
        assert_eq!(group(&Names::default(), &["Jawa", "Jawa Barat", "jawa"].map(name)), [0, 1, 0]);
    }

    #[test]
    fn a_name_is_spelled_as_it_is_most_often() {
        let text = "Menteri Siti Rahmawatimengaku senang. Menteri Siti Rahmawati tiba di Kudus. Menteri Siti Rahmawati pulang.";
        assert_eq!(names(text), ["Siti Rahmawati", "Kudus"]);
    }

    #[test]
    fn the_first_word_of_an_alias_leads_to_the_person() {
        let alias = "Menteri Siti Aminah alias Dewi Lestari tiba di Kudus. Dewi senang, kata warga.";
        assert_eq!(names(alias), ["Siti Aminah", "Kudus"]);
    }
}
