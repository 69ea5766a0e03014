//! The articles, grouped by the event that they tell.

use silang_core::facts::ComparisonFacts;
use yew::prelude::*;

use crate::engine::protocol::Compared;
use crate::library::{Article, Library, Origin};
use crate::order;
use crate::route::Route;
use crate::shared::Shared;
use crate::state::action::Action;
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
    let Some(facts) = &article.facts else {
        let state = if article.failed { language.skipped() } else { language.reading() };
        return html! { <span class="counts">{ state }</span> };
    };
    html! { <span class="counts">{ language.counts(article.names, facts.times.len(), facts.statements.len()) }</span> }
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
                if article.origin != Origin::Seed {
                    { self.ui.sign("×", language.remove(), Action::Remove(name.clone())) }
                }
            </li>
        }
    }
}

/// Articles by event, the largest first; those that stand alone come last, together.
pub fn groups(library: &Library, whole: Option<&ComparisonFacts>) -> (Vec<Vec<String>>, Vec<String>) {
    let events = whole.map(|whole| whole.events.as_slice()).unwrap_or_default();
    let mut together: Vec<Vec<String>> = events.iter().filter(|event| event.len() > 1).cloned().collect();
    order::sort_by_key(&mut together, |event| std::cmp::Reverse(event.len()));
    let seen = |name: &&String| together.iter().any(|event| event.contains(name));
    let names = library.articles.iter().map(|article| &article.source.name);
    let alone = names.filter(|name| !seen(name)).cloned().collect();
    (together, alone)
}

impl LibraryList {
    fn row(&self, doc: &String) -> Html {
        let Some(article) = self.library.get(doc) else { return Html::default() };
        let row = Row {
            article: article.clone(),
            open: self.open.contains(doc),
            picked: self.picked.contains(doc),
            ui: self.ui.clone(),
        };
        keyed(doc.clone(), row)
    }

    fn group(&self, docs: &[String], heading: Html) -> Html {
        html! {
            <section key={docs.first().cloned().unwrap_or_default()} class="event">
                <h2>{ heading }</h2>
                <ul>{ for docs.iter().map(|doc| self.row(doc)) }</ul>
            </section>
        }
    }

    fn event(&self, docs: &[String]) -> Html {
        let language = self.ui.language;
        let heading = html! {
            <>
                <span>{ language.article_count(docs.len()) }</span>
                <a class="link" href={Route::Compare(docs.to_vec()).fragment()}>{ language.compare() }</a>
            </>
        };
        self.group(docs, heading)
    }
}

impl Show for LibraryList {
    fn show(&self) -> Html {
        let language = self.ui.language;
        let (together, alone) = groups(&self.library, self.whole.as_deref().map(|whole| &whole.facts));
        let picked: Vec<String> = self.picked.to_vec();
        let heading = if together.is_empty() { language.articles() } else { language.single() };
        html! {
            <nav class="library" data-testid="library" aria-label={language.articles()}>
                <div>{ for together.iter().map(|docs| self.event(docs)) }</div>
                <div>{ for (!alone.is_empty()).then(|| self.group(&alone, html! { { heading } })) }</div>
                if picked.len() > 1 {
                    <a class="button primary" href={Route::Compare(picked.clone()).fragment()}>
                        { format!("{} {}", language.compare(), language.article_count(picked.len())) }
                    </a>
                }
            </nav>
        }
    }
}
