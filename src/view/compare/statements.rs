//! Who said what, in whose wording.

use silang_core::Span;
use silang_core::compare::words::WordChange;
use silang_core::facts::{At, DocAt, StatementFact};
use silang_core::statement::StatementKind;
use yew::prelude::*;

use crate::engine::protocol::{Wording, Words};
use crate::library::Library;
use crate::order;
use crate::shared::Shared;
use crate::state::action::Action;
use crate::view::compare::ground::Ground;
use crate::view::html::html;
use crate::view::part::Show;

/// The statements by speaker.
#[derive(PartialEq)]
pub struct Statements {
    /// What is compared.
    pub ground: Ground,
    /// The wording that the others are laid against, by utterance.
    pub bases: Shared<Vec<(usize, usize)>>,
}

/// Wordings of one utterance that are shown at most; only reprints have more.
const MOST: usize = 40;

/// One utterance with all its wordings.
struct Utterance<'a> {
    /// Its number in the comparison; none when it was told only once.
    number: Option<usize>,
    speaker: &'a str,
    wordings: Vec<(DocAt, &'a StatementFact)>,
}

fn fact<'a>(library: &'a Library, at: &DocAt) -> Option<&'a StatementFact> {
    let facts = library.get(&at.doc)?.facts.as_deref()?;
    facts.statements.iter().find(|fact| fact.at == at.at)
}

fn utterance<'a>(library: &'a Library, number: Option<usize>, places: &[DocAt]) -> Option<Utterance<'a>> {
    let wordings: Vec<_> = places.iter().filter_map(|place| Some((place.clone(), fact(library, place)?))).collect();
    let named = wordings.iter().map(|(_, fact)| fact.speaker.as_str()).find(|speaker| !speaker.is_empty());
    (!wordings.is_empty()).then(|| Utterance { number, speaker: named.unwrap_or_default(), wordings })
}

fn slice(text: &str, at: At) -> String {
    Span::new(at.start, at.end).of(text).to_owned()
}

/// A wording with what was left out and put in, against its base.
fn marked(words: &[Words], base: &str, other: &str) -> Html {
    let mut at = 0;
    let mut pieces: Vec<Html> = Vec::new();
    for part in words {
        let (left, right) = (slice(base, part.left), slice(other, part.right));
        if !right.is_empty() {
            pieces.push(Html::from(slice(other, At { start: at, end: part.right.start })));
            at = part.right.end;
        }
        pieces.push(match part.change {
            WordChange::Same => Html::from(right),
            WordChange::Left if at == 0 => html! { <><del>{ left }</del>{ " " }</> },
            WordChange::Left => html! { <>{ " " }<del>{ left }</del></> },
            WordChange::Right => html! { <ins>{ right }</ins> },
            WordChange::Changed => html! { <><del>{ left }</del>{ " " }<ins>{ right }</ins></> },
            WordChange::Moved => html! { <span class="moved">{ right }</span> },
        });
    }
    pieces.push(Html::from(other.get(at..).unwrap_or_default().to_owned()));
    pieces.into_iter().collect()
}

impl Statements {
    /// All utterances: those of several places first, then every other statement.
    fn utterances(&self) -> Vec<Utterance<'_>> {
        let library: &Library = &self.ground.library;
        let groups = &self.ground.found.facts.statements;
        let mut all: Vec<Utterance> =
            groups.iter().enumerate().filter_map(|(number, places)| utterance(library, Some(number), places)).collect();
        for doc in &self.ground.docs {
            let Some(facts) = library.get(doc).and_then(|article| article.facts.as_deref()) else { continue };
            for fact in &facts.statements {
                let place = DocAt { doc: doc.clone(), at: fact.at };
                if !groups.iter().any(|group| group.contains(&place)) {
                    all.extend(utterance(library, None, &[place]));
                }
            }
        }
        all
    }

    /// The words of a wording, against the base when there is one.
    fn words(&self, utterance: &Utterance, base: usize, index: usize) -> Html {
        let text = |index: usize| utterance.wordings.get(index).map_or("", |(_, fact)| fact.text.as_str());
        let fits = |wording: &&Wording| {
            Some(wording.utterance) == utterance.number && wording.base == base && wording.other == index
        };
        match self.ground.found.wordings.iter().find(fits) {
            Some(wording) => marked(&wording.words, text(base), text(index)),
            None => Html::from(text(index).to_owned()),
        }
    }

    fn wording(&self, utterance: &Utterance, base: usize, index: usize) -> Html {
        let Some((place, fact)) = utterance.wordings.get(index) else { return Html::default() };
        let language = self.ground.ui.language;
        let several = utterance.number.filter(|_| utterance.wordings.len() > 1);
        let choose = several.map(|number| {
            let onclick = self.ground.ui.on(Action::Base(number, index));
            html! { <button type="button" class="base" aria-pressed={(index == base).to_string()} {onclick}>{ language.base() }</button> }
        });
        let medium =
            if fact.medium.is_empty() { String::new() } else { format!("{} {}", language.medium(), fact.medium) };
        html! {
            <li key={index} class={(several.is_some() && index == base).then_some("is-base")}>
                <p class="meta"><span class="outlet">{ self.ground.outlet(&place.doc) }</span><span>{ &fact.cue }</span><span>{ medium }</span>{ for choose }</p>
                { self.ground.link(place, self.words(utterance, base, index)) }
            </li>
        }
    }

    fn utterance(&self, index: usize, utterance: &Utterance) -> Html {
        let chosen = self.bases.iter().find(|(number, _)| Some(*number) == utterance.number);
        let mut order: Vec<usize> = (0..utterance.wordings.len()).collect();
        // Paraphrases come under what was quoted.
        order::sort_by_key(&mut order, |&at| {
            utterance.wordings.get(at).is_some_and(|(_, fact)| fact.kind == StatementKind::Indirect)
        });
        let base = chosen.map(|&(_, base)| base).or(order.first().copied()).unwrap_or_default();
        let others = order.into_iter().filter(|&at| at != base);
        let wordings = std::iter::once(base).chain(others).take(MOST).map(|at| self.wording(utterance, base, at));
        let more = utterance.wordings.len().checked_sub(MOST).filter(|&more| more > 0);
        let more = more.map(|more| html! { <li key="more" class="meta">{ self.ground.ui.language.more(more) }</li> });
        let class = if utterance.wordings.len() > 1 { "utterance several" } else { "utterance" };
        html! { <li key={index} {class}><ul>{ for wordings }{ for more }</ul></li> }
    }

    fn of_speaker(&self, speaker: &str, utterances: &[Utterance]) -> Html {
        let own = utterances.iter().enumerate().filter(|(_, utterance)| utterance.speaker == speaker);
        let own = own.map(|(index, one)| self.utterance(index, one));
        let name = if speaker.is_empty() { self.ground.ui.language.unknown_speaker() } else { speaker };
        html! { <section key={speaker.to_owned()}><h3 data-speaker={speaker.to_owned()}>{ name.to_owned() }</h3><ul>{ for own }</ul></section> }
    }
}

impl Show for Statements {
    fn show(&self) -> Html {
        let all = self.utterances();
        let mut speakers: Vec<&str> = Vec::new();
        for utterance in &all {
            if !speakers.contains(&utterance.speaker) {
                speakers.push(utterance.speaker);
            }
        }
        html! { <div class="speakers">{ for speakers.iter().map(|speaker| self.of_speaker(speaker, &all)) }</div> }
    }
}
