//! The card of a mark: what it is, its canonical name or value, and why.

use silang_core::facts::{Facts, MentionFact, StatementFact, TimeFact};
use yew::prelude::*;

use crate::layout::MarkRef;
use crate::shared::Shared;
use crate::view::layer::Layer;
use crate::words::Language;

/// What a card needs.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What was found in the open article.
    pub facts: Shared<Facts>,
    /// The mark.
    pub mark: MarkRef,
    /// Language of the interface.
    pub language: Language,
    /// Told the mark to go to, or none to close.
    pub onfocus: Callback<Option<MarkRef>>,
}

/// One line of a card: a name and what is told.
fn row(name: &str, told: Html) -> Html {
    html! { <><dt>{ name.to_owned() }</dt><dd>{ told }</dd></> }
}

fn why(language: Language, rule: &str, sure: bool) -> Html {
    let told = if sure {
        html!(<>{ language.rule(rule) }</>)
    } else {
        html!(<>{ language.rule(rule) }{ " · " }<em>{ language.unsure() }</em></>)
    };
    row(language.why(), told)
}

fn mention(props: &Props, fact: &MentionFact) -> Html {
    let mut forms: Vec<(&str, usize)> = Vec::new();
    let same = props.facts.mentions.iter().filter(|other| other.entity == fact.entity && other.kind == fact.kind);
    for other in same {
        match forms.iter_mut().find(|(form, _)| *form == other.text) {
            Some((_, count)) => *count += 1,
            None => forms.push((&other.text, 1)),
        }
    }
    let forms: Vec<String> = forms.into_iter().map(|(form, count)| format!("{form} ({count})")).collect();
    html! {
        <>
            <h2>{ &fact.entity }</h2>
            <dl>
                { row(props.language.forms(), html!(<>{ forms.join(", ") }</>)) }
                { why(props.language, &fact.why, fact.sure) }
            </dl>
        </>
    }
}

fn time(props: &Props, fact: &TimeFact) -> Html {
    let language = props.language;
    let when = language.when(&fact.value);
    let from = match fact.anchor.as_str() {
        "published" => Some(language.from_published()),
        "mention" => Some(language.from_mention()),
        _ => None,
    };
    let told = if when.is_empty() { language.no_date().to_owned() } else { when };
    html! {
        <>
            <h2>{ told }</h2>
            <dl>
                { row(language.value(), html!(<code>{ &fact.value }</code>)) }
                { for from.map(|from| row(language.why(), html!(<>{ format!("“{}” → {from}", fact.text) }</>))) }
                { why(language, &fact.why, fact.sure) }
            </dl>
        </>
    }
}

fn statement(props: &Props, fact: &StatementFact) -> Html {
    let language = props.language;
    let speaker = if fact.speaker.is_empty() { language.unknown_speaker() } else { &fact.speaker };
    let medium = (!fact.medium.is_empty()).then(|| row(language.medium(), html!(<>{ &fact.medium }</>)));
    let act = language.act(fact.act);
    let kind = language.statement_kind(fact.kind);
    html! {
        <>
            <h2>{ speaker.to_owned() }</h2>
            <blockquote>{ &fact.text }</blockquote>
            <dl>
                { row(kind, html!(<>{ &fact.cue }{ if act.is_empty() { String::new() } else { format!(" · {act}") } }</>)) }
                { for medium }
                { row(language.speaker(), html!(<>{ language.reference(fact.reference) }</>)) }
                { why(language, &fact.why, fact.sure) }
            </dl>
        </>
    }
}

/// The marks around `mark`, innermost first.
fn around(facts: &Facts, mark: MarkRef) -> Vec<usize> {
    let Some(range) = mark.range(facts) else { return Vec::new() };
    let holds =
        |(_, statement): &(usize, &StatementFact)| statement.at.start <= range.start && statement.at.end >= range.end;
    if matches!(mark, MarkRef::Statement(_)) {
        return Vec::new();
    }
    facts.statements.iter().enumerate().filter(holds).map(|(index, _)| index).collect()
}

fn outer(props: &Props, index: usize) -> Html {
    let language = props.language;
    let speaker = props.facts.statements.get(index).map(|fact| fact.speaker.clone()).unwrap_or_default();
    let onclick = props.onfocus.reform(move |_| Some(MarkRef::Statement(index)));
    let name = if speaker.is_empty() { language.unknown_speaker().to_owned() } else { speaker };
    html! {
        <p class="around">{ language.within() }{ ": " }
            <button type="button" class="link" {onclick}>{ language.layer(Layer::Statement) }{ " · " }{ name }</button>
        </p>
    }
}

/// A card.
#[component(Card)]
pub fn card(props: &Props) -> Html {
    let facts = &props.facts;
    let (layer, body) = match props.mark {
        MarkRef::Mention(index) => {
            let Some(fact) = facts.mentions.get(index) else { return Html::default() };
            (Layer::from(fact.kind), mention(props, fact))
        }
        MarkRef::Time(index) => {
            let Some(fact) = facts.times.get(index) else { return Html::default() };
            (Layer::Time, time(props, fact))
        }
        MarkRef::Statement(index) => {
            let Some(fact) = facts.statements.get(index) else { return Html::default() };
            (Layer::Statement, statement(props, fact))
        }
        MarkRef::Furniture(_) => return Html::default(),
    };
    let close = props.onfocus.reform(|_| None);
    html! {
        <aside class="card" data-testid="card" data-of={layer.name()} aria-live="polite">
            <header>
                <span class="kind">{ props.language.layer(layer) }</span>
                <button type="button" class="icon" aria-label={props.language.close()} onclick={close}>{ "×" }</button>
            </header>
            { body }
            { for around(facts, props.mark).into_iter().map(|index| outer(props, index)) }
        </aside>
    }
}
