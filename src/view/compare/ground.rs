//! What all views of a comparison stand on.

use crate::engine::protocol::Compared;
use crate::library::Library;
use crate::shared::Shared;
use crate::view::ui::Ui;

/// What every view of a comparison needs.
#[derive(Clone, PartialEq)]
pub struct Ground {
    /// The articles.
    pub library: Shared<Library>,
    /// Names of those compared.
    pub docs: Vec<String>,
    /// What was found.
    pub found: Shared<Compared>,
    /// Language and callbacks.
    pub ui: Ui,
}
