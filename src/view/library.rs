//! The articles, grouped by the event that they tell.

use silang_core::facts::ComparisonFacts;
use yew::prelude::*;

use crate::engine::protocol::Compared;
use crate::library::{Article, Library, Origin};
use crate::order;
use crate::route::Route;
use crate::shared::Shared;
use crate::state::action::Action;
use crate::state::{FULL, PART};
use crate::view::html::html;
use crate::view::part::{Show, keyed};
use crate::view::ui::Ui;
use crate::words::Language;

/// The list of articles.
#[derive(PartialEq)]
pub struct LibraryList {
    /// The articles.
    pub library: Shared<Library>,
    /// The comparison of all of them, once it is there.
    pub whole: Option<Shared<Compared>>,
    /// Names of the articles that are read or compared.
    pub open: Vec<String>,
    /// The articles ticked for comparing.
    pub picked: Shared<Vec<String>>,
    /// The parts of the list that are in view, or near.
    pub near: (usize, usize),
    /// Language and callbacks.
    pub ui: Ui,
}

/// One article of the list.
#[derive(PartialEq)]
struct Row {
    article: Shared<Article>,
    open: bool,
    picked: bool,
    ui: Ui,
}

fn counts(article: &Article, language: Language) -> Html {
    let told = match &article.brief {
        _ if article.failed => language.skipped().to_owned(),
        _ if !article.read => language.reading().to_owned(),
        brief => language.counts(brief.names, brief.times, brief.statements),
    };
    html! { <span class="counts">{ told }</span> }
}

impl Show for Row {
    fn show(&self) -> Html {
        let (article, language) = (&self.article, self.ui.language);
        let name = &article.source.name;
        let published = language.when(article.published());
        html! {
            <li data-doc={name.clone()} class={self.open.then_some("open")}>
                <input type="checkbox" checked={self.picked} onclick={self.ui.on(Action::Pick(name.clone()))}
                    aria-label={format!("{}: {}", language.compare(), article.title())} />
                <a href={Route::Read(Some(name.clone())).fragment()} aria-current={self.open.then_some("true")}>
                    <span class="title">{ article.title() }</span>
                    <span class="meta">
                        <span>{ article.outlet() }</span>
                        <time>{ published }</time>
                        { counts(article, language) }
                    </span>
                </a>
                { (article.origin != Origin::Seed).then(|| self.ui.sign("×", language.remove(), Action::Remove(name.clone()))) }
            </li>
        }
    }
}

/// A part of the list: the articles of an event, or some of those that stand alone.
#[derive(PartialEq)]
struct Part {
    heading: Heading,
    articles: Vec<Shared<Article>>,
    open: Vec<String>,
    picked: Vec<String>,
    /// Whether each line is shown in full; else it is only there to be found and to be scrolled past.
    full: bool,
    ui: Ui,
}

#[derive(Clone, Copy, PartialEq)]
enum Heading {
    /// How many tell this event.
    Event,
    /// These stand alone.
    Alone,
    /// These are all there are.
    All,
    /// It goes on.
    None,
}

impl Part {
    fn heading(&self) -> Html {
        let language = self.ui.language;
        match self.heading {
            Heading::None => Html::default(),
            Heading::All => html! { <h2>{ language.articles() }</h2> },
            Heading::Alone => html! { <h2>{ language.single() }</h2> },
            Heading::Event => {
                let docs = self.articles.iter().map(|article| article.source.name.clone()).collect();
                html! {
                    <h2>
                        <span>{ language.article_count(self.articles.len()) }</span>
                        <a class="link" href={Route::Compare(docs).fragment()}>{ language.compare() }</a>
                    </h2>
                }
            }
        }
    }

    fn row(&self, article: &Shared<Article>) -> Html {
        let doc = &article.source.name;
        if !self.full {
            return html! { <li key={doc.clone()} data-doc={doc.clone()} class="far">{ article.title() }</li> };
        }
        let (open, picked) = (self.open.contains(doc), self.picked.contains(doc));
        keyed(doc.clone(), Row { article: article.clone(), open, picked, ui: self.ui.clone() })
    }
}

impl Show for Part {
    fn show(&self) -> Html {
        html! { <section class="event">{ self.heading() }<ul>{ for self.articles.iter().map(|article| self.row(article)) }</ul></section> }
    }
}

type Articles = Vec<Shared<Article>>;

/// Articles by event, the largest first; those that stand alone come last, together.
fn groups(library: &Library, whole: Option<&ComparisonFacts>) -> (Vec<Articles>, Articles) {
    let events = whole.map(|whole| whole.events.as_slice()).unwrap_or_default();
    let mut alone = vec![true; library.articles.len()];
    let mut together: Vec<Articles> = Vec::new();
    for event in events.iter().filter(|event| event.len() > 1) {
        let places: Vec<usize> = event.iter().filter_map(|doc| library.place(doc)).collect();
        places.iter().for_each(|&place| alone[place] = false);
        together.push(places.iter().filter_map(|&place| library.articles.get(place)).cloned().collect());
    }
    order::sort_by_key(&mut together, |event| std::cmp::Reverse(event.len()));
    let alone = library.articles.iter().zip(alone).filter(|(_, alone)| *alone);
    (together, alone.map(|(article, _)| article.clone()).collect())
}

impl LibraryList {
    fn part(&self, number: usize, heading: Heading, articles: Articles) -> Html {
        let has = |names: &[String]| -> Vec<String> {
            names.iter().filter(|name| articles.iter().any(|one| one.source.name == **name)).cloned().collect()
        };
        let (open, picked) = (has(&self.open), has(&self.picked));
        let (first, last) = self.near;
        let full = self.library.articles.len() <= FULL || (first..=last).contains(&number);
        let key = articles.first().map(|article| article.source.name.clone()).unwrap_or_default();
        keyed(key, Part { heading, articles, open, picked, full, ui: self.ui.clone() })
    }

    /// The parts of the list, in order.
    fn parts(&self) -> Vec<Html> {
        let (together, alone) = groups(&self.library, self.whole.as_deref().map(|whole| &whole.facts));
        let first = if together.is_empty() { Heading::All } else { Heading::Alone };
        let alone = alone
            .chunks(PART)
            .enumerate()
            .map(|(number, some)| (if number == 0 { first } else { Heading::None }, some.to_vec()));
        let parts = together.into_iter().map(|event| (Heading::Event, event)).chain(alone);
        parts.enumerate().map(|(number, (heading, articles))| self.part(number, heading, articles)).collect()
    }

    fn compare_picked(&self) -> Html {
        let language = self.ui.language;
        let told = format!("{} {}", language.compare(), language.article_count(self.picked.len()));
        html! { <a class="button primary" href={Route::Compare(self.picked.to_vec()).fragment()}>{ told }</a> }
    }
}

impl Show for LibraryList {
    fn show(&self) -> Html {
        let language = self.ui.language;
        html! {
            <nav class="library" data-testid="library" aria-label={language.articles()}>
                <div>{ for self.parts() }</div>
                { (self.picked.len() > 1).then(|| self.compare_picked()) }
            </nav>
        }
    }
}
