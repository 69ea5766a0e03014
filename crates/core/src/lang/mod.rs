//! Languages. Each layer defines the `Grammar` it needs; a language fills them all.

pub mod id;

use crate::text::{document, furniture, header};
use crate::{compare, entity, figure, statement, time};

/// Everything the engine is told about one language.
#[derive(Clone, Debug, Default)]
pub struct Language {
    /// BCP 47 tag.
    pub tag: &'static str,
    /// For cutting up text.
    pub text: document::Grammar,
    /// For furniture.
    pub furniture: furniture::Grammar,
    /// For title, outlet and date line.
    pub header: header::Grammar,
    /// For names.
    pub entity: entity::Grammar,
    /// For times.
    pub time: time::Grammar,
    /// For figures.
    pub figure: figure::Grammar,
    /// For statements.
    pub statement: statement::grammar::Grammar,
    /// For comparing.
    pub compare: compare::Grammar,
}

impl Language {
    /// Indonesian. Builds its tables; do it once and keep it.
    pub fn indonesian() -> Self {
        Self {
            tag: "id",
            text: id::text::grammar(),
            furniture: id::furniture::grammar(),
            header: id::header::grammar(),
            entity: id::entity::grammar(),
            time: id::time::grammar(),
            figure: id::figure::grammar(),
            statement: id::statement::grammar(),
            compare: id::compare::grammar(),
        }
    }
}
