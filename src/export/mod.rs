//! Writing out what was found, in forms that other programs read. Runs in the worker.

use silang_core::decimal;
use silang_core::facts::{ComparisonFacts, Facts};
use silang_core::statement::StatementKind;

use crate::corrections::{self, Correction};
use crate::order::sort_by_key;
use crate::words::Language;

mod comparison;
mod csv;
mod html;
mod json;
mod markdown;
mod webannotation;

/// A form of export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Articles and facts; can be opened again.
    Json,
    /// A row for each fact.
    Csv,
    /// A report.
    Markdown,
    /// W3C Web Annotation.
    WebAnnotation,
    /// A page that stands alone.
    Html,
}

impl Format {
    /// All forms, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Json, Self::Csv, Self::Markdown, Self::WebAnnotation, Self::Html];

    /// Whether it tells what articles have in common.
    pub fn compares(self) -> bool {
        matches!(self, Self::Markdown | Self::Html)
    }

    /// Its name in attributes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Markdown => "markdown",
            Self::WebAnnotation => "webannotation",
            Self::Html => "html",
        }
    }

    /// Its name for readers, the same in every language.
    pub fn title(self) -> &'static str {
        match self {
            Self::Json => "JSON",
            Self::Csv => "CSV",
            Self::Markdown => "Markdown",
            Self::WebAnnotation => "Web Annotation",
            Self::Html => "HTML",
        }
    }

    /// The name of a file of this form, and its media type.
    pub fn file(self) -> (&'static str, &'static str) {
        match self {
            Self::Json => ("silang.json", "application/json"),
            Self::Csv => ("silang.csv", "text/csv;charset=utf-8"),
            Self::Markdown => ("silang.md", "text/markdown;charset=utf-8"),
            Self::WebAnnotation => ("silang.jsonld", "application/ld+json"),
            Self::Html => ("silang.html", "text/html;charset=utf-8"),
        }
    }
}

/// One article as it is written out.
pub struct Written<'a> {
    text: &'a str,
    facts: Facts,
}

impl<'a> Written<'a> {
    /// An article of this text, its facts set right.
    pub fn new(text: &'a str, facts: &Facts, corrections: &[Correction]) -> Self {
        Self { text, facts: corrections::apply(facts, corrections) }
    }
}

/// The content of a file of this form; `found` is what comparing these articles has found.
pub fn write(
    format: Format,
    all: &[Written],
    found: &ComparisonFacts,
    language: Language,
    corrections: &[Correction],
) -> String {
    match format {
        Format::Json => json::write(all, corrections),
        Format::Csv => csv::write(all),
        Format::Markdown => markdown::write(all, found, language),
        Format::WebAnnotation => webannotation::write(all),
        Format::Html => html::write(all, found, language),
    }
}

/// What of a text makes a mark, whatever its layer.
struct Row<'a> {
    layer: &'static str,
    start: usize,
    end: usize,
    text: &'a str,
    /// Canonical name, value or speaker.
    value: String,
    detail: String,
    /// How a statement's words are given.
    kind: &'static str,
    sure: bool,
}

/// All facts of an article, in order of the text.
fn rows(facts: &Facts) -> Vec<Row<'_>> {
    let mut rows: Vec<Row> = Vec::new();
    for fact in &facts.mentions {
        let layer = crate::view::layer::Layer::from(fact.kind).name();
        rows.push(Row {
            layer,
            start: fact.at.start,
            end: fact.at.end,
            text: &fact.text,
            value: fact.entity.clone(),
            detail: String::new(),
            kind: "",
            sure: fact.sure,
        });
    }
    for fact in &facts.times {
        rows.push(Row {
            layer: "time",
            start: fact.at.start,
            end: fact.at.end,
            text: &fact.text,
            value: fact.value.clone(),
            detail: fact.anchor.clone(),
            kind: "",
            sure: fact.sure,
        });
    }
    for fact in &facts.statements {
        rows.push(Row {
            layer: "statement",
            start: fact.at.start,
            end: fact.at.end,
            text: &fact.text,
            value: fact.speaker.clone(),
            detail: fact.cue.clone(),
            kind: match fact.kind {
                StatementKind::Direct => "direct",
                StatementKind::Indirect => "indirect",
                StatementKind::Mixed => "mixed",
            },
            sure: fact.sure,
        });
    }
    for fact in &facts.figures {
        rows.push(Row {
            layer: "figure",
            start: fact.at.start,
            end: fact.at.end,
            text: &fact.text,
            value: decimal::plain(fact.value),
            detail: fact.unit.clone(),
            kind: "",
            sure: true,
        });
    }
    sort_by_key(&mut rows, |row| (row.start, std::cmp::Reverse(row.end)));
    rows
}

#[cfg(test)]
mod tests {
    use silang_core::{Article, Language as Core, analyze};

    use silang_core::facts::{ComparisonFacts, Facts};

    use super::{Format, Written, write};
    use crate::words::Language;

    #[test]
    fn every_form_holds_the_words_of_the_article() {
        let text = "Judul\n\nPresiden Joko Widodo tiba di “Bandung” <b>pada</b> 3 Maret 2020.\n";
        let facts = Facts::from(&analyze(&Core::indonesian(), &Article::new("a.txt", text)));
        let (all, found) = ([Written::new(text, &facts, &[])], ComparisonFacts::default());
        let written = |format| write(format, &all, &found, Language::Indonesian, &[]);
        for format in Format::ALL {
            let content = written(format);
            assert!(content.contains("3 Maret 2020"), "{format:?}: {content}");
        }
        assert!(!written(Format::Html).contains("<b>pada"));
    }
}
