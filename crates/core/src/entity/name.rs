//! When two names name the same: the rules for one article and for several.

use std::borrow::Cow;

use crate::entity::hash::Hash;
use crate::entity::mention::EntityKind;
use crate::entity::table::Lookup;
use crate::text::vocabulary::fold;

/// What a word does in names.
#[expect(clippy::struct_excessive_bools, reason = "each is a role of its own; a word may have several")]
#[derive(Clone, Copy, Debug, Default)]
struct Role {
    /// How a short word is spelled out ("PN": "pengadilan negeri").
    spelled: Option<&'static str>,
    /// It makes no difference ("PT", "Tbk").
    idle: bool,
    /// It opens names of institutions: what follows it alone is something else.
    head: bool,
    /// It says what kind of place it is and may be left out ("Kabupaten").
    kind: bool,
    /// It says what kind of body it is and may be left out, though it opens names of institutions ("Bank").
    sort: bool,
    /// It may follow the name of any body of the country ("Indonesia").
    national: bool,
    /// It says that another name of the same person follows ("alias").
    alias: bool,
    /// The same, for the name that someone is called by ("disapa").
    called: bool,
    /// It opens what a person is called by ("Gus").
    address: bool,
    /// It says that the name before it is another one of the person after it ("sapaan").
    alias_of: bool,
    /// It may stand beside a word that says so ("yang akrab disapa").
    beside_alias: bool,
}

impl Role {
    /// `idle`, `head`, `kind`, `sort`, `national`, `alias`, `called`, `address`, `alias-of`, `beside-alias`, or anything else: the word is spelled
    /// out so.
    fn new(role: &'static str) -> Self {
        let mut made = Self::default();
        match role {
            "idle" => made.idle = true,
            "head" => made.head = true,
            "kind" => made.kind = true,
            "sort" => made.sort = true,
            "national" => made.national = true,
            "alias" => made.alias = true,
            "address" => made.address = true,
            "called" => (made.alias, made.called) = (true, true),
            "alias-of" => made.alias_of = true,
            "beside-alias" => made.beside_alias = true,
            spelled => made.spelled = Some(spelled),
        }
        made
    }

    fn merge(&mut self, other: &mut Self) {
        self.spelled = other.spelled.or(self.spelled);
        self.idle |= other.idle;
        self.head |= other.head;
        self.kind |= other.kind;
        self.sort |= other.sort;
        self.national |= other.national;
        self.alias |= other.alias;
        self.called |= other.called;
        self.address |= other.address;
        self.alias_of |= other.alias_of;
        self.beside_alias |= other.beside_alias;
    }
}

/// Which of two names beside each other is the less formal one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alias {
    /// The first.
    First,
    /// The second.
    Second,
}

/// What must be told about the names of a language.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Full names by another name: abbreviations, nicknames, former names.
    full: Lookup<&'static str>,
    /// Full names with other names, as [`words`](Self::words).
    known: Lookup<()>,
    roles: Lookup<Role>,
}

impl Names {
    /// From rows of other name and full name, and words by what they do in names (`idle`, `head`, `kind`,
    /// `alias`, `called`, `address`, `beside-alias`, or anything else: the word is spelled out so).
    pub fn new(
        aliases: impl Iterator<Item = (&'static str, &'static str)>,
        words: impl Iterator<Item = (&'static str, &'static str)>,
    ) -> Self {
        let aliases: Vec<_> = aliases.map(|(other, full)| (key_hash(other), full)).collect();
        let roles = words.map(|(word, role)| (Hash::default().text(word), Role::new(role))).collect();
        let mut full: Vec<&str> = aliases.iter().map(|(_, full)| *full).collect();
        full.dedup();
        let mut made = Self {
            full: Lookup::new(aliases, |_, _| ()),
            known: Lookup::default(),
            roles: Lookup::new(roles, Role::merge),
        };
        let known = full.into_iter().map(|name| (hash_of(&made.words(name)), ())).collect();
        made.known = Lookup::new(known, |(), ()| ());
        made
    }

    /// Which of two names is the other one of the same person, if the words between them say so: the second after
    /// "yang akrab disapa", the first before "sapaan akrab".
    pub fn alias(&self, between: &str) -> Option<Alias> {
        let mut says = None;
        let fits = split(between).all(|word| {
            let role = self.role(&word);
            says = if role.alias { Some(Alias::Second) } else { says.or(role.alias_of.then_some(Alias::First)) };
            role.alias || role.alias_of || role.beside_alias
        });
        says.filter(|_| fits && !between.contains(['.', ';', '\n']))
    }

    /// Whether a name is one that a person is called by: "Gus Ipul".
    pub fn is_address(&self, name: &str) -> bool {
        split(name).next().is_some_and(|word| self.role(&word).address)
    }

    /// Whether the words before a name end by saying that someone is called so: "pria yang akrab disapa".
    pub fn calls(&self, before: &str) -> bool {
        let words = before.trim_end_matches(|c: char| !c.is_alphanumeric()).split_whitespace().rev();
        let says = words.map(|word| self.role(&fold(word))).take_while(|role| role.alias || role.beside_alias);
        let (count, called) = says.fold((0, false), |(count, called), role| (count + 1, called | role.called));
        called && count > 1
    }

    /// The full name behind another one, if it is known to the language.
    pub fn full(&self, name: &str) -> Option<&'static str> {
        self.full.get(key_hash(name)).copied()
    }

    /// The full name behind an abbreviation that the name of the country follows ("Kemlu RI"), and that name.
    pub fn full_of_state<'a>(&self, name: &'a str) -> Option<(&'static str, &'a str)> {
        let (short, state) = name.rsplit_once(' ')?;
        let state = Some(state).filter(|state| self.role(&state.to_lowercase()).national)?;
        Some((self.full(short)?, state))
    }

    fn role(&self, word: &str) -> Role {
        self.roles.get(Hash::default().text(word)).copied().unwrap_or_default()
    }

    /// The words by which a name is compared: folded, spelled out, without words that make no difference.
    ///
    /// Equal words mean equal names, in one article as across articles.
    pub fn words(&self, name: &str) -> Vec<String> {
        let name = self.full(name).unwrap_or(name);
        let plain = without_parentheses(name);
        let mut words: Vec<String> = Vec::new();
        let mut add = |word: String, role: Role| {
            if !role.idle && words.last() != Some(&word) {
                words.push(word);
            }
        };
        for word in split(&plain) {
            let role = self.role(&word);
            match role.spelled.or_else(|| self.full(&word)) {
                Some(long) => split(long).for_each(|word| {
                    let role = self.role(&word);
                    add(word, role);
                }),
                None => add(word, role),
            }
        }
        if words.is_empty() { split(name).collect() } else { words }
    }

    /// Whether a word may follow the name of any body of the country.
    pub fn is_national(&self, word: &str) -> bool {
        self.role(word).national
    }

    /// Whether a name opens with what kind of place it is.
    pub fn opens_with_kind(&self, words: &[String]) -> bool {
        words.first().is_some_and(|word| self.role(word).kind)
    }

    /// The words of a place without those that say what kind of place it is.
    pub fn bare<'a>(&self, words: &'a [String]) -> &'a [String] {
        let kinds = words.iter().take_while(|word| self.role(word).kind).count();
        if kinds < words.len() { &words[kinds..] } else { words }
    }

    /// Whether a longer name is the short one with nothing but kinds of place put in between its words.
    fn is_without_kinds(&self, short: &[String], long: &[String]) -> bool {
        let mut rest = short.iter().peekable();
        let fits = |word: &String| rest.next_if(|next| same_word(next, word)).is_some() || self.role(word).kind;
        long.iter().all(fits) && rest.peek().is_none() && short.first() == long.first() && short.last() == long.last()
    }

    /// "Jalan Thamrin" and "Jalan MH Thamrin": the same kind of place, then the end of the longer name.
    fn is_end_of_kind(&self, short: &[String], long: &[String]) -> bool {
        let ([kind, short @ ..], [same, long @ ..]) = (short, long) else { return false };
        kind == same && self.role(kind).kind && !short.is_empty() && long.ends_with(short)
    }

    /// Whether a short name, by itself, can stand for a longer one of the same kind, both as [`words`](Self::words).
    ///
    /// People: its words stand in the longer name in order, or it is drawn together from it ("Jokowi").
    /// Organisations: the longer one's beginning ("Telkom" of "Telkom Indonesia"; no body that is known by itself,
    /// "Kemenag" of "Kemenag Kudus"), its end unless that is an organisation of its own or the longer one opens with the head of an institution ("City",
    /// never "Polri" of "Bareskrim Polri"; but "Anu" of "Bank Anu"), its initials, or all of it but a kind of place ("DPRD Kudus" of
    /// "DPRD Kabupaten Kudus"). Places: the longer one without its kind, a
    /// street also without the beginning of its name ("Jalan Thamrin").
    pub fn is_short_for(&self, kind: EntityKind, short: &[String], long: &[String]) -> bool {
        let [first, ..] = short else { return false };
        if short.len() >= long.len() {
            return false;
        }
        match kind {
            EntityKind::Person => is_part(short, long) || short.len() == 1 && is_drawn_together(first, long),
            EntityKind::Location => same_words(short, self.bare(long)) || self.is_end_of_kind(short, long),
            EntityKind::Organization => {
                let only_sort = |word| self.role(word).sort && long.len() == short.len() + 1;
                let headed = long.first().is_some_and(|word| self.role(word).head && !only_sort(word));
                let empty = short.iter().all(|word| self.role(word).head);
                let own = || self.known.get(hash_of(short)).is_some();
                let (front, rest) = long.split_at(short.len());
                let branch = || own() && !rest.iter().all(|word| self.role(word).national || self.role(word).kind);
                let opens = same_words(short, front) && !branch();
                let closes = !headed && same_words(short, &long[long.len() - short.len()..]) && !own();
                let placed = || self.is_without_kinds(short, long);
                !empty && (opens || closes || placed()) || short.len() == 1 && is_initials(first, long)
            }
        }
    }
}

/// The words of a name, folded and without signs, with one blank between them.
pub fn key(name: &str) -> String {
    split(name).collect::<Vec<_>>().join(" ")
}

fn split(name: &str) -> impl Iterator<Item = String> {
    parts(name).map(fold)
}

/// The words of a name as they are written.
fn parts(name: &str) -> impl Iterator<Item = &str> {
    let is_mark = |c: char| matches!(c, '\'' | '’' | '‘');
    let words =
        name.split(move |c: char| !c.is_alphanumeric() && !is_mark(c)).map(move |word| word.trim_matches(is_mark));
    words.flat_map(unglued).filter(|word| !word.is_empty())
}

/// "`PTMaju`" as "PT" and "Maju": two capitals or more, then a word with a capital.
fn unglued(word: &str) -> [&str; 2] {
    let capitals = word.bytes().take_while(u8::is_ascii_uppercase).count();
    let small = word.as_bytes().get(capitals).is_some_and(u8::is_ascii_lowercase);
    let cut = if small && capitals > 2 { capitals - 1 } else { 0 };
    let (front, back) = word.split_at(cut);
    [front, back]
}

/// A name with the spaces that its words have lost ("`KotaMaju Timur`"), if any has.
pub fn spaced(name: &str) -> Option<String> {
    name.split(' ').find_map(seam)?;
    let mut spaced = String::with_capacity(name.len() + 2);
    for (at, word) in name.split(' ').enumerate() {
        let mut rest = word;
        spaced.push_str(if at > 0 { " " } else { "" });
        while let Some((front, back)) = seam(rest).and_then(|at| rest.split_at_checked(at)) {
            spaced.push_str(front);
            spaced.push(' ');
            rest = back;
        }
        spaced.push_str(rest);
    }
    Some(spaced)
}

/// Where a word that is written with a capital goes on with another one, if both are long enough to be words.
fn seam(word: &str) -> Option<usize> {
    const SHORTEST: usize = 4;
    let letters = word.as_bytes();
    let raised = |at: &usize| letters[*at].is_ascii_uppercase() && letters[at - 1].is_ascii_lowercase();
    let at = (SHORTEST..(letters.len() + 1).saturating_sub(SHORTEST)).find(raised)?;
    word.starts_with(|c: char| c.is_ascii_uppercase()).then_some(at)
}

/// The hash of the words of a name.
fn hash_of(words: &[String]) -> Hash {
    words.iter().fold(Hash::default(), |hash, word| hash.text(word).text(" "))
}

/// The hash of [`key`].
fn key_hash(name: &str) -> Hash {
    let blank = |at| if at > 0 { " " } else { "" };
    parts(name).enumerate().fold(Hash::default(), |hash, (at, word)| {
        let hash = hash.text(blank(at));
        if word.is_ascii() { hash.lower(word) } else { hash.text(&fold(word)) }
    })
}

/// "Pemerintah Provinsi (Pemprov) DKI" without what stands in parentheses.
pub fn without_parentheses(name: &str) -> Cow<'_, str> {
    match (name.find('('), name.find(')')) {
        (Some(open), Some(close)) if open > 0 && open < close => [&name[..open], &name[close + 1..]].concat().into(),
        _ => name.into(),
    }
}

/// Whether two words are spellings of one: equal, or long and one letter apart after the same first letter
/// (of a word of five letters, only one that was lost inside: "Rahma" and "Rahman" are two names).
pub fn same_word(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let near = || a.chars().next() == b.chars().next() && one_edit(a, b);
    let inside = || long.len() == 6 && short.chars().last() == long.chars().last();
    a == b || short.len() >= 6 && near() || short.len() == 5 && (inside() && near() || ends_alike(a, b))
}

/// "henri", "henry": the same but for how the last letter is written.
fn ends_alike(a: &str, b: &str) -> bool {
    let (a, b) = (a.strip_suffix(['i', 'y']), b.strip_suffix(['i', 'y']));
    a.is_some() && a == b
}

/// Whether two names have the same words, up to spelling.
pub fn same_words(a: &[String], b: &[String]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(x, y)| same_word(x, y))
}

/// Whether one letter inserted, removed, replaced or two neighbours swapped turn `left` into `right`.
fn one_edit(left: &str, right: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let front = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[front..], &b[front..]);
    let back = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    match (&a[..a.len() - back], &b[..b.len() - back]) {
        ([_], [] | [_]) | ([], [_]) => true,
        ([first, second], [third, fourth]) => first == fourth && second == third,
        _ => false,
    }
}

/// Whether all words of `part` stand in `whole` in the same order; spellings may differ by a letter,
/// and a single letter stands for a word.
fn is_part(part: &[String], whole: &[String]) -> bool {
    let mut rest = whole.iter();
    let telling = part.iter().any(|word| word.chars().count() > 1);
    let same = |word: &String, other: &String| {
        same_word(word, other) || word.chars().count() == 1 && other.starts_with(word.as_str())
    };
    telling && part.iter().all(|word| rest.any(|other| same(word, other)))
}

/// "sandi" for "sandiaman …", "bert" for "… bernhart": one word of four letters or more that begins a person's first name,
/// or begins as any word of the name does, with three letters, and has its other letters from there in their order.
/// "siti rahma" for "siti rahmawati": two words of a person, the last one without its end.
pub fn is_clipped(kind: EntityKind, short: &[String], long: &[String]) -> bool {
    if let ([first, last], [same, whole]) = (short, long) {
        let clips = last.chars().count() >= 5 && whole.starts_with(last.as_str()) && whole.len() > last.len() + 1;
        return kind == EntityKind::Person && first == same && clips;
    }
    let ([short], [first, _, ..]) = (short, long) else { return false };
    let clips = |word: &String| {
        let mut letters = word.chars();
        let begins = short.chars().zip(word.chars()).take(3).all(|(a, b)| a == b);
        let is_part = short.chars().all(|letter| letters.any(|other| other == letter));
        word.len() > short.len() && begins && is_part && (word == first || !word.starts_with(short.as_str()))
    };
    kind == EntityKind::Person && short.chars().count() >= 4 && long.iter().any(clips)
}

/// "jokowi": the beginnings of the first and the last word, two letters or more of each.
fn is_drawn_together(short: &str, long: &[String]) -> bool {
    let [first, .., last] = long else { return false };
    (2..short.len().saturating_sub(1))
        .filter(|&cut| short.is_char_boundary(cut))
        .any(|cut| first.starts_with(&short[..cut]) && last.starts_with(&short[cut..]))
}

/// "kcci": the first letters of the words, three or more; small linking words may be passed over.
fn is_initials(short: &str, long: &[String]) -> bool {
    let all = long.iter().filter_map(|word| word.chars().next());
    let telling = long.iter().filter(|word| word.chars().count() > 3).filter_map(|word| word.chars().next());
    short.chars().count() > 2 && (all.eq(short.chars()) || telling.eq(short.chars()))
}

#[cfg(test)]
mod tests {
    use super::{Alias, Names, is_clipped, key, one_edit, same_word};
    use crate::entity::mention::EntityKind::{self, Location, Organization, Person};

    #[test]
    fn a_nickname_begins_as_a_word_of_the_name_does() {
        let words = |name: &str| name.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let clipped = |short, long| is_clipped(Person, &words(short), &words(long));
        assert!(
            clipped("gath", "gathering surya")
                && clipped("bert", "anton bernhart")
                && clipped("sandi", "sandiaman uno")
        );
        assert!(
            !clipped("bero", "anton bernhart")
                && !clipped("bern", "anton bernhart")
                && !clipped("gat", "surya gathot")
                && !clipped("sandi", "sandiaman")
        );
        assert!(!is_clipped(Organization, &words("gath"), &words("surya gathering")));
        assert!(clipped("siti rahma", "siti rahmawati") && !clipped("siti rahma", "siti rahman"));
    }

    fn names() -> Names {
        let aliases =
            [("AS", "Amerika Serikat"), ("Jatim", "Jawa Timur"), ("KPN", "Komisi Pengawas Niaga"), ("KPN", "KPN")];
        let words = [
            ("pt", "idle"),
            ("tbk", "idle"),
            ("polda", "head"),
            ("bank", "head"),
            ("bank", "sort"),
            ("kabupaten", "kind"),
            ("pn", "pengadilan negeri"),
            ("alias", "alias"),
            ("disapa", "called"),
            ("akrab", "beside-alias"),
            ("sapaan", "alias-of"),
            ("yang", "beside-alias"),
        ];
        Names::new(aliases.into_iter(), words.into_iter())
    }

    fn is_short(kind: EntityKind, short: &str, long: &str) -> bool {
        let names = names();
        names.is_short_for(kind, &names.words(short), &names.words(long))
    }

    #[test]
    fn keys_ignore_case_and_signs() {
        assert_eq!(key("PT. Maju-Jaya, Tbk"), "pt maju jaya tbk");
        assert_eq!(key("PTMaju Jaya"), "pt maju jaya");
        assert_eq!(names().words("PT. Maju-Jaya, Tbk"), ["maju", "jaya"]);
        assert_eq!(names().words("PN Malang, Jatim"), names().words("Pengadilan Negeri (PN) Malang Jawa Timur"));
    }

    #[test]
    fn short_names_stand_for_the_longer_ones_they_belong_to() {
        assert!(is_short(Person, "Anies", "Anies Baswedan") && is_short(Person, "M. Nuh", "Mohammad Nuh Arif"));
        assert!(is_short(Person, "Jokowi", "Joko Widodo"));
        assert!(!is_short(Person, "Baswedan Anies", "Anies Rasyid Baswedan"));
        assert!(is_short(Organization, "Maju", "PT Maju Indonesia Tbk") && is_short(Organization, "City", "Kota City"));
        assert!(!is_short(Organization, "Jatim", "Polda Jatim") && !is_short(Organization, "Polda", "Polda Jatim"));
        assert!(is_short(Organization, "KCCI", "Korea Cultural Centre Indonesia"));
        assert!(is_short(Location, "Jember", "Kabupaten Jember") && !is_short(Location, "Jawa", "Jawa Barat"));
        assert!(is_short(Location, "Kabupaten Toba", "Kabupaten Danau Toba"));
        assert!(!is_short(Location, "Kabupaten Jember", "Kabupaten Jember Barat"));
        assert!(!is_short(Organization, "KPN", "Panitia KPN") && is_short(Organization, "Maju", "Panitia Maju"));
        assert!(!is_short(Organization, "Maju", "Polda Bank Maju") && is_short(Organization, "Maju", "Bank Maju"));
        assert!(is_short(Organization, "Dinas Jember", "Dinas Kabupaten Jember"));
        assert!(!is_short(Organization, "Dinas Jember", "Dinas Muda Jember"));
        assert!(is_short(Person, "Kent", "Budi 'Kent' Fauzi"));
    }

    #[test]
    fn some_words_announce_another_name() {
        let says = |between| names().alias(between);
        assert_eq!([" yang akrab disapa ", " alias "].map(says), [Some(Alias::Second); 2]);
        assert_eq!(says(", sapaan akrab "), Some(Alias::First));
        assert_eq!([" yang ", " disapa. "].map(says), [None; 2]);
        assert!(
            names().calls("kata guru yang akrab disapa ") && !names().calls("pria disapa ") && !names().calls("alias ")
        );
    }

    #[test]
    fn one_letter_apart() {
        assert!(one_edit("zelensky", "zelenskyy") && one_edit("sidabalko", "sidabalok"));
        assert!(!one_edit("sergei", "sargey"));
        assert!(same_word("salim", "sallim") && !same_word("rahma", "rahman") && !same_word("hasan", "hasin"));
    }
}
