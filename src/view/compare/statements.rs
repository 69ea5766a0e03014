//! Who said what, in whose wording.

use silang_core::facts::{ComparisonFacts, DocAt, StatementFact};
use yew::prelude::*;

use crate::library::Library;
use crate::shared::Shared;
use crate::view::compare::place;
use crate::words::Language;

/// What the view needs.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The articles.
    pub library: Shared<Library>,
    /// Names of those compared.
    pub docs: Vec<String>,
    /// What was found.
    pub comparison: Shared<ComparisonFacts>,
    /// Language of the interface.
    pub language: Language,
    /// Told the place to show.
    pub onshow: Callback<DocAt>,
}

/// One utterance with all its wordings.
struct Utterance<'a> {
    speaker: &'a str,
    wordings: Vec<(DocAt, &'a StatementFact)>,
}

fn fact<'a>(library: &'a Library, at: &DocAt) -> Option<&'a StatementFact> {
    let facts = library.get(&at.doc)?.facts.as_deref()?;
    facts.statements.iter().find(|fact| fact.at == at.at)
}

/// All utterances: those of several places first, then every other statement.
fn utterances(props: &Props) -> Vec<Utterance<'_>> {
    let library: &Library = &props.library;
    let mut all: Vec<Vec<DocAt>> = props.comparison.statements.clone();
    let grouped: Vec<DocAt> = all.iter().flatten().cloned().collect();
    for doc in &props.docs {
        let Some(facts) = library.get(doc).and_then(|article| article.facts.as_deref()) else { continue };
        let places = facts.statements.iter().map(|fact| DocAt { doc: doc.clone(), at: fact.at });
        all.extend(places.filter(|place| !grouped.contains(place)).map(|place| vec![place]));
    }
    all.into_iter().filter_map(|places| utterance(library, places)).collect()
}

fn utterance(library: &Library, places: Vec<DocAt>) -> Option<Utterance<'_>> {
    let wordings: Vec<_> =
        places.into_iter().filter_map(|place| fact(library, &place).map(|fact| (place, fact))).collect();
    let named = wordings.iter().map(|(_, fact)| fact.speaker.as_str()).find(|speaker| !speaker.is_empty());
    (!wordings.is_empty()).then(|| Utterance { speaker: named.unwrap_or_default(), wordings })
}

fn wording(props: &Props, index: usize, (place, fact): &(DocAt, &StatementFact)) -> Html {
    html! {
        <li key={index}>
            <p class="meta"><span class="outlet">{ place::outlet(&props.library, &place.doc) }</span><span>{ &fact.cue }</span></p>
            { place::link(place, &props.onshow, html! { { fact.text.clone() } }) }
        </li>
    }
}

fn of_speaker(props: &Props, speaker: &str, utterances: &[&Utterance]) -> Html {
    let one = |(index, utterance): (usize, &&Utterance)| {
        let all = utterance.wordings.iter().enumerate().map(|(at, one)| wording(props, at, one));
        html! { <li key={index} class="utterance"><ul>{ for all }</ul></li> }
    };
    let name = if speaker.is_empty() { props.language.unknown_speaker() } else { speaker };
    html! {
        <section key={speaker.to_owned()} data-speaker={speaker.to_owned()}>
            <h3>{ name.to_owned() }</h3>
            <ul>{ for utterances.iter().enumerate().map(one) }</ul>
        </section>
    }
}

/// The statements by speaker.
#[component(Statements)]
pub fn statements(props: &Props) -> Html {
    let all = utterances(props);
    let mut speakers: Vec<&str> = Vec::new();
    for utterance in &all {
        if !speakers.contains(&utterance.speaker) {
            speakers.push(utterance.speaker);
        }
    }
    let section = |speaker: &&str| {
        let own: Vec<&Utterance> = all.iter().filter(|utterance| utterance.speaker == *speaker).collect();
        of_speaker(props, speaker, &own)
    };
    html! { <div class="speakers">{ for speakers.iter().map(section) }</div> }
}
