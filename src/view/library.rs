//! The articles, grouped by the event that they tell.

use std::collections::BTreeSet;
use std::rc::Rc;

use silang_core::facts::ComparisonFacts;
use yew::prelude::*;

use crate::library::{Article, Library, Origin};
use crate::route::Route;
use crate::shared::Shared;
use crate::words::Language;

/// What the list needs.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The articles.
    pub library: Shared<Library>,
    /// The comparison of all of them, once it is there.
    pub whole: Option<Shared<ComparisonFacts>>,
    /// Name of the open article.
    pub open: Option<AttrValue>,
    /// The articles ticked for comparing.
    pub picked: Shared<BTreeSet<String>>,
    /// Language of the interface.
    pub language: Language,
    /// Told the article to tick or untick.
    pub onpick: Callback<String>,
    /// Told the article to remove.
    pub onremove: Callback<String>,
}

#[derive(Clone, PartialEq, Properties)]
struct RowProps {
    article: Rc<Article>,
    open: bool,
    picked: bool,
    language: Language,
    onpick: Callback<String>,
    onremove: Callback<String>,
}

fn counts(article: &Article, language: Language) -> Html {
    let Some(facts) = &article.facts else {
        let state = if article.failed { language.nothing() } else { language.reading() };
        return html! { <span class="counts">{ state }</span> };
    };
    let names: BTreeSet<_> = facts.mentions.iter().map(|mention| &mention.entity).collect();
    let counts = format!("{} · {} · {}", names.len(), facts.times.len(), facts.statements.len());
    html! { <span class="counts" title={language.counts_hint()}>{ counts }</span> }
}

/// One article of the list.
#[component(Row)]
fn row(props: &RowProps) -> Html {
    let (article, language) = (&props.article, props.language);
    let name = article.source.name.clone();
    let onchange = props.onpick.reform({
        let name = name.clone();
        move |_| name.clone()
    });
    let onremove = props.onremove.reform({
        let name = name.clone();
        move |_| name.clone()
    });
    let address = Route::Read(Some(name.clone())).fragment();
    let published = language.when(article.published());
    html! {
        <li data-doc={name.clone()} class={classes!(props.open.then_some("open"))}>
            <input type="checkbox" checked={props.picked} {onchange} aria-label={format!("{}: {}", language.compare(), article.title())} />
            <a href={address} aria-current={props.open.then_some("true")}>
                <span class="title">{ article.title() }</span>
                <span class="meta">
                    <span>{ article.outlet() }</span>
                    if !published.is_empty() { <time datetime={article.published().to_owned()}>{ published }</time> }
                    { counts(article, language) }
                </span>
            </a>
            if article.origin != Origin::Seed {
                <button type="button" class="icon" aria-label={format!("{}: {name}", language.remove())} title={language.remove()} onclick={onremove}>{ "×" }</button>
            }
        </li>
    }
}

/// Articles that tell one event; `compare` is the address of their comparison.
struct Group {
    docs: Vec<String>,
}

/// The events in the order of their first articles; what was not compared yet stands alone.
fn groups(library: &Library, whole: Option<&ComparisonFacts>) -> Vec<Group> {
    let mut events: Vec<Vec<String>> = whole.map(|whole| whole.events.clone()).unwrap_or_default();
    let seen: BTreeSet<String> = events.iter().flatten().cloned().collect();
    let rest = library.articles.iter().map(|article| &article.source.name).filter(|name| !seen.contains(*name));
    let rest: Vec<String> = rest.cloned().collect();
    let mut single: Vec<String> = Vec::new();
    events.retain(|event| {
        if event.len() == 1 {
            single.extend(event.iter().cloned());
        }
        event.len() > 1
    });
    single.extend(rest);
    events.sort_by_key(|event| std::cmp::Reverse(event.len()));
    if !single.is_empty() {
        events.push(single);
    }
    events.into_iter().map(|docs| Group { docs }).collect()
}

fn heading(props: &Props, group: &Group, alone: bool) -> Html {
    let language = props.language;
    if alone {
        return html! { <h2>{ language.single() }</h2> };
    }
    let address = Route::Compare(group.docs.clone()).fragment();
    html! {
        <h2>
            <span>{ language.article_count(group.docs.len()) }</span>
            <a class="link" href={address}>{ language.compare() }</a>
        </h2>
    }
}

fn group(props: &Props, group: &Group) -> Html {
    let events = props.whole.as_deref().map(|whole| whole.events.as_slice()).unwrap_or_default();
    let alone = !events.contains(&group.docs) || group.docs.len() < 2;
    let row = |doc: &String| {
        let article = props.library.get(doc)?;
        Some(html! {
            <Row
                key={doc.clone()}
                article={Rc::clone(article)}
                open={props.open.as_deref() == Some(doc)}
                picked={props.picked.contains(doc)}
                language={props.language}
                onpick={props.onpick.clone()}
                onremove={props.onremove.clone()}
            />
        })
    };
    html! {
        <section key={group.docs.join(",")} class="event">
            { heading(props, group, alone) }
            <ul>{ for group.docs.iter().filter_map(row) }</ul>
        </section>
    }
}

/// The list of articles.
#[component(LibraryList)]
pub fn library_list(props: &Props) -> Html {
    let groups = groups(&props.library, props.whole.as_deref());
    let picked: Vec<String> = props
        .library
        .articles
        .iter()
        .map(|a| a.source.name.clone())
        .filter(|name| props.picked.contains(name))
        .collect();
    let address = Route::Compare(picked.clone()).fragment();
    html! {
        <nav class="library" data-testid="library" aria-label={props.language.articles()}>
            { for groups.iter().map(|one| group(props, one)) }
            if picked.len() > 1 {
                <a class="button primary" href={address}>{ props.language.compare() }{ " " }{ props.language.article_count(picked.len()) }</a>
            }
        </nav>
    }
}
