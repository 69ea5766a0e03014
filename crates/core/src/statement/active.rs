//! "S mengatakan[,] [bahwa] C": an active cue between its subject and its content.

use std::ops::Range;

use crate::entity::mention::EntityKind;
use crate::statement::SpeechAct;
use crate::statement::content;
use crate::statement::grammar::{Cue, Forms, Role, Takes, Tier};
use crate::statement::headline;
use crate::statement::indirect::Finder;
use crate::statement::reader::{Name, Reader};
use crate::statement::source;
use crate::statement::speaker::{self, Who};

impl Finder<'_> {
    /// Reads the active cue at `at`; gives the end of its content.
    pub fn active(&mut self, at: usize, cue: Cue, stretch: &Range<usize>) -> Option<usize> {
        let reader = self.reader;
        let (act, relative) = polarity(reader, at, cue, stretch.start)?;
        if self.opens_after_colon(at, stretch) || self.accompanies_cue(at, stretch) {
            return None;
        }
        let (start, marked) = content::start(reader, at, stretch.end);
        let end = until_next_cue(reader, cue, start, content::end(reader, start, stretch.end));
        let content = start..end;
        let from = self.last_end(stretch);
        let phrase = match relative {
            Some(that) => antecedent(reader, from, that, (at, cue), &content, marked)?,
            None => source::before(reader, from, at),
        };
        let headline = self.unit.headline;
        if headline && cue.forms.any(Forms::NOUN) && !is_subject_of(reader, &phrase, at) {
            return None;
        }
        let phrase = if headline && reader.is_comma(at.saturating_sub(1)) {
            headline::subject(reader, from, phrase)
        } else {
            phrase
        };
        if !cue.forms.any(Forms::ACTIVE) && reader.is_comma(at + 1) {
            return None;
        }
        if !is_content(reader, &content, cue, marked || headline, headline)
            || !is_source(reader, &phrase, cue, marked, headline)
        {
            return None;
        }
        let who = if phrase.is_empty() {
            self.subject_before(at, cue, stretch)?
        } else {
            speaker::read(reader, phrase, relative.unwrap_or(at))
        };
        Some(self.push(content, at, Cue { act, ..cue }, who, "speaker, cue, clause"))
    }

    /// Whether a verb opens the second part of a headline that names nobody before its colon ("Kode Terbaru: Klaim …").
    fn opens_after_colon(&self, at: usize, stretch: &Range<usize>) -> bool {
        let person = |name: &Name| name.kind == EntityKind::Person;
        let colon = self.unit.headline && at > stretch.start && self.reader.is(at - 1, ":");
        colon && !self.reader.names_in(stretch.start..at).iter().any(person)
    }

    /// Whether the verb at `at` only goes with a quotation's cue ("kata Budi menjawab pertanyaan wartawan").
    fn accompanies_cue(&self, at: usize, stretch: &Range<usize>) -> bool {
        const REACH: usize = 12;
        let from = stretch.start.max(at.saturating_sub(REACH));
        let cues = &self.directs.cues;
        let last = cues.get(..cues.partition_point(|&cue| cue < at)).and_then(<[usize]>::last);
        let parted = |cue: usize| (cue..at).any(|at| self.reader.is_sign(at) || self.reader.has(at, Role::Coordinator));
        last.is_some_and(|&cue| cue >= from && !parted(cue))
    }

    /// The subject of an earlier cue, for one that has none of its own ("dan menambahkan C", "Atau meminta C").
    fn subject_before(&self, at: usize, cue: Cue, stretch: &Range<usize>) -> Option<Who> {
        let reader = self.reader;
        if let Some(draft) = self.drafts.last() {
            return Some(draft.who.clone());
        }
        let joined = at > stretch.start && reader.has(at - 1, Role::Coordinator);
        let opens = at <= stretch.start + 1 && self.follows && (joined || reader.has(stretch.start, Role::Conjunction));
        (joined && cue.tier == Tier::Core || opens && at > stretch.start).then_some(Who::Nobody)
    }
}

/// Whether the phrase before a headline's word that may as well be a noun is its subject ("Menteri Klaim", not "Bank Anu Bayar Klaim").
fn is_subject_of(reader: &Reader, phrase: &Range<usize>, cue: usize) -> bool {
    const SOMEBODY: [Role; 4] = [Role::RoleNoun, Role::Institution, Role::Relational, Role::Agentive];
    let noun = |at: usize| reader.has_any(at, &SOMEBODY);
    let described = || match reader.names_in(phrase.clone()).last() {
        Some(name) => name.tokens.end == cue,
        None => noun(phrase.start),
    };
    if phrase.is_empty() {
        return false;
    }
    let last = cue - 1;
    let place = reader.name(last).is_some_and(|name| name.kind == EntityKind::Location);
    phrase.end == cue && (noun(last) || described()) || place && noun(phrase.start)
}

/// The name or role before a relative word ("kata Budi yang mengaku C").
fn antecedent(
    reader: &Reader,
    from: usize,
    that: usize,
    (at, cue): (usize, Cue),
    content: &Range<usize>,
    marked: bool,
) -> Option<Range<usize>> {
    const REACH: usize = 12;
    let last = that.checked_sub(1).filter(|&last| last >= from)?;
    let noun = |at: usize| reader.has_any(at, &[Role::RoleNoun, Role::Collective]);
    let named = reader.name(last).is_some() || noun(last);
    let asserts = cue.act == SpeechAct::Assert
        && (marked || cue.takes == Takes::Any || content::is_clause(reader, content.clone()));
    let asks = cue.act == SpeechAct::Request
        && content.clone().take(REACH).any(|later| reader.has(later, Role::Purpose) && later > content.start);
    let main = !marked
        && (at + 1..content.end.min(at + REACH))
            .any(|later| reader.cue(later, Forms::ACTIVE).is_some_and(|cue| cue.tier > Tier::None));
    if !named || cue.tier != Tier::Core || !(asserts || asks) || main {
        return None;
    }
    let start = reader.name(last).map_or(last, |name| name.tokens.start);
    let head = start.checked_sub(1).filter(|&head| head >= from && noun(head) && !reader.is_capital(head));
    Some(head.unwrap_or(start)..that)
}

/// Whether the subject can be the source: not "kita", and for verbs that do more than report no mere thing.
fn is_source(reader: &Reader, phrase: &Range<usize>, cue: Cue, marked: bool, headline: bool) -> bool {
    const SOURCES: [Role; 7] = [
        Role::RoleNoun,
        Role::Institution,
        Role::Relational,
        Role::Document,
        Role::Agentive,
        Role::PronounSingular,
        Role::PronounPlural,
    ];
    if phrase.is_empty() {
        return true;
    }
    let named = !reader.names_in(phrase.clone()).is_empty();
    // "1. Menjamin …" is an item of a list.
    if !named && !phrase.clone().any(|at| reader.is_word(at)) {
        return false;
    }
    let person = phrase.clone().any(|at| reader.has_any(at, &SOURCES));
    let pointed = phrase.clone().skip(1).any(|at| reader.has(at, Role::Demonstrative));
    let thing = pointed && !named && !person;
    let known = named
        || person
        || phrase.clone().any(|at| reader.has(at, Role::Determiner))
        || phrase.len() > 1 && phrase.clone().all(|at| reader.is_capital(at));
    let plain = cue.tier == Tier::Core && cue.takes == Takes::Any && !headline || marked;
    let nobody = reader.has(phrase.start, Role::NoSource)
        || reader.has(phrase.end - 1, Role::NoSource) && !reader.has(phrase.end - 1, Role::Demonstrative);
    (named || !nobody) && !thing && (plain || known)
}

/// Whether the stretch after a cue is what was said; `marked` when a comma or complementiser opens it.
fn is_content(reader: &Reader, content: &Range<usize>, cue: Cue, marked: bool, headline: bool) -> bool {
    const WITHIN: usize = 14;
    let (first, second) = (content.start, content.start + 1);
    let anaphor = points_back(reader, content, cue, marked);
    let aside = cue.tier < Tier::Core && !marked && reader.has(first, Role::Subordinator);
    let tells = matches!(cue.act, SpeechAct::Assert | SpeechAct::Warn | SpeechAct::Deny);
    let pointed = reader.has(second, Role::Demonstrative);
    let thing = headline || !marked || is_listed(reader, content);
    let matter = thing && tells && reader.has(first, Role::Matter) && !pointed && !says(reader, content);
    let filed = !marked && cue.takes == Takes::Clause && is_handed_over(reader, content);
    let things = content.clone().all(|at| reader.has_any(at, &[Role::Determiner, Role::Anaphor]));
    let asked_for = cue.act == SpeechAct::Request && reader.has(first, Role::Anaphor) && !pointed;
    let topic = !marked && cue.act != SpeechAct::Ask && is_told_of(reader, first);
    let joins = !marked && reader.has(first, Role::Coordinator) && !reader.has(first, Role::Adverb);
    let joins = joins && reader.has(first, Role::Conjunction);
    let none = anaphor
        || aside
        || joins
        || matter
        || filed
        || things
        || asked_for
        || topic
        || reader.has(first, Role::Apology);
    if none || !reader.has_words(content.clone(), 2) {
        return false;
    }
    let called = first > 1 && reader.has(first - 1, Role::Naming) && reader.has_clitic(first - 2);
    let clause = || reader.has(first, Role::Existential) || content::is_clause(reader, content.clone());
    let asks = || cue.act == SpeechAct::Request && content.clone().take(WITHIN).any(|at| reader.has(at, Role::Purpose));
    match (cue.tier, cue.takes) {
        (Tier::Core, Takes::Any) if cue.act == SpeechAct::Request && !headline => marked || asks() || clause(),
        (Tier::Core, Takes::Any | Takes::Doubled) => true,
        (_, Takes::Marked) => marked || asks(),
        (_, Takes::Subject) => {
            clause() && !reader.has_any(first, &[Role::Predicate, Role::Modal, Role::Negation, Role::Adverb])
        }
        (Tier::Core, Takes::Clause) => marked || clause() || content::is_naming(reader, content.clone()) || called,
        (_, Takes::Any) if matches!(cue.act, SpeechAct::Deny | SpeechAct::Judge | SpeechAct::Accuse) => true,
        _ => marked && reader.has_words(content.clone(), 3) || clause(),
    }
}

/// "menjelaskan soal jalan rusak": the content that begins at `first` is what is told of, not what is said of it.
fn is_told_of(reader: &Reader, first: usize) -> bool {
    first > 1 && reader.has(first - 1, Role::Topic) && !reader.has(first - 2, Role::Saying)
}

/// "mengatakan hal itu saat ditemui": what was said stands elsewhere ("menyebut hal itu sebagai C" and "berharap hal ini C" say it).
fn points_back(reader: &Reader, content: &Range<usize>, cue: Cue, marked: bool) -> bool {
    let third = content.start + 2;
    let aside = reader.has_any(third, &[Role::Stop, Role::Adjunct]) && !reader.has(third, Role::Naming);
    let pointed = !marked && reader.has(content.start + 1, Role::Demonstrative) && cue.act != SpeechAct::Believe;
    reader.has(content.start, Role::Anaphor) && (!reader.has_words(content.clone(), 3) || pointed && aside)
}

/// Whether the cue before `content` takes words, not things, and a clause follows ("mengatakan kondisi jalan itu sudah baik").
fn says(reader: &Reader, content: &Range<usize>) -> bool {
    content.start.checked_sub(1).is_some_and(|cue| reader.has(cue, Role::Saying))
        && content::is_clause(reader, content.clone())
}

/// "menjelaskan, kronologi kejadian itu.": a thing behind a comma, of which nothing is said.
fn is_listed(reader: &Reader, content: &Range<usize>) -> bool {
    let comma = content.start.checked_sub(2).filter(|&cue| reader.is_comma(cue + 1));
    comma.is_some_and(|cue| !reader.has(cue, Role::Saying)) && !content::is_clause(reader, content.clone())
}

/// "melaporkan kejadian itu kepada polisi": something is brought to somebody, nothing is said of it.
fn is_handed_over(reader: &Reader, content: &Range<usize>) -> bool {
    let to = |at: usize| {
        let body = reader.has_any(at + 1, &[Role::Institution, Role::RoleNoun, Role::Collective]);
        reader.has(at, Role::Addressee) && (body || reader.name(at + 1).is_some())
    };
    let acts = |at: usize| reader.has(at, Role::Predicate) && reader.name(at).is_none();
    content.clone().any(to) && !content.clone().any(acts)
}

/// Cuts the content where a second cue goes on with the same speaker ("dan menambahkan").
fn until_next_cue(reader: &Reader, first: Cue, start: usize, end: usize) -> usize {
    const FARTHEST: usize = 200;
    let again = |cue: Cue| {
        cue.tier == Tier::Core && cue.act == SpeechAct::Assert || cue.act == first.act && cue.act != SpeechAct::Assert
    };
    let goes_on = |at: usize| {
        let pronoun = source::is_pronoun(reader, at - 1);
        let apart = reader.is_comma(at - 1) || reader.has_any(at + 1, &[Role::Complementiser, Role::Purpose]);
        let goes_on = |cue: Cue| again(cue) || (pronoun || apart) && cue.tier == Tier::Core;
        if !reader.cue(at, Forms::ACTIVE).is_some_and(goes_on) {
            return None;
        }
        let adverb = reader.has(at - 1, Role::Adverb) && !reader.has(at - 1, Role::Coordinator);
        let link = if adverb || pronoun { at - 2 } else { at - 1 };
        let joins = reader.has_any(link, &[Role::Coordinator, Role::Concession]);
        let set_off = reader.has(at + 1, Role::Complementiser) || reader.is_comma(link.saturating_sub(1));
        let with = set_off && reader.has(link, Role::Adjunct);
        let aside = if with { link.saturating_sub(1) } else { link };
        if reader.is_comma(aside) && aside > start && !adverb && !pronoun {
            return Some(aside);
        }
        let comma = link > start && reader.is_comma(link - 1);
        (joins || pronoun && reader.has(link, Role::Conjunction)).then(|| (link - usize::from(comma)).max(start))
    };
    let cut = |at: usize| goes_on(at).or_else(|| other_speaker(reader, start, at));
    (start + 1..end.min(start + FARTHEST)).find_map(cut).unwrap_or(end)
}

/// Where the clause of another speaker begins whose cue stands at `at` ("…, dan Ani menegaskan bahwa …").
fn other_speaker(reader: &Reader, start: usize, at: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    let cue = reader.cue(at, Forms::ACTIVE).filter(|cue| cue.tier == Tier::Core && cue.act != SpeechAct::Request)?;
    let marked = cue.takes == Takes::Any || reader.has(at + 1, Role::Complementiser);
    let contrasts = |at: usize| reader.has_any(at, &[Role::Coordinator, Role::Subordinator]);
    let link = (start.max(at.saturating_sub(LONGEST))..at).rev().find(|&at| contrasts(at))?;
    let phrase = source::after(reader, link + 1, at);
    let named = !reader.names_in(phrase.clone()).is_empty() || source::is_pronoun(reader, phrase.start);
    let whole = phrase.end == at && !phrase.is_empty() && named;
    (marked && whole && link > start && reader.is_comma(link - 1)).then_some(link - 1)
}

/// What saying it does, and where "yang" stands if the cue is in a relative clause.
///
/// Nothing when a word before the cue makes it no report: a negation ("tidak menyebut"; but "tidak membantah"
/// grants), a plan or purpose ("akan", "untuk"), another passive cue ("disebut memerintahkan").
fn polarity(reader: &Reader, at: usize, cue: Cue, from: usize) -> Option<(SpeechAct, Option<usize>)> {
    let mut act = cue.act;
    for back in (from.max(at.saturating_sub(4))..at).rev() {
        if reader.has(back, Role::Relative) {
            return Some((act, Some(back)));
        }
        let opens = back == from || reader.is_sign(back - 1);
        let aside = opens || back + 1 == at && cue.act == SpeechAct::Request;
        if reader.cue(back, Forms::PASSIVE).is_some() || aside && reader.has(back, Role::Subordinator) {
            return None;
        }
        if reader.has(back, Role::Negation) && cue.act == SpeechAct::Deny {
            act = SpeechAct::Assert;
        } else if reader.has_any(back, &[Role::Negation, Role::Modal]) && cue.takes != Takes::Subject {
            return None;
        } else if !reader.has(back, Role::Adverb) || reader.name(back).is_some() {
            break;
        }
    }
    Some((act, None))
}
