//! Who, where, when, how many, what was said × which article.

use silang_core::compare::Role;
use silang_core::facts::{DifferenceFact, DocAt};
use yew::prelude::*;

use crate::order;
use crate::state::action::Action;
use crate::state::parts::Filter;
use crate::view::compare::ground::Ground;
use crate::view::html::html;
use crate::view::layer::Layer;
use crate::view::part::Show;

/// The matrix.
#[derive(PartialEq)]
pub struct Matrix {
    /// What is compared.
    pub ground: Ground,
    /// Which lines are shown.
    pub filter: Filter,
}

/// One line of the matrix.
struct Line {
    name: String,
    entity: Option<String>,
    value: Option<String>,
    cells: Vec<Vec<DocAt>>,
}

impl Line {
    fn new(docs: &[String], name: String, places: impl Iterator<Item = DocAt>) -> Self {
        let mut cells = vec![Vec::new(); docs.len()];
        for place in places {
            if let Some(cell) = docs.iter().position(|doc| *doc == place.doc).and_then(|at| cells.get_mut(at)) {
                cell.push(place);
            }
        }
        Self { name, entity: None, value: None, cells }
    }

    /// How many articles have it.
    fn articles(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }

    fn count(&self) -> usize {
        self.cells.iter().map(Vec::len).sum()
    }

    fn fits(&self, filter: Filter, differences: &[DifferenceFact]) -> bool {
        match filter {
            Filter::All => true,
            Filter::Shared => self.articles() == self.cells.len(),
            Filter::Only => self.articles() == 1,
            Filter::Different => differences.iter().flat_map(|fact| &fact.values).any(|told| self.has(&told.place)),
        }
    }

    /// Whether one of its places shares letters with this one.
    fn has(&self, place: &DocAt) -> bool {
        let meets = |own: &DocAt| own.doc == place.doc && own.at.start < place.at.end && own.at.end > place.at.start;
        self.cells.iter().flatten().any(meets)
    }
}

impl Matrix {
    fn entities(&self, layer: Layer) -> Vec<Line> {
        let own = self.ground.found.facts.entities.iter().filter(|entity| Layer::from(entity.kind) == layer);
        let line = own.map(|entity| Line {
            entity: Some(entity.name.clone()),
            ..Line::new(&self.ground.docs, entity.name.clone(), entity.mentions.iter().cloned())
        });
        line.collect()
    }

    fn times(&self) -> Vec<Line> {
        let line = |moment: &silang_core::facts::MomentFact| {
            let told = moment.items.iter().filter(|item| item.role != Role::Published).map(|item| item.place.clone());
            let name = self.ground.ui.language.when(&moment.value);
            Line { value: Some(moment.value.clone()), ..Line::new(&self.ground.docs, name, told) }
        };
        self.ground.found.facts.timeline.iter().map(line).collect()
    }

    fn figures(&self) -> Vec<Line> {
        let mut figures: Vec<(String, Vec<DocAt>)> = Vec::new();
        for doc in &self.ground.docs {
            let facts = self.ground.library.get(doc).and_then(|article| article.facts.clone());
            for fact in facts.iter().flat_map(|facts| facts.figures.iter()) {
                let name = fact.text.to_ascii_lowercase();
                let place = DocAt { doc: doc.clone(), at: fact.at };
                match figures.iter_mut().find(|(other, _)| *other == name) {
                    Some((_, places)) => places.push(place),
                    None => figures.push((name, vec![place])),
                }
            }
        }
        figures.into_iter().map(|(name, places)| Line::new(&self.ground.docs, name, places.into_iter())).collect()
    }

    fn utterances(&self) -> Vec<Line> {
        let line = |places: &Vec<DocAt>| {
            let name = places.first().map(|place| self.ground.library.text(place).to_owned()).unwrap_or_default();
            Line::new(&self.ground.docs, name, places.iter().cloned())
        };
        let together = &self.ground.found.facts.statements;
        let mut lines: Vec<Line> = together.iter().map(line).collect();
        if self.filter == Filter::Only {
            lines.extend(self.said_once().iter().map(|place| line(&vec![place.clone()])));
        }
        lines
    }

    /// The statements that only one article has.
    fn said_once(&self) -> Vec<DocAt> {
        let mut once = Vec::new();
        for doc in &self.ground.docs {
            let facts = self.ground.library.get(doc).and_then(|article| article.facts.clone());
            let said = facts.iter().flat_map(|facts| facts.statements.iter());
            once.extend(said.map(|fact| DocAt { doc: doc.clone(), at: fact.at }));
        }
        once.retain(|place| !self.ground.found.facts.statements.iter().any(|places| places.contains(place)));
        once
    }

    fn cell(&self, doc: &str, places: &[DocAt]) -> Html {
        let inside = places.first().map(|first| self.ground.link(first, html! { { places.len() } }));
        html! { <td key={doc.to_owned()} data-heat={places.len().min(5).to_string()}>{ for inside }</td> }
    }

    fn line(&self, line: &Line) -> Html {
        let cells = self.ground.docs.iter().zip(&line.cells).map(|(doc, places)| self.cell(doc, places));
        html! {
            <tr key={line.name.clone()} data-entity={line.entity.clone()} data-value={line.value.clone()}>
                <th scope="row"><span>{ &line.name }</span></th>{ for cells }
            </tr>
        }
    }

    /// Lines of one kind, those of most articles first; none when no line fits the filter.
    fn group(&self, of: &'static str, name: &'static str, mut lines: Vec<Line>) -> Html {
        lines.retain(|line| line.count() > 0 && line.fits(self.filter, &self.ground.found.facts.differences));
        if of != "time" {
            order::sort_by_key(&mut lines, |line| std::cmp::Reverse((line.articles(), line.count())));
        }
        if lines.is_empty() {
            return Html::default();
        }
        let span = (self.ground.docs.len() + 1).to_string();
        html! {
            <tbody key={name} data-of={of}>
                <tr class="group"><th colspan={span} scope="rowgroup">{ name }</th></tr>
                { for lines.iter().map(|line| self.line(line)) }
            </tbody>
        }
    }

    fn filters(&self) -> Html {
        let language = self.ground.ui.language;
        let chip = |filter: Filter| {
            let pressed = (filter == self.filter).to_string();
            let onclick = self.ground.ui.on(Action::Filter(filter));
            html! { <button key={language.filter(filter)} type="button" class="chip" aria-pressed={pressed} {onclick}>{ language.filter(filter) }</button> }
        };
        html! { <div class="filters" role="group">{ for [Filter::All, Filter::Shared, Filter::Only, Filter::Different].map(chip) }</div> }
    }
}

impl Show for Matrix {
    fn show(&self) -> Html {
        let language = self.ground.ui.language;
        let head = |doc: &String| html! { <th key={doc.clone()} scope="col" title={doc.clone()}>{ self.ground.outlet(doc) }</th> };
        let names = [Layer::Person, Layer::Organization, Layer::Location];
        let names = names.map(|layer| self.group(layer.name(), language.layer(layer), self.entities(layer)));
        html! {
            <>
                { self.filters() }
                <div class="scroll" tabindex="0">
                    <table class="matrix">
                        <thead><tr><td />{ for self.ground.docs.iter().map(head) }</tr></thead>
                        { for names }
                        { self.group("time", language.layer(Layer::Time), self.times()) }
                        { self.group("figure", language.figures(), self.figures()) }
                        { self.group("statement", language.utterances(), self.utterances()) }
                    </table>
                </div>
            </>
        }
    }
}
