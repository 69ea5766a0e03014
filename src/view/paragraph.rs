//! One paragraph of the open article, with its marks.

use silang_core::Span;
use silang_core::facts::Facts;
use yew::prelude::*;

use crate::layout::{Block, MarkRef, Node};
use crate::shared::Shared;
use crate::view::layer::{Layer, Layers};
use crate::words::Language;

/// What a paragraph needs.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The article's text.
    pub text: AttrValue,
    /// What was found in it.
    pub facts: Shared<Facts>,
    /// The article's blocks.
    pub blocks: Shared<Vec<Block>>,
    /// Which of them this is.
    pub index: usize,
    /// The layers switched off.
    pub hidden: Layers,
    /// The mark with an open card, if it is in this paragraph.
    pub focus: Option<MarkRef>,
    /// Language of the interface.
    pub language: Language,
}

/// What the marks of one paragraph need.
struct Pen<'a> {
    props: &'a Props,
}

impl Pen<'_> {
    fn nodes(&self, nodes: &[Node]) -> Html {
        nodes.iter().map(|node| self.node(node)).collect()
    }

    fn node(&self, node: &Node) -> Html {
        match node {
            Node::Text(range) => {
                let part = Span::new(range.start, range.end).of(&self.props.text);
                Html::from(part)
            }
            Node::Mark(mark, inside) => self.mark(*mark, self.nodes(inside)),
        }
    }

    fn mark(&self, mark: MarkRef, inside: Html) -> Html {
        let Some(found) = Found::of(mark, &self.props.facts) else { return inside };
        let layer = found.layer.filter(|&layer| !self.props.hidden.has(layer)).map(Layer::name);
        html! {
            <span
                data-layer={layer}
                data-mark={mark.key()}
                data-entity={found.entity}
                data-value={found.value}
                data-speaker={found.speaker}
                data-unsure={(!found.sure).then_some("")}
                class={classes!(found.layer.is_none().then_some("aside"), (self.props.focus == Some(mark)).then_some("pinned"))}
            >{ inside }</span>
        }
    }
}

/// What the attributes of a mark tell.
#[derive(Default)]
struct Found {
    layer: Option<Layer>,
    entity: Option<AttrValue>,
    value: Option<AttrValue>,
    speaker: Option<AttrValue>,
    sure: bool,
}

impl Found {
    fn of(mark: MarkRef, facts: &Facts) -> Option<Self> {
        let text = |text: &String| Some(AttrValue::from(text.clone()));
        Some(match mark {
            MarkRef::Furniture(_) => Self { sure: true, ..Self::default() },
            MarkRef::Statement(index) => {
                let fact = facts.statements.get(index)?;
                Self { layer: Some(Layer::Statement), speaker: text(&fact.speaker), sure: fact.sure, ..Self::default() }
            }
            MarkRef::Time(index) => {
                let fact = facts.times.get(index)?;
                Self { layer: Some(Layer::Time), value: text(&fact.value), sure: fact.sure, ..Self::default() }
            }
            MarkRef::Mention(index) => {
                let fact = facts.mentions.get(index)?;
                Self { layer: Some(fact.kind.into()), entity: text(&fact.entity), sure: fact.sure, ..Self::default() }
            }
        })
    }
}

/// The initials of the paragraph's speakers: "JP, VP".
fn speakers(props: &Props, block: &Block) -> String {
    let mut names: Vec<&str> = Vec::new();
    for fact in block.statements.iter().filter_map(|&index| props.facts.statements.get(index)) {
        if !names.contains(&fact.speaker.as_str()) {
            names.push(&fact.speaker);
        }
    }
    names.into_iter().map(initials).collect::<Vec<_>>().join(" · ")
}

fn initials(name: &str) -> String {
    let first = |word: &str| word.chars().next().filter(|c| c.is_alphanumeric());
    let letters: String = name.split_whitespace().filter_map(first).take(3).flat_map(char::to_uppercase).collect();
    if letters.is_empty() { "?".to_owned() } else { letters }
}

/// A paragraph.
#[component(Paragraph)]
pub fn paragraph(props: &Props) -> Html {
    let Some(block) = props.blocks.get(props.index) else { return Html::default() };
    let inside = Pen { props }.nodes(&block.nodes);
    let at = block.range.start.to_string();
    if block.headline {
        return html! { <h1 data-at={at}>{ inside }</h1> };
    }
    let speaks = (!block.statements.is_empty() && !props.hidden.has(Layer::Statement)).then(|| speakers(props, block));
    html! { <p data-at={at} data-says={speaks}>{ inside }</p> }
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
