//! The articles, grouped by the event that they tell.

use yew::prelude::*;

use crate::library::{Article, Origin};
use crate::listing::{Heading, Listing, Part};
use crate::route::Route;
use crate::shared::Shared;
use crate::state::action::Action;
use crate::view::html::html;
use crate::view::part::{Show, keyed};
use crate::view::ui::Ui;
use crate::words::Language;

/// The list of articles.
#[derive(PartialEq)]
pub struct LibraryList {
    /// Its parts.
    pub listing: Shared<Listing>,
    /// Whether every line is shown in full, in view or not.
    pub full: bool,
    /// Names of the articles that are read or compared.
    pub open: Vec<String>,
    /// The articles ticked for comparing.
    pub picked: Shared<Vec<String>>,
    /// The parts of the list that are in view, or near.
    pub near: (usize, usize),
    /// Whether the site's articles can be put out of the way, or back.
    pub alone: Option<bool>,
    /// How many articles come when the reader gets there.
    pub unlisted: usize,
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

/// A part of the list.
#[derive(PartialEq)]
struct Section {
    part: Part,
    open: Vec<String>,
    picked: Vec<String>,
    /// Whether each line is shown in full; else it is only there to be found and to be scrolled past.
    full: bool,
    ui: Ui,
}

impl Section {
    fn heading(&self) -> Html {
        let language = self.ui.language;
        match self.part.heading {
            Heading::None => Html::default(),
            Heading::All => html! { <h2>{ language.articles() }</h2> },
            Heading::Alone => html! { <h2>{ language.single() }</h2> },
            Heading::Event => {
                let docs = self.part.articles.iter().map(|article| article.source.name.clone()).collect();
                html! {
                    <h2>
                        <span>{ language.article_count(self.part.articles.len()) }</span>
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

impl Show for Section {
    fn show(&self) -> Html {
        let class = if self.part.heading == Heading::None { "event on" } else { "event" };
        html! { <section {class}>{ self.heading() }<ul>{ for self.part.articles.iter().map(|article| self.row(article)) }</ul></section> }
    }
}

impl LibraryList {
    fn section(&self, (number, part): (usize, &Part)) -> Html {
        let has = |names: &[String]| -> Vec<String> {
            names.iter().filter(|name| part.articles.iter().any(|one| one.source.name == **name)).cloned().collect()
        };
        let (open, picked) = (has(&self.open), has(&self.picked));
        let (first, last) = self.near;
        let full = self.full || (first..=last).contains(&number);
        let key = part.articles.first().map(|article| article.source.name.clone()).unwrap_or_default();
        keyed(key, Section { part: part.clone(), open, picked, full, ui: self.ui.clone() })
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
        let sections: Vec<Html> = self.listing.parts.iter().enumerate().map(|part| self.section(part)).collect();
        html! {
            <nav class="library" data-testid="library" aria-label={language.articles()}>
                <div>{ for sections }</div>
                { self.alone.map(|alone| self.ui.link(if alone { language.without_seeds() } else { language.with_seeds() }, "alone", Action::Alone(alone))) }
                { (self.unlisted > 0).then(|| html! { <p class="more">{ language.more(self.unlisted) }</p> }) }
                { (self.picked.len() > 1).then(|| self.compare_picked()) }
            </nav>
        }
    }
}
