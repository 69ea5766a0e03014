//! The lists beside the article: names, times, statements.

use std::collections::BTreeMap;

use silang_core::facts::{ComparisonFacts, Facts, MentionFact, StatementFact, TimeFact};
use yew::prelude::*;

use crate::layout::MarkRef;
use crate::shared::Shared;
use crate::state::Tab;
use crate::view::layer::Layer;
use crate::words::Language;

/// What the lists need.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What was found in the open article.
    pub facts: Shared<Facts>,
    /// Length of its text, in bytes.
    pub length: usize,
    /// The comparison of all articles, once it is there.
    pub whole: Option<Shared<ComparisonFacts>>,
    /// The open list.
    pub tab: Tab,
    /// Language of the interface.
    pub language: Language,
    /// Told the list to open.
    pub ontab: Callback<Tab>,
    /// Told the mark to show.
    pub onvisit: Callback<MarkRef>,
}

/// An entity of the open article.
struct Entity<'a> {
    first: usize,
    fact: &'a MentionFact,
    starts: Vec<usize>,
}

fn entities(facts: &Facts) -> Vec<Entity<'_>> {
    let mut found: Vec<Entity> = Vec::new();
    let mut known: BTreeMap<(&str, Layer), usize> = BTreeMap::new();
    for (index, fact) in facts.mentions.iter().enumerate() {
        let at = *known.entry((&fact.entity, fact.kind.into())).or_insert_with(|| {
            found.push(Entity { first: index, fact, starts: Vec::new() });
            found.len() - 1
        });
        found[at].starts.push(fact.at.start);
    }
    found.sort_by_key(|entity| std::cmp::Reverse(entity.starts.len()));
    found
}

/// How often each entity of article `doc` is named in all articles, by the place of a mention.
fn everywhere<'a>(whole: Option<&'a ComparisonFacts>, doc: &'a str) -> BTreeMap<usize, usize> {
    let clusters = whole.map(|whole| whole.entities.as_slice()).unwrap_or_default();
    let here = |cluster: &'a silang_core::facts::EntityFact| {
        let count = cluster.mentions.len();
        cluster.mentions.iter().filter(move |mention| mention.doc == doc).map(move |mention| (mention.at.start, count))
    };
    clusters.iter().flat_map(here).collect()
}

/// Where in the article something stands, as ticks on a line.
fn sparkline(starts: &[usize], length: usize) -> Html {
    let tick = |start: &usize| format!("M{:.1} 0v8", *start as f64 * 100.0 / length.max(1) as f64);
    let path: String = starts.iter().map(tick).collect();
    html! { <svg class="spark" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><path d={path} /></svg> }
}

fn entity_row(props: &Props, everywhere: &BTreeMap<usize, usize>, entity: &Entity) -> Html {
    let mark = MarkRef::Mention(entity.first);
    let onclick = props.onvisit.reform(move |_| mark);
    let here = entity.starts.len();
    let all = entity.starts.iter().find_map(|start| everywhere.get(start)).copied().unwrap_or(here);
    let title = format!("{here} {} · {all} {}", props.language.here(), props.language.everywhere());
    html! {
        <li key={mark.key()}>
            <button type="button" class="row" data-entity={entity.fact.entity.clone()} data-of={Layer::from(entity.fact.kind).name()} {onclick}>
                <span class="name">{ &entity.fact.entity }</span>
                { sparkline(&entity.starts, props.length) }
                <span class="count" {title}>{ here }<small>{ format!(" / {all}") }</small></span>
            </button>
        </li>
    }
}

fn entity_list(props: &Props) -> Html {
    let all = entities(&props.facts);
    let everywhere = everywhere(props.whole.as_deref(), &props.facts.doc);
    let group = |layer: Layer| {
        let rows: Vec<Html> = all
            .iter()
            .filter(|e| Layer::from(e.fact.kind) == layer)
            .map(|e| entity_row(props, &everywhere, e))
            .collect();
        (!rows.is_empty()).then(|| html! { <section key={layer.name()}><h3>{ props.language.layer(layer) }</h3><ul>{ for rows }</ul></section> })
    };
    [Layer::Person, Layer::Organization, Layer::Location].into_iter().filter_map(group).collect()
}

fn time_row(props: &Props, (index, fact): (usize, &TimeFact)) -> Html {
    let onclick = props.onvisit.reform(move |_| MarkRef::Time(index));
    let when = props.language.when(&fact.value);
    let when = if when.is_empty() { "–".to_owned() } else { when };
    html! {
        <li key={index}>
            <button type="button" class="row two" data-of="time" data-value={fact.value.clone()} data-unsure={(!fact.sure).then_some("")} {onclick}>
                <span class="name">{ when }</span><span class="said">{ &fact.text }</span>
            </button>
        </li>
    }
}

fn statement_row(props: &Props, (index, fact): (usize, &StatementFact)) -> Html {
    let onclick = props.onvisit.reform(move |_| MarkRef::Statement(index));
    let speaker = if fact.speaker.is_empty() { props.language.unknown_speaker() } else { &fact.speaker };
    html! {
        <li key={index}>
            <button type="button" class="row two" data-of="statement" data-speaker={fact.speaker.clone()} data-unsure={(!fact.sure).then_some("")} {onclick}>
                <span class="name">{ speaker.to_owned() }</span><span class="said">{ &fact.text }</span>
            </button>
        </li>
    }
}

fn list(props: &Props) -> Html {
    let mut times: Vec<(usize, &TimeFact)> = props.facts.times.iter().enumerate().collect();
    times.sort_by_key(|(_, fact)| fact.interval.map_or(i64::MAX, |interval| interval.start));
    match props.tab {
        Tab::Entities => entity_list(props),
        Tab::Times => html! { <ul>{ for times.into_iter().map(|time| time_row(props, time)) }</ul> },
        Tab::Statements => {
            html! { <ul>{ for props.facts.statements.iter().enumerate().map(|one| statement_row(props, one)) }</ul> }
        }
    }
}

/// The lists.
#[component(Index)]
pub fn index(props: &Props) -> Html {
    let tab = |tab: Tab| {
        let onclick = props.ontab.reform(move |_| tab);
        let name = props.language.tab(tab);
        let selected = (tab == props.tab).to_string();
        html! { <button key={name} type="button" role="tab" aria-selected={selected} {onclick}>{ name }</button> }
    };
    let tabs = [Tab::Entities, Tab::Times, Tab::Statements].map(tab);
    let empty = match props.tab {
        Tab::Entities => props.facts.mentions.is_empty(),
        Tab::Times => props.facts.times.is_empty(),
        Tab::Statements => props.facts.statements.is_empty(),
    };
    html! {
        <div class="index" data-testid="index">
            <div class="tabs" role="tablist">{ for tabs }</div>
            <div class="list" role="tabpanel" aria-label={props.language.tab(props.tab)}>
                if empty { <p class="empty">{ props.language.nothing() }</p> } else { { list(props) } }
            </div>
        </div>
    }
}
