//! The titles and descriptions that stand beside persons' names.

use std::ops::Range;

use crate::entity::mention::{EntityId, EntityKind};
use crate::order::Order;
use crate::statement::grammar::{Forms, Role};
use crate::statement::reader::{Name, Reader};
use crate::statement::unit::Unit;

/// A description and the person it stood with.
pub(crate) struct Title {
    /// From the noun of an office or profession to the end of the description.
    pub words: Range<usize>,
    pub entity: EntityId,
}

impl Title {
    /// Whether it holds every word of another description, its head first.
    pub fn fits(&self, reader: &Reader, tokens: &Range<usize>) -> bool {
        let word = |at: usize| reader.token(at).map(|token| token.word);
        let within = |at: usize| self.words.clone().any(|token| word(token) == word(at));
        let accused = [self.words.start, tokens.start].into_iter().all(|head| reader.has(head, Role::Accused));
        let same = accused || word(self.words.start) == word(tokens.start) || self.is_office(reader, tokens.start);
        same && tokens.clone().skip(1).all(|at| within(at) || self.is_part_of_office(reader, at))
    }

    /// Whether the short form of an office at `head` stands for words of this title or is stood for by one of them.
    fn is_office(&self, reader: &Reader, head: usize) -> bool {
        let deputy = self.words.start.checked_sub(1).is_some_and(|before| reader.has(before, Role::RoleNoun));
        let has = |word: &str| self.words.clone().any(|token| reader.folded(token) == word);
        let opens = |long: &str| long.split(' ').next() == Some(reader.folded(self.words.start));
        let spelled = |long: &str| opens(long) && long.split(' ').all(has);
        !deputy
            && (reader.spelled_out(head).iter().any(|long| spelled(long)) || self.shortens(reader, reader.folded(head)))
    }

    /// Whether this title is told by a short form whose first word is this one.
    fn shortens(&self, reader: &Reader, head: &str) -> bool {
        reader.spelled_out(self.words.start).iter().any(|long| long.split(' ').next() == Some(head))
    }

    /// Whether a word is one of those that the short form at the head of this title stands for.
    fn is_part_of_office(&self, reader: &Reader, at: usize) -> bool {
        reader.spelled_out(self.words.start).iter().any(|long| long.split(' ').any(|word| word == reader.folded(at)))
    }
}

/// The titles before and after persons' names, in order. In a headline every word has a capital, so that only the noun of an office
/// closest to a name is sure to be its ("Hakim Tunda Sidang Pengacara Budi").
pub(crate) fn all(reader: &Reader, units: &[Unit]) -> Vec<Title> {
    let persons = reader.names.iter().filter(|name| name.kind == EntityKind::Person);
    let headline = units.iter().filter(|unit| unit.headline).map(|unit| unit.tokens.end).max().unwrap_or(0);
    let most = |name: &Name| if name.tokens.start < headline { 1 } else { usize::MAX };
    let of =
        |name| before(reader, name).into_iter().take(most(name)).chain(called(reader, name)).chain(after(reader, name));
    let mut titles: Vec<Title> = persons.flat_map(of).collect();
    titles.order_by_key(|title| title.words.start);
    titles
}

/// Menteri Dalam Negeri (Mendagri), Budi
fn before(reader: &Reader, name: &Name) -> Vec<Title> {
    const LONGEST: usize = 24;
    let mut titles = Vec::new();
    for at in (name.tokens.start.saturating_sub(LONGEST)..name.tokens.start).rev() {
        if reader.has(at, Role::RoleNoun) {
            titles.push(Title { words: at..name.tokens.start, entity: name.entity });
        } else if !is_part(reader, at) {
            break;
        }
    }
    titles
}

/// Pelaku pencurian kas berinisial AB
fn called(reader: &Reader, name: &Name) -> Vec<Title> {
    const LONGEST: usize = 10;
    if !name.tokens.start.checked_sub(1).is_some_and(|at| reader.has(at, Role::Called)) {
        return Vec::new();
    }
    let run = (name.tokens.start.saturating_sub(LONGEST)..name.tokens.start).rev().take_while(|&at| reader.is_word(at));
    let nouns = run.filter(|&at| reader.has(at, Role::RoleNoun));
    nouns.map(|at| Title { words: at..name.tokens.start, entity: name.entity }).collect()
}

/// Whether a token can stand inside a title before a name.
fn is_part(reader: &Reader, at: usize) -> bool {
    let sign = reader.is_comma(at) || reader.is(at, ")") || reader.is(at, "(");
    let joins = reader.has(at, Role::Coordinator) && reader.is_capital(at + 1);
    let verb = reader.cue(at, Forms::ACTIVE.with(Forms::HEADLINE)).is_some();
    sign || joins || reader.is_capital(at) && !verb
}

/// Budi (40), warga desa itu, …
fn after(reader: &Reader, name: &Name) -> Option<Title> {
    const LONGEST: usize = 12;
    let mut at = name.tokens.end;
    if reader.is(at, "(") {
        at = (at..at + 4).find(|&token| reader.is(token, ")"))? + 1;
    }
    let start = at + 1;
    if !reader.is_comma(at) || !reader.has(start, Role::RoleNoun) || reader.is_capital(start) {
        return None;
    }
    let goes_on = |at: usize| reader.is_word(at) || reader.is_comma(at) && reader.is_capital(at + 1);
    let end = (start..start + LONGEST).find(|&at| !goes_on(at)).unwrap_or(start + LONGEST);
    Some(Title { words: start..end, entity: name.entity })
}
