//! A report to read.

use std::collections::BTreeMap;

use silang_core::facts::Facts;

use crate::export::Written;
use crate::view::layer::Layer;
use crate::words::Language;

/// The report.
pub fn write(all: &[Written], language: Language) -> String {
    all.iter().map(|one| article(&one.facts, language)).collect::<Vec<_>>().join("\n")
}

fn article(facts: &Facts, language: Language) -> String {
    let mut out = format!(
        "# {}\n\n{} · {} · `{}`\n",
        plain(&facts.title),
        facts.outlet,
        language.when(&facts.published),
        facts.doc
    );
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
        format!("- **{}**: {}", plain(speaker), plain(&fact.text))
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

/// Text in one line, its signs not read as Markdown.
fn plain(text: &str) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(one_line.len());
    for c in one_line.chars() {
        if matches!(c, '*' | '_' | '`' | '[' | ']' | '<' | '#' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
