//! The lists beside the article: names, times, statements.

use silang_core::facts::{ComparisonFacts, EntityFact, Facts, MentionFact, StatementFact, TimeFact};
use yew::prelude::*;

use crate::engine::protocol::Compared;
use crate::layout::MarkRef;
use crate::order;
use crate::shared::Shared;
use crate::state::action::Action;
use crate::state::parts::Tab;
use crate::view::html::html;
use crate::view::layer::Layer;
use crate::view::part::Show;
use crate::view::ui::Ui;

/// The lists.
#[derive(PartialEq)]
pub struct Index {
    /// What was found in the open article.
    pub facts: Shared<Facts>,
    /// Length of its text, in bytes.
    pub length: usize,
    /// The comparison of all articles, or of those of the event, once it is there.
    pub whole: Option<Shared<Compared>>,
    /// Whether it is that of the event only.
    pub in_event: bool,
    /// The open list.
    pub tab: Tab,
    /// Language and callbacks.
    pub ui: Ui,
}

/// An entity of the open article.
struct Entity<'a> {
    first: usize,
    fact: &'a MentionFact,
    starts: Vec<usize>,
}

fn entities(facts: &Facts) -> Vec<Entity<'_>> {
    let mut found: Vec<Entity> = Vec::new();
    for (index, fact) in facts.mentions.iter().enumerate() {
        let same = |entity: &Entity| entity.fact.entity == fact.entity && entity.fact.kind == fact.kind;
        match found.iter_mut().find(|entity| same(entity)) {
            Some(entity) => entity.starts.push(fact.at.start),
            None => found.push(Entity { first: index, fact, starts: vec![fact.at.start] }),
        }
    }
    order::sort_by_key(&mut found, |entity| std::cmp::Reverse(entity.starts.len()));
    found
}

/// How often each entity of article `doc` is named in all articles, by the place of a mention.
fn everywhere<'a>(whole: Option<&'a ComparisonFacts>, doc: &'a str) -> Vec<(usize, usize)> {
    let clusters = whole.map(|whole| whole.entities.as_slice()).unwrap_or_default();
    let here = |cluster: &'a EntityFact| {
        let count = cluster.mentions.len();
        cluster.mentions.iter().filter(move |mention| mention.doc == doc).map(move |mention| (mention.at.start, count))
    };
    clusters.iter().flat_map(here).collect()
}

/// Where in the article something stands, as ticks on a line.
fn sparkline(starts: &[usize], length: usize) -> Html {
    let tick = |start: &usize| format!("M{} 0v8", start * 1000 / length.max(1));
    let path: String = starts.iter().map(tick).collect();
    html! { <svg class="spark" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true"><path d={path} /></svg> }
}

impl Index {
    fn entity_row(&self, everywhere: &[(usize, usize)], entity: &Entity) -> Html {
        let mark = MarkRef::Mention(entity.first);
        let here = entity.starts.len();
        let language = self.ui.language;
        let known = everywhere.iter().find(|(start, _)| entity.starts.contains(start)).map(|&(_, count)| count);
        // All articles hold no more than this one until they are compared; an event may never be.
        let all = known.or((!self.in_event).then_some(here));
        let others = if self.in_event { language.in_event() } else { language.everywhere() };
        let title = [format!("{here} {}", language.here())].into_iter().chain(all.map(|all| format!("{all} {others}")));
        let title = title.collect::<Vec<_>>().join(" · ");
        html! {
            <li key={mark.key()}>
                <button type="button" class="row" data-entity={entity.fact.entity.clone()} data-of={Layer::from(entity.fact.kind).name()} onclick={self.ui.on(Action::Visit(mark))}>
                    <span class="name">{ &entity.fact.entity }</span>
                    { sparkline(&entity.starts, self.length) }
                    <span class="count" {title}>{ here }<small>{ all.map(|all| format!(" / {all}")) }</small></span>
                </button>
            </li>
        }
    }

    fn entities(&self) -> Html {
        let all = entities(&self.facts);
        let everywhere = everywhere(self.whole.as_deref().map(|whole| &whole.facts), &self.facts.doc);
        let group = |layer: Layer| {
            let own = all.iter().filter(|entity| Layer::from(entity.fact.kind) == layer);
            let rows: Vec<Html> = own.map(|entity| self.entity_row(&everywhere, entity)).collect();
            let name = self.ui.language.layer(layer);
            (!rows.is_empty()).then(|| html! { <section key={name}><h3>{ name }</h3><ul>{ for rows }</ul></section> })
        };
        [Layer::Person, Layer::Organization, Layer::Location].into_iter().filter_map(group).collect()
    }

    /// A row of two lines: what it is, and the words of the article.
    fn row(&self, mark: MarkRef, name: String, words: &str, sure: bool) -> Html {
        let (of, value, speaker) = match mark {
            MarkRef::Time(index) => (Layer::Time, self.facts.times.get(index).map(|fact| fact.value.clone()), None),
            MarkRef::Statement(index) => {
                (Layer::Statement, None, self.facts.statements.get(index).map(|fact| fact.speaker.clone()))
            }
            _ => return Html::default(),
        };
        html! {
            <li key={mark.key()}>
                <button type="button" class="row two" data-of={of.name()} data-value={value} data-speaker={speaker} data-unsure={(!sure).then_some("")} onclick={self.ui.on(Action::Visit(mark))}>
                    <span class="name">{ name }</span><span class="said">{ words.to_owned() }</span>
                </button>
            </li>
        }
    }

    fn times(&self) -> Html {
        let mut times: Vec<(i64, usize, &TimeFact)> = Vec::new();
        for (index, fact) in self.facts.times.iter().enumerate() {
            times.push((fact.interval.map_or(i64::MAX, |interval| interval.start), index, fact));
        }
        order::sort_by_key(&mut times, |&(start, index, _)| (start, index));
        let row = |&(_, index, fact): &(i64, usize, &TimeFact)| {
            let when = self.ui.language.when(&fact.value);
            let name = if when.is_empty() { self.ui.language.no_date().to_owned() } else { when };
            self.row(MarkRef::Time(index), name, &fact.text, fact.sure)
        };
        html! { <ul>{ for times.iter().map(row) }</ul> }
    }

    fn statements(&self) -> Html {
        let row = |(index, fact): (usize, &StatementFact)| {
            let name = [self.ui.language.statement_kind(fact.kind), " · ", &fact.cue].concat();
            self.row(MarkRef::Statement(index), name.trim_end_matches(" · ").to_owned(), &fact.text, fact.sure)
        };
        let mut speakers: Vec<&str> = Vec::new();
        for fact in &self.facts.statements {
            if !speakers.contains(&fact.speaker.as_str()) {
                speakers.push(&fact.speaker);
            }
        }
        let of = |speaker: &&str| {
            let said = || self.facts.statements.iter().enumerate().filter(|(_, fact)| fact.speaker == **speaker);
            let name = if speaker.is_empty() { self.ui.language.unknown_speaker() } else { speaker };
            html! {
                <section key={name.to_owned()}>
                    <h3 data-speaker={(*speaker).to_owned()}>{ name.to_owned() }<span class="count">{ said().count() }</span></h3>
                    <ul>{ for said().map(row) }</ul>
                </section>
            }
        };
        speakers.iter().map(of).collect()
    }

    fn tab(&self, tab: Tab) -> Html {
        let name = self.ui.language.tab(tab);
        let selected = (tab == self.tab).to_string();
        html! { <button key={name} type="button" role="tab" aria-selected={selected} onclick={self.ui.on(Action::Tab(tab))}>{ name }</button> }
    }
}

impl Show for Index {
    fn show(&self) -> Html {
        let (empty, list) = match self.tab {
            Tab::Entities => (self.facts.mentions.is_empty(), self.entities()),
            Tab::Times => (self.facts.times.is_empty(), self.times()),
            Tab::Statements => (self.facts.statements.is_empty(), self.statements()),
        };
        let tabs = [Tab::Entities, Tab::Times, Tab::Statements].map(|tab| self.tab(tab));
        html! {
            <div class="index" data-testid="index">
                <div class="tabs" role="tablist">{ for tabs }</div>
                <div class="list" role="tabpanel" aria-label={self.ui.language.tab(self.tab)}>
                    { list }
                    { empty.then(|| html! { <p class="empty">{ self.ui.language.nothing() }</p> }) }
                </div>
            </div>
        }
    }
}
