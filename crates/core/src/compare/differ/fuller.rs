//! The name of a person, told more fully by one article ("Budi Santoso", "Budi Santoso Wirayuda"; "Budi Wira", "Budi Wirayuda";
//! "BS", "Budi Santoso").

use std::collections::BTreeMap;

use crate::compare::differ::Finding;
use crate::compare::scene::Scene;
use crate::compare::{DifferenceKind, Place, Telling, Verdict};
use crate::entity::mention::EntityKind;

/// Letters of a word that is told for the name's sake, at least: shorter ones are degrees and initials.
const WORD: usize = 4;
/// Letters that a word is cut short by, at least: fewer are a slip.
const REST: usize = 3;
/// Names of an event that are looked at, at most.
const MOST: usize = 300;

/// A name with its words, and where it stands first in an article.
struct Named {
    words: Vec<String>,
    reading: usize,
    telling: Telling,
}

/// The fullest names of people in each article that are longer in another one.
pub fn fuller(scene: &Scene) -> Vec<Finding> {
    let named: Vec<Named> = (0..scene.readings.len()).flat_map(|reading| fullest(scene, reading)).take(MOST).collect();
    let mut found: BTreeMap<&[String], Vec<&Named>> = BTreeMap::new();
    for short in &named {
        let is_longer = |long: &&Named| {
            let longer = || {
                let grown = longer_word(&long.words, &short.words);
                grown.is_some_and(|(word, rest)| tellers(scene, word) > 1 && tellers(scene, rest) == 0)
            };
            let goes_on = || is_fuller(&long.words, &short.words) && !goes_on_small(scene, long, short);
            (goes_on() || longer()) && !tells_rest(scene, long, short)
        };
        let longer = named.iter().filter(is_longer);
        if let Some(long) = longer.max_by_key(|long| long.words.concat().len()) {
            found.entry(&long.words).or_default().push(short);
        }
    }
    for short in named.iter().filter(|name| is_initials(&name.telling.value)) {
        if let Some(long) = spelled_out(&named, short) {
            found.entry(&long.words).or_default().push(short);
        }
    }
    let finding = |(long, shorts): (&[String], Vec<&Named>)| {
        let longs = named.iter().filter(|name| name.words == long);
        let values: Vec<Telling> = longs.chain(shorts).map(|name| name.telling.clone()).collect();
        let what = values.first().map_or_else(String::new, |telling| telling.value.clone());
        Finding::new((DifferenceKind::Name, Verdict::Precision, "fuller-name"), what, values, 1.1)
    };
    found.into_iter().map(finding).collect()
}

/// Whether a name of two words or more goes on in another one, with a word that is no degree.
fn is_fuller(long: &[String], short: &[String]) -> bool {
    let rest = long.strip_prefix(short).filter(|_| short.len() > 1);
    rest.is_some_and(|rest| rest.iter().any(|word| word.chars().count() >= WORD))
}

/// The one word in which two names of two words or more differ, as the longer one has it, when the other has it cut short, and what
/// it is longer by.
fn longer_word<'n>(long: &'n [String], short: &[String]) -> Option<(&'n str, &'n str)> {
    let differing: Vec<_> = long.iter().zip(short).filter(|(whole, cut)| whole != cut).collect();
    let [(whole, cut)] = *differing.as_slice() else { return None };
    let rest = whole.strip_prefix(cut.as_str()).filter(|rest| rest.chars().count() >= REST)?;
    (short.len() > 1 && long.len() == short.len() && cut.chars().count() >= WORD).then_some((whole, rest))
}

/// How many articles have a folded word: one that stands in one only may be two that lost the space between them.
fn tellers(scene: &Scene, word: &str) -> usize {
    scene.readings.iter().filter(|reading| reading.analysis.document.words().find(word).is_some()).count()
}

/// Whether the article of the shorter name has what it lacks somewhere: a name may be cut by a hyphen or the end of a line.
fn tells_rest(scene: &Scene, long: &Named, short: &Named) -> bool {
    let words = scene.readings[short.reading].analysis.document.words();
    long.words.iter().filter(|word| !short.words.contains(word)).all(|word| words.find(word).is_some())
}

/// Whether a word by which a name is longer is written small somewhere: then it was only taken for a part of the name.
fn goes_on_small(scene: &Scene, long: &Named, short: &Named) -> bool {
    long.words.iter().skip(short.words.len()).any(|word| {
        scene.readings.iter().any(|reading| {
            let document = &reading.analysis.document;
            let is_small = |text: &str| text.starts_with(char::is_lowercase);
            let known = document.words().find(word);
            known.is_some_and(|word| {
                document.tokens().iter().any(|t| t.word == word && is_small(document.slice(t.span)))
            })
        })
    })
}

/// Letters of a name's initials, at least and at most.
const INITIALS: std::ops::RangeInclusive<usize> = 2..=4;

/// Whether a person is named by initials only ("BS").
fn is_initials(name: &str) -> bool {
    INITIALS.contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The one person of the event whose words begin with the initials, told by articles that tell nobody else so; none when
/// the article of the initials names that person too.
fn spelled_out<'n>(named: &'n [Named], short: &Named) -> Option<&'n Named> {
    let letters = || short.telling.value.chars().flat_map(char::to_lowercase);
    let fits =
        |long: &&Named| long.words.len() > 1 && long.words.iter().filter_map(|word| word.chars().next()).eq(letters());
    let long = named.iter().find(fits)?;
    let own = |name: &Named| name.telling.place.article == short.telling.place.article;
    let alone = named.iter().filter(fits).all(|name| name.words == long.words && !own(name));
    alone.then_some(long)
}

/// The name of each person of an article, as its fullest mention outside of the headline tells it.
fn fullest(scene: &Scene, reading: usize) -> Vec<Named> {
    let own = &scene.readings[reading];
    let document = &own.analysis.document;
    let mut fullest: BTreeMap<usize, Named> = BTreeMap::new();
    let people = own.analysis.entities.mentions.iter().filter(|mention| mention.kind == EntityKind::Person);
    let headline = |span| own.analysis.header.title.is_some_and(|title| title.overlaps(span));
    for mention in people.filter(|mention| own.tells(mention.span) && !headline(mention.span)) {
        let value = document.slice(mention.span).to_owned();
        let words = scene.names.words(&value);
        let known = fullest.get(&mention.entity.index()).map_or(0, |named| named.words.len());
        if words.len() > known {
            let place = Place { article: own.article, span: mention.span };
            fullest.insert(mention.entity.index(), Named { words, reading, telling: Telling { place, value } });
        }
    }
    fullest.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::{is_fuller, is_initials, longer_word};

    #[test]
    fn initials_are_two_to_four_capitals() {
        assert!(is_initials("BS") && is_initials("BSWK"));
        assert!(!is_initials("B") && !is_initials("Bs") && !is_initials("BSWKA"));
    }

    #[test]
    fn a_fuller_name_goes_on_with_more_than_a_degree() {
        let words = |name: &str| name.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let fuller = |long, short| is_fuller(&words(long), &words(short));
        assert!(fuller("budi santoso wirayuda", "budi santoso"));
        assert!(!fuller("budi santoso sip", "budi santoso") && !fuller("budi santoso", "budi"));
        assert!(!fuller("adi budi santoso", "budi santoso"));
        let longer =
            |long, short| longer_word(&words(long), &words(short)).map(|(word, rest)| format!("{word} {rest}"));
        assert_eq!(longer("budi wirayuda", "budi wira"), Some("wirayuda yuda".to_owned()));
        assert_eq!(longer("budiarto santoso", "budi santoso"), Some("budiarto arto".to_owned()));
        assert_eq!(longer("budi santosa", "budi santos"), None);
        assert_eq!(longer("budi wirayuda", "rudi wira"), None);
    }
}
