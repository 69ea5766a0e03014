//! One page that stands alone: texts with their marks.

use silang_core::facts::ComparisonFacts;

use crate::export::Written;
use crate::export::comparison::{Item, Piece, Run, pieces};
use crate::layout::{self, MarkRef, Node};
use crate::view::layer::Layer;
use crate::words::Language;

const STYLE: &str = ":root{color-scheme:light dark}body{max-width:42rem;margin:3rem auto;padding:0 1rem;font:18px/1.6 Georgia,serif}\
[data-layer=person]{border-bottom:2px solid #77aadd}[data-layer=organization]{border-bottom:3px double #ee8866}\
[data-layer=location]{border-bottom:2px dotted #66bbee}[data-layer=time]{border-bottom:2px dashed #ccbb44}\
[data-layer=statement]{background:#8a97a622}article [data-layer=statement]::after{content:\" (\" attr(title) \")\";font-size:.75em;opacity:.75}\
article{margin-bottom:4rem}.meta{opacity:.75}h1{line-height:1.25}table{border-collapse:collapse;width:100%;font-size:.85em}th,td{text-align:start;vertical-align:top;padding:.2em .8em .2em 0;border-bottom:1px solid #8886}\
.key{margin-top:3rem}";

/// The page: what articles of one event have in common and where they differ, then the texts with their marks.
pub fn write(all: &[Written], found: &ComparisonFacts, language: Language) -> String {
    let compared: String = pieces(all, found, language).iter().map(piece).collect();
    let articles: String = all.iter().map(|one| article(one, language)).collect();
    let title = all.first().map_or("Silang", |one| &one.facts.title);
    let key = |layer: Layer| format!("<span data-layer=\"{}\">{}</span>", layer.name(), language.layer(layer));
    let key = Layer::ALL.map(key).join(" · ");
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{} – Silang</title>\n<style>{STYLE}</style>\n{compared}<p class=\"meta key\">{key}</p>\n{articles}</html>\n",
        language.tag(),
        escape(title),
    )
}

fn piece(piece: &Piece) -> String {
    match piece {
        Piece::Heading(rank, text) => format!("<h{rank}>{}</h{rank}>\n", escape(text)),
        Piece::Items(items) => {
            format!("<ul>\n{}</ul>\n", items.iter().map(item).collect::<String>())
        }
        Piece::Line(text) => format!("<p>{}</p>\n", escape(text)),
        Piece::Table(rows) => {
            let row = |(at, row): (usize, &Vec<String>)| {
                let cell = if at == 0 { "th" } else { "td" };
                let cells = row.iter().map(|text| format!("<{cell}>{}</{cell}>", escape(text)));
                format!("<tr>{}</tr>\n", cells.collect::<String>())
            };
            format!("<table>\n{}</table>\n", rows.iter().enumerate().map(row).collect::<String>())
        }
    }
}

fn item(Item(told, below): &Item) -> String {
    let line = |runs: &Vec<Run>| runs.iter().map(run).collect::<String>();
    let below = below.iter().map(|told| ["<li>", &line(told), "</li>"].concat()).collect::<String>();
    let below = if below.is_empty() { below } else { format!("<ul>{below}</ul>") };
    format!("<li>{}{below}</li>\n", line(told))
}

fn run(run: &Run) -> String {
    match run {
        Run::Plain(text) => escape(text),
        Run::Strong(text) => format!("<strong>{}</strong>", escape(text)),
    }
}

fn article(one: &Written, language: Language) -> String {
    let facts = &one.facts;
    let told = [facts.outlet.clone(), language.when(&facts.published)];
    let told: Vec<String> = told.into_iter().filter(|text| !text.is_empty()).collect();
    let mut out = format!("<article lang=\"id\">\n<p class=\"meta\">{}</p>\n", escape(&told.join(" · ")));
    let blocks = layout::blocks(one.text, facts);
    let own = blocks.iter().filter(|block| block.furniture.is_none()).map(|block| {
        let tag = if block.headline { "h1" } else { "p" };
        format!("<{tag}>{}</{tag}>\n", nodes(one, &block.nodes, language))
    });
    out.extend(own);
    out + "</article>\n"
}

fn nodes(one: &Written, all: &[Node], language: Language) -> String {
    let node = |node: &Node| match node {
        Node::Text(range) => escape(one.text.get(range.clone()).unwrap_or_default()),
        Node::Mark(mark, inside) => mark_around(one, *mark, &nodes(one, inside, language), language),
    };
    all.iter().map(node).collect()
}

fn mark_around(one: &Written, mark: MarkRef, inside: &str, language: Language) -> String {
    let told = match mark {
        MarkRef::Mention(index) => {
            one.facts.mentions.get(index).map(|fact| (Layer::from(fact.kind), fact.entity.clone()))
        }
        MarkRef::Time(index) => one.facts.times.get(index).map(|fact| (Layer::Time, language.when(&fact.value))),
        MarkRef::Statement(index) => {
            one.facts.statements.get(index).map(|fact| (Layer::Statement, fact.speaker.clone()))
        }
        MarkRef::Furniture(_) => None,
    };
    told.map_or_else(
        || inside.to_owned(),
        |(layer, title)| format!("<span data-layer=\"{}\" title=\"{}\">{inside}</span>", layer.name(), escape(&title)),
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
