//! A report to read.

use std::collections::BTreeMap;

use silang_core::facts::{ComparisonFacts, Facts};

use crate::export::Written;
use crate::export::comparison::{Item, Piece, Run, pieces, quoted};
use crate::view::layer::Layer;
use crate::words::Language;

/// The report: what articles of one event have in common and where they differ, then each article.
pub fn write(all: &[Written], found: &ComparisonFacts, language: Language) -> String {
    let compared = pieces(all, found, language).into_iter().map(piece);
    let articles = all.iter().map(|one| article(&one.facts, language));
    compared.chain(articles).collect::<Vec<_>>().join("\n")
}

fn piece(piece: Piece) -> String {
    match piece {
        Piece::Heading(rank, text) => format!("{} {}\n", "#".repeat(rank), plain(&text)),
        Piece::Line(text) => plain(&text) + "\n",
        Piece::Items(items) => items.iter().map(item).collect(),
        Piece::Table(rows) => {
            let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
            let row = |row: &Vec<String>| line(&row.iter().map(|cell| plain(cell)).collect::<Vec<_>>());
            let mut lines: Vec<String> = rows.iter().map(row).collect();
            let width = rows.first().map_or(0, Vec::len);
            lines.insert(1.min(lines.len()), line(&vec!["---".to_owned(); width]));
            lines.concat()
        }
    }
}

fn item(Item(told, below): &Item) -> String {
    let below = below.iter().map(|told| ["    - ", &runs(told), "\n"].concat());
    ["- ", &runs(told), "\n"].concat() + &below.collect::<String>()
}

fn runs(item: &[Run]) -> String {
    let run = |run: &Run| match run {
        Run::Plain(text) => plain(text),
        Run::Strong(text) => ["**", plain(text).trim(), "**"].concat(),
    };
    item.iter().map(run).collect()
}

fn article(facts: &Facts, language: Language) -> String {
    let published = language.when(&facts.published);
    let told = [plain(&facts.outlet), published, ["`", &facts.doc, "`"].concat()];
    let told: Vec<String> = told.into_iter().filter(|text| !text.is_empty()).collect();
    let mut out = format!("# {}\n\n{}\n", plain(&facts.title), told.join(" · "));
    for layer in [Layer::Person, Layer::Organization, Layer::Location] {
        let mut names: BTreeMap<&str, usize> = BTreeMap::new();
        for fact in facts.mentions.iter().filter(|fact| Layer::from(fact.kind) == layer) {
            *names.entry(&fact.entity).or_default() += 1;
        }
        let lines = names.iter().map(|(name, count)| format!("- {} ({count})", plain(name)));
        section(&mut out, language.layer(layer), lines);
    }
    let times = facts.times.iter().map(|fact| format!("- {} – {}", language.when(&fact.value), plain(&fact.text)));
    section(&mut out, language.layer(Layer::Time), times);
    let said = facts.statements.iter().map(|fact| {
        let speaker = if fact.speaker.is_empty() { language.unknown_speaker() } else { &fact.speaker };
        let kind = language.statement_kind(fact.kind).to_lowercase();
        let cue = if fact.cue.is_empty() { String::new() } else { format!(", “{}”", plain(&fact.cue)) };
        format!("- **{}**: {} ({kind}{cue})", plain(speaker), plain(quoted(&fact.text)))
    });
    section(&mut out, language.layer(Layer::Statement), said);
    out
}

fn section(out: &mut String, name: &str, lines: impl Iterator<Item = String>) {
    let lines: Vec<String> = lines.collect();
    if !lines.is_empty() {
        out.extend(["\n## ", name, "\n\n", &lines.join("\n"), "\n"]);
    }
}

/// Text in one line, its signs not read as Markdown; blanks at both ends stay.
fn plain(text: &str) -> String {
    let blank = |is: bool| if is { " " } else { "" };
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(one_line.len() + 2);
    out.push_str(blank(text.starts_with(' ')));
    for c in one_line.chars() {
        if matches!(c, '*' | '_' | '`' | '[' | ']' | '<' | '#' | '\\' | '|') {
            out.push('\\');
        }
        out.push(c);
    }
    out.push_str(blank(text.len() > 1 && text.ends_with(' ')));
    out
}
