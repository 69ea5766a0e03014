//! What the whole article tells: a name found once is found everywhere, as the same kind of thing.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::entity::border;
use crate::entity::case::Case;
use crate::entity::context;
use crate::entity::lexicon::Cues;
use crate::entity::listing;
use crate::entity::mention::EntityKind;
use crate::entity::recognise::{Name, Sight};
use crate::entity::unnamed;
use crate::entity::versus;
use crate::order::Order;
use crate::text::vocabulary::WordId;
use crate::text::word_map::WordState;

/// The words of a name, by number.
type Form<'a> = &'a [WordId];

/// Values by the words of a name, which are numbers in order and so need no hash that withstands attacks.
type FormMap<'a, T> = HashMap<Form<'a>, T, WordState>;

/// The words of several names.
type FormSet<'a> = HashSet<Form<'a>, WordState>;

/// How often a form was found as each kind.
type Votes = [u32; 3];

/// A form missed this many times as often as found is taken for no name.
const MOSTLY: usize = 2;

/// Makes the names of a document agree with each other; they stay in order.
pub fn agree(sight: &Sight, names: &mut Vec<Name>) {
    border::settle(sight, names);
    listing::agree(sight, names);
    context::read(sight, names);
    versus::read(sight, names);
    let votes = votes(sight, names);
    for name in names.iter_mut() {
        let kind = votes.get(form(sight, name)).map_or(name.kind, |votes| majority(votes, name.kind));
        if kind != name.kind {
            name.kind = kind;
            name.rule = "agreement";
        }
    }
    add_initials(sight, names);
    explain_abbreviations(sight, names);
    drop_common_abbreviations(sight, names);
    drop_carriers(sight, names);
    drop_common_short_forms(sight, names);
    let known = repeatable(sight, names);
    mark_repeats(sight, names, &known);
    let before = names.len();
    unnamed::leave_out(sight, names);
    if names.len() < before {
        drop_common_abbreviations(sight, names);
    }
}

/// Letters of a person's initials, at least.
const INITIALS: usize = 2;

/// "Siti Aminah Wati (SAW)": a person's initials in brackets behind the name are a name of the same.
fn add_initials(sight: &Sight, names: &mut Vec<Name>) {
    let initials = |(at, full): (usize, &Name)| {
        let short = full.end + 1;
        let inside = sight.text(full.end) == "(" && sight.text(short + 1) == ")" && sight.text(short).len() >= INITIALS;
        let letters = (full.start..full.end).filter_map(|token| sight.text(token).chars().next());
        let free = names.get(at + 1).is_none_or(|next| next.start > short);
        let of_people = (full.start..full.end).any(|token| sight.cues_at(token).0 & border::PEOPLE != 0);
        let told =
            full.kind == EntityKind::Person && of_people && inside && free && letters.eq(sight.text(short).chars());
        told.then(|| Name { start: short, end: short + 1, rule: "abbreviation", ..full.clone() })
    };
    let found: Vec<Name> = names.iter().enumerate().filter_map(initials).collect();
    if !found.is_empty() {
        names.extend(found);
        names.order_by_key(|name| name.start);
    }
}

/// "NAME (ABBR)": the abbreviation names what the name before it names, unless that is a person's with other initials.
fn explain_abbreviations(sight: &Sight, names: &mut [Name]) {
    let text = |token: usize| sight.document.tokens().get(token).map_or("", |t| sight.document.slice(t.span));
    for at in 1..names.len() {
        let (full, short) = (names[at - 1].clone(), &mut names[at]);
        let inside = short.start == full.end + 1 && text(full.end) == "(" && text(short.end) == ")";
        let capitals = short.end == short.start + 1 && sight.cases[short.start] == Case::Capitals;
        if !inside || !capitals || full.kind == short.kind {
            continue;
        }
        let initials = (full.start..full.end).filter_map(|token| text(token).chars().next());
        if full.kind != EntityKind::Person || initials.eq(text(short.start).chars()) {
            short.kind = full.kind;
            short.rule = "abbreviation";
        }
    }
}

/// "alat pemadam api ringan (APAR)": what abbreviates no name is none, wherever it stands.
fn drop_common_abbreviations(sight: &Sight, names: &mut Vec<Name>) {
    let text = |token: usize| sight.document.tokens().get(token).map_or("", |t| sight.document.slice(t.span));
    let common = |(at, name): (usize, &Name)| {
        let open = name.start.checked_sub(1)?;
        let of_a_name = at > 0 && names[at - 1].end == open;
        let inside = text(open) == "(" && text(name.end) == ")" && name.end == name.start + 1;
        let explained = sight.initials_before(open, text(name.start));
        (inside && !of_a_name && explained).then(|| form(sight, name))
    };
    let dropped: FormSet = names.iter().enumerate().filter_map(common).collect();
    if dropped.is_empty() {
        return;
    }
    names.retain(|name| name.kind != EntityKind::Organization || !dropped.contains(form(sight, name)));
}

/// "KTP": a listed short form is no name, unless it is somebody's initials here.
fn drop_common_short_forms(sight: &Sight, names: &mut Vec<Name>) {
    let person = |name: &&Name| name.kind == EntityKind::Person && name.rule == "abbreviation";
    let initials: FormSet = names.iter().filter(person).map(|name| form(sight, name)).collect();
    let common = |name: &Name| name.end == name.start + 1 && sight.is_common_short_form(name.start);
    names.retain(|name| !common(name) || initials.contains(form(sight, name)));
}

/// "kapal Madura Jaya": what a ship is called is no name of ours, wherever it stands; known names and what opens as
/// a body's name does stay names, as in "kapal Pelni".
fn drop_carriers(sight: &Sight, names: &mut Vec<Name>) {
    let follows = |name: &&Name| {
        let before = name.start.checked_sub(1).map_or(Cues::default(), |before| sight.cues_at(before));
        let known = (name.start..name.end).any(|token| sight.known_kind(token, token + 1).is_some());
        let heads = Cues::ORGANIZATION_HEAD.0 | Cues::PLACE_HEAD.0 | Cues::ORGANIZATION_TAIL.0;
        let body = (name.start..name.end).any(|token| sight.cues_at(token).0 & heads != 0);
        before.has(Cues::CARRIER) && sight.is_apart_by_space(name.start) && !known && !body
    };
    let carriers: FormSet = names.iter().filter(follows).map(|name| form(sight, name)).collect();
    names.retain(|name| carriers.is_empty() || !carriers.contains(form(sight, name)));
}

fn form<'a>(sight: &'a Sight, name: &Name) -> Form<'a> {
    sight.form(name.start..name.end)
}

/// Counts kinds by form; the parts of people's names count for people.
fn votes<'a>(sight: &'a Sight, names: &[Name]) -> FormMap<'a, Votes> {
    let mut votes = FormMap::<Votes>::default();
    for name in names {
        let form = form(sight, name);
        if name.kind == EntityKind::Person && form.len() > 1 {
            for part in form.chunks(1) {
                votes.entry(part).or_default()[name.kind as usize] += 1;
            }
        }
        votes.entry(form).or_default()[name.kind as usize] += 1;
    }
    votes
}

/// The kind with most votes; `usual` where they are even.
fn majority(votes: &Votes, usual: EntityKind) -> EntityKind {
    let kinds = [EntityKind::Person, EntityKind::Organization, EntityKind::Location];
    let most = kinds.into_iter().max_by_key(|&kind| (votes[kind as usize], kind == usual));
    most.unwrap_or(usual)
}

/// What is known of a form.
#[derive(Clone, Copy, Debug)]
struct Told {
    kind: EntityKind,
    /// The largest of its names.
    margin: i32,
}

/// Forms by their first word, longest first.
type Known<'a> = HashMap<WordId, Vec<(Form<'a>, Told)>, WordState>;

/// Forms whose repeats are names too: by their first word, longest first.
fn repeatable<'a>(sight: &'a Sight, names: &[Name]) -> Known<'a> {
    let mut forms: BTreeMap<Form, Told> = BTreeMap::new();
    for name in names {
        let form = form(sight, name);
        if name.kind == EntityKind::Person && form.len() > 1 {
            for part in [&form[..1], &form[form.len() - 1..]] {
                if sight.is_telling(part[0]) && sight.document.word(part[0]).chars().count() > 2 {
                    forms.entry(part).or_insert(Told { kind: name.kind, margin: name.margin });
                }
            }
        }
        if form.len() > 1 || form.first().is_some_and(|&word| sight.is_telling(word)) {
            let told = forms.entry(form).or_insert(Told { kind: name.kind, margin: name.margin });
            *told = Told { kind: name.kind, margin: told.margin.max(name.margin) };
        }
    }
    let mut known = Known::default();
    for (form, told) in forms {
        if let Some(&first) = form.first() {
            known.entry(first).or_default().push((form, told));
        }
    }
    for forms in known.values_mut() {
        forms.order_by_key(|(form, _)| std::cmp::Reverse(form.len()));
    }
    known
}

/// A form found again where the model saw no name.
struct Repeat<'a> {
    start: usize,
    form: Form<'a>,
    told: Told,
}

fn mark_repeats(sight: &Sight, names: &mut Vec<Name>, known: &Known) {
    let repeats = repeats(sight, names, known);
    if repeats.is_empty() {
        return;
    }
    let mut missed = FormMap::<usize>::default();
    for repeat in &repeats {
        *missed.entry(repeat.form).or_default() += 1;
    }
    let mut seen = FormMap::<usize>::default();
    for name in names.iter() {
        *seen.entry(form(sight, name)).or_default() += 1;
    }
    // Of a form that the model mostly passed over, the few names found are the mistakes.
    let doubtful = |form: Form| {
        missed.get(form).copied().unwrap_or(0) > MOSTLY * seen.get(form).copied().unwrap_or(usize::MAX / MOSTLY)
    };
    names.retain(|name| name.kind == EntityKind::Person || !doubtful(form(sight, name)));
    let trusted = |repeat: &&Repeat| repeat.told.kind == EntityKind::Person || !doubtful(repeat.form);
    names.extend(repeats.iter().filter(trusted).map(|repeat| Name {
        start: repeat.start,
        end: repeat.start + repeat.form.len(),
        kind: repeat.told.kind,
        rule: "repeat",
        margin: repeat.told.margin,
    }));
    names.order_by_key(|name| name.start);
}

fn repeats<'a>(sight: &Sight, names: &[Name], known: &Known<'a>) -> Vec<Repeat<'a>> {
    let mut found = Vec::new();
    let mut marked = names.iter().peekable();
    let tokens = sight.document.tokens();
    let mut at = 0;
    while at < tokens.len() {
        while marked.peek().is_some_and(|name| name.end <= at) {
            marked.next();
        }
        let limit = marked.peek().map_or(tokens.len(), |name| name.start);
        if limit <= at {
            at = marked.peek().map_or(at + 1, |name| name.end);
            continue;
        }
        let fits = |(form, _): &&(Form, Told)| at + form.len() <= limit && sight.repeats(at, form);
        let told = if sight.cases[at].is_capital() { known.get(&tokens[at].word) } else { None };
        let hit = told.and_then(|forms| forms.iter().find(fits));
        if let Some((form, told)) = hit {
            found.push(Repeat { start: at, form, told: *told });
        }
        at += hit.map_or(1, |(form, _)| form.len());
    }
    found
}

impl Sight<'_> {
    /// Whether the words right before token `end` begin with the letters of `short`, small linking words aside.
    fn initials_before(&self, end: usize, short: &str) -> bool {
        let mut wanted = short.chars().rev().peekable();
        let mut at = end;
        let mut missed = 0;
        while let (Some(&letter), Some(before)) = (wanted.peek(), at.checked_sub(1)) {
            at = before;
            let word = self.document.folded(&self.document.tokens()[at]);
            if word.chars().next().is_some_and(|first| letter.to_lowercase().eq([first])) {
                wanted.next();
            } else {
                missed += 1;
            }
            if missed > 1 {
                return false;
            }
        }
        wanted.peek().is_none()
    }

    /// Whether a word alone is a name wherever it has a capital: it is never written small and means nothing else.
    fn is_telling(&self, word: WordId) -> bool {
        let cues = self.cues(word);
        let other = [Cues::TITLE, Cues::CALENDAR, Cues::OTHER_HEAD, Cues::ORGANIZATION_HEAD, Cues::PLACE_HEAD];
        let text = self.document.word(word);
        text.chars().count() > 1 && !self.is_small(word) && !other.iter().any(|&cue| cues.has(cue))
    }

    /// Whether the tokens from `at` on, the first of which has a capital, are the words of `form`, apart from other capitals.
    fn repeats(&self, at: usize, form: &[WordId]) -> bool {
        let tokens = self.document.tokens();
        let same = form.iter().zip(&tokens[at..]).all(|(word, token)| *word == token.word);
        let alone = form.len() > 1 || {
            let capital = |at: Option<usize>| {
                let at = at.filter(|&at| self.cases.get(at) == Some(&Case::Capital));
                at.and_then(|at| tokens.get(at)).is_some_and(|token| !self.is_common(token.word))
            };
            let same_line = |a: usize, b: usize| self.document.sentence_of(a) == self.document.sentence_of(b);
            let before = at
                .checked_sub(1)
                .filter(|&before| same_line(before, at) && !self.cues(tokens[before].word).has(Cues::TITLE));
            let after = Some(at + 1).filter(|&after| same_line(at, after));
            !capital(before) && !capital(after)
        };
        same && alone
    }
}

#[cfg(test)]
mod tests {
    use crate::{Article, Language, analyze};

    #[test]
    fn tags_in_small_letters_do_not_keep_a_name_from_being_found_again() {
        let text = "Ada Apa dengan Tonaglia?\n\nJakarta - Pebalap Fabrizio Tonaglia seakan lesu. Kemarin, Tonaglia terjatuh. \
                    Di babak kualifikasi, Tonaglia tampil lumayan, kata pengamat.\n(abc/def)\nfabrizio tonaglia\ntonaglia\nmotogp\n";
        let found = analyze(&Language::indonesian(), &Article::new("a.txt", text));
        let name = |span| found.document.slice(span).ends_with("Tonaglia");
        assert_eq!(found.entities.mentions.iter().filter(|mention| name(mention.span)).count(), 4);
    }

    #[test]
    fn initials_in_brackets_behind_a_person_are_a_name_of_the_same() {
        let text = "Penyidik memeriksa Siti Aminah Wati (SAW) dan Budi Santoso (41). Menurut jaksa, SAW hadir.";
        let found = analyze(&Language::indonesian(), &Article::new("a.txt", text));
        let names: Vec<_> = found.entities.mentions.iter().map(|m| (found.document.slice(m.span), m.entity)).collect();
        let of =
            |name: &str| names.iter().filter(|(text, _)| *text == name).map(|(_, entity)| *entity).collect::<Vec<_>>();
        assert_eq!(of("SAW"), [of("Siti Aminah Wati")[0]; 2], "{names:?}");
        assert!(of("41").is_empty());
        let text = "Polisi memeriksa Budi Tono Rahman (BTR) dan Siti Dewi (SD). Menurut jaksa, SD hadir.";
        let found = analyze(&Language::indonesian(), &Article::new("a.txt", text));
        let initials = found.entities.mentions.iter().filter(|m| found.document.slice(m.span) == "SD").count();
        assert_eq!(initials, 2);
    }

    #[test]
    fn short_forms_of_what_is_no_name_are_none() {
        let text = "Menteri BUMN mengatakan BUMN itu untung. Warga membawa KTP dan STNK ke Kudus.";
        let found = analyze(&Language::indonesian(), &Article::new("a.txt", text));
        let names: Vec<_> = found.entities.mentions.iter().map(|m| found.document.slice(m.span)).collect();
        assert!(!names.iter().any(|name| ["BUMN", "KTP", "STNK"].contains(name)), "{names:?}");
    }
}
