//! The pack of a site with a large archive: what was found in its articles beforehand, in files that are loaded when
//! they are needed.
//!
//! One small file, the index, names all others. Of these there are three kinds: *lines* of the list of articles, the
//! *articles* themselves with what was found in them, and *words* with the numbers of the articles that have them.
//! Articles are numbered in the order of the list, so that those of one event stand together. Every file is named by
//! its content and packed by DEFLATE.

use std::rc::Rc;

use silang_core::compare::archive::Archive;
use silang_core::compare::term::Term;
use silang_core::facts::Facts;

use crate::{Bytes, Wire};

/// The form of a pack, raised when what it holds has another meaning than before. That a field has come or gone
/// shows in [`FORMAT`] by itself.
const EDITION: &str = "1";

/// The number of the form of a pack, which stands in front of its index: a page reads only its own.
pub const FORMAT: u64 = sum_of_words(sum_of_words(sum_of_words(START, EDITION), crate::values::FORM), FORM);

const START: u64 = 0xcbf2_9ce4_8422_2325;

const fn sum_of_byte(sum: u64, byte: u8) -> u64 {
    (sum ^ byte as u64).wrapping_mul(0x0100_0000_01b3)
}

/// A number made from words (FNV-1a), spaces aside.
const fn sum_of_words(mut sum: u64, words: &str) -> u64 {
    let (bytes, mut at) = (words.as_bytes(), 0);
    while at < bytes.len() {
        if !bytes[at].is_ascii_whitespace() {
            sum = sum_of_byte(sum, bytes[at]);
        }
        at += 1;
    }
    sum
}

/// The number made from a file's content (FNV-1a) by which it is called.
pub fn sum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(START, |sum, &byte| sum_of_byte(sum, byte))
}

/// What a file is called whose content has this number.
pub fn file_name(sum: u64) -> String {
    format!("{sum:016x}.bin")
}

/// What a pack holds. Its files cannot be found without it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    /// Files of lines, in order.
    pub lines: Vec<Shard>,
    /// Files of articles, in order.
    pub articles: Vec<Shard>,
    /// Files of words, in the order of these.
    pub words: Vec<WordShard>,
    /// The number of the content of the file of frequent terms.
    pub frequent: u64,
}

/// A file with a part of the lines or articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shard {
    /// How many.
    pub count: usize,
    /// The number of its content.
    pub sum: u64,
}

/// A file with a part of the words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordShard {
    /// The first of them.
    pub first: String,
    /// The number of its content.
    pub sum: u64,
}

/// A line of the list: an article without its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The article's name.
    pub name: String,
    /// A number made from its text (FNV-1a).
    pub sum: u64,
    /// The number of its event; none when no other article tells it.
    pub event: Option<usize>,
    /// What was told of it.
    pub told: Told,
    /// What the list tells of it.
    pub brief: Brief,
}

/// What was told of an article beside its text, before it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Its headline.
    pub title: Option<String>,
    /// Its outlet.
    pub outlet: Option<String>,
    /// Its day of publication (ISO 8601).
    pub published: Option<String>,
}

/// What a list tells of an article that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brief {
    /// Its headline.
    pub title: String,
    /// Its outlet; empty when unknown.
    pub outlet: String,
    /// Its day of publication; empty when unknown.
    pub published: String,
    /// How many people, organisations and places it names.
    pub names: usize,
    /// How many times it tells.
    pub times: usize,
    /// How many statements it tells.
    pub statements: usize,
}

/// An article with what was found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// Its name.
    pub name: String,
    /// What was told of it.
    pub told: Told,
    /// Its text.
    pub text: Rc<str>,
    /// Its facts.
    pub facts: Bytes,
}

/// A word, and which articles have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The word, in small letters.
    pub word: String,
    /// The articles that have it: the first one's number, and how much larger each other's is than the one before.
    pub articles: Vec<usize>,
}

/// A term that many articles have, by which those of a reader are grouped with them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frequent {
    /// How much larger its number is than that of the one before.
    pub gap: usize,
    /// How many articles have it.
    pub articles: usize,
}

/// The frequent terms of an archive as its pack holds them.
pub fn frequent(archive: &Archive) -> Vec<Frequent> {
    let before = std::iter::once(0).chain(archive.frequent.iter().map(|(term, _)| term.0));
    let gap =
        |(&(term, articles), before): (&(Term, usize), u32)| Frequent { gap: (term.0 - before) as usize, articles };
    archive.frequent.iter().zip(before).map(gap).collect()
}

/// What is known of an archive of so many articles by these.
pub fn archive(articles: usize, frequent: &[Frequent]) -> Archive {
    let mut number = 0_u32;
    let seen = frequent.iter().map(|frequent| {
        number = number.wrapping_add(frequent.gap as u32);
        (Term(number), frequent.articles)
    });
    Archive { articles, frequent: seen.collect() }
}

kept_forms! {
    structs {
        Index { lines, articles, words, frequent }
        Shard { count, sum }
        WordShard { first, sum }
        Line { name, sum, event, told, brief }
        Told { title, outlet, published }
        Brief { title, outlet, published, names, times, statements }
        Packed { name, told, text, facts }
        Entry { word, articles }
        Frequent { gap, articles }
    }
    enums {}
}

impl Index {
    /// The bytes of an index, its form's number in front.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = FORMAT.to_le_bytes().to_vec();
        self.put(&mut bytes);
        bytes
    }

    /// The index of these bytes; none when they are broken or of another form.
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let (format, rest) = bytes.split_first_chunk()?;
        (u64::from_le_bytes(*format) == FORMAT).then(|| crate::unpack(rest)).flatten()
    }

    /// How many articles it holds.
    pub fn count(&self) -> usize {
        self.articles.iter().map(|shard| shard.count).sum()
    }

    /// The files that hold words that begin like this.
    pub fn words_like<'a>(&'a self, start: &'a str) -> impl Iterator<Item = &'a WordShard> {
        let from = self.words.partition_point(|shard| *shard.first <= *start).saturating_sub(1);
        let own = self.words.iter().skip(from);
        own.take_while(move |shard| *shard.first <= *start || shard.first.starts_with(start))
    }
}

/// The file with number `number` of all in these, by its place, and the number's place in it.
pub fn place(shards: &[Shard], mut number: usize) -> Option<(usize, usize)> {
    for (at, shard) in shards.iter().enumerate() {
        if number < shard.count {
            return Some((at, number));
        }
        number -= shard.count;
    }
    None
}

impl Brief {
    /// What is told of an article with these facts, in which there are so many different names.
    pub fn new(facts: &Facts, names: usize) -> Self {
        Self {
            title: facts.title.clone(),
            outlet: facts.outlet.clone(),
            published: facts.published.clone(),
            names,
            times: facts.times.len(),
            statements: facts.statements.len(),
        }
    }
}

/// The words of a text by which it is found: letters and digits that stand together, in small letters.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// The word under which an article is found by its name; it is like no word of a text.
pub fn word_of_name(name: &str) -> String {
    ["\u{1}", name].concat()
}

#[cfg(test)]
mod tests {
    use silang_core::compare::archive::Archive;
    use silang_core::compare::term::Term;

    use super::{
        Entry, FORMAT, Frequent, Index, Line, Packed, Shard, Told, WordShard, archive, frequent, place, sum_of_words,
        word_of_name, words,
    };
    use crate::{Bytes, Wire, pack, unpack};

    fn index() -> Index {
        let words = ["", "ban", "banjir", "garut"].map(|first| WordShard { first: first.to_owned(), sum: 7 });
        Index {
            lines: Vec::new(),
            articles: [3, 2].map(|count| Shard { count, sum: 1 }).to_vec(),
            words: words.to_vec(),
            frequent: 8,
        }
    }

    #[test]
    fn an_index_of_another_form_is_not_read() {
        let bytes = index().to_bytes();
        assert_eq!(Index::of_bytes(&bytes), Some(index()));
        let mut other = bytes.clone();
        other[0] ^= 1;
        assert_eq!((Index::of_bytes(&other), Index::of_bytes(&bytes[..9]), Index::of_bytes(&[])), (None, None, None));
    }

    /// The values come back; bytes that are cut or changed give others or none, and nothing worse.
    fn crosses<T: Wire + PartialEq + std::fmt::Debug>(values: &Vec<T>) {
        let bytes = pack(values);
        assert_eq!(unpack::<Vec<T>>(&bytes).as_ref(), Some(values));
        for at in 0..bytes.len() {
            assert_eq!(unpack::<Vec<T>>(&bytes[..at]), None);
            for change in [1, 0x80, 0xff] {
                let mut other = bytes.clone();
                other[at] ^= change;
                assert_ne!(unpack::<Vec<T>>(&other).as_ref(), Some(values));
            }
        }
    }

    #[test]
    fn what_a_pack_holds_crosses_unchanged() {
        let told = Told { published: Some("2025-03-03".to_owned()), ..Told::default() };
        let name = "a.txt".to_owned();
        let line = Line { name: name.clone(), sum: u64::MAX, event: Some(300), told: told.clone(), ..Line::default() };
        crosses(&vec![line, Line::default()]);
        crosses(&vec![Packed { name, told, text: "“Élysée”".into(), facts: Bytes(vec![0, 255]) }]);
        crosses(&vec![Entry { word: "banjir".to_owned(), articles: vec![0, 1, 7000] }, Entry::default()]);
    }

    #[test]
    fn frequent_terms_come_back() {
        let known = [(7, 3), (8, 4), (u32::MAX, 900)].map(|(term, seen)| (Term(term), seen));
        let before = Archive { articles: 5000, frequent: known.to_vec() };
        let kept: Vec<Frequent> = unpack(&pack(&frequent(&before))).unwrap();
        assert_eq!(archive(5000, &kept), before);
        assert_eq!(archive(1, &vec![Frequent { gap: usize::MAX, articles: 2 }; 3]).frequent.len(), 3);
    }

    #[test]
    fn another_field_is_another_form() {
        let of = |words| sum_of_words(FORMAT, words);
        assert_eq!(of("Line { name, sum }"), of("Line {name,sum}"));
        assert_ne!(of("Line { name, sum }"), of("Line { name, sums }"));
    }

    #[test]
    fn numbers_and_words_have_their_files() {
        let places = [0, 2, 3, 4, 5].map(|number| place(&index().articles, number));
        assert_eq!(places, [Some((0, 0)), Some((0, 2)), Some((1, 0)), Some((1, 1)), None]);
        let firsts = |start: &str| index().words_like(start).map(|shard| shard.first.clone()).collect::<Vec<_>>();
        assert_eq!(firsts("ba"), ["", "ban", "banjir"]);
        assert_eq!(firsts("banjir"), ["banjir"]);
        assert_eq!(firsts("camat"), ["banjir"]);
        assert_eq!(firsts(&word_of_name("a.txt")), [""]);
    }

    #[test]
    fn words_are_letters_and_digits_in_small_letters() {
        assert_eq!(
            words("“Ada 12 rumah,” kata Élysée-2.").collect::<Vec<_>>(),
            ["ada", "12", "rumah", "kata", "élysée", "2"]
        );
    }
}
