//! The card of a statement.

use silang_core::facts::StatementFact;
use yew::prelude::*;

use crate::corrections::{BY_READER, Correction};
use crate::state::action::Action;
use crate::view::card::{Card, row, why};
use crate::view::html::html;
use crate::view::ui::Command;

impl Card {
    pub(super) fn statement(&self, fact: &StatementFact) -> Html {
        let language = self.ui.language;
        let speaker = if fact.speaker.is_empty() { language.unknown_speaker() } else { &fact.speaker };
        let act = language.act(fact.act);
        let cue = if act.is_empty() { fact.cue.clone() } else { format!("{} · {act}", fact.cue) };
        let said = fact.text.clone();
        let change = self.ui.submits(move |value| Action::Correct(Correction::Speaker(said.clone(), value("speaker"))));
        html! {
            <>
                <h2>{ speaker.to_owned() }</h2>
                <blockquote>{ &fact.text }</blockquote>
                <dl>
                    { row(language.statement_kind(fact.kind), cue) }
                    { row(language.medium(), fact.medium.clone()) }
                    { row(language.speaker(), self.named(fact)) }
                    { row(language.read_as(), self.before(fact)) }
                    { why(language, &fact.why, fact.sure) }
                </dl>
                { self.field(language.correct_speaker(), "speaker", change, self.names()) }
                <p class="links">
                    <button type="button" class="link" data-testid="copy-citation" onclick={self.ui.asks(Command::Copy(self.citation(speaker, fact)))}>{ language.copy_citation() }</button>
                    { self.ui.link(language.not_said(), "not-said", Action::Correct(Correction::NotSaid(fact.text.clone()))) }
                </p>
            </>
        }
    }

    /// How the text names the speaker, in its own words.
    fn named(&self, fact: &StatementFact) -> String {
        if fact.why == BY_READER {
            return String::new();
        }
        let how = self.ui.language.reference(fact.reference);
        if fact.speaker_text.is_empty() { how.to_owned() } else { format!("“{}”: {how}", fact.speaker_text) }
    }

    /// The speaker before the reader set it right.
    fn before(&self, fact: &StatementFact) -> String {
        let before = self.raw.statements.iter().find(|other| other.at == fact.at);
        let before = before.map(|other| other.speaker.clone()).filter(|speaker| *speaker != fact.speaker);
        before.unwrap_or_default()
    }

    fn citation(&self, speaker: &str, fact: &StatementFact) -> String {
        let when = self.ui.language.when(&self.facts.published);
        format!("{speaker}: “{}” ({}, {when})", fact.text.trim_end_matches(','), self.outlet)
    }
}
