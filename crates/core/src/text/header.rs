//! Title, outlet and publication date, as far as the text itself tells them.

use serde::{Deserialize, Serialize};

use crate::text::document::Document;
use crate::text::span::Span;

/// Where a publication date was learnt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PublishedFrom {
    /// From the date line under the headline.
    Header,
    /// Worked out from dates in the running text.
    Text,
    /// Told by the site or the reader.
    Manifest,
    /// Not at all.
    #[default]
    None,
}

/// Title and outlet of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// The headline, as a stretch of the text.
    pub title: Option<Span>,
    /// The outlet named by the text's own opening ("Liputan6.com, Jakarta -").
    pub outlet: Option<Span>,
    /// The line under the headline that holds the publication date.
    pub date_line: Option<Span>,
}

/// What the header layer must be told about a language.
#[derive(Clone, Debug, Default)]
pub struct Grammar {}

/// Reads title, outlet and date line; needs the document's furniture.
pub fn read(_grammar: &Grammar, document: &Document) -> Header {
    let title = document.paragraphs().first().map(|paragraph| paragraph.span);
    Header { title, outlet: None, date_line: None }
}
