//! The card of a mark: what it is, its canonical name or value, why, and how to set it right.

mod fields;
mod statement;
mod time;

use silang_core::facts::{Facts, MentionFact, StatementFact};
use yew::prelude::*;

use crate::corrections::Correction;
use crate::layout::MarkRef;
use crate::library::Article;
use crate::shared::Shared;
use crate::state::State;
use crate::state::action::Action;
use crate::view::html::html;
use crate::view::layer::Layer;
use crate::view::part::Show;
use crate::view::ui::Ui;
use crate::words::Language;

/// A card.
#[derive(PartialEq)]
pub struct Card {
    /// What was found in the open article, as the reader set it right.
    pub facts: Shared<Facts>,
    /// What was found before.
    pub raw: Shared<Facts>,
    /// Its outlet.
    pub outlet: String,
    /// The mark.
    pub mark: MarkRef,
    /// What the reader told of a time, if the calendar does not have it.
    pub refused: Option<String>,
    /// Language and callbacks.
    pub ui: Ui,
}

/// One line of a card: a name and what is told.
fn row(name: &'static str, told: String) -> Html {
    if told.is_empty() {
        Html::default()
    } else {
        html! { <><dt>{ name }</dt><dd>{ told }</dd></> }
    }
}

fn why(language: Language, rule: &str, sure: bool) -> Html {
    let told = language.rule(rule);
    html! {
        <><dt>{ language.why() }</dt><dd data-unsure={(!sure).then_some("")}>{ told }{ if sure { "" } else { " · " } }<em>{ if sure { "" } else { language.unsure() } }</em></dd></>
    }
}

/// The words by which an entity is named, with counts.
fn forms<'a>(facts: &'a Facts, fact: &MentionFact) -> Vec<(&'a str, usize)> {
    let mut forms: Vec<(&str, usize)> = Vec::new();
    for other in facts.mentions.iter().filter(|other| other.entity == fact.entity && other.kind == fact.kind) {
        match forms.iter_mut().find(|(form, _)| *form == other.text) {
            Some((_, count)) => *count += 1,
            None => forms.push((&other.text, 1)),
        }
    }
    forms
}

impl Card {
    /// The card of a mark of the open article.
    pub fn of(state: &State, article: &Shared<Article>, mark: MarkRef, ui: Ui) -> Self {
        Self {
            facts: article.facts.clone().unwrap_or_default(),
            raw: article.raw.clone().unwrap_or_default(),
            outlet: article.outlet().to_owned(),
            mark,
            refused: state.refused.clone(),
            ui,
        }
    }

    fn mention(&self, fact: &MentionFact) -> Html {
        let language = self.ui.language;
        let forms = forms(&self.facts, fact);
        let name = fact.entity.clone();
        let rename = self.ui.submits(move |value| Action::Correct(Correction::Rename(name.clone(), value("to"))));
        html! {
            <>
                <h2>{ &fact.entity }</h2>
                <dl>
                    <dt>{ language.forms() }</dt>
                    { for forms.iter().map(|&(form, count)| self.form(fact, form, count, forms.len())) }
                    { why(language, &fact.why, fact.sure) }
                </dl>
                { self.field(language.correct_name(), "to", rename, self.names()) }
                { self.kinds(fact) }
                { self.ui.link(language.not_a_name(), "not-a-name", Action::Correct(Correction::NotAName(fact.entity.clone()))) }
            </>
        }
    }

    /// One form of a name; one of several can be split off.
    fn form(&self, fact: &MentionFact, form: &str, count: usize, forms: usize) -> Html {
        let split = (forms > 1 && form != fact.entity).then(|| {
            let split = Correction::Split(fact.entity.clone(), form.to_owned());
            self.ui.link(self.ui.language.split(), "split", Action::Correct(split))
        });
        html! { <dd key={form.to_owned()} class="form"><span>{ format!("{form} ({count})") }</span>{ for split }</dd> }
    }

    /// What it may be instead.
    fn kinds(&self, fact: &MentionFact) -> Html {
        let language = self.ui.language;
        let kind = |layer: &Layer| {
            let kind = layer.entity()?;
            let onclick = self.ui.on(Action::Correct(Correction::Kind(fact.entity.clone(), kind)));
            let pressed = (kind == fact.kind).to_string();
            Some(
                html! { <button key={layer.name()} type="button" class="chip" data-kind={layer.name()} aria-pressed={pressed} {onclick}>{ language.layer(*layer) }</button> },
            )
        };
        html! { <div class="kinds" role="group" aria-label={language.kind()}>{ for Layer::ALL.iter().filter_map(kind) }</div> }
    }

    fn body(&self) -> Option<(Layer, Html)> {
        Some(match self.mark {
            MarkRef::Mention(index) => {
                let fact = self.facts.mentions.get(index)?;
                (fact.kind.into(), self.mention(fact))
            }
            MarkRef::Time(index) => (Layer::Time, self.time(self.facts.times.get(index)?)),
            MarkRef::Statement(index) => (Layer::Statement, self.statement(self.facts.statements.get(index)?)),
            MarkRef::Furniture(_) => return None,
        })
    }

    /// The statements around the mark.
    fn around(&self) -> Vec<Html> {
        let language = self.ui.language;
        let range = self.mark.range(&self.facts).filter(|_| !matches!(self.mark, MarkRef::Statement(_)));
        let Some(range) = range else { return Vec::new() };
        let holds = |(_, fact): &(usize, &StatementFact)| fact.at.start <= range.start && fact.at.end >= range.end;
        let link = |(index, fact): (usize, &StatementFact)| {
            let speaker = if fact.speaker.is_empty() { language.unknown_speaker() } else { &fact.speaker };
            let name = format!("{} · {speaker}", language.layer(Layer::Statement));
            let onclick = self.ui.on(Action::Focus(Some(MarkRef::Statement(index))));
            html! { <p key={index} class="around">{ language.within() }{ ": " }<button type="button" class="link" {onclick}>{ name }</button></p> }
        };
        self.facts.statements.iter().enumerate().filter(holds).map(link).collect()
    }

    /// Buttons to the neighbouring marks of the same thing.
    fn steps(&self) -> Html {
        let language = self.ui.language;
        let same = self.mark.siblings(&self.facts);
        let Some(at) = same.iter().position(|&mark| mark == self.mark).filter(|_| same.len() > 1) else {
            return Html::default();
        };
        let step = |by: usize| Action::Visit(same[(at + by) % same.len()]);
        html! {
            <span class="steps">
                { self.ui.sign("‹", language.previous(), step(same.len() - 1)) }
                { format!("{} / {}", at + 1, same.len()) }
                { self.ui.sign("›", language.next(), step(1)) }
            </span>
        }
    }
}

impl Show for Card {
    fn show(&self) -> Html {
        let Some((layer, body)) = self.body() else { return Html::default() };
        let language = self.ui.language;
        html! {
            <section class="card" data-testid="card" data-of={layer.name()} tabindex="-1" aria-live="polite" aria-label={language.layer(layer)}>
                <header>
                    <span class="kind">{ language.layer(layer) }</span>
                    { self.steps() }
                    { self.ui.sign("×", language.close(), Action::Focus(None)) }
                </header>
                { body }
                <div>{ for self.around() }</div>
            </section>
        }
    }
}
