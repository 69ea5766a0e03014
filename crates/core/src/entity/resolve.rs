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
    let names_of: Vec<Distinct> = distinct.iter().map(|&at| Distinct::new(written[at].kind, words(at))).collect();
    let mut by_length: Vec<usize> = (0..distinct.len()).collect();
    by_length.order_by_key(|&name| std::cmp::Reverse(words(distinct[name]).len()));
    let mut is_done = vec![false; distinct.len()];
    let mut fuller: HashMap<usize, usize> = HashMap::new();
    for name in by_length {
        let (short, own) = (distinct[name], words(distinct[name]));
        let kind = written[short].kind;
        let near = |long: &usize| (*long > short, long.abs_diff(short));
        let fits = |long: &usize| names.is_short_for(kind, own, words(*long)) || same_words(own, words(*long));
        let clipped = |long: &usize| is_clipped(kind, own, words(*long)) || is_clipped(kind, words(*long), own);
        let around = name.saturating_sub(FARTHEST)..(name + FARTHEST).min(distinct.len());
        let opening = Opening::of(kind, own);
        let alike = |long: &usize| is_done[*long] && names_of[*long].may_open(kind, opening);
        let longer = || around.clone().filter(alike).map(|long| distinct[long]);
        let full = longer().filter(fits).min_by_key(near);
        if let Some(long) = full.or_else(|| longer().filter(clipped).min_by_key(near)) {
            fuller.insert(short, fuller.get(&long).copied().unwrap_or(long));
        }
        is_done[name] = true;
    }
    for at in &mut group {
        *at = fuller.get(at).copied().unwrap_or(*at);
    }
    group
}

/// Number of kinds of names.
const KINDS: usize = 3;

/// By words the first name that has them.
fn first_of(words: &[Vec<String>]) -> HashMap<&[String], usize> {
    let mut first: HashMap<&[String], usize> = HashMap::with_capacity(words.len());
    for (at, words) in words.iter().enumerate() {
        first.entry(words).or_insert(at);
    }
    first
}

/// For each name the first one that has the same words.
fn numbered(words: &[Vec<String>]) -> Vec<usize> {
    let first = first_of(words);
    words.iter().enumerate().map(|(at, words)| first.get(words.as_slice()).copied().unwrap_or(at)).collect()
}

/// A fuller name is looked for among so many distinct names before a short one, and as many after it: no article has more, and
/// time grows with the text in what is none.
const FARTHEST: usize = 2_000;

/// How the first word of a name may begin for the name to be short for another one: each bit is one of several beginnings.
#[derive(Clone, Copy, Debug)]
enum Opening {
    /// With two letters, of which the second may be a slip.
    Letters(u64),
    /// With one letter: initials of a person ("M. Yusuf"), of a body ("KPK").
    Letter(u64),
}

impl Opening {
    /// What a fuller name must have for a name of these words to be short for it.
    fn of(kind: EntityKind, words: &[String]) -> Self {
        let first = words.first().map_or("", String::as_str);
        let is_initial = first.chars().nth(1).is_none();
        if is_initial || kind == EntityKind::Organization {
            Self::Letter(letter(first))
        } else {
            Self::Letters(letters(first))
        }
    }
}

/// A bit for the first letter of a word.
fn letter(word: &str) -> u64 {
    word.bytes().next().map_or(0, |first| 1 << (first & 63))
}

/// A bit each for the first letter of a word with its second and with its third. Of two words that are the same but for one
/// letter behind the first (one more, one less, another, two changed) each has a bit of the other.
fn letters(word: &str) -> u64 {
    let mut letters = word.chars().map(u32::from);
    let [first, second, third] = [(); 3].map(|()| letters.next().unwrap_or_default());
    let bit = |next: u32| 1 << (first.wrapping_mul(31).wrapping_add(next).wrapping_mul(0x9e37_79b1) >> 26);
    bit(second) | bit(third)
}

/// A name by what tells fast that another one is not short for it.
struct Distinct {
    kind: EntityKind,
    letter: u64,
    letters: u64,
}

impl Distinct {
    fn new(kind: EntityKind, words: &[String]) -> Self {
        let all = |bits: fn(&str) -> u64| words.iter().fold(0, |all, word| all | bits(word));
        Self { kind, letter: all(letter), letters: all(letters) }
    }

    /// Whether one of its words begins as the first word of a name that is short for it does.
    fn may_open(&self, kind: EntityKind, opening: Opening) -> bool {
        self.kind == kind
            && match opening {
                Opening::Letters(bits) => self.letters & bits != 0,
                Opening::Letter(bits) => self.letter & bits != 0,
            }
    }
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
    let whole = if seams.is_empty() { HashMap::new() } else { first_of(&words) };
    let sure = |(row, apart): &(usize, Vec<String>)| {
        kinds[*row].1 == EntityKind::Person || names.opens_with_kind(apart) || whole.contains_key(apart.as_slice())
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
    let mut forms_of: Vec<Vec<&str>> = vec![Vec::new(); written.len()];
    for (form, &full) in written.iter().zip(&group) {
        forms_of[full].push(form.name);
    }
    let mut ids: Vec<Option<EntityId>> = vec![None; written.len()];
    let mut found = Entities { mentions, entities: Vec::new() };
    for (mention, &full) in found.mentions.iter_mut().zip(&group) {
        mention.entity = *ids[full].get_or_insert_with(|| {
            let forms = forms_of[full].iter().copied();
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
    fn whatever_may_be_short_for_a_name_is_looked_at() {
        let pairs = [
            ("Rahmat", "Siti Rahmad", Person),
            ("Abdurachman", "Abdurrahman Sarbini", Person),
            ("Ahkmad Fauzan", "Akhmad Fauzan Wati", Person),
            ("M Yusuf", "Muhammad Yusuf", Person),
            ("Jokowi", "Joko Widodo", Person),
            ("Bert", "Anton Bernhart", Person),
            ("Henry", "Henri Wibowo", Person),
            ("KPN", "Komisi Pengawas Niaga", Organization),
            ("Jalan Thamrin", "Jalan MH Thamrin", Location),
            ("王张", "李四 王李张 王张", Person),
        ];
        for (short, long, kind) in pairs {
            let names = Names::default();
            let own = names.words(short);
            let opening = super::Opening::of(kind, &own);
            assert!(super::Distinct::new(kind, &names.words(long)).may_open(kind, opening), "{short}, {long}");
        }
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
