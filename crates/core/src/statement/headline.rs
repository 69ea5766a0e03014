//! "X: C" in a headline.

use std::ops::Range;

use crate::entity::mention::EntityKind;
use crate::statement::content;
use crate::statement::grammar::{Cue, Role};
use crate::statement::indirect::Finder;
use crate::statement::reader::Reader;
use crate::statement::source;
use crate::statement::speaker::{self, Who};

impl Finder<'_> {
    /// Reads a headline with a colon; whether it is a statement.
    pub fn colon(&mut self, stretch: &Range<usize>) -> bool {
        const FARTHEST: usize = 16;
        let reader = self.reader;
        let Some(colon) = stretch.clone().take(FARTHEST).find(|&at| reader.is(at, ":")) else { return false };
        let comma = (stretch.start..colon).rev().find(|&at| reader.is_comma(at));
        let start = comma.map_or(stretch.start, |comma| comma + 1);
        let phrase = source::after(reader, start, colon);
        let whole = phrase.end == colon;
        let who = speaker::read(reader, phrase, colon);
        let named = match &who {
            Who::Named { tokens, kind, .. } => {
                let titled = reader.has(start, Role::RoleNoun) && *kind == EntityKind::Person;
                let titled = titled && !names_another(reader, start..tokens.start);
                let alone = tokens.start == start || titled;
                alone && tokens.end == colon && *kind != EntityKind::Location
            }
            Who::Described { .. } => reader.has_any(start, &[Role::RoleNoun, Role::Institution]),
            _ => false,
        };
        let content = colon + 1..content::end(reader, colon + 1, stretch.end);
        if !named || !whole || !reader.has_words(content.clone(), 3) {
            return false;
        }
        self.push(content, colon, Cue::default(), who, "headline with colon");
        if let Some(draft) = self.drafts.last_mut() {
            draft.cue = None;
        }
        true
    }
}

/// Whether a name and a word after it stand before the speaker's ("Bupati Depok Bela Budi").
fn names_another(reader: &Reader, before: Range<usize>) -> bool {
    let plain = |at: usize| reader.is_word(at) && !reader.has(at, Role::RoleNoun);
    reader.names_in(before.clone()).last().is_some_and(|name| (name.tokens.end..before.end).any(plain))
}
