//! The walk of one text, from characters to facts.

use crate::article::Article;
use crate::entity::{self, Entities};
use crate::figure::{self, Figure};
use crate::lang::Language;
use crate::statement::{self, Statement};
use crate::text::document::Document;
use crate::text::furniture;
use crate::text::header::{self, Header};
use crate::time::{self, Times};

/// Everything found in one article.
#[derive(Clone, Debug, Default)]
pub struct Analysis {
    /// The article's name.
    pub name: String,
    /// The headline: told, or the text's first line.
    pub title: String,
    /// The outlet: told, or read from the text; empty when unknown.
    pub outlet: String,
    /// Tag of the language whose rules were used ("id").
    pub language: &'static str,
    /// The text, cut up.
    pub document: Document,
    /// Where title, outlet and date line stand in the text.
    pub header: Header,
    /// Who and what is named.
    pub entities: Entities,
    /// When.
    pub times: Times,
    /// How many.
    pub figures: Vec<Figure>,
    /// Who said what.
    pub statements: Vec<Statement>,
}

/// Finds the facts of one article.
///
/// Total and deterministic: any text gives an analysis, the same text always the same one.
///
/// ```
/// use silang_core::{Article, Language, analyze};
/// let article = Article::new("contoh.txt", "Presiden tiba di Jakarta.");
/// let analysis = analyze(&Language::indonesian(), &article);
/// assert_eq!(analysis.document.text(), article.text);
/// ```
pub fn analyze(language: &Language, article: &Article) -> Analysis {
    analyze_with(language, article, &mut Memory::default())
}

/// What reading one article leaves for reading the next one faster; what is found does not depend on it.
///
/// It belongs to the language it was first used with, and takes a few megabytes at most.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    words: entity::memory::WordMemory,
}

/// The same as [`analyze`], faster where many articles are read one after the other.
pub fn analyze_with(language: &Language, article: &Article, memory: &mut Memory) -> Analysis {
    let mut document = Document::new(&language.text, &article.text);
    let furniture = furniture::find(&language.furniture, &document);
    document.furnish(furniture);
    let header = header::read(&language.header, &document);
    let entities = entity::find_with(&language.entity, &document, &mut memory.words);
    let times = time::find(&language.time, &document, &header, article.published);
    let figures = figure::find(&language.figure, &document, &times.expressions);
    let statements = statement::find(&language.statement, &document, &entities, &times.expressions);
    let told = |told: &Option<String>, read: Option<crate::Span>| {
        told.clone().or_else(|| read.map(|span| document.slice(span).to_owned())).unwrap_or_default()
    };
    Analysis {
        name: article.name.clone(),
        title: told(&article.title, header.title),
        outlet: told(&article.outlet, header.outlet),
        language: language.tag,
        document,
        header,
        entities,
        times,
        figures,
        statements,
    }
}
