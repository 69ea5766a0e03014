//! Who did it, told as a body or country by one article and as the person who acts for it by another.

use crate::analysis::Analysis;
use crate::compare::differ::Finding;
use crate::compare::scene::{Passage, Scene};
use crate::compare::speaker::{Form, Offices};
use crate::compare::term::{SmallWords, Term};
use crate::compare::{DifferenceKind, Place, Telling, Verdict};
use crate::entity::mention::{EntityKind, Mention};
use crate::order::Order;
use crate::text::token::{Token, TokenKind};

/// A doing and who did it.
struct Doing {
    reading: usize,
    verb: Term,
    /// The words of the name, spelled out.
    name: Vec<String>,
    /// The same as names of speakers are compared.
    form: Form,
    person: bool,
    /// Whether a body or country stands in the title in front of the person.
    titled: bool,
    telling: Telling,
}

/// Tokens of a title between a passive verb and the name of who did it.
const TITLE: usize = 10;
/// Tokens between the office in a title and the name.
const OFFICE: usize = 3;

/// Doings whose agent is a person in one article and the person's office in another.
pub fn agents(scene: &Scene, words: &SmallWords) -> Vec<Finding> {
    let offices = Offices::of(scene);
    let doings: Vec<Doing> = scene.sentences.iter().flat_map(|sentence| doings_in(scene, words, sentence)).collect();
    let mut by_verb: Vec<&Doing> = doings.iter().collect();
    by_verb.order_by_key(|doing| doing.verb);
    let mut found = Vec::new();
    for person in doings.iter().filter(|doing| doing.person) {
        let first = by_verb.partition_point(|doing| doing.verb < person.verb);
        let same = by_verb.get(first..).unwrap_or_default();
        let same = same.get(..same.partition_point(|doing| doing.verb == person.verb)).unwrap_or_default();
        for body in same.iter().filter(|doing| !doing.person) {
            if is_told_otherwise(&offices, person, body) && !both_told(&offices, same, person, body) {
                let kind = (DifferenceKind::Speaker, Verdict::Precision, "agent-office");
                let values = vec![person.telling.clone(), body.telling.clone()];
                found.push(Finding::new(kind, body.telling.value.clone(), values, 1.3));
            }
        }
    }
    found
}

fn is_told_otherwise(offices: &Offices, person: &Doing, body: &Doing) -> bool {
    person.titled && person.reading != body.reading && offices.speaks_for(&person.form, &body.form)
}

/// Whether one of the two articles names both, so that neither was chosen over the other; `doings` are those of the same verb.
fn both_told(offices: &Offices, doings: &[&Doing], person: &Doing, body: &Doing) -> bool {
    let same = |doing: &&&Doing| [person.reading, body.reading].contains(&doing.reading);
    doings.iter().filter(same).any(|doing| {
        let one = doing.reading == person.reading;
        let (own, other) = if one { (person, body) } else { (body, person) };
        doing.person != own.person && (doing.name == other.name || offices.speaks_for(&person.form, &doing.form))
    })
}

fn doings_in(scene: &Scene, words: &SmallWords, passage: &Passage) -> Vec<Doing> {
    let analysis = scene.analysis(passage);
    let document = &analysis.document;
    let doing = |token: usize| {
        let word = document.folded(document.tokens().get(token)?);
        let verb = scene.readings[passage.reading].terms.get(token).copied().flatten()?;
        let named = mention_at(analysis, token).is_some();
        // Who says what is looked at elsewhere.
        let cue = scene.sayings[passage.reading].is_cue(document.span_of(token..token + 1));
        let is_verb = verb != Term::new(word) && !named && !cue;
        let opens = |openings: &[&str]| is_verb && openings.iter().any(|opening| word.starts_with(opening));
        let agent = if opens(&words.passive) {
            agent_behind(words, analysis, token, passage.tokens.end)
        } else if opens(&words.active) {
            agent_before(analysis, token)
        } else {
            None
        }?;
        let entity = analysis.entities.entities.get(agent.entity.index())?;
        let span = agent.span.cover(document.span_of(token..token + 1));
        let telling =
            Telling { place: Place { article: passage.place.article, span }, value: document.slice(span).to_owned() };
        let name = scene.names.words(&entity.name);
        let (person, titled) = (agent.kind == EntityKind::Person, has_title(analysis, agent));
        let form = Form::of(&name);
        Some(Doing { reading: passage.reading, verb, name, form, person, titled, telling })
    };
    passage.tokens.clone().filter_map(doing).collect()
}

/// Whether the name of a body or country stands close in front of a name.
pub fn has_title(analysis: &Analysis, agent: &Mention) -> bool {
    let mentions = &analysis.entities.mentions;
    let at = mentions.partition_point(|mention| mention.span.start() < agent.span.start());
    let before = at.checked_sub(1).and_then(|at| mentions.get(at)).filter(|m| m.kind != EntityKind::Person);
    let token = |byte: usize| analysis.document.token_at(byte);
    before.is_some_and(|office| token(agent.span.start()) <= token(office.span.end()) + OFFICE)
}

/// The name that a token belongs to.
pub fn mention_at(analysis: &Analysis, token: usize) -> Option<&Mention> {
    let span = analysis.document.span_of(token..token + 1);
    analysis.entities.within(span).first()
}

/// The name behind a passive verb: right behind it, or that of a person behind a title.
fn agent_behind<'a>(words: &SmallWords, analysis: &'a Analysis, verb: usize, end: usize) -> Option<&'a Mention> {
    let document = &analysis.document;
    let is_by = |token: usize| document.tokens().get(token).is_some_and(|t| words.by.contains(document.folded(t)));
    let first = verb + 1 + usize::from(is_by(verb + 1));
    mention_at(analysis, first).or_else(|| titled_person(analysis, first, end.min(first + TITLE)))
}

/// The first person named from `first` on with nothing but a title in front.
fn titled_person(analysis: &Analysis, first: usize, end: usize) -> Option<&Mention> {
    let document = &analysis.document;
    let tokens = document.tokens().get(first..end).unwrap_or_default();
    let title = |token: &&Token| {
        let text = document.slice(token.span);
        text == "," || token.kind == TokenKind::Word && text.starts_with(char::is_uppercase)
    };
    let length = tokens.iter().take_while(title).count();
    let mut named = (first..first + length).filter_map(|token| mention_at(analysis, token));
    named.find(|mention| mention.kind == EntityKind::Person)
}

/// The name right in front of an active verb.
fn agent_before(analysis: &Analysis, verb: usize) -> Option<&Mention> {
    verb.checked_sub(1).and_then(|token| mention_at(analysis, token))
}
