//! The card of a mark: what it is, its canonical name or value, and why.

use silang_core::facts::{Facts, MentionFact, StatementFact, TimeFact};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::corrections::Correction;
use crate::layout::MarkRef;
use crate::shared::Shared;
use crate::state::action::Action;
use crate::view::layer::Layer;
use crate::view::part::Show;
use crate::view::ui::{Command, Ui};
use crate::words::Language;

/// A card.
#[derive(PartialEq)]
pub struct Card {
    /// What was found in the open article.
    pub facts: Shared<Facts>,
    /// Its outlet.
    pub outlet: String,
    /// The mark.
    pub mark: MarkRef,
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
fn forms(facts: &Facts, fact: &MentionFact) -> String {
    let mut forms: Vec<(&str, usize)> = Vec::new();
    for other in facts.mentions.iter().filter(|other| other.entity == fact.entity && other.kind == fact.kind) {
        match forms.iter_mut().find(|(form, _)| *form == other.text) {
            Some((_, count)) => *count += 1,
            None => forms.push((&other.text, 1)),
        }
    }
    forms.into_iter().map(|(form, count)| format!("{form} ({count})")).collect::<Vec<_>>().join(", ")
}

impl Card {
    fn mention(&self, fact: &MentionFact) -> Html {
        let language = self.ui.language;
        html! {
            <>
                <h2>{ &fact.entity }</h2>
                <dl>{ row(language.forms(), forms(&self.facts, fact)) }{ why(language, &fact.why, fact.sure) }</dl>
                { self.field(language.correct_name(), &fact.entity, Correction::Rename) }
                <button type="button" class="link" data-testid="not-a-name"
                    onclick={self.ui.on(Action::Correct(Correction::NotAName(fact.entity.clone())))}>{ language.not_a_name() }</button>
            </>
        }
    }

    fn time(&self, fact: &TimeFact) -> Html {
        let language = self.ui.language;
        let when = language.when(&fact.value);
        let told = if when.is_empty() { language.no_date().to_owned() } else { when.clone() };
        let odd = self.facts.checks.iter().find(|check| check.at == fact.at);
        let odd = odd.map(|check| language.oddity(check.oddity, check.weekday)).unwrap_or_default();
        let other = fact.alternatives.iter().map(|value| language.when(value)).collect::<Vec<_>>().join(" · ");
        let from = match fact.anchor.as_str() {
            "published" => format!("“{}” → {when}, {}", fact.text, language.since_publication()),
            "mention" => format!("“{}” → {when}, {}", fact.text, language.since_mention()),
            _ => String::new(),
        };
        html! {
            <>
                <h2>{ told }</h2>
                <dl>{ row(language.worked_out(), from) }{ row(language.look_twice(), odd) }{ row(language.or_else(), other) }{ why(language, &fact.why, fact.sure) }{ row(language.value(), fact.value.clone()) }</dl>
            </>
        }
    }

    fn statement(&self, fact: &StatementFact) -> Html {
        let language = self.ui.language;
        let speaker = if fact.speaker.is_empty() { language.unknown_speaker() } else { &fact.speaker };
        let act = language.act(fact.act);
        let cue = if act.is_empty() { fact.cue.clone() } else { format!("{} · {act}", fact.cue) };
        let citation =
            format!("{speaker}: “{}” ({}, {})", fact.text, self.outlet, language.when(&self.facts.published));
        html! {
            <>
                <h2>{ speaker.to_owned() }</h2>
                <blockquote>{ &fact.text }</blockquote>
                <dl>
                    { row(language.statement_kind(fact.kind), cue) }
                    { row(language.medium(), fact.medium.clone()) }
                    { row(language.speaker(), language.reference(fact.reference).to_owned()) }
                    { why(language, &fact.why, fact.sure) }
                </dl>
                { self.field(language.correct_speaker(), &fact.text, Correction::Speaker) }
                <button type="button" class="link" onclick={self.ui.asks(Command::Copy(citation))}>{ language.copy_citation() }</button>
            </>
        }
    }

    /// A field for what is right; it counts when the reader leaves it or presses Enter.
    fn field(&self, name: &'static str, of: &str, make: fn(String, String) -> Correction) -> Html {
        let of = of.to_owned();
        let onchange = self.ui.send.reform(move |event: Event| {
            let right = event.target_unchecked_into::<HtmlInputElement>().value();
            Action::Correct(make(of.clone(), right.trim().to_owned()))
        });
        html! { <input class="fix" type="text" placeholder={name} aria-label={name} {onchange} /> }
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
            <section class="card" data-testid="card" data-of={layer.name()} aria-live="polite" aria-label={language.layer(layer)}>
                <header>
                    <span class="kind">{ language.layer(layer) }</span>
                    { self.steps() }
                    { self.ui.sign("×", language.close(), Action::Focus(None)) }
                </header>
                { body }
                { for self.around() }
            </section>
        }
    }
}
