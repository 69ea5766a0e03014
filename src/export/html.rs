//! One page that stands alone: texts with their marks.

use crate::export::Written;
use crate::layout::{self, MarkRef, Node};
use crate::view::layer::Layer;
use crate::words::Language;

const STYLE: &str = ":root{color-scheme:light dark}body{max-width:42rem;margin:3rem auto;padding:0 1rem;font:18px/1.6 Georgia,serif}\
[data-layer=person]{border-bottom:2px solid #77aadd}[data-layer=organization]{border-bottom:3px double #ee8866}\
[data-layer=location]{border-bottom:2px dotted #66bbee}[data-layer=time]{border-bottom:2px dashed #ccbb44}\
[data-layer=statement]{background:#8a97a622}article{margin-bottom:4rem}.meta{opacity:.75}";

/// The page.
pub fn write(all: &[Written], language: Language) -> String {
    let articles: String = all.iter().map(|one| article(one, language)).collect();
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>Silang</title>\n<style>{STYLE}</style>\n{articles}</html>\n",
        language.tag()
    )
}

fn article(one: &Written, language: Language) -> String {
    let facts = &one.facts;
    let mut out = format!(
        "<article lang=\"id\">\n<p class=\"meta\">{} · {}</p>\n",
        escape(&facts.outlet),
        language.when(&facts.published)
    );
    let blocks = layout::blocks(one.text, facts);
    let own = blocks.iter().filter(|block| block.furniture.is_none()).map(|block| {
        let tag = if block.headline { "h1" } else { "p" };
        format!("<{tag}>{}</{tag}>\n", nodes(one, &block.nodes))
    });
    out.extend(own);
    out + "</article>\n"
}

fn nodes(one: &Written, all: &[Node]) -> String {
    let node = |node: &Node| match node {
        Node::Text(range) => escape(one.text.get(range.clone()).unwrap_or_default()),
        Node::Mark(mark, inside) => mark_around(one, *mark, &nodes(one, inside)),
    };
    all.iter().map(node).collect()
}

fn mark_around(one: &Written, mark: MarkRef, inside: &str) -> String {
    let told = match mark {
        MarkRef::Mention(index) => one.facts.mentions.get(index).map(|fact| (Layer::from(fact.kind), &fact.entity)),
        MarkRef::Time(index) => one.facts.times.get(index).map(|fact| (Layer::Time, &fact.value)),
        MarkRef::Statement(index) => one.facts.statements.get(index).map(|fact| (Layer::Statement, &fact.speaker)),
        MarkRef::Furniture(_) => None,
    };
    told.map_or_else(
        || inside.to_owned(),
        |(layer, title)| format!("<span data-layer=\"{}\" title=\"{}\">{inside}</span>", layer.name(), escape(title)),
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
