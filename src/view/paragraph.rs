//! One paragraph of the open article, with its marks.

use std::rc::Rc;

use silang_core::Span;
use silang_core::facts::Facts;
use yew::prelude::*;

use crate::layout::{Block, MarkRef, Node};
use crate::library::Article;
use crate::shared::Shared;
use crate::view::html::html;
use crate::view::layer::Layer;
use crate::view::part::Show;
use crate::words::Language;

/// A paragraph.
#[derive(PartialEq)]
pub struct Paragraph {
    /// The article's text.
    pub text: Rc<str>,
    /// What was found in it.
    pub facts: Shared<Facts>,
    /// The article's blocks.
    pub blocks: Shared<Vec<Block>>,
    /// Which of them this is.
    pub index: usize,
    /// The mark with an open card, if it is in this paragraph.
    pub focus: Option<MarkRef>,
    /// Language of the interface.
    pub language: Language,
}

/// What the attributes of a mark tell.
#[derive(Default)]
struct Found {
    layer: Option<Layer>,
    entity: Option<String>,
    value: Option<String>,
    speaker: Option<String>,
    sure: bool,
}

impl Found {
    fn of(mark: MarkRef, facts: &Facts) -> Option<Self> {
        Some(match mark {
            MarkRef::Furniture(_) => Self { sure: true, ..Self::default() },
            MarkRef::Statement(index) => {
                let fact = facts.statements.get(index)?;
                let speaker = Some(fact.speaker.clone());
                Self { layer: Some(Layer::Statement), speaker, sure: fact.sure, ..Self::default() }
            }
            MarkRef::Time(index) => {
                let fact = facts.times.get(index)?;
                Self { layer: Some(Layer::Time), value: Some(fact.value.clone()), sure: fact.sure, ..Self::default() }
            }
            MarkRef::Mention(index) => {
                let fact = facts.mentions.get(index)?;
                let entity = Some(fact.entity.clone());
                Self { layer: Some(fact.kind.into()), entity, sure: fact.sure, ..Self::default() }
            }
        })
    }
}

impl Paragraph {
    fn nodes(&self, nodes: &[Node]) -> Html {
        nodes.iter().map(|node| self.node(node)).collect()
    }

    fn node(&self, node: &Node) -> Html {
        match node {
            Node::Text(range) => Html::from(Span::new(range.start, range.end).of(&self.text)),
            Node::Mark(mark, inside) => self.mark(*mark, self.nodes(inside)),
        }
    }

    fn mark(&self, mark: MarkRef, inside: Html) -> Html {
        let Some(found) = Found::of(mark, &self.facts) else { return inside };
        let class = match (found.layer, self.focus == Some(mark)) {
            (None, _) => Some("aside"),
            (Some(_), true) => Some("pinned"),
            (Some(_), false) => None,
        };
        html! {
            <span
                {class}
                data-in={found.layer.map(Layer::name)}
                data-mark={mark.key()}
                data-entity={found.entity}
                data-value={found.value}
                data-speaker={found.speaker}
                data-unsure={(!found.sure).then_some("")}
            >{ inside }</span>
        }
    }

    /// Who speaks in the paragraph: the whole name of one, initials of several.
    fn speakers(&self, block: &Block) -> String {
        let mut names: Vec<&str> = Vec::new();
        for fact in block.statements.iter().filter_map(|&index| self.facts.statements.get(index)) {
            if !names.contains(&fact.speaker.as_str()) {
                names.push(&fact.speaker);
            }
        }
        names.into_iter().map(initials).collect::<Vec<_>>().join(" · ")
    }

    /// Whether a speaker of the paragraph is unsure or unknown.
    fn unsure(&self, block: &Block) -> bool {
        let unsure =
            |&index: &usize| self.facts.statements.get(index).is_some_and(|fact| !fact.sure || fact.speaker.is_empty());
        block.statements.iter().any(unsure)
    }

    /// The dates that were worked out, for the margin.
    fn dates(&self, block: &Block) -> Option<String> {
        let worked_out = |fact: &&silang_core::facts::TimeFact| {
            block.range.contains(&fact.at.start) && !fact.anchor.is_empty() && !fact.value.is_empty()
        };
        let mut dates: Vec<String> = Vec::new();
        for fact in self.facts.times.iter().filter(worked_out) {
            let when = self.language.when(&fact.value);
            if !dates.contains(&when) {
                dates.push(when);
            }
        }
        (!dates.is_empty()).then(|| dates.join("\n"))
    }
}

/// First letters; only Latin ones are made capitals, for the tables of all scripts are large.
fn initials(name: &str) -> String {
    let is_letter = |c: &char| c.is_ascii_alphanumeric() || ('À'..'ɐ').contains(c);
    let first = |word: &str| word.chars().next().filter(is_letter);
    let letters: String = name.split_whitespace().filter_map(first).take(3).map(|c| c.to_ascii_uppercase()).collect();
    if letters.is_empty() { "?".to_owned() } else { letters }
}

impl Show for Paragraph {
    fn show(&self) -> Html {
        let Some(block) = self.blocks.get(self.index) else { return Html::default() };
        let inside = self.nodes(&block.nodes);
        let at = block.range.start.to_string();
        if block.headline {
            return html! { <h1 data-at={at}>{ inside }</h1> };
        }
        let says = (!block.statements.is_empty()).then(|| self.speakers(block));
        html! {
            <p data-at={at} data-says={says} data-says-unsure={self.unsure(block).then_some("")} data-dates={self.dates(block)}>
                { inside }
            </p>
        }
    }
}

impl Article {
    /// Its paragraph number `index`.
    pub fn paragraph(&self, index: usize, focus: Option<MarkRef>, language: Language) -> Option<Paragraph> {
        let facts = self.facts.clone()?;
        let range = self.blocks.get(index)?.range.clone();
        let here = |mark: &MarkRef| mark.range(&facts).is_some_and(|at| at.start < range.end && at.end > range.start);
        let focus = focus.filter(here);
        Some(Paragraph { text: self.source.text.clone(), blocks: self.blocks.clone(), facts, index, focus, language })
    }
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_are_short() {
        assert_eq!(initials("Jen Psaki"), "JP");
        assert_eq!(initials("pejabat intelijen AS yang tak disebut"), "PIA");
        assert_eq!(initials(""), "?");
    }
}
