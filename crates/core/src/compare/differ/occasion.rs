//! When and where somebody said the same thing: the occasion, told differently.

use std::collections::BTreeSet;

use crate::analysis::Analysis;
use crate::compare::differ::Finding;
use crate::compare::differ::spot::{self, Told};
use crate::compare::sayings::{cue_sentence, is_said};
use crate::compare::scene::{Passage, Scene};
use crate::compare::speaker::{Form, Kinship, name_words, same_name};
use crate::compare::term::SmallWords;
use crate::compare::timeline::is_behind;
use crate::compare::utterance::{Link, is_same};
use crate::compare::{DifferenceKind, Place, Telling, Verdict};
use crate::entity::mention::Mention;
use crate::order::Order;
use crate::statement::StatementKind;
use crate::text::span::{Span, within};
use crate::text::token::TokenKind;
use crate::time::expression::Timex;
use crate::time::value::Interval;

/// Speakers of a scene whose occasions are compared without a statement in common, at most: the first by name.
const MOST: usize = 200;
/// Speakers, for each two articles, whose occasions are compared, at most.
const MOST_PAIRS: usize = 1_000;

/// Occasions that two articles tell differently for a speaker whom both let say the same, and places for one whom
/// both let speak on one day.
pub fn occasions(scene: &Scene, words: &SmallWords, texts: &[Told], links: &[Link]) -> Vec<Finding> {
    let voices = Voices::of(scene);
    let (mut looked_at, mut quoted) = (BTreeSet::new(), BTreeSet::new());
    for link in links.iter().filter(|link| is_same(scene, link) && link.kinship == Kinship::Same) {
        let (one, other) = (&scene.statements[link.left], &scene.statements[link.right]);
        let pair = (one.reading, other.reading, speaker(scene, one));
        looked_at.insert(pair);
        if is_one_quotation(scene, one, other) {
            quoted.insert(pair);
        }
    }
    let mut found = Vec::new();
    for pair in looked_at.iter().take(MOST_PAIRS) {
        let (one, other) = (voices.all_of(pair.0, pair.2), voices.all_of(pair.1, pair.2));
        let days = days(scene, words, &one, &other);
        found.extend(days.filter(|found| found.difference.why != "occasion" || quoted.contains(pair)));
        found.extend(rooms(scene, (words, texts), &one, &other));
    }
    let mut speakers: Vec<&str> = scene.statements.iter().map(|passage| speaker(scene, passage)).collect();
    speakers.order();
    speakers.dedup();
    for name in speakers.into_iter().filter(|name| name_words(name).len() > 1).take(MOST) {
        let all = (0..scene.readings.len()).map(|reading| (reading, voices.all_of(reading, name)));
        let all: Vec<Spoken> = all.filter_map(|(reading, own)| Spoken::new(scene, words, reading, own)).collect();
        for (at, one) in all.iter().enumerate() {
            for other in all.iter().skip(at + 1).filter(|other| one.is_on_a_day_of(other)) {
                let pair = (one.reading, other.reading);
                let known = looked_at.range((pair.0, pair.1, "")..).take_while(|(l, r, _)| (*l, *r) == pair);
                if !known.map(|(.., known)| known).any(|known| same_name(known, name)) {
                    looked_at.insert((pair.0, pair.1, name));
                    found.extend(rooms(scene, (words, texts), &one.passages, &other.passages));
                }
            }
        }
    }
    found
}

/// Whether two statements of one utterance are quotations, and of one and the same occasion by what they tell: somebody who
/// reports every day says nearly the same with other numbers.
fn is_one_quotation(scene: &Scene, one: &Passage, other: &Passage) -> bool {
    let is_quoted = |passage: &Passage| {
        let said = scene.analysis(passage).statements.get(passage.index);
        said.is_some_and(|said| said.kind != StatementKind::Indirect)
    };
    is_quoted(one) && is_quoted(other) && numbers_agree(scene, one, other)
}

/// Whether two statements have a number in common, if both have any.
pub(super) fn numbers_agree(scene: &Scene, one: &Passage, other: &Passage) -> bool {
    let (left, right) = (numbers(scene, one), numbers(scene, other));
    left.is_empty() || right.is_empty() || left.iter().any(|number| right.contains(number))
}

/// The numbers in a statement.
fn numbers<'a>(scene: &Scene<'a>, passage: &Passage) -> Vec<&'a str> {
    let document = &scene.analysis(passage).document;
    let tokens = document.tokens().get(document.tokens_in(passage.place.span)).unwrap_or_default();
    tokens.iter().filter(|token| token.kind == TokenKind::Number).map(|token| document.folded(token)).collect()
}

/// What one article lets somebody say, and on which days.
struct Spoken<'a> {
    reading: usize,
    passages: Vec<&'a Passage>,
    days: Vec<&'a Timex>,
}

impl<'a> Spoken<'a> {
    /// Nothing where no day is told.
    fn new(scene: &'a Scene, words: &SmallWords, reading: usize, passages: Vec<&'a Passage>) -> Option<Self> {
        let days = passages.iter().filter_map(|passage| said_at(scene, words, passage, false));
        let days: Vec<&Timex> = days.filter(|day| day.interval.is_some()).collect();
        (!days.is_empty()).then_some(Self { reading, passages, days })
    }

    fn is_on_a_day_of(&self, other: &Self) -> bool {
        self.days.iter().any(|a| other.days.iter().any(|b| !are_apart(a, b)))
    }
}

fn speaker<'a>(scene: &Scene<'a>, passage: &Passage) -> &'a str {
    scene.analysis(passage).statements.get(passage.index).map_or("", |said| said.attribution.speaker.as_str())
}

/// The names of all who speak.
struct Voices<'a> {
    scene: &'a Scene<'a>,
    /// That of each statement's speaker.
    forms: Vec<Form>,
}

impl<'a> Voices<'a> {
    fn of(scene: &'a Scene<'a>) -> Self {
        Self { scene, forms: scene.statements.iter().map(|passage| Form::named(speaker(scene, passage))).collect() }
    }

    /// The statements of one article by a speaker of that name.
    fn all_of(&self, reading: usize, name: &str) -> Vec<&'a Passage> {
        let form = Form::named(name);
        let statements = &self.scene.statements;
        let first = statements.partition_point(|passage| passage.reading < reading);
        let own = statements.iter().zip(&self.forms).skip(first).take_while(|(passage, _)| passage.reading == reading);
        own.filter(|(_, own)| own.is_one(&form)).map(|(passage, _)| passage).collect()
    }
}

/// The days on which it was said, when no day of the one article is a day of the other. Where one tells only when
/// it was quoted or handed out, that day is laid beside the other; where it tells only that it was lately, those words.
fn days(scene: &Scene, words: &SmallWords, one: &[&Passage], other: &[&Passage]) -> Option<Finding> {
    let (left, right) = (Said::of(scene, words, one), Said::of(scene, words, other));
    let what = || one.first().map_or("", |passage| speaker(scene, passage)).to_owned();
    if left.days.is_empty() || right.days.is_empty() {
        let (exact, loose) = if left.days.is_empty() { (&right, one) } else { (&left, other) };
        let telling = exact.days.first().filter(|_| !exact.quoted)?.telling();
        let vague = loose.iter().find_map(|passage| vague(scene, words, passage))?;
        let kind = (DifferenceKind::Time, Verdict::Precision, "time-precision");
        return Some(Finding::new(kind, what(), vec![telling, vague], 1.6));
    }
    let apart = left.days.iter().all(|a| right.days.iter().all(|b| are_apart(&a.time, &b.time)));
    let (kind, weight) = if left.quoted == right.quoted {
        ((DifferenceKind::Time, Verdict::Conflict, "occasion"), 2.5)
    } else {
        ((DifferenceKind::Time, Verdict::Compatible, "occasion-quoted"), 1.2)
    };
    let values = || [&left, &right].iter().filter_map(|said| said.days.first()).map(Day::telling).collect();
    let elsewhere = is_online(scene, words, one) != is_online(scene, words, other);
    let (told, quoting) = if left.quoted { (&right, &left) } else { (&left, &right) };
    let follows = left.quoted == right.quoted || quoting.is_after(told);
    (apart && !elsewhere && follows && !(left.quoted && right.quoted))
        .then(|| Finding::new(kind, what(), values(), weight))
}

/// Whether it was said on the net, as far as the sentences of the cues tell ("dalam unggahannya").
fn is_online(scene: &Scene, words: &SmallWords, passages: &[&Passage]) -> bool {
    passages.iter().any(|passage| {
        let analysis = scene.analysis(passage);
        let sentence = cue_sentence(analysis, passage.index).and_then(|at| analysis.document.sentences().get(at));
        let tokens = sentence.and_then(|sentence| analysis.document.tokens().get(sentence.tokens.clone()));
        tokens.unwrap_or_default().iter().any(|token| words.online.contains(analysis.document.folded(token)))
    })
}

/// A day that an article tells.
struct Day {
    place: Place,
    time: Timex,
}

impl Day {
    fn telling(&self) -> Telling {
        Telling { place: self.place, value: self.time.value.clone() }
    }
}

/// The days on which an article lets somebody speak, or else those on which it quotes them.
struct Said {
    days: Vec<Day>,
    quoted: bool,
}

impl Said {
    fn of(scene: &Scene, words: &SmallWords, passages: &[&Passage]) -> Self {
        let days = |quoted: bool| -> Vec<Day> {
            let dated = passages.iter().filter_map(|passage| {
                let time = said_at(scene, words, passage, quoted)?;
                Some(Day { place: Place { article: passage.place.article, span: time.span }, time: time.clone() })
            });
            dated.collect()
        };
        let spoken = days(false);
        if spoken.is_empty() { Self { days: days(true), quoted: true } } else { Self { days: spoken, quoted: false } }
    }

    /// Whether the first day told here does not begin before that of another article: nothing is quoted before it is said.
    fn is_after(&self, other: &Self) -> bool {
        let start = |said: &Self| said.days.first().and_then(|day| day.time.interval).map(|interval| interval.start);
        start(self).zip(start(other)).is_none_or(|(own, other)| own >= other)
    }
}

/// The words of a statement's own sentence that tell that it was made lately, but not when.
fn vague(scene: &Scene, words: &SmallWords, passage: &Passage) -> Option<Telling> {
    let analysis = scene.analysis(passage);
    let sentence = analysis.document.sentences().get(cue_sentence(analysis, passage.index)?)?.span;
    let text = analysis.document.slice(sentence);
    let told = words.vague.iter().find_map(|phrase| Some((text.find(phrase)?, *phrase)));
    let (at, phrase) = told?;
    let span = Span::new(sentence.start() + at, sentence.start() + at + phrase.len());
    let place = Place { article: passage.place.article, span };
    (!is_said(analysis, span)).then(|| Telling { place, value: phrase.to_owned() })
}

/// A place where something was said, and the places named right behind it, of which it is a part.
struct Room<'a> {
    telling: Telling,
    /// The words of its name, spelled out, but those that only say what sort of place it is.
    words: Vec<String>,
    around: Vec<String>,
    /// Whether it is told as the area in which it was said ("kawasan").
    area: bool,
    /// In which reading it stands.
    reading: usize,
    /// When it was said, as far as that is told.
    day: Option<&'a Timex>,
}

impl Room<'_> {
    fn name(&self) -> &str {
        &self.telling.value
    }

    /// Whether this is told as a part of the other.
    fn is_in(&self, other: &Self) -> bool {
        let words = name_words(other.name()).len();
        self.around.iter().any(|around| name_words(around).len() >= words && same_name(around, other.name()))
    }

    fn shares_words(&self, other: &Self) -> bool {
        self.words.iter().any(|word| other.words.contains(word)) || self.words.concat() == other.words.concat()
    }

    /// Whether something may have been said in both on one day.
    fn is_on_a_day_of(&self, other: &Self) -> bool {
        self.day.zip(other.day).is_none_or(|(a, b)| !are_apart(a, b))
    }

    /// How it stands to the other; none when it may be the same, or the article of the larger one tells the other too.
    fn against(&self, other: &Self, known: &[Told]) -> Option<Verdict> {
        let is_told = |part: &Self, whole: &Self| {
            known.get(whole.reading).is_some_and(|known| spot::has_all(known, &part.words.iter().collect::<Vec<_>>()))
        };
        if self.is_in(other) || other.is_in(self) {
            let (part, whole) = if self.is_in(other) { (self, other) } else { (other, self) };
            return (!is_told(part, whole)).then_some(Verdict::Precision);
        }
        is_other_room(self.name(), other.name()).then_some(Verdict::Conflict)
    }
}

/// The places where it was said, when no name of the one article shares a word with one of the other, or
/// when both are of one sort ("Court A", "Court B"); or, as told more exactly, when the one is a part of the other.
/// What was said on other days counts only where no day is told in both.
fn rooms(scene: &Scene, (words, known): (&SmallWords, &[Told]), one: &[&Passage], other: &[&Passage]) -> Vec<Finding> {
    let named = |passages: &[&Passage]| -> Vec<Room<'_>> {
        passages.iter().flat_map(|passage| rooms_of(scene, words, passage)).collect()
    };
    let (left, right) = (named(one), named(other));
    let what = one.first().map_or("", |passage| speaker(scene, passage));
    let finding = |a: &Room, b: &Room, verdict: Verdict| {
        let kind =
            (DifferenceKind::Place, verdict, if verdict == Verdict::Precision { "spot" } else { "occasion-place" });
        Finding::new(kind, what.to_owned(), vec![a.telling.clone(), b.telling.clone()], 1.8)
    };
    let unlike = |a: &Room, b: &Room| !a.shares_words(b) && !a.is_in(b) && !b.is_in(a);
    let unlike = left.iter().all(|a| right.iter().all(|b| unlike(a, b)));
    let mut pairs: Vec<(&Room, &Room)> = left.iter().flat_map(|a| right.iter().map(move |b| (a, b))).collect();
    if pairs.iter().any(|(a, b)| a.is_on_a_day_of(b)) {
        pairs.retain(|(a, b)| a.is_on_a_day_of(b));
    }
    if unlike {
        let verdict = |a: &Room, b: &Room| if a.area || b.area { Verdict::Precision } else { Verdict::Conflict };
        return pairs.first().map(|(a, b)| finding(a, b, verdict(a, b))).into_iter().collect();
    }
    pairs.into_iter().filter_map(|(a, b)| Some(finding(a, b, a.against(b, known)?))).collect()
}

fn shared(one: &str, other: &str) -> usize {
    let other = name_words(other);
    name_words(one).iter().filter(|word| other.contains(word)).count()
}

/// Whether two names are of one sort of place, by the words they share, but not the same place.
fn is_other_room(one: &str, other: &str) -> bool {
    let (a, b) = (name_words(one), name_words(other));
    a.len() > 1 && b.len() > 1 && (shared(one, other) > 1 || a.first() == b.first()) && !same_name(one, other)
}

/// The named places in the sentence of a statement's cue, outside of what was said.
fn rooms_of<'a>(scene: &'a Scene, words: &SmallWords, passage: &Passage) -> Vec<Room<'a>> {
    let analysis = scene.analysis(passage);
    let document = &analysis.document;
    let here = cue_sentence(analysis, passage.index).and_then(|sentence| document.sentences().get(sentence));
    let headline = analysis.header.title.unwrap_or_default();
    let by = analysis.statements.get(passage.index).and_then(|said| said.attribution.source.or(said.attribution.cue));
    let named = here.map(|sentence| analysis.entities.within(sentence.span)).unwrap_or_default();
    let before = |mention: &Mention| spot::words_before(document, mention, BEFORE);
    let is_room = |mention: &&Mention| {
        !headline.contains(mention.span)
            && by.is_some_and(|by| by.end() <= mention.span.start())
            && before(mention).any(|word| words.places.contains(word))
            && !before(mention).any(|word| words.online.contains(word))
            && !is_said(analysis, mention.span)
    };
    let day = said_at(scene, words, passage, false);
    let room = |mention: &Mention| {
        let place = Place { article: passage.place.article, span: mention.span };
        let telling = Telling { place, value: document.slice(mention.span).to_owned() };
        let around = spot::followers(analysis, mention).iter().map(|m| document.slice(m.span).to_owned()).collect();
        let mut own = scene.names.words(&telling.value);
        own.extend(
            beside(analysis, mention).into_iter().flat_map(|owner| scene.names.words(document.slice(owner.span))),
        );
        own.retain(|word| !words.sites.contains(word.as_str()));
        let area = before(mention).any(|word| words.areas.contains(word));
        Room { telling, words: own, around, area, reading: passage.reading, day }
    };
    named.iter().filter(is_room).map(room).collect()
}

/// Words in front of the name of a place among which one says that it is a place.
const BEFORE: usize = 3;

/// The name right behind another one, as of the body whose building it is ("Gedung Merah Putih KPK").
fn beside<'a>(analysis: &'a Analysis, mention: &Mention) -> Option<&'a Mention> {
    let mentions = &analysis.entities.mentions;
    let next = mentions.get(mentions.partition_point(|other| other.span.start() <= mention.span.start()))?;
    let between = analysis.document.text().get(mention.span.end()..next.span.start())?;
    (between == " ").then_some(next)
}

fn are_apart(one: &Timex, other: &Timex) -> bool {
    let (Some(a), Some(b)) = (one.interval, other.interval) else { return false };
    a.end <= b.start || b.end <= a.start
}

/// When a statement was made, or when it was quoted, as far as its own sentence tells.
fn said_at<'a>(scene: &Scene<'a>, words: &SmallWords, passage: &Passage, quoted: bool) -> Option<&'a Timex> {
    let analysis: &'a Analysis = scene.analysis(passage);
    let document = &analysis.document;
    let cued = cue_sentence(analysis, passage.index)?;
    let inside = |span: Span| document.sentence_of(document.token_at(span.start())) == cued;
    let near = within(&analysis.times.expressions, document.sentences().get(cued)?.span, |time| time.span);
    let dated = near.iter().filter(|time| inside(time.span) && is_past(analysis, time));
    let is_of_birth = |time: &Timex| is_behind(analysis, &words.born, time);
    let fits = |time: &&Timex| scene.sayings[passage.reading].occasion(time).is_some() && !is_of_birth(time);
    dated.into_iter().filter(fits).find(|time| is_behind(analysis, &words.quoted, time) == quoted)
}

/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// Whether a time is a day or shorter and not after the article's own, as it must be when something was said then.
fn is_past(analysis: &Analysis, time: &Timex) -> bool {
    let end = analysis.times.published.and_then(|day| day.succ_opt()).and_then(|day| day.and_hms_opt(0, 0, 0));
    let end = end.map(|end| end.and_utc().timestamp().div_euclid(60));
    let is_day = |interval: Interval| interval.end - interval.start <= DAY;
    time.interval.is_some_and(|interval| is_day(interval) && end.is_none_or(|end| interval.start < end))
}
