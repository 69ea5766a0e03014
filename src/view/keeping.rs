//! What becomes of the reader's own articles: taken in, kept, not yet in a file.

use yew::prelude::*;

use crate::export::Format;
use crate::library::Origin;
use crate::state::State;
use crate::view::html::html;
use crate::view::part::Show;
use crate::view::ui::{Command, Ui};

/// One line above the list of articles.
#[derive(PartialEq)]
pub struct Keeping {
    /// How much of how much is done, while work goes on.
    pub progress: Option<(usize, usize)>,
    /// How many of how many own articles this browser keeps.
    pub kept: (usize, usize),
    /// How many corrections there are.
    pub corrections: usize,
    /// When (ms) something of one's own first changed since it was last written to a file.
    pub unexported: Option<u64>,
    /// Language and callbacks.
    pub ui: Ui,
}

impl Keeping {
    /// The line for this state.
    pub fn of(state: &State, ui: &Ui) -> Self {
        let articles = &state.library.articles;
        let own = || articles.iter().filter(|article| article.origin != Origin::Seed);
        let settled = articles.iter().filter(|article| article.settled()).count();
        let reading = (articles.len() > settled + 1).then_some((settled, articles.len()));
        Self {
            progress: state.taking.or(reading).filter(|_| state.listed),
            kept: (own().filter(|article| article.kept).count(), own().count()),
            corrections: state.history.now.len(),
            unexported: state.unexported,
            ui: ui.clone(),
        }
    }

    fn working(&self, (done, all): (usize, usize)) -> Html {
        let language = self.ui.language;
        let told = language.progress(done, all);
        html! {
            <>
                <label>{ told }<progress value={done.to_string()} max={all.to_string()} /></label>
                <button type="button" class="link" data-testid="cancel" onclick={self.ui.asks(Command::Cancel)}>{ language.cancel() }</button>
            </>
        }
    }

    fn state(&self) -> Html {
        let language = self.ui.language;
        let (kept, own) = self.kept;
        let told = language.kept(kept, own);
        let export = self.unexported.map(|since| {
            let onclick = self.ui.asks(Command::Export(Format::Json));
            html! { <button type="button" class="link" data-testid="save-file" {onclick}>{ language.unexported(since) }</button> }
        });
        html! { <><span data-testid="kept">{ told }</span>{ export.unwrap_or_default() }</> }
    }
}

impl Show for Keeping {
    fn show(&self) -> Html {
        let inside = match self.progress {
            Some(progress) => self.working(progress),
            None if self.kept.1 + self.corrections > 0 => self.state(),
            None => Html::default(),
        };
        html! { <div class="keeping" role="status">{ inside }</div> }
    }
}
