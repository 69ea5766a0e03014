//! Who, where, when, how many × which article.

use silang_core::facts::{ComparisonFacts, DocAt};
use yew::prelude::*;

use crate::library::Library;
use crate::shared::Shared;
use crate::view::compare::place;
use crate::view::layer::Layer;
use crate::words::Language;

/// What the matrix needs.
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

/// One line of the matrix.
struct Line {
    name: String,
    layer: Layer,
    cells: Vec<Vec<DocAt>>,
}

fn cells(docs: &[String], places: &[DocAt]) -> Vec<Vec<DocAt>> {
    docs.iter().map(|doc| places.iter().filter(|place| place.doc == *doc).cloned().collect()).collect()
}

fn lines(props: &Props) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for entity in &props.comparison.entities {
        let cells = cells(&props.docs, &entity.mentions);
        lines.push(Line { name: entity.name.clone(), layer: entity.kind.into(), cells });
    }
    let articles = |line: &Line| line.cells.iter().filter(|cell| !cell.is_empty()).count();
    lines.sort_by_key(|line| {
        (line.layer, std::cmp::Reverse((articles(line), line.cells.iter().map(Vec::len).sum::<usize>())))
    });
    lines
}

fn cell(props: &Props, doc: &str, places: &[DocAt]) -> Html {
    let inside = match places.first() {
        None => html! { <span class="none" aria-hidden="true">{ "·" }</span> },
        Some(first) => place::link(first, &props.onshow, html! { { places.len() } }),
    };
    html! { <td key={doc.to_owned()} data-heat={places.len().min(5).to_string()}>{ inside }</td> }
}

fn line(props: &Props, line: &Line) -> Html {
    html! {
        <tr key={format!("{}{}", line.layer.name(), line.name)} data-of={line.layer.name()} data-entity={line.name.clone()}>
            <th scope="row">{ &line.name }</th>
            { for props.docs.iter().zip(&line.cells).map(|(doc, places)| cell(props, doc, places)) }
        </tr>
    }
}

/// The matrix.
#[component(Matrix)]
pub fn matrix(props: &Props) -> Html {
    let head = |doc: &String| html! { <th key={doc.clone()} scope="col">{ place::outlet(&props.library, doc) }</th> };
    let lines = lines(props);
    html! {
        <div class="scroll">
            <table class="matrix">
                <thead><tr><td />{ for props.docs.iter().map(head) }</tr></thead>
                <tbody>{ for lines.iter().map(|one| line(props, one)) }</tbody>
            </table>
        </div>
    }
}
