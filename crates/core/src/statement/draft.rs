//! A statement found, its speaker not yet resolved.

use std::ops::Range;

use crate::statement::speaker::Who;
use crate::statement::{SpeechAct, StatementKind};

/// A statement as the patterns find it.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// The content's tokens.
    pub content: Range<usize>,
    pub kind: StatementKind,
    /// The cue's tokens.
    pub cue: Option<usize>,
    pub who: Who,
    /// The medium's tokens.
    pub medium: Range<usize>,
    pub act: SpeechAct,
    pub rule: &'static str,
    pub sure: bool,
    /// Its unit.
    pub unit: usize,
}

impl Draft {
    /// A draft without cue or speaker.
    pub fn new(kind: StatementKind, content: Range<usize>, unit: usize, rule: &'static str) -> Self {
        Self {
            content,
            kind,
            cue: None,
            who: Who::Nobody,
            medium: 0..0,
            act: SpeechAct::default(),
            rule,
            sure: true,
            unit,
        }
    }
}
