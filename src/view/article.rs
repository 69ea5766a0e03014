//! The open article.

use silang_core::facts::Facts;
use silang_core::text::furniture::FurnitureKind;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use crate::dom;
use crate::layout::{self, Block, MarkRef};
use crate::shared::Shared;
use crate::state::Jump;
use crate::view::layer::Layers;
use crate::view::paragraph::Paragraph;
use crate::words::Language;

/// What the article pane needs.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The article's text.
    pub text: AttrValue,
    /// What was found in it.
    pub facts: Shared<Facts>,
    /// The layers switched off.
    pub hidden: Layers,
    /// The mark with an open card.
    pub focus: Option<MarkRef>,
    /// The place to show.
    pub jump: Option<Jump>,
    /// Language of the interface.
    pub language: Language,
    /// Told the mark that was clicked, or none.
    pub onfocus: Callback<Option<MarkRef>>,
}

/// Stretches of blocks: own ones, or furniture of one kind.
fn parts(blocks: &[Block]) -> Vec<(Option<FurnitureKind>, std::ops::Range<usize>)> {
    let mut parts: Vec<(Option<FurnitureKind>, std::ops::Range<usize>)> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        match parts.last_mut() {
            Some((kind, range)) if *kind == block.furniture => range.end = index + 1,
            _ => parts.push((block.furniture, index..index + 1)),
        }
    }
    parts
}

#[derive(Clone, PartialEq, Properties)]
struct FoldProps {
    label: AttrValue,
    open_at: Option<u32>,
    children: Html,
}

/// Furniture, folded: its text stays part of the article's, only out of sight.
#[component(Fold)]
fn fold(props: &FoldProps) -> Html {
    let open = use_state(|| false);
    {
        let open = open.setter();
        use_effect_with(props.open_at, move |at| {
            if at.is_some() {
                open.set(true);
            }
        });
    }
    let toggle = {
        let open = open.clone();
        Callback::from(move |event: MouseEvent| {
            event.stop_propagation();
            open.set(!*open);
        })
    };
    html! {
        <div class={classes!("fold", open.then_some("open"))}>
            <button type="button" data-label={&props.label} aria-label={&props.label} aria-expanded={open.to_string()} onclick={toggle} />
            <div class="folded">{ props.children.clone() }</div>
        </div>
    }
}

fn one(props: &Props, blocks: &Shared<Vec<Block>>, index: usize) -> Html {
    let block = &blocks[index];
    let inside = |mark: &MarkRef| {
        mark.range(&props.facts).is_some_and(|range| range.start < block.range.end && range.end > block.range.start)
    };
    let gap = silang_core::Span::new(block.gap.start, block.gap.end).of(&props.text);
    html! {
        <>
            <Paragraph
                text={props.text.clone()}
                facts={props.facts.clone()}
                blocks={blocks.clone()}
                {index}
                hidden={props.hidden}
                focus={props.focus.filter(inside)}
                language={props.language}
            />
            { gap }
        </>
    }
}

fn part(
    props: &Props,
    blocks: &Shared<Vec<Block>>,
    kind: Option<FurnitureKind>,
    range: std::ops::Range<usize>,
) -> Html {
    let (from, to) = (blocks[range.start].range.start, blocks[range.end - 1].range.end);
    let all: Html = range.map(|index| one(props, blocks, index)).collect();
    let Some(kind) = kind else { return all };
    let here = props.jump.filter(|jump| jump.at.start < to && jump.at.end > from);
    html! {
        <Fold label={props.language.furniture(kind)} open_at={here.map(|jump| jump.serial)}>{ all }</Fold>
    }
}

/// The open article, its text unchanged.
#[component(ArticlePane)]
pub fn article_pane(props: &Props) -> Html {
    let blocks =
        use_memo((props.text.clone(), props.facts.clone()), |(text, facts)| Shared::new(layout::blocks(text, facts)));
    let pane = use_node_ref();
    {
        let pane = pane.clone();
        use_effect_with((props.jump, props.facts.clone()), move |(jump, _)| {
            if let (Some(jump), Some(pane)) = (jump, pane.cast::<Element>()) {
                dom::show(&pane, jump.at);
            }
        });
    }
    let onclick = {
        let onfocus = props.onfocus.clone();
        Callback::from(move |event: MouseEvent| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let mark = target.and_then(|target| target.closest("[data-layer]").ok().flatten());
            onfocus.emit(mark.and_then(|mark| MarkRef::parse(&mark.get_attribute("data-mark")?)));
        })
    };
    let parts = parts(&blocks).into_iter().map(|(kind, range)| part(props, &blocks, kind, range));
    html! {
        <article ref={pane} class="article" lang="id" data-testid="article" {onclick}>{ for parts }</article>
    }
}
